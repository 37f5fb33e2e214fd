/** What the law gives whoever petitions, row by row as its table has it, and which other procedures a petition does not replace. */
import type { listRights } from '../../../petition/rights-contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { useFetched } from './fetched.ts'
import { CannotBeSued, ProcedureList, type Procedures } from './other-procedures.tsx'

type Rights = Received<typeof listRights>

export function RightsPage({ back }: { back: { readonly to: string; readonly label: string } }) {
  const { words, language } = useSpeech()
  const { rights, beside } = words
  const law = useFetched<Rights>('/api/law/rights')
  const others = useFetched<Procedures>('/api/law/procedures')
  const trouble = law.trouble ?? others.trouble
  if (law.value === null && trouble === null) return <Loading title={rights.title} />
  return (
    <Page title={rights.title} back={back}>
      <p class="lead">{rights.lead}</p>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {(['may', 'owed'] as const).map((kind) => (
        <section key={kind}>
          <h2>{rights.kinds[kind]}</h2>
          <ul class="rights">
            {(law.value?.items ?? [])
              .filter((right) => right.kind === kind)
              .map(({ right, name, what, basis }) => (
                <li key={right}>
                  <h3>{name[language]}</h3>
                  <p>{what[language]}</p>
                  <p class="basis">{basis[language]}</p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <h2>{rights.dutiesTitle}</h2>
      <ul>
        {rights.duties.map((duty) => (
          <li key={duty}>{duty}</li>
        ))}
      </ul>
      {others.value ? (
        <section>
          <h2>{beside.title}</h2>
          <p>{beside.lead}</p>
          <ProcedureList procedures={others.value.items} />
          {others.value.notSuable ? <CannotBeSued notSuable={others.value.notSuable} /> : null}
          <p>{beside.help}</p>
        </section>
      ) : null}
    </Page>
  )
}

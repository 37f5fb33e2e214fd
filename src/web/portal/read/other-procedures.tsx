/** Procedures beside petitioning, each with limits of its own, as the law's table has them. */
import type { listProcedures } from '../../../petition/rights-contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { useSpeech } from '../shell/language.tsx'

export type Procedures = Received<typeof listProcedures>
type Procedure = Procedures['items'][number]
type NotSuable = NonNullable<Procedures['notSuable']>

/** The first limit is what most people need; the rest opens. */
export const ProcedureList = ({ procedures }: { procedures: readonly Procedure[] }) => (
  <ul class="procedures">
    {procedures.map((procedure) => (
      <Entry key={procedure.procedure} procedure={procedure} />
    ))}
  </ul>
)

function Entry({ procedure }: { procedure: Procedure }) {
  const { words, language } = useSpeech()
  const { beside } = words
  const { name, what, limits, first, read } = procedure
  const [usual, ...others] = limits
  return (
    <li>
      <h3>{name[language]}</h3>
      <p>{what[language]}</p>
      {usual ? (
        <p class="limit">
          {usual.says[language]} <span class="basis">{usual.basis[language]}</span>
        </p>
      ) : null}
      <details>
        <summary>{beside.more(name[language])}</summary>
        <ul>
          {others.map(({ what, says, basis }) => (
            <li key={what}>
              {says[language]} <span class="basis">{basis[language]}</span>
            </li>
          ))}
          {first ? (
            <li>
              {first.says[language]} <span class="basis">{first.basis[language]}</span>
            </li>
          ) : null}
          <li>{procedure.beside[language]}</li>
        </ul>
        <p class="basis">
          {procedure.basis[language]}
          {read === 'cited' ? ` · ${beside.cited}` : ''}
        </p>
      </details>
    </li>
  )
}

export function CannotBeSued({ notSuable }: { notSuable: NotSuable }) {
  const { language } = useSpeech()
  return (
    <p class="not-suable">
      {notSuable.says[language]} <span class="basis">{notSuable.basis[language]}</span>
    </p>
  )
}

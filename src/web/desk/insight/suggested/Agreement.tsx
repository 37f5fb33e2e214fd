/** How often clerks choose what is suggested, and what was learned night by night: sums alone. */
import { useQuery } from '@tanstack/react-query'
import type { AgreementView, ModelView, readAgreement } from '../../../../insight/suggested/contract.ts'
import { fullDay, instantInWords } from '../../../shared/days.ts'
import { call } from '../../api.ts'
import { Nothing } from '../../layout/Nothing.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { InsightPage } from '../InsightPage.tsx'
import { useSuggestedWords } from './suggested-words.ts'
import './agreement.css'

export function Agreement() {
  const words = useSuggestedWords()
  const agreement = useQuery({
    queryKey: ['suggested', 'agreement'],
    queryFn: ({ signal }) => call<typeof readAgreement>('GET', '/api/insight/suggested/agreement', {}, { signal }),
  })
  return (
    <InsightPage>
      <p className="soft">{words.page.says}</p>
      {agreement.isPending && <Skeleton lines={8} />}
      {agreement.isError && <Trouble error={agreement.error} onRetry={() => agreement.refetch()} />}
      {agreement.data && (
        <>
          <Chosen of={agreement.data} />
          <h2 className="agreement-heading">{words.page.models}</h2>
          {agreement.data.models.length === 0 ? (
            <p className="faint">{words.page.noModels}</p>
          ) : (
            <Nights models={agreement.data.models} />
          )}
        </>
      )}
    </InsightPage>
  )
}

function Chosen({ of }: { readonly of: AgreementView }) {
  const words = useSuggestedWords()
  const { language } = useLanguage()
  const { columns } = words.page
  const share = useShare()
  if (of.agreement.length === 0) return <Nothing title={words.page.none} />
  return (
    <div className="agreement-scroll">
      <table className="agreement">
        <caption>{words.page.since(fullDay(of.from, language))}</caption>
        <thead>
          <tr>
            <td />
            {(['petitions', 'first', 'among'] as const).map((name) => (
              <th key={name} scope="col">
                {columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.agreement.map(({ target, petitions, first, among }) => (
            <tr key={target}>
              <th scope="row">{words.page.targets[target]}</th>
              <td>{petitions}</td>
              <td>{share(first, petitions)}</td>
              <td>{share(among, petitions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Of ten matters a share says more than there is to say. */
const fewestForShare = 10

function useShare() {
  const { language } = useLanguage()
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  return (some: number | null, of: number): string =>
    some === null ? '–' : of < fewestForShare ? `${some} / ${of}` : format.format(some / of)
}

function Nights({ models }: { readonly models: readonly ModelView[] }) {
  const words = useSuggestedWords()
  const { language } = useLanguage()
  const { night, inUse, notInUse } = words.page
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const share = (value: number | null) => (value === null ? '–' : format.format(value))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="agreement-scroll" tabIndex={0} aria-label={words.page.models}>
      <table className="agreement">
        <thead>
          <tr>
            {(['target', 'on', 'learned', 'asked', 'accuracy', 'top3', 'macroF1', 'use'] as const).map((name) => (
              <th key={name} scope="col">
                {night[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <tr key={`${model.target} ${model.version}`}>
              <th scope="row">{words.page.targets[model.target]}</th>
              <td>{instantInWords(model.learnedAt, language)}</td>
              <td>{model.learned}</td>
              <td>{model.asked}</td>
              <td>{share(model.accuracy)}</td>
              <td>{share(model.top3)}</td>
              <td>{model.macroF1 === null ? '–' : model.macroF1.toFixed(3)}</td>
              <td>{model.inUse ? inUse : notInUse}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

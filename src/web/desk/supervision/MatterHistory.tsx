import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import type { MatterView } from './supervision.ts'
import { useSupervisionWords } from './words.ts'

/** Every fact of the matter in a line: what happened, on which day, by whom. */
export function MatterHistory({ matter: { history } }: { readonly matter: MatterView }) {
  const { pick, language } = useLanguage()
  const { say } = useSupervisionWords()
  return (
    <section className="facts-section">
      <h2>{say.matter.history}</h2>
      <ol className="matter-history">
        {history.map((fact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts are only ever added behind the last
          <li key={at} className="matter-fact">
            <time className="faint nowrap">{fullDay(fact.on, language)}</time>
            <span>
              {pick(fact)} {fact.organ && <span className="faint">{pick(fact.organ)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

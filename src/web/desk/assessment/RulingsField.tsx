/** What becomes of each case that an objection names. */
import { Select } from 'antd'
import { outcomesOf } from '../../../law/assessment.ts'
import { assessmentTerms } from '../../../wording/assessment-terms.ts'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import { useIndicators } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'
import type { TypedRuling } from './LetterActDialog.tsx'

interface RulingsFieldProps {
  readonly value?: readonly TypedRuling[]
  readonly onChange?: (rulings: readonly TypedRuling[]) => void
  readonly indicator: string
}

export function RulingsField({ value = [], onChange = () => {}, indicator }: RulingsFieldProps) {
  const { pick } = useLanguage()
  const { say, named } = useAssessmentWords()
  const measure = useIndicators().data?.items.find((each) => each.indicator === indicator)?.measure
  const outcomes = measure === undefined ? [] : outcomesOf[measure]
  const change = (at: number, part: Partial<TypedRuling>) =>
    onChange(value.map((each, place) => (place === at ? { ...each, ...part } : each)))
  return (
    <ul className="rulings-field">
      {value.map(({ case: { stream, item }, ruling, outcome }, at) => {
        const name = stream.includes(':') ? stream.slice(stream.indexOf(':') + 1) : shownNumber(stream)
        return (
          <li key={`${stream} ${item}`}>
            <span>{name}</span>
            <Select
              aria-label={`${name} · ${say.ruling}`}
              value={ruling}
              options={Object.entries(assessmentTerms.ruling).map(([code, term]) => ({
                value: code,
                label: pick(term),
              }))}
              onChange={(next: string) =>
                change(at, { ruling: next, outcome: next === 'corrected' ? (outcomes[0] ?? null) : null })
              }
            />
            {ruling === 'corrected' && (
              <Select
                aria-label={`${name} · ${say.outcome}`}
                value={outcome}
                options={outcomes.map((code) => ({ value: code, label: named('outcome', code) }))}
                onChange={(next: string) => change(at, { outcome: next })}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

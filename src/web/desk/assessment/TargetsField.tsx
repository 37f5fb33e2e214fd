/** The targets of a letter: which indicator, which share, how much it weighs. */
import { Button, InputNumber, Select } from 'antd'
import { useLanguage } from '../locales/language.tsx'
import type { Indicator } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'

export interface Target {
  readonly indicator: string
  readonly share: number
  readonly weight: number
}

interface TargetsFieldProps {
  readonly value?: readonly Target[]
  readonly onChange?: (targets: readonly Target[]) => void
  readonly indicators: readonly Indicator[]
}

/** A hundred in as many parts, the first with what is left over. */
const evenly = (parts: number): readonly number[] =>
  Array.from({ length: parts }, (_, at) => Math.floor(100 / parts) + (at === 0 ? 100 % parts : 0))

const usual = { higher: 95, lower: 5 } as const

/** Only what can be measured can be a target: nobody answers for a figure that nobody has. */
export function TargetsField({ value = [], onChange = () => {}, indicators }: TargetsFieldProps) {
  const { say } = useAssessmentWords()
  const measurable = indicators.filter(({ isMeasurable }) => isMeasurable)
  const next = measurable.find(({ indicator }) => !value.some((each) => each.indicator === indicator))
  const change = (at: number, part: Partial<Target>) =>
    onChange(value.map((each, place) => (place === at ? { ...each, ...part } : each)))
  const sum = value.reduce((all, { weight }) => all + weight, 0)
  const add = () => next && onChange(withAnother(value, { indicator: next.indicator, share: usual[next.better] }))
  return (
    <div className="targets">
      {value.map((target, at) => (
        <TargetRow
          key={target.indicator}
          target={target}
          indicators={measurable.filter(
            ({ indicator }) => indicator === target.indicator || !value.some((each) => each.indicator === indicator),
          )}
          onChange={(part) => change(at, part)}
          onRemove={() => onChange(value.filter((each) => each !== target))}
        />
      ))}
      <div className="targets-foot">
        <Button size="small" disabled={!next} onClick={add}>
          {say.addTarget}
        </Button>
        <span className={sum === 100 ? 'faint' : 'not-yet-signed'}>{say.weights(sum)}</span>
      </div>
    </div>
  )
}

/** Weights that somebody has set are theirs; those that nobody has touched are shared out again. */
function withAnother(targets: readonly Target[], added: Omit<Target, 'weight'>): readonly Target[] {
  const isEven = targets.every(({ weight }, at) => weight === evenly(targets.length)[at])
  const weights = evenly(targets.length + 1)
  const all = [...targets, { ...added, weight: weights.at(-1) ?? 1 }]
  return isEven ? all.map((each, at) => ({ ...each, weight: weights[at] ?? 1 })) : all
}

interface TargetRowProps {
  readonly target: Target
  readonly indicators: readonly Indicator[]
  readonly onChange: (part: Partial<Target>) => void
  readonly onRemove: () => void
}

function TargetRow({ target, indicators, onChange, onRemove }: TargetRowProps) {
  const { words, pick } = useLanguage()
  const { say, named } = useAssessmentWords()
  const name = named('indicator', target.indicator)
  return (
    <div className="target-row">
      <Select
        aria-label={say.column.indicator}
        value={target.indicator}
        options={indicators.map(({ indicator, words: both }) => ({ value: indicator, label: pick(both) }))}
        onChange={(indicator: string) => onChange({ indicator })}
      />
      <InputNumber
        aria-label={`${name} · ${say.target}`}
        min={0}
        max={100}
        precision={0}
        value={target.share}
        suffix="%"
        onChange={(share) => share !== null && onChange({ share })}
      />
      <InputNumber
        aria-label={`${name} · ${say.weightField}`}
        min={1}
        max={100}
        precision={0}
        value={target.weight}
        onChange={(weight) => weight !== null && onChange({ weight })}
      />
      <Button size="small" aria-label={say.removeTarget(name)} onClick={onRemove}>
        {words.remove}
      </Button>
    </div>
  )
}

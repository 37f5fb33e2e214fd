import { Select } from 'antd'
import { trendTerms } from '../../../wording/trend-terms.ts'
import { useLanguage } from '../locales/language.tsx'
import { type Dimension, dimensions } from './asked.ts'

interface ChoiceProps {
  readonly label: string
  readonly value: Dimension
  readonly onChange: (by: Dimension) => void
}

/** By what matters are told apart. */
export function DimensionChoice({ label, value, onChange }: ChoiceProps) {
  const { language } = useLanguage()
  return (
    <span className="insight-choice">
      <span className="faint">{label}</span>
      <Select<Dimension>
        size="small"
        aria-label={label}
        value={value}
        popupMatchSelectWidth={false}
        options={dimensions.map((each) => ({ value: each, label: trendTerms.trendDimension[each][language] }))}
        onChange={onChange}
      />
    </span>
  )
}

import { Select } from 'antd'
import { useMemo } from 'react'
import { useLanguage } from '../locales/language.tsx'
import { type Organ, useDirectory } from './directory.ts'
import './organ-picker.css'

interface OrganPickerProps {
  readonly id?: string
  readonly value?: string | null | undefined
  readonly onChange?: (id: string | null) => void
  /** Which organs can be chosen; all active ones unless said. */
  readonly accepts?: (organ: Organ) => boolean
  readonly placeholder?: string
  readonly disabled?: boolean
  /** Where no label stands beside it. */
  readonly 'aria-label'?: string
}

/** Finds an organ by any part of its name in either language, or by its id. Its line of superiors stands beside it. */
export function OrganPicker({ accepts = isActive, onChange, value, ...rest }: OrganPickerProps) {
  const { pick, words } = useLanguage()
  const { organs, find } = useDirectory()
  const options = useMemo(
    () =>
      organs.filter(accepts).map((organ) => {
        const superior = organ.parent ? find(organ.parent) : undefined
        return {
          value: organ.id,
          label: pick(organ),
          beside: superior ? pick(superior) : '',
          sought: `${organ.zh} ${organ.en} ${organ.id}`.toLowerCase(),
        }
      }),
    [organs, accepts, find, pick],
  )
  return (
    <Select
      {...rest}
      value={value ?? null}
      allowClear
      showSearch={{ filterOption: (typed, option) => matches(typed, option?.sought ?? '') }}
      placeholder={rest.placeholder ?? words.organ.choose}
      options={options}
      popupMatchSelectWidth={360}
      notFoundContent={words.organ.noneFound}
      onChange={(next) => onChange?.(next ?? null)}
      optionRender={({ data }) => (
        <span className="organ-option">
          <span>{data.label}</span>
          <span className="faint">{data.beside}</span>
        </span>
      )}
    />
  )
}

const isActive = (organ: Organ): boolean => organ.state === 'active'

/** Every word that was typed occurs somewhere. */
export const matches = (typed: string, sought: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => sought.includes(word))

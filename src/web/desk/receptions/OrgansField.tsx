import { Select } from 'antd'
import { useMemo } from 'react'
import { useLanguage } from '../locales/language.tsx'
import { useDirectory } from '../organs/directory.ts'
import { matches } from '../organs/OrganPicker.tsx'

interface OrgansFieldProps {
  readonly id?: string
  readonly value?: readonly string[]
  readonly onChange?: (organs: readonly string[]) => void
}

/** Several organs at one table. */
export function OrgansField({ id, value = [], onChange }: OrgansFieldProps) {
  const { pick, words } = useLanguage()
  const { organs } = useDirectory()
  const options = useMemo(
    () =>
      organs
        .filter(({ state }) => state === 'active')
        .map((organ) => ({
          value: organ.id,
          label: pick(organ),
          sought: `${organ.zh} ${organ.en} ${organ.id}`.toLowerCase(),
        })),
    [organs, pick],
  )
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      value={[...value]}
      onChange={(next) => onChange?.(next)}
      options={options}
      placeholder={words.organ.choose}
      showSearch={{ filterOption: (typed, option) => matches(typed, option?.sought ?? '') }}
    />
  )
}

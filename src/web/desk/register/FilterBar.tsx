import { Button, Checkbox, Input, Select } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { type TermGroup, terms } from '../../../wording/terms.ts'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { CategoryPicker } from '../registration/CategoryPicker.tsx'
import { countFilters, type Filters } from './filters.ts'

interface FilterBarProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

type Named = Exclude<keyof Filters, 'sort'>

/** The most used filters are always there; the rest opens with one click and stays open while one of them is set. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { words } = useLanguage()
  const count = countFilters(filters)
  const [isOpen, setIsOpen] = useState(hasMoreFilters(filters))
  const set = (name: Named, value: unknown) => onChange(withFilter(filters, name, value))
  return (
    <search className="filters">
      <Sought value={filters.q} onChange={(q) => set('q', q)} />
      <Several group="stage" label={words.column.stage} value={filters.stage} onChange={(next) => set('stage', next)} />
      <Several group="class" label={words.column.class} value={filters.class} onChange={(next) => set('class', next)} />
      <Filter label={words.column.holder}>
        <OrganPicker value={filters.holder ?? null} onChange={(next) => set('holder', next)} placeholder={words.any} />
      </Filter>
      {isOpen && <MoreFilters filters={filters} set={set} />}
      <div className="filters-foot">
        <Button type="text" size="small" onClick={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? words.register.fewerFilters : words.register.moreFilters}
        </Button>
        {count > 0 && (
          <Button type="text" size="small" onClick={() => onChange({ sort: filters.sort })}>
            {words.register.clear(count)}
          </Button>
        )}
      </div>
    </search>
  )
}

const further = ['channel', 'category', 'place', 'registrar', 'from', 'to', 'urgent'] as const
const hasMoreFilters = (filters: Filters): boolean => further.some((name) => filters[name] !== undefined)

function withFilter(filters: Filters, name: Named, value: unknown): Filters {
  const { [name]: _, ...rest } = filters
  const isNothing =
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return (isNothing ? rest : { ...rest, [name]: value }) as Filters
}

interface MoreFiltersProps {
  readonly filters: Filters
  readonly set: (name: Named, value: unknown) => void
}

function MoreFilters({ filters, set }: MoreFiltersProps) {
  const { words } = useLanguage()
  return (
    <>
      <Several
        group="channel"
        label={words.column.channel}
        value={filters.channel}
        onChange={(next) => set('channel', next)}
      />
      <Filter label={words.column.category}>
        <CategoryPicker value={filters.category} onChange={(next) => set('category', next)} takesBranches />
      </Filter>
      <Filter label={words.column.place}>
        <PlacePicker value={filters.place} onChange={(next) => set('place', next)} />
      </Filter>
      <Filter label={words.column.registrar}>
        <OrganPicker
          value={filters.registrar ?? null}
          onChange={(next) => set('registrar', next)}
          placeholder={words.any}
        />
      </Filter>
      <Filter label={words.register.from}>
        <DayField value={filters.from} onChange={(next) => set('from', next)} mayBeFuture={false} />
      </Filter>
      <Filter label={words.register.to}>
        <DayField value={filters.to} onChange={(next) => set('to', next)} mayBeFuture={false} />
      </Filter>
      <Checkbox
        className="filter-check"
        checked={filters.urgent === 'true'}
        onChange={(event) => set('urgent', event.target.checked ? 'true' : undefined)}
      >
        {words.register.onlyUrgent}
      </Checkbox>
    </>
  )
}

function Filter({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="filter">
      <span>{label}</span>
      {children}
    </label>
  )
}

interface SeveralProps {
  readonly group: TermGroup
  readonly label: string
  readonly value: readonly string[] | undefined
  readonly onChange: (values: readonly string[]) => void
}

function Several({ group, label, value, onChange }: SeveralProps) {
  const { words, term } = useLanguage()
  return (
    <Filter label={label}>
      <Select
        mode="multiple"
        maxTagCount="responsive"
        allowClear
        value={[...(value ?? [])]}
        onChange={onChange}
        placeholder={words.any}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={Object.keys(terms[group]).map((code) => ({ value: code, label: term(group, code) }))}
      />
    </Filter>
  )
}

const untilAskedMs = 350

/** Asks when the person pauses, not at every key. */
function Sought({ value, onChange }: { readonly value: string | undefined; readonly onChange: (q: string) => void }) {
  const { words } = useLanguage()
  const [typed, setTyped] = useState(value ?? '')
  useEffect(() => setTyped(value ?? ''), [value])
  useEffect(() => {
    if (typed.trim() === (value ?? '')) return
    const timer = window.setTimeout(() => onChange(typed.trim()), untilAskedMs)
    return () => window.clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <Filter label={words.register.sought}>
      <Input
        allowClear
        value={typed}
        maxLength={100}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => onChange(typed.trim())}
        placeholder={words.register.soughtSays}
      />
    </Filter>
  )
}

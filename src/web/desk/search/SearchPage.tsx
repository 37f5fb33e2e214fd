/** 检索: every word that was typed, marked where it stands. */
import { Button, Input, Select } from 'antd'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { type TermGroup, terms } from '../../../wording/terms.ts'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { DayField } from '../layout/DayField.tsx'
import { useRowKeys } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { useIsNarrow } from '../layout/media.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { Marks, StageMark, shownNumber } from '../petition/words.tsx'
import { download, toCsv } from '../register/csv.ts'
import { CategoryPicker } from '../registration/CategoryPicker.tsx'
import { type Asked, askedFrom, type FoundRow, type SearchField, useSearch, withField } from './search.ts'
import './search.css'

export function SearchPage() {
  const { words } = useLanguage()
  const say = words.search
  const [search, setSearch] = useSearchParams()
  const asked = useMemo(() => askedFrom(search), [search])
  const found = useSearch(asked)
  const set = (name: SearchField, value: string | undefined) =>
    setSearch(withField(asked, name, value) as Record<string, string>, { replace: true })
  return (
    <Page title={say.title}>
      <Fields asked={asked} set={set} />
      <Results asked={asked} found={found} set={set} />
      <p className="search-person faint">
        {say.person}{' '}
        <Link to={asked.q ? `/register?q=${encodeURIComponent(asked.q)}` : '/register'}>{say.personGo}</Link>
      </p>
    </Page>
  )
}

interface FieldsProps {
  readonly asked: Asked
  readonly set: (name: SearchField, value: string | undefined) => void
}

const untilAskedMs = 350

/** On a phone what was found comes before the filters that nobody has set. */
function Fields({ asked, set }: FieldsProps) {
  const { words } = useLanguage()
  const isNarrow = useIsNarrow()
  const count = Object.keys(asked).filter((name) => name !== 'q').length
  const [isOpen, setIsOpen] = useState(count > 0)
  return (
    <search className="search-fields">
      <Typed value={asked.q ?? ''} onChange={(q) => set('q', q)} />
      {isNarrow && (
        <div className="search-typed">
          <Button type="text" size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? words.register.fewerFilters : words.register.moreFilters}
          </Button>
        </div>
      )}
      {(isOpen || !isNarrow) && <Filters asked={asked} set={set} />}
    </search>
  )
}

function Filters({ asked, set }: FieldsProps) {
  const { words, term } = useLanguage()
  const say = words.search
  const choices = (group: TermGroup, codes: readonly string[] = Object.keys(terms[group])) =>
    codes.map((code) => ({ value: code, label: term(group, code) }))
  const one = (name: SearchField, options: readonly { value: string; label: string }[]) => (
    <Select
      allowClear
      value={asked[name] ?? null}
      options={[...options]}
      placeholder={words.any}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(value: string | null) => set(name, value ?? undefined)}
    />
  )
  return (
    <>
      <Field label={say.goesOn}>
        {one('goesOn', [
          { value: 'open', label: say.goesOns.open },
          { value: 'ended', label: say.goesOns.ended },
        ])}
      </Field>
      <Field label={words.column.stage}>{one('stage', choices('stage'))}</Field>
      <Field label={words.column.class}>{one('class', choices('class', ['appeal', 'suggestion']))}</Field>
      <Field label={words.column.channel}>{one('channel', choices('channel'))}</Field>
      <Field label={words.column.category}>
        <CategoryPicker value={asked.category} onChange={(value) => set('category', value)} takesBranches />
      </Field>
      <Field label={words.column.place}>
        <PlacePicker value={asked.place} onChange={(value) => set('place', value)} />
      </Field>
      <Field label={words.column.holder}>
        <OrganPicker
          value={asked.holder ?? null}
          onChange={(value) => set('holder', value ?? undefined)}
          placeholder={words.any}
        />
      </Field>
      <Field label={words.register.from}>
        <DayField value={asked.from} onChange={(value) => set('from', value ?? undefined)} mayBeFuture={false} />
      </Field>
      <Field label={say.until}>
        <DayField value={asked.until} onChange={(value) => set('until', value ?? undefined)} mayBeFuture={false} />
      </Field>
    </>
  )
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="filter">
      <span>{label}</span>
      {children}
    </label>
  )
}

/** Asks when the person pauses, not at every key; the address may change under it, when they search again from the bar. */
function Typed({ value, onChange }: { readonly value: string; readonly onChange: (q: string) => void }) {
  const { words } = useLanguage()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = window.setTimeout(() => onChange(typed.trim()), untilAskedMs)
    return () => window.clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <div className="search-typed">
      <Input
        allowClear
        size="large"
        value={typed}
        maxLength={200}
        aria-label={words.search.label}
        placeholder={words.search.placeholder}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => onChange(typed.trim())}
      />
    </div>
  )
}

interface ResultsProps extends FieldsProps {
  readonly found: ReturnType<typeof useSearch>
}

function Results({ asked, found, set }: ResultsProps) {
  const { words } = useLanguage()
  const say = words.search
  if ((asked.q ?? '') === '') return <Nothing title={say.start} says={say.says} />
  if (found.isPending) return <Skeleton lines={12} />
  if (found.isError) return <Trouble error={found.error} onRetry={() => found.refetch()} />
  const [first] = found.data.pages
  const rows = found.data.pages.flatMap(({ items }) => items)
  const hasNothing = rows.length === 0 && !first?.number && first?.organs.length === 0
  return (
    <div className={found.isPlaceholderData ? 'stale' : undefined}>
      {first && first.sought.length > 0 && (
        <div className="search-line">
          <span className="soft" role="status">
            {say.count(first.count.atLeast, first.count.isMore)} · {say.sought(first.sought.join(' '))}
          </span>
          <Export rows={rows} />
        </div>
      )}
      {first?.number && (
        <p className="search-number">
          {say.byNumber} <Link to={`/petitions/${first.number.number}`}>{shownNumber(first.number.number)}</Link>
        </p>
      )}
      {first && first.organs.length > 0 && !asked.holder && (
        <Organs organs={first.organs} onChoose={(id) => set('holder', id)} />
      )}
      {rows.length > 0 && <List rows={rows} />}
      {hasNothing &&
        (first?.sought.length === 0 ? (
          <Nothing title={say.nothingAsked} says={say.nothingAskedSays} />
        ) : (
          <Nothing title={say.none} says={say.noneSays} />
        ))}
      {rows.length > 0 && (
        <More hasMore={found.hasNextPage} isLoading={found.isFetchingNextPage} onMore={() => found.fetchNextPage()} />
      )}
    </div>
  )
}

interface OrgansProps {
  readonly organs: readonly { readonly id: string; readonly zh: string; readonly en: string }[]
  readonly onChoose: (id: string) => void
}

function Organs({ organs, onChoose }: OrgansProps) {
  const { words, pick } = useLanguage()
  return (
    <p className="search-organs faint">
      {words.search.organs}
      {organs.map((organ) => (
        <button key={organ.id} type="button" className="link" onClick={() => onChoose(organ.id)}>
          {pick(organ)}
        </button>
      ))}
    </p>
  )
}

function List({ rows }: { readonly rows: readonly FoundRow[] }) {
  const { words } = useLanguage()
  const root = useRef<HTMLOListElement>(null)
  useRowKeys(root)
  return (
    <ol ref={root} className="search-found" aria-label={words.search.title}>
      {rows.map((row) => (
        <Result key={row.petition.number} row={row} />
      ))}
    </ol>
  )
}

function Result({ row: { petition, shown } }: { readonly row: FoundRow }) {
  const { words, pick, language } = useLanguage()
  const title = shown.title.length > 0 ? <Stretches of={shown.title} /> : petition.title
  return (
    <li>
      <Link to={`/petitions/${petition.number}`} data-row="">
        <span className="search-title">
          <Marks row={petition} />
          {title}
        </span>
        {shown.in && shown.text.length > 0 && (
          <span className="search-text">
            <span className="faint">{shown.in === 'answered' ? words.search.inAnswer : words.search.inAsked}</span>
            <Stretches of={shown.text} />
          </span>
        )}
        <span className="search-foot faint">
          <StageMark stage={petition.stage} />
          <span className="nowrap">{shownNumber(petition.number)}</span>
          <span className="nowrap">{fullDay(petition.registeredOn, language)}</span>
          <span>{pick(petition.holder)}</span>
        </span>
      </Link>
    </li>
  )
}

function Stretches({ of }: { readonly of: FoundRow['shown']['text'] }) {
  return (
    <>
      {of.map(({ text, isMarked }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no name but where they stand
        isMarked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </>
  )
}

/** What has been loaded, as a table. */
function Export({ rows }: { readonly rows: readonly FoundRow[] }) {
  const { words, pick, term } = useLanguage()
  const run = () => {
    const { column } = words
    const head = [column.number, column.title, column.registeredOn, column.stage, column.class, column.holder]
    const lines = rows.map(({ petition }) => [
      ...[shownNumber(petition.number), petition.title, petition.registeredOn],
      ...[term('stage', petition.stage), term('class', petition.class), pick(petition.holder)],
    ])
    download(`${words.search.title}-${todayInBeijing()}.csv`, toCsv([head, ...lines]), 'text/csv;charset=utf-8')
  }
  return (
    <Button size="small" onClick={run} disabled={rows.length === 0} title={words.register.exportSays}>
      {words.register.export(rows.length)}
    </Button>
  )
}

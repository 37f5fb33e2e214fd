/** Beginning one: what it is, for which year or period, and for a notice about cadres whom it concerns. */
import { Alert, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { type Day, parseDay } from '../../../kernel/day.ts'
import { lastEnded, periodWith } from '../../../law/report-periods.ts'
import { type ReportPeriod, reportSpans } from '../../../law/situation.ts'
import { bulletinTermOf, bulletinTerms } from '../../../wording/bulletin-terms.ts'
import { periodInWords } from '../../../wording/report-periods.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { type Choice, useBulletinDesk, useBulletinWords, useDrafting } from './bulletins.ts'
import { beginningOf, bodyOf, type Draft, nextKey } from './drafting.ts'
import { Editor } from './Editor.tsx'
import './bulletins.css'

export function NewBulletin() {
  const { pick } = useLanguage()
  const say = useBulletinWords()
  const [search] = useSearchParams()
  const desk = useBulletinDesk()
  if (desk.isPending) return <Skeleton lines={8} />
  if (desk.isError) return <Trouble error={desk.error} onRetry={() => desk.refetch()} />
  const choice = desk.data.kinds.find(
    ({ kind, tone }) => kind === search.get('kind') && (tone ?? null) === search.get('tone'),
  )
  if (!choice?.allowed) {
    return (
      <Page title={say.begin} isNarrowColumn>
        <Nothing title={choice?.refusal ? pick(choice.refusal) : say.begin} />
      </Page>
    )
  }
  // another period is another draft
  return <Beginning key={search.toString()} choice={choice} departments={desk.data.departments} />
}

/** As the address says; without that the last month that has ended. */
function periodAskedFor(search: URLSearchParams, today: string): ReportPeriod {
  const [span, from] = [search.get('span'), parseDay(search.get('from') ?? '')]
  const asked = reportSpans.find((each) => each === span) ?? 'month'
  return from ? periodWith(asked, from) : lastEnded(asked, today as Day)
}

const mostBack = 8

/** Of which days it reports: the last that have ended, of each span. */
function PeriodChoice({ period, today }: { readonly period: ReportPeriod; readonly today: string }) {
  const { pick } = useLanguage()
  const say = useBulletinWords()
  const [search, setSearch] = useSearchParams()
  const go = (next: ReportPeriod) => {
    const query = new URLSearchParams(search)
    query.set('span', next.span)
    query.set('from', next.from)
    setSearch(query, { replace: true })
  }
  const periods = [lastEnded(period.span, today as Day)]
  while (periods.length < mostBack) periods.push(lastEnded(period.span, (periods.at(-1) as ReportPeriod).from))
  const shown = periods.some(({ from }) => from === period.from) ? periods : [period, ...periods]
  return (
    <div className="bulletin-filters">
      <Select
        value={period.span}
        aria-label={say.span}
        onChange={(span) => go(lastEnded(span, today as Day))}
        options={reportSpans.map((value) => ({ value, label: pick(bulletinTerms.reportSpan[value]) }))}
      />
      <Select
        value={period.from}
        aria-label={say.period}
        className="bulletin-kind"
        onChange={(from) => go(periodWith(period.span, from))}
        options={shown.map((each) => ({ value: each.from, label: pick(periodInWords(each)) }))}
      />
    </div>
  )
}

interface Concerned {
  readonly key: number
  readonly name: string
  readonly organ: string | null
}
interface Personnel {
  readonly department: string | null
  readonly isMajor: boolean
  readonly concerned: readonly Concerned[]
}

interface BeginningProps {
  readonly choice: Choice
  readonly departments: readonly { readonly id: string; readonly zh: string; readonly en: string }[]
}

function Beginning({ choice, departments }: BeginningProps) {
  const { words, language } = useLanguage()
  const say = useBulletinWords()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { kind, tone } = choice
  const today = todayInBeijing()
  const lastYear = Number(today.slice(0, 4)) - 1
  const year = kind === 'annualReport' ? Number(search.get('year') ?? lastYear) : null
  const period = kind === 'situationReport' ? periodAskedFor(search, today) : null
  const [draft, write] = useState<Draft>(() =>
    beginningOf(
      {
        ...{ kind, year, period: period && [period.from, period.until] },
        title: year !== null ? say.annualTitle(year) : period ? say.situationTitle(periodInWords(period).zh) : '',
      },
      today,
    ),
  )
  const [personnel, setPersonnel] = useState<Personnel>({
    department: departments[0]?.id ?? null,
    isMajor: false,
    concerned: [{ key: nextKey(), name: '', organ: null }],
  })
  const drafting = useDrafting()
  const name = tone ? bulletinTermOf('circularTone', tone) : bulletinTerms.bulletinKind[kind]
  const save = () =>
    drafting.mutate(
      {
        ...{ kind, tone, year, corrects: search.get('corrects') },
        period: period && { span: period.span, from: period.from },
        ...bodyOf(draft, kind),
        personnel: kind === 'personnelNotice' ? sentPersonnel(personnel) : null,
      },
      { onSuccess: ({ bulletin }) => navigate(`/bulletins/${bulletin}`, { replace: true }) },
    )
  const isWhole =
    draft.title.trim() !== '' && (kind !== 'personnelNotice' || sentPersonnel(personnel).concerned.length > 0)
  return (
    <Page title={say.beginOf(name[language])} isNarrowColumn>
      {period && <PeriodChoice period={period} today={today} />}
      {kind === 'personnelNotice' && <p className="bulletin-secret">{say.secret}</p>}
      {kind === 'personnelNotice' && (
        <PersonnelFields personnel={personnel} departments={departments} onChange={setPersonnel} />
      )}
      <Editor draft={draft} kind={kind} saved={[]} onChange={write} />
      {drafting.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(drafting.error, words, language)} />
      )}
      <div className="bulletin-add">
        <Button type="primary" disabled={!isWhole} loading={drafting.isPending} onClick={save}>
          {say.save}
        </Button>
      </div>
    </Page>
  )
}

const sentPersonnel = ({ department, isMajor, concerned }: Personnel) => ({
  ...{ department, isMajor },
  concerned: concerned.filter(({ name }) => name.trim() !== '').map(({ name, organ }) => ({ name, organ })),
})

interface PersonnelProps {
  readonly personnel: Personnel
  readonly departments: BeginningProps['departments']
  readonly onChange: (personnel: Personnel) => void
}

function PersonnelFields({ personnel, departments, onChange }: PersonnelProps) {
  const { pick } = useLanguage()
  const say = useBulletinWords()
  const { concerned } = personnel
  const change = (next: Concerned) =>
    onChange({ ...personnel, concerned: concerned.map((each) => (each.key === next.key ? next : each)) })
  return (
    <div className="bulletin-editor">
      <label className="bulletin-label" htmlFor="bulletin-department">
        {say.department}
      </label>
      <Select
        id="bulletin-department"
        value={personnel.department}
        notFoundContent={say.departmentNone}
        onChange={(department) => onChange({ ...personnel, department })}
        options={departments.map((organ) => ({ value: organ.id, label: pick(organ) }))}
      />
      <Checkbox
        checked={personnel.isMajor}
        onChange={({ target }) => onChange({ ...personnel, isMajor: target.checked })}
      >
        {say.isMajor}
      </Checkbox>
      <h2 className="bulletin-label">{say.concerned}</h2>
      <p className="faint">{say.concernedSays}</p>
      {concerned.map((each) => (
        <div key={each.key} className="bulletin-concerned">
          <Input
            value={each.name}
            maxLength={100}
            placeholder={say.concernedName}
            aria-label={say.concernedName}
            onChange={({ target }) => change({ ...each, name: target.value })}
          />
          <OrganPicker
            value={each.organ}
            placeholder={say.concernedOrgan}
            aria-label={say.concernedOrgan}
            onChange={(organ) => change({ ...each, organ })}
          />
        </div>
      ))}
      <div className="bulletin-add">
        <Button
          onClick={() =>
            onChange({ ...personnel, concerned: [...concerned, { key: nextKey(), name: '', organ: null }] })
          }
        >
          {say.addConcerned}
        </Button>
      </div>
    </div>
  )
}

import { Form, Radio } from 'antd'
import { Link, useParams } from 'react-router'
import { themeTermOf, themeTerms } from '../../../../wording/theme-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { ActionsNow } from '../../layout/ActionsNow.tsx'
import { ActModal } from '../../layout/ActModal.tsx'
import { Area } from '../../layout/Area.tsx'
import { CaseColumns } from '../../layout/CaseColumns.tsx'
import { DayField } from '../../layout/DayField.tsx'
import { HistoryLines } from '../../layout/HistoryLines.tsx'
import { Page } from '../../layout/page.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { OrganPicker } from '../../organs/OrganPicker.tsx'
import { ClockBlock } from '../../petition/clocks.tsx'
import { Pairs } from '../../petition/facts.tsx'
import { TaskLines } from '../../tasks/TaskLines.tsx'
import { Bars } from '../topics/Bars.tsx'
import { type ThemeAct, type ThemeView, useTheme, useThemeAct } from './themes.ts'
import '../../petition/petition.css'
import '../../reports/reports.css'
import '../topics/topics.css'

/** One theme: its remedy, who answers for it, its steps, and whether it fell. */
export function ThemePage() {
  const { theme = '' } = useParams()
  const read = useTheme(theme)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={theme} theme={read.data} />
}

interface ThemeProps {
  readonly theme: ThemeView
}

function Whole({ theme }: ThemeProps) {
  const { words } = useLanguage()
  const say = words.themes
  return (
    <Page title={theme.name}>
      <CaseColumns
        facts={
          <section className="report-part">
            <h2>{say.page.remedy}</h2>
            <p className="prose">{theme.remedy}</p>
            <Measured theme={theme} />
            <Ended theme={theme} />
          </section>
        }
        side={
          <>
            <ActionsNow
              title={say.title}
              actions={theme.actions}
              dialog={({ action, ...named }, onClose) => (
                <ActDialog action={action} named={named} theme={theme} onClose={onClose} />
              )}
            />
            <Who theme={theme} />
            <ClockBlock clocks={theme.clocks} />
          </>
        }
        history={
          <>
            <TaskLines of={`theme:${theme.theme}`} />
            <section className="report-part">
              <h2>{say.page.history}</h2>
              <HistoryLines history={theme.history} />
            </section>
          </>
        }
      />
    </Page>
  )
}

/** Registrations before and since, and what they say. */
function Measured({ theme: { measured, line, name } }: ThemeProps) {
  const { words, pick, language } = useLanguage()
  const say = words.themes.page
  return (
    <>
      <h2>{say.measured}</h2>
      {measured.words.map((sentence, at) => (
        <p key={sentence.en} className={at === measured.words.length - 1 ? 'theme-found' : undefined}>
          {pick(sentence)}
        </p>
      ))}
      <Bars
        says={say.chart(name)}
        table={{ title: say.table, when: say.month, count: say.count }}
        bars={line.map(({ from, count, isBefore }) => ({
          ...{ key: from, label: fullDay(from, language), count, isPale: isBefore },
        }))}
      />
      <p className="faint">{say.pale}</p>
    </>
  )
}

function Ended({ theme: { closed, reopened } }: ThemeProps) {
  const { words, pick, language } = useLanguage()
  const say = words.themes.page
  return (
    <>
      {closed && (
        <>
          <h2>{say.closed}</h2>
          <article className="report-said">
            <h3>
              {themeTermOf('themeResult', closed.result)[language]}{' '}
              <span className="faint">{say.by(closed.by.name, fullDay(closed.on, language))}</span>
            </h3>
            <p className="prose">{closed.report}</p>
            {closed.measured.words.map((sentence) => (
              <p key={sentence.en} className="faint">
                {pick(sentence)}
              </p>
            ))}
          </article>
        </>
      )}
      {reopened.map(({ on, isByHouse, reason }) => (
        <p key={on} className="broken">
          {isByHouse ? say.roseAgain(fullDay(on, language)) : say.opened(fullDay(on, language), reason ?? '')}
        </p>
      ))}
    </>
  )
}

function Who({ theme: { governor, owner, officer, about, governedOn } }: ThemeProps) {
  const { words, pick, language } = useLanguage()
  const say = words.themes
  return (
    <section className="side-section">
      <h2>{say.page.who}</h2>
      <Pairs
        pairs={[
          [say.page.governor, pick(governor)] as const,
          [say.owner, pick(owner)] as const,
          ...(officer === null ? [] : [[say.page.officer, officer.name] as const]),
          [say.page.governedOn, fullDay(governedOn, language)] as const,
          [say.about, about.category === null ? pick(about.place) : `${pick(about.place)} · ${pick(about.category)}`],
        ]}
      />
      {about.topic !== null && <Link to={`/insight/topics/${about.topic}`}>{say.page.toTopic}</Link>}
    </section>
  )
}

type ActionName = ThemeView['actions'][number]['action']
type Typed = Readonly<Record<string, unknown>>

interface ActDialogProps extends ThemeProps {
  readonly action: ActionName
  readonly named: { readonly zh: string; readonly en: string }
  readonly onClose: () => void
}

function ActDialog({ action, named, theme, onClose }: ActDialogProps) {
  const { words, pick } = useLanguage()
  return (
    <ActModal<Typed, ThemeAct>
      title={pick(named)}
      follows={words.themes.follows[action]}
      doing={useThemeAct(theme.theme)}
      sent={(typed) => ({ action, body: bodyOf(action, typed), version: theme.version })}
      onClose={onClose}
    >
      <Fields action={action} theme={theme} />
    </ActModal>
  )
}

const bodyOf = (action: ActionName, { organ, ...typed }: Typed): object => {
  if (action === 'hand-over') return { ...typed, owner: { organ, officer: null } }
  return organ === undefined ? typed : { ...typed, organ }
}

function Fields({ action, theme }: Pick<ActDialogProps, 'action' | 'theme'>) {
  const { words } = useLanguage()
  const say = words.themes.fields
  switch (action) {
    case 'step':
      return (
        <>
          <OrganItem label={say.doer} />
          <Said name="what" label={say.what} />
          <DayItem name="due" label={say.due} />
        </>
      )
    case 'extend':
      return (
        <>
          <DayItem name="until" label={say.until} />
          <Said name="reason" label={say.reason} />
        </>
      )
    case 'hand-over':
      return (
        <>
          <OrganItem label={words.themes.owner} />
          <Said name="reason" label={say.reason} />
        </>
      )
    case 'close':
      return <Closing theme={theme} />
    case 'reopen':
      return <Said name="reason" label={say.reason} />
  }
}

function Closing({ theme }: ThemeProps) {
  const { words, pick } = useLanguage()
  const say = words.themes.fields
  const needed = [{ required: true, message: words.field.needed(say.result) }]
  const options = Object.entries(themeTerms.themeResult).map(([value, term]) => ({
    ...{ value, label: pick(term) },
    // the house refuses it as well, and says why
    disabled: value === 'solved' && theme.measured.verdict !== 'fell',
  }))
  return (
    <>
      <Form.Item name="result" label={say.result} extra={say.resultSays} rules={needed}>
        <Radio.Group options={options} />
      </Form.Item>
      <Said name="report" label={say.report} />
    </>
  )
}

function OrganItem({ label }: { readonly label: string }) {
  const { words } = useLanguage()
  return (
    <Form.Item name="organ" label={label} rules={[{ required: true, message: words.field.needed(label) }]}>
      <OrganPicker />
    </Form.Item>
  )
}

function Said({ name, label }: { readonly name: string; readonly label: string }) {
  const { words } = useLanguage()
  const rules = [{ required: true, whitespace: true, message: words.field.needed(label) }]
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Area rows={4} maxLength={4000} />
    </Form.Item>
  )
}

function DayItem({ name, label }: { readonly name: string; readonly label: string }) {
  const { words } = useLanguage()
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: words.field.needed(label) }]}>
      <DayField mayBePast={false} ahead={[14, 30, 60]} />
    </Form.Item>
  )
}

import { Form, Radio } from 'antd'
import { Link, useParams } from 'react-router'
import { warningTermOf, warningTerms } from '../../../wording/warning-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ActionsNow } from '../layout/ActionsNow.tsx'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { HistoryLines } from '../layout/HistoryLines.tsx'
import { More } from '../layout/More.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { ClockBlock } from '../petition/clocks.tsx'
import { Pairs } from '../petition/facts.tsx'
import { shownNumber } from '../petition/words.tsx'
import { WarningChart, WeekTable } from './WarningChart.tsx'
import { type BehindView, useAnswer, useBehind, useWarning, type WarningView } from './warnings.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './warnings.css'

/** One warning: what rises, against what was to be expected; the matters behind it; what it turned out to be. */
export function WarningPage() {
  const { warning = '' } = useParams()
  const read = useWarning(warning)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={warning} warning={read.data} />
}

interface WarningProps {
  readonly warning: WarningView
}

function Whole({ warning }: WarningProps) {
  const { words, pick } = useLanguage()
  const name = `${pick(warning.place)} · ${pick(warning.category)}`
  return (
    <Page title={name}>
      <CaseColumns
        facts={
          <section className="report-part">
            <h2>{words.rising.page.found}</h2>
            {warning.why.map((sentence) => (
              <p key={sentence.en}>{pick(sentence)}</p>
            ))}
            <WarningChart found={warning.found} name={name} />
            <WeekTable found={warning.found} />
          </section>
        }
        side={
          <>
            <ActionsNow
              title={words.rising.title}
              actions={warning.actions}
              dialog={(_, onClose) => <AnswerDialog warning={warning} onClose={onClose} />}
            />
            <SentTo warning={warning} />
            <ClockBlock clocks={warning.clocks} />
          </>
        }
        history={
          <>
            <Answer warning={warning} />
            <BehindIt warning={warning} />
            <section className="report-part">
              <h2>{words.rising.page.history}</h2>
              <HistoryLines history={warning.history} />
            </section>
          </>
        }
      />
    </Page>
  )
}

function Answer({ warning: { answer } }: WarningProps) {
  const { words, pick, language } = useLanguage()
  if (answer === null) return null
  const { on, organ, by, outcome, words: said } = answer
  return (
    <section className="report-part">
      <h2>{words.rising.page.answer}</h2>
      <article className="report-said">
        <h3>
          {warningTermOf('warningOutcome', outcome)[language]}{' '}
          <span className="faint">{words.rising.page.by(pick(organ), by.name, fullDay(on, language))}</span>
        </h3>
        <p className="prose">{said ?? words.rising.page.erased}</p>
      </article>
    </section>
  )
}

/** Who looks into it, who else was told, and by which ways the matters came. */
function SentTo({ warning: { recipients, found, handedUp } }: WarningProps) {
  const { words, pick, language } = useLanguage()
  const say = words.rising.page
  return (
    <>
      <section className="side-section">
        <h2>{say.sentTo}</h2>
        <Pairs
          pairs={recipients.map(
            ({ organ, part }) => [warningTermOf('warningPart', part)[language], pick(organ)] as const,
          )}
        />
        {handedUp.map(({ on, to }) => (
          <p key={`${on} ${to.id}`} className="broken">
            {say.cameUp(fullDay(on, language), pick(to))}
          </p>
        ))}
      </section>
      <section className="side-section">
        <h2>{say.sources}</h2>
        <Pairs
          pairs={[
            ...found.sources.map(
              ({ source, count }) => [warningTermOf('warningSource', source)[language], String(count)] as const,
            ),
            ...(found.again > 0 ? [[say.again, String(found.again)] as const] : []),
          ]}
        />
      </section>
    </>
  )
}

/** Whoever may see a matter opens it; how many there are stands above for everybody who was warned. */
function BehindIt({ warning }: WarningProps) {
  const { words } = useLanguage()
  const behind = useBehind(warning.warning)
  const say = words.rising.page
  const items = behind.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="report-part">
      <h2>{say.behind}</h2>
      <p className="faint">{say.behindSays(warning.found.count)}</p>
      {behind.isPending && <Skeleton lines={4} />}
      {behind.isError && <Trouble error={behind.error} onRetry={() => behind.refetch()} />}
      {behind.isSuccess && items.length === 0 && <p>{say.behindNone}</p>}
      <ul className="warning-behind">
        {items.map((item) => (
          <BehindLine key={item.matter} item={item} />
        ))}
      </ul>
      {behind.hasNextPage && (
        <More hasMore isLoading={behind.isFetchingNextPage} onMore={() => behind.fetchNextPage()} />
      )}
    </section>
  )
}

const pageOf = ({ matter, source }: BehindView): string =>
  source === 'dispute' ? `/disputes/${matter.slice('dispute:'.length)}` : `/petitions/${matter}`

function BehindLine({ item }: { readonly item: BehindView }) {
  const { words, pick, language } = useLanguage()
  const { matter, source, day, place, category, again } = item
  const kind = warningTermOf('warningSource', source)[language]
  return (
    <li>
      <Link to={pageOf(item)}>{source === 'dispute' ? kind : shownNumber(matter)}</Link>
      <span>{`${pick(place)} · ${pick(category)}`}</span>
      <span className="soft">
        {kind} · {fullDay(day, language)}
        {again && ` · ${words.rising.page.again}`}
      </span>
    </li>
  )
}

interface Typed {
  readonly outcome?: string
  readonly words?: string
}

function AnswerDialog({ warning, onClose }: WarningProps & { readonly onClose: () => void }) {
  const { words, pick } = useLanguage()
  const say = words.rising.dialog
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  const options = Object.entries(warningTerms.warningOutcome).map(([value, term]) => ({ value, label: pick(term) }))
  return (
    <ActModal<Typed, Parameters<ReturnType<typeof useAnswer>['mutate']>[0]>
      title={pick(warningTerms.warningCommand.AnswerWarning)}
      follows={say.follows}
      doing={useAnswer(warning.warning)}
      sent={({ outcome = '', words: said = '' }) => ({ body: { outcome, words: said }, version: warning.version })}
      onClose={onClose}
    >
      <Form.Item name="outcome" label={say.outcome} rules={needed(say.outcome)}>
        <Radio.Group options={options} />
      </Form.Item>
      <Form.Item name="words" label={say.words} extra={say.wordsSay} rules={needed(say.words)}>
        <Area rows={5} maxLength={4000} />
      </Form.Item>
    </ActModal>
  )
}

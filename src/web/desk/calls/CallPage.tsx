import { Form } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { callTermOf } from '../../../wording/call-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ActionsNow } from '../layout/ActionsNow.tsx'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { DayField } from '../layout/DayField.tsx'
import { HistoryLines } from '../layout/HistoryLines.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import { SuggestionLedger } from '../suggestions/Suggestions.tsx'
import { type CallView, useCall, useCallAct } from './calls.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './calls.css'

/** One call of one's own organ: what is asked, what came in, and what can be done now. */
export function CallPage() {
  const { call = '' } = useParams()
  const read = useCall(call)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={call} call={read.data} />
}

function Whole({ call }: { readonly call: CallView }) {
  return (
    <Page title={call.title}>
      <CaseColumns
        facts={<About call={call} />}
        side={<Actions call={call} />}
        history={
          <>
            {call.publishedOn && <Received call={call} />}
            <Happened call={call} />
          </>
        }
      />
    </Page>
  )
}

function About({ call }: { readonly call: CallView }) {
  const { words, pick, language } = useLanguage()
  const say = words.suggestion.call
  const { places, answeredBy, from, until, returned, withdrawn, report, publishedOn } = call
  const among = (all: typeof answeredBy | typeof places) => all.map(pick).join(language === 'zh' ? '、' : ', ')
  return (
    <section className="report-part">
      <p className="prose">{call.text}</p>
      {call.questions.length > 0 && (
        <ol className="call-questions">
          {call.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      )}
      <Pairs
        pairs={[
          [say.state, callTermOf('callStage', call.stage)[language]],
          [say.from, fullDay(from, language)],
          [say.until, fullDay(until, language)],
          ...(places.length > 0 ? ([[say.places, among(places)]] as const) : []),
          ...(answeredBy.length > 0 ? ([[say.answeredBy, among(answeredBy)]] as const) : []),
        ]}
      />
      {publishedOn && (
        <p>
          <a href={`/suggestions/${call.call}`}>{say.on}</a>
        </p>
      )}
      {returned && call.stage === 'draft' && (
        <Said head={say.returned(fullDay(returned.on, language))} text={returned.reason} />
      )}
      {withdrawn && <Said head={say.withdrawn(fullDay(withdrawn.on, language))} text={withdrawn.reason} />}
      {report && <Said head={say.report} text={report} />}
    </section>
  )
}

const Said = ({ head, text }: { readonly head: string; readonly text: string }) => (
  <blockquote className="task-said">
    <span className="faint">{head}</span>
    <p className="prose">{text}</p>
  </blockquote>
)

const figures = ['received', 'open', 'wholly', 'partly', 'notAdopted', 'elsewhere'] as const

function Received({ call }: { readonly call: CallView }) {
  const { words } = useLanguage()
  const say = words.suggestion.call
  return (
    <section className="report-part">
      <h2>{say.standing}</h2>
      <dl className="call-figures">
        {figures.map((figure) => (
          <div key={figure}>
            <dt>{say[figure]}</dt>
            <dd>{call.standing[figure]}</dd>
          </div>
        ))}
      </dl>
      <SuggestionLedger call={call.call} stage={null} waits={false} />
    </section>
  )
}

type Action = CallView['actions'][number]

function Actions({ call }: { readonly call: CallView }) {
  const { words } = useLanguage()
  const navigate = useNavigate()
  return (
    <ActionsNow
      title={words.suggestion.tabs.calls}
      actions={call.actions}
      elsewhere={{ edit: () => void navigate(`/calls/${call.call}/edit`) }}
      dialog={(action, onClose) => <ActDialog key={action.action} action={action} call={call} onClose={onClose} />}
    />
  )
}

interface Typed {
  readonly reason?: string
  readonly until?: string
  readonly report?: string
}

interface ActDialogProps {
  readonly action: Action
  readonly call: CallView
  readonly onClose: () => void
}

function ActDialog({ action: { action, zh, en }, call, onClose }: ActDialogProps) {
  const { words, pick } = useLanguage()
  const say = words.suggestion.call
  const needed = (what: string) => [{ required: true, whitespace: true, message: say.needed(what) }]
  const hasReason = action === 'return' || action === 'withdraw' || action === 'prolong'
  return (
    <ActModal<Typed, Parameters<ReturnType<typeof useCallAct>['mutate']>[0]>
      title={pick({ zh, en })}
      follows={action === 'edit' ? null : words.suggestion.follows[action]}
      doing={useCallAct(call.call)}
      sent={(typed) => ({ action, body: { ...typed }, version: call.version })}
      onClose={onClose}
    >
      {action === 'prolong' && (
        <Form.Item name="until" label={say.until} rules={needed(say.until)}>
          <DayField ahead={[15, 30]} mayBePast={false} />
        </Form.Item>
      )}
      {hasReason && (
        <Form.Item name="reason" label={say.reason} rules={needed(say.reason)}>
          <Area rows={4} maxLength={4000} />
        </Form.Item>
      )}
      {action === 'close' && (
        <Form.Item name="report" label={say.report} extra={say.reportHint} rules={needed(say.report)}>
          <Area rows={8} maxLength={20_000} />
        </Form.Item>
      )}
    </ActModal>
  )
}

function Happened({ call }: { readonly call: CallView }) {
  const { words } = useLanguage()
  return (
    <section className="report-part">
      <h2>{words.suggestion.call.history}</h2>
      <HistoryLines history={call.history} />
    </section>
  )
}

/** 备份与恢复: whether the house is saved, what to do about it, and how the last drill went. For administrators. */
import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import type { Received } from '../../../platform/http/endpoint.ts'
import type { readBackups } from '../../../register/backup/contract.ts'
import { instantInWords, sizeInWords } from '../../shared/days.ts'
import { call } from '../api.ts'
import { useIsNarrow } from '../layout/media.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import { useSession } from '../session/session-context.ts'
import './house.css'
import './backups.css'

type Backups = Received<typeof readBackups>
type Run = Backups['runs'][number]

const everyMs = 30_000

export function BackupsPage() {
  const { words } = useLanguage()
  const { has } = useSession()
  const isAdministrator = has('administrator')
  const read = useQuery({
    queryKey: ['backups'],
    enabled: isAdministrator,
    refetchInterval: everyMs,
    queryFn: ({ signal }) => call<typeof readBackups>('GET', '/api/house/backups', {}, { signal }),
  })
  return (
    <Page title={words.backups.title}>
      {!isAdministrator && <Nothing title={words.backups.notYours} />}
      {isAdministrator && read.isPending && <Skeleton lines={8} />}
      {read.isError && <Trouble error={read.error} onRetry={() => read.refetch()} />}
      {read.data && <Shown backups={read.data} />}
    </Page>
  )
}

function Shown({ backups }: { readonly backups: Backups }) {
  const last = backups.runs.find(({ state }) => state === 'made') ?? null
  return (
    <div className="backups">
      <Standing backups={backups} />
      <div className="backups-column">
        <ToDo backups={backups} last={last} />
        <LastDrill drill={backups.lastDrill} />
      </div>
      <Last backups={backups} last={last} />
      <Runs runs={backups.runs} />
    </div>
  )
}

interface WithLast {
  readonly backups: Backups
  readonly last: Run | null
}

/** The newest that the house made by itself: one made by hand may lie anywhere. */
const lastScheduled = ({ runs }: Backups) => runs.find(({ state, cause }) => state === 'made' && cause === 'schedule')

function Standing({ backups }: Pick<WithLast, 'backups'>) {
  const { words, language } = useLanguage()
  const { standing, standingSays } = words.backups
  const made = lastScheduled(backups)
  const at = made?.madeAt ? instantInWords(made.madeAt, language) : null
  const isWaiting = backups.standing === 'good' && at === null
  const shown = isWaiting ? 'waiting' : backups.standing
  const says = () => {
    if (isWaiting) return standingSays.waiting(instantInWords(backups.schedule?.next ?? '', language))
    if (backups.standing === 'good') return standingSays.good(at ?? '')
    if (backups.standing === 'late') return at === null ? standingSays.lateNever : standingSays.late(at)
    return standingSays[backups.standing]
  }
  return (
    <section className={`panel backups-standing is-${shown}`} aria-labelledby="standing">
      <h2 id="standing">{standing[shown]}</h2>
      <p>{says()}</p>
    </section>
  )
}

function ToDo({ backups, last }: WithLast) {
  const { words } = useLanguage()
  const say = words.backups
  const drill = backups.lastDrill
  const todo: readonly (ReactNode | false)[] = [
    backups.standing === 'off' && <Step key="set" says={say.setUp} />,
    backups.standing === 'off' && <Step key="hand" says={say.byHand} run="npx xinqiao backup /media/usb/xinqiao.tar" />,
    backups.standing === 'failed' && <Step key="failed" says={say.lookAtFault} run="npx xinqiao backup" />,
    backups.standing === 'late' && <Step key="late" says={say.lookAtHouse} run="npx xinqiao backup" />,
    (last?.missing ?? 0) > 0 && <Step key="missing" says={say.missing(last?.missing ?? 0)} />,
    last !== null && last.cause === 'schedule' && !last.isThere && <Step key="gone" says={say.gone(last.name)} />,
    last !== null && drill === null && <Step key="drill" says={say.drillNever} run="npx xinqiao drill" />,
    drill !== null && drill.state !== 'sound' && <Step key="bad" says={say.drillBad} run="npx xinqiao drill" />,
    drill !== null && drill.state === 'sound' && backups.isDrillDue && (
      <Step key="again" says={say.drillLongAgo} run="npx xinqiao drill" />
    ),
  ]
  const steps = todo.filter((step) => step !== false)
  return (
    <section className="panel" aria-labelledby="to-do">
      <h2 id="to-do">{say.toDo}</h2>
      {steps.length === 0 && <p>{say.nothingToDo}</p>}
      <ul className="backups-steps">
        {steps}
        <Step says={say.keys} run="npx xinqiao keys backup FILE" isFaint />
      </ul>
    </section>
  )
}

interface StepProps {
  readonly says: string
  readonly run?: string
  /** Always so, whatever the standing. */
  readonly isFaint?: boolean
}

function Step({ says, run, isFaint = false }: StepProps) {
  return (
    <li className={isFaint ? 'faint' : undefined}>
      {says}
      {run && <code>{run}</code>}
    </li>
  )
}

function Last({ backups: { schedule }, last }: WithLast) {
  const { words, language } = useLanguage()
  const say = words.backups
  const took = useTook()
  const number = useNumber()
  if (last === null && schedule === null) return null
  return (
    <section className="panel" aria-labelledby="last">
      <h2 id="last">{say.last}</h2>
      <Pairs
        pairs={[
          [say.made, last?.endedAt && instantInWords(last.endedAt, language)],
          [say.moment, last?.madeAt && instantInWords(last.madeAt, language)],
          [say.cause, last && say.causes[last.cause]],
          [say.size, last?.bytes ? sizeInWords(last.bytes) : null],
          [say.took, last && took(last)],
          [say.holds, last && say.holding(number(last.facts), number(last.files))],
          [say.file, last && <span className="backups-name">{`${last.folder}/${last.name}`}</span>],
          [say.digest, last?.sha256 && <span className="backups-name">{last.sha256}</span>],
          [say.next, schedule && `${instantInWords(schedule.next, language)} · ${say.every(schedule.at)}`],
          [say.folder, schedule && <span className="backups-name">{schedule.folder}</span>],
          [say.keep, schedule && say.keeping(schedule.keep.days, schedule.keep.weeks, schedule.keep.months)],
        ]}
      />
    </section>
  )
}

function LastDrill({ drill }: { readonly drill: Backups['lastDrill'] }) {
  const { words, language } = useLanguage()
  const say = words.backups
  const took = useTook()
  const number = useNumber()
  return (
    <section className="panel" aria-labelledby="drill">
      <h2 id="drill">{say.drill}</h2>
      {drill === null && <p>{say.noDrill}</p>}
      {drill && (
        <Pairs
          pairs={[
            [say.began, instantInWords(drill.beganAt, language)],
            [
              say.file,
              <span key="name" className="backups-name">
                {drill.name}
              </span>,
            ],
            [say.moment, drill.madeAt && instantInWords(drill.madeAt, language)],
            [
              say.result,
              <Tag key="state" color={drill.state === 'sound' ? 'green' : 'red'}>
                {say.drillStates[drill.state]}
              </Tag>,
            ],
            [say.fault, drill.faultKind && <Fault key="fault" fault={drill} />],
            [say.holds, drill.pieces === null ? null : say.pieces(number(drill.pieces))],
            [say.took, took(drill)],
          ]}
        />
      )}
      <p className="faint">{say.drillSays}</p>
    </section>
  )
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  const { words } = useLanguage()
  const isNarrow = useIsNarrow()
  return (
    <section className="backups-runs" aria-labelledby="runs">
      <h2 id="runs">{words.backups.runs}</h2>
      {runs.length === 0 && <Nothing title={words.backups.noRuns} says={words.backups.noRunsSays} />}
      {runs.length > 0 && (isNarrow ? <Cards runs={runs} /> : <Table runs={runs} />)}
    </section>
  )
}

function Table({ runs }: { readonly runs: readonly Run[] }) {
  const { words, language } = useLanguage()
  const say = words.backups
  const took = useTook()
  const number = useNumber()
  return (
    <table className="ledger" aria-labelledby="runs">
      <colgroup>
        <col style={{ width: 190 }} />
        <col style={{ width: 96 }} />
        <col style={{ width: 110 }} />
        <col style={{ width: 110 }} />
        <col style={{ width: 120 }} />
        <col style={{ width: 90 }} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{say.began}</th>
          <th scope="col">{say.cause}</th>
          <th scope="col">{say.state}</th>
          <th scope="col" className="end">
            {say.size}
          </th>
          <th scope="col" className="end">
            {say.facts}
          </th>
          <th scope="col" className="end">
            {say.took}
          </th>
          <th scope="col">{say.file}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={`${run.beganAt} ${run.name}`}>
            <td>{instantInWords(run.beganAt, language)}</td>
            <td>{say.causes[run.cause]}</td>
            <td>
              <State run={run} />
            </td>
            <td className="end">{run.bytes !== null && sizeInWords(run.bytes)}</td>
            <td className="end">{run.facts !== null && number(run.facts)}</td>
            <td className="end">{took(run)}</td>
            <td className="backups-wrapped">
              <span className="backups-name">{run.name}</span>
              <Remark run={run} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cards({ runs }: { readonly runs: readonly Run[] }) {
  const { words, language } = useLanguage()
  const say = words.backups
  return (
    <ul className="backups-cards">
      {runs.map((run) => (
        <li key={`${run.beganAt} ${run.name}`}>
          <div>
            {instantInWords(run.beganAt, language)} <State run={run} />
          </div>
          <div className="soft">
            {[say.causes[run.cause], ...(run.bytes === null ? [] : [sizeInWords(run.bytes)])].join(' · ')}
          </div>
          <div className="backups-name">{run.name}</div>
          <Remark run={run} />
        </li>
      ))}
    </ul>
  )
}

const colours = { running: 'blue', made: 'green', failed: 'red', removed: 'default' } as const

function State({ run }: { readonly run: Run }) {
  const { words } = useLanguage()
  return <Tag color={colours[run.state]}>{words.backups.states[run.state]}</Tag>
}

/** In the reader's language, and below it what the machine said. */
function Fault({ fault: { faultKind, fault } }: { readonly fault: Pick<Run, 'faultKind' | 'fault'> }) {
  const { words } = useLanguage()
  return (
    <>
      <p className="backups-fault">{words.backups.faults[faultKind ?? 'other']}</p>
      {fault && (
        <p className="faint backups-said" lang="en">
          {fault}
        </p>
      )}
    </>
  )
}

/** Why it failed, or that it is not there any more. */
function Remark({ run }: { readonly run: Run }) {
  const { words } = useLanguage()
  if (run.faultKind) return <Fault fault={run} />
  return run.state === 'made' && !run.isThere ? <p className="faint">{words.backups.elsewhere}</p> : null
}

function useNumber(): (count: number | null) => string {
  const { language } = useLanguage()
  const format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB')
  return (count) => (count === null ? '' : format.format(count))
}

function useTook(): (run: { readonly beganAt: string; readonly endedAt: string | null }) => string | null {
  const { seconds, minutes } = useLanguage().words.backups
  return ({ beganAt, endedAt }) => {
    if (endedAt === null) return null
    const took = Math.max(1, Math.round((Date.parse(endedAt) - Date.parse(beganAt)) / 1000))
    return took < 120 ? seconds(took) : minutes(Math.round(took / 60))
  }
}

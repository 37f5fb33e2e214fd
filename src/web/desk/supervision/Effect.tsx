import { Button } from 'antd'
import { useSearchParams } from 'react-router'
import { type Day, parseDay } from '../../../kernel/day.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import type { readEffect } from '../../../supervision/contract.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { DayField } from '../layout/DayField.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { download, toCsv } from '../register/csv.ts'
import { useEffectOf } from './supervision.ts'
import { useSupervisionWords } from './words.ts'

type EffectRow = Received<typeof readEffect>['rows'][number]

/** 督办效果: whether orders were reported on in time, whether what was owed was done, and whether the same came again. */
export function Effect() {
  const { say } = useSupervisionWords()
  const { period, go } = usePeriod()
  const effect = useEffectOf(period)
  return (
    <>
      <p className="soft page-says">{say.effect.says}</p>
      <div className="board-tools">
        {(['month', 'quarter', 'year'] as const).map((name) => (
          <Button
            key={name}
            type={period.from === beginOf(name) && period.until === todayInBeijing() ? 'primary' : 'default'}
            ghost={period.from === beginOf(name)}
            onClick={() => go({ from: beginOf(name), until: todayInBeijing() })}
          >
            {say.effect.presets[name]}
          </Button>
        ))}
        <label className="effect-day" htmlFor="effect-from">
          <span className="soft">{say.effect.from}</span>
          <DayField
            id="effect-from"
            value={period.from}
            mayBeFuture={false}
            onChange={(day) => day && go({ from: day })}
          />
        </label>
        <label className="effect-day" htmlFor="effect-until">
          <span className="soft">{say.effect.until}</span>
          <DayField
            id="effect-until"
            value={period.until}
            mayBeFuture={false}
            onChange={(day) => day && go({ until: day })}
          />
        </label>
        {effect.data && effect.data.rows.length > 0 && <Export rows={effect.data.rows} period={period} />}
      </div>
      {effect.isPending && <Skeleton lines={8} />}
      {effect.isError && <Trouble error={effect.error} onRetry={() => effect.refetch()} />}
      {effect.data?.rows.length === 0 && <Nothing title={say.effect.none} says={say.effect.noneSays} />}
      {effect.data && effect.data.rows.length > 0 && (
        <div className={effect.isPlaceholderData ? 'stale' : undefined}>
          <Table rows={effect.data.rows} />
        </div>
      )}
    </>
  )
}

function Table({ rows }: { readonly rows: readonly EffectRow[] }) {
  const { pick } = useLanguage()
  const { say } = useSupervisionWords()
  const { effect } = say
  const most = Math.max(...rows.map(({ opened }) => opened), 1)
  return (
    <table className="effect" aria-label={say.views.effect}>
      <thead>
        <tr>
          <th scope="col">{effect.organ}</th>
          <th scope="col" className="end">
            {effect.opened}
          </th>
          <th scope="col">
            {effect.reported}
            <span className="effect-legend" aria-hidden="true">
              <i className="bar-in-time" /> {effect.inTime} <i className="bar-late" /> {effect.late}{' '}
              <i className="bar-unreported" /> {effect.unreported}
            </span>
          </th>
          <th scope="col" className="end">
            {effect.executed}
          </th>
          <th scope="col" className="end">
            {effect.closed}
          </th>
          <th scope="col" className="end">
            {effect.relapsed}
          </th>
          <th scope="col" className="end">
            {effect.days}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.organ.id}>
            <th scope="row">{pick(row.organ)}</th>
            <td className="end" data-name={effect.opened}>
              {row.opened}
            </td>
            <td data-name={effect.reported}>
              <Bar row={row} most={most} />
            </td>
            <td className="end" data-name={effect.executed}>
              {row.executed}
            </td>
            <td className="end" data-name={effect.closed}>
              {row.closed}
            </td>
            <td className={row.relapsed > 0 ? 'end broken' : 'end'} data-name={effect.relapsed}>
              {row.relapsed}
            </td>
            <td className="end" data-name={effect.days}>
              {row.medianDays ?? '–'}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{effect.total}</th>
          <td className="end" data-name={effect.opened}>
            {sum(rows, 'opened')}
          </td>
          <td data-name={effect.reported}>
            {effect.bar(sum(rows, 'reportedInTime'), sum(rows, 'reportedLate'), sum(rows, 'unreported'))}
          </td>
          <td className="end" data-name={effect.executed}>
            {sum(rows, 'executed')}
          </td>
          <td className="end" data-name={effect.closed}>
            {sum(rows, 'closed')}
          </td>
          <td className="end" data-name={effect.relapsed}>
            {sum(rows, 'relapsed')}
          </td>
          <td />
        </tr>
      </tfoot>
    </table>
  )
}

type Counted = Exclude<keyof EffectRow, 'organ' | 'medianDays'>
const sum = (rows: readonly EffectRow[], name: Counted): number => rows.reduce((total, row) => total + row[name], 0)

/** As long as the orders are many beside those of the others, divided by how they were reported on. */
function Bar({ row, most }: { readonly row: EffectRow; readonly most: number }) {
  const { say } = useSupervisionWords()
  const { reportedInTime, reportedLate, unreported } = row
  const said = say.effect.bar(reportedInTime, reportedLate, unreported)
  const width = 200 / most
  return (
    <svg className="effect-bar" viewBox="0 0 200 12" preserveAspectRatio="none" role="img" aria-label={said}>
      <title>{said}</title>
      <rect className="bar-in-time" x={0} width={reportedInTime * width} height={12} />
      <rect className="bar-late" x={reportedInTime * width} width={reportedLate * width} height={12} />
      <rect
        className="bar-unreported"
        x={(reportedInTime + reportedLate) * width}
        width={unreported * width}
        height={12}
      />
    </svg>
  )
}

interface ExportProps {
  readonly rows: readonly EffectRow[]
  readonly period: Period
}

function Export({ rows, period }: ExportProps) {
  const { pick } = useLanguage()
  const { say } = useSupervisionWords()
  const { effect } = say
  const save = () => {
    const head = [
      ...[effect.organ, effect.opened, `${effect.reported} ${effect.inTime}`, `${effect.reported} ${effect.late}`],
      ...[effect.unreported, effect.executed, effect.closed, effect.relapsed, effect.days],
    ]
    const lines = rows.map((row) => [
      pick(row.organ),
      ...[row.opened, row.reportedInTime, row.reportedLate, row.unreported, row.executed, row.closed].map(String),
      ...[String(row.relapsed), row.medianDays === null ? '' : String(row.medianDays)],
    ])
    download(`${effect.file}-${period.from}-${period.until}.csv`, toCsv([head, ...lines]), 'text/csv')
  }
  return (
    <Button className="board-export" onClick={save}>
      {effect.export}
    </Button>
  )
}

interface Period {
  readonly from: string
  readonly until: string
}

function beginOf(name: 'month' | 'quarter' | 'year'): Day {
  const today = todayInBeijing()
  const year = today.slice(0, 4)
  if (name === 'year') return `${year}-01-01` as Day
  const month = Number(today.slice(5, 7))
  const first = name === 'month' ? month : month - ((month - 1) % 3)
  return `${year}-${String(first).padStart(2, '0')}-01` as Day
}

/** This quarter unless the address says another period. */
function usePeriod() {
  const [search, setSearch] = useSearchParams()
  const period: Period = {
    from: parseDay(search.get('from') ?? '') ?? beginOf('quarter'),
    until: parseDay(search.get('until') ?? '') ?? todayInBeijing(),
  }
  const go = (to: Partial<Period>) => setSearch({ view: 'effect', ...period, ...to }, { replace: true })
  return { period, go }
}

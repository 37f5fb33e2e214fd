import { useMemo } from 'react'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { useLanguage } from '../locales/language.tsx'
import { DaysLeft, LastDay } from '../petition/words.tsx'
import type { OrderRow } from './supervision.ts'
import { useRowTitle, useSupervisionWords } from './words.ts'

interface OrderLedgerProps {
  readonly rows: readonly OrderRow[]
  /** Own orders name whom they are for; others name also who opened them. */
  readonly isOwn: boolean
}

export function OrderLedger({ rows, isOwn }: OrderLedgerProps) {
  const { say } = useSupervisionWords()
  const columns = useColumns(isOwn)
  return (
    <Ledger
      label={say.views.orders}
      rows={rows}
      columns={columns}
      keyOf={({ matter, order }) => `${matter}/${order}`}
      hrefOf={({ matter }) => `/supervision/${matter}`}
      linked="title"
      card={(row) => <OrderCard row={row} isOwn={isOwn} />}
    />
  )
}

/** What was reported in time and waits to be verified is not late, whatever the day: then the day alone is said. */
const dueOf = ({ due, daysLeft, isOverdue }: OrderRow) =>
  daysLeft === null || (daysLeft < 0 && !isOverdue) ? null : { lastDay: due, daysLeft, isOverdue }

function useColumns(isOwn: boolean): readonly Column<OrderRow>[] {
  const { words, pick, language } = useLanguage()
  const { say, said } = useSupervisionWords()
  const titleOf = useRowTitle()
  return useMemo(() => {
    const organs = (row: OrderRow) => row.organs.map(pick).join(language === 'zh' ? '、' : ', ')
    const columns: Column<OrderRow>[] = [
      {
        key: 'due',
        title: words.column.due,
        width: 'var(--due-width)',
        cell: (row) => {
          const due = dueOf(row)
          return due ? (
            <LastDay {...due} />
          ) : (
            <span className="faint">{fullDay(row.closedOn ?? row.due, language)}</span>
          )
        },
      },
      {
        key: 'kind',
        title: say.orders.kind,
        width: 128,
        text: ({ kind }) => said('orderKind', kind),
        cell: ({ kind }) => <KindMark kind={kind} />,
      },
      {
        key: 'title',
        title: words.column.title,
        isWide: true,
        text: titleOf,
        cell: titleOf,
      },
      { key: 'organs', title: say.orders.addressees, width: 210, text: organs, cell: organs },
      {
        key: 'by',
        title: say.orders.by,
        width: 190,
        text: ({ by }) => pick(by),
        cell: ({ by }) => pick(by),
      },
      {
        key: 'state',
        title: say.orders.state,
        width: 150,
        cell: (row) => <Progress row={row} />,
      },
      {
        key: 'opened',
        title: say.orders.opened,
        width: 128,
        cell: ({ openedOn }) => <span className="nowrap soft">{fullDay(openedOn, language)}</span>,
      },
    ]
    return isOwn ? columns.filter(({ key }) => key !== 'by') : columns
  }, [isOwn, words, pick, language, say, said, titleOf])
}

/** 挂牌 stands out: it is the strictest, and public. */
export function KindMark({ kind }: { readonly kind: string }) {
  const { said } = useSupervisionWords()
  return <span className={kind === 'listed' ? 'mark mark-listed' : 'mark'}>{said('orderKind', kind)}</span>
}

function Progress({ row }: { readonly row: OrderRow }) {
  const { say, said } = useSupervisionWords()
  const { state, relapses } = row
  return (
    <>
      <span className={state === 'reported' ? 'order-to-verify' : state === 'open' ? undefined : 'soft'}>
        {said('orderState', state)}
      </span>
      {relapses > 0 && <span className="broken"> · {say.orders.relapsed(relapses)}</span>}
    </>
  )
}

/** One order on a phone. */
function OrderCard({ row, isOwn }: Pick<OrderLedgerProps, 'isOwn'> & { readonly row: OrderRow }) {
  const { pick, language } = useLanguage()
  const titleOf = useRowTitle()
  const due = dueOf(row)
  return (
    <div className="work-card">
      <div className="work-card-top">
        <KindMark kind={row.kind} />
        {due ? <DaysLeft {...due} /> : <span className="faint">{fullDay(row.closedOn ?? row.due, language)}</span>}
      </div>
      <div className="work-card-title">{titleOf(row)}</div>
      <div className="work-card-foot faint">
        <span>{row.organs.map(pick).join(language === 'zh' ? '、' : ', ')}</span>
        {!isOwn && <span>{pick(row.by)}</span>}
        <Progress row={row} />
      </div>
    </div>
  )
}

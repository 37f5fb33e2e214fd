/** The home of whoever supervises and does nothing else: what must be done now, most urgent first. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { CandidateList } from './CandidateList.tsx'
import { OrderLedger } from './OrderLedger.tsx'
import { ReferredList } from './ReferredList.tsx'
import { type OrderRow, useCandidates, useOrders, useReferred, type Which } from './supervision.ts'
import { shownCount, useSupervisionWords } from './words.ts'
import './supervision.css'

const shownAtOnce = 8
/** Of the orders, the most urgent of a page of the list: what waits longest stands first there. */
const readAtOnce = 100

export function SupervisorHome() {
  const { words } = useLanguage()
  const { say } = useSupervisionWords()
  const candidates = useCandidates({ state: 'open', rule: [], organ: null }, shownAtOnce)
  const mine = useOpenOrders('mine')
  const ask = useOpenOrders('ask')
  const forUs = useOpenOrders('forUs')
  const referred = useReferred(true)
  const lists = [candidates, referred, mine.list, ask.list, forUs.list]
  const failed = lists.find(({ isError }) => isError)
  const found = candidates.data?.pages[0]
  const toVerify = mine.rows.filter(({ state }) => state === 'reported')
  const overdue = mine.rows.filter(({ state, isOverdue }) => state === 'open' && isOverdue)
  const asked = referred.data?.items ?? []
  const isEmpty = [found?.items ?? [], asked, toVerify, overdue, ask.rows, forUs.rows].every(
    (rows) => rows.length === 0,
  )
  return (
    <Page title={words.worklist.title}>
      {failed && <Trouble error={failed.error} onRetry={() => failed.refetch()} />}
      {!failed && lists.some(({ isPending }) => isPending) && <Skeleton lines={12} />}
      {!failed && lists.every(({ isSuccess }) => isSuccess) && isEmpty && (
        <Nothing title={say.home.nothing} says={say.home.nothingSays} />
      )}
      {found && found.items.length > 0 && (
        <Waiting
          title={say.home.candidates}
          count={found.counts.open}
          isBroken={found.counts.late > 0}
          says={say.home.candidatesSays}
          to="/supervision?view=candidates"
        >
          <CandidateList rows={found.items} />
        </Waiting>
      )}
      {asked.length > 0 && (
        <Waiting title={say.home.referred} count={asked.length} says={say.home.referredSays}>
          <ReferredList rows={asked} />
        </Waiting>
      )}
      <WaitingOrders title={say.home.verify} rows={toVerify} which="mine" />
      <WaitingOrders title={say.home.overdue} rows={overdue} which="mine" isBroken />
      <WaitingOrders title={say.home.answer} rows={forUs.rows} which="forUs" />
      <WaitingOrders title={say.home.ask} rows={ask.rows} which="ask" />
    </Page>
  )
}

function useOpenOrders(which: Which) {
  const list = useOrders({ which, state: 'open', kind: [] }, readAtOnce)
  return { list, rows: list.data?.pages[0]?.items ?? [] }
}

interface WaitingProps {
  readonly title: string
  readonly count: number
  readonly isBroken?: boolean
  readonly says?: string
  /** Where all of them stand; left out where they all stand here. */
  readonly to?: string
  readonly children: ReactNode
}

function Waiting({ title, count, isBroken = false, says, to, children }: WaitingProps) {
  const { say } = useSupervisionWords()
  return (
    <section className="waiting">
      <header>
        <h2>
          {title} <strong className={isBroken ? 'broken' : undefined}>{shownCount(count)}</strong>
        </h2>
        {says && <p className="faint">{says}</p>}
        {count > shownAtOnce && to && (
          <Link to={to} className="waiting-all">
            {say.home.all(shownCount(count))}
          </Link>
        )}
      </header>
      {children}
    </section>
  )
}

interface WaitingOrdersProps {
  readonly title: string
  readonly rows: readonly OrderRow[]
  readonly which: Which
  readonly isBroken?: boolean
}

function WaitingOrders({ title, rows, which, isBroken = false }: WaitingOrdersProps) {
  if (rows.length === 0) return null
  return (
    <Waiting title={title} count={rows.length} isBroken={isBroken} to={`/supervision?view=orders&which=${which}`}>
      <OrderLedger rows={rows.slice(0, shownAtOnce)} isOwn={which === 'mine'} />
    </Waiting>
  )
}

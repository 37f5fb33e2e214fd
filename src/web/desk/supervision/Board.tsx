import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../layout/page.tsx'
import { Candidates } from './Candidates.tsx'
import { Effect } from './Effect.tsx'
import { OpenOrder } from './OpenOrder.tsx'
import { Orders } from './Orders.tsx'
import { Plan } from './Plan.tsx'
import { useSupervises } from './supervises.ts'
import { useSupervisionWords } from './words.ts'
import './supervision.css'

const views = { candidates: Candidates, orders: Orders, plan: Plan, effect: Effect } as const
type View = keyof typeof views

/** 督查督办: what the rules found, the orders, the plan that all inspectors share, and what came of it. */
export function Board() {
  const { say } = useSupervisionWords()
  const supervises = useSupervises()
  const [search] = useSearchParams()
  const open: readonly View[] = supervises ? ['candidates', 'orders', 'plan', 'effect'] : ['orders', 'effect']
  const view = open.find((one) => one === search.get('view')) ?? (open[0] as View)
  const Shown = views[view]
  return (
    <Page title={say.title} beside={supervises && <Special />}>
      <nav className="board-views" aria-label={say.viewsLabel}>
        {open.map((one) => (
          <Link key={one} to={`/supervision?view=${one}`} aria-current={one === view ? 'page' : undefined}>
            {say.views[one]}
          </Link>
        ))}
      </nav>
      <Shown />
    </Page>
  )
}

/** 专项督查: over a topic and a period, not over one petition. */
function Special() {
  const { say } = useSupervisionWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{say.begin.topic}</Button>
      {isOpen && <OpenOrder on={{ is: 'topic' }} onClose={() => setIsOpen(false)} />}
    </>
  )
}

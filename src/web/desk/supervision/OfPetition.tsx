/** On the page of a petition: which orders there are on it, the way to them, and the way to put it under supervision. */
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import type { PetitionView } from '../petition/petition.ts'
import { DaysLeft } from '../petition/words.tsx'
import { OpenOrder } from './OpenOrder.tsx'
import { KindMark } from './OrderLedger.tsx'
import { useSupervises } from './supervises.ts'
import { type OrderRow, useSupervisionOf } from './supervision.ts'
import { useSupervisionWords } from './words.ts'
import './supervision.css'

export function OfPetition({ petition }: { readonly petition: PetitionView }) {
  const { say } = useSupervisionWords()
  const supervises = useSupervises()
  const [isOpening, setIsOpening] = useState(false)
  const of = useSupervisionOf(petition.number)
  const orders = of.data?.orders ?? []
  const matter = of.data?.matter ?? null
  if (of.data && !supervises && orders.length === 0) return null
  if (of.isPending) return null
  return (
    <section className="side-section">
      <h2>{say.begin.title}</h2>
      {of.isError && <p className="faint">{say.begin.failed}</p>}
      {of.data && orders.length === 0 && <p className="faint">{say.begin.none}</p>}
      <ul className="of-petition">
        {orders.map((order) => (
          <li key={order.order}>
            <OneOrder order={order} />
          </li>
        ))}
      </ul>
      {matter && orders.length === 0 && <Link to={`/supervision/${matter}`}>{say.begin.open}</Link>}
      {of.data && !matter && supervises && <Button onClick={() => setIsOpening(true)}>{say.begin.act}</Button>}
      {isOpening && (
        <OpenOrder
          on={{ is: 'petition', number: petition.number, holder: petition.holder.id }}
          onClose={() => setIsOpening(false)}
        />
      )}
    </section>
  )
}

function OneOrder({ order }: { readonly order: OrderRow }) {
  const { pick, language } = useLanguage()
  const { said } = useSupervisionWords()
  const { kind, state, by, daysLeft, isOverdue, due } = order
  return (
    <Link to={`/supervision/${order.matter}`} className="of-petition-order">
      <span>
        <KindMark kind={kind} />
        {said('orderState', state)}
      </span>
      <span className="faint">
        {pick(by)} · {fullDay(due, language)}
      </span>
      {daysLeft !== null && <DaysLeft daysLeft={daysLeft} isOverdue={isOverdue} />}
    </Link>
  )
}

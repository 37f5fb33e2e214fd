/** On the page of a petition: which orders there are on it, the way to them, and the way to put it under supervision. */
import { useState } from 'react'
import { Link } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { SideBlock } from '../layout/SideBlocks.tsx'
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
  const { pick } = useLanguage()
  const { say } = useSupervisionWords()
  const supervises = useSupervises()
  const [isOpening, setIsOpening] = useState(false)
  const of = useSupervisionOf(petition.number)
  if (of.isPending) return null
  const { orders = [], matter = null, findings = 0, begin } = of.data ?? {}
  if (of.isSuccess && !supervises && orders.length === 0) return null
  const mayBegin = supervises && !matter ? begin : undefined
  const isToSee = matter !== null && (findings > 0 || orders.length === 0)
  return (
    <>
      <SideBlock
        title={say.begin.title}
        isFilled={of.isError || orders.length > 0 || isToSee || mayBegin?.refusal != null}
        act={
          mayBegin && (
            <button type="button" className="link" disabled={!mayBegin.allowed} onClick={() => setIsOpening(true)}>
              {say.begin.act}
            </button>
          )
        }
      >
        {of.isError && <p className="faint">{say.begin.failed}</p>}
        {of.isSuccess && orders.length === 0 && <p className="faint">{say.begin.none}</p>}
        <ul className="of-petition">
          {orders.map((order) => (
            <li key={order.order}>
              <OneOrder order={order} />
            </li>
          ))}
        </ul>
        {isToSee && (
          <p>
            <Link to={`/supervision/${matter}`}>{findings > 0 ? say.begin.found(findings) : say.begin.open}</Link>
          </p>
        )}
        {/* what cannot be done says why */}
        {mayBegin?.refusal && <p className="action-not-yet">{pick(mayBegin.refusal)}</p>}
      </SideBlock>
      {isOpening && (
        <OpenOrder
          on={{ is: 'petition', number: petition.number, holder: petition.holder.id }}
          onClose={() => setIsOpening(false)}
        />
      )}
    </>
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

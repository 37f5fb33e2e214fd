/** Which paper an order is issued as: one for each order, in the form of its kind. Read from the fact alone. */
import { type IssuedPaper, type Issuing, paperOf } from '../documents/issuer.ts'
import type { AnyFact } from '../engine/envelope.ts'
import type { OrderKind } from '../law/supervision.ts'
import { supervisionRoom } from './room.ts'
import type { SupervisionFact } from './supervision.ts'

/** 督办函, 督查通知, and what only the joint conference sends (art. 39 (3)). */
const formOf = {
  urging: 'supervisionLetter',
  followUp: 'supervisionLetter',
  joint: 'supervisionLetter',
  onSite: 'inspectionLetter',
  special: 'inspectionLetter',
  interview: 'interviewNotice',
  rectification: 'rectificationNotice',
  listed: 'listingNotice',
} as const satisfies Record<OrderKind, IssuedPaper['kind']>

/** An order that another was raised to is an order like any other, and has a letter of its own. */
export function letterOf(fact: SupervisionFact, version: number): IssuedPaper | null {
  if (fact.type !== 'OrderOpened') return null
  return paperOf(formOf[fact.kind], { version, on: fact.on, organ: fact.by })
}

export const orderPapers: Issuing = {
  owns: (stream) => stream.startsWith(`${supervisionRoom.name}:`),
  papersOf(fact: AnyFact, version) {
    const letter = letterOf(fact as SupervisionFact, version)
    return letter === null ? [] : [letter]
  },
  issuingFacts: ['OrderOpened'],
}

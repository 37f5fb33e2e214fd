/** Which papers a reception day issues: the public notice of it (接访公示). Read from the fact alone. */
import { type IssuedPaper, type Issuing, paperOf } from '../../documents/issuer.ts'
import type { AnyFact } from '../../engine/envelope.ts'
import type { ReceptionFact } from './reception.ts'
import { receptionRoom } from './room.ts'

export const papersOfReception = (fact: ReceptionFact, version: number): readonly IssuedPaper[] =>
  fact.type === 'ReceptionPublished' ? [paperOf('receptionNotice', { version, on: fact.on, organ: fact.host })] : []

export const receptionPapers: Issuing = {
  owns: (stream) => stream.startsWith(`${receptionRoom.name}:`),
  papersOf: (fact: AnyFact, version) => papersOfReception(fact as ReceptionFact, version),
  issuingFacts: ['ReceptionPublished'],
}

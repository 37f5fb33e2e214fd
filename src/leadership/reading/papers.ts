/** Which paper a reading issues: 批示抄清, one for all that was instructed at once. Read from the fact alone. */
import { type IssuedPaper, type Issuing, paperOf } from '../../documents/issuer.ts'
import type { AnyFact } from '../../engine/envelope.ts'
import type { ReadingFact } from './reading.ts'
import { readingRoom } from './room.ts'

export function papersOfReading(fact: ReadingFact, version: number): readonly IssuedPaper[] {
  if (fact.type !== 'LeaderInstructed') return []
  return [paperOf('instructionSlip', { version, on: fact.on, organ: fact.organ })]
}

export const readingPapers: Issuing = {
  owns: (stream) => stream.startsWith(`${readingRoom.name}:`),
  papersOf: (fact: AnyFact, version) => papersOfReading(fact as ReadingFact, version),
  issuingFacts: ['LeaderInstructed'],
}

/** Which papers a visit to a centre's window issues: the slip, and with each lead what was done. Read from the fact alone. */
import { type IssuedPaper, type Issuing, paperOf } from '../../documents/issuer.ts'
import type { AnyFact } from '../../engine/envelope.ts'
import type { IntakeFact } from './intake.ts'
import { intakeRoom } from './room.ts'

export function papersOfIntake(fact: IntakeFact, version: number): readonly IssuedPaper[] {
  if (fact.type === 'IntakeRecorded') return [paperOf('visitSlip', { version, on: fact.on, organ: fact.centre })]
  if (fact.type === 'IntakeLed') return [paperOf('leadSlip', { version, on: fact.on, organ: fact.centre })]
  return []
}

export const intakePapers: Issuing = {
  owns: (stream) => stream.startsWith(`${intakeRoom.name}:`),
  papersOf: (fact: AnyFact, version) => papersOfIntake(fact as IntakeFact, version),
  issuingFacts: ['IntakeRecorded', 'IntakeLed'],
}

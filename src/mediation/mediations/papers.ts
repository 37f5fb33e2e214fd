/** Which papers a mediation issues. Read from the fact alone. */
import { type IssuedPaper, type Issuing, paperOf } from '../../documents/issuer.ts'
import type { AnyFact } from '../../engine/envelope.ts'
import type { MediationFact } from './mediation.ts'
import { mediationRoom } from './room.ts'

export function papersOfMediation(fact: MediationFact, version: number): readonly IssuedPaper[] {
  const { on } = fact
  switch (fact.type) {
    case 'AgreementConcluded': {
      const kind = fact.form === 'written' ? 'mediatedAgreement' : 'oralAgreementRecord'
      return [paperOf(kind, { version, on, organ: fact.organ })]
    }
    case 'MediationEnded':
      return [paperOf('mediationEndNotice', { version, on, organ: fact.organ })]
    case 'ConfirmationAsked':
      return fact.all ? [paperOf('confirmationApplication', { version, on, organ: fact.organ })] : []
    case 'ConfirmationRecorded':
      return fact.outcome === 'invalid' ? [paperOf('invalidAgreementNotice', { version, on, organ: fact.organ })] : []
    case 'MediationClosed':
      return fact.isPerformed ? [] : [paperOf('unperformedNotice', { version, on, organ: fact.organ })]
    default:
      return []
  }
}

export const mediationPapers: Issuing = {
  owns: (stream) => stream.startsWith(`${mediationRoom.name}:`),
  papersOf: (fact: AnyFact, version) => papersOfMediation(fact as MediationFact, version),
  issuingFacts: [
    'AgreementConcluded',
    'MediationEnded',
    'ConfirmationAsked',
    'ConfirmationRecorded',
    'MediationClosed',
  ],
}

/** Which paper an enrolment issues: the certificate. Read from the fact alone. */
import { type IssuedPaper, type Issuing, paperOf } from '../../documents/issuer.ts'
import type { AnyFact } from '../../engine/envelope.ts'
import type { EnrolmentFact } from './enrolment.ts'
import { enrolmentRoom } from './room.ts'

export function papersOfEnrolment(fact: EnrolmentFact, version: number): readonly IssuedPaper[] {
  if (fact.type !== 'CertificateIssued') return []
  return [paperOf('trainingCertificate', { version, on: fact.on, organ: fact.organ })]
}

export const enrolmentPapers: Issuing = {
  owns: (stream) => stream.startsWith(`${enrolmentRoom.name}:`),
  papersOf: (fact: AnyFact, version) => papersOfEnrolment(fact as EnrolmentFact, version),
  issuingFacts: ['CertificateIssued'],
}

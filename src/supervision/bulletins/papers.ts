/** The papers of bulletins, for whoever numbers them. */
import { type Issuing, paperOf } from '../../documents/issuer.ts'
import type { BulletinFact } from './bulletin.ts'
import { formOf } from './content.ts'
import { bulletinRoom } from './room.ts'

export const bulletinPapers: Issuing = {
  owns: (stream) => stream.startsWith(`${bulletinRoom.name}:`),
  papersOf(fact, version) {
    const { type } = fact
    if (type !== 'BulletinIssued') return []
    const { on, organ, kind } = fact as Extract<BulletinFact, { type: 'BulletinIssued' }>
    return [paperOf(formOf[kind], { version, on, organ })]
  },
  issuingFacts: ['BulletinIssued'],
}

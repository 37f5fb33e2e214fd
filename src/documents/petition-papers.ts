import type { Fact } from '../petition/petition.ts'
import { petitionRoom } from '../petition/room.ts'
import { issuingFacts, papersOf } from './issued.ts'
import type { Issuing } from './issuer.ts'

/** The petition's own papers, for whoever numbers and checks those of every room. */
export const petitionPapers: Issuing = {
  owns: (stream) => petitionRoom.owns?.(stream) === true,
  papersOf: (fact, version) => papersOf(fact as Fact, version),
  issuingFacts,
}

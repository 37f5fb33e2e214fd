import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { FactOf, Hop, Petition } from '../petition.ts'
import type { HandOff } from './words.ts'

/** Every hand-off is kept; the age of the petition never starts again. */
function handedTo(petition: Petition, to: OrganId, on: Day, how: Hop['how']): Petition {
  return {
    ...petition,
    holder: to,
    heldSince: on,
    clerk: null,
    hops: [...petition.hops, { on, how, from: petition.holder, to }],
  }
}

function forwarded(petition: Petition, from: OrganId, to: OrganId, on: Day, handOff: HandOff): Petition {
  return { ...handedTo(petition, to, on, handOff), stage: 'routed', sender: from, handOff }
}

export const routingEvolvers = {
  PetitionTransferred: (petition: Petition, fact: FactOf<'PetitionTransferred'>): Petition =>
    forwarded(petition, fact.from, fact.to, fact.on, 'transferred'),

  PetitionAssigned: (petition: Petition, fact: FactOf<'PetitionAssigned'>): Petition => ({
    ...forwarded(petition, fact.from, fact.to, fact.on, 'assigned'),
    reportBack: { by: fact.reportBy, on: null },
  }),

  TransferObjected: (petition: Petition): Petition => ({ ...petition, stage: 'objected' }),

  TransferReturned: (petition: Petition, fact: FactOf<'TransferReturned'>): Petition => ({
    ...handedTo(petition, fact.to, fact.on, 'returned'),
    stage: 'registered',
    sender: null,
    handOff: null,
    reportBack: null,
    returns: petition.returns + 1,
  }),

  TransferUpheld: (petition: Petition): Petition => ({ ...petition, stage: 'routed' }),

  DisputeReferred: (petition: Petition, fact: FactOf<'DisputeReferred'>): Petition => ({
    ...petition,
    stage: 'disputed',
    arbiter: fact.to,
  }),

  DisputeDecided: (petition: Petition, fact: FactOf<'DisputeDecided'>): Petition => ({
    ...(fact.competent === petition.holder
      ? { ...petition, heldSince: fact.on }
      : handedTo(petition, fact.competent, fact.on, 'decided')),
    stage: 'routed',
    disputeDecided: true,
  }),

  ReportedBack: (petition: Petition, fact: FactOf<'ReportedBack'>): Petition => ({
    ...petition,
    reportBack: petition.reportBack && { ...petition.reportBack, on: fact.on },
  }),

  DutiesPassedOn: (petition: Petition, fact: FactOf<'DutiesPassedOn'>): Petition => {
    const heir = (organ: OrganId): OrganId => (organ === fact.from ? fact.to : organ)
    return {
      ...petition,
      registrar: heir(petition.registrar),
      holder: heir(petition.holder),
      sender: petition.sender && heir(petition.sender),
      arbiter: petition.arbiter && heir(petition.arbiter),
      reviews: petition.reviews.map((review) => ({ ...review, organ: heir(review.organ) })),
      hops: [...petition.hops, { on: fact.on, how: 'passedOn', from: fact.from, to: fact.to }],
    }
  },

  SimplifiedTrackLeft: (petition: Petition): Petition => ({ ...petition, track: 'ordinary' }),
}

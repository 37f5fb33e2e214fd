import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, isOpen } from '../../kernel/running-clock.ts'
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
  return { ...handedTo(petition, to, on, handOff), stage: 'routed', sender: from, handOff, disputeDecided: false }
}

/** Back with whoever sent it on: with the sender, and the report owed, that it had before. */
function returnedTo(petition: Petition, to: OrganId, on: Day): Petition {
  const came = petition.hops.findLast((hop) => hop.to === to && (hop.how === 'transferred' || hop.how === 'assigned'))
  const owed = petition.clocks.find(
    (clock) => clock.rule === 'reportBack' && isOpen(clock) && bearerOrgan(clock) === to,
  )
  return {
    ...handedTo(petition, to, on, 'returned'),
    stage: 'registered',
    sender: came?.from ?? null,
    handOff: came ? (came.how as HandOff) : null,
    reportBack: owed ? { by: owed.lastDay, on: null } : null,
    returns: petition.returns + 1,
  }
}

export const routingEvolvers = {
  PetitionTransferred: (petition: Petition, fact: FactOf<'PetitionTransferred'>): Petition =>
    forwarded(petition, fact.from, fact.to, fact.on, 'transferred'),

  PetitionAssigned: (petition: Petition, fact: FactOf<'PetitionAssigned'>): Petition => ({
    ...forwarded(petition, fact.from, fact.to, fact.on, 'assigned'),
    reportBack: { by: fact.reportBy, on: null },
  }),

  TransferObjected: (petition: Petition): Petition => ({ ...petition, stage: 'objected' }),

  TransferReturned: (petition: Petition, fact: FactOf<'TransferReturned'>): Petition =>
    returnedTo(petition, fact.to, fact.on),

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
    reportBack:
      petition.reportBack && fact.organ === petition.holder
        ? { ...petition.reportBack, on: fact.on }
        : petition.reportBack,
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
      recusals: petition.recusals.map((request) => ({ ...request, decider: heir(request.decider) })),
      hops: [...petition.hops, { on: fact.on, how: 'passedOn', from: fact.from, to: fact.to }],
    }
  },

  SimplifiedTrackLeft: (petition: Petition): Petition => ({ ...petition, track: 'ordinary' }),
}

/** What mediations do when another room's fact happens, and what follows from their own. */
import type { Consumer } from '../../engine/consumer.ts'
import { forEachStream } from '../../engine/each-stream.ts'
import { afterReform } from '../../identity/reforming.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { Fact, FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { DisputeFact, DisputeFactType } from '../../prevention/disputes/dispute.ts'
import { disputeRoom } from '../../prevention/disputes/room.ts'
import { giveTask } from '../../tasks/giving.ts'
import { commandMediation } from './commanding.ts'
import { beginInLedger, endInLedger, keepingOfDispute } from './disputes.ts'
import { bringEnd, bringWord, freeFrom, takeAnswers } from './following.ts'
import type { MediationHouse } from './house.ts'
import { keepingOf, petitionFor } from './looking.ts'
import type { Mediation, MediationFact, MediationFactOf } from './mediation.ts'
import { mediationOfHouse, textOfHouse } from './queries.ts'
import { mediationRoom } from './room.ts'

const viewer = { kind: 'system', task: 'mediation' } as const
const mediationPrefix = `${mediationRoom.name}:`

/**
 * 分立、合并、撤销: mediations in which the organ has a part that is not over. Who carries it on the decision says. Asking twice changes nothing.
 */
export function mediationReformReaction(house: MediationHouse): Consumer {
  return afterReform(house, 'mediation-reform', (organ) =>
    forEachMediation(house, { organ }, (stream) =>
      commandMediation(house, { stream, type: 'PassMediationOn', body: {}, viewer }),
    ),
  )
}

/** After which somebody must not see it who might before, somebody else handles the petition, or what is written goes with it. */
const keepingFacts: ReadonlySet<FactType> = new Set<FactType>([
  ...([
    'ComplainedNamed',
    'OfficialIdentified',
    'PetitionCorrected',
    'ContentErased',
    'StaffRecused',
    'RecusalDecided',
  ] as const),
  ...(['PetitionTransferred', 'PetitionAssigned', 'TransferReturned', 'DisputeDecided', 'DutiesPassedOn'] as const),
  ...(['OpinionIssued', 'PetitionWithdrawn', 'PetitionSettled'] as const),
])

/** What was answered in the petition, whom it came to name, and that it was erased. Reading a fact twice changes nothing. */
export function mediationPetitionReaction(house: MediationHouse): Consumer {
  return {
    name: 'mediation-petition',
    follows: [...keepingFacts, 'MediationAnswered', 'MediationEnded'],
    async react({ stream, fact: recorded, by }) {
      if (petitionRoom.owns?.(stream) !== true) return
      const fact = recorded as Fact
      if (fact.type === 'MediationAnswered') {
        if (fact.party !== 'petitioner') return
        const person = by.kind === 'petitioner' ? (by.person ?? null) : null
        return takeAnswers(house, stream, { ref: fact.ref, agrees: fact.consents, person })
      }
      if (fact.type === 'MediationEnded') return freeFrom(house, stream, fact.ref)
      if (keepingFacts.has(fact.type)) await follow(house, stream, fact)
    },
  }
}

const disputePrefix = `${disputeRoom.name}:`

/** Whom a dispute came to name, and that it was erased, holds for the mediation of it. */
export function mediationDisputeReaction(house: MediationHouse): Consumer {
  return {
    name: 'mediation-dispute',
    follows: ['DisputeKept', 'DisputePetitionJoined', 'DisputeErased'] satisfies readonly DisputeFactType[],
    async react({ stream, fact }) {
      if (!stream.startsWith(disputePrefix)) return
      if ((fact as DisputeFact).type === 'DisputeErased') return eraseAll(house, { dispute: stream })
      const body = await keepingOfDispute(house, stream)
      if (body === null) return
      await forEachMediation(house, { dispute: stream }, async (mediation) => {
        await commandMediation(house, { stream: mediation, type: 'KeepMediation', body, viewer })
      })
    },
  }
}

const eraseAll = (house: MediationHouse, which: Which): Promise<void> =>
  forEachMediation(house, which, (stream) => eraseMediation(house, stream))

/** What was written and the keys of its parties go, the facts stay. */
export const eraseMediation = (house: MediationHouse, stream: string): Promise<void> =>
  eraseBeside(house, stream, async () => {
    await house.work.query('delete from mediation_key where stream_id = $1', [stream])
    await commandMediation(house, { stream, type: 'EraseMediation', body: {}, viewer })
  })

async function follow(house: MediationHouse, number: string, fact: Fact): Promise<void> {
  if (fact.type === 'ContentErased') return eraseAll(house, { petition: number })
  const petition = await petitionFor(house, number, viewer)
  if (petition === null) return
  const body = { ...(await keepingOf(house, petition)), shownTo: [petition.holder] }
  await forEachMediation(house, { petition: number }, async (stream) => {
    await commandMediation(house, { stream, type: 'KeepMediation', body, viewer })
    // nobody can answer there any more, so it is answered here; the mediation is the parties’ own
    if (petition.stage !== 'accepted')
      await commandMediation(house, { stream, type: 'FreeMediation', body: {}, viewer })
  })
}

/**
 * What follows from a mediation: the petition learns what the other side said and how it ended; what an organ promised, and that a dispute may
 * escalate, become tasks. Each is done once however often a fact is read.
 */
export function mediationFollowingReaction(house: MediationHouse): Consumer {
  return {
    name: 'mediation-following',
    follows: [
      ...([
        'MediationOpened',
        'PartyAnswered',
        'MediationEnded',
        'MediationDeclined',
        'AgreementConcluded',
        'EscalationReported',
      ] as const),
    ] satisfies readonly MediationFact['type'][],
    async react({ stream, fact: recorded }) {
      if (!stream.startsWith(mediationPrefix)) return
      const fact = recorded as MediationFact
      switch (fact.type) {
        case 'MediationOpened':
          return beginInLedger(house, stream, fact.subject)
        case 'PartyAnswered':
          return fact.to === 'mediation' ? bringWord(house, stream) : undefined
        case 'MediationEnded':
        case 'MediationDeclined':
          await endInLedger(house, stream, fact)
          return bringEnd(house, stream, fact)
        case 'AgreementConcluded':
          await endInLedger(house, stream, fact)
          await bringEnd(house, stream, fact)
          return givePromises(house, stream, fact)
        case 'EscalationReported':
          return giveEscalation(house, stream, fact)
        default:
          return
      }
    },
  }
}

const petitionsOf = ({ subject }: Pick<Mediation, 'subject'>): readonly string[] =>
  subject.kind === 'petition' ? [subject.number] : []

async function givePromises(
  house: MediationHouse,
  stream: string,
  { organ: giver, promises }: MediationFactOf<'AgreementConcluded'>,
): Promise<void> {
  const mediation = await mediationOfHouse(house, stream)
  if (mediation === null || mediation.erasedOn !== null) return
  for (const { ref: key, organ, what, due } of promises) {
    if (organ === null) continue
    const text = await textOfHouse(house, stream, what.ref)
    if (text === null) continue
    const origin = { kind: 'mediation', stream, key } as const
    await giveTask(house, {
      ...{ origin, giver, givenBy: null, organ, officer: null, what: text, due, petitions: petitionsOf(mediation) },
    })
  }
}

async function giveEscalation(
  house: MediationHouse,
  stream: string,
  { ref: key, holder: giver, organ, what, due, petition }: MediationFactOf<'EscalationReported'>,
): Promise<void> {
  const text = await textOfHouse(house, stream, what.ref)
  if (text === null) return
  const origin = { kind: 'escalation', stream, key } as const
  const petitions = petition === null ? [] : [petition]
  await giveTask(house, { origin, giver, givenBy: null, organ, officer: null, what: text, due, petitions })
}

type Which = { readonly organ: string } | { readonly petition: string } | { readonly dispute: string }

async function forEachMediation(
  house: MediationHouse,
  which: Which,
  act: (stream: string) => Promise<unknown>,
): Promise<void> {
  const [value, text] =
    'organ' in which
      ? [which.organ, `select distinct stream_id from mediation_party where organ = $1 and shelf <> 'done'`]
      : 'petition' in which
        ? [which.petition, 'select stream_id from mediation where petition = $1']
        : [which.dispute, 'select stream_id from mediation where dispute = $1']
  await forEachStream(house, text, [value], act)
}

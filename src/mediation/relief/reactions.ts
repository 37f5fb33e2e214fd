/** What relief does when another room's fact happens. */
import type { Consumer } from '../../engine/consumer.ts'
import { forEachStream } from '../../engine/each-stream.ts'
import { afterReform } from '../../identity/reforming.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { Fact, FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { giveTask, withdrawTask } from '../../tasks/giving.ts'
import { commandRelief } from './commanding.ts'
import type { ReliefHouse } from './house.ts'
import { keepingOf, petitionFor, theHouse } from './looking.ts'
import { knownRelief } from './queries.ts'
import type { ReliefFact } from './relief.ts'
import { reliefRoom } from './room.ts'
import { notWished } from './wording.ts'

/** 分立、合并、撤销 (art. 24 (2)). Asking twice changes nothing. */
export function reliefReformReaction(house: ReliefHouse): Consumer {
  return afterReform(house, 'relief-reform', (organ) =>
    forEachRelief(house, { organ }, (stream) =>
      commandRelief(house, { stream, type: 'PassReliefOn', body: {}, viewer: theHouse }),
    ),
  )
}

/** After which somebody must not see relief who might before, or what is written in it goes with its petition. */
const keepingFacts: readonly FactType[] = [
  'ComplainedNamed',
  'OfficialIdentified',
  'PetitionCorrected',
  'StaffRecused',
  'RecusalDecided',
  'ContentErased',
]

/** Whatever becomes known of the petition holds for its relief. Reading a fact twice changes nothing. */
export function reliefKeepingReaction(house: ReliefHouse): Consumer {
  return {
    name: 'relief-keeping',
    follows: keepingFacts,
    async react({ stream: petition, fact: recorded }) {
      const fact = recorded as Fact
      if (petitionRoom.owns?.(petition) !== true || !keepingFacts.includes(fact.type)) return
      if (fact.type === 'ContentErased') return forEachRelief(house, { petition }, (stream) => erase(house, stream))
      const known = await petitionFor(house, petition, theHouse)
      if (known === null) return
      const keeping = await keepingOf(house, known)
      await forEachRelief(house, { petition }, async (stream) => {
        await commandRelief(house, { stream, type: 'KeepRelief', body: { ...keeping }, viewer: theHouse })
      })
    },
  }
}

const erase = (house: ReliefHouse, stream: string): Promise<void> =>
  eraseBeside(house, stream, () => commandRelief(house, { stream, type: 'EraseRelief', body: {}, viewer: theHouse }))

/**
 * What an organ is handed becomes its task, which the office that told of it closes. Whoever says no after that is not helped against their will:
 * what was not yet done is taken back, and the organ that had it reads why.
 */
export function reliefHandingReaction(house: ReliefHouse): Consumer {
  return {
    name: 'relief-handing',
    follows: ['ReliefHandedOn', 'ReliefAnswered'] satisfies readonly ReliefFact['type'][],
    async react({ stream, version, fact: recorded }) {
      const fact = recorded as ReliefFact
      if (!stream.startsWith(`${reliefRoom.name}:`)) return
      if (fact.type === 'ReliefAnswered' && !fact.wishes) return takeBack(house, stream, version)
      if (fact.type !== 'ReliefHandedOn') return
      const known = await knownRelief(house, stream, theHouse)
      const what = await opened(house, stream, fact.what.ref)
      // erased since: nothing is left that could be asked of anybody in words
      if (known === null || what === undefined) return
      const { guide, petition } = known.relief
      await giveTask(house, {
        origin: { kind: 'relief', stream, key: fact.key },
        ...{ giver: guide, givenBy: null, organ: fact.organ, officer: null, what, due: fact.due },
        petitions: [petition],
      })
    },
  }
}

/** All that was handed on before the answer; what is handed on after another yes has a key of its own. */
async function takeBack(house: ReliefHouse, stream: string, answered: number): Promise<void> {
  const known = await knownRelief(house, stream, theHouse)
  if (known === null || known.relief.erasedOn !== null) return
  for (const { fact, version } of known.history)
    if (fact.type === 'ReliefHandedOn' && version < answered)
      await withdrawTask(house, { kind: 'relief', stream, key: fact.key }, notWished)
}

async function opened(house: ReliefHouse, stream: string, ref: string): Promise<string | undefined> {
  const { rows } = await house.work.query<Box>(
    'select stream_id, ref, cohort, box from sealed where stream_id = $1 and ref = $2',
    [stream, ref],
  )
  return (await openPieces(house.keys, rows)).get(ref)
}

type Which = { readonly organ: string } | { readonly petition: string }

async function forEachRelief(
  house: ReliefHouse,
  which: Which,
  act: (stream: string) => Promise<unknown>,
): Promise<void> {
  const [value, text] =
    'organ' in which
      ? [which.organ, `select stream_id from relief where guide = $1`]
      : [which.petition, 'select stream_id from relief where petition = $1']
  await forEachStream(house, text, [value], act)
}

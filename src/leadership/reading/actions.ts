/** What can be done with a reading now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide } from './decide.ts'
import { partOf } from './knowing.ts'
import type {
  LookedAtPetition,
  Reading,
  ReadingCommandBody,
  ReadingRefusal,
  ReadingWorld,
  StaffActor,
} from './reading.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const readingActions = ['instruct', 'mark-read', 'return', 'refresh', 'hand-over', 'recall'] as const
export type ReadingActionName = (typeof readingActions)[number]
const ofLeader: readonly ReadingActionName[] = ['instruct', 'mark-read', 'return']
const ofBureau: readonly ReadingActionName[] = ['refresh', 'hand-over', 'recall']

/** As it was looked into when it was laid there. */
const lookedAgain = ({
  petition,
  bureau,
  keptFrom,
  officials,
  withdrawn,
  isAccusation,
}: Reading): LookedAtPetition => ({
  ...{ number: petition, class: isAccusation ? 'accusation' : 'appeal', organs: [bureau] },
  ...{ keptFrom, officials, withdrawn, isGoing: false },
})

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: ReadingActionName, reading: Reading, on: Day): ReadingCommandBody {
  switch (action) {
    case 'instruct': {
      const order = { organ: reading.bureau, what: something, due: addDays(on, 1) }
      return { type: 'Instruct', orders: [order], looked: lookedAgain(reading) }
    }
    case 'mark-read':
      return { type: 'MarkRead' }
    case 'return':
      return { type: 'ReturnReading', reason: something }
    case 'refresh':
      return { type: 'RefreshSummary', summary: { ...reading.summary, of: reading.summary.of + 1 } }
    case 'recall':
      return { type: 'RecallReading', reason: something }
    case 'hand-over': {
      const account = `not ${reading.leader.account}`
      const leader = { account, organ: reading.leader.organ, leads: true, leadsOrgans: [], answersTo: [] }
      return { type: 'HandReadingOver', leader, looked: lookedAgain(reading), reason: something }
    }
  }
}

export interface ReadingAction {
  readonly action: ReadingActionName
  readonly type: ReadingCommandBody['type']
  readonly refusal: ReadingRefusal | null
}

/** Every command that somebody with a part in it could ever give, each allowed or with the reason that it is refused. */
export function actionsOf(reading: Reading, actor: StaffActor, on: Day, world: ReadingWorld): readonly ReadingAction[] {
  const isLeader = partOf(reading, actor) === 'leader'
  const named = [...(isLeader ? ofLeader : []), ...(actor.organ === reading.bureau ? ofBureau : [])]
  return named.map((action) => {
    const body = favourable(action, reading, on)
    const decision = decide(reading, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })
}

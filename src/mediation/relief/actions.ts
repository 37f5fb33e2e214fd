/** What can be done now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide } from './decide.ts'
import { partOf } from './keeping.ts'
import type { Relief, ReliefActor, ReliefCommandBody, ReliefRefusal, ReliefWorld } from './relief.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const reliefActions = ['answer', 'help', 'hand-on', 'outcome'] as const
export type ReliefActionName = (typeof reliefActions)[number]

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: ReliefActionName, relief: Relief, on: Day, organ: OrganId): ReliefCommandBody {
  switch (action) {
    case 'answer':
      return { type: 'AnswerRelief', wishes: !relief.answers.at(-1)?.wishes, note: null, materials: [record] }
    case 'help':
      return { type: 'RecordReliefHelp', helpedOn: on, what: something }
    case 'hand-on':
      return { type: 'HandReliefOn', organ, what: something, due: addDays(on, 1) }
    case 'outcome':
      return { type: 'RecordReliefOutcome', receivedOn: on, outcome: 'granted', text: something, source: 'ownWord' }
  }
}
const record = { file: 'probe', name: something, mediaType: 'text/plain', bytes: 1 }

export interface ReliefAction {
  readonly action: ReliefActionName
  readonly type: ReliefCommandBody['type']
  readonly refusal: ReliefRefusal | null
}

const ofPetitioner: readonly ReliefActionName[] = ['answer', 'outcome']

/** Every command that somebody with such a part could ever give, each allowed or with the reason that it is refused. */
export function actionsOf(
  relief: Relief,
  actor: Exclude<ReliefActor, { kind: 'house' }>,
  on: Day,
  world: ReliefWorld,
): readonly ReliefAction[] {
  if (actor.kind === 'staff' && partOf(relief, actor.organ) !== 'guide') return []
  const theirs = actor.kind === 'staff' ? reliefActions : ofPetitioner
  return theirs.map((action) => {
    const body = favourable(action, relief, on, relief.guide)
    const decision = decide(relief, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })
}

/** What can be done in an owned case now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { resultOf } from './closing.ts'
import { decide } from './decide.ts'
import type {
  Owner,
  Ownership,
  OwnershipActor,
  OwnershipCommandBody,
  OwnershipRefusal,
  OwnershipWorld,
} from './ownership.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }
const somefile = { file: 'probe', name: something, mediaType: 'application/pdf', bytes: 1 }

/** By staff, each as it stands in an address. */
export const ownershipActions = [
  ...([
    'assign',
    'drop',
    'plan',
    'step',
    'withdraw-step',
    'meeting',
    'help',
    'help-answer',
    'result',
    'close',
  ] as const),
  ...(['view', 'asking', 'extend', 'replace', 'another-owner'] as const),
] as const
export type OwnershipActionName = (typeof ownershipActions)[number]

/** Whoever could be named: what is refused of them would be refused of anybody. */
const nobody: Owner = { organ: '' as Owner['organ'], account: '' }
const looked = { owner: { leads: true, above: [] }, handler: { handles: true, above: [] } } as const

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(
  action: OwnershipActionName,
  ownership: Ownership,
  on: Day,
  { openTasks, ungiven, world }: Trying,
): OwnershipCommandBody {
  const tomorrow = addDays(on, 1)
  const somewhere = { organ: ownership.handler?.organ ?? ownership.keeper, officer: null }
  const step = { what: something, ...somewhere, due: tomorrow, isShown: true }
  switch (action) {
    case 'assign': {
      const duties = Object.keys(world.law.ownership.duties)
      const handler = { organ: ownership.keeper, account: null }
      return {
        type: 'AssignOwner',
        owner: { ...nobody, organ: ownership.keeper },
        handler,
        duties,
        due: tomorrow,
        looked,
      }
    }
    case 'replace':
      return {
        type: 'ReplaceOwner',
        owner: { ...nobody, organ: ownership.keeper },
        handler: { organ: ownership.keeper, account: null },
        ...{ reason: something, looked },
      }
    case 'drop':
      return { type: 'DropOwnership', reason: something }
    case 'plan':
      return { type: 'RecordPlan', plan: something, steps: ownership.steps.length === 0 ? [step] : [] }
    case 'step':
      return { type: 'AddStep', step }
    case 'withdraw-step':
      return {
        ...{ type: 'WithdrawStep', step: ungiven[0] ?? ownership.steps.at(-1)?.key ?? '', reason: something },
        hasTask: ungiven.length === 0,
      }
    case 'meeting':
      return {
        ...{ type: 'RecordMeeting', heldOn: on, place: something, present: something, said: something },
        ...{ words: something, readBack: true },
      }
    case 'help':
      return { type: 'OfferHelp', kind: 'socialRelief', explained: something, answer: 'undecided' }
    case 'help-answer':
      return { type: 'AnswerHelp', help: ownership.help.at(-1)?.ref ?? '', answer: 'accepted' }
    case 'result':
      return { type: 'RecordResult', outcome: 'resolved', result: something, remains: null }
    case 'close':
      return { type: 'CloseOwnership', statement: something, openTasks }
    case 'view':
      return { type: 'RecordView', view: 'satisfied', words: null, materials: [somefile] }
    case 'asking':
      return { type: 'RecordAsking', askedOn: resultOf(ownership)?.on ?? on, way: 'phone', note: something }
    case 'extend':
      return { type: 'ExtendOwnership', until: addDays(later(ownership.due, on), 1), reason: something }
    case 'another-owner':
      return { type: 'DecideOnAnotherOwner', isGranted: true, reason: something }
  }
}

const later = (due: Day | null, on: Day): Day => (due !== null && due > on ? due : on)

export interface Trying {
  readonly openTasks: number
  /** Steps that nobody was given, or that were withdrawn from whoever had them: by their keys. */
  readonly ungiven: readonly string[]
  readonly world: OwnershipWorld
}

export interface OwnershipAction {
  readonly action: OwnershipActionName
  readonly type: OwnershipCommandBody['type']
  readonly refusal: OwnershipRefusal | null
}

/** Refusals that depend on whom somebody would name, and so say nothing of whether it can be done. */
const ofTheNamed: ReadonlySet<OwnershipRefusal['kind']> = new Set([
  ...(['owner-is-complained-of', 'owner-is-kept-out', 'owner-is-concerned', 'handler-is-kept-out'] as const),
  ...(['owner-unchanged', 'doer-is-kept-out', 'step-after-the-end', 'unknown-organ'] as const),
])

/** Every command that somebody with a part in it could ever give, each allowed or with the reason that it is refused. */
export function actionsOf(
  ownership: Ownership,
  actor: OwnershipActor,
  on: Day,
  trying: Trying,
): readonly OwnershipAction[] {
  return ownershipActions.map((action) => {
    const body = favourable(action, ownership, on, trying)
    const decision = decide(ownership, { ...body, on, actor }, trying.world)
    const refusal = decision.ok || ofTheNamed.has(decision.error.kind) ? null : decision.error
    return { action, type: body.type, refusal }
  })
}

/** What the petitioner can do, tried in the same way. */
export function ownActions(ownership: Ownership, actor: OwnershipActor, on: Day, world: OwnershipWorld) {
  const tried = (body: OwnershipCommandBody): OwnershipRefusal | null => {
    const decision = decide(ownership, { ...body, on, actor }, world)
    return decision.ok ? null : decision.error
  }
  return {
    view: tried({ type: 'GiveView', view: 'satisfied', words: null }),
    anotherOwner: tried({ type: 'AskForAnotherOwner', reason: something }),
  }
}

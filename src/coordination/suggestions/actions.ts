/** What can be done with a suggestion now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide } from './decide.ts'
import type {
  LookedAtPetition,
  StaffActor,
  Suggestion,
  SuggestionCommandBody,
  SuggestionRefusal,
  SuggestionWorld,
} from './suggestion.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const suggestionActions = [
  'assign-study',
  'carry-out',
  'propose-reward',
  'approve-reward',
  'refuse-reward',
  'give-reward',
  'draft-change',
  'publish-change',
  'take-back-change',
] as const
export type SuggestionActionName = (typeof suggestionActions)[number]

export interface SuggestionAction {
  readonly action: SuggestionActionName
  readonly type: SuggestionCommandBody['type']
  /** The reward or the change that it is about; null for those about none. */
  readonly ref: string | null
  readonly refusal: SuggestionRefusal | null
}

type Probe = readonly [SuggestionActionName, SuggestionCommandBody, string | null]

/** Every act, with the content most likely to be accepted; those on a reward or a change once for each that waits for it. */
function probes(
  suggestion: Suggestion,
  { registrar }: LookedAtPetition,
  on: Day,
  { rewards }: SuggestionWorld,
): readonly Probe[] {
  const asked = { organ: registrar, what: something, due: addDays(on, 1) }
  const said = { title: something, text: something }
  return [
    ['assign-study', { type: 'AssignStudy', ...asked }, null],
    ['carry-out', { type: 'CarryOut', ...asked }, null],
    [
      'propose-reward',
      { type: 'ProposeReward', kind: Object.keys(rewards)[0] ?? '', what: something, why: something },
      null,
    ],
    ...suggestion.rewards.flatMap(({ ref, stage }): readonly Probe[] => {
      if (stage === 'approved') return [['give-reward', { type: 'GiveReward', reward: ref }, ref]]
      if (stage !== 'proposed') return []
      return [
        ['approve-reward', { type: 'ApproveReward', reward: ref }, ref],
        ['refuse-reward', { type: 'RefuseReward', reward: ref, reason: something }, ref],
      ]
    }),
    ['draft-change', { type: 'DraftChange', ...said, names: false }, null],
    ...suggestion.changes.flatMap(({ ref, stage }): readonly Probe[] => {
      if (stage === 'takenBack') return []
      const takeBack: Probe = ['take-back-change', { type: 'TakeBackChange', change: ref, reason: something }, ref]
      return stage === 'drafted'
        ? [['publish-change', { type: 'PublishChange', change: ref }, ref], takeBack]
        : [takeBack]
    }),
  ]
}

export interface Trying {
  readonly actor: StaffActor
  readonly looked: LookedAtPetition
  readonly on: Day
  readonly world: SuggestionWorld
}

/** For whoever received it or has it; whoever was only shown it can do nothing here. */
export function actionsOf(suggestion: Suggestion, { actor, looked, on, world }: Trying): readonly SuggestionAction[] {
  if (actor.organ !== looked.registrar && actor.organ !== looked.holder) return []
  return probes(suggestion, looked, on, world).map(([action, body, ref]) => {
    const decision = decide(suggestion, { ...body, on, actor, looked }, world)
    return { action, type: body.type, ref, refusal: decision.ok ? null : decision.error }
  })
}

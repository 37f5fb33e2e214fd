/** What can be done with a referral now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day } from '../../kernel/day.ts'
import { isOpen } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { deciding } from './clocks.ts'
import { decide } from './decide.ts'
import { partOf } from './keeping.ts'
import type { Referral, ReferralActor, ReferralCommandBody, ReferralRefusal, ReferralWorld } from './referral.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const referralActions = [
  ...(['apply', 'share', 'ask-correction', 'correct', 'accept', 'refuse', 'mediate', 'prolong'] as const),
  ...(['outcome', 'note-day', 'close'] as const),
] as const
export type ReferralActionName = (typeof referralActions)[number]

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: ReferralActionName, referral: Referral, on: Day): ReferralCommandBody {
  const said = { source: 'ownWord', asked: 'inPerson' } as const
  switch (action) {
    case 'apply':
      return { type: 'RecordApplication', appliedOn: on, proof: 'none', shared: false, materials: [], ...said }
    case 'share':
      return { type: 'ShareReferral', shared: !referral.shared, ...said }
    case 'ask-correction':
      return { type: 'AskCorrection', askedOn: on, what: something, ...said }
    case 'correct':
      return { type: 'RecordCorrection', correctedOn: on, ...said }
    case 'accept':
      return { type: 'RecordAcceptance', acceptedOn: on, track: 'ordinary', ...said }
    case 'refuse':
      return { type: 'RecordRefusal', receivedOn: on, reason: something, ...said }
    case 'mediate':
      return { type: 'RecordMediation', step: nextStep(referral), day: on, note: null, ...said }
    case 'prolong':
      return { type: 'ProlongReferral', until: oneMore(referral, on), ...said }
    case 'outcome':
      return { type: 'RecordOutcome', receivedOn: on, outcome: 'granted', text: something, materials: [], ...said }
    case 'note-day':
      return { type: 'NoteDay', day: addDays(on, 1), what: something, ...said }
    case 'close':
      return { type: 'CloseReferral', ending: 'notPursued', note: null, ...said }
  }
}

const nextStep = ({ mediation }: Referral) => (mediation.at(-1)?.step === 'begun' ? 'agreed' : 'begun')
const oneMore = (referral: Referral, on: Day): Day => addDays(deciding(referral).find(isOpen)?.lastDay ?? on, 1)

export interface ReferralAction {
  readonly action: ReferralActionName
  readonly type: ReferralCommandBody['type']
  readonly refusal: ReferralRefusal | null
}

const ofPetitioner: readonly ReferralActionName[] = ['apply', 'share', 'close']

/** Every command that somebody with such a part could ever give, each allowed or with the reason that it is refused. */
export function actionsOf(
  referral: Referral,
  actor: Exclude<ReferralActor, { kind: 'house' }>,
  on: Day,
  world: ReferralWorld,
): readonly ReferralAction[] {
  if (actor.kind === 'visitor') return []
  const part = actor.kind === 'petitioner' ? 'guide' : partOf(referral, actor.organ)
  if (part === 'reader' || part === null) return []
  const theirs = referralActions.filter((action) => part === 'guide' || !ofPetitioner.includes(action))
  return theirs.map((action) => {
    const body = favourable(action, referral, on)
    const decision = decide(referral, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })
}

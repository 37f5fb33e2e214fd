/** What can be done with a secondment now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import type { Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide } from './decide.ts'
import type {
  EvaluationKind,
  Secondment,
  SecondmentCommandBody,
  SecondmentRefusal,
  SecondmentWorld,
  StaffActor,
} from './secondment.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const secondmentActions = [
  ...(['agree', 'decline', 'withdraw', 'mentor'] as const),
  ...(['evaluate', 'end', 'return'] as const),
] as const
export type SecondmentActionName = (typeof secondmentActions)[number]

export interface SecondmentAction {
  readonly action: SecondmentActionName
  readonly type: SecondmentCommandBody['type']
  readonly refusal: SecondmentRefusal | null
}

/** The evaluation that comes next: the one in the middle until it is written, and then that of the end. */
export const nextEvaluation = ({ evaluations }: Pick<Secondment, 'evaluations'>): EvaluationKind =>
  evaluations.length === 0 ? 'midway' : 'end'

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: SecondmentActionName, secondment: Secondment, on: Day): SecondmentCommandBody {
  switch (action) {
    case 'agree':
      return {
        type: 'AgreeToSecondment',
        mentor: 'probe',
        knows: { mentor: true, holds: false, seconded: false },
      }
    case 'decline':
      return { type: 'DeclineSecondment', reason: something }
    case 'withdraw':
      return { type: 'WithdrawSecondment', reason: something }
    case 'mentor':
      return { type: 'NameMentor', mentor: 'probe', reason: something, knows: { mentor: true } }
    case 'evaluate':
      return { type: 'EvaluateSecondment', kind: nextEvaluation(secondment), grade: 'competent', words: something }
    case 'end':
      return { type: 'EndSecondment', last: on, reason: something }
    case 'return':
      return { type: 'RecordReturn', report: something }
  }
}

export const actionsOf = (
  secondment: Secondment,
  { actor, on }: { readonly actor: StaffActor; readonly on: Day },
  world: SecondmentWorld,
): readonly SecondmentAction[] =>
  secondmentActions.map((action) => {
    const body = favourable(action, secondment, on)
    const decision = decide(secondment, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })

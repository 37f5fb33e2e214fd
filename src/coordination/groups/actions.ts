/** What can be done now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide } from './decide.ts'
import type {
  Group,
  GroupCase,
  GroupCommandBody,
  GroupCommandType,
  GroupRefusal,
  GroupWorld,
  StaffActor,
} from './group.ts'
import { isOfficeOf } from './knowing.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const groupActions = [
  ...(['give-task', 'add-case', 'take-case-out', 'add-member', 'take-member-out', 'name-lead'] as const),
  ...(['prolong', 'dissolve'] as const),
] as const
export type GroupActionName = (typeof groupActions)[number]

const anyCase: GroupCase = { number: 'probe', isAccusation: false, keptFrom: [], officials: [], recused: [] }

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: GroupActionName, group: Group, actor: StaffActor, on: Day): GroupCommandBody {
  const { founder, members, lead, cases, until } = group
  const other = members.find(({ account }) => account !== lead)?.account ?? 'probe'
  switch (action) {
    case 'give-task':
      return { type: 'GiveGroupTask', task: { organ: founder, what: something, due: addDays(on, 1) } }
    case 'add-case':
      return { type: 'AddCase', petition: 'probe', cases: [anyCase], looked: [] }
    case 'take-case-out':
      return { type: 'TakeCaseOut', petition: cases[0] ?? 'probe', reason: something }
    case 'add-member': {
      const member = { organ: founder, account: 'probe' }
      return { type: 'AddMember', member, looked: [{ ...member, acts: true, above: [] }] }
    }
    case 'take-member-out': {
      const account = isOfficeOf(founder, actor) ? other : actor.account
      return { type: 'TakeMemberOut', account, reason: something }
    }
    case 'name-lead':
      return { type: 'NameLead', account: other }
    case 'prolong':
      return { type: 'ProlongGroup', until: addDays(until, 1), reason: something }
    case 'dissolve':
      return { type: 'DissolveGroup', report: something }
  }
}

export interface Tried {
  readonly action: GroupActionName
  readonly type: GroupCommandType
  readonly refusal: GroupRefusal | null
}

export const actionsOn = (group: Group, actor: StaffActor, on: Day, world: GroupWorld): readonly Tried[] =>
  groupActions.map((action) => {
    const body = favourable(action, group, actor, on)
    const decision = decide(group, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })

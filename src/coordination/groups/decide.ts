/** What may follow for a working group: founded, changed, at work, dissolved. */
import { isAfter } from '../../kernel/day.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { err, ok } from '../../kernel/result.ts'
import {
  foundGroup,
  type GroupDecision,
  practice,
  refusalOfCases,
  refusalOfConcern,
  refusalOfMembers,
} from './founding.ts'
import type {
  Group,
  GroupCommand,
  GroupCommandType,
  GroupFact,
  GroupReach,
  GroupRefusal,
  GroupStage,
  GroupState,
  GroupWorld,
  Of,
  StaffActor,
} from './group.ts'
import { isLead, isMember, isOfficeOf, mayKnow } from './knowing.ts'

type LaterCommand = Exclude<GroupCommandType, 'FoundGroup'>
type Rule<T extends LaterCommand> = (group: Group, command: Of<T>, world: GroupWorld) => GroupDecision

const refuse = (refusal: GroupRefusal): GroupDecision => err(refusal)
const accept = (...facts: readonly GroupFact[]): GroupDecision => ok(facts)

export function decide(state: GroupState, command: GroupCommand, world: GroupWorld): GroupDecision {
  if (command.type === 'FoundGroup') {
    return state === null ? foundGroup(command, world) : refuse({ kind: 'group-founded-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-group' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = rules[command.type] as (group: Group, command: GroupCommand, world: GroupWorld) => GroupDecision
  return rule(state, command, world)
}

type Performer = 'office' | 'lead' | 'member' | 'house'
const working = ['working'] as const
const always = ['working', 'termEnded', 'dissolved'] as const

/** By whom, and at which stages. */
export const groupPermissions: Readonly<
  Record<LaterCommand, { readonly by: readonly Performer[]; readonly at: readonly GroupStage[] }>
> = {
  ProlongGroup: { by: ['office'], at: working },
  AddMember: { by: ['office'], at: working },
  TakeMemberOut: { by: ['office', 'member'], at: working },
  NameLead: { by: ['office'], at: ['working', 'termEnded'] },
  AddCase: { by: ['office'], at: working },
  TakeCaseOut: { by: ['office'], at: working },
  GiveGroupTask: { by: ['office', 'lead'], at: working },
  DeclineGroupTask: { by: ['house'], at: always },
  DissolveGroup: { by: ['office', 'lead'], at: ['working', 'termEnded'] },
  EndTerm: { by: ['house'], at: always },
  KeepGroup: { by: ['house'], at: always },
  EraseGroup: { by: ['house'], at: always },
}

const notYours: GroupRefusal = { kind: 'group-not-yours', basis: practice }

function refusalToAct(group: Group, { type, actor }: GroupCommand, { organs }: GroupWorld): GroupRefusal | null {
  const { by, at } = groupPermissions[type as LaterCommand]
  if (actor.kind === 'house') return by.includes('house') ? null : notYours
  if (!mayKnow(group, actor, organs)) return { kind: 'no-such-group' }
  const is: Readonly<Record<Performer, boolean>> = {
    office: isOfficeOf(group.founder, actor),
    lead: isLead(group, actor),
    member: isMember(group, actor),
    house: false,
  }
  if (!by.some((performer) => is[performer])) return notYours
  return at.includes(group.stage) ? null : { kind: 'wrong-group-stage', stage: group.stage, command: type, needs: at }
}

/** 延长期限: with the reason, and only while it still works. */
const prolongGroup: Rule<'ProlongGroup'> = (group, { on, actor, until, reason }) =>
  isAfter(until, group.until)
    ? accept({ type: 'GroupProlonged', on, account: (actor as StaffActor).account, until, reason })
    : refuse({ kind: 'term-not-longer', until: group.until })

const addMember: Rule<'AddMember'> = (group, { on, member, looked }, world) => {
  if (group.members.some(({ account }) => account === member.account)) {
    return refuse({ kind: 'member-already', account: member.account })
  }
  const refusal = refusalOfMembers([member], group, looked, world)
  return refusal ? refuse(refusal) : accept({ type: 'MemberAdded', on, member })
}

/** By the office, or by themselves where they have an interest in it (art. 28 (3)). */
const takeMemberOut: Rule<'TakeMemberOut'> = (group, { on, actor, account, reason }) => {
  if (!group.members.some((member) => member.account === account)) return refuse({ kind: 'no-such-member', account })
  const isOwn = (actor as StaffActor).account === account
  if (!isOwn && !isOfficeOf(group.founder, actor as StaffActor)) return refuse(notYours)
  return accept({ type: 'MemberLeft', on, account, reason })
}

const nameLead: Rule<'NameLead'> = ({ members, lead }, { on, account }) => {
  if (lead === account) return accept()
  return members.some((member) => member.account === account)
    ? accept({ type: 'LeadNamed', on, account })
    : refuse({ kind: 'no-such-member', account })
}

const addCase: Rule<'AddCase'> = (group, { on, actor, petition, cases, looked }, world) => {
  if (group.cases.includes(petition)) return refuse({ kind: 'case-already', petition })
  const refusal = refusalOfCases(cases, group, looked, world)
  if (refusal) return refuse(refusal)
  const [{ keptFrom, officials, recused } = nobody] = cases
  const { account, answersTo = [] } = actor as StaffActor
  const isOwn = recused.includes(account) || [account, ...answersTo].some((each) => officials.includes(each))
  return isOwn ? refuse(notYours) : accept({ type: 'CaseAdded', on, petition, keptFrom, officials, recused })
}
const nobody: GroupReach = { keptFrom: [], officials: [], recused: [] }

/** A group without a petition has nothing to do: it is dissolved instead. */
const takeCaseOut: Rule<'TakeCaseOut'> = ({ cases }, { on, petition, reason }) => {
  if (!cases.includes(petition)) return refuse({ kind: 'no-such-case', petition })
  return cases.length === 1 ? refuse({ kind: 'only-case' }) : accept({ type: 'CaseLeft', on, petition, reason })
}

/** To the conference's own organ or to one with a member in the group. */
const giveGroupTask: Rule<'GiveGroupTask'> = (group, { on, actor, task }) => {
  const { founder, members, tasks, cases } = group
  const { organ, what, due } = task
  if (organ !== founder && !members.some((member) => member.organ === organ)) {
    return refuse({ kind: 'organ-has-no-part', organ })
  }
  if (!isAfter(due, on)) return refuse({ kind: 'day-not-ahead', day: due, today: on })
  const { account } = actor as StaffActor
  const key = `t${tasks.length + 1}`
  return accept({ type: 'GroupTaskGiven', on, account, task: { key, organ, what, due, petitions: cases } })
}

const declineGroupTask: Rule<'DeclineGroupTask'> = ({ tasks }, { on, key, refusal }) =>
  tasks.find((task) => task.key === key)?.declined === null
    ? accept({ type: 'GroupTaskDeclined', on, key, refusal })
    : accept()

/** 解散: with a report of what came of it, and not over tasks that are still to be done. */
const dissolveGroup: Rule<'DissolveGroup'> = (_, { on, actor, report }, { openTasks }) =>
  openTasks > 0
    ? refuse({ kind: 'task-still-open', count: openTasks })
    : accept({ type: 'GroupDissolved', on, account: (actor as StaffActor).account, report })

/** Its last day has passed; what it was shown is taken back, and it owes its report. */
const endTerm: Rule<'EndTerm'> = ({ stage, until }, { on }) =>
  stage === 'working' && isAfter(on, until) ? accept({ type: 'TermEnded', on }) : accept()

/** A petition names somebody since, or became an accusation. Nobody is let in again by it. */
const keepGroup: Rule<'KeepGroup'> = (group, { on, case: kept, looked }, world) => {
  if (!group.casesEver.includes(kept.number)) return accept()
  const all: GroupReach = {
    keptFrom: [...new Set([...group.keptFrom, ...kept.keptFrom])],
    officials: [...new Set([...group.officials, ...kept.officials])],
    recused: [...new Set([...group.recused, ...kept.recused])],
  }
  const isMore =
    all.keptFrom.length + all.officials.length + all.recused.length >
    group.keptFrom.length + group.officials.length + group.recused.length
  const concerned = group.members.filter((member) => refusalOfConcern(member, all, looked, world) !== null)
  const leaves = kept.isAccusation || isKeptOut(kept.keptFrom, group.founder, world.organs)
  return accept(
    ...(isMore ? [{ type: 'GroupKept', on, ...all } as const] : []),
    ...concerned.map(({ account }) => ({ type: 'MemberLeft', on, account, reason: null }) as const),
    ...(leaves && group.cases.includes(kept.number)
      ? [{ type: 'CaseLeft', on, petition: kept.number, reason: null } as const]
      : []),
  )
}

/** Erasing twice changes nothing. */
const eraseGroup: Rule<'EraseGroup'> = ({ erasedOn }, { on }) =>
  erasedOn === null ? accept({ type: 'GroupErased', on }) : accept()

const rules: { readonly [T in LaterCommand]: Rule<T> } = {
  ProlongGroup: prolongGroup,
  AddMember: addMember,
  TakeMemberOut: takeMemberOut,
  NameLead: nameLead,
  AddCase: addCase,
  TakeCaseOut: takeCaseOut,
  GiveGroupTask: giveGroupTask,
  DeclineGroupTask: declineGroupTask,
  DissolveGroup: dissolveGroup,
  EndTerm: endTerm,
  KeepGroup: keepGroup,
  EraseGroup: eraseGroup,
}

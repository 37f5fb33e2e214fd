import type { Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Group, GroupFact, GroupFactOf, GroupFactType, GroupState } from './group.ts'

type Evolvers = {
  readonly [T in Exclude<GroupFactType, 'GroupFounded'>]: (group: Group, fact: GroupFactOf<T>) => Group
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: GroupState, fact: GroupFact): Group {
  const changed = afterFact(state, fact)
  // who must not learn of it is nothing that happened to it
  return { ...changed, movedOn: fact.type === 'GroupKept' ? changed.movedOn : fact.on, version: changed.version + 1 }
}

function afterFact(state: GroupState, fact: GroupFact): Group {
  if (fact.type === 'GroupFounded') {
    if (state !== null) throw new Error('founded twice')
    return founded(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a group`)
  const apply = evolvers[fact.type] as ((group: Group, fact: GroupFact) => Group) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

function founded(fact: GroupFactOf<'GroupFounded'>): Group {
  const { on, founder, item, name, purpose, topic, members, petitions, until, keptFrom, officials, recused } = fact
  return {
    ...{ version: 0, founder, item, stage: 'working', name, purpose, topic, foundedOn: on, movedOn: on, until },
    ...{ members, lead: members[0]?.account ?? null, organsEver: [...new Set(members.map(({ organ }) => organ))] },
    ...{ cases: petitions, casesEver: petitions, keptFrom, officials, recused },
    ...{ prolonged: [], takenOut: [], tasks: [], report: null, endedOn: null, erasedOn: null },
  }
}

const out = ({ takenOut }: Group, on: Day, what: string, reason: Sealed | null) => [...takenOut, { on, what, reason }]

const evolvers: Evolvers = {
  GroupProlonged: (group, { on, until, reason }) => ({
    ...group,
    until,
    prolonged: [...group.prolonged, { on, until, reason }],
  }),
  MemberAdded: (group, { member }) => ({
    ...group,
    members: [...group.members, member],
    organsEver: [...new Set([...group.organsEver, member.organ])],
  }),
  MemberLeft: (group, { on, account, reason }) => ({
    ...group,
    members: group.members.filter((member) => member.account !== account),
    lead: group.lead === account ? null : group.lead,
    takenOut: out(group, on, account, reason),
  }),
  LeadNamed: (group, { account }) => ({ ...group, lead: account }),
  CaseAdded: (group, { petition, keptFrom, officials, recused }) => ({
    ...group,
    cases: [...group.cases, petition],
    casesEver: [...new Set([...group.casesEver, petition])],
    keptFrom: [...new Set([...group.keptFrom, ...keptFrom])],
    officials: [...new Set([...group.officials, ...officials])],
    recused: [...new Set([...group.recused, ...recused])],
  }),
  CaseLeft: (group, { on, petition, reason }) => ({
    ...group,
    cases: group.cases.filter((each) => each !== petition),
    takenOut: out(group, on, petition, reason),
  }),
  GroupTaskGiven: (group, { on, task }) => ({ ...group, tasks: [...group.tasks, { ...task, on, declined: null }] }),
  GroupTaskDeclined: (group, { key, refusal }) => ({
    ...group,
    tasks: group.tasks.map((task) => (task.key === key ? { ...task, declined: refusal } : task)),
  }),
  GroupDissolved: (group, { on, report }) => ({ ...group, stage: 'dissolved', report, endedOn: on }),
  TermEnded: (group, { on }) => ({ ...group, stage: 'termEnded', endedOn: on }),
  GroupKept: (group, { keptFrom, officials, recused }) => ({ ...group, keptFrom, officials, recused }),
  GroupErased: (group, { on }) => ({ ...group, erasedOn: on }),
}

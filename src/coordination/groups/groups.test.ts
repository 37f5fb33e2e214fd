import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import { actionsOn } from './actions.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type { Group, GroupCase, GroupCommandBody, GroupWorld, StaffActor } from './group.ts'
import { groupRows } from './tables.ts'

const organ = (id: string, kind: OrganFacts['kind'], parent: string | null, region = '990101'): OrganFacts => ({
  ...{ id: id as OrganId, kind, level: 'county', region, parent: parent as OrganId | null },
  ...{ leadBy: null, state: 'active', successors: [] },
})
const all = [
  organ('county', 'government', null),
  organ('party', 'party', null),
  organ('conference', 'conference', 'party'),
  organ('land', 'department', 'county'),
  organ('office-of-land', 'department', 'land'),
  organ('labour', 'department', 'county'),
  organ('elsewhere', 'department', 'county', '990102'),
]
const world: GroupWorld = {
  organs: { find: (id) => all.find((each) => each.id === id) },
  ...{ law: cn2022.conference, item: null, openTasks: 0 },
}
const on = day('2026-11-23')
const until = day('2026-12-31')
const piece: Sealed = { ref: 'p', commitment: 'c' }
const someone = (of: string, account: string, ...posts: readonly string[]): StaffActor => ({
  ...{ kind: 'staff', account, organ: of as OrganId, posts: posts.length > 0 ? posts : ['clerk'] },
})
const office = someone('conference', 'o')
const lead = someone('land', 'l')
const member = someone('labour', 'm')
const house = { kind: 'house', task: 'test' } as const
const who = ({ organ: of, account }: StaffActor) => ({ organ: of, account })
const look = (one: StaffActor, more: object = {}) => ({ ...who(one), acts: true, above: [], ...more })
const aCase = (number: string, more: Partial<GroupCase> = {}): GroupCase => ({
  ...{ number, isAccusation: false, keptFrom: [], officials: [], recused: [], ...more },
})

const founding = (more: object = {}) =>
  ({
    ...{ type: 'FoundGroup', founder: 'conference', item: null, name: piece, purpose: piece, topic: null, until },
    ...{ lead: who(lead), members: [who(member)], petitions: ['1'], cases: [aCase('1')] },
    ...{ looked: [look(lead), look(member)], on, actor: office, ...more },
  }) as unknown as Parameters<typeof decide>[1]
const kindOf = (decision: { readonly ok: boolean; readonly error?: { readonly kind: string } }) =>
  decision.ok ? null : decision.error?.kind
const refusedAs = (more: object, at = world) => kindOf(decide(null, founding(more), at))

function founded(more: object = {}): Group {
  const decision = decide(null, founding(more), world)
  if (!decision.ok) throw new Error(decision.error.kind)
  return decision.value.reduce<Group | null>((group, fact) => evolve(group, fact), null) as Group
}
type Doer = StaffActor | typeof house
const doing = (group: Group, actor: Doer, body: GroupCommandBody, at: GroupWorld = world, today: Day = on) =>
  decide(group, { ...body, on: today, actor }, at)
function next(group: Group, actor: Doer, body: GroupCommandBody, today: Day = on): Group {
  const decision = doing(group, actor, body, world, today)
  if (!decision.ok) throw new Error(decision.error.kind)
  return decision.value.reduce((each, fact) => evolve(each, fact), group)
}

describe('信访工作条例 art. 13 (2), ADR 0041: a working group is founded', () => {
  it('by the office of a conference, and by no member of it and no other organ', () => {
    expect(refusedAs({})).toBeNull()
    expect(refusedAs({ actor: someone('conference', 'o', 'leader') })).toBe('group-not-yours')
    expect(refusedAs({ actor: lead })).toBe('group-not-yours')
    expect(refusedAs({ founder: 'land', actor: lead })).toBe('no-conference')
  })

  it('or on what the conference decided, once that is confirmed', () => {
    const at = (conference: string, isDecided: boolean) => ({
      ...world,
      item: { conference: conference as OrganId, isDecided },
    })
    expect(refusedAs({ item: 'i' }, at('conference', true))).toBeNull()
    expect(refusedAs({ item: 'i' }, at('conference', false))).toBe('no-such-decision')
    expect(refusedAs({ item: 'i' }, at('other', true))).toBe('no-such-decision')
    expect(refusedAs({ item: 'i' })).toBe('no-such-decision')
  })

  it('of people with a post in two organs or more of its area', () => {
    expect(refusedAs({ members: [] })).toBe('one-organ-only')
    expect(refusedAs({ looked: [look(lead), look(member, { acts: false })] })).toBe('no-such-holder')
    const far = someone('elsewhere', 'f')
    expect(refusedAs({ members: [who(far)], looked: [look(lead), look(far)] })).toBe('organ-elsewhere')
  })

  it('for listed petitions, until a day ahead', () => {
    expect(refusedAs({ petitions: [], cases: [] })).toBe('linked-to-nothing')
    expect(refusedAs({ until: on })).toBe('day-not-ahead')
    expect(refusedAs({ until: day('2026-11-24') })).toBeNull()
  })
})

describe('信访工作条例 art. 30, 28 (3): nobody is in a group whom one of its petitions keeps out', () => {
  it('an accusation comes into none', () => {
    expect(refusedAs({ cases: [aCase('1', { isAccusation: true })] })).toBe('accusation-not-shared')
  })

  it('neither an accused organ nor one below it, neither who is named nor who answers to them, nor who has withdrawn', () => {
    const kept = { cases: [aCase('1', { keptFrom: ['land' as OrganId] })] }
    expect(refusedAs(kept)).toBe('organ-is-kept-out')
    const below = someone('office-of-land', 'b')
    expect(refusedAs({ ...kept, lead: who(below), looked: [look(below), look(member)] })).toBe('organ-is-kept-out')
    expect(refusedAs({ cases: [aCase('1', { keptFrom: ['party' as OrganId] })] })).toBe('organ-is-kept-out')
    expect(refusedAs({ cases: [aCase('1', { officials: ['m'] })] })).toBe('member-is-concerned')
    expect(refusedAs({ cases: [aCase('1', { recused: ['m'] })] })).toBe('member-is-concerned')
    const answering = [look(lead), look(member, { above: ['chief'] })]
    expect(refusedAs({ cases: [aCase('1', { officials: ['chief'] })], looked: answering })).toBe('member-is-concerned')
    expect(refusedAs({ cases: [aCase('1', { officials: ['o'] })] })).toBe('group-not-yours')
  })

  it('neither is such a petition added, nor such a member', () => {
    const group = founded({ cases: [aCase('1', { officials: ['chief'] })] })
    const adding = (more: Partial<GroupCase>) =>
      kindOf(doing(group, office, { type: 'AddCase', petition: '2', cases: [aCase('2', more)], looked: [] }))
    expect(adding({})).toBeNull()
    expect(adding({ keptFrom: ['labour' as OrganId] })).toBe('organ-is-kept-out')
    expect(adding({ isAccusation: true })).toBe('accusation-not-shared')
    expect(adding({ officials: ['l'] })).toBe('member-is-concerned')
    const chief = someone('labour', 'chief')
    const joining = { type: 'AddMember', member: who(chief), looked: [look(chief)] } as const
    expect(kindOf(doing(group, office, joining))).toBe('member-is-concerned')
  })

  it('and whoever is named afterwards drops out, and is not let in again', () => {
    const keeping = (more: Partial<GroupCase>) =>
      next(founded(), house, { type: 'KeepGroup', case: aCase('1', more), looked: [] })
    const without = keeping({ keptFrom: ['labour' as OrganId] })
    expect(without.members).toEqual([who(lead)])
    expect(groupRows(without).working_group_party?.map(({ organ: of }) => of)).toEqual(['conference', 'land'])
    expect(kindOf(doing(without, member, { type: 'NameLead', account: 'm' }))).toBe('no-such-group')
    const again = next(without, house, { type: 'KeepGroup', case: aCase('1'), looked: [] })
    expect(again.keptFrom).toEqual(['labour'])
    expect(keeping({ officials: ['l'] }).lead).toBeNull()
    expect(keeping({ isAccusation: true }).cases).toEqual([])
    // a petition that it never had changes nothing
    expect(doing(founded(), house, { type: 'KeepGroup', case: aCase('9', { officials: ['l'] }), looked: [] })).toEqual({
      ok: true,
      value: [],
    })
  })
})

describe('ADR 0041: a working group works for a time', () => {
  it('that is prolonged with a reason, while it has not passed', () => {
    const prolonging = { type: 'ProlongGroup', until: day('2027-01-31'), reason: piece } as const
    expect(kindOf(doing(founded(), office, { ...prolonging, until }))).toBe('term-not-longer')
    expect(next(founded(), office, prolonging).until).toBe('2027-01-31')
    expect(kindOf(doing(founded(), lead, prolonging))).toBe('group-not-yours')
    const over = next(founded(), house, { type: 'EndTerm' }, day('2027-01-01'))
    expect(kindOf(doing(over, office, prolonging))).toBe('wrong-group-stage')
  })

  it('through its last day, and not the day after', () => {
    expect(next(founded(), house, { type: 'EndTerm' }, until).stage).toBe('working')
    expect(next(founded(), house, { type: 'EndTerm' }, day('2027-01-01')).stage).toBe('termEnded')
  })

  it('and is dissolved with a report by whoever leads it or the office, not over open tasks', () => {
    const dissolving = { type: 'DissolveGroup', report: piece } as const
    expect(kindOf(doing(founded(), lead, dissolving, { ...world, openTasks: 2 }))).toBe('task-still-open')
    expect(kindOf(doing(founded(), member, dissolving))).toBe('group-not-yours')
    expect(next(founded(), lead, dissolving)).toMatchObject({ stage: 'dissolved', endedOn: on, report: piece })
    const over = next(founded(), house, { type: 'EndTerm' }, day('2027-01-01'))
    expect(kindOf(doing(over, office, dissolving))).toBeNull()
  })

  it('with tasks for organs that have a part in it', () => {
    const giving = (of: string, due: Day = until) =>
      ({ type: 'GiveGroupTask', task: { organ: of as OrganId, what: piece, due } }) as const
    expect(next(founded(), lead, giving('labour')).tasks).toMatchObject([{ key: 't1', petitions: ['1'] }])
    expect(kindOf(doing(founded(), office, giving('county')))).toBe('organ-has-no-part')
    expect(kindOf(doing(founded(), office, giving('labour', on)))).toBe('day-not-ahead')
    expect(kindOf(doing(founded(), member, giving('labour')))).toBe('group-not-yours')
  })

  it('and says what can be done now by trying it', () => {
    const allowed = (actor: StaffActor, group = founded()) =>
      actionsOn(group, actor, on, world).flatMap(({ action, refusal }) => (refusal === null ? [action] : []))
    expect(allowed(member)).toEqual(['take-member-out'])
    expect(allowed(lead)).toEqual(['give-task', 'take-member-out', 'dissolve'])
    // its only petition does not leave it
    expect(allowed(office)).not.toContain('take-case-out')
    expect(allowed(office)).toHaveLength(7)
  })
})

import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { decided, rule } from '../../law/basis.ts'
import { mediatorFaults } from '../../law/codes/mediator-kinds.ts'
import { exampleOrgans, sealed } from '../../petition/examples.ts'
import { actionsOfCommittee, actionsOfMediator } from './actions.ts'
import type { CommitteeCommand, CommitteeCommandBody, CommitteeState, Election } from './committee.ts'
import { decideCommittee } from './committee-decide.ts'
import { evolveCommittee } from './committee-evolve.ts'
import { decide, mediatesOn } from './decide.ts'
import { evolve } from './evolve.ts'
import { gapsOf } from './gaps.ts'
import type { Mediator, MediatorCommand, MediatorCommandBody, MediatorState, MediatorWorld } from './mediator.ts'

const organs = exampleOrgans
const today = day('2026-11-26')
const clerk = (organ: string) =>
  ({ kind: 'staff', account: `clerk-of-${organ}`, organ: organ as OrganId, posts: ['clerk'] }) as const

const details = {
  ...({ kind: 'member', role: 'ordinary', committee: 'c', skills: ['rural', 'rural', 'land'] } as const),
  ...({ languages: ['dialect'], places: ['9901'], organ: null, account: null } as const),
  ...{ name: sealed('name'), contact: sealed('contact'), from: today, until: day('2029-11-26') },
} as const
const entering = { type: 'EnterMediator', ...details } as const
const fine: MediatorWorld = { organs, committeeWorks: true, isColleague: true }

const roster = (state: MediatorState, body: MediatorCommandBody, organ = 'township', world = fine) =>
  decide(state, { ...body, on: today, actor: clerk(organ) } as MediatorCommand, world)

function entered(...bodies: readonly MediatorCommandBody[]): Mediator {
  const state = [entering, ...bodies].reduce<MediatorState>((before, body) => {
    const decision = roster(before, body)
    if (!decision.ok) throw new Error(decision.error.kind)
    return decision.value.reduce<MediatorState>(evolve, before)
  }, null)
  if (state === null) throw new Error('nobody was entered')
  return state
}

describe('ADR 0049: the roster of mediators', () => {
  it('is kept by centres, townships and villages, each its own', () => {
    expect(roster(null, entering, 'village').ok).toBe(true)
    const anothers = { error: { kind: 'mediators-kept-elsewhere', basis: decided('0049') } }
    expect(roster(null, entering, 'county-bureau')).toMatchObject(anothers)
    expect(roster(entered(), { type: 'ResumeMediator' }, 'village')).toMatchObject(anothers)
  })

  it('says each thing once, and nothing of a role where there is none', () => {
    expect(entered()).toMatchObject({ skills: ['land', 'rural'], role: 'ordinary', version: 1, state: 'active' })
    const invited = entered({ type: 'ReviseMediator', ...details, kind: 'invited', committee: null, until: null })
    expect(invited).toMatchObject({ kind: 'invited', role: null, committee: null, until: null })
  })

  it('takes nobody from a committee that is not there, an organ unknown or an account of elsewhere', () => {
    const without = (more: object) => roster(null, entering, 'township', { ...fine, ...more })
    expect(without({ committeeWorks: false })).toMatchObject({ error: { kind: 'no-such-committee' } })
    expect(roster(null, { ...entering, organ: 'nowhere' as OrganId })).toMatchObject({
      error: { kind: 'unknown-organ' },
    })
    const own = { ...entering, account: 'x' }
    expect(roster(null, own).ok).toBe(true)
    expect(roster(null, own, 'township', { ...fine, isColleague: false })).toMatchObject({
      error: { kind: 'account-of-another-organ' },
    })
  })

  it('suspends, resumes and ends, and nothing after the end', () => {
    const suspended = entered({ type: 'SuspendMediator', reason: sealed('r') })
    expect(mediatesOn(suspended, today)).toBe(false)
    expect(
      mediatesOn(entered({ type: 'SuspendMediator', reason: sealed('r') }, { type: 'ResumeMediator' }), today),
    ).toBe(true)
    const ended = entered({ type: 'EndMediator', ending: 'resigned', fault: 'gain', reason: sealed('r') })
    expect(ended.ended).toMatchObject({ ending: 'resigned', fault: null })
    expect(roster(ended, { type: 'ResumeMediator' })).toMatchObject({ error: { kind: 'wrong-mediator-state' } })
  })

  it('records training that was, and none that is to come', () => {
    const trained = entered({ type: 'RecordTraining', day: today, subject: sealed('s') })
    expect(trained.trainings).toHaveLength(1)
    expect(roster(entered(), { type: 'RecordTraining', day: day('2026-11-27'), subject: sealed('s') })).toMatchObject({
      error: { kind: 'training-in-future' },
    })
  })

  it('offers to whoever keeps the entry what the decider allows, and to nobody else anything', () => {
    const offered = actionsOfMediator(entered(), clerk('township'), today, organs)
    expect(offered.filter(({ refusal }) => refusal !== null).map(({ action }) => action)).toEqual(['resume'])
    expect(actionsOfMediator(entered(), clerk('village'), today, organs)).toEqual([])
    const ended = entered({ type: 'EndMediator', ending: 'termOver', fault: null, reason: sealed('r') })
    expect(actionsOfMediator(ended, clerk('township'), today, organs).every(({ refusal }) => refusal !== null)).toBe(
      true,
    )
  })
})

describe('人民调解法 art. 9 para. 2: members are elected for three years and can be elected again', () => {
  it.each([
    ['2029-11-26', true],
    ['2029-11-27', false],
  ])('a term that began on 2026-11-26 may run to %s: %s', (until, isFine) => {
    const decision = roster(null, { ...entering, until: day(until) })
    expect(decision.ok).toBe(isFine)
    if (!decision.ok)
      expect(decision.error).toEqual({
        ...{ kind: 'member-term-too-long', atMost: day('2029-11-26'), basis: rule('RMTJ', 9, 2) },
      })
  })

  it('has an end for a member, and need not for whoever is invited', () => {
    expect(roster(null, { ...entering, until: null })).toMatchObject({ error: { kind: 'member-term-too-long' } })
    expect(roster(null, { ...entering, kind: 'invited', committee: null, until: null }).ok).toBe(true)
  })

  it('holds through its last day, begins anew when they are elected again, and no sooner than it begins', () => {
    const soon = { ...entered(), from: day('2026-11-20'), until: today }
    expect([today, day('2026-11-27'), day('2026-11-19')].map((on) => mediatesOn(soon, on))).toEqual([
      true,
      false,
      false,
    ])
    const again = entered({ type: 'RenewMediator', from: today, until: day('2028-01-01') })
    expect(again).toMatchObject({ from: today, until: day('2028-01-01') })
    expect(
      roster(entered(), { type: 'RenewMediator', from: day('2022-01-01'), until: day('2024-01-01') }),
    ).toMatchObject({
      error: { kind: 'mediator-term-passed' },
    })
  })
})

describe('人民调解法 art. 13: mediators are members of a committee and whoever it engages', () => {
  it.each(['member', 'engaged'] as const)('a mediator of kind %s belongs to one', (kind) => {
    expect(roster(null, { ...entering, kind, committee: null })).toMatchObject({
      error: { kind: 'member-needs-committee', basis: rule('RMTJ', 13) },
    })
  })

  it('a member has a role in it', () => {
    expect(roster(null, { ...entering, role: null })).toMatchObject({ error: { kind: 'member-needs-committee' } })
    expect(roster(null, { ...entering, kind: 'engaged', role: null }).ok).toBe(true)
  })
})

describe('人民调解法 art. 15: what is out of place in a mediator', () => {
  it('has four kinds, in the order of the law', () => {
    expect(mediatorFaults.map(({ item }) => item)).toEqual([1, 2, 3, 4])
  })

  it.each(mediatorFaults)('$zh is told and put right, and in grave cases ends it', ({ id: fault }) => {
    const told = entered({ type: 'ReprimandMediator', fault, reason: sealed('r') })
    expect(told).toMatchObject({ state: 'active', reprimands: [{ fault, on: today }] })
    const ended = entered({ type: 'EndMediator', ending: 'misconduct', fault, reason: sealed('r') })
    expect(ended.ended).toMatchObject({ fault })
  })

  it('dismisses nobody for misconduct without saying which', () => {
    const ending = { type: 'EndMediator', ending: 'misconduct', fault: null, reason: sealed('r') } as const
    expect(roster(entered(), ending)).toEqual({
      ...{ ok: false, error: { kind: 'misconduct-needs-kind', basis: rule('RMTJ', 15) } },
    })
  })
})

const founding = {
  ...({ type: 'FoundCommittee', kind: 'village', name: sealed('n'), region: '9901', isMultiEthnic: true } as const),
}
const election: Election = {
  ...({ day: today, until: day('2029-11-26'), by: 'residents', members: 5, women: 2, minority: 1 } as const),
}
const committee = (state: CommitteeState, body: CommitteeCommandBody, organ = 'township') =>
  decideCommittee(state, { ...body, on: today, actor: clerk(organ) } as CommitteeCommand, { organs })

function founded(...bodies: readonly CommitteeCommandBody[]): NonNullable<CommitteeState> {
  const state = [founding, ...bodies].reduce<CommitteeState>((before, body) => {
    const decision = committee(before, body)
    if (!decision.ok) throw new Error(decision.error.kind)
    return decision.value.reduce<CommitteeState>(evolveCommittee, before)
  }, null)
  if (state === null) throw new Error('nothing was founded')
  return state
}
const elected = (more: Partial<Election> = {}) => founded({ type: 'ElectCommittee', ...election, ...more })
const gaps = (state: NonNullable<CommitteeState>, chairs = 1, on = today) =>
  gapsOf(state, chairs, on).map(({ gap }) => gap)

describe('人民调解法 art. 8 para. 2, 3: three to nine members with one chair, women among them, and members of smaller peoples', () => {
  it.each([
    [2, ['tooFew']],
    [3, []],
    [9, []],
    [10, ['tooMany']],
  ] as const)('%i members: %j', (members, expected) => {
    expect(gaps(elected({ members }))).toEqual(expected)
  })

  it('shows what is lacking as a gap with its article, and refuses none of it', () => {
    expect(gaps(elected({ women: 0, minority: 0 }))).toEqual(['noWoman', 'noMinority'])
    const alike = founded(
      { ...founding, type: 'ReviseCommittee', isMultiEthnic: false },
      {
        ...{ type: 'ElectCommittee', ...election, minority: 0 },
      },
    )
    expect(gaps(alike)).toEqual([])
    expect(gaps(elected(), 0)).toEqual(['noChair'])
    expect(gaps(elected(), 2)).toEqual(['noChair'])
    expect(gapsOf(elected({ women: 0 }), 1, today)).toEqual([{ gap: 'noWoman', basis: rule('RMTJ', 8, 3) }])
  })

  it('has numbers that can be', () => {
    const slip = (more: Partial<Election>) => committee(founded(), { type: 'ElectCommittee', ...election, ...more })
    for (const more of [{ women: 6 }, { minority: 6 }, { until: today }])
      expect(slip(more)).toMatchObject({ error: { kind: 'election-does-not-add-up' } })
    expect(slip({ day: day('2026-11-27') })).toMatchObject({ error: { kind: 'election-in-future' } })
    expect(slip({ until: day('2029-11-27') })).toMatchObject({ error: { kind: 'member-term-too-long' } })
  })
})

describe('人民调解法 art. 9: members are elected', () => {
  it('shows a committee that was never elected, and one whose term is over, the day after its last', () => {
    expect(gaps(founded())).toEqual(['notElected'])
    expect(gaps(elected(), 1, day('2029-11-26'))).toEqual([])
    expect(gaps(elected(), 1, day('2029-11-27'))).toEqual(['termOver'])
  })

  it('wants nothing of one that has ended, and lets nothing be done with it', () => {
    const over = founded({ type: 'EndCommittee', reason: sealed('r') })
    expect(gaps(over, 0)).toEqual([])
    const offered = actionsOfCommittee(over, clerk('township'), today, { organs })
    expect(offered.map(({ refusal }) => refusal?.kind)).toEqual(Array(3).fill('committee-ended-already'))
    expect(actionsOfCommittee(founded(), clerk('township'), today, { organs }).every(({ refusal }) => !refusal)).toBe(
      true,
    )
    expect(committee(founded(), { type: 'EndCommittee', reason: sealed('r') }, 'village').ok).toBe(false)
  })
})

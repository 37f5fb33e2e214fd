import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import type { ItemKind } from '../../law/conference.ts'
import type { ConferenceActor, ConferenceWorld, Item, ItemCommandBody, Seat, StaffActor } from './conference.ts'
import { decideOnItem } from './item-decide.ts'
import { evolveItem } from './item-evolve.ts'
import { itemRows } from './tables.ts'

const organ = (id: string, kind: OrganFacts['kind'], parent: string | null): OrganFacts => ({
  ...{ id: id as OrganId, kind, level: 'county', region: '990101', parent: parent as OrganId | null },
  ...{ leadBy: null, state: 'active', successors: [] },
})
const all = [
  organ('county', 'government', null),
  organ('conference', 'conference', 'county'),
  organ('bureau', 'bureau', 'county'),
  organ('land', 'department', 'county'),
  organ('labour', 'department', 'county'),
]
const seat = (ref: string, kind: Seat['seat'], of: string, account: string | null = null): Seat => ({
  ...{ ref, seat: kind, organ: of as OrganId, account, from: day('2026-01-01'), until: null },
})
const seats = [
  seat('s1', 'convenor', 'county', 'a1'),
  seat('s2', 'member', 'land'),
  seat('s3', 'member', 'labour', 'a3'),
  seat('s4', 'office', 'bureau', 'a4'),
]
const world: ConferenceWorld = {
  organs: { find: (id) => all.find((each) => each.id === id), all: () => all },
  ...{ seats, law: cn2022.conference, meeting: null, open: new Set() },
}
const on = day('2026-11-23')
const until = day('2026-11-27')
const someone = (of: string, account: string, ...posts: readonly string[]): StaffActor => ({
  ...{ kind: 'staff', account, organ: of as OrganId, posts: posts.length > 0 ? posts : ['clerk', 'head'] },
})
const office = someone('conference', 'a9')
const convenor = someone('county', 'a1', 'leader')
const land = someone('land', 'a2', 'head')
const labour = someone('labour', 'a3', 'head')
const house = { kind: 'house', task: 'conference' } as const
const piece: Sealed = { ref: 'p', commitment: 'c' }

function act(item: Item | null, body: ItemCommandBody, actor: ConferenceActor, at = on, within = world) {
  const decision = decideOnItem(item, { ...body, on: at, actor }, within)
  if (!decision.ok) throw new Error(decision.error.kind)
  return decision.value.reduce<Item | null>((each, fact) => evolveItem(each, fact), item) as Item
}
const refusalOf = (item: Item, body: ItemCommandBody, actor: ConferenceActor, at = on, within = world) => {
  const decision = decideOnItem(item, { ...body, on: at, actor }, within)
  return decision.ok ? null : decision.error.kind
}

function accepted(kind: ItemKind = 'policy', more: object = {}): Item {
  const bring = {
    ...{ type: 'BringItem', kind, conference: 'conference', bringer: 'bureau', title: piece, paper: piece },
    ...{ petitions: [], against: [], linked: [], ...more },
  } as unknown as ItemCommandBody
  return act(act(null, bring, someone('bureau', 'a8')), { type: 'AcceptItem' }, office)
}
const circulating = (more: object = {}) =>
  ({
    ...{ type: 'CirculateItem', until, says: piece, jurisdiction: null, measure: null },
    ...{ tasks: [{ organ: 'land' as OrganId, what: piece, due: addDays(until, 1) }], ...more },
  }) as ItemCommandBody
const round = (more: object = {}) => act(accepted(), circulating(more), office)
const agree = { type: 'SignItem', view: 'agreed', reason: null } as const
const object = { type: 'SignItem', view: 'objected', reason: piece } as const
const lastOf = ({ circulations }: Item) => circulations.at(-1)

describe('docs/adr/0052: signing round (书面会签) instead of a meeting', () => {
  it('goes to whoever sits there, with a draft and a day, and freezes the paper', () => {
    const item = round()
    expect(item.stage).toBe('circulated')
    expect(lastOf(item)?.signatories.map(({ organ: of }) => of)).toEqual(['county', 'land', 'labour'])
    expect(refusalOf(item, { type: 'EditItem', title: piece, paper: piece }, someone('bureau', 'a8'))).toBe(
      'wrong-item-stage',
    )
  })

  it('decides as a meeting does once all of them agree, in the name of whoever sent it round', () => {
    const signed = act(act(act(round(), agree, land), agree, labour), agree, convenor)
    expect(signed).toMatchObject({
      ...{ stage: 'confirmed', executor: 'a9', confirmedOn: on },
      decision: { account: 'a9', tasks: [{ key: 't1', organ: 'land' }] },
      execution: [{ part: 't1', state: 'waiting' }],
      circulations: [{ ended: { because: 'agreed' } }],
    })
  })

  it('and not a signature earlier', () => {
    const two = act(act(round(), agree, land), agree, convenor)
    expect(two).toMatchObject({ stage: 'circulated', decision: null, circulations: [{ ended: null }] })
  })

  it.each([
    ['objected', object],
    ['meetingAsked', { type: 'SignItem', view: 'meetingAsked', reason: piece }],
  ] as const)('goes to a meeting as soon as somebody %s, whoever agreed', (because, body) => {
    const item = act(act(round(), agree, convenor), body, labour)
    expect(item).toMatchObject({ stage: 'accepted', decision: null, circulations: [{ ended: { because } }] })
    const meeting = { conference: 'conference' as OrganId, stage: 'planned', kind: 'working' } as const
    expect(refusalOf(item, { type: 'PlaceItem', meeting: 'm' }, office, on, { ...world, meeting })).toBeNull()
  })

  it('is objected to with a reason', () => {
    expect(refusalOf(round(), { ...object, reason: null }, labour)).toBe('objection-without-reasons')
  })

  it('is signed on its last day, and not the day after', () => {
    expect(refusalOf(round(), agree, labour, until)).toBeNull()
    expect(refusalOf(round(), agree, labour, addDays(until, 1))).toBe('circulation-over')
  })

  it('is not agreed to by silence: what is not signed in time goes to a meeting', () => {
    const item = act(act(round(), agree, land), agree, convenor)
    expect(act(item, { type: 'LapseCirculation' }, house, until).stage).toBe('circulated')
    expect(act(item, { type: 'LapseCirculation' }, house, addDays(until, 1))).toMatchObject({
      ...{ stage: 'accepted', circulations: [{ ended: { because: 'lapsed' } }] },
    })
    expect(refusalOf(item, { type: 'LapseCirculation' }, office, addDays(until, 1))).toBe('item-not-yours')
  })

  it('is signed by whoever is asked, once; for an organ by who leads it', () => {
    expect(refusalOf(round(), agree, someone('land', 'a2', 'clerk'))).toBe('item-not-yours')
    expect(refusalOf(round(), agree, office)).toBe('item-not-yours')
    expect(refusalOf(round(), agree, someone('bureau', 'a4'))).toBe('item-not-yours')
    expect(refusalOf(act(round(), agree, land), object, land)).toBe('signed-already')
  })

  it('is taken back by the office with a reason, and may go round again', () => {
    const back = act(round(), { type: 'RecallItem', reason: piece }, office)
    expect(back).toMatchObject({ stage: 'accepted', circulations: [{ ended: { because: 'recalled', reason: piece } }] })
    expect(act(back, circulating(), office).circulations).toHaveLength(2)
  })

  it('leaves whoever signs at least as long as the row says', () => {
    expect(refusalOf(accepted(), circulating({ until: addDays(on, 2) }), office)).toBeNull()
    expect(refusalOf(accepted(), circulating({ until: addDays(on, 1) }), office)).toBe('too-little-time-to-sign')
  })

  it('binds nobody to anything that is due before everybody has signed', () => {
    const tasks = [{ organ: 'land' as OrganId, what: piece, due: until }]
    expect(refusalOf(accepted(), circulating({ tasks }), office)).toBe('day-not-ahead')
  })
})

describe('docs/adr/0052: what is not for signing round', () => {
  const measure = {
    ...{ order: 'interview', petition: '1', organs: ['land' as OrganId], due: addDays(until, 9) },
    ...{ instruction: piece, criteria: [] },
  }
  const linked = [{ number: '1', arbiter: null, keptFrom: [], officials: [] }]

  it('is a measure against an organ, whatever the item is called', () => {
    const asked = accepted('measure', { petitions: ['1'], linked, against: ['labour'] })
    expect(refusalOf(asked, circulating(), office)).toBe('needs-a-meeting')
    const hard = accepted('hardCase', { petitions: ['1'], linked })
    expect(refusalOf(hard, circulating({ measure, tasks: [] }), office)).toBe('needs-a-meeting')
  })

  it('unless the pack of the place says so', () => {
    const { circulation } = cn2022.conference
    const law = { ...cn2022.conference, circulation: { ...circulation, kinds: ['hardCase', 'measure'] as const } }
    const hard = accepted('hardCase', { petitions: ['1'], linked })
    expect(refusalOf(hard, circulating({ measure, tasks: [] }), office, on, { ...world, law })).toBeNull()
    const without = { ...law, measures: {} }
    expect(refusalOf(hard, circulating({ measure, tasks: [] }), office, on, { ...world, law: without })).toBe(
      'measure-unknown',
    )
  })

  it('is what no convenor signs but whoever sent it round', () => {
    const own = { ...world, seats: [seat('s1', 'convenor', 'conference', 'a9'), ...seats.slice(1)] }
    expect(refusalOf(accepted(), circulating(), office, on, own)).toBe('no-convenor-signs')
  })
})

describe('信访工作条例 art. 28 (3), 30 (3): whoever is concerned is left out of the round', () => {
  it('from the beginning, where the petition names them or their organ', () => {
    const linked = [{ number: '1', arbiter: null, keptFrom: ['land' as OrganId], officials: ['a3'] }]
    const item = act(accepted('hardCase', { petitions: ['1'], linked }), circulating({ tasks: [] }), office)
    expect(lastOf(item)?.signatories.map(({ account }) => account)).toEqual(['a1'])
    expect(refusalOf(item, agree, land)).toBe('no-such-item')
    expect(refusalOf(item, agree, labour)).toBe('no-such-item')
    // the others are enough
    expect(act(item, agree, convenor).stage).toBe('confirmed')
  })

  it('when they withdraw, and the signatures of the others may be enough then', () => {
    const two = act(act(round(), agree, land), agree, convenor)
    const without = act(two, { type: 'RecuseMember', account: 'a3', reason: piece }, labour)
    expect(without).toMatchObject({ stage: 'confirmed', circulations: [{ ended: { because: 'agreed' } }] })
  })

  it('with what they signed, which another may sign for their organ', () => {
    const one = act(round(), agree, land)
    const without = act(one, { type: 'RecuseMember', account: 'a2', reason: piece }, land)
    expect(lastOf(without)).toMatchObject({ signatures: [], ended: null })
    expect(refusalOf(without, agree, someone('land', 'a7', 'head'))).toBeNull()
  })

  it('and it goes to a meeting where no convenor is left', () => {
    const without = act(round(), { type: 'RecuseMember', account: 'a1', reason: piece }, convenor)
    expect(without).toMatchObject({ stage: 'accepted', circulations: [{ ended: { because: 'unconvened' } }] })
  })

  it('and it stops where a petition names somebody meanwhile', () => {
    const kept = { type: 'KeepItem', keptFrom: ['land' as OrganId], officials: [] } as const
    expect(act(act(round(), agree, land), kept, house)).toMatchObject({
      ...{ stage: 'accepted', circulations: [{ ended: { because: 'concerned' } }] },
    })
  })
})

describe('Where it lies', () => {
  const shelvesOf = (item: Item) =>
    Object.fromEntries(
      (itemRows(item).conference_item_party ?? []).map(({ organ: of, shelf }) => [of as string, shelf]),
    )

  it('is with whoever has not signed yet, first', () => {
    expect(shelvesOf(act(round(), agree, land))).toEqual({
      ...{ conference: 'circulated', bureau: 'circulated', county: 'toSign', labour: 'toSign', land: 'circulated' },
    })
    expect(itemRows(round()).conference_item).toMatchObject([{ circulated_until: until }])
    expect(itemRows(act(round(), object, land)).conference_item).toMatchObject([{ circulated_until: null }])
  })
})

import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import type { MeetingKind } from '../../law/conference.ts'
import type { ConferenceWorld, Item, ItemCommandBody, MeetingStage, Seat, StaffActor } from './conference.ts'
import { decideOnItem } from './item-decide.ts'
import { evolveItem } from './item-evolve.ts'
import { decideOnMeeting } from './meeting-decide.ts'
import { monthsLater, periodsOf } from './periods.ts'
import { decideRoster } from './roster-decide.ts'

const organ = (id: string, kind: OrganFacts['kind'], parent: string | null, region = '990101'): OrganFacts => ({
  ...{ id: id as OrganId, kind, level: 'county', region, parent: parent as OrganId | null },
  ...{ leadBy: null, state: 'active', successors: [] },
})
const all = [
  organ('county', 'government', null),
  organ('party', 'party', null),
  organ('conference', 'conference', 'party'),
  organ('bureau', 'bureau', 'county'),
  organ('land', 'department', 'county'),
  organ('labour', 'department', 'county'),
  organ('village', 'village', 'county'),
]
const seat = (ref: string, kind: Seat['seat'], of: string, account: string | null = null): Seat => ({
  ...{ ref, seat: kind, organ: of as OrganId, account, from: day('2026-01-01'), until: null },
})
const seats = [
  seat('s1', 'convenor', 'county', 'a1'),
  seat('s2', 'member', 'land'),
  seat('s3', 'member', 'labour', 'a3'),
]
const world: ConferenceWorld = {
  organs: { find: (id) => all.find((each) => each.id === id), all: () => all },
  ...{ seats, law: cn2022.conference, meeting: null, open: new Set(['a1']) },
}
const on = day('2026-11-23')
const someone = (of: string, account = 'a9', ...posts: readonly string[]): StaffActor => ({
  ...{ kind: 'staff', account, organ: of as OrganId, posts: posts.length > 0 ? posts : ['clerk', 'head'] },
})
const piece: Sealed = { ref: 'p', commitment: 'c' }
const bringing = (more: object = {}) =>
  ({
    ...{ type: 'BringItem', kind: 'policy', conference: 'conference', bringer: 'bureau', title: piece, paper: piece },
    ...{ petitions: [], against: [], linked: [], on, actor: someone('bureau'), ...more },
  }) as unknown as Parameters<typeof decideOnItem>[1]
const kindOf = (decision: { readonly ok: boolean; readonly error?: { readonly kind: string } }) =>
  decision.ok ? null : decision.error?.kind

function brought(more: object = {}): Item {
  const decision = decideOnItem(null, bringing(more), world)
  if (!decision.ok) throw new Error(decision.error.kind)
  return decision.value.reduce<Item | null>((item, fact) => evolveItem(item, fact), null) as Item
}

/** What follows from commands one after the other; the last one is answered. */
function after(item: Item, actor: StaffActor, bodies: readonly ItemCommandBody[], at: ConferenceWorld) {
  let state = item
  for (const body of bodies.slice(0, -1)) {
    const decision = decideOnItem(state, { ...body, on, actor }, at)
    if (!decision.ok) throw new Error(decision.error.kind)
    state = decision.value.reduce((each, fact) => evolveItem(each, fact), state)
  }
  return decideOnItem(state, { ...(bodies.at(-1) as ItemCommandBody), on, actor }, at)
}

describe('信访工作条例 art. 13 (2): members are adjusted as the work asks', () => {
  const seating = (actor: StaffActor, more: object = {}) =>
    decideRoster(
      null,
      {
        ...{ type: 'SeatMember', conference: 'conference' as OrganId, on, actor, seat: 'convenor' },
        ...{ organ: 'county' as OrganId, account: 'a1', from: on, until: null, ...more },
      },
      world,
    )

  it('by the organ of the conference, and by no member', () => {
    expect(seating(someone('conference')).ok).toBe(true)
    expect(kindOf(seating(someone('land')))).toBe('conference-not-yours')
    expect(kindOf(seating(someone('land'), { conference: 'land' }))).toBe('no-conference')
  })

  it('and a convenor is somebody by name, with a post in that organ (art. 13 (1))', () => {
    expect(kindOf(seating(someone('conference'), { account: null }))).toBe('no-such-holder')
    expect(kindOf(seating(someone('conference'), { account: 'a8' }))).toBe('no-such-holder')
  })
})

describe('信访工作条例 art. 12 (2): members bring what is major and sensitive', () => {
  it('as the bureaus of the place do, and nobody else', () => {
    expect(decideOnItem(null, bringing(), world).ok).toBe(true)
    expect(decideOnItem(null, bringing({ bringer: 'land', actor: someone('land') }), world).ok).toBe(true)
    const stranger = bringing({ bringer: 'village', actor: someone('village') })
    expect(kindOf(decideOnItem(null, stranger, world))).toBe('conference-not-yours')
  })

  it('in the name of no other organ', () => {
    expect(kindOf(decideOnItem(null, bringing({ bringer: 'land' }), world))).toBe('conference-not-yours')
  })

  it('goes one level up where it concerns the conference itself (art. 30 (3))', () => {
    const linked = [{ number: '1', arbiter: null, keptFrom: ['party'], officials: [] }]
    expect(kindOf(decideOnItem(null, bringing({ petitions: ['1'], linked }), world))).toBe('conference-is-kept-out')
  })
})

describe('Whoever is concerned has no part in an item (art. 28 (3), 30 (3), 39 (3))', () => {
  const meeting = { conference: 'conference' as OrganId, stage: 'opened', kind: 'working' } as const
  const at: ConferenceWorld = { ...world, meeting }
  const office = someone('conference')
  const measured = () =>
    brought({
      ...{ kind: 'measure', petitions: ['1'], against: ['land'] },
      linked: [{ number: '1', arbiter: null, keptFrom: [], officials: ['a3'] }],
    })

  it('gets no papers when it is put on an agenda', () => {
    const placed = after(measured(), office, [{ type: 'AcceptItem' }, { type: 'PlaceItem', meeting: 'm' }], {
      ...at,
      meeting: { ...meeting, stage: 'planned' },
    })
    expect(placed).toMatchObject({ ok: true, value: [{ type: 'ItemPlaced', members: [{ organ: 'county' }] }] })
  })

  it('is told that there is none, whatever they try', () => {
    for (const body of [{ type: 'AcceptItem' }, { type: 'ConfirmDecision' }] as const)
      expect(kindOf(decideOnItem(measured(), { ...body, on, actor: someone('land') }, at))).toBe('no-such-item')
  })

  it('keeps it out of the minutes: the house does not confirm it, and no convenor what they recorded', () => {
    const decided = { ...measured(), stage: 'decided', meeting: 'm' } as Item
    const house = { kind: 'house', task: 'conference' } as const
    expect(kindOf(decideOnItem(decided, { type: 'ConfirmDecision', on, actor: house }, at))).toBe('item-not-yours')
    const own = {
      ...decided,
      decision: { account: 'a1', on, says: piece, jurisdiction: null, measure: null, tasks: [] },
    }
    const convenor = someone('county', 'a1', 'leader')
    expect(kindOf(decideOnItem(own, { type: 'ConfirmDecision', on, actor: convenor }, at))).toBe('own-decision')
  })
})

describe('docs/adr/0041: what was not decided waits for another meeting (缓议)', () => {
  const postpone = { type: 'PostponeItem', reason: piece } as const
  const at = (stage: MeetingStage): ConferenceWorld => ({
    ...world,
    meeting: { conference: 'conference' as OrganId, stage, kind: 'working' },
  })
  const placed = (more: object = {}) => ({ ...brought(more), stage: 'placed', meeting: 'm' }) as Item
  const postponing = (item: Item, stage: MeetingStage) =>
    kindOf(decideOnItem(item, { ...postpone, on, actor: someone('conference') }, at(stage)))

  it('also after the meeting is over, which does not wait for what is minuted apart', () => {
    const apart = placed({ linked: [{ number: '1', arbiter: null, keptFrom: [], officials: ['a3'] }] })
    expect(postponing(apart, 'issued')).toBeNull()
    expect(postponing({ ...apart, stage: 'decided' }, 'issued')).toBeNull()
  })

  it('and what its minutes say is not taken back', () => {
    const decided = { ...placed(), stage: 'decided' } as Item
    expect(postponing(decided, 'opened')).toBeNull()
    expect(postponing(decided, 'drafted')).toBe('wrong-meeting-stage')
    expect(postponing(decided, 'issued')).toBe('wrong-meeting-stage')
  })
})

describe('信访工作条例 art. 11 (2): the office looks after what was decided', () => {
  it('so nothing is closed before everything is carried out and done', () => {
    const item = {
      ...brought(),
      stage: 'confirmed',
      execution: [{ part: 't1', state: 'declined', result: null, refusal: 'x' }],
      dues: [],
    } as Item
    const close = { type: 'CloseItem', note: null, on, actor: someone('conference') } as const
    expect(kindOf(decideOnItem(item, close, world))).toBe('not-executed-yet')
    const executed = { ...item, execution: [{ part: 't1', state: 'executed', result: null, refusal: null }] } as Item
    const owed = { ...executed, dues: [{ key: 't1', due: on }] }
    expect(kindOf(decideOnItem(owed, close, world))).toBe('duties-still-open')
    expect(decideOnItem(executed, close, world).ok).toBe(true)
  })
})

it('Nothing is written into an item of which the petition was erased', () => {
  const erased = { ...brought(), stage: 'sentBack', erasedOn: on } as Item
  const edit = { type: 'EditItem', title: piece, paper: piece, on, actor: someone('bureau') } as const
  expect(kindOf(decideOnItem(erased, edit, world))).toBe('item-erased')
  expect(kindOf(decideOnItem({ ...erased, erasedOn: null }, edit, world))).toBeNull()
})

describe('信访工作条例 art. 9 (2), 12 (1): meetings are held regularly', () => {
  const held = (kind: MeetingKind, on: Day) => new Map([[kind, on]])
  const party = { kind: 'party' } as const

  it('is late the day after its last day, and not before', () => {
    const last = held('standingCommitteeHearing', day('2026-05-23'))
    expect(periodsOf(party, last, day('2026-11-23'), cn2022.conference)).toMatchObject([
      { dueBy: '2026-11-23', isLate: false },
    ])
    expect(periodsOf(party, last, day('2026-11-24'), cn2022.conference)).toMatchObject([{ isLate: true }])
    expect(periodsOf(party, new Map(), day('2026-11-24'), cn2022.conference)).toMatchObject([
      { dueBy: null, isLate: true },
    ])
  })

  it('as often as the pack of the place says', () => {
    const { plenary, ...others } = cn2022.conference.meetings
    const quarterly = { meetings: { ...others, plenary: { ...plenary, everyMonths: 3 } } }
    const [period] = periodsOf({ kind: 'conference' }, held('plenary', on), day('2027-02-24'), quarterly)
    expect(period).toMatchObject({ everyMonths: 3, dueBy: '2027-02-23', isLate: true })
    expect(periodsOf({ kind: 'village' }, new Map(), on, quarterly)).toEqual([])
  })

  it('ends with the month where the later one is shorter', () => {
    expect(monthsLater(day('2026-08-31'), 6)).toBe('2027-02-28')
  })

  it('and a department holds none', () => {
    const plan = {
      type: 'PlanMeeting',
      kind: 'working',
      ...{ conference: 'land' as OrganId, title: piece, place: piece, day: on, on, actor: someone('land') },
    } as const
    expect(kindOf(decideOnMeeting(null, plan, world))).toBe('wrong-kind-of-meeting')
  })
})

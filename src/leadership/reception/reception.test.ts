import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, day, weekday } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { wallTime } from '../../kernel/wall-time.ts'
import { builtInCalendars } from '../../law/calendars/shelf.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import type { ReceptionLaw } from '../../law/reception.ts'
import type { Booking, BookingCommandBody, BookingState, Request } from './booking.ts'
import { decideBooking } from './booking-decide.ts'
import { evolveBooking } from './booking-evolve.ts'
import { decide } from './decide.ts'
import { drawnOrder, keptSeats, seatsFor, slotOf } from './draw.ts'
import { evolve } from './evolve.ts'
import { dayGaps, leaderGaps, periodOf } from './gaps.ts'
import type { Entry, Receiver, Reception, ReceptionCommandBody, ReceptionState, ReceptionWorld } from './reception.ts'
import { bookingRows } from './tables.ts'

const id = (text: string) => text as OrganId
const sealed = (text: string): Sealed => ({ ref: text, commitment: text })
const places: readonly (readonly [string, OrganFacts['kind'], string, string | null])[] = [
  ['city', 'government', '9901', null],
  ['county', 'government', '990101', 'city'],
  ['county.party', 'party', '990101', null],
  ['county.bureau', 'bureau', '990101', 'county'],
  ['county.land', 'department', '990101', 'county'],
  ['next-county', 'government', '990102', 'city'],
]
const all: readonly OrganFacts[] = places.map(([organ, kind, region, parent]) => ({
  ...{ id: id(organ), kind, region, parent: parent === null ? null : id(parent), leadBy: null, state: 'active' },
  ...{ level: region.length === 4 ? 'prefecture' : 'county', successors: [] },
}))
const organs = { find: (organ: OrganId) => all.find((one) => one.id === organ), all: () => all }
const world: ReceptionWorld = { pack: 'cn-2022@1', law: cn2022, calendars: builtInCalendars, organs }

const clerk = { kind: 'staff', account: 'clerk', organ: id('county.bureau'), posts: ['clerk'] } as const
const house = { kind: 'house', task: 'test' } as const
const on = day('2026-11-23')
const theDay = day('2026-12-03')
const closesOn = day('2026-11-30')

const leader = (account = 'deputy', organ = 'county'): Receiver => ({
  ...{ account, organ: id(organ), standing: 'other', title: sealed('title') },
})
const plan = {
  ...{
    day: theDay,
    onRestDay: false,
    from: '09:00',
    until: '11:00',
    place: sealed('place'),
    topic: null,
    seats: 2,
    joint: [],
  },
}

type Step = readonly [body: ReceptionCommandBody, on?: Day, actor?: typeof clerk | typeof house, at?: string]
const told = (state: ReceptionState, [body, on_ = on, actor = clerk, at = '09:00']: Step) =>
  decide(state, { ...body, on: on_, at: wallTime(at), actor }, world)
function having(...steps: readonly Step[]): Reception {
  return steps.reduce<ReceptionState>((state, step) => {
    const decision = told(state, step)
    if (!decision.ok) throw new Error(JSON.stringify(decision.error))
    return decision.value.reduce<ReceptionState>(evolve, state)
  }, null) as Reception
}
const refusal = (state: ReceptionState, ...step: Step) => {
  const decision = told(state, step)
  return decision.ok ? null : decision.error
}

const planned: Step = [{ type: 'PlanReception', leaders: [leader()], plan }]
const published: Step = [{ type: 'PublishReception', closesOn, closesAt: null, commitment: 'c' }]
const entry = (reference: string, first = false): Entry => ({ reference, rank: reference, first })
const dayAfter = day('2026-12-01')
const drawOf = (...references: readonly string[]): Step => [
  { type: 'AllotSeats', secret: 's', seed: 'x', entries: references.map((each) => entry(each)) },
  ...([dayAfter, house] as const),
]

describe('信访工作条例 art. 18 and ADR 0038: a reception day', () => {
  it('is public three working days before it, and not a day later', () => {
    const reception = having(planned)
    expect(refusal(reception, published[0], day('2026-11-30'))).toBeNull()
    expect(refusal(reception, published[0], day('2026-12-01'))).toMatchObject({ kind: 'published-too-late' })
  })

  it('gathers requests to the end of the day that was said, and draws the day after', () => {
    const reception = having(planned, published)
    const draw = drawOf('1')[0]
    expect(refusal(reception, draw, closesOn, house)).toMatchObject({ kind: 'requests-still-open', closesOn })
    expect(refusal(reception, draw, dayAfter, house)).toBeNull()
    expect(refusal(reception, draw, dayAfter)).toMatchObject({ kind: 'reception-not-yours' })
    expect(refusal(having(planned, published, drawOf('1')), draw, dayAfter, house)).toMatchObject({
      kind: 'wrong-reception-stage',
    })
  })

  it('closes at the hour that the office says, and is drawn from that minute on', () => {
    const reception = having(planned, [{ ...published[0], closesAt: wallTime('17:00') } as ReceptionCommandBody])
    const draw = drawOf('1')[0]
    expect(refusal(reception, draw, closesOn, house, '16:59')).toEqual({
      ...{ kind: 'requests-still-open', closesOn, closesAt: '17:00' },
    })
    expect(refusal(reception, draw, closesOn, house, '17:00')).toBeNull()
    expect(bookingRefusal(null, asking(), closesOn, holder, reception, '16:59')).toBeNull()
    expect(bookingRefusal(null, asking(), closesOn, holder, reception, '17:00')).toBe('requests-closed')
    expect(bookingRefusal(null, asking({ way: 'window' }), closesOn, staff(), reception, '17:00')).toBeNull()
  })

  it('closes at the hour that the law where it is has, where the office says none', () => {
    const day = { ...cn2022.receptions.day, closesAt: wallTime('12:00') }
    const law = { ...world, law: { receptions: { ...cn2022.receptions, day } } }
    const command = { ...published[0], on, at: wallTime('09:00'), actor: clerk } as never
    expect(decide(having(planned), command, law)).toMatchObject({ value: [{ closesAt: '12:00' }] })
    expect(having(planned, published).closesAt).toBe('24:00')
  })

  it('is not made public with an hour that has passed', () => {
    const closing = (at: string) =>
      refusal(
        having([{ type: 'PlanReception', leaders: [leader()], plan: { ...plan, day: theDay } }]),
        { type: 'PublishReception', closesOn: on, closesAt: wallTime(at), commitment: 'c' },
        on,
        clerk,
        '10:00',
      )
    expect(closing('10:01')).toBeNull()
    expect(closing('10:00')).toEqual({ kind: 'closed-already', closesOn: on, closesAt: '10:00' })
  })

  it('reads a day that was made public before an hour could be said as closing at the end of that day', () => {
    const { closesAt: _, ...before } = (
      told(having(planned), published) as unknown as { value: readonly [{ closesAt: string }] }
    ).value[0]
    expect(evolve(having(planned), before as never).closesAt).toBe('24:00')
  })

  it('closes before it is held', () => {
    const closing = (closes: string) => ({ ...published[0], closesOn: day(closes) }) as ReceptionCommandBody
    expect(refusal(having(planned), closing('2026-12-02'))).toBeNull()
    expect(refusal(having(planned), closing('2026-12-03'))).toMatchObject({ kind: 'closes-after-the-day' })
  })

  it.each([
    ['another county', [leader('x', 'next-county')], 'leader-not-of-your-area'],
    ['the level above', [leader('x', 'city')], 'leader-not-of-your-area'],
    ['nobody', [], 'nobody-receives'],
    ['the same twice', [leader(), leader()], 'leader-named-twice'],
  ])('is not planned for %s', (_, leaders, kind) => {
    expect(refusal(null, { type: 'PlanReception', leaders, plan })).toMatchObject({ kind })
  })

  it.each([
    ['today', { day: on }, 'day-not-ahead'],
    ['backwards', { from: '11:00' }, 'ends-before-it-begins'],
    ['on a Saturday that nobody meant', { day: day('2026-12-05') }, 'not-a-working-day'],
    ['with too little time for each', { seats: 5 }, 'too-little-time'],
    ['with too many seats', { seats: 21, until: '23:00' }, 'too-many-seats'],
    ['with an organ that there is not', { joint: [id('nowhere')] }, 'unknown-organ'],
  ])('is not planned %s', (_, more, kind) => {
    expect(refusal(null, { type: 'PlanReception', leaders: [leader()], plan: { ...plan, ...more } })).toMatchObject({
      kind,
    })
  })

  it('is planned on a rest day by whoever says so, and on a weekend that is worked like any day', () => {
    const at = (to: string, onRestDay: boolean) =>
      refusal(
        null,
        { type: 'PlanReception', leaders: [leader()], plan: { ...plan, day: day(to), onRestDay } },
        day('2026-01-05'),
      )
    expect(at('2026-12-05', true)).toBeNull()
    expect(at('2026-10-01', false)).toMatchObject({ kind: 'not-a-working-day', is: 'holiday' })
    // 调休: a Saturday that is worked
    expect(at('2026-02-14', false)).toBeNull()
    // nobody knows the holidays of that year yet
    expect(at('2040-01-01', false)).toBeNull()
  })

  it('takes no seat away that was given, and gives those that are added', () => {
    const drawn = having(planned, published, drawOf('1', '2', '3'))
    const change = (seats: number): Step => [
      { type: 'ChangeReception', plan: { ...plan, seats }, reason: sealed('r') },
      dayAfter,
    ]
    expect(refusal(drawn, ...change(1))).toMatchObject({ kind: 'seats-given-already', given: 2 })
    const more = having(planned, published, drawOf('1', '2', '3'), change(3))
    expect(more.given).toContainEqual({ seat: 3, reference: '3' })
    expect(more.changes).toBe(1)
  })

  it('is moved, once public, only to a day that leaves people as much time', () => {
    const open = having(planned, published)
    const move = (to: string, at: string, reception = open) =>
      refusal(reception, { type: 'ChangeReception', plan: { ...plan, day: day(to) }, reason: sealed('r') }, day(at))
    expect(move('2026-12-04', '2026-12-01')).toBeNull()
    expect(move('2026-12-04', '2026-12-02')).toMatchObject({ kind: 'published-too-late' })
    expect(move('2026-12-03', '2026-12-02')).toBeNull()
    expect(move('2026-12-04', '2026-12-02', having(planned))).toBeNull()
  })

  it('keeps of fewer seats fewer, and never all', () => {
    const roomy = { ...plan, seats: 8, until: '17:00' }
    const change: Step = [{ type: 'ChangeReception', plan, reason: sealed('r') }]
    const wide = having([{ type: 'PlanReception', leaders: [leader()], plan: roomy }], published)
    const less = having([{ type: 'PlanReception', leaders: [leader()], plan: roomy }], published, change)
    expect([wide.kept, less.kept]).toEqual([3, 1])
  })

  it('is held on its day and not before', () => {
    const drawn = having(planned, published, drawOf('1'))
    const conclude = { type: 'ConcludeReception', note: null } as const
    expect(refusal(drawn, conclude, day('2026-12-02'))).toMatchObject({ kind: 'day-not-come' })
    expect(refusal(drawn, conclude, theDay)).toBeNull()
  })

  it('calls nobody to a talk of a day that is over', () => {
    const leave: Step = [{ type: 'LeaveQueue', reference: '1', leaving: 'absent' }, theDay, house]
    const late: Step = [{ type: 'LeaveQueue', reference: '1', leaving: 'absent' }, day('2026-12-04'), house]
    expect(having(planned, published, drawOf('1', '2', '3'), leave).given).toContainEqual({ seat: 1, reference: '3' })
    expect(having(planned, published, drawOf('1', '2', '3'), late).given).toEqual([{ seat: 2, reference: '2' }])
  })
})

const references = fc.uniqueArray(fc.stringMatching(/^\d{12}$/), { maxLength: 40 })
const entries = references.chain((all) =>
  fc.tuple(
    ...all.map((reference) =>
      fc.record({ reference: fc.constant(reference), rank: fc.stringMatching(/^[0-9a-f]{8}$/), first: fc.boolean() }),
    ),
  ),
)

describe('The draw', () => {
  it('does not depend on the order in which requests came', () => {
    fc.assert(
      fc.property(entries, fc.nat(10), fc.integer(), (all, kept, turn) => {
        const turned = all.toSorted((a, b) => (a.reference + turn < b.reference + turn ? 1 : -1))
        expect(drawnOrder(turned, kept)).toEqual(drawnOrder(all, kept))
      }),
    )
  })

  it('has everybody once, and none before one of lower rank but those for whom seats are kept', () => {
    fc.assert(
      fc.property(entries, fc.nat(10), (all, kept) => {
        const order = drawnOrder(all, kept)
        expect(order.map(({ reference }) => reference).toSorted()).toEqual(
          all.map(({ reference }) => reference).toSorted(),
        )
        const ahead = Math.min(kept, all.filter(({ first }) => first).length)
        const rest = order.slice(ahead)
        expect(order.slice(0, ahead).every(({ first }) => first)).toBe(true)
        expect(rest.every(({ rank }, at) => at === 0 || (rest[at - 1] as Entry).rank <= rank)).toBe(true)
      }),
    )
  })

  it('keeps three of ten seats, at least one, and never all', () => {
    expect([1, 2, 3, 4, 10, 20].map((seats) => keptSeats(seats, 3))).toEqual([0, 1, 1, 2, 3, 6])
  })

  it('gives each seat to one, whoever comes and goes in whatever order', () => {
    const move = fc.record({ leaves: fc.boolean(), who: fc.nat(25) })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const first = Array.from({ length: 8 }, (_, at) => String(at + 10))
        let state = having(planned, published, drawOf(...first))
        for (const { leaves, who } of moves) {
          const reference = String(who + 10)
          const body: ReceptionCommandBody = leaves
            ? { type: 'LeaveQueue', reference, leaving: 'cancelled' }
            : { type: 'JoinQueue', entry: entry(reference) }
          const decision = told(state, [body, dayAfter, house])
          if (!decision.ok) throw new Error(decision.error.kind)
          state = decision.value.reduce<ReceptionState>(evolve, state) as Reception
          // the same once more changes nothing
          expect(told(state, [body, dayAfter, house])).toEqual({ ok: true, value: [] })
          const gone = new Set(state.left.map((one) => one.reference))
          const seated = state.given.map((one) => one.reference)
          expect(new Set(seated).size).toBe(seated.length)
          expect(new Set(state.given.map(({ seat }) => seat)).size).toBe(seated.length)
          expect(seated.filter((one) => gone.has(one))).toEqual([])
          const waiting = state.queue.filter((one) => !gone.has(one.reference) && !seated.includes(one.reference))
          // nobody waits beside a free seat
          expect(waiting.length === 0 || seated.length === plan.seats).toBe(true)
        }
      }),
    )
  })

  it('divides the time of the day evenly', () => {
    expect([1, 2, 3, 4].map((seat) => slotOf(seat, { from: '09:00', until: '11:00', seats: 4 }))).toEqual([
      ...['09:00', '09:30', '10:00', '10:30'],
    ])
    expect(seatsFor([], { seats: 3, given: [], gone: new Set() })).toEqual([])
  })
})

const request = (more: Partial<Request> = {}): Request => ({
  ...{ reception: 'reception:x', reference: '1', way: 'portal', name: sealed('name'), phone: sealed('phone') },
  ...{
    byMessage: false,
    subject: null,
    need: null,
    carried: false,
    petition: null,
    keptFrom: [],
    officials: [],
    led: [],
  },
  ...more,
})
const ofNobody = { keptFrom: [], officials: [], led: [] } as const
const holder = { kind: 'holder' } as const
const staff = (organ = 'county.bureau', account = 'clerk', answersTo: readonly string[] = []) => ({
  ...({ kind: 'staff', account, organ: id(organ), posts: ['clerk'], answersTo } as const),
})
const booking = (
  state: BookingState,
  body: BookingCommandBody,
  on_: Day,
  actor: object,
  reception: Reception,
  at = '09:00',
) => decideBooking(state, { ...body, on: on_, at: wallTime(at), actor } as never, { reception, organs })
const bookingRefusal = (...asked: Parameters<typeof booking>) => {
  const decision = booking(...asked)
  return decision.ok ? null : decision.error.kind
}
const asking = (more: Partial<Request> = {}) => ({ type: 'RequestSeat', request: request(more) }) as const
function booked(reception: Reception, more: Partial<Request> = {}): Booking {
  const decision = booking(null, asking(more), on, holder, reception)
  if (!decision.ok) throw new Error(decision.error.kind)
  return decision.value.reduce<BookingState>(evolveBooking, null) as Booking
}

describe('信访工作条例 art. 28 (3), 30 (3) and ADR 0038: a booking', () => {
  const open = having(planned, published)

  it('is taken on line to the end of the last day; at the window to the day itself', () => {
    expect(bookingRefusal(null, asking(), closesOn, holder, open)).toBeNull()
    expect(bookingRefusal(null, asking(), dayAfter, holder, open)).toBe('requests-closed')
    expect(bookingRefusal(null, asking({ way: 'window' }), theDay, staff(), open)).toBeNull()
    expect(bookingRefusal(null, asking({ way: 'window' }), day('2026-12-04'), staff(), open)).toBe('requests-closed')
    expect(bookingRefusal(null, asking(), on, holder, having(planned))).toBe('not-bookable')
  })

  it.each([
    ['the official whom it is about', { officials: ['deputy'] }, 'leader-is-complained-about'],
    ['whoever answers to that one', { officials: ['chief'], led: [id('county')] }, 'leader-is-complained-about'],
    ['the organ that it accuses', { keptFrom: [id('county')] }, 'organ-is-complained-about'],
  ])('is not made with %s', (_, more, kind) => {
    expect(bookingRefusal(null, asking(more), on, holder, open)).toBe(kind)
  })

  it('makes no party of an organ that it accuses, and refuses it every act', () => {
    const joint = having([{ ...planned[0], plan: { ...plan, joint: [id('county.land')] } } as never], published)
    const asked = booked(joint, { keptFrom: [id('county.land')] })
    expect(asked.organs).toEqual([id('county')])
    expect(bookingRefusal(asked, { type: 'CheckIn' }, theDay, staff('county.land'), joint)).toBe('no-such-booking')
    const named = booked(joint, { officials: ['surveyor'] })
    expect(bookingRefusal(named, { type: 'CheckIn' }, theDay, staff('county.land', 'surveyor'), joint)).toBe(
      'no-such-booking',
    )
    expect(bookingRefusal(named, { type: 'CheckIn' }, theDay, staff('county.land', 'aide', ['surveyor']), joint)).toBe(
      'no-such-booking',
    )
    expect(bookingRefusal(named, { type: 'CheckIn' }, theDay, staff('county.land', 'other'), joint)).toBeNull()
  })

  it('is cancelled by whoever asked at any time before the talk, and may be asked for again before the draw only', () => {
    const asked = booked(open)
    const cancelled = { ...asked, stage: 'cancelled' } as const
    expect(bookingRefusal(asked, { type: 'CancelBooking' }, theDay, holder, open)).toBeNull()
    expect(bookingRefusal({ ...asked, stage: 'talking' }, { type: 'CancelBooking' }, theDay, holder, open)).toBe(
      'wrong-booking-stage',
    )
    expect(bookingRefusal(cancelled, asking(), on, holder, open)).toBeNull()
    expect(bookingRefusal(asked, asking(), on, holder, open)).toBe('booked-already')
    const drawn = having(planned, published, drawOf('1'))
    expect(bookingRefusal(cancelled, asking({ way: 'window' }), dayAfter, staff(), drawn)).toBe('left-after-the-draw')
    expect(bookingRefusal(asked, { type: 'CheckIn' }, theDay, holder, drawn)).toBe('booking-not-yours')
  })

  it('is not asked for and cancelled on line without end', () => {
    const often = { ...booked(open), stage: 'cancelled', round: 10 } as const
    expect(bookingRefusal({ ...often, round: 9 }, asking(), on, holder, open)).toBeNull()
    expect(bookingRefusal(often, asking(), on, holder, open)).toBe('too-many-requests')
    expect(bookingRefusal(often, asking({ way: 'window' }), on, staff(), open)).toBeNull()
  })

  it('is heard with a seat, on the day; and what is written down is read back', () => {
    const drawn = having(planned, published, drawOf('0', '1', '2'))
    const [seated, waits] = [booked(open), booked(open, { reference: '2' })]
    expect(bookingRefusal(seated, { type: 'CheckIn' }, day('2026-12-02'), staff(), drawn)).toBe('not-the-day')
    expect(bookingRefusal({ ...seated, stage: 'arrived' }, { type: 'StartTalk' }, theDay, staff(), drawn)).toBeNull()
    expect(bookingRefusal({ ...waits, stage: 'arrived' }, { type: 'StartTalk' }, theDay, staff(), drawn)).toBe(
      'waits-for-a-seat',
    )
    const record = { type: 'RecordTalk', record: sealed('r'), confirmedBy: 'signature' } as const
    const talking = { ...seated, stage: 'talking' } as const
    expect(bookingRefusal(talking, { ...record, readBack: false }, theDay, staff(), drawn)).toBe('not-read-back')
    expect(bookingRefusal(talking, { ...record, readBack: true }, theDay, staff(), drawn)).toBeNull()
  })

  it('promises nothing for today, and nothing through an organ that it accuses', () => {
    const drawn = having(planned, published, drawOf('1'))
    const recorded = { ...booked(open, { keptFrom: [id('county.land')] }), stage: 'recorded' } as const
    const conclude = (organ: string, due: string) =>
      ({
        type: 'ConcludeTalk',
        result: { kind: 'explained', reason: sealed('r') },
        promises: [{ ref: 'p1', organ: id(organ), due: day(due), what: sealed('w') }],
        looked: ofNobody,
      }) as const
    expect(bookingRefusal(recorded, conclude('county.land', '2026-12-31'), theDay, staff(), drawn)).toBe(
      'promised-for-kept-out',
    )
    expect(bookingRefusal(recorded, conclude('county.party', '2026-12-03'), theDay, staff(), drawn)).toBe(
      'promise-not-ahead',
    )
    expect(bookingRefusal(recorded, conclude('county.party', '2026-12-04'), theDay, staff(), drawn)).toBeNull()
  })

  it('is kept from whomever the petition accuses that it became, at the table too', () => {
    const joint = having([{ ...planned[0], plan: { ...plan, joint: [id('county.land')] } } as never], published)
    const recorded = { ...booked(joint), stage: 'recorded' } as Booking
    expect(bookingRows(recorded).booking_party?.map(({ organ }) => organ)).toContain('county.land')
    const looked = { ...ofNobody, keptFrom: [id('county.land'), id('county.bureau')] }
    const promise = { ref: 'p1', organ: id('county.land'), due: day('2026-12-31'), what: sealed('w') }
    const result = { kind: 'registered', petition: '261203000000017' } as const
    const conclude = (promises: readonly (typeof promise)[]) =>
      ({ type: 'ConcludeTalk', result, promises, looked }) as const
    expect(bookingRefusal(recorded, conclude([promise]), theDay, staff('county'), joint)).toBe('promised-for-kept-out')
    const decision = booking(recorded, conclude([]), theDay, staff('county'), joint)
    if (!decision.ok) throw new Error(decision.error.kind)
    const kept = decision.value.reduce<BookingState>(evolveBooking, recorded) as Booking
    expect(kept).toMatchObject({ stage: 'concluded', keptFrom: looked.keptFrom })
    expect(bookingRows(kept).booking_party?.map(({ organ }) => organ)).toEqual(['county'])
    const again = { type: 'FollowPetition', looked } as const
    expect(booking(kept, again, theDay, house, joint)).toEqual({ ok: true, value: [] })
  })

  it('is told by message by the house alone, once for how it stands, and by somebody at the table otherwise', () => {
    const drawn = having(planned, published, drawOf('1'))
    const asked = booked(open, { byMessage: true })
    const inform = (told: 'message' | 'phone') => ({ type: 'InformHolder', told }) as const
    expect(bookingRefusal(asked, inform('message'), dayAfter, staff(), drawn)).toBe('booking-not-yours')
    expect(bookingRefusal(asked, inform('phone'), dayAfter, house, drawn)).toBe('booking-not-yours')
    const sent = booking(asked, inform('message'), dayAfter, house, drawn)
    if (!sent.ok) throw new Error(sent.error.kind)
    const told = sent.value.reduce<BookingState>(evolveBooking, asked) as Booking
    expect(told.told).toEqual({ on: dayAfter, way: 'message', changes: 0, place: 'seat' })
    expect(booking(told, inform('message'), dayAfter, house, drawn)).toEqual({ ok: true, value: [] })
    const moved = having(planned, published, drawOf('1'), [
      { type: 'ChangeReception', plan, reason: sealed('r') },
      dayAfter,
    ])
    expect(booking(told, inform('message'), dayAfter, house, moved)).toMatchObject({ value: [{ changes: 1 }] })
  })

  it('gives its talk to a petition only where nobody reads it there from whom it is kept here', () => {
    const drawn = having(planned, published, drawOf('1'))
    const recorded = { ...booked(open, { officials: ['surveyor'] }), stage: 'recorded' } as Booking
    const conclude = (officials: readonly string[], withTalk = true) =>
      ({
        type: 'ConcludeTalk',
        result: { kind: 'attached', petition: '261203000000017', withTalk },
        ...{ promises: [], looked: { ...ofNobody, officials } },
      }) as const
    expect(bookingRefusal(recorded, conclude([]), theDay, staff(), drawn)).toBe('talk-kept-back')
    expect(bookingRefusal(recorded, conclude([], false), theDay, staff(), drawn)).toBeNull()
    expect(bookingRefusal(recorded, conclude(['surveyor']), theDay, staff(), drawn)).toBeNull()
  })

  it('is erased once, and then nothing is done with it', () => {
    const erased = [{ type: 'BookingErased', on: theDay } as const].reduce<BookingState>(evolveBooking, booked(open))
    expect(booking(erased, { type: 'EraseBooking' }, theDay, house, open)).toEqual({ ok: true, value: [] })
    expect(bookingRefusal(erased, { type: 'CheckIn' }, theDay, staff(), open)).toBe('booking-erased')
    expect(bookingRefusal(booked(open), { type: 'EraseBooking' }, theDay, staff(), open)).toBe('booking-not-yours')
  })
})

describe('ADR 0038: how often leaders receive', () => {
  const main = { account: 'chief', organ: id('county'), level: 'county', region: '990101', standing: 'main' } as const
  const other = { ...main, account: 'deputy', standing: 'other' } as const
  const mayor = { account: 'mayor', organ: id('city'), level: 'prefecture', region: '9901', standing: 'main' } as const
  const received = (account: string, at: string, isHeld = true) => ({ account, day: day(at), isHeld })
  const gapsOn = (today: string, receptions: Parameters<typeof leaderGaps>[1], law: ReceptionLaw = cn2022.receptions) =>
    leaderGaps([main, other, mayor], receptions, day(today), day(today), law).map(({ account, state, until }) => [
      account,
      state,
      until,
    ])

  it('asks each leader of a county monthly and of a prefecture quarterly, and says so before it is a gap', () => {
    expect(gapsOn('2026-11-30', [received('chief', '2026-11-02'), received('mayor', '2026-10-08')])).toEqual([
      ...[
        ['mayor', 'met', '2026-12-31'],
        ['chief', 'met', '2026-11-30'],
        ['deputy', 'open', '2026-11-30'],
      ],
    ])
    const judged = leaderGaps([other], [], day('2026-11-15'), day('2026-12-01'), cn2022.receptions)
    expect(judged).toMatchObject([
      { frequency: 'countyOther', state: 'missed', from: '2026-11-01', until: '2026-11-30' },
    ])
    const ahead = leaderGaps(
      [other],
      [received('deputy', '2026-11-20', false)],
      day('2026-11-15'),
      day('2026-11-15'),
      cn2022.receptions,
    )
    expect(ahead).toMatchObject([{ state: 'planned', day: '2026-11-20' }])
    // a day that was planned and has passed without being held is none
    const passed = leaderGaps(
      [other],
      [received('deputy', '2026-11-20', false)],
      day('2026-11-21'),
      day('2026-11-21'),
      cn2022.receptions,
    )
    expect(passed).toMatchObject([{ state: 'open', day: null }])
  })

  it('may count one day of the week alone, as in Henan', () => {
    const { frequencies } = cn2022.receptions
    const mondays = { ...frequencies, countyMain: { ...frequencies.countyMain, every: 'week', weekday: 1 } } as const
    const law = { ...cn2022.receptions, frequencies: mondays }
    const [tuesday, monday] = [received('chief', '2026-11-24'), received('chief', '2026-11-23')]
    expect(weekday(monday.day)).toBe(1)
    expect(leaderGaps([main], [tuesday], day('2026-11-25'), day('2026-11-25'), law)).toMatchObject([{ state: 'open' }])
    expect(leaderGaps([main], [monday], day('2026-11-25'), day('2026-11-25'), law)).toMatchObject([
      { state: 'met', until: '2026-11-29' },
    ])
  })

  it('finds each working day of a county without a leader, and no other day', () => {
    const calendar = builtInCalendars.in(null, 'organ')
    const span = { from: day('2026-09-28'), until: day('2026-10-12') }
    const found = dayGaps(
      [received('chief', '2026-09-29'), received('deputy', '2026-10-12', false)],
      span,
      day('2026-10-09'),
      calendar,
    )
    const states = Object.fromEntries(found.map((gap) => [gap.day, gap.state]))
    expect(states['2026-09-28']).toBe('missed')
    expect(states['2026-09-29']).toBe('met')
    expect(states['2026-10-12']).toBe('planned')
    // the national holiday is no gap; the day that is worked for it is one
    expect(states['2026-10-01']).toBeUndefined()
    expect(states['2026-10-10']).toBe('open')
  })

  it('knows where a period begins and ends', () => {
    expect(periodOf(day('2026-12-31'), 'quarter')).toEqual({ from: '2026-10-01', until: '2026-12-31' })
    expect(periodOf(day('2028-02-10'), 'month')).toEqual({ from: '2028-02-01', until: '2028-02-29' })
    expect(periodOf(day('2026-12-31'), 'year')).toEqual({ from: '2026-01-01', until: '2026-12-31' })
    expect(periodOf(on, 'anyTime')).toBeNull()
  })
})

/** Reception days on the wire and in the database (docs/adr/0038): who is received by whom, in which order, and who never learns of it. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { sweep } from '../src/engine/sweep.ts'
import { dueDraws } from '../src/leadership/reception/jobs.ts'
import {
  bookingsWith,
  receptionMaterialReaction,
  receptionPetitionReaction,
  receptionPromiseReaction,
  receptionQueueReaction,
} from '../src/leadership/reception/reactions.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { carriersOf } from '../src/notices/carrier.ts'
import { sendNotices } from '../src/notices/sending.ts'
import { forgetSpooled, openSpooled, spoolCarrier, spooledIn } from '../src/notices/spool.ts'
import { lawFrom, readPackFile } from '../src/petition/pack-reading.ts'
import { law as national } from '../src/petition/world.ts'
import { type Asker, keyOf, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { nobodysBooking, nobodysNumber, nobodysReception } from './command-bodies.ts'

const { ask, register, act: actOn, staffOf, house } = await openAnsweringHouse()
const clerk = await staffOf('county.bureau', 'clerk')
const supervisor = await staffOf('county.bureau', 'supervisor')
const head = await staffOf('county', 'head', 'leader')
const deputy = await staffOf('county', 'leader')
const secretary = await staffOf('county.party', 'leader')
const above = await staffOf('prefecture', 'leader')
const upper = await staffOf('prefecture.bureau', 'clerk')
const land = await staffOf('county.land', 'clerk')
const labour = await staffOf('county.labour', 'clerk')
const aide = await staffOf('county', 'clerk')

type Read = Readonly<Record<string, unknown>>
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const refused = async (asked: Promise<{ status: number; body: Read }>): Promise<unknown> => (await asked).body.refusal

const today = '2026-11-23'
async function onDay<T>(on: string, then: () => Promise<T>): Promise<T> {
  house.setToday(on)
  try {
    return await then()
  } finally {
    house.setToday(today)
  }
}

const plan = (more: object = {}) => ({
  ...{
    day: '2026-12-03',
    from: '09:00',
    until: '11:00',
    place: '县人民来访接待大厅一楼',
    topic: null,
    seats: 2,
    joint: [],
  },
  ...more,
})
const receiver = (who: { account: string }, organ = 'county', title = '副县长') => ({
  account: who.account,
  organ,
  title,
})

async function planned(more: object = {}, leaders: readonly object[] = [receiver(deputy)], by: Asker = clerk) {
  const { reception } = await must(ask(by, 'POST', '/api/receptions', { leaders, plan: plan(more) }))
  return reception as string
}
async function published(more: object = {}, leaders?: readonly object[], closesOn = '2026-11-30') {
  const reception = await planned(more, leaders)
  await must(ask(clerk, 'POST', `/api/receptions/${reception}/publish`, { closesOn }))
  return reception
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex')

let phones = 0
let requests = 0
const key = () => {
  requests += 1
  return { 'idempotency-key': `booking-request-${String(requests).padStart(6, '0')}` }
}
const person = (more: object = {}) => {
  phones += 1
  return { name: '来访群众', phone: `139${String(phones).padStart(8, '0')}`, subject: '承包地面积', ...more }
}
interface Held {
  readonly reference: string
  readonly key: string
}
const book = (reception: string, body: object = person(), who: Asker = null, header: object = key()) =>
  ask(who, 'POST', `/api/reception-calendar/${reception}/bookings`, body, header)
const booked = async (reception: string, body?: object, who?: Asker): Promise<Held> => {
  const { reference, key } = await must(book(reception, body, who))
  return { reference, key } as unknown as Held
}
const look = ({ reference, key }: Held) => ask(null, 'POST', '/api/booking-lookup', { reference, key })
const stateOf = async (held: Held) => (await must(look(held))).state
const drawn = () =>
  onDay('2026-12-01', async () => {
    const swept = await sweep(dueDraws(house))
    expect(swept.faults).toEqual([])
    await catchUp(house, receptionQueueReaction(house))
  })
const follow = () => catchUp(house, receptionQueueReaction(house))
const day = (reception: string, who: Asker = clerk) => ask(who, 'GET', `/api/receptions/${reception}`)
const act = (who: Asker, { reference }: Held, segment: string, body: object = {}) =>
  ask(who, 'POST', `/api/bookings/${reference}/${segment}`, body)

describe('信访工作条例 art. 18: leaders receive on days that are public', () => {
  it('shows a day to everybody once it is public, with name, post, place and time, and to nobody outside before', async () => {
    const reception = await planned({ topic: '农村土地', joint: ['county.land'] })
    expect((await ask(null, 'GET', `/api/reception-calendar/${reception}`)).status).toBe(404)
    expect((await day(reception, labour)).status).toBe(404)
    await must(day(reception, land))
    await must(ask(clerk, 'POST', `/api/receptions/${reception}/publish`, { closesOn: '2026-11-30' }))
    expect(await must(ask(null, 'GET', `/api/reception-calendar/${reception}`))).toMatchObject({
      ...{
        day: '2026-12-03',
        from: '09:00',
        place: '县人民来访接待大厅一楼',
        topic: '农村土地',
        isOpen: true,
        seats: 2,
      },
      ...{ leaders: [{ title: '副县长', organ: { id: 'county' } }], joint: [{ id: 'county.land' }] },
    })
    const { items } = await must(ask(null, 'GET', '/api/reception-calendar?region=990101'))
    expect((items as { reception: string }[]).map((each) => each.reception)).toContain(reception)
    const elsewhere = (await must(ask(null, 'GET', '/api/reception-calendar?region=990102'))).items
    expect((elsewhere as { reception: string }[]).map((each) => each.reception)).not.toContain(reception)
    expect((await day(reception, labour)).status).toBe(404)
  })

  it('is made public three working days before it at the latest, and not later', async () => {
    const late = await planned({ day: '2026-11-25' })
    const publish = (reception: string, closesOn: string) =>
      ask(clerk, 'POST', `/api/receptions/${reception}/publish`, { closesOn })
    expect(await refused(publish(late, '2026-11-24'))).toBe('published-too-late')
    const first = await planned({ day: '2026-11-26' })
    expect(await refused(publish(first, '2026-11-26'))).toBe('closes-after-the-day')
    await must(publish(first, '2026-11-25'))
  })

  it('falls on a rest day only where that is said, and everybody reads that it does', async () => {
    const body = { leaders: [receiver(deputy)], plan: plan({ day: '2026-12-05' }) }
    const { body: answer } = await ask(clerk, 'POST', '/api/receptions', body)
    expect(answer).toMatchObject({ refusal: 'not-a-working-day', detail: expect.stringContaining('周末') })
    const reception = await published({ day: '2026-12-05', onRestDay: true })
    const shown = async (each: string) => (await must(ask(null, 'GET', `/api/reception-calendar/${each}`))).isRestDay
    expect([await shown(reception), await shown(await published())]).toEqual([true, false])
    const moved = { plan: plan({ day: '2026-12-06' }), reason: '改期' }
    expect(await refused(ask(clerk, 'POST', `/api/receptions/${reception}/change`, moved))).toBe('not-a-working-day')
  })

  it('is planned by the bureau of the area for its leaders, and for nobody else', async () => {
    const plans = (by: Asker, leader: object) => ask(by, 'POST', '/api/receptions', { leaders: [leader], plan: plan() })
    expect(await refused(plans(clerk, receiver(above, 'prefecture')))).toBe('leader-not-of-your-area')
    expect(await refused(plans(land, receiver(deputy)))).toBe('leader-not-of-your-area')
    expect(await refused(plans(clerk, receiver(land, 'county.land')))).toBe('no-such-leader')
    await must(plans(deputy, receiver(deputy)))
  })

  it('issues a public notice as a paper', async () => {
    const reception = await published()
    const { items } = await must(ask(clerk, 'GET', `/api/issued/reception:${reception}/papers`))
    expect(items).toMatchObject([{ paper: '2-receptionNotice' }])
    const page = await must(ask(clerk, 'GET', `/api/issued/reception:${reception}/papers/2-receptionNotice`))
    expect(JSON.stringify(page)).toContain('县人民来访接待大厅一楼')
  })
})

describe('The hour of closing', () => {
  it('is the one that the office says: nobody asks on line after it, and seats are drawn from then on', async () => {
    const reception = await planned({ seats: 1 })
    const publish = (closesAt: string) =>
      ask(clerk, 'POST', `/api/receptions/${reception}/publish`, { closesOn: '2026-11-30', closesAt })
    for (const odd of ['25:00', '9:00', '24:30', 'noon']) expect((await publish(odd)).status, odd).toBe(400)
    await must(publish('17:00'))
    const shown = async () => await must(ask(null, 'GET', `/api/reception-calendar/${reception}`))
    await onDay('2026-11-30', async () => {
      try {
        house.setTime('16:59')
        expect(await shown()).toMatchObject({ closesOn: '2026-11-30', closesAt: '17:00', isOpen: true })
        await booked(reception)
        await sweep(dueDraws(house))
        expect((await shown()).stage).toBe('published')
        house.setTime('17:00')
        expect((await shown()).isOpen).toBe(false)
        expect(await refused(book(reception))).toBe('requests-closed')
        await sweep(dueDraws(house))
        expect((await shown()).stage).toBe('drawn')
      } finally {
        house.setTime('09:00')
      }
    })
    const page = await must(ask(clerk, 'GET', `/api/issued/reception:${reception}/papers/2-receptionNotice`))
    expect(JSON.stringify(page)).toContain('2026年11月30日17:00')
  })
})

describe('Whoever wants messages', () => {
  const spool = mkdtempSync(join(tmpdir(), 'xinqiao-spool-'))
  afterAll(() => rmSync(spool, { recursive: true }))
  const sending = {
    house,
    carriers: carriersOf(spoolCarrier(spool, house.vault), null),
    ...{ followAt: 'https://house/follow', bookingAt: 'https://house/reception/booking' },
  }
  /** Everything that the outbox of a day holds, sent, and sent once more; what was sent, by telephone. */
  async function sent(reception: string): Promise<readonly { to: string; text: string }[]> {
    const stream = `reception:${reception}`
    const { rows } = await house.work.query('select id, payload from outbox where stream_id = $1 order by id', [stream])
    for (const _ of [1, 2]) for (const { id, payload } of rows) await sendNotices(sending, { id, stream, ...payload })
    await house.work.query('delete from outbox where stream_id = $1', [stream])
    const waiting = await spooledIn(spool)
    const messages = await Promise.all(waiting.map((each) => openSpooled(house.vault, each)))
    await forgetSpooled(spool, waiting)
    return messages.flatMap((message) => (message ? [{ to: message.to, text: message.text }] : []))
  }
  const listOf = async (reception: string) =>
    (await must(day(reception))).bookings as { reference: string; isTold: boolean; seat: number | null }[]

  it('is told of the draw, of a seat that becomes free, of a change and of a day that is called off; nobody else is', async () => {
    const reception = await published({ seats: 1 })
    const people = [person({ byMessage: true }), person({ byMessage: true }), person()]
    const held: Held[] = []
    for (const each of people) held.push(await booked(reception, each))
    await house.work.query('delete from outbox where stream_id = $1', [`reception:${reception}`])
    await drawn()
    const first = await sent(reception)
    expect(first.map(({ to }) => to).sort()).toEqual([people[0]?.phone, people[1]?.phone])
    for (const { text } of first) expect(text).not.toMatch(/来访群众|承包地|副县长/)
    const told = async () => (await listOf(reception)).filter(({ isTold }) => isTold).map(({ reference }) => reference)
    const wanting = [held[0]?.reference, held[1]?.reference].sort()
    // whoever did not want one is still to be called
    expect((await told()).sort()).toEqual(wanting)
    const seated = (await listOf(reception)).find(({ seat }) => seat !== null)?.reference
    const leaving = held.find(({ reference }) => reference === seated) as Held
    await must(ask(null, 'POST', '/api/booking-cancellation', leaving))
    await follow()
    const next = (await listOf(reception)).find(({ seat }) => seat !== null)?.reference as string
    const moved = await sent(reception)
    const isWanting = wanting.includes(next)
    expect(moved.length).toBe(isWanting ? 1 : 0)
    if (isWanting) expect(moved[0]?.text).toContain('您有名额')
    expect((await told()).includes(next)).toBe(isWanting)
    await must(
      ask(clerk, 'POST', `/api/receptions/${reception}/change`, { plan: plan({ seats: 2 }), reason: '加一个名额' }),
    )
    const changed = await sent(reception)
    const left = wanting.filter((reference) => reference !== seated)
    expect(changed).toHaveLength(left.length)
    for (const { text } of changed) expect(text).toContain('接访安排有变动')
    await must(ask(clerk, 'POST', `/api/receptions/${reception}/cancel`, { reason: '因公出差', instead: null }))
    const off = await sent(reception)
    expect(off).toHaveLength(left.length)
    for (const { text } of off) expect(text).toContain('取消')
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })

  it('is reached by a number alone: without one nothing is promised', async () => {
    const reception = await published()
    const body = { way: 'window', name: '没有电话的人', phone: null, byMessage: true }
    const { reference } = await must(ask(clerk, 'POST', `/api/receptions/${reception}/bookings`, body))
    const { rows } = await house.work.query('select by_message from booking where reference = $1', [reference])
    expect(rows).toEqual([{ by_message: false }])
  })

  it('leaves no number in the spool, nor in what was asked of the queue, when the petition is erased', async () => {
    const petition = await register({})
    const reception = await published({ seats: 1 })
    const held = await booked(reception, person({ byMessage: true }), keyOf(petition))
    await drawn()
    const { rows } = await house.work.query('select payload from outbox where stream_id = $1', [
      `reception:${reception}`,
    ])
    expect(JSON.stringify(rows)).not.toMatch(/139\d{8}/)
    expect(await bookingsWith(house, petition.number)).toEqual([`booking:${held.reference}`])
  })
})

describe('Asking for a seat', () => {
  it('is drawn and never first come, first served; anybody makes the order again', async () => {
    const reception = await published({ seats: 2 })
    const before = await must(day(reception))
    const held = [] as Held[]
    for (let n = 0; n < 6; n += 1) held.push(await booked(reception, n === 5 ? person({ need: 'frail' }) : undefined))
    for (const each of held) expect(await stateOf(each)).toBe('gathering')
    expect((await ask(null, 'GET', `/api/reception-calendar/${reception}/draw`)).status).toBe(404)
    // on the last day requests are still gathered
    await onDay('2026-11-30', async () => {
      await sweep(dueDraws(house))
      expect((await must(day(reception))).stage).toBe('published')
      held.push(await booked(reception))
    })
    await drawn()
    const draw = await must(ask(null, 'GET', `/api/reception-calendar/${reception}/draw`))
    const entries = draw.entries as { reference: string; rank: string; first: boolean; seat: number | null }[]
    expect(draw.commitment).toBe(before.commitment)
    expect(sha(draw.secret as string)).toBe(before.commitment)
    expect(draw.seed).toBe(sha([draw.secret, ...entries.map(({ reference }) => reference).sort()].join('\n')))
    for (const { reference, rank } of entries) expect(rank).toBe(sha(`${draw.seed}\n${reference}`))
    const order = entries.toSorted((a, b) => Number(b.first) - Number(a.first) || (a.rank < b.rank ? -1 : 1))
    expect(entries.map(({ reference }) => reference)).toEqual(order.map(({ reference }) => reference))
    expect(entries.map(({ seat }) => seat)).toEqual([1, 2, null, null, null, null, null])
    expect(entries[0]).toMatchObject({ reference: held[5]?.reference, first: true })
    const states = await Promise.all(held.map(stateOf))
    expect(states.filter((state) => state === 'seat')).toHaveLength(2)
    expect(states.filter((state) => state === 'waiting')).toHaveLength(5)
    expect(await refused(onDay('2026-12-01', () => book(reception)))).toBe('requests-closed')
    expect((await sweep(dueDraws(house))).due).toBe(0)
  })

  it('gives one person one seat a day, under the same key for the same request', async () => {
    const reception = await published()
    const [asked, header] = [person(), key()]
    const [one, two] = [
      await must(book(reception, asked, null, header)),
      await must(book(reception, asked, null, header)),
    ]
    expect(two).toEqual(one)
    expect(await refused(book(reception, { ...asked, name: '另一个名字' }))).toBe('booked-already')
    const other = await published({ day: '2026-12-04' })
    const elsewhere = await booked(other, asked)
    expect(elsewhere.reference).not.toBe(one.reference)
    await must(ask(null, 'POST', '/api/booking-cancellation', one))
    await must(book(reception, asked))
  })

  it('is nobody’s business without its key', async () => {
    const [one, two] = [await booked(await published()), await booked(await published({ day: '2026-12-04' }))]
    expect((await look({ reference: one.reference, key: two.key })).status).toBe(404)
    expect((await look({ reference: '000000000000', key: one.key })).status).toBe(404)
    expect((await ask(null, 'POST', '/api/booking-cancellation', { ...two, reference: one.reference })).status).toBe(
      404,
    )
    expect((await look({ ...one, reference: one.reference.replace(/(\d{4})(?=\d)/g, '$1-') })).status).toBe(200)
    expect((await look({ ...one, key: '不是凭证' })).status).toBe(404)
  })

  it('passes a seat that becomes free to whoever waits next, also when several go at once', async () => {
    const reception = await published({ seats: 2 })
    const held: Held[] = []
    for (let n = 0; n < 5; n += 1) held.push(await booked(reception))
    await drawn()
    await onDay('2026-12-01', async () => {
      const { entries } = await must(ask(null, 'GET', `/api/reception-calendar/${reception}/draw`))
      const order = (entries as { reference: string }[]).map(
        ({ reference }) => held.find((each) => each.reference === reference) as Held,
      )
      const [first, second, third, fourth, fifth] = order as [Held, Held, Held, Held, Held]
      expect((await must(look(fourth))).before).toBe(1)
      await Promise.all(
        [first, second, third].map((each) => must(ask(null, 'POST', '/api/booking-cancellation', each))),
      )
      await follow()
      await follow()
      expect(await stateOf(fourth)).toBe('seat')
      expect(await stateOf(fifth)).toBe('seat')
      expect(await stateOf(third)).toBe('cancelled')
      const seats = await Promise.all([fourth, fifth].map(async (each) => (await must(look(each))).seat))
      expect(seats.toSorted()).toEqual([1, 2])
      expect(await refused(ask(null, 'POST', '/api/booking-cancellation', first))).toBe('wrong-booking-stage')
    })
  })

  it('at the window stands behind all who were drawn', async () => {
    const reception = await published({ seats: 1 })
    const [one, two] = [await booked(reception), await booked(reception)]
    await drawn()
    await onDay('2026-12-02', async () => {
      const late = (await must(
        ask(clerk, 'POST', `/api/receptions/${reception}/bookings`, { way: 'window', name: '后到的人' }),
      )) as unknown as Held
      await follow()
      expect((await must(look(late))).before).toBe(1)
      const seated = (await stateOf(one)) === 'seat' ? one : two
      await must(ask(null, 'POST', '/api/booking-cancellation', seated))
      await follow()
      expect(await stateOf(late)).toBe('waiting')
      expect(await stateOf(seated === one ? two : one)).toBe('seat')
    })
  })

  it('does not lose who asks while the draw is made', async () => {
    const reception = await published({ seats: 1 })
    await booked(reception)
    // whatever is written between the reading of the requests and the draw is found once it is made
    await drawn()
    const straggler = await onDay('2026-11-30', () => booked(reception))
    await catchUp(house, receptionQueueReaction(house))
    expect(await stateOf(straggler)).toBe('waiting')
  })
})

describe('Whoever is complained about', () => {
  it('does not receive who says so, nor does whoever answers to them; others are offered', async () => {
    const reception = await published({}, [receiver(deputy)])
    const higher = (await must(
      ask(upper, 'POST', '/api/receptions', { leaders: [receiver(above, 'prefecture', '副州长')], plan: plan() }),
    )) as unknown as { reception: string }
    await must(ask(upper, 'POST', `/api/receptions/${higher.reception}/publish`, { closesOn: '2026-11-30' }))
    const about = [{ reception, leader: 0 }]
    expect(await refused(book(reception, person({ about })))).toBe('leader-is-complained-about')
    const other = await published({}, [receiver(head, 'county', '县长')])
    expect(await refused(book(other, person({ about })))).toBe('leader-is-complained-about')
    const held = await booked(higher.reception, person({ about }))
    const { next } = await must(look(held))
    expect((next as { reception: string }[]).map((each) => each.reception)).not.toContain(reception)
  })

  it('an official whom the petition names sees nothing of the booking, nor does whoever answers to them', async () => {
    const official = '人名 someone-8'
    const petition = await register({ about: [{ as: 'respondent', organ: 'county.land', official }] })
    const reception = await published({ joint: ['county.land'] })
    const held = await booked(reception, person(), keyOf(petition))
    expect((await ask(land, 'GET', `/api/bookings/${held.reference}`)).status).toBe(404)
    expect((await must(day(reception, land))).bookings).toEqual([])
    expect(await must(ask(clerk, 'GET', `/api/bookings/${held.reference}`))).toMatchObject({
      petition: petition.number,
    })
    const { bookings } = await must(day(reception))
    expect(bookings).toHaveLength(1)
  })

  it('an organ that is accused never learns of it, and cannot be booked with', async () => {
    const accusation = await register({
      class: 'accusation',
      about: [{ as: 'accused', organ: 'county.land', official: null }],
    })
    const reception = await published({ joint: ['county.land', 'county.labour'] })
    const held = await booked(reception, person(), keyOf(accusation))
    expect((await ask(land, 'GET', `/api/bookings/${held.reference}`)).status).toBe(404)
    expect((await must(day(reception, land))).bookings).toEqual([])
    expect((await must(day(reception, labour))).bookings).toHaveLength(1)
    for (const segment of ['check-in', 'talk', 'absence', 'cancel', 'inform'])
      expect((await act(land, held, segment, segment === 'inform' ? { told: 'phone' } : {})).status, segment).toBe(404)
    // the database by itself keeps it out
    const settings = { 'xinqiao.organ': 'county.land', 'xinqiao.account': land.account, 'xinqiao.today': today }
    const stream = `booking:${held.reference}`
    for (const table of ['booking', 'booking_party', 'booking_key', 'event', 'sealed']) {
      const results = await fly(house.app, [
        ...settingStatements(settings),
        { name: `probe ${table}`, text: `select 1 from ${table} where stream_id = $1`, values: [stream] },
      ])
      expect(results.at(-1), table).toEqual([])
    }
    const whole = await register({ class: 'accusation', about: [{ as: 'accused', organ: 'county', official: null }] })
    expect(await refused(book(reception, person(), keyOf(whole)))).toBe('organ-is-complained-about')
  })

  it('does not come instead: whoever must not be received by the substitute is offered another day', async () => {
    const other = await published({}, [receiver(head, 'county', '县长')])
    const about = [{ reception: other, leader: 0 }]
    for (const isDrawn of [false, true]) {
      const reception = await published({ seats: 3 }, [receiver(secretary, 'county.party', '县委副书记')])
      const [plain, concerned] = [await booked(reception), await booked(reception, person({ about }))]
      if (isDrawn) await drawn()
      const body = { instead: secretary.account, leader: receiver(head, 'county', '县长'), reason: '工作调整' }
      await must(ask(clerk, 'POST', `/api/receptions/${reception}/substitute`, body))
      await follow()
      expect(await stateOf(concerned)).toBe('anotherDay')
      expect(await stateOf(plain)).toBe(isDrawn ? 'seat' : 'gathering')
      // whom it is about sees nothing of it, and neither does whoever answers to them
      for (const who of [head, aide]) {
        expect((await ask(who, 'GET', `/api/bookings/${concerned.reference}`)).status).toBe(404)
        expect((await must(day(reception, who))).bookings).toMatchObject([
          { reference: plain.reference, isTold: false },
        ])
      }
      await must(act(clerk, plain, 'inform', { told: 'phone' }))
      expect((await must(day(reception, head))).bookings).toMatchObject([{ isTold: true }])
      if (!isDrawn) await drawn()
      expect(await stateOf(concerned)).toBe('anotherDay')
      // whoever was left out before the draw is no part of the seed, or nobody could make it again
      const { secret, seed, entries } = await must(ask(null, 'GET', `/api/reception-calendar/${reception}/draw`))
      const drawnOnes = (entries as { reference: string }[]).map(({ reference }) => reference)
      expect(drawnOnes.includes(concerned.reference)).toBe(isDrawn)
      expect(seed).toBe(sha([secret, ...drawnOnes.sort()].join('\n')))
    }
  })
})

describe('A day that is called off', () => {
  it('says why, offers another, and who takes it is drawn among those first', async () => {
    const [reception, other] = [await published({}), await published({ day: '2026-12-04' })]
    const held = await booked(reception)
    expect(
      await refused(ask(clerk, 'POST', `/api/receptions/${reception}/cancel`, { reason: '出差', instead: reception })),
    ).toBe('no-such-day-instead')
    await must(ask(clerk, 'POST', `/api/receptions/${reception}/cancel`, { reason: '因公出差', instead: other }))
    expect(await must(look(held))).toMatchObject({
      ...{ state: 'dayCancelled', day: { reason: '因公出差' }, instead: { reception: other } },
    })
    expect(await refused(book(reception))).toBe('not-bookable')
    const taken = (await must(ask(null, 'POST', '/api/booking-offer', held, key()))) as unknown as Held
    expect(await must(look(taken))).toMatchObject({ state: 'gathering', day: { reception: other } })
    const { bookings } = await must(day(other))
    expect(bookings).toMatchObject([{ name: '来访群众', subject: '承包地面积' }])
  })
})

describe('On the day', () => {
  it('people are checked in, heard, and what was promised becomes a task', async () => {
    const reception = await published({ seats: 1, joint: ['county.land'] }, [receiver(deputy)])
    const petition = await register({})
    const held = await booked(reception, person(), keyOf(petition))
    const waiting = await booked(reception)
    await drawn()
    await onDay('2026-12-02', async () => {
      expect(await refused(act(clerk, held, 'check-in'))).toBe('not-the-day')
    })
    await onDay('2026-12-03', async () => {
      const seated = (await stateOf(held)) === 'seat' ? held : waiting
      const behind = seated === held ? waiting : held
      await must(act(clerk, behind, 'check-in'))
      expect(await refused(act(clerk, behind, 'talk'))).toBe('waits-for-a-seat')
      await must(act(clerk, seated, 'absence'))
      await follow()
      expect(await stateOf(seated)).toBe('absent')
      await must(act(clerk, behind, 'talk'))
      const record = { record: '群众反映承包地面积少算。', readBack: false, confirmedBy: 'signature' }
      expect(await refused(act(clerk, behind, 'record', record))).toBe('not-read-back')
      await must(act(clerk, behind, 'record', { ...record, readBack: true }))
      await must(act(land, behind, 'note', { note: '我局三日内实地丈量。' }))
      const promise = { organ: 'county.land', due: '2026-12-31', what: '实地重新丈量并书面答复' }
      const result = { result: { kind: 'attached', petition: petition.number }, promises: [promise] }
      expect(
        await refused(
          act(clerk, behind, 'result', { ...result, result: { ...result.result, petition: nobodysNumber } }),
        ),
      ).toBe('petition-not-found')
      expect(
        await refused(act(clerk, behind, 'result', { ...result, promises: [{ ...promise, due: '2026-12-03' }] })),
      ).toBe('promise-not-ahead')
      await must(act(clerk, behind, 'result', result))
      expect(await must(look(behind))).toMatchObject({
        ...{ state: 'received', record: '群众反映承包地面积少算。' },
        result: { kind: 'attached', promises: [{ organ: { id: 'county.land' }, what: '实地重新丈量并书面答复' }] },
      })
      await catchUp(house, receptionPromiseReaction(house))
      await catchUp(house, receptionPromiseReaction(house))
      const { items } = await must(ask(land, 'GET', '/api/tasks?list=todo&kind=promise'))
      expect(items).toMatchObject([{ giver: { id: 'county' }, what: '实地重新丈量并书面答复' }])
      await must(ask(clerk, 'POST', `/api/receptions/${reception}/conclude`, {}))
    })
    const gaps = await must(ask(clerk, 'GET', '/api/reception-gaps?month=2026-12'))
    expect(gaps.leaders).toContainEqual(
      expect.objectContaining({ account: deputy.account, state: 'met', day: '2026-12-03' }),
    )
    expect((gaps.days as { items: object[] }).items).toContainEqual({ day: '2026-12-03', state: 'met' })
  })

  it('lies with the petition where the petitioner wants it, once, as heard by that organ, and not otherwise', async () => {
    const petition = await register({})
    const concluded = async (withTalk: boolean) => {
      const reception = await published({ seats: 1 })
      const held = await booked(reception, person(), keyOf(petition))
      await drawn()
      return onDay('2026-12-03', async () => {
        await must(act(clerk, held, 'check-in'))
        await must(act(clerk, held, 'talk'))
        await must(
          act(clerk, held, 'record', { record: `承包地少算 ${withTalk}`, readBack: true, confirmedBy: 'signature' }),
        )
        const result = { kind: 'attached', petition: petition.number, withTalk }
        await must(act(clerk, held, 'result', { result, promises: [] }))
        await catchUp(house, receptionMaterialReaction(house))
      })
    }
    const added = async () => {
      const { body } = await ask(keyOf(petition), 'GET', '/api/follow')
      return JSON.stringify(body)
    }
    await concluded(false)
    expect(await added()).not.toContain('承包地少算')
    await concluded(true)
    const { rows } = await house.work.query(`select fact from event where stream_id = $1 and type = 'MaterialAdded'`, [
      petition.number,
    ])
    expect(rows.map(({ fact }) => JSON.parse(fact).fact.addedBy)).toEqual([{ organ: 'county.bureau', heard: true }])
    expect(await added()).toContain('承包地少算 true')
    expect(await added()).toContain('领导接访谈话记录')
  })

  it('is refused for a petition that is finished', async () => {
    const petition = await register({})
    await actOn(keyOf(petition), petition.number, 'withdraw', {})
    const reception = await published({ seats: 1 })
    const held = await booked(reception)
    await drawn()
    await onDay('2026-12-03', async () => {
      await must(act(clerk, held, 'check-in'))
      await must(act(clerk, held, 'talk'))
      await must(act(clerk, held, 'record', { record: '再谈一次', readBack: true, confirmedBy: 'signature' }))
      const result = { kind: 'attached', petition: petition.number, withTalk: true }
      expect(await refused(act(clerk, held, 'result', { result, promises: [] }))).toBe('petition-not-open')
    })
  })

  it('what was said goes with the petition that it was added to, and leaves that somebody was received', async () => {
    const reception = await published({ seats: 1 })
    const petition = await register({})
    const held = await booked(reception)
    await drawn()
    await onDay('2026-12-03', async () => {
      await must(act(clerk, held, 'check-in'))
      await must(act(clerk, held, 'talk'))
      await must(act(clerk, held, 'record', { record: '承包地少算。', readBack: true, confirmedBy: 'signature' }))
      const promises = [{ organ: 'county.land', due: '2026-12-31', what: '重新丈量' }]
      await must(act(clerk, held, 'result', { result: { kind: 'attached', petition: petition.number }, promises }))
    })
    const pieces = async () => {
      const { rows } = await house.work.query('select ref from sealed where stream_id = $1', [
        `booking:${held.reference}`,
      ])
      return rows.length
    }
    expect(await pieces()).toBeGreaterThan(0)
    const erased = { stream: petition.number, fact: { type: 'ContentErased', on: today }, version: 2 } as never
    await receptionPetitionReaction(house).react(erased, null as never)
    await receptionPetitionReaction(house).react(erased, null as never)
    expect(await pieces()).toBe(0)
    const gone = '〔已依法销毁 / lawfully erased〕'
    expect(await must(ask(clerk, 'GET', `/api/bookings/${held.reference}`))).toMatchObject({
      ...{ stage: 'concluded', petition: petition.number, name: gone, record: { text: gone } },
      result: { promises: [{ organ: { id: 'county.land' }, what: gone }] },
    })
    expect(await must(look(held))).toMatchObject({ state: 'received', record: gone })
    expect(await refused(act(clerk, held, 'note', { note: '再写一句' }))).toBe('booking-erased')
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })

  it('is seen no more by an official of the table whom the petition comes to name', async () => {
    const petition = await register({ about: [{ as: 'respondent', organ: 'county.land', official: '某人' }] })
    const reception = await published({ joint: ['county.land'] })
    const held = await booked(reception, person(), keyOf(petition))
    const seen = async () => (await ask(land, 'GET', `/api/bookings/${held.reference}`)).status
    expect(await seen()).toBe(200)
    await actOn(clerk, petition.number, 'identify-official', { complained: 0, account: land.account })
    await catchUp(house, receptionPetitionReaction(house))
    expect(await seen()).toBe(404)
    expect((await must(day(reception, land))).bookings).toEqual([])
  })

  it('who could not be received is told so, and when next', async () => {
    const reception = await published({ seats: 1 })
    const next = await published({ day: '2026-12-17' }, undefined, '2026-12-14')
    const held = [await booked(reception), await booked(reception)]
    await drawn()
    await onDay('2026-11-30', async () => {
      const waits = (await stateOf(held[0] as Held)) === 'waiting' ? held[0] : held[1]
      const shown = await must(look(waits as Held))
      expect((shown.next as { reception: string }[]).map((each) => each.reception)).toContain(next)
    })
    await onDay('2026-12-04', async () => {
      const states = await Promise.all(held.map(stateOf))
      expect(states.toSorted()).toEqual(['notReached', 'seat'])
    })
  })

  it('who came and waited to the end in vain is told so too', async () => {
    const reception = await published({ seats: 1 })
    const held = [await booked(reception), await booked(reception)]
    await drawn()
    await onDay('2026-12-03', async () => {
      for (const each of held) await must(act(clerk, each, 'check-in'))
      expect(await Promise.all(held.map(stateOf))).toEqual(['arrived', 'arrived'])
      await must(ask(clerk, 'POST', `/api/receptions/${reception}/conclude`, {}))
      expect(await Promise.all(held.map(stateOf))).toEqual(['notReached', 'notReached'])
    })
  })
})

describe('Who may do what', () => {
  it('a supervisor reads and does nothing; another county sees nothing', async () => {
    const reception = await published()
    await must(day(reception, supervisor))
    expect((await ask(supervisor, 'POST', `/api/receptions/${reception}/cancel`, { reason: '无' })).status).toBe(403)
    expect((await ask(upper, 'POST', `/api/receptions/${reception}/cancel`, { reason: '无' })).body).toMatchObject({
      refusal: 'reception-not-yours',
    })
    expect((await day(nobodysReception)).status).toBe(404)
    expect((await ask(clerk, 'GET', `/api/bookings/${nobodysBooking}`)).status).toBe(404)
  })

  it('a deputy is called off by their own organ and by the bureau', async () => {
    const [one, two] = [await published(), await published({ day: '2026-12-07' })]
    await must(ask(deputy, 'POST', `/api/receptions/${one}/cancel`, { reason: '因病' }))
    await must(ask(clerk, 'POST', `/api/receptions/${two}/cancel`, { reason: '因病' }))
  })
})

describe('A pack', () => {
  const over = (rows: object) => {
    const named = { zh: '某地', en: 'Somewhere' }
    const dates = { regions: ['53'], inForceFrom: '2026-01-01' }
    const file = readPackFile(
      JSON.stringify({ id: 'cn-some', version: '1', name: named, over: 'cn-2022@1', ...dates, rows }),
    )
    if (!file.ok) throw new Error(JSON.stringify(file.error))
    return lawFrom(file.value, [national])
  }

  it('says how often, and takes a row out', () => {
    const made = over({ 'receptions.frequencies': { countyEachDay: null, countyOther: { every: 'week' } } })
    expect(made).toMatchObject({ ok: true, value: { receptions: { frequencies: { countyEachDay: null } } } })
  })

  it.each([
    ['a fee', { fee: 10 }],
    ['a paper', { documents: ['idCard'] }],
    ['an earlier step', { onlyAfter: 'PetitionAccepted' }],
    ['no time before it', { span: 'designated' }],
  ])('cannot ask for %s before somebody may book', (_, row) => {
    expect(over({ 'receptions.day': row }).ok).toBe(false)
  })
})

describe('The read models', () => {
  it('are what the facts yield', async () => {
    expect((await fsck(house, everyRoom)).errors).toEqual([])
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})

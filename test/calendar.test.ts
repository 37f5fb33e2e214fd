/** A holiday notice from the file to the cases whose days it moves: on a real database, broken off, raced and checked. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { CalendarHouse } from '../src/calendar/house.ts'
import { findRun, movedCases, movedLines } from '../src/calendar/queries.ts'
import { recountAll } from '../src/calendar/recounting.ts'
import { calendarRoom } from '../src/calendar/room.ts'
import { openCalendars } from '../src/calendar/shelf.ts'
import { takeIn } from '../src/calendar/taking-in.ts'
import { fsck } from '../src/engine/fsck.ts'
import { readHistory } from '../src/engine/history.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { PetitionNumber } from '../src/kernel/petition-number.ts'
import type { Viewer } from '../src/kernel/viewer.ts'
import { commandPetition } from '../src/petition/commanding.ts'
import { type PetitionCommandPath, petitionCommands } from '../src/petition/commands.ts'
import { registrationBody } from '../src/petition/contract.ts'
import type { Fact } from '../src/petition/petition.ts'
import { readPetition } from '../src/petition/reading.ts'
import { registerPetition } from '../src/petition/registering.ts'
import { petitionRoom } from '../src/petition/room.ts'
import { calendarHouse } from '../src/wiring.ts'
import { freshDatabase } from './database.ts'
import { openTestHouse } from './petition-house.ts'

const told = { way: 'onTheSpot' } as const
const cli = { kind: 'system', task: 'cli' } as const
const staff = (organ: string): Viewer => ({
  ...{ kind: 'staff', account: `of-${organ}`, organ: organ as OrganId, posts: ['clerk', 'head'] },
})

/** As it might be: New Year from Friday to Sunday, with the Sunday before worked. */
const notice2027 = {
  year: 2027,
  documentNumber: '国办发明电〔2026〕0号',
  rest: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-02-05', '2027-02-08'],
  work: ['2026-12-27'],
}
const file = (notice: object, more: object = {}) => ({
  ...{ text: JSON.stringify(notice), region: undefined, reason: null, viewer: cli },
  ...more,
})

async function openHouse(today = '2026-12-24') {
  const database = await freshDatabase()
  const opened = await openTestHouse(database, today)
  const shelf = await openCalendars(database.app)
  const house = Object.assign(opened, { calendars: shelf, tell: () => [] })
  const calendar = calendarHouse(house, house, shelf)
  const act = async (number: PetitionNumber, organ: string, path: PetitionCommandPath, said: object) => {
    const { type, body } = petitionCommands[path]
    const done = await commandPetition(house, {
      number,
      type,
      body: body.parse(said) as object,
      viewer: staff(organ),
    })
    if (!done.ok) throw new Error(`${path}: ${JSON.stringify(done.error)}`)
  }
  const register = async (organ = 'county.bureau') => {
    const words = { title: '题', text: '文', claims: ['求'], people: [{ name: '某', electronicService: true }] }
    const input = registrationBody.parse({ ...words, place: '990101', organ })
    const done = await registerPetition(house, { input, viewer: { kind: 'anyone' } })
    if (!done.ok) throw new Error(done.error.kind)
    return done.value.number
  }
  const transferred = async () => {
    const number = await register()
    await act(number, 'county.bureau', 'transfer', { to: 'county.land' })
    return number
  }
  const clock = async (number: PetitionNumber, rule: string) => {
    const read = await readPetition(house, number, { kind: 'system', task: 'test' })
    return read?.petition.clocks.findLast((each) => each.rule === rule)
  }
  const factsOf = async (number: string) =>
    (await readHistory<Fact>(database.work, number)).facts.map(({ fact }) => fact)
  return { database, house, shelf, calendar, act, register, transferred, clock, factsOf }
}

type Opened = Awaited<ReturnType<typeof openHouse>>

async function load(calendar: CalendarHouse, notice: object, more: object = {}) {
  const done = await takeIn(calendar, file(notice, more))
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return recountAll(calendar)
}

/** The last word of each test. */
async function expectSound({ database, shelf }: Opened) {
  const { errors, unowned } = await fsck(database, [petitionRoom, calendarRoom])
  expect({ errors, unowned }).toEqual({ errors: [], unowned: 0 })
  shelf.close()
  await database.drop()
}

it('moves the days concerned in one fact a case, leaves the others alone, and says what moved', async () => {
  const opened = await openHouse()
  const { calendar, transferred, register, clock, factsOf, shelf } = opened
  const moving = [await transferred(), await transferred()]
  const staying = await register()
  expect(await clock(moving[0] as PetitionNumber, 'objectToTransfer')).toMatchObject({
    lastDay: '2026-12-31',
  })
  opened.house.setToday('2026-12-29')
  const late = await transferred()
  expect(await clock(late, 'objectToTransfer')).toMatchObject({ lastDay: '2027-01-05', provisional: [2027] })

  expect(await load(calendar, notice2027)).toMatchObject({ kind: 'recounted', cases: 1 })
  expect(shelf.in(null, 'organ').version).toBe('cn-state-council-2017-2026+cn@1')
  const moved = await clock(late, 'objectToTransfer')
  expect(moved).toMatchObject({ lastDay: '2027-01-06', calendar: 'cn-state-council-2017-2026+cn@1' })
  expect(moved?.provisional).toBeUndefined()
  // the Sunday that is worked would bring these forward, and what was told stays
  for (const number of moving) expect((await clock(number, 'objectToTransfer'))?.lastDay).toBe('2026-12-31')
  for (const number of [...moving, staying])
    expect((await factsOf(number)).some(({ type }) => type === 'ClocksRecounted')).toBe(false)
  expect((await factsOf(late)).at(-1)).toMatchObject({
    type: 'ClocksRecounted',
    moved: [{ clock: 'objectToTransfer#1', from: '2027-01-05', to: '2027-01-06' }],
  })
  expect(await movedLines(calendar)).toEqual([
    {
      calendar: 'cn-state-council-2017-2026+cn@1',
      ...{ rule: 'objectToTransfer', from: '2027-01-05', to: '2027-01-06', clocks: 1 },
    },
  ])
  expect((await movedCases(calendar, staff('county.land'))).map(({ number }) => number)).toEqual([late])
  expect(await movedCases(calendar, staff('county.labour'))).toEqual([])
  expect((await movedCases(calendar, { kind: 'anyone' })).length).toBe(0)
  // whoever petitions is told, once
  const { rows } = await opened.database.work.query(
    `select payload ->> 'fact' as fact from outbox where stream_id = $1 and payload ->> 'fact' = 'ClocksRecounted'`,
    [late],
  )
  expect(rows).toHaveLength(1)
  await expectSound(opened)
})

it('goes on where it was broken off: no case twice, and none left', async () => {
  const opened = await openHouse('2026-12-29')
  const numbers: PetitionNumber[] = []
  for (let each = 0; each < 12; each += 1) numbers.push(await opened.transferred())
  const { calendar } = opened
  // killed after two cases: whatever it was at is undone, and its turn is free again
  let left = 2
  const [petitions] = calendar.recounters
  if (!petitions) throw new Error('no petitions')
  const dying: CalendarHouse = {
    ...calendar,
    recounters: [
      {
        ...petitions,
        async recount(streams) {
          await petitions.recount(streams.slice(0, left))
          left = 0
          throw new Error('killed')
        },
      },
    ],
  }
  const done = await takeIn(calendar, file(notice2027))
  expect(done.ok).toBe(true)
  await expect(recountAll(dying)).rejects.toThrow('killed')
  expect((await findRun(calendar))?.finishedAt).toBeNull()
  expect(await recountAll(calendar)).toMatchObject({ kind: 'recounted' })
  expect(await recountAll(calendar)).toMatchObject({ kind: 'recounted', examined: 0 })
  for (const number of numbers)
    expect((await opened.factsOf(number)).filter(({ type }) => type === 'ClocksRecounted')).toHaveLength(1)
  expect((await movedLines(calendar)).map(({ clocks }) => clocks)).toEqual([12])
  await expectSound(opened)
})

it('holds up no case that is acted on meanwhile, and loses none of what was done', async () => {
  const opened = await openHouse('2026-12-29')
  const numbers: PetitionNumber[] = []
  for (let each = 0; each < 8; each += 1) numbers.push(await opened.transferred())
  await takeIn(opened.calendar, file(notice2027))
  const clerks = numbers.map((number) => opened.act(number, 'county.land', 'name-clerk', { account: 'of-county.land' }))
  await Promise.all([recountAll(opened.calendar), ...clerks])
  for (const number of numbers) {
    expect((await opened.clock(number, 'objectToTransfer'))?.lastDay).toBe('2027-01-06')
    const types = (await opened.factsOf(number)).map(({ type }) => type)
    expect(types.filter((type) => type === 'ClocksRecounted' || type === 'ClerkNamed')).toHaveLength(2)
  }
  await expectSound(opened)
})

it('lets one process at it at a time, and every other hear of the notice', async () => {
  const opened = await openHouse('2026-12-29')
  const elsewhere = await openCalendars(opened.database.app)
  await opened.transferred()
  await takeIn(opened.calendar, file(notice2027))
  expect(elsewhere.in(null, 'organ').version).toBe('cn-state-council-2017-2026')
  await elsewhere.refresh()
  expect(elsewhere.in(null, 'organ').version).toBe('cn-state-council-2017-2026+cn@1')
  elsewhere.close()
  const kinds = await Promise.all([recountAll(opened.calendar), recountAll(opened.calendar)])
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(['recounted', 'taken'])
  await expectSound(opened)
})

it('counts by the holidays of the place: of the organ that owes the duty, or has the petition', async () => {
  const opened = await openHouse('2026-05-25')
  const { calendar, transferred, register, act, clock, shelf } = opened
  const number = await transferred()
  const elsewhere = await register()
  await act(elsewhere, 'county.bureau', 'transfer', { to: 'prefecture.land' })
  expect((await clock(number, 'objectToTransfer'))?.lastDay).toBe('2026-06-01')
  const regional = {
    ...{ region: '990101', year: 2026, title: '某县2026年民族节日放假安排', documentNumber: null },
    ...{ rest: ['2026-05-27', '2026-05-28'], work: ['2026-05-31'] },
  }
  expect(await load(calendar, regional)).toMatchObject({ kind: 'recounted', cases: 1 })
  expect((await clock(number, 'objectToTransfer'))?.lastDay).toBe('2026-06-02')
  expect((await clock(number, 'objectToTransfer'))?.calendar).toBe('cn-state-council-2017-2026+990101@1')
  // the prefecture works on those days
  expect((await clock(elsewhere, 'objectToTransfer'))?.lastDay).toBe('2026-06-01')
  expect(shelf.in('9901', 'organ').version).toBe('cn-state-council-2017-2026')
  const fresh = await transferred()
  expect(await clock(fresh, 'objectToTransfer')).toMatchObject({
    ...{ lastDay: '2026-06-02', calendar: 'cn-state-council-2017-2026+990101@1', startedBy: 'PetitionTransferred' },
  })
  await expectSound(opened)
})

it('keeps every version of a notice, and shows a day as it was counted', async () => {
  const opened = await openHouse('2026-12-29')
  const { calendar, shelf } = opened
  const number = await opened.transferred()
  await load(calendar, notice2027)
  const more = { ...notice2027, rest: [...notice2027.rest, '2027-01-04'] }
  expect(await takeIn(calendar, file(more))).toMatchObject({
    ok: false,
    error: { kind: 'holiday-notice-already-loaded' },
  })
  expect(await takeIn(calendar, file(notice2027))).toMatchObject({
    ok: false,
    error: { kind: 'holiday-notice-unchanged' },
  })
  await load(calendar, more, { reason: 'amended' })
  expect((await opened.clock(number, 'objectToTransfer'))?.lastDay).toBe('2027-01-07')
  expect(shelf.named('cn-state-council-2017-2026+cn@1', 'organ')?.rest.has('2027-01-04' as never)).toBe(false)
  expect(shelf.named('cn-state-council-2017-2026+cn@2', 'organ')?.rest.has('2027-01-04' as never)).toBe(true)
  expect(shelf.notices().map(({ edition, reason }) => [edition, reason])).toEqual([
    [1, null],
    [2, 'amended'],
  ])
  await expectSound(opened)
})

it('finds out of clocks that ran before it what it needs to know of them', async () => {
  const opened = await openHouse('2026-12-29')
  const { act, register, transferred, calendar, database } = opened
  await register()
  await transferred()
  const answered = await transferred()
  await act(answered, 'county.land', 'accept', { route: 'handlingOpinion', procedure: '六十日内', told })
  await act(answered, 'county.land', 'record-contact', { way: 'phone', note: '听取', heard: true })
  await act(answered, 'county.land', 'issue-opinion', {
    ...{ facts: '属实', legalBasis: '依法', remedy: '可以请求复查', executeBy: '2027-02-01' },
    answers: [{ claim: 'c1', outcome: 'supported', answer: '支持' }],
  })
  await act(answered, 'county.land', 'serve', {
    ...{ document: 'd2', person: 'p1', way: 'direct', servedOn: '2026-12-29', proof: { signature: '签收' } },
  })
  await load(calendar, notice2027)
  const columns = ['counted_by', 'looks_from', 'looks_through', 'place_of']
  for (const table of ['petition_clock', 'report_clock'])
    await database.owner.query(`alter table ${table} ${columns.map((column) => `drop column ${column}`).join(', ')}`)
  const migration = readFileSync(new URL('../migrations/0139-what-a-clock-was-counted-by.sql', import.meta.url), 'utf8')
  await database.owner.query(migration.split('-- Days of a petition')[0] ?? '')
  const { rows } = await database.work.query(
    'select count(*)::int as open, count(looks_through)::int as looking from petition_clock',
  )
  expect(rows[0].looking).toBeGreaterThan(1)
  expect(rows[0].open).toBeGreaterThan(rows[0].looking)
  await expectSound(opened)
})

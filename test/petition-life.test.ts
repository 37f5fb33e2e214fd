import { expect, it } from 'vitest'
import { fsck } from '../src/engine/fsck.ts'
import { sweep } from '../src/engine/sweep.ts'
import { day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { PetitionNumber } from '../src/kernel/petition-number.ts'
import type { Viewer } from '../src/kernel/viewer.ts'
import { commandPetition } from '../src/petition/commanding.ts'
import { petitionCommands } from '../src/petition/commands.ts'
import { registrationBody } from '../src/petition/contract.ts'
import { dueClocks } from '../src/petition/jobs.ts'
import { listPetitions, readWork, type Staff } from '../src/petition/queries.ts'
import { readPetition } from '../src/petition/reading.ts'
import { registerPetition } from '../src/petition/registering.ts'
import { petitionRoom } from '../src/petition/room.ts'
import { viewForPetitioner, viewForStaff } from '../src/petition/view.ts'
import { freshDatabase } from './database.ts'
import { openTestHouse } from './petition-house.ts'

const database = await freshDatabase()
const house = await openTestHouse(database, '2026-03-02')

const staff = (organ: string, ...posts: ('clerk' | 'head')[]): Staff => ({
  kind: 'staff',
  account: `${organ}-1`,
  organ: organ as OrganId,
  posts: posts.length > 0 ? posts : ['clerk'],
})

async function act(number: PetitionNumber, viewer: Viewer, segment: keyof typeof petitionCommands, body: object) {
  const { type, body: schema } = petitionCommands[segment]
  const done = await commandPetition(house, { number, type, body: schema.parse(body) as object, viewer })
  if (!done.ok) throw new Error(`${segment}: ${JSON.stringify(done.error)}`)
  return done.value.petition
}

it('lives its whole life on a real database: registered, answered, reviewed, re-examined, finalised', async () => {
  const input = registrationBody.parse({
    place: '990101',
    title: '承包地面积少算',
    text: '一轮承包的时候是十二亩，现在证上只有九亩。',
    claims: ['重新丈量', '补发承包经营权证'],
    people: [{ name: '测试人', phone: '19900000001', electronicService: true }],
  })
  const registered = await registerPetition(house, { input, viewer: { kind: 'anyone' } })
  if (!registered.ok) throw new Error(registered.error.kind)
  const { number, organ, keys } = registered.value
  expect(organ).toBe('county.bureau')
  expect(keys).toHaveLength(1)
  const petitioner: Viewer = { kind: 'petitioner', petition: number, person: 'p1' }

  await act(number, staff('county.bureau'), 'transfer', { to: 'county.land' })
  house.setToday('2026-03-05')
  const land = staff('county.land', 'clerk', 'head')
  await act(number, land, 'accept', {
    route: 'handlingOpinion',
    procedure: '六十日内答复',
    told: { way: 'electronic' },
  })
  await act(number, land, 'record-contact', { way: 'onSite', note: '入户听取陈述', heard: true })
  const opinion = {
    facts: '经实地丈量，面积为十一亩八分。',
    legalBasis: '农村土地承包法',
    answers: [
      { claim: 'c1', outcome: 'supported', answer: '已重新丈量' },
      { claim: 'c2', outcome: 'notSupported', answer: '面积与证载一致部分不予变更' },
    ],
    remedy: '三十日内可向县人民政府请求复查',
    executeBy: '2026-06-01',
  }
  house.setToday('2026-04-01')
  await act(number, land, 'issue-opinion', opinion)
  const servedByPost = {
    document: 'd2',
    person: 'p1',
    way: 'electronic',
    servedOn: '2026-04-02',
    proof: { consent: true },
  }
  house.setToday('2026-04-02')
  await act(number, land, 'serve', servedByPost)
  await act(number, petitioner, 'request-review', { organ: 'county', grounds: '第二项没有说明理由' })
  await act(number, staff('county'), 'issue-review-opinion', {
    outcome: 'upheld',
    facts: '同原意见',
    opinion: '维持',
    legalBasis: '条例',
  })
  await act(number, staff('county'), 'serve', { ...servedByPost, document: 'd3' })
  await act(number, petitioner, 'request-reexamination', { organ: 'prefecture', grounds: '仍不服' })
  await act(number, staff('prefecture'), 'issue-reexamination-opinion', {
    outcome: 'upheld',
    facts: '同',
    opinion: '维持',
    legalBasis: '条例',
  })
  const finalised = await act(number, staff('prefecture'), 'serve', { ...servedByPost, document: 'd4' })
  expect(finalised.stage).toBe('finalised')
  await act(number, petitioner, 'rate', { whom: 'organ', solved: 'partly', fair: 'satisfied' })

  const read = await readPetition(house, number, { kind: 'system', task: 'test' })
  if (!read) throw new Error('not there')
  const seenByStaff = viewForStaff(read, {
    kind: 'staff',
    account: 'a',
    organ: 'county.land' as OrganId,
    posts: ['clerk'],
  })
  expect(seenByStaff.text).toContain('十二亩')
  expect(seenByStaff.people[0]?.name).toBe('测试人')
  const seenByPetitioner = viewForPetitioner(read, { kind: 'petitioner', person: 'p1' }, [])
  expect(seenByPetitioner.documents.map(({ kind }) => kind)).toEqual([
    'receiptNotice',
    'handlingOpinion',
    'reviewOpinion',
    'reexaminationOpinion',
  ])
  expect(seenByPetitioner.actions.find(({ action }) => action === 'request-reexamination')?.allowed).toBe(false)

  const checked = await fsck(house, [petitionRoom])
  expect(checked.errors).toEqual([])
  expect(checked.streams).toBe(1)
})

it('sweeps what fell due, lists it as overdue, and leaves the rest alone', async () => {
  house.setToday('2026-05-06')
  const input = registrationBody.parse({
    place: '990101',
    title: '欠薪',
    text: '三个月没有发工资',
    claims: ['发工资'],
    people: [{ name: '某某' }],
  })
  const registered = await registerPetition(house, { input, viewer: staff('county.bureau') })
  if (!registered.ok) throw new Error(registered.error.kind)
  house.setToday('2026-05-21')
  expect((await sweep(dueClocks(house))).due).toBe(0)
  house.setToday('2026-05-22')
  expect(await sweep(dueClocks(house))).toMatchObject({ due: 1, done: 1, refused: 0 })
  expect((await sweep(dueClocks(house))).due).toBe(0)
  const hands = { mine: ['county.bureau-1'], all: ['county.bureau-1'] }
  const work = await readWork(house, staff('county.bureau'), { filter: { due: 'overdue' }, hands, limit: 10 })
  expect(work.items).toMatchObject([{ rule: 'route', lastDay: '2026-05-21', daysLeft: -1, isOverdue: true }])
  expect(work.counts).toMatchObject({ overdue: 1, today: 0, week: 0, later: 0, mine: 0, nobodys: 1 })
})

it('shows an organ only the petitions in which it has a part', async () => {
  const page = { limit: 10, newestFirst: true }
  expect((await listPetitions(house, staff('county.labour'), {}, page)).items).toEqual([])
  const listed = await listPetitions(house, staff('county.bureau'), { from: day('2026-01-01') }, page)
  expect(listed.items.map(({ title }) => title)).toEqual(['欠薪', '承包地面积少算'])
  const number = listed.items[0]?.number as PetitionNumber
  const refused = await commandPetition(house, { number, type: 'Close', body: {}, viewer: staff('county.labour') })
  expect(refused).toEqual({ ok: false, error: { kind: 'no-such-petition' } })
})

it('keeps that a petitioner says it is not the first time', async () => {
  const said = {
    place: '990101',
    title: '又来说一次',
    text: '去年说过。',
    claims: ['答复'],
    people: [{ name: '某某' }],
    firstTime: false,
  }
  const registered = await registerPetition(house, { input: registrationBody.parse(said), viewer: { kind: 'anyone' } })
  expect(registered.ok && registered.value.petition.firstTime).toBe(false)
})

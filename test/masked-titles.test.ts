/** Lists show a title without its people; the page shows what was written. */
import { expect, it } from 'vitest'
import type { OrganId } from '../src/kernel/organ.ts'
import type { PetitionNumber } from '../src/kernel/petition-number.ts'
import { readProse } from '../src/kernel/prose.ts'
import { commandPetition } from '../src/petition/commanding.ts'
import { registrationBody } from '../src/petition/contract.ts'
import { listPetitions, readWork } from '../src/petition/queries.ts'
import { readPetition } from '../src/petition/reading.ts'
import { registerPetition } from '../src/petition/registering.ts'
import { freshDatabase } from './database.ts'
import { openTestHouse } from './petition-house.ts'

const database = await freshDatabase()
const house = await openTestHouse(database)
const bureau = 'county.bureau' as OrganId
const clerk = { kind: 'staff', account: 'a', organ: bureau, posts: ['clerk'] } as const
const title = '爨底下的测试人（19900000077）反映支书㐱测试占地'
const masked = '爨底下的测某某（1**********）反映支书㐱某某占地'

async function register(): Promise<PetitionNumber> {
  const input = registrationBody.parse({
    ...{ place: '990101', title, text: '占了三分地。', claims: ['退地'], people: [{ name: '测试人' }] },
    about: [{ as: 'respondent', official: '支书㐱测试' }],
    // a company is nobody, and its name may stay
    agent: null,
  })
  const done = await registerPetition(house, { input, viewer: clerk })
  if (!done.ok) throw new Error(done.error.kind)
  return done.value.number
}

const page = { limit: 10, newestFirst: true }
const listed = async (number: PetitionNumber) => (await listPetitions(house, clerk, { number }, page)).items[0]?.title
const worked = async (number: PetitionNumber) =>
  (
    await readWork(house, clerk, { filter: { due: 'all' }, hands: { mine: ['nobody'], all: [] }, limit: 10 })
  ).items.find(({ petition }) => petition.number === number)?.petition.title

async function written(number: PetitionNumber): Promise<string | undefined> {
  const read = await readPetition(house, number, { kind: 'system', task: 'test' })
  return read?.texts.get(read.petition.title.ref)
}

it('masks the petitioner, the official and the number in the register and the worklist', async () => {
  const number = await register()
  expect([await listed(number), await worked(number)]).toEqual([masked, masked])
  expect(await written(number)).toBe(title)
})

it('masks a corrected title by the names that the case knows', async () => {
  const number = await register()
  const to = readProse('测试人要求㐱测试退地', { max: 200 })
  const reason = readProse('原标题过长', { max: 200 })
  if (!to.ok || !reason.ok) throw new Error('unreadable')
  const body = { field: 'title', to: to.value, reason: reason.value }
  const done = await commandPetition(house, { number, type: 'Correct', body, viewer: clerk })
  expect(done.ok).toBe(true)
  expect([await listed(number), await worked(number)]).toEqual(['测某某要求㐱某某退地', '测某某要求㐱某某退地'])
  expect(await written(number)).toBe('测试人要求㐱测试退地')
})

it('masks on reading what was registered before there were masked titles', async () => {
  const number = await register()
  await database.owner.query(`delete from sealed where stream_id = $1 and ref like '%~masked'`, [number])
  const shown = await listed(number)
  expect(shown).toContain('1**********')
  expect(shown).not.toContain('0000077')
})

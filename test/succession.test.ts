import { expect, it } from 'vitest'
import type { Recorded } from '../src/engine/envelope.ts'
import { readHistory } from '../src/engine/history.ts'
import { actOnOrgan } from '../src/identity/administration.ts'
import type { OrganFact } from '../src/identity/organ.ts'
import { registrationBody } from '../src/petition/contract.ts'
import { successionReaction } from '../src/petition/reactions.ts'
import { readPetition } from '../src/petition/reading.ts'
import { registerPetition } from '../src/petition/registering.ts'
import { petitionDirectory } from '../src/wiring.ts'
import { organ, house as seeder, testOffice } from './office.ts'
import { openTestHouse, testOrgans } from './petition-house.ts'

const office = await testOffice()
for (const each of testOrgans) await office.openOrgan(each.id, each)

it('passes duties on at once, though this process has not heard of the merger yet', async () => {
  const directory = petitionDirectory(office.organs)
  const house = { ...(await openTestHouse(office.database, '2026-11-23')), directory }
  const words = { title: '题', text: '文', claims: ['求'], people: [{ name: '某' }] }
  const input = registrationBody.parse({ ...words, place: '990101', organ: 'county.land' })
  const registered = await registerPetition(house, { input, viewer: { kind: 'anyone' } })
  if (!registered.ok) throw new Error(registered.error.kind)

  const elsewhere = await office.beside()
  const merger = { type: 'MergeOrgan', into: organ('county.labour') } as const
  expect((await actOnOrgan(elsewhere, organ('county.land'), merger, seeder)).ok).toBe(true)
  expect(directory.find(organ('county.land'))?.state).toBe('active')

  const { facts } = await readHistory<OrganFact>(house.app, 'organ:county.land')
  await successionReaction(house).react(facts.at(-1) as Recorded, null as never)
  const read = await readPetition(house, registered.value.number, { kind: 'system', task: 'test' })
  expect(read?.petition.holder).toBe('county.labour')
})

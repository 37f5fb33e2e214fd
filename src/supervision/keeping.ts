/** One matter for one reader, whatever they ask of it: its page, a file that was reported with, or the letters of its orders. */
import { actorIn } from '../identity/actor.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { noteLook } from '../petition/reading.ts'
import { isBarred } from './decision.ts'
import type { SupervisionHouse } from './house.ts'
import { petitionUnder } from './house-queries.ts'
import { type ReadMatter, readMatter, type Staff } from './queries.ts'
import type { Matter } from './supervision.ts'

/** Null where there is none for them. The database keeps it from them by itself; the program does not rely on that alone. */
export async function readFor(house: SupervisionHouse, stream: string, viewer: Staff): Promise<ReadMatter | null> {
  const read = await readMatter(house, stream, viewer)
  return !read || (await isKeptFrom(house, viewer, read.matter)) ? null : read
}

async function isKeptFrom(house: SupervisionHouse, viewer: Staff, matter: Matter): Promise<boolean> {
  return isBarred(matter, await actorIn(house, viewer, matter), { organs: house.directory })
}

/** Whoever reads of a petition has looked at it, where it is theirs to look at. */
export async function noteReading(house: SupervisionHouse, { subject }: Matter, viewer: Staff): Promise<void> {
  if (subject.kind !== 'petition') return
  const about = await petitionUnder(house, subject.petition as PetitionNumber, viewer)
  if (about?.isOpenTo) await noteLook(house, subject.petition as PetitionNumber, viewer)
}

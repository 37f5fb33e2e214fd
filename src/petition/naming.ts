/** Who can be given a petition in the organ that holds it: row security is asked for each, which knows whom it is kept from. */
import { readAs } from '../identity/scope.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { Post, Viewer } from '../kernel/viewer.ts'
import type { PetitionHouse } from './house.ts'
import { readClocksOf } from './reading.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

/** Somebody as they would act in the organ of whoever asks. */
export interface Named {
  readonly account: string
  readonly posts: readonly Post[]
  /** Those who are away, in whose place they handle: what is kept from one of these is kept from them. */
  readonly actsFor: readonly string[]
}

export interface Naming {
  readonly holder: OrganId
  readonly category: string
  /** Whoever has withdrawn, is named, answers to somebody named, or is seconded from whom it accuses (art. 28 (3), 30 (3)). */
  readonly keptOut: ReadonlySet<string>
}

interface Asked {
  readonly number: PetitionNumber
  readonly viewer: Staff
}

/** Null where the viewer sees no such petition. Nothing that was written is opened. */
export async function readNaming(
  house: PetitionHouse,
  { number, viewer }: Asked,
  people: readonly Named[],
): Promise<Naming | null> {
  const read = await readClocksOf(house, number, viewer)
  if (read === null) return null
  const seen = await Promise.all(
    people.map((named) => seesPetition(house, number, { ...named, kind: 'staff', organ: viewer.organ })),
  )
  const { holder, category } = read.petition
  return { holder, category, keptOut: new Set(people.filter((_, at) => !seen[at]).map(({ account }) => account)) }
}

/** Whether it is there for somebody at all. */
export async function seesPetition(house: PetitionHouse, number: PetitionNumber, viewer: Staff): Promise<boolean> {
  const statement = { name: 'petition seen', text: 'select 1 from petition where stream_id = $1', values: [number] }
  return (await readAs(house, viewer, statement)).length > 0
}

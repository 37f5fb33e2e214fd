/** Who can be given a petition in the organ that holds it: whoever the rules of recusal would turn away when they act is not. */
import { superiorsOf } from '../identity/scope.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { Post, Viewer } from '../kernel/viewer.ts'
import type { PetitionHouse } from './house.ts'
import { readClocksOf } from './reading.ts'
import { officialsIn, refusalOfRecused } from './safeguards/recusal.ts'

/** Somebody as they would act in the organ of whoever asks. */
export interface Named {
  readonly account: string
  readonly posts: readonly Post[]
  readonly standsFor: readonly string[]
  readonly secondedFrom: readonly OrganId[]
}

export interface Naming {
  readonly holder: OrganId
  readonly clerk: string | null
  readonly category: string
  readonly keptOut: ReadonlySet<string>
}

interface Asked {
  readonly number: PetitionNumber
  readonly viewer: Extract<Viewer, { kind: 'staff' }>
}

/** Null where the viewer sees no such petition. Nothing that was written is opened. */
export async function readNaming(
  house: PetitionHouse,
  { number, viewer }: Asked,
  people: readonly Named[],
): Promise<Naming | null> {
  const read = await readClocksOf(house, number, viewer)
  if (read === null) return null
  const { petition, world } = read
  const { organ } = viewer
  const names = officialsIn(petition).length > 0
  const refused = await Promise.all(
    people.map(async ({ account, posts, standsFor, secondedFrom }) => {
      // to whom somebody answers matters only where the petition names an official
      const hands = names ? [account, ...standsFor] : []
      const above = await Promise.all(hands.map((hand) => superiorsOf(house, { account: hand, organ })))
      const actor = { kind: 'staff', account, organ, posts, standsFor, secondedFrom, answersTo: above.flat() } as const
      return refusalOfRecused(petition, actor, world) === null ? [] : [account]
    }),
  )
  const { holder, clerk, category } = petition
  return { holder, clerk, category, keptOut: new Set(refused.flat()) }
}

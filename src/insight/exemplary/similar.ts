/** Which exemplary cases are offered beside a petition: of the same kind, those nearest in what they say first. */
import { readAs } from '../../identity/scope.ts'
import { rowsOf } from '../../petition/queries.ts'
import { gramsOf, likeness, plainWords } from '../../text/likeness.ts'
import { textsOf } from '../search/queries.ts'
import type { ExemplaryHouse } from './house.ts'
import { type PublishedExemplary, publishedOf, type Staff } from './queries.ts'
import { idOf } from './room.ts'
import { usesOf } from './using.ts'

export interface Offered {
  readonly read: PublishedExemplary
  readonly isSameKind: boolean
  readonly likeness: number
  readonly isOpened: boolean
  readonly helped: boolean | null
}

/** The newest of a kind are compared: what was published long ago and is still the best is found in the list. */
const mostCompared = 40
const mostOffered = 4

const topOf = (category: string): string => category.split('.')[0] ?? category

/** Null where the viewer does not see the petition. */
export async function offeredBeside(
  house: ExemplaryHouse,
  viewer: Staff,
  petition: string,
): Promise<readonly Offered[] | null> {
  const row = (await rowsOf(house, viewer, [petition])).get(petition)
  if (row === undefined) return null
  if (row.class === 'accusation') return []
  const near = await readAs<{ stream: string }>(house, viewer, {
    name: 'exemplary near',
    text: `select stream_id as stream from exemplary where stage = 'published' and split_part(category, '.', 1) = $1
      order by (category = $2) desc, published_on desc, stream_id desc limit ${mostCompared}`,
    values: [topOf(row.category), row.category],
  })
  if (near.length === 0) return []
  const streams = near.map(({ stream }) => stream)
  const [cases, texts, uses] = await Promise.all([
    publishedOf(house, viewer, streams),
    textsOf(house, viewer, [petition]),
    usesOf(house, viewer, petition),
  ])
  const told = texts.get(petition)
  const asked = told ? gramsOf(plainWords(`${told.title}${told.text}`)) : new Set<string>()
  return cases
    .map((read) => {
      const id = idOf(read.stream)
      return {
        ...{ read, isSameKind: read.category === row.category, isOpened: uses.has(id), helped: uses.get(id) ?? null },
        likeness: likeness(asked, gramsOf(plainWords(`${read.title}${read.situation}`))),
      }
    })
    .toSorted((a, b) => Number(b.isSameKind) - Number(a.isSameKind) || b.likeness - a.likeness)
    .slice(0, mostOffered)
}

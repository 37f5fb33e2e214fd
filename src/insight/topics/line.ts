/**
 * What is kept of a petition so that it can be gathered: signs of its masked words. A petition that accuses somebody is not in any topic,
 * not even as one of many: whoever it is about would see a topic grow (art. 30 (3)). Nor is one whose words were erased.
 */
import type { ClientBase } from 'pg'
import type { Day } from '../../kernel/day.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Petition } from '../../petition/petition.ts'
import type { Heard, Sign } from './heard.ts'
import type { Message } from './nearness.ts'

export const isInTopics = (petition: Petition): boolean =>
  petition.class !== 'accusation' &&
  !petition.about.some(({ as }) => as === 'accused') &&
  partsOf(petition).accused.length === 0 &&
  petition.erasure?.approvedOn == null

/** A row of `topic_line`. */
export interface LineRow {
  readonly stream_id: string
  readonly day: Day
  readonly cities: readonly Sign[]
  readonly districts: readonly Sign[]
  readonly towns: readonly Sign[]
  readonly spots: readonly Sign[]
  readonly is_placed: boolean
  readonly title: readonly Sign[]
  readonly groups: readonly Sign[]
  readonly matter: readonly Sign[]
  readonly matter_weights: readonly number[]
  readonly place: readonly Sign[]
  readonly place_weights: readonly number[]
}

export const lineColumns = `stream_id, day::text as day, cities, districts, towns, spots, is_placed, title, groups, matter,
  matter_weights, place, place_weights`

export function rowOf(stream: string, day: Day, heard: Heard): LineRow {
  const [cities, districts, towns] = heard.areas
  const { spots, isPlaced, title, groups, matter, place } = heard
  return {
    ...{ stream_id: stream, day, cities, districts, towns, spots, is_placed: isPlaced, title, groups },
    ...{ matter: [...matter.keys()], matter_weights: [...matter.values()] },
    ...{ place: [...place.keys()], place_weights: [...place.values()] },
  }
}

export function messageOf(row: LineRow): Message {
  const { cities, districts, towns, spots, title, groups } = row
  const weights = (signs: readonly Sign[], of: readonly number[]) =>
    new Map(signs.map((sign, at) => [sign, of[at] ?? 1]))
  return {
    ...{ id: row.stream_id, on: row.day },
    heard: {
      matter: weights(row.matter, row.matter_weights),
      place: weights(row.place, row.place_weights),
      areas: [cities, districts, towns],
      ...{ spots, isPlaced: row.is_placed, title, groups },
    },
  }
}

/** Every sign whose petitions are counted. */
export const signsOf = ({
  cities,
  districts,
  towns,
  spots,
  groups,
  title,
  matter,
  place,
}: LineRow): readonly Sign[] => [
  ...new Set([...cities, ...districts, ...towns, ...spots, ...groups, ...title, ...matter, ...place].filter(Boolean)),
]

/** The same petition heard again says the same, so that doing it twice changes nothing. */
export const isSameLine = (one: LineRow, other: LineRow): boolean => JSON.stringify(one) === JSON.stringify(other)

export async function lineThere(client: ClientBase, stream: string): Promise<LineRow | null> {
  const { rows } = await client.query<LineRow>({
    name: 'topic line of a petition',
    text: `select ${lineColumns} from topic_line where stream_id = $1 for update`,
    values: [stream],
  })
  return rows[0] ?? null
}

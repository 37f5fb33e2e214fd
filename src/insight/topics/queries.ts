/** The way out: whoever asks, a topic is made of the petitions that they may see, and with fewer than three of them it is none. */
import { readAs } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { maskedSuffix } from '../../petition/masked-words.ts'
import { type Counted, fewestMessages, fewestPeople, type Heat, heatOf } from './heat.ts'
import type { TopicHouse } from './house.ts'

export type Reader = Extract<Viewer, { kind: 'staff' }> | { readonly kind: 'system'; readonly task: string }

export interface ToldTopic {
  readonly topic: number
  readonly name: string
  readonly place: string | null
  readonly whom: string | null
  readonly words: readonly { readonly word: string; readonly share: number }[]
}

export interface SeenTopic extends ToldTopic {
  readonly heat: Heat
  readonly counted: readonly Counted[]
}

interface DayRow extends ToldTopic {
  readonly days: readonly Day[]
  readonly newPeople: readonly number[]
}

const told = `t.topic, t.name, t.place, t.whom, t.words`
const counts = `array_agg(p.day::text order by p.day, p.stream_id) as days,
  array_agg(p.new_people order by p.day, p.stream_id) as "newPeople"`

/** Hottest first. */
export async function hotTopics(
  house: TopicHouse,
  viewer: Reader,
  { from, until, limit }: { readonly from: Day; readonly until: Day; readonly limit: number },
): Promise<readonly SeenTopic[]> {
  const rows = await readAs<DayRow>(house, viewer, {
    name: 'topics hot',
    text: `with seen as materialized (select p.topic, p.day, p.stream_id, p.new_people from topic_petition p
        where p.day between $1::date and $2::date and p.topic in (
          select topic from topic_petition where day between $1::date and $2::date group by topic having count(*) >= ${fewestMessages}))
      select ${told}, ${counts} from seen p join topic t on t.topic = p.topic where t.name is not null
      group by t.topic having count(*) >= ${fewestMessages}`,
    values: [from, until],
  })
  return rows
    .map((row) => seenOf(row, until))
    .filter(({ heat }) => heat.people >= fewestPeople)
    .toSorted((a, b) => b.heat.score - a.heat.score || a.topic - b.topic)
    .slice(0, limit)
}

function seenOf({ days, newPeople, ...row }: DayRow, until: Day): SeenTopic {
  const counted = days.map((on, at) => ({ on, newPeople: newPeople[at] ?? 0, likes: 0 }))
  return { ...row, counted, heat: heatOf(counted as unknown as [Counted, ...Counted[]], until) }
}

/** Null where the viewer sees too little of it. */
export async function oneTopic(house: TopicHouse, viewer: Reader, topic: number): Promise<SeenTopic | null> {
  const [row] = await readAs<DayRow>(house, viewer, {
    name: 'topic one',
    text: `select ${told}, ${counts} from topic_petition p join topic t on t.topic = p.topic
      where p.topic = $1 and t.name is not null group by t.topic having count(*) >= ${fewestMessages}`,
    values: [topic],
  })
  return row === undefined ? null : seenOf(row, house.today())
}

export interface Share {
  readonly code: string
  readonly petitions: number
}

export async function sharesOf(
  house: TopicHouse,
  viewer: Reader,
  topic: number,
): Promise<{ readonly places: readonly Share[]; readonly categories: readonly Share[] }> {
  const by = (column: 'place' | 'category') =>
    readAs<Share>(house, viewer, {
      name: `topic by ${column}`,
      text: `select ${column} as code, count(*)::int as petitions from topic_petition where topic = $1 group by 1 order by 2 desc, 1 limit 8`,
      values: [topic],
    })
  const [places, categories] = await Promise.all([by('place'), by('category')])
  return { places, categories }
}

export interface PetitionInTopic {
  readonly stream: string
  readonly day: Day
  readonly place: string
  readonly category: string
  readonly stage: string
  readonly title: string | null
}

export interface TopicCursor {
  readonly day: string
  readonly stream: string
}

interface PetitionRow extends Box {
  readonly day: Day
  readonly place: string
  readonly category: string
  readonly stage: string
}

/** The newest first. */
export async function petitionsOf(
  house: TopicHouse,
  viewer: Reader,
  topic: number,
  { after, limit }: { readonly after: TopicCursor | null; readonly limit: number },
): Promise<{ readonly items: readonly PetitionInTopic[]; readonly next: TopicCursor | null }> {
  const rows = await readAs<PetitionRow>(house, viewer, {
    name: 'topic petitions',
    text: `select t.stream_id, t.day::text as day, p.place, p.category, p.stage, s.ref, s.cohort, s.box
      from topic_petition t join petition p on p.stream_id = t.stream_id
        left join sealed s on s.stream_id = p.stream_id and s.ref = p.title_ref || '${maskedSuffix}'
      where t.topic = $1 and (t.day, t.stream_id) < ($2::date, $3) order by t.day desc, t.stream_id desc limit $4`,
    values: [topic, after?.day ?? '9999-12-31', after?.stream ?? '~', limit + 1],
  })
  const shown = rows.slice(0, limit)
  const titles = await titlesOf(house, shown)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ stream_id, day, place, category, stage }) => ({
      ...{ stream: stream_id, day, place, category, stage },
      title: titles.get(stream_id) ?? null,
    })),
    next: last ? { day: last.day, stream: last.stream_id } : null,
  }
}

/** Refs are the same in many petitions, so each is opened by itself. */
async function titlesOf({ keys }: TopicHouse, rows: readonly PetitionRow[]): Promise<ReadonlyMap<string, string>> {
  const opened = rows
    .filter(({ box }) => box !== null)
    .map(async (row) => [row.stream_id, [...(await openPieces(keys, [row])).values()][0] ?? ''] as const)
  return new Map(await Promise.all(opened))
}

export interface Night {
  readonly day: Day
  readonly gathered: number
  readonly topics: number
}

export async function lastNight(house: TopicHouse, viewer: Reader): Promise<Night | null> {
  const [row] = await readAs<Night>(house, viewer, {
    name: 'topic last night',
    text: 'select day::text as day, gathered, topics from topic_run order by day desc limit 1',
    values: [],
  })
  return row ?? null
}

/** A quarter, until today. */
export const usualPeriod = (today: Day): { readonly from: Day; readonly until: Day } => ({
  from: addDays(today, -89),
  until: today,
})

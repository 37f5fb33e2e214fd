/**
 * Each night what came since is gathered into topics. Only topics that share a rare word with something new are read, so a night costs what
 * is new; each few hundred petitions are one transaction, so that it can be interrupted at any moment and goes on from there.
 */
import { setImmediate as giveWay } from 'node:timers/promises'
import type { ClientBase } from 'pg'
import { inTurn } from '../../engine/in-turn.ts'
import { inTransaction } from '../../engine/transaction.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { Gathering, Seen } from './gathering.ts'
import type { Sign } from './heard.ts'
import type { TopicHouse } from './house.ts'
import { type LineRow, lineColumns, messageOf, signsOf } from './line.ts'
import { type Message, thresholds } from './nearness.ts'
import { tellTopics } from './telling.ts'

export interface NightReport {
  readonly day: Day
  readonly gathered: number
  readonly topics: number
}

export interface Gatherer {
  readonly signal?: AbortSignal
  /** Hears how many are done. */
  progress?(gathered: number): void
}

/** So many are gathered in one transaction. */
const atOnce = 500

/** Null where another process is at it. */
export async function gatherTonight(house: TopicHouse, gatherer: Gatherer = {}): Promise<NightReport | null> {
  const turn = await inTurn(house.work, 'topics', () => gatherAll(house, gatherer))
  return turn.isTaken ? null : turn.value
}

async function gatherAll(house: TopicHouse, { signal, progress }: Gatherer): Promise<NightReport> {
  const [day, startedAt] = [house.today(), house.now()]
  let gathered = 0
  while (!signal?.aborted) {
    const done = await inTransaction(house.work, (client) => gatherSome(client))
    gathered += done
    progress?.(gathered)
    if (done < atOnce) break
    await giveWay()
  }
  const topics = await tellTopics(house.work, signal)
  if (!signal?.aborted)
    await house.work.query({
      name: 'topic run',
      text: `insert into topic_run (day, started_at, ended_at, gathered, topics) values ($1, $2, $3, $4, $5)
        on conflict (day) do update set ended_at = excluded.ended_at, gathered = topic_run.gathered + excluded.gathered,
          topics = excluded.topics`,
      values: [day, startedAt, house.now(), gathered, topics],
    })
  return { day, gathered, topics }
}

async function gatherSome(client: ClientBase): Promise<number> {
  const { rows } = await client.query<LineRow>({
    name: 'topic lines waiting',
    text: `select ${lineColumns} from topic_line where not gathered order by day, stream_id limit $1 for update`,
    values: [atOnce],
  })
  if (rows.length === 0) return 0
  const messages = rows.map(messageOf)
  const before = new Map<string, number>()
  const gathering = await gatheringFor(client, rows, messages, before)
  const changed = gathering.takeIn(messages)
  await writeTopics(client, gathering, { changed, before, came: messages })
  await client.query('update topic_line set gathered = true where stream_id = any ($1::text[])', [
    rows.map(({ stream_id }) => stream_id),
  ])
  return rows.length
}

/** With the topics that anything new may belong to, as they were kept. */
async function gatheringFor(
  client: ClientBase,
  rows: readonly LineRow[],
  messages: readonly Message[],
  before: Map<string, number>,
): Promise<Gathering> {
  const { rows: counted } = await client.query<{ messages: number; next: number }>(
    `select (select count(*)::int from topic_line) as messages, nextval('topic_number')::int as next`,
  )
  const { messages: count = 0, next = 1 } = counted[0] ?? {}
  const finding = new Gathering(await seenOf(client, rows, count))
  const topics = new Set<number>()
  for (const message of messages) for (const topic of await topicsNear(client, finding, message)) topics.add(topic)
  const { rows: kept } = await client.query<LineRow & { topic: number }>({
    name: 'topic lines kept',
    text: `select ${lineColumns}, topic from topic_line
      join (select stream_id, topic from topic_petition where topic = any ($1::integer[])) as lying using (stream_id)
      order by topic, topic_line.day, stream_id`,
    values: [[...topics]],
  })
  const gathering = new Gathering(await seenOf(client, [...rows, ...kept], count), next)
  for (const topic of topics) {
    const lines = kept.filter((line) => line.topic === topic)
    gathering.restore(topic, lines.map(messageOf))
    for (const { stream_id } of lines) before.set(stream_id, topic)
  }
  return gathering
}

async function seenOf(client: ClientBase, rows: readonly LineRow[], messages: number): Promise<Seen> {
  const signs = [...new Set(rows.flatMap(signsOf))]
  const { rows: words } = await client.query<{ sign: Sign; n: number }>({
    name: 'topic words seen',
    text: 'select sign, n from topic_word where sign = any ($1::integer[])',
    values: [signs],
  })
  return new Seen(messages, new Map(words.map(({ sign, n }) => [sign, n])))
}

/** The few that share most; those long silent are over. */
const looksInto = 12

async function topicsNear(client: ClientBase, finding: Gathering, message: Message): Promise<readonly number[]> {
  const looked = finding.looksFor(message)
  const { rows } = await client.query<{ topic: number }>({
    name: 'topics near',
    text: `select s.topic from unnest($1::integer[], $2::real[]) as one (sign, weight) join topic_sign s on s.sign = one.sign
      join topic t on t.topic = s.topic where t.last_day >= $3 group by s.topic order by sum(one.weight) desc, s.topic limit $4`,
    values: [
      looked.map(([sign]) => sign),
      looked.map(([, weight]) => weight),
      addDays(message.on, -thresholds.silentDays),
      looksInto,
    ],
  })
  return rows.map(({ topic }) => topic)
}

interface Changes {
  readonly changed: ReadonlySet<number>
  /** In which topic each lay that was read. */
  readonly before: ReadonlyMap<string, number>
  readonly came: readonly Message[]
}

async function writeTopics(
  client: ClientBase,
  gathering: Gathering,
  { changed, before, came }: Changes,
): Promise<void> {
  await client.query(`select setval('topic_number', greatest($1, 1))`, [gathering.next])
  const moved = [...came.map(({ id }) => id), ...before.keys()].flatMap((stream) => {
    const topic = gathering.topicOf(stream)
    return topic === null || topic === before.get(stream) ? [] : [{ stream, topic }]
  })
  await client.query({
    name: 'topic petitions put',
    text: `insert into topic_petition (stream_id, topic, day, place, category, new_people)
      select p.stream_id, m.topic, l.day, p.place, p.category, 1 from unnest($1::text[], $2::integer[]) as m (stream_id, topic)
        join topic_line l on l.stream_id = m.stream_id join petition p on p.stream_id = m.stream_id
      on conflict (stream_id) do update set topic = excluded.topic, day = excluded.day, place = excluded.place,
        category = excluded.category`,
    values: [moved.map(({ stream }) => stream), moved.map(({ topic }) => topic)],
  })
  const gone = [...new Set(before.values())].filter((topic) => !gathering.topics().some(({ id }) => id === topic))
  await client.query('delete from topic where topic = any ($1::integer[])', [gone])
  const touched = [...new Set([...changed, ...gone, ...moved.flatMap(({ stream }) => before.get(stream) ?? [])])]
  await client.query('delete from topic_sign where topic = any ($1::integer[])', [touched])
  for (const topic of gathering.topics()) if (touched.includes(topic.id)) await writeTopic(client, gathering, topic)
}

async function writeTopic(
  client: ClientBase,
  gathering: Gathering,
  { id, members }: ReturnType<Gathering['topics']>[number],
): Promise<void> {
  const days = [...members.values()].map(({ message }) => message.on).toSorted()
  await client.query({
    name: 'topic put',
    text: `insert into topic (topic, first_day, last_day, messages, is_stale, words) values ($1, $2, $3, $4, true, '[]')
      on conflict (topic) do update set first_day = excluded.first_day, last_day = excluded.last_day,
        messages = excluded.messages, is_stale = true`,
    values: [id, days[0], days.at(-1), members.size],
  })
  await client.query({
    name: 'topic signs put',
    text: 'insert into topic_sign (sign, topic) select sign, $2 from unnest($1::integer[]) as one (sign) on conflict do nothing',
    values: [gathering.foundBy(id), id],
  })
}

/** Tells the topics that changed anew: their names, from words that three petitions or more have, and how many people wrote. */
import type { ClientBase, Pool } from 'pg'
import { inTransaction } from '../../engine/transaction.ts'
import { Seen } from './gathering.ts'
import type { Sign } from './heard.ts'
import { fewestMessages } from './heat.ts'
import { type LineRow, lineColumns, messageOf, signsOf } from './line.ts'
import { type Named, nameOf } from './naming.ts'

/** How many topics of three or more there are now. */
export async function tellTopics(work: Pool, signal?: AbortSignal): Promise<number> {
  for (let after = 0; !signal?.aborted; ) {
    const { rows } = await work.query<{ topic: number }>({
      name: 'topics stale',
      text: 'select topic from topic where is_stale and topic > $1 order by topic limit 200',
      values: [after],
    })
    for (const { topic } of rows) {
      if (signal?.aborted) break
      await inTransaction(work, (client) => tellTopic(client, topic))
    }
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.topic
  }
  const { rows } = await work.query<{ n: number }>('select count(*)::int as n from topic where messages >= $1', [
    fewestMessages,
  ])
  return rows[0]?.n ?? 0
}

async function tellTopic(client: ClientBase, topic: number): Promise<void> {
  const { rows } = await client.query<LineRow>({
    name: 'topic lines told',
    text: `select ${lineColumns} from topic_line where stream_id in (select stream_id from topic_petition where topic = $1)
      order by day, stream_id`,
    values: [topic],
  })
  if (rows.length === 0) {
    await client.query('delete from topic_sign where topic = $1', [topic])
    await client.query('delete from topic where topic = $1', [topic])
    return
  }
  // one petition by itself has no name
  const { name, place, whom, words } =
    rows.length < fewestMessages ? { name: null, place: null, whom: null, words: [] } : await named(client, topic, rows)
  await client.query({
    name: 'topic told',
    text: `update topic set name = $2, place = $3, whom = $4, words = $5, first_day = $6, last_day = $7, messages = $8, is_stale = false
      where topic = $1`,
    values: [topic, name, place, whom, JSON.stringify(words), rows[0]?.day, rows.at(-1)?.day, rows.length],
  })
  await countPeople(
    client,
    topic,
    rows.map(({ stream_id }) => stream_id),
  )
}

async function named(client: ClientBase, topic: number, rows: readonly LineRow[]): Promise<Named> {
  const { rows: words } = await client.query<{ sign: Sign; n: number; letters: string | null }>({
    name: 'topic words named',
    text: 'select sign, n, letters from topic_word where sign = any ($1::integer[])',
    values: [[...new Set(rows.flatMap(signsOf))]],
  })
  const letters = new Map(words.map(({ sign, letters }) => [sign, letters]))
  const { rows: counted } = await client.query<{ n: number }>('select count(*)::int as n from topic_line')
  const seen = new Seen(counted[0]?.n, new Map(words.map(({ sign, n }) => [sign, n])))
  const told = nameOf(
    rows.map((row) => messageOf(row).heard),
    (sign) => letters.get(sign) ?? null,
    (sign) => seen.rarity(sign),
  )
  const { rows: before } = await client.query<Pick<Named, 'place' | 'words'> & { readonly name: string | null }>({
    name: 'topic told before',
    text: 'select name, place, words from topic where topic = $1',
    values: [topic],
  })
  return withOldName(told, before[0])
}

/** People come to know a topic by its name: it stays while the place is the same, and half of the words that it was made of. */
function withOldName(
  told: Named,
  before: (Pick<Named, 'place' | 'words'> & { readonly name: string | null }) | undefined,
): Named {
  if (before === undefined || before.name === null || before.place !== told.place) return told
  const still = before.words.filter(({ word }) => told.words.some((each) => each.word === word))
  return still.length * 2 >= before.words.length && still.length > 0 ? { ...told, name: before.name } : told
}

/** Whether whoever wrote one petition is among the petitioners of an earlier one of the same topic; what is kept is a number. */
async function countPeople(client: ClientBase, topic: number, streams: readonly string[]): Promise<void> {
  for (const stream of streams) {
    const { rows: own } = await client.query<{ kind: string; digest: Buffer }>({
      name: 'topic senders of one',
      text: 'select kind, digest from blind_index where stream_id = $1',
      values: [stream],
    })
    const isKnown = own.length > 0 && (await wroteBefore(client, topic, stream, own))
    await client.query({
      name: 'topic new people',
      text: 'update topic_petition set new_people = $2 where stream_id = $1 and new_people <> $2',
      values: [stream, isKnown ? 0 : 1],
    })
  }
}

async function wroteBefore(
  client: ClientBase,
  topic: number,
  stream: string,
  own: readonly { readonly kind: string; readonly digest: Buffer }[],
): Promise<boolean> {
  const any = own.map((_, at) => `(b.kind = $${3 + 2 * at} and b.digest = $${4 + 2 * at})`)
  const { rows } = await client.query<{ wrote: boolean }>(
    `select exists (select from topic_petition p join topic_petition this on this.stream_id = $2
      where p.topic = $1 and (p.day, p.stream_id) < (this.day, this.stream_id)
        and exists (select from blind_index b where b.stream_id = p.stream_id and (${any.join(' or ')}))) as wrote`,
    [topic, stream, ...own.flatMap(({ kind, digest }) => [kind, digest])],
  )
  return rows[0]?.wrote ?? false
}

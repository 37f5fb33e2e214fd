/** Keeps the lines of petitions and how many petitions have a word, each change in one transaction. */
import type { ClientBase } from 'pg'
import type { Sign } from './heard.ts'
import { isSameLine, type LineRow, lineThere, signsOf } from './line.ts'

/** A word has letters only when so many petitions have it: fewer could tell what one person wrote. */
export const fewestWithWord = 3

/** Puts a line in the place of what was there. What changed is gathered again in the night. */
export async function putLine(client: ClientBase, line: LineRow, letters: ReadonlyMap<Sign, string>): Promise<void> {
  const before = await lineThere(client, line.stream_id)
  if (before !== null && isSameLine(before, line)) return
  if (before !== null) await dropLine(client, line.stream_id)
  const columns = Object.keys(line)
  await client.query({
    name: 'topic line put',
    text: `insert into topic_line (${columns.join(', ')}, gathered) values (${columns.map((_, at) => `$${at + 1}`).join(', ')}, false)`,
    values: Object.values(line),
  })
  await countWords(client, signsOf(line), letters)
}

/** Takes a petition out of its topic and forgets its words: the database sees to both (migrations/0282-topics.sql). */
export async function dropLine(client: ClientBase, stream: string): Promise<void> {
  await client.query('delete from topic_line where stream_id = $1', [stream])
}

/** In one order, so that two who count at once do not wait for each other forever. */
async function countWords(
  client: ClientBase,
  signs: readonly Sign[],
  letters: ReadonlyMap<Sign, string>,
): Promise<void> {
  const inOrder = signs.toSorted((a, b) => a - b)
  await client.query({
    name: 'topic words counted',
    text: `insert into topic_word as w (sign, n) select sign, 1 from unnest($1::integer[]) as one (sign) order by sign
      on conflict (sign) do update set n = w.n + 1`,
    values: [inOrder],
  })
  const known = inOrder.filter((sign) => letters.has(sign))
  await client.query({
    name: 'topic words told',
    text: `update topic_word w set letters = said.letters from unnest($1::integer[], $2::text[]) as said (sign, letters)
      where w.sign = said.sign and w.letters is null and w.n >= ${fewestWithWord}`,
    values: [known, known.map((sign) => letters.get(sign))],
  })
}

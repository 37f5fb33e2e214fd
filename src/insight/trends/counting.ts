/**
 * Keeps the lines and their counts: one stream is folded for each fact that can change a line, in the transaction of the checkpoint, so that
 * each counts exactly once. A fact that moves a petition from one cell to another moves those two counts and their margins, whatever else
 * there is.
 */
import type { ClientBase } from 'pg'
import { factsUpTo } from '../../assessment/counting.ts'
import type { Consumer } from '../../engine/consumer.ts'
import type { Fact } from '../../petition/petition.ts'
import { changesBetween, type LineChanges, type Moved } from './changes.ts'
import { followedFacts, ownsStream, type TrendLine, trendLines } from './line.ts'
import { marginsOf } from './margins.ts'

export const trendReader = 'trends'

export function trendReaction(): Consumer {
  return {
    name: trendReader,
    follows: followedFacts,
    async react({ stream, version, fact }, transaction) {
      if (!ownsStream(stream) || !(followedFacts as readonly string[]).includes(fact.type)) return
      const after = trendLines((await factsUpTo(transaction, stream, version)) as readonly Fact[], stream)
      await write(transaction, stream, changesBetween(await linesThere(transaction, stream), after))
    },
  }
}

const lineColumns = `organ, complained, is_matter as "isMatter", day::text as day, month, place, category, class, channel, outcome, stage,
  is_again as "isAgain", circle, is_kept as "isKept", is_of_place as "isOfPlace"`

export async function linesThere(client: ClientBase, stream: string): Promise<readonly TrendLine[]> {
  const { rows } = await client.query<TrendLine>({
    name: 'trend lines of a stream',
    text: `select ${lineColumns} from trend_line where stream_id = $1`,
    values: [stream],
  })
  return rows
}

async function write(client: ClientBase, stream: string, { put, gone, counts }: LineChanges): Promise<void> {
  if (gone.length > 0)
    await client.query({
      name: 'trend lines gone',
      text: `delete from trend_line where stream_id = $1
        and (organ, complained) in (select organ, complained from unnest($2::text[], $3::text[]) as line (organ, complained))`,
      values: [stream, gone.map(({ organ }) => organ), gone.map(({ complained }) => complained)],
    })
  if (put.length > 0)
    await client.query({ name: 'trend lines put', text: putLines, values: [stream, JSON.stringify(put)] })
  if (counts.length > 0) await move(client, counts)
}

/** A petition leaves a cell behind at each step: what holds nothing any more would be read for ever. */
async function move(client: ClientBase, counts: readonly Moved[]): Promise<void> {
  const isLess = counts.some(({ n, mentions }) => n < 0 || mentions < 0)
  const [cells, margins] = [JSON.stringify(counts), JSON.stringify(marginsOf(counts))]
  await client.query({ name: 'trend counts', text: moveCounts, values: [cells] })
  await client.query({ name: 'trend margins', text: moveMargins, values: [margins] })
  if (!isLess) return
  await client.query({ name: 'trend counts gone', text: emptyCounts, values: [cells] })
  await client.query({ name: 'trend margins gone', text: emptyMargins, values: [margins] })
}

const putLines = `insert into trend_line (stream_id, organ, complained, is_matter, day, month, place, category, class, channel,
    outcome, stage, is_again, circle, is_kept, is_of_place)
  select $1, organ, complained, "isMatter", day, month, place, category, class, channel, outcome, stage, "isAgain", circle, "isKept",
      "isOfPlace"
    from json_to_recordset($2::json) as line (organ text, complained text, "isMatter" boolean, day date, month text, place text,
      category text, class text, channel text, outcome text, stage text, "isAgain" boolean, circle text, "isKept" boolean,
      "isOfPlace" boolean)
  on conflict (stream_id, organ, complained) do update set is_matter = excluded.is_matter, day = excluded.day, month = excluded.month,
    place = excluded.place, category = excluded.category, class = excluded.class, channel = excluded.channel,
    outcome = excluded.outcome, stage = excluded.stage, is_again = excluded.is_again, circle = excluded.circle,
    is_kept = excluded.is_kept, is_of_place = excluded.is_of_place`

const movedCells = `json_to_recordset($1::json) as moved (organ text, month text, place text, category text, class text, channel text,
  complained text, outcome text, stage text, "isAgain" boolean, circle text, n integer, mentions integer)`

const moveCounts = `insert into trend_count as c (organ, month, place, category, class, channel, complained, outcome, stage, is_again,
    circle, n, mentions)
  select organ, month, place, category, class, channel, complained, outcome, stage, "isAgain", circle, n, mentions from ${movedCells}
  on conflict (organ, month, place, category, class, channel, complained, outcome, stage, is_again, circle)
    do update set n = c.n + excluded.n, mentions = c.mentions + excluded.mentions`

const emptyCounts = `delete from trend_count c using ${movedCells}
  where (c.organ, c.month, c.place, c.category, c.class, c.channel, c.complained, c.outcome, c.stage, c.is_again, c.circle)
      = (moved.organ, moved.month, moved.place, moved.category, moved.class, moved.channel, moved.complained, moved.outcome,
        moved.stage, moved."isAgain", moved.circle)
    and c.n = 0 and c.mentions = 0`

const movedMargins = `json_to_recordset($1::json) as moved (organ text, dimension text, month text, county text, value text, n integer,
  again integer, answered integer, supported integer, unfinished integer)`

const moveMargins = `insert into trend_margin as m (organ, dimension, month, county, value, n, again, answered, supported, unfinished)
  select organ, dimension, month, county, value, n, again, answered, supported, unfinished from ${movedMargins}
  on conflict (organ, dimension, month, county, value) do update set n = m.n + excluded.n, again = m.again + excluded.again,
    answered = m.answered + excluded.answered, supported = m.supported + excluded.supported,
    unfinished = m.unfinished + excluded.unfinished`

const emptyMargins = `delete from trend_margin m using ${movedMargins}
  where (m.organ, m.dimension, m.month, m.county, m.value)
      = (moved.organ, moved.dimension, moved.month, moved.county, moved.value) and m.n = 0`

/**
 * What stands in a figures block (art. 39, 41): counts of petitions and of papers, never of petitioners. The house itself counts, because a
 * bureau answers for its whole area and has a part only in some of it; what a petition keeps from the bureau (an accusation of it or of
 * those above it) is left out, so that no difference of two sums says that there is one. A circular goes to many, so it counts no accusation at all. Each count walks the index of the bureaus'
 * petitions by day, so that it costs what lies in the area and the period.
 */
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import { barredBy, bureausOf } from './area.ts'
import { type Counted, type FigureName, isTrend } from './bulletin.ts'
import type { BulletinHouse, CountFigure, Counting } from './house.ts'
import { countTrend } from './trends-figure.ts'

type Rows = NonNullable<Counted['rows']>

const longest = 10

/** Petitions that the bureaus of the area registered in the period. */
const registered = `registered as (
    select p.stream_id, p.class, p.stage, p.channel, split_part(p.category, '.', 1) as field, p.ended_on,
      p.ended_on is null and (p.next_is_overdue or coalesce(p.next_day < $5::date, false)) as is_late
    from petition_organ o join petition p using (stream_id)
    where o.organ = any($1) and o.registered_on between $2 and $3 and p.registrar = o.organ and not o.accused && $4
      and ($6 or p.class <> 'accusation'))`

const byColumn = { byClass: 'class', byStage: 'stage', byChannel: 'channel', byCategory: 'field' } as const

async function count(
  house: BulletinHouse,
  { organ, from, until, withAccusations }: Counting,
  name: string,
  text: string,
): Promise<Rows> {
  const { app } = poolsFor(house, { kind: 'system', task: 'bulletin' })
  const { rows } = await app.query<Rows[number]>({
    name: `bulletin figure ${name}`,
    text: `with ${registered} ${text}`,
    values: [bureausOf(house, organ), from, until, barredBy(house, organ), house.today(), withAccusations],
  })
  return rows
}

const columnOf = (column: string): string =>
  `select ${column} as code, count(*)::int as count from registered where $5::date is not null group by 1 order by 2 desc, 1`

const timeliness = `, counted as (
    select count(*)::int as registered, (count(*) filter (where ended_on is not null))::int as ended,
      (count(*) filter (where ended_on is null))::int as open, (count(*) filter (where is_late))::int as overdue from registered)
  select code, count from counted, lateral (values (1, 'registered', registered), (2, 'ended', ended), (3, 'open', open),
    (4, 'overdue', overdue)) as each (place, code, count) order by place`

/** Respondents of ordinary claims. Whom an accusation accuses is told to nobody here (art. 30 (3)). */
const complained = `select about ->> 'organ' as code, count(distinct r.stream_id)::int as count
  from registered r join event e on e.stream_id = r.stream_id and e.version = 1,
    jsonb_array_elements(e.fact::jsonb #> '{fact,about}') about
  where r.class <> 'accusation' and about ->> 'as' = 'respondent' and about ->> 'organ' is not null
  group by 1 order by 2 desc, 1 limit ${longest}`

/** 转送函、交办函 by their numbers, which have no gap. */
async function sent(house: BulletinHouse, { organ, from, until }: Counting): Promise<Rows> {
  const { app } = poolsFor(house, { kind: 'system', task: 'bulletin' })
  const { rows } = await app.query<Rows[number]>({
    name: 'bulletin figure sent',
    text: `select code, (select count(*)::int from paper_number
        where organ = any($1) and year between $2 and $3 and number_class = class and numbered_on between $4 and $5) as count
      from (values ('transferred', '转'), ('assigned', '交')) as sent (code, class)`,
    values: [bureausOf(house, organ), yearOf(from), yearOf(until), from, until],
  })
  return rows
}
const yearOf = (day: Day): number => Number(day.slice(0, 4))

type Own = Readonly<Partial<Record<FigureName, (house: BulletinHouse, counting: Counting) => Promise<Rows>>>>
const own: Own = {
  byClass: (house, counting) => count(house, counting, 'class', columnOf(byColumn.byClass)),
  byStage: (house, counting) => count(house, counting, 'stage', columnOf(byColumn.byStage)),
  byChannel: (house, counting) => count(house, counting, 'channel', columnOf(byColumn.byChannel)),
  byCategory: (house, counting) => count(house, counting, 'category', columnOf(byColumn.byCategory)),
  timeliness: (house, counting) => count(house, counting, 'timeliness', timeliness),
  complained: (house, counting) => count(house, counting, 'complained', complained),
  sent,
}

/** The figures of one block, as they are now. Where another room counts one and is not here, that is said and not guessed. */
export async function countFigures(
  house: BulletinHouse,
  names: readonly FigureName[],
  counting: Counting,
): Promise<readonly Counted[]> {
  return Promise.all(
    names.map(async (figure): Promise<Counted> => {
      if (isTrend(figure)) return { figure, rows: [], trends: await countTrend(house, figure, counting) }
      const counts = own[figure] ?? (house.figuresOf[figure] as CountFigure | undefined)
      return { figure, rows: counts ? await counts(house, counting) : null }
    }),
  )
}

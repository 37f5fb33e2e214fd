/** The way out: whoever asks, the database shows only warnings in which their organ has a part. */
import type { Recorded } from '../../engine/envelope.ts'
import type { DatabaseRow, Statement } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { WarningHouse } from './house.ts'
import { warningRoom } from './room.ts'
import type { WarningShelf } from './tables.ts'
import type { Warning, WarningFact, WarningOutcome, WarningSource, WarningStage } from './warning.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface KnownWarning {
  readonly stream: string
  readonly warning: Warning
  readonly history: readonly Recorded<WarningFact>[]
}

/** One warning in which the viewer's organ has a part, folded; nothing that was written is opened. */
export async function knownWarning(house: WarningHouse, stream: string, viewer: Staff): Promise<KnownWarning | null> {
  const { facts } = await readHistory<WarningFact>(house.app, stream, settingsOf(viewer, house.today()))
  const warning = foldOf(facts)
  return warning && { stream, warning, history: facts }
}

/** For the house itself, which has no viewer. */
export async function warningOfHouse(house: WarningHouse, stream: string): Promise<Warning | null> {
  const { facts } = await readHistory<WarningFact>(poolsFor(house, { kind: 'system', task: 'warnings' }).app, stream)
  return foldOf(facts)
}

const foldOf = (facts: readonly Recorded<WarningFact>[]): Warning | null =>
  fold(
    warningRoom,
    null,
    facts.map(({ fact }) => fact),
  )

/** What was answered, in words; null where nothing was, or it was erased. */
export async function answerOf(house: WarningHouse, viewer: Staff, { stream, warning }: KnownWarning) {
  if (warning.answer === null) return null
  const pieces = await readAs(house, viewer, {
    name: 'warning pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  const texts = await openPieces(house.keys, pieces as unknown as readonly Box[])
  return texts.get(warning.answer.words.ref) ?? null
}

export interface WarningRow {
  readonly stream: string
  readonly place: string
  readonly category: string
  readonly stage: WarningStage
  readonly bureau: OrganId
  readonly raisedOn: Day
  readonly from: Day
  readonly until: Day
  readonly count: number
  readonly expected: number
  readonly lastDay: Day | null
  readonly outcome: WarningOutcome | null
  readonly answeredOn: Day | null
}

export interface WarningCursor {
  readonly day: string
  readonly stream: string
}

export interface Listing {
  readonly list: WarningShelf
  readonly after: WarningCursor | null
  readonly limit: number
}

const columns = `w.stream_id, w.place, w.category, w.stage, w.bureau, w.raised_on::text as raised_on,
  w.window_from::text as window_from, w.window_until::text as window_until, w.count, w.expected,
  w.until_day::text as until_day, w.outcome, w.answered_on::text as answered_on`

const rowOf = (row: DatabaseRow): WarningRow => ({
  stream: row.stream_id as string,
  place: row.place as string,
  category: row.category as string,
  stage: row.stage as WarningStage,
  bureau: row.bureau as OrganId,
  raisedOn: row.raised_on as Day,
  from: row.window_from as Day,
  until: row.window_until as Day,
  count: row.count as number,
  expected: row.expected as number,
  lastDay: row.until_day as Day | null,
  outcome: row.outcome as WarningOutcome | null,
  answeredOn: row.answered_on as Day | null,
})

/** What is over lies by its end, the last first; all else by the day that comes first. */
const orderOf = (list: WarningShelf) =>
  list === 'done'
    ? ({ compare: '<', direction: 'desc', first: { day: '9999-12-31', stream: '~' } } as const)
    : ({ compare: '>', direction: 'asc', first: { day: '0001-01-01', stream: '' } } as const)

export async function listWarnings(house: WarningHouse, viewer: Staff, { list, after, limit }: Listing) {
  const { compare, direction, first } = orderOf(list)
  const from = after ?? first
  const rows = await readAs(house, viewer, {
    name: `warning list ${list}`,
    text: `select ${columns}, p.day::text as day from warning_party p join warning w on w.stream_id = p.stream_id
      where p.organ = $1 and p.shelf = $2 and (p.day, p.stream_id) ${compare} ($3::date, $4)
      order by p.day ${direction}, p.stream_id ${direction} limit $5`,
    values: [viewer.organ, list, from.day, from.stream, limit + 1] as Statement['values'],
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(rowOf),
    next: last ? { day: last.day as string, stream: last.stream_id as string } : null,
  }
}

/** Counting stops here: more than this nobody reads. */
const countedUpTo = 1000

/** How many wait to be answered by the viewer’s organ, and how many it only reads. */
export async function countWarnings(house: WarningHouse, viewer: Staff) {
  const [row] = await readAs<{ open: number; reading: number }>(house, viewer, {
    name: 'warning counts',
    text: `select ${(['open', 'reading'] as const)
      .map(
        (shelf) =>
          `(select count(*)::int from (select from warning_party where organ = $1 and shelf = '${shelf}' limit ${countedUpTo}) s) as ${shelf}`,
      )
      .join(', ')}`,
    values: [viewer.organ],
  })
  return row ?? { open: 0, reading: 0 }
}

/** A matter behind a warning that the viewer may see. */
export interface Behind {
  readonly stream: string
  readonly day: Day
  readonly place: string
  readonly category: string
  readonly source: WarningSource
  readonly again: boolean
}

/** From whom a matter is kept, for them it is not there; so is one that they have no part in. The rest is only counted. */
export async function behindWarning(
  house: WarningHouse,
  viewer: Staff,
  { place, category, found }: Warning,
  { after, limit }: { readonly after: WarningCursor | null; readonly limit: number },
): Promise<{ readonly items: readonly Behind[]; readonly next: WarningCursor | null }> {
  const rows = await readAs<Behind>(house, viewer, {
    name: 'warning behind',
    text: `select stream_id as stream, day::text as day, place, category, source, again from warning_line
      where day between $1::date and $2::date and starts_with(place, $3) and (category = $4 or starts_with(category, $4 || '.'))
        and (day, stream_id) < ($5::date, $6) order by day desc, stream_id desc limit $7`,
    values: [found.from, found.until, place, category, after?.day ?? '9999-12-31', after?.stream ?? '~', limit + 1],
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: rows.slice(0, limit), next: last ? { day: last.day, stream: last.stream } : null }
}

/** The last night on which the counts were looked at. */
export interface Night {
  readonly day: Day
  readonly series: number
  readonly matters: number
  readonly knownWeeks: number
  readonly raised: number
}

export async function lastNight({ work }: Pick<WarningHouse, 'work'>): Promise<Night | null> {
  const { rows } = await work.query<Night>({
    name: 'warning last night',
    text: `select day::text as day, series, matters, known_weeks as "knownWeeks", raised from warning_run order by day desc limit 1`,
    values: [],
  })
  return rows[0] ?? null
}

/** The way out: whoever asks, the database shows only themes in which their organ has a part. */
import type { Recorded } from '../../engine/envelope.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { ThemeHouse } from './house.ts'
import { themeRoom } from './room.ts'
import type { ThemeShelf } from './tables.ts'
import type { Theme, ThemeFact, ThemeResult, ThemeStage } from './theme.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface KnownTheme {
  readonly stream: string
  readonly theme: Theme
  readonly history: readonly Recorded<ThemeFact>[]
}

/** One theme in which the viewer's organ has a part, folded; nothing that was written is opened. */
export async function knownTheme(house: ThemeHouse, stream: string, viewer: Staff): Promise<KnownTheme | null> {
  const { facts } = await readHistory<ThemeFact>(house.app, stream, settingsOf(viewer, house.today()))
  const theme = foldOf(facts)
  return theme && { stream, theme, history: facts }
}

/** For the house itself, which has no viewer. */
export async function themeOfHouse(house: ThemeHouse, stream: string): Promise<Theme | null> {
  const { facts } = await readHistory<ThemeFact>(poolsFor(house, { kind: 'system', task: 'themes' }).app, stream)
  return foldOf(facts)
}

const foldOf = (facts: readonly Recorded<ThemeFact>[]): Theme | null =>
  fold(
    themeRoom,
    null,
    facts.map(({ fact }) => fact),
  )

/** Whether the viewer's own organ governs a topic. */
export async function isTopicGoverned(house: ThemeHouse, viewer: Staff, topic: number): Promise<boolean> {
  const rows = await readAs(house, viewer, {
    name: 'theme of a topic',
    text: `select from theme where topic = $1 and governor = $2 and stage = 'governed' limit 1`,
    values: [topic, viewer.organ],
  })
  return rows.length > 0
}

/** What was written in it, by ref. */
export async function textsOf(house: ThemeHouse, viewer: Staff, stream: string): Promise<ReadonlyMap<string, string>> {
  const pieces = await readAs(house, viewer, {
    name: 'theme pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return openPieces(house.keys, pieces as unknown as readonly Box[])
}

export interface ThemeRow {
  readonly stream: string
  readonly stage: ThemeStage
  readonly governor: OrganId
  readonly owner: OrganId
  readonly topic: number | null
  readonly category: string | null
  readonly place: string
  readonly governedOn: Day
  readonly due: Day
  readonly steps: number
  readonly result: ThemeResult | null
  readonly closedOn: Day | null
  readonly reopened: number
  /** Null where it cannot be read. */
  readonly name: string | null
}

export interface ThemeCursor {
  readonly day: string
  readonly stream: string
}

interface Listed extends Omit<ThemeRow, 'name'>, Box {
  readonly day: string
}

/** What is over lies by its end, the last first; what is open by the day that comes first. */
export async function listThemes(
  house: ThemeHouse,
  viewer: Staff,
  {
    list,
    topic = null,
    after,
    limit,
  }: {
    readonly list: ThemeShelf
    readonly topic?: number | null
    readonly after: ThemeCursor | null
    readonly limit: number
  },
): Promise<{ readonly items: readonly ThemeRow[]; readonly next: ThemeCursor | null }> {
  const isOver = list === 'closed'
  const [compare, order] = isOver ? ['<', 'desc'] : ['>', 'asc']
  const from = after ?? (isOver ? { day: '9999-12-31', stream: '~' } : { day: '0001-01-01', stream: '' })
  const rows = await readAs<Listed>(house, viewer, {
    name: `theme list ${list}${topic === null ? '' : ' of a topic'}`,
    text: `select t.stream_id, t.stream_id as stream, t.stage, t.governor, t.owner, t.topic, t.category, t.place,
        t.governed_on::text as "governedOn", t.due::text as due, t.steps, t.result, t.closed_on::text as "closedOn", t.reopened,
        p.day::text as day, s.ref, s.cohort, s.box
      from theme_party p join theme t on t.stream_id = p.stream_id
        left join sealed s on s.stream_id = t.stream_id and s.ref = t.name_ref
      where p.organ = $1 and p.shelf = $2 and (p.day, p.stream_id) ${compare} ($3::date, $4)${topic === null ? '' : ' and t.topic = $6'}
      order by p.day ${order}, p.stream_id ${order} limit $5`,
    values: [viewer.organ, list, from.day, from.stream, limit + 1, ...(topic === null ? [] : [topic])],
  })
  const shown = rows.slice(0, limit)
  const items = await Promise.all(shown.map((row) => named(house, row)))
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { items, next: last ? { day: last.day, stream: last.stream } : null }
}

/** Refs are the same in many themes, so each is opened by itself. */
async function named({ keys }: ThemeHouse, listed: Listed): Promise<ThemeRow> {
  const { box, ref, cohort: _, stream_id: __, day: ___, ...row } = listed
  return { ...row, name: box === null ? null : ((await openPieces(keys, [listed])).get(ref) ?? null) }
}

/** How many are governed now, for whoever looks at the list. */
export async function countThemes(
  house: ThemeHouse,
  viewer: Staff,
): Promise<{ readonly governed: number; readonly closed: number }> {
  const [row] = await readAs<{ governed: number; closed: number }>(house, viewer, {
    name: 'theme counts',
    text: `select (count(*) filter (where shelf = 'governed'))::int as governed, (count(*) filter (where shelf = 'closed'))::int as closed
      from theme_party where organ = $1`,
    values: [viewer.organ],
  })
  return row ?? { governed: 0, closed: 0 }
}

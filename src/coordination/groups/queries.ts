/** The way out: whoever asks, the database shows only groups in which they have a part. */
import type { Recorded } from '../../engine/envelope.ts'
import { arrayOf } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { actorIn } from '../../identity/actor.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { stagesFrom } from '../../tasks/queries.ts'
import type { TaskStage } from '../../tasks/task.ts'
import type { Group, GroupFact, GroupStage, StaffActor } from './group.ts'
import type { GroupHouse } from './house.ts'
import { mayKnow } from './knowing.ts'
import { theHouse } from './looking.ts'
import { groupRoom } from './room.ts'
import type { GroupShelf } from './tables.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface KnownGroup {
  readonly stream: string
  readonly group: Group
  readonly history: readonly Recorded<GroupFact>[]
  readonly actor: StaffActor
}

/** Null where there is none for this viewer. */
export async function knownGroup(house: GroupHouse, stream: string, viewer: Staff): Promise<KnownGroup | null> {
  const { group, history } = await folded(house, stream, viewer)
  if (group === null) return null
  const actor = await actorIn(house, viewer, group)
  return mayKnow(group, actor, house.directory) ? { stream, group, history, actor } : null
}

export const groupOfHouse = async (house: GroupHouse, stream: string): Promise<Group | null> =>
  (await folded(house, stream, theHouse)).group

async function folded(house: GroupHouse, stream: string, viewer: Viewer) {
  const settings = settingsOf(viewer, house.today())
  const { facts: history } = await readHistory<GroupFact>(poolsFor(house, viewer).app, stream, settings)
  const group = fold(
    groupRoom,
    null,
    history.map(({ fact }) => fact),
  )
  return { group, history }
}

/** What was written in one group, by the names of its pieces. */
export async function textsOf(house: GroupHouse, stream: string, viewer: Viewer): Promise<ReadonlyMap<string, string>> {
  const pieces = await readAs(house, viewer, {
    name: 'group pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return openPieces(house.keys, pieces as unknown as readonly Box[])
}

/** How far each task has come; one that the house has not given yet counts as open. */
export async function tasksOf(
  house: GroupHouse,
  stream: string,
  { tasks }: Group,
): Promise<{ readonly stages: ReadonlyMap<string, TaskStage>; readonly open: number }> {
  const stages = await stagesFrom(house, stream)
  const isOver = (stage: TaskStage | undefined) => stage === 'closed' || stage === 'withdrawn'
  const open = tasks.filter(({ key, declined }) => declined === null && !isOver(stages.get(key)))
  return { stages, open: open.length }
}

export interface GroupRow {
  readonly stream: string
  readonly founder: OrganId
  readonly stage: GroupStage
  readonly foundedOn: Day
  readonly until: Day
  readonly day: Day
  readonly members: number
  readonly cases: number
  readonly name: string | null
}

export interface Cursor {
  readonly day: string
  readonly stream: string
}
export interface GroupListing {
  readonly shelf: GroupShelf
  readonly after: Cursor | null
  readonly limit: number
}

/** Those at work by the day that ends first; of the others the last that ended. */
const orderOf = (shelf: GroupShelf) =>
  shelf === 'working'
    ? ({ compare: '>', direction: 'asc', day: '0001-01-01', stream: '' } as const)
    : ({ compare: '<', direction: 'desc', day: '9999-12-31', stream: '~' } as const)

type RawRow = Omit<GroupRow, 'name'> & { readonly name_ref: string }

export async function listGroups(
  house: GroupHouse,
  viewer: Staff,
  { shelf, after, limit }: GroupListing,
): Promise<{ readonly items: readonly GroupRow[]; readonly next: Cursor | null }> {
  const order = orderOf(shelf)
  const rows = await readAs<RawRow>(house, viewer, {
    name: `working groups ${order.direction}`,
    text: `select g.stream_id as stream, g.founder, g.stage, g.founded_on::text as "foundedOn", g.until_day::text as until,
        p.day::text as day, g.members, g.cases, g.name_ref
      from working_group_party p join working_group g using (stream_id)
      where p.organ = $1 and p.shelf = $2 and (p.day, p.stream_id) ${order.compare} ($3::date, $4)
      order by p.day ${order.direction}, p.stream_id ${order.direction} limit $5`,
    values: [viewer.organ, shelf, after?.day ?? order.day, after?.stream ?? order.stream, limit + 1],
  })
  const page = rows.slice(0, limit)
  const names = await namesOf(house, viewer, page)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: page.map(({ name_ref, ...row }) => ({ ...row, name: names.get(row.stream) ?? null })),
    next: last ? { day: last.day, stream: last.stream } : null,
  }
}

async function namesOf(
  house: GroupHouse,
  viewer: Staff,
  rows: readonly RawRow[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map()
  const pieces = await readAs<Box>(house, viewer, {
    name: 'working group names',
    text: `select s.stream_id, s.ref, s.cohort, s.box from working_group g
      join sealed s on s.stream_id = g.stream_id and s.ref = g.name_ref where g.stream_id = any ($1::text[])`,
    values: [arrayOf(rows.map(({ stream }) => stream))],
  })
  const opened = await Promise.all(
    pieces.map(
      async (piece) => [piece.stream_id, (await openPieces(house.keys, [piece])).get(piece.ref) ?? ''] as const,
    ),
  )
  return new Map(opened)
}

/** Whether a group that has or had a petition still works: what it holds is needed for that. */
export async function hasOpenGroups({ work }: Pick<GroupHouse, 'work'>, petition: string): Promise<boolean> {
  const { rowCount } = await work.query({
    name: 'open groups of petition',
    text: 'select from working_group_case where petition = $1 and is_open limit 1',
    values: [petition],
  })
  return (rowCount ?? 0) > 0
}

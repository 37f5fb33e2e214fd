/** The way out: whoever asks, the database shows only cases in which their organ has a part, or that are about their own petition. */
import type { Recorded } from '../../engine/envelope.ts'
import type { DatabaseRow } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { answeredTo, poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { OwnershipHouse } from './house.ts'
import { mayKnow } from './knowing.ts'
import type { Ownership, OwnershipFact, OwnershipStaff, OwnershipStage, ProposedFor } from './ownership.ts'
import { ownershipRoom } from './room.ts'
import type { OwnershipShelf } from './tables.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>
export type Petitioner = Extract<Viewer, { kind: 'petitioner' }>

export interface KnownOwnership {
  readonly ownership: Ownership
  readonly history: readonly Recorded<OwnershipFact>[]
  readonly answersTo: readonly string[]
}

/** One case of which the viewer may know, folded; nothing that was written is opened. */
export async function knownOwnership(
  house: OwnershipHouse,
  stream: string,
  viewer: Exclude<Viewer, { kind: 'anyone' }>,
): Promise<KnownOwnership | null> {
  const settings = settingsOf(viewer, house.today())
  const { facts: history } = await readHistory<OwnershipFact>(poolsFor(house, viewer).app, stream, settings)
  const ownership = foldOf(history)
  if (ownership === null) return null
  if (viewer.kind !== 'staff') return { ownership, history, answersTo: [] }
  const { officials } = ownership
  const answersTo = officials.length === 0 ? [] : await answeredTo(house, viewer)
  return mayKnow(ownership, standingActorOf(viewer, answersTo), house.directory)
    ? { ownership, history, answersTo }
    : null
}

/** With those in whose place they act today. */
export const standingActorOf = (viewer: Staff, answersTo: readonly string[] = []): OwnershipStaff => ({
  ...staffActorOf(viewer, answersTo),
  standsFor: viewer.actsFor ?? [],
})

/** For the house itself, which has no viewer. */
export async function ownershipOfHouse(house: OwnershipHouse, stream: string): Promise<Ownership | null> {
  const { facts } = await readHistory<OwnershipFact>(house.work, stream)
  return foldOf(facts)
}

const foldOf = (facts: readonly Recorded<OwnershipFact>[]): Ownership | null =>
  fold(
    ownershipRoom,
    null,
    facts.map(({ fact }) => fact),
  )

/** What a page is made from. */
export interface ReadOwnership extends KnownOwnership {
  readonly stream: string
  readonly texts: ReadonlyMap<string, string>
}

/** Reads one case and opens what was written in it; null where there is none for this viewer. */
export async function readOwnership(
  house: OwnershipHouse,
  stream: string,
  viewer: Staff | Petitioner,
): Promise<ReadOwnership | null> {
  const known = await knownOwnership(house, stream, viewer)
  if (known === null) return null
  const pieces = await readAs(house, viewer, {
    name: 'ownership pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return { ...known, stream, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

/** One piece, for a task that is given in the name of the house. */
export async function pieceOf(house: OwnershipHouse, stream: string, ref: string): Promise<string | null> {
  const { rows } = await house.work.query<Box>(
    'select stream_id, ref, cohort, box from sealed where stream_id = $1 and ref = $2',
    [stream, ref],
  )
  return (await openPieces(house.keys, rows)).get(ref) ?? null
}

export interface OwnershipRow {
  readonly stream: string
  readonly petition: string
  readonly stage: OwnershipStage
  readonly shelf: OwnershipShelf
  readonly category: string
  readonly place: string
  readonly grounds: readonly ProposedFor[]
  readonly owner: { readonly organ: OrganId; readonly account: string } | null
  readonly handler: { readonly organ: OrganId; readonly account: string | null } | null
  readonly proposedOn: Day
  readonly due: Day | null
  /** The last day while something is owed, else the day of the last change. */
  readonly day: Day
  readonly asksForAnother: boolean
  readonly hasResult: boolean
  readonly relapses: number
}

export interface OwnershipCursor {
  readonly day: string
  readonly stream: string
}

export interface Listing {
  /** What the viewer owns, or all that their organ has a part in. */
  readonly whose: 'mine' | 'organ'
  readonly shelf: OwnershipShelf
  /** Only those of one owner: an owner’s load, and never a petitioner’s. */
  readonly owner: string | null
  readonly after: OwnershipCursor | null
  readonly limit: number
}

/** What is owed by the day that ends first, what is over by what moved last. */
const orderOf = (shelf: OwnershipShelf) =>
  shelf === 'over'
    ? ({ compare: '<', direction: 'desc', first: '9999-12-31', stream: '~' } as const)
    : ({ compare: '>', direction: 'asc', first: '0001-01-01', stream: '' } as const)

export async function listOwnerships(
  house: OwnershipHouse,
  viewer: Staff,
  { whose, shelf, owner, after, limit }: Listing,
): Promise<{ readonly items: readonly OwnershipRow[]; readonly next: OwnershipCursor | null }> {
  const { compare, direction, first, stream } = orderOf(shelf)
  const account = whose === 'mine' ? viewer.account : owner
  const rows = await readAs(house, viewer, {
    name: `ownership list ${direction}${account === null ? '' : ' of owner'}`,
    text: `select t.stream_id, t.shelf, t.day::text as day, o.petition, o.stage, o.category, o.place, o.grounds, o.owner_organ,
        o.owner_account, o.handler_organ, o.handler_account, o.proposed_on::text as proposed_on, o.due::text as due,
        o.asks_for_another, o.has_result, o.relapses
      from ownership_party t join ownership o on o.stream_id = t.stream_id
      where t.organ = $1 and t.shelf = $2 and (t.day, t.stream_id) ${compare} ($3::date, $4)
        ${account === null ? '' : 'and t.owner_account = $6'}
      order by t.day ${direction}, t.stream_id ${direction} limit $5`,
    values: [
      ...[viewer.organ, shelf, after?.day ?? first, after?.stream ?? stream, limit + 1],
      ...(account === null ? [] : [account]),
    ],
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(rowOf),
    next: last ? { day: last.day as string, stream: last.stream_id as string } : null,
  }
}

const rowOf = (row: DatabaseRow): OwnershipRow => ({
  stream: row.stream_id as string,
  petition: row.petition as string,
  stage: row.stage as OwnershipStage,
  shelf: row.shelf as OwnershipShelf,
  category: row.category as string,
  place: row.place as string,
  grounds: row.grounds as unknown as readonly ProposedFor[],
  owner: row.owner_organ === null ? null : { organ: row.owner_organ as OrganId, account: row.owner_account as string },
  handler:
    row.handler_organ === null
      ? null
      : { organ: row.handler_organ as OrganId, account: row.handler_account as string | null },
  proposedOn: row.proposed_on as Day,
  due: row.due as Day | null,
  day: row.day as Day,
  asksForAnother: row.asks_for_another as boolean,
  hasResult: row.has_result as boolean,
  relapses: row.relapses as number,
})

/** Counting stops here: more than this nobody reads. */
const countedUpTo = 1000

export interface ShelfCount {
  readonly whose: 'mine' | 'organ'
  readonly shelf: OwnershipShelf
  readonly count: number
  readonly overdue: number
}

/** How much lies where, of what still asks for something. */
export async function countOwnerships(house: OwnershipHouse, viewer: Staff): Promise<readonly ShelfCount[]> {
  const rows = await readAs(house, viewer, {
    name: 'ownership counts',
    text: `select s.whose, s.shelf, c.count, c.overdue
      from (values ('organ', 'proposed'), ('organ', 'open'), ('mine', 'open')) as s (whose, shelf),
        lateral (select count(*)::int as count, (count(*) filter (where d.day < $3::date))::int as overdue from (
          select t.day from ownership_party t where t.organ = $1 and t.shelf = s.shelf
            and (s.whose = 'organ' or t.owner_account = $2) limit ${countedUpTo}) d) c`,
    values: [viewer.organ, viewer.account, house.today()],
  })
  return rows as unknown as readonly ShelfCount[]
}

export interface OwnerLoad {
  readonly organ: OrganId
  readonly account: string
  readonly open: number
  readonly overdue: number
  readonly withResult: number
  readonly nextDue: Day | null
}

/** More than these nobody compares. */
const mostOwners = 200

/**
 * 包案领导负担: how many cases each owner has, of those in which the viewer’s organ has a part. A load is an owner’s; no query here groups or
 * counts by petitioner.
 */
export async function ownerLoads(house: OwnershipHouse, viewer: Staff): Promise<readonly OwnerLoad[]> {
  const rows = await readAs(house, viewer, {
    name: 'ownership loads',
    text: `select o.owner_organ as organ, o.owner_account as account, count(*)::int as open,
        (count(*) filter (where o.due < $2::date))::int as overdue, (count(*) filter (where o.has_result))::int as "withResult",
        min(o.due)::text as "nextDue"
      from ownership_party t join ownership o on o.stream_id = t.stream_id
      where t.organ = $1 and t.shelf = 'open' and o.owner_account is not null
      group by o.owner_organ, o.owner_account order by count(*) desc, o.owner_organ, o.owner_account limit ${mostOwners}`,
    values: [viewer.organ, house.today()],
  })
  return rows as unknown as readonly OwnerLoad[]
}

/** Whether a petition is owned and not over: what it holds is evidence then. */
export async function isOwned({ work }: Pick<OwnershipHouse, 'work'>, petition: string): Promise<boolean> {
  const { rowCount } = await work.query(
    `select 1 from ownership where stream_id = $1 and stage in ('proposed', 'assigned', 'planned')`,
    [`${ownershipRoom.name}:${petition}`],
  )
  return rowCount === 1
}

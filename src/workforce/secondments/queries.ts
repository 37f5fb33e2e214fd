/** The way out: whoever asks, the database shows a secondment only to whoever leads one of both organs, the mentor and the person. */
import type { Recorded } from '../../engine/envelope.ts'
import { fold, readHistory } from '../../engine/history.ts'
import type { AccountId } from '../../identity/account.ts'
import { type SeatHeld, seatIn, termsIn } from '../../identity/account-tables.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { hasEnded } from '../../kernel/term.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { SecondmentHouse } from './house.ts'
import { secondmentRoom } from './room.ts'
import type { SecondedPost, Secondment, SecondmentFact, SecondmentStage } from './secondment.ts'
import type { SecondmentShelf } from './tables.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface KnownSecondment {
  readonly stream: string
  readonly secondment: Secondment
  readonly history: readonly Recorded<SecondmentFact>[]
}

/** One secondment that the viewer may see, folded; nothing that was written is opened. */
export async function knownSecondment(
  house: SecondmentHouse,
  stream: string,
  viewer: Staff,
): Promise<KnownSecondment | null> {
  const { facts } = await readHistory<SecondmentFact>(house.app, stream, settingsOf(viewer, house.today()))
  const secondment = foldOf(facts)
  return secondment && { stream, secondment, history: facts }
}

/** For the house itself, which has no viewer. */
export async function secondmentOfHouse(house: SecondmentHouse, stream: string): Promise<Secondment | null> {
  const { app } = poolsFor(house, { kind: 'system', task: 'secondments' })
  const { facts } = await readHistory<SecondmentFact>(app, stream)
  return foldOf(facts)
}

const foldOf = (facts: readonly Recorded<SecondmentFact>[]): Secondment | null =>
  fold(
    secondmentRoom,
    null,
    facts.map(({ fact }) => fact),
  )

/** What was written in it, by ref. */
export async function textsOf(
  house: SecondmentHouse,
  viewer: Staff,
  stream: string,
): Promise<ReadonlyMap<string, string>> {
  const pieces = await readAs(house, viewer, {
    name: 'secondment pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return openPieces(house.keys, pieces as unknown as readonly Box[])
}

/** The post at the bureau as the account has it: what opens a door, whatever was agreed. */
export const postAt = (
  house: SecondmentHouse,
  { account, host, post }: Pick<Secondment, 'account' | 'host' | 'post'>,
): Promise<SeatHeld | null> => seatIn(house.app, account as AccountId, { organ: host, post })

/** What the rules must know of a person, and nobody who asks can say for them. */
export async function knownOf(
  house: SecondmentHouse,
  { account, host, post }: Pick<Secondment, 'account' | 'host' | 'post'>,
  { from, but = '' }: { readonly from?: OrganId; readonly but?: string },
): Promise<{ readonly works: boolean; readonly holds: boolean; readonly seconded: boolean }> {
  const today = house.today()
  const [there, here, { rowCount }] = await Promise.all([
    from === undefined ? [] : termsIn(house.app, account as AccountId, from),
    termsIn(house.app, account as AccountId, host),
    house.work.query(
      `select from secondment where account = $1 and stage in ('proposed', 'serving') and stream_id <> $2 limit 1`,
      [account, but],
    ),
  ])
  return {
    works: (there ?? []).some((each) => !hasEnded(each, today)),
    holds: (here ?? []).some((each) => each.post === post && !hasEnded(each, today)),
    seconded: rowCount === 1,
  }
}

export interface SecondmentRow {
  readonly stream: string
  readonly stage: SecondmentStage
  readonly home: OrganId
  readonly host: OrganId
  readonly account: string
  readonly mentor: string | null
  readonly post: SecondedPost
  readonly from: Day
  readonly until: Day
  readonly due: Day | null
  readonly day: string
}

export interface SecondmentCursor {
  readonly day: string
  readonly stream: string
}

/** What is over lies by its end, the last first; what is open by the day that comes first. */
export async function listSecondments(
  house: SecondmentHouse,
  viewer: Staff,
  {
    list,
    after,
    limit,
  }: { readonly list: SecondmentShelf; readonly after: SecondmentCursor | null; readonly limit: number },
): Promise<{ readonly items: readonly SecondmentRow[]; readonly next: SecondmentCursor | null }> {
  const isOver = list === 'over'
  const [compare, order] = isOver ? ['<', 'desc'] : ['>', 'asc']
  const from = after ?? (isOver ? { day: '9999-12-31', stream: '~' } : { day: '0001-01-01', stream: '' })
  const rows = await readAs<SecondmentRow>(house, viewer, {
    name: `secondment list ${list}`,
    text: `select s.stream_id as stream, s.stage, s.home, s.host, s.account, s.mentor, s.post,
        s.runs_from::text as from, s.runs_until::text as until, s.due::text as due, p.day::text as day
      from secondment_party p join secondment s on s.stream_id = p.stream_id
      where p.organ = $1 and p.shelf = $2 and (p.day, p.stream_id) ${compare} ($3::date, $4)
      order by p.day ${order}, p.stream_id ${order} limit $5`,
    values: [viewer.organ, list, from.day, from.stream, limit + 1],
  })
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last ? { day: last.day, stream: last.stream } : null }
}

/** How many lie on each shelf, for whoever looks at the list. */
export async function countSecondments(
  house: SecondmentHouse,
  viewer: Staff,
): Promise<Readonly<Record<SecondmentShelf, number>>> {
  const [row] = await readAs<Record<SecondmentShelf, number>>(house, viewer, {
    name: 'secondment counts',
    text: `select (count(*) filter (where shelf = 'proposed'))::int as proposed,
        (count(*) filter (where shelf = 'serving'))::int as serving, (count(*) filter (where shelf = 'over'))::int as over
      from secondment_party where organ = $1`,
    values: [viewer.organ],
  })
  return row ?? { proposed: 0, serving: 0, over: 0 }
}

/** The way out: what is allotted, read in the name of whoever asks, and who holds the posts, from the accounts. */
import { arrayOf } from '../../engine/flight.ts'
import { holdingsIn, sinceIn } from '../../identity/post-holders.ts'
import { stands } from '../../identity/running.ts'
import { readAs } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { type EstablishedPost, establishedPosts, establishmentStream } from './establishment.ts'
import type { EstablishmentHouse } from './house.ts'
import type { AllottedCounts, Holding, Since } from './strength.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

/** What holds today in these organs, by organ and post. */
export async function allottedIn(
  house: EstablishmentHouse,
  viewer: Staff,
  organs: readonly OrganId[],
): Promise<ReadonlyMap<OrganId, AllottedCounts>> {
  const rows = await readAs<{ organ: OrganId; post: EstablishedPost; count: number }>(house, viewer, {
    name: 'establishment in organs',
    text: `select distinct on (organ, post) organ, post, count from establishment_allotment
      where organ = any ($1::text[]) and withdrawn_on is null and from_day <= $2::date
      order by organ, post, from_day desc`,
    values: [arrayOf(organs), house.today()],
  })
  return new Map(
    [...Map.groupBy(rows, ({ organ }) => organ)].map(([organ, own]) => [
      organ,
      new Map(own.map(({ post, count }) => [post, count])),
    ]),
  )
}

/** Those of an area of which anything is allotted or in which anybody holds a post, in the order in which they came. */
export async function staffedAmong(
  house: EstablishmentHouse,
  viewer: Staff,
  area: readonly OrganId[],
): Promise<readonly OrganId[]> {
  const rows = await readAs<{ organ: OrganId }>(house, viewer, {
    name: 'establishment staffed',
    text: `select organ from unnest($1::text[]) with ordinality as asked (organ, at)
      where exists (select from account_post held join account using (stream_id)
          where held.organ = asked.organ and held.post = any ($2::text[]) and account.state = 'open' and ${stands('held', '$3')})
        or exists (select from establishment_allotment allotted where allotted.organ = asked.organ and withdrawn_on is null)
      order by at`,
    values: [arrayOf(area), arrayOf(establishedPosts), house.today()],
  })
  return rows.map(({ organ }) => organ)
}

export interface AllotmentRow {
  readonly ref: string
  readonly post: EstablishedPost
  readonly count: number
  readonly from: Day
  readonly on: Day
  readonly documentRef: string
  readonly reasonRef: string
  readonly withdrawnOn: Day | null
  readonly withdrawnRef: string | null
}

const mostEntries = 500

/** All that ever was written down of one organ, what begins last first. */
export const allotmentsOf = (house: EstablishmentHouse, viewer: Staff, organ: OrganId) =>
  readAs<AllotmentRow>(house, viewer, {
    name: 'establishment of an organ',
    text: `select ref, post, count, from_day::text as from, recorded_on::text as on, document_ref as "documentRef",
        reason_ref as "reasonRef", withdrawn_on::text as "withdrawnOn", withdrawn_ref as "withdrawnRef"
      from establishment_allotment where organ = $1 order by from_day desc, recorded_on desc, ref desc limit ${mostEntries}`,
    values: [organ],
  })

/** What was written in it, by ref. */
export async function textsOf(
  house: EstablishmentHouse,
  viewer: Staff,
  organ: OrganId,
): Promise<ReadonlyMap<string, string>> {
  const pieces = await readAs(house, viewer, {
    name: 'establishment pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [establishmentStream(organ)],
  })
  return openPieces(house.keys, pieces as unknown as readonly Box[])
}

/** Posts that run or will in these organs: of accounts, whose names are asked for apart. */
export async function heldIn(
  house: EstablishmentHouse,
  organs: readonly OrganId[],
): Promise<ReadonlyMap<OrganId, readonly Holding[]>> {
  const held = (await holdingsIn(house.app, { organs, posts: establishedPosts }, house.today())) as readonly Holding[]
  return Map.groupBy(held, ({ organ }) => organ)
}

/** Since when those in many organs have held their post: days and numbers, and nobody. */
export const experienceIn = (house: EstablishmentHouse, organs: readonly OrganId[]): Promise<readonly Since[]> =>
  organs.length === 0 ? Promise.resolve([]) : sinceIn(house.app, { organs, posts: establishedPosts }, house.today())

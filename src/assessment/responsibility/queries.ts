/** The way out: who answers for what, read in the name of whoever asks. */
import type { Pool } from 'pg'
import { runs } from '../../identity/running.ts'
import { flyAs, readAs } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { HolderStanding, RunningRole } from './gaps.ts'
import type { ResponsibilityHouse } from './house.ts'

export interface RoleRow extends RunningRole {
  readonly nameRef: string | null
  readonly officeRef: string | null
}

const columns = `organ, ref, role, account, name_ref as "nameRef", office_ref as "officeRef",
  json_build_object('area', area, 'category', category) as scope, runs_from::text as from, runs_until::text as until`

/** What runs in these organs today, or begins later. */
export async function rolesIn(
  house: ResponsibilityHouse,
  viewer: Viewer,
  organs: readonly OrganId[],
): Promise<readonly RoleRow[]> {
  return readAs<RoleRow>(house, viewer, {
    name: 'responsibility in organs',
    text: `select ${columns} from responsibility where organ = any (string_to_array($1, ',')) and (runs_until is null or runs_until >= $2::date)
      order by organ, runs_from, ref`,
    values: [organs.join(), house.today()],
  })
}

/** All that ever was in one organ, the newest first. */
export async function rolesOf(house: ResponsibilityHouse, viewer: Viewer, organ: OrganId): Promise<readonly RoleRow[]> {
  return readAs<RoleRow>(house, viewer, {
    name: 'responsibility of an organ',
    text: `select ${columns} from responsibility where organ = $1 order by runs_from desc, ref limit 500`,
    values: [organ],
  })
}

/** The sealed names in these rows, opened: stream and ref → text. A name that was erased is missing. */
export async function namesIn(
  house: ResponsibilityHouse,
  viewer: Viewer,
  rows: readonly RoleRow[],
): Promise<ReadonlyMap<string, string>> {
  const sealed = rows.filter(({ nameRef }) => nameRef !== null)
  if (sealed.length === 0) return new Map()
  const streams = [...new Set(sealed.map(({ organ }) => `responsibility:${organ}`))]
  const boxes = (await readAs(house, viewer, {
    name: 'responsibility names',
    text: "select stream_id, ref, cohort, box from sealed where stream_id = any (string_to_array($1, ','))",
    values: [streams.join()],
  })) as unknown as readonly Box[]
  const opened = new Map<string, string>()
  for (const [stream, own] of Map.groupBy(boxes, ({ stream_id }) => stream_id))
    for (const [ref, text] of await openPieces(house.keys, own)) opened.set(`${stream} ${ref}`, text)
  return opened
}

/** Whether accounts are open, and where they hold posts today. */
export async function standingOf(
  pool: Pool,
  accounts: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, HolderStanding>> {
  if (accounts.length === 0) return new Map()
  const { rows } = await pool.query<HolderStanding & { id: string }>({
    name: 'responsibility standing',
    text: `select id, state = 'open' as "isOpen", coalesce((
          select json_agg(json_build_object('organ', organ, 'post', post)) from account_post
          where account_post.stream_id = account.stream_id and ${runs('account_post', '$2')}), '[]') as posts
      from account where id = any ($1)`,
    values: [accounts, today],
  })
  return new Map(rows.map(({ id, ...standing }) => [id, standing]))
}

/** What else the same people answer for, wherever it is: a conflict may lie outside the area that is looked at. */
export async function answeredElsewhere(
  house: ResponsibilityHouse,
  viewer: Viewer,
  accounts: readonly string[],
): Promise<readonly RoleRow[]> {
  if (accounts.length === 0) return []
  const [rows = []] = await flyAs(house, viewer, [
    {
      name: 'responsibility of accounts',
      text: `select ${columns} from responsibility where account = any (string_to_array($1, ',')) and role = 'answersForAll'
        and (runs_until is null or runs_until >= $2::date) order by organ, ref`,
      values: [accounts.join(), house.today()],
    },
  ])
  return rows as unknown as readonly RoleRow[]
}

import type { Pool } from 'pg'
import type { Cohort } from './cohort.ts'
import { baseOf, cohortsOf } from './key-names.ts'
import { basesDue, type Rotating, type Rotation, retireOlder } from './rotation.ts'
import { type Box, type CaseKeys, caseKeys, generationOf, headFor, resealPiece, SealBroken } from './seal.ts'

/**
 * Renews the keys of cohorts: every piece gets another box with the same text and salt, so that the facts' commitments hold.
 * A batch is one statement. Pieces of cohorts whose key is lost or destroyed stay as they are, and their cohort gets no new
 * key.
 */
export async function rotateCohorts(work: Pool, rotating: Rotating): Promise<readonly Rotation[]> {
  const { vault } = rotating
  const cohorts = cohortsOf(await basesDue(rotating))
  const newest = new Map<Cohort, number>()
  for (const cohort of cohorts) newest.set(cohort, await vault.renew(baseOf(cohort)))
  const moved = await resealAll(work, caseKeys(vault), newest, rotating)
  const left = await leftUnderOlder(work, newest)
  const rotations: Rotation[] = []
  for (const cohort of cohorts) {
    const counts = { moved: moved.get(cohort) ?? 0, left: left.get(cohort) ?? 0 }
    rotations.push(await retireOlder(rotating, baseOf(cohort), counts))
  }
  return rotations
}

const piecesAtOnce = 500

type Newest = ReadonlyMap<Cohort, number>

/** Pieces that are not under the newest generation of their cohort's key. The first bytes of a box say it. */
const older = `from sealed join unnest($1::text[], $2::bytea[]) as newest (cohort, head) using (cohort)
  where substring(box from 1 for 3) <> newest.head`
const asValues = (newest: Newest) => [[...newest.keys()], [...newest.values()].map(headFor)]

async function resealAll(
  work: Pool,
  keys: CaseKeys,
  newest: Newest,
  { onProgress }: Rotating,
): Promise<ReadonlyMap<string, number>> {
  const moved = new Map<string, number>()
  let total = 0
  for (let after = ['', '']; ; ) {
    const { rows } = await work.query<Box>(
      `select stream_id, ref, cohort, box ${older} and (stream_id, ref) > ($3, $4) order by stream_id, ref limit ${piecesAtOnce}`,
      [...asValues(newest), ...after],
    )
    const last = rows.at(-1)
    if (last === undefined) return moved
    const resealed = (await Promise.all(rows.map((row) => resealOne(keys, newest, row)))).filter((row) => row !== null)
    await replaceBoxes(work, resealed)
    for (const { cohort } of resealed) moved.set(cohort, (moved.get(cohort) ?? 0) + 1)
    total += resealed.length
    onProgress?.(total)
    after = [last.stream_id, last.ref]
  }
}

/** Null for what does not open: it stays as it is, and `xinqiao keys check` names it. */
async function resealOne(keys: CaseKeys, newest: Newest, row: Box): Promise<Box | null> {
  const [from, to] = await Promise.all([
    keys.ifKept(row.stream_id, row.cohort, generationOf(row.box) ?? 1),
    keys.ifKept(row.stream_id, row.cohort, newest.get(row.cohort as Cohort)),
  ])
  if (from === null || to === null) return null
  try {
    return resealPiece(from, to, row)
  } catch (fault) {
    if (fault instanceof SealBroken) return null
    throw fault
  }
}

async function replaceBoxes(work: Pool, rows: readonly Box[]): Promise<void> {
  await work.query(
    `update sealed set box = again.box from unnest($1::text[], $2::text[], $3::bytea[]) as again (stream_id, ref, box)
      where sealed.stream_id = again.stream_id and sealed.ref = again.ref`,
    [rows.map(({ stream_id }) => stream_id), rows.map(({ ref }) => ref), rows.map(({ box }) => box)],
  )
}

async function leftUnderOlder(work: Pool, newest: Newest): Promise<ReadonlyMap<string, number>> {
  const { rows } = await work.query<{ cohort: string; count: number }>(
    `select cohort, count(*)::integer as count ${older} group by cohort`,
    asValues(newest),
  )
  return new Map(rows.map(({ cohort, count }) => [cohort, count]))
}

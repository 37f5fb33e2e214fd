/** Renewing the key of the blind index: what was digested is read again from the sealed pieces and digested anew. */
import type { Pool } from 'pg'
import { readHistory } from '../engine/history.ts'
import type { Row } from '../engine/room.ts'
import { type BlindIndex, blindIndex } from '../identity/blind-index.ts'
import { markNewest } from '../identity/key-mark.ts'
import { type Rotating, type Rotation, retireOlder } from '../identity/rotation.ts'
import { type Box, type CaseKeys, caseKeys, openPieces, SealBroken } from '../identity/seal.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { Fact, FactOf } from './petition.ts'

const casesAtOnce = 200

/**
 * A case keeps its old rows beside the new ones until the old key goes, so that it is found all the while. A case whose
 * pieces cannot be opened keeps the old key alive. Each is asked about by itself: nothing reads people across cases.
 */
export async function rotateIndex(
  pools: { readonly app: Pool; readonly work: Pool },
  rotating: Rotating,
): Promise<Rotation> {
  const { vault } = rotating
  const newest = await vault.renew('index')
  await markNewest(pools.app, vault, 'index')
  const digesting = { index: blindIndex(vault), keys: caseKeys(vault) }
  let [moved, left] = [0, 0]
  for await (const stream of cases(pools.work)) {
    if (!(await isUnderOlder(pools.work, stream, newest))) continue
    if (await digestAgain(pools.work, digesting, stream)) moved += 1
    else left += 1
    rotating.onProgress?.(moved)
  }
  const rotation = await retireOlder(rotating, 'index', { moved, left })
  // the rows go last: without their key they say nothing, and a run that ended between the two is made good by the next
  if (rotation.kept.length === 0) await forgetOlder(pools.work, rotation.generation)
  return rotation
}

async function* cases(work: Pool): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const { rows } = await work.query<{ stream_id: string }>(
      `select stream_id from petition where stream_id > $1 order by stream_id limit ${casesAtOnce}`,
      [after],
    )
    for (const { stream_id } of rows) yield stream_id
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.stream_id
  }
}

/** Whether a case has digests, but none under the newest key. */
async function isUnderOlder(work: Pool, stream: string, newest: number): Promise<boolean> {
  const { rows } = await work.query<{ generation: number }>({
    name: 'petition generations of digests',
    text: 'select generation from blind_index where stream_id = $1',
    values: [stream],
  })
  return rows.length > 0 && rows.every(({ generation }) => generation < newest)
}

async function forgetOlder(work: Pool, newest: number): Promise<void> {
  for await (const stream of cases(work))
    await work.query('delete from blind_index where stream_id = $1 and generation < $2', [stream, newest])
}

interface Digesting {
  readonly index: BlindIndex
  readonly keys: CaseKeys
}

/** False where what was digested cannot be read any more. */
async function digestAgain(work: Pool, { index, keys }: Digesting, stream: string): Promise<boolean> {
  const [{ facts }, pieces] = await Promise.all([readHistory<Fact>(work, stream), piecesOf(work, stream)])
  const registered = facts.find(({ fact }) => fact.type === 'PetitionRegistered')?.fact
  if (registered === undefined) return false
  const texts = await openPieces(keys, pieces).catch(unlessBroken)
  const rows = await index.rows(identifiersIn(registered as FactOf<'PetitionRegistered'>, texts))
  if (rows.length > 0) await write(work, stream, rows)
  return rows.length > 0
}

/** A case of which one piece is damaged is left as it is; `xinqiao keys check` names it. */
function unlessBroken(fault: unknown): ReadonlyMap<string, string> {
  if (fault instanceof SealBroken) return new Map()
  throw fault
}

async function piecesOf(work: Pool, stream: string): Promise<readonly Box[]> {
  const { rows } = await work.query('select stream_id, ref, cohort, box from sealed where stream_id = $1', [stream])
  return rows
}

function identifiersIn({ people, place }: FactOf<'PetitionRegistered'>, texts: ReadonlyMap<string, string>) {
  const text = (piece: Sealed | null) => (piece === null ? undefined : texts.get(piece.ref))
  const region = place.padEnd(6, '0')
  return people.map(({ idNumber, phone, name }) => ({
    ...{ idNumber: text(idNumber), phone: text(phone), name: text(name), region },
  }))
}

async function write(work: Pool, stream: string, rows: readonly Row[]): Promise<void> {
  const column = (name: string) => rows.map((row) => row[name])
  await work.query(
    `insert into blind_index (stream_id, kind, digest, generation)
      select stream_id, kind, digest, generation
        from petition, unnest($2::text[], $3::bytea[], $4::smallint[]) as row (kind, digest, generation)
        where stream_id = $1
      on conflict do nothing`,
    [stream, column('kind'), column('digest'), column('generation')],
  )
}

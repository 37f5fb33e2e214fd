/** Renewing the key of the blind index: what was digested is read again from the sealed pieces and digested anew. */
import type { Pool } from 'pg'
import type { AnyFact } from '../engine/envelope.ts'
import { readHistory } from '../engine/history.ts'
import type { Row } from '../engine/room.ts'
import type { Identifiers } from '../identity/blind-index.ts'
import { type BlindIndex, blindIndex } from '../identity/blind-index.ts'
import { markNewest } from '../identity/key-mark.ts'
import { type Rotating, type Rotation, retireOlder } from '../identity/rotation.ts'
import { type Box, type CaseKeys, caseKeys, openPieces, SealBroken } from '../identity/seal.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { Fact, FactOf } from './petition.ts'

const casesAtOnce = 200

/** What is found by its people: where its streams stand, and who they are in the fact that began it. */
export interface Indexed {
  /** A table with a row for each stream. */
  readonly table: 'petition' | 'dispute'
  readonly begins: string
  people(fact: AnyFact, text: (piece: Sealed | null) => string | undefined): readonly Identifiers[]
}

const petitions: Indexed = {
  table: 'petition',
  begins: 'PetitionRegistered' satisfies Fact['type'],
  people: (fact, text) => {
    const { people, place } = fact as unknown as FactOf<'PetitionRegistered'>
    const region = place.padEnd(6, '0')
    return people.map(({ idNumber, phone, name }) => ({
      ...{ idNumber: text(idNumber), phone: text(phone), name: text(name), region },
    }))
  },
}

/**
 * A case keeps its old rows beside the new ones until the old key goes, so that it is found all the while. A case whose
 * pieces cannot be opened keeps the old key alive. Each is asked about by itself: nothing reads people across cases.
 */
export async function rotateIndex(
  pools: { readonly app: Pool; readonly work: Pool },
  rotating: Rotating,
  others: readonly Indexed[] = [],
): Promise<Rotation> {
  const { vault } = rotating
  const newest = await vault.renew('index')
  await markNewest(pools.app, vault, 'index')
  const digesting = { index: blindIndex(vault), keys: caseKeys(vault) }
  let [moved, left] = [0, 0]
  const all = [petitions, ...others]
  for (const indexed of all)
    for await (const stream of cases(pools.work, indexed)) {
      if (!(await isUnderOlder(pools.work, stream, newest))) continue
      if (await digestAgain(pools.work, { ...digesting, indexed }, stream)) moved += 1
      else left += 1
      rotating.onProgress?.(moved)
    }
  const rotation = await retireOlder(rotating, 'index', { moved, left })
  // the rows go last: without their key they say nothing, and a run that ended between the two is made good by the next
  if (rotation.kept.length === 0) await forgetOlder(pools.work, all, rotation.generation)
  return rotation
}

async function* cases(work: Pool, { table }: Indexed): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const { rows } = await work.query<{ stream_id: string }>(
      `select stream_id from ${table} where stream_id > $1 order by stream_id limit ${casesAtOnce}`,
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

async function forgetOlder(work: Pool, all: readonly Indexed[], newest: number): Promise<void> {
  for (const indexed of all)
    for await (const stream of cases(work, indexed))
      await work.query('delete from blind_index where stream_id = $1 and generation < $2', [stream, newest])
}

interface Digesting {
  readonly indexed: Indexed
  readonly index: BlindIndex
  readonly keys: CaseKeys
}

/** False where what was digested cannot be read any more. */
async function digestAgain(work: Pool, { index, keys, indexed }: Digesting, stream: string): Promise<boolean> {
  const [{ facts }, pieces] = await Promise.all([readHistory<AnyFact>(work, stream), piecesOf(work, stream)])
  const begun = facts.find(({ fact }) => fact.type === indexed.begins)?.fact
  if (begun === undefined) return false
  const texts = await openPieces(keys, pieces).catch(unlessBroken)
  const rows = await index.rows(indexed.people(begun, (piece) => (piece === null ? undefined : texts.get(piece.ref))))
  if (rows.length > 0) await write(work, indexed, { stream, rows })
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

async function write(
  work: Pool,
  { table }: Indexed,
  { stream, rows }: { readonly stream: string; readonly rows: readonly Row[] },
): Promise<void> {
  const column = (name: string) => rows.map((row) => row[name])
  await work.query(
    `insert into blind_index (stream_id, kind, digest, generation)
      select stream_id, kind, digest, generation
        from ${table}, unnest($2::text[], $3::bytea[], $4::smallint[]) as row (kind, digest, generation)
        where stream_id = $1
      on conflict do nothing`,
    [stream, column('kind'), column('digest'), column('generation')],
  )
}

import type { ClientBase, Pool } from 'pg'
import { parseFact } from '../engine/chain.ts'
import { inTransaction } from '../engine/transaction.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { KeyFolder } from './key-folder.ts'
import { type Box, type CaseKeys, caseKeys, generationOf, openPiece, SealBroken, verifyCommitment } from './seal.ts'

/** Whether the keys open what was sealed, and whether what opens is what the facts say. */
export interface KeyCheck {
  readonly pieces: number
  readonly opened: number
  /** Pieces without a key, by cohort and generation: lost, or lawfully destroyed. */
  readonly withoutKey: readonly { readonly cohort: string; readonly generation: number; readonly pieces: number }[]
  /** Pieces that have their key and do not open, or are not what their fact committed to. The first thousand. */
  readonly broken: readonly { readonly stream: string; readonly ref: string; readonly why: 'seal' | 'commitment' }[]
  readonly brokenCount: number
  /** Pieces that a fact names and that are not there: erased. */
  readonly erased: number
}

const casesAtOnce = 100
const mostBroken = 1000

interface Tally {
  pieces: number
  opened: number
  brokenCount: number
  erased: number
  readonly broken: KeyCheck['broken'][number][]
  readonly withoutKey: Map<string, { cohort: string; generation: number; pieces: number }>
}

/** Opens every piece of every case as of one moment, some cases at a time, while the house goes on. Changes nothing. */
export async function checkKeys(
  work: Pool,
  vault: KeyFolder,
  onProgress?: (pieces: number) => void,
): Promise<KeyCheck> {
  const keys = caseKeys(vault)
  const tally: Tally = { pieces: 0, opened: 0, brokenCount: 0, erased: 0, broken: [], withoutKey: new Map() }
  const checkAll = async (client: ClientBase): Promise<void> => {
    for (let after = ''; ; ) {
      const streams = await casesAfter(client, after)
      const last = streams.at(-1)
      if (last === undefined) return
      await checkCases(client, keys, tally, streams)
      onProgress?.(tally.pieces)
      after = last
    }
  }
  await inTransaction(work, checkAll, 'repeatable read read only')
  return { ...tally, withoutKey: [...tally.withoutKey.values()] }
}

async function casesAfter(client: ClientBase, after: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ stream_id: string }>(
    `select distinct stream_id from sealed where stream_id > $1 order by stream_id limit ${casesAtOnce}`,
    [after],
  )
  return rows.map(({ stream_id }) => stream_id)
}

async function checkCases(client: ClientBase, keys: CaseKeys, tally: Tally, streams: readonly string[]): Promise<void> {
  const commitments = await commitmentsOf(client, streams)
  const { rows } = await client.query<Box>(
    'select stream_id, ref, cohort, box from sealed where stream_id = any($1) order by stream_id, ref',
    [streams],
  )
  for (const row of rows) {
    const name = nameOf(row.stream_id, row.ref)
    await checkPiece(keys, tally, row, commitments.get(name))
    commitments.delete(name)
  }
  tally.erased += commitments.size
}

async function checkPiece(keys: CaseKeys, tally: Tally, row: Box, sealed: Sealed | undefined): Promise<void> {
  tally.pieces += 1
  const generation = generationOf(row.box) ?? 1
  const key = await keys.ifKept(row.stream_id, row.cohort, generation)
  if (key === null) {
    const missing = tally.withoutKey.get(nameOf(row.cohort, generation)) ?? {
      cohort: row.cohort,
      generation,
      pieces: 0,
    }
    missing.pieces += 1
    tally.withoutKey.set(nameOf(row.cohort, generation), missing)
    return
  }
  const why = flawOf(() => openPiece(key, row), sealed)
  if (why === null) tally.opened += 1
  else noteBroken(tally, { stream: row.stream_id, ref: row.ref, why })
}

/** A piece to which no fact commits, such as a masked title, only has to open. */
function flawOf(open: () => ReturnType<typeof openPiece>, sealed: Sealed | undefined): 'seal' | 'commitment' | null {
  try {
    const opened = open()
    return sealed === undefined || verifyCommitment(sealed, opened) ? null : 'commitment'
  } catch (fault) {
    if (fault instanceof SealBroken) return 'seal'
    throw fault
  }
}

function noteBroken(tally: Tally, broken: KeyCheck['broken'][number]): void {
  tally.brokenCount += 1
  if (tally.broken.length < mostBroken) tally.broken.push(broken)
}

const nameOf = (one: string, other: string | number): string => `${one}\n${other}`

/** Every piece that a fact refers to, however deep in it. */
async function commitmentsOf(client: ClientBase, streams: readonly string[]): Promise<Map<string, Sealed>> {
  const { rows } = await client.query<{ stream_id: string; fact: string }>(
    'select stream_id, fact from event where stream_id = any($1)',
    [streams],
  )
  const found = new Map<string, Sealed>()
  for (const { stream_id, fact } of rows)
    for (const sealed of sealedIn(parseFact(fact).fact)) found.set(nameOf(stream_id, sealed.ref), sealed)
  return found
}

function sealedIn(value: unknown): readonly Sealed[] {
  if (typeof value !== 'object' || value === null) return []
  if (isSealed(value)) return [value]
  return Object.values(value).flatMap(sealedIn)
}

const isSealed = (value: object): value is Sealed =>
  'commitment' in value && typeof value.commitment === 'string' && 'ref' in value && typeof value.ref === 'string'

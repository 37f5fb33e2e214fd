/**
 * Going on after an older backup was put back. What was published cannot be taken back, so the log takes its own published entries
 * in again: those whose facts are there get their places, and for the others there is an entry and no fact, which is declared.
 */
import type { ClientBase } from 'pg'
import { inTransaction } from '../../engine/transaction.ts'
import { sameBytes } from '../../proof/bytes.ts'
import { entryLabel } from '../../proof/entry.ts'
import { isSignedBy, noteOf } from '../../proof/note.ts'
import { entriesIn, pathOfTile, tileWidth } from '../../proof/tile.ts'
import type { Gap } from '../gaps/gaps.ts'
import { TreeEdge } from './edge.ts'
import { type LogRow, readEntries, readLogRow } from './log-row.ts'
import { newestCheckpoint } from './proving.ts'
import { type Publishing, takeLock } from './publishing.ts'
import type { LogStore } from './store.ts'

/** Why the log cannot go on from what was published, in words for whoever asked. Nothing was changed. */
export class NotAdopted extends Error {
  override readonly name = 'NotAdopted'
}

/**
 * Takes the published entries in that the database has not. Returns the places of lost facts, or null where none was lost. Throws
 * NotAdopted unless the log has stopped for this very reason and everything that the database has is what was published.
 */
export async function adoptPublished(publishing: Publishing): Promise<Gap | null> {
  return inTransaction(publishing.work, async (client) => {
    if (!(await takeLock(client))) throw new NotAdopted('another process is publishing: stop the house first')
    const row = await readLogRow(client)
    if (row?.stopped?.fault.kind !== 'store-ahead')
      throw new NotAdopted('the log has not stopped because more was published than lies in the database')
    const checkpoint = await newestCheckpoint(publishing.store)
    if (
      checkpoint === null ||
      checkpoint.origin !== row.origin ||
      !isSignedBy(checkpoint.note, [publishing.signer.key])
    )
      throw new NotAdopted('what is published is not signed with the key of this house')
    const entries = await publishedEntries(publishing.store, checkpoint.size)
    const edge = new TreeEdge()
    for (const entry of entries) edge.add(entry)
    if (!sameBytes(edge.root(), checkpoint.root))
      throw new NotAdopted('the published entries are not those of the checkpoint')
    await refuseAnotherHistory(client, row, entries)
    const gap = await takeIn(client, row, entries)
    await client.query(
      `update register_log set size = $1, published = $1, root = $2, checkpoint = $3, published_at = $4,
        stopped_at = null, fault = null where name = 'log'`,
      [checkpoint.size, checkpoint.root, noteOf(checkpoint.note), publishing.now()],
    )
    return gap
  })
}

async function publishedEntries(store: LogStore, size: number): Promise<readonly Uint8Array[]> {
  const entries: Uint8Array[] = []
  while (entries.length < size) {
    const index = entries.length / tileWidth
    const tile = { level: 'entries', index, width: Math.min(tileWidth, size - entries.length) } as const
    const bytes = await store.read(pathOfTile(tile))
    const bundle = bytes === null ? null : entriesIn(bytes)
    if (bundle?.length !== tile.width) throw new NotAdopted(`${pathOfTile(tile)} is missing or damaged`)
    entries.push(...bundle)
  }
  return entries
}

async function refuseAnotherHistory(client: ClientBase, row: LogRow, entries: readonly Uint8Array[]): Promise<void> {
  const ours = await readEntries(client, 0, row.size)
  const at = ours.findIndex((entry, place) => !sameBytes(entry, entries[place] as Uint8Array))
  if (at >= 0) throw new NotAdopted(`at place ${at} another fact was published than lies in the database`)
}

/** Facts that the backup had and the log had not yet are found by their entries; they come first in the order of facts. */
async function takeIn(client: ClientBase, row: LogRow, entries: readonly Uint8Array[]): Promise<Gap | null> {
  for (let at = row.size; at < entries.length; at += 1000)
    await client.query(
      `insert into log_entry (position, entry)
        select $1 + place - 1, decode(hex, 'hex') from unnest($2::text[]) with ordinality as entry (hex, place)`,
      [at, entries.slice(at, at + 1000).map((entry) => Buffer.from(entry).toString('hex'))],
    )
  await client.query(
    `with log as (select size, xid, seq from register_log where name = 'log'), found as (
        insert into leaf (stream_id, version, position)
        select e.stream_id, e.version, n.position from event e, log, log_entry n
        where (e.xid, e.seq) > (log.xid, log.seq) and n.position >= log.size
          and n.entry = sha256($1::bytea || e.salt || e.hash)
        returning stream_id, version
      ), last as (
        select e.xid, e.seq from event e join found using (stream_id, version) order by e.xid desc, e.seq desc limit 1
      )
      update register_log set xid = last.xid, seq = last.seq from last where register_log.name = 'log'`,
    [Buffer.from(entryLabel)],
  )
  const { rows } = await client.query<{ first: number | null; last: number; lost: number }>(
    `select min(position) as first, max(position) as last, count(*)::integer as lost from log_entry n
      where position >= $1 and not exists (select from leaf l where l.position = n.position)`,
    [row.size],
  )
  const lost = rows[0]
  return lost?.first == null ? null : { first: lost.first, last: lost.last, lost: lost.lost }
}

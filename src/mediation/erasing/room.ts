import type { Room } from '../../engine/room.ts'
import { type KeptRecord, keptRecords } from '../../law/retention.ts'
import type { ErasingFact, ErasingState } from './erasing.ts'
import { evolve } from './evolve.ts'
import { erasingRows, erasingTables } from './tables.ts'

/** How the engine keeps erasures of records: beside each record one stream, named after it. */
export const erasingRoom: Room<ErasingState, ErasingFact> = {
  name: 'erasing',
  initial: null,
  evolve,
  rows: erasingRows,
  tables: erasingTables,
}

const prefix = `${erasingRoom.name}:`

export const erasingOf = (record: string): string => `${prefix}${record}`
export const recordOf = (stream: string): string => stream.slice(prefix.length)
export const isErasing = (stream: string): boolean => stream.startsWith(prefix)

/** What a record is called in an address, and its stream. */
export const streamOf = (kind: KeptRecord, record: string): string => `${kind}:${record}`
export const idOf = (record: string): string => record.slice(record.indexOf(':') + 1)
export const kindOf = (record: string): KeptRecord | null =>
  keptRecords.find((kind) => record.startsWith(`${kind}:`)) ?? null

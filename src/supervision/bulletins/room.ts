import type { Room } from '../../engine/room.ts'
import type { BulletinFact, BulletinState } from './bulletin.ts'
import { evolve } from './evolve.ts'
import { bulletinRows, bulletinTables } from './tables.ts'

/** How the engine keeps bulletins: one stream each, `bulletin:` and 22 signs. */
export const bulletinRoom: Room<BulletinState, BulletinFact> = {
  name: 'bulletin',
  initial: null,
  evolve,
  rows: bulletinRows,
  tables: bulletinTables,
}

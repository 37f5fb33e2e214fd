import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { Bell } from './bell.ts'
import { shelfTables } from './fixture.ts'

/** A fresh database with the tables of the shelf room, for tests. */
export async function shelfHouse(): Promise<FreshDatabase & { readonly bell: Bell }> {
  const database = await freshDatabase()
  await database.owner.query(shelfTables)
  return { ...database, bell: new Bell() }
}

/**
 * In whose name the database is read. Row security (migrations/0050-row-security.sql) shows rows of petitions to a viewer alone, and a
 * session that names nobody sees none: there is no way to ask for more than the viewer may see.
 */
import { type DatabaseRow, fly, type Statement } from '../engine/flight.ts'
import { settingStatements } from '../engine/history.ts'
import type { Pools } from '../engine/house.ts'
import type { Scope, Settings } from '../engine/room.ts'
import type { Viewer } from '../kernel/viewer.ts'

/** What the database must know of a viewer. */
export function settingsOf(viewer: Viewer): Settings {
  switch (viewer.kind) {
    case 'staff':
      return { 'xinqiao.organ': viewer.organ, 'xinqiao.account': viewer.account }
    case 'petitioner':
      return settingsOfPetition(viewer.petition)
    case 'anyone':
    case 'system':
      return {}
  }
}

const settingsOfPetition = (number: string): Settings => ({ 'xinqiao.petition': number })

/** A command reads the petition as its viewer may, and writes to that petition and no other. */
export const scopeOf = (viewer: Viewer): Scope => ({
  reading: () => settingsOf(viewer),
  writing: (stream) => ({ ...settingsOf(viewer), ...settingsOfPetition(stream) }),
})

/** Whoever registers sees what they register: the petition that is being made, or was made by the same request. */
export const scopeOfRegistering = (viewer: Viewer): Scope => {
  const { writing } = scopeOf(viewer)
  return { reading: writing, writing }
}

/** With the facts by which seals were opened, as versions of the one petition that is read. */
export const openingsSetting = (versions: readonly number[]): Settings => ({ 'xinqiao.openings': versions.join(',') })

/** What the house itself does has no viewer and needs none: it reads as `work`, which no page ever does. */
const poolOf = ({ app, work }: Pools, viewer: Viewer) => (viewer.kind === 'system' ? work : app)

/** The pools for a command: what the house does by itself it also writes as `work`. */
export const poolsFor = <House extends Pools>(house: House, viewer: Viewer): House => ({
  ...house,
  app: poolOf(house, viewer),
})

/** Runs one statement in the name of a viewer; the rows that they may see come back. One round trip. */
export async function readAs<Row extends object = DatabaseRow>(
  pools: Pools,
  viewer: Viewer,
  statement: Statement,
  more: Settings = {},
): Promise<readonly Row[]> {
  const [rows = []] = await flyAs(pools, viewer, [statement], more)
  return rows as readonly Row[]
}

/** The same for several statements, each with its rows. */
export async function flyAs(
  pools: Pools,
  viewer: Viewer,
  statements: readonly Statement[],
  more: Settings = {},
): Promise<readonly (readonly DatabaseRow[])[]> {
  const settings = settingStatements({ ...settingsOf(viewer), ...more })
  const results = await fly(poolOf(pools, viewer), [...settings, ...statements])
  return results.slice(settings.length)
}

/**
 * In whose name the database is read. Row security (migrations/0050-row-security.sql) shows rows of petitions to a viewer alone, and a
 * session that names nobody sees none: there is no way to ask for more than the viewer may see.
 */
import type { Pool } from 'pg'
import { type DatabaseRow, fly, type Statement } from '../engine/flight.ts'
import { settingStatements } from '../engine/history.ts'
import type { Pools } from '../engine/house.ts'
import type { Scope, Settings } from '../engine/room.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Viewer } from '../kernel/viewer.ts'

/** The pools, and the civil day of the office: whose post runs hangs on it. */
export interface Reading extends Pools {
  today(): Day
}

/** What the database must know of a viewer. */
export function settingsOf(viewer: Viewer, today: Day): Settings {
  switch (viewer.kind) {
    case 'staff':
      return {
        'xinqiao.organ': viewer.organ,
        'xinqiao.account': viewer.account,
        'xinqiao.acts_for': (viewer.actsFor ?? []).join(','),
        'xinqiao.today': today,
      }
    case 'petitioner':
      return { ...settingsOfPetition(viewer.petition), 'xinqiao.person': viewer.person }
    case 'anyone':
    case 'system':
      return {}
  }
}

const settingsOfPetition = (number: string): Settings => ({ 'xinqiao.petition': number })

/** A command reads the petition as its viewer may, and writes to that petition and no other. */
export const scopeOf = (viewer: Viewer, today: Day): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: (stream) => ({ ...settingsOf(viewer, today), ...settingsOfPetition(stream) }),
})

/**
 * Whoever registers sees what they register: the petition that is being made, or was made by the same request. Staff see of the latter what
 * they may see now: who has withdrawn since gets no key to it by asking again.
 */
export const scopeOfRegistering = (viewer: Viewer, today: Day): Scope => {
  const { reading, writing } = scopeOf(viewer, today)
  return { reading: viewer.kind === 'staff' ? reading : writing, writing }
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

/** What is shown to whoever knows a number and has not yet shown that the petition is theirs: what is needed to see that. */
export async function readOfPetition<Row extends object>(
  pool: Pool,
  number: string,
  statement: Statement,
): Promise<readonly Row[]> {
  const results = await fly(pool, [...settingStatements(settingsOfPetition(number)), statement])
  return (results.at(-1) ?? []) as readonly Row[]
}

/** Runs one statement in the name of a viewer; the rows that they may see come back. One round trip. */
export async function readAs<Row extends object = DatabaseRow>(
  house: Reading,
  viewer: Viewer,
  statement: Statement,
  more: Settings = {},
): Promise<readonly Row[]> {
  const [rows = []] = await flyAs(house, viewer, [statement], more)
  return rows as readonly Row[]
}

/** The same for several statements, each with its rows. */
export async function flyAs(
  house: Reading,
  viewer: Viewer,
  statements: readonly Statement[],
  more: Settings = {},
): Promise<readonly (readonly DatabaseRow[])[]> {
  const settings = settingStatements({ ...settingsOf(viewer, house.today()), ...more })
  const results = await fly(poolOf(house, viewer), [...settings, ...statements])
  return results.slice(settings.length)
}

/** Those to whom somebody answers in their organ: where one of these is named in a matter, they have no part in it (art. 28 (3)). */
export async function answeredTo(house: Reading, viewer: Viewer): Promise<readonly string[]> {
  const statement = { name: 'identity answers to', text: 'select viewer_answers_to() as above', values: [] }
  const [row] = await readAs<{ above: readonly string[] | null }>(house, viewer, statement)
  return row?.above ?? []
}

/** The same of somebody who does not look now: whether they may be named, asked or given something. */
export const superiorsOf = (
  house: Reading,
  { account, organ }: { readonly account: string; readonly organ: OrganId },
) => answeredTo(house, { kind: 'staff', account, organ, posts: [] })

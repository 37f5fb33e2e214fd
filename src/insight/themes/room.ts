import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import { themeRows, themeTables } from './tables.ts'
import type { ThemeFact, ThemeState } from './theme.ts'

/** How the engine keeps themes: a stream's id is drawn at random and says nothing. */
export const themeRoom: Room<ThemeState, ThemeFact> = {
  name: 'theme',
  initial: null,
  evolve,
  rows: themeRows,
  tables: themeTables,
}

/** What is said of a theme in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(themeRoom.name.length + 1)
export const streamOf = (theme: string): string => `${themeRoom.name}:${theme}`

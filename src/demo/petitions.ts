/** All petitions of the demo, by theme. */
import { land } from './petitions/land.ts'
import type { DemoPetition } from './words.ts'

export const demoPetitions: readonly DemoPetition[] = [...land]

/** All petitions of the demo, by theme. */
import { city } from './petitions/city.ts'
import { countryside } from './petitions/countryside.ts'
import { environment } from './petitions/environment.ts'
import { housing } from './petitions/housing.ts'
import { labour } from './petitions/labour.ts'
import { land } from './petitions/land.ts'
import { pensions } from './petitions/pensions.ts'
import type { DemoPetition } from './words.ts'

export const demoPetitions: readonly DemoPetition[] = [
  ...land,
  ...labour,
  ...pensions,
  ...housing,
  ...city,
  ...environment,
  ...countryside,
]

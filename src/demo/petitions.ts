/** All petitions of the demo, by theme. */
import { accusations } from './petitions/accusations.ts'
import { arrivals } from './petitions/arrivals.ts'
import { city } from './petitions/city.ts'
import { civil } from './petitions/civil.ts'
import { countryside } from './petitions/countryside.ts'
import { education } from './petitions/education.ts'
import { environment } from './petitions/environment.ts'
import { housing } from './petitions/housing.ts'
import { labour } from './petitions/labour.ts'
import { land } from './petitions/land.ts'
import { law } from './petitions/law.ts'
import { pensions } from './petitions/pensions.ts'
import { suggestions } from './petitions/suggestions.ts'
import type { DemoPetition } from './words.ts'

export const demoPetitions: readonly DemoPetition[] = [
  ...land,
  ...labour,
  ...pensions,
  ...housing,
  ...city,
  ...environment,
  ...countryside,
  ...education,
  ...civil,
  ...accusations,
  ...suggestions,
  ...law,
  ...arrivals,
]

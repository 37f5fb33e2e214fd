import type { PetitionHouse } from '../../petition/house.ts'

/** What establishments need of the house. */
export type EstablishmentHouse = Pick<
  PetitionHouse,
  'app' | 'work' | 'bell' | 'keys' | 'directory' | 'staffNames' | 'today' | 'now'
>

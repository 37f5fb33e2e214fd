import type { PetitionHouse } from '../../petition/house.ts'

/** What responsibility needs of the house. */
export type ResponsibilityHouse = Pick<
  PetitionHouse,
  'app' | 'work' | 'bell' | 'keys' | 'directory' | 'laws' | 'staffNames' | 'today' | 'now'
>

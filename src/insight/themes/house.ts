import type { TaskHouse } from '../../tasks/house.ts'

/** What themes need of the house: what tasks have, because their steps are tasks. */
export type ThemeHouse = TaskHouse

import type { TaskHouse } from '../../tasks/house.ts'

/** What relief needs of the house: what tasks have, because it gives them. */
export type ReliefHouse = TaskHouse

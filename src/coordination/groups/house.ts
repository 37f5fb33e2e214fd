import type { ConferenceHouse } from '../conference/house.ts'

/** What working groups need of the house: what conferences do, because a conference founds them. */
export type GroupHouse = ConferenceHouse

import type { PetitionHouse } from '../../petition/house.ts'
import type { Counted } from '../../supervision/bulletins/bulletin.ts'
import type { BulletinHouse } from '../../supervision/bulletins/house.ts'

/** What conferences need of the house: what petitions have, and the figures that bulletins count. */
export interface ConferenceHouse extends PetitionHouse, Pick<BulletinHouse, 'figuresOf'> {}

export type { Counted }

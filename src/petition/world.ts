import type { Organs } from '../kernel/organ.ts'
import { stateCouncilCalendar } from '../law/calendars/cn.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import type { PetitionLaw, World } from './petition.ts'

/** The pack is checked here against the words of the room: a fact, stage or command that nobody knows does not compile. */
export const law: PetitionLaw = cn2022

export const worldOf = (organs: Organs): World => ({ law, calendar: stateCouncilCalendar, organs })

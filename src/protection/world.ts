import type { Calendars } from '../kernel/calendars.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import { protectionClocks } from '../law/cn-2022/protection.ts'
import type { HearingOrgans, ReportWorld } from './protection.ts'

export const reportWorldOf = (organs: HearingOrgans, calendars: Calendars): ReportWorld => ({
  pack: `${cn2022.id}@${cn2022.version}`,
  clocks: protectionClocks,
  calendars,
  organs,
})

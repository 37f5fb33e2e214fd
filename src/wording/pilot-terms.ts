/** The coded values of pilots (试点) in words. A code without both languages does not compile. */
import type { PilotCommandType, PilotFactType, PilotStage } from '../insight/pilots/pilot.ts'
import type { Bilingual } from './bilingual.ts'

export const pilotTerms = {
  pilotStage: {
    running: { zh: '试点中', en: 'Running' },
    spread: { zh: '已推广', en: 'Spread' },
    dropped: { zh: '不再推行', en: 'Dropped' },
  } satisfies Record<PilotStage, Bilingual>,

  pilotCommand: {
    BeginPilot: { zh: '开展试点', en: 'Begin it' },
    SpreadPilot: { zh: '推广', en: 'Spread it' },
    DropPilot: { zh: '不再推行', en: 'Drop it' },
  } satisfies Record<PilotCommandType, Bilingual>,

  pilotFact: {
    PilotBegun: { zh: '开展试点', en: 'Begun' },
    PilotSpread: { zh: '推广', en: 'Spread' },
    PilotDropped: { zh: '不再推行', en: 'Dropped' },
  } satisfies Record<PilotFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

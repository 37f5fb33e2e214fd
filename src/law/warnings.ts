/**
 * What is practice in early warning (预警). The Regulations ask that trends are analysed and risks seen early (art. 14 (1) (4)), and give neither
 * days nor numbers: all of it is the house’s own decision (docs/adr/0047).
 */

import { workingDays } from '../kernel/span.ts'
import { decided } from './basis.ts'

/** Whoever is warned looks into it and says what it is. */
export const answerWarning = { span: workingDays(5), basis: decided('0047') } as const

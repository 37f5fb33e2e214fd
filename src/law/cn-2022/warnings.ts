import { workingDays } from '../../kernel/span.ts'
import { decided } from '../basis.ts'
import type { WarningTimes } from '../warnings.ts'

/** No article gives days (art. 14): they are the house’s own (docs/adr/0047). */
export const warningTimes = {
  answerWarning: { span: workingDays(5), basis: decided('0047') },
} as const satisfies WarningTimes

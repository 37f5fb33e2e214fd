import { days } from '../../kernel/span.ts'
import { decided } from '../basis.ts'
import type { SecondmentTimes } from '../secondments.ts'

/** No article gives days: they are the house’s own (docs/adr/0066). */
export const secondmentTimes = {
  longestSecondment: { span: days(730), basis: decided('0066') },
  answerSecondment: { span: days(15), basis: decided('0066') },
  evaluateMidway: { span: days(15), basis: decided('0066') },
  evaluateAtEnd: { span: days(15), basis: decided('0066') },
  receiveBack: { span: days(30), basis: decided('0066') },
} as const satisfies SecondmentTimes

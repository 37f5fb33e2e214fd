import { days } from '../../kernel/span.ts'
import { decided } from '../basis.ts'
import type { Trainings, TrainingTimes } from '../trainings.ts'

/** No article says which training a post needs, nor for how long it holds: it is the house’s own (docs/adr/0068). */
export const trainings = {
  induction: { requiredOf: ['clerk', 'head', 'commissioner'], span: days(1095), basis: decided('0068') },
  conduct: {
    requiredOf: ['clerk', 'head', 'leader', 'supervisor', 'commissioner'],
    span: days(365),
    basis: decided('0068'),
  },
  topical: { requiredOf: [], span: days(730), basis: decided('0068') },
} as const satisfies Trainings

export const trainingTimes = {
  retakeTest: { span: days(7), basis: decided('0068') },
  renewCertificate: { span: days(60), basis: decided('0068') },
} as const satisfies TrainingTimes

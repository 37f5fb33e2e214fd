/** The words of answer quality (答复质量): what is looked for in an answer. None of it is about whoever asked. */
import { wordChecks } from '../../supervision/finding/finding.ts'

/** `late` is by the clock, `sameText` by what the organ gave to others; the rest by the words alone. */
export const answerChecks = ['late', ...wordChecks, 'sameText'] as const
export type AnswerCheck = (typeof answerChecks)[number]

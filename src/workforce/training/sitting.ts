/** Sitting at a test: the house opens the questions for whoever has begun, and marks what they hand in. What is right never leaves it. */
import type { CourseTest, Question } from './course.ts'
import type { TrainingHouse } from './house.ts'
import { piecesOfHouse } from './queries.ts'

export interface ShownQuestion {
  readonly words: string
  readonly options: readonly string[]
  /** More than one option is right. */
  readonly isMany: boolean
}

const sorted = (choices: readonly number[]): readonly number[] => [...new Set(choices)].sort((a, b) => a - b)

/** How what is right is written before it is sealed. */
export const rightInWords = (choices: readonly number[]): string => sorted(choices).join(',')

const rightFrom = (words: string): readonly number[] => words.split(',').map(Number)

const erased = '〔已依法销毁 / lawfully erased〕'

/** The questions, without what is right. */
export async function questionsOf(
  house: TrainingHouse,
  course: string,
  { questions }: Pick<CourseTest, 'questions'>,
): Promise<readonly ShownQuestion[]> {
  const texts = await piecesOfHouse(house, course, refsOf(questions))
  const said = (ref: string): string => texts.get(ref) ?? erased
  return questions.map(({ words, options, right }) => ({
    words: said(words.ref),
    options: options.map(({ ref }) => said(ref)),
    isMany: rightFrom(said(right.ref)).length > 1,
  }))
}

const refsOf = (questions: readonly Question[]): readonly string[] =>
  questions.flatMap(({ words, options, right }) => [words.ref, ...options.map(({ ref }) => ref), right.ref])

/** A question is right where exactly what is right was chosen; one that was left out is not. */
export const countRight = (key: readonly string[], answers: readonly (readonly number[])[]): number =>
  key.filter((right, at) => rightInWords(answers[at] ?? []) === right).length

export async function mark(
  house: TrainingHouse,
  course: string,
  { questions }: Pick<CourseTest, 'questions'>,
  answers: readonly (readonly number[])[],
): Promise<{ readonly right: number; readonly of: number }> {
  const refs = questions.map(({ right }) => right.ref)
  const texts = await piecesOfHouse(house, course, refs)
  return {
    right: countRight(
      refs.map((ref) => texts.get(ref) ?? erased),
      answers,
    ),
    of: questions.length,
  }
}

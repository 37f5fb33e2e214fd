/** What deciding on a letter is made of, for the files that share it. */
import { err, ok, type Result } from '../kernel/result.ts'
import type {
  Letter,
  LetterActor,
  LetterCommandType,
  LetterFact,
  LetterRefusal,
  LetterWorld,
  Of,
} from './assessment.ts'

export type LetterDecision = Result<readonly LetterFact[], LetterRefusal>

/** Whether staff of the side may act at all was looked at before. */
export type Decide<T extends LetterCommandType> = (
  letter: Letter,
  command: Of<T> & { readonly actor: Extract<LetterActor, { kind: 'staff' }> },
  world: LetterWorld,
) => LetterDecision

export const refuse = (refusal: LetterRefusal): LetterDecision => err(refusal)
export const accept = (...facts: readonly LetterFact[]): LetterDecision => ok(facts)

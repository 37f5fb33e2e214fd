import type { Result } from './result.ts'

/** The shape of every room that decides: pure, so that a history can be replayed and a rule tested without a house. */
export interface Decider<State, Command, Fact, Refusal, World> {
  readonly initial: State
  /** What may follow from a command. Returns facts or a refusal and never throws. */
  decide(state: State, command: Command, world: World): Result<readonly Fact[], Refusal>
  /** What a fact changes. Never looks at the law; throws when the history is impossible. */
  evolve(state: State, fact: Fact): State
}

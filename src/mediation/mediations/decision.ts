/** What the decisions on a mediation have in common. */
import { err, ok, type Result } from '../../kernel/result.ts'
import { type Basis, rule } from '../../law/basis.ts'
import type { SignedRecord } from '../../petition/handling/words.ts'
import type { Party, WordBy } from './consenting-words.ts'
import { speaksFor } from './keeping.ts'
import type { Mediator } from './mediating-words.ts'
import type {
  Mediation,
  MediationActor,
  MediationCommandType,
  MediationFact,
  MediationRefusal,
  MediationWorld,
  Of,
} from './mediation.ts'

export type MediationDecision = Result<readonly MediationFact[], MediationRefusal>
export type Decide<T extends MediationCommandType> = (
  mediation: Mediation,
  command: Of<T>,
  world: MediationWorld,
) => MediationDecision

export const refuse = (refusal: MediationRefusal): MediationDecision => err(refusal)
export const accept = (...facts: readonly MediationFact[]): MediationDecision => ok(facts)

export const partyOf = ({ parties }: Mediation, ref: string): Party | undefined =>
  parties.find((party) => party.ref === ref)

export const mediatorOf = ({ mediators }: Mediation, ref: string): Mediator | undefined =>
  mediators.find((mediator) => mediator.ref === ref)

/** 自愿: each for themselves (art. 3 (1), 23 (2)). */
export const ofOwnWill: Basis = rule('RMTJ', 3, 1, 1)

/** How the word of a party comes, or why it is none: their own key, a paper that they signed, their own organ; never somebody else’s say. */
export function wordOf(
  party: Party,
  actor: MediationActor,
  { signed, command }: { readonly signed: SignedRecord | null; readonly command: MediationCommandType },
): Result<WordBy, MediationRefusal> {
  if (actor.kind === 'party') {
    return actor.party === party.ref ? ok('key') : err({ kind: 'party-is-another', party: party.ref, basis: ofOwnWill })
  }
  if (actor.kind === 'house') return ok('key')
  if (speaksFor(party, actor)) return ok('organ')
  if (signed !== null) return ok('signed')
  return err({ kind: 'needs-key-or-signed-record', command, basis: ofOwnWill })
}

/** Where a petition stands, in plain words for whoever petitions. */
import type { Recorded } from '../engine/envelope.ts'
import type { Bilingual } from '../wording/bilingual.ts'
import { inPlainWords } from '../wording/plain/plain.ts'
import type { Fact, Petition } from './petition.ts'

interface Standing {
  readonly petition: Petition
  readonly history: readonly Recorded<Fact>[]
}

/** The stage; where it was declined, on what ground; and the route of art. 31, once there is one. */
export function standsInWords({ petition, history }: Standing): Bilingual[] {
  const { stage, route } = petition
  const declined = history.findLast(({ fact }) => fact.type === 'AcceptanceDeclined')?.fact
  const isOnRoute = route !== null && (stage === 'accepted' || stage === 'directed')
  return [
    inPlainWords('stage', stage),
    stage === 'declined' && declined?.type === 'AcceptanceDeclined'
      ? inPlainWords('declineGround', declined.ground)
      : null,
    isOnRoute ? inPlainWords('route', route) : null,
  ].filter((says) => says !== null)
}

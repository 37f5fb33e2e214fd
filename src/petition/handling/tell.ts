/** 告知: how a notice that needs no proof of service reaches whoever petitions. In writing (art. 23); what a way of service asks, it asks here too. */
import type { Petition, Refusal, World } from '../petition.ts'
import type { Told } from './words.ts'

/** Null where the notice may be given so. An announcement is for what must be served: it cannot be all that somebody hears of a notice. */
export function refusalOfTelling(
  { people }: Petition,
  told: Told,
  track: Petition['track'],
  { law }: World,
): Refusal | null {
  const { way } = told
  if (way === 'onTheSpot') return null
  const { onlySimplified, basis } = law.serviceWays[way]
  if (onlySimplified && track !== 'simplified') return { kind: 'way-only-simplified', way, basis }
  if (way === 'announcement') return { kind: 'proof-missing', way, missing: ['publication'], basis }
  const agreed = people.every(({ electronicService }) => electronicService)
  return way === 'electronic' && !agreed ? { kind: 'proof-missing', way, missing: ['consent'], basis } : null
}

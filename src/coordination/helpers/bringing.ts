/** What becomes known at a screening or a mediation, brought to the engagements there: consent, whom it is kept from, that it is over or erased. */
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { Mediation } from '../../mediation/mediations/mediation.ts'
import { mediationOfHouse } from '../../mediation/mediations/queries.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { commandAsHouse, endAsHouse } from './as-house.ts'
import { isOfConcerned } from './engaging.ts'
import { readEngagement, readHelper } from './queries.ts'
import { isOfAccusation, isOver, isParty, organsIn, wordsOf } from './subject.ts'

/** What the parties said of the guest. One no is enough; what was said before is not said twice. */
export async function bringWords(house: PetitionHouse, mediation: Mediation, engagement: string): Promise<void> {
  const read = await readEngagement(house, engagement, null)
  if (read?.state.subject.kind !== 'mediation') return
  for (const word of wordsOf(mediation, read.state.subject.guest)) {
    await commandAsHouse(house, engagement, 'AnswerConsent', { ...word, signed: null })
  }
}

/**
 * A mediation that is over, that turns out to be of an accusation, whose holder must not know of it any more, or in which the helper or their
 * organ is a party, has no helper.
 */
export async function followMediation(house: PetitionHouse, stream: string, engagement: string): Promise<void> {
  const mediation = await mediationOfHouse(house, stream)
  if (mediation === null) return
  const { keptFrom, officials } = mediation
  await commandAsHouse(house, engagement, 'KeepEngagement', { keptFrom, officials })
  await bringWords(house, mediation, engagement)
  const read = await readEngagement(house, engagement, null)
  const helper = read && (await readHelper(house, read.state.helper, null))
  if (!helper) return
  const isInviterOut = isKeptOut(keptFrom, read.state.inviter, house.directory)
  const isConcerned =
    isOfConcerned({ keptFrom, about: organsIn(mediation) }, helper.state.organ, house.directory) ||
    (await isParty(house, stream, mediation, read.helperName))
  if (isOver(mediation) || isInviterOut || isConcerned || (await isOfAccusation(house, mediation))) {
    await endAsHouse(house, engagement)
  }
}

/**
 * 推诿: a matter that goes from hand to hand. To route is a bureau's work, and to pass down what somebody brought to the wrong level is
 * what the law asks (art. 22, 23 (1)); shirking begins where an organ that was given a matter gives it away again instead of
 * accepting it. Each may be right by itself, so it takes several, and no organ is found for the first (docs/adr/0031).
 */
import type { OrganId } from '../../kernel/organ.ts'
import { isEnded } from '../../petition/petition.ts'
import { bearing, type Happened, type Look, type Looked, type Seen } from './finding.ts'

/** Who gave a matter away that somebody had given to them; null where nobody did. */
function givesAway({ fact }: Happened, given: ReadonlySet<OrganId>, { organs }: Looked): OrganId | null {
  if (fact.type === 'TransferReturned') return fact.from
  if (fact.type !== 'PetitionTransferred' && fact.type !== 'PetitionAssigned') return null
  return organs.find(fact.from)?.kind !== 'bureau' && given.has(fact.from) ? fact.from : null
}

function givenAway(looked: Looked): readonly (Happened & { readonly by: OrganId })[] {
  const given = new Set<OrganId>()
  return looked.history.flatMap((happened) => {
    const by = givesAway(happened, given, looked)
    const { fact } = happened
    if (fact.type === 'PetitionTransferred' || fact.type === 'PetitionAssigned') given.add(fact.to)
    return by === null ? [] : [{ ...happened, by }]
  })
}

/** Somebody has it at last, or it is over. */
const stateOf = ({ petition }: Looked): Seen['state'] =>
  petition.acceptedOn !== null || isEnded(petition.stage) ? 'mended' : 'stands'

/** By so many different organs. The last of them is found, with all that went before as evidence. */
const handedOnTooOften: Look = (looked, atLeast) => {
  const all = givenAway(looked)
  const first = all.filter(({ by }, at) => all.findIndex((other) => other.by === by) === at)
  return first.flatMap(({ by }, at) => {
    if (at + 1 < atLeast) return []
    const evidence = first.slice(0, at + 1).map((happened) => bearing(happened))
    return [
      { rule: 'handedOnTooOften', key: `handedOnTooOften/${at + 1}`, organ: by, state: stateOf(looked), evidence },
    ]
  })
}

const returnedTooOften: Look = (looked, atLeast) => {
  const returns = looked.history.filter(({ fact }) => fact.type === 'TransferReturned')
  return returns.flatMap((happened, at) => {
    const { fact } = happened
    if (at + 1 < atLeast || fact.type !== 'TransferReturned') return []
    const evidence = returns.slice(0, at + 1).map((each) => bearing(each))
    return [
      {
        rule: 'returnedTooOften',
        key: `returnedTooOften/${at + 1}`,
        organ: fact.from,
        state: stateOf(looked),
        evidence,
      },
    ]
  })
}

export const shirking = { handedOnTooOften, returnedTooOften }

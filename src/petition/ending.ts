/** When a petition ends by itself: nothing is owed and no right runs any more, or the last word is with everyone who asked. */
import type { Day } from '../kernel/day.ts'
import { isOpen } from '../kernel/running-clock.ts'
import { rulesOf } from './clocks.ts'
import { type Fact, isEnded, type Petition, type World } from './petition.ts'
import { lastCase } from './review/cases.ts'

/** The fact that ends it, if it ends now: 办结, or 终结 after re-examination (art. 36 (3)). */
export function endingOf(petition: Petition, on: Day, world: World): readonly Fact[] {
  if (isEnded(petition.stage)) return []
  if (isAnsweredFinally(petition)) return [{ type: 'PetitionClosed', on, organ: null }]
  const open = petition.clocks.filter(isOpen)
  if (petition.stage === 'served' || petition.stage === 'reviewed') {
    return open.length === 0 ? [{ type: 'PetitionClosed', on, organ: null }] : []
  }
  const outlive = open.every(({ rule }) => rulesOf(world)[rule]?.outlivesEnd)
  const lastWord = lastCase(petition, 'reexamination')
  return petition.stage === 'reexaminationIssued' && outlive && lastWord
    ? [{ type: 'PetitionFinalised', on, organ: lastWord.organ }]
    : []
}

/** A suggestion, an accusation or a duty once replied to has no review (art. 29–31 (5)). */
const isAnsweredFinally = ({ stage, opinion, documents }: Petition): boolean => {
  const kind = documents.find(({ ref }) => ref === opinion)?.kind
  return stage === 'served' && (kind === 'suggestionReply' || kind === 'dutyAnswer')
}

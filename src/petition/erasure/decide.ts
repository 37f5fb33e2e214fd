import { addYears, type Day, isAfter } from '../../kernel/day.ts'
import { isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import { lastDayNow } from '../clocks.ts'
import { accept, type Decide, refuse } from '../decision.ts'
import type { Actor, Fact, Petition, Refusal, World } from '../petition.ts'
import type { Erasure } from './words.ts'

/** Proposed, and neither objected to nor approved. */
export const proposedErasure = ({ erasure }: Petition): Erasure | null =>
  erasure && erasure.objectedOn === null && erasure.approvedOn === null ? erasure : null

const proposeErasure: Decide<'ProposeErasure'> = (petition, { on, actor, approver }, world) => {
  if (proposedErasure(petition)) return refuse({ kind: 'erasure-already-proposed' })
  const refusal = refusalToErase(petition, on, world)
  if (refusal) return refuse(refusal)
  const organ = petition.registrar
  const isOther = approver !== null && approver !== organ && !petition.about.some((about) => about.organ === approver)
  if (!isOther) return refuse({ kind: 'no-superior-to-approve', basis: world.law.retention[petition.class].basis })
  const proposed: Fact = { type: 'ErasureProposed', on, organ, approver, account: accountOf(actor) }
  const offers = petition.people.map(({ ref }): Fact => ({ type: 'CopyOffered', on, person: ref }))
  return accept(proposed, ...offers)
}

/** Nothing may be owed, asked for or reported any more, and the retention has run since anything last happened. */
function refusalToErase(petition: Petition, on: Day, { law }: World): Refusal | null {
  const owed = petition.clocks.filter((clock) => isOpen(clock) && clock.rule !== 'objectToErasure')
  if (owed.length > 0) return { kind: 'duty-still-running', clocks: owed.map(({ id }) => id) }
  if (petition.obstructions.length > 0)
    return { kind: 'obstruction-was-reported', basis: law.principles.nobodyIsPersecuted.basis }
  const { years, basis } = law.retention[petition.class]
  const until = addYears(petition.restsSince, years)
  return isAfter(on, until) ? null : { kind: 'retention-still-running', until, basis }
}

/** The petitioner's own act, with the own key: nobody else's word counts here, and no reason is needed. */
const objectToErasure: Decide<'ObjectToErasure'> = (petition, { on, actor, reason }, world) => {
  if (actor.kind !== 'petitioner') return refuse({ kind: 'needs-own-key-or-signature', command: 'ObjectToErasure' })
  if (!proposedErasure(petition)) return refuse({ kind: 'no-erasure-proposed' })
  const { person } = actor
  const right = offersOf(petition).find(({ bearer }) => 'person' in bearer && bearer.person === person)
  if (!right) return refuse({ kind: 'no-such-right', clock: 'objectToErasure', person })
  const lastDay = lastDayNow(right, petition, world)
  const { basis } = world.law.clocks.objectToErasure ?? world.law.retention[petition.class]
  if (isAfter(on, lastDay)) return refuse({ kind: 'right-lapsed', clock: 'objectToErasure', lastDay, basis })
  return accept({ type: 'ErasureObjected', on, person, reason })
}

/** By another person, of the organ above, after every petitioner's time to take a copy or to object is over. */
const approveErasure: Decide<'ApproveErasure'> = (petition, { on, actor }, world) => {
  const proposed = proposedErasure(petition)
  if (!proposed) return refuse({ kind: 'no-erasure-proposed' })
  if (accountOf(actor) === proposed.account) return refuse({ kind: 'needs-another-person', command: 'ApproveErasure' })
  const refusal = refusalOfOffer(petition, on, world) ?? refusalToErase(petition, on, world)
  if (refusal) return refuse(refusal)
  return accept({ type: 'ErasureApproved', on, organ: proposed.approver, account: accountOf(actor) })
}

function refusalOfOffer(petition: Petition, on: Day, world: World): Refusal | null {
  const running = offersOf(petition).filter(isOpen)
  const until = running
    .map((clock) => lastDayNow(clock, petition, world))
    .sort()
    .at(-1)
  if (until === undefined || isAfter(on, until)) return null
  return { kind: 'copy-still-offered', until, basis: world.law.retention[petition.class].basis }
}

/** The offers of the erasure that is proposed now, one for each petitioner. */
const offersOf = ({ clocks, erasure }: Petition): readonly RunningClock[] =>
  clocks.filter(({ rule, from }) => rule === 'objectToErasure' && from === erasure?.proposedOn)

const eraseContent: Decide<'EraseContent'> = ({ erasure }, { on }) => {
  if (!erasure?.approvedOn || erasure.erasedOn) return refuse({ kind: 'no-erasure-proposed' })
  return accept({ type: 'ContentErased', on })
}

const accountOf = (actor: Actor): string => (actor.kind === 'staff' ? actor.account : '')

export const erasureDecisions = {
  ProposeErasure: proposeErasure,
  ObjectToErasure: objectToErasure,
  ApproveErasure: approveErasure,
  EraseContent: eraseContent,
}

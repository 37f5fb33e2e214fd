/** Who may know of a reading at all. The database keeps the same by itself (migrations/0173-readings.sql). */
import { isKeptOut, isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { Organs } from '../../kernel/organ.ts'
import type { Keeping, Leader, LookedAtLeader, Reading, StaffActor } from './reading.ts'

/** Named in it, or answering to somebody who is (art. 28 (3)). */
export const isNamed = (
  officials: readonly string[],
  { account, answersTo = [] }: Pick<StaffActor, 'account' | 'answersTo'>,
) => [account, ...answersTo].some((each) => officials.includes(each))

/** Whether a letter must not come before a leader: the petition names or accuses them, or what they lead, or they have withdrawn from it. */
export function isLeaderKeptOut(keeping: Keeping, leader: LookedAtLeader, organs: Organs): boolean {
  const { keptFrom, officials, withdrawn } = keeping
  return (
    [leader.organ, ...leader.leadsOrgans].some((organ) => isKeptOut(keptFrom, organ, organs)) ||
    isNamed(officials, leader) ||
    withdrawn.includes(leader.account)
  )
}

export const isSame = (one: Leader, { account, organ }: Leader): boolean =>
  one.account === account && one.organ === organ

export type Part = 'bureau' | 'leader'

/** In the leader's own office only the leader has a part; where the bureau is the leader's own organ, everybody who handles there. */
export function partOf(
  { bureau, leader, isAccusation }: Reading,
  actor: Pick<StaffActor, 'account' | 'organ'>,
): Part | null {
  if (isSame(leader, actor) && !isAccusation) return 'leader'
  return actor.organ === bureau ? 'bureau' : null
}

/** Whether it exists for somebody. */
export function mayKnow(reading: Reading, actor: StaffActor, organs: Organs): boolean {
  const part = partOf(reading, actor)
  if (part === null) return false
  if (isPersonKeptOut(reading.keptFrom, actor, organs) || isNamed(reading.officials, actor)) return false
  if (part === 'bureau') return true
  const leads = actor.leadsOrgans ?? []
  return !reading.withdrawn.includes(actor.account) && !leads.some((led) => isKeptOut(reading.keptFrom, led, organs))
}

/** Who may know of a task, and who acts in it. The database keeps the first by itself (migrations/0170-tasks.sql). */
import { isPersonKeptOut } from '../kernel/keeping-out.ts'
import type { OrganId, Organs } from '../kernel/organ.ts'
import type { StaffActor, Task, TaskKeeping, TaskWorld } from './task.ts'

/** Named in the matter, or answering to somebody who is (art. 28 (3)). */
export const isNamed = ({ officials }: TaskKeeping, { account, answersTo = [] }: StaffActor): boolean =>
  [account, ...answersTo].some((each) => officials.includes(each))

export type Part = 'giver' | 'doer' | 'reader'

/** All parts that an organ has in it: one can give itself something to do. */
export const partsIn = ({ giver, organ, shownTo }: Task, of: OrganId): readonly Part[] => [
  ...(giver === of ? (['giver'] as const) : []),
  ...(organ === of ? (['doer'] as const) : []),
  ...(shownTo.includes(of) ? (['reader'] as const) : []),
]

/** Whether it exists for somebody. */
export const mayKnow = (task: Task, actor: StaffActor, organs: Organs): boolean =>
  partsIn(task, actor.organ).length > 0 && !isPersonKeptOut(task.keptFrom, actor, organs) && !isNamed(task, actor)

const holds = ({ posts }: Pick<StaffActor, 'posts'>, ...wanted: readonly string[]): boolean =>
  wanted.some((post) => posts.includes(post))

export const leads = (actor: Pick<StaffActor, 'posts'>): boolean => holds(actor, 'head', 'leader')

/** Whoever handles in the organ that does it, leads or supervises there. */
export const isDoer = (task: Task, actor: StaffActor): boolean =>
  actor.organ === task.organ && holds(actor, 'clerk', 'head', 'leader', 'supervisor')

/** Whoever gave it or took it over, or stands in for them; and where that is nobody any more, whoever leads there. */
export function isCloser({ giver, closer }: Task, actor: StaffActor, { closerIsThere }: TaskWorld): boolean {
  if (actor.organ !== giver) return false
  if (closer !== null && [actor.account, ...(actor.standsFor ?? [])].includes(closer)) return true
  return (closer === null || !closerIsThere) && leads(actor)
}

/** Where a mediation lies for whoever has a part in it, and by which day. */
import { isOpen } from '../../kernel/running-clock.ts'
import type { Session } from './mediating-words.ts'
import type { Mediation } from './mediation.ts'
import { nextLook, openPromises } from './standing.ts'

/** 待受理 · 征求同意 · 待开调解会 · 调解中 · 待签名盖章 · 履行回访 · 司法确认 · 已结束 */
export const mediationShelves = [
  ...(['requested', 'asking', 'session', 'mediating', 'signing', 'following', 'confirming', 'done'] as const),
] as const
export type MediationShelf = (typeof mediationShelves)[number]

const nextSession = ({ sessions }: Mediation): Session | undefined =>
  sessions
    .filter(({ cancelled, record }) => cancelled === null && record === null)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0]

const isConfirming = ({ parties, confirmation, isConfirmable }: Mediation): boolean =>
  isConfirmable &&
  (confirmation.decided === null || confirmation.applied === null) &&
  (confirmation.applied !== null || parties.some(({ asksConfirmation }) => asksConfirmation !== null))

export function shelfOf(mediation: Mediation): MediationShelf {
  const { stage, agreement } = mediation
  switch (stage) {
    case 'requested':
    case 'asking':
      return stage
    case 'mediating':
      if (agreement !== null) return 'signing'
      return nextSession(mediation) ? 'session' : 'mediating'
    case 'agreed':
      return isConfirming(mediation) ? 'confirming' : 'following'
    default:
      return 'done'
  }
}

/** By what it lies on its shelf: the next session, the next promise, the last day of a limit, or the last change. */
export function dayOf(mediation: Mediation): string {
  const { openedOn, movedOn, agreement } = mediation
  const last = (rule: string) => mediation.clocks.find((clock) => isOpen(clock) && clock.rule === rule)?.lastDay
  switch (shelfOf(mediation)) {
    case 'requested':
      return last('takeUpMediation') ?? openedOn
    case 'asking':
      return openedOn
    case 'session':
      return nextSession(mediation)?.day ?? movedOn
    case 'mediating':
      return last('mediate') ?? movedOn
    case 'signing':
      return agreement?.writtenOn ?? movedOn
    case 'following':
      return openPromises(mediation).map(nextLook).sort()[0] ?? movedOn
    case 'confirming':
      return last('applyForConfirmation') ?? movedOn
    case 'done':
      return movedOn
  }
}

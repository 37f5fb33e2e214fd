/** Signing out leaves nothing of a person on a phone: not what they took along, not what they wrote, not the key to it. */
import { todayInBeijing } from '../../shared/days.ts'
import { entriesOf, forgetAllOf, forgetPast, hasSheets } from './kept.ts'
import { sendAllOf } from './requests.ts'
import { forgetPages } from './shell.ts'

/** A browser that cannot keep anything has nothing to forget. */
const canKeep = (): boolean => 'indexedDB' in window && 'subtle' in crypto && 'locks' in navigator

/** How much would be lost with it: what is left after everything that can be sent was sent. */
export async function wouldBeLost(account: string): Promise<number> {
  if (!canKeep()) return 0
  await sendAllOf(account)
  return (await entriesOf(account)).length
}

export async function forgetThisPhone(account: string): Promise<void> {
  if (!canKeep()) return
  await forgetAllOf(account)
  if (!(await hasSheets())) await forgetPages()
}

/** Whenever the desk is opened: what may not be read any more goes, also where nobody looks for it. */
export async function forgetPastSheets(): Promise<void> {
  if (canKeep()) await forgetPast(todayInBeijing())
}

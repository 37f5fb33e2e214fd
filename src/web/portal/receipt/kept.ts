/** The receipt lives in this tab until the person says that it is safe: the key is shown once, but a reload must not lose it. */

import type { Flow } from '../say/draft.ts'
import type { Registered } from '../say/sending.ts'
import { forget, keep, recall } from '../shell/storage.ts'

export type Kept = Registered & { readonly flow: Flow; readonly names: readonly string[] }

let here: Kept | null = null

export function keepReceipt(receipt: Kept): void {
  here = receipt
  keep('tab', 'receipt', receipt)
}

export function readReceipt(): Kept | null {
  if (here) return here
  const kept = recall('tab', 'receipt')
  return typeof kept === 'object' && kept !== null && 'number' in kept && 'keys' in kept ? (kept as Kept) : null
}

export function forgetReceipt(): void {
  here = null
  forget('tab', 'receipt')
}

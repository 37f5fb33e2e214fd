/** Large type (关怀版): remembered on the device, set on the root so that every measure follows. */
import { useState } from 'preact/hooks'
import { keep, recall } from './storage.ts'

export const isLarge = (): boolean => recall('device', 'large') === true

export function showLarge(large: boolean): void {
  document.documentElement.classList.toggle('large', large)
}

export function useLarge(): readonly [boolean, (large: boolean) => void] {
  const [large, change] = useState(isLarge)
  return [
    large,
    (wanted) => {
      keep('device', 'large', wanted)
      showLarge(wanted)
      change(wanted)
    },
  ]
}

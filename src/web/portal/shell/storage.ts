/**
 * The device's own memory. Every access may throw (private mode, a full phone, storage switched off), and then the portal must
 * go on without: nothing here is needed to petition.
 */
export type Memory = 'device' | 'tab'

const storeOf = (memory: Memory): Storage => (memory === 'device' ? localStorage : sessionStorage)

export function recall(memory: Memory, key: string): unknown {
  try {
    const text = storeOf(memory).getItem(`xinqiao.portal.${key}`)
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether it could be kept. */
export function keep(memory: Memory, key: string, value: unknown): boolean {
  try {
    storeOf(memory).setItem(`xinqiao.portal.${key}`, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function forget(memory: Memory, key: string): void {
  try {
    storeOf(memory).removeItem(`xinqiao.portal.${key}`)
  } catch {
    // nothing was kept, so nothing is left behind
  }
}

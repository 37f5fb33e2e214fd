/** What was typed into a form and not sent yet, for as long as the tab lives. */
const place = (number: string, action: string): string => `xinqiao.typed.${number}.${action}`

export function keepTyped(number: string, action: string, values: unknown): void {
  try {
    sessionStorage.setItem(place(number, action), JSON.stringify(values))
  } catch {
    // A full store keeps nothing; the open form still has it.
  }
}

export function typedBefore(number: string, action: string): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(number, action)) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

export function forgetTyped(number: string, action: string): void {
  sessionStorage.removeItem(place(number, action))
}

/** At signing out: nothing that was typed about anybody stays on the machine. */
export function forgetAllTyped(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith('xinqiao.typed.')) sessionStorage.removeItem(key)
  }
}

/** Names that nobody guesses. `crypto.randomUUID` is missing on old phones and on a plain http address. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

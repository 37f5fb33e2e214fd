/** Makes the draw again from what is public, as docs/adr/0038 says it is made. */

export interface Drawn {
  readonly commitment: string
  readonly secret: string
  readonly seed: string
  readonly kept: number
  readonly entries: readonly {
    readonly reference: string
    readonly rank: string
    readonly first: boolean
    readonly wasDrawn: boolean
  }[]
}

/** Rejects where the browser cannot compute it: on a plain http address, say. */
async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether the secret is the one that was committed to, the seed is made of it and of all references, and the order follows. */
export async function checkDraw({ commitment, secret, seed, kept, entries }: Drawn): Promise<boolean> {
  if ((await digest(secret)) !== commitment) return false
  const drawn = entries.filter(({ wasDrawn }) => wasDrawn)
  const references = drawn.map(({ reference }) => reference).sort()
  if ((await digest([secret].concat(references).join('\n'))) !== seed) return false
  for (const { reference, rank } of entries) if ((await digest(`${seed}\n${reference}`)) !== rank) return false
  const ranked = drawn.slice().sort((a, b) => (a.rank < b.rank ? -1 : 1))
  const ahead = ranked.filter(({ first }) => first).slice(0, kept)
  const order = ahead.concat(ranked.filter((entry) => ahead.indexOf(entry) < 0))
  return order.every(({ reference }, at) => reference === (drawn[at] || { reference: '' }).reference)
}

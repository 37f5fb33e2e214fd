/** Looks for pieces of text in bytes, in every form in which a program might have written them down. */

type Encode = (text: string) => readonly Buffer[]

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
const bothCases = (text: string): readonly Buffer[] => [
  Buffer.from(text.toLowerCase()),
  Buffer.from(text.toUpperCase()),
]

/** As far as its signs have two bytes, or stand beyond the first plane. */
function gb18030(text: string): readonly Buffer[] {
  const codes = [...text].map((sign) =>
    sign <= '\x7f' ? Buffer.from(sign) : (twoBytes().get(sign) ?? fourBytes(sign)),
  )
  return codes.includes(null) ? [] : [Buffer.concat(codes.filter((code) => code !== null))]
}

let table: Map<string, Buffer> | undefined
function twoBytes(): Map<string, Buffer> {
  if (table) return table
  table = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) table.set(decoder.decode(Buffer.of(high, low)), Buffer.of(high, low))
  return table
}

function fourBytes(sign: string): Buffer | null {
  const place = (sign.codePointAt(0) ?? 0) - 0x10000
  if (place < 0) return null
  const linear = place + 189_000
  const digits = [
    Math.floor(linear / 12_600),
    Math.floor(linear / 1260) % 10,
    Math.floor(linear / 10) % 126,
    linear % 10,
  ]
  return Buffer.from(digits.map((digit, at) => digit + (at % 2 === 0 ? 0x81 : 0x30)))
}

/** Whatever stands before it: without the signs that depend on the neighbours. */
function base64(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text)
  return [0, 1, 2].flatMap((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const certain = whole.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6))
    return [certain, certain.replaceAll('+', '-').replaceAll('/', '_')].map((each) => Buffer.from(each))
  })
}

const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')
const eachByte = (text: string, write: (byte: number) => string): string => [...Buffer.from(text)].map(write).join('')
const hexOf = (byte: number): string => byte.toString(16).padStart(2, '0')
const isAscii = (text: string): boolean => /^[\x20-\x7e]+$/.test(text)

export const encodings: Readonly<Record<string, Encode>> = {
  'UTF-8': (text) => [Buffer.from(text)],
  'UTF-16': (text) => [Buffer.from(text, 'utf16le'), utf16be(text)],
  'GB 18030': gb18030,
  base64,
  // as `bytea` is written too
  hexadecimal: (text) => bothCases(Buffer.from(text).toString('hex')),
  'URL encoding': (text) => (isAscii(text) ? [] : bothCases(eachByte(text, (byte) => `%${hexOf(byte)}`))),
  'JSON escapes': (text) => [
    Buffer.from(escaped(text)),
    Buffer.from(escaped(text).toUpperCase().replaceAll('\\U', '\\u')),
  ],
  'octal escapes': (text) => (isAscii(text) ? [] : [Buffer.from(eachByte(text, (byte) => `\\${byte.toString(8)}`))]),
}

export interface Found {
  readonly text: string
  readonly encoding: string
}

/** Finds all pieces in one pass over the bytes, however many there are (Aho and Corasick). */
export function finder(texts: readonly string[]): (bytes: Uint8Array) => readonly Found[] {
  const needles = texts.flatMap((text) =>
    Object.entries(encodings).flatMap(([encoding, encode]) => encode(text).map((bytes) => ({ text, encoding, bytes }))),
  )
  const most = needles.reduce((sum, { bytes }) => sum + bytes.length, 1)
  const next = new Int32Array(most * 256)
  const ends = new Map<number, Found[]>()
  let states = 1
  for (const { bytes, text, encoding } of needles) {
    let at = 0
    for (const byte of bytes) {
      if (next[at * 256 + byte] === 0) next[at * 256 + byte] = states++
      at = next[at * 256 + byte] as number
    }
    ends.set(at, [...(ends.get(at) ?? []), { text, encoding }])
  }
  complete(next, ends, states)
  return (bytes) => {
    const found = new Set<Found>()
    let at = 0
    for (let place = 0; place < bytes.length; place++) {
      at = next[at * 256 + (bytes[place] as number)] as number
      if (at !== 0) for (const each of ends.get(at) ?? []) found.add(each)
    }
    return [...found]
  }
}

/** Fills in where to go on after a mismatch, level by level. */
function complete(next: Int32Array, ends: Map<number, Found[]>, states: number): void {
  const fallback = new Int32Array(states)
  const queue = [0]
  for (let turn = 0; turn < queue.length; turn++) {
    const at = queue[turn] as number
    const back = fallback[at] as number
    const inherited = at === 0 ? [] : (ends.get(back) ?? [])
    if (inherited.length > 0) ends.set(at, [...(ends.get(at) ?? []), ...inherited])
    for (let byte = 0; byte < 256; byte++) {
      const to = next[at * 256 + byte] as number
      const otherwise = at === 0 ? 0 : (next[back * 256 + byte] as number)
      if (to === 0) next[at * 256 + byte] = otherwise
      else {
        fallback[to] = otherwise
        queue.push(to)
      }
    }
  }
}

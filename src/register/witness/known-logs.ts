/** Which logs somebody knows: keys, and addresses at which they are looked at. */
import { type NoteKey, parseVkey } from '../../proof/note.ts'

export interface KnownLogs {
  readonly keys: readonly NoteKey[]
  readonly places: readonly string[]
}

/** Reads lines of `VKEY` or `VKEY ADDRESS`; empty ones and those that begin with # say nothing. In words what is wrong otherwise. */
export function readKnownLogs(lines: readonly string[]): KnownLogs | string {
  const keys: NoteKey[] = []
  const places: string[] = []
  for (const line of lines.map((each) => each.trim()).filter((each) => each !== '' && !each.startsWith('#'))) {
    const [vkey = '', place, ...more] = line.split(/\s+/)
    const key = parseVkey(vkey)
    if (key === null) return `${vkey} is not a key as a register prints its own`
    if (more.length > 0) return `${line}: is not a key, or a key and an address`
    if (place !== undefined && !isAddress(place))
      return `${place} is not an address such as https://xinfang.example/log`
    keys.push(key)
    if (place !== undefined && !places.includes(place)) places.push(place)
  }
  return { keys, places }
}

export const isAddress = (place: string): boolean =>
  URL.canParse(place) && /^https?:$/.test(new URL(place).protocol) && !/[?#]/.test(place)

/** Who co-signs what the house publishes, as the environment says it. */
import { type NoteKey, parseVkey, signatureTypes, vkeyOf } from '../proof/note.ts'

/** One who co-signs: by which key it is known, and where it is asked. */
export interface Witness {
  readonly key: NoteKey
  /** Without a slash at the end: `https://witness.example/w1`. */
  readonly url: string
}

/** Each is asked after each publication; so many that a quorum can be had of them, and no more. */
const mostWitnesses = 32

/** Reads `VKEY@URL,VKEY@URL`; in words what is wrong with it otherwise. */
export function readWitnesses(list: string): readonly Witness[] | string {
  const words = list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const read = words.map(witnessIn)
  const wrong = read.find((each) => typeof each === 'string')
  if (wrong !== undefined) return wrong
  const witnesses = read.filter((each) => typeof each !== 'string')
  if (witnesses.length > mostWitnesses) return `names more than ${mostWitnesses} witnesses`
  if (new Set(witnesses.map(({ key }) => vkeyOf(key))).size < witnesses.length) return 'names a witness twice'
  return witnesses
}

function witnessIn(word: string): Witness | string {
  // a name may have an @ in it, and so may an address: the address begins at the last that it could begin at
  const [, vkey = '', url = ''] = /^(.+)@(https?:\/\/.+)$/.exec(word) ?? []
  if (vkey === '') return `${word}: is not VKEY@URL`
  const key = parseVkey(vkey)
  if (key === null) return `${vkey}: is not a key as witnesses print theirs`
  if (key.type !== signatureTypes.cosignature) return `${vkey}: is a key for texts and not one of a witness (type 4)`
  if (!isPlainAddress(url)) return `${url}: is not an address such as https://witness.example/w1`
  return { key, url: url.replace(/\/+$/, '') }
}

/** What is asked for is put behind it, so that a question or a fragment would swallow it; passwords would be logged. */
function isPlainAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { search, hash, username, password } = new URL(url)
  return [search, hash, username, password].every((part) => part === '') && !/[?#\s]/.test(url)
}

import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, utf8 } from './bytes.ts'
import {
  isSignedBy,
  keyIdOf,
  type Note,
  type NoteKey,
  noteOf,
  parseNote,
  parseSignature,
  parseVkey,
  signNote,
  vkeyOf,
} from './note.ts'
import { ownKey } from './testing/own-key.ts'
import { behindTheSofa, enoch, example, peter } from './testing/vectors.ts'

const keyOf = (vkey: string): NoteKey => parseVkey(vkey) as NoteKey
const noteIn = (said: string): Note => parseNote(said) as Note
const [peterKey, enochKey] = [keyOf(peter.vkey), keyOf(enoch.vkey)]
const both = `${peter.text}\n${peter.signature}${enoch.signature}`

describe('C2SP signed-note: published notes', () => {
  it('of the specification is good under its key', () => {
    expect(isSignedBy(noteIn(example.note), [keyOf(example.vkey)])).toBe(true)
    expect(vkeyOf(keyOf(example.vkey))).toBe(example.vkey)
  })

  it('of the Go implementation comes out of its key to the byte', () => {
    const seed = fromBase64(peter.seed)?.subarray(1) as Uint8Array
    const signature = signNote(peter.text, peterKey, (message) => ed25519.sign(message, seed))
    expect(noteOf({ text: peter.text, signatures: [signature] })).toBe(`${peter.text}\n${peter.signature}`)
  })

  it('with two signatures is good under either key, and under both', () => {
    for (const keys of [[peterKey], [enochKey], [peterKey, enochKey]]) expect(isSignedBy(noteIn(both), keys)).toBe(true)
    expect(noteOf(noteIn(both))).toBe(both)
  })

  it('of tlog-cosignature has the time that its signed message names', () => {
    const [, witness] = noteIn(behindTheSofa).signatures
    expect(witness?.name).toBe('witness.example.com/w1')
    expect(Buffer.from(witness?.keyId ?? []).toString('hex')).toBe('8d66cf3f')
    expect(witness?.bytes.length).toBe(72)
    expect(new DataView(Uint8Array.from(witness?.bytes ?? []).buffer).getBigUint64(0)).toBe(1679315147n)
    expect(noteOf(noteIn(behindTheSofa))).toBe(behindTheSofa)
  })

  it('may have empty lines in their text: the last one parts', () => {
    const said =
      'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n' +
      '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n'
    expect(noteIn(said).text).toMatch(/sole:\n\ned è subito sera\.\n$/)
    expect(noteOf(noteIn(said))).toBe(said)
  })
})

describe('C2SP signed-note: what is no note', () => {
  it.each([
    ['a text alone', peter.text],
    ['a text with an empty line', `${peter.text}\n`],
    ['a signature cut off', `${peter.text}\n${peter.signature.slice(0, -1)}`],
    ['a control sign', `\u0001${peter.text}\n${peter.signature}`],
    ['lines that end as on Windows', `${peter.text}\n${peter.signature}`.replaceAll('\n', '\r\n')],
    ['a tab', `a\tb\n\n${peter.signature}`],
    ['half of a pair of signs', `\ud83d\n\n${peter.signature}`],
    ['a name with a space', `${peter.text}\n${peter.signature.replace('PeterNeumann', 'Peter Neumann')}`],
    ['a name with another space', `${peter.text}\n${peter.signature.replace('rN', 'r\u3000N')}`],
    ['a name with a plus', `${peter.text}\n${peter.signature.replace('rN', 'r+N')}`],
    ['a hyphen for the dash', `${peter.text}\n${peter.signature.replace('—', '-')}`],
    ['a line that is no signature', `${peter.text}\n${peter.signature}Unexpected line.\n`],
    ['a signature of an id alone', `${peter.text}\n— PeterNeumann x08gow==\n`],
    ['base64 without padding', `${peter.text}\n${peter.signature.replace('=', '')}`],
    ['base64 with bits left over', `${peter.text}\n${peter.signature.replace('nAM=', 'nAN=')}`],
    ['base64 for addresses', `${peter.text}\n${peter.signature.replaceAll('/', '_')}`],
    ['101 signatures', `${peter.text}\n${peter.signature.repeat(101)}`],
    ['a megabyte and more', `${'a'.repeat(1_000_001)}\n\n${peter.signature}`],
    ['nothing', ''],
  ])('%s', (_, said) => {
    expect(parseNote(said)).toBeNull()
  })

  it('but one with sixteen signatures is, and with a hundred', () => {
    expect(isSignedBy(noteIn(`${peter.text}\n${peter.signature.repeat(16)}`), [peterKey])).toBe(true)
    expect(parseNote(`${peter.text}\n${enoch.signature.repeat(100)}`)).not.toBeNull()
  })
})

describe('C2SP signed-note: whose signatures count', () => {
  const other = ownKey('PeterNeumann')

  it('unknown keys are ignored, though they share name or id with a known one', () => {
    const forged = signNote('another text\n', other.key, other.sign)
    const beside = noteOf({ text: peter.text, signatures: [...noteIn(both).signatures, forged] })
    expect(isSignedBy(noteIn(beside), [peterKey])).toBe(true)
    const sameId = { ...forged, name: 'CarmenSandiego', keyId: keyIdOf(peterKey) }
    expect(isSignedBy({ text: peter.text, signatures: [...noteIn(both).signatures, sameId] }, [peterKey])).toBe(true)
  })

  it('a note without a known key is not signed, nor one without keys', () => {
    expect(isSignedBy(noteIn(example.note), [peterKey])).toBe(false)
    expect(isSignedBy(noteIn(example.note), [])).toBe(false)
  })

  it('a bad signature of a known key spoils the note, whoever else signed it', () => {
    const spoilt = noteIn(both).signatures.map((each, at) =>
      at === 1 ? { ...each, bytes: each.bytes.map((byte, place) => (place === 9 ? byte ^ 1 : byte)) } : each,
    )
    expect(isSignedBy({ text: peter.text, signatures: spoilt }, [peterKey])).toBe(true)
    expect(isSignedBy({ text: peter.text, signatures: spoilt }, [peterKey, enochKey])).toBe(false)
  })
})

describe('Notes, whatever they are', () => {
  const { key, sign } = ownKey('one.example/log')
  const texts = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((text) => `${text.replaceAll(/[\u0000-\u0009\u000b-\u001f]/g, '')}\n`)

  it('come back from writing, and are good', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const note = { text, signatures: [signNote(text, key, sign)] }
        expect(parseNote(noteOf(note))).toEqual(note)
        expect(isSignedBy(note, [key])).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('never throw', () => {
    const signs = fc.constantFrom(
      '— ',
      '\n',
      '\n\n',
      'a',
      '=',
      '+',
      'AAAA',
      '\ud800',
      '\u0000',
      peter.signature,
      peter.text,
    )
    fc.assert(
      fc.property(
        fc.array(signs, { maxLength: 20 }).map((parts) => parts.join('')),
        (said) => {
          const note = parseNote(said)
          if (note) expect(noteOf(note)).toBe(said)
          parseSignature(said)
          parseVkey(said)
        },
      ),
    )
  })

  it('tell of every byte that was flipped', () => {
    const said = utf8(`${peter.text}\n${peter.signature}`)
    for (let at = 0; at < said.length; at++) {
      const flipped = said.map((byte, place) => (place === at ? byte ^ (1 << (at % 8)) : byte))
      const note = parseNote(new TextDecoder().decode(flipped))
      expect(note !== null && isSignedBy(note, [peterKey]), `byte ${at}`).toBe(false)
    }
  })
})

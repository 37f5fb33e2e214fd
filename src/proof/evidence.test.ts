import { describe, expect, it } from 'vitest'
import { base64, fromBase64, joined, utf8 } from './bytes.ts'
import { checkpointText, parseSignedCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import { entryOf, factHash } from './entry.ts'
import { commitmentTo, type Evidence, type Opening, parseEvidence, type Trust, verdictOn } from './evidence.ts'
import { inclusionProof, leafHash, rootOver } from './merkle.ts'
import { cosign, type NoteKey, noteOf, type Sign, signatureTypes, signNote } from './note.ts'
import { receiptKeyName, receiptText } from './receipt.ts'
import { ownKey } from './testing/own-key.ts'
import { parseTlogProof, tlogProofText } from './tlog-proof.ts'

const origin = 'xinfang.example.gov.cn/log'
const log = ownKey(origin, signatureTypes.ed25519, 1)
const office = ownKey(receiptKeyName(origin), signatureTypes.ed25519, 2)
const bar = ownKey('bar.example/w', signatureTypes.cosignature, 3)
const university = ownKey('university.example/w', signatureTypes.cosignature, 4)
const trust: Trust = { log: [log.key], receipts: [office.key], witnesses: [bar.key, university.key] }

const petition = '202611260000017'
const at = '2026-11-26T06:08:54.123Z'
const textSalt = new Uint8Array(32).fill(9)
const written = '村里的路修了一半'
const sealed = { ref: 'r1', commitment: commitmentTo(textSalt, written) }
const fact = JSON.stringify({ claims: [{ text: sealed }], recordedAt: at, stream: petition, version: 1 })
const salt = new Uint8Array(32).fill(8)
const entry = entryOf(salt, factHash(new Uint8Array(0), fact))
const opening: Opening = {
  fact,
  previous: '',
  salt: base64(salt),
  texts: [{ ref: 'r1', salt: base64(textSalt), text: written }],
}
const receipt = signed(
  receiptText({
    ...{ origin, petition, version: 1, at, of: 'registration', claims: 1, document: null, clock: null },
    ...{ basis: 'cn-2022 22', entry },
  }),
  office,
)

function signed(text: string, { key, sign }: { key: NoteKey; sign: Sign }): string {
  return noteOf({ text, signatures: [signNote(text, key, sign)] })
}

const leaves = [leafHash(utf8('before')), leafHash(entry), leafHash(utf8('after'))]
const seconds = 1_795_000_000
const text = checkpointText({ origin, size: 3, root: rootOver(leaves) })
const checkpoint = parseSignedCheckpoint(
  noteOf({
    text,
    signatures: [signNote(text, log.key, log.sign), cosign(text, bar.key, seconds, bar.sign)],
  }),
) as SignedCheckpoint
const path = await inclusionProof(1, 3, async (from, to) => rootOver(leaves.slice(from, to)))
const proof = tlogProofText({ index: 1, path, checkpoint })
const whole: Evidence = { xinqiao: 'evidence 1', receipt, opening, proof }

const findings = (evidence: Evidence, by: Trust = trust) => {
  const { signature, fact, texts, inclusion, checkpointSignature, witnesses } = verdictOn(evidence, by)
  return { signature, fact, texts, inclusion, checkpointSignature, witnesses: witnesses.map(({ name }) => name) }
}
const good = {
  ...{ signature: 'good', fact: 'good', texts: 'good', inclusion: 'good', checkpointSignature: 'good' },
  witnesses: ['bar.example/w'],
}

describe('Evidence', () => {
  it('is good whole, and says when a witness saw it', () => {
    expect(findings(whole)).toEqual(good)
    expect(verdictOn(whole, trust)).toMatchObject({ hasForgedWitness: false, opened: [{ ref: 'r1', text: written }] })
    expect(verdictOn(whole, trust).witnesses).toEqual([{ name: 'bar.example/w', seconds }])
    expect(parseEvidence(JSON.stringify(whole))).toEqual(whole)
  })

  it('says of each part what is missing', () => {
    expect(findings({ ...whole, opening: null, proof: null })).toEqual({
      ...{ signature: 'good', fact: 'missing', texts: 'missing', inclusion: 'missing', checkpointSignature: 'missing' },
      witnesses: [],
    })
  })

  it('tells a key that nobody knows from a signature that is bad', () => {
    expect(findings(whole, { log: [], receipts: [], witnesses: [] })).toMatchObject({
      ...{ signature: 'unknown-key', checkpointSignature: 'unknown-key', witnesses: [] },
    })
    expect(findings({ ...whole, receipt: receipt.replace('claims 1', 'claims 9') }).signature).toBe('bad')
  })

  it('is not vouched for by another office, though its key is trusted for its own log', () => {
    const other = ownKey('other.example/log', signatureTypes.ed25519, 5)
    const otherOffice = ownKey(receiptKeyName('other.example/log'), signatureTypes.ed25519, 6)
    const both: Trust = { ...trust, log: [log.key, other.key], receipts: [office.key, otherOffice.key] }
    const swapped = noteOf({ text, signatures: [signNote(text, other.key, other.sign)] })
    const forged = proof.slice(0, proof.indexOf('\n\n') + 2) + swapped
    expect(findings({ ...whole, proof: forged }, both).checkpointSignature).toBe('unknown-key')
    const borrowed = signed(receipt.slice(0, receipt.lastIndexOf('\n\n') + 1), otherOffice)
    expect(findings({ ...whole, receipt: borrowed }, both).signature).toBe('unknown-key')
  })

  it('counts a witness once, whatever it signed', () => {
    const again = [cosign(text, bar.key, seconds + 5, bar.sign), cosign(text, bar.key, seconds, bar.sign)]
    const twice = noteOf({ text, signatures: [...checkpoint.note.signatures, ...again] })
    const repeated = proof.slice(0, proof.indexOf('\n\n') + 2) + twice
    expect(findings({ ...whole, proof: repeated }).witnesses).toEqual(['bar.example/w'])
    const alias: Trust = { ...trust, witnesses: [bar.key, { ...bar.key, name: 'alias.example/w' }] }
    const asAlias = cosign(text, { ...bar.key, name: 'alias.example/w' }, seconds, bar.sign)
    const aliased = noteOf({ text, signatures: [...checkpoint.note.signatures, asAlias] })
    const renamed = proof.slice(0, proof.indexOf('\n\n') + 2) + aliased
    expect(findings({ ...whole, proof: renamed }, alias).witnesses).toEqual(['bar.example/w'])
  })

  it('says that a signature in the name of a witness is not theirs', () => {
    const forged = cosign(text, university.key, seconds, bar.sign)
    const note = noteOf({ text, signatures: [...checkpoint.note.signatures, forged] })
    const verdict = verdictOn({ ...whole, proof: proof.slice(0, proof.indexOf('\n\n') + 2) + note }, trust)
    expect(verdict.hasForgedWitness).toBe(true)
    expect(verdict.witnesses.map(({ name }) => name)).toEqual(['bar.example/w'])
  })
})

describe('Evidence that was altered', () => {
  const opened = (change: Partial<Opening>): Evidence => ({ ...whole, opening: { ...opening, ...change } })
  const said = (change: Partial<Opening['texts'][number]>): Evidence =>
    opened({ texts: [{ ref: 'r1', salt: base64(textSalt), text: written, ...change }] })

  it('does not pass the beginning of a text off as the end of its salt', () => {
    const bytes = utf8(written)
    const cut = new TextDecoder().decode(bytes.subarray(9))
    const grown = base64(joined(textSalt, bytes.subarray(0, 9)))
    expect(commitmentTo(fromBase64(grown) as Uint8Array, cut)).toBe(sealed.commitment)
    expect(findings(said({ salt: grown, text: cut })).texts).toBe('bad')
    const shrunk = base64(textSalt.subarray(0, 31))
    expect(findings(said({ salt: shrunk, text: `\t${written}` })).texts).toBe('bad')
  })

  it('does not pass the beginning of a fact off as the fact before', () => {
    const moved = opened({ previous: base64(utf8(fact.slice(0, 4))), fact: fact.slice(4) })
    expect(findings(moved).fact).toBe('bad')
  })

  it.each([
    ['another text', said({ text: '村里的路修好了' }), 'texts'],
    ['another place in the fact', said({ ref: 'r2' }), 'texts'],
    ['another salt', said({ salt: base64(salt) }), 'texts'],
    ['another fact', opened({ fact: fact.replace('"version":1', '"version":2') }), 'fact'],
    ['another salt of the fact', opened({ salt: base64(textSalt) }), 'fact'],
    ['a fact before the first', opened({ previous: base64(salt) }), 'fact'],
    ['another place in the log', { ...whole, proof: proof.replace('index 1', 'index 0') }, 'inclusion'],
    ['a path cut off', { ...whole, proof: proof.replace(`${base64(path[0] ?? salt)}\n`, '') }, 'inclusion'],
    [
      'a tree of another size',
      { ...whole, proof: proof.replace(`${origin}\n3`, `${origin}\n4`) },
      'checkpointSignature',
    ],
    ['a proof that is none', { ...whole, proof: proof.replace('@v1', '@v2') }, 'inclusion'],
  ] as const)('says so: %s', (_, evidence, finding) => {
    expect(findings(evidence)[finding]).toBe('bad')
  })

  it('of which any sign was changed is not good in every part', () => {
    const file = JSON.stringify(whole)
    for (let place = 0; place < file.length; place += 3) {
      const changed = file.slice(0, place) + (file[place] === 'k' ? 'j' : 'k') + file.slice(place + 1)
      const evidence = parseEvidence(changed)
      if (evidence) expect(findings(evidence), `sign ${place}`).not.toEqual(good)
    }
  })
})

describe('Files that somebody says are evidence', () => {
  const brackets = '['.repeat(500_000) + ']'.repeat(500_000)
  const inObjects = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`

  it.each([
    ['nothing', ''],
    ['no JSON', 'evidence'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another file', '{"xinqiao":"evidence 2","receipt":"","opening":null,"proof":null}'],
    ['a part left out', '{"xinqiao":"evidence 1","receipt":"","opening":null}'],
    ['a number for a text', '{"xinqiao":"evidence 1","receipt":1,"opening":null,"proof":null}'],
    ['texts that are none', JSON.stringify({ ...whole, opening: { ...opening, texts: [null] } })],
    ['brackets half a million deep', brackets],
    ['more than five megabytes', JSON.stringify({ ...whole, receipt: 'a'.repeat(5_000_001) })],
  ])('are none: %s', (_, file) => {
    expect(parseEvidence(file)).toBeNull()
  })

  it.each([
    ['a fact of brackets', { fact: brackets }],
    ['a fact half a million deep', { fact: `{"stream":${brackets},"texts":${inObjects}}` }],
    ['a salt of megabytes', { salt: 'A'.repeat(4_000_000) }],
    ['a text with such a salt', { texts: [{ ref: 'r1', salt: 'A'.repeat(4_000_000), text: 'a' }] }],
    ['a text with half a sign', { texts: [{ ref: 'r1', salt: base64(textSalt), text: '\ud83d' }] }],
    ['a fact that is null', { fact: 'null' }],
  ])('are looked at without falling: %s', (_, change) => {
    const file = JSON.stringify({ ...whole, opening: { ...opening, ...change } })
    const evidence = parseEvidence(file)
    expect(evidence).not.toBeNull()
    const { fact, texts } = verdictOn(evidence as Evidence, trust)
    expect([fact, texts]).toContain('bad')
  })

  it('are looked at in a moment, though they have tens of thousands of texts', () => {
    const many = Array.from({ length: 20_000 }, (_, place) => ({ ref: `r${place}`, salt: base64(textSalt), text: 'a' }))
    const pieces = many.map(({ ref }) => ({ ref, commitment: commitmentTo(textSalt, 'a') }))
    const large: Evidence = { ...whole, opening: { ...opening, fact: JSON.stringify({ pieces }), texts: many } }
    const began = performance.now()
    expect(verdictOn(large, trust)).toMatchObject({ texts: 'good', fact: 'bad' })
    // a look at the whole fact for each text took minutes
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

describe('C2SP tlog-proof', () => {
  it.each([
    ['another first line', proof.replace('c2sp.org/tlog-proof@v1', 'wrong-header')],
    ['extra data that is no base64', proof.replace('\n', '\nextra !!notbase64!!\n')],
    ['no index', proof.replace('index 1\n', '')],
    ['an index that is none', proof.replace('index 1', 'index one')],
    ['an index below nought', proof.replace('index 1', 'index -1')],
    ['an index with a nought before it', proof.replace('index 1', 'index 01')],
    ['a hash that is none', proof.replace('index 1\n', 'index 1\n!!notbase64!!\n')],
    ['a hash too long', proof.replace('index 1\n', `index 1\n${base64(new Uint8Array(64))}\n`)],
    ['64 hashes', proof.replace('index 1\n', `index 1\n${`${base64(salt)}\n`.repeat(64)}`)],
    ['no checkpoint', proof.slice(0, proof.indexOf('\n\n') + 2)],
    ['a checkpoint that is none', `${proof.slice(0, proof.indexOf('\n\n') + 2)}checkpoint\n`],
  ])('is none with %s', (_, said) => {
    expect(parseTlogProof(said)).toBeNull()
  })

  it('is read over data that others put beside it, and for which nothing vouches', () => {
    const extra = parseTlogProof(proof.replace('\n', '\nextra AAAA\n'))
    expect(extra).toEqual(parseTlogProof(proof))
    expect(tlogProofText(parseTlogProof(proof) as NonNullable<typeof extra>)).toBe(proof)
  })
})

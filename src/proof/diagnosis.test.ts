import { beforeAll, describe, expect, it } from 'vitest'
import { type Diagnosis, diagnose, firstFault } from './diagnosis.ts'
import type { Evidence } from './evidence.ts'
import { receiptOf } from './examine.ts'
import { type NoteKey, signatureTypes } from './note.ts'
import { receiptKeyName } from './receipt.ts'
import {
  checkpointAt,
  keysOf,
  proofAt,
  register,
  type SampleOffice,
  sampleOffice,
  sampleOrigin,
  signedReceipt,
  signerOf,
} from './testing/sample-log.ts'

const office = sampleOffice()
const other = sampleOffice('other.example.org/log')
const witness = signerOf('witness.example.net', signatureTypes.cosignature)
const keys: readonly NoteKey[] = [...keysOf(office), witness.key]
const seconds = 1_764_000_000

let good: Evidence
let neighbour: Evidence
let elsewhere: Evidence

async function proven(of: SampleOffice, evidence: Evidence, index: number): Promise<Evidence> {
  const checkpoint = checkpointAt(of, of.entries.length, [['witness.example.net', seconds]])
  return { ...evidence, proof: await proofAt(of, index, checkpoint) }
}

beforeAll(async () => {
  const bare = register(office, { texts: ['补偿款三年没有付', '第二条请求'] })
  const next = register(office, { petition: '261123482719032' })
  for (let count = 2; count < 300; count += 1) register(office, { petition: String(261123482720000 + count) })
  good = await proven(office, bare, 0)
  neighbour = await proven(office, next, 1)
  elsewhere = await proven(other, register(other), 0)
})

function look(evidence: Evidence, by: readonly NoteKey[] = keys): Diagnosis {
  const receipt = receiptOf(evidence)
  if (receipt === null) throw new Error('no receipt')
  return diagnose(evidence, receipt, by)
}
const marks = ({ checks }: Diagnosis) => checks.map(({ finding }) => finding)
const said = (evidence: Evidence, by?: readonly NoteKey[]) => {
  const found = look(evidence, by)
  return [found.outcome, firstFault(found)]
}

describe('good evidence', () => {
  it('is proven, with its place, its texts and its witnesses', () => {
    const found = look(good)
    expect(marks(found)).toEqual(['good', 'good', 'good', 'good', 'good', 'good'])
    expect(found).toMatchObject({ outcome: 'proven', place: 1, checkpoint: { size: 300 } })
    expect(found.witnesses).toEqual([{ name: 'witness.example.net', seconds }])
    expect(found.opened.map(({ text }) => text)).toEqual(['补偿款三年没有付', '第二条请求'])
  })
  it('without what opens it is proven all the same, and nothing is said of the texts', () => {
    const found = look({ ...good, opening: null })
    expect([found.outcome, ...marks(found)]).toEqual(['proven', 'good', 'missing', 'missing', 'good', 'good', 'good'])
  })
  it('that is not in the log yet is signed', () => {
    const found = look({ ...good, proof: null })
    expect([found.outcome, ...marks(found)]).toEqual([
      'signed',
      'good',
      'good',
      'good',
      'missing',
      'missing',
      'missing',
    ])
    expect(found.place).toBeNull()
  })
  it('needs no witness', () => expect(said(good, keysOf(office))).toEqual(['proven', null]))
  it('without its texts says nothing of texts', () => {
    const opening = good.opening && { ...good.opening, texts: [] }
    expect(marks(look({ ...good, opening }))[2]).toBe('missing')
  })
})

describe('what is wrong is named', () => {
  const change = (what: Partial<Evidence>): Evidence => ({ ...good, ...what })
  const opened = (what: Partial<NonNullable<Evidence['opening']>>): Evidence =>
    change({ opening: good.opening && { ...good.opening, ...what } })

  it.each<readonly [string, string, () => Evidence]>([
    ['receipt-forged', 'another day', () => change({ receipt: good.receipt.replace('2026-12-08', '2027-12-08') })],
    ['receipt-forged', 'fewer claims', () => change({ receipt: good.receipt.replace('claims 2', 'claims 1') })],
    ['receipt-forged', 'one sign of the signature', () => change({ receipt: flipped(good.receipt) })],
    ['fact-of-others', 'the record of a neighbour', () => change({ opening: neighbour.opening })],
    ['fact-altered', 'another salt', () => opened({ salt: neighbour.opening?.salt ?? '' })],
    ['fact-altered', 'no base64', () => opened({ salt: '?' })],
    ['fact-altered', 'another history before it', () => opened({ previous: 'AAAA' })],
    ['fact-altered', 'no JSON', () => opened({ fact: '{' })],
    [
      'text-altered',
      'a word',
      () => opened({ texts: good.opening?.texts.map((text) => ({ ...text, text: '付清了' })) ?? [] }),
    ],
    ['text-altered', 'texts in each other’s place', () => opened({ texts: exchanged(good) })],
    ['proof-damaged', 'cut off', () => change({ proof: good.proof?.slice(0, -20) ?? '' })],
    ['proof-damaged', 'nothing', () => change({ proof: '' })],
    ['proof-of-others', 'of another office', () => change({ proof: elsewhere.proof })],
    ['proof-swapped', 'of a neighbour', () => change({ proof: neighbour.proof })],
    ['proof-swapped', 'another place', () => change({ proof: good.proof?.replace('index 0', 'index 2') ?? '' })],
    ['proof-swapped', 'a hash less', () => change({ proof: good.proof?.replace(/\n[^\n]+\n\n/, '\n\n') ?? '' })],
    ['register-forged', 'a larger tree', () => change({ proof: good.proof?.replace('\n300\n', '\n301\n') ?? '' })],
    ['witness-forged', 'another time', () => change({ proof: withOtherTime(good.proof ?? '') })],
  ])('%s: %s', (fault, _, evidence) => expect(said(evidence())).toEqual(['false', fault]))

  it('register-forged: a tree that the office has not signed', async () => {
    const copy = { ...office, log: signerOf(sampleOrigin, 1, 2) }
    const checkpoint = checkpointAt(copy).replace(/— \S+ \S+/, checkpointAt(office, 200).match(/— \S+ \S+/)?.[0] ?? '')
    expect(said(change({ proof: await proofAt(office, 0, checkpoint) }))).toEqual(['false', 'register-forged'])
  })
})

describe('keys', () => {
  it.each<readonly [string, readonly NoteKey[]]>([
    ['no-keys', []],
    ['keys-of-others', keysOf(other)],
    ['receipt-key-unknown', [office.log.key]],
    ['receipt-key-unknown', [office.log.key, signerOf(receiptKeyName(sampleOrigin), 1, 2).key]],
    ['register-key-unknown', [office.receipts.key]],
  ])('%s', (fault, by) => expect(said(good, by)).toEqual(['unsure', fault]))

  it('of another office sign nothing in this one’s name', async () => {
    const receipt = receiptOf(good)
    if (receipt === null) throw new Error('no receipt')
    const forged = { ...good, receipt: signedReceipt(other.receipts, { ...receipt, claims: 9 }) }
    const both = [...keys, ...keysOf(other)]
    expect(said(forged, both)).toEqual(['unsure', 'receipt-key-unknown'])
    const impostor = { ...other, log: { ...other.log, key: { ...other.log.key } }, entries: office.entries }
    const checkpoint = checkpointAt(impostor).replace('other.example.org/log\n', `${sampleOrigin}\n`)
    const [found] = [look({ ...good, proof: await proofAt(office, 0, checkpoint) }, both)]
    expect([found.outcome, firstFault(found)]).toEqual(['unsure', 'register-key-unknown'])
  })
  it('may be old and new ones together', () => {
    expect(said(good, [signerOf(receiptKeyName(sampleOrigin), 1, 2).key, ...keys])).toEqual(['proven', null])
  })
})

describe('every sign counts', () => {
  it('of the receipt: none can be changed without being seen', () => {
    const { receipt } = good
    for (let at = 0; at < receipt.length; at += 1) {
      const changed = `${receipt.slice(0, at)}${receipt[at] === 'x' ? 'y' : 'x'}${receipt.slice(at + 1)}`
      const evidence = { ...good, receipt: changed }
      const outcome = receiptOf(evidence) === null ? 'unreadable' : look(evidence).outcome
      expect([at, outcome === 'proven' || outcome === 'signed']).toEqual([at, false])
    }
  })
})

/** The last sign but one of the signature is another. */
function flipped(receipt: string): string {
  const at = receipt.length - 6
  return `${receipt.slice(0, at)}${receipt[at] === 'A' ? 'B' : 'A'}${receipt.slice(at + 1)}`
}

function exchanged({ opening }: Evidence): NonNullable<Evidence['opening']>['texts'] {
  const [a, b] = opening?.texts ?? []
  if (!a || !b) throw new Error('two texts are needed')
  return [
    { ...a, ref: b.ref },
    { ...b, ref: a.ref },
  ]
}

/** A minute is taken off the time at which the witness signed. */
function withOtherTime(proof: string): string {
  const [, encoded = ''] = /— witness\.example\.net (\S+)/.exec(proof) ?? []
  const bytes = Buffer.from(encoded, 'base64')
  bytes.writeBigUInt64BE(bytes.readBigUInt64BE(4) - 60n, 4)
  return proof.replace(encoded, bytes.toString('base64'))
}

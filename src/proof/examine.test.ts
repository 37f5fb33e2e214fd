import { beforeEach, describe, expect, it } from 'vitest'
import { type Get, type Succession, succession } from './asking.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import { examine, examineAsking, type Paper } from './examine.ts'
import {
  checkpointAt,
  keysOf,
  proofAt,
  register,
  type SampleOffice,
  sampleOffice,
  serverOf,
} from './testing/sample-log.ts'

let office: SampleOffice
const grow = (of: SampleOffice, to: number) => {
  while (of.entries.length < to) register(of, { petition: String(261_123_482_720_000 + of.entries.length) })
}
const state = (of: SampleOffice, size?: number): SignedCheckpoint => {
  const checkpoint = parseSignedCheckpoint(checkpointAt(of, size))
  if (checkpoint === null) throw new Error('no checkpoint')
  return checkpoint
}

beforeEach(() => {
  office = sampleOffice()
})

async function paperAt(of: SampleOffice, name: string): Promise<Paper> {
  const evidence = register(of, { petition: String(261_123_480_000_000 + of.entries.length) })
  return { name, evidence: { ...evidence, proof: await proofAt(of, of.entries.length - 1, checkpointAt(of)) } }
}

/** The same log up to a place, and from there on another. */
function rewrittenFrom(at: number, to: number): SampleOffice {
  const copy: SampleOffice = { ...office, entries: office.entries.slice(0, at) }
  register(copy, { petition: '261123489999999' })
  grow(copy, to)
  return copy
}

describe('papers that are held side by side, without a network', () => {
  it('show the same state, or an earlier and a later one', async () => {
    const first = await paperAt(office, 'a')
    const twin = { ...first, name: 'b' }
    const later = await paperAt(office, 'c')
    const { papers, pairs } = examine([later, first, twin], [], keysOf(office))
    expect(papers.map(({ diagnosis }) => diagnosis.outcome)).toEqual(['proven', 'proven', 'proven'])
    expect(pairs).toEqual([
      { older: 'a', newer: 'b', succession: 'same' },
      { older: 'b', newer: 'c', succession: 'unasked' },
    ])
  })

  it('give away an office that shows two people two registers of one size', async () => {
    grow(office, 40)
    const mine = await paperAt(office, 'mine')
    const theirs = await paperAt(rewrittenFrom(7, 40), 'theirs')
    expect(examine([mine, theirs], [], keysOf(office)).pairs).toEqual([
      { older: 'mine', newer: 'theirs', succession: 'rewritten' },
    ])
  })

  it('say nothing against an office that did not sign them', async () => {
    grow(office, 40)
    const mine = await paperAt(office, 'mine')
    const forger = { ...rewrittenFrom(7, 40), log: sampleOffice('forger.example.org/log').log }
    expect(examine([mine, await paperAt(forger, 'theirs')], [], keysOf(office)).pairs).toEqual([])
  })
})

describe('the register, asked', () => {
  const ask = (get: Get, papers: readonly Paper[]) => examineAsking(get, papers, [], keysOf(office), 'now')

  it('proves what had only a receipt, and that it only grew', async () => {
    grow(office, 30)
    const bare = { name: 'receipt', evidence: { ...register(office), opening: null } }
    const full = await paperAt(office, 'evidence')
    grow(office, 700)
    const asked = await ask(serverOf(office), [bare, full])
    expect(asked.papers.map(({ diagnosis }) => [diagnosis.outcome, diagnosis.place])).toEqual([
      ['proven', 31],
      ['proven', 32],
    ])
    expect(asked.pairs).toEqual([{ older: 'evidence', newer: 'now', succession: 'continues' }])
    expect(asked).toMatchObject({ notYet: [], isShorter: false, newest: { kind: 'checkpoint' } })
  })

  it('does not hold yet what was written a moment ago', async () => {
    grow(office, 5)
    const elsewhere = sampleOffice()
    const asked = await ask(serverOf(office), [
      { name: 'new', evidence: register(elsewhere, { petition: '261123481111111' }) },
    ])
    expect([asked.notYet, asked.papers[0]?.diagnosis.outcome]).toEqual([['new'], 'signed'])
  })

  it('that became shorter is noticed', async () => {
    grow(office, 50)
    const paper = await paperAt(office, 'mine')
    const asked = await ask(serverOf({ ...office, entries: office.entries.slice(0, 20) }), [paper])
    expect(asked.isShorter).toBe(true)
  })

  it('that was rewritten before what the paper shows is found out', async () => {
    grow(office, 300)
    const paper = await paperAt(office, 'mine')
    const asked = await ask(serverOf(rewrittenFrom(100, 900)), [paper])
    expect(asked.pairs).toEqual([{ older: 'mine', newer: 'now', succession: 'rewritten' }])
  })

  it.each<readonly [string, (path: string) => Uint8Array | null | undefined]>([
    ['none', (path) => (path === 'log/checkpoint' ? null : undefined)],
    ['damaged', (path) => (path === 'log/checkpoint' ? Buffer.from('<html>') : undefined)],
    [
      'of-others',
      (path) => (path === 'log/checkpoint' ? Buffer.from(checkpointAt(sampleOffice('b.example/log'))) : undefined),
    ],
    [
      'forged',
      (path) => (path === 'log/checkpoint' ? Buffer.from(checkpointAt(office).replace(/\n\d+\n/, '\n9\n')) : undefined),
    ],
  ])('is named when it is %s', async (kind, instead) => {
    const paper = await paperAt(office, 'mine')
    const server = serverOf(office)
    const asked = await ask(async (path) => instead(path) ?? (instead(path) === null ? null : server(path)), [paper])
    expect([asked.newest.kind, asked.papers[0]?.diagnosis.outcome]).toEqual([kind, 'proven'])
  })

  it('that answers nonsense for a proof proves nothing', async () => {
    const evidence = register(office)
    const server = serverOf(office)
    const asked = await ask(
      async (path) => (path.startsWith('api/') ? Buffer.from('oops') : server(path)),
      [{ name: 'a', evidence }],
    )
    expect(asked.papers[0]?.diagnosis.checks.find(({ name }) => name === 'inclusion')?.fault).toBe('proof-damaged')
  })

  it('that cannot be reached is not taken for one that says no', async () => {
    const gone = () => Promise.reject(new Error('no line'))
    await expect(ask(gone, [await paperAt(office, 'mine')])).rejects.toThrow('no line')
  })
})

describe('tiles prove succession', () => {
  const tampered =
    (change: (bytes: Uint8Array) => Uint8Array | null): Get =>
    async (path) => {
      const bytes = await serverOf(office)(path)
      return bytes && path.includes('tile/') ? change(bytes) : bytes
    }

  it('for every older size', async () => {
    grow(office, 600)
    const newest = state(office)
    for (const size of [1, 2, 3, 100, 255, 256, 257, 511, 512, 513, 599]) {
      expect([size, await succession(serverOf(office), state(office, size), newest)]).toEqual([size, 'continues'])
      expect([size, await succession(serverOf(office), newest, state(office, size))]).toEqual([size, 'continues'])
    }
  })

  it.each<readonly [Succession, (bytes: Uint8Array) => Uint8Array | null]>([
    ['files-missing', () => null],
    ['files-damaged', (bytes) => bytes.subarray(0, bytes.length - 1)],
    ['files-damaged', (bytes) => bytes.map((byte, at) => (at % 32 === 5 ? byte ^ 1 : byte))],
  ])('and are %s when they are', async (found, change) => {
    grow(office, 600)
    expect(await succession(tampered(change), state(office, 300), state(office))).toBe(found)
  })

  it('with the whole tile where the partial one has been thrown away', async () => {
    grow(office, 300)
    const [older, newer] = [state(office, 100), state(office, 300)]
    grow(office, 600)
    const server = serverOf(office)
    const pruned: Get = async (path) => (/^log\/tile\/0\/001\.p/.test(path) ? null : server(path))
    expect(await succession(pruned, older, newer)).toBe('continues')
  })
})

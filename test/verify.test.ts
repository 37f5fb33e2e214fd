/** `xinqiao verify` as somebody runs it who has files and no house: what it says, and with what it exits. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Evidence } from '../src/proof/evidence.ts'
import { vkeyOf } from '../src/proof/note.ts'
import { checkpointAt, keysOf, proofAt, register, sampleOffice, serverOf } from '../src/proof/testing/sample-log.ts'

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'xinqiao-verify-'))
const office = sampleOffice()
let server: Server
let good: Evidence

const write = (name: string, content: string | object): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const keys = () => write('keys.txt', keysOf(office).map(vkeyOf).join('\n'))
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

interface Ran {
  readonly exit: number
  readonly said: string
  readonly complaint: string
}

const run = (...words: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const environment = { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '' }
    execFile(process.execPath, [main, 'verify', ...words], { env: environment }, (fault, said, complaint) =>
      resolve({ exit: typeof fault?.code === 'number' ? fault.code : 0, said, complaint }),
    )
  })

beforeAll(async () => {
  const bare = register(office, { texts: ['补偿款三年没有付'] })
  good = { ...bare, proof: await proofAt(office, 0, checkpointAt(office)) }
  for (let count = 1; count < 300; count += 1) register(office, { petition: String(261_123_482_720_000 + count) })
  const get = serverOf(office)
  server = createServer((request, response) => {
    get((request.url ?? '').slice(1)).then((bytes) => response.writeHead(bytes ? 200 : 404).end(bytes ?? undefined))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  rmSync(folder, { recursive: true })
})

describe('xinqiao verify', () => {
  it('says that good evidence is good, what it proves and what not', async () => {
    const { exit, said } = await run(write('good.json', good), '--keys', keys())
    expect(exit).toBe(0)
    expect(said).toMatch(/^✓ good\.json\n {2}It is good: the office wrote it down, and the register holds it\./)
    expect(said).toContain('Not that the matter is handled well')
    expect(said).toContain('You gave the keys')
  })
  it('says it in Chinese too', async () => {
    const { said } = await run(write('good.json', good), keys(), '--language', 'zh')
    expect(said).toContain('核对无误：机关登记了它，登记簿里也有它。')
  })
  it.each<readonly [string, () => string | object, RegExp]>([
    ['altered.json', () => ({ ...good, receipt: good.receipt.replace('claims 1', 'claims 2') }), /receipt is forged/],
    ['cut.json', () => JSON.stringify(good).slice(0, 700), /cut off/],
    ['receipt.txt', () => good.receipt, /receipt is genuine\. That the register holds it is not yet shown/],
    ['picture.png', () => '\u0089PNG', /no receipt, evidence or key/],
  ])('exits with 1 for %s', async (name, content, says) => {
    const { exit, said } = await run(write(name, content()), '--keys', keys())
    expect([exit, says.test(said)]).toEqual([1, true])
  })
  it('exits with 1 when one of several is not good', async () => {
    const { exit, said } = await run(write('good.json', good), write('receipt.txt', good.receipt), '--keys', keys())
    expect([exit, said.match(/^[✓–] \S+$/gm)]).toEqual([1, ['✓ good.json', '– receipt.txt']])
  })
  it('needs keys, and does not ask for them by itself', async () => {
    const { exit, said } = await run(write('good.json', good))
    expect([exit, said.startsWith('? good.json')]).toEqual([1, true])
  })
  it('asks the log for what is missing, and whether it only grew', async () => {
    const { exit, said } = await run(write('good.json', good), write('receipt.txt', good.receipt), '--log', url())
    expect(exit).toBe(0)
    expect(said).toContain('it only grew')
    expect(said).toContain('The register now has 300 entries.')
    expect(said).toContain('The keys came from the office’s own site')
  })
  it('prints one JSON value', async () => {
    const { said } = await run(write('good.json', good), '--log', url(), '--json')
    expect(JSON.parse(said)).toMatchObject({
      papers: [{ name: 'good.json', outcome: 'proven', place: 1, size: 1 }],
      pairs: [{ older: 'good.json', newer: 'now', succession: 'continues' }],
      newest: { kind: 'checkpoint', size: 300 },
    })
  })
  it.each<readonly [string, () => readonly string[], number, RegExp]>([
    ['no file', () => [], 2, /file/],
    ['a file that is not there', () => [join(folder, 'nothing')], 2, /cannot be read/],
    ['keys that are none', () => [write('good.json', good), '--keys', write('no-keys.txt', 'x')], 2, /no key/],
    ['an address that is none', () => [write('good.json', good), '--log', 'office'], 2, /no address/],
    ['a language that is none', () => [write('good.json', good), '--language', 'fr'], 2, /no language/],
    [
      'a log that is not there',
      () => [write('good.json', good), '--log', 'http://127.0.0.1:9'],
      1,
      /cannot be reached/,
    ],
  ])('refuses %s', async (_, words, exit, complaint) => {
    const ran = await run(...words())
    expect([ran.exit, complaint.test(ran.complaint)]).toEqual([exit, true])
  })
})

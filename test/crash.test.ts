/**
 * Server and database are killed at any moment, again and again, while petitions come in. What was acknowledged is there
 * afterwards, once, and its petitioner can follow it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { drawFrom } from '../bench/draw.ts'
import { fsck } from '../src/engine/fsck.ts'
import { actOnOrgan } from '../src/identity/administration.ts'
import { passwords } from '../src/identity/password.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { rooms as allRooms, openHouse } from '../src/main.ts'
import { readConfig } from '../src/platform/config.ts'
import { readPostmaster } from '../src/platform/postmaster.ts'
import { parseNote } from '../src/proof/note.ts'
import { parseReceipt } from '../src/proof/receipt.ts'
import { isIncluded, parseTlogProof } from '../src/proof/tlog-proof.ts'
import { checkLog } from '../src/register/log/checking.ts'
import { publish } from '../src/register/log/publishing.ts'
import { openRooms } from '../src/wiring.ts'
import { seed } from './seed.ts'
import { type ServedHouse, serveHouse } from './served-house.ts'

const crashes = 20
const abreast = 8
const afterFailureMs = 30
/** Fewer than the lookups that one address may make in a while. */
const mostFollowed = 400
const withinMs = 400_000

const data = mkdtempSync(join(tmpdir(), 'xinqiao-crash-'))
const config = readConfig({ data }, { XINQIAO_LOG_TO: 'file' })
afterAll(() => rmSync(data, { recursive: true, force: true }))

beforeAll(async () => {
  const house = await openHouse(config, 'migrate')
  const { petitions, directory, close } = await openRooms(house)
  const office = {
    ...{ house: { app: house.pools.app }, organs: directory, passwords: await passwords() },
    ...{ today: petitions.today, now: petitions.now },
  }
  const bureau = { kind: 'bureau', level: 'county', region: '990101', parent: null, leadBy: null } as const
  const opened = {
    type: 'OpenOrgan',
    id: 'bureau' as OrganId,
    name: { zh: '县信访局', en: 'Bureau' },
    ...bureau,
  } as const
  const done = await actOnOrgan(office, opened.id, opened, { kind: 'system', task: 'test' })
  expect(done.ok).toBe(true)
  close()
  await house.close()
})

interface Receipt {
  readonly number: string
  readonly keys: readonly { readonly key: string }[]
  readonly receipt: string
}

/** One petitioner's message, and everything that was ever answered to it. */
interface Sent {
  readonly idempotencyKey: string
  readonly body: string
  readonly receipts: Receipt[]
}

const draw = drawFrom(seed)
let made = 0

function nextMessage(): Sent {
  made += 1
  const body = {
    ...{ place: '990101', title: `第${made}件`, text: `第${made}件事：${draw.digits(40)}` },
    ...{ claims: ['请求答复', '请求更正'], people: [{ name: '某某', phone: `100${draw.digits(8)}` }] },
  }
  return { idempotencyKey: `crash-${seed}-${made}`, body: JSON.stringify(body), receipts: [] }
}

/** Sends once. Silence may mean anything: it was written, it was not, or it will never be known without asking again. */
async function send(url: string, message: Sent): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': message.idempotencyKey }
  const answer = await fetch(`${url}/api/petitions`, { method: 'POST', headers, body: message.body }).catch(() => null)
  if (answer === null) return false
  const receipt = await answer.json().catch(() => null)
  if (receipt === null) return false
  if (answer.status >= 500) return false
  expect(answer.status, JSON.stringify(receipt)).toBe(201)
  message.receipts.push(receipt as Receipt)
  return true
}

async function canFollow(url: string, { number, keys }: Receipt): Promise<boolean> {
  const headers = { authorization: `Petition ${number}:${keys[0]?.key}` }
  const answer = await fetch(`${url}/api/follow`, { headers })
  return answer.status === 200 && ((await answer.json()) as { number: string }).number === number
}

function killDatabase(): void {
  const postmaster = readPostmaster(join(data, 'postgres'))
  if (!postmaster) throw new Error('no database to kill')
  process.kill(postmaster.pid, 'SIGKILL')
}

type Blow = (house: ServedHouse, pauseMs: number, acknowledged: Acknowledged) => Promise<void>

const blows: readonly Blow[] = [
  // the server may be bringing its database back when it dies itself
  async (house, pauseMs) => {
    killDatabase()
    await pause(pauseMs)
    await house.kill()
  },
  async (house, pauseMs) => {
    await house.kill()
    await pause(pauseMs)
    killDatabase()
  },
  async (house) => {
    const gone = house.kill()
    killDatabase()
    await gone
  },
  // the house brings its database back and goes on, and only then dies, leaving the database behind
  async (house, pauseMs, acknowledged) => {
    killDatabase()
    await acknowledged(1 + pauseMs)
    await house.kill()
  },
]

/** Resolves when so many more have been acknowledged, which says more about the moment than any time would. */
type Acknowledged = (more: number) => Promise<void>

const acknowledgedAmong = (sent: readonly Sent[]): Acknowledged => {
  const count = (): number => sent.filter(({ receipts }) => receipts.length > 0).length
  return async (more) => {
    for (const enough = count() + more; count() < enough; ) await pause(5)
  }
}

/** Registers until told to stop; some messages are sent twice on purpose. */
async function pour(url: string, sent: Sent[], stopped: { yet: boolean }): Promise<void> {
  const walk = async (): Promise<void> => {
    while (!stopped.yet) {
      const message = nextMessage()
      sent.push(message)
      const again = draw.below(5) === 0
      const [done] = await Promise.all([send(url, message), ...(again ? [send(url, message)] : [])])
      if (!done) await pause(afterFailureMs)
    }
  }
  await Promise.all(Array.from({ length: abreast }, walk))
}

/** Those that nobody acknowledged are sent again, as a petitioner's page would, under the same key. */
async function sendRest(url: string, sent: readonly Sent[]): Promise<number> {
  const open = sent.filter(({ receipts }) => receipts.length === 0)
  const done = await Promise.all(open.map((message) => send(url, message)))
  expect(done.filter((one) => !one)).toHaveLength(0)
  return open.length
}

async function followAll(url: string, sent: readonly Sent[]): Promise<void> {
  const receipts = sent.flatMap((message) => message.receipts.at(-1) ?? [])
  for (let at = 0; at < Math.min(receipts.length, mostFollowed); at += abreast) {
    const some = receipts.slice(at, Math.min(at + abreast, mostFollowed))
    const followed = await Promise.all(some.map((receipt) => canFollow(url, receipt)))
    expect(followed, some.map(({ number }) => number).join()).not.toContain(false)
  }
}

it(`loses and doubles nothing that it acknowledged in ${crashes} crashes`, { timeout: withinMs }, async () => {
  console.info(`crashes: SEED=${seed}`)
  const began = Date.now()
  const all: Sent[] = []
  let unanswered = 0
  let last: Sent[] = []
  for (let crash = 0; crash <= crashes; crash++) {
    const house = await serveHouse(data)
    unanswered += await sendRest(house.url, last)
    await followAll(house.url, last)
    all.push(...last)
    last = []
    if (crash === crashes) {
      await house.stop()
      break
    }
    const stopped = { yet: false }
    const pouring = pour(house.url, last, stopped)
    const acknowledged = acknowledgedAmong(last)
    await acknowledged(draw.below(60))
    await draw.one(blows)(house, draw.below(40), acknowledged)
    stopped.yet = true
    await pouring
  }
  await expectEachOnce(all)
  await expectEachProven(all)
  console.info(
    `crashes: ${all.length} petitions, ${unanswered} of them unanswered at first, ${Math.round((Date.now() - began) / 1000)} s`,
  )
})

/** The log, which was killed in the midst of publishing again and again, is whole, and holds every receipt that anybody got. */
async function expectEachProven(all: readonly Sent[]): Promise<void> {
  const house = await openHouse(config)
  const { register, close } = await openRooms(house)
  while (((await publish(register)) as { more?: boolean }).more);
  const { store, signer } = register
  const checked = await checkLog(house.pools.work, { store, key: signer.key })
  expect(checked.errors).toEqual([])
  expect(checked.published).toBe(checked.entries)
  for (const { receipts } of all) {
    const said = new Set(receipts.map(({ receipt }) => receipt))
    expect(said.size).toBe(1)
    const [receipt = ''] = said
    const note = parseNote(receipt)
    const entry = (note && parseReceipt(note.text)?.entry) ?? new Uint8Array()
    const proof = parseTlogProof((await register.proofOf(entry)) ?? '')
    expect(proof && isIncluded(entry, proof)).toBe(true)
  }
  close()
  await house.close()
}

async function expectEachOnce(all: readonly Sent[]): Promise<void> {
  const numbers = all.map(({ receipts }) => new Set(receipts.map(({ number }) => number)))
  expect(numbers.filter(({ size }) => size !== 1)).toEqual([])
  const keys = all.map(({ receipts }) => new Set(receipts.map((receipt) => receipt.keys[0]?.key)))
  expect(keys.filter(({ size }) => size !== 1)).toEqual([])
  const house = await openHouse(config)
  try {
    const { rows } = await house.pools.work.query<{ stream_id: string }>('select stream_id from petition')
    const acknowledged = numbers.flatMap((each) => [...each])
    expect(new Set(acknowledged).size).toBe(all.length)
    expect(rows.map((row) => row.stream_id).sort()).toEqual(acknowledged.sort())
    const checked = await fsck(house.pools, allRooms)
    expect(checked.errors).toEqual([])
    expect(checked.streams).toBeGreaterThanOrEqual(all.length)
  } finally {
    await house.close()
  }
}

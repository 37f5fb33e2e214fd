import { readdir, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { parseSignedCheckpoint } from '../../proof/checkpoint.ts'
import { emptyRoot } from '../../proof/merkle.ts'
import { checkSignatures, type NoteKey, noteOf, parseNote, parseSignature, signNote, vkeyOf } from '../../proof/note.ts'
import { ownKey } from '../../proof/testing/own-key.ts'
import { exampleRequest } from '../../proof/testing/vectors.ts'
import { parseAddCheckpoint } from './request.ts'
import { buildWitnessApp, type WitnessServing } from './server.ts'
import { folders, logKey, origin, publishedLog } from './testing/published-log.ts'
import { hashedName, openWitness, type Witness } from './witness.ts'

const temporary = folders()
const apps: FastifyInstance[] = []
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()))
  await temporary.clear()
})

interface Served {
  readonly witness: Witness
  readonly url: string
  readonly add: (body: string | Uint8Array) => Promise<{ status: number; type: string | null; text: string }>
}

async function serve(folder: string, more: Partial<WitnessServing> = {}, now = () => new Date()): Promise<Served> {
  const witness = await openWitness({ folder, name: 'bar.example/witness', logKeys: [logKey.key], now })
  const app = await buildWitnessApp({ witness, now, ...more })
  apps.push(app)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const add = async (body: string | Uint8Array) => {
    const response = await fetch(`${url}/add-checkpoint`, {
      method: 'POST',
      body: typeof body === 'string' ? body : Buffer.from(body),
    })
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }
  return { witness, url, add }
}

const begun = async () => ({ log: await publishedLog(await temporary.make()), folder: await temporary.make() })

/** Whether an answer is a cosignature of that witness on what the log published. */
function cosigned(text: string, note: { readonly text: string }, key: NoteKey): number | null {
  const signature = parseSignature(text.slice(0, -1))
  const [checked] = signature ? checkSignatures({ text: note.text, signatures: [signature] }, [key]) : []
  return checked?.isGood ? checked.seconds : null
}

describe('C2SP tlog-witness: add-checkpoint', () => {
  it('co-signs the first checkpoint, later ones with a proof, and the same again', async () => {
    const { log, folder } = await begun()
    const { add, witness } = await serve(folder)
    for (const [old, more] of [
      [0, 1],
      [1, 299],
      [300, 0],
      [300, 700],
    ] as const) {
      await log.grow(more)
      const { status, type, text } = await add(await log.request(old))
      expect([status, type]).toEqual([200, 'text/plain; charset=utf-8'])
      expect(text).toMatch(/^— bar\.example\/witness [A-Za-z0-9+/=]{104}\n$/)
      expect(Math.abs((cosigned(text, log.checkpoint.note, witness.key) ?? 0) - Date.now() / 1000)).toBeLessThan(30)
    }
    expect((await witness.standing(origin))?.checkpoint.size).toBe(1000)
  })

  it('names the size that it knows where another is named, in the form of the specification', async () => {
    const { log, folder } = await begun()
    const { add } = await serve(folder)
    await log.grow(5)
    expect(await add(await log.request(3))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '0\n' })
    expect((await add(await log.request(0))).status).toBe(200)
    await log.grow(4)
    expect(await add(await log.request(0))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '5\n' })
    expect((await add(await log.request(5))).status).toBe(200)
  })

  it('does not know other logs: 404', async () => {
    const { folder } = await begun()
    const other = await publishedLog(await temporary.make(), ownKey('other.example/log'))
    const { add } = await serve(folder)
    expect((await add(await other.request(0))).status).toBe(404)
    expect((await add(exampleRequest)).status).toBe(404)
  })

  it('takes no signature but that of a known key, good, whoever else signed: 403', async () => {
    const { log, folder } = await begun()
    await log.grow(3)
    const { add, witness } = await serve(folder)
    const stranger = ownKey(origin, 1, 8)
    const { text } = log.checkpoint.note
    const own = log.checkpoint.note.signatures
    const bad = own.map((each) => ({ ...each, bytes: each.bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte)) }))
    const by = (signatures: typeof own) => `old 0\n\n${noteOf({ text, signatures })}`
    expect((await add(by([signNote(text, stranger.key, stranger.sign)]))).status).toBe(403)
    expect((await add(by(bad))).status).toBe(403)
    expect((await add(by([...own, ...bad]))).status).toBe(403)
    const unknown = ownKey('nobody.example', 1, 9)
    const beside = by([signNote(text, unknown.key, unknown.sign), ...own])
    expect((await add(beside)).status).toBe(200)
    // what it vouches for are signatures that it checked
    const standing = parseNote((await witness.standing(origin))?.said ?? '')
    expect(standing?.signatures.map(({ name }) => name)).toEqual([origin, 'bar.example/witness'])
  })

  it('refuses an old size beyond the checkpoint: 400', async () => {
    const { log, folder } = await begun()
    await log.grow(3)
    const { add } = await serve(folder)
    expect((await add((await log.request(3)).replace('old 3', 'old 4'))).status).toBe(400)
  })

  it('refuses a proof that does not lead there: 422, and one from nothing', async () => {
    const { log, folder } = await begun()
    await log.grow(5)
    const { add, witness } = await serve(folder)
    expect((await add((await log.request(3)).replace('old 3', 'old 0'))).status).toBe(422)
    expect((await add(await log.request(0))).status).toBe(200)
    await log.grow(6)
    const request = await log.request(5)
    expect((await add(request.replace(/\n[^\n]{44}\n/, '\n'))).status).toBe(422)
    expect((await add(request.replace(/\n[^\n]{44}\n/, `\n${'A'.repeat(43)}=\n`))).status).toBe(422)
    // a wrong proof beside a good checkpoint accuses nobody
    expect((await witness.refusals(origin)).every(({ kind }) => kind === 'unproven')).toBe(true)
    expect((await add(request)).status).toBe(200)
  })

  it('refuses an empty tree with a root: 422', async () => {
    const { log, folder } = await begun()
    const { add, witness } = await serve(folder)
    expect((await add(await log.request(0))).status).toBe(200)
    const text = `${origin}\n0\n${'A'.repeat(43)}=\n`
    const note = noteOf({ text, signatures: [signNote(text, logKey.key, logKey.sign)] })
    expect((await add(`old 0\n\n${note}`)).status).toBe(422)
    expect((await witness.standing(origin))?.checkpoint.root).toEqual(emptyRoot())
  })

  it.each([
    ['nothing', ''],
    ['no old size', '\n\nx\n'],
    ['a size with a nought before it', 'old 01\n\n'],
    ['a size below nought', 'old -1\n\n'],
    ['a size beyond what can be counted', 'old 99999999999999999999\n\n'],
    ['lines that end as on Windows', exampleRequest.replaceAll('\n', '\r\n')],
    ['a hash of 31 bytes', exampleRequest.replace('PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=', 'AAAA')],
    ['64 hashes', exampleRequest.replace('\n\n', `\n${`${'A'.repeat(43)}=\n`.repeat(60)}\n`)],
    ['no checkpoint', exampleRequest.slice(0, exampleRequest.indexOf('\n\n') + 2)],
    ['a checkpoint without signatures', exampleRequest.slice(0, exampleRequest.lastIndexOf('\n\n') + 1)],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0x0a)],
    ['JSON', '{"old":0}'],
  ])('refuses %s: 400', async (_, body) => {
    const { folder } = await begun()
    expect((await (await serve(folder)).add(body)).status).toBe(400)
  })

  it('reads the example of the specification', () => {
    const request = parseAddCheckpoint(Buffer.from(exampleRequest))
    expect(request).toMatchObject({
      old: 20852014,
      checkpoint: { origin: 'example.com/behind-the-sofa', size: 20852163 },
    })
    expect(request?.proof.length).toBe(4)
    expect(request?.checkpoint.note.signatures.length).toBe(2)
  })
})

describe('A witness that is asked by many, or falls', () => {
  it('co-signs one of two histories that come at once, and keeps the other', async () => {
    const { log, folder } = await begun()
    const twin = await publishedLog(await temporary.make())
    await log.grow(10)
    await twin.grow(10, 'another entry')
    const { add, witness } = await serve(folder)
    const answers = await Promise.all([add(await log.request(0)), add(await twin.request(0))])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const [refused] = await witness.refusals(origin)
    expect(refused?.kind).toBe('split-view')
    const both = [refused?.shown, refused?.held].map((said) => parseSignedCheckpoint(said ?? ''))
    // anybody with the key of the log can see it: one size, two roots, both signed
    for (const note of both)
      expect(checkSignatures(note?.note ?? { text: '', signatures: [] }, [logKey.key])[0]?.isGood).toBe(true)
    expect(both[0]?.size).toBe(both[1]?.size)
    expect(both[0]?.root).not.toEqual(both[1]?.root)
  })

  it('never goes back where many sizes come at once, in two processes on one folder', async () => {
    const { log, folder } = await begun()
    const [one, two] = [await serve(folder), await serve(folder)]
    const requests: string[] = []
    for (let size = 1; size <= 30; size++) {
      await log.grow(1)
      requests.push(await log.request(0))
    }
    const answers = await Promise.all(requests.map((body, at) => (at % 2 ? one : two).add(body)))
    const signed = answers.flatMap(({ status, text }, at) => {
      const checkpoint = parseAddCheckpoint(Buffer.from(requests[at] as string))?.checkpoint
      return status === 200 && checkpoint ? [{ text, checkpoint }] : []
    })
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
    expect(signed).toHaveLength(1)
    expect((await one.witness.standing(origin))?.checkpoint.size).toBe(signed[0]?.checkpoint.size)
  })

  it('goes on from where it was, with the key that it had', async () => {
    const { log, folder } = await begun()
    await log.grow(7)
    const before = await serve(folder)
    expect((await before.add(await log.request(0))).status).toBe(200)
    await apps.splice(0)[0]?.close()
    const after = await serve(folder)
    expect(vkeyOf(after.witness.key)).toBe(vkeyOf(before.witness.key))
    await log.grow(7)
    expect((await after.add(await log.request(0))).text).toBe('7\n')
    expect((await after.add(await log.request(7))).status).toBe(200)
  })

  it('that fell after it had kept a step and before it answered names that step', async () => {
    const { log, folder } = await begun()
    await log.grow(7)
    const { add, url } = await serve(folder)
    const body = Buffer.from(await log.request(0))
    // the one who asks is gone before the answer
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write(`POST /add-checkpoint HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
    await expect
      .poll(async () => (await readdir(join(folder, 'logs', hashedName(origin))).catch(() => [])).length)
      .toBe(1)
    socket.destroy()
    await apps.splice(0)[0]?.close()
    const again = await serve(folder)
    expect(await again.add(await log.request(0))).toMatchObject({ status: 409, text: '7\n' })
    expect((await again.add(await log.request(7))).status).toBe(200)
    await expect(add(await log.request(7))).rejects.toThrow()
  })

  it('co-signs nothing of a log whose memory is damaged, and everything of the others', async () => {
    const { log, folder } = await begun()
    await log.grow(7)
    const faults: unknown[] = []
    const { add, url } = await serve(folder, { failed: (fault) => faults.push(fault) })
    expect((await add(await log.request(0))).status).toBe(200)
    await writeFile(join(folder, 'logs', hashedName(origin), '000000000002.checkpoint'), 'cut off')
    expect((await add(await log.request(7))).status).toBe(500)
    expect(String(faults[0])).toMatch(/damaged/)
    const account = (await (await fetch(`${url}/witness.json`)).json()) as object
    expect(account).toMatchObject({
      isQuiet: false,
      logs: [{ coSigned: null, damage: expect.stringMatching(/damaged/) }],
    })
    expect(await (await fetch(`${url}/?lang=zh`)).text()).toContain('我的记忆已损坏')
  })

  it('says no earlier time than before when its clock was set back', async () => {
    const { log, folder } = await begun()
    await log.grow(7)
    let now = new Date('2026-11-26T08:00:00Z')
    const { add, witness } = await serve(folder, {}, () => now)
    const first = cosigned((await add(await log.request(0))).text, log.checkpoint.note, witness.key)
    now = new Date('2026-11-26T03:00:00Z')
    await log.grow(1)
    const second = cosigned((await add(await log.request(7))).text, log.checkpoint.note, witness.key)
    expect([first, second]).toEqual([1795680000, 1795680000])
  })
})

describe('A witness that is asked by strangers', () => {
  it('reads no more than it needs, and not for ever', async () => {
    const { folder, log } = await begun()
    await log.grow(1)
    const { add, url } = await serve(folder, { waits: { requestMs: 700 } })
    expect((await add('a'.repeat(200_000))).status).toBe(413)
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    const began = performance.now()
    let said = ''
    socket.on('data', (data) => {
      said += data
    })
    const drip = setInterval(() => socket.write('a'), 100)
    socket.write('POST /add-checkpoint HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nold 0')
    socket.on('error', () => undefined)
    await new Promise((resolve) => socket.on('close', resolve))
    clearInterval(drip)
    expect(performance.now() - began).toBeLessThan(8000)
    expect(said === '' || said.includes(' 408 ')).toBe(true)
    expect((await add(await log.request(0))).status).toBe(200)
  })

  it('answers nobody more often than it can', async () => {
    const { folder } = await begun()
    const { add } = await serve(folder, { mostRequests: 3 })
    const statuses = []
    for (let at = 0; at < 5; at++) statuses.push((await add('')).status)
    expect(statuses).toEqual([400, 400, 400, 429, 429])
  })

  it.each(['text/plain', 'application/octet-stream', 'application/json', null])(
    'takes a body of the type %s',
    async (type) => {
      const { folder, log } = await begun()
      await log.grow(1)
      const { url } = await serve(folder)
      const headers = type === null ? {} : { 'content-type': type }
      const body = Buffer.from(await log.request(0))
      expect((await fetch(`${url}/add-checkpoint`, { method: 'POST', body, headers })).status).toBe(200)
    },
  )

  it('hands out what it co-signed last of a log, with both signatures', async () => {
    const { folder, log } = await begun()
    await log.grow(4)
    const { add, url, witness } = await serve(folder)
    expect((await fetch(`${url}/${hashedName(origin)}/checkpoint`)).status).toBe(404)
    await add(await log.request(0))
    const response = await fetch(`${url}/${hashedName(origin)}/checkpoint`)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const note = parseNote(await response.text())
    expect(
      checkSignatures(note ?? { text: '', signatures: [] }, [logKey.key, witness.key]).map(({ isGood }) => isGood),
    ).toEqual([true, true])
    for (const path of ['/nothing/checkpoint', '/..%2f..%2fwitness.key', '/witness.key', '/logs', '/%00'])
      expect((await fetch(url + path)).status, path).toBeGreaterThanOrEqual(400)
  })

  it('says on a page and in JSON what it knows and what it refused, in both languages', async () => {
    const { folder, log } = await begun()
    const twin = await publishedLog(await temporary.make())
    await log.grow(1234)
    await twin.grow(1234, '<script>alert(1)</script>')
    const { add, url, witness } = await serve(folder)
    const page = async (query: string) => (await fetch(`${url}/${query}`)).text()
    expect(await page('?lang=zh')).toContain('迄今所见，各登记簿都只是续写，没有改动。')
    await add(await log.request(0))
    await add(await twin.request(1234))
    expect(await page('?lang=zh')).toMatch(/同一长度有两个不同的登记簿/)
    const english = await page('?lang=en')
    expect(english).toMatch(/two registers of one length/)
    expect(english).toContain('1,234 entries')
    expect(english).toContain(vkeyOf(witness.key))
    expect(english).not.toMatch(/<script/)
    const account = await (await fetch(`${url}/witness.json`)).json()
    expect(account).toMatchObject({
      isQuiet: false,
      logs: [{ origin, coSigned: { size: 1234 }, refused: [{ kind: 'split-view' }] }],
    })
  })
})

describe('The folder of a witness', () => {
  it('has a key that nobody else can read', async () => {
    const { folder } = await begun()
    await serve(folder)
    expect((await stat(join(folder, 'witness.key'))).mode & 0o777).toBe(0o600)
  })

  it('keeps its name, and is opened with no key that everybody knows', async () => {
    const { folder } = await begun()
    await serve(folder)
    await expect(openWitness({ folder, name: 'other.example', logKeys: [] })).rejects.toThrow(/for good/)
    await expect(openWitness({ folder: await temporary.make(), logKeys: [] })).rejects.toThrow(/--name/)
    const weak = await temporary.make()
    await writeFile(join(weak, 'name'), 'weak.example\n')
    await writeFile(join(weak, 'witness.key'), 'xinqiao key 1\nAAAA\n0000000000000000\n', { mode: 0o600 })
    await expect(openWitness({ folder: weak, logKeys: [] })).rejects.toThrow(/damaged/)
  })

  it('knows no log under its own key, nor under the key of a witness', async () => {
    const folder = await temporary.make()
    const { key } = await openWitness({ folder, name: 'bar.example/witness', logKeys: [] })
    const own = { ...key, type: 1 as const, name: 'log.example' }
    await expect(openWitness({ folder, logKeys: [own] })).rejects.toThrow(/is that of this witness/)
    await expect(openWitness({ folder, logKeys: [key] })).rejects.toThrow(/of a witness, not of a log/)
  })

  it('does not grow without end', async () => {
    const { log, folder } = await begun()
    await log.grow(1)
    const { add } = await serve(folder)
    for (let at = 0; at < 12; at++) expect((await add(await log.request(at === 0 ? 0 : 1))).status).toBe(200)
    const names = await readdir(join(folder, 'logs', hashedName(origin)))
    expect(names.length).toBeLessThanOrEqual(2)
  })
})

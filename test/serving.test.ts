import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { isAlive, type Postmaster, readPostmaster } from '../src/platform/postmaster.ts'

// closed, as a home is
const folder = mkdtempSync(join(tmpdir(), 'xinqiao-serving-'))
const running = new Set<ChildProcess>()

interface Said {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function xinqiao(...words: string[]): { child: ChildProcess; ended: Promise<Said> } {
  const environment = { ...process.env, XINQIAO_LOG_TO: 'file', DATABASE_URL: '', PORT: '0' }
  const child = spawn('node', ['bin/xinqiao.mjs', ...words, '--data', folder], { env: environment })
  running.add(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (piece) => (said.out += piece))
  child.stderr.on('data', (piece) => (said.err += piece))
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return { code: code as number | null, ...said }
  })
  return { child, ended }
}

async function serving(): Promise<{ child: ChildProcess; ended: Promise<Said>; url: string; pid: number }> {
  const { child, ended } = xinqiao('serve', '--json')
  const first = once(child.stdout as NodeJS.ReadableStream, 'data').then(([piece]) => String(piece))
  const line = await Promise.race([
    first,
    ended.then(({ err, code }) => Promise.reject(new Error(`ended with ${code}: ${err}`))),
  ])
  const { url, pid, error } = JSON.parse(line)
  if (error) throw new Error(error)
  return { child, ended, url, pid }
}

const server = (): Postmaster | undefined => readPostmaster(join(folder, 'postgres'))
const isGone = (postmaster: Postmaster | undefined) => postmaster === undefined || !isAlive(postmaster)
const statusOf = async (url: string) => (await fetch(`${url}/healthz`)).status

afterEach(async () => {
  for (const child of running) child.kill('SIGTERM')
  await expect.poll(() => running.size, { timeout: 15_000 }).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a house on the command line', { timeout: 90_000 }, () => {
  it('serves until told to stop, and takes its database with it', async () => {
    const house = await serving()
    expect(await statusOf(house.url)).toBe(200)
    const postgres = server()
    house.child.kill('SIGTERM')
    expect(await house.ended).toMatchObject({ code: 0, err: '' })
    expect(isGone(postgres)).toBe(true)
    expect(existsSync(join(folder, 'house.json'))).toBe(false)
  })

  it('lets other verbs work beside it, but no second one serve', async () => {
    const house = await serving()
    const fsck = await xinqiao('fsck', '--json').ended
    expect({ code: fsck.code, ...JSON.parse(fsck.out) }).toMatchObject({ code: 0, facts: 0, errors: [] })
    const second = await xinqiao('serve').ended
    expect(second.code).toBe(2)
    expect(second.err).toContain(`process ${house.pid} serves it at ${house.url}`)
    expect(await statusOf(house.url)).toBe(200)
  })

  it('is founded beside itself, with a link that sets the first password and no password in it', async () => {
    const house = await serving()
    const bureau = ['--name', '青坪县信访局', '--region', '510199', '--login', 'first.admin', '--json']
    const { code, out } = await xinqiao('found', ...bureau).ended
    const { organ, login, link, ...rest } = JSON.parse(out)
    expect({ code, organ, login, rest: Object.keys(rest) }).toEqual({
      ...{ code: 0, organ: 'bureau', login: 'first.admin', rest: ['expiresAt'] },
    })
    expect(link).toMatch(new RegExp(`^${house.url}/desk/invitation#[\\w-]{43}$`))
    const token = link.slice(link.indexOf('#') + 1)
    const send = (method: string, path: string, body: object) =>
      fetch(house.url + path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const password = 'Kiesel-Anker-81'
    expect((await send('PUT', '/api/invitation', { token, password })).status).toBe(200)
    expect((await send('PUT', '/api/invitation', { token, password })).status).toBe(410)
    expect((await send('POST', '/api/session', { login, password })).status).toBe(200)
  })

  it('comes up again after it was killed, with its orphaned database', async () => {
    const house = await serving()
    process.kill(house.pid, 'SIGKILL')
    await house.ended
    const orphan = server()
    expect(isGone(orphan)).toBe(false)
    const again = await serving()
    expect(server()).toEqual(orphan)
    expect(await statusOf(again.url)).toBe(200)
  })

  it('leaves nothing running when it is told to stop while it comes up', async () => {
    const { child, ended } = xinqiao('serve')
    await expect.poll(server, { timeout: 30_000, interval: 5 }).toBeDefined()
    const postgres = server()
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 0, out: '', err: '' })
    expect(isGone(postgres)).toBe(true)
  })

  it('goes on when its database is killed', async () => {
    const house = await serving()
    process.kill(server()?.pid ?? 0, 'SIGKILL')
    await expect.poll(() => statusOf(house.url).catch(() => 0), { timeout: 20_000 }).toBe(200)
  })

  it('says in words what was used wrongly, with exit code 2, and as JSON where asked', async () => {
    const wrong = await xinqiao('serve', '--port', 'banana').ended
    expect(wrong).toMatchObject({ code: 2, err: 'xinqiao: PORT: is not a number\n' })
    expect(await xinqiao('frobnicate').ended).toMatchObject({ code: 2 })
    const asked = await xinqiao('serve', '--port', 'banana', '--json').ended
    expect(JSON.parse(asked.out)).toEqual({ error: 'PORT: is not a number' })
  })
})

/** What a journey is, and the stage it walks on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'

const devices = {
  telephone: { width: 375, height: 812 },
  smallTelephone: { width: 320, height: 640 },
  desk: { width: 1440, height: 900 },
} as const
export type Device = keyof typeof devices

export interface Journey {
  /** What the person wants: `says it and follows it to re-examination`. */
  readonly name: string
  readonly device: Device
  walk(page: Page, stage: Stage): Promise<void>
}

export interface Stage {
  readonly url: string
  /** A page of its own, with nothing remembered. */
  newPage(device: Device): Promise<Page>
  /** The login and generated password of somebody of the demo. */
  account(login: string): { readonly login: string; readonly password: string }
  /** Asks the house over HTTP as that person, for what other people do in the meantime. */
  as(login: string): Promise<Caller>
}

/** Somebody signed in over HTTP. Throws for any answer but 2xx, with what was said. */
export interface Caller {
  post(path: string, body: object): Promise<Record<string, unknown>>
  get(path: string): Promise<Record<string, unknown>>
}

/** Long enough for a busy machine; what is there at once costs nothing. */
const patienceMs = 20_000

export function stageOf(browser: Browser, url: string, data: string): Stage {
  const read = JSON.parse(readFileSync(join(data, 'demo-accounts.json'), 'utf8')) as {
    accounts: readonly { login: string; password: string }[]
  }
  const account = (login: string) => {
    const found = read.accounts.find((each) => each.login === login)
    if (!found) throw new Error(`nobody of the demo logs in as ${login}`)
    return found
  }
  const callers = new Map<string, Promise<Caller>>()
  return {
    url,
    account,
    async newPage(device) {
      const context = await browser.newContext({
        baseURL: url,
        viewport: devices[device],
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      })
      context.setDefaultTimeout(patienceMs)
      return context.newPage()
    },
    as(login) {
      const caller = callers.get(login) ?? signIn(url, account(login))
      callers.set(login, caller)
      return caller
    },
  }
}

async function signIn(url: string, { login, password }: { login: string; password: string }): Promise<Caller> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ login, password }),
  })
  if (!answer.ok) throw new Error(`${login} could not sign in: ${answer.status} ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const call = async (method: string, path: string, body?: object) => {
    const headers = { cookie, origin: url, ...(body ? { 'content-type': 'application/json' } : {}) }
    const said = await fetch(url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    if (!said.ok) throw new Error(`${login}: ${method} ${path}: ${said.status} ${await said.text()}`)
    return said.status === 204 ? {} : ((await said.json()) as Record<string, unknown>)
  }
  return { post: (path, body) => call('POST', path, body), get: (path) => call('GET', path) }
}

/** What a page must never do while somebody uses it: throw, or ask for what its own security policy forbids. */
export function watchFaults(page: Page): readonly string[] {
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(`the page threw ${fault.stack ?? fault.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/i.test(message.text())) faults.push(message.text())
  })
  return faults
}

/** Fails with what was expected and what was there. */
export function expectThat(isSo: boolean, expected: string, seen?: unknown): void {
  if (isSo) return
  throw new Error(`expected ${expected}${seen === undefined ? '' : `, saw ${JSON.stringify(seen)}`}`)
}

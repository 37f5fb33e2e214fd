/** What a journey is, and the stage it walks on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'

export interface Journey {
  /** What the person wants: `says it and follows it to re-examination`. */
  readonly name: string
  walk(page: Page, stage: Stage): Promise<void>
}

export interface Stage {
  readonly url: string
  /** A page of its own, with nothing remembered: a telephone unless said. */
  newPage(device?: 'telephone' | 'desk'): Promise<Page>
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

const sizes = { telephone: { width: 375, height: 812 }, desk: { width: 1440, height: 900 } } as const
const patienceMs = 15_000

export function stageOf(browser: Browser, url: string, data: string): Stage {
  const read = JSON.parse(readFileSync(join(data, 'demo-accounts.json'), 'utf8')) as {
    accounts: readonly { login: string; password: string }[]
  }
  const account = (login: string) => {
    const found = read.accounts.find((each) => each.login === login)
    if (!found) throw new Error(`nobody of the demo logs in as ${login}`)
    return found
  }
  return {
    url,
    account,
    async newPage(device = 'telephone') {
      const context = await browser.newContext({ viewport: sizes[device], locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
      context.setDefaultTimeout(patienceMs)
      return context.newPage()
    },
    as: (login) => signIn(url, account(login)),
  }
}

async function signIn(url: string, { login, password }: { login: string; password: string }): Promise<Caller> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ login, password }),
  })
  if (!answer.ok) throw new Error(`${login} could not sign in: ${answer.status} ${await answer.text()}`)
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  const call = async (method: string, path: string, body?: object) => {
    const headers = { cookie, origin: url, ...(body ? { 'content-type': 'application/json' } : {}) }
    const said = await fetch(url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    if (!said.ok) throw new Error(`${method} ${path}: ${said.status} ${await said.text()}`)
    return said.status === 204 ? {} : ((await said.json()) as Record<string, unknown>)
  }
  return { post: (path, body) => call('POST', path, body), get: (path) => call('GET', path) }
}

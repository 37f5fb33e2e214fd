/** A browser at the desk, as far as the wire is concerned: it keeps cookies, says what it is, and comes from somewhere. */
import type { FastifyInstance, InjectOptions } from 'fastify'

const origin = 'http://localhost:80'

export interface Said {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: what comes back is what the tests look at
  readonly body: any
}

export interface DeskBrowser {
  readonly cookies: Map<string, string>
  ask(method: NonNullable<InjectOptions['method']>, url: string, body?: object): Promise<Said>
}

export function deskBrowser(
  app: FastifyInstance,
  { address = '192.0.2.1', agent = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0' } = {},
): DeskBrowser {
  const cookies = new Map<string, string>()
  return {
    cookies,
    async ask(method, url, body) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = { origin, 'user-agent': agent, ...(cookie === '' ? {} : { cookie }) }
      const payload = body === undefined ? {} : { payload: body }
      const answer = await app.inject({ method, url, headers, remoteAddress: address, ...payload })
      for (const { name, value } of answer.cookies) {
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
    },
  }
}

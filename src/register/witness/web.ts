/** Asking somebody else's server: for so long, for so much, and nobody that it would send us to. */

export interface Reply {
  readonly status: number
  /** Without parameters, in lower case; empty where none is said. */
  readonly contentType: string
  readonly bytes: Uint8Array
}

export interface Wish {
  /** Posted; without one it is fetched. */
  readonly body?: string
  readonly waitMs: number
  readonly mostBytes: number
}

/** Throws where nothing comes in time, too much comes, or somebody else is named instead. */
export type Web = (url: string, wish: Wish) => Promise<Reply>

export const overHttp: Web = async (url, { body, waitMs, mostBytes }) => {
  const response = await fetch(url, {
    ...(body === undefined ? {} : { method: 'POST', body, headers: { 'content-type': 'text/plain; charset=utf-8' } }),
    redirect: 'error',
    // for what comes after the headers as well
    signal: AbortSignal.timeout(waitMs),
  })
  const contentType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  return { status: response.status, contentType, bytes: await atMost(mostBytes, response) }
}

async function atMost(mostBytes: number, response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    // leaving the loop closes the connection
    if (length > mostBytes) throw new Error(`the answer has more than ${mostBytes} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

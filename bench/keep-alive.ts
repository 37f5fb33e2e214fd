/** A client that costs little of the cores it measures: one socket, kept alive, one request at a time, as a browser's. */
import { connect, type Socket } from 'node:net'

export interface Request {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answered {
  readonly status: number
  readonly body: Buffer
}

/** A request as it goes over the wire, so that nothing is put together while the clock runs. */
export function written({ method, path, headers = {}, body }: Request): Buffer {
  const length =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  const lines = Object.entries({ host: 'localhost', ...headers, ...length }).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`)
}

const headEnd = Buffer.from('\r\n\r\n')

export class Line {
  readonly #socket: Socket
  #chunks: Buffer[] = []
  #waiting: { resolve(answer: Answered): void; reject(fault: Error): void } | null = null

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#take(chunk))
    socket.on('error', (fault) => this.#waiting?.reject(fault))
    socket.on('close', () => this.#waiting?.reject(new Error('the server closed the line')))
  }

  static open(url: string): Promise<Line> {
    const { hostname, port } = new URL(url)
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new Line(socket)))
      socket.once('error', reject)
    })
  }

  ask(request: Buffer): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#waiting = null
    this.#socket.destroy()
  }

  /** Our own server says how long each answer is. */
  #take(chunk: Buffer): void {
    this.#chunks.push(chunk)
    const all = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks)
    const end = all.indexOf(headEnd)
    if (end < 0) return
    const head = all.toString('latin1', 0, end)
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0)
    if (all.length < end + headEnd.length + length) return
    this.#chunks = []
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.resolve({ status: Number(head.slice(9, 12)), body: all.subarray(end + headEnd.length) })
  }
}

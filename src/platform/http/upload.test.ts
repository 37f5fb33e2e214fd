import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MemoryStore, sampleApp } from './testing/sample-room.ts'

let app: FastifyInstance
let store: MemoryStore
beforeEach(async () => {
  store = new MemoryStore()
  app = await sampleApp({}, store)
})
afterEach(() => app.close())

const url = '/api/books/b1/scans'
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
const exe = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'), Buffer.alloc(500)])
const openXml = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const gbk = Buffer.from([0xc4, 0xe3, 0xba, 0xc3, 0x0a])

interface Part {
  readonly name?: string
  readonly type?: string
  readonly content: Buffer | string
  readonly field?: string
}

function multipart(...parts: readonly Part[]) {
  const boundary = 'boundary-7'
  const pieces = parts.flatMap(({ name, type, content, field = 'file' }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${name === undefined ? '' : `; filename="${name}"`}\r\n`,
    type === undefined ? '\r\n' : `Content-Type: ${type}\r\n\r\n`,
    content,
    '\r\n',
  ])
  const payload = Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece)))
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

const send = (...parts: readonly Part[]) => app.inject({ method: 'POST', url, ...multipart(...parts) })
const sendOne = async (name: string, content: Buffer | string, type = 'application/octet-stream') =>
  (await send({ name, type, content })).statusCode

/** A zip of stored entries, as an office program would write it. */
function zipOf(...names: readonly string[]): Buffer {
  const entries = names.map((name) => {
    const header = Buffer.alloc(30)
    header.write('PK\x03\x04', 'latin1')
    header.writeUInt16LE(20, 4)
    header.writeUInt32LE(4, 18)
    header.writeUInt32LE(4, 22)
    header.writeUInt16LE(name.length, 26)
    return Buffer.concat([header, Buffer.from(name), Buffer.from('text')])
  })
  return Buffer.concat([...entries, Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])
}

describe('an upload', () => {
  it('streams its files into the store, with their fields beside them', async () => {
    const note = { field: 'note', content: '两张' }
    const answer = await send(
      note,
      { name: '照片.png', type: 'image/png', content: png },
      { name: 'a.pdf', type: 'application/pdf', content: pdf },
    )
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({
      files: [
        { file: 'file-0-0123456789', mediaType: 'image/png', bytes: png.length },
        { file: 'file-1-0123456789', mediaType: 'application/pdf', bytes: pdf.length },
      ],
      note: 2,
    })
    expect(store.seen.map(({ name }) => name)).toEqual(['照片.png', 'a.pdf'])
  })
  it.each([
    ['a.txt', '你好，世界\r\n', 'text/plain'],
    ['a.TXT', gbk, 'text/plain'],
    ['a.docx', zipOf('[Content_Types].xml', '_rels/.rels', 'word/document.xml'), openXml],
    ['a.docx', zipOf('_rels/.rels', 'docProps/app.xml', 'word/document.xml', '[Content_Types].xml'), openXml],
    ['a.xlsx', zipOf('[Content_Types].xml', 'xl/workbook.xml'), 'application/octet-stream'],
    ['a.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'application/msword'],
    ['a.amr', Buffer.from('#!AMR\n\x04\x10\x20'), 'audio/amr'],
    ['a.wav', Buffer.from('RIFF\x24\0\0\0WAVEfmt \x10\0\0\0'), 'audio/x-wav'],
    ['a.m4a', Buffer.from('\0\0\0\x20ftypM4A \0\0\0\0M4A mp42isom'), 'audio/x-m4a'],
    ['a.mp4', Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41'), 'video/mp4'],
    ['a.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'image/heic'],
    ['a.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'image/jpeg'],
  ])('may be %s', async (name, content, type) => {
    expect(await sendOne(name, content, type)).toBe(200)
  })
  it('may be exactly as large as allowed, and not a byte more', async () => {
    const text = 'x'.repeat(200_000)
    expect(await sendOne('a.txt', text)).toBe(200)
    expect(await sendOne('a.txt', `${text}x`)).toBe(413)
    expect(store.seen).toHaveLength(1)
  })
  it('keeps only the last part of a name that pretends to be a path', async () => {
    await sendOne('..\\..\\etc/passwd.txt', 'x')
    expect(store.seen[0]?.name).toBe('passwd.txt')
  })
})

describe('an upload is refused', () => {
  it.each([
    ['a program that calls itself a picture', 'a.png', exe, 'image/png', 415],
    ['a picture that calls itself a document', 'a.pdf', png, 'application/pdf', 415],
    ['a picture whose declared type is another', 'a.png', png, 'application/pdf', 415],
    ['a program', 'a.exe', exe, 'application/octet-stream', 415],
    ['a page', 'a.html', '<script>', 'text/html', 415],
    ['a drawing that can hold scripts', 'a.svg', '<svg/>', 'image/svg+xml', 415],
    ['a plain zip', 'a.docx', zipOf('a.txt'), openXml, 415],
    ['a table that calls itself a letter', 'a.docx', zipOf('[Content_Types].xml', 'xl/workbook.xml'), openXml, 415],
    ['bytes that call themselves text', 'a.txt', Buffer.from([0, 1, 2, 3]), 'text/plain', 415],
    ['a document that calls itself text', 'a.txt', pdf, 'text/plain', 415],
    ['an empty file', 'a.txt', '', 'text/plain', 400],
    ['a name of another direction', 'a\u202etxt.exe.txt', 'x', 'text/plain', 400],
    ['a file without an extension', 'letter', pdf, 'application/pdf', 415],
  ])('%s', async (_, name, content, type, status) => {
    expect(await sendOne(name, content, type)).toBe(status)
    expect(store.seen).toEqual([])
  })
  it('with more files than allowed, and those before are taken back', async () => {
    const file = { name: 'a.txt', content: 'x' }
    expect((await send(file, file, file)).statusCode).toBe(413)
    expect(store.discarded).toEqual(store.seen.map((stored) => stored.file))
  })
  it('when the room refuses, and its files are taken back', async () => {
    const answer = await send({ name: 'a.txt', content: 'x' }, { field: 'note', content: 'full' })
    expect([answer.statusCode, answer.json().refusal]).toEqual([409, 'shelf-full'])
    expect(store.discarded).toEqual(['file-0-0123456789'])
  })
  it('when its fields do not fit, and its files are taken back', async () => {
    const answer = await send({ name: 'a.txt', content: 'x' }, { field: 'note', content: ' ' })
    expect([answer.statusCode, answer.json().errors[0].path]).toEqual([400, 'note'])
    expect(store.discarded).toHaveLength(1)
  })
  it.each([
    [
      'a field twice',
      [
        { field: 'note', content: 'a' },
        { field: 'note', content: 'b' },
      ],
      400,
    ],
    ['a field with NUL', [{ field: 'note', content: 'a\0' }], 400],
    ['a field that is too long', [{ field: 'note', content: 'x'.repeat(70_000) }], 413],
    ['too many fields', Array.from({ length: 60 }, (_, at) => ({ field: `f${at}`, content: 'x' })), 413],
    ['a field of the prototype', [{ field: '__proto__', content: 'x' }], 400],
  ])('with %s', async (_, parts, status) => {
    expect((await send(...parts)).statusCode).toBe(status)
  })
  it('as JSON', async () => {
    expect((await app.inject({ method: 'POST', url, payload: {} })).statusCode).toBe(415)
  })
  it('cut off in the middle', async () => {
    const { payload, headers } = multipart({ name: 'a.txt', content: 'x'.repeat(1000) })
    const answer = await app.inject({ method: 'POST', url, headers, payload: payload.subarray(0, 500) })
    expect(answer.statusCode).toBe(400)
    expect(store.seen).toEqual([])
  })
})

interface Outcome {
  readonly status: number | undefined
  readonly body: string
  readonly sentBytes: number
}

/** Sends a file of a gigabyte over a real line, as fast as the other side takes it, until it answers or hangs up. */
async function sendGigabyte(headers: Record<string, string | number>): Promise<Outcome> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const chunk = Buffer.alloc(65_536, 'x')
  let sentBytes = 0
  let isOver = false
  const outgoing = httpRequest({
    port: (app.server.address() as AddressInfo).port,
    host: '127.0.0.1',
    path: url,
    method: 'POST',
    headers,
  })
  outgoing.on('error', () => {
    isOver = true
  })
  outgoing.on('response', async (incoming) => {
    const pieces: Buffer[] = []
    for await (const piece of incoming) pieces.push(piece)
    isOver = true
    resolve({ status: incoming.statusCode, body: Buffer.concat(pieces).toString(), sentBytes })
    outgoing.destroy()
  })
  outgoing.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n')
  const more = () => {
    while (!isOver && sentBytes < 2 ** 30) {
      sentBytes += chunk.length
      if (!outgoing.write(chunk)) return void outgoing.once('drain', more)
    }
  }
  more()
  return promise
}

describe('a gigabyte', () => {
  it('that does not say so is cut at the limit, answered, and never held', async () => {
    const before = process.memoryUsage().arrayBuffers
    const outcome = await sendGigabyte({
      'content-type': 'multipart/form-data; boundary=b',
      'transfer-encoding': 'chunked',
    })
    expect(outcome.status).toBe(413)
    expect(JSON.parse(outcome.body).messages.en).toBe(
      'A file may have at most 0.2 MB, and a request at most 2 of them.',
    )
    expect(outcome.sentBytes).toBeLessThan(64 * 2 ** 20)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 2 ** 20)
    expect(store.abandoned).toHaveLength(1)
    expect(store.seen).toEqual([])
  }, 20_000)
  it('that says so is refused before any of it is read', async () => {
    const outcome = await sendGigabyte({
      'content-type': 'multipart/form-data; boundary=b',
      'content-length': 2 ** 30 + 100,
    })
    expect(outcome.status).toBe(413)
    expect(store.abandoned).toEqual([])
  }, 20_000)
})

describe('a line that breaks in the middle of a file', () => {
  it('leaves nothing in the store', async () => {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const headers = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': 150_000 }
    const { port } = app.server.address() as AddressInfo
    const outgoing = httpRequest({ port, host: '127.0.0.1', path: url, method: 'POST', headers })
    outgoing.on('error', () => undefined)
    outgoing.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n')
    outgoing.write('x'.repeat(100_000))
    await expect.poll(() => store.begun).toBe(1)
    outgoing.destroy()
    await expect.poll(() => store.abandoned).toHaveLength(1)
    expect(store.seen).toEqual([])
  })
})

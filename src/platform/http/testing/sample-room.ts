/** A small room for the tests of the wire: a shelf of books, with every kind of field, access and refusal. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { OrganId } from '../../../kernel/organ.ts'
import { err, ok } from '../../../kernel/result.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import type { FileStore, IncomingFile, StoredFile } from '../../files/store.ts'
import { type AppOptions, buildApp } from '../app.ts'
import { room, route } from '../call.ts'
import type { Credentials } from '../credentials.ts'
import { cursorOf } from '../cursor.ts'
import { endpoint, fileReply } from '../endpoint.ts'
import { day, flag, list, many, organId, pageSize, petitionNumber, prose, ref, whole } from '../fields.ts'

export const place = cursorOf(z.tuple([day(), ref()]))
const bookParams = z.object({ book: ref() })
const fileLimitBytes = 200_000

export const addBook = endpoint({
  id: 'shelf.add',
  method: 'POST',
  path: '/api/books',
  access: 'staff',
  summary: { zh: '上架', en: 'Put a book on the shelf' },
  body: z.object({
    title: prose({ max: 50, singleLine: true }),
    summary: prose({ max: 2000 }).optional(),
    on: day(),
    owner: organId().nullable().default(null),
    petition: petitionNumber().optional(),
    copies: z.int().min(1).max(99).default(1),
    kind: z.enum(['novel', 'atlas']),
    tags: list(prose({ max: 10, singleLine: true }), { max: 20 }).default([]),
    cover: z.discriminatedUnion('type', [
      z.object({ type: z.literal('paper') }),
      z.object({ type: z.literal('cloth'), colour: z.string().max(20) }),
    ]),
  }),
  status: 201,
  idempotencyKey: 'required',
  response: z.object({ book: z.string(), titleLength: z.int(), key: z.string(), digest: z.string() }),
  refusals: ['shelf-full'],
})

export const listBooks = endpoint({
  id: 'shelf.list',
  method: 'GET',
  path: '/api/books',
  access: 'anyone',
  readableFrom: 'anywhere',
  summary: { zh: '书目', en: 'List the books' },
  query: z.object({
    q: z.string().max(20).optional(),
    kind: many(z.enum(['novel', 'atlas']), 2).optional(),
    from: whole({ min: 1, max: 2999 }).optional(),
    lent: flag().optional(),
    cursor: place.field.optional(),
    limit: pageSize(),
  }),
  response: z.object({ items: z.array(z.object({ book: z.string() })), limit: z.int(), place: z.string().nullable() }),
})

export const readBook = endpoint({
  id: 'shelf.read',
  method: 'GET',
  path: '/api/books/:book',
  access: 'petitioner-or-staff',
  summary: { zh: '查看', en: 'Read about a book' },
  params: bookParams,
  response: z.object({ book: z.string(), who: z.string() }),
  pace: 'lookup',
})

export const lendBook = endpoint({
  id: 'shelf.lend',
  method: 'PUT',
  path: '/api/books/:book/loan',
  access: ['clerk', 'head'],
  summary: { zh: '借出', en: 'Lend a book' },
  params: bookParams,
  ifMatch: 'required',
  response: z.object({ version: z.int() }),
  refusals: ['already-lent'],
})

export const dropBook = endpoint({
  id: 'shelf.drop',
  method: 'DELETE',
  path: '/api/books/:book',
  access: 'petitioner',
  summary: { zh: '下架', en: 'Take a book off the shelf' },
  params: bookParams,
  response: z.void(),
})

export const logIn = endpoint({
  id: 'shelf.logIn',
  method: 'POST',
  path: '/api/session',
  access: 'anyone',
  summary: { zh: '登录', en: 'Log in' },
  body: z.object({ name: z.string().max(50), password: z.string().max(200) }),
  response: z.void(),
  pace: 'login',
  refusals: ['wrong-password'],
})

export const sendScans = endpoint({
  id: 'shelf.scan',
  method: 'POST',
  path: '/api/books/:book/scans',
  access: 'anyone',
  summary: { zh: '上传扫描件', en: 'Send scans' },
  params: bookParams,
  body: z.object({ note: prose({ max: 100 }).optional() }),
  upload: { files: 2, fileLimitBytes },
  response: z.object({
    files: z.array(z.object({ file: z.string(), mediaType: z.string(), bytes: z.int() })),
    note: z.int(),
  }),
  refusals: ['shelf-full'],
})

export const readScan = endpoint({
  id: 'shelf.scanned',
  method: 'GET',
  path: '/api/books/:book/scans/:scan',
  access: 'anyone',
  summary: { zh: '下载扫描件', en: 'Get a scan' },
  params: z.object({ book: ref(), scan: ref() }),
  response: fileReply(),
})

export const breakShelf = endpoint({
  id: 'shelf.break',
  method: 'POST',
  path: '/api/broken/:way',
  access: 'anyone',
  summary: { zh: '故障', en: 'Break' },
  params: z.object({ way: z.enum(['throw', 'answer', 'refusal']) }),
  response: z.object({ fine: z.boolean() }),
})

type Refusal =
  | { readonly kind: 'shelf-full'; readonly most: number }
  | { readonly kind: 'already-lent' }
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'version-conflict' }

/** Keeps nothing but what it saw, so that a test can tell a stream that was cut from one that was held. */
export class MemoryStore implements FileStore {
  readonly seen: (StoredFile & { readonly name: string })[] = []
  readonly discarded: string[] = []
  readonly abandoned: number[] = []
  begun = 0

  async put(content: AsyncIterable<Uint8Array>, { declaredName, mediaType }: IncomingFile) {
    let bytes = 0
    this.begun++
    try {
      for await (const chunk of content) bytes += chunk.length
    } catch (fault) {
      this.abandoned.push(bytes)
      throw fault
    }
    const stored = { file: `file-${this.seen.length}-0123456789`, mediaType, bytes }
    this.seen.push({ ...stored, name: declaredName.text })
    return ok(stored)
  }

  async discard(file: string) {
    this.discarded.push(file)
  }
}

export const shelfWith = (store: FileStore) =>
  room<Refusal>({
    name: 'shelf',
    title: { zh: '书架', en: 'Shelf' },
    statusOf: { 'shelf-full': 409, 'already-lent': 409, 'wrong-password': 422 },
    explain: (refusal) => explanations[refusal.kind],
    routes: [
      route(addBook, async ({ body, idempotency, answer }) => {
        if (body.copies === 99) return err({ kind: 'shelf-full', most: 98 })
        answer.location('/api/books/b1')
        const { key, digest } = idempotency
        return ok({ book: 'b1', titleLength: body.title.length, key, digest, title: body.title.text })
      }),
      route(listBooks, async ({ query }) => {
        const items = (query.kind ?? []).map((kind) => ({ book: kind, secret: 'never leaves' }))
        return ok({ items, limit: query.limit, place: query.cursor ? place.write(query.cursor) : null })
      }),
      route(readBook, async ({ params, viewer, answer }) => {
        if (params.book === 'none') return err({ kind: 'not-found' })
        answer.etag(3)
        return ok({ book: params.book, who: viewer.kind })
      }),
      route(lendBook, async ({ ifMatch }) => {
        if (ifMatch === 9) return err({ kind: 'already-lent' })
        return ifMatch === 3 ? ok({ version: 4 }) : err({ kind: 'version-conflict' })
      }),
      route(dropBook, async () => ok(undefined)),
      route(logIn, async ({ body, answer }) => {
        if (body.password !== 'right') return err({ kind: 'wrong-password' })
        answer.startSession('s'.repeat(32), 3600)
        return ok(undefined)
      }),
      route(sendScans, async ({ receive }) => {
        const { body, files } = await receive(store)
        if (body.note?.text === 'full') return err({ kind: 'shelf-full', most: 1 })
        return ok({ files: [...files], note: body.note?.length ?? 0 })
      }),
      route(readScan, async ({ params }) =>
        ok({
          stream: Readable.from([Buffer.from('scan')]),
          name: `扫描 ${params.scan}.txt`,
          type: 'text/plain',
          lengthBytes: 4,
        }),
      ),
      route(breakShelf, async ({ params }) => {
        if (params.way === 'throw') throw new Error('the shelf fell on 王小明')
        if (params.way === 'refusal') return err({ kind: 'unheard-of' } as never)
        return ok({ fine: 'perhaps' } as never)
      }),
    ],
  })

const explanations = {
  'shelf-full': { zh: '书架满了', en: 'The shelf is full', article: { zh: '第一条', en: 'art. 1' } },
  'already-lent': { zh: '已借出', en: 'It is lent' },
  'wrong-password': { zh: '密码不对', en: 'The password is wrong' },
} as const

export const petition = '261123482719039'
export const petitionerHeader = { authorization: `Petition ${petition}:1234-5678-9012-3456` }
export const clerkCookie = { cookie: `xinqiao_session=${'c'.repeat(32)}`, origin: 'http://localhost:80' }
export const auditorCookie = { cookie: `xinqiao_session=${'a'.repeat(32)}`, origin: 'http://localhost:80' }

const organ = 'o1' as OrganId

async function identify(credentials: Credentials): Promise<Viewer> {
  if (credentials.kind === 'petition' && credentials.key === '1234567890123456') {
    return { kind: 'petitioner', petition: credentials.number, person: 'p1' }
  }
  if (credentials.kind === 'session' && /^c+$/.test(credentials.token)) {
    return { kind: 'staff', account: 'clerk', organ, posts: ['clerk'] }
  }
  if (credentials.kind === 'session' && /^a+$/.test(credentials.token)) {
    return { kind: 'staff', account: 'auditor', organ, posts: ['auditor'] }
  }
  return { kind: 'anyone' }
}

export const sampleApp = (options: Partial<AppOptions> = {}, store: FileStore = new MemoryStore()) =>
  buildApp({
    version: '0.0.0',
    rooms: [shelfWith(store)],
    identify,
    health: async () => ({ database: 'up', lag: { reader: 0 } }),
    digestSecret: Buffer.alloc(32, 7),
    limits: 'off',
    ...options,
  })

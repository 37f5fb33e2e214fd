import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleApp } from './testing/sample-room.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = await sampleApp()
})
afterAll(() => app.close())

interface Operation {
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: object
  }[]
  readonly requestBody?: {
    readonly content: Record<string, { schema: { properties: Record<string, object>; required?: string[] } }>
  }
  readonly responses: Record<
    string,
    { readonly description: string; readonly content?: Record<string, { schema: { properties: object } }> }
  >
  readonly security: readonly object[]
}

async function operation(path: string, method: string): Promise<Operation> {
  const { paths } = (await app.inject({ url: '/api/openapi.json' })).json()
  return paths[path][method]
}

describe('the OpenAPI document', () => {
  it('is 3.1 and names every endpoint once', async () => {
    const document = (await app.inject({ url: '/api/openapi.json' })).json()
    expect(document.openapi).toBe('3.1.0')
    const ids = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(ids.sort()).toEqual([
      'shelf.add',
      'shelf.break',
      'shelf.drop',
      'shelf.lend',
      'shelf.list',
      'shelf.logIn',
      'shelf.read',
      'shelf.scan',
      'shelf.scanned',
    ])
  })
  it('says what may be sent: bounds, defaults, what is required', async () => {
    const { requestBody, parameters } = await operation('/api/books', 'post')
    const schema = requestBody?.content['application/json']?.schema
    expect(schema?.properties.title).toMatchObject({ type: 'string', minLength: 1, maxLength: 50 })
    expect(schema?.properties.on).toMatchObject({ type: 'string', format: 'date' })
    expect(schema?.required?.sort()).toEqual(['cover', 'kind', 'on', 'title'])
    expect(parameters).toMatchObject([{ name: 'Idempotency-Key', in: 'header', required: true }])
  })
  it('says what comes back, and no more', async () => {
    const { responses } = await operation('/api/books', 'post')
    expect(Object.keys(responses['201']?.content?.['application/json']?.schema.properties ?? {})).toEqual([
      'book',
      'titleLength',
      'key',
      'digest',
    ])
    expect(responses['409']?.description).toBe('shelf-full')
    expect(Object.keys(responses['409']?.content ?? {})).toEqual(['application/problem+json'])
  })
  it('has the parameters of paths and queries', async () => {
    const { parameters } = await operation('/api/books/{book}/loan', 'put')
    expect(parameters.map(({ in: place, name, required }) => [place, name, required])).toEqual([
      ['path', 'book', true],
      ['header', 'If-Match', true],
    ])
    const query = (await operation('/api/books', 'get')).parameters
    expect(query.find(({ name }) => name === 'limit')?.schema).toMatchObject({
      type: 'integer',
      minimum: 1,
      maximum: 100,
      default: 20,
    })
  })
  it('says who may call', async () => {
    expect((await operation('/api/books/{book}', 'delete')).security).toEqual([{ petition: [] }])
    expect((await operation('/api/books/{book}/loan', 'put')).security).toEqual([{ session: [] }])
  })
  it('says which files an upload takes', async () => {
    const { requestBody } = await operation('/api/books/{book}/scans', 'post')
    expect(requestBody?.content['multipart/form-data']?.schema.properties.file).toMatchObject({
      type: 'array',
      maxItems: 2,
    })
  })
})

describe('the page about it', () => {
  it('is in both languages, without scripts or anything from elsewhere', async () => {
    const zh = (await app.inject({ url: '/api/docs' })).body
    const en = (await app.inject({ url: '/api/docs?lang=en' })).body
    expect(zh).toContain('<h3>上架</h3>')
    expect(en).toContain('<h3>Put a book on the shelf</h3>')
    expect(en).toContain('<code>cover.colour</code>')
    expect(zh + en).not.toMatch(/<script|style=|https?:\/\/|onclick/)
    expect((await app.inject({ url: '/api/docs.css' })).headers['content-type']).toBe('text/css; charset=utf-8')
  })
  it('cannot be made to show what an address says', async () => {
    const answer = await app.inject({ url: '/api/docs?lang=%3Cb%3E&lang=x' })
    expect([answer.statusCode, answer.body.includes('<b>')]).toEqual([200, false])
  })
})

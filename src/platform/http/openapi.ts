/** The OpenAPI 3.1 document of the whole house, from the same endpoints that answer. */
import { z } from 'zod'
import { Prose } from '../../kernel/prose.ts'
import { fileKinds } from './accepted-files.ts'
import type { AnyRoom } from './call.ts'
import { type Access, type EndpointDefinition, isFileReply } from './endpoint.ts'
import { fileLimitOf } from './upload.ts'

type Json = { readonly [key: string]: unknown }

export interface OpenApi extends Json {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Json } }
}

export function openApiOf(rooms: readonly AnyRoom[], version: string): OpenApi {
  const paths: Record<string, Record<string, Json>> = {}
  for (const room of rooms) {
    for (const { endpoint } of room.routes) {
      const path = endpoint.path.replace(/:([A-Za-z]+)/g, '{$1}')
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(room, endpoint) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '信桥 Xinqiao',
      version,
      description:
        '信访业务接口。The API of a petition house. Problems are `application/problem+json` (RFC 9457) in both languages.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: rooms.map(({ name, title }) => ({ name, description: `${title.zh} · ${title.en}` })),
    paths,
    components: { schemas: { Problem: problemSchema }, securitySchemes },
  }
}

function operationOf(room: AnyRoom, endpoint: EndpointDefinition): Json {
  const { id, summary, access, body, upload } = endpoint
  const content = upload === undefined ? jsonBody(body) : multipartBody(endpoint)
  return {
    operationId: id,
    tags: [room.name],
    summary: `${summary.zh} · ${summary.en}`,
    'x-summary': summary,
    'x-access': access,
    security: securityOf(access),
    parameters: parametersOf(endpoint),
    ...(content === null ? {} : { requestBody: { required: true, content } }),
    responses: responsesOf(room, endpoint),
  }
}

function securityOf(access: Access): readonly Json[] {
  if (access === 'anyone') return [{}, { petition: [] }, { session: [] }]
  if (access === 'petitioner') return [{ petition: [] }]
  return access === 'petitioner-or-staff' ? [{ petition: [] }, { session: [] }] : [{ session: [] }]
}

const securitySchemes = {
  petition: {
    ...{ type: 'apiKey', in: 'header', name: 'Authorization' },
    description: '`Petition NUMBER:KEY`: 信访事项登记编号与查询密钥 · a petition’s registration number and its key',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'xinqiao_session',
    description: '工作人员登录后的会话 · the session of staff',
  },
}

/** Client and server see the two ends of a schema: what is sent, and what comes back. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: keepDefault }) as Json
  return json
}

/** Zod leaves the default out where the value behind it is converted, as the numbers of a query are. */
function keepDefault({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes
  jsonSchema: z.core.JSONSchema.BaseSchema
}) {
  const { def } = zodSchema._zod
  if (def.type === 'default' && !(def.defaultValue instanceof Prose)) jsonSchema.default ??= def.defaultValue as never
}

function parametersOf(endpoint: EndpointDefinition): readonly Json[] {
  return [...membersOf('path', endpoint.params), ...membersOf('query', endpoint.query), ...headersOf(endpoint)]
}

function membersOf(place: 'path' | 'query', schema: z.ZodType | undefined): readonly Json[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, member]) => ({
    ...{ name, in: place, required: place === 'path' || required.includes(name), schema: member },
  }))
}

function headersOf({ idempotencyKey, ifMatch }: EndpointDefinition): readonly Json[] {
  const header = (name: string, required: boolean, pattern: string, description: string) => ({
    ...{ name, in: 'header', required, schema: { type: 'string', pattern }, description },
  })
  const key = '同一操作重复提交时只执行一次 · the same act sent twice is done once'
  const version = '您看到的版本，如 "12" · the version that you were looking at'
  return [
    ...(idempotencyKey === undefined
      ? []
      : [header('Idempotency-Key', idempotencyKey === 'required', '^[A-Za-z0-9_.:-]{8,128}$', key)]),
    ...(ifMatch === undefined ? [] : [header('If-Match', ifMatch === 'required', '^"\\d{1,9}"$', version)]),
  ]
}

const jsonBody = (body: z.ZodType | undefined): Json | null =>
  body === undefined ? null : { 'application/json': { schema: schemaOf(body, 'input') } }

function multipartBody({ body, upload }: EndpointDefinition): Json | null {
  if (upload === undefined) return null
  const fields = body === undefined ? {} : ((schemaOf(body, 'input').properties as Json | undefined) ?? {})
  const description = `≤ ${fileLimitOf(upload)} bytes; ${fileKinds.flatMap(({ extensions }) => extensions).join(', ')}`
  const file = { type: 'array', maxItems: upload.files, items: { type: 'string', format: 'binary', description } }
  return { 'multipart/form-data': { schema: { type: 'object', properties: { ...fields, file } } } }
}

function responsesOf(room: AnyRoom, endpoint: EndpointDefinition): Json {
  const responses: Record<string, Json> = { [successOf(endpoint)]: success(endpoint) }
  for (const [status, description] of problemsOf(room, endpoint)) responses[status] = problem(description)
  return responses
}

const successOf = ({ response, status = 200 }: EndpointDefinition): number =>
  response instanceof z.ZodVoid ? 204 : status

function success({ response, ifMatch }: EndpointDefinition): Json {
  const description = '成功 · done'
  if (response instanceof z.ZodVoid) return { description }
  if (isFileReply(response)) {
    return { description, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
  }
  const headers = ifMatch === undefined ? {} : { headers: { ETag: { schema: { type: 'string' } } } }
  return { description, ...headers, content: { 'application/json': { schema: schemaOf(response, 'output') } } }
}

/** Statuses with the refusals that have them, besides those that every endpoint shares. */
function problemsOf(room: AnyRoom, endpoint: EndpointDefinition): readonly (readonly [string, string])[] {
  const { access, params, query, body, refusals = [], ifMatch, idempotencyKey } = endpoint
  const found = new Map<number, string[]>()
  const note = (status: number, what: string) => found.set(status, [...(found.get(status) ?? []), what])
  if (params ?? query ?? body ?? ifMatch ?? idempotencyKey) note(400, 'malformed')
  if (access !== 'anyone') note(401, 'not-signed-in')
  if (access !== 'anyone') note(403, 'not-permitted')
  if (ifMatch !== undefined) note(412, 'version-conflict')
  if (ifMatch === 'required') note(428, 'version-required')
  if (idempotencyKey !== undefined) note(422, 'idempotency-conflict')
  note(429, 'too-many-requests')
  for (const kind of refusals) note(room.statusOf[kind] ?? 409, kind)
  return [...found].sort(([a], [b]) => a - b).map(([status, kinds]) => [String(status), kinds.join(', ')] as const)
}

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const bilingual = {
  type: 'object',
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
  required: ['zh', 'en'],
}

const problemSchema = {
  type: 'object',
  description: 'RFC 9457',
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    messages: bilingual,
    refusal: { type: 'string', description: 'the kind of refusal' },
    article: bilingual,
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          in: { enum: ['path', 'query', 'body', 'header'] },
          path: { type: 'string' },
          ...bilingual.properties,
        },
        required: ['in', 'path', 'zh', 'en'],
      },
    },
    requestId: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'detail', 'messages', 'requestId'],
}

/** `/api/openapi.json` for machines and `/api/docs` for people: one page, rendered here, with nothing from elsewhere. */
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import type { AnyRoom } from './call.ts'
import type { Access, EndpointDefinition } from './endpoint.ts'
import { type Language, languageOf } from './language.ts'
import { openApiOf, schemaOf } from './openapi.ts'
import { exampleOf, type Field, fieldsOf } from './openapi-fields.ts'

const style = new URL('./openapi-page.css', import.meta.url)

export function serveDocumentation(app: FastifyInstance, rooms: readonly AnyRoom[], version: string): void {
  let document: string | undefined
  app.get('/api/openapi.json', async (_request, reply) => {
    document ??= JSON.stringify(openApiOf(rooms, version))
    return reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(document)
  })
  app.get('/api/docs.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(readFileSync(style)),
  )
  app.get<{ Querystring: { lang?: unknown } }>('/api/docs', async (request, reply) => {
    const { lang } = request.query
    const language = lang === 'zh' || lang === 'en' ? lang : languageOf(request.headers['accept-language'])
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').header('vary', 'accept-language')
    return reply.send(pageOf(rooms, version, language))
  })
}

const words = {
  zh: {
    title: '信桥接口说明',
    other: 'English',
    machine: 'OpenAPI 3.1 文档',
    field: '字段',
    form: '形式',
    isRequired: '必填',
    path: '路径参数',
    query: '查询参数',
    body: '请求正文',
    answer: '返回',
    example: '示例',
    refusals: '可能的拒绝',
    headers: '请求头',
    nothing: '无内容',
    intro:
      '所有错误均以 application/problem+json（RFC 9457）返回，含中英文说明。信访人以 Authorization: Petition 编号:密钥 访问；工作人员登录后以会话 Cookie 访问。',
  },
  en: {
    title: 'The API of Xinqiao',
    other: '中文',
    machine: 'OpenAPI 3.1 document',
    field: 'Field',
    form: 'Form',
    isRequired: 'required',
    path: 'Path',
    query: 'Query',
    body: 'Body',
    answer: 'Answer',
    example: 'Example',
    refusals: 'May be refused as',
    headers: 'Headers',
    nothing: 'No content',
    intro:
      'Errors are application/problem+json (RFC 9457), with words in both languages. A petitioner sends Authorization: Petition NUMBER:KEY; staff sign in and send the session cookie.',
  },
} as const

const accessNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { anyone: '任何人', petitioner: '信访人', staff: '工作人员', 'petitioner-or-staff': '信访人、工作人员' },
  en: { anyone: 'anyone', petitioner: 'petitioner', staff: 'staff', 'petitioner-or-staff': 'petitioner or staff' },
}

const accessIn = (language: Language, access: Access): string =>
  typeof access === 'string' ? (accessNames[language][access] ?? access) : access.join(', ')

function pageOf(rooms: readonly AnyRoom[], version: string, language: Language): string {
  const say = words[language]
  const other = language === 'zh' ? 'en' : 'zh'
  const links = rooms.map(({ name, title }) => `<li><a href="#${htmlOf(name)}">${htmlOf(title[language])}</a></li>`)
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say.title}</title>
<link rel="stylesheet" href="/api/docs.css"></head>
<body><header><h1>${say.title} <small>${htmlOf(version)}</small></h1>
<p>${say.intro}</p>
<p><a href="/api/openapi.json">${say.machine}</a> · <a href="?lang=${other}" hreflang="${other}">${say.other}</a></p></header>
<nav><ul>${links.join('')}</ul></nav>
<main>${rooms.map((room) => roomSection(room, language)).join('\n')}</main></body></html>`
}

function roomSection({ name, title, routes }: AnyRoom, language: Language): string {
  const articles = routes.map(({ endpoint }) => article(endpoint, language))
  return `<section id="${htmlOf(name)}"><h2>${htmlOf(title[language])}</h2>${articles.join('\n')}</section>`
}

function article(endpoint: EndpointDefinition, language: Language): string {
  const { id, method, path, summary, access, params, query, body, refusals = [] } = endpoint
  const say = words[language]
  return `<article id="${htmlOf(id)}"><h3>${htmlOf(summary[language])}</h3>
<p><code class="method">${method}</code> <code>${htmlOf(path)}</code> <span class="access">${htmlOf(accessIn(language, access))}</span></p>
${headers(endpoint, language)}${part(say.path, params, language)}${part(say.query, query, language)}${part(say.body, body, language)}
${body === undefined ? '' : example(say.example, exampleOf(schemaOf(body, 'input')))}
${answer(endpoint, language)}
${refusals.length === 0 ? '' : `<p>${say.refusals}: ${refusals.map((kind) => `<code>${htmlOf(kind)}</code>`).join(' ')}</p>`}</article>`
}

function headers({ idempotencyKey, ifMatch }: EndpointDefinition, language: Language): string {
  const { headers: title, isRequired } = words[language]
  const named = Object.entries({ 'Idempotency-Key': idempotencyKey, 'If-Match': ifMatch })
    .filter(([, need]) => need !== undefined)
    .map(([name, need]) => `<code>${name}</code>${need === 'required' ? ` (${isRequired})` : ''}`)
  return named.length === 0 ? '' : `<p>${title}: ${named.join(' ')}</p>`
}

function answer({ response }: EndpointDefinition, language: Language): string {
  const { answer: title, nothing } = words[language]
  const fields = fieldsOf(schemaOf(response, 'output'))
  return fields.length === 0 ? `<h4>${title}</h4><p>${nothing}</p>` : table(title, fields, language)
}

function part(title: string, schema: EndpointDefinition['body'], language: Language): string {
  const fields = schema === undefined ? [] : fieldsOf(schemaOf(schema, 'input'))
  return fields.length === 0 ? '' : table(title, fields, language)
}

function table(title: string, fields: readonly Field[], language: Language): string {
  const { field, form, isRequired } = words[language]
  const rows = fields.map(
    ({ name, form: shape, required }) =>
      `<tr><td><code>${htmlOf(name)}</code></td><td>${htmlOf(shape)}</td><td>${required ? isRequired : ''}</td></tr>`,
  )
  return `<h4>${title}</h4><table><thead><tr><th>${field}</th><th>${form}</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const example = (title: string, value: unknown): string =>
  `<details><summary>${title}</summary><pre>${htmlOf(JSON.stringify(value, null, 2))}</pre></details>`

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const htmlOf = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')

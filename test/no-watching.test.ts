import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { calendarRoutes } from '../src/calendar/routes.ts'
import { identityRoutes } from '../src/identity/routes.ts'
import { lawRoutes } from '../src/petition/law-routes.ts'
import { petitionRoutes } from '../src/petition/routes.ts'
import { type EndpointDefinition, endpoint } from '../src/platform/http/endpoint.ts'
import { figuresRoutes } from '../src/register/figures/routes.ts'
import { registerRoutes } from '../src/register/routes.ts'
import { freshDatabase } from './database.ts'

/**
 * Nothing scores, ranks, labels or watches a petitioner (invariant 7). Who petitions is known to two tables alone; a query
 * may ask them about one petition, or whether somebody is among the petitioners of one that it already has before it, which
 * is the lookup of the same matter. To group, sort or count by them it would have to read across petitions.
 */
const tablesOfPeople = ['blind_index', 'petition_key']
const columnsOfPeople = ['digest', 'person', 'id_number', 'phone', 'name_in_region']

const named = new RegExp(`\\b(${tablesOfPeople.join('|')})\\b`)
const ofOnePetition = /\bstream_id = \$1\b/
/** Correlated with the petition that the query is about: true or false of it, and nothing to sort or count by. */
const lookup = /exists \(\s*select from blind_index b where b\.stream_id = p\.stream_id and \(\$\{[^}]*\}\)\)/g
const byPerson = new RegExp(
  `\\b(group by|order by|partition by|distinct)\\b[^;]*\\b(${columnsOfPeople.join('|')})\\b`,
  'i',
)
/** Sessions, accounts, keys and logins of staff have digests and names too, and notices are counted by nobody. */
const isOfStaff = /\b(session|login_attempt|account|account_person|key_mark)\b/

/** The SQL in a source text that reads petitioners across petitions. */
function watchingIn(source: string): string[] {
  const statements = source.match(/`[^`]*`|'[^'\n]*'/g) ?? []
  return statements.filter((statement) => {
    if (!/\b(select|insert|update|delete|join|where|from)\b/.test(statement)) return false
    const rest = statement.replace(lookup, 'true')
    if (named.test(rest)) return !ofOnePetition.test(rest)
    return byPerson.test(rest) && !isOfStaff.test(rest) && !ofOnePetition.test(rest)
  })
}

const src = fileURLToPath(new URL('../src/', import.meta.url))
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(`${src}/${name}`, 'utf8') }))

describe('No query groups, sorts or counts by petitioner', () => {
  it('in the whole of the house', () => {
    expect(sources.length).toBeGreaterThan(200)
    expect(sources.flatMap(({ name, text }) => watchingIn(text).map((statement) => `${name}: ${statement}`))).toEqual(
      [],
    )
  })

  it.each([
    'select digest, count(*) from blind_index group by digest having count(*) > 3',
    'select p.stream_id from petition p join blind_index b on b.stream_id = p.stream_id order by b.digest',
    'select count(*) from blind_index where kind = $1 and digest = $2',
    'select o.organ, count(*) from petition_organ o join blind_index using (stream_id) group by o.organ',
    'select person, count(*) from notice group by person',
    'select stream_id from petition_key where person = $1',
  ])('and one that is planted is found: %s', (planted) => {
    const file = sources.find(({ name }) => name.endsWith('petition/queries.ts'))
    expect(watchingIn(`${file?.text}\nconst planted = \`${planted}\`\n`)).toEqual([`\`${planted}\``])
  })
})

describe('Nothing is found by who petitions, or how often', () => {
  it.each([
    'select b.digest, count(*) from supervision_finding f join blind_index b on b.stream_id = f.petition group by b.digest',
    'select count(*) from supervision_matter m join petition_key k on k.stream_id = m.petition where k.person = $2',
    'select same.stream_id from answer_print same join blind_index using (stream_id) order by digest',
  ])('and a query of supervision that would is found: %s', (planted) => {
    const file = sources.find(({ name }) => name.endsWith('supervision/finding/judging.ts'))
    expect(watchingIn(`${file?.text}\nconst planted = \`${planted}\`\n`)).toEqual([`\`${planted}\``])
  })

  /** What a petition says of whoever is behind it. */
  const ofWhoever = /\b(people|person|agent|headcount|firstTime|ratings|contacts|confidentiality|withdrawals)\b/
  const lookingAtPeople = (text: string): boolean => ofWhoever.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''))
  const rules = sources.filter(({ name }) =>
    /supervision\/finding\/(?:findings|in-time|shirking|answering|completion|repetition)\.ts$/.test(name),
  )

  it('no rule looks at anybody, and one that would is found', () => {
    expect(rules).toHaveLength(6)
    expect(rules.filter(({ text }) => lookingAtPeople(text)).map(({ name }) => name)).toEqual([])
    const planted = 'const often: Look = ({ petition }) => petition.ratings.filter(({ person }) => person === p1)'
    expect(rules.every(({ text }) => lookingAtPeople(`${text}\n${planted}`))).toBe(true)
  })
})

/** Words that would tell who petitions, how often, or what is thought of them. */
const ofPeople = /person|petitioner|phone|idnumber|digest|applicant/i
const judging = new Set(
  'score scores rank ranks risk label labels tag tags watch watched black trouble frequency repeats'.split(' '),
)
const isJudging = (field: string): boolean =>
  field
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ')
    .some((word) => judging.has(word))

/** Where an endpoint lets somebody list, sort or count by petitioner, or says what a petitioner is worth. */
function watchingBy({ id, query, response }: EndpointDefinition): string[] {
  const asked = query
    ? Object.entries(z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }).properties ?? {})
    : []
  const sorted = asked.filter(
    ([name, schema]) =>
      ofPeople.test(name) || ofPeople.test(JSON.stringify((schema as { enum?: string[] }).enum ?? '')),
  )
  const said = response instanceof z.ZodType ? fieldsIn(z.toJSONSchema(response, { unrepresentable: 'any' })) : []
  return [...sorted.map(([name]) => name), ...said.filter(isJudging)].map((name) => `${id}: ${name}`)
}

function fieldsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, inner]) => [
    ...(key === 'properties' ? Object.keys(inner as object) : []),
    ...fieldsIn(inner),
  ])
}

describe('No endpoint lists, sorts or counts by petitioner, nor says what one is worth', () => {
  // only the endpoints are looked at, and none is asked
  const rooms = [
    petitionRoutes(undefined as never),
    identityRoutes(undefined as never),
    lawRoutes(undefined as never),
    calendarRoutes(undefined as never),
    registerRoutes(undefined as never),
    figuresRoutes(undefined as never),
  ]
  const endpoints = rooms.flatMap((room) => room.routes.map((route) => route.endpoint))

  it('in the whole of the house', () => {
    expect(endpoints.length).toBeGreaterThan(70)
    expect(endpoints.flatMap(watchingBy)).toEqual([])
  })

  it.each([
    ['a list by person', { query: z.object({ person: z.string() }) }],
    ['an order by petitioner', { query: z.object({ sort: z.enum(['registeredOn', 'petitioner']) }) }],
    ['a score', { response: z.object({ items: z.array(z.object({ number: z.string(), riskScore: z.int() })) }) }],
    ['how often somebody came', { response: z.object({ repeats: z.int() }) }],
  ])('and one that is planted is found: %s', (_, planted) => {
    const usual = {
      id: 'planted',
      method: 'GET',
      path: '/api/planted',
      access: ['leader'],
      summary: { zh: '', en: '' },
    }
    const made = endpoint({ response: z.object({}), ...usual, ...planted } as never)
    expect(watchingBy(made)).toHaveLength(1)
  })
})

describe('No view, function or index of the database does so either', async () => {
  const { owner } = await freshDatabase()
  const watchers = async (): Promise<string[]> => {
    const { rows } = await owner.query<{ name: string; text: string }>(
      `select viewname as name, definition as text from pg_views where schemaname = 'public'
        union all select matviewname, definition from pg_matviews where schemaname = 'public'
        union all select proname, pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace`,
    )
    return rows.filter(({ text }) => named.test(text) || byPerson.test(text)).map(({ name }) => name)
  }

  it('in the schema', async () => {
    expect(await watchers()).toEqual([])
  })

  it('and one that is planted is found', async () => {
    await owner.query('create view frequent as select digest, count(*) from blind_index group by digest')
    expect(await watchers()).toEqual(['frequent'])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

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

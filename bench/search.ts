/** What it costs to find petitions by words, and the same matter again, in houses with so many of each. Rows are bare; what is looked for is real. */
import { advance, type Consumer } from '../src/engine/consumer.ts'
import { repeatReaction } from '../src/insight/repeats/indexing.ts'
import { findRepeats } from '../src/insight/repeats/queries.ts'
import { searchReaction } from '../src/insight/search/indexing.ts'
import { search } from '../src/insight/search/queries.ts'
import { inTitle, markOf } from '../src/insight/search/row.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { Viewer } from '../src/kernel/viewer.ts'
import { registrationBody } from '../src/petition/contract.ts'
import { registerPetition } from '../src/petition/registering.ts'
import { drawFrom } from './draw.ts'
import { letterFrom } from './letters.ts'
import { counties } from './organs.ts'
import type { Site } from './site.ts'

export interface SearchMeasured {
  readonly petitions: number
  readonly asked: readonly {
    readonly what: string
    readonly leastMs: number
    readonly p50Ms: number
    readonly p95Ms: number
    readonly found: string
  }[]
  readonly repeats: { readonly leastMs: number; readonly p50Ms: number; readonly p95Ms: number }
  readonly indexMb: number
  readonly readMs: number
}

/** Words of two signs, of which the first stand in every fifth petition and the last in hardly any. */
const signs = [...'山水云石松竹禾麦晴朗安宁桥湾坪潭岔街岭岸渠田屋树井塘庙塔场坡沟埂仓窑渡关']
const vocabulary = signs.flatMap((a) => signs.map((b) => `${a}${b}`))
const wordsEach = 110
const years = 3
const realLetters = 60
const rounds = 40

/** Bare rows take their time: those that lie in the folder of `--data` are used again. */
async function fill({ owner: work, rooms }: Pick<Site, 'owner' | 'rooms'>, petitions: number): Promise<void> {
  const { rows } = await work.query('select count(*)::int as n from search_row')
  if (rows[0].n >= petitions) return
  const digests = await rooms.search.wordKeys.newest()
  const of = (mark: (word: string) => string) => vocabulary.map((word) => digests.of(mark(word)))
  const bureaus = counties.map(({ bureau }) => bureau)
  const months = Array.from({ length: 12 * years }, (_, at) => monthBefore(rooms.petitions.today(), at))
  await work.query('select setseed(0.311)')
  await work.query(
    'create unlogged table if not exists bench_number (n int primary key, number text, organ int, day date)',
  )
  await work.query('truncate bench_number')
  await work.query(
    `insert into bench_number select n, '99' || lpad(n::text, 13, '0'), 1 + n % $2::int, $3::date - floor(random() * ${365 * years})::int from generate_series(1, $1::int) n`,
    [petitions, bureaus.length, rooms.petitions.today()],
  )
  await work.query(
    `insert into petition (stream_id, version, stage, class, category, place, channel, track, confidentiality, headcount, is_urgent, received_on,
        registered_on, registrar, holder, round, title_ref, next_is_overdue, kept, pack)
      select number, 1, 'registered', 'appeal', 'other', '990101', 'letter', 'ordinary', 'named', 1, false, day, day, ($1::text[])[organ],
        ($1::text[])[organ], 1, 'none', false, false, 'cn-2022@1' from bench_number on conflict do nothing`,
    [bureaus],
  )
  await work.query(
    `insert into petition_organ select number, ($1::text[])[organ], day, 'registered', '{}', '{}', '{}', 'none', true, '{}' from bench_number on conflict do nothing`,
    [bureaus],
  )
  // put in one by one, millions of words would take longer than all else
  await work.query('drop index if exists search_row_found')
  await work.query(
    `insert into search_row (stream_id, registered_on, generation, made_of, words, marks)
      select number, day, $1, '', array(select unnest(array[($2::int[])[k], ($3::int[])[k]] || case when at < 6 then array[($4::int[])[k], ($5::int[])[k]] else '{}'::int[] end)
            from (select at, 1 + floor(power(random(), 2.2) * $6)::int as k from generate_series(1, ${wordsEach}) at where n > 0) as drawn),
          array[($7::int[])[organ], ($8::int[])[1 + ((date_part('year', $9::date) - date_part('year', day)) * 12 + date_part('month', $9::date) - date_part('month', day))::int], $10::int]
        from bench_number on conflict do nothing`,
    [
      ...[
        digests.generation,
        of((word) => `p${word}`),
        of((word) => `w${word}`),
        of((word) => inTitle(`p${word}`)),
        of((word) => inTitle(`w${word}`)),
      ],
      ...[
        vocabulary.length,
        bureaus.map((id) => digests.of(markOf.organ(id))),
        [...months, 'before'].map((month) => digests.of(markOf.month(month))),
      ],
      ...[rooms.petitions.today(), digests.of(markOf.goesOn('open'))],
    ],
  )
  await work.query('create index search_row_found on search_row using gin (words, marks) with (fastupdate = off)')
  await work.query(
    `insert into repeat_print select number, (random() * 9e18)::bigint, day, $1 from bench_number, generate_series(1, 16) on conflict do nothing`,
    [digests.generation],
  )
  await work.query(
    `insert into blind_index (stream_id, kind, digest) select number, kind, decode(md5(number || kind), 'hex') from bench_number, unnest(array['phone', 'name-in-region']) kind on conflict do nothing`,
  )
}

export async function measureSearch(site: Site, petitions: number): Promise<SearchMeasured> {
  const { owner: work, rooms } = site
  await fill(site, petitions)
  const readMs = await registerLetters(rooms, counties[0]?.bureau as OrganId)
  for (const table of ['petition', 'petition_organ', 'search_row', 'repeat_print', 'blind_index'])
    await work.query(`analyze ${table}`)
  const viewer: Viewer = {
    kind: 'staff',
    account: 'bench',
    organ: counties[0]?.bureau as OrganId,
    posts: ['clerk', 'head'],
  }
  const asked = []
  for (const [what, typed] of questions()) asked.push(await ask(rooms, viewer, what, typed))
  const repeats = await askRepeats(rooms, viewer)
  const { mb } = (await work.query(`select (pg_total_relation_size('search_row') / 1e6)::int as mb`)).rows[0]
  return { petitions, asked, repeats, indexMb: mb, readMs }
}

const monthBefore = (today: string, months: number): string => {
  const at = new Date(`${today.slice(0, 7)}-15T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() - months)
  return at.toISOString().slice(0, 7)
}

type Typed = (round: number) => string
const word = (at: number): string => vocabulary[Math.floor(at)] ?? ''
function questions(): readonly (readonly [string, Typed])[] {
  return [
    ['a word that every fifth has', (round) => word(round % 10)],
    ['two such words', (round) => `${word(round % 10)} ${word(10 + (round % 10))}`],
    ['a common and a rare word', (round) => `${word(round % 10)} ${word(vocabulary.length - 1 - round)}`],
    ['a rare word', (round) => word(vocabulary.length - 1 - round)],
    ['five words', (round) => [1, 30, 90, 200, 400].map((at) => word(at + round)).join(' ')],
    ['what real letters have', () => '书面答复 经办单位'],
    ['what nobody wrote', () => '饕餮獬豸'],
  ]
}

async function ask(rooms: Site['rooms'], viewer: Extract<Viewer, { kind: 'staff' }>, what: string, typed: Typed) {
  const ms: number[] = []
  let found = ''
  for (let round = 0; round < rounds + 3; round += 1) {
    const began = performance.now()
    const page = await search(rooms.search, viewer, { typed: typed(round), filter: {}, after: null, limit: 20 })
    if (round >= 3) ms.push(performance.now() - began)
    found = `${page.count.atLeast}${page.count.isMore ? '+' : ''}`
  }
  return { what, ...percentiles(ms), found }
}

/** Real letters, registered and read by the house itself: how long each takes the two readers. */
async function registerLetters({ petitions, search: finding }: Site['rooms'], organ: OrganId): Promise<number> {
  const draw = drawFrom(7)
  for (let at = 0; at < realLetters; at += 1) {
    const input = { ...registrationBody.parse(letterFrom(draw)), organ }
    const done = await registerPetition(petitions, { input, viewer: { kind: 'anyone' } })
    if (!done.ok) throw new Error(done.error.kind)
  }
  const began = performance.now()
  for (const reader of [searchReaction(finding), repeatReaction(finding)]) await catchUp(petitions, reader)
  return (performance.now() - began) / realLetters
}

async function catchUp(house: Site['rooms']['petitions'], reader: Consumer): Promise<void> {
  for (;;) {
    const advanced = await advance(house, reader)
    if (advanced.kind === 'stopped') throw new Error(advanced.fault)
    if (advanced.kind === 'advanced' && advanced.facts === 0) return
  }
}

/** A letter like one that lies there, from somebody with a telephone that nobody else has. */
async function askRepeats({ search: finding }: Site['rooms'], viewer: Extract<Viewer, { kind: 'staff' }>) {
  const draw = drawFrom(7)
  const ms: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { title, text, people, place } = letterFrom(draw)
    const digests = await finding.blind.of({ phone: `1990000${round}`, name: people[0]?.name ?? '', region: place })
    const told = { title: title ?? '', text: `${text}此致敬礼。`, place, digests, without: [] }
    const began = performance.now()
    const found = await findRepeats(finding, viewer, told)
    ms.push(performance.now() - began)
    if (found.length === 0) throw new Error('a copy was not found')
  }
  return percentiles(ms)
}

function percentiles(ms: readonly number[]) {
  const sorted = ms.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { leastMs: at(0), p50Ms: at(0.5), p95Ms: at(0.95) }
}

export function printSearch(measured: readonly SearchMeasured[]): void {
  for (const { petitions, asked, repeats, indexMb, readMs } of measured) {
    const lines = [
      `${petitions} petitions; index ${indexMb} MB; ${readMs.toFixed(1)} ms for both readers to take a letter in`,
      ...asked.map(
        ({ what, leastMs, p50Ms, p95Ms, found }) =>
          `  ${what}: ${p50Ms.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms, least ${leastMs.toFixed(0)} ms (${found})`,
      ),
      `  repeats of a letter: ${repeats.p50Ms.toFixed(0)} ms, p95 ${repeats.p95Ms.toFixed(0)} ms, least ${repeats.leastMs.toFixed(0)} ms`,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  }
}

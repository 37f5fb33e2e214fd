/** The way in to what is found: one function of the database, in the name of whoever looks (migrations/0270-search.sql). */
import { arrayOf } from '../../engine/flight.ts'
import { readAs } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { rowsOf } from '../../petition/queries.ts'
import type { PetitionRow } from '../../petition/views.ts'
import type { Digests } from './digests.ts'
import { type Shown, shownIn } from './highlights.ts'
import type { SearchHouse } from './house.ts'
import { type MaskedText, maskedTextRef } from './masked-text.ts'
import { digested, type GoesOn, inTitle, markOf } from './row.ts'
import { type Sought, soughtIn } from './words.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface SearchFilter {
  readonly stages?: readonly string[] | undefined
  readonly goesOn?: GoesOn | undefined
  readonly class?: string | undefined
  readonly channel?: string | undefined
  readonly category?: string | undefined
  readonly place?: string | undefined
  readonly holder?: string | undefined
  readonly from?: Day | undefined
  readonly until?: Day | undefined
}

/** After which result the page begins. */
export interface Place {
  readonly score: number
  readonly day: string
  readonly number: string
}

export interface Found {
  readonly petition: PetitionRow
  readonly shown: Shown
}

export interface FoundPage {
  readonly items: readonly Found[]
  readonly next: Place | null
  readonly count: { readonly atLeast: number; readonly isMore: boolean }
  /** What was looked for, as it was understood; nothing where only signs were typed. */
  readonly sought: readonly string[]
}

/** So many are ranked, the newest of what fits, and so many are counted. */
export const mostRanked = 1000
/** Twenty years back. */
const mostMonths = 240

export async function search(
  house: SearchHouse,
  viewer: Staff,
  asked: {
    readonly typed: string
    readonly filter: SearchFilter
    readonly after: Place | null
    readonly limit: number
  },
): Promise<FoundPage> {
  const sought = soughtIn(asked.typed, house.segmenter())
  const nothing = {
    items: [],
    next: null,
    count: { atLeast: 0, isMore: false },
    sought: sought.map(({ text }) => text),
  }
  if (sought.length === 0) return nothing
  const found = await everywhere(house, viewer, sought, asked)
  const page = found.rows.slice(0, asked.limit)
  const [rows, texts] = await Promise.all([
    rowsOf(
      house,
      viewer,
      page.map(({ number }) => number),
    ),
    textsOf(
      house,
      viewer,
      page.map(({ number }) => number),
    ),
  ])
  const words = sought.map(({ text }) => text)
  const items = page.flatMap(({ number }) => {
    const petition = rows.get(number)
    return petition ? [{ petition, shown: shownIn(texts.get(number) ?? null, words) }] : []
  })
  const last = page.at(-1)
  return { ...nothing, items, next: found.rows.length > asked.limit && last ? last : null, count: found.count }
}

type Asked = Parameters<typeof search>[2]

/** Under each key that is kept; mostly there is one. */
async function everywhere(house: SearchHouse, viewer: Staff, sought: readonly Sought[], asked: Asked) {
  const under = await Promise.all(
    (await house.wordKeys.every()).map((digests) => look(house, viewer, { sought, asked, digests })),
  )
  const rows = under.flat().toSorted(byRank)
  const counted = under.map(([first]) => first)
  const count = counted.reduce((sum, first) => sum + (first?.counted ?? 0), 0)
  return { rows, count: { atLeast: count, isMore: counted.some((first) => first?.isMore) } }
}

interface Hit extends Place {
  readonly counted: number
  readonly isMore: boolean
}

const byRank = (a: Place, b: Place): number => b.score - a.score || compare(b.day, a.day) || compare(b.number, a.number)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Looking {
  readonly sought: readonly Sought[]
  readonly asked: Asked
  readonly digests: Digests
}

async function look(house: SearchHouse, viewer: Staff, { sought, asked, digests }: Looking): Promise<readonly Hit[]> {
  const { filter, after, limit } = asked
  const of = (words: readonly string[]) => digested(words, digests)
  const units = sought.map(({ all, word }) => ({ title: of(all.map(inTitle)), word: of([word]) }))
  const months = monthsOf(filter, house.today()).map((month) => digests.of(markOf.month(month)))
  return readAs<Hit>(house, viewer, {
    name: 'search petitions',
    text: `select stream_id as number, score, registered_on::text as day, counted, is_more as "isMore"
      from search_petitions($1::int[], $2::jsonb, $3::int[], $4::int[], $5::text[], $6::date, $7::date, $8::int, $9::date, $10::text, $11::int, $12::int)`,
    values: [
      ...[arrayOf(of(sought.flatMap(({ all }) => all))), JSON.stringify(units)],
      ...[arrayOf(of(marksAsked(viewer, filter))), arrayOf(months)],
      ...[
        filter.stages && filter.stages.length > 0 ? arrayOf(filter.stages) : null,
        filter.from ?? null,
        filter.until ?? null,
      ],
      ...[after?.score ?? null, after?.day ?? null, after?.number ?? null, limit + 1, mostRanked],
    ],
  })
}

function marksAsked({ organ }: Staff, filter: SearchFilter): readonly string[] {
  const asked = (mark: (value: string) => string, value: string | undefined) =>
    value === undefined ? [] : [mark(value)]
  return [
    markOf.organ(organ),
    ...asked(markOf.holder, filter.holder),
    ...asked(markOf.place, filter.place),
    ...asked(markOf.category, filter.category),
    ...asked(markOf.class, filter.class),
    ...asked(markOf.channel, filter.channel),
    ...(filter.goesOn ? [markOf.goesOn(filter.goesOn)] : []),
  ]
}

/** From the newest asked for back to the oldest. */
function monthsOf({ from, until }: SearchFilter, today: Day): readonly string[] {
  const last = until !== undefined && until < today ? until : today
  const months: string[] = []
  let [year = 0, month = 0] = last.split('-').map(Number)
  while (months.length < mostMonths) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (from !== undefined && name < from.slice(0, 7)) break
    months.push(name)
    month -= 1
    if (month === 0) [year, month] = [year - 1, 12]
  }
  return months
}

/** The masked texts beside what was found, through row security like everything sealed. */
export async function textsOf(
  house: PetitionHouse,
  viewer: Staff,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, MaskedText>> {
  if (numbers.length === 0) return new Map()
  const boxes = await readAs<Box>(house, viewer, {
    name: 'search texts',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = any($1::text[]) and ref = $2',
    values: [arrayOf(numbers), maskedTextRef],
  })
  const opened = await Promise.all(
    boxes.map(async (box) => [box.stream_id, (await openPieces(house.keys, [box])).get(box.ref)] as const),
  )
  return new Map(
    opened.flatMap(([number, json]) => (json === undefined ? [] : [[number, JSON.parse(json) as MaskedText]])),
  )
}

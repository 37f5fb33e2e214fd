/** The way out for letters: whoever asks, the database shows only those of which their organ is a side. */
import { arrayOf, type DatabaseRow } from '../engine/flight.ts'
import { fold, readHistory } from '../engine/history.ts'
import { readAs, settingsOf } from '../identity/scope.ts'
import { type Box, openPieces } from '../identity/seal.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { IndicatorName, LineOutcome } from '../law/assessment.ts'
import type { Covering, Letter, LetterFact, LetterStage, Target } from './assessment.ts'
import type { AssessmentHouse } from './house.ts'
import { letterRoom } from './room.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

export interface ReadLetter {
  readonly stream: string
  readonly letter: Letter
  readonly texts: ReadonlyMap<string, string>
  /** The letter that it carries on, where the viewer may see that it is there. */
  readonly carriesOn: string | null
  readonly names: ReadonlyMap<string, string>
}

/** Reads one letter whole and opens its pieces; null where there is none for this viewer. */
export async function readLetter(house: AssessmentHouse, stream: string, viewer: Staff): Promise<ReadLetter | null> {
  const { facts } = await readHistory<LetterFact>(house.app, stream, settingsOf(viewer, house.today()))
  if (facts.length === 0) return null
  const letter = fold(
    letterRoom,
    null,
    facts.map(({ fact }) => fact),
  ) as Letter
  const pieces = await readAs(house, viewer, {
    name: 'assessment pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  const carried = await readAs(house, viewer, {
    name: 'assessment carried on',
    text: 'select 1 from letter where stream_id = $1',
    values: [letter.carriesOn ?? ''],
  })
  return {
    stream,
    letter,
    texts: await openPieces(house.keys, pieces as unknown as readonly Box[]),
    carriesOn: carried.length > 0 ? letter.carriesOn : null,
    names: await house.staffNames(accountsIn(letter)),
  }
}

function accountsIn({ texts, draft, issues, objections }: Letter): readonly string[] {
  const signed = [...texts, ...(draft ? [draft] : [])].flatMap(({ signatures }) => signatures)
  return [
    ...new Set([
      ...signed.map(({ account }) => account),
      ...issues.map(({ account }) => account),
      ...objections.flatMap(({ account, decisions }) => [account, ...decisions.map((each) => each.account)]),
    ]),
  ]
}

export interface LetterRow {
  readonly stream: string
  readonly year: number
  readonly upper: OrganId
  readonly lower: OrganId
  readonly covers: Covering
  readonly stage: LetterStage
  readonly carriesOn: string | null
  readonly unsigned: readonly ('upper' | 'lower')[]
  readonly issued: number
  readonly openObjections: number
  readonly nextDay: Day | null
}

export type SideAsked = 'all' | 'upper' | 'lower' | 'above'
export type LetterPlace = readonly [place: string, stream: string]

const sidesOf: Readonly<Record<SideAsked, readonly string[]>> = {
  all: ['upper', 'lower', 'above'],
  upper: ['upper'],
  lower: ['lower'],
  above: ['above'],
}

/** Letters of which an organ is a side, the newest year first. */
export async function listLetters(
  house: AssessmentHouse,
  viewer: Staff,
  asked: {
    readonly year: number | null
    readonly side: SideAsked
    readonly after: LetterPlace | null
    readonly limit: number
  },
): Promise<{ readonly items: readonly LetterRow[]; readonly next: LetterPlace | null }> {
  const { year, side, after, limit } = asked
  const rows = await readAs(house, viewer, {
    name: 'assessment letters',
    text: `select p.place, l.stream_id, l.year, l.upper, l.lower, l.covers, l.stage, l.unsigned, l.issued,
        l.open_objections, l.next_day::text as next_day,
        (select c.stream_id from letter c where c.stream_id = l.carries_on) as carries_on
      from letter_part p join letter l on l.stream_id = p.stream_id
      where p.organ = $1 and p.part = any ($2) and ($3::integer is null or p.year = $3)
        and (p.place, p.stream_id) < ($4, $5)
      order by p.place desc, p.stream_id desc limit $6`,
    values: [viewer.organ, arrayOf(sidesOf[side]), year, after?.[0] ?? '~', after?.[1] ?? '~', limit + 1],
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(rowOf),
    next: last ? [last.place as string, last.stream_id as string] : null,
  }
}

const rowOf = (row: DatabaseRow): LetterRow => ({
  stream: row.stream_id as string,
  year: row.year as number,
  upper: row.upper as OrganId,
  lower: row.lower as OrganId,
  covers: row.covers as Covering,
  stage: row.stage as LetterStage,
  carriesOn: row.carries_on as string | null,
  unsigned: row.unsigned as LetterRow['unsigned'],
  issued: row.issued as number,
  openObjections: row.open_objections as number,
  nextDay: row.next_day as Day | null,
})

/** The targets that hold for an organ, or for its area, in a year: of a letter that the viewer may see, or none. */
export async function targetsFor(
  house: AssessmentHouse,
  viewer: Staff,
  { lower, year, covers }: { readonly lower: readonly OrganId[]; readonly year: number; readonly covers: Covering },
): Promise<{ readonly stream: string; readonly targets: readonly Target[] } | null> {
  const [found] = await readAs<{ stream: string }>(house, viewer, {
    name: 'assessment letter of',
    text: `select stream_id as stream from letter
      where lower = any ($1) and year = $2 and covers = $3 and stage in ('inForce', 'revising')
      order by (upper = $4) desc, stream_id limit 1`,
    values: [arrayOf(lower), year, covers, viewer.organ],
  })
  if (!found) return null
  const { facts } = await readHistory<LetterFact>(house.app, found.stream, settingsOf(viewer, house.today()))
  const letter = fold(
    letterRoom,
    null,
    facts.map(({ fact }) => fact),
  ) as Letter
  return { stream: found.stream, targets: letter.inForce?.targets ?? [] }
}

export interface CirculatedRow {
  readonly upper: OrganId
  readonly lower: OrganId
  readonly indicator: IndicatorName
  readonly numerator: number
  readonly denominator: number
  readonly pack: string
}

/** Figures of organs alike that were circulated to the viewer's organ: the database says which these are. */
export async function circulated(
  house: AssessmentHouse,
  viewer: Staff,
  period: string,
): Promise<readonly Omit<CirculatedRow, 'pack'>[]> {
  return readAs<Omit<CirculatedRow, 'pack'>>(house, viewer, {
    name: 'assessment circulated',
    text: `select upper, lower, indicator, numerator, denominator from assessment_figure
      where period = $1 and audience = 'alike' order by upper, indicator, lower limit 20000`,
    values: [period],
  })
}

export interface CaseRow {
  readonly stream: string
  readonly item: string
  readonly organ: OrganId
  readonly day: Day
  readonly outcome: LineOutcome
}

/** Which of these streams the viewer may see: by their first fact, as the policies of each room have it. */
export async function visibleOf(
  house: AssessmentHouse,
  viewer: Staff,
  streams: readonly string[],
): Promise<ReadonlySet<string>> {
  if (streams.length === 0) return new Set()
  const rows = await readAs<{ stream: string }>(house, viewer, {
    name: 'assessment visible',
    text: 'select stream_id as stream from event where stream_id = any ($1) and version = 1',
    values: [arrayOf(streams)],
  })
  return new Set(rows.map(({ stream }) => stream))
}

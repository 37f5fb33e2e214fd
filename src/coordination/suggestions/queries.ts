/** The way out: the database shows a suggestion to whoever sees its petition, and to everybody what was published. */
import type { Recorded } from '../../engine/envelope.ts'
import { arrayOf, type DatabaseRow } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { Adoption } from '../../petition/handling/words.ts'
import type { SuggestionHouse } from './house.ts'
import { suggestionRoom } from './room.ts'
import type { Suggestion, SuggestionFact, SuggestionStage } from './suggestion.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>
export type Petitioner = Extract<Viewer, { kind: 'petitioner' }>
export type Texts = ReadonlyMap<string, string>

export interface ReadSuggestion {
  readonly stream: string
  readonly suggestion: Suggestion
  readonly history: readonly Recorded<SuggestionFact>[]
  readonly texts: Texts
}

const foldOf = (facts: readonly Recorded<SuggestionFact>[]): Suggestion | null =>
  fold(
    suggestionRoom,
    null,
    facts.map(({ fact }) => fact),
  )

/** One that the viewer may see, with the pieces that they may read. */
export async function readSuggestion(
  house: SuggestionHouse,
  viewer: Staff | Petitioner,
  stream: string,
): Promise<ReadSuggestion | null> {
  const { facts } = await readHistory<SuggestionFact>(house.app, stream, settingsOf(viewer, house.today()))
  const suggestion = foldOf(facts)
  return suggestion && { stream, suggestion, history: facts, texts: await opened(house, viewer, [stream]) }
}

/** For the house itself, which has no viewer. */
export async function suggestionOfHouse(house: SuggestionHouse, stream: string): Promise<Suggestion | null> {
  const { facts } = await readHistory<SuggestionFact>(poolsFor(house, system).app, stream)
  return foldOf(facts)
}
/** As the house: whose suggestion it is, for whoever has something to tell them. */
export async function petitionOfSuggestion(house: SuggestionHouse, stream: string): Promise<PetitionNumber | null> {
  const suggestion = await suggestionOfHouse(house, stream)
  return suggestion && (suggestion.petition as PetitionNumber)
}

const system = { kind: 'system', task: 'suggestions' } as const

export const opened = async (house: SuggestionHouse, viewer: Viewer, streams: readonly string[]): Promise<Texts> => {
  if (streams.length === 0) return new Map()
  const pieces = await readAs(house, viewer, {
    name: 'suggestion pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = any ($1::text[])',
    values: [arrayOf(streams)],
  })
  return openPieces(house.keys, pieces as unknown as readonly Box[])
}

export interface ListedSuggestion {
  readonly stream: string
  readonly petition: PetitionNumber
  readonly call: string | null
  readonly receivedOn: Day
  readonly stage: SuggestionStage
  readonly adoption: Adoption | null
  readonly answeredOn: Day | null
  readonly waits: boolean
}

export interface Cursor {
  readonly day: string
  readonly stream: string
}
export interface Listing {
  readonly call: string | null
  readonly stage: SuggestionStage | null
  readonly waits: boolean
  readonly after: Cursor | null
  readonly limit: number
}

/** The newest first; of those on one call, or of all that the viewer sees. */
export async function listSuggestions(
  house: SuggestionHouse,
  viewer: Staff,
  { call, stage, waits, after, limit }: Listing,
): Promise<{ readonly items: readonly ListedSuggestion[]; readonly next: Cursor | null }> {
  const rows = await readAs(house, viewer, {
    name: `suggestions ${call === null ? 'all' : 'on call'} ${waits}`,
    text: `select stream_id, petition, call, received_on::text as received_on, stage, adoption, answered_on::text as answered_on, waits
      from suggestion where (received_on, stream_id) < ($1::date, $2) and ($3::text is null or stage = $3)
      and ${call === null ? '$4::text is null' : 'call = $4'} ${waits ? 'and waits' : ''}
      order by received_on desc, stream_id desc limit $5`,
    values: [after?.day ?? '9999-12-31', after?.stream ?? '~', stage, call, limit + 1],
  })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(listedOf),
    next: last ? { day: last.received_on as string, stream: last.stream_id as string } : null,
  }
}

const listedOf = (row: DatabaseRow): ListedSuggestion => ({
  stream: row.stream_id as string,
  petition: row.petition as PetitionNumber,
  call: row.call as string | null,
  receivedOn: row.received_on as Day,
  stage: row.stage as SuggestionStage,
  adoption: row.adoption as Adoption | null,
  answeredOn: row.answered_on as Day | null,
  waits: row.waits as boolean,
})

/** Known in public by the name that was drawn for its title: the stream follows from the number of the petition, and so would lead to it. */
export interface PublishedChange {
  readonly change: string
  readonly call: string | null
  readonly organ: OrganId
  readonly title: string
  readonly text: string
  readonly publishedOn: Day
}

export type ChangeCursor = readonly [day: string, change: string]

/** What changed because of suggestions, for everybody: the newest first. */
export async function listChanges(
  house: SuggestionHouse,
  { call, after, limit }: { readonly call: string | null; readonly after: ChangeCursor | null; readonly limit: number },
): Promise<{ readonly items: readonly PublishedChange[]; readonly next: ChangeCursor | null }> {
  const [day, change] = after ?? ['9999-12-31', '~']
  const anyone = { kind: 'anyone' } as const
  const rows = await readAs(house, anyone, {
    name: `suggestion changes ${call === null ? 'all' : 'on call'}`,
    text: `select stream_id, call, organ, title_ref, text_ref, published_on::text as published_on from suggestion_change
      where (published_on, title_ref) < ($1::date, $2) and ${call === null ? '$3::text is null' : 'call = $3'}
      order by published_on desc, title_ref desc limit $4`,
    values: [day, change, call, limit + 1],
  })
  const shown = rows.slice(0, limit)
  const texts = await opened(house, anyone, [...new Set(shown.map(({ stream_id }) => stream_id as string))])
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map((row) => ({
      change: row.title_ref as string,
      call: row.call as string | null,
      organ: row.organ as OrganId,
      title: texts.get(row.title_ref as string) ?? '',
      text: texts.get(row.text_ref as string) ?? '',
      publishedOn: row.published_on as Day,
    })),
    next: last ? [last.published_on as string, last.title_ref as string] : null,
  }
}

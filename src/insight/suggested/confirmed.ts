/**
 * Confirmed cases: petitions that an organ accepted or answered as what they are classed as. Their words lie sealed; the house opens them for
 * the moment, masks them, and gives them to be learned from. What accuses somebody, what was written in confidence, and what is being erased
 * is not opened (docs/adr/0059).
 */
import { createHash } from 'node:crypto'
import { parseFact } from '../../engine/chain.ts'
import { type Box, openPieces, SealBroken } from '../../identity/seal.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import type { FactOf } from '../../petition/petition.ts'
import { readText } from '../../text/classifier/reading.ts'
import type { Text } from '../../text/classifier/vectors.ts'
import { mask } from '../../text/masking.ts'
import { dutyOf, hasDuty } from './duties.ts'
import type { SuggestionTarget } from './target.ts'

export interface ConfirmedCase {
  readonly text: Text
  /** What each is confirmed as; organs by their duty, and only those that have one. */
  readonly labels: Readonly<Partial<Record<SuggestionTarget, string>>>
  /** One in five is never learned from and only asked about; which, hangs on its number and never changes. */
  readonly isAsked: boolean
}

export interface ReadingCases {
  readonly signal?: AbortSignal
  progress?(read: number): void
}

/** The newest say most about what comes tomorrow; of each category at most so many, so that the frequent do not drown the rare. */
const mostCases = 12_000
const mostOfCategory = 600
const atOnce = 200

type Registered = FactOf<'PetitionRegistered'>

interface Row {
  readonly stream_id: string
  readonly category: string
  readonly class: string
  readonly holder: string
}

export async function* confirmedCases(
  house: PetitionHouse,
  { signal, progress }: ReadingCases = {},
): AsyncGenerator<ConfirmedCase> {
  const { rows } = await house.work.query<Row>(confirmed, [mostCases, mostOfCategory])
  for (let from = 0; from < rows.length; from += atOnce) {
    if (signal?.aborted) return
    const batch = rows.slice(from, from + atOnce)
    const texts = await textsOf(house, batch)
    for (const row of batch) {
      const text = texts.get(row.stream_id)
      if (text !== undefined) yield caseOf(house, row, text)
    }
    progress?.(from + batch.length)
  }
}

/** Classed by whoever registered it, and taken up as that by whoever has to answer. */
const confirmed = `select stream_id, category, class, holder from (
    select stream_id, category, class, holder, registered_on,
      row_number() over (partition by category order by registered_on desc, stream_id desc) as place
    from petition p
    where class <> 'accusation' and confidentiality = 'named'
      and stage not in ('registered', 'routed', 'objected', 'disputed', 'declined', 'withdrawn')
      and not exists (select from erasure e where e.stream_id = p.stream_id)
  ) newest where place <= $2 order by registered_on desc, stream_id desc limit $1`

function caseOf({ directory }: PetitionHouse, row: Row, text: string): ConfirmedCase {
  const holder = directory.find(row.holder as never)
  const organ = holder && hasDuty(holder) ? { organ: dutyOf(directory.nameOf(holder.id).zh) } : {}
  return {
    text: readText(mask(text)),
    labels: { category: row.category, class: row.class, ...organ },
    isAsked: (createHash('sha256').update(`asked ${row.stream_id}`).digest()[0] ?? 0) % 5 === 0,
  }
}

/** Titles and texts of petitions as they were registered. */
async function textsOf(house: PetitionHouse, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const streams = rows.map(({ stream_id }) => stream_id)
  const { rows: facts } = await house.work.query<{ stream_id: string; fact: string }>({
    name: 'suggested registrations',
    text: `select stream_id, fact from event where stream_id = any ($1::text[]) and type = 'PetitionRegistered'`,
    values: [streams],
  })
  const registered = facts.map(({ stream_id, fact }) => ({
    stream: stream_id,
    said: parseFact(fact).fact as Registered,
  }))
  const pieces = await openedOf(
    house,
    streams,
    registered.flatMap(({ said }) => [said.title.ref, said.text.ref]),
  )
  return new Map(
    registered.flatMap(({ stream, said }) => {
      const [title, text] = [pieces.get(said.title.ref), pieces.get(said.text.ref)]
      return text === undefined ? [] : [[stream, `${title ?? ''}\n${text}`] as const]
    }),
  )
}

async function openedOf(
  { work, keys }: Pick<PetitionHouse, 'work' | 'keys'>,
  streams: readonly string[],
  refs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await work.query<Box>({
    name: 'suggested texts',
    text: `select stream_id, ref, cohort, box from sealed
      where stream_id = any ($1::text[]) and ref = any ($2::text[]) and part = 'content'`,
    values: [streams, refs],
  })
  const opened = new Map<string, string>()
  // one that is damaged is named by `xinqiao keys check`; here it is not learned from
  for (const row of rows)
    for (const [ref, text] of await openPieces(keys, [row]).catch(unlessBroken)) opened.set(ref, text)
  return opened
}

/** What one petition says, opened for the moment; null where it cannot be, or is not to be. */
export async function textOf(
  house: PetitionHouse,
  stream: string,
  { title, text }: Pick<Registered, 'title' | 'text'>,
) {
  const opened = await openedOf(house, [stream], [title.ref, text.ref])
  const words = opened.get(text.ref)
  return words === undefined ? null : readText(mask(`${opened.get(title.ref) ?? ''}\n${words}`))
}

function unlessBroken(fault: unknown): ReadonlyMap<string, string> {
  if (fault instanceof SealBroken) return new Map()
  throw fault
}

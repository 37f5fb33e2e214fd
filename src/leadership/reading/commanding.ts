/** Every command to a reading: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { type Prose, readProse } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { summaryOf } from '../../petition/summary.ts'
import type { CaseSummary } from '../../petition/summary-contract.ts'
import { decide } from './decide.ts'
import type { ReadingHouse } from './house.ts'
import { lookAtLeader, lookAtPetition } from './looking.ts'
import { knownReading, liesBefore, readerOf, readingOfHouse, type Staff } from './queries.ts'
import type {
  Leader,
  Reading,
  ReadingActor,
  ReadingCommand,
  ReadingCommandType,
  ReadingFact,
  ReadingRefusal,
  ReadingState,
} from './reading.ts'
import { readingRoom, streamOf } from './room.ts'
import { scopeOfReading } from './scope.ts'

export type ReadingCommandRefusal = ReadingRefusal | EngineRefusal

export interface Commanded {
  readonly stream: string
  readonly version: number
  readonly reading: Reading
}
type Done = Promise<Result<Commanded, ReadingCommandRefusal>>

const retentionClass = 'reading'
const idBytes = 16

export interface Proposing {
  readonly petition: PetitionNumber
  readonly leader: Leader
  readonly why: Prose
  readonly suggested: { readonly organ: OrganId; readonly what: Prose; readonly due: Day } | null
  readonly wantedBy: Day | null
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

/** Lays a letter before a leader: a stream of its own under a name that is drawn, with the page about it as it is now. */
export async function proposeReading(house: ReadingHouse, proposing: Proposing): Done {
  const { petition, leader, why, suggested, wantedBy, viewer, idempotency } = proposing
  const summary = await summaryOf(house, viewer, petition)
  const looked = await lookAtPetition(house, petition)
  if (summary === null || looked === null) return err({ kind: 'no-such-petition' })
  const beside = {
    ...{ leader: await lookAtLeader(house, leader), looked, wantedBy },
    liesThere: await liesBefore(house, viewer, petition, leader),
  }
  return carryOut(house, {
    ...{ stream: streamOf(randomBytes(idBytes).toString('base64url')), type: 'ProposeReading', viewer, beside },
    body: { why, suggested, summary: sealable(summary) },
    actor: await readerOf(house, viewer),
    ...{ sealedOn: house.today(), expected: 'new', idempotency },
  })
}

/** As it is sealed with the fact: what the leader saw can be shown later. */
const sealable = (summary: CaseSummary) => ({
  title: proseOf(summary.title),
  page: proseOf(JSON.stringify(summary)),
  of: summary.version,
})

/** Longer than any page that is made. */
const longestPage = 200_000

function proseOf(text: string): Prose {
  const read = readProse(text, { max: longestPage })
  if (!read.ok) throw new Error(`a summary that nobody could have written: ${read.error}`)
  return read.value
}

type System = { readonly kind: 'system'; readonly task: string }

export interface ReadingCommanding {
  readonly stream: string
  readonly type: Exclude<ReadingCommandType, 'ProposeReading'>
  readonly body: object
  readonly viewer: Staff | System
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A reading that the viewer may not know of does not exist for them. */
export async function commandReading(house: ReadingHouse, commanding: ReadingCommanding): Done {
  const { stream, type, viewer, expectedVersion, idempotency } = commanding
  const known = await before(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-reading' })
  const prepared = await preparedFor(house, commanding, known.reading)
  if (prepared === null) return err({ kind: 'no-such-petition' })
  return carryOut(house, {
    ...{ stream, type, viewer, actor: known.actor, sealedOn: known.reading.proposedOn, ...prepared },
    ...{ expected: expectedVersion ?? 'any', idempotency },
  })
}

async function before(house: ReadingHouse, stream: string, viewer: Staff | System) {
  if (viewer.kind === 'staff') return knownReading(house, stream, viewer)
  const reading = await readingOfHouse(house, stream)
  return reading && { reading, actor: { kind: 'house', task: viewer.task } as ReadingActor }
}

interface Prepared {
  readonly body: object
  readonly beside: object
}

/** What the house puts into a command beside what somebody wrote; null where the petition is not there for them. */
async function preparedFor(
  house: ReadingHouse,
  { type, body, viewer }: ReadingCommanding,
  { petition }: Reading,
): Promise<Prepared | null> {
  if (type === 'RefreshSummary') {
    const summary = viewer.kind === 'staff' ? await summaryOf(house, viewer, petition as PetitionNumber) : null
    return summary && { body: { summary: sealable(summary) }, beside: {} }
  }
  if (type !== 'Instruct' && type !== 'HandReadingOver' && type !== 'RecordKept') return { body, beside: {} }
  const looked = await lookAtPetition(house, petition)
  if (looked === null) return null
  if (type !== 'HandReadingOver') return { body, beside: { looked } }
  const { leader, ...written } = body as { readonly leader: Leader }
  return { body: written, beside: { looked, leader: await lookAtLeader(house, leader) } }
}

interface Carried extends Prepared {
  readonly stream: string
  readonly type: ReadingCommandType
  readonly actor: ReadingActor
  readonly viewer: Staff | System
  readonly sealedOn: Day
  readonly expected: 'new' | number | 'any'
  readonly idempotency: Idempotency | undefined
}

async function carryOut(house: ReadingHouse, carried: Carried): Done {
  const { stream, type, body, beside, actor, viewer, sealedOn, expected, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, ...beside, type, on: house.today(), actor } as unknown as ReadingCommand
  const executed = await execute<ReadingState, ReadingFact, ReadingRefusal>(poolsFor(house, viewer), {
    room: readingRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, { organs: house.directory }),
    sealed: rows,
    scope: scopeOfReading(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-reading' })
    : ok({ stream: executed.value.stream, version, reading: state })
}

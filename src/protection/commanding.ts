/** Every command to a report: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { createHash } from 'node:crypto'
import { execute } from '../engine/execute.ts'
import { readHistory } from '../engine/history.ts'
import type { EngineRefusal, Idempotency } from '../engine/room.ts'
import { actorOf } from '../identity/actor.ts'
import { cohortOf } from '../identity/cohort.ts'
import { sealProse } from '../identity/prose-sealing.ts'
import { recorderOf } from '../identity/recorder.ts'
import { answeredTo, poolsFor, settingsOf } from '../identity/scope.ts'
import type { Day } from '../kernel/day.ts'
import { isPersonKeptOut } from '../kernel/keeping-out.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { type MisconductKind, mostReportsADay } from '../law/cn-2022/protection.ts'
import { decide } from './decide.ts'
import type { ProtectionHouse } from './house.ts'
import type {
  Report,
  ReportActor,
  ReportCommand,
  ReportCommandType,
  ReportFact,
  ReportRefusal,
  ReportState,
} from './protection.ts'
import { madeOn, petitionOf } from './queries.ts'
import { reportRoom } from './room.ts'
import { scopeOfReport } from './scope.ts'
import { reportWorldOf } from './world.ts'

export type ReportingRefusal = ReportRefusal | EngineRefusal

export interface Reported {
  readonly stream: string
  readonly version: number
  readonly report: Report
}

type Petitioner = Extract<Viewer, { kind: 'petitioner' }>

/** What a petitioner says; the prose in it is sealed here. */
export interface Reporting {
  readonly body: { readonly about: MisconductKind; readonly organ: OrganId | null; readonly text: object }
  readonly viewer: Petitioner
  readonly idempotency?: Idempotency
}

/**
 * The stream of a day's n-th report. It follows from a key of the house, so that it says nothing of the petition; and it is the same
 * for two reports made at once, so that one of them has to count again and a day has no more than its number.
 */
function streamOfDay(house: ProtectionHouse, { petition, person }: Petitioner, on: Day, nth: number): string {
  const { digest } = house.petitionerKey(`report\n${petition}\n${person}\n${on}\n${nth}`)
  return `${reportRoom.name}:${createHash('sha256').update(digest).digest('base64url').slice(0, 22)}`
}

/** Makes a report: a stream of its own, of which the petition knows nothing. */
export async function reportMisconduct(
  house: ProtectionHouse,
  { body, viewer, idempotency }: Reporting,
): Promise<Result<Reported, ReportingRefusal>> {
  const petition = await petitionOf(house, viewer)
  if (!petition) return err({ kind: 'no-such-report' })
  const on = house.today()
  for (let attempt = 0; ; attempt += 1) {
    const madeToday = await madeOn(house, viewer, on)
    const stream = streamOfDay(house, viewer, on, madeToday)
    const carried = { stream, type: 'ReportMisconduct', body, beside: { petition, madeToday }, viewer } as const
    const made = await carryOut(house, { ...carried, sealedOn: on, expected: 'new', idempotency })
    if (made.ok || made.error.kind !== 'stream-exists' || attempt === mostReportsADay) return made
  }
}

export interface ReportCommanding {
  readonly stream: string
  readonly type: Exclude<ReportCommandType, 'ReportMisconduct'>
  readonly body: object
  readonly viewer: Viewer
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A report that the viewer may not see does not exist for them. */
export async function commandReport(
  house: ProtectionHouse,
  { stream, type, body, viewer, expectedVersion, idempotency }: ReportCommanding,
): Promise<Result<Reported, ReportingRefusal>> {
  const { facts } = await readHistory<ReportFact>(
    poolsFor(house, viewer).app,
    stream,
    settingsOf(viewer, house.today()),
  )
  const first = facts[0]?.fact
  if (first?.type !== 'MisconductReported') return err({ kind: 'no-such-report' })
  if (viewer.kind === 'staff' && isPersonKeptOut(first.keptFrom, viewer, house.directory)) {
    return err({ kind: 'no-such-report' })
  }
  const isNaming = viewer.kind === 'staff' && first.officials.length > 0
  const answersTo = isNaming ? await answeredTo(house, viewer) : []
  const carried = { stream, type, body, viewer, answersTo, sealedOn: first.on, beside: {} }
  return carryOut(house, { ...carried, expected: expectedVersion ?? 'any', idempotency })
}

interface Carried {
  readonly stream: string
  readonly type: ReportCommandType
  readonly body: object
  /** What the house itself puts into the command; there is no prose in it. */
  readonly beside: object
  readonly viewer: Viewer
  readonly answersTo?: readonly string[]
  readonly sealedOn: Day
  readonly expected: 'new' | 'any' | number
  readonly idempotency?: Idempotency | undefined
}

/** Reports made in one month are sealed, and can be erased, together. */
const retentionClass = 'protection'

async function carryOut(house: ProtectionHouse, carried: Carried): Promise<Result<Reported, ReportingRefusal>> {
  const { stream, type, body, beside, viewer, answersTo = [], sealedOn, expected, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = {
    ...sealed,
    ...beside,
    type,
    on: house.today(),
    actor: reporterOf(viewer, answersTo),
  } as ReportCommand
  const world = reportWorldOf(house.directory, house.calendars)
  const executed = await execute<ReportState, ReportFact, ReportRefusal>(poolsFor(house, viewer), {
    room: reportRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    jobs: (facts) => house.tell(facts),
    scope: scopeOfReport(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-report' })
    : ok({ stream: executed.value.stream, version, report: state })
}

/** Whoever reports or asks holds the key of a petition. */
export const reporterOf = (viewer: Viewer, answersTo: readonly string[] = []): ReportActor =>
  viewer.kind === 'petitioner' ? viewer : actorOf(viewer, answersTo)

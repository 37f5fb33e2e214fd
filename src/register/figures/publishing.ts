/** Publishes the figures of a month: drawn up over what the log holds, written to where everybody can fetch them, then said as a fact. */
import { setTimeout as pause } from 'node:timers/promises'
import { execute } from '../../engine/execute.ts'
import { fold, readHistory } from '../../engine/history.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { actorOf } from '../../identity/actor.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Month } from '../../kernel/month.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { publish } from '../log/publishing.ts'
import { waitingFor } from '../log/waiting.ts'
import type { Register } from '../register.ts'
import type { Counts } from './counting.ts'
import { decide, publishersAmong } from './decide.ts'
import { drawFigures, previewFigures } from './drawing.ts'
import {
  type CorrectionReason,
  type Drawn,
  type FiguresCommand,
  type FiguresFact,
  type FiguresRefusal,
  type FiguresState,
  type FiguresWorld,
  figuresStream,
  type PublishedEdition,
} from './figures.ts'
import type { FiguresHouse } from './house.ts'
import { publishingOrgans } from './queries.ts'
import { figuresRoom } from './room.ts'

export type PublishingRefusal = FiguresRefusal | EngineRefusal
type By = Extract<Viewer, { kind: 'staff' | 'system' }>

export interface PublishingFigures {
  readonly month: Month
  readonly viewer: By
  /** Why the last edition is not right; null publishes the first. */
  readonly reason: CorrectionReason | null
  readonly idempotency?: Idempotency
  readonly progress?: (cases: number) => void
}

/** In the order in which they were asked for: drawing up takes a processor, and two of one month would only collide. */
const turns = new WeakMap<Register, Promise<unknown>>()
function inTurn<T>({ register }: FiguresHouse, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(register) ?? Promise.resolve()).then(work, work)
  turns.set(
    register,
    mine.catch(() => {}),
  )
  return mine
}

export const publishFigures = (house: FiguresHouse, asked: PublishingFigures) =>
  inTurn(house, () => publishOne(house, asked))

async function publishOne(
  house: FiguresHouse,
  asked: PublishingFigures,
): Promise<Result<PublishedEdition, PublishingRefusal>> {
  const { month, viewer, progress, idempotency } = asked
  const [world, state] = await Promise.all([worldOf(house), stateOf(house, month)])
  const refusal = refusalOf(house, asked, state, world)
  if (refusal && !idempotency) return err(refusal)
  const log = await logReached(house.register)
  if (!log.ok) return log
  const edition = (state?.editions.length ?? 0) + 1
  const drawing = { work: house.work, organs: house.directory, month, edition, logSize: log.value }
  const drawn = refusal
    ? nothingDrawn
    : await drawFigures({ ...drawing, ...(progress ? { progress } : {}) }, house.store)
  const executed = await execute<FiguresState, FiguresFact, FiguresRefusal>(poolsFor(house, viewer), {
    room: figuresRoom,
    stream: figuresStream(month),
    // the edition is in every line, so that nobody may have published another meanwhile
    expectedVersion: edition - 1,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (before) => decide(before, commandOf(house, asked, drawn), world),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  return ok(executed.value.state?.editions[executed.value.version - 1] as PublishedEdition)
}

/** Why figures cannot be published now, before any are drawn up; null where nothing stands in the way. */
export async function refusalToPublish(
  house: FiguresHouse,
  asked: Pick<PublishingFigures, 'month' | 'viewer' | 'reason'>,
): Promise<FiguresRefusal | null> {
  const [world, state] = await Promise.all([worldOf(house), stateOf(house, asked.month)])
  return refusalOf(house, asked, state, world)
}

/** What would be published now. Whoever may publish may see it first. */
export async function previewOf(
  house: FiguresHouse,
  asked: Pick<PublishingFigures, 'month' | 'viewer'>,
): Promise<Result<Counts, FiguresRefusal>> {
  const state = await stateOf(house, asked.month)
  const refusal = refusalOf(house, { ...asked, reason: state ? 'late-entries' : null }, state, await worldOf(house))
  if (refusal) return err(refusal)
  return inTurn(house, async () => {
    const log = await logReached(house.register)
    if (!log.ok) return log
    const edition = (state?.editions.length ?? 0) + 1
    const drawing = { work: house.work, organs: house.directory, month: asked.month, edition, logSize: log.value }
    return ok(await previewFigures(drawing))
  })
}

/** No two figures have it, so that a month is never unchanged before it was looked at. */
const nothingDrawn: Drawn = { logSize: 0, cases: 0, extract: '', counts: '', fingerprint: '' }

function refusalOf(
  house: FiguresHouse,
  asked: Pick<PublishingFigures, 'month' | 'viewer' | 'reason'>,
  state: FiguresState,
  world: FiguresWorld,
): FiguresRefusal | null {
  const decision = decide(state, commandOf(house, asked, nothingDrawn), world)
  return decision.ok ? null : decision.error
}

function commandOf(
  house: FiguresHouse,
  { month, viewer, reason }: Pick<PublishingFigures, 'month' | 'viewer' | 'reason'>,
  drawn: Drawn,
): FiguresCommand {
  const when = { month, on: house.today(), actor: actorOf(viewer), drawn }
  return reason === null ? { type: 'PublishFigures', ...when } : { type: 'CorrectFigures', reason, ...when }
}

async function worldOf(house: FiguresHouse): Promise<FiguresWorld> {
  return { publishers: publishersAmong(house.directory.all(), await publishingOrgans(house.app, house.today())) }
}

async function stateOf({ app }: FiguresHouse, month: Month): Promise<FiguresState> {
  const { facts } = await readHistory<FiguresFact>(app, figuresStream(month))
  return fold(
    figuresRoom,
    figuresRoom.initial,
    facts.map(({ fact }) => fact),
  )
}

const waitMs = 50
const mostWaits = 100
/** A transaction that is open for longer holds the log up, and figures with it: what it commits may be of the month. */
const behindAfterSeconds = 60

/** Entries under the newest checkpoint, once what was committed before has its place. */
async function logReached(register: Register): Promise<Result<number, FiguresRefusal>> {
  for (let waits = 0; ; waits += 1) {
    const done = await publish(register)
    if (done.kind === 'stopped') return err({ kind: 'log-has-stopped' })
    const waiting = await waitingFor(register.work)
    const isReached = waiting.facts === 0 || waiting.ageSeconds <= behindAfterSeconds
    if (done.kind === 'published' && isReached) return ok(done.size)
    if (waits === mostWaits) return err({ kind: 'log-is-behind', facts: waiting.facts })
    if (done.kind === 'taken' || !done.more) await pause(waitMs)
  }
}

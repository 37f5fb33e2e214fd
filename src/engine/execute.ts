import pg from 'pg'
import { err, ok, type Result } from '../kernel/result.ts'
import { entryOf } from '../proof/entry.ts'
import { chain, type Link, parseFact } from './chain.ts'
import { appendFacts, keepSealed, postJobs, rememberRequest } from './entry.ts'
import type { AnyFact, Json } from './envelope.ts'
import { fly, type Statement } from './flight.ts'
import { fold, type History, noHistory, readHistory, settingStatements } from './history.ts'
import type { House } from './house.ts'
import { changesBetween, putRows, statementsFor, tablesNamed, tablesOf } from './read-model.ts'
import type { EngineRefusal, Executed, Execution, Outcome } from './room.ts'

type Answer<State, Fact extends AnyFact, Refusal> = Result<Executed<State, Fact>, Refusal | EngineRefusal>

/** How often a command is tried at most, when others keep coming between. */
const mostAttempts = 4

/**
 * The one way in. Reads and folds the stream, decides, and writes in a single transaction: the facts, the sealed rows,
 * the difference of the read models, the outbox and the idempotency key. A new stream costs one round trip, another two.
 *
 * The stream is read before the transaction, not in it: (stream_id, version) is the primary key, so whoever decided on
 * a history that is no longer the whole one collides and writes nothing. Facts are inserted before the rows that follow
 * from them, so that two commands on a stream queue at the first statement and cannot deadlock.
 *
 * Returns the room's refusal, or an `EngineRefusal`; throws for faults (the database is away, evolve throws).
 */
export async function execute<State, Fact extends AnyFact, Refusal>(
  house: Pick<House, 'app' | 'bell'>,
  execution: Execution<State, Fact, Refusal>,
): Promise<Answer<State, Fact, Refusal>> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const answer = await attemptOnce(house, execution)
    if (typeof answer === 'object') return answer
    if (answer === 'overtaken' && execution.expectedVersion !== 'any') break
  }
  return conflict(house, execution)
}

async function attemptOnce<State, Fact extends AnyFact, Refusal>(
  house: Pick<House, 'app' | 'bell'>,
  execution: Execution<State, Fact, Refusal>,
): Promise<Answer<State, Fact, Refusal> | 'overtaken' | 'deadlock'> {
  const { room, stream, expectedVersion } = execution
  const settings = execution.scope?.reading(stream)
  const history: History<Fact> =
    expectedVersion === 'new' ? noHistory : await readHistory<Fact>(house.app, stream, settings)
  if (typeof expectedVersion === 'number' && expectedVersion !== history.head.version) return 'overtaken'
  const facts = history.facts.map((recorded) => recorded.fact)
  const before = fold(room, room.initial, facts)
  const decided = execution.decide(before)
  if (!decided.ok) return (await replay(house, execution)) ?? decided
  const draft = draftOf(execution, history, before, decided.value)
  const collision = await write(house, execution, draft)
  if (collision === 'request') return (await replay(house, execution)) ?? 'overtaken'
  if (collision === 'version') return 'overtaken'
  if (collision === 'deadlock') return collision
  house.bell?.ring()
  return ok({ ...draft.outcome, replayed: false, response: draft.response })
}

interface Draft<State, Fact extends AnyFact> {
  readonly firstVersion: number
  readonly before: State
  readonly links: readonly Link[]
  readonly outcome: Outcome<State, Fact>
  readonly response: Json
}

/** Facts are read back from their text before they are folded, so that the live state is the replayed one. */
function draftOf<State, Fact extends AnyFact, Refusal>(
  { room, stream, by, recordedAt, response }: Execution<State, Fact, Refusal>,
  { head }: History<Fact>,
  before: State,
  decided: readonly Fact[],
): Draft<State, Fact> {
  const links = chain(stream, head, decided, by, recordedAt)
  const facts = links.map((link) => parseFact<Fact>(link.text).fact)
  const outcome = { stream, version: head.version + links.length, facts, state: fold(room, before, facts) }
  const entries = () => links.map(({ salt, hash }) => entryOf(salt, hash))
  return { firstVersion: head.version + 1, before, links, outcome, response: response?.(outcome, entries()) ?? null }
}

/** A deadlock can only be with `rebuild`, which writes the same rows in its own order. */
type Collision = 'request' | 'version' | 'deadlock'

async function write<State, Fact extends AnyFact, Refusal>(
  house: Pick<House, 'app'>,
  execution: Execution<State, Fact, Refusal>,
  draft: Draft<State, Fact>,
): Promise<Collision | null> {
  const body = await bodyOf(house, execution, draft)
  if (body.length === 0) return null
  try {
    await fly(house.app, [...settingStatements(execution.scope?.writing(execution.stream)), ...body])
    return null
  } catch (fault) {
    return collisionIn(fault)
  }
}

/**
 * The statements of one command, in an order that matters: the request first, so that its repeat waits there and finds
 * the answer; the facts next, so that two commands on one stream queue at the same place.
 */
async function bodyOf<State, Fact extends AnyFact, Refusal>(
  { app }: Pick<House, 'app'>,
  { room, stream, recordedAt, idempotency, sealed = [], beside = {}, jobs }: Execution<State, Fact, Refusal>,
  { before, links, outcome, firstVersion, response }: Draft<State, Fact>,
): Promise<readonly Statement[]> {
  const { facts, state, version } = outcome
  const was = firstVersion === 1 ? {} : room.rows(before, stream)
  const is = version === 0 ? {} : room.rows(state, stream)
  const changes = changesBetween(await tablesOf(app, room.tables), was, is)
  const posted = jobs?.(facts, state) ?? []
  return [
    ...(idempotency ? [rememberRequest(idempotency, recordedAt, { ...outcome, firstVersion, response })] : []),
    ...(facts.length > 0 ? [appendFacts(stream, links, recordedAt)] : []),
    ...(sealed.length > 0 ? [keepSealed(stream, sealed)] : []),
    ...changes.flatMap((change) => statementsFor(stream, change)),
    ...(await tablesNamed(app, Object.keys(beside))).map((table) => putRows(stream, table, beside[table.name] ?? [])),
    ...(posted.length > 0 ? [postJobs(stream, posted, recordedAt)] : []),
  ]
}

const uniqueViolation = '23505'
const deadlockDetected = '40P01'

function collisionIn(fault: unknown): Collision {
  if (fault instanceof pg.DatabaseError && fault.code === uniqueViolation) {
    if (fault.constraint === 'idempotency_pkey') return 'request'
    if (fault.constraint === 'event_pkey') return 'version'
  }
  if (fault instanceof pg.DatabaseError && fault.code === deadlockDetected) return 'deadlock'
  throw fault
}

/** The answer to a request that had its effect before; null when it had none. */
async function replay<State, Fact extends AnyFact, Refusal>(
  house: Pick<House, 'app'>,
  { room, idempotency, scope }: Execution<State, Fact, Refusal>,
): Promise<Answer<State, Fact, Refusal> | null> {
  if (!idempotency) return null
  const { rows } = await house.app.query({
    name: 'engine find request',
    text: `select request_digest, stream_id, first_version, version, response from idempotency
      where scope = $1 and key = $2`,
    values: [idempotency.scope, idempotency.key],
  })
  const found = rows[0]
  if (found === undefined) return null
  if (found.request_digest !== idempotency.requestDigest) return err({ kind: 'idempotency-conflict' })
  const { facts } = await readHistory<Fact>(house.app, found.stream_id, scope?.reading(found.stream_id))
  const then = facts.filter((recorded) => recorded.version <= found.version)
  return ok({
    stream: found.stream_id,
    version: found.version,
    facts: then.filter((recorded) => recorded.version >= found.first_version).map((recorded) => recorded.fact),
    state: fold(
      room,
      room.initial,
      then.map((recorded) => recorded.fact),
    ),
    replayed: true,
    response: found.response,
  })
}

/** Somebody else's command stands where this one wanted to write, unless it was this very request before. */
async function conflict<State, Fact extends AnyFact, Refusal>(
  house: Pick<House, 'app'>,
  execution: Execution<State, Fact, Refusal>,
): Promise<Answer<State, Fact, Refusal>> {
  const replayed = await replay(house, execution)
  if (replayed) return replayed
  const { stream, expectedVersion } = execution
  if (expectedVersion === 'new') return err({ kind: 'stream-exists', stream })
  const { head } = await readHistory(house.app, stream, execution.scope?.reading(stream))
  return err({ kind: 'version-conflict', expected: expectedVersion, actual: head.version })
}

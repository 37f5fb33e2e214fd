/** Every command to an exemplary case: checked for what identifies, sealed, decided, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency, Scope } from '../../engine/room.ts'
import { actorIn, houseActorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor, settingsOf } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { WrittenTexts } from './checker.ts'
import { decide } from './decide.ts'
import {
  type Exemplary,
  type ExemplaryCommand,
  type ExemplaryCommandType,
  type ExemplaryFact,
  type ExemplaryRefusal,
  type ExemplarySource,
  type ExemplaryState,
  type ExemplaryWorld,
  type LookedAtSource,
  type WrittenPart,
  writtenParts,
} from './exemplary.ts'
import type { ExemplaryHouse } from './house.ts'
import { lookAtSource, ruled, seesSource, tellingsOf } from './looking.ts'
import { knownExemplary, type Staff, textsOf } from './queries.ts'
import { exemplaryRoom, streamOf } from './room.ts'

export interface ExemplaryDone {
  readonly stream: string
  readonly version: number
  readonly exemplary: Exemplary
}
type Doing = Promise<Result<ExemplaryDone, ExemplaryRefusal | EngineRefusal>>

/** Those of one month are sealed together. */
const retentionClass = 'exemplary'
const idBytes = 16

export const worldOf = ({ directory }: ExemplaryHouse): ExemplaryWorld => ({
  organs: directory,
  bureauOf: (place) => directory.bureauOf(place),
})

/** A command reads as its viewer may, and writes to that one stream and no other. */
export const scopeOfExemplary = (viewer: Viewer, today: Day): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: (stream) => ({ ...settingsOf(viewer, today), 'xinqiao.exemplary': stream }),
})

export type WriteupProse = { readonly [P in WrittenPart]: Prose | null }

export interface Proposing {
  readonly body: { readonly source: ExemplarySource; readonly audience: string; readonly writeup: WriteupProse }
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

/** A stream of its own under a name that is drawn: nothing leads from it to the matter. */
export async function proposeExemplary(house: ExemplaryHouse, { body, viewer, idempotency }: Proposing): Doing {
  const looked = (await seesSource(house, viewer, body.source)) ? await lookAtSource(house, body.source) : null
  return carryOut(house, {
    stream: streamOf(randomBytes(idBytes).toString('base64url')),
    ...{ type: 'ProposeExemplary', body, viewer, sealedOn: house.today(), expected: 'new', idempotency },
    beside: { looked: ruled(looked), tellings: tellingsOf(house, looked, writtenIn(body.writeup)) },
    officials: looked?.officials ?? [],
  })
}

export interface ExemplaryCommanding {
  readonly stream: string
  readonly type: Exclude<ExemplaryCommandType, 'ProposeExemplary' | 'KeepExemplary'>
  readonly body: object
  readonly viewer: Staff
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. One in which the viewer's organ has no part does not exist for them. */
export async function commandExemplary(house: ExemplaryHouse, commanding: ExemplaryCommanding): Doing {
  const { stream, type, body, viewer, expectedVersion, idempotency } = commanding
  const known = await knownExemplary(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-exemplary' })
  const { exemplary } = known
  return carryOut(house, {
    ...{ stream, type, body, viewer, sealedOn: exemplary.proposedOn, expected: expectedVersion ?? 'any', idempotency },
    ...(await besideOf(house, { stream, exemplary, type, body, viewer })),
  })
}

interface Beside extends Pick<ExemplaryCommanding, 'stream' | 'type' | 'body' | 'viewer'> {
  readonly exemplary: Exemplary
}

/** What is published is checked as it lies, against the matter as it is then: it may have grown since. */
async function besideOf(house: ExemplaryHouse, { stream, exemplary, type, body, viewer }: Beside) {
  const { officials } = exemplary
  if (type !== 'MendExemplary' && type !== 'PublishExemplary') return { beside: {}, officials }
  const looked = await lookAtSource(house, exemplary.source)
  const written =
    type === 'MendExemplary'
      ? writtenIn((body as { readonly writeup: WriteupProse }).writeup)
      : writtenAs(exemplary, await textsOf(house, viewer, stream))
  const tellings = tellingsOf(house, looked, written)
  return {
    beside: type === 'MendExemplary' ? { tellings } : { tellings, looked: ruled(looked) },
    officials: [...officials, ...(looked?.officials ?? [])],
  }
}

const writtenIn = (writeup: WriteupProse): WrittenTexts =>
  Object.fromEntries(writtenParts.map((part) => [part, writeup[part]?.text ?? null]))

const writtenAs = ({ writeup }: Exemplary, texts: ReadonlyMap<string, string>): WrittenTexts =>
  Object.fromEntries(writtenParts.map((part) => [part, texts.get(writeup[part]?.ref ?? '') ?? null]))

interface Carried {
  readonly stream: string
  readonly type: ExemplaryCommandType
  readonly body: object
  readonly beside: object
  /** Whom the matter names: whoever answers to one of them acts as such. */
  readonly officials: readonly string[]
  readonly viewer: Staff
  readonly sealedOn: Day
  readonly expected: 'new' | number | 'any'
  readonly idempotency: Idempotency | undefined
}

async function carryOut(house: ExemplaryHouse, carried: Carried): Doing {
  const { stream, type, body, beside, officials, viewer, sealedOn, expected, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const actor = await actorIn(house, viewer, { officials })
  const command = { ...sealed, ...beside, type, on: house.today(), actor } as unknown as ExemplaryCommand
  const executed = await execute<ExemplaryState, ExemplaryFact, ExemplaryRefusal>(house, {
    room: exemplaryRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, worldOf(house)),
    sealed: rows,
    scope: scopeOfExemplary(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-exemplary' })
    : ok({ stream: executed.value.stream, version, exemplary: state })
}

const keeper = { kind: 'system', task: 'exemplary' } as const

/** What becomes known of the matter holds for what was written of it: by the house, which sees both. */
export async function keepExemplary(house: ExemplaryHouse, stream: string, looked: LookedAtSource): Promise<void> {
  const command = { type: 'KeepExemplary', looked, on: house.today(), actor: houseActorOf(keeper) } as const
  await execute<ExemplaryState, ExemplaryFact, ExemplaryRefusal>(poolsFor(house, keeper), {
    room: exemplaryRoom,
    stream,
    expectedVersion: 'any',
    by: recorderOf(keeper),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, worldOf(house)),
  })
}

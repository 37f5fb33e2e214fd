/**
 * How another room gives a task, takes it back and looks after it. A room gives one from a reaction on its own fact; giving it twice gives it once. It is
 * given by the house, so that who may see what lies in it follows from the petitions and not from who is signed in.
 */
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { Prose } from '../kernel/prose.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { carryOut, commandTask, type TaskingRefusal } from './commanding.ts'
import type { TaskHouse } from './house.ts'
import { isBarred, keepingOf } from './petitions.ts'
import { idOf, streamOfOrigin } from './room.ts'
import type { TaskBeginning, TaskOrigin } from './task.ts'
import { worldFor } from './world.ts'

export interface Giving {
  /** Together they are given once: a key is what in the stream gave it, the ref of an instruction, say. */
  readonly origin: TaskOrigin
  readonly giver: OrganId
  /** The account in the giving organ that closes it; null where any head or leader of it may. */
  readonly givenBy: string | null
  readonly organ: OrganId
  readonly officer: string | null
  /** What is to be done, in words: opened from the giving room's own sealed piece, and sealed again here. */
  readonly what: Prose | string
  readonly due: Day
  readonly petitions: readonly string[]
  /** Organs that follow it without a hand in it. */
  readonly shownTo?: readonly OrganId[]
}

/** A text that lay sealed in another room was read there with narrower limits than these. */
const limits = { max: 40_000, min: 1 } as const

function proseOf(what: Prose | string): Prose {
  if (what instanceof Prose) return what
  const read = Prose.read(what, limits)
  if (!read.ok) throw new Error(`what is to be done cannot be read: ${read.error}`)
  return read.value
}

/** The task, new or as it was given before. Refused where the giver, the doer or a person in it must not learn of a petition that it is about. */
export async function giveTask(
  house: TaskHouse,
  { origin, giver, givenBy, organ, officer, what, due, petitions, shownTo = [] }: Giving,
): Promise<Result<{ readonly task: string }, TaskingRefusal>> {
  const keeping = await keepingOf(house, petitions)
  if (!keeping.ok) return keeping
  const people = [
    { account: givenBy, organ: giver },
    { account: officer, organ },
  ]
  const stream = streamOfOrigin(origin)
  const beginning = { origin, giver, givenBy, shownTo, organ, officer, due, petitions, ...keeping.value }
  const given = await carryOut(house, {
    ...{ stream, type: 'GiveTask', viewer: { kind: 'system', task: 'tasks' }, actor: { kind: 'house', task: 'tasks' } },
    body: { beginning: { ...beginning, what: proseOf(what) } satisfies Unsealed },
    beside: { isBarred: await isBarred(house, keeping.value, people) },
    ...{ sealedOn: house.today(), world: worldFor(house, { giver, closerIsThere: true }), expected: 'new' },
  })
  const task = idOf(stream)
  if (given.ok) return ok({ task })
  return given.error.kind === 'stream-exists' ? ok({ task }) : err(given.error)
}

/**
 * Takes back what was given, where what it came of does not hold any more: whoever had it reads the reason, and the clock ends. Where it was not
 * given, or is over already, nothing is done; a task that was reported on or closed stays as it was done.
 */
export async function withdrawTask(house: TaskHouse, origin: TaskOrigin, reason: string): Promise<void> {
  await commandTask(house, {
    ...{ stream: streamOfOrigin(origin), type: 'WithdrawTask', body: { reason: proseOf(reason) } },
    viewer: { kind: 'system', task: 'tasks' },
  })
}

/** The streams of tasks that came of other streams, and whether each is over: for the house itself. */
export async function tasksGivenFrom(
  house: Pick<TaskHouse, 'work'>,
  origins: readonly string[],
): Promise<readonly { readonly stream: string; readonly isOver: boolean }[]> {
  const { rows } = await house.work.query<{ stream: string; isOver: boolean }>(
    `select stream_id as stream, ended_on is not null as "isOver" from task where origin_stream = any ($1) order by stream_id`,
    [origins],
  )
  return rows
}

type Unsealed = Omit<TaskBeginning, 'what'> & { readonly what: Prose }

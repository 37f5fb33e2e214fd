/** Gives papers their numbers, after the issuing stream's own transaction has committed: no lock is held over two streams. */
import { setTimeout as pause } from 'node:timers/promises'
import { execute } from '../../engine/execute.ts'
import type { Pools } from '../../engine/house.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Paper } from '../issued.ts'
import { giveNumber } from './decide.ts'
import {
  type Bearer,
  type NumberingFact,
  type NumberingRefusal,
  type NumberingState,
  numberingStream,
  partOf,
  type Series,
} from './numbering.ts'
import { numberingRoom } from './room.ts'

export interface NumberingHouse extends Pools {
  now(): string
}

/** A paper that is to bear a number of a series, with the code that its organ has now. */
export interface Numbering extends Bearer {
  readonly series: Series
  readonly code: string
  readonly on: Day
}

const viewer = { kind: 'system', task: 'numbering' } as const
const mostAttempts = 60
const waitMs = 5

/** The number that the paper bears: the one that it has, or the next of its series. Others may ask at the same time. */
export async function numberOf(house: NumberingHouse, asked: Numbering): Promise<string> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const given = await findNumber(house, asked)
    if (given !== null) return given
    await tryOnce(house, asked, await partToTry(house, asked.series))
    if (attempt > 1) await pause(Math.random() * waitMs * attempt)
  }
  throw new Error(`no number for ${asked.paper} of ${asked.bearer} after ${mostAttempts} attempts`)
}

/** A refusal means that somebody was quicker, or that the stream has filled: the next attempt sees which. */
async function tryOnce(house: NumberingHouse, asked: Numbering, part: number): Promise<void> {
  const { series, bearer, paper } = asked
  await execute<NumberingState, NumberingFact, NumberingRefusal>(poolsFor(house, viewer), {
    room: numberingRoom,
    stream: numberingStream(series, part),
    expectedVersion: 'any',
    by: viewer,
    recordedAt: house.now(),
    decide: (state) => giveNumber(state, { type: 'GiveNumber', ...asked, part }),
    // two processes may be at the same paper while one of them believes itself alone
    idempotency: { scope: 'paper-number', key: `${bearer}/${paper}`, requestDigest: paper },
  })
}

/** The stream of the last number, or the one after it where that is full. */
async function partToTry({ work }: Pools, { organ, year, numberClass }: Series): Promise<number> {
  const { rows } = await work.query<{ number: number }>({
    name: 'numbering last number',
    text: `select number from paper_number where organ = $1 and year = $2 and number_class = $3
      order by number desc limit 1`,
    values: [organ, year, numberClass],
  })
  return partOf((rows[0]?.number ?? 0) + 1)
}

async function findNumber({ work }: Pools, { bearer, paper }: Bearer): Promise<string | null> {
  const { rows } = await work.query<{ shown: string }>({
    name: 'numbering find',
    text: 'select shown from paper_number where bearer = $1 and paper = $2',
    values: [bearer, paper],
  })
  return rows[0]?.shown ?? null
}

/** The series of a paper; null where it bears no number. */
export function seriesOf({ organ, on }: Paper, numberClass: string | null): Series | null {
  return organ === null || numberClass === null ? null : { organ, numberClass, year: Number(on.slice(0, 4)) }
}

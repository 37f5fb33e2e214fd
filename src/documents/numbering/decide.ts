import type { Day } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import {
  type Bearer,
  bearerOf,
  type NumberingFact,
  type NumberingRefusal,
  type NumberingState,
  type Series,
  shownNumber,
  streamHolds,
} from './numbering.ts'

export interface GiveNumber extends Bearer {
  readonly type: 'GiveNumber'
  readonly on: Day
  readonly series: Series
  /** Which stream of the series this is, counted from 1. */
  readonly part: number
  /** 机关代字. */
  readonly code: string
}

/** The next number, to a paper that has none. Asking twice changes nothing. */
export function giveNumber(
  state: NumberingState,
  { on, series, part, code, bearer, paper }: GiveNumber,
): Result<readonly NumberingFact[], NumberingRefusal> {
  const numbered = state?.numbered ?? []
  if (numbered.map(bearerOf).some((each) => each.bearer === bearer && each.paper === paper)) return ok([])
  if (numbered.length >= streamHolds) return err({ kind: 'stream-is-full' })
  const number = (part - 1) * streamHolds + numbered.length + 1
  const shown = shownNumber(code, series, number)
  return ok([{ type: 'PaperNumbered', on, ...series, number, shown, bearer, paper }])
}

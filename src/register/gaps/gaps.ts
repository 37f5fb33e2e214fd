/** Places of the log whose facts were lost, declared once and for ever. */
import type { AnyFact } from '../../engine/envelope.ts'
import type { Room } from '../../engine/room.ts'
import type { Day } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'

/** From the first to the last place between which facts were lost, and how many were. */
export interface Gap {
  readonly first: number
  readonly last: number
  readonly lost: number
}

export type GapFact = AnyFact & {
  readonly type: 'FactsLost'
  /** The one way in which that happens without anybody's wanting it. */
  readonly cause: 'olderBackup'
} & Gap

export type GapRefusal =
  | { readonly kind: 'gap-declared-before'; readonly last: number }
  | { readonly kind: 'nothing-lost' }

export type Gaps = readonly (Gap & { readonly on: Day })[]

/** The one stream of the room. */
export const gapStream = 'log:gaps'

export const gapRoom: Room<Gaps, GapFact> = {
  name: 'log',
  initial: [],
  evolve: (gaps, { on, first, last, lost }) => [...gaps, { on, first, last, lost }],
  tables: { log_gap: { key: ['first'] } },
  rows: (gaps) => ({
    log_gap: gaps.map(({ first, last, lost, on }) => ({ first, last, lost, declared_on: on })),
  }),
}

/** Only what lies beyond every earlier gap, so that none grows afterwards. */
export function declareGap(gaps: Gaps, { first, last, lost }: Gap, on: Day): Result<readonly GapFact[], GapRefusal> {
  if (lost < 1 || last < first || lost > last - first + 1) return err({ kind: 'nothing-lost' })
  const before = gaps.at(-1)
  if (before && first <= before.last) return err({ kind: 'gap-declared-before', last: before.last })
  return ok([{ type: 'FactsLost', on, cause: 'olderBackup', first, last, lost }])
}

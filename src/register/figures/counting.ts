/** Counts, from the lines of an extract and nothing else: the same when figures are published and when anybody counts again. */
import type { Month } from '../../kernel/month.ts'
import { endedStages } from '../../petition/petition.ts'
import { type ClockState, clocksIn, type Line, unsaid } from './line.ts'

export interface Counts {
  readonly xinqiao: 'figures 1'
  readonly figures: string
  readonly month: Month
  /** Lines of the extract. */
  readonly cases: number
  readonly registered: { readonly inMonth: number; readonly earlier: number; readonly unsaid: number }
  /** As the month ended. */
  readonly state: { readonly open: number; readonly ended: number; readonly unsaid: number }
  readonly table: readonly {
    readonly organ: string
    readonly class: string
    readonly stage: string
    readonly cases: number
  }[]
  /** Cases in which a duty of an organ was kept or not, by the organ that has the case now. */
  readonly clocks: readonly ClockCount[]
}

export interface ClockCount {
  readonly organ: string
  readonly rule: string
  readonly inTime: number
  readonly overdue: number
  readonly stoppedInTime: number
  readonly stoppedLate: number
}

const counted = {
  'in-time': 'inTime',
  overdue: 'overdue',
  'stopped-in-time': 'stoppedInTime',
  'stopped-late': 'stoppedLate',
} as const satisfies Record<ClockState, keyof ClockCount>

const endings: ReadonlySet<string> = new Set([...endedStages, 'ended'])
const byText = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0

type ClockTally = { -readonly [K in keyof ClockCount]: ClockCount[K] }

/** Takes one line after the other and holds none. */
export class Counting {
  readonly #figures: string
  readonly #month: Month
  readonly #registered = { inMonth: 0, earlier: 0, unsaid: 0 }
  readonly #state = { open: 0, ended: 0, unsaid: 0 }
  readonly #table = new Map<string, number>()
  readonly #clocks = new Map<string, ClockTally>()
  #cases = 0

  constructor(figures: string, month: Month) {
    this.#figures = figures
    this.#month = month
  }

  add({ registered, organ, class: of, stage, clocks }: Line): void {
    this.#cases += 1
    this.#registered[registered === unsaid ? 'unsaid' : registered === this.#month ? 'inMonth' : 'earlier'] += 1
    this.#state[stage === unsaid ? 'unsaid' : endings.has(stage) ? 'ended' : 'open'] += 1
    const row = [organ, of, stage].join(',')
    this.#table.set(row, (this.#table.get(row) ?? 0) + 1)
    for (const { rule, state } of clocksIn(clocks)) {
      const key = [organ, rule].join(',')
      const none = { organ, rule, inTime: 0, overdue: 0, stoppedInTime: 0, stoppedLate: 0 }
      const tally = this.#clocks.get(key) ?? none
      tally[counted[state]] += 1
      this.#clocks.set(key, tally)
    }
  }

  counts(): Counts {
    const table = [...this.#table].sort(byText).map(([row, cases]) => {
      const [organ = '', of = '', stage = ''] = row.split(',')
      return { organ, class: of, stage, cases }
    })
    const clocks = [...this.#clocks].sort(byText).map(([, tally]) => ({ ...tally }))
    const head = { xinqiao: 'figures 1', figures: this.#figures, month: this.#month, cases: this.#cases } as const
    return { ...head, registered: { ...this.#registered }, state: { ...this.#state }, table, clocks }
  }
}

/** The counts of some lines that are at hand. */
export function countsOf(figures: string, month: Month, lines: Iterable<Line>): Counts {
  const counting = new Counting(figures, month)
  for (const line of lines) counting.add(line)
  return counting.counts()
}

/** The counts as a table for a spreadsheet: one count a line. */
export function* countLines({ figures, table, clocks }: Counts): Generator<string> {
  yield 'figures,of,organ,class,stage,rule,state,count'
  for (const { organ, class: of, stage, cases } of table)
    yield [figures, 'cases', organ, of, stage, '', '', cases].join(',')
  for (const { organ, rule, ...states } of clocks)
    for (const [state, name] of Object.entries(counted))
      yield [figures, 'clocks', organ, '', '', rule, state, states[name as keyof typeof states]].join(',')
}

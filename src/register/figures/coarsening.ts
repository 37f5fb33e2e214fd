/**
 * How much of each case is told, so that none can be found among the others by what somebody knows of it: when it was registered, which
 * organ has it, what kind it is. Pure; it holds a count for each kind of line and no line. (docs/adr/0021)
 */
import type { Month } from '../../kernel/month.ts'
import { endedStages, isEnded, type Stage } from '../../petition/petition.ts'
import type { CaseLine } from './case-line.ts'
import { type Line, unsaid } from './line.ts'

/** A case is told only among so many that look the same to who knows when, where and what. */
export const fewest = 5

type Told = Omit<Line, 'line'>

/**
 * `whole`: month, organ, kind, stage and duties. `organ`: without the kind, and only whether it is new. `county`: the county in place of
 * the organ. `region`: the prefecture, and whether it is open. `age`: only whether it is new and open. `nothing`: that there is one.
 */
export const rungs = ['whole', 'organ', 'county', 'region', 'age', 'nothing'] as const
export type Rung = (typeof rungs)[number]

const openOrEnded = (stage: string): string => (isEnded(stage as Stage) ? 'ended' : 'open')

/** What is said of a case on a rung. */
export function toldOn(rung: Rung, line: CaseLine, month: Month): Told {
  const { registered, organ, county, region, class: of, stage, clocks } = line
  const isNew = registered === month
  const newOrEarlier = isNew ? registered : 'earlier'
  const newOrYear = isNew ? registered : registered.slice(0, 4)
  switch (rung) {
    case 'whole':
      return { registered, organ, class: of, stage, clocks }
    case 'organ':
      return { registered: newOrEarlier, organ, class: unsaid, stage, clocks }
    case 'county':
      return { registered: newOrYear, organ: county, class: of, stage, clocks }
    case 'region':
      return { registered: newOrYear, organ: region, class: of, stage: openOrEnded(stage), clocks: unsaid }
    case 'age':
      return { registered: newOrEarlier, organ: unsaid, class: unsaid, stage: openOrEnded(stage), clocks: unsaid }
    case 'nothing':
      return { registered: unsaid, organ: unsaid, class: unsaid, stage: unsaid, clocks: unsaid }
  }
}

/** What somebody may know of a case before they look: lines that agree in it are one group. */
export const groupOf = ({ registered, organ, class: of }: Pick<Told, 'registered' | 'organ' | 'class'>): string =>
  `${registered},${organ},${of}`

/** Cases of which the same could be said on every rung. */
interface Kind {
  readonly line: CaseLine
  cases: number
  rung: number
}

const endings: ReadonlySet<string> = new Set([...endedStages, 'ended'])

/**
 * Few cases could be told apart; and where all of a group ended in one way, whoever knows that somebody is among them knows how theirs
 * ended. That all are open says nothing that would not be known of a matter just registered; and of a case without place and kind nobody
 * knows that it is among them.
 */
function isTooPlain(group: readonly Kind[], rung: Rung, month: Month): boolean {
  const cases = group.reduce((sum, kind) => sum + kind.cases, 0)
  const [only = '', ...others] = new Set(group.map(({ line }) => toldOn(rung, line, month).stage))
  return cases < fewest || (rung !== 'age' && others.length === 0 && endings.has(only))
}

const kindOf = ({ registered, organ, class: of, stage, county, region, isKeptBack }: CaseLine): string =>
  [registered, organ, of, stage, county, region, isKeptBack].join(',')

/** Counts all cases first, then says of each how much is told. */
export class Coarsening {
  readonly #month: Month
  readonly #kinds = new Map<string, Kind>()

  constructor(month: Month) {
    this.#month = month
  }

  add(line: CaseLine): void {
    const key = kindOf(line)
    const kind = this.#kinds.get(key) ?? { line, cases: 0, rung: rungs.indexOf(line.isKeptBack ? 'region' : 'whole') }
    kind.cases += 1
    this.#kinds.set(key, kind)
  }

  /** Goes down rung by rung, once all are counted: what cannot be told on one joins what is told on the next. */
  settle(): void {
    for (const [at, rung] of rungs.slice(0, -1).entries()) {
      const standing = [...this.#kinds.values()].filter((kind) => kind.rung === at)
      const groups = Map.groupBy(standing, ({ line }) => groupOf(toldOn(rung, line, this.#month)))
      for (const group of groups.values())
        if (isTooPlain(group, rung, this.#month)) for (const kind of group) kind.rung = at + 1
    }
  }

  told(line: CaseLine): Told {
    const kind = this.#kinds.get(kindOf(line))
    if (kind === undefined) throw new Error('a case that was not counted')
    return toldOn(rungs[kind.rung] as Rung, line, this.#month)
  }
}

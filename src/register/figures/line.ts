/** A line of an extract: how it is written and read. Nothing in it needs a quote, so a line is its cells between commas. */
import { parseMonth } from '../../kernel/month.ts'

export const columns = ['figures', 'line', 'registered', 'organ', 'class', 'stage', 'clocks'] as const

/** A case in an extract, as far as it may be told. `*` stands where nothing is said. */
export interface Line {
  /** In hex: a commitment that whoever holds the evidence of the registration can make again, and nobody else. */
  readonly line: string
  /** A month, a year where the month would tell too much, `earlier`, or `*`. */
  readonly registered: string
  /** An organ; `below:990122` for whatever stands below a county; `within:990122` for any organ of it; `region:9901` where no organ is told; `*`. */
  readonly organ: string
  readonly class: string
  /** A stage; `open` or `ended` where the stage would tell too much; or `*`. */
  readonly stage: string
  /** Duties of organs by name, each once, `handle:overdue route:stopped-in-time`; empty where there is none; or `*`. */
  readonly clocks: string
}

export const unsaid = '*'

/** What may have become of a duty. */
export const clockStates = ['in-time', 'overdue', 'stopped-in-time', 'stopped-late'] as const
export type ClockState = (typeof clockStates)[number]

export const headerLine = columns.join(',')

export const writeLine = (figures: string, { line, registered, organ, class: of, stage, clocks }: Line): string =>
  [figures, line, registered, organ, of, stage, clocks].join(',')

const code = /^[A-Za-z][A-Za-z0-9-]{0,59}$/
const cells = {
  line: /^[0-9a-f]{64}$/,
  year: /^[1-9]\d{3}$/,
  organ: /^(?:\*|(?:below:|within:|region:)\d{2,12}|[A-Za-z0-9][A-Za-z0-9._-]{0,63})$/,
  clock: new RegExp(`^[A-Za-z][A-Za-z0-9]{0,59}:(?:${clockStates.join('|')})$`),
} as const

const isRegistered = (text: string): boolean =>
  text === unsaid || text === 'earlier' || cells.year.test(text) || parseMonth(text) !== null
const isCode = (text: string): boolean => text === unsaid || code.test(text)
const mostClocks = 200
const isClocks = (text: string): boolean =>
  text === unsaid ||
  text === '' ||
  (text.split(' ').length <= mostClocks && text.split(' ').every((clock) => cells.clock.test(clock)))

/** Reads a line with the name of the figures it belongs to; null unless it is exactly what `writeLine` writes. */
export function readLine(text: string): { readonly figures: string; readonly line: Line } | null {
  const [figures = '', line = '', registered = '', organ = '', of = '', stage = '', clocks, ...more] = text.split(',')
  if (clocks === undefined || more.length > 0) return null
  if (!cells.line.test(line) || !isRegistered(registered) || !cells.organ.test(organ)) return null
  if (!isCode(of) || !isCode(stage) || !isClocks(clocks)) return null
  return { figures, line: { line, registered, organ, class: of, stage, clocks } }
}

export interface ClockSaid {
  readonly rule: string
  readonly state: ClockState
}

export const clocksIn = (clocks: string): readonly ClockSaid[] =>
  clocks === '' || clocks === unsaid
    ? []
    : clocks.split(' ').map((said) => {
        const [rule = '', state = ''] = said.split(':')
        return { rule, state: state as ClockState }
      })

/** `2026-05` and `2026-05.2`, with the month and the edition that they name; null for anything else. */
export function parseEditionName(text: string) {
  const [, said = '', edition = '1'] = /^(\d{4}-\d\d)(?:\.([1-9]\d{0,5}))?$/.exec(text) ?? []
  const month = parseMonth(said)
  return month === null || text.endsWith('.1') ? null : { month, edition: Number(edition) }
}

/** The read models of letters: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../engine/due-clocks.ts'
import type { Row, RowSet } from '../engine/room.ts'
import type { OrganId } from '../kernel/organ.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../kernel/running-clock.ts'
import type { Letter, LetterState } from './assessment.ts'

/** Parts come last: the database shows the other rows to whoever has one. */
export const letterTables = {
  letter: { key: [] },
  letter_clock: { key: ['clock_id'] },
  assessment_figure: { key: ['issue', 'indicator'] },
  letter_part: { key: ['organ', 'part'] },
} as const

export function letterRows(state: LetterState, stream: string): RowSet {
  if (state === null) return {}
  return {
    letter: [letterRow(state)],
    letter_clock: state.clocks.filter(isOpen).map(clockRow),
    assessment_figure: figureRows(state),
    letter_part: partRows(state, stream),
  }
}

const likenessOf = ({ lowerKind, lowerLevel }: Letter): string => `${lowerKind}/${lowerLevel}`

function letterRow(letter: Letter): Row {
  const { version, year, upper, lower, covers, stage, carriesOn, draft, issues, objections, clocks } = letter
  const signed = draft?.signatures.map(({ organ }) => organ) ?? []
  const sides = [
    ['upper', upper],
    ['lower', lower],
  ] as const
  const open = clocks.filter(isOpen).map(({ lastDay }) => lastDay)
  return {
    ...{ version, year, upper, lower, covers, stage, carries_on: carriesOn },
    unsigned: draft === null ? [] : sides.filter(([, organ]) => !signed.includes(organ)).map(([side]) => side),
    issued: issues.length,
    open_objections: objections.filter(({ state }) => state === 'made' || state === 'takenHigher').length,
    next_day: open.toSorted()[0] ?? null,
  }
}

function clockRow(clock: RunningClock): Row {
  const organ = bearerOrgan(clock)
  return {
    clock_id: clock.id,
    rule: clock.rule,
    organ,
    last_day: clock.lastDay,
    state: clock.state,
    is_overdue: clock.overdueOn !== undefined,
    after: clock.after,
    ...countedBy(clock, organ as OrganId),
  }
}

function figureRows(letter: Letter): readonly Row[] {
  const { year, upper, lower } = letter
  return letter.issues.flatMap(({ ref, period, audience, editions }) => {
    const last = editions.at(-1)
    return (last?.figures ?? []).map(({ indicator, numerator, denominator, digest }) => ({
      ...{ issue: ref, indicator, period, year, upper, lower, likeness: likenessOf(letter), audience },
      ...{ numerator, denominator, digest, edition: editionOf(letter, ref, indicator) },
    }))
  })
}

/** The edition in which a figure came to be what it is: the cases of that one are behind it. */
export function editionOf({ issues }: Letter, ref: string, indicator: string): number {
  const editions = issues.find((issue) => issue.ref === ref)?.editions ?? []
  const digest = editions.at(-1)?.figures.find((figure) => figure.indicator === indicator)?.digest
  let edition = editions.length
  for (const each of [...editions].reverse()) {
    if (each.figures.find((figure) => figure.indicator === indicator)?.digest !== digest) break
    edition = each.edition
  }
  return edition
}

function partRows(letter: Letter, stream: string): readonly Row[] {
  const { year, upper, lower, objections } = letter
  const shared = { year, upper, likeness: likenessOf(letter), place: `${year} ${stream}` }
  const above = new Set(objections.flatMap(({ higher }) => higher?.to ?? []))
  return [
    { organ: upper, part: 'upper', ...shared },
    { organ: lower, part: 'lower', ...shared },
    ...[...above].map((organ) => ({ organ, part: 'above', ...shared })),
  ]
}

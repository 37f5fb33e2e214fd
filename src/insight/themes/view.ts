/** From a folded theme to what a page is given. Allow-lists are in `contract.ts`. */

import type { Recorded } from '../../engine/envelope.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { daysLeft } from '../../kernel/clock.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { clockViewOf } from '../../petition/clock-view.ts'
import type { Directory } from '../../petition/house.ts'
import { categoryInWords, type PlaceNames, placeNames } from '../../prevention/warnings/places.ts'
import { themeTermOf, themeTerms } from '../../wording/theme-terms.ts'
import { actionsOf } from './actions.ts'
import { calendarOf } from './clocks.ts'
import type { ThemeRowView, ThemeView } from './contract.ts'
import { partIn } from './decide.ts'
import type { Measured, PerDay } from './measuring.ts'
import type { KnownTheme, Staff, ThemeRow } from './queries.ts'
import { idOf } from './room.ts'
import { lastDayOf } from './tables.ts'
import type { Theme, ThemeFact, ThemeRefusal } from './theme.ts'
import { explainTheme, measuredInWords } from './wording.ts'
import { type Place, worldFor } from './world.ts'

const erased = '〔已依法销毁 / lawfully erased〕'

export const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })

export const refusalView = (refusal: ThemeRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainTheme(refusal, (id) => directory.nameOf(id)) }

export const placeRef = (code: string, nameOf: PlaceNames) => ({ code, ...nameOf(code) })

const aboutView = ({ topic, category, place }: Pick<ThemeRow, 'topic' | 'category' | 'place'>, nameOf: PlaceNames) => ({
  topic,
  category: category === null ? null : { code: category, ...categoryInWords(category) },
  place: placeRef(place, nameOf),
})

export function rowView(row: ThemeRow, nameOf: PlaceNames, { directory, today }: Place): ThemeRowView {
  const { stream, name, stage, governor, owner, governedOn, due, steps, result, closedOn, reopened } = row
  return {
    ...{
      theme: idOf(stream),
      name,
      stage,
      about: aboutView(row, nameOf),
      governedOn,
      due,
      steps,
      result,
      closedOn,
      reopened,
    },
    ...{ governor: organRef(directory, governor), owner: organRef(directory, owner) },
    daysLeft: stage === 'closed' ? null : daysLeft(due, today()),
  }
}

export interface Beside {
  readonly viewer: Staff
  readonly texts: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, string>
  readonly openTasks: number
  readonly measured: Measured
  readonly perDay: PerDay
}

export function themeView({ stream, theme, history }: KnownTheme, beside: Beside, place: Place): ThemeView {
  const { directory, today } = place
  const { viewer, texts, names, openTasks, measured, perDay } = beside
  const { version, stage, about, governor, owner, governedOn, since, steps, closed, reopened } = theme
  const refer = (id: OrganId) => organRef(directory, id)
  const said = ({ ref }: Sealed): string => texts.get(ref) ?? erased
  const person = (account: string) => ({ account, name: names.get(account) ?? account })
  const trying = { actor: staffActorOf(viewer), on: today(), openTasks, measured }
  return {
    ...{ theme: idOf(stream), version, stage, name: said(theme.name), remedy: said(theme.remedy) },
    ...{ about: aboutView(about, placeNames(place)), part: partIn(theme, viewer.organ) ?? 'doer' },
    ...{ governor: refer(governor), owner: refer(owner.organ), officer: owner.officer ? person(owner.officer) : null },
    ...{ governedOn, since, due: lastDayOf(theme), openTasks },
    steps: steps.map(({ key, on, organ, what, due }) => ({ key, on, organ: refer(organ), what: said(what), due })),
    measured: measuredView(measured),
    line: lineOf(perDay, theme, today()),
    closed: closed && {
      ...{ on: closed.on, by: person(closed.account), result: closed.result, report: said(closed.report) },
      measured: measuredView(closed.measured),
    },
    reopened: reopened.map(({ on, isByHouse, reason, measured: then }) => ({
      ...{ on, isByHouse, reason: reason && said(reason), measured: measuredView(then) },
    })),
    clocks: clocksOf(theme, place),
    actions: actionsOf(theme, trying, worldFor(place, governor)).map(({ action, type, refusal }) => ({
      ...{ action, ...themeTerms.themeCommand[type], allowed: refusal === null },
      refusal: refusalView(refusal, directory),
    })),
    history: historyOf(history, directory),
  }
}

const measuredView = (measured: Measured): ThemeView['measured'] => ({
  ...measured,
  months: [...measured.months],
  words: [...measuredInWords(measured)],
})

const step = 30
const monthsBefore = 12

/** Months of thirty days on both sides of the day on which it was governed; the last may still be running. */
function lineOf(perDay: PerDay, { since }: Theme, today: Day): ThemeView['line'] {
  const line: ThemeView['line'] = []
  for (let from = addDays(since, -step * monthsBefore); from < today; from = addDays(from, step)) {
    const until = addDays(from, step - 1)
    let count = 0
    for (const [day, n] of perDay) if (day >= from && day <= until) count += n
    line.push({ from, count, isBefore: from < since })
  }
  return line
}

/** Why this date: recomputed from what the fact recorded, under the calendar it names. */
function clocksOf({ clocks, governor }: Theme, place: Place) {
  const world = worldFor(place, governor)
  return clocks.map((clock) =>
    clockViewOf(clock, {
      calendar: calendarOf(bearerOrgan(clock), world),
      ...{ calendars: place.calendars, today: place.today() },
      // by the law that the clock was started under; where this house no longer has it, by the law now
      basis: (place.laws.named(clock.pack)?.themeTimes ?? world.times)[
        clock.rule === 'governThemeAgain' ? 'governThemeAgain' : 'governTheme'
      ].basis,
      organRef: (organ) => organRef(place.directory, organ),
    }),
  )
}

const historyOf = (history: readonly Recorded<ThemeFact>[], directory: Directory): ThemeView['history'] =>
  history
    .filter(({ fact }) => fact.type !== 'ThemeClocksRecounted')
    .map(({ fact, by }) => ({
      ...{ type: fact.type, on: fact.on, ...themeTermOf('themeFact', fact.type) },
      organ: by.organ === undefined ? null : organRef(directory, by.organ as OrganId),
    }))

/** From a folded warning to what a page is given. Allow-lists are in `contract.ts`. */
import type { Recorded } from '../../engine/envelope.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { daysLeft } from '../../kernel/clock.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, type RunningClock } from '../../kernel/running-clock.ts'
import { clockViewOf } from '../../petition/clock-view.ts'
import type { Directory } from '../../petition/house.ts'
import { warningTermOf, warningTerms } from '../../wording/warning-terms.ts'
import { actionsOf } from './actions.ts'
import { calendarOf } from './clocks.ts'
import type { BehindView, WarningRowView, WarningView } from './contract.ts'
import { categoryInWords, type PlaceNames, placeNames } from './places.ts'
import type { Behind, KnownWarning, Staff, WarningRow } from './queries.ts'
import { idOf } from './room.ts'
import type { Warning, WarningFact, WarningRefusal, WarningWorld } from './warning.ts'
import { explainWarning, whyWarned } from './wording.ts'
import { type Place, worldFor } from './world.ts'

const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
const placeRef = (code: string, nameOf: PlaceNames) => ({ code, ...nameOf(code) })
const categoryRef = (code: string) => ({ code, ...categoryInWords(code) })

export function rowView(row: WarningRow, nameOf: PlaceNames, { directory, today }: Place): WarningRowView {
  const { stream, place, category, bureau, lastDay, ...rest } = row
  return {
    ...{ ...rest, warning: idOf(stream), place: placeRef(place, nameOf), category: categoryRef(category) },
    bureau: organRef(directory, bureau),
    ...{ lastDay, daysLeft: lastDay === null ? null : daysLeft(lastDay, today()) },
  }
}

export const behindView = (
  { stream, place, category, day, source, again }: Behind,
  nameOf: PlaceNames,
): BehindView => ({
  ...{ matter: stream, day, source, again },
  ...{ place: placeRef(place, nameOf), category: categoryRef(category) },
})

export interface Beside {
  readonly viewer: Staff
  /** What was answered; null where nothing was, or it was erased. */
  readonly words: string | null
  readonly names: ReadonlyMap<string, string>
}

export function warningView({ stream, warning, history }: KnownWarning, beside: Beside, place: Place): WarningView {
  const { directory, today } = place
  const { version, stage, raisedOn, bureau, recipients, found, handedUp } = warning
  const world = worldFor(place, bureau)
  const refer = (id: OrganId) => organRef(directory, id)
  return {
    ...{ warning: idOf(stream), version, stage, raisedOn, bureau: refer(bureau) },
    place: placeRef(warning.place, placeNames(place)),
    category: categoryRef(warning.category),
    recipients: recipients.map(({ organ, part }) => ({ organ: refer(organ), part })),
    found: { ...found, sources: [...found.sources], weeks: [...found.weeks] },
    handedUp: handedUp.map(({ on, from, to }) => ({ on, from: refer(from), to: refer(to) })),
    answer: answerView(warning, beside, directory),
    clocks: clocksOf(warning, place),
    actions: actionsOf(warning, staffActorOf(beside.viewer), today(), world).map(({ action, type, refusal }) => ({
      ...{ action, ...warningTerms.warningCommand[type], allowed: refusal === null },
      refusal: refusalView(refusal, directory),
    })),
    history: historyOf(history, directory),
    why: [...whyWarned(found)],
  }
}

const refusalView = (refusal: WarningRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainWarning(refusal, (id) => directory.nameOf(id)) }

function answerView({ answer }: Warning, { words, names }: Beside, directory: Directory): WarningView['answer'] {
  if (answer === null) return null
  const { on, organ, account, outcome } = answer
  return {
    ...{ on, outcome, words, organ: organRef(directory, organ) },
    by: { account, name: names.get(account) ?? account },
  }
}

/** Why this date: recomputed from what the fact recorded, under the calendar it names. */
function clocksOf({ clocks, bureau }: Warning, place: Place) {
  const world = worldFor(place, bureau)
  return clocks.map((clock) =>
    clockViewOf(clock, {
      calendar: calendarOf(bearerOrgan(clock), world),
      ...{ calendars: place.calendars, today: place.today(), basis: basisOfClock(clock, place, world) },
      organRef: (organ) => organRef(place.directory, organ),
    }),
  )
}

/** By the law that the clock was started under; where this house no longer has it, by the law now. */
const basisOfClock = ({ pack }: RunningClock, { laws }: Place, { times }: WarningWorld) =>
  (laws.named(pack)?.warningTimes ?? times).answerWarning.basis

const historyOf = (history: readonly Recorded<WarningFact>[], directory: Directory): WarningView['history'] =>
  history
    .filter(({ fact }) => fact.type !== 'WarningClocksRecounted')
    .map(({ fact, by }) => ({
      ...{ type: fact.type, on: fact.on, ...warningTermOf('warningFact', fact.type) },
      organ: by.organ === undefined ? null : organRef(directory, by.organ as OrganId),
    }))

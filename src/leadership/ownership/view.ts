/** From a folded case and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import { daysLeft } from '../../kernel/clock.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { clockViewOf } from '../../petition/clock-view.ts'
import type { Directory } from '../../petition/house.ts'
import type { ClockView } from '../../petition/views.ts'
import { ownershipTermOf, ownershipTerms } from '../../wording/ownership-terms.ts'
import { actionsOf, type Trying } from './actions.ts'
import { basisOfClock, calendarOf } from './clocks.ts'
import { askedDays } from './closing.ts'
import type { OwnershipRowView, OwnershipView } from './contract.ts'
import type { OwnershipHouse } from './house.ts'
import type { Ownership, OwnershipActor, OwnershipRefusal, OwnershipWorld } from './ownership.ts'
import type { OwnershipRow, ReadOwnership, Staff } from './queries.ts'
import { explainOwnership } from './wording.ts'

const erased = '〔已依法销毁 / lawfully erased〕'
export type Place = Pick<OwnershipHouse, 'directory' | 'calendars' | 'today' | 'laws'>

export const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
export const opened = (texts: ReadonlyMap<string, string>, { ref }: Sealed): string => texts.get(ref) ?? erased
export const refusalView = (refusal: OwnershipRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainOwnership(refusal, (id) => directory.nameOf(id)) }

/** Why this date: recomputed from what the fact recorded, under the calendar it names. */
function clockView(clock: RunningClock, world: OwnershipWorld, { directory, calendars, today }: Place): ClockView {
  return clockViewOf(clock, {
    ...{ calendar: calendarOf(bearerOrgan(clock), world), calendars, today: today() },
    basis: basisOfClock(clock.rule, world),
    organRef: (organ) => organRef(directory, organ),
  })
}

/** Accounts whose names stand on the page: of leaders and staff, and of nobody who petitions. */
export const accountsIn = ({ owner, handler, held, extensions, statements, steps }: Ownership): readonly string[] => [
  ...new Set([
    ...(owner ? [owner.account] : []),
    ...(handler?.account ? [handler.account] : []),
    ...held.map(({ account }) => account),
    ...extensions.map(({ account }) => account),
    ...statements.map(({ account }) => account),
    ...steps.flatMap(({ officer }) => officer ?? []),
  ]),
]

export interface Beside extends Trying {
  readonly viewer: Staff
  readonly actor: OwnershipActor
  readonly names: ReadonlyMap<string, string>
  readonly isOpenToYou: boolean
}

export function ownershipView(read: ReadOwnership, beside: Beside, place: Place): OwnershipView {
  const { ownership, texts } = read
  const { names, world, viewer, isOpenToYou, openTasks, ungiven } = beside
  const { directory, today } = place
  const text = (piece: Sealed): string => opened(texts, piece)
  const maybe = (piece: Sealed | null): string | null => piece && text(piece)
  const ref = (organ: OrganId) => organRef(directory, organ)
  const nameOf = (account: string): string => names.get(account) ?? account
  const { petition, version, stage, category, place: where, registeredOn, proposedOn, endedOn, due } = ownership
  const { owner, handler } = ownership
  const hasIt = viewer.organ === owner?.organ || viewer.organ === handler?.organ
  return {
    ...{ petition, version, stage, category, place: where, registeredOn, proposedOn, endedOn, due, isOpenToYou },
    keeper: ref(ownership.keeper),
    deciders: ownership.deciders.map(ref),
    grounds: ownership.grounds.map(({ for: each, on, by, reason }) => ({
      ...{ for: each, on, by: by && ref(by), reason: maybe(reason) },
    })),
    droppedFor: maybe(ownership.droppedFor),
    owner: owner && { organ: ref(owner.organ), account: owner.account, name: nameOf(owner.account) },
    handler: handler && {
      ...{ organ: ref(handler.organ), account: handler.account },
      name: handler.account && nameOf(handler.account),
    },
    fixed: fixedIn(ownership, world),
    duties: dutiesIn(ownership, world),
    extensions: ownership.extensions.map(({ on, organ, account, until, reason }) => ({
      ...{ on, organ: ref(organ), by: nameOf(account), until, reason: text(reason) },
    })),
    held: ownership.held.map(({ organ, account, from, until, ended }) => ({
      ...{ organ: ref(organ), name: nameOf(account), from, until, ended },
    })),
    plans: ownership.plans.map(({ on, plan }) => ({ on, plan: text(plan) })),
    steps: ownership.steps.map(({ key, what, organ, officer, due: until, isShown }) => ({
      ...{ key, what: text(what), organ: ref(organ), officer: officer && nameOf(officer), due: until, isShown },
      ...{ isUngiven: ungiven.includes(key), withdrawn: withdrawnIn(ownership, key, text) },
    })),
    openSteps: openTasks,
    meetings: ownership.meetings.map(({ ref: name, heldOn, place: at, present, said, words }) => ({
      ...{ ref: name, heldOn, place: text(at), present: hasIt ? text(present) : null },
      ...{ said: text(said), words: text(words) },
    })),
    help: helpIn(ownership, text),
    results: ownership.results.map(({ on, outcome, result, remains }) => ({
      ...{ on, outcome, result: text(result), remains: maybe(remains) },
    })),
    views: ownership.views.map(({ on, person, organ, view, words, materials }) => ({
      ...{ on, how: person === null ? 'signed' : 'key', organ: organ && ref(organ), view, words: maybe(words) },
      materials: materials.map(({ ref: name, name: called, bytes }) => ({ ref: name, name: text(called), bytes })),
    })),
    askings: ownership.askings.map(({ askedOn, organ, way, note }) => ({
      ...{ askedOn, organ: ref(organ), way, note: text(note) },
    })),
    asked: { days: askedDays(ownership), atLeast: world.law.ownership.terms.askAtLeast },
    anotherOwner: anotherOwnerIn(ownership, text, directory),
    statements: ownership.statements.map(({ on, account, statement }) => ({
      ...{ on, name: nameOf(account), statement: text(statement) },
    })),
    relapses: ownership.relapses.map(({ on, again }) => ({ on, again })),
    clocks: ownership.clocks.map((clock) => clockView(clock, world, place)),
    actions: actionsOf(ownership, beside.actor, today(), beside).map(({ action, type, refusal }) => ({
      action,
      ...ownershipTerms.ownershipCommand[type],
      allowed: refusal === null,
      refusal: refusalView(refusal, directory),
    })),
    history: historyIn(read, directory),
  }
}

function withdrawnIn(
  { withdrawnSteps }: Ownership,
  key: string,
  text: (piece: Sealed) => string,
): OwnershipView['steps'][number]['withdrawn'] {
  const withdrawn = withdrawnSteps.find(({ step }) => step === key)
  return withdrawn ? { on: withdrawn.on, reason: text(withdrawn.reason) } : null
}

/** 四定 in the words of the place, and which of them are fixed. */
function fixedIn({ owner, handler, steps, due }: Ownership, { law }: OwnershipWorld): OwnershipView['fixed'] {
  const is = { owner: owner !== null, handler: handler !== null, plan: steps.length > 0, due: due !== null }
  return Object.entries(law.ownership.fixed).map(([row, { zh, en, fixes }]) => ({
    ...{ row, zh, en, fixes, isFixed: is[fixes] },
  }))
}

const dutiesIn = ({ duties }: Ownership, { law }: OwnershipWorld): OwnershipView['duties'] =>
  Object.entries(law.ownership.duties).map(([duty, { zh, en }]) => ({ duty, zh, en, isTaken: duties.includes(duty) }))

export const helpIn = ({ help }: Ownership, text: (piece: Sealed) => string): OwnershipView['help'] =>
  help.map(({ ref, on, kind, explained, answer, answeredOn }) => ({
    ...{ ref, on, kind, explained: text(explained), answer, answeredOn },
  }))

export const anotherOwnerIn = (
  { anotherOwner }: Ownership,
  text: (piece: Sealed) => string,
  directory: Directory,
): OwnershipView['anotherOwner'] =>
  anotherOwner.map(({ ref, on, reason, decided }) => ({
    ...{ ref, on, reason: text(reason) },
    decided: decided && {
      ...{ on: decided.on, organ: organRef(directory, decided.organ) },
      ...{ isGranted: decided.isGranted, reason: text(decided.reason) },
    },
  }))

/** From whom it is kept, and how a limit was counted again, is nobody’s reading. */
const silent: readonly string[] = ['OwnershipKept', 'OwnershipClocksRecounted']

const historyIn = ({ history }: ReadOwnership, directory: Directory): OwnershipView['history'] =>
  history
    .filter(({ fact }) => !silent.includes(fact.type))
    .map(({ fact, by }) => ({
      ...{ type: fact.type, on: fact.on },
      organ: by.organ === undefined ? null : organRef(directory, by.organ as OrganId),
      ...ownershipTermOf('ownershipFact', fact.type),
    }))

export function rowView(
  row: OwnershipRow,
  names: ReadonlyMap<string, string>,
  { directory, today }: Place,
): OwnershipRowView {
  const { petition, stage, shelf, category, place, grounds, owner, handler, proposedOn, due, day } = row
  return {
    ...{ petition, stage, shelf, category, place, grounds: [...grounds], proposedOn, due, movedOn: day },
    owner: owner && {
      ...{ organ: organRef(directory, owner.organ), account: owner.account },
      name: names.get(owner.account) ?? owner.account,
    },
    handler: handler && organRef(directory, handler.organ),
    nextDuty: shelf === 'over' ? null : dutyOf(day, today()),
    ...{ asksForAnother: row.asksForAnother, hasResult: row.hasResult, relapses: row.relapses },
  }
}

export const dutyOf = (lastDay: Day, today: Day) => {
  const left = daysLeft(lastDay, today)
  return { lastDay, daysLeft: left, isOverdue: left < 0 }
}

/** Of a case that is not over. */
export const nextDutyOf = ({ clocks }: Ownership, today: Day) => {
  const next = clocks.filter(isOpen).at(-1)
  return next ? dutyOf(next.lastDay, today) : null
}

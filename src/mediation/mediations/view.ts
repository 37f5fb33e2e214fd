/** From a folded mediation and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import type { z } from 'zod'
import type { Recorded } from '../../engine/envelope.ts'
import { daysLeft } from '../../kernel/clock.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { basisInWords, rule } from '../../law/basis.ts'
import { clockViewOf } from '../../petition/clock-view.ts'
import type { Directory } from '../../petition/house.ts'
import { procedureAsView } from '../../petition/rights-view.ts'
import type { ClockView } from '../../petition/views.ts'
import { mediationTermOf, mediationTerms } from '../../wording/mediation-terms.ts'
import { actionsOf } from './actions.ts'
import { basisOfMediationClock, calendarFor, confirmationClock } from './clocks.ts'
import { type MediationPart, partsIn } from './keeping.ts'
import type { Mediation, MediationFact, MediationRefusal, MediationWorld } from './mediation.ts'
import type { MediationRow, ReadMediation } from './queries.ts'
import { remediesOf } from './remedies.ts'
import { idOf } from './room.ts'
import { isOver, isPublic, isReady, lastWord, mayCome } from './standing.ts'
import type * as wire from './views.ts'
import { explainMediation } from './wording.ts'
import { lawAt, type Place, worldOf } from './world.ts'

const erased = '〔已依法销毁 / lawfully erased〕'
export type Texts = ReadonlyMap<string, string>

export const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
export const opened = (texts: Texts, { ref }: Sealed): string => texts.get(ref) ?? erased
export const refusalView = (refusal: MediationRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainMediation(refusal, (id) => directory.nameOf(id)) }

interface Shown {
  readonly mediation: Mediation
  readonly texts: Texts
  readonly place: Place
}

export const partyViews = (
  { mediation, texts, place }: Shown,
  withPhones: 'phones' | 'bare',
): z.input<typeof wire.partyView>[] =>
  mediation.parties.map((party) => ({
    ...{ ref: party.ref, role: party.role, name: opened(texts, party.name), open: party.open },
    phone: withPhones === 'phones' && party.phone ? opened(texts, party.phone) : null,
    organ: party.organ && organRef(place.directory, party.organ),
    isPetitioner: party.petitioner !== null,
    consents: lastWord(party, 'mediation')?.agrees ?? null,
    asksConfirmation: party.asksConfirmation,
    words: party.words.map(({ to, ref, agrees, on, by }) => ({ to, ref, agrees, on, by })),
  }))

export const mediatorViews = ({ mediation, texts }: Shown): z.input<typeof wire.mediatorView>[] =>
  mediation.mediators.map((mediator) => ({
    ...{ ref: mediator.ref, name: opened(texts, mediator.name), roster: mediator.roster },
    ...{ chosenBy: mediator.chosenBy, declared: mediator.declared },
    isExcluded: mediator.excluded !== null,
    isReady: isReady(mediation, mediator),
  }))

export const guestViews = ({ mediation, texts }: Shown): z.input<typeof wire.guestView>[] =>
  mediation.guests.map((guest) => ({
    ...{ ref: guest.ref, kind: guest.kind, name: opened(texts, guest.name), mayCome: mayCome(mediation, guest) },
  }))

/** Notes are read by whoever holds it, and by nobody else. */
export const sessionViews = ({ mediation, texts }: Shown, withNotes: 'notes' | 'bare') =>
  mediation.sessions.map(({ ref, day, at, place, cancelled, record }) => ({
    ...{ ref, day, at, place: opened(texts, place) },
    cancelled: cancelled && { on: cancelled.on, reason: opened(texts, cancelled.reason) },
    record: record && {
      ...{ on: record.on, result: record.result },
      ...{ parties: [...record.parties], mediators: [...record.mediators], guests: [...record.guests] },
      notes: withNotes === 'notes' ? opened(texts, record.notes) : null,
    },
  }))

export function agreementViewOf({ mediation, texts, place }: Shown): z.input<typeof wire.agreementView> | null {
  const { agreement, parties } = mediation
  if (agreement === null) return null
  const maybe = (piece: Sealed | null) => piece && opened(texts, piece)
  const { ref, writtenOn, text, signedBy, sealedOn, effectiveOn, promises } = agreement
  const undertaken =
    effectiveOn === null
      ? text.promises.map((promise) => ({ ...promise, ref: null, organ: null, words: [], followUps: [] }))
      : promises
  return {
    ...{ ref, form: text.form, writtenOn, sealedOn, effectiveOn },
    ...{ facts: maybe(text.facts), disputed: maybe(text.disputed), responsibility: maybe(text.responsibility) },
    content: opened(texts, text.content),
    signedBy: signedBy.map(({ who, on }) => ({ who, on })),
    promises: undertaken.map((promise) => ({
      ...{ ref: promise.ref, party: promise.party, what: opened(texts, promise.what), due: promise.due },
      organ: promise.organ && organRef(place.directory, promise.organ),
      isOver: promise.ref !== null && isOver({ ...promise, ref: promise.ref }, parties),
      words: promise.words.map(({ party, performance, on, by }) => ({ party, performance, on, by })),
      followUps: promise.followUps.map(({ on, performance, lookedAt, again }) => ({
        ...{ on, performance, again, lookedAt: opened(texts, lookedAt) },
      })),
    })),
  }
}

export function confirmationViewOf({ mediation, texts, place }: Shown): z.input<typeof wire.confirmationView> {
  const clock = confirmationClock(mediation)
  const { applied, decided } = mediation.confirmation
  const runs = clock !== null && isOpen(clock)
  return {
    isPossible: mediation.isConfirmable,
    basis: basisInWords(rule('RMTJ', 33, 1)),
    lastDay: clock?.lastDay ?? null,
    daysLeft: runs ? daysLeft(clock.lastDay, place.today()) : null,
    askedBy: mediation.parties.filter((party) => party.asksConfirmation !== null).map(({ ref }) => ref),
    applied: applied && { on: applied.on, court: opened(texts, applied.court) },
    decided: decided && { on: decided.on, outcome: decided.outcome, note: opened(texts, decided.note) },
  }
}

export const endedViewOf = ({ mediation: { ended }, texts }: Shown): z.input<typeof wire.endedView> =>
  ended && { on: ended.on, reason: ended.reason, party: ended.party, note: ended.note && opened(texts, ended.note) }

export const declinedViewOf = ({ mediation: { declined }, texts }: Shown) =>
  declined && { on: declined.on, reason: opened(texts, declined.reason) }

export const remedyViews = ({ mediation, place }: Shown) =>
  remediesOf(mediation, lawAt(mediation.organ, place)).map(([name, row]) => procedureAsView(name, row))

/** Why this date: recomputed from what the fact recorded, under the calendar it names. */
function clockView(clock: RunningClock, { mediation, place }: Shown, world: MediationWorld): ClockView {
  const { directory, calendars, today } = place
  return clockViewOf(clock, {
    ...{ calendar: calendarFor(mediation, clock.binds, world), calendars, today: today() },
    basis: basisOfMediationClock(clock.rule, world),
    organRef: (organ) => organRef(directory, organ),
  })
}

/** For an organ with a part in it. What was said in sessions, and to whom an escalation was reported, whoever holds it reads alone. */
export function mediationView(
  read: ReadMediation,
  isPetitionOpen: boolean,
  place: Place,
): z.input<typeof wire.mediationView> {
  const { mediation, texts, actor, stream, history } = read
  const { directory, today } = place
  const shown = { mediation, texts, place }
  const part = partsIn(mediation, actor.organ)[0] as MediationPart
  const world = worldOf(mediation, place)
  const { version, kind, stage, subject, closed, moreTime } = mediation
  const isHolder = part === 'holder'
  return {
    mediation: idOf(stream),
    ...{ version, kind, stage, part, openedOn: mediation.openedOn, startedOn: mediation.startedOn },
    subject: {
      kind: subject.kind,
      petition: subject.kind === 'petition' ? subject.number : null,
      isOpenToYou: isPetitionOpen,
      dispute: subject.kind === 'dispute' ? subject.stream : null,
    },
    organ: organRef(directory, mediation.organ),
    opener: mediation.opener && organRef(directory, mediation.opener),
    basis: basisInWords(world.law.kinds[kind]?.basis ?? rule('RMTJ', 2)),
    what: opened(texts, mediation.what),
    isPublic: isPublic(mediation),
    ...{
      parties: partyViews(shown, isHolder ? 'phones' : 'bare'),
      mediators: mediatorViews(shown),
      guests: guestViews(shown),
    },
    sessions: sessionViews(shown, isHolder ? 'notes' : 'bare'),
    escalations: isHolder
      ? mediation.escalations.map(({ ref, on, organ, what, due }) => ({
          ...{ ref, on, due, organ: organRef(directory, organ), what: opened(texts, what) },
        }))
      : [],
    moreTime: moreTime && { ref: moreTime.ref, until: moreTime.until },
    ...{ agreement: agreementViewOf(shown), confirmation: confirmationViewOf(shown), ended: endedViewOf(shown) },
    declined: declinedViewOf(shown),
    closed: closed && {
      on: closed.on,
      isPerformed: closed.isPerformed,
      note: closed.note && opened(texts, closed.note),
    },
    remedies: remedyViews(shown),
    clocks: mediation.clocks.map((clock) => clockView(clock, shown, world)),
    actions: actionsOf(mediation, actor, today(), world).map(({ action, ref, type, refusal }) => ({
      ...{ action, ref, ...mediationTerms.mediationCommand[type] },
      allowed: refusal === null,
      refusal: refusalView(refusal, directory),
    })),
    history: historyFor(history, part, directory),
  }
}

/** What whoever holds it does on their own side. */
const ofHolder: readonly MediationFact['type'][] = [
  ...(['EscalationReported', 'KeyHandedOver', 'MediationKept', 'MediationClocksRecounted'] as const),
]

const historyFor = (history: readonly Recorded<MediationFact>[], part: MediationPart, directory: Directory) =>
  history
    .filter(({ fact }) => part === 'holder' || !ofHolder.includes(fact.type))
    .map(({ fact, by }) => ({
      ...{ type: fact.type, on: fact.on, ...mediationTermOf('mediationFact', fact.type) },
      organ: by.organ === undefined ? null : organRef(directory, by.organ as OrganId),
    }))

export function rowView(row: MediationRow, { directory, today }: Place): z.input<typeof wire.mediationRow> {
  const { stream, kind, stage, shelf, subject, petition, openedOn, parties, consents, day, nextDay, what } = row
  const left = nextDay === null ? null : daysLeft(nextDay, today())
  return {
    mediation: idOf(stream),
    ...{ kind, stage, shelf, subject, petition, openedOn, parties, consents, day, what },
    organ: organRef(directory, row.organ),
    nextDuty:
      nextDay === null || left === null
        ? null
        : { lastDay: nextDay, daysLeft: left, isOverdue: row.nextIsOverdue || left < 0 },
  }
}

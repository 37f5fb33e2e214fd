/** From a folded referral and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import type { Recorded as RecordedFact } from '../../engine/envelope.ts'
import { daysLeft } from '../../kernel/clock.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { basisInWords } from '../../law/basis.ts'
import { ruleOf } from '../../law/cn-2022/referrals.ts'
import { clockViewOf } from '../../petition/clock-view.ts'
import type { Directory } from '../../petition/house.ts'
import type { Material } from '../../petition/intake/words.ts'
import { referralTermOf, referralTerms } from '../../wording/referral-terms.ts'
import { actionsOf } from './actions.ts'
import { basisOfReferralClock, calendarOf } from './clocks.ts'
import type { ReferralLineView, ReferralView } from './contract.ts'
import { partOf } from './keeping.ts'
import type { ReadReferral, ReferralRow } from './queries.ts'
import type { Recorded, Referral, ReferralActor, ReferralFact, ReferralRefusal } from './referral.ts'
import { idOf } from './room.ts'
import { explainReferralRefusal } from './wording.ts'
import { type Place, worldFor } from './world.ts'

const erased = '〔已依法销毁 / lawfully erased〕'

export const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
export const refusalView = (refusal: ReferralRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainReferralRefusal(refusal, (id) => directory.nameOf(id)) }

/** The number on the slip of a visit: for the centre alone. */
const visitFor = (visit: string | null, isGuide: boolean): string | null =>
  visit === null || !isGuide ? null : visit.slice(visit.indexOf(':') + 1)

interface Seen {
  readonly isOpenToYou: boolean
  readonly reader: OrganId
}

/** The petition is named to whoever may open it, and to nobody else. */
export function lineView(
  row: ReferralRow,
  { isOpenToYou, reader }: Seen,
  { directory, today }: Place,
): ReferralLineView {
  const { stream, petition, way, stage, guide, toOrgan, toName, explainedOn, movedOn, outcome, next } = row
  return {
    referral: idOf(stream),
    petition: isOpenToYou ? petition : null,
    visit: visitFor(row.visit, guide === reader),
    ...{ way, stage, explainedOn, movedOn, outcome },
    guide: organRef(directory, guide),
    to: { organ: toOrgan && organRef(directory, toOrgan), name: toName },
    next: next && { ...next, daysLeft: daysLeft(next.lastDay, today()) },
  }
}

export function referralView(read: ReadReferral, isOpenToYou: boolean, place: Place): ReferralView {
  const { referral, stream } = read
  const { directory } = place
  const actor = read.actor as Exclude<ReferralActor, { kind: 'house' }>
  const { version, person, way, stage, explainedOn, knownOn, first, shared, erasedOn } = referral
  return {
    referral: idOf(stream),
    part: actor.kind === 'staff' ? (partOf(referral, actor.organ) ?? 'reader') : 'self',
    petition: isOpenToYou ? referral.petition : null,
    visit: visitFor(referral.visit, actor.kind === 'staff' && actor.organ === referral.guide),
    ...{ version, person, way, stage, explainedOn, knownOn, first, shared, erasedOn },
    basis: basisInWords(ruleOf(way).basis),
    guide: organRef(directory, referral.guide),
    ...saidIn(read, directory),
    reminded: [...referral.reminded],
    clocks: clocksOf(referral, place),
    actions: actionsOf(referral, actor, place.today(), worldFor(place, referral.guide)).map(
      ({ action, type, refusal }) => ({
        ...{ action, ...referralTerms.referralCommand[type], allowed: refusal === null },
        refusal: refusalView(refusal, directory),
      }),
    ),
    history: historyOf(read, directory),
  }
}

/** Everything that was written, opened. */
function saidIn({ referral, texts }: ReadReferral, directory: Directory) {
  const text = ({ ref }: Sealed): string => texts.get(ref) ?? erased
  const files = (materials: readonly Material[]) =>
    materials.map(({ ref, name, bytes }) => ({ ref, name: text(name), bytes }))
  const by = ({ source, asked }: Recorded) => ({ source, asked })
  const { to, application, acceptance, refusal, outcome, ending } = referral
  return {
    to: { organ: to.organ && organRef(directory, to.organ), name: to.name && text(to.name) },
    explanation: text(referral.explanation),
    application: application && {
      ...{ on: application.on, proof: application.proof, materials: files(application.materials) },
      ...by(application),
    },
    corrections: referral.corrections.map(({ askedOn, what, correctedOn }) => ({
      ...{ askedOn, what: text(what), correctedOn },
    })),
    acceptance,
    refusal: refusal && { on: refusal.on, reason: text(refusal.reason), ...by(refusal) },
    mediation: referral.mediation.map((step) => ({
      ...{ day: step.day, step: step.step, note: step.note && text(step.note), ...by(step) },
    })),
    outcome: outcome && {
      ...{ on: outcome.on, outcome: outcome.outcome, text: text(outcome.text), materials: files(outcome.materials) },
      ...by(outcome),
    },
    days: referral.days.map(({ day, what }) => ({ day, what: text(what) })),
    ending: ending && { ...ending, note: ending.note && text(ending.note) },
  }
}

/** Why this date: recomputed from what the fact recorded, under the calendar it names. */
const clocksOf = (referral: Referral, place: Place) => {
  const { directory, calendars, today } = place
  return referral.clocks.map((clock) => {
    const view = clockViewOf(clock, {
      calendar: calendarOf(referral, clock.binds, { calendars, organs: directory }),
      ...{ calendars, today: today(), basis: basisOfReferralClock(referral.way, clock.rule) },
      organRef: (organ) => organRef(directory, organ),
    })
    // whoever is no organ of the house is nobody of the petition either
    return clock.binds === 'organ' ? { ...view, person: null } : view
  })
}

/** That it came to be kept from somebody would say that somebody was named. */
const isShown = ({ fact }: RecordedFact<ReferralFact>): boolean =>
  fact.type !== 'ReferralKept' && fact.type !== 'ReferralClocksRecounted'

const historyOf = ({ history }: ReadReferral, directory: Directory): ReferralView['history'] =>
  history.filter(isShown).map(({ fact, by }) => {
    const organ = 'organ' in by ? (by.organ as OrganId) : undefined
    return {
      ...{ type: fact.type, on: fact.on, organ: organ === undefined ? null : organRef(directory, organ) },
      ...referralTermOf('referralFact', fact.type),
    }
  })

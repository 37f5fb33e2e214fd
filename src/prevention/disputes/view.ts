/** From a folded dispute and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import { daysLeft } from '../../kernel/clock.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, type RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { basisInWords } from '../../law/basis.ts'
import type { DisputeGradeRule, DisputeLaw } from '../../law/disputes.ts'
import { clockViewOf } from '../../petition/clock-view.ts'
import type { Directory } from '../../petition/house.ts'
import type { ClockView } from '../../petition/views.ts'
import { disputeTermOf, disputeTerms } from '../../wording/dispute-terms.ts'
import { actionsOf } from './actions.ts'
import { basisOfClock, calendarOf } from './clocks.ts'
import type { PlaceFigures } from './contract.ts'
import type { Dispute, DisputeRefusal, DisputeWorld, Responsible, Suggestion } from './dispute.ts'
import { type Figures, shareOf } from './figures.ts'
import type { DisputeHouse } from './house.ts'
import { aboveOf, besideOf, situated, suggest } from './local.ts'
import type { DisputeRow, ReadDispute } from './queries.ts'
import { idOf } from './room.ts'
import { partOf } from './sight.ts'
import type { DisputeRowView, DisputeView, GradeView, SuggestionView } from './views.ts'
import { explainDispute } from './wording.ts'

const erased = '〔已依法销毁 / lawfully erased〕'
type Place = Pick<DisputeHouse, 'directory' | 'today' | 'calendars'>
export type Names = ReadonlyMap<string, string>

export const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
export const refusalView = (refusal: DisputeRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainDispute(refusal, (id) => directory.nameOf(id)) }

/** A grade in the words of the law that the dispute is under; by its name alone where that law no longer has it. */
export function gradeView(grade: string, { grades }: Pick<DisputeLaw, 'grades'>): GradeView {
  const rule: DisputeGradeRule | undefined = grades[grade]
  if (!rule) return { grade, zh: grade, en: grade, colour: 'green', rank: 99 }
  const { zh, en, colour, rank } = rule
  return { grade, zh, en, colour, rank }
}

export const gradeViews = (law: Pick<DisputeLaw, 'grades'>): GradeView[] =>
  Object.keys(law.grades)
    .map((grade) => gradeView(grade, law))
    .toSorted((a, b) => a.rank - b.rank)

export const suggestionView = ({ level, rules, organs }: Suggestion, directory: Directory): SuggestionView => ({
  level,
  rules: rules.map(({ rule, level: at, basis }) => ({
    ...{ rule, level: at, ...disputeTerms.disputeLocalRule[rule] },
    basis: basisInWords(basis),
  })),
  organs: organs.map((id) => organRef(directory, id)),
})

function clockView(clock: RunningClock, world: DisputeWorld, { directory, calendars, today }: Place): ClockView {
  return clockViewOf(clock, {
    ...{ calendar: calendarOf(bearerOrgan(clock), world), calendars, today: today() },
    basis: basisOfClock(),
    organRef: (id) => organRef(directory, id),
  })
}

/** A file is called by what it was recorded with, and its place there. */
export const materialRef = (kind: 'progress' | 'settlement', at: number, nth: number): string =>
  `${kind}-${at}-${nth + 1}`

export interface Beside {
  readonly names: Names
  /** Which of the petitions are open to the viewer. */
  readonly openPetitions: ReadonlySet<string>
  readonly colleagues: readonly { readonly account: string; readonly name: string }[]
  readonly world: DisputeWorld
}

export function disputeView(read: ReadDispute, beside: Beside, place: Place): DisputeView {
  const { dispute, actor, texts, history, stream } = read
  const { names, openPetitions, colleagues, world } = beside
  const { directory } = place
  const opened = ({ ref }: Sealed): string => texts.get(ref) ?? erased
  const maybe = (piece: Sealed | null) => piece && opened(piece)
  const named = (account: string | null) => account && (names.get(account) ?? account)
  const organ = (id: OrganId) => organRef(directory, id)
  const responsible = ({ organ: id, account }: Responsible) => ({ organ: organ(id), account, name: named(account) })
  const files = (kind: 'progress' | 'settlement', at: number, all: Dispute['progress'][number]['materials']) =>
    all.map(({ name, bytes, mediaType }, nth) => ({
      ...{ ref: materialRef(kind, at, nth), name: opened(name), bytes, mediaType },
    }))
  const { grading } = dispute
  return {
    dispute: idOf(stream),
    ...{ version: dispute.version, stage: dispute.stage, part: partOf(dispute, actor.organ) ?? 'former' },
    ...{ source: { ...dispute.source }, foundOn: dispute.foundOn, recordedOn: dispute.recordedOn },
    ...{ recorder: responsible(dispute.recorder), responsible: responsible(dispute.responsible) },
    ...{ region: dispute.region, spot: maybe(dispute.spot), category: dispute.category, people: dispute.people },
    ...{ title: opened(dispute.title), cause: opened(dispute.cause), asked: opened(dispute.asked) },
    parties: dispute.parties.map(({ name, contact, organ: id, asks }) => ({
      ...{ name: opened(name), contact: maybe(contact), organ: id && organ(id), asks },
    })),
    named: dispute.named.map(({ organ: id, name }) => ({ organ: organ(id), name: opened(name) })),
    grading: grading && {
      grade: gradeView(grading.grade, world.disputes),
      ...{ danger: grading.danger, spread: grading.spread, since: grading.since, on: grading.on },
      reasons: opened(grading.reasons),
      suggested: grading.suggested === grading.grade ? null : gradeView(grading.suggested, world.disputes),
    },
    suggested: suggestionView(suggest(situated(dispute), world), directory),
    measures: maybe(dispute.measures),
    progress: dispute.progress.map(({ at, on, organ: id, account, kind, text, materials }, nth) => ({
      ...{ at, on, organ: organ(id), name: named(account), kind, text: opened(text) },
      materials: files('progress', nth, materials),
    })),
    handOns: dispute.handOns.map(({ kind, at, from, to, words }) => ({
      ...{ kind, at, from: organ(from), to: organ(to), words: opened(words) },
    })),
    mediations: dispute.mediations.map(({ mediation, on, ended }) => ({
      ...{ mediation, on },
      ended: ended && { on: ended.on, outcome: ended.outcome, note: maybe(ended.note) },
    })),
    settlements: dispute.settlements.map(({ at, on, organ: id, level, way, terms, words, materials }, nth) => ({
      ...{ at, on, organ: organ(id), level, way, terms: maybe(terms) },
      words: words.map(({ party, by, witness }) => ({ party, by, witness: maybe(witness) })),
      materials: files('settlement', nth, materials),
    })),
    followUps: dispute.followUps.map(({ at, on, account, holds, text }) => ({
      ...{ at, on, name: named(account), holds, text: opened(text) },
    })),
    extensions: dispute.extensions.map(({ on, until, reason }) => ({ on, until, reason: opened(reason) })),
    petitions: dispute.petitions.map(({ petition, on }) => ({
      ...{ number: petition, on, isOpenToYou: openPetitions.has(petition) },
    })),
    directed: dispute.directed && { ...dispute.directed, told: opened(dispute.directed.told) },
    notFound: dispute.notFound && {
      ...{ on: dispute.notFound.on, name: named(dispute.notFound.account), reason: opened(dispute.notFound.reason) },
    },
    ...{ ending: dispute.ending, note: maybe(dispute.note), closedOn: dispute.closedOn },
    clocks: dispute.clocks.filter(isShown).map((clock) => clockView(clock, world, place)),
    handUpTo: aboveOf(dispute, actor.organ, world).map(organ),
    assignTo: besideOf(dispute, actor.organ, world).map(organ),
    colleagues: colleagues
      .filter(({ account }) => !dispute.officials.includes(account))
      .map(({ account, name }) => ({ account, name })),
    actions: actionsOf(dispute, { actor, on: place.today(), world }).map(({ action, type, refusal }) => ({
      ...{ action, ...disputeTerms.disputeCommand[type] },
      ...{ allowed: refusal === null, refusal: refusalView(refusal, directory) },
    })),
    history: history
      .filter(({ fact }) => fact.type !== 'DisputeKept')
      .map(({ fact, by }) => ({
        ...{ type: fact.type, on: fact.on, ...disputeTermOf('disputeFact', fact.type) },
        organ: by.organ === undefined ? null : organ(by.organ as OrganId),
      })),
  }
}

/** One that another replaced on the day on which it began, when the dispute was graded, says nothing. */
const isShown = ({ stoppedOn, from }: RunningClock, at: number, all: readonly RunningClock[]): boolean =>
  stoppedOn !== from || all[at + 1]?.rule !== all[at]?.rule

export function rowView(row: DisputeRow, law: Pick<DisputeLaw, 'grades'>, { directory, today }: Place): DisputeRowView {
  const { stream, shelf, stage, region, category, people, source, recordedOn, ending, outcome, title } = row
  return {
    // whoever has no part in it learns that it is there, and not by what name to ask for it
    dispute: shelf === null ? null : idOf(stream),
    ...{ title, stage, shelf, region, category, people, source, recordedOn, ending },
    grade: row.grade === null ? null : gradeView(row.grade, law),
    responsible: organRef(directory, row.organ),
    petition: outcome === 'petition',
    nextDuty:
      row.nextDay === null || row.nextRule === null
        ? null
        : {
            ...{ rule: row.nextRule, lastDay: row.nextDay, daysLeft: daysLeft(row.nextDay, today()) },
            isOverdue: row.nextDay < today(),
          },
  }
}

/** Shares only of enough: below that whoever reads it sees the numbers. */
export function placeFigures(figures: Figures, shareFrom: number): PlaceFigures {
  const { byLevel, settled, petitions, directed, notFound } = figures
  const ended = settled + petitions + directed
  return {
    ...figures,
    byLevel: { ...byLevel },
    localShare: shareOf(byLevel.village + byLevel.township, ended, shareFrom),
    relapseShare: shareOf(figures.relapsed, figures.recorded - notFound, shareFrom),
    isSmall: ended < shareFrom,
  }
}

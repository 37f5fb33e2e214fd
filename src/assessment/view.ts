/** From a folded letter and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import { staffActorOf } from '../identity/actor.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { RunningClock } from '../kernel/running-clock.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { type AssessmentTimeName, type IndicatorName, isRating, sourceOf } from '../law/assessment.ts'
import { basisInWords } from '../law/basis.ts'
import { clockViewOf } from '../petition/clock-view.ts'
import type { PetitionLaw } from '../petition/petition.ts'
import type { ClockView } from '../petition/views.ts'
import { formulaInWords } from '../wording/assessment-formula.ts'
import { assessmentTerms } from '../wording/assessment-terms.ts'
import { actionsOf } from './actions.ts'
import type { Figure, Issue, Letter, LetterText, Objection } from './assessment.ts'
import { calendarFor } from './clocks.ts'
import { idOf, lawOfIssue } from './commanding.ts'
import type { FigureView, IndicatorView, IssueView, LetterRowView, LetterView, ObjectionView } from './contract.ts'
import { meets, notMeasured, shown } from './figure.ts'
import type { AssessmentHouse } from './house.ts'
import type { LetterRow, ReadLetter } from './queries.ts'
import { isMeasured } from './sources.ts'
import { explainLetter } from './wording.ts'
import { letterWorldOf } from './world.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

const erased = '〔已依法销毁 / lawfully erased〕'

/** What a view is made with: the letter as it was read, who looks, and the house for names. */
interface Seeing {
  readonly read: ReadLetter
  readonly viewer: Staff
  readonly house: AssessmentHouse
}

const organRef = ({ directory }: AssessmentHouse, id: OrganId) => ({ id, ...directory.nameOf(id) })
const opened = ({ texts }: ReadLetter, sealed: Sealed): string => texts.get(sealed.ref) ?? erased
const openedOr = (read: ReadLetter, sealed: Sealed | null): string | null => sealed && opened(read, sealed)
const nameOf = ({ names }: ReadLetter, account: string): string => names.get(account) ?? account

/** Why this date: recomputed from what the fact recorded, under the calendar it names. */
function clockView(clock: RunningClock, { read, house }: Seeing): ClockView {
  const today = house.today()
  const world = letterWorldOf(house, read.letter.upper, today)
  return clockViewOf(clock, {
    ...{ calendar: calendarFor(clock, world), calendars: house.calendars, today },
    basis: world.times[clock.rule as AssessmentTimeName]?.basis ?? { adr: '0033' },
    organRef: (organ) => organRef(house, organ),
  })
}

function textView(text: LetterText, { read, house }: Seeing) {
  const { revision, targets, remarks, reason, draftedBy, signatures } = text
  return {
    revision,
    targets: targets.map(({ indicator, share, weight }) => ({ indicator, share, weight })),
    remarks: openedOr(read, remarks),
    reason: openedOr(read, reason),
    draftedBy: organRef(house, draftedBy),
    signatures: signatures.map(({ organ, account, on }) => ({
      ...{ organ: organRef(house, organ), by: nameOf(read, account), on },
    })),
  }
}

/** Targets as they stood in the text that was in force when the figures were issued. */
function targetOf({ texts }: Letter, revision: number, indicator: IndicatorName) {
  return texts.find((text) => text.revision === revision)?.targets.find((each) => each.indicator === indicator)
}

function figureView(figure: Figure, issue: Issue, { read, viewer, house }: Seeing): FigureView {
  const { letter } = read
  const { indicator, digest } = figure
  const target = targetOf(letter, issue.revision, indicator)
  const law = lawOfIssue(house, issue.pack, indicator)
  const aim = { target: target?.share ?? null, weight: target?.weight ?? null }
  if (!law) return { indicator, ...notMeasured, ...aim, isMet: null, digest: null }
  const share = shown(figure, { isOwn: viewer.organ === letter.lower, law })
  const isMet = target && share.perMille !== null ? meets(share.perMille, target.share, law.better) : null
  // of a few ratings the digest could be tried out
  const isOpen = !isRating(law.measure) || viewer.organ !== letter.lower
  return { indicator, ...share, ...aim, isMet, digest: isOpen ? digest : null }
}

function issueView(issue: Issue, seeing: Seeing): IssueView {
  const { ref, period, from, until, on, account, revision, audience, editions } = issue
  const figures = (of: readonly Figure[]) => of.map((figure) => figureView(figure, issue, seeing))
  return {
    ...{ issue: ref, period, from, until, on, by: nameOf(seeing.read, account), revision, audience },
    figures: figures(editions.at(-1)?.figures ?? []),
    editions: editions.map((each) => ({
      ...{ edition: each.edition, on: each.on, objection: each.objection },
      figures: figures(each.figures),
    })),
  }
}

function objectionView(objection: Objection, { read, house }: Seeing): ObjectionView {
  const { ref, issue, indicator, on, account, cases, reasons, state, decider, decisions, higher } = objection
  return {
    ...{ objection: ref, issue, indicator, on, by: nameOf(read, account), state },
    cases: cases.map(({ stream, item }) => ({ stream, item })),
    reasons: opened(read, reasons),
    decider: organRef(house, decider),
    decisions: decisions.map((each) => ({
      ...{ on: each.on, by: organRef(house, each.by), name: nameOf(read, each.account), upheld: each.upheld },
      rulings: each.rulings.map(({ case: of, ruling, outcome }) => ({
        ...{ case: { stream: of.stream, item: of.item }, ruling, outcome },
      })),
      reasons: opened(read, each.reasons),
    })),
    higher: higher && { on: higher.on, to: organRef(house, higher.to), reasons: opened(read, higher.reasons) },
  }
}

const wordsOfAction = (type: keyof typeof assessmentTerms.letterCommand) => assessmentTerms.letterCommand[type]

export function letterView(read: ReadLetter, viewer: Staff, house: AssessmentHouse): LetterView {
  const { letter, stream } = read
  const seeing = { read, viewer, house }
  const { version, year, upper, lower, covers, stage, draftedOn, draft, inForce, texts } = letter
  const world = letterWorldOf(house, upper, house.today())
  const text = (each: LetterText) => textView(each, seeing)
  return {
    ...{ letter: idOf(stream), version, year, covers, stage, draftedOn },
    upper: organRef(house, upper),
    lower: organRef(house, lower),
    carriesOn: read.carriesOn && idOf(read.carriesOn),
    draft: draft && text(draft),
    inForce: inForce && text(inForce),
    texts: texts.map(text),
    issues: letter.issues.map((issue) => issueView(issue, seeing)),
    objections: letter.objections.map((objection) => objectionView(objection, seeing)),
    clocks: letter.clocks.map((clock) => clockView(clock, seeing)),
    actions: actionsOf(letter, staffActorOf(viewer), house.today(), world).map(({ action, type, refusal }) => ({
      ...{ action, ...wordsOfAction(type), allowed: refusal === null },
      refusal: refusal && {
        kind: refusal.kind,
        ...explainLetter(refusal, (id) => house.directory.nameOf(id)),
      },
    })),
    side: viewer.organ === upper ? 'upper' : viewer.organ === lower ? 'lower' : 'above',
  }
}

export function rowView(row: LetterRow, house: AssessmentHouse): LetterRowView {
  const { stream, year, upper, lower, covers, stage, carriesOn, issued, openObjections, unsigned, nextDay } = row
  return {
    ...{ letter: idOf(stream), year, covers, stage, issued, openObjections, nextDay },
    upper: organRef(house, upper),
    lower: organRef(house, lower),
    carriesOn: carriesOn && idOf(carriesOn),
    unsigned: [...unsigned],
  }
}

/** The indicators of a law in words. */
export const indicatorViews = ({ indicators }: Pick<PetitionLaw, 'indicators'>): IndicatorView[] =>
  Object.entries(indicators).map(([name, law]) => ({
    indicator: name as IndicatorName,
    words: assessmentTerms.indicator[name as IndicatorName],
    measure: law.measure,
    population: assessmentTerms.population[law.measure],
    formula: formulaInWords(law),
    numerator: [...law.numerator],
    denominator: [...law.denominator],
    better: law.better,
    assesses: law.assesses,
    origin: law.formula,
    originWords: assessmentTerms.formulaOrigin[law.formula],
    source: sourceOf[law.measure],
    isMeasurable: isMeasured(law.measure),
    isRating: isRating(law.measure),
    basis: basisInWords(law.basis),
  }))

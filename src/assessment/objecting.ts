/** Objecting to a figure (对考核结果提出异议): in time, with the cases and the reasons; decided by somebody else than whoever issued it. */
import { hasPassed } from '../kernel/clock.ts'
import type { Organs } from '../kernel/organ.ts'
import { isRating, outcomesOf } from '../law/assessment.ts'
import { decided } from '../law/basis.ts'
import type {
  CaseRef,
  Figure,
  Issue,
  Letter,
  LetterFact,
  LetterRefusal,
  LetterWorld,
  Objection,
  Of,
  Ruling,
} from './assessment.ts'
import { lastDayNow } from './clocks.ts'
import { accept, type Decide, refuse } from './decision.ts'

const isSameCase = (a: CaseRef, b: CaseRef): boolean => a.stream === b.stream && a.item === b.item

/** The figure as it stands now, after every correction. */
export const figureNow = ({ editions }: Issue, indicator: string): Figure | undefined =>
  editions.at(-1)?.figures.find((figure) => figure.indicator === indicator)

export const objectToFigure: Decide<'ObjectToFigure'> = (letter, command, world) => {
  const { on, actor, issue: ref, indicator, cases, reasons, strangers } = command
  const issue = letter.issues.find((each) => each.ref === ref)
  if (!issue) return refuse({ kind: 'no-such-assessment', issue: ref })
  if (!figureNow(issue, indicator)) return refuse({ kind: 'indicator-without-figure', indicator })
  const clock = letter.clocks.find((each) => each.rule === 'objectToFigure' && each.subject === ref)
  const lastDay = clock && lastDayNow(clock, world)
  if (lastDay && hasPassed(lastDay, on))
    return refuse({ kind: 'right-to-object-lapsed', lastDay, basis: world.times.objectToFigure.basis })
  const earlier = letter.objections.find((each) => each.issue === ref && each.indicator === indicator)
  if (earlier) return refuse({ kind: 'objection-open-already', objection: earlier.ref })
  const measure = world.indicators[indicator]?.measure
  // what single petitioners said is not shown to whoever they said it of, so nobody can be asked to name it
  if (cases.length === 0 && !(measure && isRating(measure))) return refuse({ kind: 'no-case-named' })
  if (strangers.length > 0) return refuse({ kind: 'case-not-in-figure', cases: strangers })
  const objection = `b${letter.objections.length + 1}`
  const named = { issue: ref, indicator, account: actor.account, cases: uniqueCases(cases), reasons }
  return accept({ type: 'FigureObjected', on, ref: objection, ...named })
}

const uniqueCases = (cases: readonly CaseRef[]): readonly CaseRef[] =>
  cases.filter((each, at) => cases.findIndex((other) => isSameCase(each, other)) === at)

/** With a reason for each case. What changes by it is a new edition of the figure; the old one stays to be read. */
export const decideObjection: Decide<'DecideObjection'> = (letter, command, world) => {
  const { on, actor, objection: ref, rulings, reasons, redrawn } = command
  const found = letter.objections.find((each) => each.ref === ref)
  if (!found) return refuse({ kind: 'no-such-objection', objection: ref })
  if (found.state === 'decided' || found.state === 'decidedAbove')
    return refuse({ kind: 'objection-decided-already', objection: ref })
  const issue = letter.issues.find((each) => each.ref === found.issue)
  const figure = issue && figureNow(issue, found.indicator)
  if (!issue || !figure) return refuse({ kind: 'no-such-assessment', issue: found.issue })
  const { account, organ } = actor
  if (involved(found, issue).includes(account))
    return refuse({ kind: 'needs-another-decider', account, basis: decided('0033') })
  const wrong = wrongRulings(found, rulings, world)
  if (wrong) return refuse(wrong)
  if (redrawn.strangers.length > 0) return refuse({ kind: 'case-not-in-figure', cases: redrawn.strangers })
  const upheld = redrawn.figure.digest !== figure.digest
  const facts: LetterFact[] = [
    { type: 'ObjectionDecided', on, objection: ref, organ, account, rulings, upheld, reasons },
  ]
  if (upheld) {
    const edition = issue.editions.length + 1
    facts.push({ type: 'AssessmentCorrected', on, issue: issue.ref, edition, objection: ref, figure: redrawn.figure })
  }
  return accept(...facts)
}

/** Whoever issued it, objected to it or has decided on it before. */
const involved = ({ account, decisions }: Objection, issue: Issue): readonly string[] => [
  issue.account,
  account,
  ...decisions.map((decision) => decision.account),
]

function wrongRulings(
  { cases, indicator }: Objection,
  rulings: readonly Ruling[],
  { indicators }: LetterWorld,
): LetterRefusal | null {
  const without = cases.filter((each) => !rulings.some((ruling) => isSameCase(ruling.case, each)))
  if (without.length > 0) return { kind: 'case-without-ruling', cases: without }
  const strange = rulings.filter((ruling, at) => {
    const isTwice = rulings.findIndex((other) => isSameCase(other.case, ruling.case)) !== at
    return isTwice || !cases.some((each) => isSameCase(each, ruling.case))
  })
  if (strange.length > 0) return { kind: 'case-not-in-figure', cases: strange.map((ruling) => ruling.case) }
  const measure = indicators[indicator]?.measure
  const known: readonly string[] = measure ? outcomesOf[measure] : []
  const odd = rulings.find(({ ruling, outcome }) =>
    ruling === 'corrected' ? outcome === null || !known.includes(outcome) : outcome !== null,
  )
  return odd ? { kind: 'outcome-does-not-fit', outcome: odd.outcome ?? '', indicator } : null
}

/** Once, to the organ above whoever assesses: when the decision does not help, or is overdue. */
export const objectAbove: Decide<'ObjectAbove'> = (letter, { on, objection: ref, reasons }, world) => {
  const found = letter.objections.find((each) => each.ref === ref)
  if (!found) return refuse({ kind: 'no-such-objection', objection: ref })
  if (found.higher !== null) return refuse({ kind: 'objection-passed-on-already', objection: ref })
  const lapsed = found.state === 'decided' ? lapsedAbove(letter, ref, world, on) : null
  if (lapsed) return refuse(lapsed)
  const owed = letter.clocks.findLast((clock) => clock.rule === 'decideObjection' && clock.subject === ref)
  const lastDay = owed && lastDayNow(owed, world)
  if (found.state === 'made' && lastDay && !hasPassed(lastDay, on))
    return refuse({ kind: 'objection-not-decided', objection: ref, lastDay })
  const to = above(letter, world.organs)
  if (to === null) return refuse({ kind: 'nobody-above-assessor', basis: decided('0033') })
  return accept({ type: 'ObjectionPassedOn', on, objection: ref, to, reasons })
}

function lapsedAbove(
  letter: Letter,
  ref: string,
  world: LetterWorld,
  on: Of<'ObjectAbove'>['on'],
): LetterRefusal | null {
  const clock = letter.clocks.findLast((each) => each.rule === 'objectAbove' && each.subject === ref)
  const lastDay = clock && lastDayNow(clock, world)
  if (!lastDay || !hasPassed(lastDay, on)) return null
  return { kind: 'right-to-object-lapsed', lastDay, basis: world.times.objectAbove.basis }
}

/** Above the assessor by profession, or else by administration; never the assessed itself. */
function above({ upper, lower }: Letter, organs: Organs) {
  const assessor = organs.find(upper)
  const candidates = [assessor?.leadBy ?? null, assessor?.parent ?? null]
  return candidates.find((id) => id !== null && id !== lower && organs.find(id)?.state === 'active') ?? null
}

import { applyClockChange } from '../kernel/running-clock.ts'
import type {
  Issue,
  Letter,
  LetterFact,
  LetterFactOf,
  LetterFactType,
  LetterState,
  LetterText,
  Objection,
} from './assessment.ts'

type Evolvers = {
  readonly [T in Exclude<LetterFactType, 'LetterDrafted'>]: (letter: Letter, fact: LetterFactOf<T>) => Letter
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: LetterState, fact: LetterFact): Letter {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  return { ...changed, clocks, version: changed.version + 1 }
}

function afterFact(state: LetterState, fact: LetterFact): Letter {
  if (fact.type === 'LetterDrafted') {
    if (state !== null && state.stage !== 'withdrawn') throw new Error('drafted twice')
    return drafted(state, fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a letter`)
  const apply = evolvers[fact.type] as ((letter: Letter, fact: LetterFact) => Letter) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

function drafted(before: LetterState, fact: LetterFactOf<'LetterDrafted'>): Letter {
  const { on, year, upper, lower, lowerKind, lowerLevel, covers, carriesOn, targets, remarks } = fact
  const revision = (before?.draft?.revision ?? 0) + 1
  return {
    version: before?.version ?? 0,
    ...{ year, upper, lower, lowerKind, lowerLevel, covers, carriesOn },
    draftedOn: on,
    stage: 'drafted',
    draft: { revision, targets, remarks, reason: null, draftedBy: upper, signatures: [] },
    inForce: null,
    texts: [],
    issues: [],
    objections: [],
    clocks: [],
  }
}

function draftOf({ draft }: Letter): LetterText {
  if (draft === null) throw new Error('there is no draft')
  return draft
}

/** Once both sides have signed, the draft is what holds. */
function signed(letter: Letter, { on, organ, account, revision }: LetterFactOf<'LetterSigned'>): Letter {
  const draft = draftOf(letter)
  if (draft.revision !== revision) throw new Error(`revision ${revision} is not the draft`)
  const text = { ...draft, signatures: [...draft.signatures, { organ, account, on }] }
  const sides = new Set(text.signatures.map((each) => each.organ))
  if (sides.size < 2) return { ...letter, draft: text }
  return { ...letter, stage: 'inForce', draft: null, inForce: text, texts: [...letter.texts, text] }
}

const withIssue = (letter: Letter, ref: string, change: (issue: Issue) => Issue): Letter => {
  if (!letter.issues.some((issue) => issue.ref === ref)) throw new Error(`no assessment ${ref}`)
  return { ...letter, issues: letter.issues.map((issue) => (issue.ref === ref ? change(issue) : issue)) }
}

const withObjection = (letter: Letter, ref: string, change: (objection: Objection) => Objection): Letter => {
  if (!letter.objections.some((objection) => objection.ref === ref)) throw new Error(`no objection ${ref}`)
  const objections = letter.objections.map((objection) => (objection.ref === ref ? change(objection) : objection))
  return { ...letter, objections }
}

const evolvers: Evolvers = {
  LetterRedrafted: (letter, { targets, remarks }) => {
    const draft = draftOf(letter)
    return { ...letter, draft: { ...draft, revision: draft.revision + 1, targets, remarks, signatures: [] } }
  },

  LetterSigned: signed,

  RevisionProposed: (letter, { organ, revision, targets, remarks, reason }) => ({
    ...letter,
    stage: 'revising',
    draft: { revision, targets, remarks, reason, draftedBy: organ, signatures: [] },
  }),

  LetterWithdrawn: (letter) =>
    letter.inForce === null ? { ...letter, stage: 'withdrawn' } : { ...letter, stage: 'inForce', draft: null },

  AssessmentIssued: (
    letter,
    { on, ref, period, from, until, account, revision, pack, audience, position, figures },
  ) => ({
    ...letter,
    issues: [
      ...letter.issues,
      {
        ...{ ref, period, from, until, on, account, revision, pack, audience, position },
        editions: [{ edition: 1, on, figures, objection: null }],
      },
    ],
  }),

  FigureObjected: (letter, { on, ref, issue, indicator, account, cases, reasons }) => ({
    ...letter,
    objections: [
      ...letter.objections,
      {
        ...{ ref, issue, indicator, on, account, cases, reasons },
        ...{ state: 'made', decider: letter.upper, decisions: [], higher: null },
      },
    ],
  }),

  ObjectionDecided: (letter, { on, objection, organ, account, rulings, upheld, reasons }) =>
    withObjection(letter, objection, (before) => ({
      ...before,
      state: before.state === 'takenHigher' ? 'decidedAbove' : 'decided',
      decisions: [...before.decisions, { on, by: organ, account, rulings, upheld, reasons }],
    })),

  AssessmentCorrected: (letter, { on, issue, edition, objection, figure }) =>
    withIssue(letter, issue, (before) => {
      const last = before.editions.at(-1)
      if (!last || last.edition + 1 !== edition) throw new Error(`edition ${edition} of ${issue} does not follow`)
      const figures = last.figures.map((each) => (each.indicator === figure.indicator ? figure : each))
      return { ...before, editions: [...before.editions, { edition, on, figures, objection }] }
    }),

  ObjectionPassedOn: (letter, { on, objection, to, reasons }) =>
    withObjection(letter, objection, (before) => ({
      ...before,
      state: 'takenHigher',
      decider: to,
      higher: { on, to, reasons },
    })),

  AssessmentFellOverdue: (letter) => letter,
  ObjectionLapsed: (letter) => letter,
  LetterClocksRecounted: (letter) => letter,
}

import { hasPassed } from '../kernel/clock.ts'
import { recountOpen } from '../kernel/clock-keeping.ts'
import { isOneLevelUp, type OrganId } from '../kernel/organ.ts'
import { ok } from '../kernel/result.ts'
import { sourceOf } from '../law/assessment.ts'
import { decided } from '../law/basis.ts'
import type {
  Letter,
  LetterCommand,
  LetterCommandType,
  LetterRefusal,
  LetterStage,
  LetterState,
  LetterWorld,
  Of,
  Target,
} from './assessment.ts'
import { recounting, withClocks } from './clocks.ts'
import { accept, type Decide, type LetterDecision, refuse } from './decision.ts'
import { isAssessed } from './figure.ts'
import { decideObjection, objectAbove, objectToFigure } from './objecting.ts'
import { answersForPlace } from './overseeing.ts'
import { parsePeriod } from './periods.ts'

/** What may follow from a command: who may act, then the rule, then the clocks that its facts start and stop. */
export function decide(state: LetterState, command: LetterCommand, world: LetterWorld): LetterDecision {
  const decision = ruled(state, command, world)
  return decision.ok ? ok(withClocks(state, decision.value, world)) : decision
}

function ruled(state: LetterState, command: LetterCommand, world: LetterWorld): LetterDecision {
  if (command.type === 'DraftLetter') return draftLetter(state, command, world)
  if (state === null) return refuse({ kind: 'no-such-letter' })
  if (command.type === 'MarkClock') return markClock(state, command, world)
  if (command.type === 'RecountLetter') return recountLetter(state, command, world)
  const refusal = refusalToAct(state, command)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (letter: Letter, command: LetterCommand, world: LetterWorld) => LetterDecision
  return rule(state, command, world)
}

type Side = 'upper' | 'lower' | 'either' | 'decider' | 'drafter'
type ByStaff = Exclude<LetterCommandType, 'DraftLetter' | 'MarkClock' | 'RecountLetter'>

const keeping = ['clerk', 'head', 'leader', 'supervisor'] as const
const signing = ['head', 'leader'] as const
const drafts = ['drafted', 'revising'] as const
const held = ['inForce', 'revising'] as const

/** By which side, from which post, and at which stages. */
const permissions: Readonly<
  Record<ByStaff, { readonly by: Side; readonly posts: readonly string[]; readonly at: readonly LetterStage[] }>
> = {
  RedraftLetter: { by: 'either', posts: keeping, at: drafts },
  SignLetter: { by: 'either', posts: signing, at: drafts },
  ReviseLetter: { by: 'either', posts: signing, at: ['inForce'] },
  WithdrawLetter: { by: 'drafter', posts: signing, at: drafts },
  IssueAssessment: { by: 'upper', posts: signing, at: held },
  ObjectToFigure: { by: 'lower', posts: signing, at: held },
  DecideObjection: { by: 'decider', posts: signing, at: held },
  ObjectAbove: { by: 'lower', posts: signing, at: held },
}

function refusalToAct(letter: Letter, command: LetterCommand): LetterRefusal | null {
  const { actor } = command
  const { by, posts, at } = permissions[command.type as ByStaff]
  if (actor.kind !== 'staff' || !isOfSide(actor.organ, by, letter, command))
    return { kind: 'letter-not-yours', basis: decided('0033') }
  if (!actor.posts.some((post) => posts.includes(post))) return { kind: 'letter-needs-head', command: command.type }
  if (!at.includes(letter.stage))
    return { kind: 'wrong-letter-stage', stage: letter.stage, command: command.type, needs: at }
  return null
}

function isOfSide(organ: OrganId, side: Side, letter: Letter, command: LetterCommand): boolean {
  switch (side) {
    case 'upper':
      return organ === letter.upper
    case 'lower':
      return organ === letter.lower
    case 'either':
      return organ === letter.upper || organ === letter.lower
    case 'drafter':
      return organ === (letter.draft?.draftedBy ?? letter.upper)
    case 'decider': {
      const ref = command.type === 'DecideObjection' ? command.objection : ''
      const deciders = letter.objections.filter((each) => ref === '' || each.ref === ref)
      // which objection there is, is for the rule to say, to whoever decides here at all
      return deciders.length === 0 ? organ === letter.upper : deciders.some(({ decider }) => decider === organ)
    }
  }
}

/** 一级抓一级: by the organ one level up, for a year, and once. */
function draftLetter(state: LetterState, command: Of<'DraftLetter'>, world: LetterWorld): LetterDecision {
  const { on, actor, year, lower, covers, targets, remarks, carriesOn, carried } = command
  if (actor.kind !== 'staff') return refuse({ kind: 'letter-not-yours', basis: decided('0033') })
  if (!actor.posts.some((post) => (keeping as readonly string[]).includes(post)))
    return refuse({ kind: 'letter-needs-head', command: 'DraftLetter' })
  if (state !== null && state.stage !== 'withdrawn') return refuse({ kind: 'letter-drafted-already' })
  const upper = actor.organ
  const assessed = world.organs.find(lower)
  if (assessed?.state !== 'active' || !isOneLevelUp(world.organs, upper, lower))
    return refuse({ kind: 'lower-not-one-level-down', organ: lower, basis: decided('0033') })
  if (covers === 'area' && !coversArea(assessed.kind)) return refuse({ kind: 'organ-covers-no-area', organ: lower })
  if (carriesOn !== null && (carried?.lower !== upper || carried.year !== year || !carried.isInForce))
    return refuse({ kind: 'letter-not-carried-on', basis: decided('0033') })
  const wrong = wrongTarget(targets, { lower, covers }, world)
  if (wrong) return refuse(wrong)
  const whose = { year, upper, lower, lowerKind: assessed.kind, lowerLevel: assessed.level, covers }
  return accept({ type: 'LetterDrafted', on, ...whose, targets, remarks, carriesOn })
}

/** A township or a village is a place and its organ in one. */
const coversArea = (kind: Letter['lowerKind']): boolean =>
  answersForPlace(kind) || kind === 'township' || kind === 'village'

function wrongTarget(
  targets: readonly Target[],
  { lower, covers }: Pick<Letter, 'lower' | 'covers'>,
  { indicators, organs }: LetterWorld,
): LetterRefusal | null {
  if (targets.length === 0) return { kind: 'no-target' }
  const kind = organs.find(lower)?.kind
  for (const [at, { indicator }] of targets.entries()) {
    const law = indicators[indicator]
    if (!law) return { kind: 'indicator-not-in-law', indicator }
    if (sourceOf[law.measure] === null) return { kind: 'indicator-not-measured', indicator }
    if (covers === 'organ' && !isAssessed(law, kind)) return { kind: 'indicator-does-not-fit', indicator, organ: lower }
    if (targets.findIndex((other) => other.indicator === indicator) !== at)
      return { kind: 'target-named-twice', indicator }
  }
  const sum = targets.reduce((total, { weight }) => total + weight, 0)
  return sum === 100 ? null : { kind: 'weights-not-hundred', sum }
}

/** Either side may put another text on the table; whoever had signed the one before signs again. */
const redraftLetter: Decide<'RedraftLetter'> = (letter, { on, targets, remarks }, world) => {
  const wrong = wrongTarget(targets, letter, world)
  return wrong ? refuse(wrong) : accept({ type: 'LetterRedrafted', on, targets, remarks })
}

/** Two persons of two organs, each in the name of their own. */
const signLetter: Decide<'SignLetter'> = ({ draft }, { on, actor, revision }) => {
  if (draft === null || draft.revision !== revision)
    return refuse({ kind: 'letter-was-redrafted', revision: draft?.revision ?? 0 })
  const { organ, account } = actor
  if (draft.signatures.some((each) => each.organ === organ)) return refuse({ kind: 'letter-signed-already', organ })
  if (draft.signatures.some((each) => each.account === account))
    return refuse({ kind: 'one-person-signs-once', account })
  return accept({ type: 'LetterSigned', on, organ, account, revision })
}

const reviseLetter: Decide<'ReviseLetter'> = (letter, { on, actor, targets, remarks, reason }, world) => {
  const wrong = wrongTarget(targets, letter, world)
  if (wrong) return refuse(wrong)
  const revision = (letter.inForce?.revision ?? 0) + 1
  return accept({ type: 'RevisionProposed', on, organ: actor.organ, revision, targets, remarks, reason })
}

const withdrawLetter: Decide<'WithdrawLetter'> = (_, { on, actor, reason }) =>
  accept({ type: 'LetterWithdrawn', on, organ: actor.organ, reason })

/** Frozen as they are: from here a figure changes by a correction with its reason, or not at all. */
const issueAssessment: Decide<'IssueAssessment'> = (letter, { on, actor, period: name, audience, drawn }, { pack }) => {
  const period = parsePeriod(name)
  if (period === null || period.year !== letter.year)
    return refuse({ kind: 'period-outside-letter', period: name, year: letter.year })
  if (on <= period.until) return refuse({ kind: 'period-not-over', until: period.until })
  if (letter.issues.some((issue) => issue.period === name))
    return refuse({ kind: 'assessment-issued-already', period: name })
  if (drawn.waiting > 0) return refuse({ kind: 'facts-not-counted-yet', waiting: drawn.waiting })
  const { from, until } = period
  return accept({
    ...{ type: 'AssessmentIssued', on, ref: `a${letter.issues.length + 1}`, period: name, from, until },
    ...{ account: actor.account, revision: letter.inForce?.revision ?? 0, pack, audience },
    ...{ position: drawn.position, figures: drawn.figures },
  })
}

/** With the holiday notices as they are now: all clocks of the letter in one fact, and none where nothing moves. */
function recountLetter(letter: Letter, { on, actor }: Of<'RecountLetter'>, world: LetterWorld): LetterDecision {
  if (actor.kind !== 'house') return refuse({ kind: 'letter-not-yours', basis: decided('0033') })
  const recounted = recountOpen(letter.clocks, (clock) => recounting(clock, world))
  return recounted === null ? ok([]) : accept({ type: 'LetterClocksRecounted', on, ...recounted })
}

/** A decision stays owed and is overdue; the time to object is over. */
function markClock(letter: Letter, command: Of<'MarkClock'>, world: LetterWorld): LetterDecision {
  const { on, actor, clock: id } = command
  if (actor.kind !== 'house') return refuse({ kind: 'letter-not-yours', basis: decided('0033') })
  const clock = letter.clocks.find((other) => other.id === id)
  if (clock?.state !== 'running' || clock.overdueOn || !hasPassed(clock.lastDay, on))
    return refuse({ kind: 'clock-still-running', clock: id })
  if (recounting(clock, world)) return recountLetter(letter, { type: 'RecountLetter', on, actor }, world)
  if (clock.after === 'overdue')
    return accept({ type: 'AssessmentFellOverdue', on, clock: id, clocks: [{ change: 'fellOverdue', id, on }] })
  return accept({ type: 'ObjectionLapsed', on, clock: id, clocks: [{ change: 'lapsed', id, on }] })
}

const decisions: { readonly [T in ByStaff]: Decide<T> } = {
  RedraftLetter: redraftLetter,
  SignLetter: signLetter,
  ReviseLetter: reviseLetter,
  WithdrawLetter: withdrawLetter,
  IssueAssessment: issueAssessment,
  ObjectToFigure: objectToFigure,
  DecideObjection: decideObjection,
  ObjectAbove: objectAbove,
}

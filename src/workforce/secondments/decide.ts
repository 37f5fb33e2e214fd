import { hasPassed } from '../../kernel/clock.ts'
import { recountOpen, withClockChanges } from '../../kernel/clock-keeping.ts'
import { addDays, type Day, isAfter, isBefore } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import { clockChangesAt, recounting } from './clocks.ts'
import { evolve } from './evolve.ts'
import type {
  Of,
  Secondment,
  SecondmentCommand,
  SecondmentCommandType,
  SecondmentFact,
  SecondmentRefusal,
  SecondmentStage,
  SecondmentState,
  SecondmentWorld,
  StaffActor,
} from './secondment.ts'

export type SecondmentDecision = Result<readonly SecondmentFact[], SecondmentRefusal>
type LaterCommand = Exclude<SecondmentCommandType, 'ProposeSecondment'>
type Decide<T extends LaterCommand> = (
  secondment: Secondment,
  command: Of<T>,
  world: SecondmentWorld,
) => SecondmentDecision

const refuse = (refusal: SecondmentRefusal): SecondmentDecision => err(refusal)
const accept = (...facts: readonly SecondmentFact[]): SecondmentDecision => ok(facts)

/** What may follow from a command: who may act, then the rule, then the clocks that its facts start and stop. */
export function decide(state: SecondmentState, command: SecondmentCommand, world: SecondmentWorld): SecondmentDecision {
  const decision = ruled(state, command, world)
  if (!decision.ok) return decision
  return ok(
    withClockChanges<Secondment, SecondmentFact>(state, decision.value, {
      evolve,
      changesAt: (secondment, fact) => clockChangesAt(secondment, fact, world),
    }),
  )
}

function ruled(state: SecondmentState, command: SecondmentCommand, world: SecondmentWorld): SecondmentDecision {
  if (command.type === 'ProposeSecondment') {
    return state === null ? propose(command, world) : refuse({ kind: 'secondment-proposed-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-secondment' })
  const refusal = refusalToAct(state, command)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (
    secondment: Secondment,
    command: SecondmentCommand,
    world: SecondmentWorld,
  ) => SecondmentDecision
  return rule(state, command, world)
}

/** `evaluators`: whoever leads the bureau, and the mentor. */
type Performer = 'home' | 'host' | 'either' | 'evaluators' | 'house'

export const permissions: Readonly<
  Record<LaterCommand, { readonly by: Performer; readonly at: readonly SecondmentStage[] }>
> = {
  AgreeToSecondment: { by: 'host', at: ['proposed'] },
  DeclineSecondment: { by: 'host', at: ['proposed'] },
  WithdrawSecondment: { by: 'home', at: ['proposed'] },
  NameMentor: { by: 'host', at: ['serving'] },
  EvaluateSecondment: { by: 'evaluators', at: ['serving'] },
  EndSecondment: { by: 'either', at: ['serving'] },
  RecordReturn: { by: 'home', at: ['serving'] },
  PassSecondmentOn: { by: 'house', at: ['proposed', 'serving', 'returned', 'declined'] },
  MarkClock: { by: 'house', at: ['proposed', 'serving'] },
  RecountSecondment: { by: 'house', at: ['proposed', 'serving', 'returned', 'declined'] },
}

const anothers: SecondmentRefusal = { kind: 'secondment-is-anothers', basis: decided('0066') }
export const leads = ({ posts }: Pick<StaffActor, 'posts'>): boolean =>
  posts.includes('head') || posts.includes('leader')

export type Part = 'home' | 'host'

export const partIn = ({ home, host }: Pick<Secondment, 'home' | 'host'>, organ: string): Part | null =>
  organ === host ? 'host' : organ === home ? 'home' : null

/** Whoever leads either organ, the mentor and the person themselves. To everybody else it does not exist. */
export const sees = (secondment: Secondment, actor: StaffActor): boolean =>
  partIn(secondment, actor.organ) !== null &&
  (leads(actor) || [secondment.account, secondment.mentor].includes(actor.account))

function refusalToAct(secondment: Secondment, { type, actor }: SecondmentCommand): SecondmentRefusal | null {
  const { by, at } = permissions[type as LaterCommand]
  if (actor.kind === 'house') {
    if (by !== 'house') return anothers
  } else {
    if (!sees(secondment, actor)) return { kind: 'no-such-secondment' }
    if (actor.account === secondment.account) return { kind: 'own-secondment' }
    if (!performs(secondment, actor, by)) return anothers
  }
  return at.includes(secondment.stage)
    ? null
    : { kind: 'wrong-secondment-stage', stage: secondment.stage, command: type, needs: at }
}

function performs(secondment: Secondment, actor: StaffActor, by: Performer): boolean {
  if (by === 'house') return false
  // one organ may have come to be both
  const isIn = (part: Part) => secondment[part] === actor.organ
  if (by === 'evaluators') return isIn('host') && (leads(actor) || actor.account === secondment.mentor)
  return leads(actor) && (by === 'either' || isIn(by))
}

/** By whoever leads the organ that sends somebody. */
export const refusalToPropose = (actor: SecondmentCommand['actor']): SecondmentRefusal | null =>
  actor.kind === 'staff' && leads(actor) ? null : anothers

/** The longest that the law of the place gives. */
export const latestDay = (from: Day, { times }: Pick<SecondmentWorld, 'times'>): Day => {
  const { span } = times.longestSecondment
  return addDays(from, 'count' in span ? span.count : 0)
}

function propose({ on, actor, proposal, knows }: Of<'ProposeSecondment'>, world: SecondmentWorld): SecondmentDecision {
  const refusal = refusalToPropose(actor)
  if (refusal) return refuse(refusal)
  const { organ: home, account: by } = actor as StaffActor
  const { account, host, term } = proposal
  if (account === by) return refuse({ kind: 'own-secondment' })
  const bureau = world.organs.find(host)
  if (bureau?.state !== 'active') return refuse({ kind: 'unknown-organ', organ: host })
  if (bureau.kind !== 'bureau' || host === home) {
    return refuse({ kind: 'host-is-no-bureau', organ: host, basis: article(16, 3) })
  }
  if (!knows.works) return refuse({ kind: 'official-not-there', organ: home })
  const wrong = refusalOfDays(term, on, world) ?? refusalOfHeld(knows)
  if (wrong) return refuse(wrong)
  return accept({ type: 'SecondmentProposed', on, pack: world.pack, home, by, ...proposal })
}

function refusalOfDays({ from, until }: Secondment['term'], on: Day, world: SecondmentWorld): SecondmentRefusal | null {
  if (!isAfter(from, on)) return { kind: 'day-not-ahead', day: from, today: on }
  if (!isAfter(until, from)) return { kind: 'ends-before-it-begins' }
  const atMost = latestDay(from, world)
  return isAfter(until, atMost)
    ? { kind: 'secondment-too-long', atMost, basis: world.times.longestSecondment.basis }
    : null
}

const refusalOfHeld = (knows: { readonly holds: boolean; readonly seconded: boolean }): SecondmentRefusal | null => {
  if (knows.seconded) return { kind: 'seconded-already' }
  return knows.holds ? { kind: 'post-held' } : null
}

/** From this fact the account is given its post at the bureau. */
const agree: Decide<'AgreeToSecondment'> = ({ account, host, term }, { on, actor, mentor, knows }) => {
  if (mentor === account || !knows.mentor) return refuse({ kind: 'official-not-there', organ: host })
  if (isBefore(term.from, on)) return refuse({ kind: 'day-not-ahead', day: term.from, today: on })
  const held = refusalOfHeld(knows)
  if (held) return refuse(held)
  return accept({ type: 'SecondmentAgreed', on, by: (actor as StaffActor).account, mentor })
}

const decline: Decide<'DeclineSecondment'> = (_, { on, actor, reason }) =>
  accept({ type: 'SecondmentDeclined', on, account: (actor as StaffActor).account, reason })

const withdraw: Decide<'WithdrawSecondment'> = (_, { on, actor, reason }) => {
  const { account, organ } = actor as StaffActor
  return accept({ type: 'SecondmentWithdrawn', on, organ, account, reason })
}

const nameMentor: Decide<'NameMentor'> = ({ account, host, mentor: now }, { on, actor, mentor, reason, knows }) => {
  if (mentor === account || !knows.mentor) return refuse({ kind: 'official-not-there', organ: host })
  if (mentor === now) return refuse({ kind: 'mentor-unchanged' })
  return accept({ type: 'MentorNamed', on, account: (actor as StaffActor).account, mentor, reason })
}

/** 期满考核: in the last days of the term, so that whoever leaves knows it before they go. */
const evaluatedAheadDays = 30

/** The day from which one may be written. */
export function firstDayOf(kind: 'midway' | 'end', { term }: Pick<Secondment, 'term'>): Day {
  if (kind === 'midway') return term.from
  const early = addDays(term.until, -evaluatedAheadDays)
  return isBefore(early, term.from) ? term.from : early
}

const evaluate: Decide<'EvaluateSecondment'> = (secondment, { on, actor, kind, grade, words }) => {
  const { evaluations } = secondment
  const isDone = evaluations.some((each) => each.kind === kind || each.kind === 'end')
  if (isDone) return refuse({ kind: 'evaluated-already' })
  const first = firstDayOf(kind, secondment)
  if (isBefore(on, first)) return refuse({ kind: 'evaluated-too-early', first, basis: decided('0066') })
  return accept({ type: 'SecondmentEvaluated', on, account: (actor as StaffActor).account, kind, grade, words })
}

/** Before its first day it is called off; from then on it ends on an earlier day. */
const end: Decide<'EndSecondment'> = ({ term }, { on, actor, last, reason }) => {
  const { account, organ } = actor as StaffActor
  if (isBefore(on, term.from)) return accept({ type: 'SecondmentWithdrawn', on, organ, account, reason })
  if (isBefore(last, on)) return refuse({ kind: 'day-not-ahead', day: last, today: on })
  if (!isBefore(last, term.until)) return refuse({ kind: 'not-before-its-end', until: term.until })
  return accept({ type: 'SecondmentEnded', on, organ, account, last, reason })
}

const recordReturn: Decide<'RecordReturn'> = ({ term, evaluations }, { on, actor, report }) => {
  if (isBefore(on, term.until)) return refuse({ kind: 'secondment-still-running', until: term.until })
  if (!evaluations.some(({ kind }) => kind === 'end')) {
    return refuse({ kind: 'not-evaluated-yet', basis: decided('0066') })
  }
  return accept({ type: 'ReturnRecorded', on, account: (actor as StaffActor).account, report })
}

/** 分立、合并、撤销 (art. 24 (2)): where nobody carries an organ on, its part stays where it was. */
const passOn: Decide<'PassSecondmentOn'> = ({ home, host }, { on }, { organs }) =>
  ok(
    [home, host].flatMap((from): readonly SecondmentFact[] => {
      const known = organs.find(from)
      if (known === undefined || known.state === 'active') return []
      const to = known.successors.find((heir) => organs.find(heir)?.state === 'active')
      return to === undefined ? [] : [{ type: 'SecondmentPassedOn', on, from, to }]
    }),
  )

const recount: Decide<'RecountSecondment'> = ({ clocks }, { on }, world) => {
  const recounted = recountOpen(clocks, (clock) => recounting(clock, world))
  return recounted === null ? ok([]) : accept({ type: 'SecondmentClocksRecounted', on, ...recounted })
}

const markClock: Decide<'MarkClock'> = (secondment, { on, actor, clock: id }, world) => {
  const clock = secondment.clocks.find((other) => other.id === id)
  if (clock?.state !== 'running' || clock.overdueOn || !hasPassed(clock.lastDay, on)) {
    return refuse({ kind: 'clock-still-running', clock: id })
  }
  if (recounting(clock, world)) return recount(secondment, { type: 'RecountSecondment', on, actor }, world)
  return accept({ type: 'SecondmentFellOverdue', on, clock: id, clocks: [{ change: 'fellOverdue', id, on }] })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  AgreeToSecondment: agree,
  DeclineSecondment: decline,
  WithdrawSecondment: withdraw,
  NameMentor: nameMentor,
  EvaluateSecondment: evaluate,
  EndSecondment: end,
  RecordReturn: recordReturn,
  PassSecondmentOn: passOn,
  MarkClock: markClock,
  RecountSecondment: recount,
}

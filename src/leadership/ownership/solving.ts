/** What is done in an owned case: the plan and its steps, meetings with the petitioner, help that is offered, and what came of it. */
import { type Day, isAfter, isBefore } from '../../kernel/day.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { article } from '../../law/basis.ts'
import { accept, type Decide, refuse } from './decision.ts'
import type { Ownership, OwnershipRefusal, OwnershipStaff, OwnershipWorld, PlannedStep, Step } from './ownership.ts'
import { unfixed } from './owning.ts'

/** Somebody else's work is planned in steps that people can follow. */
export const mostSteps = 60
const mostMeetings = 200
const mostHelp = 50

const recordPlan: Decide<'RecordPlan'> = (ownership, { on, actor, plan, steps }, world) => {
  const nothing = steps.length === 0 && ownership.steps.length === 0 ? unfixed('plan', world) : null
  const refusal = nothing ?? refusalOfSteps(ownership, steps, on, world)
  if (refusal) return refuse(refusal)
  const keyed = steps.map((step, at) => keyedStep(ownership, step, on, at))
  return accept({ type: 'PlanRecorded', on, account: (actor as OwnershipStaff).account, plan, steps: keyed })
}

const keyedStep = ({ steps }: Ownership, step: PlannedStep, on: Day, at: number): Step => ({
  ...step,
  key: `s${steps.length + at + 1}`,
  on,
})

function refusalOfSteps(
  ownership: Ownership,
  steps: readonly PlannedStep[],
  on: Day,
  { organs }: OwnershipWorld,
): OwnershipRefusal | null {
  if (ownership.owner === null) return { kind: 'nobody-owns-it', basis: article(18, 2) }
  if (ownership.steps.length + steps.length > mostSteps) return { kind: 'too-many-already', atMost: mostSteps }
  for (const { organ, officer, due } of steps) {
    if (organs.find(organ)?.state !== 'active') return { kind: 'unknown-organ', organ }
    const isConcerned = officer !== null && [...ownership.officials, ...ownership.recused].includes(officer)
    if (isKeptOut(ownership.keptFrom, organ, organs) || isConcerned) {
      return { kind: 'doer-is-kept-out', organ, basis: isConcerned ? article(28, 3) : article(30, 3) }
    }
    if (!isAfter(due, on)) return { kind: 'day-not-ahead', day: due, today: on }
    if (ownership.due !== null && isAfter(due, ownership.due)) {
      return { kind: 'step-after-the-end', day: due, due: ownership.due }
    }
  }
  return null
}

const addStep: Decide<'AddStep'> = (ownership, { on, actor, step }, world) => {
  const refusal = refusalOfSteps(ownership, [step], on, world)
  if (refusal) return refuse(refusal)
  const { account } = actor as OwnershipStaff
  return accept({ type: 'StepAdded', on, account, step: keyedStep(ownership, step, on, 0) })
}

/**
 * A step that was refused to whoever should do it, or that its giver withdrew, is done by nobody and must not keep the case open for ever.
 * What somebody has in hand is first withdrawn where it was given.
 */
const withdrawStep: Decide<'WithdrawStep'> = (ownership, { on, actor, step, reason, hasTask }) => {
  const isThere = ownership.steps.some(({ key }) => key === step)
  if (!isThere || isWithdrawn(ownership, step)) return refuse({ kind: 'unknown-step', step })
  if (hasTask) return refuse({ kind: 'step-has-task' })
  return accept({ type: 'StepWithdrawn', on, account: (actor as OwnershipStaff).account, step, reason })
}

export const isWithdrawn = ({ withdrawnSteps }: Pick<Ownership, 'withdrawnSteps'>, key: string): boolean =>
  withdrawnSteps.some(({ step }) => step === key)

/** What the petitioner said is their own only once it was read back to them (art. 19 (1) of what is said by mouth). */
const recordMeeting: Decide<'RecordMeeting'> = (ownership, command) => {
  const { on, actor, heldOn, place, present, said, words, readBack } = command
  if (!readBack) return refuse({ kind: 'not-read-back', basis: article(19, 1) })
  if (isAfter(heldOn, on)) return refuse({ kind: 'day-in-the-future', day: heldOn, today: on })
  const from = ownership.held[0]?.from ?? ownership.proposedOn
  if (isBefore(heldOn, from)) return refuse({ kind: 'day-before-the-owner', day: heldOn, from })
  if (ownership.meetings.length >= mostMeetings) return refuse({ kind: 'too-many-already', atMost: mostMeetings })
  const ref = `m${ownership.meetings.length + 1}`
  const { account } = actor as OwnershipStaff
  return accept({ type: 'MeetingRecorded', on, account, ref, heldOn, place, present, said, words })
}

/** Explained as what the law offers (art. 37 (2)). Nothing hangs on whether it is taken. */
const offerHelp: Decide<'OfferHelp'> = (ownership, { on, actor, kind, explained, answer }) => {
  if (ownership.help.length >= mostHelp) return refuse({ kind: 'too-many-already', atMost: mostHelp })
  const ref = `h${ownership.help.length + 1}`
  return accept({ type: 'HelpOffered', on, account: (actor as OwnershipStaff).account, ref, kind, explained, answer })
}

const answerHelp: Decide<'AnswerHelp'> = ({ help }, { on, help: ref, answer }) =>
  help.some((one) => one.ref === ref)
    ? accept({ type: 'HelpAnswered', on, help: ref, answer })
    : refuse({ kind: 'unknown-help', help: ref })

/** What came of it, by whoever owns it; and where it is not all solved, what remains. */
const recordResult: Decide<'RecordResult'> = (_, { on, actor, outcome, result, remains }) => {
  const isPartial = outcome === 'partly' || outcome === 'notResolved'
  if (isPartial && remains === null) return refuse({ kind: 'needs-what-remains', outcome })
  return accept({ type: 'ResultRecorded', on, account: (actor as OwnershipStaff).account, outcome, result, remains })
}

export const decisions = {
  RecordPlan: recordPlan,
  AddStep: addStep,
  WithdrawStep: withdrawStep,
  RecordMeeting: recordMeeting,
  OfferHelp: offerHelp,
  AnswerHelp: answerHelp,
  RecordResult: recordResult,
} as const

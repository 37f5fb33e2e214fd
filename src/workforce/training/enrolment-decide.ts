/** What may follow from a command to an enrolment: who may act, then the rule, then the clocks that its facts start and stop. */
import { hasPassed } from '../../kernel/clock.ts'
import { recountOpen, withClockChanges } from '../../kernel/clock-keeping.ts'
import { addDays, isAfter, isBefore } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { type Moment, minutesAfter } from '../../kernel/wall-time.ts'
import { decided } from '../../law/basis.ts'
import type { StaffActor } from './course.ts'
import { heirOf, leads } from './course-decide.ts'
import type {
  Enrolment,
  EnrolmentCommand,
  EnrolmentCommandType,
  EnrolmentFact,
  EnrolmentOf,
  EnrolmentRefusal,
  EnrolmentStage,
  EnrolmentState,
  EnrolmentWorld,
  Try,
} from './enrolment.ts'
import { clockChangesAt, daysOf, recounting } from './enrolment-clocks.ts'
import { evolveEnrolment } from './enrolment-evolve.ts'

export type EnrolmentDecision = Result<readonly EnrolmentFact[], EnrolmentRefusal>
type LaterCommand = Exclude<EnrolmentCommandType, 'InviteTrainee'>
type Decide<T extends LaterCommand> = (
  enrolment: Enrolment,
  command: EnrolmentOf<T>,
  world: EnrolmentWorld,
) => EnrolmentDecision

const refuse = (refusal: EnrolmentRefusal): EnrolmentDecision => err(refusal)
const accept = (...facts: readonly EnrolmentFact[]): EnrolmentDecision => ok(facts)

export function decideEnrolment(
  state: EnrolmentState,
  command: EnrolmentCommand,
  world: EnrolmentWorld,
): EnrolmentDecision {
  const decision = ruled(state, command, world)
  if (!decision.ok) return decision
  return ok(
    withClockChanges<Enrolment, EnrolmentFact>(state, decision.value, {
      evolve: evolveEnrolment,
      changesAt: (enrolment, fact) => clockChangesAt(enrolment, fact, world),
    }),
  )
}

function ruled(state: EnrolmentState, command: EnrolmentCommand, world: EnrolmentWorld): EnrolmentDecision {
  if (command.type === 'InviteTrainee') {
    return state === null ? invite(command, world) : refuse({ kind: 'invited-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-enrolment' })
  const refusal = refusalToAct(state, command)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (
    enrolment: Enrolment,
    command: EnrolmentCommand,
    world: EnrolmentWorld,
  ) => EnrolmentDecision
  return rule(state, command, world)
}

/** `holder`: whoever leads the organ that holds the course. `answers`: whoever leads the person's organ. */
type Performer = 'person' | 'teacher' | 'holder' | 'answers' | 'house'

const every: readonly EnrolmentStage[] = [
  ...(['invited', 'passed', 'certified', 'lapsed'] as const),
  ...(['withdrawn', 'replaced', 'excused'] as const),
]

export const permissions: Readonly<
  Record<LaterCommand, { readonly by: Performer; readonly at: readonly EnrolmentStage[] }>
> = {
  RecordAttendance: { by: 'teacher', at: ['invited'] },
  StartTest: { by: 'person', at: ['invited'] },
  HandInTest: { by: 'person', at: ['invited'] },
  IssueCertificate: { by: 'teacher', at: ['invited', 'passed'] },
  WithdrawCertificate: { by: 'holder', at: ['certified'] },
  ExcuseTrainee: { by: 'answers', at: ['invited'] },
  ReplaceCertificate: { by: 'house', at: ['certified'] },
  MarkClock: { by: 'house', at: ['certified'] },
  PassEnrolmentOn: { by: 'house', at: every },
  RecountEnrolment: { by: 'house', at: every },
}

const anothers: EnrolmentRefusal = { kind: 'enrolment-is-anothers', basis: decided('0068') }

/** What somebody is to an enrolment; nothing at all where it does not exist for them. */
export interface Standing {
  readonly isPerson: boolean
  readonly teaches: boolean
  readonly answers: boolean
}

export const standingIn = (
  { account, home, holder, teacher }: Pick<Enrolment, 'account' | 'home' | 'holder' | 'teacher'>,
  actor: StaffActor,
): Standing => ({
  isPerson: actor.account === account && actor.organ === home,
  teaches: actor.organ === holder && (leads(actor) || actor.account === teacher),
  answers: actor.organ === home && leads(actor),
})

function refusalToAct(enrolment: Enrolment, { type, actor }: EnrolmentCommand): EnrolmentRefusal | null {
  const { by, at } = permissions[type as LaterCommand]
  if (actor.kind === 'house') {
    if (by !== 'house') return anothers
  } else {
    const refusal = refusalByStanding(enrolment, actor, by)
    if (refusal) return refusal
  }
  return at.includes(enrolment.stage)
    ? null
    : { kind: 'wrong-enrolment-stage', stage: enrolment.stage, command: type, needs: at }
}

function refusalByStanding(enrolment: Enrolment, actor: StaffActor, by: Performer): EnrolmentRefusal | null {
  const { isPerson, teaches, answers } = standingIn(enrolment, actor)
  if (!isPerson && !teaches && !answers) return { kind: 'no-such-enrolment' }
  if (by === 'person') return isPerson ? null : { kind: 'test-is-anothers' }
  if (by === 'house') return anothers
  if (actor.account === enrolment.account) return { kind: 'own-certificate' }
  if (by === 'answers') return answers ? null : anothers
  return teaches && (by === 'teacher' || leads(actor)) ? null : anothers
}

/** By whoever teaches the course, or leads the organ of the person (报名). */
function invite(
  { on, actor, invitation, knows }: EnrolmentOf<'InviteTrainee'>,
  { pack }: EnrolmentWorld,
): EnrolmentDecision {
  if (actor.kind === 'house') return refuse(anothers)
  const { teaches, answers } = standingIn(invitation, actor)
  if (!teaches && !answers) return refuse(anothers)
  if (!knows.isOpen) return refuse({ kind: 'course-closed' })
  if (invitation.account === invitation.teacher) return refuse({ kind: 'own-course' })
  if (!knows.works) return refuse({ kind: 'official-not-there', organ: invitation.home })
  if (!knows.isFor) return refuse({ kind: 'course-not-for-post' })
  return accept({ type: 'TraineeInvited', on, pack, by: actor.account, ...invitation })
}

const recordAttendance: Decide<'RecordAttendance'> = (
  { attendance },
  { on, actor, session, hasAttended, knows: { day } },
) => {
  if (day === null) return refuse({ kind: 'no-such-session', session })
  if (isAfter(day, on)) return refuse({ kind: 'session-ahead', day })
  const known = attendance.find((each) => each.session === session)
  if (known?.hasAttended === hasAttended) return refuse({ kind: 'attendance-unchanged' })
  return accept({ type: 'AttendanceRecorded', on, by: (actor as StaffActor).account, session, hasAttended })
}

/** Whether a moment is later than another. */
const isPast = (until: Moment, now: Moment): boolean =>
  isAfter(now.day, until.day) || (now.day === until.day && now.time > until.time)

export const isRunning = ({ until, result }: Try, now: Moment): boolean => result === null && !isPast(until, now)

const beginTest: Decide<'StartTest'> = (enrolment, { on, actor, at, knows: { test, sessions } }, { times }) => {
  const { tries, attendance } = enrolment
  if (test === null) return refuse({ kind: 'no-test' })
  if (test.by === (actor as StaffActor).account) return refuse({ kind: 'own-course' })
  const { opens, closes, minutes, passAt } = test
  if (isBefore(on, opens) || isAfter(on, closes)) return refuse({ kind: 'test-not-open', opens, closes })
  if (sessions > 0 && !attendance.some(({ hasAttended }) => hasAttended)) {
    return refuse({ kind: 'nothing-attended', basis: decided('0068') })
  }
  const last = tries.at(-1)
  if (last && isRunning(last, at)) return refuse({ kind: 'test-running', until: last.until })
  const first = last && addDays(last.begun.day, daysOf(times.retakeTest.span))
  if (first && isBefore(on, first)) return refuse({ kind: 'test-too-early', first, basis: times.retakeTest.basis })
  return accept({ type: 'TestBegun', on, begun: at, until: minutesAfter(at, minutes), passAt })
}

const wholeMark = 100

/** The house marked it; here it is weighed. */
const handIn: Decide<'HandInTest'> = ({ tries }, { on, at, answers, knows: { right, of } }) => {
  const last = tries.at(-1)
  if (last === undefined || last.result !== null) return refuse({ kind: 'test-not-begun' })
  if (isPast(last.until, at)) return refuse({ kind: 'test-time-over', until: last.until })
  const hasPassed = right * wholeMark >= last.passAt * of
  return accept({ type: 'TestAnswered', on, at, right, of, hasPassed, answers })
}

const issue: Decide<'IssueCertificate'> = (enrolment, { on, actor, knows: { hasTest } }, { trainings }) => {
  const { kind, account, holder: organ, stage, attendance } = enrolment
  if (hasTest && stage !== 'passed') return refuse({ kind: 'test-not-passed' })
  if (stage === 'invited' && !attendance.some(({ hasAttended }) => hasAttended)) {
    return refuse({ kind: 'nothing-attended', basis: decided('0068') })
  }
  const until = addDays(on, daysOf(trainings[kind].span))
  return accept({ type: 'CertificateIssued', on, kind, account, by: (actor as StaffActor).account, organ, until })
}

const withdraw: Decide<'WithdrawCertificate'> = (_, { on, actor, reason }) =>
  accept({ type: 'CertificateWithdrawn', on, account: (actor as StaffActor).account, reason })

const excuse: Decide<'ExcuseTrainee'> = (_, { on, actor, reason }) =>
  accept({ type: 'TraineeExcused', on, account: (actor as StaffActor).account, reason })

const recount: Decide<'RecountEnrolment'> = ({ clocks }, { on }, world) => {
  const recounted = recountOpen(clocks, (clock) => recounting(clock, world))
  return recounted === null ? ok([]) : accept({ type: 'EnrolmentClocksRecounted', on, ...recounted })
}

const markClock: Decide<'MarkClock'> = (enrolment, { on, actor, clock: id }, world) => {
  const clock = enrolment.clocks.find((other) => other.id === id)
  if (clock?.state !== 'running' || clock.overdueOn || !hasPassed(clock.lastDay, on)) {
    return refuse({ kind: 'clock-still-running', clock: id })
  }
  if (recounting(clock, world)) return recount(enrolment, { type: 'RecountEnrolment', on, actor }, world)
  return accept({ type: 'CertificateLapsed', on, clock: id })
}

const passOn: Decide<'PassEnrolmentOn'> = ({ home, holder }, { on }, world) =>
  ok(
    [...new Set([home, holder])].flatMap((from): readonly EnrolmentFact[] => {
      const to = heirOf(from, world)
      return to === null ? [] : [{ type: 'EnrolmentPassedOn', on, from, to }]
    }),
  )

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  RecordAttendance: recordAttendance,
  StartTest: beginTest,
  HandInTest: handIn,
  IssueCertificate: issue,
  WithdrawCertificate: withdraw,
  ReplaceCertificate: (_, { on }) => accept({ type: 'CertificateReplaced', on }),
  ExcuseTrainee: excuse,
  PassEnrolmentOn: passOn,
  MarkClock: markClock,
  RecountEnrolment: recount,
}

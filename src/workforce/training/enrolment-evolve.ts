import { applyClockChange } from '../../kernel/running-clock.ts'
import type { Enrolment, EnrolmentFact, EnrolmentFactOf, EnrolmentFactType, EnrolmentState } from './enrolment.ts'

type Evolvers = {
  readonly [T in Exclude<EnrolmentFactType, 'TraineeInvited'>]: (
    enrolment: Enrolment,
    fact: EnrolmentFactOf<T>,
  ) => Enrolment
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolveEnrolment(state: EnrolmentState, fact: EnrolmentFact): Enrolment {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  return { ...changed, clocks, version: changed.version + 1 }
}

function afterFact(state: EnrolmentState, fact: EnrolmentFact): Enrolment {
  if (fact.type === 'TraineeInvited') {
    if (state !== null) throw new Error('invited twice')
    const { on, pack, course, kind, holder, teacher, account, home } = fact
    return {
      ...{ version: 0, pack, stage: 'invited', invitedOn: on, course, kind, holder, teacher, account, home },
      ...{ attendance: [], tries: [], certificate: null, ended: null, clocks: [] },
    }
  }
  if (state === null) throw new Error(`${fact.type} before there was an enrolment`)
  const apply = evolvers[fact.type] as ((enrolment: Enrolment, fact: EnrolmentFact) => Enrolment) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

const evolvers: Evolvers = {
  AttendanceRecorded: (enrolment, { session, hasAttended }) => ({
    ...enrolment,
    attendance: [...enrolment.attendance.filter((each) => each.session !== session), { session, hasAttended }],
  }),
  TestBegun: (enrolment, { begun, until, passAt }) => ({
    ...enrolment,
    tries: [...enrolment.tries, { begun, until, passAt, result: null }],
  }),
  TestAnswered: (enrolment, { at, right, of, hasPassed, answers }) => ({
    ...enrolment,
    stage: hasPassed ? 'passed' : enrolment.stage,
    tries: enrolment.tries.map((each, index, all) =>
      index === all.length - 1 ? { ...each, result: { at, right, of, hasPassed, answers } } : each,
    ),
  }),
  CertificateIssued: (enrolment, { on, by, organ, until }) => ({
    ...enrolment,
    ...{ stage: 'certified', certificate: { on, by, organ, until } },
  }),
  CertificateWithdrawn: (enrolment, { on, account, reason }) => ({
    ...enrolment,
    ...{ stage: 'withdrawn', ended: { on, by: account, reason } },
  }),
  CertificateReplaced: (enrolment) => ({ ...enrolment, stage: 'replaced' }),
  CertificateLapsed: (enrolment) => ({ ...enrolment, stage: 'lapsed' }),
  TraineeExcused: (enrolment, { on, account, reason }) => ({
    ...enrolment,
    ...{ stage: 'excused', ended: { on, by: account, reason } },
  }),
  EnrolmentPassedOn: (enrolment, { from, to }) => ({
    ...enrolment,
    home: enrolment.home === from ? to : enrolment.home,
    holder: enrolment.holder === from ? to : enrolment.holder,
  }),
  EnrolmentClocksRecounted: (enrolment) => enrolment,
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import { isOpen } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { minutesAfter, wallTime } from '../../kernel/wall-time.ts'
import { builtInCalendars } from '../../law/calendars/shelf.ts'
import { trainings, trainingTimes } from '../../law/cn-2022/trainings.ts'
import type { CourseActor, CourseCommandBody, CourseFact, CourseState } from './course.ts'
import { decideCourse } from './course-decide.ts'
import { evolveCourse } from './course-evolve.ts'
import type { EnrolmentCommandBody, EnrolmentFact, EnrolmentState, EnrolmentWorld } from './enrolment.ts'
import { decideEnrolment } from './enrolment-decide.ts'
import { evolveEnrolment } from './enrolment-evolve.ts'
import { countRight, rightInWords } from './sitting.ts'
import { standingOf } from './standing.ts'

const [bureau, land, housing] = ['bureau', 'land', 'housing'] as unknown as readonly [OrganId, OrganId, OrganId]
const office = (id: OrganId, kind: string, more: object = {}) =>
  ({ id, kind, region: '990101', state: 'active', superior: null, successors: [], ...more }) as unknown as OrganFacts
const standing = [office(bureau, 'bureau'), office(land, 'department'), office(housing, 'department')]
const worldOf = (organs: readonly OrganFacts[] = standing): EnrolmentWorld => ({
  ...{ pack: 'cn-2022@1', trainings, times: trainingTimes, calendars: builtInCalendars },
  organs: { find: (id) => organs.find((each) => each.id === id), all: () => organs } as EnrolmentWorld['organs'],
})

const words: Sealed = { ref: 'r', commitment: 'c' }
const today = day('2026-11-23')
const at = (time: string, on: Day = today) => ({ day: on, time: wallTime(time) })
const staff = (account: string, organ: OrganId, ...posts: readonly string[]): CourseActor => ({
  ...{ kind: 'staff', account, organ, posts },
})
const head = staff('wang', bureau, 'head')
const teacher = staff('li', bureau, 'clerk')
const colleague = staff('sun', bureau, 'clerk')
const person = staff('chen', land, 'clerk')
const lead = staff('zhao', land, 'head')
const stranger = staff('qian', housing, 'head')
const house: CourseActor = { kind: 'house', task: 'training' }

const hold = {
  type: 'OpenCourse',
  course: {
    ...{ kind: 'induction', title: words, purpose: words, posts: ['clerk'], organs: [land], teacher: 'li' },
  },
  knows: { teaches: true },
} as const satisfies CourseCommandBody
const session = (on: Day) =>
  ({ type: 'AddSession', session: { day: on, isOnline: false, place: words } }) as const satisfies CourseCommandBody
const rules = { opens: today, closes: addDays(today, 30), minutes: 60, passAt: 60 }
const setTest = (more: object = {}) =>
  ({
    type: 'RecordTest',
    rules: { ...rules, ...more },
    questions: [{ words, options: [words, words], right: words }],
  }) as const satisfies CourseCommandBody

type CourseAct = readonly [CourseActor, CourseCommandBody, Day?]
function playCourse(...acts: readonly CourseAct[]) {
  let state: CourseState = null
  const facts: CourseFact[] = []
  let refused: string | null = null
  for (const [actor, body, on = today] of acts) {
    const decision = decideCourse(state, { ...body, on, actor }, worldOf())
    refused = decision.ok ? null : decision.error.kind
    if (!decision.ok) continue
    for (const fact of decision.value) {
      state = evolveCourse(state, fact)
      facts.push(fact)
    }
  }
  return { state: state as CourseState, facts, refused }
}

const invite = {
  type: 'InviteTrainee',
  invitation: {
    ...({ course: 'course:x', kind: 'induction', holder: bureau } as const),
    ...{ teacher: 'li', account: 'chen', home: land },
  },
  knows: { isOpen: true, isFor: true, works: true },
} as const satisfies EnrolmentCommandBody
const attend = (hasAttended = true, on: Day | null = today) =>
  ({ type: 'RecordAttendance', session: 's1', hasAttended, knows: { day: on } }) as const satisfies EnrolmentCommandBody
const begin = (moment = at('09:00'), test: object | null = { ...rules, by: 'li' }, sessions = 1) =>
  ({ type: 'StartTest', at: moment, knows: { test: test as never, sessions } }) as const satisfies EnrolmentCommandBody
const handIn = (right: number, moment = at('09:30')) =>
  ({ type: 'HandInTest', at: moment, answers: words, knows: { right, of: 10 } }) as const satisfies EnrolmentCommandBody
const certify = (hasTest = true) => ({ type: 'IssueCertificate', knows: { hasTest } }) as const

type Act = readonly [CourseActor, EnrolmentCommandBody, Day?]
function play(...acts: readonly Act[]) {
  let state: EnrolmentState = null
  const facts: EnrolmentFact[] = []
  let refused: string | null = null
  for (const [actor, body, on = today] of acts) {
    const decision = decideEnrolment(state, { ...body, on, actor }, worldOf())
    refused = decision.ok ? null : decision.error.kind
    if (!decision.ok) continue
    for (const fact of decision.value) {
      state = evolveEnrolment(state, fact)
      facts.push(fact)
    }
  }
  return { state: state as EnrolmentState, facts, refused }
}
const passedActs: readonly Act[] = [
  [teacher, invite],
  [teacher, attend()],
  [person, begin()],
  [person, handIn(6)],
]

describe('A course', () => {
  it('is held by whoever leads an organ, and says of whom the law of the place wants it', () => {
    expect(playCourse([teacher, hold]).refused).toBe('course-is-anothers')
    expect(playCourse([head, { ...hold, knows: { teaches: false } }]).refused).toBe('official-not-there')
    const gone = { ...hold, course: { ...hold.course, organs: ['gone' as OrganId] } }
    expect(playCourse([head, gone]).refused).toBe('unknown-organ')
    // no other organ than a bureau reads who works elsewhere by teaching them
    const elsewhere = { ...hold, course: { ...hold.course, organs: [land, bureau] } }
    expect(playCourse([lead, elsewhere]).refused).toBe('organ-outside-area')
    expect(playCourse([lead, hold]).refused).toBeNull()
    expect(playCourse([head, hold], [head, hold]).refused).toBe('course-held-already')
    expect(playCourse([head, hold]).facts).toMatchObject([
      { type: 'CourseOpened', organ: bureau, requiredOf: ['clerk', 'head', 'commissioner'] },
    ])
  })

  it('is arranged by its teacher and whoever leads, seen by the organs it is for, and by nobody else', () => {
    for (const who of [head, teacher]) expect(playCourse([head, hold], [who, session(today)]).refused).toBeNull()
    for (const who of [colleague, person, house])
      expect(playCourse([head, hold], [who, session(today)]).refused).toBe('course-is-anothers')
    expect(playCourse([head, hold], [stranger, session(today)]).refused).toBe('no-such-course')
  })

  it('has sessions from today on; what was held is not cancelled', () => {
    expect(playCourse([head, hold], [head, session(addDays(today, -1))]).refused).toBe('day-over')
    const drop = { type: 'CancelSession', session: 's1', reason: words } as const
    expect(playCourse([head, hold], [head, drop]).refused).toBe('no-such-session')
    const held: readonly CourseAct[] = [
      [head, hold],
      [head, session(today)],
    ]
    expect(playCourse(...held, [head, drop, addDays(today, 1)]).refused).toBe('day-over')
    const again = playCourse(...held, [head, drop], [head, session(today)])
    expect(again.state?.sessions).toMatchObject([{ ref: 's2' }])
  })

  it('has a test that stays as it is from the day on which it opens', () => {
    expect(playCourse([head, hold], [head, setTest({ opens: addDays(today, -1) })]).refused).toBe('day-over')
    expect(playCourse([head, hold], [head, setTest({ closes: addDays(today, -1) })]).refused).toBe(
      'test-ends-before-it-begins',
    )
    const later = setTest({ opens: addDays(today, 2) })
    expect(playCourse([head, hold], [head, later], [head, later, addDays(today, 1)]).refused).toBeNull()
    expect(playCourse([head, hold], [head, later], [head, later, addDays(today, 2)]).refused).toBe('test-open-already')
  })

  it('takes nothing more when it is closed', () => {
    const close = { type: 'CloseCourse', reason: words } as const
    expect(playCourse([head, hold], [head, close], [head, session(today)]).refused).toBe('course-closed')
  })
})

describe('Whoever is invited', () => {
  it('comes by the teacher or by who leads their organ, once, and never as their own teacher', () => {
    for (const who of [teacher, head, lead]) expect(play([who, invite]).refused).toBeNull()
    for (const who of [colleague, person, stranger, house])
      expect(play([who, invite]).refused).toBe('enrolment-is-anothers')
    expect(play([teacher, invite], [lead, invite]).refused).toBe('invited-already')
    const own = { ...invite, invitation: { ...invite.invitation, account: 'li', home: bureau } }
    expect(play([head, own]).refused).toBe('own-course')
    const told = (knows: object) => play([teacher, { ...invite, knows: { ...invite.knows, ...knows } }]).refused
    expect([told({ isOpen: false }), told({ works: false }), told({ isFor: false })]).toEqual([
      ...(['course-closed', 'official-not-there', 'course-not-for-post'] as const),
    ])
  })

  it('has attendance recorded by who teaches, from the day of the session on', () => {
    for (const who of [person, lead]) expect(play([teacher, invite], [who, attend()]).refused).not.toBeNull()
    expect(play([teacher, invite], [teacher, attend(true, addDays(today, 1))]).refused).toBe('session-ahead')
    expect(play([teacher, invite], [teacher, attend(true, null)]).refused).toBe('no-such-session')
    expect(play([teacher, invite], [teacher, attend()], [teacher, attend()]).refused).toBe('attendance-unchanged')
    expect(play([teacher, invite], [teacher, attend()], [teacher, attend(false)]).state?.attendance).toEqual([
      { session: 's1', hasAttended: false },
    ])
  })
})

describe('The test', () => {
  const there: readonly Act[] = [
    [teacher, invite],
    [teacher, attend()],
  ]
  it('is taken by the person and by nobody for them', () => {
    for (const who of [teacher, head, lead]) expect(play(...there, [who, begin()]).refused).toBe('test-is-anothers')
    expect(play(...there, [person, begin()], [lead, handIn(10)]).refused).toBe('test-is-anothers')
    expect(play(...there, [colleague, begin()]).refused).toBe('no-such-enrolment')
    // who wrote it cannot take it, whoever invited them
    expect(play(...there, [person, begin(at('09:00'), { ...rules, by: 'chen' })]).refused).toBe('own-course')
  })

  it('within its days, by whoever attended', () => {
    expect(play(...there, [person, begin(at('09:00'), null)]).refused).toBe('no-test')
    const ahead = { ...rules, by: 'li', opens: addDays(today, 1) }
    expect(play(...there, [person, begin(at('09:00'), ahead)]).refused).toBe('test-not-open')
    const over = addDays(rules.closes, 1)
    expect(play(...there, [person, begin(at('09:00', over)), over]).refused).toBe('test-not-open')
    expect(play([teacher, invite], [person, begin()]).refused).toBe('nothing-attended')
    expect(play([teacher, invite], [person, begin(at('09:00'), { ...rules, by: 'li' }, 0)]).refused).toBeNull()
  })

  it('is handed in once, until its last minute', () => {
    expect(play(...there, [person, handIn(10)]).refused).toBe('test-not-begun')
    expect(play(...there, [person, begin()], [person, handIn(10, at('10:00'))]).refused).toBeNull()
    expect(play(...there, [person, begin()], [person, handIn(10, at('10:01'))]).refused).toBe('test-time-over')
    expect(play(...there, [person, begin()], [person, begin(at('09:30'))]).refused).toBe('test-running')
    expect(play(...there, [person, begin()], [person, handIn(2)], [person, handIn(10)]).refused).toBe('test-not-begun')
    expect(play(...passedActs, [person, handIn(10)]).refused).toBe('wrong-enrolment-stage')
  })

  it('is passed at its mark and not below it', () => {
    expect(play(...there, [person, begin()], [person, handIn(5)]).state?.stage).toBe('invited')
    expect(play(...passedActs).state?.stage).toBe('passed')
  })

  it('is taken again after a week, also where it was left lying', () => {
    const failed: readonly Act[] = [...there, [person, begin()], [person, handIn(5)]]
    const left: readonly Act[] = [...there, [person, begin()]]
    const [sixth, seventh] = [addDays(today, 6), addDays(today, 7)]
    for (const acts of [failed, left]) {
      expect(play(...acts, [person, begin(at('09:00', sixth)), sixth]).refused).toBe('test-too-early')
      expect(play(...acts, [person, begin(at('09:00', seventh)), seventh]).refused).toBeNull()
    }
  })

  it('a question is right where exactly what is right was chosen', () => {
    expect(countRight(['0', '1,2'], [[0], [2, 1, 1]])).toBe(2)
    expect(countRight(['0', '1,2'], [[0, 1], [1]])).toBe(0)
    expect(countRight(['0', '1,2'], [])).toBe(0)
  })
})

describe('The certificate', () => {
  it('is issued by who teaches, of whoever passed; without a test, of whoever attended', () => {
    expect(play([teacher, invite], [teacher, attend()], [teacher, certify()]).refused).toBe('test-not-passed')
    expect(play([teacher, invite], [teacher, certify(false)]).refused).toBe('nothing-attended')
    expect(play([teacher, invite], [teacher, attend()], [teacher, certify(false)]).refused).toBeNull()
    for (const who of [person, lead]) expect(play(...passedActs, [who, certify()]).refused).not.toBeNull()
    // nobody their own, whoever they are
    const own = { ...invite, invitation: { ...invite.invitation, account: 'wang', home: bureau } }
    expect(play([teacher, own], [teacher, attend()], [head, certify(false)]).refused).toBe('own-certificate')
  })

  it('holds for the days of the law, is to be renewed in the last sixty, and lapses then', () => {
    const issued = play(...passedActs, [teacher, certify()])
    const until = addDays(today, 1095)
    expect(issued.state?.certificate).toMatchObject({ until, organ: bureau, by: 'li' })
    expect(issued.state?.clocks).toMatchObject([
      { rule: 'renewCertificate', from: addDays(until, -60), lastDay: until, bearer: { organ: land } },
    ])
    const mark = { type: 'MarkClock', clock: 'renewCertificate#1' } as const
    expect(play(...passedActs, [teacher, certify()], [house, mark, until]).refused).toBe('clock-still-running')
    expect(play(...passedActs, [teacher, certify()], [house, mark, addDays(until, 1)]).state).toMatchObject({
      ...{ stage: 'lapsed', clocks: [{ state: 'stopped' }] },
    })
  })

  it('is withdrawn with a reason by whoever leads the organ that issued it, and by nobody else', () => {
    const withdraw = { type: 'WithdrawCertificate', reason: words } as const
    const withdrawn = play(...passedActs, [teacher, certify()], [head, withdraw])
    expect(withdrawn.state?.stage).toBe('withdrawn')
    expect(withdrawn.state?.clocks.filter(isOpen)).toEqual([])
    for (const who of [teacher, lead])
      expect(play(...passedActs, [teacher, certify()], [who, withdraw]).refused).toBe('enrolment-is-anothers')
    expect(play(...passedActs, [head, withdraw]).refused).toBe('wrong-enrolment-stage')
  })

  it('ends soon from the sixtieth day before its last', () => {
    const until = addDays(today, 60)
    const said = (on: Day, last: Day | null) => standingOf(last, worldOf(), on)
    expect([said(addDays(today, -1), until), said(today, until), said(addDays(until, 1), until)]).toEqual([
      ...(['holds', 'ending', 'missing'] as const),
    ])
    expect(said(today, null)).toBe('missing')
  })
})

describe('Whoever is excused', () => {
  it('is so by who answers for them, with a reason', () => {
    const excuse = { type: 'ExcuseTrainee', reason: words } as const
    expect(play([teacher, invite], [lead, excuse]).state?.stage).toBe('excused')
    for (const who of [teacher, head])
      expect(play([teacher, invite], [who, excuse]).refused).toBe('enrolment-is-anothers')
    expect(play([teacher, invite], [person, excuse]).refused).toBe('own-certificate')
  })
})

describe('An organ that is reformed away', () => {
  it('is followed by whoever carries it on, in both streams and with its limit', () => {
    const reformed = [
      office(bureau, 'bureau'),
      office(land, 'department', { state: 'merged', successors: [housing] }),
      office(housing, 'department'),
    ]
    const issued = play(...passedActs, [teacher, certify()]).state as NonNullable<EnrolmentState>
    const decision = decideEnrolment(issued, { type: 'PassEnrolmentOn', on: today, actor: house }, worldOf(reformed))
    const after = decision.ok ? decision.value.reduce(evolveEnrolment, issued) : issued
    expect(after).toMatchObject({ home: housing, holder: bureau, clocks: [{ bearer: { organ: housing } }] })
    const course = playCourse([head, hold]).state
    const passed = decideCourse(course, { type: 'PassCourseOn', on: today, actor: house }, worldOf(reformed))
    expect(passed.ok && passed.value).toMatchObject([{ type: 'CoursePassedOn', from: land, to: housing }])
  })
})

describe('Whatever comes in whatever order', () => {
  const bodies: readonly EnrolmentCommandBody[] = [
    ...[invite, attend(), attend(false), begin(), handIn(3), handIn(9), certify(), certify(false)],
    { type: 'WithdrawCertificate', reason: words },
    { type: 'ReplaceCertificate' },
    { type: 'ExcuseTrainee', reason: words },
    { type: 'MarkClock', clock: 'renewCertificate#1' },
    { type: 'RecountEnrolment' },
    { type: 'PassEnrolmentOn' },
  ]
  const acts = fc.array(
    fc.record({
      actor: fc.constantFrom(head, teacher, person, lead, stranger, house),
      body: fc.constantFrom(...bodies),
      days: fc.integer({ min: 0, max: 1200 }),
    }),
    { maxLength: 30 },
  )

  it('nothing throws, what is replayed is what was lived, and no certificate stands without what it needs', () => {
    fc.assert(
      fc.property(acts, (drawn) => {
        let on = today
        let state: EnrolmentState = null
        const facts: EnrolmentFact[] = []
        for (const { actor, body, days } of drawn) {
          on = addDays(on, days % 40)
          const moved = 'at' in body ? { ...body, at: { ...body.at, day: on } } : body
          const decision = decideEnrolment(state, { ...(moved as EnrolmentCommandBody), on, actor }, worldOf())
          for (const fact of decision.ok ? decision.value : []) {
            state = evolveEnrolment(state, fact)
            facts.push(fact)
          }
        }
        const replayed = facts.reduce<EnrolmentState>(evolveEnrolment, null)
        expect(replayed).toEqual(state)
        const certified = facts.filter(({ type }) => type === 'CertificateIssued').length
        expect(certified).toBeLessThanOrEqual(1)
        if (certified === 1)
          expect(facts.some(({ type }) => type === 'AttendanceRecorded' || type === 'TestAnswered')).toBe(true)
        // one that is in force has a limit by which it is renewed, and no other stage has one that runs
        expect((state?.clocks ?? []).filter(isOpen)).toHaveLength(state?.stage === 'certified' ? 1 : 0)
        // a try is handed in at most once, and never after its time
        for (const { until, result } of state?.tries ?? [])
          if (result !== null) expect(`${result.at.day} ${result.at.time}` <= `${until.day} ${until.time}`).toBe(true)
        // only the person sits at it
        expect(facts.filter(({ type }) => type === 'TestBegun').length).toBe(state?.tries.length ?? 0)
      }),
      { numRuns: 300 },
    )
  })

  it('what was chosen is marked alike in any order, and adding a wrong choice never helps', () => {
    const choices = fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(choices, fc.integer({ min: 0, max: 7 }), (right, more) => {
        const key = [rightInWords(right)]
        expect(countRight(key, [[...right].reverse()])).toBe(1)
        expect(countRight(key, [[...right, more]])).toBe(right.includes(more) ? 1 : 0)
      }),
    )
  })

  it('some minutes later are later, by exactly so many', () => {
    const times = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 3000 }), ({ hour, minute }, minutes) => {
        const two = (count: number) => String(count).padStart(2, '0')
        const later = minutesAfter(at(`${two(hour)}:${two(minute)}`), minutes)
        const since = Math.round(
          (Date.parse(`${later.day}T${later.time}:00Z`) - Date.parse(`${today}T${two(hour)}:${two(minute)}:00Z`)) /
            60_000,
        )
        expect(since).toBe(minutes)
      }),
    )
  })
})

/** Training in words: why something is refused. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { trainingTerms } from '../../wording/training-terms.ts'
import type { CourseRefusal } from './course.ts'
import type { EnrolmentRefusal } from './enrolment.ts'

export type AnyTrainingRefusal = CourseRefusal | EnrolmentRefusal
type Kind = AnyTrainingRefusal['kind']
type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends Kind> = (refusal: Extract<AnyTrainingRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfTrainingRefusal = {
  'no-such-course': 404,
  'course-held-already': 409,
  'course-is-anothers': 403,
  'course-closed': 409,
  'unknown-organ': 422,
  'organ-outside-area': 422,
  'official-not-there': 422,
  'day-over': 422,
  'no-such-session': 422,
  'too-many-sessions': 422,
  'test-ends-before-it-begins': 422,
  'test-open-already': 409,
  'right-answer-missing': 422,
  'no-such-enrolment': 404,
  'invited-already': 409,
  'enrolment-is-anothers': 403,
  'test-is-anothers': 403,
  'own-certificate': 403,
  'wrong-enrolment-stage': 409,
  'course-not-for-post': 422,
  'own-course': 422,
  'session-ahead': 422,
  'attendance-unchanged': 409,
  'no-test': 409,
  'test-not-open': 409,
  'nothing-attended': 409,
  'test-running': 409,
  'test-too-early': 409,
  'test-not-begun': 409,
  'test-time-over': 409,
  'test-not-passed': 409,
  'clock-still-running': 409,
} as const satisfies Record<Kind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainTraining(refusal: AnyTrainingRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<Kind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const sentences: { readonly [K in Kind]: Sentence<K> } = {
  'no-such-course': () =>
    say('没有这个培训班，或者与贵单位无关。', 'There is no such course, or it is not for your organ.'),
  'course-held-already': () => say('这个培训班已经开办。', 'This course is held already.'),
  'course-is-anothers': () =>
    say(
      '培训班由单位负责人开办，由负责人或者授课人安排。',
      'Whoever leads an organ holds a course; they or the teacher arrange it.',
    ),
  'course-closed': () => say('培训班已经结班。', 'The course is closed.'),
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'organ-outside-area': ({ organ }, nameOf) => {
    const { zh, en } = nameOf(organ)
    return say(
      `${zh}不在本单位的范围内：信访部门为本地区各单位办班，其他单位为本单位人员办班。`,
      `${en} is not yours to teach: a bureau holds courses for the organs of its area, any other organ for its own people.`,
    )
  },
  'official-not-there': ({ organ }, nameOf) => {
    const { zh, en } = nameOf(organ)
    return say(`该人员不在${zh}任职。`, `Whoever is named has no post in ${en}.`)
  },
  'day-over': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}已经过去，请选择${now.zh}或者以后。`,
      `${wanted.en} is over; choose ${now.en} or a later day.`,
    )
  },
  'no-such-session': ({ session }) => say(`没有这次课（${session}）。`, `There is no such session (${session}).`),
  'too-many-sessions': ({ atMost }) => say(`最多安排 ${atMost} 次课。`, `A course has ${atMost} sessions at most.`),
  'test-ends-before-it-begins': () =>
    say('测试截止日不能早于开放日。', 'The last day of the test must not be before its first.'),
  'test-open-already': ({ opened }) => {
    const { zh, en } = dayInWords(opened)
    return say(`测试已于${zh}开放，不能再改。`, `The test opened on ${en} and stays as it is.`)
  },
  'right-answer-missing': ({ question }) =>
    say(`第 ${question} 题的正确答案不在选项中。`, `What is right in question ${question} is none of its options.`),
  'no-such-enrolment': () =>
    say('没有这条参训记录，或者与您无关。', 'There is no such enrolment, or you have no part in it.'),
  'invited-already': () => say('该人员已经在这个培训班。', 'They are in this course already.'),
  'enrolment-is-anothers': () =>
    say(
      '出勤和证书由授课人或者办班单位负责人登记，撤销证书由办班单位负责人决定，免于参加由本人所在单位负责人决定。',
      'Attendance and certificates are recorded by the teacher or whoever leads the organ that holds the course; the latter withdraws a certificate; whoever leads the person’s own organ excuses them.',
    ),
  'test-is-anothers': () => say('测试只能由本人参加。', 'The test is taken by the person and by nobody for them.'),
  'own-certificate': () =>
    say(
      '不能为本人登记出勤、颁发或者撤销证书。',
      'Nobody records their own attendance or decides about their own certificate.',
    ),
  'wrong-enrolment-stage': ({ stage, command, needs }) => {
    const [act, now] = [trainingTerms.enrolmentCommand[command], trainingTerms.enrolmentStage[stage]]
    const { zh, en } = anyOf(needs.map((each) => trainingTerms.enrolmentStage[each]))
    return say(
      `“${act.zh}”只能在“${zh}”时进行，现在是“${now.zh}”。`,
      `“${act.en}” is possible while it is: ${en}. It is: ${now.en}.`,
    )
  },
  'course-not-for-post': () =>
    say('培训班不面向该单位或者该岗位。', 'The course is not for that organ, or not for that post.'),
  'own-course': () =>
    say('授课人和出题人不能参加自己的测试。', 'Whoever teaches the course or wrote the test cannot take it.'),
  'session-ahead': ({ day }) => {
    const { zh, en } = dayInWords(day)
    return say(`这次课在${zh}，届时才能登记出勤。`, `That session is on ${en}; attendance is recorded from then on.`)
  },
  'attendance-unchanged': () => say('出勤情况没有变化。', 'The attendance is recorded so already.'),
  'no-test': () => say('这个培训班没有测试。', 'This course has no test.'),
  'test-not-open': ({ opens, closes }) => {
    const [from, until] = [dayInWords(opens), dayInWords(closes)]
    return say(`测试开放时间为${from.zh}至${until.zh}。`, `The test can be taken from ${from.en} to ${until.en}.`)
  },
  'nothing-attended': () => say('还没有登记过出勤。', 'No attendance is recorded yet.'),
  'test-running': ({ until }) =>
    say(`测试正在进行，${until.time} 前交卷。`, `The test is running; hand it in by ${until.time}.`),
  'test-too-early': ({ first }) => {
    const { zh, en } = dayInWords(first)
    return say(`${zh}起才可以再次参加测试。`, `The test can be taken again from ${en} on.`)
  },
  'test-not-begun': () => say('还没有开始测试，或者已经交卷。', 'The test was not begun, or was handed in already.'),
  'test-time-over': ({ until }) =>
    say(
      `作答时间已于 ${until.time} 结束，不再收卷。`,
      `The time for answering ended at ${until.time}; nothing is taken any more.`,
    ),
  'test-not-passed': () => say('测试还没有合格。', 'The test was not passed yet.'),
  'clock-still-running': () =>
    say('该期限尚未届满，或者已经处理。', 'That limit has not ended, or was dealt with already.'),
}

/** The coded values of training (教育培训) in words. A code without both languages does not compile. */
import type { TrainingKind } from '../law/trainings.ts'
import type { CourseCommandType, CourseFactType, CourseStage, TaughtPost } from '../workforce/training/course.ts'
import type { EnrolmentCommandType, EnrolmentFactType, EnrolmentStage } from '../workforce/training/enrolment.ts'
import type { TrainingStanding } from '../workforce/training/standing.ts'
import type { Bilingual } from './bilingual.ts'

export const trainingTerms = {
  trainingKind: {
    induction: { zh: '岗前培训', en: 'Induction' },
    conduct: { zh: '纪律和保密培训', en: 'Discipline and confidentiality' },
    topical: { zh: '专题培训', en: 'Topical training' },
  } satisfies Record<TrainingKind, Bilingual>,

  trainingStanding: {
    missing: { zh: '缺少', en: 'Missing' },
    ending: { zh: '即将到期', en: 'Ends soon' },
    holds: { zh: '有效', en: 'Holds' },
  } satisfies Record<TrainingStanding, Bilingual>,

  taughtPost: {
    clerk: { zh: '经办人', en: 'Clerk' },
    head: { zh: '信访工作机构负责人', en: 'Head' },
    leader: { zh: '分管领导', en: 'Leader' },
    supervisor: { zh: '督查人员', en: 'Supervisor' },
    commissioner: { zh: '信访督查专员', en: 'Inspection commissioner' },
  } satisfies Record<TaughtPost, Bilingual>,

  courseStage: {
    open: { zh: '开班中', en: 'Open' },
    closed: { zh: '已结班', en: 'Closed' },
  } satisfies Record<CourseStage, Bilingual>,

  enrolmentStage: {
    invited: { zh: '在学', en: 'Taking part' },
    passed: { zh: '测试合格', en: 'Passed the test' },
    certified: { zh: '持证', en: 'Certified' },
    lapsed: { zh: '证书已到期', en: 'Certificate ended' },
    withdrawn: { zh: '证书已撤销', en: 'Certificate withdrawn' },
    replaced: { zh: '已换新证', en: 'Replaced by a newer one' },
    excused: { zh: '免于参加', en: 'Excused' },
  } satisfies Record<EnrolmentStage, Bilingual>,

  courseCommand: {
    OpenCourse: { zh: '开办培训班', en: 'Hold a course' },
    AddSession: { zh: '安排一次课', en: 'Set a session' },
    CancelSession: { zh: '取消一次课', en: 'Cancel a session' },
    RecordTest: { zh: '设置测试', en: 'Set the test' },
    CloseCourse: { zh: '结班', en: 'Close the course' },
    PassCourseOn: { zh: '因机构改革移交', en: 'Pass on after a reform' },
  } satisfies Record<CourseCommandType, Bilingual>,

  courseFact: {
    CourseOpened: { zh: '开办培训班', en: 'Course held' },
    SessionAdded: { zh: '安排一次课', en: 'Session set' },
    SessionCancelled: { zh: '取消一次课', en: 'Session cancelled' },
    TestRecorded: { zh: '设置测试', en: 'Test set' },
    CourseClosed: { zh: '结班', en: 'Course closed' },
    CoursePassedOn: { zh: '因机构改革移交', en: 'Passed on after a reform' },
  } satisfies Record<CourseFactType, Bilingual>,

  enrolmentCommand: {
    InviteTrainee: { zh: '邀请参加', en: 'Invite' },
    RecordAttendance: { zh: '登记出勤', en: 'Record attendance' },
    StartTest: { zh: '开始测试', en: 'Begin the test' },
    HandInTest: { zh: '交卷', en: 'Hand the test in' },
    IssueCertificate: { zh: '颁发证书', en: 'Issue the certificate' },
    WithdrawCertificate: { zh: '撤销证书', en: 'Withdraw the certificate' },
    ReplaceCertificate: { zh: '换发新证', en: 'Replace by a newer one' },
    ExcuseTrainee: { zh: '免于参加', en: 'Excuse from it' },
    PassEnrolmentOn: { zh: '因机构改革移交', en: 'Pass on after a reform' },
    MarkClock: { zh: '标明期限届满', en: 'Mark that a limit has ended' },
    RecountEnrolment: { zh: '重新计算期限', en: 'Count the limits again' },
  } satisfies Record<EnrolmentCommandType, Bilingual>,

  enrolmentFact: {
    TraineeInvited: { zh: '邀请参加', en: 'Invited' },
    AttendanceRecorded: { zh: '登记出勤', en: 'Attendance recorded' },
    TestBegun: { zh: '开始测试', en: 'Test begun' },
    TestAnswered: { zh: '交卷', en: 'Test handed in' },
    CertificateIssued: { zh: '颁发证书', en: 'Certificate issued' },
    CertificateWithdrawn: { zh: '撤销证书', en: 'Certificate withdrawn' },
    CertificateReplaced: { zh: '换发新证', en: 'Replaced by a newer certificate' },
    CertificateLapsed: { zh: '证书到期失效', en: 'Certificate ended' },
    TraineeExcused: { zh: '免于参加', en: 'Excused' },
    EnrolmentPassedOn: { zh: '因机构改革移交', en: 'Passed on after a reform' },
    EnrolmentClocksRecounted: {
      zh: '节假日安排公布或者更正后重新计算期限',
      en: 'Limits counted again with a holiday notice',
    },
  } satisfies Record<EnrolmentFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type TrainingTermGroup = keyof typeof trainingTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function trainingTermOf(group: TrainingTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = trainingTerms[group]
  return words[code] ?? { zh: code, en: code }
}

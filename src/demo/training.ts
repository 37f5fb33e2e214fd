/**
 * 教育培训 in the demo: the bureau of the prefecture teaches newcomers with a test that is open now, and its own people about discipline and
 * confidentiality without one. Some have passed, one has failed, one has not come yet. Fictional people, played through real commands.
 */

import { addDays, type Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionHouse } from '../petition/house.ts'
import {
  commandCourse,
  commandEnrolment,
  type EnrolmentCommanding,
  holdCourse,
  inviteToCourse,
} from '../workforce/training/commanding.ts'
import * as wire from '../workforce/training/contract.ts'
import { type Accounts, done, staffNamed } from './acting.ts'

const [chief, teacher] = ['qiu.weimin', 'teng.xiaoman']

interface Asked {
  readonly words: string
  readonly options: readonly string[]
  readonly right: readonly number[]
}
const questions: readonly Asked[] = [
  {
    words: '信访事项应当自受理之日起多少日内办结？',
    options: ['三十日', '六十日', '九十日', '一百八十日'],
    right: [1],
  },
  {
    words: '下列哪些做法是信访工作中不允许的？',
    options: ['将检举材料转给被检举的人', '推诿、敷衍、拖延', '当场能办的当场办', '丢失、隐匿、擅自销毁信访材料'],
    right: [0, 1, 3],
  },
  {
    words: '信访人对处理意见不服，可以自收到书面答复之日起多少日内请求复查？',
    options: ['十五日', '三十日', '六十日'],
    right: [1],
  },
  {
    words: '来访人当面反映本单位某位负责人收受财物，登记时应当怎样处理？',
    options: ['请该负责人当面说明', '按检举控告登记，不让被检举人及其下属知情', '劝其回去，不作登记'],
    right: [1],
  },
]

interface Taught {
  readonly kind: string
  readonly title: string
  readonly purpose: string
  readonly organs: readonly string[]
  readonly place: string
  readonly isTested: boolean
  /** Who comes, from where, and what they answer; null where they have not sat down to it. */
  readonly people: readonly (readonly [login: string, organ: string, answers: readonly (readonly number[])[] | null])[]
}
const right = questions.map((each) => each.right)

const taught: readonly Taught[] = [
  {
    kind: 'induction',
    title: '信访条例和接访规范岗前培训班',
    purpose: '面向新到信访工作岗位的人员：学习《信访工作条例》，练习接访、登记和甄别，明白期限怎么算、哪些事不能做。',
    organs: ['yunqi.bureau', 'yunchuan.housing', 'yunchuan.education'],
    place: '州信访局三楼会议室，上午九点',
    isTested: true,
    people: [
      ['mu.qinghe', 'yunqi.bureau', right],
      ['cen.ruolin', 'yunchuan.housing', right],
      ['sui.yichen', 'yunchuan.housing', [[0], [0], [1], [2]]],
      ['lai.yufen', 'yunchuan.education', null],
    ],
  },
  {
    kind: 'conduct',
    title: '信访工作纪律和保密要求',
    purpose: '每年一次：检举控告材料的保密、回避、不得泄露信访人信息，以及违反纪律的责任。',
    organs: ['yunqi.bureau'],
    place: '州信访局视频会议室，会议号 410 220 7719',
    isTested: false,
    people: [['mu.qinghe', 'yunqi.bureau', null]],
  },
]

/** How many courses are held. */
export async function playTraining(house: PetitionHouse, accounts: Accounts): Promise<number> {
  for (const each of taught) await teach(house, each, accounts)
  return taught.length
}

async function teach(house: PetitionHouse, told: Taught, accounts: Accounts): Promise<void> {
  const { title, place, isTested, people } = told
  const by = staffNamed(teacher, accounts)
  const today: Day = house.today()
  const course = wire.holdCourse.body.parse({
    ...{ kind: told.kind, title, purpose: told.purpose, organs: told.organs },
    ...{ posts: ['clerk', 'head'], teacher: by.account },
  })
  const { stream } = done(await holdCourse(house, { course, viewer: staffNamed(chief, accounts) }), `hold “${title}”`)
  const session = wire.addSession.body.parse({ session: { day: today, isOnline: !isTested, place } })
  done(await commandCourse(house, { stream, type: 'AddSession', body: session, viewer: by }), `a session of “${title}”`)
  if (isTested) {
    const rules = { opens: today, closes: addDays(today, 30), minutes: 60, passAt: 75 }
    const body = wire.setTest.body.parse({ rules, questions })
    done(await commandCourse(house, { stream, type: 'RecordTest', body, viewer: by }), `the test of “${title}”`)
  }
  for (const [login, home, answers] of people) {
    const viewer = staffNamed(login, accounts)
    const invited = await inviteToCourse(house, {
      ...{ course: stream, account: viewer.account, home: home as OrganId, viewer: by },
    })
    const enrolment = done(invited, `invite ${login}`).stream
    const act = async (type: EnrolmentCommanding['type'], body: object, who = by) =>
      done(await commandEnrolment(house, { stream: enrolment, type, body, viewer: who }), `${type} of ${login}`).state
    if (isTested && answers === null) continue
    await act('RecordAttendance', { session: 's1', hasAttended: true })
    if (answers !== null) {
      await act('StartTest', {}, viewer)
      if ((await act('HandInTest', { answers }, viewer)).stage !== 'passed') continue
    }
    await act('IssueCertificate', {})
  }
}

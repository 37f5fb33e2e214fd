/** Holiday notices in words: their codes, what is wrong with a file and why one is not taken in. */
import type {
  CalendarFact,
  CalendarRefusal,
  CalendarRefusalKind,
  LoadHolidayNotice,
  NoticeFlaw,
  NoticeReason,
} from '../calendar/calendar.ts'
import type { OrganId } from '../kernel/organ.ts'
import { type Bilingual, listed, say } from './bilingual.ts'

export const calendarTerms = {
  calendarCommand: {
    LoadHolidayNotice: { zh: '载入放假安排', en: 'Load a holiday notice' },
  } satisfies Record<LoadHolidayNotice['type'], Bilingual>,
  calendarFact: {
    HolidayNoticeLoaded: { zh: '放假安排已载入', en: 'Holiday notice loaded' },
    HolidayNoticeCorrected: { zh: '放假安排已更正', en: 'Holiday notice corrected' },
  } satisfies Record<CalendarFact['type'], Bilingual>,
  noticeReason: {
    amended: { zh: '发文机关作了调整', en: 'The authority that issued it changed it' },
    'entered-wrongly': { zh: '载入的内容有误', en: 'It was entered wrongly' },
  } satisfies Record<NoticeReason, Bilingual>,
} as const

export const statusOfCalendarRefusal = {
  'holiday-notice-flawed': 422,
  'holiday-notice-already-loaded': 409,
  'holiday-notice-unchanged': 409,
  'not-the-calendar-organ': 403,
  'not-the-calendar-post': 403,
} as const satisfies Record<CalendarRefusalKind, number>

/** `cn`, or a division code. */
export const areaInWords = (region: string): Bilingual =>
  region === 'cn' ? say('全国', 'the whole country') : say(`区划${region}`, `area ${region}`)

const flaws: { readonly [F in NoticeFlaw['flaw']]: (flaw: Extract<NoticeFlaw, { flaw: F }>) => Bilingual } = {
  'too-large': ({ atMost }) =>
    say(
      `文件超过${atMost / 1024} KB，不是一份放假安排。`,
      `The file is larger than ${atMost / 1024} KB; that is no holiday notice.`,
    ),
  'not-json': () => say('文件不是JSON格式，无法读取。', 'The file is not JSON and cannot be read.'),
  'not-a-notice': ({ field }) =>
    say(
      `${field === '' ? '文件的结构' : `“${field}”一栏`}缺失或者格式不对。`,
      `${field === '' ? 'The file' : `The field ${field}`} is missing or not in the form of a notice.`,
    ),
  'no-such-day': ({ day }) =>
    say(`“${day}”不是一个日期，应当写作2027-01-01。`, `“${day}” is no day; write it as 2027-01-01.`),
  'out-of-year': ({ day, year }) =>
    say(
      `${day}不属于${year}年；只可以包括上一年12月的日期。`,
      `${day} is not in ${year}; only days of the December before may be among them.`,
    ),
  'day-twice': ({ day }) => say(`${day}写了两次。`, `${day} is there twice.`),
  'rest-and-work': ({ day }) => say(`${day}既是休息日又是上班日。`, `${day} is both a rest day and a day of work.`),
  'not-a-weekend': ({ day }) =>
    say(
      `${day}不是周六、周日，不能作为调休上班日。`,
      `${day} is not a Saturday or Sunday, so it cannot be a make-up day of work.`,
    ),
  'no-rest-day': ({ year }) => say(`${year}年没有一个休息日。`, `There is not one rest day in ${year}.`),
}

export const explainFlaw = (flaw: NoticeFlaw): Bilingual => (flaws[flaw.flaw] as (flaw: NoticeFlaw) => Bilingual)(flaw)

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends CalendarRefusalKind> = (
  refusal: Extract<CalendarRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

const sentences: { readonly [K in CalendarRefusalKind]: Sentence<K> } = {
  'holiday-notice-flawed': ({ flaws: found }) => {
    const all = found.slice(0, 5).map(explainFlaw)
    const more = found.length > 5 ? say(`另有${found.length - 5}处。`, ` And ${found.length - 5} more.`) : say('', '')
    return say(
      `放假安排没有载入：${all.map(({ zh }) => zh).join('')}${more.zh}`,
      `The notice was not loaded. ${all.map(({ en }) => en).join(' ')}${more.en}`,
    )
  },
  'holiday-notice-already-loaded': ({ region, year }) => {
    const area = areaInWords(region)
    return say(
      `${area.zh}${year}年的放假安排已经载入，内容不同；如需更正，请说明原因，原来的保留。`,
      `A different notice for ${area.en} in ${year} is loaded already; to correct it, say why, and the earlier one stays on record.`,
    )
  },
  'holiday-notice-unchanged': ({ region, year }) => {
    const area = areaInWords(region)
    return say(
      `${area.zh}${year}年的放假安排与已经载入的相同，无需再载入。`,
      `The notice for ${area.en} in ${year} is the one that is loaded already; there is nothing to do.`,
    )
  },
  'not-the-calendar-organ': ({ keepers }, nameOf) => {
    const { zh, en } = listed(keepers.map(nameOf))
    return say(
      `全国的放假安排由${zh || '级别最高的信访局'}载入；地方的放假安排由当地或者其上级机关载入。`,
      `The notice for the whole country is loaded by ${en || 'the highest petition bureau'}; one for an area by an organ of that area or above it.`,
    )
  },
  'not-the-calendar-post': () => say('放假安排由系统管理员载入。', 'Holiday notices are loaded by an administrator.'),
}

export const explainCalendar = (refusal: CalendarRefusal, nameOf: NameOf): Bilingual =>
  (sentences[refusal.kind] as Sentence<CalendarRefusalKind>)(refusal, nameOf)

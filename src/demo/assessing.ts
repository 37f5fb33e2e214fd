/** Letters of responsibility of the year, last month's figures of one of them, and an objection that waits to be decided. */
import { commandLetter, draftLetter, streamOfPair } from '../assessment/commanding.ts'
import type { AssessmentHouse } from '../assessment/house.ts'
import { addDays, type Day, day, isAfter } from '../kernel/day.ts'
import { firstDayOf, monthBefore, monthOf } from '../kernel/month.ts'
import type { OrganId } from '../kernel/organ.ts'
import { type Prose, readProse } from '../kernel/prose.ts'
import { type Accounts, done, staffNamed } from './acting.ts'

const targets = [
  { indicator: 'routedInTime', share: 98, weight: 20 },
  { indicator: 'notifiedInTime', share: 95, weight: 20 },
  { indicator: 'answeredInTime', share: 95, weight: 30 },
  { indicator: 'solvedAtFirst', share: 80, weight: 15 },
  { indicator: 'organParticipation', share: 60, weight: 15 },
] as const

/** Whose letters, by whom each is drafted and signed; the last is still to be signed below. */
const letters = [
  {
    upper: 'yunqi.government',
    lower: 'yunchuan.government',
    drafts: 'yan.ruoqi',
    signs: ['lan.zhiyuan', 'yuan.heping'],
  },
  { upper: 'yunqi.bureau', lower: 'qingping.bureau', drafts: 'mu.qinghe', signs: ['qiu.weimin', 'xian.guilan'] },
  { upper: 'yunchuan.government', lower: 'yunchuan.fengdu', drafts: 'yuan.heping', signs: ['yuan.heping'] },
] as const
const assessed = letters[1]

const on = (house: AssessmentHouse, at: Day): AssessmentHouse => ({
  ...house,
  today: () => at,
  now: () => `${at}T02:00:00.000Z`,
})

function words(text: string): Prose {
  const read = readProse(text, { max: 20_000 })
  if (!read.ok) throw new Error(`the demo says what nobody may: ${read.error}`)
  return read.value
}

/** The names of what was laid out. */
export async function layOutAssessment(house: AssessmentHouse, ids: Accounts): Promise<readonly string[]> {
  const month = monthBefore(monthOf(house.today()))
  const year = Number(month.slice(0, 4))
  for (const each of letters) await agree(house, ids, each, year)
  const stream = streamOfPair(assessed.upper as OrganId, assessed.lower as OrganId, year)
  const issuedOn = firstDayOf(monthOf(house.today()))
  const issue = { period: month, audience: 'alike' }
  const chief = staffNamed('qiu.weimin', ids)
  done(await commandLetter(on(house, issuedOn), { stream, type: 'IssueAssessment', body: issue, viewer: chief }), month)
  await object(house, ids, stream, issuedOn)
  return [...letters.map(({ upper, lower }) => `${upper} → ${lower}`), month]
}

async function agree(
  house: AssessmentHouse,
  ids: Accounts,
  letter: (typeof letters)[number],
  year: number,
): Promise<void> {
  const { upper, lower, drafts, signs } = letter
  const january = on(house, day(`${year}-01-06`))
  const carried =
    upper === 'yunchuan.government' ? streamOfPair('yunqi.government' as OrganId, upper as OrganId, year) : null
  const body = {
    ...{ year, lower: lower as OrganId, covers: 'area', targets },
    carriesOn: carried === null ? null : carried.slice('letter:'.length),
    remarks: words('〔虚构〕坚持依规依法及时就地解决信访问题，一级抓一级，层层抓落实。'),
  } as const
  const { stream } = done(await draftLetter(january, { body, viewer: staffNamed(drafts, ids) }), lower)
  for (const login of signs) {
    const sign = { stream, type: 'SignLetter', body: { revision: 1 }, viewer: staffNamed(login, ids) } as const
    done(await commandLetter(january, sign), `${lower} by ${login}`)
  }
}

/** To a case that was late, if there was one; otherwise to any. Nobody has decided on it. */
async function object(house: AssessmentHouse, ids: Accounts, stream: string, issuedOn: Day): Promise<void> {
  const { rows } = await house.work.query<{ indicator: string; stream: string; item: string }>(
    `select indicator, case_stream as stream, item from assessment_case where stream_id = $1 and indicator = 'routedInTime'
      order by outcome = 'late' desc, outcome = 'overdue' desc, case_stream, item limit 1`,
    [stream],
  )
  const [found] = rows
  if (!found) return
  const next = addDays(issuedOn, 1)
  const at = isAfter(next, house.today()) ? house.today() : next
  const body = {
    ...{ issue: 'a1', indicator: found.indicator, cases: [{ stream: found.stream, item: found.item }] },
    reasons: words('〔虚构〕该件因停电当日未能录入系统，纸质登记在期限之内，请予核实更正。'),
  }
  const viewer = staffNamed('xian.guilan', ids)
  done(await commandLetter(on(house, at), { stream, type: 'ObjectToFigure', body, viewer }), 'the objection')
}

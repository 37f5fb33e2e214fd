/** Who answers for petition work in the fictional prefecture: some organs whole, others with the gaps and conflicts that the map is for. */
import { commandResponsibility } from '../assessment/responsibility/commanding.ts'
import type { ResponsibilityHouse } from '../assessment/responsibility/house.ts'
import type { ResponsibilityRole } from '../assessment/responsibility/responsibility.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { readProse } from '../kernel/prose.ts'

type Row = readonly [organ: string, role: ResponsibilityRole, holder: string | readonly [name: string, office: string]]

/** An account of `staff.ts`, or the invented name of somebody who does not log in. */
const rows: readonly Row[] = [
  ['yunqi.government', 'answersForAll', ['步云岚', '州长']],
  ['yunqi.government', 'directs', 'lan.zhiyuan'],
  ['yunqi.government', 'handles', 'yan.ruoqi'],
  ['yunqi.government', 'secondDuty', 'fu.qingchuan'],
  ['yunqi.bureau', 'answersForAll', 'qiu.weimin'],
  // the commissioner supervises what he would direct: shown as a conflict
  ['yunqi.bureau', 'directs', 'ji.dongsheng'],
  ['yunqi.bureau', 'handles', 'mu.qinghe'],
  ['yunqi.bureau', 'handles', 'teng.xiaoman'],
  ['yunqi.discipline', 'handles', 'wen.jingshu'],
  ['qingping.government', 'answersForAll', ['柏松年', '县长']],
  ['qingping.government', 'handles', 'bian.mingde'],
  ['qingping.bureau', 'answersForAll', 'xian.guilan'],
  ['qingping.bureau', 'handles', 'pu.gaofeng'],
  ['qingping.natural-resources', 'answersForAll', 'lei.guoliang'],
  ['qingping.natural-resources', 'directs', ['蔺怀瑾', '副局长']],
  ['qingping.natural-resources', 'handles', 'kuang.tian'],
  ['qingping.shuangxi', 'directs', 'luo.jinxiu'],
  ['qingping.shuangxi', 'handles', 'luo.jinxiu'],
  ['yunchuan.human-resources', 'answersForAll', 'mao.yizhong'],
  ['yunchuan.human-resources', 'handles', 'qu.xiaowen'],
  ['yunchuan.human-resources', 'secondDuty', ['尉迟晓', '副局长，分管就业']],
  ['yunchuan.housing', 'answersForAll', ['管云程', '局长']],
  ['yunchuan.housing', 'directs', 'tu.hongbo'],
  ['yunchuan.housing', 'handles', 'tu.hongbo'],
]
/** Ends within the month, and nobody follows. */
const ending: Row = ['wuhe.civil-affairs', 'directs', 'ao.ling']

export async function recordResponsibilities(
  house: ResponsibilityHouse,
  accounts: ReadonlyMap<string, string>,
): Promise<number> {
  for (const row of rows) await recordRow(house, accounts, row, null)
  await recordRow(house, accounts, ending, addDays(house.today(), 20))
  return rows.length + 1
}

async function recordRow(
  house: ResponsibilityHouse,
  accounts: ReadonlyMap<string, string>,
  [organ, role, holder]: Row,
  until: Day | null,
): Promise<void> {
  const done = await commandResponsibility(house, {
    ...{ organ: organ as OrganId, type: 'RecordResponsibility', viewer: { kind: 'system', task: 'demo' } },
    body: {
      role,
      holder: holderOf(accounts, holder),
      scope: { area: null, category: null },
      from: firstDay(house),
      until,
    },
  })
  if (!done.ok) throw new Error(`${organ} has no ${role}: ${JSON.stringify(done.error)}`)
}

const firstDay = ({ today }: ResponsibilityHouse): Day => `${today().slice(0, 4)}-01-01` as Day

function holderOf(accounts: ReadonlyMap<string, string>, holder: Row[2]): object {
  if (typeof holder === 'string') return { account: accounts.get(holder) }
  const [name, office] = holder.map((text) => {
    const read = readProse(text, { max: 100, singleLine: true, part: 'identity' })
    if (!read.ok) throw new Error(`not a name: ${text}`)
    return read.value
  })
  return { name, office }
}

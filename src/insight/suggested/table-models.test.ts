import { describe, expect, it } from 'vitest'
import { demoOrgans } from '../../demo/prefecture.ts'
import { Classifier } from '../../text/classifier/model.ts'
import { readText } from '../../text/classifier/reading.ts'
import { tableModel } from './table-models.ts'
import type { SuggestionTarget } from './target.ts'

const organs = demoOrgans.map((organ) => ({ ...organ, name: { zh: organ.nameZh } }))
const threeOf = (target: SuggestionTarget, text: string) =>
  new Classifier(tableModel(target, organs)).suggest(readText(text), 3)
const labelsOf = (target: SuggestionTarget, text: string) => threeOf(target, text).map(({ label }) => label)

describe('Before any case was confirmed', () => {
  it.each([
    ['工地老板拖欠我们十二个人的工资三个月，过年都没有钱回家', 'labour.wages'],
    ['村里征地补偿款只发了一半，青苗费没有给', 'land.requisition'],
    ['小区旁边的养猪场臭气熏天，污水直接排进河里', 'environment.pollution'],
    ['开发商延期交房两年，房产证一直办不下来', 'construction.housing'],
    ['父亲做手术后感染去世，医院说不是医疗事故', 'health.medical-disputes'],
    ['我家生活困难，申请低保一直没有批', 'civil.social-assistance'],
    ['门前的路灯坏了三个月，道路坑洼积水', 'construction.municipal'],
  ])('%s is among three categories', (text, category) => expect(labelsOf('category', text)).toContain(category))

  it.each([
    ['建议在学校门口设置红绿灯，增加公交班次', 'suggestion'],
    ['实名举报村支书贪污集体资金，虚报冒领补贴', 'accusation'],
    ['物业收了费不管事，多次反映无果，请求解决', 'appeal'],
  ])('%s → %s', (text, of) => expect(labelsOf('class', text)[0]).toBe(of))

  it('offers departments by what they do', () => {
    expect(labelsOf('organ', '工地拖欠农民工工资')[0]).toMatch(/人力资源|劳动/)
    expect(labelsOf('organ', '化工厂夜里偷排污水')[0]).toMatch(/环境/)
  })

  it('does not say how sure it is, because nobody has counted', () => {
    const [first] = threeOf('category', '拖欠工资')
    expect(first?.confidence).toBeNull()
    expect(first?.words.join()).toMatch(/工资|拖欠/)
  })
})

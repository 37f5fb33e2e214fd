import { describe, expect, it } from 'vitest'
import { setApart } from './particulars.ts'

const names = (one: string, other: string) => setApart(one, other).map((apart) => `${apart.one}/${apart.other}`)

describe('What sets two matters apart of which the words are alike', () => {
  it.each([
    ['青坪镇东山村的道路三年没修，下雨积水', '青坪镇石桥村的道路三年没修，下雨积水', 'place'],
    ['我住在翠湖小区，楼下餐馆油烟很大', '我住在金桂小区，楼下餐馆油烟很大', 'place'],
    ['A5区劳动东路底层餐馆油烟扰民', 'A2区南湖路底层餐馆油烟扰民', 'place'],
    ['不知B市到A市什么时候开通地铁', '不知C市到A市什么时候开通地铁', 'place'],
    ['梅园县石门镇双溪村3组拖欠征地补偿款', '梅园县石门镇柳河村3组拖欠征地补偿款', 'place'],
    ['双溪镇石板村的拦河堰冲开一个口子', '双溪镇落花坝的拦河堰冲开一个口子', 'place'],
    ['人民路夜市扰民，请派人来看', '解放路夜市扰民，请派人来看', 'road'],
    ['桂花街道翠湖小区5栋楼下烧烤扰民', '桂花街道翠湖小区6栋楼下烧烤扰民', 'number'],
    ['12路公交车经常晚点，一等就是一小时', '17路公交车经常晚点，一等就是一小时', 'number'],
    ['宏达建筑公司拖欠工资', '恒通建筑公司拖欠工资', 'organ'],
    ['市第一中学违规收费', '市第三中学违规收费', 'organ'],
  ])('%s ≠ %s', (one, other, kind) => {
    expect(setApart(one, other).map((apart) => apart.kind)).toContain(kind)
    expect(setApart(other, one).map((apart) => apart.kind)).toContain(kind)
  })

  it.each([
    ['the same', '翠湖小区油烟扰民', '翠湖小区油烟扰民'],
    ['another day and sum', '翠湖小区9月1日停水，损失300元', '翠湖小区9月5日停水，损失500元'],
    ['another addressee', '尊敬的张书记：翠湖小区停水三天', '尊敬的李市长：翠湖小区停水三天'],
    ['a place that only one names', '翠湖小区停水三天没人管', '青坪镇翠湖小区停水三天没人管'],
    ['a prefecture and its county', 'A市翠湖小区停水三天', 'A7县翠湖小区停水三天'],
    ['what stands before a name', '请问深湾雅居小区何时通气', '投诉深湾雅居小区何时通气'],
    ['a name written the wrong way round', '西山广铁集团捆绑销售车位', '西山铁广集团捆绑销售车位'],
    ['words that end like places', '开发商跑路，工地停工', '老板跑路，工地停工'],
  ])('but not by %s', (_, one, other) => {
    expect(names(one, other)).toEqual([])
  })

  it('is named as it stands', () => {
    expect(names('青坪镇东山村的道路没修', '青坪镇石桥村的道路没修')).toEqual(['东山村/石桥村'])
  })

  it('is a slip of the pen only where something else shows that it is one place', () => {
    expect(names('翠湖小区门口黄兴大道积水', '翠湖小区门口黄星大道积水')).toEqual([])
    expect(names('东山村道路积水', '西山村道路积水')).toEqual(['东山村/西山村'])
  })
})

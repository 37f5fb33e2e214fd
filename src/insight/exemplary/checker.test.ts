/** The checker against whoever would get a name past it, and against itself: what it must let through. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../../test/seed.ts'
import { type KnownOfSource, longestRun, tellingsIn } from './checker.ts'
import type { TellingKind } from './exemplary.ts'
import { placesSaidIn, withBareNames } from './small-places.ts'

drawFromSeed()

const source =
  '我家在落水村住了三十年，门前的水沟去年被人填了，雨水全部流进堂屋，请县自然资源局依照《中华人民共和国土地管理法》处理。'
const known: KnownOfSource = {
  names: ['爨龙颜', '李建国', '王建设', '买买提·艾力', '青坪宏达米业有限公司'],
  places: withBareNames(['双溪镇', '落水村', '岩脚村', '桂花街道', 'Shuangxi Town']),
  texts: [source],
  offices: ['青坪县人力资源和社会保障局'],
}
const told = (situation: string): readonly TellingKind[] => tellingsIn({ situation }, known).map(({ kind }) => kind)

/** As one reads it in an office; no sign of these is anybody's. */
const refused: readonly (readonly [TellingKind, string])[] = [
  // names that the matter knows, however they are spaced, and parts of them
  ['name', '经查，爨龙颜多次反映'],
  ['name', '经查爨 龙 颜多次反映'],
  ['name', '经查爨·龙·颜多次反映'],
  ['name', '经查，爨\u200b龙\u200b颜多次反映'],
  ['name', '建国一家搬了回去'],
  ['name', '龙颜家的水沟'],
  ['name', '工作人员找到买买提艾力'],
  ['name', '青坪宏达米业有限公司退还货款'],
  // names that nobody told us of, in the middle of a sentence
  ['name', '村民赵德柱反映'],
  ['name', '调解员把张伟和对方请到一起'],
  ['name', '经与陈秀英协商，双方同意'],
  ['name', '欧阳小明拿到了补偿'],
  ['name', '司马德才不同意'],
  // as people call each other
  ['name', '老王不肯让步'],
  ['name', '镇干部多次找老李谈心'],
  ['name', '小张和对方各退一步'],
  ['name', '阿强拿到了工资'],
  ['name', '王某反映水沟被填'],
  ['name', '王某某反映水沟被填'],
  ['name', '欧阳某反映水沟被填'],
  ['name', '王××反映水沟被填'],
  ['name', '李XX与邻居协商'],
  ['name', '李＊＊与邻居协商'],
  ['name', '王大爷住进新房'],
  ['name', '李大妈当场落泪'],
  ['name', '陈师傅领到工资'],
  ['name', '张女士撤回请求'],
  ['name', '刘主任到场道歉'],
  ['name', '王家门前的沟恢复了'],
  ['name', '村里人称李氏的一户'],
  ['name', 'Mr Wang and his neighbour agreed'],
  ['name', 'Wang Jianguo and his neighbour agreed'],
  ['name', 'The office called on Zhao Dezhu twice'],
  ['name', 'Xiuying Chen was paid'],
  ['name', 'Old Li was paid'],
  // telephones, identity and other numbers, however they are written
  ['number', '联系电话19900000001'],
  ['number', '１９９００００００６４'],
  ['number', '1 9 9 0 0 0 0 0 0 6 4'],
  ['number', '199-0000-0064'],
  ['number', '199\u200b0000\u200b0064'],
  ['number', '一九九〇〇〇〇〇〇六四'],
  ['number', '幺九九零零零零零零六四'],
  ['number', '0999-6212345'],
  ['number', '座机6212 3456'],
  ['number', '身份证号99010119900307123X'],
  ['number', '身份证 990101 19900307 123X'],
  ['number', '９９０１０１１９９００３０７１２３Ｘ'],
  ['number', '微信号wxid_abcdef1'],
  ['number', '车牌云A12345'],
  ['number', '邮箱someone@example.com'],
  ['number', '卡号6222 0200 0000 0000 000'],
  ['number', '（2025）某0101民初123号判决'],
  ['number', '青信复〔2025〕12号答复意见'],
  // doors and houses
  ['number', '桂花街12号的住户'],
  ['number', '桂花街１２号的住户'],
  ['number', '桂花街十二号的住户'],
  ['number', '某小区3栋2单元501室'],
  ['number', '5号楼漏水'],
  ['number', '三单元漏水'],
  ['number', '住在501室'],
  ['number', '第三村民小组'],
  // days
  ['day', '2025年3月8日到现场'],
  ['day', '２０２５年３月８日到现场'],
  ['day', '二〇二五年三月八日到现场'],
  ['day', '三月初八到现场'],
  ['day', '腊月二十三到现场'],
  ['day', '正月初六到现场'],
  ['day', '3 月 8 日到现场'],
  ['day', '3月8号到现场'],
  ['day', '上月8号到现场'],
  ['day', '8日上午到现场'],
  ['day', '2025-03-08到现场'],
  ['day', '2025.3.8到现场'],
  ['day', '2025/3/8到现场'],
  ['day', '20250308到现场'],
  ['day', 'On 8 March they came'],
  ['day', 'On March 8th they came'],
  ['day', 'On the 8th of March they came'],
  // numbers of petitions, however they are cut
  ['petitionNumber', '编号2611-2348-2719-034'],
  ['petitionNumber', '编号261123482719034'],
  ['petitionNumber', '编号２６１１２３４８２７１９０３４'],
  ['petitionNumber', '编号2611 2348 2719 034'],
  ['petitionNumber', '编号26.1123.4827.19034'],
  ['petitionNumber', '编号2 6 1 1 2 3 4 8 2 7 1 9 0 3 4'],
  // small places
  ['place', '双溪镇组织协商'],
  ['place', '落水村的人'],
  ['place', '岩脚的人'],
  ['place', 'people of Shuangxi town'],
  ['place', '古城村恢复了水沟'],
  // what was copied: ten signs, whatever stands between them
  ['copied', '当事人说门前的水沟，去年被人填了'],
  ['copied', '雨水，全部 流进「堂屋」。去年被人填了雨水全部流进堂屋'],
]

const passes: readonly string[] = [
  '一条排水沟被填，雨天积水。镇里会同水利站现场复勘，2025年3月恢复沟渠，六十日内完工。',
  '2019-2023年共投入1200000元，惠及350户1260人，复耕耕地86.5亩。',
  '补偿标准由每亩3200元提高到4500元，15个工作日内全部兑现，第一批60户，第二批40户。',
  '拨打12345热线的群众三日内得到回复。',
  '老年人、小区业主、小程序、小范围试点、大田作物、老路改造、小微企业、老旧小区加装电梯。',
  '某村、某镇、某企业、某单位、某小区的做法。',
  '于某年某月由某单位牵头，向某企业核实，和某部门会商。',
  '时任负责人担任组长，主任由负责人兼任，向书记汇报，全体组长参加，国家、大家、专家、全家都受益。',
  '贫困村、示范村、行政村、自然村、乡镇、街道、社区、村民小组都要参加。',
  '建设单位应当公开收费标准，张榜公布，申请人可以申诉，连续三年没有新的矛盾。',
  '通村道路、通村公路、山林界线、邻里关系、水利设施。',
  '当面解释清楚，明确责任，马上办理，全程跟踪，安排专人，限时办结。',
  '县、市、省三级联动，省人民政府和县人民政府的文件，国务院的决定。',
  '依照《中华人民共和国土地管理法》和《信访工作条例》第三十二条第一款第（一）项处理。',
  '青坪县人力资源和社会保障局牵头，劳动监察大队配合。',
  '每月15日公示进度，每季度张榜一次，满三个月回访。',
  '分三组走访，整治3栋楼房，新增5个单元门禁，设3号窗口。',
  '先把“为什么没修”查清楚、说清楚，再谈什么时候修；把等待的日子也管起来。',
  '八成以上的人当场签字，二百三十户同意，百分之九十五满意。',
  'The office walked the road, found that an assessment was missing and the money had gone elsewhere, said so, and set both right within 60 days.',
  'In March 2025 the county paid 1,200,000 yuan to 350 households; He or she who asked was told in person.',
  'Long waits end when one office answers for all; May brings the next report.',
]

describe('What still tells whose matter it was is refused', () => {
  it.each(refused)('%s: %s', (kind, said) => {
    expect(told(said)).toContain(kind)
  })

  it('a case number also where the law is cited, and there no number of a document, nor the day of a law', () => {
    const inBasis = (basis: string) => tellingsIn({ basis }, known).map(({ kind }) => kind)
    expect(inBasis('（2025）某0101民初123号')).toEqual(['number'])
    expect(inBasis('国发〔2014〕12号；2022年5月1日起施行的《信访工作条例》第三十二条')).toEqual([])
    expect(inBasis('2025年3月8日的答复')).toEqual(['day'])
    expect(told('国发〔2014〕12号')).toEqual(['number'])
  })
})

describe('What says what was done and nobody passes', () => {
  it.each(passes)('%s', (said) => {
    expect(tellingsIn({ situation: said }, known)).toEqual([])
  })

  it('a given name that is a common word stays, unless the whole name stands there', () => {
    expect(told('加强基础设施建设')).toEqual([])
    expect(told('王建设多次反映')).toContain('name')
  })
})

describe('What is copied', () => {
  it('is found in any ten signs of the matter, and never in nine', () => {
    const signs = source.replace(/《[^》]*》/u, '').replace(/[^\p{L}\p{N}]+/gu, '')
    const first = signs.indexOf('依照')
    fc.assert(
      fc.property(fc.nat(first - longestRun), fc.constantFrom('', '，', ' ', '。'), (from, stop) => {
        const run = [...signs.slice(from, from + longestRun)].join(stop)
        expect(tellingsIn({ done: `甲${run}乙` }, known).map(({ kind }) => kind)).toContain('copied')
        const short = [...signs.slice(from, from + longestRun - 1)].join(stop)
        expect(tellingsIn({ done: `甲${short}乙` }, known).map(({ kind }) => kind)).not.toContain('copied')
      }),
    )
  })

  it('is said once, and whole', () => {
    const found = tellingsIn({ done: '门前的水沟去年被人填了雨水全部流进堂屋' }, known)
    expect(found.filter(({ kind }) => kind === 'copied').map(({ said }) => said)).toEqual([
      '门前的水沟去年被人填了雨水全部流进堂屋',
    ])
  })

  it('is no title of a law and no name of an office, and the law may be quoted as its basis', () => {
    const law = '不动产的相邻权利人应当按照有利生产、方便生活的原则处理相邻关系'
    expect(tellingsIn({ basis: law }, { ...known, texts: [law] })).toEqual([])
    expect(tellingsIn({ why: law }, { ...known, texts: [law] }).map(({ kind }) => kind)).toContain('copied')
    const offices = '请青坪县人力资源和社会保障局处理'
    expect(tellingsIn({ done: '青坪县人力资源和社会保障局牵头' }, { ...known, texts: [offices] })).toEqual([])
  })
})

describe('Small places', () => {
  it('are those that the matter names too', () => {
    expect(placesSaidIn('岩脚村和风岭村两个组的山林界线')).toContain('岩脚村')
    expect(placesSaidIn('行政村和老旧小区')).toEqual([])
  })
})

describe('Whatever is written', () => {
  it('is looked at without a fault, and every telling stands in it', () => {
    const signs = fc.constantFrom(...'王李老小某第号村镇年月日家1９〇三.-（）〔〕 Wang\u200b，。'.split(''))
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (all) => {
        const situation = all.join('')
        const plain = situation.normalize('NFKC').replace(/\p{Cf}/gu, '')
        for (const { said, kind } of tellingsIn({ situation }, known))
          if (kind !== 'copied') expect(plain).toContain(said)
      }),
      { numRuns: 500 },
    )
  })
})

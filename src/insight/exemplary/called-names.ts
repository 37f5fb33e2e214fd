/**
 * How people are called without their whole name, and how they are written in Latin letters: 老王, 王某某, 王大爷, 王家, 张伟, Mr Wang, Wang
 * Jianguo. Whoever knows the village knows whom that means. Here more is taken for a name than where titles are masked: whoever writes an
 * exemplary case can put it otherwise.
 */
import { foundNamesIn, knownNamesIn, saidNamesIn } from '../../text/names.ts'
import type { Masked } from '../../text/numbers.ts'
import { segment, type Word } from '../../text/segmenter.ts'
import { surnameOf } from '../../text/surnames.ts'

type Found = Pick<Masked, 'from' | 'to'>

export const calledNamesIn = (plain: string, known: readonly string[]): readonly Found[] => [
  ...knownNamesIn(plain, known),
  ...knownNamesIn(plain, known.flatMap(givenName)),
  ...saidNamesIn(plain),
  ...foundNamesIn(plain).filter(({ from, to }) => !noNames.has(plain.slice(from, to))),
  ...namedWordsIn(plain),
  ...behindSurname(plain),
  ...inLatin(plain),
]

/** 建国 of 李建国, but not 建设 of 李建设: that is in every text. */
function givenName(name: string): readonly string[] {
  const surname = surnameOf(name)
  const given = surname === null ? '' : name.slice(surname.length)
  if (!/^\p{Script=Han}{2}$/u.test(given)) return []
  const [word, next] = segment(given)
  const isCommon = next === undefined && word !== undefined && !/^(?:nr|ns|nz|x)/.test(word.tag)
  return isCommon ? [] : [given]
}

/** Signs that are family names too, and oftener something else in what an office writes. */
const oftenerWords = new Set(
  '于和向由从因经任方安成时都并单连全管万计强解查区明平国高常年水石田路段白金江程康范毛石花盛沙荆冷位关党席包简项章季文齐景宗游',
)
const surname = (sign: string): boolean => sign.length > 0 && surnameOf(sign) === sign

const units = '村镇乡县市区局厂单部所年月日地公企个种些类街社组项块条处镇小大中高一同'
const appellations =
  '大爷|大妈|大娘|大叔|大伯|大婶|大姐|大哥|大嫂|阿姨|叔叔|伯伯|婶婶|嫂子|奶奶|爷爷|婆婆|老太|老汉|老伯|老人|先生|女士|小姐|师傅|' +
  '书记|主任|局长|县长|镇长|乡长|村长|所长|科长|队长|院长|校长|处长|支书|经理|法官|民警|警官|老师|医生|站长|厂长|会计|部长|市长|老板|' +
  '氏|某|姓|姐|哥|叔|婶|嫂|家(?![具乡园庭访属长里电政畜禽])'
/** 王某某, 王××, 王大爷, 王主任, 王家; the longest first, and a compound family name whole. */
const shapes: readonly RegExp[] = [
  new RegExp(`(\\p{Script=Han})(?:某{1,3}(?![某${units}])|[×✕xX*○〇●□■△]{1,3}(?![A-Za-z]))`, 'gu'),
  new RegExp(`(\\p{Script=Han})(?:${appellations})(?!\\p{Script=Han}?(?:程|会|商))`, 'gu'),
]

/** What stands before a family name that is none: 担任主任, 时任局长, 国家. */
const notBehind = /[时现担兼原历责主连国大专回各全本公私农管当住独这那人厂商东成]$/

function behindSurname(plain: string): readonly Found[] {
  const found = shapes.flatMap((shape) =>
    [...plain.matchAll(shape)].flatMap(({ 0: whole, 1: sign = '', index }) => {
      const compound = surnameOf(plain.slice(Math.max(0, index - 1), index + 1))
      const from = compound?.length === 2 ? index - 1 : index
      if (compound?.length !== 2 && (!surname(sign) || oftenerWords.has(sign))) return []
      return notBehind.test(plain.slice(0, from)) ? [] : [{ from, to: index + whole.length }]
    }),
  )
  return [...found, ...familiar(plain)]
}

/** 老王, 小李, 阿强: the familiar word and one sign, unless the sign begins or ends another word. */
function familiar(plain: string): readonly Found[] {
  return placed(plain).flatMap(({ word, tag, from }, at, all) => {
    const next = all[at + 1]
    if (/^[老小阿大]$/.test(word) && next !== undefined && surname(next.word) && !oftenerWords.has(next.word))
      return [{ from, to: from + 2 }]
    const [first = '', second = '', third] = word
    const isCalled = third === undefined && /[老小阿]/.test(first) && surname(second) && !oftenerWords.has(second)
    if (isCalled && /^(?:nr|x|nz|n$)/.test(tag)) return [{ from, to: from + 2 }]
    const isNick = first === '阿' && third === undefined && ofGiven.includes(second) && second !== ''
    return isNick && /^(?:nr|x)/.test(tag) ? [{ from, to: from + 2 }] : []
  })
}

/** What the dictionary or the segmenter takes for a name, wherever it stands: 张伟 between two verbs, 陈 and 秀英 as two words. */
const namedWordsIn = (plain: string): readonly Found[] =>
  placed(plain).flatMap(({ word, tag, from }, at, all) => {
    const family = surnameOf(word)
    if (family === null || oftenerWords.has(family) || noNames.has(word)) return []
    const next = all[at + 1]
    if (word === family) return next && isGivenWord(next) ? [{ from, to: from + word.length + next.word.length }] : []
    const given = [...word].length - [...family].length
    const isName = tag === 'nr' || (tag === 'x' && isLikeName(word))
    return isName && han.test(word) && given <= 2 ? [{ from, to: from + word.length }] : []
  })

const han = /^\p{Script=Han}+$/u
const isGivenWord = ({ word, tag }: Word): boolean =>
  /^(?:nr|x|nz)/.test(tag) && /^\p{Script=Han}{1,2}$/u.test(word) && (tag === 'nr' || isLikeName(word))

/** Words of offices that the dictionary takes for names. */
const noNames: ReadonlySet<string> = new Set(
  '祝您 许可证 谢谢您 杜绝 银行卡 施工图 段时间 蓝天 井盖 周密 陈旧 左转 丁字 华府 陈述 卫星 卫生 申请人 申请书 扬言 盖章 宁可 洪水 温馨 安全 和解 宋体 金额 谢谢 许可 钱款 余款 余额 曾经 康复 董事 施工 汪洋 齐全 童年 毕业 柳树 梅花 莫名 阳光 席位 司法 苗木 樊篱 凌晨 庞大 焦点 焦虑 辛苦 符合 单独 秦岭 黄河 长江 江苏 江西 苏州 徐州 郑州 杭州 洪涝 林业 林地 林木 林权 林界 马路 牛羊 鱼塘 房屋 车辆 钟头 郎中 葛根 龙头 龙灯 雷雨 雷电 殷实 翁婿 文明 文化 文字 文件 施救 简单 简易 简化 简称 荣誉 容量 容易 车位 纪律 纪检 纪委 项目 祝贺 童装 古城 古树 古镇 艾滋 齐心 齐抓 时效 申请 申诉 申报 申领 申述 查清 关心 关于 关系 关键 关闭 关注 利息 廉洁 廉租 黎明 党员 党委 党组 盛夏 柴油 柴火 步骤 步行 幸福 冬季 武装 武警 汤锅 尚未 尚有 向上 聚集 商量 习惯 池塘 连续 连接 支持 支付 支出 鲜花 农林 农村 农田 农户 明白 明确 明显 岳父 岳母 乐意 宗族 宗祠 颜色 胡同 胡乱 胡子 黄土 黄金 黄沙 戴帽 谷物 谷雨 路面 路口 路灯 骆驼 唐突 温度 温和 温暖 席卷 张榜 张贴 张罗 王道'.split(
    ' ',
  ),
)
/** Unknown words are names only where their last sign is one that names end with. */
const ofGiven =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛超霞平刚桂英华玉兰红秀珍凤莲梅琴云建国志明文德福贵生龙飞鹏辉斌波宁健俊峰浩宇轩涵怡欣佳雪慧颖婷琳洁倩燕萍玲荣富财喜旺春秋香菊柱根林森才良仁义忠孝顺庆祥吉瑞泰康安全友朋海江河山川石宝珠翠蓉芬芝兵彪虎豹骏驰奎魁锋钢铁铭鑫'
const isLikeName = (word: string): boolean => ofGiven.includes(word.at(-1) ?? '')

interface Placed extends Word {
  readonly from: number
}
function placed(plain: string): readonly Placed[] {
  let at = 0
  return segment(plain).map((word) => {
    const from = at
    at += word.word.length
    return { ...word, from }
  })
}

const romanised =
  'Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Han Tang Feng Yu Dong Xiao Cheng Cao Yuan Deng Fu Shen Zeng Peng Lü Lu Su Jiang Cai Jia Ding Wei Xue Ye Yan Pan Du Dai Xia Zhong Tian Ren Fan Fang Shi Yao Tan Liao Zou Xiong Jin Hao Kong Bai Cui Kang Mao Qiu Qin Gu Hou Shao Meng Long Wan Duan Lei Qian Yin Chang Qiao Lai Gong Pang Lan Yin Tao Hong Zhai Ni Niu Wen Ji Yu Ge Nie Cong Jiao Liu Xing Qi Mei Zhuang Mu Ouyang Sima Shangguan Zhuge Murong'.split(
    ' ',
  )
const family = `(?:${[...new Set(romanised)].join('|')})`
const sound =
  '(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iong|iang|uang|ueng|uai|iao|ian|ing|ang|eng|ong|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|üe|[aoeiuü]))'
const given = `(?:${sound}[-'’]?${sound}?)`
const latin: readonly RegExp[] = [
  new RegExp(
    `\\b(?:Mr|Mrs|Ms|Miss|Mme|Old|Little|Uncle|Aunt|Auntie|Grandpa|Grandma|Granny|Secretary|Director|Chief|Judge|Officer|Teacher|Doctor|Dr)\\.?\\s+${family}\\b`,
    'gu',
  ),
]
const pair = /\b([A-Z][a-zü]+)\s+([A-Z][a-zü]*(?:[-'’][A-Za-z]?[a-zü]+)?)\b/gu
const isFamily = new RegExp(`^${family}$`, 'u')
const isGiven = new RegExp(`^${given}$`, 'iu')

/** A family name and what can be a given one, in either order: Wang Jianguo, Jianguo Wang. */
const inLatin = (plain: string): readonly Found[] => [
  ...latin.flatMap((shape) =>
    [...plain.matchAll(shape)].map(({ 0: whole, index }) => ({ from: index, to: index + whole.length })),
  ),
  ...[...plain.matchAll(pair)].flatMap(({ 0: whole, 1: one = '', 2: other = '', index }) => {
    const isName = (isFamily.test(one) && isGiven.test(other)) || (isFamily.test(other) && isGiven.test(one))
    return isName ? [{ from: index, to: index + whole.length }] : []
  }),
]

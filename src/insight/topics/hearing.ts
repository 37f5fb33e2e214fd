/** Hears one message: cuts what is masked into words, places and kinds of people, and makes signs of them. */
import { mask } from '../../text/masking.ts'
import { segment, type Word } from '../../text/segmenter.ts'
import type { Heard, Sign } from './heard.ts'
import { ownNameOf, type PlacesSaid, placesSaid } from './places-said.ts'

/** What each sign stands for; told beside, so that it can be thrown away. */
export type Tell = (sign: Sign, letters: string) => void

/** What people wrote, masked first, or masked already. */
export interface Written {
  readonly title: string
  readonly text: string
}

export const maskedOf = ({ title, text }: Written): Written => ({ title: mask(title.trim()), text: mask(text.trim()) })

export function hear({ title, text }: Written, tell: Tell, cut: typeof segment = segment): Heard {
  const sign = (kind: string, letters: string): Sign => {
    const made = signOf(kind + letters)
    tell(made, letters)
    return made
  }
  const said = { title: placesSaid(clean(title), cut), text: placesSaid(clean(text).slice(0, longestRead), cut) }
  const matter = new Map<Sign, number>()
  const place = new Map<Sign, number>()
  weighMatter(said.title.others, titleWeight, matter, sign)
  weighMatter(said.text.others, 1, matter, sign)
  weighPlace(said.title, titlePlaceWeight, place)
  weighPlace(said.text, 0, place)
  const areas = [...new Set(said.title.areas.length > 0 ? said.title.areas : said.text.areas.slice(0, 2))]
  const ofLevel = (level: number): readonly Sign[] =>
    areas.filter((area) => levelOf(area) === level).map((area) => sign('a', area))
  const spots = said.title.spots.length > 0 ? said.title.spots : said.text.spots
  return {
    ...{ matter, place },
    areas: [ofLevel(0), ofLevel(1), ofLevel(2)],
    spots: [...new Set(spots)].map((spot) => sign('s', bareSpot(spot))),
    isPlaced: said.title.spots.length > 0,
    title: said.title.others.map((word) => (isSaying(word) ? sign('w', word.word.toLowerCase()) : 0)),
    groups: groupsIn(`${title}。${text}`).map((group) => sign('g', group)),
  }
}

/** A city with a number is one of a county's rank, as coded data has it. */
function levelOf(area: string): 0 | 1 | 2 {
  if (/(?:镇|乡|街道)$/.test(area)) return 2
  return /[区县旗]$|\d市$/.test(area) && !area.endsWith('自治区') ? 1 : 0
}

/** 青坪小区 and 青坪 are one place; 青坪路 is another. */
export const bareSpot = (spot: string): string => spot.replace(/(?<=.{2})(?:小区|社区|楼盘)$/, '')

const titleWeight = 3
/** A place in the title is where it is; one that the text names, however often, may be where it is compared with. */
const titlePlaceWeight = 6
/** Whoever writes more than this repeats it. */
const longestRead = 1500

const clean = (text: string): string => text.normalize('NFKC').replace(/\p{Script=Han}某{1,2}|\*+/gu, ' ')

function weighMatter(
  words: readonly Word[],
  weight: number,
  into: Map<Sign, number>,
  sign: (kind: string, letters: string) => Sign,
): void {
  const add = (at: Sign): void => void into.set(at, (into.get(at) ?? 0) + weight)
  let before: Word | null = null
  for (const word of words) {
    const isWord = isSaying(word)
    if (isWord) add(sign('w', word.word.toLowerCase()))
    // pairs only of titles: those of texts are many and seldom come again
    if (weight > 1 && isWord && before !== null) add(signOf(`b${before.word}|${word.word}`))
    before = isWord ? word : null
  }
}

/** Two signs at a time of each name, so that 海棠花园二期 and 海棠花园 meet. */
function weighPlace({ spots, others }: PlacesSaid, weight: number, into: Map<Sign, number>): void {
  const coined = others.filter(({ word, tag }) => tag === 'x' && isCoined.test(word)).map(({ word }) => word)
  for (const name of [...spots.map(ownNameOf), ...coined]) {
    for (let at = 0; at + 2 <= name.length; at += 1) {
      const made = signOf(`n${name.slice(at, at + 2)}`)
      into.set(made, Math.max(into.get(made) ?? 0, weight, 1))
    }
  }
}

/** A word that is in no dictionary is a name more often than not: of a scheme, a shop, an estate without its kind. */
const isCoined = /^(?:\p{Script=Han}{3,6}|\d{1,4}\p{Script=Han}{2,4})$/u

const saying = /^(?:n|v|a|x$|eng$|j$|l$|i$|z|b$|s$|g)/
const sayingNothing = new Set(
  `投诉 反映 举报 关于 咨询 请问 请求 希望 建议 要求 解决 恳请 强烈 再次 严重 问题 情况 有关 相关 部门 相关部门 有关部门 领导 书记 市长 区长 县长 省长
  您好 你好 尊敬 谢谢 感谢 回复 答复 处理 政府 市政府 区政府 县政府 老百姓 百姓 群众 市民 居民 业主 村民 大家 我们 他们 你们 没有 不能 可以 进行 出现 导致 造成 影响
  是否 为什么 什么 怎么 如何 何时 什么时候 能否 可否 是不是 有没有 能够 应该 需要 知道 认为 觉得 表示 多次 一直 至今 已经 现在 目前 今年 去年 时间 地方 附近 周边 旁边
  给予 尽快 加快 早日 请 望 盼 给 让 被 把 有 是 说 去 来 到 做 打 看 想 叫 该 小区 社区 公司 项目 存在 生活 工作 人员 单位 中国 国家 城市 人民 希 答 方面 一些 很多 不少
  事情 事项 情况 原因 结果 打扰 百忙之中 关注 重视 帮助 麻烦 敬请 特此 此致 敬礼 本人 家里 孩子 小孩 家长 学生 员工 职工 不作为 时候 强烈建议 问问 加大 力度 步伐 速度 究竟 竟然 到底 晚上 每天 全体 广大 难道 何年何月 实施 相关规定 具体 合理 不合理 合法 严格 正常 长期`.split(
    /\s+/,
  ),
)

const isSaying = ({ word, tag }: Word): boolean =>
  word.length >= 2 && saying.test(tag) && /^[\p{Script=Han}A-Za-z\d]+$/u.test(word) && !sayingNothing.has(word)

/** Who may be concerned. Kinds of people, never a person. */
export const groupsOfPeople = [
  ...[
    '业主',
    '居民',
    '村民',
    '学生',
    '家长',
    '职工',
    '员工',
    '教师',
    '司机',
    '乘客',
    '老人',
    '农民工',
    '农民',
    '工人',
    '商户',
  ],
  ...['消费者', '购房者', '患者', '残疾人', '退役军人', '退休人员', '投资人', '租户', '个体户', '渔民', '人才', '市民'],
] as const

/** The kinds of people that a text speaks of most, three at most. */
function groupsIn(text: string): readonly string[] {
  const counted = groupsOfPeople.map((group) => ({ group, times: text.split(group).length - 1 }))
  return counted
    .filter(({ times }) => times > 0)
    .toSorted((a, b) => b.times - a.times)
    .slice(0, 3)
    .map(({ group }) => group)
}

/** FNV-1a, and the last steps of MurmurHash3; 31 bits, so that PostgreSQL keeps it as an integer. */
export function signOf(text: string): Sign {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) & 0x7fffffff
}

/**
 * Which of several claims an answer does not speak of at all, while it speaks of others. Told by pairs of signs, two that stand together (路灯),
 * without those that all petitions have: no pair of the claim occurs, and hardly a sign. It takes a claim of some length, and another that is spoken
 * of: a single claim may well have been answered in other words, and one of a few words too. That words occur says nothing of how it was answered.
 */
import { segment } from '../segmenter.ts'

/** What petitions have in common, and so tells nothing of one. The longest first, so that none is torn. */
const common = (
  '问题 情况 反映 投诉 举报 请求 要求 希望 建议 咨询 解决 处理 领导 政府 部门 有关 相关 单位 书记 市长 县长 局长 您好 你好 尊敬 谢谢 感谢 回复 答复 ' +
  '群众 百姓 老百姓 市民 居民 村民 业主 人员 工作 没有 不能 可以 应该 需要 进行 现在 一直 时候 时间 地方 事情 原因 造成 严重 影响 生活 关于 ' +
  '已经 还是 就是 这样 这个 知道 认为 觉得 是否 为什么 怎么 如何 什么 多次 至今 本人 我们 他们 大家 国家 规定 政策 依法 给予 予以 尽快 查处 ' +
  '强烈 质疑 呼吁 诉求 申请 信访 事项 不予 支持 办理 落实 维权 合法 权益 合理 说法 公平 公正 恳请 恳求 盼望 盼复 了解 出现 存在 发生 继续 提出'
)
  .split(' ')
  .toSorted((a, b) => b.length - a.length)
const commonWords = new RegExp(common.join('|'), 'gu')
/** Signs that stand in every text. */
const everywhere = new Set(
  '的了在是和与及对把被将给向从到为有不也都还就能请求望我你您他们这那个之其以并或由于上下中大小多少人一二三四五六七八九十年月日时市县区镇乡村路',
)
const betweenWords = /[的了在和与及]/u

/** A claim of fewer pairs than this may be answered without any of them. */
const fewestPairs = 7
/** Of the signs of a claim that is passed over fewer than this occur. */
const signsAtMost = 0.25
/** So many pairs of another claim show that the answer speaks of that one. */
const pairsSpokenOf = 2

interface Told {
  readonly pairs: readonly string[]
  readonly signs: readonly string[]
}

function toldBy(claim: string): Told {
  const runs =
    claim
      .normalize('NFKC')
      .replace(commonWords, ' ')
      .match(/\p{Script=Han}+/gu) ?? []
  const pairs = runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)))
  return {
    pairs: [...new Set(pairs)].filter((pair) => !betweenWords.test(pair)),
    signs: [...new Set(runs.join(''))].filter((sign) => !everywhere.has(sign)),
  }
}

/** For each claim the words that tell it, where the answer passes it over; null for the others, and for those whose text is not known. */
export function claimsPassedOver(
  claims: readonly (string | null)[],
  answer: string,
): readonly (readonly string[] | null)[] {
  const plain = answer.normalize('NFKC').replace(/\s+/gu, '')
  const told = claims.map((claim) => (claim === null ? null : toldBy(claim)))
  const occurring = told.map((each) => each?.pairs.filter((pair) => plain.includes(pair)).length ?? 0)
  const speaksOfAny = occurring.some((count) => count >= pairsSpokenOf)
  return told.map((each, at) => {
    if (!speaksOfAny || each === null || occurring[at] !== 0 || each.pairs.length < fewestPairs) return null
    const signs = each.signs.filter((sign) => plain.includes(sign)).length
    return signs < each.signs.length * signsAtMost ? wordsTelling(claims[at] ?? '') : null
  })
}

/** Nouns, names and verbs. */
const telling = /^(?:n|v|j|l|i|s|x)/u

/** To show which words are nowhere in the answer; each once, the longest first. */
export function wordsTelling(claim: string): readonly string[] {
  const words = segment(claim.normalize('NFKC').replace(commonWords, ' ')).flatMap(({ word, tag }) =>
    telling.test(tag) && /^\p{Script=Han}{2,}$/u.test(word) ? [word] : [],
  )
  return [...new Set(words)].toSorted((a, b) => b.length - a.length)
}

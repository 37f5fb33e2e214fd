/**
 * What a claim is about, and whether an answer speaks of it at all. A claim none of whose words occurs anywhere in the answer was passed over, or
 * answered in words of which none is the petitioner's: either way somebody should look. That words occur says nothing of how it was answered.
 */
import { segment } from '../segmenter.ts'

/** Nouns, names and verbs: what tells one claim from another. */
const telling = /^(?:n|v|j|l|i|s|x)/u
/** What petitions have in common, and so tells nothing of one. */
const common: ReadonlySet<string> = new Set(
  (
    '问题 情况 反映 投诉 举报 请求 要求 希望 建议 咨询 解决 处理 领导 政府 部门 有关 相关 单位 书记 市长 县长 局长 您好 你好 尊敬 谢谢 感谢 回复 答复 ' +
    '群众 百姓 老百姓 市民 居民 村民 业主 人员 工作 没有 不能 可以 应该 需要 进行 现在 一直 时候 时间 地方 事情 原因 造成 严重 影响 生活 关于 ' +
    '已经 还是 就是 这样 这个 知道 认为 觉得 是否 为什么 怎么 如何 什么 多次 至今 本人 我们 他们 大家 国家 规定 政策 依法 给予 予以 尽快 查处 ' +
    '强烈 质疑 呼吁 诉求 申请 信访 事项 不予 支持 办理 落实 维权 合法 权益 合理 说法 公平 公正 恳请 恳求 盼望 盼复 了解 出现 存在 发生 继续 提出'
  ).split(' '),
)
const fewestTelling = 2

/** Each once, the longest first. */
export function wordsOfClaim(claim: string): readonly string[] {
  const words = segment(claim.normalize('NFKC')).flatMap(({ word, tag }) =>
    telling.test(tag) && /^\p{Script=Han}{2,}$/u.test(word) && !common.has(word) ? [word] : [],
  )
  return [...new Set(words)].toSorted((a, b) => b.length - a.length)
}

/** Two signs of a word that stand together: 低保金 is spoken of where 低保 is. */
const spokenOf = (word: string, answer: string): boolean =>
  answer.includes(word) ||
  (word.length > 2 &&
    Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)).some(
      (pair) => !common.has(pair) && answer.includes(pair),
    ))

/** The words of a claim, where none of them occurs in the answer; null where one does, or where it has too few to tell. */
export function claimPassedOver(claim: string, answer: string): readonly string[] | null {
  const words = wordsOfClaim(claim)
  if (words.length < fewestTelling) return null
  const plain = answer.normalize('NFKC').replace(/\s+/gu, '')
  return words.some((word) => spokenOf(word, plain)) ? null : words
}

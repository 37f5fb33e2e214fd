/** Which words of a text say what it is about. */
import { segmentWords } from '../segmenter.ts'

/**
 * Words that stand in every text whatever it is about: particles, pronouns, prepositions, conjunctions, adverbs, measures. Texts that
 * were cut elsewhere mostly come without them, and a model must read both alike.
 */
const particles: ReadonlySet<string> = new Set(
  (
    '的 了 是 在 我 我们 和 不 有 也 没有 没 都 为 就 对 与 到 等 被 还 要 给 并 上 下 可以 将 这 那 但 而 又 能 及 向 让 不能 吗 呢 吧 啊 呀 嘛 哦 么 ' +
    '他们 她们 它们 他 她 它 去 来 从 有关 作为 以 由 于 关于 本人 个 其 多 这些 那些 会 就是 自己 把 这样 那样 怎样 大 为什么 或 您 你 你们 什么 ' +
    '根据 任何 其他 多次 更 才 不是 可 还是 这个 那个 为了 们 如果 因 因为 但是 或者 地 得 只有 只 很 所 之 通过 开始 内 外 由于 按照 还有 ' +
    '结果 第 此 而且 着 过 基本 至 谁 其中 用 且 以及 必须 如此 均 为何 怎么 怎么样 非常 甚至 时候 这么 那么 看 如何 对于 多少 这里 那里 哪里 各 才能 起 ' +
    '近 跟 因此 个人 不要 并且 经 各种 所以 拿 难道 出 自 如 可能 望 当 不得 那 本 一直 一个 一些 一样 一 二 三 四 五 六 七 八 九 十 两 几 些 年 月 日 ' +
    '却 虽然 虽 然而 然后 于是 否则 即 即使 既 若 倘若 只要 无论 不管 尽管 除了 除 关于 至于 比 比如 例如 像 同 同时 另 另外 再 又 再次 曾 曾经 已经 ' +
    '正在 正 仍 仍然 便 随 随着 沿 往 朝 凭 依 依据 经过 为此 其实 确实 实在 真 真的 太 最 较 比较 十分 极 相当 特别 越 更加 稍 略 大概 大约 左右 每 某 ' +
    '该 咱们 咱 人家 别人 大家 各位 诸位 啥 咋 哪 哪些 哪个 谁 何 何时 几时 多么 嗯 唉 哎 哈 啦 喔 哇 ' +
    'the a an of to and in is it that for on with as are was be by at or from this'
  ).split(' '),
)

/** A word that is more than a sign, a digit or a letter by itself. */
const says = /[\p{L}\p{N}]/u
const short = /^[\p{N}a-z]$/u

/** Most words by far, and as they are. */
const plainHan = /^[\u4e00-\u9fa5]+$/

/** A text as words that say something, whoever cut it. */
export const readWords = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => {
    if (plainHan.test(word)) return particles.has(word) ? [] : [word]
    const plain = word.normalize('NFKC').trim().toLowerCase()
    return says.test(plain) && !short.test(plain) && !particles.has(plain) ? [plain] : []
  })

/** The words of a text that nobody cut yet. */
export const readText = (text: string): readonly string[] => readWords(segmentWords(text.normalize('NFKC')))

/**
 * The places and institutions that a text names: 江北区 and B3区 as areas; 青坪小区, 劳动东路, 第二小学 as spots. No list of names is asked, so
 * that a place nobody ever heard of is found too: what counts is how it ends, and what can stand before that.
 */
import type { Word } from '../../text/segmenter.ts'

export interface PlacesSaid {
  /** Areas of administration, as written. */
  readonly areas: readonly string[]
  readonly spots: readonly string[]
  /** The words that name none of these, in order, with a word of no letters wherever a name stood. */
  readonly others: readonly Word[]
}

/** How a spot ends. */
const spotEnd =
  /(?:小区|社区|花园|家园|公寓|广场|大厦|商场|市场|新城|新村|公园|景区|学校|学院|中学|小学|大学|幼儿园|医院|公司|集团|银行|大道|车站|工业园|产业园|开发区|安置区|[苑园城府郡邸湾庭村路街巷桥站厂]|一品|壹品)$/
/** Ends like a spot and names none. */
const noSpot = new Set(
  `小区 社区 花园 家园 公寓 广场 大厦 商场 市场 公园 学校 学院 中学 小学 大学 幼儿园 医院 公司 集团 银行
  大道 道路 马路 公路 铁路 高铁 城铁 网站 一路 线路 电路 思路 出路 套路 走路 修路 让路 带路 全城 县城 省城
  商城 房屋 楼房 大楼 高楼 住宅楼 居民楼 教学楼 楼 路 街 村 桥 站 城 园 厂 巷 农村 乡村 山村 本村 全村
  我村 街道 大街 上街 逛街 电厂 工厂 出厂 药厂 本站 全站 车站 地铁站 公交站 火车站 高铁站 加油站 垃圾站
  收费站 政府 省政府 市政府 区政府 县政府 乐园 校园 田园 公园路 大桥 高架桥 天桥 立交桥 开发区 工业园 产业园
  安置区 物业公司 开发公司 有限公司 有限责任公司 分公司 保险公司 自来水公司 公交公司 楼盘 过街 居民小区 我小区
  我们小区 本小区 该小区 整个小区 此路 该路 这条路 断头路 水泥路 人民政府 开发商`.split(/\s+/),
)
/** What can stand before the end of a name: nouns, names, what is in no dictionary, numbers and letters. */
const partOfName = /^(?:n|x$|s$|j$|eng$|m$|b$|z|a$|ad$|f$|vn$|v$|q$|t$|i$|l$|g)/
/** What never belongs to a name, whatever its tag. */
const noPart = new Set(
  `投诉 反映 举报 关于 咨询 请问 请求 希望 建议 要求 解决 恳请 强烈 再次 严重 位于 居住 坐落 附近 旁边 旁
  对面 周边 周围 门口 楼下 内 外 里 上 下 前 后 中 至 到 从 在 是 有 的 和 与 及 对 为 被 将 把 请
  问 本 该 我 我们 你 他 这 那 此 某 各 每 全 住 来 去 新增 新建 修建 整治 治理 取缔 关闭 拆除 业主
  居民 村民 市民 学生 家长 开发商 物业 政府 领导 书记 市长 您好 位 家 个 一个 一家 一条 条 时 年 月 日
  号 天 晚上 白天 问题 情况 施工 工地 拖欠 占用 违规 违法 非法 路段 沿线 交汇 经过 通往 打造 加快 推进
  启动 关注 购买 销售 开发 入住 隔壁 所在 地处 原 现 现在 目前 以及 距 离 距离 靠近 紧邻 往 向 朝 进入
  离开 路过 走 坐 乘`.split(/\s+/),
)

/** Areas as the house of data writes them where names were taken out, A市 and B3区, and as they are written everywhere. */
const codedArea = /[A-Z]\d{0,2}[省市区县州镇乡](?!长)/g
const namedArea = /(?:省|自治区|自治州|市|州|区|县|旗|镇|乡|街道)$/
const noArea = new Set(
  `小区 社区 辖区 校区 园区 景区 片区 市区 城区 郊区 山区 地区 老区 新区 库区 城市 县市 乡镇 村镇 城镇 本市
  全市 我市 本县 全县 我县 本区 全区 我区 本省 全省 我省 超市 股市 楼市 上市 门市 夜市 都市 开发区 经开区
  高新区 工业区 住宅区 居民区 生活区 安置区 商业区 服务区 保护区 集市 菜市 城乡 老乡 家乡 下乡 故乡 广州市区
  市县 区县 省市 各区 各县 各市 外省 街区 禁区 社区街道 街道`.split(/\s+/),
)

/** Only where the segmenter says so of a whole word; a name in the organ tree is such a word, because the segmenter learned it. */
const isArea = ({ word, tag }: Word): boolean =>
  word.length >= 3 && word.length <= 8 && namedArea.test(word) && !noArea.has(word) && /^(?:ns|nz|x|nr|n)$/.test(tag)

/** A word that is an area, or 云江 and 市 as two. */
function areaAt(words: readonly Word[], place: number): string | null {
  const [word, next] = [words[place] as Word, words[place + 1]]
  if (isArea(word)) return word.word
  const isTwo = word.tag === 'ns' && next !== undefined && /^(?:省|市|区|县|旗|镇|乡|街道)$/.test(next.word)
  return isTwo ? word.word + next.word : null
}

const longestName = 10

export function placesSaid(text: string, cut: (part: string) => readonly Word[]): PlacesSaid {
  const areas: string[] = []
  const spots: string[] = []
  const others: Word[] = []
  let at = 0
  const take = (part: string): void => {
    const words = joinedNumbers(cut(part))
    for (let place = 0; place < words.length; ) {
      const word = words[place] as Word
      const area = areaAt(words, place)
      if (area !== null) {
        areas.push(area)
        others.push(gap)
        place += area === word.word ? 1 : 2
        continue
      }
      const end = endOfSpot(words, place)
      if (end === null) {
        others.push(word)
        place += 1
        continue
      }
      const whole = nameOf(words, place, end)
      const [within, bare] = withoutAreas(whole)
      areas.push(...within)
      if (isSpot(bare)) spots.push(bare)
      others.push(gap)
      others.push(...words.slice(place, end + 1).filter(({ word: kind }) => isKind.test(kind)))
      place = end + 1
    }
  }
  for (const found of text.matchAll(codedArea)) {
    take(text.slice(at, found.index))
    areas.push(found[0])
    others.push(gap)
    at = found.index + found[0].length
  }
  take(text.slice(at))
  return { areas, spots, others }
}

/** 云江市江北区青坪小区 is a spot in two areas. */
function withoutAreas(name: string): readonly [areas: readonly string[], spot: string] {
  const found = leadingAreas.exec(name)
  const before = found?.[0] ?? ''
  return before === '' ? [[], name] : [(found ?? []).slice(1).filter(Boolean), name.slice(before.length)]
}
const leadingAreas =
  /^(\p{Script=Han}{2,6}(?:省|自治区))?(\p{Script=Han}{2,6}?(?:(?<![超夜门菜集股楼都上城])市|自治州))?(\p{Script=Han}{1,5}?(?:(?<![小社园辖校景片城郊山新老库开发])区|县|旗))?(\p{Script=Han}{2,5}?(?:镇|(?<!老)乡|街道))?/u

const gap: Word = { word: '', tag: 'w' }

/** Kinds of institution say what it is about as well as where. */
const isKind = /^(?:幼儿园|小学|中学|大学|学院|学校|医院|银行|公园|市场|工业园)$/

const nameOf = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to + 1)
    .map(({ word }) => word)
    .join('')

/** Where the name ends that begins at a word; null where none does. */
function endOfSpot(words: readonly Word[], from: number): number | null {
  let end: number | null = null
  let length = 0
  for (let place = from; place < words.length; place += 1) {
    const { word, tag } = words[place] as Word
    const isBetween = word === '之' || word === '·' || word === '.'
    if (!isBetween && (!partOfName.test(tag) || noPart.has(word) || !nameSigns.test(word))) break
    length += word.length
    if (length > longestName) break
    if (tag.startsWith('v') && place === from) break
    if (spotEnd.test(word) || tag === 'ns') {
      const whole = nameOf(words, from, place)
      if (whole.length >= 3 && isSpot(whole)) end = place
      // a street after a street is another one
      if (end === place && /(?:路|街|大道|村|巷|小区|社区|学校|学院|中学|小学|大学|幼儿园|医院|公司|集团)$/.test(word))
        return end
    }
  }
  return end
}
/** Not 配套幼儿园, nor what ends in an authority: names, and more than the kind of thing that it is. */
const isSpot = (whole: string): boolean =>
  !noSpot.has(whole) &&
  !/^[A-Za-z]?\d+路/.test(whole) &&
  !/(?:政府|市委|省委|路线|线路)$/.test(whole) &&
  ownNameOf(whole).length >= 2

/** 海棠花园, 第二小学 and 星星幼儿园 without what many others are as well: what two places must share to be one. */
export function ownNameOf(spot: string): string {
  const bare = spot.replace(ofItsKind, '')
  return (bare.length >= 2 ? bare : spot.replace(kindAlone, '')).replace(qualities, '')
}
const kindAlone =
  /(?:小区|社区|楼盘|公寓|广场|大厦|商场|市场|学校|学院|中学|小学|大学|幼儿园|医院|有限公司|公司|集团|银行)$/
const ofItsKind =
  /(?:小区|社区|楼盘|公寓|广场|大厦|商场|市场|商业街|(?:职业)?(?:技术)?(?:学校|学院)|中学|小学|大学|(?:第.)?幼儿园|(?:人民)?医院|(?:投资|物业|置业|房地产|开发|管理|服务){0,3}(?:有限)?(?:责任)?公司|集团|银行|大道|[路街村巷])$/
const qualities =
  /^(?:配套|普惠性?|公办|公立|民办|私立|小区|社区|居民|一所|这个|本|二期|三期|一期|四期|新|老|旧|大型|附近|整个|所有|部分|其他|沿街|临街|底层)+/

const nameSigns = /^[\p{Script=Han}A-Za-z\d]+$/u

/** 7 and 号线 are one word: by themselves they say nothing. */
function joinedNumbers(words: readonly Word[]): readonly Word[] {
  const joined: Word[] = []
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] as Word
    const next = words[place + 1]
    if (/^[A-Za-z]?\d{1,4}[A-Za-z]?$/.test(word.word) && next !== undefined && isCounted.test(next.word)) {
      joined.push({ word: word.word + next.word, tag: 'n' })
      place += 1
    } else joined.push(word)
  }
  return joined
}
const isCounted = /^(?:号线|路|路公交|路公交车|号公路|国道|kv|KV|国际|车贷|\p{Script=Han}{2,3}贷)$/u

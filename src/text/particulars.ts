/**
 * What sets two matters apart of which the words are nearly the same: another place, another number of a building or a line, another
 * organ or firm. People copy a letter and put in their own village; that is not the same matter again, however alike the words.
 */
import { differences, isSame, type Stretch } from './differences.ts'
import { plainWidth } from './identifiers.ts'
import { segment } from './segmenter.ts'

export type ParticularKind = 'place' | 'road' | 'number' | 'organ'

/** In the one text this is named, and in its stead in the other that; neither names the other's anywhere. */
export interface SetApart {
  readonly kind: ParticularKind
  readonly one: string
  readonly other: string
}

interface Particular {
  readonly kind: ParticularKind
  /** The words that it is made of, as they stand. */
  readonly words: readonly string[]
  /** A province is 1, a house 6: the finer says more of where it is. */
  readonly level: number
}

const nameOf = ({ words }: Particular): string => words.join('')

/** What a name ends with, from the widest to the nearest. */
const endings: readonly (readonly [level: number, ParticularKind, string])[] = [
  [1, 'place', '自治区|省'],
  [2, 'place', '自治州|地区|市|州|盟'],
  [3, 'place', '自治县|开发区|经开区|高新区|新区|区|县|旗'],
  [4, 'place', '街道办事处|街道办|街道|镇|乡'],
  [5, 'place', '居委会|村委会|社区|村|屯|寨|庄|坝|坪|沟|岭|坳|垭|圩'],
  [
    5,
    'road',
    '高速公路|高速|国道|省道|大道|公路|路口|(?<![线条跑思出带套铁马道门])路|街|巷|胡同|立交桥|大桥|桥|隧道|地铁站|车站|站',
  ],
  [
    6,
    'organ',
    '有限责任公司|股份有限公司|有限公司|分公司|公司|集团|合作社|物业|医院|卫生院|学校|小学|中学|幼儿园|大学|学院|银行|派出所|法院|检察院|委员会|管理局|分局|局|厂|煤矿|酒店|宾馆|餐馆|饭店|超市',
  ],
  [
    6,
    'place',
    '小区|花园|家园|名苑|佳苑|嘉园|馨苑|公寓|宿舍|大厦|广场|公园|新城|国际城|之城|苑|园|府|湾|郡|城|墅|邸|工业园|水库|湖|河|岛|市场',
  ],
]
const kinds = endings.map(([level, kind, words]) => ({
  ...{ level, kind },
  ends: new RegExp(`^(.*?)(?:${words})$`, 'u'),
  begins: new RegExp(`^(?:${words})`, 'u'),
}))

interface Ending {
  readonly kind: ParticularKind
  readonly level: number
  /** What stands before it. */
  readonly core: string
}

/** What a word ends with. The longest counts: 小区 ends with 区 too. */
function endingOf(word: string): Ending | null {
  const found = kinds.flatMap(({ kind, level, ends }) => {
    const core = ends.exec(word)?.[1]
    return core === undefined ? [] : [{ kind, level, core }]
  })
  return found.toSorted((a, b) => a.core.length - b.core.length)[0] ?? null
}

/** The ending with which a text begins, and what kind of thing it makes of what stands before. */
function endingAt(
  text: string,
): { readonly kind: ParticularKind; readonly level: number; readonly said: string } | null {
  const found = kinds.flatMap(({ kind, level, begins }) => {
    const [said] = begins.exec(text) ?? []
    return said === undefined ? [] : [{ kind, level, said }]
  })
  return found.toSorted((a, b) => b.said.length - a.said.length)[0] ?? null
}

/** As places are written where their names were taken out: A市, A3区, M9县. */
const coded = /[A-Z]\d{0,3}(?=省|市|州|区|县|镇|乡|村)/gu
const codedWhole = /[A-Z]\d{0,3}[省市州区县镇乡村]/gu
const isCode = (name: string): boolean => /^[A-Z]\d{0,3}$/.test(name)
const counted = /(?:\d{1,5}|[一二三四五六七八九十]{1,3})[#＃]?(?:号楼|号线|栋|幢|座|单元|组|标段|路公交|路车)/gu

/** Words of which a name may be made up; at any other it begins anew. */
const ofNames = /^(?:n|j|x|eng|s$|a$|b$|vn$|v$|m$|g|k$|i$|l$|z$|q$|f$)/
const noName =
  /^(?:我们?|你们?|您|[他她它]们?|的|地|得|在|位于|于|是|为|原为|有|没有|无|不|和|与|及|对|向|从|到|至|被|把|将|请|请问|请求|希望|反映|投诉|举报|咨询|关于|建议|要求|住|居住|附近|周边|旁边|这个|那个|本|该|此|全|各|某|尊敬|领导|多个|一个|几个|整个|现在|目前|解决|问题)$/
/** Adverbs, prepositions and the like: no name has one. */
const ofGrammar = /^(?:d|p|c|u|r|y|e|o)/
const anySign = /[\p{Script=Han}A-Z0-9]/u
const mostWordsInName = 5

/** The names in a text, in the order in which they stand. */
export function particularsIn(text: string): readonly Particular[] {
  const codes = [...text.matchAll(coded)].map(([code]) => ({
    ...{ kind: 'place' as const, words: [code], level: code.length === 1 ? 2 : 3 },
  }))
  const numbers = [...text.matchAll(counted)].map(([name]) => ({ kind: 'number' as const, words: [name], level: 7 }))
  return [...codes, ...numbers, ...namesIn(text)]
}

function namesIn(text: string): readonly Particular[] {
  const found: Particular[] = []
  let words: string[] = []
  for (const { word, tag } of segment(text.replace(codedWhole, '。$&。'))) {
    const ending = endingOf(word)
    if (ending === null) {
      const goesOn = ofNames.test(tag) && !noName.test(word) && anySign.test(word)
      words = goesOn ? [...words, word].slice(-mostWordsInName) : []
      continue
    }
    const { kind, level } = ending
    const named = { kind, level, words: [...words, word] }
    if (isSpecific(named)) found.push(named)
    // 石桥 is a bridge until 村 follows it
    words = isSpecific(named) || coreOf(word) === '' ? [] : [word]
  }
  return found
}

const coreOf = (name: string): string => endingOf(name)?.core ?? name

/** 小区 alone names none, and 我区 neither. */
const isSpecific = (named: Particular): boolean => coreOf(nameOf(named)).replace(/[A-Z]\d{0,3}$/, '').length >= 2

/** A stretch longer than this was written anew, and what it names stands in nothing's stead. */
const longestPut = 40
/** What follows a change belongs to the name that begins in it: 桂花 becomes 梅花, and 小区 stays. */
const signsAfter = 5

/** Everything that sets two matters apart. Of each its title and its text. */
export function setApart(one: string, other: string): readonly SetApart[] {
  const texts: Texts = [plain(one), plain(other)]
  const stretches = differences(...texts)
  const found = stretches.flatMap((stretch, at) => apartIn(stretch, textAfter(stretches, at), texts))
  const different = [...new Map(found.map((each) => [`${each.one}\n${each.other}`, each])).values()]
  if (different.length === 0) return []
  const shared = sharedLevel(...texts)
  return different
    .filter((each) => isTelling(each, shared))
    .map(({ kind, one: a, other: b }) => ({ kind, one: a, other: b }))
}

type Texts = readonly [one: string, other: string]
type Different = SetApart & { readonly level: number }

const plain = (text: string): string => plainWidth(text.normalize('NFKC')).toUpperCase().replace(/\s+/gu, '。')

const textAfter = (stretches: readonly Stretch[], at: number): string => {
  const next = stretches[at + 1]
  return next && isSame(next) ? next.same.slice(0, signsAfter) : ''
}

function apartIn(stretch: Stretch, after: string, [one, other]: Texts): readonly Different[] {
  if (isSame(stretch) || Math.max(stretch.one.length, stretch.other.length) > longestPut) return []
  const put = trimmed(stretch.one, stretch.other)
  if (put.one === '' || put.other === '') return []
  const mine = onlyIn(put.one, put.after + after, other)
  const theirs = onlyIn(put.other, put.after + after, one)
  return mine.flatMap((each) => {
    const instead = theirs.find(({ kind, level }) => kind === each.kind && Math.abs(level - each.level) <= 1)
    return instead ? [{ kind: each.kind, one: nameOf(each), other: nameOf(instead), level: each.level }] : []
  })
}

/** Words are not always cut alike: what begins and ends both is no change. A number stays whole. */
function trimmed(one: string, other: string) {
  let [from, to] = [0, 0]
  const shortest = Math.min(one.length, other.length)
  while (from < shortest && one[from] === other[from] && isHan(one[from])) from += 1
  while (to < shortest - from && one.at(-1 - to) === other.at(-1 - to) && isHan(one.at(-1 - to))) to += 1
  const put = { one: one.slice(from, one.length - to), other: other.slice(from, other.length - to) }
  // 第一 and 第三 are words of their own: one sign alone names nothing
  const isTooShort = put.one.length === 1 || put.other.length === 1
  return isTooShort ? { one, other, after: '' } : { ...put, after: one.slice(one.length - to) }
}

const isHan = (sign: string | undefined): boolean => /\p{Script=Han}/u.test(sign ?? '')

/** The names that begin in a stretch of one text and stand nowhere in the other. */
const onlyIn = (stretch: string, after: string, other: string): readonly Particular[] =>
  [...particularsIn(stretch + after), ...nameAcross(stretch, after)].filter(
    (named) => beginsIn(stretch, named) && !isNamed(other, named, stretch),
  )

/** What was changed and what follows it may make one name, however the words are cut. */
function nameAcross(stretch: string, after: string): readonly Particular[] {
  const ending = endingAt(after)
  const [core] = /\p{Script=Han}{2,6}$/u.exec(stretch) ?? []
  return ending && core && segment(core).every(({ tag }) => !ofGrammar.test(tag))
    ? [{ kind: ending.kind, level: ending.level, words: [core, ending.said] }]
    : []
}

const beginsIn = (stretch: string, named: Particular): boolean => stretch.includes(nameOf(named).slice(0, 1))

/** With or without what stands before it: 请问翠园小区 is named where 翠园小区 is; but 宏达建筑公司 is not by any 建筑公司. */
function isNamed(text: string, { words, kind, level }: Particular, stretch?: string): boolean {
  const whole = words.join('')
  if (isCode(whole)) return new RegExp(`${whole}(?!\\d)`, 'u').test(text)
  if (kind === 'number') return text.includes(whole)
  return words.some((word, at) => {
    if (kind === 'organ' && at > 0 && !stretch?.includes(word)) return false
    const core = coreOf(words.slice(at).join('')).replace(/^(?:[A-Z]\d{0,3})?[市区县]/, '')
    return core.length >= 2 && stands(text, core, level)
  })
}

/** 洞井村 is not named by 洞井街道, and 团结村 not by any unity; but 洞井 alone names it. */
function stands(text: string, core: string, level: number): boolean {
  for (let at = text.indexOf(core); at !== -1; at = text.indexOf(core, at + 1)) {
    const ending = endingAt(text.slice(at + core.length, at + core.length + signsAfter))
    if (ending === null ? !isCommon(core) : ending.level === level) return true
  }
  return false
}

/** A word that says something by itself. */
function isCommon(core: string): boolean {
  const [first, ...more] = segment(core)
  return more.length === 0 && first !== undefined && !/^(?:nr|ns|nt|nz|x|eng)/.test(first.tag)
}

/** The finest level at which both name the same. */
function sharedLevel(one: string, other: string): number {
  const both = particularsIn(one).filter(
    (named) => named.kind !== 'number' && !isCode(nameOf(named)) && isNamed(other, named),
  )
  return Math.max(0, ...both.map(({ level }) => level))
}

/**
 * A prefecture in one and its county in the other are two names of one place, as long as both name something finer that is the same; and so is
 * one sign written for another. The same signs in another order are always a slip of the pen.
 */
function isTelling({ one, other, level }: Different, shared: number): boolean {
  if (isCode(one) && isCode(other)) return !(one.startsWith(other) || other.startsWith(one)) || shared <= level
  const signs = Math.min(one.length, other.length)
  if (signs < 3) return true
  const [a, b] = [[...one.slice(-signs)], [...other.slice(-signs)]]
  if (a.toSorted().join('') === b.toSorted().join('')) return false
  return a.filter((sign, at) => sign !== b[at]).length > 1 || shared < level
}

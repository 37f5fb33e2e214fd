/** Names of people in a text: those that the case knows, and those that the segmenter and what stands around them give away. */
import type { Masked } from './numbers.ts'
import { segment, type Word } from './segmenter.ts'
import { surnameOf } from './surnames.ts'

/** 张三 → 张某, 欧阳小明 → 欧阳某某, 买买提·艾力 → 买某, John Smith → J***. */
export function maskedName(name: string): string {
  const [first = ''] = name
  if (!/\p{Script=Han}/u.test(first)) return `${first}***`
  const surname = surnameOf(name) ?? first
  const given = [...name].length - [...surname].length
  return surname + (given >= 2 && !/[·•・]/.test(name) ? '某某' : '某')
}

const escaped = (sign: string): string => sign.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
/** Between the signs of a name people put blanks and dots. */
const between = '[\\s·•・‧.]{0,2}'

/** Wherever a known name stands, however it is spaced. A name of one sign alone says nothing. */
export function knownNamesIn(plain: string, names: readonly string[]): readonly Masked[] {
  return names.flatMap(namesWithin).flatMap((name) => {
    const signs = [...name].filter((sign) => !/[\s·•・‧.]/.test(sign)).map(escaped)
    if (signs.length < 2) return []
    return [...plain.matchAll(new RegExp(signs.join(between), 'giu'))].map(({ 0: text, index }) => ({
      ...{ from: index, to: index + text.length },
      instead: maskedName(name),
    }))
  })
}

/** 张三（村主任）、李四 names two people, and 村主任王五 one; what is written of an official is seldom the name alone. */
function namesWithin(written: string): readonly string[] {
  const whole = written.trim()
  const parts = whole.split(/[\s、，,;；（）()：:/]+/)
  // behind an office any word is a name; by itself only one that begins like one
  const named = parts.flatMap((part) => {
    const bare = part.replace(leadingOffice, '')
    return /^\p{Script=Han}{2,4}$/u.test(bare) && (bare !== part || surnameOf(bare) !== null) ? [bare] : []
  })
  return /[、，,;；（）()：:/]/.test(whole) || leadingOffice.test(whole) ? named : [whole, ...named]
}

const offices =
  '书记|主任|局长|县长|镇长|乡长|村长|所长|科长|队长|院长|校长|处长|支书|经理|法官|民警|警官|老师|医生|组长|站长|厂长|会计|股长|部长|市长|区长|省长'
const leadingOffice = new RegExp(`^.*(?:${offices})`)
const before =
  /(?:我叫|名叫|叫做?|姓名|我是|本人|名为|网格员|村民|居民|业主|职工|员工|农民|教师|老师|医生|书记|主任|局长|县长|镇长|乡长|村长|所长|科长|队长|院长|校长|处长|支书|经理|法官|民警|警官|会计|组长|当事人|被告|原告|举报人|老板|包工头|开发商|负责人|法人|法定代表人|父亲|母亲|儿子|女儿|丈夫|妻子|爱人|哥哥|弟弟|姐姐|妹妹)[\s::，,“"]{0,2}$/
const after =
  /^[\s”"]{0,1}(?:书记|主任|局长|县长|镇长|乡长|村长|所长|科长|队长|院长|校长|处长|支书|经理|法官|民警|警官|老师|医生|同志|先生|女士|老人|大爷|大妈|等人|等\d|[，,]\s?[男女]|[（(][男女身电手]|身份证|电话|手机|本人|一家|夫妇|夫妻|贪污|受贿|打人|欠薪|欠款)/
/** Words that begin like a name and are none, and those that end like a place or a thing. */
const noPerson =
  /^(?:何[时处日地必为年人等种]|高[峰速新中档价铁考压层低度端额空温]|方[向式便案法]|马[上路]|白[天云日]|金[融额钱]|成[立本功为]|安[全装置排]|常[年常见]|时|程序|范[围畴]|左转|于|向|江边|河|连续|关于|危|东方(?:红|明珠))|[路街道巷弄区镇乡村县市省州湖山河江海堆桥园苑府院馆店楼城寨塘湾岭站场厂局所部队校学卡费证物业房车机线井坝水电气税款金钱票险病药菜米面肉鱼酒茶烟家庭铺社组会阁]$/

/** A name that nobody told us of. Where in doubt it stays: a title that hides common words says nothing any more. */
export function foundNamesIn(text: string): readonly Masked[] {
  const words = segment(text)
  const found: Masked[] = []
  let at = 0
  words.forEach((word, place) => {
    const name = nameAt(words, place)
    if (name !== null && likeName(word) && isPerson(text, at, name, words.slice(place, place + 2))) {
      found.push({ from: at, to: at + name.length, instead: maskedName(name) })
    }
    at += word.word.length
  })
  return found
}

/** A compound family name is in the dictionary as a place or a name, whatever follows. */
const likeName = ({ word, tag }: Word): boolean => tag.startsWith('nr') || tag === 'x' || surnameOf(word)?.length === 2
const han = /^\p{Script=Han}+$/u

/** The word at a place, or that word and the next, if they can be a name: a family name and one or two signs. */
function nameAt(words: readonly Word[], place: number): string | null {
  const [word, next] = [words[place], words[place + 1]]
  const surname = word === undefined || !han.test(word.word) ? null : surnameOf(word.word)
  if (word === undefined || surname === null) return null
  const isAlone = word.word === surname
  if (isAlone && (next === undefined || !han.test(next.word) || !likeName(next))) return null
  const whole = isAlone ? word.word + (next?.word ?? '') : word.word
  const given = [...whole].length - [...surname].length
  return given === 1 || given === 2 ? whole : null
}

/** A name beside which something says that it is one; or three signs that the segmenter takes for one, with no thing after them. */
function isPerson(text: string, at: number, name: string, words: readonly Word[]): boolean {
  if (noPerson.test(name)) return false
  const [word, next] = words
  const end = at + name.length
  if (before.test(text.slice(Math.max(0, at - 8), at)) || after.test(text.slice(end, end + 6))) return true
  const isOneName = word?.word === name && word.tag.startsWith('nr') && word.tag !== 'nrt'
  return isOneName && [...name].length >= 3 && !next?.tag.startsWith('n')
}

/** Whoever says their name says it so, and no segmenter is needed. */
const saidName =
  /(?:我叫|我是|本人|名叫|姓名|村民|居民|业主|职工)[\s::]{0,2}(\p{Script=Han}{2,4})(?=[，,。、；;！!？?\s（(]|一家|等|身份证|电话|手机|$)/gu

export function saidNamesIn(plain: string): readonly Masked[] {
  return [...plain.matchAll(saidName)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const surname = surnameOf(name)
    const given = surname === null ? 0 : name.length - surname.length
    if (noPerson.test(name) || given < 1 || given > 2) return []
    const to = index + whole.length
    return [{ from: to - name.length, to, instead: maskedName(name) }]
  })
}

/** Numbers that point at one person: of identity documents, telephones, bank cards, passports, cars, accounts. Pure. */

/** Part of a text, in UTF-16 units, and what stands there instead. */
export interface Masked {
  readonly from: number
  readonly to: number
  readonly instead: string
}

/** What shows that something stood here, and of what kind: the first sign, and stars. */
export const starred = (text: string): string => {
  const [first = '', ...rest] = text
  return first + '*'.repeat(rest.length)
}

const identityNumber18 = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/
const identityNumber15 = /^[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/
const mobile = /^(?:0?0?86)?1[3-9]\d{9}$/
const landline = /^(?:0?086)?0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/
/** A card, an account, or an identity number with a slip of the pen: nothing else has so many digits. */
const longNumber = /^\d{16,30}[\dXx]?$/
const personal = [identityNumber18, identityNumber15, mobile, landline, longNumber]

/** Digits in a row, with what people put between them: blanks, dashes, dots, brackets round an area code. */
const run = /(?:\+|[(])?\d(?:[\s\-–—−.·()]{0,3}\d)*[Xx]?/g
const group = /[+(]?\d+[Xx]?[)]?/g

/** Numbers in a run that are personal; several may stand side by side, each as one or as several groups of digits. */
export function personalNumbers(plain: string): readonly Masked[] {
  return [...plain.matchAll(run)].flatMap((found) => personalIn(found[0], found.index))
}

function personalIn(text: string, at: number): readonly Masked[] {
  const groups = [...text.matchAll(group)].map((found) => ({ from: found.index, to: found.index + found[0].length }))
  const masked: Masked[] = []
  for (let first = 0; first < groups.length; first++) {
    const last = lastOfPersonal(text, groups, first)
    if (last === null) continue
    const [start, to] = [groups[first]?.from ?? 0, groups[last]?.to ?? 0]
    // a bracket that is not closed within the number belongs to the sentence
    const from = text[start] === '(' && !text.slice(start, to).includes(')') ? start + 1 : start
    masked.push({ from: at + from, to: at + to, instead: starred(compactOf(text.slice(from, to))) })
    first = last
  }
  return masked
}

/** The group with which a number ends that begins at one; the longest that makes sense. Null for none. */
function lastOfPersonal(text: string, groups: readonly { from: number; to: number }[], first: number): number | null {
  for (let last = lastWithin(groups, first); last >= first; last--) {
    const compact = compactOf(text.slice(groups[first]?.from, groups[last]?.to))
    // several numbers side by side would look like one long one
    const shapes = last === first ? personal : personal.filter((shape) => shape !== longNumber)
    if (shapes.some((shape) => shape.test(compact)) || isCard(text, groups, first, last)) return last
  }
  return null
}

/** No personal number is longer with all that may stand between its digits. */
const longestSigns = 60

function lastWithin(groups: readonly { from: number; to: number }[], first: number): number {
  const start = groups[first]?.from ?? 0
  let last = first
  while ((groups[last + 1]?.to ?? Number.POSITIVE_INFINITY) - start <= longestSigns) last++
  return last
}

/** Sixteen to nineteen digits in groups of four, as they stand on a bank card. */
function isCard(text: string, groups: readonly { from: number; to: number }[], first: number, last: number): boolean {
  const parts = groups.slice(first, last + 1).map(({ from, to }) => text.slice(from, to))
  if (parts.length < 4 || !parts.slice(0, -1).every((part) => /^\d{4}$/.test(part))) return false
  return /^\d{16,19}$/.test(parts.join(''))
}

const compactOf = (text: string): string => text.replace(/[^\dXx]/g, '')

/** Numbers that only what stands before them makes certain. */
const cued: readonly RegExp[] = [
  /(?:电话|手机|座机|号码|联系方式|热线|致电|拨打|tel|phone)(?:号码?|为|是)?[\s::]{0,3}(\+?\d[\d\s-]{4,18}\d)/gi,
  /(?:身份证|证件|护照|通行证|户口)(?:号码?|编号)?(?:为|是)?[\s::]{0,3}([A-Za-z]{0,2}[\d()]{5,18}[Xx]?)/g,
  /(?:卡号|账号|帐号|账户|帐户|银行卡|社保号|社保卡|医保卡)(?:号码?)?(?:为|是)?[\s::]{0,3}(\d[\d\s-]{6,25}\d)/g,
  /(?:QQ|扣扣|企鹅号)(?:群|号)?(?:码|为|是)?[\s::]{0,3}([1-9]\d{4,10})/gi,
  /(?:微信|wechat|weixin|vx|v信)(?:群|号)?(?:码|为|是)?[\s::]{0,3}([A-Za-z][\w-]{5,19}|\d{5,11})/gi,
]
/** Certain by their own shape. */
const shaped: readonly RegExp[] = [
  /(?<![A-Za-z\d])([EGDSP]\d{8}|E[A-Z]\d{7}|[HM]\d{8,10})(?![A-Za-z\d])/gi,
  /(?<![A-Za-z\d_])(wxid_\w{6,})/g,
  /((?<![\w.+-])[A-Za-z\d][\w.+-]{0,63}@[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,8})/g,
]
const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•\s-]?[A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d学警港澳挂](?![A-Za-z\d])/g

/** Numbers and addresses by their shape or by what stands before them. */
export function namedNumbers(plain: string): readonly Masked[] {
  const found = [...cued, ...shaped].flatMap((shape) => [...plain.matchAll(shape)].map(maskedGroup))
  const plates = [...plain.matchAll(plate)].map(({ 0: text, index }) => ({
    ...{ from: index, to: index + text.length },
    instead: text.slice(0, 2) + '*'.repeat(text.length - 2),
  }))
  return [...found, ...plates]
}

function maskedGroup(found: RegExpMatchArray): Masked {
  const [whole, part = whole] = found
  const from = (found.index ?? 0) + whole.length - part.length
  const instead = part.includes('@') ? `${part[0]}***@***` : starred(part.trimEnd())
  return { from, to: from + part.length, instead }
}

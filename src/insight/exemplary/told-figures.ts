/** Numbers, doors and days by which somebody is found in a text; years, months, sums and spans of days stay. */
import { identifiersIn } from '../../text/identifiers.ts'
import type { Masked } from '../../text/numbers.ts'

type Found = Pick<Masked, 'from' | 'to'>

const everyIn = (plain: string, shapes: readonly RegExp[]): readonly Found[] =>
  shapes.flatMap((shape) =>
    [...plain.matchAll(shape)].map(({ 0: whole, index }) => ({ from: index, to: index + whole.length })),
  )

const overlaps = (one: Found, others: readonly Found[]): boolean =>
  others.some((other) => one.from < other.to && other.from < one.to)

/** 2611-2348-2719-034, however it is cut. */
export const petitionNumbersIn = (plain: string): readonly Found[] =>
  everyIn(plain, [/(?<!\d[-–—−.·_/\s]{0,3})\d(?:[-–—−.·_/\s]{0,3}\d){14}(?![-–—−.·_/\s]{0,3}\d)/gu])

const ofSums = '(?:\\.\\d+)?[\\s]?(?:[万亿千百]|元|块|亩|平方|公里|米|户|人次|人|件|吨|斤|份|名|%)'
const digits: readonly RegExp[] = [
  // longer than any year, and no sum
  new RegExp(`(?<![\\d.])\\d{7,}(?!\\d|${ofSums})`, 'gu'),
  // 6212 3456, 0871-6212-3456; two years side by side are no number
  /(?<![\d-])(?!(?:19|20)\d{2}\s?[-–—]\s?(?:19|20)\d{2}(?!\d))\d{3,4}(?:\s?[-–—]\s?|\s)\d{3,4}(?:(?:\s?[-–—]\s?|\s)\d{3,4}){0,3}(?![\d年])/gu,
  // one sign after the other: 1 3 8 0 0
  /(?<!\d)\d(?:[-–—.·_/\s]{1,3}\d){6,}(?!\d)/gu,
  // 一三八〇〇…
  /(?=(?:\d[-\s]?)*[〇零○一二三四五六七八九幺两])(?:[〇零○一二三四五六七八九幺两\d][-\s]?){7,}/gu,
]

const any = '[\\d〇零一二三四五六七八九十百]'
const doors: readonly RegExp[] = [
  new RegExp(`${any}{1,4}\\s?(?:栋|幢|号楼)\\s?(?=${any}|[A-Za-z])${any}*\\s?(?:单元)?`, 'gu'),
  new RegExp(`${any}{1,4}\\s?号楼`, 'gu'),
  new RegExp(`(?<!个)${any}{1,3}\\s?单元`, 'gu'),
  /(?:\d{3,4}|[〇零一二三四五六七八九]{3,4})\s?(?:室|号房)/gu,
  new RegExp(`第?${any}{1,3}\\s?村民小组|第${any}{1,3}\\s?(?:小组|组|社|队)(?!织)`, 'gu'),
  new RegExp(`(?<![第〕)\\]】\\d年月])${any}{1,4}\\s?号(?![文令线公召码称角工会机窗车桥楼房]|\\s?[月日])`, 'gu'),
]

/** (2025)某01民初123号 is one case; 国发〔2014〕12号 is what everybody goes by, and stays where the law is cited. */
const caseNumber =
  /[([〔【]\s?\d{4}\s?[)\]〕】][^\s,,。;；]{0,14}?[初终再监申复保执特督破赔][^\s,,。;；]{0,4}?\d{1,6}\s?号/gu
const documentNumber = /[\p{Script=Han}]{0,8}[([〔【]\s?\d{4}\s?[)\]〕】]\s?第?\d{1,5}\s?号/gu

/** What a number that is found by its shape is not: the number of a petition, or a day. */
export function numbersIn(plain: string, isLawCited: boolean): readonly Found[] {
  const others = [...petitionNumbersIn(plain), ...daysIn(plain, isLawCited)]
  const documents = everyIn(plain, [documentNumber])
  const spared = isLawCited ? documents.filter((one) => !overlaps(one, everyIn(plain, [caseNumber]))) : []
  const found = [
    // 350户 are so many households
    ...identifiersIn(plain).filter(({ to }) => !/^\s?户/u.test(plain.slice(to))),
    ...everyIn(plain, [...digits, ...doors, caseNumber]),
    ...(isLawCited ? [] : documents),
  ]
  return found.filter((one) => !overlaps(one, others) && !overlaps(one, spared))
}

const numeral = '[〇零一二三四五六七八九十廿卅\\d]{1,3}'
const year = '[〇零一二三四五六七八九\\d]{2,4}\\s?年\\s?'
const english =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const nth = '\\d{1,2}(?:st|nd|rd|th)?'
const days: readonly RegExp[] = [
  new RegExp(`(?:${year})?${numeral}\\s?月\\s?(?:初${numeral}|${numeral}\\s?[日号])`, 'gu'),
  new RegExp(`(?:正|冬|腊)月\\s?[初廿]?${numeral}`, 'gu'),
  new RegExp(
    `(?:上|本|当|次|同|该|下)个?月\\s?(?:初${numeral}|${numeral}\\s?[日号]|廿${numeral}|${numeral}(?=[,,。;；\\s]|那天|当天|晚|上午|下午))`,
    'gu',
  ),
  new RegExp(`(?<![\\d月])${numeral}\\s?[日号]\\s?(?=上午|下午|凌晨|清晨|中午|傍晚|晚上|当天|夜)`, 'gu'),
  /(?<!\d)(?:19|20)\d{2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?!\d)/gu,
  /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/gu,
  /(?<!\d)\d{1,2}\/\d{1,2}\/(?:19|20)?\d{2}(?!\d)/gu,
  new RegExp(`\\b(?:${nth}(?:\\s+of)?\\s+(?:${english})|(?:${english})\\.?\\s+${nth})\\b(?!\\d)`, 'gu'),
]
/** 2022年5月1日起施行: of a law everybody may know. */
const ofLaw = /^\s?(?:起|正式)?(?:施行|实施|公布|发布|通过|修订|修正|修改|生效|印发)/u

/** A year and a month stay; a day is when everybody saw it. */
export const daysIn = (plain: string, isLawCited: boolean): readonly Found[] =>
  everyIn(plain, days).filter(({ to }) => !isLawCited || !ofLaw.test(plain.slice(to)))

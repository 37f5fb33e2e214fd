/** Puts in words what the checking of evidence found: the answer first, then each thing that was looked at, then what it is worth. */
import { basisInWords, isInstrument } from '../law/basis.ts'
import { type Bilingual, inSequence, say } from './bilingual.ts'
import { dayInWords, instantInBeijing } from './days.ts'
import {
  checkTerms,
  faultTerms,
  findingTerms,
  type markTerms,
  outcomeTerms,
  proves,
  provesNot,
  receiptTerms,
} from './proof-terms.ts'
import { termOf } from './terms.ts'

export type Fault = keyof typeof faultTerms
export type Mark = keyof typeof markTerms
/** Whether the keys came from the office itself or from somewhere else; null where there are none. */
export type KeysFrom = 'office' | 'given' | null

/** What the checking found (`src/proof/diagnosis.ts`). */
interface Found {
  readonly outcome: keyof typeof outcomeTerms | 'unsure' | 'false'
  readonly receipt: { readonly at: string }
  readonly checkpoint: { readonly size: number } | null
  readonly place: number | null
  readonly checks: readonly {
    readonly name: keyof typeof findingTerms
    readonly finding: Mark
    readonly fault: Fault | null
  }[]
  readonly witnesses: readonly { readonly name: string; readonly seconds: number }[]
}

export interface Answer {
  /** Stands over the lines of the receipt: whoever cannot believe it is told so there. */
  readonly over: Bilingual
  /** One sentence. */
  readonly says: Bilingual
  /** What to do now. */
  readonly next: Bilingual
  readonly checks: readonly { readonly name: Bilingual; readonly mark: Mark; readonly says: Bilingual }[]
  readonly proves: readonly Bilingual[]
  readonly provesNot: readonly Bilingual[]
}

export function answerIn(found: Found, keysFrom: KeysFrom): Answer {
  return {
    ...headline(found),
    over: heading(found),
    checks: found.checks.map((check) => ({
      name: checkTerms[check.name],
      mark: check.finding,
      says: checkSays(check, found),
    })),
    ...worth(found, keysFrom),
  }
}

function headline({ outcome, checks }: Found): { readonly says: Bilingual; readonly next: Bilingual } {
  if (outcome === 'proven' || outcome === 'signed') return outcomeTerms[outcome]
  const worst = checks.find(({ finding }) => finding === 'bad') ?? checks.find(({ fault }) => fault !== null)
  return faultTerms[worst?.fault ?? 'no-keys']
}

function heading({ checks }: Found): Bilingual {
  const signature = checks.find(({ name }) => name === 'receipt')?.finding
  if (signature === 'good') return receiptTerms.says
  return signature === 'bad' ? receiptTerms.unbelieved : receiptTerms.unchecked
}

function checkSays(
  { name, finding, fault }: Found['checks'][number],
  { witnesses, place, checkpoint }: Found,
): Bilingual {
  if (fault !== null) return faultTerms[fault].says
  if (finding === 'unknown-key') return faultTerms['no-keys'].says
  if (finding !== 'good') return findingTerms[name].missing
  if (name === 'inclusion' && place !== null && checkpoint) return entryInWords(place, checkpoint.size)
  return name === 'witnesses' ? witnessesInWords(witnesses) : findingTerms[name].good
}

const entryInWords = (place: number, size: number): Bilingual =>
  say(`是登记簿的第${place}条，那时一共${size}条。`, `It is entry ${place} of the register, which had ${size} then.`)

function witnessesInWords(witnesses: Found['witnesses']): Bilingual {
  const seen = witnesses.map(({ name, seconds }) => {
    const when = instantInBeijing(seconds * 1000)
    return say(`${name}，${when.zh}`, `${name}, ${when.en}`)
  })
  const { good } = findingTerms.witnesses
  const list = say(seen.map(({ zh }) => zh).join('；'), seen.map(({ en }) => en).join('; '))
  return say(`${good.zh}${list.zh}。`, `${good.en} ${list.en}.`)
}

/** Nothing that is wrong, and nothing that could not be checked, proves anything. */
function worth(found: Found, keysFrom: KeysFrom): Pick<Answer, 'proves' | 'provesNot'> {
  const { outcome, receipt, checkpoint, place, checks, witnesses } = found
  if (outcome !== 'proven' && outcome !== 'signed') return { proves: [], provesNot: [] }
  const isIn = outcome === 'proven' && place !== null && checkpoint !== null
  const first = Math.min(...witnesses.map(({ seconds }) => seconds))
  const hasTexts = checks.some(({ name, finding }) => name === 'texts' && finding === 'good')
  const isWitnessed = isIn && witnesses.length > 0
  return {
    proves: [
      proves.written(instantInBeijing(Date.parse(receipt.at))),
      ...(hasTexts ? [proves.texts] : []),
      ...(isIn ? [proves.entered(place, checkpoint.size)] : []),
      ...(isWitnessed ? [proves.witnessed(instantInBeijing(first * 1000))] : []),
    ],
    provesNot: [
      ...(isIn ? [] : [provesNot.entered]),
      provesNot.handled,
      provesNot.true,
      ...(isWitnessed ? [] : [provesNot.time]),
      ...(isIn && !isWitnessed ? [provesNot.alone] : []),
      ...(keysFrom === 'office' ? [provesNot.office] : []),
    ],
  }
}

interface Said {
  readonly origin: string
  readonly petition: string
  readonly version: number
  readonly at: string
  readonly claims: number | null
  readonly document: string | null
  readonly clock: { readonly rule: string; readonly lastDay: string } | null
  readonly basis: string
}

export interface Line {
  readonly name: Bilingual
  readonly value: Bilingual
}

const inFours = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1-')
const same = (text: string): Bilingual => say(text, text)

/** What a receipt says, line by line. */
export function receiptInWords({
  origin,
  petition,
  version,
  at,
  claims,
  document,
  clock,
  basis,
}: Said): readonly Line[] {
  const line = (zh: string, en: string, value: Bilingual): Line => ({ name: say(zh, en), value })
  const of = document === null ? say('登记', 'A registration') : termOf('documentKind', document)
  return [
    line('登记簿', 'Register', same(origin)),
    line('登记编号', 'Number', same(inFours(petition))),
    line(
      '什么的回执',
      'Receipt for',
      inSequence(of, say(`（第${version}条记录）`, `(entry ${version} of the matter)`)),
    ),
    line('登记时间', 'Written down', instantInBeijing(Date.parse(at))),
    ...(claims === null
      ? []
      : [line('请求', 'Requests', say(`共${claims}条，每条都要答复`, `${claims}, each of which is answered`))]),
    ...(clock ? [line('第一个期限', 'First time limit', dutyInWords(clock))] : []),
    line('依据', 'Legal basis', receiptBasisInWords(basis)),
  ]
}

function dutyInWords({ rule, lastDay }: { readonly rule: string; readonly lastDay: string }): Bilingual {
  const [what, day] = [termOf('clockRule', rule), dayInWords(lastDay)]
  return say(`${what.zh}，最晚${day.zh}`, `${what.en}, by ${day.en}`)
}

/** `cn-2022 R22 22.1`: pack, instrument, article, paragraph, item. What is written otherwise stays as it is. */
function receiptBasisInWords(basis: string): Bilingual {
  const [, instrument = '', place = ''] = /^\S+ ([A-Z]+\d+) (\d{1,3}(?:\.\d{1,2}){0,2})$/.exec(basis) ?? []
  const [number, paragraph, item] = place.split('.').map(Number)
  if (!number || !isInstrument(instrument)) return same(basis)
  return basisInWords({ instrument, article: number, ...(paragraph ? { paragraph } : {}), ...(item ? { item } : {}) })
}

import { describe, expect, it } from 'vitest'
import { diagnose } from '../proof/diagnosis.ts'
import { examine, receiptOf } from '../proof/examine.ts'
import { receiptText } from '../proof/receipt.ts'
import { checkpointAt, keysOf, proofAt, register, sampleOffice, signerOf } from '../proof/testing/sample-log.ts'
import { answerIn, type KeysFrom, receiptInWords } from './proof.ts'
import * as terms from './proof-terms.ts'

const office = sampleOffice()
const bare = register(office, { texts: ['补偿款', '利息'] })
const witnessName = 'witness.example.net'
const seconds = Date.UTC(2026, 10, 23, 2, 15) / 1000
const keys = [...keysOf(office), signerOf(witnessName, 4).key]
const proven = { ...bare, proof: await proofAt(office, 0, checkpointAt(office, 1, [[witnessName, seconds]])) }
const receipt = receiptOf(bare)
if (receipt === null) throw new Error('no receipt')

const answer = (evidence: typeof bare, from: KeysFrom = 'given', by = keys) =>
  answerIn(diagnose(evidence, receipt, by), from)

describe('the answer', () => {
  it('begins with whether it is good', () => {
    const { says, checks } = answer(proven)
    expect(says.zh).toBe('核对无误：机关登记了它，登记簿里也有它。')
    expect(says.en).toBe('It is good: the office wrote it down, and the register holds it.')
    expect(checks.map(({ mark }) => mark)).toEqual(Array(6).fill('good'))
  })
  it('says until when it was in the register, by whom and from whom that is known', () => {
    const { proves, provesNot, checks } = answer(proven)
    expect(checks.at(-1)?.says.zh).toContain(`${witnessName}，2026年11月23日10:15:00（北京时间）`)
    expect(proves.map(({ zh }) => zh).join('\n')).toMatch(
      /2026年11月23日10:14:05（北京时间）登记了它[\s\S]*一字|原文[\s\S]*第1条（那时一共1条）[\s\S]*最晚在2026年11月23日10:15:00/,
    )
    expect(provesNot).toEqual([terms.provesNot.handled, terms.provesNot.true])
  })
  it.each<readonly [string, KeysFrom, typeof keys, readonly (keyof typeof terms.provesNot)[]]>([
    ['without witnesses', 'given', keysOf(office) as typeof keys, ['handled', 'true', 'time', 'alone']],
    ['with the office’s own keys', 'office', keys, ['handled', 'true', 'office']],
  ])('does not promise more than it can %s', (_, from, by, not) => {
    expect(answer(proven, from, by).provesNot).toEqual(not.map((name) => terms.provesNot[name]))
  })
  it('of a receipt alone says that it may not be in the register', () => {
    const { says, provesNot } = answer({ ...bare, opening: null })
    expect(says).toEqual(terms.outcomeTerms.signed.says)
    expect(provesNot[0]).toEqual(terms.provesNot.entered)
  })
  it('of what is wrong proves nothing, and does not repeat what a forged receipt says as if it were so', () => {
    const forged = { ...proven, receipt: proven.receipt.replace('claims 2', 'claims 1') }
    const { says, next, over, proves, provesNot } = answer(forged)
    expect([says, next, over]).toEqual([
      terms.faultTerms['receipt-forged'].says,
      terms.faultTerms['receipt-forged'].next,
      terms.receiptTerms.unbelieved,
    ])
    expect([proves, provesNot]).toEqual([[], []])
  })
  it('without keys asks for them', () => {
    expect(answer(proven, null, []).says).toEqual(terms.faultTerms['no-keys'].says)
    expect(answer(proven, null, []).proves).toEqual([])
  })
})

describe('a receipt in words', () => {
  it('says everything that stands on it', () => {
    expect(receiptInWords(receipt).map(({ name, value }) => `${name.zh}：${value.zh}`)).toEqual([
      '登记簿：xinfang.example.org/log',
      '登记编号：2611-2348-2719-031',
      '什么的回执：登记（第1条记录）',
      '登记时间：2026年11月23日10:14:05（北京时间）',
      '请求：共2条，每条都要答复',
      '第一个期限：登记并转送、交办，最晚2026年12月8日',
      '依据：《信访工作条例》第22条第1款',
    ])
  })
  it('of a document names the document', () => {
    const document = { ...receipt, claims: null, document: 'handlingOpinion', clock: null, version: 9 }
    const said = receiptInWords(document).map(({ value }) => value.en)
    expect(said).toContain('Handling opinion (entry 9 of the matter)')
  })
  it.each([
    ['cn-2022 R22 35', '《信访工作条例》第35条'],
    ['cn-2022 R22 31.1.6', '《信访工作条例》第31条第1款第6项'],
    ['cn-2022 JY22 7', '《信访事项简易办理办法》（国信办发〔2022〕17号）第7条'],
    ['cn-2022 R22 ADR 0005', 'cn-2022 R22 ADR 0005'],
    ['cn-2099 toString 1', 'cn-2099 toString 1'],
  ])('reads the basis %s', (basis, words) => {
    expect(receiptInWords({ ...receipt, basis }).at(-1)?.value.zh).toBe(words)
  })
  it('that was made up does not stop the page', () => {
    const odd = { ...receipt, at: '2026-99-99T99:99:99.999Z', clock: { rule: 'nothing', lastDay: '2026-77-99' } }
    expect(receiptText(odd)).toContain('2026-99-99')
    expect(receiptInWords(odd).map(({ value }) => value.zh)).toContain('（不是时间）')
  })
})

describe('every sentence', () => {
  const groups = Object.entries(terms).flatMap(([group, value]) => sentencesIn(value, group))
  it.each(groups)('%s is there in both languages', (_, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/^[^\p{Script=Han}]+$/u)
  })
  it('are many enough for this to mean something', () => expect(groups.length).toBeGreaterThan(60))
})

function sentencesIn(value: unknown, where: string): (readonly [string, { zh: string; en: string }])[] {
  if (typeof value === 'function') return [[where, value({ zh: '时', en: 'then' }, 1)]]
  if (typeof value !== 'object' || value === null) return []
  if ('zh' in value && 'en' in value) return [[where, value as { zh: string; en: string }]]
  return Object.entries(value).flatMap(([name, inner]) => sentencesIn(inner, `${where}.${name}`))
}

it('compares papers under the names by which people know them', () => {
  expect(examine([{ name: '我的', evidence: proven }], [], keys).papers[0]?.name).toBe('我的')
})

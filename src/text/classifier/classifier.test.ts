import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrationError, steepnessFor } from './confidence.ts'
import { groupsOf } from './grouping.ts'
import { randomFrom } from './margin.ts'
import { measure } from './measuring.ts'
import { Classifier, readModel, writeModel } from './model.ts'
import { readText, readWords } from './reading.ts'
import { recipeFor } from './recipes.ts'
import { type Example, foldsFor, scoresOf, train, trainCalibrated } from './training.ts'

const random = randomFrom(3)
const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T

/** Made-up letters: what each is about, among what every letter says. */
const about: Readonly<Record<string, readonly string[]>> = {
  wages: ['拖欠工资', '农民工讨薪', '加班费没有发', '老板欠薪跑路', '劳动合同没有签'],
  roads: ['道路坑洼积水', '路灯不亮', '人行道被占', '断头路没有修通', '红绿灯坏了'],
  schools: ['幼儿园收费太高', '学区划分不公', '老师体罚学生', '补课收费', '孩子入学难'],
}
const everyLetter = ['尊敬的领导您好', '希望有关部门尽快解决', '我们多次反映没有结果', '谢谢', '住在青坪镇多年']
const letter = (label: string): string => {
  const [first, second, third] = [oneOf(about[label] ?? []), oneOf(everyLetter), oneOf(about[label] ?? [])]
  return `${first}，${oneOf(everyLetter)}，${second}。${third}，第${Math.floor(random() * 1e6)}次来信${String.fromCodePoint(0x4e00 + Math.floor(random() * 5000))}`
}
const examples = (count: number): readonly Example[] =>
  Array.from({ length: count }, () => {
    const label = oneOf(Object.keys(about))
    return { text: readText(letter(label)), label }
  })

describe('Words that say something', () => {
  it('are the same whoever cut the text', () => {
    const cut = '我们 小区 的 路灯 ， 坏 了 三 个 月 ！ A3 区'.split(' ')
    expect(readWords(cut)).toEqual(['小区', '路灯', '坏', 'a3', '区'])
    expect(readText('')).toEqual([])
    expect(readText('！？\u0000 1')).toEqual([])
  })
})

describe('A classifier', () => {
  const model = trainCalibrated(examples(400))
  const classifier = new Classifier(model)

  it('tells made-up letters apart that it never saw, and says how sure it is', () => {
    const held = scoresOf(model, examples(200))
    expect(measure(held, model.labels.length).accuracy).toBeGreaterThan(0.97)
    const [first] = classifier.suggest(readText('工地老板拖欠工资半年'), 3)
    expect(first?.label).toBe('wages')
    expect(first?.confidence).toBeGreaterThan(0.5)
    expect(first?.confidence).toBeLessThanOrEqual(1)
    expect(first?.words.some((word) => /工资|拖欠|欠/.test(word))).toBe(true)
  })

  it('suggests among what is allowed only, and nothing for a text of which it knows no word', () => {
    const text = readText('工地老板拖欠工资半年')
    expect(classifier.suggest(text, 3, (label) => label !== 'wages').map(({ label }) => label)).not.toContain('wages')
    expect(classifier.suggest([], 3)).toEqual([])
    expect(classifier.suggest(['zzzz'], 3)).toEqual([])
  })

  it('is the same after it was written and read, and after it was learned again', () => {
    const bytes = writeModel(model)
    const again = readModel(Buffer.concat([Buffer.from('x'), bytes]).subarray(1))
    const text = readText(letter('roads'))
    expect([...new Classifier(again).scores(text)]).toEqual([...classifier.scores(text)])
    const few = examples(60)
    expect(Buffer.from(writeModel(train(few))).equals(Buffer.from(writeModel(train(few))))).toBe(true)
  })

  it('holds no word of what it was learned from', () => {
    const bytes = Buffer.from(writeModel(model))
    for (const word of ['工资', '青坪', '路灯', '幼儿园']) expect(bytes.includes(word)).toBe(false)
  })

  it('refuses what is no model', () => {
    expect(() => readModel(new Uint8Array(20))).toThrow('no model')
    expect(() => readModel(writeModel(model).subarray(0, 500))).toThrow()
  })

  it('never throws, whatever it is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const suggested = classifier.suggest(readText(text), 3)
        expect(suggested.every(({ confidence }) => confidence !== null && confidence >= 0 && confidence <= 1)).toBe(
          true,
        )
      }),
      { numRuns: 50 },
    )
  })
})

describe('Learning', () => {
  it('takes one label, and one text', () => {
    const one = train([{ text: readText('拖欠工资'), label: 'wages' }])
    expect(one.labels).toEqual(['wages'])
    // nothing tells it from any other, so nothing speaks for it
    expect(new Classifier(one).suggest(readText('拖欠工资'), 3)).toEqual([])
    expect(train([]).labels).toEqual([])
  })

  it('keeps copies of a text in one fold, and spreads the labels', () => {
    const once = examples(40)
    const long = once.map(({ text, label }) => ({ text: [...text, ...text, ...text], label }))
    const copies = [...long, ...long.map(({ text, label }) => ({ text: [...text, '附件'], label }))]
    const groups = groupsOf(copies.map(({ text }) => text))
    for (const at of long.keys()) expect(groups[at]).toBe(groups[at + long.length])
    const folds = foldsFor(copies, 4)
    for (const at of long.keys()) expect(folds[at]).toBe(folds[at + long.length])
    expect(new Set(folds).size).toBe(4)
  })

  it('reads questions and letters in their own way', () => {
    expect(recipeFor([readText('如何申请公园场地使用')]).leastTexts).toBe(1)
    expect(recipeFor([readText('拖欠工资'.repeat(60))]).leastTexts).toBe(2)
  })
})

describe('Confidence', () => {
  it('is as high as what it is said of is right', () => {
    const held = Array.from({ length: 4000 }, () => {
      const score = random() * 4 - 2
      // the truth follows the logistic curve three times as steep as the scores say
      return { scores: [score, 0], label: random() < 1 / (1 + Math.exp(-3 * score)) ? 0 : 1 }
    })
    const steepness = steepnessFor(held)
    expect(steepness).toBeGreaterThan(2.5)
    expect(steepness).toBeLessThan(3.6)
    expect(calibrationError(held, steepness)).toBeLessThan(0.03)
    expect(calibrationError(held, 30)).toBeGreaterThan(0.08)
  })

  it('is measured by accuracy, the mean of all labels, and the first three', () => {
    const held = [
      { scores: [3, 2, 1, 0], label: 0 },
      { scores: [3, 2, 1, 0], label: 1 },
      { scores: [3, 2, 1, 0], label: 3 },
    ]
    const { accuracy, macroF1, top3 } = measure(held, 4)
    expect(accuracy).toBeCloseTo(1 / 3)
    expect(macroF1).toBeCloseTo(0.5 / 3)
    expect(top3).toBeCloseTo(2 / 3)
    expect(measure([], 0)).toEqual({ texts: 0, accuracy: 0, macroF1: 0, top3: 0 })
  })
})

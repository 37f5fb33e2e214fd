/** What no pack may make of assessment. What each row says is in `assessment-rows.test.ts`. */
import { describe, expect, it } from 'vitest'
import { type IndicatorLaw, type IndicatorName, indicatorNames, sourceOf } from '../law/assessment.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import { looseningOfIndicators } from './pack-indicators.ts'
import { lawFrom, readLaws, readPackFile, shippedPacks } from './pack-reading.ts'
import { law as national } from './world.ts'

const base = cn2022.indicators.answeredInTime
const rating = cn2022.indicators.organSatisfaction
const faultOf = (name: IndicatorName, row: object): string | undefined =>
  looseningOfIndicators({ indicators: { [name]: row as IndicatorLaw } })[0]?.en

describe('信访工作条例 art. 39 (1), docs/adr/0033: an indicator is refused that', () => {
  it.each([
    ['measures volume', 'answeredInTime', { ...base, measure: 'volume' }, 'never an indicator'],
    ['has no denominator', 'answeredInTime', { ...base, denominator: [] }, 'volume is never an indicator'],
    [
      'groups by petitioner',
      'petitionedAgain',
      { ...cn2022.indicators.petitionedAgain, per: 'petitioner' },
      'groups petitioners',
    ],
    [
      'leaves out what is overdue',
      'answeredInTime',
      { ...base, denominator: ['inTime', 'late'] },
      'leaves out what is overdue',
    ],
    [
      'leaves out what is open',
      'disputeSettledEarly',
      { ...cn2022.indicators.disputeSettledEarly, denominator: ['settled', 'becamePetition'] },
      'leaves out what is overdue',
    ],
    [
      'counts silence as satisfaction',
      'organSatisfaction',
      {
        ...rating,
        numerator: ['satisfied', 'unrated'],
        denominator: ['satisfied', 'partly', 'dissatisfied', 'unrated'],
      },
      'silence is never satisfaction',
    ],
    [
      'counts who was not asked yet',
      'organSatisfaction',
      { ...rating, numerator: ['waiting'], denominator: ['satisfied', 'waiting'] },
      'silence is never satisfaction',
    ],
    [
      'lets silence dilute dissatisfaction',
      'organSatisfaction',
      {
        ...rating,
        better: 'lower',
        numerator: ['dissatisfied'],
        denominator: ['satisfied', 'dissatisfied', 'unrated'],
      },
      'lets silence dilute',
    ],
    [
      'counts what is overdue as a success',
      'answeredInTime',
      { ...base, numerator: ['overdue'] },
      'silence is never satisfaction',
    ],
    ['counts everything', 'answeredInTime', { ...base, numerator: base.denominator }, 'is no part of the denominator'],
    ['counts nothing', 'answeredInTime', { ...base, numerator: [] }, 'is no part of the denominator'],
    ['counts what is no part', 'answeredInTime', { ...base, numerator: ['fellAway'] }, 'is no part of the denominator'],
    [
      'names another’s outcome',
      'answeredInTime',
      { ...base, numerator: ['satisfied'], denominator: ['satisfied', 'overdue'] },
      'names an outcome',
    ],
  ] as const)('%s', (_, name, row, words) => {
    expect(faultOf(name, row)).toContain(words)
  })

  it('comes in a file, with the place where it stands, in both languages', () => {
    const file = readPackFile(
      JSON.stringify({
        ...{ id: 'cn-test', version: '1', name: { zh: '测试', en: 'Test' }, over: 'cn-2022@1', regions: ['99'] },
        inForceFrom: '2026-01-01',
        rows: { indicators: { answeredInTime: { denominator: ['inTime', 'late'] } } },
      }),
    )
    const law = file.ok ? lawFrom(file.value, [national]) : file
    expect(law).toMatchObject({
      ok: false,
      error: [{ at: 'indicators.answeredInTime.denominator', zh: expect.stringContaining('不得漏掉超期未完成') }],
    })
  })

  it('is in none of the packs that are shipped', async () => {
    for (const law of (await readLaws([shippedPacks])).all) expect(looseningOfIndicators(law)).toEqual([])
  })
})

describe('信访工作条例 art. 39 (1): what is measured, and what not', () => {
  it('knows of one indicator that nothing in the house measures', () => {
    expect(indicatorNames.filter((name) => sourceOf[cn2022.indicators[name].measure] === null)).toEqual([
      'disputeSettledEarly',
    ])
  })

  it('rests, in the law of 2005, on art. 7 (2), and measures no more than there is', async () => {
    const { all } = await readLaws([shippedPacks])
    const earlier = all.find(({ id }) => id === 'cn-2005')
    expect(earlier?.indicators.solvedAtFirst?.basis).toMatchObject({ instrument: 'R05', article: 7, paragraph: 2 })
    expect(all.find(({ id }) => id === 'iso-10002')?.indicators.disputeSettledEarly).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { countSpan, type DerivationStep, deriveLastDay, deriveProvisionally } from '../kernel/clock.ts'
import { day } from '../kernel/day.ts'
import { days, workingDays } from '../kernel/span.ts'
import { stateCouncilCalendar } from '../law/calendars/cn.ts'
import { explainClock, explainStep } from './derivation.ts'

const examples: { readonly [S in DerivationStep['step']]: Extract<DerivationStep, { step: S }> } = {
  starts: { step: 'starts', day: day('2026-09-28') },
  counts: { step: 'counts', count: 5, unit: 'workingDays', reaches: day('2026-10-10') },
  byNotice: { step: 'byNotice', region: 'cn', year: 2026, title: '关于放假安排的通知', days: [day('2026-10-01')] },
  passesRestDays: { step: 'passesRestDays', days: [day('2026-10-01'), day('2026-10-02'), day('2026-10-03')] },
  passesMakeUpDays: { step: 'passesMakeUpDays', days: [day('2026-10-10')] },
  rollsPastRest: { step: 'rollsPastRest', days: [day('2026-10-04')], to: day('2026-10-08') },
  staysOnRest: { step: 'staysOnRest', day: day('2026-10-02') },
  designated: { step: 'designated', day: day('2026-10-30') },
  suspended: { step: 'suspended', from: day('2026-10-12'), through: day('2026-10-12'), days: 1, to: day('2026-10-31') },
  extended: { step: 'extended', on: day('2026-10-12'), to: day('2026-11-20') },
  assumesWeekends: { step: 'assumesWeekends', years: [2027, 2028] },
  ends: { step: 'ends', day: day('2026-10-10') },
}

describe('A law that counts from receipt', () => {
  it('says that the matter was received, where others say that it was accepted', () => {
    const step = { step: 'starts', day: day('2026-03-05') } as const
    expect(explainStep(step, 'handle').zh).toContain('受理')
    expect(explainStep({ ...step, fact: 'receipt' }, 'handle').zh).toContain('收到信访事项')
  })
})

describe('Why this date', () => {
  it.each(Object.values(examples))('$step in words', (step) => {
    for (const rule of ['handle', 'reportBack', 'forwardSimplified']) {
      const { zh, en } = explainStep(step, rule)
      expect(zh).toMatch(/\p{Script=Han}.*。$/u)
      expect(zh).not.toMatch(/[A-Za-z]|undefined|…/)
      expect(en).toMatch(/^[A-Z0-9].*\.$/)
      expect(en).not.toMatch(/\p{Script=Han}|undefined|…/u)
    }
  })

  it('tells a run of holidays as from–to and counts the worked Saturday', () => {
    const counted = countSpan(workingDays(5), 'organ', day('2026-09-28'), stateCouncilCalendar)
    if (!counted.ok) throw new Error('2026 is loaded')
    expect(counted.value.derivation.map((step) => explainStep(step, 'objectToTransfer').zh)).toEqual([
      '2026年9月28日收到转送、交办，当日不计入，自次日起计算。',
      '计5个工作日，至2026年10月10日。',
      '其间2026年10月1日至2026年10月7日为休息日，不计入工作日。',
      '其间2026年10月10日为调休上班日，计入工作日。',
      '最后一日为2026年10月10日，当日24时届满。',
    ])
  })

  it('says that a day is provisional while the notice of its year is not out', () => {
    const history = {
      binds: 'petitioner',
      span: days(30),
      from: day('2026-12-10'),
      suspensions: [],
      extensions: [],
    } as const
    const { derivation } = deriveProvisionally(history, stateCouncilCalendar)
    expect(derivation.map((step) => explainStep(step, 'requestReview').zh).join('')).toContain(
      '2027年的节假日安排尚未公布',
    )
  })

  it('says nothing about a step that it does not know', () => {
    expect(explainStep({ step: 'leaps' }, 'handle')).toEqual({ zh: '', en: '' })
  })
})

describe('A whole clock in words', () => {
  const basis = { zh: '《信访工作条例》第35条', en: 'Regulations on Petition Work (2022), art. 35' }
  const counted = deriveLastDay(
    { binds: 'petitioner', span: days(30), from: day('2026-09-02'), suspensions: [], extensions: [] },
    stateCouncilCalendar,
  )
  const derivation = counted.ok ? counted.value.derivation : []
  const clock = { rule: 'requestReview', binds: 'petitioner', derivation, basis }

  it('begins with what it is and ends with what follows', () => {
    const sentences = explainClock({ ...clock, state: 'running' })
    expect(sentences.map(({ zh }) => zh)).toEqual([
      '“请求复查”：信访人行使权利的期限，依据《信访工作条例》第35条。',
      '2026年9月2日收到书面答复，当日不计入，自次日起计算。',
      '计30日，至2026年10月2日。',
      '2026年10月2日至2026年10月7日为休息日；信访人的期限顺延至其后第一个工作日2026年10月8日。',
      '最后一日为2026年10月8日，当日24时届满。',
      '逾期不提出的，不能再行使该项权利。',
    ])
  })

  it.each([
    ['stopped', '2026-09-20', '完成'],
    ['lapsed', null, '不能行使'],
    ['suspended', null, '听证'],
  ])('says when it is %s', (state, stoppedOn, word) => {
    expect(explainClock({ ...clock, state, stoppedOn }).at(-1)?.zh).toContain(word)
  })

  it('says of a duty that it stays, and of an option that it is gone', () => {
    expect(explainClock({ ...clock, rule: 'handle', binds: 'organ', state: 'running' }).at(-1)?.zh).toContain(
      '职责不免除',
    )
    expect(explainClock({ ...clock, rule: 'objectToTransfer', binds: 'organ', state: 'running' }).at(-1)?.zh).toContain(
      '不得再提出',
    )
  })
})

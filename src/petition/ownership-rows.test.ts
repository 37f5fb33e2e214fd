/** Every row of owned cases (领导包案, docs/adr/0040); test/law-mutants.ts changes each and sees that this turns red. */
import { describe, expect, it } from 'vitest'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import { fixables, namesWatching, ownershipGrounds } from '../law/ownership.ts'
import type { PackFile } from '../law/pack-file.ts'
import { lawFrom } from './pack-reading.ts'
import { article } from './spec.ts'
import { law as national } from './world.ts'

const ours = { adr: '0040' }
const fixed = ['leader', 'person', 'plan', 'limit'] as const
const duties = ['know', 'resolve', 'explain', 'help', 'follow'] as const

article(
  '信访工作条例 art. 18 (2): which petitions are proposed to be owned (docs/adr/0040)',
  ownershipGrounds.map((ground) => `ownership.grounds.${ground}` as const),
  {
    'by facts of the petition, each with a number of the house': ({ same, world }) =>
      same(Object.entries(world.law.ownership.grounds), [
        ['longOpen', { atLeast: 120, basis: ours }],
        ['reviewed', { atLeast: 2, basis: ours }],
        ['sameMatterAgain', { atLeast: 2, basis: ours }],
        ['severalRegions', { atLeast: 2, basis: ours }],
        ['group', { atLeast: 5, basis: ours }],
      ]),
  },
)

article(
  'What is fixed and what the owner takes on (四定、五包, docs/adr/0040)',
  [
    ...fixed.map((name) => `ownership.fixed.${name}` as const),
    ...duties.map((name) => `ownership.duties.${name}` as const),
    'ownership.clocks.decideOwnership',
    'ownership.terms',
  ],
  {
    'are four things': ({ same, world }) =>
      same(
        Object.entries(world.law.ownership.fixed).map(([name, row]) => [name, row.zh, row.en, row.fixes, row.basis]),
        [
          ['leader', '定领导', 'the leader is named', 'owner', ours],
          ['person', '定专人', 'whoever handles it is named', 'handler', ours],
          ['plan', '定方案', 'the plan is written', 'plan', ours],
          ['limit', '定时限', 'the day is set', 'due', ours],
        ],
      ),
    'are five duties, and none of them against the petitioner': ({ same, world }) =>
      same(
        Object.entries(world.law.ownership.duties).map(([name, row]) => [name, row.zh, row.en, row.basis]),
        [
          ['know', '包掌握情况', 'to know the matter at first hand', ours],
          ['resolve', '包协调化解', 'to bring those together who can solve it', ours],
          ['explain', '包政策解释', 'to explain the law and the policy face to face', ours],
          ['help', '包帮扶救助', 'to see that help the law offers is offered', ours],
          ['follow', '包落实反馈', 'to see what was promised done, and to tell the petitioner', ours],
        ],
      ),
    'and the days and numbers are the house’s': ({ same, world }) =>
      same(
        [world.law.ownership.clocks, world.law.ownership.terms],
        [
          { decideOwnership: { span: { unit: 'workingDays', count: 10 }, basis: ours } },
          { askAtLeast: 3, relapseMonths: 12, basis: ours },
        ],
      ),
  },
)

const packOf = (rows: PackFile['rows']) =>
  lawFrom(
    {
      ...{ id: 'cn-test', version: '1', name: { zh: '试', en: 'test' }, note: null, over: 'cn-2022@1' },
      ...{ regions: ['9901'], inForceFrom: '2022-05-01', inForceUntil: null, rows },
    } as PackFile,
    [national],
  )

describe('A pack says it in the words of its place', () => {
  it('一案一领导、一专班、一方案, with numbers of its own', () => {
    const laid = packOf({
      'ownership.fixed': {
        person: { zh: '一专班', en: 'one working team', basis: 'ADR 0040' },
        leader: { zh: '一领导', en: 'one leader', basis: 'ADR 0040' },
      },
      'ownership.duties': { explain: null, law: { zh: '包法律服务', en: 'to see to legal advice', basis: 'ADR 0040' } },
      'ownership.grounds': { group: null, longOpen: { atLeast: 180, basis: 'ADR 0040' } },
      'ownership.terms': { relapseMonths: 24 },
    })
    expect(laid).toMatchObject({ ok: true })
    const { ownership } = laid.ok ? laid.value : cn2022
    expect(ownership.fixed.person).toMatchObject({ zh: '一专班', fixes: 'handler' })
    expect(Object.keys(ownership.duties)).toEqual(['know', 'resolve', 'help', 'follow', 'law'])
    expect(ownership.grounds).not.toHaveProperty('group')
    expect(ownership.grounds.longOpen?.atLeast).toBe(180)
    expect(ownership.terms).toEqual({ ...cn2022.ownership.terms, relapseMonths: 24 })
  })

  it.each([
    ['包稳控', 'to keep things stable'],
    ['包盯人', 'to see to it'],
    ['包息诉息访', 'to see to it'],
    ['包不再上访', 'to see to it'],
    ['包解决', 'to monitor the petitioner'],
    ['包解决', 'to keep the person from petitioning in the capital'],
  ])('and never to watch anybody or keep them from petitioning: %s, %s', (zh, en) => {
    expect(packOf({ 'ownership.duties': { more: { zh, en, basis: 'ADR 0040' } } })).toMatchObject({
      ok: false,
      error: [{ at: 'ownership.duties.more' }],
    })
    expect(packOf({ 'ownership.fixed': { plan: { zh, en } } })).toMatchObject({
      ok: false,
      error: [{ at: 'ownership.fixed.plan' }],
    })
  })

  it.each(['owner', 'due'] as const)('and never leaves open the %s', (what) => {
    const row = what === 'owner' ? 'leader' : 'limit'
    expect(packOf({ 'ownership.fixed': { [row]: null } })).toMatchObject({
      ok: false,
      error: [{ at: 'ownership.fixed' }],
    })
  })

  it('and never closes a case sooner without the petitioner, nor leaves the owner nothing to do', () => {
    expect(packOf({ 'ownership.terms': { askAtLeast: 2 } })).toMatchObject({
      ok: false,
      error: [{ at: 'ownership.terms.askAtLeast' }],
    })
    expect(packOf({ 'ownership.terms': { askAtLeast: 4 } })).toMatchObject({ ok: true })
    const none = Object.fromEntries(duties.map((duty) => [duty, null]))
    expect(packOf({ 'ownership.duties': none })).toMatchObject({ ok: false, error: [{ at: 'ownership.duties' }] })
  })

  it('may leave the plan and the handler to practice', () => {
    expect(packOf({ 'ownership.fixed': { plan: null, person: null } })).toMatchObject({ ok: true })
    expect(fixables).toEqual(['owner', 'handler', 'plan', 'due'])
  })
})

describe('What names watching', () => {
  it.each([
    '落实稳控措施',
    '安排专人盯防',
    '劝返信访人',
    '确保息诉罢访',
    '签订不再信访承诺书',
    '防止其进京上访',
    '掌握其行踪',
    '２４小时监控',
    'monitor the petitioner at home',
    'stop her petitioning',
  ])('%s', (words) => expect(namesWatching(words)).toBe(true))

  it.each([
    '县自然资源局重新丈量并公示',
    '跟踪落实补偿款到账情况',
    '市场监管局出具检验结论',
    '调取路口监控录像，核实施工时间',
    '县人民医院安排护理，看护老人',
    '向信访人当面解释政策，告知可以申请复查',
    '督促施工单位清运渣土，禁止夜间施工',
    'have the plot measured again and show the petitioner the result',
  ])('and not: %s', (words) => expect(namesWatching(words)).toBe(false))
})

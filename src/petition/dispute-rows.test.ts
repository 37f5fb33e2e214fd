/** Every row of disputes (矛盾纠纷, docs/adr/0045); test/law-mutants.ts changes each and sees that this turns red. */
import { describe, expect, it } from 'vitest'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import { type DisputeLaw, localRules } from '../law/disputes.ts'
import type { PackFile } from '../law/pack-file.ts'
import { lawFrom } from './pack-reading.ts'
import { article } from './spec.ts'
import { law as national } from './world.ts'

const ours = { adr: '0045' }
const days = (count: number) => ({ unit: 'days', count })

article(
  '信访工作条例 art. 15 (3): how grave a dispute is (docs/adr/0045)',
  (['red', 'yellow', 'green'] as const).map((grade) => `disputes.grades.${grade}` as const),
  {
    'in three colours, by what the dispute is': ({ same, world }) =>
      same(world.law.disputes.grades, {
        red: {
          ...{ zh: '红色（重大）', en: 'red: grave', colour: 'red', rank: 1 },
          ...{ danger: 'present', peopleAtLeast: 30, daysAtLeast: null, spread: 'county' },
          ...{ settleWithin: days(30), followUpAfter: days(15), basis: ours },
        },
        yellow: {
          ...{ zh: '黄色（较大）', en: 'yellow: of weight', colour: 'yellow', rank: 2 },
          ...{ danger: 'possible', peopleAtLeast: 5, daysAtLeast: 180, spread: 'township' },
          ...{ settleWithin: days(20), followUpAfter: days(30), basis: ours },
        },
        green: {
          ...{ zh: '绿色（一般）', en: 'green: ordinary', colour: 'green', rank: 3 },
          ...{ danger: null, peopleAtLeast: null, daysAtLeast: null, spread: null },
          ...{ settleWithin: days(10), followUpAfter: days(30), basis: ours },
        },
      }),
  },
)

article(
  '信访工作条例 art. 15 (3), art. 5: who settles a dispute first (小事不出村、大事不出镇, docs/adr/0045)',
  [...localRules.map((rule) => `disputes.firstLevels.${rule}` as const), 'disputes.terms'],
  {
    'by place, kind and history': ({ same, world }) =>
      same(Object.entries(world.law.disputes.firstLevels), [
        ['villageFirst', { level: 'village', categories: [], basis: ours }],
        ['severalVillages', { level: 'township', categories: [], basis: ours }],
        ['severalTownships', { level: 'county', categories: [], basis: ours }],
        ['severalCounties', { level: 'prefecture', categories: [], basis: ours }],
        [
          'departmentHasDuty',
          {
            level: 'county',
            categories: [
              ...['land.requisition', 'labour.wages', 'labour.employee-insurance'],
              'construction.houses-on-state-land',
            ],
            basis: ours,
          },
        ],
        ['organIsParty', { level: null, categories: [], basis: ours }],
        ['cameAgain', { level: null, categories: [], basis: ours }],
        ['lifeInDanger', { level: 'township', categories: [], basis: ours }],
      ]),
    'and the numbers are the house’s': ({ same, world }) =>
      same(world.law.disputes.terms, { returnsAtMost: 1, extensionsAtMost: 2, shareFrom: 10, basis: ours }),
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

describe('A pack of a place', () => {
  it('may keep four colours, and take a rule out', () => {
    const laid = packOf({
      'disputes.grades': {
        orange: {
          ...{ zh: '橙色', en: 'orange', colour: 'orange', rank: 2, danger: 'possible', peopleAtLeast: 10 },
          ...{ daysAtLeast: null, spread: null, settleWithin: '25 days', followUpAfter: '20 days', basis: 'ADR 0045' },
        },
        yellow: { rank: 3 },
        green: { rank: 4, zh: '蓝色', en: 'blue', colour: 'blue' },
      },
      'disputes.firstLevels': { lifeInDanger: null },
      'disputes.terms': { returnsAtMost: 0 },
    })
    expect(laid).toMatchObject({ ok: true })
    const disputes: DisputeLaw = laid.ok ? laid.value.disputes : cn2022.disputes
    expect(Object.keys(disputes.grades)).toEqual(['red', 'yellow', 'green', 'orange'])
    expect(disputes.grades.orange?.settleWithin).toEqual(days(25))
    expect(disputes.firstLevels).not.toHaveProperty('lifeInDanger')
    expect(disputes.terms.returnsAtMost).toBe(0)
  })

  it.each([
    ['no grade without conditions', { green: { peopleAtLeast: 1 } }],
    ['no grade at all for what is mild', { green: null }],
    ['two grades of one rank', { yellow: { rank: 1 } }],
  ])('is refused with %s', (_, grades) => {
    expect(packOf({ 'disputes.grades': grades })).toMatchObject({ ok: false, error: [{ at: 'disputes.grades' }] })
  })

  it.each([
    ['重点人员', 'red'],
    ['红色', 'to be watched'],
  ])('has no grade that is of anybody: %s, %s', (zh, en) => {
    expect(packOf({ 'disputes.grades': { red: { zh, en } } })).toMatchObject({
      ok: false,
      error: [{ at: 'disputes.grades.red' }],
    })
  })

  it('names kinds of matter that there are', () => {
    expect(packOf({ 'disputes.firstLevels': { departmentHasDuty: { categories: ['labour'] } } })).toMatchObject({
      ok: true,
    })
    expect(packOf({ 'disputes.firstLevels': { departmentHasDuty: { categories: ['feuds'] } } })).toMatchObject({
      ok: false,
    })
  })
})

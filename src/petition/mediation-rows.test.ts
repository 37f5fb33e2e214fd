/** Every row of mediation (调解, docs/adr/0048); test/law-mutants.ts changes each and sees that this turns red. */
import { describe, expect, it } from 'vitest'
import { agreementParts, mediationClocks, mediationKinds } from '../law/mediation.ts'
import type { PackFile } from '../law/pack-file.ts'
import { lawFrom } from './pack-reading.ts'
import { article } from './spec.ts'
import { law as national } from './world.ts'

const ours = { adr: '0048' }
const rmtj = (number: number, paragraph?: number, item?: number) => ({
  ...{ instrument: 'RMTJ', article: number },
  ...(paragraph === undefined ? {} : { paragraph }),
  ...(item === undefined ? {} : { item }),
})
const joined = { instrument: 'R22', article: 37 }

article(
  '信访工作条例 art. 37, 人民调解法 art. 2, 34: who holds which kind of mediation',
  mediationKinds.map((kind) => `mediation.kinds.${kind}` as const),
  {
    'committees, organs, courts and organisations, and a centre every kind': ({ same, world }) =>
      same(
        Object.entries(world.law.mediation.kinds).map(([kind, row]) => [
          kind,
          [...row.heldBy].sort(),
          row.isConfirmable,
          row.basis,
        ]),
        [
          ['people', ['enterprise', 'massOrganisation', 'mediationCentre', 'township', 'village'], true, rmtj(2)],
          [
            'administrative',
            ['bureau', 'department', 'government', 'mediationCentre', 'police', 'township'],
            false,
            joined,
          ],
          ['judicial', ['court', 'mediationCentre'], false, joined],
          ['industry', ['enterprise', 'massOrganisation', 'mediationCentre'], true, rmtj(34)],
        ],
      ),
  },
)

article(
  '人民调解法 art. 33 (1): thirty days for the joint application; every other time is local practice (docs/adr/0048)',
  mediationClocks.map((clock) => `mediation.clocks.${clock}` as const),
  {
    'and says so': ({ same, world }) =>
      same(Object.entries(world.law.mediation.clocks), [
        ['takeUpMediation', { span: { unit: 'workingDays', count: 5 }, basis: ours }],
        ['mediate', { span: { unit: 'days', count: 30 }, basis: ours }],
        ['followUpPromise', { span: { unit: 'days', count: 15 }, basis: ours }],
        ['remindOfConfirmation', { span: { unit: 'days', count: 20 }, basis: ours }],
        ['applyForConfirmation', { span: { unit: 'days', count: 30 }, basis: rmtj(33, 1) }],
      ]),
  },
)

article(
  '人民调解法 art. 29 (1): what a written agreement says',
  agreementParts.map((part) => `mediation.agreement.${part}` as const),
  {
    'the parties, the facts, what is disputed, who is responsible, what is agreed and how it is performed': ({
      same,
      world,
    }) =>
      same(
        Object.entries(world.law.mediation.agreement).map(([part, { basis }]) => [part, basis]),
        [
          ['parties', rmtj(29, 1, 1)],
          ['facts', rmtj(29, 1, 2)],
          ['disputed', rmtj(29, 1, 2)],
          ['responsibility', rmtj(29, 1, 2)],
          ['content', rmtj(29, 1, 3)],
          ['performance', rmtj(29, 1, 3)],
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

describe('A pack', () => {
  it('gives the times of its place', () => {
    const read = packOf({ 'mediation.clocks': { mediate: { span: '45 days', basis: 'R22 37' } } } as never)
    expect(read.ok && read.value.mediation.clocks.mediate.span).toEqual({ unit: 'days', count: 45 })
  })

  it('leaves a kind out that its place does not have', () => {
    const read = packOf({ 'mediation.kinds': { industry: null } } as never)
    expect(read.ok && Object.keys(read.value.mediation.kinds)).toEqual(['people', 'administrative', 'judicial'])
  })

  it('cuts the thirty days of the statute short in no place', () => {
    const read = packOf({
      'mediation.clocks': { applyForConfirmation: { span: '20 days', basis: 'R22 37' } },
    } as never)
    expect(read).toMatchObject({ ok: false, error: [{ at: 'mediation.clocks.applyForConfirmation' }] })
  })

  it('has accusations mediated by nobody who disciplines or prosecutes', () => {
    const read = packOf({ 'mediation.kinds': { judicial: { heldBy: ['discipline'] } } } as never)
    expect(read.ok).toBe(false)
  })
})

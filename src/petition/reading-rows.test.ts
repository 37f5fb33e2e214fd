/** What a leader can instruct with one tap, as the house has it; test/law-mutants.ts changes each row and sees that this turns red. */
import { describe, expect, it } from 'vitest'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import { lawFrom, readPackFile } from './pack-reading.ts'
import { article } from './spec.ts'
import { law } from './world.ts'

article(
  '信访工作条例 art. 18 (2): leaders read letters; in which words they instruct, and by when, the article does not say',
  (['handle', 'lookInto', 'hear', 'bringTogether'] as const).map((name) => `instructionTemplates.${name}` as const),
  {
    'is the house’s own (docs/adr/0037), and a pack may say it otherwise': ({ same, world }) => {
      const adr = '0037'
      same(
        Object.entries(world.law.instructionTemplates).map(([name, row]) => row && [name, row.zh, row.span, row.basis]),
        [
          ['handle', '请{organ}依法研究办理，并于{day}前报告结果。', { unit: 'days', count: 15 }, { adr }],
          ['lookInto', '请{organ}核实有关情况，并于{day}前报告。', { unit: 'days', count: 7 }, { adr }],
          ['hear', '请{organ}负责同志当面听取信访人意见，并于{day}前报告情况。', { unit: 'days', count: 10 }, { adr }],
          [
            'bringTogether',
            '请{organ}牵头会商有关单位，研究解决办法，并于{day}前报告。',
            { unit: 'days', count: 30 },
            { adr },
          ],
        ],
      )
    },
  },
)

const packOf = (rows: object) => {
  const file = readPackFile(
    JSON.stringify({
      ...{ id: 'cn-place', version: '1', name: { zh: '某地', en: 'A place' }, over: 'cn-2022@1' },
      ...{ regions: ['9901'], inForceFrom: '2022-05-01', rows: { instructionTemplates: rows } },
    }),
  )
  return file.ok ? lawFrom(file.value, [law]) : file
}

describe('A pack of a place', () => {
  it('takes a template out, changes its days, and adds one of its own', () => {
    const own = {
      zh: '请{organ}阅处，{day}前反馈。',
      en: '{organ} by {day}.',
      span: '5 working days',
      basis: 'ADR 0037',
    }
    const laid = packOf({ hear: null, handle: { span: '10 days' }, read: own })
    const templates = laid.ok ? laid.value.instructionTemplates : {}
    expect(Object.keys(templates)).toEqual(['handle', 'lookInto', 'bringTogether', 'read'])
    expect(templates.handle).toEqual({ ...cn2022.instructionTemplates.handle, span: { unit: 'days', count: 10 } })
    expect(templates.read?.span).toEqual({ unit: 'workingDays', count: 5 })
  })

  it('has none that leaves out to whom or by when', () => {
    const own = { zh: '请阅处。', en: 'Deal with it.', span: '5 days', basis: 'ADR 0037' }
    expect(packOf({ read: own })).toMatchObject({ ok: false, error: [{ at: 'instructionTemplates.read.zh' }, {}] })
  })
})

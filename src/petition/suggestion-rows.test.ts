/** Kinds of reward for suggestions, as the house has them; test/law-mutants.ts changes each row and sees that this turns red. */
import { describe, expect, it } from 'vitest'
import { decided } from '../law/basis.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import { lawFrom, readPackFile } from './pack-reading.ts'
import { article } from './spec.ts'
import { law } from './world.ts'

const kinds = ['praise', 'certificate', 'bonus', 'prize'] as const

article(
  '信访工作条例 art. 29 (2): suggestions are rewarded under other rules; which kinds there are is ours (docs/adr/0043)',
  kinds.map((name) => `rewards.${name}` as const),
  {
    'praise, a certificate, money, a prize': ({ same, cites, world }) => {
      same(
        Object.entries(world.law.rewards).map(([name, { zh, en }]) => [name, zh, en]),
        [
          ['praise', '通报表扬', 'Public praise'],
          ['certificate', '荣誉证书', 'Certificate'],
          ['bonus', '奖金', 'Money'],
          ['prize', '奖品', 'Prize'],
        ],
      )
      for (const name of kinds) cites(`rewards.${name}`, decided('0043'))
    },
  },
)

const packOf = (rows: object) => {
  const file = readPackFile(
    JSON.stringify({
      ...{ id: 'cn-place', version: '1', name: { zh: '某地', en: 'A place' }, over: 'cn-2022@1' },
      ...{ regions: ['9901'], inForceFrom: '2022-05-01', rows: { rewards: rows } },
    }),
  )
  return file.ok ? lawFrom(file.value, [law]) : file
}

describe('A pack of a place', () => {
  it('takes a kind of reward out, and adds one of its own', () => {
    const own = { zh: '聘为特约建议人', en: 'Named an adviser', basis: 'ADR 0043' }
    const laid = packOf({ bonus: null, adviser: own })
    expect(laid.ok && Object.keys(laid.value.rewards)).toEqual(['praise', 'certificate', 'prize', 'adviser'])
    expect(laid.ok && laid.value.rewards.praise).toEqual(cn2022.rewards.praise)
  })

  it('has no field for an amount, and none without words', () => {
    expect(packOf({ bonus: { amount: 500 } })).toMatchObject({ ok: false, error: [{ at: 'rewards.bonus' }] })
    expect(packOf({ own: { zh: '', en: 'x', basis: 'ADR 0043' } })).toMatchObject({ ok: false })
  })
})

/** How long whoever is warned has, as the house has it; test/law-mutants.ts changes the row and sees that this turns red. */
import { expect, it } from 'vitest'
import { decided } from '../law/basis.ts'
import type { PackFile } from '../law/pack-file.ts'
import { lawFrom } from './pack-reading.ts'
import { article } from './spec.ts'
import { law as national } from './world.ts'

article(
  '信访工作条例 art. 14: risks are seen early; the days to say what a warning is are ours (docs/adr/0047)',
  ['warningTimes.answerWarning'],
  {
    'five working days': ({ same, cites, world }) => {
      same(world.law.warningTimes.answerWarning.span, { unit: 'workingDays', count: 5 })
      cites('warningTimes.answerWarning', decided('0047'))
    },
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

it('a pack of a place may give other days, and none that are no number', () => {
  const laid = packOf({ warningTimes: { answerWarning: { span: '3 working days' } } })
  expect(laid.ok && laid.value.warningTimes.answerWarning.span).toEqual({ unit: 'workingDays', count: 3 })
  expect(packOf({ warningTimes: { answerWarning: null } })).toMatchObject({ ok: false })
  expect(packOf({ warningTimes: { answerWarning: { span: 'as designated' } } })).toMatchObject({ ok: false })
})

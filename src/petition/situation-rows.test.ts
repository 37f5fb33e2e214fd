/** Which situation reports are owed, as the house has it; test/law-mutants.ts changes each row and sees that this turns red. */
import { expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { decided } from '../law/basis.ts'
import { dueOf, lastEnded } from '../law/report-periods.ts'
import { reportingLevels } from '../law/situation.ts'
import { lawFrom, readPackFile } from './pack-reading.ts'
import { article } from './spec.ts'
import { law } from './world.ts'

const rows = reportingLevels.flatMap((level) => [
  [`${level}Month`, level, 'month', 10] as const,
  [`${level}Quarter`, level, 'quarter', 15] as const,
])

article(
  '信访工作条例 art. 14 (1) (4): a bureau analyses the situation; how often and by when is ours (docs/adr/0044)',
  rows.map(([name]) => `situationReports.${name}` as never),
  Object.fromEntries(
    rows.map(([name, level, every, count]) => [
      name,
      ({ same, cites, world }) => {
        const row = world.law.situationReports[name]
        same(row && [row.level, row.every, row.span], [level, every, { unit: 'days', count }])
        cites(`situationReports.${name}` as never, decided('0044'))
      },
    ]),
  ),
)

it('a pack may ask for one sooner, by the week, or not at all', () => {
  const file = readPackFile(
    JSON.stringify({
      ...{ id: 'cn-place', version: '1', name: { zh: '某地', en: 'A place' }, over: 'cn-2022@1' },
      ...{ regions: ['9901'], inForceFrom: '2022-05-01' },
      rows: {
        situationReports: {
          countyMonth: { span: '5 days' },
          countyQuarter: null,
          countyWeek: { level: 'county', every: 'week', span: '2 days', basis: 'ADR 0044' },
        },
      },
    }),
  )
  const laid = file.ok ? lawFrom(file.value, [law]) : file
  const owed = laid.ok ? Object.values(laid.value.situationReports).filter(({ level }) => level === 'county') : []
  const on = day('2026-12-04')
  expect(owed.map((rule) => [rule.every, dueOf(lastEnded(rule.every, on), rule)])).toEqual([
    ['month', '2026-12-05'],
    ['week', '2026-12-01'],
  ])
})

/** How often leaders receive, and what a day keeps to; test/law-mutants.ts changes each row and sees that this turns red. */
import { decided } from '../law/basis.ts'
import { type ReceptionFrequency, receptionFrequencies } from '../law/reception.ts'
import { article } from './spec.ts'

const rows: Readonly<Record<ReceptionFrequency, string>> = {
  provinceLeader: 'province any year',
  prefectureLeader: 'prefecture any quarter',
  countyMain: 'county main month',
  countyOther: 'county other month',
  countyEachDay: 'county any workingDay',
  townshipLeader: 'township any anyTime',
}

article(
  '信访工作条例 art. 18 (2): leaders receive regularly; how often is ours (docs/adr/0038)',
  receptionFrequencies.map((name) => `receptions.frequencies.${name}` as const),
  Object.fromEntries(
    receptionFrequencies.map((name) => [
      name,
      ({ same, cites, world }) => {
        const row = world.law.receptions.frequencies[name]
        same(row && `${row.level} ${row.who} ${row.every}`, rows[name])
        cites(`receptions.frequencies.${name}`, decided('0038'))
      },
    ]),
  ),
)

article('信访工作条例 art. 18 (1), (2): a reception day is public before it (docs/adr/0038)', ['receptions.day'], {
  'three working days before it, to the end of the last day, half an hour for each, three of ten seats for those who cannot well wait':
    ({ same, cites, world }) => {
      const { span, closesAt, slotMinutes, mostSeats, keptOfTen } = world.law.receptions.day
      same([span, closesAt, slotMinutes, mostSeats, keptOfTen], [{ unit: 'workingDays', count: 3 }, '24:00', 30, 20, 3])
      cites('receptions.day', decided('0038'))
    },
})

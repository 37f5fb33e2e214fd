/** What everybody may read of structure and trend: the last four quarters that are over, by kind, place and channel, small figures withheld. */
import { type Month, month, monthBefore, monthOf } from '../../kernel/month.ts'
import type { PublicTrendsView } from './contract.ts'
import type { TrendHouse } from './house.ts'
import { labelsOf } from './labels.ts'
import { placeLines } from './trends.ts'
import { withheld } from './withholding.ts'

const quartersTold = 4
const monthsOfQuarter = 3

/** Each by its months, the oldest first. A quarter that runs is not told: from day to day its figures would name who came. */
export function quartersOver(running: Month): readonly { readonly name: string; readonly months: readonly Month[] }[] {
  const [year = '', of = ''] = running.split('-')
  const first = month(
    `${year}-${String(Math.floor((Number(of) - 1) / monthsOfQuarter) * monthsOfQuarter + 1).padStart(2, '0')}`,
  )
  const months: Month[] = []
  for (let at = monthBefore(first); months.length < quartersTold * monthsOfQuarter; at = monthBefore(at))
    months.unshift(at)
  return Array.from({ length: quartersTold }, (_, at) => {
    const own = months.slice(at * monthsOfQuarter, (at + 1) * monthsOfQuarter)
    const [inYear = '', begins = ''] = (own[0] ?? '').split('-')
    return { name: `${inYear}-Q${Math.ceil(Number(begins) / monthsOfQuarter)}`, months: own }
  })
}

const told = {
  category: `split_part(category, '.', 1)`,
  place: 'left(place, 6)',
  channel: 'channel',
} as const
type Told = keyof typeof told
const dimensionsTold = Object.keys(told) as readonly Told[]

interface Counted {
  readonly value: string
  readonly month: Month
  readonly n: number
}

export async function publicTrends(house: TrendHouse): Promise<PublicTrendsView> {
  const quarters = quartersOver(monthOf(house.today()))
  const label = labelsOf(house)
  const tables = []
  for (const by of dimensionsTold) {
    const { rows } = await house.work.query<Counted>({
      name: `trend told by ${by}`,
      text: `select ${told[by]} as value, month, sum(n)::integer as n from trend_count
        where organ = $1 and month >= $2 and month <= $3 group by 1, 2`,
      values: [placeLines, quarters[0]?.months[0], quarters.at(-1)?.months.at(-1)],
    })
    const values = [...new Set(rows.map(({ value }) => value))].sort()
    const table = withheld(
      values.map((value) =>
        quarters.map(({ months }) =>
          rows.reduce((sum, row) => (row.value === value && months.includes(row.month) ? sum + row.n : sum), 0),
        ),
      ),
    )
    if (table === null) continue
    tables.push({
      by,
      rows: values.map((value, at) => ({
        ...{ value, ...label(by, value) },
        ...{ cells: [...(table.cells[at] ?? [])], sum: table.sums[at] ?? null },
      })),
      ...{ sums: [...table.columnSums], sum: table.sum },
    })
  }
  return { quarters: quarters.map(({ name }) => name), tables }
}

/**
 * 考核结果在适当范围内通报 (art. 39 (1)): what an office may put into a circular, which is what it issued for all organs alike and nothing that
 * only the two sides of a letter read.
 */
import { readAs } from '../identity/scope.ts'
import type { CountFigure } from '../supervision/bulletins/house.ts'

interface Row {
  readonly lower: string
  readonly indicator: string
  readonly period: string
  readonly numerator: number
  readonly denominator: number
}

export const countCirculated: CountFigure = async (house, { viewer, organ, from, until }) => {
  const rows = await readAs<Row>(house, viewer, {
    name: 'assessment figures for a bulletin',
    text: `select lower, indicator, period, numerator, denominator from assessment_figure
      where upper = $1 and audience = 'alike' and year between $2 and $3
      order by indicator, period, lower limit 500`,
    values: [organ, Number(from.slice(0, 4)), Number(until.slice(0, 4))],
  })
  return rows.map(({ lower, indicator, period, numerator, denominator }) => ({
    code: [indicator, period, lower].join('@'),
    count: numerator,
    of: denominator,
  }))
}

/**
 * 提出建议以及被采纳情况 (art. 41 (1) (3)). Proposals to hold somebody to account are sealed: their number stands in what goes up, because the article
 * asks for it, and never in what goes round.
 */
import type { KindFigures } from '../proposals/queries.ts'
import { proposalFiguresBetween } from '../proposals/queries.ts'
import type { CountFigure } from './house.ts'

export const countProposals: CountFigure = async (house, { viewer, organ, from, until, withAccusations }) => {
  const kinds = await proposalFiguresBetween(house, viewer, { from, until, bureau: organ })
  if (kinds === null) return null
  return kinds.filter(({ kind }) => withAccusations || kind !== 'holdToAccount').flatMap(rowsOf)
}

/** Of what was not issued there is nothing to adopt. */
const rowsOf = ({ kind, issued, adopted, partly, notAdopted, waiting }: KindFigures) => [
  { code: kind, count: issued },
  ...(issued === 0
    ? []
    : Object.entries({ adopted, partly, notAdopted, waiting }).map(([came, count]) => ({
        code: `${kind}.${came}`,
        count,
      }))),
]

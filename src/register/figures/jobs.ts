/** What the figures do by themselves: last month's are published, where the office wants that; what was lost is drawn up again. */
import type { Chore } from '../../engine/loop.ts'
import { monthBefore, monthOf } from '../../kernel/month.ts'
import { redraw } from './checking.ts'
import { drawFigures } from './drawing.ts'
import type { FiguresHouse } from './house.ts'
import { publishFigures, refusalToPublish } from './publishing.ts'
import { type ListedEdition, listEditions } from './queries.ts'

export class FiguresRefused extends Error {
  override readonly name = 'FiguresRefused'
}

const house = { kind: 'system', task: 'figures' } as const

/** Last month's, once; who wants them of months before asks for them. Says so when it cannot, and tries again. */
export function figuresChore(figures: FiguresHouse): Chore {
  let last = ''
  return {
    name: 'figures',
    async once() {
      const month = monthBefore(monthOf(figures.today()))
      if (month === last) return false
      const asked = { month, viewer: house, reason: null }
      const refusal = await refusalToPublish(figures, asked)
      const done = refusal ? null : await publishFigures(figures, asked)
      const kind = refusal?.kind ?? (done?.ok === false ? done.error.kind : null)
      // another process, or somebody at the desk, was quicker
      if (kind !== null && !['figures-already-published', 'version-conflict'].includes(kind))
        throw new FiguresRefused(`the figures of ${month}: ${kind}`)
      last = month
      return false
    },
  }
}

/**
 * Draws up again what was published and does not lie here: after a backup was put back, or where another host published it. Only what
 * comes out byte for byte as it was published is written; what does not is said once, and left for somebody to look into.
 */
export function remakingChore({ app, work, store, directory: organs }: FiguresHouse): Chore {
  const given = new Set<string>()
  const isThere = async ({ extract, counts }: ListedEdition) =>
    (await store.find('extract', extract)) !== null && (await store.find('counts', counts)) !== null
  return {
    name: 'figures-remaking',
    async once() {
      for (const edition of await listEditions({ app })) {
        if (given.has(edition.extract) || (await isThere(edition))) continue
        given.add(edition.extract)
        if (!(await redraw({ work, organs }, edition)).isSame)
          throw new FiguresRefused(
            `the figures of ${edition.month} are lost, and do not follow from the facts any more`,
          )
        await drawFigures({ work, organs, ...edition }, store)
      }
      return false
    },
  }
}

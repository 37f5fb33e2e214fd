/** Publishes last month's figures by itself, where the office wants that. */
import type { Chore } from '../../engine/loop.ts'
import { monthBefore, monthOf } from '../../kernel/month.ts'
import type { FiguresHouse } from './house.ts'
import { publishFigures, refusalToPublish } from './publishing.ts'

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

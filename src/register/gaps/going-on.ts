import { execute } from '../../engine/execute.ts'
import type { Day } from '../../kernel/day.ts'
import { adoptPublished, NotAdopted } from '../log/adopting.ts'
import type { Publishing } from '../log/publishing.ts'
import { declareGap, type Gap, gapRoom, gapStream } from './gaps.ts'

/**
 * Lets a log that stopped after an older backup was put back go on, and declares what was lost. What is lost is said as a fact, which the
 * log then holds itself. Returns null where nothing was lost. Throws NotAdopted.
 */
export async function goOn(publishing: Publishing, today: Day): Promise<Gap | null> {
  const gap = await adoptPublished(publishing)
  if (gap === null) return null
  const done = await execute(
    { app: publishing.work },
    {
      room: gapRoom,
      stream: gapStream,
      expectedVersion: 'any',
      by: { kind: 'system', task: 'log' },
      recordedAt: publishing.now(),
      decide: (gaps) => declareGap(gaps, gap, today),
    },
  )
  if (!done.ok) throw new NotAdopted(`the gap could not be declared: ${done.error.kind}`)
  return gap
}

import type { Chore } from '../engine/loop.ts'
import type { Door } from './door.ts'

/** Clears sessions that are over and failures that no longer count. To be done every few minutes. */
export const sweepSessions = ({ sessions, attempts, now }: Pick<Door, 'sessions' | 'attempts' | 'now'>): Chore => ({
  name: 'sessions',
  async once() {
    const at = new Date(now())
    await sessions.sweep(at)
    await attempts.sweep(at)
    return false
  },
})

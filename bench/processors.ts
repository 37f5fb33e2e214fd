/** How much of the cores somebody else's processes have used. Only Linux says. */
import { readdirSync, readFileSync } from 'node:fs'

/** Of the clock that `/proc` counts in; 100 a second on every Linux that Node runs on. */
const msEachTick = 10

/** What a server and all its children have used, in milliseconds of a core; null where it cannot be known. */
export function usedByTreeMs(pid: number): number | null {
  try {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    const stats = all.map(statOf).filter((stat) => stat !== null)
    return stats.filter((stat) => stat.pid === pid || stat.parent === pid).reduce((sum, { usedMs }) => sum + usedMs, 0)
  } catch {
    return null
  }
}

/** Own time, and that of children that have ended and been waited for. */
function statOf(pid: string): { pid: number; parent: number; usedMs: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0)
    return { pid: Number(pid), parent: Number(fields[1]), usedMs: ticks * msEachTick }
  } catch {
    // it ended between the list and the look
    return null
  }
}

/** The machine's cores: how busy they were with anything at all, and with what is ours, between two looks. */
export function busyMs(): number | null {
  try {
    const [, ...ticks] = readFileSync('/proc/stat', 'utf8').split('\n')[0]?.trim().split(/\s+/) ?? []
    const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, steal = 0] = ticks.map(Number)
    return (user + nice + system + irq + softIrq + steal) * msEachTick
  } catch {
    return null
  }
}

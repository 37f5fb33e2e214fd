import { type Bilingual, listed, say } from './bilingual.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July']
const laterMonths = ['August', 'September', 'October', 'November', 'December']
const englishMonths = [...months, ...laterMonths]

/** A day as people write it: 2026年5月22日 · 22 May 2026. Takes `YYYY-MM-DD`. */
export function dayInWords(day: string): Bilingual {
  const [year, month, date] = day.split('-').map(Number)
  return say(`${year}年${month}月${date}日`, `${date} ${englishMonths[(month ?? 1) - 1]} ${year}`)
}

/** The hour of a day until which something is taken, where `24:00` is the end of it: 2026年5月22日17:00 · 17:00 on 22 May 2026. */
export function closingInWords(day: string, time: string): Bilingual {
  const { zh, en } = dayInWords(day)
  return time === '24:00' ? say(`${zh}24:00`, `midnight at the end of ${en}`) : say(`${zh}${time}`, `${time} on ${en}`)
}

/** Several days; a run of three or more as from–to, because holidays come in runs. */
export function daysInWords(days: readonly string[]): Bilingual {
  return listed(runsOf(days).map(runInWords))
}

function runInWords(run: readonly string[]): Bilingual {
  const [first, last] = [run[0] ?? '', run.at(-1) ?? '']
  if (run.length < 3) return listed(run.map(dayInWords))
  const [from, to] = [dayInWords(first), dayInWords(last)]
  return say(`${from.zh}至${to.zh}`, `${from.en} to ${to.en}`)
}

function runsOf(days: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && isNextDay(run.at(-1) ?? '', day)) run.push(day)
    else runs.push([day])
  }
  return runs
}

const msPerDay = 86_400_000
const isNextDay = (day: string, next: string): boolean => Date.parse(next) - Date.parse(day) === msPerDay

/** 60日 · 60 days; 5个工作日 · 5 working days. */
export function spanInWords(count: number, unit: 'days' | 'workingDays'): Bilingual {
  const plural = count === 1 ? '' : 's'
  return unit === 'days'
    ? say(`${count}日`, `${count} day${plural}`)
    : say(`${count}个工作日`, `${count} working day${plural}`)
}

const msToBeijing = 8 * 3_600_000

/**
 * An instant to the second where the office is: 2026年11月23日10:14:05（北京时间） · 10:14:05 on 23 November 2026, Beijing time.
 * What is no instant is said to be none, because whoever forges a paper may write anything on it.
 */
export function instantInBeijing(ms: number): Bilingual {
  const at = new Date(ms + msToBeijing)
  if (Number.isNaN(at.getTime())) return say('（不是时间）', 'no time that there is')
  const there = at.toISOString()
  const [day, time] = [dayInWords(there.slice(0, 10)), there.slice(11, 19)]
  return say(`${day.zh}${time}（北京时间）`, `${time} on ${day.en}, Beijing time`)
}

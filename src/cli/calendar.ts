import { readFileSync, statSync } from 'node:fs'
import { Argument, Option } from 'commander'
import { type NoticeReason, noticeReasons } from '../calendar/calendar.ts'
import type { CalendarHouse } from '../calendar/house.ts'
import { type Given, type Report, UsageRefused, type Verb } from './verb.ts'

type Deed = (calendar: CalendarHouse, file: string | undefined, given: Given) => Promise<Report>

const deeds: Readonly<Record<string, Deed>> = { load, list, check, recount }

/** Holiday notices: docs/how-to/load-a-calendar.md. */
export const calendar: Verb = {
  name: 'calendar',
  summary: `the holiday notices by which days are counted: ${Object.keys(deeds).join(', ')}`,
  shape: (command) =>
    command
      .addArgument(new Argument('<deed>', 'what to do').choices(Object.keys(deeds)))
      .argument('[file]', 'a notice, as JSON: docs/reference/calendar-notices.md')
      .option('--region <code>', 'the area that it is for, such as 65; without it the whole country')
      .addOption(new Option('--reason <why>', 'why it takes the place of a loaded one').choices([...noticeReasons])),
  async run(given) {
    const [deed = '', file] = given.arguments
    const { openHouse } = await import('../main.ts')
    const { openRooms } = await import('../wiring.ts')
    const house = await openHouse(given.config)
    try {
      const rooms = await openRooms(house)
      try {
        return await (deeds[deed] as Deed)(rooms.calendar, file, given)
      } finally {
        rooms.close()
      }
    } finally {
      await house.close()
    }
  },
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const viewer = { kind: 'system', task: 'cli' } as const

async function load(calendar: CalendarHouse, path: string | undefined, given: Given): Promise<Report> {
  const { takeIn } = await import('../calendar/taking-in.ts')
  const done = await takeIn(calendar, await fileOf(path, given))
  if (!done.ok) return refused(calendar, done.error)
  const loaded = done.value.map(({ region, year, title, edition, rest, work }) => {
    const days = `${counted(rest.length, 'rest day')}, ${counted(work.length, 'make-up day')}`
    return `${region} ${year}: ${title}, ${days} (edition ${edition} of ${region})`
  })
  const report = await recount(calendar, undefined, given)
  return {
    exit: report.exit,
    words: [...loaded, report.words].join('\n'),
    json: { loaded: done.value, recounted: report.json },
  }
}

async function check(calendar: CalendarHouse, path: string | undefined, given: Given): Promise<Report> {
  const { lookAt } = await import('../calendar/taking-in.ts')
  const looked = await lookAt(calendar, await fileOf(path, given))
  if (!looked.ok) return refused(calendar, looked.error)
  const { fresh, known } = looked.value
  const words = [
    ...fresh.map(({ region, year, title }) => `${region} ${year}: ${title}, can be loaded`),
    ...known.map(({ region, year }) => `${region} ${year}: loaded already`),
  ]
  return { exit: 0, words: words.join('\n'), json: { fresh, known: known.map(({ year }) => year) } }
}

async function list(calendar: CalendarHouse): Promise<Report> {
  const { allNotices, missingYears } = await import('../calendar/queries.ts')
  const all = allNotices(calendar).filter(({ isInForce }) => isInForce)
  const missing = missingYears(calendar)
  const words = [
    ...all.map(({ region, year, title, documentNumber, edition }) => {
      const from = edition === 0 ? 'with the program' : `edition ${edition} of ${region}`
      return `${region} ${year}  ${title}${documentNumber ? ` ${documentNumber}` : ''}  (${from})`
    }),
    ...missing.map((year) => `cn ${year}  MISSING: days in ${year} are provisional until it is loaded`),
  ]
  return { exit: 0, words: words.join('\n'), json: { notices: all, missing } }
}

/** Goes on where it was broken off, by whoever it was. Ctrl-C breaks it off again, between two batches. */
async function recount(calendar: CalendarHouse, _: string | undefined, { json }: Given): Promise<Report> {
  const { recountAll } = await import('../calendar/recounting.ts')
  const { movedLines } = await import('../calendar/queries.ts')
  const breaking = new AbortController()
  const interrupt = () => breaking.abort()
  process.once('SIGINT', interrupt)
  const started = performance.now()
  try {
    const done = await recountAll(calendar, { signal: breaking.signal, progress: progressFor(json) })
    if (done.kind === 'taken')
      return { exit: 0, words: 'the house is counting again already; its page shows how far it is', json: done }
    if (done.kind === 'broken-off')
      return { exit: 1, words: 'broken off; `xinqiao calendar recount` goes on from there', json: done }
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const { calendarsNow } = await import('../calendar/concerned.ts')
    const now = calendarsNow(calendar)
    const moved = (await movedLines(calendar)).filter((line) => now.has(line.calendar))
    const words = [
      `${counted(done.examined, 'clock')} looked at in ${seconds} s; days moved in ${counted(done.cases, 'case')}`,
      ...moved.slice(0, 40).map(({ rule, from, to, clocks }) => `  ${rule}  ${from} → ${to}  ${clocks}`),
    ]
    return { exit: 0, words: words.join('\n'), json: { ...done, moved } }
  } finally {
    process.off('SIGINT', interrupt)
  }
}

async function fileOf(path: string | undefined, { options }: Given) {
  if (path === undefined) throw new UsageRefused('say which file')
  const { region, reason } = options
  if (typeof region === 'string' && !/^(?:cn|\d{2}|\d{4}|\d{6})$/.test(region))
    throw new UsageRefused(`${region} is no division code of a province, prefecture or county`)
  return {
    text: await textOf(path),
    region: typeof region === 'string' ? region : undefined,
    reason: typeof reason === 'string' ? (reason as NoticeReason) : null,
    viewer,
  }
}

/** Anything far larger than a notice is not even read. */
async function textOf(path: string): Promise<string> {
  const { largestNotice } = await import('../calendar/notice-file.ts')
  try {
    if (statSync(path).size > 4 * largestNotice) throw new UsageRefused(`${path} is far too large for a holiday notice`)
    return readFileSync(path, 'utf8')
  } catch (fault) {
    if (fault instanceof UsageRefused) throw fault
    throw new UsageRefused(`${path} cannot be read: ${(fault as NodeJS.ErrnoException).code ?? 'it is no file'}`)
  }
}

async function refused({ directory }: CalendarHouse, refusal: { readonly kind: string }): Promise<Report> {
  const { explainCalendar, statusOfCalendarRefusal } = await import('../wording/calendar.ts')
  const isOurs = refusal.kind in statusOfCalendarRefusal
  const words = isOurs
    ? explainCalendar(refusal as Parameters<typeof explainCalendar>[0], (id) => directory.nameOf(id)).en
    : 'somebody else loaded one at the same moment; look at what they loaded'
  return { exit: 1, words, json: { refused: refusal } }
}

const progressFor = (json: boolean) => {
  if (json || !process.stderr.isTTY) return () => {}
  return ({ examined, cases }: { readonly examined: number; readonly cases: number }) => {
    process.stderr.write(`\r${examined} clocks looked at, ${cases} cases moved`)
  }
}

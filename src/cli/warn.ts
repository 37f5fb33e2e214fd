import { existsSync } from 'node:fs'
import type { Evaluated, EvaluatedFile, FileOfMatters } from '../prevention/warnings/evaluating.ts'
import { type Given, type Report, UsageRefused, type Verb } from './verb.ts'

/** What rises: docs/reference/warnings.md. */
export const warn: Verb = {
  name: 'warn',
  summary: 'look now for what rises, as the house does each night; or try out how well it is found',
  shape: (command) =>
    command
      .option(
        '--evaluate <file>',
        'double what is in a CSV of matters here and there, and say what is found; `made` for made-up series',
      )
      .option('--day <column>', 'the column of the day in that file', 'open')
      .option('--place <column>', 'the column of the place', 'neighborhood')
      .option('--category <columns>', 'the column of the kind, or of the first level and the kind', 'subject,type'),
  run: (given) =>
    typeof given.options.evaluate === 'string' ? evaluate(given, given.options.evaluate) : lookNow(given),
}

async function lookNow({ config }: Given): Promise<Report> {
  const { openHouse } = await import('../main.ts')
  const { openRooms } = await import('../wiring.ts')
  const { lookTonight } = await import('../prevention/warnings/nightly.ts')
  const house = await openHouse(config)
  const interrupted = new AbortController()
  process.once('SIGINT', () => interrupted.abort())
  try {
    const rooms = await openRooms(house)
    try {
      const report = await lookTonight(rooms.petitions, { signal: interrupted.signal })
      if (report === null)
        return { exit: 0, words: 'it was looked already today, or is being looked right now', json: { looked: false } }
      const { series, matters, knownWeeks, raised, untold } = report
      const words = [
        `${matters} matters in ${series} series of place and kind, over ${knownWeeks} weeks: ${raised.length} warnings`,
        ...(untold > 0 ? [`${untold} rises in places without a bureau`] : []),
      ]
      return { exit: 0, words: words.join('\n'), json: { looked: true, ...report } }
    } finally {
      rooms.close()
    }
  } finally {
    await house.close()
  }
}

async function evaluate({ options, json }: Given, path: string): Promise<Report> {
  const evaluating = await import('../prevention/warnings/evaluating.ts')
  if (path === 'made') {
    const lines = evaluating.evaluateMade((said) => {
      if (!json && process.stderr.isTTY) process.stderr.write(`\r${said}        `)
    })
    return { exit: 0, words: madeInWords(lines), json: { made: lines } }
  }
  if (!existsSync(path)) throw new UsageRefused(`there is no file ${path}`)
  const category = String(options.category).split(',')
  if (category.length > 2) throw new UsageRefused('--category takes one column, or two')
  const file = await evaluating.readMatters(path, { day: String(options.day), place: String(options.place), category })
  const found = evaluating.evaluateFile(file)
  const { from, until, matters, passedOver } = file
  return { exit: 0, words: fileInWords(file, found), json: { file: { from, until, matters, passedOver }, ...found } }
}

const perCent = (some: number, all: number): string => (all === 0 ? '–' : `${Math.round((100 * some) / all)} %`)
const cell = (text: string | number, width: number): string => String(text).padStart(width)

function madeInWords(lines: readonly Evaluated[]): string {
  const head = '  a week  scatter  doubled in  planted  found in 14 days  there  middle day  false a week in 1,000'
  return [
    'a doubled rate in made-up series: three years, season 0.7 to 1.3, weekdays, outbreaks that are past',
    head,
    ...lines.map(({ perWeek, dispersion, where, planted, found, foundThere, middleDelay, falseRate }) =>
      [
        ...[
          cell(perWeek, 8),
          cell(dispersion, 9),
          cell(where, 12),
          cell(planted, 9),
          cell(perCent(found, planted), 18),
        ],
        ...[cell(perCent(foundThere, planted), 7), cell(middleDelay ?? '–', 12), cell(falseRate.toFixed(2), 25)],
      ].join(''),
    ),
  ].join('\n')
}

function fileInWords(
  { from, until, matters, passedOver, leaves }: FileOfMatters,
  { asItIs, doubled }: EvaluatedFile,
): string {
  return [
    `${matters} matters from ${from} to ${until} in ${leaves.length} series of place and kind (${asItIs.series} with what holds them); ${passedOver} rows passed over`,
    `as it is: ${asItIs.warnings} warnings in ${asItIs.nights} nights, ${asItIs.falseRate.toFixed(2)} a week in 1,000 series: rises that happened, and chance`,
    '  a week      planted  found in 14 days  there  middle day',
    ...doubled.map(({ from: least, to, planted, found, foundThere, middleDelay }) =>
      [
        ...[
          cell(to === null ? `${least} +` : `${least}–${to}`, 8),
          cell(planted, 13),
          cell(perCent(found, planted), 18),
        ],
        ...[cell(perCent(foundThere, planted), 7), cell(middleDelay ?? '–', 12)],
      ].join(''),
    ),
  ].join('\n')
}

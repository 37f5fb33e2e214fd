import { existsSync } from 'node:fs'
import type { LearnedTonight } from '../insight/suggested/nightly.ts'
import type { Evaluated } from '../text/classifier/evaluating.ts'
import type { ExamplesFile } from '../text/classifier/examples-file.ts'
import { type Given, type Report, UsageRefused, type Verb } from './verb.ts'

/** What is suggested at registration, and how well: docs/reference/suggestions.md. */
export const train: Verb = {
  name: 'train',
  summary: 'learn what to suggest at registration, from confirmed cases; or try it out on files of labelled texts',
  shape: (command) =>
    command
      .option('--from <file>', 'learn from a JSONL of texts or tokens with labels, one object a line')
      .option('--evaluate <file>', 'ask about the texts of this file; without it, about a part of --from at a time'),
  async run(given) {
    const { from, evaluate } = given.options
    if (typeof from === 'string') return tryOut(given, from, typeof evaluate === 'string' ? evaluate : null)
    if (evaluate !== undefined) return askHouse(given, String(evaluate))
    return learnNow(given)
  },
}

/** What the house does each night; what is worse than what is in use is not put in use. */
async function learnNow({ config, json }: Given): Promise<Report> {
  const { openHouse } = await import('../main.ts')
  const { openRooms } = await import('../wiring.ts')
  const { learnTonight } = await import('../insight/suggested/nightly.ts')
  const house = await openHouse(config)
  const interrupted = new AbortController()
  const onInterrupt = () => interrupted.abort()
  process.once('SIGINT', onInterrupt)
  try {
    const rooms = await openRooms(house)
    try {
      const progress = progressLine(json)
      const learned = await learnTonight(rooms.suggested, {
        signal: interrupted.signal,
        progress: (step, share) => progress.show(step, share),
      })
      progress.done()
      if (interrupted.signal.aborted)
        return { exit: 1, words: 'interrupted: what is in use stays as it was', json: { learned: false } }
      if (learned === null) return { exit: 0, words: 'another process is learning right now', json: { learned: false } }
      return learnedReport(learned)
    } finally {
      rooms.close()
    }
  } finally {
    process.removeListener('SIGINT', onInterrupt)
    await house.close()
  }
}

function learnedReport(learned: readonly LearnedTonight[]): Report {
  const category = learned.find(({ target }) => target === 'category')
  return {
    exit: 0,
    words:
      learned.length === 0
        ? 'too few confirmed cases: what the code tables say is suggested'
        : learned.map(learnedInWords).join('\n'),
    json: {
      accuracy: category?.measured?.accuracy ?? null,
      macroF1: category?.measured?.macroF1 ?? null,
      textsPerSecond: null,
      modelBytes: category?.modelBytes ?? null,
      learned: learned.map(({ measured, ...rest }) => ({ ...rest, ...measured })),
    },
  }
}

const learnedInWords = ({ target, version, learned, measured, isInUse, modelBytes }: LearnedTonight): string =>
  [
    `${target}: version ${version} from ${learned} confirmed cases`,
    measured === null
      ? 'too few to measure it by'
      : `of ${measured.texts} others right ${perCent(measured.accuracy)}, among three ${perCent(measured.top3)}, macro-F1 ${measured.macroF1.toFixed(4)}`,
    `${(modelBytes / 1e6).toFixed(1)} MB`,
    isInUse ? 'in use' : 'worse than the one in use, and not put in use',
  ].join(', ')

/** How good what the house suggests now is on a file of texts with its categories, by code or by name. */
async function askHouse({ config }: Given, path: string): Promise<Report> {
  const { openHouse } = await import('../main.ts')
  const { openRooms } = await import('../wiring.ts')
  const { measureHeld } = await import('../insight/suggested/measuring-held.ts')
  const file = await read(path)
  const house = await openHouse(config)
  try {
    const rooms = await openRooms(house)
    try {
      const { version, cases, ...found } = await measureHeld(rooms.suggested, file.written)
      const from = version === 0 ? 'the code tables' : `version ${version}, of ${cases} confirmed cases`
      return {
        exit: 0,
        words: [
          ...fileInWords('asked about', file),
          `by ${from}: first suggestion right ${perCent(found.accuracy)}, among three ${perCent(found.top3)}, macro-F1 ${found.macroF1.toFixed(4)}`,
          ...(found.unknown > 0
            ? [`${found.unknown} texts bear no category of the house: each counts as an error`]
            : []),
        ].join('\n'),
        json: { ...found, version, cases, taken: file.taken, badLines: file.bad.count },
      }
    } finally {
      rooms.close()
    }
  } finally {
    await house.close()
  }
}

async function tryOut({ json }: Given, from: string, on: string | null): Promise<Report> {
  const { crossValidate, evaluateOn } = await import('../text/classifier/evaluating.ts')
  const [learned, asked] = [await read(from), on === null ? null : await read(on)]
  const progress = progressLine(json)
  const evaluated = asked
    ? evaluateOn(learned.written, asked.written, progress.show)
    : crossValidate(learned.written, progress.show)
  progress.done()
  const { accuracy, macroF1, textsPerSecond, modelBytes, top3, labels, texts, unknown, leftOut } = evaluated
  const rounded = (share: number) => Math.round(share * 10_000) / 10_000
  return {
    exit: 0,
    words: inWords(evaluated, learned, asked),
    json: {
      ...{ accuracy: rounded(accuracy), macroF1: rounded(macroF1), textsPerSecond, modelBytes },
      ...{ top3: rounded(top3), classes: labels, texts, unknown, leftOut },
      calibrationError: evaluated.calibrationError === null ? null : rounded(evaluated.calibrationError),
      taken: { from: learned.taken, ...(asked ? { evaluate: asked.taken } : {}) },
      badLines: { from: learned.bad.count, ...(asked ? { evaluate: asked.bad.count } : {}) },
    },
  }
}

async function read(path: string): Promise<ExamplesFile> {
  const { readExamplesFile } = await import('../text/classifier/examples-file.ts')
  if (!existsSync(path)) throw new UsageRefused(`there is no file ${path}`)
  const file = await readExamplesFile(path).catch((fault: NodeJS.ErrnoException) => {
    throw fault.code === 'EISDIR' ? new UsageRefused(`${path} is a folder`) : fault
  })
  if (new Set(file.written.map(({ label }) => label)).size >= 1) return file
  const told = file.bad.first.map(({ line, why }) => `line ${line}: ${why}`).join(', ')
  throw new UsageRefused(`no line of ${path} is a text with a label${told === '' ? '' : ` (${told})`}`)
}

function progressLine(json: boolean) {
  const isShown = !json && process.stderr.isTTY === true
  return {
    show(step: string, share: number) {
      const far = step === 'reading' ? `${share} cases` : `${Math.round(share * 100)} %`
      if (isShown) process.stderr.write(`\r\u001b[2K${step} ${far}`)
    },
    done() {
      if (isShown) process.stderr.write('\r\u001b[2K')
    },
  }
}

const perCent = (share: number): string => `${(share * 100).toFixed(1)} %`

function inWords(found: Evaluated, learned: ExamplesFile, asked: ExamplesFile | null): string {
  const size = `${(found.modelBytes / 1e6).toFixed(1)} MB`
  return [
    ...fileInWords('learned from', learned),
    ...(asked ? fileInWords('asked about', asked) : ['asked about a part at a time, copies of a text always together']),
    ...(found.leftOut > 0 ? [`${found.leftOut} texts were not learned from because the same is asked about`] : []),
    ...(found.unknown > 0
      ? [`${found.unknown} texts bear a label that was never learned: each counts as an error`]
      : []),
    `${found.texts} texts of ${found.labels} labels: first suggestion right ${perCent(found.accuracy)}, among three ${perCent(found.top3)}, macro-F1 ${found.macroF1.toFixed(4)}`,
    ...(found.calibrationError === null ? [] : [`confidence is off by ${perCent(found.calibrationError)} on average`]),
    `${found.textsPerSecond.toLocaleString('en')} texts a second on one core, model ${size}`,
  ].join('\n')
}

const fileInWords = (what: string, { written, taken, bad }: ExamplesFile): readonly string[] => [
  `${what} ${written.length} texts: ${Object.entries(taken)
    .map(([fields, lines]) => `${fields} (${lines})`)
    .join(', ')}`,
  ...(bad.count > 0
    ? [`${bad.count} lines passed over: ${bad.first.map(({ line, why }) => `line ${line}, ${why}`).join('; ')}`]
    : []),
]

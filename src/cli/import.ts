import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { ImportResult } from '../exchange/importing.ts'
import { type Columns, importFields, parseColumns } from '../exchange/mapping.ts'
import { type FileFormat, fileFormats, formatOf } from '../exchange/records.ts'
import type { Door } from '../identity/door.ts'
import type { OrganDirectory } from '../identity/organ-directory.ts'
import type { OrganFacts, OrganId } from '../kernel/organ.ts'
import { UsageRefused, type Verb } from './verb.ts'

/** How many rejected rows are printed in words; `--json` has them all. */
const printedAtMost = 20
const progressEveryMs = 1000

export const importVerb: Verb = {
  name: 'import',
  summary: 'take petitions in from a JSONL, CSV or XLSX file; what is already there is skipped',
  shape: (command) =>
    command
      .argument('<file>', 'the file')
      .option('--map <field=column,...>', `which column holds what: ${importFields.join(', ')}`)
      .option('--organ <id>', 'the organ that received them; the highest petition bureau unless said')
      .option('--place <code>', "the place of a row that names none; the organ's own region unless said")
      .option('--source <name>', 'the name of the other system; the name of the file unless said')
      .option('--format <format>', `${fileFormats.join(', ')}; by the file's ending unless said`),
  async run({ config, options, arguments: [path = ''], json }) {
    const format = formatFor(path, options.format)
    const columns = columnsFrom(options.map)
    const { openHouse } = await import('../main.ts')
    const { openRooms } = await import('../wiring.ts')
    const { importFile } = await import('../exchange/importing.ts')
    const house = await openHouse(config, 'migrate')
    const interrupted = new AbortController()
    process.once('SIGINT', () => interrupted.abort())
    try {
      const { petitions, directory, door, close } = await openRooms(house)
      const organ =
        organFor([...directory.current().all()], options.organ) ?? (await firstBureau(door, directory, options.place))
      const place = String(options.place ?? organ.region)
      const source = String(options.source ?? basename(path))
      const signal = interrupted.signal
      const onProgress = json ? () => undefined : printedProgress()
      const result = await importFile(petitions, {
        path,
        format,
        source,
        organ: organ.id,
        place,
        columns,
        signal,
        onProgress,
      })
      close()
      const { imported, skipped, rejected } = result
      // A row that could not be taken in is reported, not a failure of the whole: every good one is there.
      return {
        exit: 0,
        words: inWords(result),
        json: { imported, skipped, rejected: rejected.length, rejections: rejected },
      }
    } finally {
      await house.close()
    }
  },
}

function formatFor(path: string, given: unknown): FileFormat {
  if (!existsSync(path)) throw new UsageRefused(`no file ${path}`)
  const format = formatOf(given === undefined ? path : `file.${String(given)}`)
  if (format === null) throw new UsageRefused(`${path} is none of ${fileFormats.join(', ')}; say which with --format`)
  return format
}

function columnsFrom(given: unknown): Columns {
  if (typeof given !== 'string') return {}
  const parsed = parseColumns(given)
  if ('unknown' in parsed)
    throw new UsageRefused(`--map does not understand ${parsed.unknown}; fields are ${importFields.join(', ')}`)
  return parsed.columns
}

const levels: readonly OrganFacts['level'][] = ['prefecture', 'county', 'province', 'nation', 'township', 'village']

/** The organ named, or the petition bureau of the prefecture, or else the highest that there is. */
function organFor(organs: readonly OrganFacts[], named: unknown): OrganFacts | undefined {
  if (typeof named === 'string') {
    const organ = organs.find(({ id }) => id === named)
    if (organ?.state === 'active') return organ
    throw new UsageRefused(`no active organ ${named}`)
  }
  const bureaus = organs.filter(({ kind, state }) => kind === 'bureau' && state === 'active')
  const [first] = bureaus.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
  return first
}

/** A house that nobody has founded yet gets one bureau, so that nothing has to wait; `found` gives it an administrator. */
async function firstBureau(door: Door, directory: OrganDirectory, place: unknown): Promise<OrganFacts> {
  const { foundOrgan } = await import('../identity/founding.ts')
  const id = 'bureau' as OrganId
  const region = typeof place === 'string' ? place : '00'
  const level = region.length >= 6 ? 'county' : 'prefecture'
  const bureau = {
    id,
    nameZh: '信访局',
    nameEn: 'Petition Bureau',
    kind: 'bureau',
    level,
    region,
    parent: null,
    leadBy: null,
  } as const
  await foundOrgan(door, bureau)
  const opened = directory.find(id)
  if (!opened) throw new UsageRefused('there is no petition bureau in this house yet: open one with `xinqiao found`')
  return opened
}

/** A line a second on the terminal, so that long work shows that it goes on. */
function printedProgress(): (so: ImportResult) => void {
  let next = Date.now() + progressEveryMs
  return ({ imported, skipped, rejected }) => {
    if (Date.now() < next) return
    next = Date.now() + progressEveryMs
    process.stderr.write(`imported ${imported}, skipped ${skipped}, rejected ${rejected.length} …\n`)
  }
}

function inWords({ imported, skipped, rejected }: ImportResult): string {
  const lines = rejected.slice(0, printedAtMost).map(({ line, zh, en }) => `  line ${line}: ${zh} / ${en}`)
  const more =
    rejected.length > printedAtMost ? [`  … and ${rejected.length - printedAtMost} more; --json has them all`] : []
  return [`imported ${imported}, skipped ${skipped}, rejected ${rejected.length}`, ...lines, ...more].join('\n')
}

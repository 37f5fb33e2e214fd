import { packName } from '../law/laws.ts'
import type { PackFault } from '../law/pack-file.ts'
import { packView } from '../petition/law-view.ts'
import { lawFrom, readLaws, readPackAt, shippedPacks } from '../petition/pack-reading.ts'
import type { PetitionLaw } from '../petition/petition.ts'
import { law as national } from '../petition/world.ts'
import { spanInWords } from '../wording/days.ts'
import { type Given, type Report, UsageRefused, type Verb } from './verb.ts'

export const law: Verb = {
  name: 'law',
  summary: 'the packs of law that this house keeps: list them, show one, or check a file before it is put in',
  shape: (command) =>
    command
      .argument('[act]', 'list, show or check', 'list')
      .argument('[what]', 'a pack such as cn-zhejiang, or the file of one'),
  async run({ config, arguments: [act = 'list', what] }: Given) {
    const { all } = await readLaws([shippedPacks, config.folder.lawPacks], config.law)
    switch (act) {
      case 'list':
        return listed(all)
      case 'show':
        return shown(all.findLast((pack) => pack.id === what || packName(pack) === what) ?? unknown(what, all))
      case 'check':
        return check(what ?? missing(), all)
      default:
        throw new UsageRefused(`law ${act}: there is list, show and check`)
    }
  },
}

const unknown = (what: string | undefined, all: readonly PetitionLaw[]): never => {
  throw new UsageRefused(`no pack ${what ?? ''}; there is ${all.map(packName).join(', ')}`)
}

const missing = (): never => {
  throw new UsageRefused('law check FILE: which file?')
}

function listed(all: readonly PetitionLaw[]): Report {
  const rows = all.map((pack) => ({
    pack: packName(pack),
    regions: pack.regions,
    from: pack.inForceFrom,
    until: pack.inForceUntil,
    name: pack.name,
  }))
  const words = rows.map(
    ({ pack, regions, from, until, name }) =>
      `${pack.padEnd(16)} ${(regions.join(', ') || '–').padEnd(6)} ${from} – ${until ?? ''}  ${name.zh}`,
  )
  return { exit: 0, words: words.join('\n'), json: { packs: rows } }
}

/** What the pack says otherwise than the national law; of the national law everything. */
function shown(pack: PetitionLaw): Report {
  const view = packView(pack, national)
  const isNational = packName(pack) === packName(national)
  const tables = Object.entries(view).flatMap(([table, rows]) =>
    Array.isArray(rows)
      ? rows.flatMap((row) =>
          typeof row === 'object' && 'basis' in row && (isNational || row.differs)
            ? [`  ${table}.${row.name}  ${lengthOf(row)}${row.basis.zh}`]
            : [],
        )
      : [],
  )
  const words = [`${packName(pack)}  ${pack.name.zh}`, ...(pack.note ? [pack.note.zh] : []), ...tables]
  return { exit: 0, words: words.join('\n'), json: view }
}

function lengthOf(row: object): string {
  if (!('span' in row)) return ''
  const { unit, count } = row.span as { unit: 'days' | 'workingDays' | 'designated'; count: number | null }
  return unit === 'designated' ? '' : `${spanInWords(count ?? 0, unit).zh}  `
}

/** What a file would change, or what is wrong in it; nothing is put anywhere. */
async function check(path: string, all: readonly PetitionLaw[]): Promise<Report> {
  const file = await readPackAt(path).catch((fault: Error) => {
    throw new UsageRefused(`${path} cannot be read: ${fault.message}`)
  })
  if (!file.ok) return wrong(path, file.error)
  const made = lawFrom(file.value, all)
  if (!made.ok) return wrong(path, made.error)
  const below = all.find((pack) => packName(pack) === file.value.over) ?? national
  const there = all.some((pack) => packName(pack) === packName(made.value))
  const changes = changesOf(made.value, below)
  const words = [
    `${packName(made.value)} over ${file.value.over}: ${changes.length} rows differ`,
    ...(there ? [`  ${packName(made.value)} is there already: put in, this file needs another version`] : []),
    ...changes.map((change) => `  ${change}`),
  ]
  return { exit: there ? 1 : 0, words: words.join('\n'), json: { pack: packName(made.value), there, changes } }
}

function changesOf(made: PetitionLaw, below: PetitionLaw): readonly string[] {
  const view = packView(made, below)
  return Object.entries(view).flatMap(([table, rows]) =>
    Array.isArray(rows)
      ? rows.flatMap((row) =>
          typeof row === 'object' && 'differs' in row && row.differs
            ? [`${table}.${row.name}  ${lengthOf(row)}${row.basis.zh}`]
            : [],
        )
      : typeof rows === 'object' && rows !== null && 'differs' in rows && rows.differs
        ? [`${table}  ${rows.basis.zh}`]
        : [],
  )
}

function wrong(path: string, faults: readonly PackFault[]): Report {
  const words = [
    `${path}: ${faults.length} mistakes`,
    ...faults.map(({ at, zh, en }) => `  ${at}: ${en}${zh === en ? '' : ` / ${zh}`}`),
  ]
  return { exit: 1, words: words.join('\n'), json: { faults } }
}

import type { KeyCheck } from '../identity/key-check.ts'
import type { KeptKey, KeyFolder } from '../identity/key-folder.ts'
import type { Rotating, Rotation } from '../identity/rotation.ts'
import type { House } from '../main.ts'
import type { Config } from '../platform/config.ts'
import { passphrase } from './passphrase.ts'
import { type Given, type Report, UsageRefused, type Verb } from './verb.ts'

const kinds = ['session', 'receipt', 'cohort', 'index', 'files'] as const
type Kind = (typeof kinds)[number]

const deeds: Readonly<Record<string, (given: Given) => Promise<Report>>> = {
  list: ({ config }) => list(config),
  check,
  rotate,
  retire: (given) => rotateKeys(given, 'begun'),
  backup: (given) => saved(given, backUp),
  restore: (given) => saved(given, restore),
  wrap: ({ config }) => rewrap(config, 'wrapped'),
  unwrap: ({ config }) => rewrap(config, 'in-clear'),
}

/** What is done with the keys of a house: docs/how-to/keys.md. */
export const keys: Verb = {
  name: 'keys',
  summary: `look after the keys: ${Object.keys(deeds).join(', ')}`,
  shape: (command) =>
    command
      .argument('<deed>', Object.keys(deeds).join(', '))
      .argument('[file]', 'of a backup; its passphrase comes from XINQIAO_PASSPHRASE or stdin')
      .option('--only <key>', `rotate or retire only ${kinds.join(', ')}; or database, for its passwords`)
      .option('--stopped', 'no process uses this house, so older keys go at once'),
  async run(given) {
    const deed = deeds[given.arguments[0] ?? '']
    if (!deed) throw new UsageRefused(`keys does not ${given.arguments[0]}; it does ${Object.keys(deeds).join(', ')}`)
    return deed(given)
  },
}

async function list({ folder }: Config): Promise<Report> {
  const { listKeys } = await import('../identity/key-folder.ts')
  const kept = await listKeys(folder.keys)
  const line = ({ base, generation, madeAt, isNewest }: KeptKey) =>
    `${base}  generation ${generation}${isNewest ? '' : ' (older: goes with xinqiao keys retire)'}  ${madeAt}`
  return { exit: 0, words: kept.map(line).join('\n') || `no keys in ${folder.keys}`, json: { keys: kept } }
}

async function check({ config, json }: Given): Promise<Report> {
  const { checkKeys } = await import('../identity/key-check.ts')
  const { sealingKeys } = await import('../platform/files/sealed-files.ts')
  const { headOpens } = await import('../platform/files/head-renewal.ts')
  return withVault(config, async ({ pools }, vault) => {
    const found = await checkKeys(pools.work, vault, progress('checked', json))
    const keysOfFiles = await sealingKeys(vault)
    const files = { seen: 0, broken: [] as string[] }
    for await (const { path, address } of sealedPaths(config)) {
      files.seen += 1
      if (!(await headOpens(path, address, keysOfFiles))) files.broken.push(path)
    }
    const isWhole = found.brokenCount === 0 && found.withoutKey.length === 0 && files.broken.length === 0
    return { exit: isWhole ? 0 : 1, words: checkInWords(found, files), json: { ...found, files } }
  })
}

function checkInWords(found: KeyCheck, files: { seen: number; broken: readonly string[] }): string {
  return [
    `${found.pieces} pieces, ${found.opened} open and are what their facts say; ${found.erased} were erased`,
    ...found.withoutKey.map(
      ({ cohort, generation, pieces }) =>
        `  cohort ${cohort}, generation ${generation}: the key is not there; ${pieces} pieces`,
    ),
    ...found.broken.slice(0, 50).map(({ stream, ref, why }) => `  ${stream} ${ref}: ${why} broken`),
    `${files.seen} files, ${files.broken.length} do not open`,
    ...files.broken.slice(0, 50).map((path) => `  ${path}`),
  ].join('\n')
}

async function rotate(given: Given): Promise<Report> {
  return given.options.only === 'database' ? renewPasswords(given.config) : rotateKeys(given, 'all')
}

async function renewPasswords(config: Config): Promise<Report> {
  const { openDatabase } = await import('../platform/postgres.ts')
  const { openDataFolder } = await import('../platform/data-folder.ts')
  const database = await openDatabase({ folder: openDataFolder(config.folder.path), url: config.databaseUrl })
  try {
    if (!(await database.claimServing()))
      throw new UsageRefused('this house is served now, with the old passwords: stop it first')
    await database.renewPasswords()
    const words = 'the roles of the database have new passwords; whoever still runs with the old ones must start anew'
    return { exit: 0, words, json: { renewed: ['database'] } }
  } finally {
    await database.close()
  }
}

async function rotateKeys({ config, options, json }: Given, which: Rotating['which']): Promise<Report> {
  const only = kindsFrom(options.only)
  const { basesDue, usualGraceMs } = await import('../identity/rotation.ts')
  const { rotateCohorts } = await import('../identity/resealing.ts')
  const { rotateIndex } = await import('../petition/reindexing.ts')
  const { indexedDisputes } = await import('../prevention/disputes/finding-again.ts')
  const { rotateFiles, rotateSimply } = await import('../identity/rotating-files.ts')
  return withVault(config, async ({ pools, database }, vault) => {
    if (options.stopped && !(await database.claimServing()))
      throw new UsageRefused('this house is served now: stop it first, or leave out --stopped')
    const graceMs = options.stopped ? 0 : usualGraceMs
    const rotating = { vault, which, now: new Date(), graceMs, onProgress: progress('moved', json) }
    const turns: Readonly<Record<Kind, () => Promise<readonly Rotation[]>>> = {
      cohort: () => rotateCohorts(pools.work, rotating),
      index: async () => [await rotateIndex(pools, rotating, [indexedDisputes])],
      files: async () => [await rotateFiles(pools.app, rotating, () => sealedPaths(config))],
      session: async () => [await rotateSimply(rotating, 'session')],
      receipt: async () => [await rotateSimply(rotating, 'receipt')],
    }
    const rotations: Rotation[] = []
    const due = await basesDue(rotating)
    // the cohorts see for themselves which of them are due
    for (const kind of only.filter((each) => each === 'cohort' || due.includes(each)))
      rotations.push(...(await turns[kind]()))
    const isWhole = rotations.every(({ left }) => left === 0)
    return {
      exit: isWhole ? 0 : 1,
      words: rotations.map(rotationInWords).join('\n') || 'nothing to do',
      json: { rotations },
    }
  })
}

function kindsFrom(only: unknown): readonly Kind[] {
  if (only === undefined) return kinds
  const kind = kinds.find((each) => each === only)
  if (!kind) throw new UsageRefused(`no key ${only}; there is ${kinds.join(', ')}, database`)
  return [kind]
}

function rotationInWords({ base, generation, moved, left, retired, kept, retirableAt }: Rotation): string {
  const of = (which: readonly number[]) => `generation ${which.join(', ')}`
  const parts = [
    `${base}: generation ${generation}`,
    ...(moved > 0 ? [`${moved} moved`] : []),
    ...(left > 0 ? [`${left} left under an older one (see xinqiao keys check)`] : []),
    ...(retired.length > 0 ? [`${of(retired)} destroyed`] : []),
    ...(retirableAt !== null ? [`${of(kept)} stays until ${retirableAt}: run xinqiao keys retire then`] : []),
  ]
  return parts.join('; ')
}

type Saving = (config: Config, path: string, passphrase: string) => Promise<Report>

async function saved({ config, arguments: [, path] }: Given, work: Saving): Promise<Report> {
  const { BackupRefused } = await import('../identity/key-backup.ts')
  if (path === undefined) throw new UsageRefused('which file?')
  try {
    return await work(config, path, await passphrase())
  } catch (fault) {
    throw fault instanceof BackupRefused ? new UsageRefused(fault.message) : fault
  }
}

async function backUp({ folder }: Config, path: string, passphrase: string): Promise<Report> {
  const { backUpKeys } = await import('../identity/key-backup.ts')
  const madeAt = new Date().toISOString()
  const count = await backUpKeys(folder.keys, path, passphrase, madeAt)
  const words = `${count} keys are in ${path}. Keep it away from the database, and the passphrase away from both.`
  return { exit: 0, words, json: { file: path, keys: count, madeAt } }
}

async function restore({ folder }: Config, path: string, passphrase: string): Promise<Report> {
  const { restoreKeys } = await import('../identity/key-backup.ts')
  const { restored, there, madeAt } = await restoreKeys(folder.keys, path, passphrase)
  const words = `restored ${restored.length} keys of ${madeAt}, ${there} were there already`
  return {
    exit: 0,
    words: [words, ...restored.map((name) => `  ${name}`)].join('\n'),
    json: { restored, there, madeAt },
  }
}

async function rewrap(config: Config, wanted: 'wrapped' | 'in-clear'): Promise<Report> {
  const { rewrapKeys } = await import('../identity/key-rewrapping.ts')
  const { wrappingOf } = await import('../identity/vault.ts')
  const service = wrappingOf(config)
  if (service === null) throw new UsageRefused('say by XINQIAO_KMS_COMMAND which program wraps keys')
  const rewritten = await rewrapKeys(config.folder.keys, service, wanted)
  const words = `${rewritten} keys were rewritten; all lie ${wanted === 'wrapped' ? 'wrapped' : 'in clear'} now`
  return { exit: 0, words, json: { rewritten } }
}

async function withVault<T>(config: Config, work: (house: House, vault: KeyFolder) => Promise<T>): Promise<T> {
  const { openHouse } = await import('../main.ts')
  const { openVault } = await import('../identity/vault.ts')
  const house = await openHouse(config)
  try {
    return await work(house, await openVault(config, house.pools.app))
  } finally {
    await house.close()
  }
}

/** Everything that lies sealed under the key of files. */
async function* sealedPaths({ folder }: Config) {
  const { filesIn } = await import('../platform/files/sealed-files.ts')
  const { spooledIn } = await import('../notices/spool.ts')
  yield* filesIn(folder.files)
  for (const { id, path } of await spooledIn(folder.spool)) yield { path, address: id }
}

const progressEveryMs = 1000

/** A line a second on the terminal, so that long work shows that it goes on. */
function progress(done: string, json: boolean): (count: number) => void {
  let next = Date.now() + progressEveryMs
  return (count) => {
    if (json || Date.now() < next) return
    next = Date.now() + progressEveryMs
    process.stderr.write(`${done} ${count} …\n`)
  }
}

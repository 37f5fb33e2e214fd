import { resolve } from 'node:path'
import type { Account } from '../register/witness/account.ts'
import type { Watched } from '../register/witness/watching.ts'
import type { Witness } from '../register/witness/witness.ts'
import { untilToldToStop } from './stop.ts'
import { type Given, type Report, UsageRefused, type Verb } from './verb.ts'

const deeds: Readonly<Record<string, (given: Given) => Promise<Report | undefined>>> = { serve, evidence }

const usualPort = 8090
const gathered = (each: string, all: readonly string[] = []): readonly string[] => [...all, each]

/** A witness of registers, for whoever is not the office that keeps them: docs/how-to/witness.md. */
export const witness: Verb = {
  name: 'witness',
  summary: 'be a witness of registers: co-sign what is only continued, and keep what is not; needs no database',
  shape: (command) =>
    command
      .argument('[deed]', `${Object.keys(deeds).join(', ')}: what was refused, with the originals`, 'serve')
      .option('--name <name>', 'what this witness is called for good, such as bar.example/witness; at the first start')
      .option('--log <vkey>', 'the key of a register to be witnessed; may be repeated', gathered)
      .option('--watch <address>', 'where a register is published, to be looked at as well; may be repeated', gathered)
      .option('--every <seconds>', 'how often it is looked at', '300')
      .option('--stale-days <days>', 'after how long without growth it is said to be stale', '10')
      .option('--data <folder>', 'the folder of this witness, with its key: never that of a house (./witness)')
      .option('--port <number>', `where to listen (${usualPort})`)
      .option('--host <address>', 'which address to listen on (HOST; 127.0.0.1)'),
  async run(given) {
    const deed = deeds[given.arguments[0] ?? 'serve']
    if (!deed)
      throw new UsageRefused(`witness does not ${given.arguments[0]}; it does ${Object.keys(deeds).join(', ')}`)
    return deed(given)
  },
}

async function serve(given: Given): Promise<undefined> {
  const told = untilToldToStop()
  const { config, options, json } = given
  const { everyMs, staleAfterMs } = pace(options)
  const { witness, places } = await open(given)
  const { vkeyOf } = await import('../proof/note.ts')
  const { buildWitnessApp } = await import('../register/witness/server.ts')
  const { watch } = await import('../register/witness/watching.ts')
  const { logFilesAt } = await import('../register/witness/log-files.ts')
  const failed = (fault: unknown) => process.stderr.write(`xinqiao witness: ${(fault as Error).message}\n`)
  const app = await buildWitnessApp({ witness, places, failed })
  const stop = new AbortController()
  const port = options.port === undefined ? usualPort : config.port
  const url = await app.listen({ host: config.host, port })
  const vkey = vkeyOf(witness.key)
  const first = json ? JSON.stringify({ url, vkey, pid: process.pid }) : startWords(witness, url, vkey)
  process.stdout.write(`${first}\n`)
  const say = (watched: Watched) => process.stdout.write(json ? '' : lineOf(watched))
  const watching = places.map((place) =>
    watch({ witness, place, read: logFilesAt(place), everyMs, staleAfterMs, told: say, failed, stop: stop.signal }),
  )
  await told
  stop.abort()
  await Promise.all([...watching, app.close()])
  return undefined
}

const startWords = (witness: Witness, url: string, vkey: string): string =>
  [
    `serving at ${url}`,
    'my key; give it to the offices whose registers I witness, and publish it where people find it:',
    `  ${vkey}`,
    ...(witness.origins.length === 0 ? ['no register is known yet: --log, or logs.txt in the folder'] : []),
    ...witness.origins.map((origin) => `witnessing ${origin}`),
  ].join('\n')

const lineOf = ({ place, at, faults }: Watched): string =>
  faults.map(({ kind, detail }) => `${at} ${place} ${kind}: ${detail}\n`).join('')

async function evidence(given: Given): Promise<Report> {
  const { witness, watched } = await open(given)
  const { accountOf } = await import('../register/witness/account.ts')
  const account = await accountOf(witness, watched, new Date())
  return { exit: account.isQuiet ? 0 : 1, words: evidenceInWords(account), json: account }
}

function evidenceInWords({ name, vkey, logs, unknown, isQuiet }: Account): string {
  const lines = logs.flatMap(({ origin, coSigned, damage, watched, refused }) => [
    `${origin}: ${coSigned ? `${coSigned.size} entries co-signed at ${coSigned.at}` : (damage ?? 'nothing co-signed yet')}`,
    ...watched.flatMap(faultLines),
    ...refused.flatMap(({ kind, at, en, zh, shown, held }) => [
      `  ${kind} at ${at}: ${en}`,
      `    ${zh}`,
      ...indented(shown),
      ...(held === null ? [] : ['    held before:', ...indented(held)]),
    ]),
  ])
  const last = isQuiet ? 'nothing accuses any of them' : 'something is wrong: see above, and docs/how-to/witness.md'
  return [`${name}\n${vkey}`, ...lines, ...unknown.flatMap(faultLines), last].join('\n')
}

const faultLines = ({ place, at, faults }: Account['unknown'][number]): readonly string[] =>
  faults.map(({ en, zh, detail }) => `  ${place} at ${at}: ${en} / ${zh} (${detail})`)

const indented = (note: string): readonly string[] =>
  note
    .trimEnd()
    .split('\n')
    .map((line) => `      ${line}`)

/** The folder of a witness is its own, never the data folder of a house: the two must not be in one hand. */
async function open({ config, options }: Given) {
  const { openWitness, WitnessRefused } = await import('../register/witness/witness.ts')
  const { readWatched } = await import('../register/witness/watching.ts')
  const { commandWrapping } = await import('../identity/key-wrapping.ts')
  const folder = resolve(typeof options.data === 'string' ? options.data : './witness')
  const { keys, places } = await knownLogs(folder, options)
  const wrapping = config.kmsCommand === null ? null : commandWrapping(config.kmsCommand)
  try {
    const name = typeof options.name === 'string' ? options.name : undefined
    const witness = await openWitness({ folder, name, logKeys: keys, wrapping })
    const read = await Promise.all(places.map((place) => readWatched(witness.watchedAt(place))))
    return { witness, places, watched: read.filter((each): each is Watched => each !== null) }
  } catch (fault) {
    if (fault instanceof WitnessRefused) throw new UsageRefused(fault.message)
    throw fault
  }
}

async function knownLogs(folder: string, options: Given['options']) {
  const { readFile } = await import('node:fs/promises')
  const { unlessAbsent } = await import('../platform/files/durable.ts')
  const { isAddress, readKnownLogs } = await import('../register/witness/known-logs.ts')
  const file = (await readFile(resolve(folder, 'logs.txt'), 'utf8').catch(unlessAbsent)) ?? ''
  const known = readKnownLogs([...file.split('\n'), ...((options.log as readonly string[]) ?? [])])
  if (typeof known === 'string') throw new UsageRefused(known)
  const watched = (options.watch as readonly string[]) ?? []
  const wrong = watched.find((place) => !isAddress(place))
  if (wrong !== undefined) throw new UsageRefused(`${wrong} is not an address such as https://xinfang.example/log`)
  return { keys: known.keys, places: [...new Set([...known.places, ...watched])] }
}

function pace({ every, staleDays }: Given['options']): { readonly everyMs: number; readonly staleAfterMs: number } {
  const [seconds, days] = [Number(every), Number(staleDays)]
  if (!(seconds >= 5 && seconds <= 86_400)) throw new UsageRefused('--every takes 5 to 86400 seconds')
  if (!(days > 0 && days <= 3650)) throw new UsageRefused('--stale-days takes a number of days')
  return { everyMs: seconds * 1000, staleAfterMs: days * 86_400_000 }
}

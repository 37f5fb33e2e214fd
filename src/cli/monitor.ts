import { resolve } from 'node:path'
import type { NoteKey } from '../proof/note.ts'
import type { Look } from '../register/witness/looking.ts'
import type { Watched } from '../register/witness/watching.ts'
import { type Given, type Report, UsageRefused, type Verb } from './verb.ts'

const gathered = (each: string, all: readonly string[] = []): readonly string[] => [...all, each]

/** One look at a published register, by anybody: docs/how-to/witness.md. */
export const monitor: Verb = {
  name: 'monitor',
  summary: 'look at a published register once: signed, continued, and whole; needs no key and no database',
  shape: (command) =>
    command
      .argument('<place>', 'where it is published, https://xinfang.example/log, or a folder with a copy')
      .requiredOption('--log <vkey>', 'the key of the register; may be repeated', gathered)
      .option('--witness <vkey>', 'a witness that must have co-signed; may be repeated', gathered)
      .option('--state <file>', 'remember here what was seen, and compare with it the next time')
      .option('--full', 'every entry from the first, and not only those that came since')
      .option('--stale-days <days>', 'say so when it has not grown for so long'),
  run,
}

async function run({ options, arguments: words }: Given): Promise<Report> {
  const { lookAt } = await import('../register/witness/looking.ts')
  const { logFilesAt } = await import('../register/witness/log-files.ts')
  const { afterLook, readWatched, seenIn, writeWatched } = await import('../register/witness/watching.ts')
  const place = words[0] as string
  const state = typeof options.state === 'string' ? resolve(options.state) : null
  const before = state === null ? null : await readWatched(state)
  const seen = seenIn(before)
  const staleAfterMs = options.staleDays === undefined ? Number.POSITIVE_INFINITY : daysIn(options.staleDays)
  const look = await lookAt({
    read: logFilesAt(place),
    logKeys: await keysIn(options.log),
    witnesses: await keysIn(options.witness),
    known: async (origin) => (seen?.origin === origin ? [seen] : []),
    lookedAt: async (origin) => (seen?.origin === origin && options.full !== true ? seen : null),
  })
  const after = afterLook(look, before, place, new Date(), staleAfterMs)
  if (seen && look.checkpoint && look.checkpoint.origin !== seen.origin)
    throw new UsageRefused(`${state} remembers ${seen.origin}, and ${place} is ${look.checkpoint.origin}`)
  if (state !== null) await writeWatched(state, after)
  const size = look.checkpoint?.size ?? null
  const found = { place, origin: look.checkpoint?.origin ?? null, size, entries: look.entries, faults: after.faults }
  return { exit: after.faults.length === 0 ? 0 : 1, words: await inWords(look, after, seen?.size ?? 0), json: found }
}

async function inWords({ checkpoint, entries }: Look, { place, faults }: Watched, seenSize: number): Promise<string> {
  const { logFaults } = await import('../wording/witnessing.ts')
  const head = checkpoint ? `${checkpoint.origin}: ${checkpoint.size} entries` : place
  if (faults.length === 0) {
    const continued = seenSize > 0 ? `, continues the ${seenSize} that were seen before` : ''
    return `${head}${continued}; ${entries} looked at now, all as they were signed`
  }
  return [
    head,
    ...faults.map(({ kind, detail }) => `  ${kind}: ${logFaults[kind].en} / ${logFaults[kind].zh} (${detail})`),
  ].join('\n')
}

async function keysIn(option: unknown): Promise<readonly NoteKey[]> {
  const { parseVkey } = await import('../proof/note.ts')
  return ((option as readonly string[] | undefined) ?? []).map((vkey) => {
    const key = parseVkey(vkey)
    if (key === null) throw new UsageRefused(`${vkey} is not a key`)
    return key
  })
}

function daysIn(option: unknown): number {
  const days = Number(option)
  if (!(days > 0 && days <= 3650)) throw new UsageRefused('--stale-days takes a number of days')
  return days * 86_400_000
}

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Asked, Examined, NamedCheckpoint, Paper } from '../proof/examine.ts'
import type { Given as Recognised } from '../proof/given.ts'
import type { NoteKey } from '../proof/note.ts'
import { officeAt } from './office.ts'
import { type Report, UsageRefused, type Verb } from './verb.ts'

export const verify: Verb = {
  name: 'verify',
  summary: 'check receipts, evidence and checkpoints of any office; needs no house, and no network unless told to',
  shape: (command) =>
    command
      .argument('<file...>', 'receipts, evidence files, checkpoints, or files with keys')
      .option('--keys <file>', 'public keys that you trust, one a line, or what GET /api/log answered')
      .option(
        '--log <address>',
        'ask the log there for missing proofs and for its newest state, as https://xinfang.example',
      )
      .option('--language <code>', 'zh or en; by default that of the terminal'),
  async run({ options, arguments: files }) {
    const [{ examine, examineAsking }, { keysIn, recognise }, { printed }] = await Promise.all([
      import('../proof/examine.ts'),
      import('../proof/given.ts'),
      import('./verdict.ts'),
    ])
    const language = languageFrom(options.language)
    const read = files.map((file) => ({ name: basename(file), given: recognise(textOf(file)) }))
    const own = [...keysAmong(read), ...(typeof options.keys === 'string' ? keysIn(textOf(options.keys)) : [])]
    if (typeof options.keys === 'string' && own.length === 0)
      throw new UsageRefused(`there is no key in ${options.keys}`)
    const [papers, checkpoints] = [papersAmong(read), checkpointsAmong(read)]
    const unread = read.flatMap(({ name, given }) => (given.kind === 'unreadable' ? [{ name, why: given.why }] : []))
    if (typeof options.log !== 'string') {
      const examined = examine(papers, checkpoints, own)
      return report(
        examined,
        printed({ ...examined, unread, keysFrom: own.length > 0 ? 'given' : null, language }),
        unread,
      )
    }
    const get = officeAt(options.log)
    const keys = own.length > 0 ? own : keysIn(await published(get))
    const asked = await examineAsking(get, papers, checkpoints, keys, 'now')
    const keysFrom = keys.length === 0 ? null : own.length > 0 ? 'given' : 'office'
    return report(asked, printed({ ...asked, unread, keysFrom, language }), unread)
  },
}

interface Read {
  readonly name: string
  readonly given: Recognised
}

const keysAmong = (read: readonly Read[]): readonly NoteKey[] =>
  read.flatMap(({ given }) => (given.kind === 'keys' ? given.keys : []))
const papersAmong = (read: readonly Read[]): readonly Paper[] =>
  read.flatMap(({ name, given }) => (given.kind === 'evidence' ? [{ name, evidence: given.evidence }] : []))
const checkpointsAmong = (read: readonly Read[]): readonly NamedCheckpoint[] =>
  read.flatMap(({ name, given }) => (given.kind === 'checkpoint' ? [{ name, checkpoint: given.checkpoint }] : []))

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new UsageRefused(`${file} cannot be read`, { cause })
  }
}

export function languageFrom(given: unknown, environment: Readonly<Record<string, string | undefined>> = process.env) {
  if (given === undefined) return /^zh/i.test(environment.LC_ALL ?? environment.LANG ?? '') ? 'zh' : 'en'
  if (given !== 'zh' && given !== 'en') throw new UsageRefused(`no language ${given}; there are zh and en`)
  return given
}

const published = async (get: (path: string) => Promise<Uint8Array | null>): Promise<string> =>
  Buffer.from((await get('api/log')) ?? '').toString()

type Unread = readonly { readonly name: string; readonly why: string }[]

/** 0 only when every file is good: signed, in the log, and nothing contradicts it. */
function report(examined: Examined | Asked, words: string, unread: Unread): Report {
  const { papers, pairs } = examined
  const arePapersGood = papers.every(({ diagnosis }) => diagnosis.outcome === 'proven')
  const arePairsGood = pairs.every(({ succession }) => succession === 'same' || succession === 'continues')
  const isLogGood = !('newest' in examined) || (examined.newest.kind === 'checkpoint' && !examined.isShorter)
  const isSomething = papers.length + pairs.length > 0
  const isGood = isSomething && unread.length === 0 && arePapersGood && arePairsGood && isLogGood
  return { exit: isGood ? 0 : 1, words, json: jsonOf(examined, unread) }
}

function jsonOf(examined: Examined | Asked, unread: Unread): unknown {
  const { papers, pairs } = examined
  return {
    papers: papers.map(({ name, diagnosis }) => ({
      name,
      outcome: diagnosis.outcome,
      receipt: { ...diagnosis.receipt, entry: Buffer.from(diagnosis.receipt.entry).toString('base64') },
      place: diagnosis.place,
      size: diagnosis.checkpoint?.size ?? null,
      checks: diagnosis.checks,
      witnesses: diagnosis.witnesses,
    })),
    pairs,
    unread,
    ...('newest' in examined
      ? {
          newest: {
            kind: examined.newest.kind,
            size: examined.newest.kind === 'checkpoint' ? examined.newest.checkpoint.size : null,
          },
          notYet: examined.notYet,
          isShorter: examined.isShorter,
        }
      : {}),
  }
}

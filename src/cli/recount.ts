import { createReadStream, readFileSync } from 'node:fs'
import type { NoteKey } from '../proof/note.ts'
import type { Difference, ProofFound, Recounted } from '../register/figures/recounting.ts'
import { officeAt } from './office.ts'
import { type Report, UsageRefused, type Verb } from './verb.ts'
import { languageFrom } from './verify.ts'

export const recount: Verb = {
  name: 'recount',
  summary: 'count published figures again from their extract, and check that the extract is the one in the public log',
  shape: (command) =>
    command
      .argument('<extract>', 'the extract, such as 2026-10.csv')
      .option('--counts <file>', 'the published counts, such as 2026-10.json')
      .option('--proof <file>', 'the proof that the extract is in the log, such as 2026-10.proof.json')
      .option('--keys <file>', 'public keys that you trust, one a line, or what GET /api/log answered')
      .option('--log <address>', 'fetch what is missing from the office there, as https://xinfang.example')
      .option('--evidence <file>', 'the evidence of a registration: finds its line')
      .option('--language <code>', 'zh or en; by default that of the terminal'),
  async run({ options, arguments: [file = ''], json }) {
    const { recount, compareCounts, checkProof } = await import('../register/figures/recounting.ts')
    const { printed } = await import('./recount-words.ts')
    const asked = await askedFor(file, options)
    const opening = asked.opening
    const recounted = await recount(readBytes(file), { expected: asked.expected, opening, progress: progressFor(json) })
    const compared = asked.counts === null ? undefined : compareCounts(asked.counts, recounted.counts)
    const proof = asked.proof === null ? undefined : checkProof(asked.proof, recounted, asked.keys)
    const found: Found = { recounted, compared, proof, keysFrom: asked.keysFrom, isOwnAsked: opening !== undefined }
    const language = languageFrom(options.language)
    return report(found, (isGood) => printed(found, isGood).map((sentence) => sentence[language]))
  },
}

export interface Found {
  readonly recounted: Recounted
  /** Undefined: no counts were given. Null: they are none. */
  readonly compared: readonly Difference[] | null | undefined
  readonly proof: ProofFound | undefined
  readonly keysFrom: 'own' | 'office'
  readonly isOwnAsked: boolean
}

function report(
  { recounted, compared, proof, isOwnAsked }: Found,
  words: (isGood: boolean) => readonly string[],
): Report {
  const isCounted = recounted.flaw === null && (compared === undefined || compared?.length === 0)
  const isProven =
    proof === undefined ||
    [proof.figures, proof.extract, proof.counts, proof.inclusion, proof.signature].every((each) => each === 'good')
  const isGood = isCounted && isProven && (!isOwnAsked || recounted.own !== null)
  const { digest, flaw, counts, own } = recounted
  const json = {
    digest,
    flaw,
    counts,
    own,
    differences: compared ?? null,
    proof: proof && { ...proof, checkpoint: proof.checkpoint?.size ?? null },
  }
  return { exit: isGood ? 0 : 1, words: words(isGood).join('\n'), json }
}

interface Asked {
  readonly counts: string | null
  readonly proof: string | null
  readonly keys: readonly NoteKey[]
  readonly keysFrom: 'own' | 'office'
  readonly opening: import('../proof/evidence.ts').Opening | undefined
  /** What the figures are called, where the extract has no line to say it. */
  readonly expected: string | undefined
}

async function askedFor(file: string, options: Readonly<Record<string, unknown>>): Promise<Asked> {
  const given = (name: string) => (typeof options[name] === 'string' ? textOf(options[name]) : null)
  const reach = typeof options.log === 'string' ? officeAt(options.log) : null
  const office =
    reach && (async (path: string) => await reach(path).then((bytes) => bytes && Buffer.from(bytes).toString()))
  const name = await nameOf(file)
  const fetched = async (ending: string) => (office === null ? null : office(`log/figures/${name}.${ending}`))
  const counts = given('counts') ?? (await fetched('json'))
  const proof = given('proof') ?? (await fetched('proof.json'))
  const own = given('keys')
  const offered = own === null && office !== null ? await office('api/log') : own
  const { keysIn } = await import('../proof/given.ts')
  const keys = offered === null ? [] : keysIn(offered)
  if (own !== null && keys.length === 0) throw new UsageRefused(`there is no key in ${options.keys}`)
  const evidence = given('evidence')
  return {
    counts,
    proof,
    keys,
    keysFrom: own === null ? 'office' : 'own',
    opening: await openingFrom(evidence),
    expected: expectedFrom(file, name),
  }
}

/** By the first line of the extract: files are renamed. */
async function nameOf(file: string): Promise<string> {
  let head = ''
  for await (const chunk of readBytes(file, { end: 4095 })) head += Buffer.from(chunk).toString('latin1')
  const said = head.split('\n')[1]?.split(',')[0] ?? ''
  return said === '' ? nameInPath(file) : said
}

const nameInPath = (file: string): string => /(\d{4}-\d\d(?:\.\d+)?)\.csv$/.exec(file)?.[1] ?? ''

/** An extract without a case says nowhere what it is of; its name does. */
const expectedFrom = (file: string, name: string): string | undefined =>
  name === nameInPath(file) && name !== '' ? name : undefined

async function openingFrom(evidence: string | null) {
  if (evidence === null) return undefined
  const { parseEvidence } = await import('../proof/evidence.ts')
  const opening = parseEvidence(evidence)?.opening
  if (!opening) throw new UsageRefused('the evidence cannot be read, or holds no record')
  return opening
}

async function* readBytes(file: string, span: { readonly end?: number } = {}): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file, span)
  } catch (cause) {
    throw new UsageRefused(`${file} cannot be read`, { cause })
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new UsageRefused(`${file} cannot be read`, { cause })
  }
}

/** On a line that is overwritten, so that a long count is seen to go on. */
const progressFor = (json: boolean) => (lines: number) => {
  if (!json && process.stderr.isTTY) process.stderr.write(`\r${lines} lines`)
}

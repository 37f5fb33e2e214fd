import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { chmod, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sweepAbandoned, unlessAbsent } from '../platform/files/durable.ts'
import { KeyRefused, linkDurably } from './key-file.ts'
import { baseOf, generationsIn, isCohort, keyName, type NamedKey, renewable } from './key-names.ts'
import { KeyShelf } from './key-shelf.ts'
import type { KeyWrapping } from './key-wrapping.ts'
import {
  type Generations,
  type KeyGeneration,
  type KeyVault,
  type LastingPurpose,
  lastingPurposes,
  subkey,
} from './keyring.ts'

/** One key as it lies in the folder. */
export interface KeptKey extends NamedKey {
  /** ISO 8601. */
  readonly madeAt: string
  readonly isNewest: boolean
}

/** The vault as whoever keeps it sees it. */
export interface KeyFolder extends KeyVault {
  list(): Promise<readonly KeptKey[]>
  /** Makes the next generation; while an older one is still there, that renewal is gone on with. Returns the newest. */
  renew(base: string): Promise<number>
  /** Destroys a generation that has a newer one. Of a key that signs, the public half stays. */
  retire(base: string, generation: number): Promise<void>
}

/** What a database remembers of the keys that were made for it. */
export interface KeyLedger {
  /** The newest generation ever made of a key; 0 for none. */
  newestMade(base: string): Promise<number>
  note(base: string, made: KeyGeneration): Promise<void>
}

export interface KeyFolderOptions {
  readonly wrapping?: KeyWrapping | null
  /**
   * With it a lost cohort key is not made again under the same name: what it sealed stays unreadable rather than broken,
   * what is sealed from now on is not mixed with it, and the backup still finds its place free.
   */
  readonly ledger?: KeyLedger
}

/** Ten minutes are more than enough for a process that lives to write a key. */
const abandonedAfterMs = 10 * 60_000

/**
 * The keys as files, one a key and generation, readable by their owner alone. A file appears whole or not at all, is on the
 * disk before its key seals anything, and of two processes that make the same key at once both come away with the same one.
 */
export async function openKeyFolder(folder: string, options: KeyFolderOptions = {}): Promise<KeyFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  await sweepAbandoned(folder, (name) => name.startsWith('.'), abandonedAfterMs)
  const shelf = new KeyShelf(folder, options.wrapping ?? null)
  const cohortKey = async (base: string) => (await shelf.ifKept(base)) ?? madeFor(shelf, base, options.ledger)
  await Promise.all(renewable.map((base) => shelf.newest(base)))
  await keepPetitionerKeys(shelf)
  await Promise.all(lastingPurposes.map((purpose) => shelf.newest(purpose)))
  return {
    cohortKey: (cohort) => cohortKey(baseOf(cohort)),
    cohortKeyIfKept: (cohort, generation) => shelf.ifKept(baseOf(cohort), generation),
    indexKeys: () => shelf.all('index'),
    destroyCohortKey: (cohort) => shelf.destroy(baseOf(cohort)),
    lastingKey: async (purpose) => (await shelf.newest(purpose)).key,
    logKey: async () => ed25519((await shelf.newest('log')).key),
    receiptKey: async () => ed25519((await shelf.newest('receipt')).key),
    receiptPublicKeys: () => publicKeys(folder, shelf),
    sessionKey: async () => (await shelf.newest('session')).key,
    filesKeys: () => shelf.all('files'),
    list: () => listKeys(folder),
    async renew(base) {
      const newest = await shelf.renew(base)
      if (isCohort(base)) await options.ledger?.note(base, newest)
      return newest.generation
    },
    async retire(base, generation) {
      if (base === 'receipt') await keepPublicKey(folder, shelf, generation)
      await shelf.retire(base, generation)
    },
  }
}

/** One look before the ledger is asked and one after: whoever made the key meanwhile had it in the folder before in the ledger. */
async function madeFor(shelf: KeyShelf, base: string, ledger: KeyLedger | undefined): Promise<KeyGeneration> {
  const lost = (await ledger?.newestMade(base)) ?? 0
  const made = (await shelf.ifKept(base)) ?? (await shelf.make(base, lost + 1))
  await ledger?.note(base, made)
  return made
}

/** What the keys behind petitioners' keys are made from, each in its own way. */
const fromFirstIndex = {
  'petitioner-draw': "petitioner's key: draw",
  'petitioner-digest': "petitioner's key: digest",
} as const satisfies Partial<Record<LastingPurpose, string>>

/**
 * The keys behind petitioners' keys follow from the first index key and are kept for themselves, so that the index can be
 * renewed: nobody but the petitioners could say again what was digested.
 */
async function keepPetitionerKeys(shelf: KeyShelf): Promise<void> {
  const first = await shelf.ifKept('index', 1)
  for (const [base, purpose] of Object.entries(fromFirstIndex)) {
    if ((await shelf.ifKept(base)) !== null) continue
    if (first === null) throw new KeyRefused(`${base}.key is lost: restore it from the backup of the keys`)
    await shelf.make(base, 1, subkey(first.key, purpose).export())
  }
}

/** What PKCS #8 puts before the 32 bytes of an Ed25519 private key. */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const ed25519 = (seed: KeyObject): KeyObject =>
  createPrivateKey({ key: Buffer.concat([ed25519Prefix, seed.export()]), format: 'der', type: 'pkcs8' })

const publicFile = (generation: number): string => `receipt.g${generation}.pub`

/** Written before the private half goes, so that there is no moment at which neither is there. */
async function keepPublicKey(folder: string, shelf: KeyShelf, generation: number): Promise<void> {
  const found = await shelf.ifKept('receipt', generation)
  if (found === null) return
  const pem = createPublicKey(ed25519(found.key)).export({ type: 'spki', format: 'pem' })
  await linkDurably(folder, publicFile(generation), String(pem))
}

async function publicKeys(folder: string, shelf: KeyShelf): Promise<Generations> {
  const kept = await shelf.all('receipt')
  const signing = kept.map(({ generation, key }) => ({ generation, key: createPublicKey(ed25519(key)) }))
  const oldest = Math.min(...kept.map(({ generation }) => generation))
  const earlier: KeyGeneration[] = []
  for (let generation = oldest - 1; generation >= 1; generation--) {
    const pem = await readFile(join(folder, publicFile(generation)), 'utf8').catch(unlessAbsent)
    if (pem !== null) earlier.push({ generation, key: createPublicKey(pem) })
  }
  return [...signing, ...earlier] as unknown as Generations
}

/** What lies in a folder, by name, the newest generation of each first. Opens no key. */
export async function listKeys(folder: string): Promise<readonly KeptKey[]> {
  const keys: KeptKey[] = []
  for (const [base, generations] of [...(await generationsIn(folder))].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const generation of generations) {
      const { mtime } = await stat(join(folder, `${keyName(base, generation)}.key`))
      keys.push({ base, generation, madeAt: mtime.toISOString(), isNewest: generation === generations[0] })
    }
  }
  return keys
}

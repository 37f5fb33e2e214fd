import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from 'node:crypto'
import { chmod, mkdir, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { sweepAbandoned, syncFolder, unlessAbsent } from '../platform/files/durable.ts'
import { KeyRefused, linkDurably, makeKeyFile, readKeyFile } from './key-file.ts'
import { baseOf, generationsIn, isCohort, keyName, type NamedKey, renewable } from './key-names.ts'
import type { KeyWrapping } from './key-wrapping.ts'
import { type Generations, type KeyGeneration, type KeyVault, type PetitionerPurpose, subkey } from './keyring.ts'

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
/** How late a process may notice that another renewed a key. Nothing is retired before every one has (`rotation.ts`). */
const lookAgainMs = 5_000

/**
 * The keys as files, one a key and generation, readable by their owner alone. A file appears whole or not at all, is on the
 * disk before its key seals anything, and of two processes that make the same key at once both come away with the same one.
 */
export async function openKeyFolder(folder: string, options: KeyFolderOptions = {}): Promise<KeyFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  await sweepAbandoned(folder, (name) => name.startsWith('.'), abandonedAfterMs)
  const shelf = await openShelf(folder, options.wrapping ?? null)
  const cohortKey = async (base: string) => (await shelf.ifKept(base)) ?? madeFor(shelf, base, options.ledger)
  await Promise.all(renewable.map((base) => shelf.newest(base)))
  await keepPetitionerKeys(shelf)
  const petitioner = (purpose: PetitionerPurpose) => shelf.newest(petitionerBase(purpose))
  await Promise.all([petitioner('draw'), petitioner('digest')])
  return {
    cohortKey: (cohort) => cohortKey(baseOf(cohort)),
    cohortKeyIfKept: (cohort, generation) => shelf.ifKept(baseOf(cohort), generation),
    indexKeys: () => shelf.all('index'),
    petitionerKey: async (purpose) => (await petitioner(purpose)).key,
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
async function madeFor(shelf: Shelf, base: string, ledger: KeyLedger | undefined): Promise<KeyGeneration> {
  const lost = (await ledger?.newestMade(base)) ?? 0
  const made = (await shelf.ifKept(base)) ?? (await shelf.make(base, lost + 1))
  await ledger?.note(base, made)
  return made
}

interface Shelf {
  newest(base: string): Promise<KeyGeneration>
  ifKept(base: string, generation?: number): Promise<KeyGeneration | null>
  all(base: string): Promise<Generations>
  /** Makes a generation, drawn at random unless given, or reads the one that another made first. */
  make(base: string, generation: number, drawn?: Buffer): Promise<KeyGeneration>
  renew(base: string): Promise<KeyGeneration>
  retire(base: string, generation: number): Promise<void>
}

async function openShelf(folder: string, wrapping: KeyWrapping | null): Promise<Shelf> {
  const kept = new Map<string, KeyGeneration>()
  let there = await generationsIn(folder)
  let lookedAtMs = performance.now()
  const look = async () => {
    there = await generationsIn(folder)
    lookedAtMs = performance.now()
  }
  const keep = (base: string, generation: number, bytes: Buffer): KeyGeneration => {
    const made = { generation, key: createSecretKey(bytes) }
    kept.set(keyName(base, generation), made)
    return made
  }
  const find = async (base: string, generation: number): Promise<KeyGeneration | null> => {
    const name = keyName(base, generation)
    const known = kept.get(name)
    if (known !== undefined) return known
    const bytes = await readKeyFile(join(folder, `${name}.key`), wrapping)
    return bytes === null ? null : keep(base, generation, bytes)
  }
  const make = async (base: string, generation: number, drawn?: Buffer): Promise<KeyGeneration> => {
    const made = keep(base, generation, await makeKeyFile(folder, keyName(base, generation), wrapping, drawn))
    await look()
    return made
  }
  /** What another process made a moment ago must not look destroyed, so nothing is missing before one has looked. */
  const generationsOf = async (base: string): Promise<readonly number[]> => {
    if (performance.now() - lookedAtMs > lookAgainMs || !there.has(base)) await look()
    return there.get(base) ?? []
  }
  const ifKept = async (base: string, generation?: number): Promise<KeyGeneration | null> => {
    if (generation !== undefined) return find(base, generation)
    const [newest] = await generationsOf(base)
    return newest === undefined ? null : find(base, newest)
  }
  const newest = async (base: string) => (await ifKept(base)) ?? make(base, 1)
  return {
    newest,
    ifKept,
    async all(base) {
      const [first, ...older] = await generationsOf(base)
      if (first === undefined) return [await newest(base)]
      const found = await Promise.all([first, ...older].map((generation) => find(base, generation)))
      // what was retired since the last look is missing, and nothing needs it
      return found.filter((key) => key !== null) as unknown as Generations
    },
    make,
    async renew(base) {
      await look()
      const [generation = 0, ...older] = there.get(base) ?? []
      const begun = older.length > 0 ? await find(base, generation) : null
      return begun ?? make(base, generation + 1)
    },
    async retire(base, generation) {
      await look()
      if (!there.get(base)?.some((other) => other > generation))
        throw new Error(`${keyName(base, generation)} has no newer one and cannot be retired`)
      await unlink(join(folder, `${keyName(base, generation)}.key`)).catch(unlessAbsent)
      await syncFolder(folder)
      kept.delete(keyName(base, generation))
      await look()
    },
  }
}

const petitionerBase = (purpose: PetitionerPurpose): string => `petitioner-${purpose}`

/**
 * The keys behind petitioners' keys follow from the first index key and are kept for themselves, so that the index can be
 * renewed: nobody but the petitioners could say again what was digested.
 */
async function keepPetitionerKeys(shelf: Shelf): Promise<void> {
  const first = await shelf.ifKept('index', 1)
  for (const purpose of ['draw', 'digest'] as const) {
    const base = petitionerBase(purpose)
    if ((await shelf.ifKept(base)) !== null) continue
    if (first === null) throw new KeyRefused(`${base}.key is lost: restore it from the backup of the keys`)
    await shelf.make(base, 1, subkey(first.key, `petitioner's key: ${purpose}`).export())
  }
}

/** What PKCS #8 puts before the 32 bytes of an Ed25519 private key. */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const ed25519 = (seed: KeyObject): KeyObject =>
  createPrivateKey({ key: Buffer.concat([ed25519Prefix, seed.export()]), format: 'der', type: 'pkcs8' })

const publicFile = (generation: number): string => `receipt.g${generation}.pub`

/** Written before the private half goes, so that there is no moment at which neither is there. */
async function keepPublicKey(folder: string, shelf: Shelf, generation: number): Promise<void> {
  const found = await shelf.ifKept('receipt', generation)
  if (found === null) return
  const pem = createPublicKey(ed25519(found.key)).export({ type: 'spki', format: 'pem' })
  await linkDurably(folder, publicFile(generation), String(pem))
}

async function publicKeys(folder: string, shelf: Shelf): Promise<Generations> {
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

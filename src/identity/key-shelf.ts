import { createSecretKey } from 'node:crypto'
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder, unlessAbsent } from '../platform/files/durable.ts'
import { makeKeyFile, readKeyFile } from './key-file.ts'
import { generationsIn, keyName } from './key-names.ts'
import type { KeyWrapping } from './key-wrapping.ts'
import type { Generations, KeyGeneration } from './keyring.ts'

/** How late a process may notice that another renewed a key. Nothing is retired before every one has (`rotation.ts`). */
const lookAgainMs = 5_000

/** The keys of a folder by name and generation, each read once. What other processes do there is seen within seconds. */
export class KeyShelf {
  readonly #folder: string
  readonly #wrapping: KeyWrapping | null
  readonly #kept = new Map<string, KeyGeneration>()
  #there: ReadonlyMap<string, readonly number[]> = new Map()
  #lookedAtMs = Number.NEGATIVE_INFINITY

  constructor(folder: string, wrapping: KeyWrapping | null) {
    this.#folder = folder
    this.#wrapping = wrapping
  }

  /** The newest generation; the first is made where there is none. */
  async newest(base: string): Promise<KeyGeneration> {
    return (await this.ifKept(base)) ?? this.make(base, 1)
  }

  /** One generation, or the newest; null where it is not there. */
  async ifKept(base: string, generation?: number): Promise<KeyGeneration | null> {
    if (generation !== undefined) return this.#find(base, generation)
    const [newest] = await this.#generationsOf(base)
    return newest === undefined ? null : this.#find(base, newest)
  }

  async all(base: string): Promise<Generations> {
    const [first, ...older] = await this.#generationsOf(base)
    if (first === undefined) return [await this.newest(base)]
    const found = await Promise.all([first, ...older].map((generation) => this.#find(base, generation)))
    // what was retired since the last look is missing, and nothing needs it
    return found.filter((key) => key !== null) as unknown as Generations
  }

  /** Makes a generation, drawn at random unless given, or reads the one that another made first. */
  async make(base: string, generation: number, drawn?: Buffer): Promise<KeyGeneration> {
    const bytes = await makeKeyFile(this.#folder, keyName(base, generation), this.#wrapping, drawn)
    const made = this.#keep(base, generation, bytes)
    await this.#look()
    return made
  }

  /** Makes the next generation; while an older one is still there, the newest is that of a renewal under way. */
  async renew(base: string): Promise<KeyGeneration> {
    await this.#look()
    const [generation = 0, ...older] = this.#there.get(base) ?? []
    const begun = older.length > 0 ? await this.#find(base, generation) : null
    return begun ?? this.make(base, generation + 1)
  }

  /** Destroys a generation that has a newer one. */
  async retire(base: string, generation: number): Promise<void> {
    await this.#look()
    if (!this.#there.get(base)?.some((other) => other > generation))
      throw new Error(`${keyName(base, generation)} has no newer one and cannot be retired`)
    await this.#remove(base, generation)
  }

  /** Destroys a key with all its generations. False when there is none. */
  async destroy(base: string): Promise<boolean> {
    await this.#look()
    const all = this.#there.get(base) ?? []
    // the oldest first: while one is left, the newest seals what may still come
    for (const generation of all.toReversed()) await this.#remove(base, generation)
    return all.length > 0
  }

  /** Gone from the folder once this is over, also when the power fails the next moment. */
  async #remove(base: string, generation: number): Promise<void> {
    const name = keyName(base, generation)
    await unlink(join(this.#folder, `${name}.key`)).catch(unlessAbsent)
    await syncFolder(this.#folder)
    this.#kept.delete(name)
    await this.#look()
  }

  async #find(base: string, generation: number): Promise<KeyGeneration | null> {
    const name = keyName(base, generation)
    const known = this.#kept.get(name)
    if (known !== undefined) return known
    const bytes = await readKeyFile(join(this.#folder, `${name}.key`), this.#wrapping)
    return bytes === null ? null : this.#keep(base, generation, bytes)
  }

  #keep(base: string, generation: number, bytes: Buffer): KeyGeneration {
    const kept = { generation, key: createSecretKey(bytes) }
    this.#kept.set(keyName(base, generation), kept)
    return kept
  }

  /** What another process made a moment ago must not look destroyed, so nothing is missing before one has looked. */
  async #generationsOf(base: string): Promise<readonly number[]> {
    if (performance.now() - this.#lookedAtMs > lookAgainMs || !this.#there.has(base)) await this.#look()
    return this.#there.get(base) ?? []
  }

  async #look(): Promise<void> {
    this.#there = await generationsIn(this.#folder)
    this.#lookedAtMs = performance.now()
  }
}

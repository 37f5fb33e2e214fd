import { randomBytes } from 'node:crypto'
import { appendFile, cp, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKeyFolder } from '../../identity/key-folder.ts'
import type { KeyVault } from '../../identity/keyring.ts'
import { Prose } from '../../kernel/prose.ts'
import { type SealedFiles, sealedFiles } from './sealed-files.ts'
import { FileBroken, frameBytes, headBytes } from './sealed-frames.ts'

let root: string
let folder: string
let vault: KeyVault
let files: SealedFiles
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'xinqiao-files-'))
  folder = join(root, 'files')
  vault = await openKeyFolder(join(root, 'keys'))
  files = await sealedFiles(folder, vault)
})
afterEach(() => rm(root, { recursive: true }))

const name = Prose.read('证明.pdf', { max: 100 })
if (!name.ok) throw new Error(name.error)
const incoming = {
  ...{ declaredName: name.value, declaredType: 'application/pdf', mediaType: 'application/pdf', limitBytes: 2 ** 30 },
}

async function* inPieces(content: Buffer, size = 10_007): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}

async function put(content: Buffer, size?: number): Promise<string> {
  const stored = await files.put(inPieces(content, size), incoming)
  if (!stored.ok) throw new Error(stored.error.kind)
  expect(stored.value).toEqual({ file: stored.value.file, mediaType: 'application/pdf', bytes: content.length })
  expect(stored.value.file).toMatch(/^[0-9a-f]{64}$/)
  return stored.value.file
}

async function read(file: string): Promise<Buffer> {
  const opened = await files.open(file)
  if (opened === null) throw new Error('no such file')
  const pieces: Uint8Array[] = []
  for await (const piece of opened.stream) pieces.push(piece)
  const content = Buffer.concat(pieces)
  expect(content.length).toBe(opened.bytes)
  return content
}

const pathOf = (file: string) => join(folder, file.slice(0, 2), file.slice(0, 40), file.slice(40))
async function everything(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

describe('a stored file', () => {
  it.each([0, 1, frameBytes - 1, frameBytes, frameBytes + 1, 2 * frameBytes, 3 * frameBytes + 7])(
    'of %i bytes comes back as it was',
    async (length) => {
      const content = randomBytes(length)
      expect((await read(await put(content))).equals(content)).toBe(true)
    },
  )

  it('comes back whatever pieces it came in', async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(sizes, async (lengths) => {
        const pieces = lengths.map((length) => randomBytes(length))
        const stored = await files.put(
          (async function* () {
            yield* pieces
          })(),
          incoming,
        )
        if (!stored.ok) throw new Error('full')
        expect((await read(stored.value.file)).equals(Buffer.concat(pieces))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('lies there sealed, for its owner alone', async () => {
    const content = Buffer.from('一份不应被任何人读到的材料'.repeat(100))
    const path = pathOf(await put(content))
    const sealed = await readFile(path)
    expect(sealed.includes(Buffer.from('材料'))).toBe(false)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('does not say by its name what is in it: another house names it otherwise', async () => {
    const content = Buffer.from('同一份材料')
    const elsewhere = await sealedFiles(join(root, 'other'), await openKeyFolder(join(root, 'other-keys')))
    const other = await elsewhere.put(inPieces(content), incoming)
    const file = await put(content)
    expect(other.ok && other.value.file.slice(0, 40)).not.toBe(file.slice(0, 40))
  })

  it('survives a restart', async () => {
    const file = await put(Buffer.from('还在'))
    files = await sealedFiles(folder, await openKeyFolder(join(root, 'keys')))
    expect((await read(file)).toString()).toBe('还在')
  })
})

describe('equal files', () => {
  it('are kept once, under different names, and taking one back leaves the others', async () => {
    const content = randomBytes(3 * frameBytes)
    const [a, b, c] = [await put(content), await put(content, 999), await put(content)]
    expect(new Set([a, b, c]).size).toBe(3)
    expect((await stat(pathOf(a))).nlink).toBe(3)
    await files.discard(a)
    expect(await files.open(a)).toBeNull()
    expect((await read(b)).equals(content)).toBe(true)
    await files.discard(b)
    await files.discard(c)
    expect(await everything()).toEqual([])
  })

  it('put and taken back at once are each there or gone as they should be', async () => {
    const content = randomBytes(1000)
    const kept = await Promise.all(
      Array.from({ length: 24 }, async (_, at) => {
        const file = await put(content)
        if (at % 2 === 0) return file
        await files.discard(file)
        return null
      }),
    )
    for (const file of kept) if (file !== null) expect((await read(file)).equals(content)).toBe(true)
    expect(await everything()).toHaveLength(12)
  })

  it('do not take over a twin that was cut short', async () => {
    const content = randomBytes(1000)
    await truncate(pathOf(await put(content)), headBytes + 20)
    expect((await read(await put(content))).equals(content)).toBe(true)
  })
})

describe('a file that is not what was put there', () => {
  it('does not open after any byte was changed', async () => {
    const content = randomBytes(frameBytes + 500)
    const file = await put(content)
    const sealed = await readFile(pathOf(file))
    const places = [
      0,
      9,
      30,
      headBytes - 1,
      headBytes,
      headBytes + frameBytes,
      headBytes + frameBytes + 16,
      sealed.length - 1,
    ]
    for (const place of places) {
      const changed = Buffer.from(sealed)
      changed[place] = (changed[place] as number) ^ 1
      await writeFile(pathOf(file), changed)
      await expect(read(file), `byte ${place}`).rejects.toThrow(FileBroken)
    }
  })

  it('does not open when cut short anywhere, at a frame’s border too', async () => {
    const file = await put(randomBytes(2 * frameBytes + 500))
    const { size } = await stat(pathOf(file))
    const oneFrame = frameBytes + 16
    const lengths = [
      size - 1,
      headBytes + 2 * oneFrame,
      headBytes + oneFrame + 5,
      headBytes + oneFrame,
      headBytes,
      10,
      0,
    ]
    for (const length of lengths) {
      await truncate(pathOf(file), length)
      await expect(read(file), `cut to ${length}`).rejects.toThrow(FileBroken)
    }
  })

  it('does not open with anything added', async () => {
    const file = await put(randomBytes(frameBytes))
    await appendFile(pathOf(file), randomBytes(17))
    await expect(read(file)).rejects.toThrow(FileBroken)
  })

  it('does not open with its frames in another order', async () => {
    const file = await put(randomBytes(3 * frameBytes))
    const sealed = await readFile(pathOf(file))
    const frame = (at: number) =>
      sealed.subarray(headBytes + at * (frameBytes + 16), headBytes + (at + 1) * (frameBytes + 16))
    await writeFile(pathOf(file), Buffer.concat([sealed.subarray(0, headBytes), frame(1), frame(0), frame(2)]))
    await expect(read(file)).rejects.toThrow(FileBroken)
  })

  it('does not open under the name of another', async () => {
    const [a, b] = [await put(Buffer.from('甲')), await put(Buffer.from('乙'))]
    await cp(pathOf(a), pathOf(b))
    await expect(read(b)).rejects.toThrow(FileBroken)
  })

  it('is no file when its name is none, or leads elsewhere', async () => {
    await writeFile(join(root, 'secret'), 'x')
    const file = await put(Buffer.from('甲'))
    for (const name of [
      '',
      '../secret',
      `${'../'.repeat(20)}etc/passwd`,
      file.toUpperCase(),
      `${file}\n`,
      'f'.repeat(64),
    ]) {
      expect(await files.open(name), name).toBeNull()
      await files.discard(name)
    }
    expect((await read(file)).toString()).toBe('甲')
  })
})

describe('an upload that breaks off', () => {
  it('leaves nothing and hands the error on', async () => {
    const broken = (async function* () {
      yield randomBytes(200_000)
      throw new Error('cut off')
    })()
    await expect(files.put(broken, incoming)).rejects.toThrow('cut off')
    expect(await everything()).toEqual([])
  })

  it('because its process died is cleared away a day later', async () => {
    const old = join(folder, '.incoming', 'old')
    await writeFile(old, 'x')
    await utimes(old, 0, 0)
    await writeFile(join(folder, '.incoming', 'new'), 'x')
    await sealedFiles(folder, vault)
    expect(await readdir(join(folder, '.incoming'))).toEqual(['new'])
  })
})

describe('a file that is large', () => {
  it('is written down while it still comes in', async () => {
    const piece = randomBytes(1 << 20)
    const written: number[] = []
    await files.put(
      (async function* () {
        for (let at = 0; at < 8; at++) {
          yield piece
          const [temporary = ''] = await readdir(join(folder, '.incoming'))
          written.push((await stat(join(folder, '.incoming', temporary))).size)
        }
      })(),
      incoming,
    )
    for (const [at, bytes] of written.entries()) expect(bytes).toBeGreaterThan(at * piece.length)
  })

  it('is given out frame by frame, so that its beginning is there before its end was looked at', async () => {
    const content = randomBytes(4 * frameBytes)
    const file = await put(content)
    await truncate(pathOf(file), (await stat(pathOf(file))).size - 16)
    await appendFile(pathOf(file), randomBytes(16))
    const opened = await files.open(file)
    const given: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of opened?.stream ?? []) given.push(piece)
    })()
    await expect(reading).rejects.toThrow(FileBroken)
    expect(Buffer.concat(given).equals(content.subarray(0, 3 * frameBytes))).toBe(true)
  })

  it.runIf(process.platform === 'linux')('that is not read to its end leaves nothing open', async () => {
    const opened = await files.open(await put(randomBytes(4 * frameBytes)))
    const openBefore = (await readdir('/proc/self/fd')).length
    for await (const _ of opened?.stream ?? []) break
    expect((await readdir('/proc/self/fd')).length).toBeLessThanOrEqual(openBefore)
  })
})

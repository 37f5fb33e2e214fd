/** Where extracts and counts lie: files named by their digest, so that none can take another's place. Everything here is public. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder, unlessAbsent } from '../../platform/files/durable.ts'

export const fileKinds = ['extract', 'counts'] as const
export type FileKind = (typeof fileKinds)[number]
const extension = { extract: 'csv', counts: 'json' } as const satisfies Record<FileKind, string>

export interface FigureStore {
  /** Writes lines, each with its end, and gives their digest once they are on the disk. */
  write(kind: FileKind, lines: Iterable<string>): Promise<string>
  /** Null where there is no such file. */
  find(kind: FileKind, digest: string): Promise<{ readonly bytes: number; read(): AsyncIterable<Uint8Array> } | null>
}

const nameOf = (kind: FileKind, digest: string): string => `${digest}.${extension[kind]}`
/** Written together: a system call for each line would take longer than all else. */
const togetherChars = 1 << 18

export function figureFolder(folder: string): FigureStore {
  return {
    async write(kind, lines) {
      await mkdir(folder, { recursive: true })
      const draft = join(folder, `.${randomUUID()}`)
      try {
        const digest = await writeDraft(draft, lines)
        // what is there under this name has this content, so it may stay
        await link(draft, join(folder, nameOf(kind, digest))).catch(unlessThere)
        await syncFolder(folder)
        return digest
      } finally {
        await unlink(draft).catch(unlessAbsent)
      }
    },
    async find(kind, digest) {
      const path = join(folder, nameOf(kind, digest))
      const found = await stat(path).catch(unlessAbsent)
      return found && { bytes: found.size, read: () => createReadStream(path) }
    },
  }
}

function unlessThere(fault: NodeJS.ErrnoException): void {
  if (fault.code !== 'EEXIST') throw fault
}

async function writeDraft(path: string, lines: Iterable<string>): Promise<string> {
  const digest = createHash('sha256')
  const file = await open(path, 'wx', 0o644)
  try {
    for (const text of together(lines)) {
      digest.update(text, 'utf8')
      await file.writeFile(text, 'utf8')
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return digest.digest('hex')
}

function* together(lines: Iterable<string>): Generator<string> {
  let text = ''
  for (const line of lines) {
    text += `${line}\n`
    if (text.length < togetherChars) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

/** SHA-256 of what is read, in hex. */
export async function digestOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const digest = createHash('sha256')
  for await (const chunk of bytes) digest.update(chunk)
  return digest.digest('hex')
}

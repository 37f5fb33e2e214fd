/** Uploads stream through: looked at, counted and handed on, never held whole. */
import multipart, { type Multipart, type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readProse } from '../../kernel/prose.ts'
import type { FileStore, StoredFile } from '../files/store.ts'
import type { UploadLimits } from './endpoint.ts'
import { mediaTypeOf, sampleBytes } from './file-kinds.ts'
import { Problem } from './problem.ts'

export const usualFileLimitBytes = 20 * 1024 * 1024
const fieldLimitBytes = 65_536
const mostFields = 50
const longestName = 255
/** Boundaries and headers of the parts. */
const wrappingBytes = 1024 * 1024

export const fileLimitOf = ({ fileLimitBytes = usualFileLimitBytes }: UploadLimits): number => fileLimitBytes

/** Makes an app take multipart bodies, and nothing else. Keep it to a scope of its own. */
export async function takeMultipart(app: FastifyInstance, limits: UploadLimits): Promise<void> {
  app.removeAllContentTypeParsers()
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: {
      // One byte more than allowed, so that a file at the limit and a file beyond it can be told apart.
      fileSize: fileLimitOf(limits) + 1,
      files: limits.files,
      fields: mostFields,
      fieldSize: fieldLimitBytes,
      fieldNameSize: 100,
      headerPairs: 20,
      parts: limits.files + mostFields,
    },
  })
}

/** Refuses by its announced length what would be cut off anyway. */
export function refuseLargeUpload(request: FastifyRequest, limits: UploadLimits): void {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > limits.files * fileLimitOf(limits) + wrappingBytes) throw tooLarge(limits)
}

export interface Upload {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly StoredFile[]
}

/**
 * Takes in every part of a request. `stored` hears of each file as soon as it lies in the store, so that the caller can
 * take them back whatever happens later. Throws a `Problem`.
 */
export async function receiveUpload(
  request: FastifyRequest,
  limits: UploadLimits,
  store: FileStore,
  stored: (file: StoredFile) => void,
): Promise<Upload> {
  const fields = new Map<string, string>()
  const files: StoredFile[] = []
  for await (const part of request.parts()) {
    if (part.type === 'field') noteField(fields, part)
    else {
      const file = await keep(part, limits, store)
      stored(file)
      files.push(file)
    }
  }
  return { fields: Object.fromEntries(fields), files }
}

function noteField(fields: Map<string, string>, part: Exclude<Multipart, MultipartFile>): void {
  const { fieldname, value, valueTruncated, fieldnameTruncated } = part
  if (valueTruncated || fieldnameTruncated) throw new Problem('too-large')
  if (typeof value !== 'string' || value.includes('\0') || fields.has(fieldname)) throw new Problem('malformed')
  fields.set(fieldname, value)
}

async function keep(part: MultipartFile, limits: UploadLimits, store: FileStore): Promise<StoredFile> {
  const name = readProse(lastSegment(part.filename ?? ''), { max: longestName, singleLine: true })
  if (!name.ok)
    throw fileProblem('malformed', part.fieldname, '文件名不符合要求', 'has a file name that cannot be used')
  const limitBytes = fileLimitOf(limits)
  const content = counted(part.file, () => tooLarge(limits), limitBytes)
  const { sample, rest } = await sampled(content)
  if (sample.length === 0) throw fileProblem('malformed', part.fieldname, '文件是空的', 'is an empty file')
  const mediaType = await mediaTypeOf(sample, name.value.text, part.mimetype)
  if (mediaType === null) {
    await rest.return?.(undefined)
    throw refusedType(part.fieldname)
  }
  const incoming = { declaredName: name.value, declaredType: part.mimetype.slice(0, 200), mediaType, limitBytes }
  const kept = await store.put(rest, incoming)
  if (!kept.ok)
    throw new Problem('not-available', { detail: { zh: '文件存储空间不足。', en: 'The file store is full.' } })
  return kept.value
}

const lastSegment = (name: string): string => name.split(/[\\/]/).at(-1) ?? ''

async function* counted(file: AsyncIterable<Uint8Array>, fault: () => Problem, limitBytes: number) {
  let bytes = 0
  for await (const chunk of file) {
    bytes += chunk.length
    if (bytes > limitBytes) throw fault()
    yield chunk
  }
}

/** Reads the beginning of a stream, and gives it back as if nothing had been read. */
async function sampled(content: AsyncGenerator<Uint8Array>) {
  const chunks: Uint8Array[] = []
  let bytes = 0
  while (bytes < sampleBytes) {
    const next = await content.next()
    if (next.done) break
    chunks.push(next.value)
    bytes += next.value.length
  }
  return { sample: Buffer.concat(chunks).subarray(0, sampleBytes), rest: again(chunks, content) }
}

async function* again(chunks: readonly Uint8Array[], content: AsyncGenerator<Uint8Array>) {
  yield* chunks
  yield* content
}

const inMegabytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`

function tooLarge(limits: UploadLimits): Problem {
  const size = inMegabytes(fileLimitOf(limits))
  return new Problem('too-large', {
    detail: {
      zh: `每个文件不得超过 ${size}，一次最多 ${limits.files} 个。`,
      en: `A file may have at most ${size}, and a request at most ${limits.files} of them.`,
    },
  })
}

function fileProblem(kind: 'malformed', path: string, zh: string, en: string): Problem {
  return new Problem(kind, { errors: [{ in: 'body', path: path.slice(0, 100), zh, en }] })
}

function refusedType(path: string): Problem {
  return new Problem('file-type-refused', {
    errors: [
      {
        ...{ in: 'body', path: path.slice(0, 100) },
        zh: '内容与文件名不符，或者不是可接受的类型（PDF、图片、录音、视频、Word、Excel、纯文本）',
        en: 'is not what its name says, or is none of: PDF, image, recording, video, Word, Excel, plain text',
      },
    ],
  })
}

/** Which files are taken in, and how one is known for what it is. A name and a declared type are only claims. */
import { fileTypeFromBuffer } from 'file-type'

interface FileKind {
  readonly mediaType: string
  readonly extensions: readonly string[]
  /** What `file-type` calls it; none for text, which has no mark of its own. */
  readonly magic: readonly string[]
  /** Other names that browsers and telephones send for it. */
  readonly alsoDeclared?: readonly string[]
}

const openXml = 'application/vnd.openxmlformats-officedocument'

/** What people bring: letters, photographs, recordings, tables. Nothing that a browser or an office would run. */
export const fileKinds: readonly FileKind[] = [
  { mediaType: 'application/pdf', extensions: ['pdf'], magic: ['application/pdf'] },
  { mediaType: 'image/png', extensions: ['png'], magic: ['image/png'] },
  {
    mediaType: 'image/jpeg',
    extensions: ['jpg', 'jpeg', 'jfif'],
    magic: ['image/jpeg'],
    alsoDeclared: ['image/jpg', 'image/pjpeg'],
  },
  { mediaType: 'image/webp', extensions: ['webp'], magic: ['image/webp'] },
  { mediaType: 'image/gif', extensions: ['gif'], magic: ['image/gif'] },
  {
    mediaType: 'image/heic',
    extensions: ['heic', 'heif'],
    magic: ['image/heic', 'image/heif', 'image/heic-sequence'],
    alsoDeclared: ['image/heif'],
  },
  { mediaType: 'audio/mpeg', extensions: ['mp3'], magic: ['audio/mpeg'], alsoDeclared: ['audio/mp3'] },
  {
    mediaType: 'audio/mp4',
    extensions: ['m4a'],
    magic: ['audio/x-m4a', 'audio/mp4', 'video/mp4'],
    alsoDeclared: ['audio/x-m4a', 'audio/m4a', 'video/mp4'],
  },
  { mediaType: 'audio/amr', extensions: ['amr'], magic: ['audio/amr'], alsoDeclared: ['audio/3gpp'] },
  {
    mediaType: 'audio/wav',
    extensions: ['wav'],
    magic: ['audio/wav', 'audio/vnd.wave'],
    alsoDeclared: ['audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
  },
  {
    mediaType: 'video/mp4',
    extensions: ['mp4', 'm4v'],
    magic: ['video/mp4', 'video/x-m4v'],
    alsoDeclared: ['video/x-m4v'],
  },
  {
    mediaType: `${openXml}.wordprocessingml.document`,
    extensions: ['docx'],
    magic: [`${openXml}.wordprocessingml.document`],
  },
  { mediaType: `${openXml}.spreadsheetml.sheet`, extensions: ['xlsx'], magic: [`${openXml}.spreadsheetml.sheet`] },
  { mediaType: 'application/msword', extensions: ['doc'], magic: ['application/x-cfb'] },
  { mediaType: 'application/vnd.ms-excel', extensions: ['xls'], magic: ['application/x-cfb'] },
  { mediaType: 'text/plain', extensions: ['txt'], magic: [] },
]

/** What a stored file can be. */
export const mediaTypes: ReadonlySet<string> = new Set(fileKinds.map(({ mediaType }) => mediaType))

/** Declared by whoever does not know; says nothing. */
const undeclared = new Set(['', 'application/octet-stream', 'binary/octet-stream'])

/** How much of a file is looked at. Office files are zips that name their parts one after the other. */
export const sampleBytes = 65_536

/**
 * What a file is, from its first bytes, when its name and its declared type agree; null when it is of a kind that is not
 * taken in, or is not what it says.
 */
export async function mediaTypeOf(sample: Uint8Array, name: string, declaredType: string): Promise<string | null> {
  const kind = fileKinds.find(({ extensions }) => extensions.includes(extensionOf(name)))
  if (kind === undefined || !fits(kind, declaredType.split(';')[0]?.trim().toLowerCase() ?? '')) return null
  const found = await marked(sample)
  const isWhatItSays =
    kind.magic.length === 0 ? found === null && isText(sample) : found !== null && kind.magic.includes(found)
  return isWhatItSays ? kind.mediaType : null
}

const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

const fits = ({ mediaType, alsoDeclared = [] }: FileKind, declared: string): boolean =>
  undeclared.has(declared) || declared === mediaType || alsoDeclared.includes(declared)

async function marked(sample: Uint8Array): Promise<string | null> {
  try {
    const found = (await fileTypeFromBuffer(sample))?.mime.split(';')[0] ?? null
    return found === 'application/zip' ? officeInside(sample) : found
  } catch {
    return null
  }
}

/** A zip whose first part says nothing yet: the names of its parts stand in clear in the sample. */
function officeInside(sample: Uint8Array): string {
  const text = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength).toString('latin1')
  if (!text.includes('[Content_Types].xml')) return 'application/zip'
  if (text.includes('word/document.xml')) return `${openXml}.wordprocessingml.document`
  return text.includes('xl/workbook.xml') ? `${openXml}.spreadsheetml.sheet` : 'application/zip'
}

/** Text in UTF-8 or GB 18030 without control characters. The sample may end within a character. */
function isText(sample: Uint8Array): boolean {
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true })
      return !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)
    } catch {
      return false
    }
  })
}

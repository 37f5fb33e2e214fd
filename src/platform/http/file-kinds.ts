/** How a file is known for what it is. A name and a declared type are only claims. */
import { fileTypeFromBuffer } from 'file-type'
import { type FileKind, fileKinds, openXml } from './accepted-files.ts'

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

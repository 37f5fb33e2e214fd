/**
 * Photographs that wait with an entry: made as small as one can still read, and without what a camera writes beside the picture, which would say
 * where and by which phone it was taken.
 */
import { type Uploaded, upload } from '../../shared/upload.ts'

export interface Picture {
  readonly name: string
  /** JPEG, as base64: entries are kept as text before they are sealed. */
  readonly jpeg: string
}

const longestSide = 1600
const quality = 0.8
const patienceMs = 120_000

/** Throws for what is no picture. */
export async function pictureOf(file: File): Promise<Picture> {
  const bitmap = await createImageBitmap(file)
  const share = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * share))) as [
    number,
    number,
  ]
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality })
  return { name: `${file.name.replace(/\.[^.]*$/, '').slice(0, 200) || '1'}.jpg`, jpeg: await asText(blob) }
}

async function asText(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

/** The store names a file by its content, so one that is sent again is the same file. */
export async function sendPicture({ name, jpeg }: Picture): Promise<Uploaded & { readonly name: string }> {
  const bytes = Uint8Array.from(atob(jpeg), (sign) => sign.charCodeAt(0))
  const file = new File([bytes], name, { type: 'image/jpeg' })
  return { ...(await upload('/api/files', file, { signal: AbortSignal.timeout(patienceMs) })), name }
}

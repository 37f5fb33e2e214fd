/** The form in which a file is sealed: its own key in the head, then frames of which none can be lost, moved or added. */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

export const frameBytes = 65_536
const tagBytes = 16
const nonceBytes = 12
const keyBytes = 32
const magic = Buffer.from('xinqiao1')
/** The mark, then the file's key under the house's: nonce, key, tag. */
export const headBytes = magic.length + nonceBytes + keyBytes + tagBytes

/** A file that is not what was put there: altered, cut short, or lying under another file's name. */
export class FileBroken extends Error {}

/** A file has its own key, so that a frame's number can be its nonce. */
export const fileKey = (): KeyObject => createSecretKey(randomBytes(keyBytes))

/** The head of a file. It opens only under the address that it was written for. */
export function headOf(house: KeyObject, own: KeyObject, address: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', house, nonce).setAAD(Buffer.from(address))
  return Buffer.concat([magic, nonce, cipher.update(own.export()), cipher.final(), cipher.getAuthTag()])
}

/** Reads the file's key out of its head, with whichever of the house's keys opens it. Throws FileBroken. */
export function keyFrom(house: readonly KeyObject[], head: Buffer, address: string): KeyObject {
  if (head.length !== headBytes || !head.subarray(0, magic.length).equals(magic))
    throw new FileBroken('not a sealed file')
  const nonce = head.subarray(magic.length, magic.length + nonceBytes)
  const sealed = head.subarray(magic.length + nonceBytes)
  for (const [at, key] of house.entries()) {
    try {
      return createSecretKey(unseal(key, nonce, sealed, Buffer.from(address)))
    } catch (fault) {
      if (at === house.length - 1) throw fault
    }
  }
  throw new FileBroken('the house has no key')
}

/** The number of the frame, and whether it is the last: so that neither order nor end can be changed. */
function nonceOf(frame: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(nonceBytes)
  nonce.writeUInt32BE(frame, nonceBytes - 5)
  nonce[nonceBytes - 1] = isLast ? 1 : 0
  return nonce
}

function unseal(key: KeyObject, nonce: Buffer, sealed: Buffer, bound: Buffer): Buffer {
  if (sealed.length < tagBytes) throw new FileBroken('a frame is cut short')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(bound).setAuthTag(sealed.subarray(sealed.length - tagBytes))
  const plain = decipher.update(sealed.subarray(0, sealed.length - tagBytes))
  try {
    decipher.final()
  } catch {
    throw new FileBroken('a frame does not open')
  }
  return plain
}

const nothing = Buffer.alloc(0)

/** Cuts what streams in into frames and seals each. There is always a last one, if only an empty one. */
export async function* sealFrames(key: KeyObject, content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let frame = 0
  const seal = (plain: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(frame, isLast))
    frame += 1
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  }
  // joined once a frame, so that a file that drips in byte by byte costs no more than its bytes
  let pieces: Uint8Array[] = []
  let waiting = 0
  for await (const piece of content) {
    pieces.push(piece)
    waiting += piece.length
    // a whole frame stays until more comes, for it may be the last
    if (waiting <= frameBytes) continue
    let joined = Buffer.concat(pieces)
    for (; joined.length > frameBytes; joined = joined.subarray(frameBytes))
      yield seal(joined.subarray(0, frameBytes), false)
    pieces = [joined]
    waiting = joined.length
  }
  yield seal(Buffer.concat(pieces), true)
}

const sealedFrameBytes = frameBytes + tagBytes

/** How many bytes lie sealed in so many. Throws FileBroken where no number of frames comes to that. */
export function plainBytes(bodyBytes: number): number {
  const frames = Math.ceil(bodyBytes / sealedFrameBytes)
  const plain = bodyBytes - frames * tagBytes
  if (frames === 0 || plain < (frames - 1) * frameBytes) throw new FileBroken('the file is cut short')
  return plain
}

/** Opens frames one after the other. Throws FileBroken before it gives away anything that is not what was put there. */
export async function* openFrames(
  key: KeyObject,
  bodyBytes: number,
  read: (atByte: number, length: number) => Promise<Buffer>,
): AsyncGenerator<Buffer> {
  const frames = Math.ceil(bodyBytes / sealedFrameBytes)
  for (let frame = 0; frame < frames; frame++) {
    const at = frame * sealedFrameBytes
    const sealed = await read(at, Math.min(sealedFrameBytes, bodyBytes - at))
    yield unseal(key, nonceOf(frame, frame === frames - 1), sealed, nothing)
  }
}

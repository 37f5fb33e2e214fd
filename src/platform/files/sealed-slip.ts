/** A small file sealed in one go, in the form that stored files have: for what must lie on the disk and be read by few. */
import type { KeyVault } from '../../identity/keyring.ts'
import { sealingKeys } from './sealed-files.ts'
import { fileKey, headBytes, headOf, keyFrom, openFrames, sealFrames } from './sealed-frames.ts'

type Vault = Pick<KeyVault, 'filesKeys'>

/** What is written down of a text. It opens only under the same address. */
export async function sealSlip(vault: Vault, address: string, text: string): Promise<Buffer> {
  const [newest] = await sealingKeys(vault)
  if (newest === undefined) throw new Error('the house has no key for files')
  const own = fileKey()
  const content = (async function* () {
    yield Buffer.from(text)
  })()
  return Buffer.concat([headOf(newest, own, address), await joined(sealFrames(own, content))])
}

/** Throws FileBroken where it is not what was put there. */
export async function openSlip(vault: Vault, address: string, slip: Buffer): Promise<string> {
  const key = keyFrom(await sealingKeys(vault), slip.subarray(0, headBytes), address)
  const body = slip.subarray(headBytes)
  const frames = openFrames(key, body.length, async (at, length) => body.subarray(at, at + length))
  return (await joined(frames)).toString('utf8')
}

async function joined(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

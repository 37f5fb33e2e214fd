import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isWrappedFile, keyText, readKeyFile, replaceDurably } from './key-file.ts'
import { parseKeyFile } from './key-names.ts'
import type { KeyWrapping } from './key-wrapping.ts'

/**
 * Puts every key of a folder under a key service, or takes it out again. Each file is replaced whole, so that it can be
 * interrupted; those that lie as wanted stay. Returns how many were rewritten.
 */
export async function rewrapKeys(
  folder: string,
  service: KeyWrapping,
  wanted: 'wrapped' | 'in-clear',
): Promise<number> {
  const [from, to] = wanted === 'wrapped' ? [null, service] : [service, null]
  let rewritten = 0
  for (const name of (await readdir(folder)).filter((file) => parseKeyFile(file) !== null).sort()) {
    const path = join(folder, name)
    if (isWrappedFile(await readFile(path, 'utf8')) === (wanted === 'wrapped')) continue
    const key = await readKeyFile(path, from)
    if (key === null) continue
    await replaceDurably(folder, name, await keyText(key, to))
    rewritten += 1
  }
  return rewritten
}

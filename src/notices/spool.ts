/**
 * The house's own carrier: a message that nobody takes lies here until a printer, a gateway or a clerk asks for it. It holds
 * where somebody lives or can be called, so it is sealed, and `xinqiao spool show` opens it.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyVault } from '../identity/keyring.ts'
import { unlessAbsent } from '../platform/files/durable.ts'
import { openSlip, sealSlip } from '../platform/files/sealed-slip.ts'
import type { Carrier } from './carrier.ts'
import type { Message, NoticeChannel } from './notice.ts'

type Vault = Pick<KeyVault, 'filesKeys'>

export const spoolChannels = ['sms', 'email', 'print'] as const satisfies readonly NoticeChannel[]

const ending = '.sealed'
const idShape = /^[\w-]{1,64}$/

/**
 * One file a message in `<folder>/<channel>/`, readable by the house alone. Written whole or not at all; a second attempt
 * replaces the same file.
 */
export function spoolCarrier(folder: string, vault: Vault): Carrier {
  return {
    async carry(id, message) {
      const place = join(folder, message.channel)
      await mkdir(place, { recursive: true, mode: 0o700 })
      const draft = join(place, `.${randomUUID()}`)
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(await sealSlip(vault, id, JSON.stringify({ id, ...message })))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, join(place, id + ending))
      return 'spooled'
    },
  }
}

/** Takes messages back that nobody has collected yet. */
export async function forgetSpooled(
  folder: string,
  messages: readonly { readonly id: string; readonly channel: string }[],
): Promise<void> {
  for (const { id, channel } of messages) await rm(join(folder, channel, id + ending), { force: true })
}

/** A message in the spool, as far as one can see without opening it. */
export interface Spooled {
  readonly id: string
  readonly channel: NoticeChannel
  /** ISO 8601. */
  readonly since: string
  readonly path: string
}

/** What lies in the spool, the oldest first. */
export async function spooledIn(folder: string): Promise<readonly Spooled[]> {
  const found: Spooled[] = []
  for (const channel of spoolChannels) {
    for (const name of (await readdir(join(folder, channel)).catch(unlessAbsent)) ?? []) {
      const id = name.slice(0, -ending.length)
      if (!name.endsWith(ending) || !idShape.test(id)) continue
      const path = join(folder, channel, name)
      const seen = await stat(path).catch(unlessAbsent)
      if (seen !== null) found.push({ id, channel, since: seen.mtime.toISOString(), path })
    }
  }
  return found.sort((a, b) => (a.since < b.since ? -1 : 1))
}

export type SpooledMessage = Message & { readonly id: string }

/** Opens one message; null when it was collected meanwhile. Throws FileBroken. */
export async function openSpooled(vault: Vault, { id, path }: Spooled): Promise<SpooledMessage | null> {
  const slip = await readFile(path).catch(unlessAbsent)
  return slip === null ? null : JSON.parse(await openSlip(vault, id, slip))
}

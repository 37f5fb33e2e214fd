/** Who carries a message away. The house's own carrier is a spool on disk; SMTP and an SMS gateway take its place. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Message, NoticeChannel } from './notice.ts'

export type Carried = 'sent' | 'spooled'

export interface Carrier {
  /** Takes a message over for good, or throws and is asked again. `id` is the same for every attempt at one message. */
  carry(id: string, message: Message): Promise<Carried>
}

export type Carriers = Readonly<Record<NoticeChannel, Carrier>>

/**
 * One file a message in `<folder>/<channel>/`, readable by the house alone: for a printer, a gateway that collects files, or a
 * clerk. Written whole or not at all; a second attempt replaces the same file.
 */
export function spoolCarrier(folder: string): Carrier {
  return {
    async carry(id, message) {
      const place = join(folder, message.channel)
      await mkdir(place, { recursive: true, mode: 0o700 })
      const draft = join(place, `.${randomUUID()}`)
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(`${JSON.stringify({ id, ...message }, null, 2)}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, join(place, `${id}.json`))
      return 'spooled'
    },
  }
}

/** Takes messages back that were spooled and that nobody has collected yet. */
export async function forgetSpooled(
  folder: string,
  messages: readonly { readonly id: string; readonly channel: string }[],
): Promise<void> {
  for (const { id, channel } of messages) await rm(join(folder, channel, `${id}.json`), { force: true })
}

export interface SmtpSettings {
  /** `smtps://user:password@host:465` or `smtp://host:587`. */
  readonly url: string
  readonly from: string
}

/** Mail by SMTP. The message id is ours, so that a second attempt can be recognised as the same letter. */
export function smtpCarrier({ url, from }: SmtpSettings): Carrier {
  const transport = createTransport(url, { from })
  return {
    async carry(id, { to, subject, text }) {
      await transport.sendMail({ to, subject, text, messageId: `<${id}@xinqiao>` })
      return 'sent'
    },
  }
}

export const carriersOf = (spool: string, smtp: SmtpSettings | null): Carriers => ({
  sms: spoolCarrier(spool),
  email: smtp ? smtpCarrier(smtp) : spoolCarrier(spool),
  print: spoolCarrier(spool),
})

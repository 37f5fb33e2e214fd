/** Who carries a message away. The house's own carrier is a spool on disk; SMTP and an SMS gateway take its place. */
import { createTransport } from 'nodemailer'
import type { Message, NoticeChannel } from './notice.ts'

export type Carried = 'sent' | 'spooled'

export interface Carrier {
  /** Takes a message over for good, or throws and is asked again. `id` is the same for every attempt at one message. */
  carry(id: string, message: Message): Promise<Carried>
}

export type Carriers = Readonly<Record<NoticeChannel, Carrier>>

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

export const carriersOf = (spool: Carrier, smtp: SmtpSettings | null): Carriers => ({
  sms: spool,
  email: smtp ? smtpCarrier(smtp) : spool,
  print: spool,
})

/** Rows of the table `account_credential`: what leads into an account. Each has a new epoch, so all sessions end with it. */
import { randomBytes } from 'node:crypto'
import type { Row } from '../engine/room.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import type { WantedPost } from './account.ts'
import type { Office } from './administration.ts'

/** A session lives only as long as the epoch stays what it was when the session began. */
export type CredentialRow = Row & { readonly epoch: string }

const freshEpoch = (): string => randomBytes(9).toString('base64url')

/** A password that the person chose. */
export const ownCredential = async ({ passwords }: Office, password: string): Promise<CredentialRow> => ({
  hash: await passwords.hash(password),
  epoch: freshEpoch(),
  one_time_until: null,
})

/** Long enough to hand a letter over and for its reader to be back from leave. */
const oneTimeDays = 7

/** A password that somebody else made, good for one login until a week after the first day on which there can be one. */
export async function oneTimeCredential(
  office: Office,
  password: string,
  firstDay = office.today(),
): Promise<CredentialRow> {
  const days = Math.max(0, daysBetween(office.today(), firstDay)) + oneTimeDays
  const until = new Date(Date.parse(office.now()) + days * 86_400_000).toISOString()
  return { ...(await ownCredential(office, password)), one_time_until: until }
}

/** Nobody can sign in before the first of their posts begins. */
export const firstDayOf = (posts: readonly WantedPost[], today: Day): Day =>
  posts.map(({ from }) => from ?? today).toSorted()[0] ?? today

/** In place of a hash that no password has. */
export const noHash = 'none'

/** No password leads in. */
export const noCredential = (): CredentialRow => ({ hash: noHash, epoch: freshEpoch(), one_time_until: null })

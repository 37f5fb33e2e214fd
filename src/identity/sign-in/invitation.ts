/** A link with which a person sets the first password of their account, in their own browser: nobody else ever has one of it. */
import { createHash, randomBytes } from 'node:crypto'
import type { EngineRefusal, Row, RowSet } from '../../engine/room.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { AccountId, AccountRefusal } from '../account.ts'
import { actBeside, type Office } from '../administration.ts'
import { noHash, ownCredential } from '../credential.ts'
import { flawOf, type PasswordFlaw } from '../password.ts'

export type InvitationRefusal =
  /** Forged, cut short, or replaced by a newer one. */
  | { readonly kind: 'no-such-invitation' }
  | { readonly kind: 'invitation-used' }
  | { readonly kind: 'invitation-expired' }

export interface Invitation {
  readonly account: AccountId
  readonly login: string
  readonly name: string
  readonly expiresAt: Date
}

/** Whoever founds an office sits in front of the machine. */
export const invitationHours = 24
const tokenBytes = 32
const tokenShape = /^[\w-]{43}$/
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()
const hex = (digest: Buffer): string => `\\x${digest.toString('hex')}`

/** A token for the link, and the row that knows its digest. One that was made for the account before is good no more. */
export function newInvitation(now: Date): { readonly token: string; readonly expiresAt: string; readonly row: Row } {
  const token = randomBytes(tokenBytes).toString('base64url')
  const expiresAt = new Date(now.getTime() + invitationHours * 3_600_000).toISOString()
  return { token, expiresAt, row: { digest: hex(digestOf(token)), expires_at: expiresAt, used_at: null } }
}

/** After the `#`, which no browser sends and no gateway keeps. */
export const invitationLink = (house: string, token: string): string => `${house}/desk/invitation#${token}`

interface Kept extends Invitation {
  readonly isUsed: boolean
  /** One in which the person holds a post. */
  readonly organ: OrganId
}

/** Whom a link is for, while it is good. */
export async function readInvitation({ house, now }: Office, token: string): Promise<Result<Kept, InvitationRefusal>> {
  if (!tokenShape.test(token)) return err({ kind: 'no-such-invitation' })
  const { rows } = await house.app.query<Kept>(findInvitation, [digestOf(token)])
  const [found] = rows
  if (found === undefined) return err({ kind: 'no-such-invitation' })
  if (found.isUsed) return err({ kind: 'invitation-used' })
  return found.expiresAt <= new Date(now()) ? err({ kind: 'invitation-expired' }) : ok(found)
}

/** An account that came to a password in any other way has no use for a first one. */
const findInvitation = `
  select account.id as account, login, name, expires_at as "expiresAt", organ,
    used_at is not null or hash <> '${noHash}' as "isUsed"
  from account_invitation join account using (stream_id) join account_person using (stream_id)
    join account_credential using (stream_id) join account_post using (stream_id)
  where digest = $1 and account.state = 'open' order by organ limit 1`

type Refusal = InvitationRefusal | AccountRefusal | EngineRefusal | { readonly kind: PasswordFlaw }

/** Sets the password. The link is used up in the same transaction, so of two who try at once one comes too late. */
export async function acceptInvitation(
  office: Office,
  token: string,
  password: string,
): Promise<Result<Pick<Invitation, 'login'>, Refusal>> {
  const invited = await readInvitation(office, token)
  if (!invited.ok) return invited
  const { account, login, organ } = invited.value
  const flaw = flawOf(password, login)
  if (flaw !== null) return err({ kind: flaw })
  const by = { kind: 'staff', account, organ } as const
  const rows = async (): Promise<Result<RowSet, InvitationRefusal>> => {
    const still = await readInvitation(office, token)
    if (!still.ok) return still
    const used = {
      digest: hex(digestOf(token)),
      expires_at: still.value.expiresAt.toISOString(),
      used_at: office.now(),
    }
    return ok({ account_credential: [await ownCredential(office, password)], account_invitation: [used] })
  }
  const set = await actBeside<InvitationRefusal>(office, account, { type: 'ChangePassword' }, by, rows)
  return set.ok ? ok({ login }) : set
}

/** Another link for an account that has never had a password: the first one lapsed, or was lost. Null for any other account. */
export async function inviteAgain(office: Office, login: string): Promise<{ token: string; expiresAt: string } | null> {
  const { token, expiresAt, row } = newInvitation(new Date(office.now()))
  const { rowCount } = await office.house.app.query(renewInvitation, [login, row.digest, expiresAt])
  return rowCount === 1 ? { token, expiresAt } : null
}

const renewInvitation = `
  update account_invitation set digest = $2::bytea, expires_at = $3
  from account_person join account_credential using (stream_id)
  where account_person.stream_id = account_invitation.stream_id and login = $1 and used_at is null and hash = '${noHash}'`

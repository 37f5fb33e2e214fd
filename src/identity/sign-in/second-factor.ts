/** 第二因素: six digits from a device of the person's own (TOTP, RFC 6238), and ten codes on paper for when it is lost. */
import { createHmac, randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Pool } from 'pg'
import type { Row } from '../../engine/room.ts'
import type { AccountId } from '../account.ts'
import { accountStream } from '../account-tables.ts'
import { type KeyVault, subkey } from '../keyring.ts'
import { openSecret, sealSecret } from '../sealed-secret.ts'

export interface Standing {
  readonly state: 'none' | 'offered' | 'on'
  readonly recoveryLeft: number
}

/** What an authenticator app is given. It is shown once. */
export interface Offer {
  readonly secret: string
  /** `otpauth://totp/…`, for a QR code. */
  readonly uri: string
}

/** Recovery codes as they are shown once, with the row of the table `account_second_factor` that knows them. */
export interface Recoverable {
  readonly codes: readonly string[]
  readonly row: Row
}

/** Secrets are sealed and recovery codes digested under keys that are not in the database. */
export interface SecondFactors {
  standingOf(account: AccountId): Promise<Standing>
  /** Makes a secret and keeps it until a code confirms it; one that was offered before is good no more. */
  offer(account: AccountId, login: string): Promise<Offer>
  /** The row that turns an offered secret on, if the code is of it. */
  confirm(account: AccountId, typed: string, now: Date): Promise<Recoverable | null>
  /** Takes a code, from the device or from paper. Each is good once, however many ask at the same time. */
  take(account: AccountId, typed: string, now: Date): Promise<boolean>
  /** The row with ten new recovery codes in place of those that are left; null where no factor is on. */
  renew(account: AccountId): Promise<Recoverable | null>
}

/** The row of an account without a second factor. */
export const noSecondFactor: Row = { box: null, confirmed: false, last_step: 0, recovery: [] }

interface Kept {
  readonly box: Buffer | null
  readonly confirmed: boolean
  readonly lastStep: string
  readonly recoveryLeft: number
}

const periodMs = 30_000
const secretBytes = 20
const shape = { algorithm: 'SHA1', digits: 6, period: periodMs / 1000 } as const
/** A telephone's clock may be half a minute off either way. */
const stepsOff = 1
const recoveryCodes = 10

export async function secondFactors(pool: Pool, vault: KeyVault): Promise<SecondFactors> {
  const own = await vault.lastingKey('second-factor')
  const sealing = subkey(own, 'second factor: seal')
  const digesting = subkey(own, 'second factor: recovery code')

  const digestOf = (account: AccountId, code: string): string =>
    `\\x${createHmac('sha256', digesting).update(`${account}\n${code}`).digest('hex')}`
  const read = async (account: AccountId): Promise<Kept | null> => {
    const { rows } = await pool.query<Kept>(readFactor, [accountStream(account)])
    return rows[0] ?? null
  }
  const stepOf = (account: AccountId, { box, lastStep }: Kept, code: string, now: Date): number | null => {
    const secret = box === null ? null : openSecret(sealing, account, box)
    if (secret === null) return null
    const step = stepFor(secret, code, now)
    return step !== null && step > Number(lastStep) ? step : null
  }
  const withRecovery = (account: AccountId, row: Row): Recoverable => {
    const codes = Array.from({ length: recoveryCodes }, recoveryCode)
    return { codes, row: { ...row, recovery: codes.map((code) => digestOf(account, plain(code))) } }
  }

  return {
    async standingOf(account) {
      const kept = await read(account)
      if (kept === null || kept.box === null) return { state: 'none', recoveryLeft: 0 }
      return { state: kept.confirmed ? 'on' : 'offered', recoveryLeft: kept.recoveryLeft }
    },
    async offer(account, login) {
      const secret = new Secret({ size: secretBytes })
      await pool.query(keepOffer, [accountStream(account), sealSecret(sealing, account, secret.bytes)])
      const uri = new TOTP({ ...shape, issuer: 'Xinqiao', label: login, secret }).toString()
      return { secret: secret.base32, uri }
    },
    async confirm(account, typed, now) {
      const kept = await read(account)
      const step = kept === null || kept.confirmed ? null : stepOf(account, kept, plain(typed), now)
      if (kept === null || step === null) return null
      return withRecovery(account, { box: hex(kept.box), confirmed: true, last_step: step })
    },
    async take(account, typed, now) {
      const kept = await read(account)
      if (kept === null || !kept.confirmed) return false
      const code = plain(typed)
      const step = stepOf(account, kept, code, now)
      const { rowCount } =
        step === null
          ? await pool.query(takeRecovery, [accountStream(account), digestOf(account, code)])
          : await pool.query(takeStep, [accountStream(account), step])
      return rowCount === 1
    },
    async renew(account) {
      const kept = await read(account)
      if (kept === null || !kept.confirmed) return null
      return withRecovery(account, { box: hex(kept.box), confirmed: true, last_step: Number(kept.lastStep) })
    },
  }
}

const hex = (bytes: Buffer | null): string | null => (bytes === null ? null : `\\x${bytes.toString('hex')}`)

/** For which period a code is, near now. */
function stepFor(secret: Buffer, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const timestamp = now.getTime()
  const key = new Secret({ buffer: new Uint8Array(secret).buffer })
  const off = TOTP.validate({ ...shape, token: code, secret: key, timestamp, window: stepsOff })
  return off === null ? null : Math.floor(timestamp / periodMs) + off
}

/** Neither vowels, which make words, nor signs that look alike on paper. */
const signs = 'bcdfghjkmnpqrstvwxz23456789'

/** Two groups of five, 47 bits. */
function recoveryCode(): string {
  const group = (): string => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')
  return `${group()}-${group()}`
}

/** However somebody types a code. */
const plain = (typed: string): string => typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')

const readFactor = `
  select box, confirmed, last_step as "lastStep", cardinality(recovery) as "recoveryLeft"
  from account_second_factor where stream_id = $1`

/** A factor that is on is turned off before another is set: whoever has the password alone must not replace it. */
const keepOffer = `
  insert into account_second_factor (stream_id, box, confirmed, last_step, recovery) values ($1, $2, false, 0, '{}')
  on conflict (stream_id) do update set box = excluded.box where not account_second_factor.confirmed`

const takeStep = `
  update account_second_factor set last_step = $2 where stream_id = $1 and confirmed and last_step < $2::bigint`

const takeRecovery = `
  update account_second_factor set recovery = array_remove(recovery, $2::bytea)
  where stream_id = $1 and confirmed and $2::bytea = any(recovery)`

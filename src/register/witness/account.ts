/** What a witness gives an account of to anybody: who it is, what it has co-signed, seen and refused. */
import { base64 } from '../../proof/bytes.ts'
import { vkeyOf } from '../../proof/note.ts'
import { accuses, logFaults, refusals as refusalWords } from '../../wording/witnessing.ts'
import type { Refusal } from './refusals.ts'
import type { Watched } from './watching.ts'
import { hashedName, type Witness } from './witness.ts'

export interface Account {
  readonly name: string
  readonly vkey: string
  readonly now: string
  readonly logs: readonly LogAccount[]
  /** Addresses that are looked at and have not yet said whose log they are. */
  readonly unknown: readonly WatchAccount[]
  /** Whether anything accuses any log, or a look found a fault. */
  readonly isQuiet: boolean
}

export interface LogAccount {
  readonly origin: string
  readonly keys: readonly string[]
  /** Where its newest co-signed checkpoint is had from, beside this. */
  readonly path: string
  readonly coSigned: { readonly size: number; readonly root: string; readonly at: string; readonly note: string } | null
  /** Why its memory of this log cannot be read; nothing more is co-signed then. */
  readonly damage: string | null
  readonly watched: readonly WatchAccount[]
  readonly refused: readonly RefusalAccount[]
}

type Said<T> = T & { readonly zh: string; readonly en: string }
export interface WatchAccount {
  readonly place: string
  readonly at: string
  readonly since: string
  readonly faults: readonly Said<{ readonly kind: string; readonly detail: string }>[]
}
export type RefusalAccount = Said<Refusal & { readonly accuses: boolean }>

export async function accountOf(witness: Witness, watched: readonly Watched[], now: Date): Promise<Account> {
  const logs = await Promise.all(witness.origins.map((origin) => logAccount(witness, origin, watched)))
  const unknown = watched.filter(({ origin }) => origin === null || !witness.origins.includes(origin)).map(watchAccount)
  const isQuiet =
    logs.every(({ refused, damage }) => damage === null && !refused.some((each) => each.accuses)) &&
    watched.every(({ faults }) => faults.length === 0)
  return { name: witness.key.name, vkey: vkeyOf(witness.key), now: now.toISOString(), logs, unknown, isQuiet }
}

async function logAccount(witness: Witness, origin: string, watched: readonly Watched[]): Promise<LogAccount> {
  const standing = await witness.standing(origin).catch((fault: Error) => fault.message)
  const isRead = standing !== null && typeof standing !== 'string'
  const kept = await witness.refusals(origin)
  return {
    origin,
    keys: witness.logKeys.filter(({ name }) => name === origin).map(vkeyOf),
    path: `/${hashedName(origin)}/checkpoint`,
    coSigned: isRead
      ? {
          size: standing.checkpoint.size,
          root: base64(standing.checkpoint.root),
          at: new Date(standing.seconds * 1000).toISOString(),
          note: standing.said,
        }
      : null,
    damage: typeof standing === 'string' ? standing : null,
    watched: watched.filter((each) => each.origin === origin).map(watchAccount),
    refused: kept.map((each) => ({ ...each, accuses: accuses(each.kind), ...refusalWords[each.kind] })),
  }
}

const watchAccount = ({ place, at, since, faults }: Watched): WatchAccount => ({
  ...{ place, at, since },
  faults: faults.map((fault) => ({ ...fault, ...logFaults[fault.kind] })),
})

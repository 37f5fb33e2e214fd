/** The register as the house holds it: one log, the keys that sign it, and where its files lie. */
import type { Pool } from 'pg'
import type { KeyVault } from '../identity/keyring.ts'
import { Problem } from '../platform/http/problem.ts'
import type { Witness } from '../platform/witness-config.ts'
import { noteOf, signNote } from '../proof/note.ts'
import { type Receipt, receiptText } from '../proof/receipt.ts'
import { checkLog } from './log/checking.ts'
import { logSigner, receiptSigner } from './log/log-key.ts'
import { openLogRow, readLogRow } from './log/log-row.ts'
import { proofOf } from './log/proving.ts'
import type { Publishing } from './log/publishing.ts'
import { type LogStore, StoreFault } from './log/store.ts'

export interface Register extends Publishing {
  readonly app: Pool
  readonly vault: KeyVault
  /** The name by which everybody knows the log. */
  readonly origin: string
  readonly store: LogStore
  /** Who is asked to sign what it publishes. */
  readonly witnesses: readonly Witness[]
  /** What writes receipts down at this moment, as signed notes. */
  receiptSigner(): Promise<(receipt: Omit<Receipt, 'origin'>) => string>
  /** That the log holds an entry (C2SP tlog-proof); null until it does. */
  proofOf(entry: Uint8Array): Promise<string | null>
}

/** What `fsck` has to say of the register (src/register/log/checking.ts). */
export async function checkRegister({ work, vault, store }: Pick<RegisterSettings, 'work' | 'vault' | 'store'>) {
  const row = await readLogRow(work)
  const { key } = await logSigner(vault, row?.origin ?? '')
  return checkLog(work, { store, key })
}

export interface RegisterSettings {
  readonly app: Pool
  readonly work: Pool
  readonly vault: KeyVault
  readonly store: LogStore
  readonly publicUrl: string | null
  readonly witnesses: readonly Witness[]
  now(): string
}

export async function openRegister(settings: RegisterSettings): Promise<Register> {
  const { app, work, vault, store, publicUrl, witnesses, now } = settings
  const { origin } = await openLogRow(work, publicUrl)
  return {
    ...{ app, work, vault, origin, store, witnesses, now },
    signer: await logSigner(vault, origin),
    async receiptSigner() {
      const { key, sign } = await receiptSigner(vault, origin)
      return (receipt) => {
        const text = receiptText({ ...receipt, origin })
        return noteOf({ text, signatures: [signNote(text, key, sign)] })
      }
    },
    proofOf: (entry) => proofOf(app, store, entry).catch(laterOnFault),
  }
}

/** For whoever reads what is published: a store that is away is nobody's mistake, and the house reports it when it next publishes. */
export function laterOnFault(fault: unknown): never {
  if (!(fault instanceof StoreFault)) throw fault
  const detail = {
    zh: '登记簿的公开文件暂时读不到，请稍后重试。',
    en: 'The published files of the register cannot be read just now; try again later.',
  }
  throw new Problem('not-available', { detail })
}

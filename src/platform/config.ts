import { z } from 'zod'
import { type BackupSettings, backupFrom, backupVariables, isInside } from './backup-config.ts'
import { type DataFolder, dataFolderAt } from './data-folder.ts'
import { isKnownSecret, passwordsIn } from './known-secrets.ts'
import {
  type ObjectStoreSettings,
  objectStoreFrom,
  objectStoreMistakes,
  objectStoreVariables,
} from './object-store-config.ts'
import { type SignOnSettings, signOnFrom, signOnNeeds, signOnVariables } from './sign-on-config.ts'
import { readWitnesses, type Witness } from './witness-config.ts'

/** Wrong settings: the person who starts the house can put them right. Every problem at once, in words. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused'
}

/** What the outside decides about a house. Whatever is not here is not configurable. */
export interface Config {
  readonly folder: DataFolder
  /** A served PostgreSQL instead of the embedded one. */
  readonly databaseUrl: string | undefined
  readonly host: string
  readonly port: number
  /** The address under which people reach the house, without a slash at the end; null: where it listens. */
  readonly publicUrl: string | null
  /** Who must show a second factor beside their password. */
  readonly secondFactor: 'optional' | 'administrators' | 'everyone'
  /** The office's own directory, if staff may sign on through it. */
  readonly signOn: SignOnSettings | null
  /** How many proxies stand in front: their word on the caller's address is believed, nobody else's. */
  readonly trustedProxies: number
  /** How many petitions strangers at one address may register in a quarter of an hour; a hall of terminals needs more. */
  readonly strangersPetitions: number
  /** Where the office is: its civil day decides every time limit. */
  readonly zone: string
  /** The pack of law for every new matter, whatever the region; null: the one in force at the place. */
  readonly law: string | null
  /** Whether last month's figures are published by themselves once it is over, or when somebody does it. */
  readonly figures: 'by-hand' | 'monthly'
  /** Who carries mail; null leaves it in the spool. */
  readonly smtp: { readonly url: string; readonly from: string } | null
  /** The operator's program that wraps and unwraps keys (docs/how-to/keys.md); null keeps them in the folder as they are. */
  readonly kmsCommand: string | null
  /** Who co-signs what the log publishes (docs/how-to/witness.md). */
  readonly witnesses: readonly Witness[]
  /** Where the house saves itself every day; null where somebody else sees to that (docs/how-to/backup.md). */
  readonly backup: BackupSettings | null
  /** Where the register publishes instead of the data folder (docs/reference/object-store.md); null: in the data folder. */
  readonly objectStore: ObjectStoreSettings | null
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
  readonly logTo: 'file' | 'file-and-stdout'
}

/** Flags of the command line; each wins over its variable. */
export interface Flags {
  readonly data?: string | undefined
  readonly port?: string | number | undefined
  readonly host?: string | undefined
}

const schema = z.object({
  XINQIAO_DATA: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'is not a postgres:// address')
    .refine(hasOwnPassword, 'has a password that everybody knows')
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('is not a number').int().min(0).max(65_535).default(8080),
  XINQIAO_PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'is not an address such as https://xinfang.example.gov.cn')
    .optional(),
  XINQIAO_SECOND_FACTOR: z.enum(['optional', 'administrators', 'everyone']).default('optional'),
  XINQIAO_TRUSTED_PROXIES: z.coerce.number('is not a number').int().min(0).max(8).default(0),
  XINQIAO_STRANGERS_PETITIONS: z.coerce.number('is not a number').int().min(1).max(1_000_000).default(120),
  XINQIAO_ZONE: z.string().refine(isZone, 'is not a time zone').default('Asia/Shanghai'),
  XINQIAO_LAW: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,40}$/, 'is not a pack such as cn-2022')
    .optional(),
  XINQIAO_FIGURES: z.enum(['by-hand', 'monthly']).default('by-hand'),
  XINQIAO_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'is not an smtp:// address')
    .refine(hasOwnPassword, 'has a password that everybody knows')
    .optional(),
  XINQIAO_SMTP_FROM: z.string().default('xinqiao@localhost'),
  XINQIAO_KMS_COMMAND: z.string().optional(),
  XINQIAO_WITNESSES: z.string().default('').transform(witnessesIn),
  XINQIAO_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  XINQIAO_LOG_TO: z.enum(['file', 'file-and-stdout']).default('file-and-stdout'),
  ...signOnVariables,
  ...backupVariables,
  ...objectStoreVariables,
})

/** What makes sense only together with something else. */
const whole = schema.superRefine((value, ctx) => {
  const { XINQIAO_BACKUP_TO: to, XINQIAO_DATA: folder } = value
  if (to !== undefined && isInside(to, folder))
    ctx.addIssue({
      code: 'custom',
      path: ['XINQIAO_BACKUP_TO'],
      message: 'lies in the data folder: what is lost together is no backup',
    })
  for (const [name, message] of objectStoreMistakes(value)) ctx.addIssue({ code: 'custom', path: [name], message })
  const given = signOnNeeds.filter((name) => value[name] !== undefined)
  if (given.length === 0) return
  const needed = [...signOnNeeds, 'XINQIAO_PUBLIC_URL'] as const
  for (const name of needed.filter((each) => value[each] === undefined))
    ctx.addIssue({ code: 'custom', path: [name], message: `is needed where ${given[0]} is set` })
})

export function readConfig(flags: Flags = {}, environment: NodeJS.ProcessEnv = process.env): Config {
  const typed: Record<string, string | number | undefined> = {
    XINQIAO_DATA: flags.data,
    PORT: flags.port,
    HOST: flags.host,
  }
  // an empty variable is one that was not set
  const given = Object.keys(schema.shape).map((name) => [name, typed[name] ?? (environment[name] || undefined)])
  const parsed = whole.safeParse(Object.fromEntries(given))
  if (!parsed.success)
    throw new ConfigRefused(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  const value = parsed.data
  return {
    folder: dataFolderAt(value.XINQIAO_DATA),
    databaseUrl: value.DATABASE_URL,
    host: value.HOST,
    port: value.PORT,
    publicUrl: value.XINQIAO_PUBLIC_URL === undefined ? null : new URL(value.XINQIAO_PUBLIC_URL).origin,
    secondFactor: value.XINQIAO_SECOND_FACTOR,
    signOn: signOnFrom(value),
    trustedProxies: value.XINQIAO_TRUSTED_PROXIES,
    strangersPetitions: value.XINQIAO_STRANGERS_PETITIONS,
    zone: value.XINQIAO_ZONE,
    law: value.XINQIAO_LAW ?? null,
    figures: value.XINQIAO_FIGURES,
    smtp: value.XINQIAO_SMTP_URL ? { url: value.XINQIAO_SMTP_URL, from: value.XINQIAO_SMTP_FROM } : null,
    kmsCommand: value.XINQIAO_KMS_COMMAND ?? null,
    witnesses: value.XINQIAO_WITNESSES,
    backup: backupFrom(value),
    objectStore: objectStoreFrom(value),
    logLevel: value.XINQIAO_LOG_LEVEL,
    logTo: value.XINQIAO_LOG_TO,
  }
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)
}

function hasOwnPassword(address: string): boolean {
  return !passwordsIn(address).some(isKnownSecret)
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/'
}

function witnessesIn(list: string, ctx: z.RefinementCtx): readonly Witness[] {
  const read = readWitnesses(list)
  if (typeof read !== 'string') return read
  ctx.addIssue({ code: 'custom', message: read })
  return z.NEVER
}

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

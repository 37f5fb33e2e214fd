/**
 * What an office gives at once, signed: that it has written something down, which, when, and what follows. A signed note of a few
 * hundred bytes, so that it fits on paper and into a square to be photographed. What it says is known to whoever holds it.
 */
import { base64, fromBase64, fromDecimal } from './bytes.ts'
import { hashBytes } from './merkle.ts'

export interface Receipt {
  /** Whose log will hold it. */
  readonly origin: string
  /** The registration number. */
  readonly petition: string
  /** Which fact of the petition, counted from 1. */
  readonly version: number
  /** ISO 8601 in UTC: when the office wrote it down. */
  readonly at: string
  readonly of: 'registration' | 'document'
  /** Of a registration: how many claims were counted, for each is answered. Null for a document. */
  readonly claims: number | null
  /** Of a document: which kind, as coded in the law's tables. Null for a registration. */
  readonly document: string | null
  /** The first duty that runs from it, and its last day; null where none does. */
  readonly clock: { readonly rule: string; readonly lastDay: string } | null
  /** The article under which it was given, `cn-2022 22`; it stands in words on the page that checks it. */
  readonly basis: string
  /** What the log holds of it (`entryOf`): 32 bytes. */
  readonly entry: Uint8Array
}

const firstLine = 'xinqiao receipt 1'

/** The text that is signed: one thing a line, in this order. */
export function receiptText(receipt: Receipt): string {
  const { origin, petition, version, at, claims, document, clock, basis, entry } = receipt
  const lines = [
    firstLine,
    `origin ${origin}`,
    `petition ${petition}`,
    `version ${version}`,
    `at ${at}`,
    receipt.of === 'registration' ? `claims ${claims}` : `document ${document}`,
    ...(clock ? [`clock ${clock.rule} ${clock.lastDay}`] : []),
    `basis ${basis}`,
    `entry ${base64(entry)}`,
  ]
  return lines.map((line) => `${line}\n`).join('')
}

const shape = new RegExp(
  [
    `^${firstLine}`,
    'origin (\\S{1,255})',
    'petition (\\d{15})',
    'version ([1-9]\\d{0,8})',
    'at (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)',
    '(?:claims (\\d{1,4})|document ([A-Za-z-]{1,40}))',
    '(?:clock ([A-Za-z]{1,60}) (\\d{4}-\\d\\d-\\d\\d)\n)?basis ([a-z0-9-]{1,20} [^\n]{1,60})',
    'entry ([A-Za-z0-9+/=]{44})\n$',
  ].join('\n'),
)

/** Reads the text of a note; null unless it is exactly what `receiptText` writes. */
export function parseReceipt(text: string): Receipt | null {
  const [, origin, petition, version = '', at, claims, document, rule, lastDay, basis, encoded = ''] =
    shape.exec(text) ?? []
  const entry = fromBase64(encoded)
  const counted = fromDecimal(version)
  if (!origin || !petition || !at || !basis || counted === null || entry?.length !== hashBytes) return null
  if (!isMoment(at) || (lastDay && !isMoment(`${lastDay}T00:00:00.000Z`))) return null
  const receipt: Receipt = {
    ...{ origin, petition, version: counted, at, basis, entry },
    of: claims === undefined ? 'document' : 'registration',
    claims: claims === undefined ? null : Number(claims),
    document: document ?? null,
    clock: rule && lastDay ? { rule, lastDay } : null,
  }
  return receiptText(receipt) === text ? receipt : null
}

/** A time that is in the calendar: on 30 February nobody wrote anything down, and pages that show it would fail. */
const isMoment = (at: string): boolean => !Number.isNaN(Date.parse(at)) && new Date(at).toISOString() === at

/** The name under which receipts of a log are signed: a key of its own, because it lies where registrations are taken. */
export const receiptKeyName = (origin: string): string => `${origin}/receipt`

/**
 * What an archive looks like inside. It is a plain tar, so that whoever has no copy of this program can open it:
 * docs/reference/backup-format.md says how.
 */
import { z } from 'zod'

export const format = 'xinqiao backup 1'

/** The first entry: what the house was when it was saved. */
export const manifestPath = 'manifest.json'
/** The last entry: what every section must come to. An archive without it was cut off. */
export const digestsPath = 'digests.json'

const tableName = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const instant = z.iso.datetime()

const migrationRow = z.object({ number: z.int().min(1), name: z.string(), checksum: sha256, appliedAt: instant })

const manifest = z.object({
  format: z.literal(format),
  /** The moment that the whole archive shows. */
  madeAt: instant,
  program: z.string(),
  postgres: z.string(),
  /** Which schema the rows belong to. */
  migrations: z.array(migrationRow).min(1),
  tables: z.array(z.object({ name: tableName, columns: z.array(tableName).min(1) })),
  /** Tables that are not in the archive, each with why. */
  leftOut: z.record(tableName, z.string()),
  /** Where counters stood that no table's rows tell. */
  sequences: z.array(z.object({ name: tableName, lastValue: count, isCalled: z.boolean() })),
  /** The register's own signed word on how far it had come, where the house keeps one. */
  checkpoint: z.string().nullable(),
})
export type Manifest = z.infer<typeof manifest>

const section = z.object({
  name: z.string(),
  entries: count,
  rows: count,
  /** Before compression. */
  bytes: count,
  /** Of the section's list of digests, `NAME.sha256`. */
  sha256,
})
export type Section = z.infer<typeof section>

const digests = z.object({
  format: z.literal(format),
  endedAt: instant,
  manifest: sha256,
  sections: z.array(section),
  facts: count,
  streams: count,
  /** Files that the facts name and that were erased while the archive was made. */
  erasedMeanwhile: z.array(z.string()),
  /** Files that the facts name and that are not in the house: lost before. */
  missing: z.array(z.string()),
})
export type Digests = z.infer<typeof digests>

export const parseManifest = (text: string): Manifest => manifest.parse(JSON.parse(text))
export const parseDigests = (text: string): Digests => digests.parse(JSON.parse(text))

/** Where each thing lies. A table is cut into pieces between two rows; joined, they are what COPY reads. */
export const tableSection = (table: string): string => `tables/${table}`
export const headsSection = 'heads'
export const spoolSection = 'spool'
/** Figures that were published, by their digests: everybody may have them, and nothing else says the same. */
export const figuresSection = 'figures'
/** Packs of law that the office added: without them its petitions could be read, and nothing done to them. */
export const lawSection = 'law'
export const piecePath = (of: string, piece: number): string => `${of}/${String(piece).padStart(6, '0')}.copy.zst`
export const listPath = (of: string): string => `${of}.sha256`

/** `files/<two signs>/<address>/<name>`, as in the house; a section for each two signs. */
export const fileSection = (file: string): string => `files/${file.slice(0, 2)}`
export const filePath = (file: string): string => `${fileSection(file)}/${file.slice(0, 40)}/${file.slice(40)}`

export type Place =
  | { readonly kind: 'list'; readonly section: string }
  | { readonly kind: 'piece'; readonly section: string; readonly table: string | null }
  | { readonly kind: 'file'; readonly section: string; readonly under: string }
  | { readonly kind: 'spooled' | 'figures' | 'law'; readonly section: string; readonly under: string }

const shapes = {
  list: /^((?:tables\/[a-z][a-z0-9_]{0,62})|heads|files\/[0-9a-f]{2}|spool|figures|law)\.sha256$/,
  piece: /^(?:tables\/([a-z][a-z0-9_]{0,62})|heads)\/\d{6,}\.copy\.zst$/,
  file: /^files\/([0-9a-f]{2}\/[0-9a-f]{40}\/[0-9a-f]{24})$/,
  figures: /^figures\/([0-9a-f]{64}\.(?:csv|json))$/,
  law: /^law\/([a-z0-9][a-z0-9@.-]{0,80}\.json)$/,
  spooled: /^spool\/((?:sms|email|print)\/[\w-]{1,64}\.sealed)$/,
} as const

/** What an entry is by its path; null for one that has no business in an archive, such as one that leads out of it. */
export function placeOf(path: string): Place | null {
  const list = shapes.list.exec(path)
  if (list?.[1]) return { kind: 'list', section: list[1] }
  const piece = shapes.piece.exec(path)
  if (piece) return { kind: 'piece', section: path.slice(0, path.lastIndexOf('/')), table: piece[1] ?? null }
  const file = shapes.file.exec(path)
  if (file?.[1]) return { kind: 'file', section: path.slice(0, 'files/ab'.length), under: file[1] }
  const figures = shapes.figures.exec(path)
  if (figures?.[1]) return { kind: 'figures', section: figuresSection, under: figures[1] }
  const law = shapes.law.exec(path)
  if (law?.[1]) return { kind: 'law', section: lawSection, under: law[1] }
  const spooled = shapes.spooled.exec(path)
  if (spooled?.[1]) return { kind: 'spooled', section: spoolSection, under: spooled[1] }
  return null
}

/**
 * Lists show titles to whoever has a part in a petition, and a title often names its writer. Beside the title lies the same
 * with names and numbers masked, sealed too; lists open that one, and the page of the petition the other. What a confidential
 * petitioner wrote lies there masked as well: until somebody opens who it is, the page shows that (docs/adr/0019).
 */
import type { SealedRow } from '../engine/room.ts'
import { type CaseKey, sealAs } from '../identity/seal.ts'
import type { Prose } from '../kernel/prose.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { mask } from '../text/masking.ts'
import type { Confidentiality } from './intake/words.ts'

/** In SQL: `title_ref || '~masked'`. Not a reference that any fact holds. */
export const maskedSuffix = '~masked'

/** The row to be written beside a piece, with the fact that holds it. */
export const maskedRow = (key: CaseKey, piece: Sealed, said: Prose, names: readonly string[]): SealedRow =>
  sealAs(key, piece.ref + maskedSuffix, { text: mask(said.text, names), part: 'content' })

interface Words<Text> {
  readonly title: Text
  readonly text: Text
  readonly claims: readonly Text[]
  readonly materials: readonly { readonly name: Text }[]
}

const ownWords = <Text>({ title, text, claims, materials }: Words<Text>): readonly Text[] => [
  ...[title, text, ...claims],
  ...materials.map(({ name }) => name),
]

/** Whether what the petitioner wrote is kept as carefully as who they are. */
export const hidesWords = (confidentiality: Confidentiality): boolean => confidentiality === 'confidential'

/** As who somebody is: a piece that may name its writer, where the writer asked for confidentiality. */
export const asIdentity = (rows: readonly SealedRow[], pieces: readonly Sealed[]): readonly SealedRow[] => {
  const refs = new Set(pieces.map(({ ref }) => ref))
  return rows.map((row) => (refs.has(row.ref) ? { ...row, part: 'identity' as const } : row))
}

type Registered<Text> = Words<Text> & { readonly confidentiality: Confidentiality }

/** The rows of a registration: the title masked for lists, and of a confidential petitioner everything they wrote. */
export function rowsOfRegistration(
  key: CaseKey,
  rows: readonly SealedRow[],
  sealed: Registered<Sealed>,
  said: Words<Prose> & People<Prose>,
): readonly SealedRow[] {
  const names = namesInRegistration(said)
  if (!hidesWords(sealed.confidentiality)) return [...rows, maskedRow(key, sealed.title, said.title, names)]
  const pieces = ownWords(sealed)
  const masked = ownWords(said).map((prose, at) => maskedRow(key, pieces[at] as Sealed, prose, names))
  return [...asIdentity(rows, pieces), ...masked]
}

interface People<Text> {
  readonly people: readonly { readonly kind: string; readonly name: Text | null }[]
  readonly agent: { readonly name: Text } | null
  readonly about: readonly { readonly official: Text | null }[]
}

/** Everybody whom a registration names: who asks, who acts for them, and the officials it is about. A company is nobody. */
function namedIn<Text>({ people, agent, about }: People<Text>): readonly Text[] {
  const persons = people.filter(({ kind }) => kind === 'citizen').map(({ name }) => name)
  const named = [...persons, agent?.name ?? null, ...about.map(({ official }) => official)]
  return named.filter((name) => name !== null)
}

const namesInRegistration = (input: People<Prose>): readonly string[] => namedIn(input).map(({ text }) => text)

interface OpenedPetition {
  readonly petition: People<Sealed>
  readonly texts: ReadonlyMap<string, string>
}

export const namesInPetition = ({ petition, texts }: OpenedPetition): readonly string[] =>
  namedIn<Sealed>(petition).flatMap(({ ref }) => texts.get(ref) ?? [])

/**
 * Lists show titles to whoever has a part in a petition, and a title often names its writer. Beside the title lies the same
 * with names and numbers masked, sealed too; lists open that one, and the page of the petition the other.
 */
import type { SealedRow } from '../engine/room.ts'
import { type CaseKey, sealAs } from '../identity/seal.ts'
import type { Prose } from '../kernel/prose.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { mask } from '../text/masking.ts'
import type { Read } from './view.ts'

/** In SQL: `title_ref || '~masked'`. Not a reference that any fact holds. */
export const maskedSuffix = '~masked'

/** The row to be written with the fact that gives a petition its title. */
export const maskedTitleRow = (key: CaseKey, title: Sealed, text: Prose, names: readonly string[]): SealedRow =>
  sealAs(key, title.ref + maskedSuffix, { text: mask(text.text, names), part: text.part })

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

export const namesInRegistration = (input: People<Prose>): readonly string[] => namedIn(input).map(({ text }) => text)

export const namesInPetition = ({ petition, texts }: Pick<Read, 'petition' | 'texts'>): readonly string[] =>
  namedIn<Sealed>(petition).flatMap(({ ref }) => texts.get(ref) ?? [])

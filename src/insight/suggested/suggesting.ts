/** What is suggested for a text that somebody is registering. Nothing is chosen by it and nothing of it is kept. */
import { findCategory } from '../../law/codes/categories.ts'
import { petitionClasses } from '../../law/codes/purposes.ts'
import type { PetitionClass } from '../../law/law.ts'
import type { Complained } from '../../petition/intake/words.ts'
import { mayBeNamed } from '../../petition/recipients.ts'
import { readText } from '../../text/classifier/reading.ts'
import type { Text } from '../../text/classifier/vectors.ts'
import type { OfferedView, SuggestedView } from './contract.ts'
import { hasDuty, type NamedOrgan, organFor } from './duties.ts'
import type { SuggestedHouse } from './house.ts'
import { organsOf } from './nightly.ts'
import { mostSuggested, type SuggestionTarget } from './target.ts'

export interface ToSuggest {
  readonly text: Text
  /** Where it lies, as far as that is known; else where the office is that registers it. */
  readonly place: string
  readonly class: PetitionClass
  readonly about: readonly Pick<Complained, 'as' | 'organ'>[]
}

export const textToSuggestFor = (title: string, text: string): Text => readText(`${title}\n${text}`)

export async function suggestFor(
  house: SuggestedHouse,
  asked: ToSuggest,
): Promise<Record<SuggestionTarget, OfferedView>> {
  const [category, petitionClass, organ] = await Promise.all([
    offeredOf(
      house,
      'category',
      asked.text,
      named((code) => findCategory(code)),
    ),
    offeredOf(
      house,
      'class',
      asked.text,
      named((code) => petitionClasses.find(({ id }) => id === code)),
    ),
    organsFor(house, asked),
  ])
  return { category, class: petitionClass, organ }
}

type Named = Pick<SuggestedView, 'code' | 'name'>
type Naming = (label: string) => Named | null

/** A code that the tables have no more is not suggested. */
const named =
  (nameOf: (code: string) => { readonly zh: string; readonly en: string } | undefined): Naming =>
  (label) => {
    const name = nameOf(label)
    return name ? { code: label, name: { zh: name.zh, en: name.en } } : null
  }

async function offeredOf(
  house: SuggestedHouse,
  target: SuggestionTarget,
  text: Text,
  naming: Naming,
): Promise<OfferedView> {
  const { classifier, version, cases } = await house.shelf.modelFor(target)
  const suggested = classifier.suggest(text, mostSuggested, (label) => naming(label) !== null)
  const items = suggested.flatMap(({ label, confidence, words }): SuggestedView[] => {
    const name = naming(label)
    return name ? [{ ...name, confidence, words: [...words] }] : []
  })
  return { items, learned: { version, cases } }
}

/**
 * By duty, and then the organ that does it where the matter lies. Nobody whom the matter accuses and nobody below them is named (art. 30 (3)),
 * and of an accusation only who may read one.
 */
async function organsFor(house: SuggestedHouse, { text, place, class: petitionClass, about }: ToSuggest) {
  const organs = organsOf(house).filter((organ) => hasDuty(organ) && place.startsWith(organ.region))
  const matter = { class: petitionClass, about: about.map((one) => ({ ...one, official: null })) }
  const mayHave = (organ: NamedOrgan): boolean => mayBeNamed(matter, organ, house.directory)
  const known = new Map<string, Named | null>()
  return offeredOf(house, 'organ', text, (duty) => {
    const there = known.get(duty)
    if (there !== undefined) return there
    const id = organFor(duty, place, organs, mayHave)
    const name = id === null ? null : { code: id, name: { ...house.directory.nameOf(id) } }
    known.set(duty, name)
    return name
  })
}

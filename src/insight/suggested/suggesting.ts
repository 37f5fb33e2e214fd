/** What is suggested for a text that somebody is registering. Nothing is chosen by it and nothing of it is kept. */
import type { OrganId } from '../../kernel/organ.ts'
import { findCategory } from '../../law/codes/categories.ts'
import { petitionClasses } from '../../law/codes/purposes.ts'
import type { PetitionClass } from '../../law/law.ts'
import type { Complained } from '../../petition/intake/words.ts'
import { mayBeNamed } from '../../petition/recipients.ts'
import type { Suggested } from '../../text/classifier/model.ts'
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

type Naming = (suggested: Suggested) => SuggestedView | null

/** A code that the tables have no more is not suggested. */
const named =
  (nameOf: (code: string) => { readonly zh: string; readonly en: string } | undefined): Naming =>
  ({ label, confidence, words }) => {
    const name = nameOf(label)
    return name ? { code: label, name: { zh: name.zh, en: name.en }, confidence, words: [...words] } : null
  }

/** Codes that are gone, and organs that may not have it, leave room for those behind them. */
const lookedThrough = 12

async function offeredOf(
  house: SuggestedHouse,
  target: SuggestionTarget,
  text: Text,
  naming: Naming,
): Promise<OfferedView> {
  const { classifier, version, cases } = await house.shelf.modelFor(target)
  const items = classifier.suggest(text, lookedThrough).flatMap((suggested) => naming(suggested) ?? [])
  return { items: items.slice(0, mostSuggested), learned: { version, cases } }
}

/**
 * By duty, and then the organ that does it where the matter lies. Nobody whom the matter accuses and nobody below them is named (art. 30 (3)),
 * and of an accusation only who may read one.
 */
async function organsFor(house: SuggestedHouse, { text, place, class: petitionClass, about }: ToSuggest) {
  const organs = organsOf(house).filter((organ) => hasDuty(organ) && place.startsWith(organ.region))
  const matter = { class: petitionClass, about: about.map((one) => ({ ...one, official: null })) }
  const mayHave = (organ: NamedOrgan): boolean => mayBeNamed(matter, organ, house.directory)
  const found = new Set<OrganId>()
  return offeredOf(house, 'organ', text, ({ label, confidence, words }) => {
    const id = organFor(label, place, organs, mayHave)
    if (id === null || found.has(id)) return null
    found.add(id)
    const { zh, en } = house.directory.nameOf(id)
    return { code: id, name: { zh, en }, confidence, words: [...words] }
  })
}

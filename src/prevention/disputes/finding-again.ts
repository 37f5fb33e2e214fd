/**
 * By what a dispute is found again when one of its sides petitions: keyed digests of telephones and of names within a county, as petitions have
 * them (invariant 7). They serve the lookup of the same matter and nothing else: which dispute a petition comes from.
 */
import type { Identifiers } from '../../identity/blind-index.ts'
import type { Prose } from '../../kernel/prose.ts'
import type { Indexed } from '../../petition/reindexing.ts'
import type { DisputeFactOf, DisputeFactType } from './dispute.ts'

interface Written {
  readonly region: string
  readonly parties: readonly { readonly name: Prose; readonly contact: Prose | null; readonly organ: string | null }[]
}

const countyDigits = 6
const countyOf = (region: string): string => region.slice(0, countyDigits)

/** Its sides who are no organs. */
export const identifiersOf = ({ region, parties }: Written): readonly Identifiers[] =>
  parties
    .filter(({ organ }) => organ === null)
    .map(({ name, contact }) => ({ name: name.text, phone: contact?.text, region: countyOf(region) }))

/** How they are digested anew when the key of the index is renewed. */
export const indexedDisputes: Indexed = {
  table: 'dispute',
  begins: 'DisputeRecorded' satisfies DisputeFactType,
  people: (fact, text) => {
    const { region, parties } = fact as unknown as DisputeFactOf<'DisputeRecorded'>
    return parties
      .filter(({ organ }) => organ === null)
      .map(({ name, contact }) => ({ name: text(name), phone: text(contact), region: countyOf(region) }))
  },
}

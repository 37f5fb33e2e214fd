/** What everybody who sees a list may read of what somebody wrote: who it is about and how they are reached is masked. */
import { identifiersIn, plainWidth, replaced } from './identifiers.ts'
import { foundNamesIn, knownNamesIn, saidNamesIn } from './names.ts'

/**
 * Masks identity numbers, passports, telephones, bank cards, mail addresses, plates, accounts, numbers of doors, the names
 * that the case knows and those that can be told from the text. The same text and names always give the same.
 */
export function mask(text: string, knownNames: readonly string[] = []): string {
  const plain = plainWidth(text)
  const known = knownNamesIn(plain, knownNames)
  return replaced(text, [...known, ...identifiersIn(text), ...saidNamesIn(plain), ...foundNamesIn(plain)])
}

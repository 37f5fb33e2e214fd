/** Masks whatever points at one person by a number or an address. Pure, so that the log can use it. */
import { type Masked, namedNumbers, personalNumbers } from './numbers.ts'
import { doorNumbers } from './places.ts'

/** Sign for sign the same text with full-width letters, digits and signs made plain, so that places in one are places in the other. */
export const plainWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

/** Where identifiers stand in a text. */
export function identifiersIn(text: string): readonly Masked[] {
  const plain = plainWidth(text)
  return [...personalNumbers(plain), ...namedNumbers(plain), ...doorNumbers(plain)]
}

/** A text without its identity numbers, telephones, cards, plates, accounts, mail addresses and numbers of doors. */
export const maskIdentifiers = (text: string): string => replaced(text, identifiersIn(text))

/** Replaces parts of a text. Of two that overlap the one that begins first stays, and of those the longer. */
export function replaced(text: string, parts: readonly Masked[]): string {
  const inOrder = parts.toSorted((a, b) => a.from - b.from || b.to - a.to)
  let done = ''
  let at = 0
  for (const { from, to, instead } of inOrder) {
    if (from < at) continue
    done += text.slice(at, from) + instead
    at = to
  }
  return done + text.slice(at)
}

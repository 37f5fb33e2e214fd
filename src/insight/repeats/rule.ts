/**
 * When a petition says again what another has said (docs/adr/0061). How alike the words are is one question, and whether they are about the same
 * place, number and organ is another: a letter that a village copies from its neighbour is as alike as can be, and another matter.
 */
import { gramsOf, likeness, plainWords } from '../../text/likeness.ts'
import { type SetApart, setApart } from '../../text/particulars.ts'

/** From here on it is a copy: four fifths of all stretches of four signs are the same. */
export const likenessOfCopy = 0.8
/** From here on it is offered, with what differs. Between the two the words were written anew around the same. */
export const likenessOffered = 0.4
/** Of the same petitioner less is asked. */
export const likenessOfSamePetitioner = 0.15

/** How many bands are made and looked for: of texts that share two fifths 65 in a hundred have one in common, of copies all but one in 50,000. */
export const banding = { bands: 16, minimaABand: 3 } as const

/** What is compared: with names and numbers masked, as it lies. */
export interface Told {
  readonly title: string
  readonly text: string
}

/** A text as it is compared. Of a short one the title says as much. */
export const comparedText = ({ title, text }: Told): string =>
  plainWords(text.length < shortText ? `${title}${text}` : text)
const shortText = 40

/** Of 0 to 1. */
export const likenessOf = (one: Told, other: Told): number =>
  likeness(gramsOf(comparedText(one)), gramsOf(comparedText(other)))

/** What sets them apart; where it is nothing, it is the same matter. */
export const apartOf = (one: Told, other: Told): readonly SetApart[] =>
  setApart(`${one.title}。${one.text}`, `${other.title}。${other.text}`)

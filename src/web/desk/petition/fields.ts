/** What a form is made of: one description a field of a command's body. `ActionForm` draws them, `forms.tsx` lists them. */
import type { ProseLimits } from '../../../kernel/prose.ts'
import type { TermGroup } from '../../../wording/terms.ts'
import type { Organ } from '../organs/directory.ts'
import type { PetitionView } from './petition.ts'

type Choosing = 'radio' | 'select'

export type Field =
  | ({ readonly is: 'prose'; readonly rows?: number } & Limits)
  | ({ readonly is: 'line' } & Limits)
  | { readonly is: 'day'; readonly ahead?: readonly number[]; readonly isPast?: true; readonly optional?: true }
  | { readonly is: 'organ'; readonly accepts?: OrganTest; readonly optional?: true }
  | {
      readonly is: 'choice'
      readonly group: TermGroup
      readonly codes: readonly string[]
      readonly as?: Choosing
      readonly optional?: true
    }
  | { readonly is: 'yesNo' }
  | { readonly is: 'petitionNumber'; readonly optional?: true }
  | { readonly is: 'person' }
  | { readonly is: 'document' }
  | { readonly is: 'question' }
  | { readonly is: 'claims'; readonly optional: true }
  | { readonly is: 'assistance' }
  | { readonly is: 'linked' }
  /** With whom it might be given to, where whoever leads the organ chooses. */
  | { readonly is: 'clerk'; readonly isSuggested?: boolean }
  | { readonly is: 'material'; readonly optional?: true }
  | { readonly is: 'recusal' }
  | { readonly is: 'handler' }
  | { readonly is: 'recipient' }
  | { readonly is: 'complained' }
  | { readonly is: 'materials' }
  | { readonly is: 'told' }
  | { readonly is: 'signed' }
  | { readonly is: 'answers' }
  | { readonly is: 'proof' }
  | { readonly is: 'ownLimit'; readonly optional: true }
  | { readonly is: 'corrected' }

type Limits = ProseLimits & { readonly optional?: true }
export type Find = (id: string) => Organ | undefined
export type OrganTest = (organ: Organ, petition: PetitionView, find: Find) => boolean

/** What stands in the form when it opens. */
export type Initial<Body> = (petition: PetitionView, find: Find) => Partial<Body>
/** Whether a field has a place in this petition, or beside what was chosen so far. */
export type Shown = (values: Readonly<Record<string, unknown>>, petition: PetitionView) => boolean

export interface FormOf<Body> {
  /** Every field of the body; one that is forgotten here does not compile. */
  readonly fields: { readonly [Name in keyof Required<Body>]: Field }
  readonly initial?: Initial<Body>
  readonly shown?: Partial<Record<keyof Body & string, Shown>>
}

export interface AnyForm {
  readonly fields: Readonly<Record<string, Field>>
  readonly initial?: Initial<never>
  readonly shown?: Readonly<Record<string, Shown>>
}

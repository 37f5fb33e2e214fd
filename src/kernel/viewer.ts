import type { OrganId } from './organ.ts'
import type { PetitionNumber } from './petition-number.ts'

/** The posts (岗位) that an account can hold in its organ. */
export const posts = ['clerk', 'head', 'leader', 'supervisor', 'commissioner', 'administrator', 'auditor'] as const
export type Post = (typeof posts)[number]

/** From which petitions are handled, and whose holder can hand that on while away. */
export const handlingPosts = ['clerk', 'head'] as const satisfies readonly Post[]

/** Whose holder may take handling over. Whoever keeps accounts, audits or supervises stays apart from what they look after. */
export const delegatePosts = ['clerk', 'head', 'leader'] as const satisfies readonly Post[]

/** Who looks, or asks. Every query and every command is made in the name of one. */
export type Viewer =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'petitioner'; readonly petition: PetitionNumber; readonly person: string }
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly Post[]
      /** Accounts whose handling this person has while they are away. */
      readonly actsFor?: readonly string[]
      /** 挂职: the organs from which this person is seconded, other than the one in which they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
    }
  | { readonly kind: 'system'; readonly task: string }

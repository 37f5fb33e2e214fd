/**
 * 岗位手册: what a post may do and which limits bind it, read out of the tables that decide it: the permissions and clocks of the law in force,
 * and the door of every room. Nothing is written by hand, so nothing can say otherwise than the house acts. Pure.
 */
import type { Span } from '../../kernel/span.ts'
import { handlingPosts, type Post } from '../../kernel/viewer.ts'
import type { Basis } from '../../law/basis.ts'
import type { Performer } from '../../law/law.ts'

/** What the handbook reads of a law. */
export interface HandbookLaw {
  readonly permissions: Readonly<
    Record<
      string,
      {
        readonly by: readonly Performer[]
        readonly post?: 'head'
        readonly at: readonly string[]
        readonly basis: Basis
      } | null
    >
  >
  readonly clocks: Readonly<
    Record<string, { readonly binds: string; readonly bearer: string; readonly span: Span; readonly basis: Basis }>
  >
}

export interface Step {
  readonly command: string
  /** In which parts of the organ. */
  readonly by: readonly Performer[]
  readonly at: readonly string[]
  /** Only whoever heads the organ. */
  readonly needsHead: boolean
  readonly basis: Basis
}

export interface Duty {
  readonly clock: string
  readonly bearer: string
  readonly span: Span
  readonly basis: Basis
}

/** Whoever acts for themselves or by machine holds no post. */
const postless: readonly Performer[] = ['petitioner', 'house']
const handles = (post: Post): boolean => handlingPosts.some((each) => each === post)

/** What a post may do in a petition, in the order of the law's own table. */
export function stepsOf(post: Post, { permissions }: Pick<HandbookLaw, 'permissions'>): readonly Step[] {
  if (!handles(post)) return []
  return Object.entries(permissions).flatMap(([command, permission]) => {
    if (permission === null) return []
    const by = permission.by.filter((performer) => !postless.includes(performer))
    const needsHead = permission.post === 'head'
    if (by.length === 0 || (needsHead && post !== 'head')) return []
    return [{ command, by, at: permission.at, needsHead, basis: permission.basis }]
  })
}

/** The limits that bind the organ for which it acts. Whoever handles no petition has none of them to keep. */
export function dutiesOf(post: Post, { clocks }: Pick<HandbookLaw, 'clocks'>): readonly Duty[] {
  if (!handles(post)) return []
  return Object.entries(clocks).flatMap(([clock, { binds, bearer, span, basis }]) =>
    binds === 'organ' ? [{ clock, bearer, span, basis }] : [],
  )
}

/** What the handbook reads of a room: its doors. */
export interface HandbookRoom {
  readonly name: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly routes: readonly {
    readonly endpoint: {
      readonly id: string
      readonly method: string
      readonly access: unknown
      readonly summary: { readonly zh: string; readonly en: string }
    }
  }[]
}

export interface Door {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly changes: boolean
}

/** As `admit` does at the door (src/platform/http/access.ts); what is open to anyone is nobody's post. */
const admits = (access: unknown, post: Post): boolean =>
  access === 'staff' || access === 'petitioner-or-staff' || (Array.isArray(access) && access.includes(post))

/** Which doors of each room open for a post; rooms of which none does are left out. What then comes is for the rules of the room. */
export const doorsOf = (
  post: Post,
  rooms: readonly HandbookRoom[],
): readonly { readonly room: string; readonly title: HandbookRoom['title']; readonly doors: readonly Door[] }[] =>
  rooms.flatMap(({ name, title, routes }) => {
    const doors = routes
      .filter(({ endpoint }) => admits(endpoint.access, post))
      .map(({ endpoint: { id, method, summary } }) => ({ id, ...summary, changes: method !== 'GET' }))
    return doors.length === 0 ? [] : [{ room: name, title, doors }]
  })

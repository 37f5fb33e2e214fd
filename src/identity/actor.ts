/** As whom somebody acts before the rules of a room: ids and posts, and where it counts those to whom they answer. */
import type { Viewer } from '../kernel/viewer.ts'
import { answeredTo, type Reading } from './scope.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>
/** Whoever holds the key of a petition acts for themselves: no room takes them for the house. */
export type Working = Exclude<Viewer, { kind: 'petitioner' }>
type Naming = { readonly officials: readonly string[] }

/** Where they are seconded (挂职) with the organs that sent them: what accuses one of these they have no part in (docs/adr/0066). */
export const staffActorOf = (
  { account, organ, posts, secondedFrom }: Pick<Staff, 'account' | 'organ' | 'posts' | 'secondedFrom'>,
  answersTo: readonly string[] = [],
) =>
  ({
    kind: 'staff',
    account,
    organ,
    posts,
    answersTo,
    ...(secondedFrom === undefined ? {} : { secondedFrom }),
  }) as const

/** The house itself, by a task of its own. Whoever is neither of the staff nor a task came in at the portal. */
export const houseActorOf = (viewer: Exclude<Working, Staff>) =>
  ({ kind: 'house', task: viewer.kind === 'system' ? viewer.task : 'portal' }) as const

/** An official or the house, in a room where nobody else acts. */
export const actorOf = (viewer: Working, answersTo: readonly string[] = []) =>
  viewer.kind === 'staff' ? staffActorOf(viewer, answersTo) : houseActorOf(viewer)

/** With those to whom they answer in their organ: where one of these is named, they have no part in it (art. 28 (3)). */
export const answeringActorOf = async (house: Reading, viewer: Staff) =>
  staffActorOf(viewer, await answeredTo(house, viewer))

/** The same in a matter that is known: where it names nobody, nobody needs to be asked for. */
export const actorIn = async (house: Reading, viewer: Staff, { officials }: Naming) =>
  officials.length === 0 ? staffActorOf(viewer) : answeringActorOf(house, viewer)

/**
 * Where the holder of a petition's key acts too, as the viewer that they are. Null for a matter that is not known yet, so that nobody
 * can say whether it names somebody.
 */
export async function keyedActorIn(house: Reading, viewer: Viewer, matter: Naming | null) {
  if (viewer.kind === 'petitioner') return viewer
  if (viewer.kind !== 'staff') return houseActorOf(viewer)
  return matter ? actorIn(house, viewer, matter) : answeringActorOf(house, viewer)
}

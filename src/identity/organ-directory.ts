import type { Pool } from 'pg'
import type { Day } from '../kernel/day.ts'
import type { OrganId, Organs } from '../kernel/organ.ts'
import type { OrganName } from './organ.ts'
import { type ListedOrgan, type OrganTree, readOrgans } from './organ-tables.ts'

/**
 * The organs as this process knows them. Other processes' changes are seen within `everyMs`; whoever decides about organs
 * themselves calls `refresh` first, inside their turn.
 */
export interface OrganDirectory extends Organs {
  find(id: OrganId): ListedOrgan | undefined
  nameOf(id: OrganId): OrganName
  nameOn(id: OrganId, day: Day): OrganName
  codeOf(id: OrganId): string
  bureauOf(place: string): ListedOrgan | undefined
  /** All of them at one moment; hold on to it only as long as one request lasts. */
  current(): OrganTree
  /** Reads anew whatever has changed until now. Throws when the database is away. */
  refresh(): Promise<void>
  close(): void
}

export interface DirectoryOptions {
  readonly everyMs?: number
  /** Hears why a look failed; the directory then keeps what it had and looks again. */
  readonly report?: (fault: unknown) => void
}

export async function openDirectory(
  pool: Pool,
  { everyMs = 2000, report }: DirectoryOptions = {},
): Promise<OrganDirectory> {
  let mark = await markOf(pool)
  let tree = await readOrgans(pool)
  const look = async (): Promise<void> => {
    const now = await markOf(pool)
    if (now === mark) return
    tree = await readOrgans(pool)
    mark = now
  }
  // one look after the other: an older answer that arrives late must not replace a newer one
  let last: Promise<void> = Promise.resolve()
  const refresh = (): Promise<void> => {
    last = last.then(look, look)
    return last
  }
  const timer = setInterval(() => refresh().catch((fault) => report?.(fault)), everyMs)
  timer.unref()
  return {
    find: (id) => tree.find(id),
    nameOf: (id) => tree.nameOf(id),
    nameOn: (id, day) => tree.nameOn(id, day),
    codeOf: (id) => tree.codeOf(id),
    bureauOf: (place) => tree.bureauOf(place),
    current: () => tree,
    refresh,
    close: () => clearInterval(timer),
  }
}

/** Differs after every act on any organ. Read before the tree, so that a change between the two is seen the next time. */
async function markOf(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ mark: string }>({
    name: 'identity organ mark',
    text: `select count(*) || '/' || coalesce(sum(acts), 0) as mark from organ`,
  })
  return rows[0]?.mark ?? ''
}

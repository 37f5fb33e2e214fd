/** Over which organs somebody looks, and who may ask for which. The database keeps the rows (migrations/0160); this keeps the questions short. */
import type { OrganFacts, OrganId, Organs } from '../../kernel/organ.ts'

const overArea: ReadonlySet<OrganFacts['kind']> = new Set([
  'bureau',
  'government',
  'party',
  'conference',
  'discipline',
  'township',
])

interface AreaOrgans extends Organs {
  all(): Iterable<OrganFacts>
}

/** As `viewer_looks_over` in the database. */
export function looksOver(own: OrganId, other: OrganId, organs: Organs): boolean {
  if (own === other) return true
  const [viewer, concerned] = [organs.find(own), organs.find(other)]
  if (!viewer || !concerned) return false
  if (concerned.parent === own) return true
  return overArea.has(viewer.kind) && (viewer.region === '00' || concerned.region.startsWith(viewer.region))
}

/** The organ and every one in being that it looks over: by region, then its own line, each superior before those below it. */
export function areaOf(root: OrganId, organs: AreaOrgans): readonly OrganFacts[] {
  const inside = [...organs.all()].filter(({ id, state }) => state === 'active' && looksOver(root, id, organs))
  const ids = new Set(inside.map(({ id }) => id))
  const below = Map.groupBy(inside, ({ id, parent }) =>
    id !== root && parent !== null && ids.has(parent) ? parent : null,
  )
  const ordered: OrganFacts[] = []
  const walk = (parent: OrganId | null) => {
    for (const organ of (below.get(parent) ?? []).toSorted(inOrder(root))) {
      ordered.push(organ)
      walk(organ.id)
    }
  }
  walk(null)
  return ordered
}

const inOrder =
  (root: OrganId) =>
  (a: OrganFacts, b: OrganFacts): number => {
    if (a.id === root || b.id === root) return a.id === root ? -1 : 1
    return a.region < b.region ? -1 : a.region > b.region ? 1 : a.id < b.id ? -1 : 1
  }

/** Who supervises (art. 38–40): by region, never the organ concerned, and never anybody from whom the matter is kept. */
import { whoMayKnow, widerThan } from '../kernel/keeping-out.ts'
import { lineOf, type OrganFacts, type OrganId, type Organs } from '../kernel/organ.ts'
import type { OpenerKind } from '../law/supervision.ts'
import type { SupervisedOrgans } from './supervision.ts'

interface Seat {
  /** Whose failing it would be. */
  readonly over: OrganId
  readonly keptFrom: readonly OrganId[]
}

/**
 * The petition bureau that supervises an organ: of its own region, or the nearest above; for a bureau's own failing the one above it
 * (art. 43: 由其上级机关责令改正). Null at the very top.
 */
export function supervisorOver({ over, keptFrom }: Seat, organs: SupervisedOrgans): OrganId | null {
  const concerned = organs.find(over)
  if (!concerned) return null
  const bureaus = whoMayKnow(keptFrom, organs).filter(({ id, kind }) => kind === 'bureau' && id !== over)
  const here = concerned.kind === 'bureau' ? [] : [concerned.region]
  const regions = [...here, ...widerThan(concerned.region)]
  return regions.flatMap((region) => bureaus.find((bureau) => bureau.region === region) ?? []).at(0)?.id ?? null
}

/** The joint conference with its working groups, and the inspection offices of party and government (art. 38, 39). */
const refereeKinds: readonly OrganFacts['kind'][] = ['conference', 'party', 'government']

/** Who can be asked to open what a bureau cannot: of the region of whoever asks, or one level above; never one who must act on it. */
export function refereesFrom(
  organ: OrganId,
  { keptFrom, concerned }: { readonly keptFrom: readonly OrganId[]; readonly concerned: readonly OrganId[] },
  organs: SupervisedOrgans,
): readonly OrganId[] {
  const here = organs.find(organ)
  if (!here) return []
  const regions = [here.region, ...widerThan(here.region).slice(0, 1)]
  return whoMayKnow(keptFrom, organs)
    .filter(({ id, kind, region }) => refereeKinds.includes(kind) && regions.includes(region) && id !== organ)
    .filter(({ id }) => !concerned.includes(id))
    .map(({ id }) => id)
}

interface Somebody {
  readonly organ: OrganId
  readonly posts: readonly string[]
}

/** As what somebody can open an order: by the kind of their organ and their post there. */
export function openersOf({ organ, posts }: Somebody, organs: Organs): readonly OpenerKind[] {
  const holds = (post: string, opener: OpenerKind) => (posts.includes(post) ? [opener] : [])
  switch (organs.find(organ)?.kind) {
    case 'bureau':
      return [
        ...new Set([...holds('supervisor', 'bureau'), ...holds('head', 'bureau')]),
        ...holds('commissioner', 'commissioner'),
      ]
    case 'party':
    case 'government':
      return [...holds('supervisor', 'inspectionOffice'), ...holds('commissioner', 'commissioner')]
    case 'conference':
      return [...new Set([...holds('supervisor', 'conference'), ...holds('head', 'conference')])]
    default:
      return []
  }
}

/** Whether an order of one organ reaches another: in its region, and never whoever stands above it. */
export function reaches(from: OrganId, to: OrganId, organs: Organs): boolean {
  const [one, other] = [organs.find(from), organs.find(to)]
  if (!one || other?.state !== 'active' || from === to) return false
  if (lineOf(organs, from).some(({ id }) => id === to)) return false
  return one.region === '00' || other.region.startsWith(one.region)
}

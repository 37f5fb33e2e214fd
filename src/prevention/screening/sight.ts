/** Who may know of a campaign, and who does what in it. The database keeps the same by itself (migrations/0205-screening.sql). */
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Area, Screening, StaffActor } from './screening.ts'

/** 信访部门、政府、党委、联席会议、纪委、乡镇: whoever looks over a place looks over what is screened there. */
const overseers: ReadonlySet<string> = new Set([
  'bureau',
  'government',
  'party',
  'conference',
  'discipline',
  'township',
])

/** Whether an organ stands over another, or over the place where it is. */
export function looksOver(organ: OrganId, concerned: OrganId, organs: Organs): boolean {
  const [own, other] = [organs.find(organ), organs.find(concerned)]
  if (organ === concerned) return true
  if (!own || !other) return false
  if (other.parent === own.id) return true
  return overseers.has(own.kind) && (own.region === '00' || other.region.startsWith(own.region))
}

/** Whoever works in the organ that keeps it. */
export const isKeeper = ({ keeper }: Screening, { organ, posts }: StaffActor): boolean =>
  organ === keeper && works(posts)

export const works = (posts: readonly string[]): boolean =>
  (['clerk', 'head', 'leader'] as const).some((post) => posts.includes(post))

/** Whoever reports of a place: the organ that owes it, whoever looks for it there, and the township that the village lies in. */
export function reportsOf(area: Area, { account, organ, posts }: StaffActor, organs: Organs): boolean {
  if (area.screeners.some((each) => each.account === account && each.organ === organ)) return true
  if (!works(posts)) return false
  const own = organs.find(organ)
  return organ === area.organ || (own?.kind === 'township' && area.area.startsWith(own.region))
}

/** Whether it exists for somebody. */
export function mayKnow(screening: Screening, actor: StaffActor, organs: Organs): boolean {
  if (looksOver(actor.organ, screening.keeper, organs)) return true
  return screening.areas.some((area) => area.organ === actor.organ || reportsOf(area, actor, organs))
}

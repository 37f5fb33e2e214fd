/**
 * Who still lacks a training that their post needs (docs/adr/0068): whoever leads an organ reads it of each of its people, anybody of
 * themselves, a bureau of the organs of its area as counts. A certificate counts wherever it was got, so the house looks, past row security,
 * and says only whether one holds and until when.
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { type TrainingKind, trainingKinds } from '../../law/trainings.ts'
import type { CourseWorld } from './course.ts'
import { isTaughtBy, leads } from './course-decide.ts'
import type { TrainingHouse } from './house.ts'
import type { Staff } from './queries.ts'
import { standingOf, type TrainingStanding } from './standing.ts'
import { worldFor } from './world.ts'

export interface PersonLacking {
  readonly account: string
  readonly kind: TrainingKind
  readonly standing: TrainingStanding
  readonly until: Day | null
}

export interface OrganLacking {
  readonly organ: OrganId
  readonly kind: TrainingKind
  /** How many people have a post that needs it, and how many of them do not have it. */
  readonly people: number
  readonly missing: number
  readonly ending: number
}

interface Held {
  readonly organ: OrganId
  readonly account: string
  readonly kind: TrainingKind
  readonly until: Day | null
}

/** Each post that needs a training, as two lists side by side. */
function needed({ trainings }: Pick<CourseWorld, 'trainings'>) {
  const pairs = trainingKinds.flatMap((kind) => trainings[kind].requiredOf.map((post) => ({ kind, post })))
  return { kinds: pairs.map(({ kind }) => kind), posts: pairs.map(({ post }) => post) }
}

async function heldIn(
  house: TrainingHouse,
  organs: readonly OrganId[],
  world: CourseWorld,
  account: string | null,
): Promise<readonly Held[]> {
  const { kinds, posts } = needed(world)
  const { rows } = await house.work.query<Held>(
    `select needs.organ, needs.account, needs.kind, held.until::text as until
      from (select distinct p.organ, account.id as account, n.kind
          from account_post p join account using (stream_id)
          join unnest($2::text[], $3::text[]) as n(kind, post) on n.post = p.post
          where p.organ = any($1) and account.state = 'open' and ($5::text is null or account.id = $5)
            and p.runs_from <= $4::date and (p.runs_until is null or p.runs_until >= $4::date)) as needs
        left join lateral (select max(e.holds_until) as until from enrolment e
          where e.account = needs.account and e.kind = needs.kind and e.stage = 'certified' and e.holds_until >= $4::date) as held on true
      order by needs.organ, needs.account, needs.kind`,
    [organs, kinds, posts, house.today(), account],
  )
  return rows
}

/** The reader's own, or that of everybody in the organ that they lead. */
export async function lackingOf(house: TrainingHouse, viewer: Staff): Promise<readonly PersonLacking[]> {
  const world = worldFor(house, viewer.organ)
  const rows = await heldIn(house, [viewer.organ], world, leads(viewer) ? null : viewer.account)
  const today = house.today()
  return rows.map(({ account, kind, until }) => ({
    ...{ account, kind, until, standing: standingOf(until, world, today) },
  }))
}

/** Those that the reader's organ may hold a course for. */
export function areaOf(
  { directory }: Pick<TrainingHouse, 'directory'>,
  { organ }: Pick<Staff, 'organ'>,
): readonly OrganId[] {
  if (directory.find(organ)?.kind !== 'bureau') return [organ]
  return [...directory.all()]
    .filter(({ id, state }) => state === 'active' && isTaughtBy(id, organ, directory))
    .map(({ id }) => id)
}

/** For a bureau: each organ of its area, and how many of its people do not have a training that they need. */
export async function lackingIn(house: TrainingHouse, viewer: Staff): Promise<readonly OrganLacking[]> {
  if (house.directory.find(viewer.organ)?.kind !== 'bureau') return []
  const organs = areaOf(house, viewer)
  const world = worldFor(house, viewer.organ)
  const today = house.today()
  const counts = new Map<
    string,
    { organ: OrganId; kind: TrainingKind; people: number; missing: number; ending: number }
  >()
  for (const { organ, kind, until } of await heldIn(house, organs, world, null)) {
    const key = `${organ} ${kind}`
    const count = counts.get(key) ?? { organ, kind, people: 0, missing: 0, ending: 0 }
    const standing = standingOf(until, world, today)
    count.people += 1
    if (standing !== 'holds') count[standing] += 1
    counts.set(key, count)
  }
  return [...counts.values()]
}

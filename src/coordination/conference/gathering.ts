/** What the house looks up for a meeting: how far its agenda has come, and the figures of a hearing (art. 9 (2)). */
import { addDays, type Day, isBefore } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { FigureName } from '../../supervision/bulletins/bulletin.ts'
import { countFigures } from '../../supervision/bulletins/counting.ts'
import type { CountedDays, Meeting } from './conference.ts'
import type { ConferenceHouse } from './house.ts'
import { lastHearing } from './listing.ts'
import { idOf } from './rooms.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

export interface Agenda {
  /** On it and not decided, of those that stand in the minutes. */
  readonly undecided: number
  readonly placed: number
  /** What is decided and stands in the minutes. */
  readonly decided: readonly string[]
}

/**
 * What is minuted apart is not counted: from it somebody is kept, and no number of the meeting's may tell that it is there. From all else nobody
 * is, so the house counts it, also for whoever was given a seat in the office after it was put on the agenda and has no papers.
 */
export async function undecidedAt({ work }: ConferenceHouse, stream: string): Promise<Agenda> {
  const { rows } = await work.query<{ stream_id: string; stage: string }>({
    name: 'conference agenda',
    text: `select stream_id, stage from conference_item where meeting = $1 and not is_apart and stage in ('placed', 'decided')
      order by brought_on, stream_id`,
    values: [idOf(stream)],
  })
  const decided = rows.filter(({ stage }) => stage === 'decided').map(({ stream_id }) => idOf(stream_id))
  return { decided, undecided: rows.length - decided.length, placed: rows.length }
}

/** What a hearing looks at: counts of petitions, never of petitioners, and no accusation, since many sit there. */
export const hearingFigures: readonly FigureName[] = [
  ...(['timeliness', 'byClass', 'byCategory', 'byChannel', 'complained', 'supervision', 'proposals'] as const),
]

/** To today. */
export async function figuresFor(
  house: ConferenceHouse,
  { kind, conference }: Pick<Meeting, 'kind' | 'conference'>,
  viewer: Staff,
): Promise<CountedDays | null> {
  if (kind !== 'standingCommitteeHearing') return null
  const until = house.today()
  const last = await lastHearing(house, conference)
  const from = firstCounted(last, until)
  const counting = { viewer, organ: conference, from, until, withAccusations: false }
  return { from, until, counted: await countFigures(house, hearingFigures, counting) }
}

/** The day after the last hearing, whose figures went up to that day; or the beginning of the year. */
function firstCounted(last: Day | null, until: Day): Day {
  if (last === null) return `${until.slice(0, 4)}-01-01` as Day
  return isBefore(last, until) ? addDays(last, 1) : until
}

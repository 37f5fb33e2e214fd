/**
 * Answers to proposals that are due soon or were, for those who answer for them; read in the name of whoever asks. Of a proposal to hold
 * somebody to account nothing is here, not even for those who may read it: a number that moved would say that there is one.
 */
import { arrayOf } from '../../engine/flight.ts'
import { readAs } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { ProposalHouse } from './house.ts'
import { idOf, streamOf } from './room.ts'
import { titlesOf } from './titles.ts'

type Reading = Pick<ProposalHouse, 'app' | 'work' | 'today'>

export interface DueDuties {
  readonly organ: OrganId
  readonly rule: string
  readonly lastDay: Day
  readonly matters: number
}

/** All for the bureau that made it; for a recipient what it owes itself, and not how far the others have come. */
const shown = `proposal_clock c where c.after = 'overdue' and c.state = 'running'
  and exists (select from proposal_party p where p.stream_id = c.stream_id and p.organ = $1 and not p.is_sealed
    and (p.part = 'bureau' or c.organ = $1))`

export async function proposalDutiesDue(
  house: Reading,
  viewer: Viewer,
  { organs, from, through }: { readonly organs: readonly OrganId[]; readonly from: Day; readonly through: Day },
  most: number,
): Promise<readonly DueDuties[]> {
  if (viewer.kind !== 'staff') return []
  return readAs<DueDuties>(house, viewer, {
    name: 'proposal duties due',
    text: `select organ, rule, last_day::text as "lastDay", count(*)::int as matters
      from (select c.organ, c.rule, c.last_day from ${shown} and c.organ = any ($2::text[])
        and c.last_day between $3::date and $4::date order by c.last_day limit $5) due
      group by organ, rule, last_day order by last_day, organ, rule`,
    values: [viewer.organ, arrayOf(organs), from, through, most],
  })
}

export interface DueProposal {
  readonly proposal: string
  readonly clock: string
  readonly lastDay: Day
  /** Null where it was erased. */
  readonly title: string | null
}

/** The proposals behind one number of these, a page at a time. */
export async function proposalsDue(
  house: Reading & Pick<ProposalHouse, 'keys'>,
  viewer: Viewer,
  asked: {
    readonly organ: OrganId
    readonly rule: string
    readonly from: Day
    readonly through: Day
    readonly after: { readonly day: Day; readonly proposal: string; readonly clock: string } | null
    readonly limit: number
  },
): Promise<readonly DueProposal[]> {
  if (viewer.kind !== 'staff') return []
  const { organ, rule, from, through, after, limit } = asked
  const rows = await readAs<{ stream: string; clock: string; lastDay: Day }>(house, viewer, {
    name: 'proposals due',
    text: `select c.stream_id as stream, c.clock_id as clock, c.last_day::text as "lastDay" from ${shown}
        and c.organ = $2 and c.rule = $3 and c.last_day between $4::date and $5::date
        and (c.last_day, c.stream_id, c.clock_id) > ($6::date, $7, $8)
      order by c.last_day, c.stream_id, c.clock_id limit $9`,
    values: [
      ...[viewer.organ, organ, rule, from, through, after?.day ?? '0001-01-01'],
      ...[after === null ? '' : streamOf(after.proposal), after?.clock ?? '', limit],
    ],
  })
  const titles = await titlesOf(
    house,
    viewer,
    rows.map(({ stream }) => stream),
  )
  return rows.map(({ stream, clock, lastDay }) => ({
    ...{ proposal: idOf(stream), clock, lastDay },
    title: titles.get(stream) ?? null,
  }))
}

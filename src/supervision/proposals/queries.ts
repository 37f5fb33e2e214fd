/** The way out: whoever asks, the database shows only proposals that they make or that are made to them. */
import type { Recorded } from '../../engine/envelope.ts'
import type { DatabaseRow } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { actorIn } from '../../identity/actor.ts'
import { openingsSetting, poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { type ProposalKind, proposalKinds } from '../../law/proposals.ts'
import type { ProposalHouse } from './house.ts'
import type { Adoption, Effect, Proposal, ProposalFact, ProposalStage, StaffActor } from './proposal.ts'
import { proposalRoom } from './room.ts'
import { isOpenTo, isSealed, mayKnow } from './sealing.ts'
import type { Shelf } from './tables.ts'
import { titlesOf } from './titles.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

/** What a page of a proposal is made from. `texts` is empty while it is sealed to the viewer. */
export interface ReadProposal {
  readonly stream: string
  readonly proposal: Proposal
  readonly history: readonly Recorded<ProposalFact>[]
  readonly texts: ReadonlyMap<string, string>
  readonly actor: StaffActor
  readonly isOpen: boolean
}

/** Reads one proposal and opens its pieces, where they are open to the viewer; null where there is none for this viewer. */
export async function readProposal(house: ProposalHouse, stream: string, viewer: Staff): Promise<ReadProposal | null> {
  const known = await knownProposal(house, stream, viewer)
  if (known === null) return null
  const { proposal, history, actor } = known
  const isOpen = isOpenTo(proposal, viewer.account, house.today())
  const opened = proposal.openings.filter(({ account, on }) => account === viewer.account && on === house.today())
  const pieces = isOpen
    ? await readAs(
        house,
        viewer,
        {
          name: 'proposal pieces',
          text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
          values: [stream],
        },
        openingsSetting(opened.map(({ version }) => version)),
      )
    : []
  return {
    stream,
    proposal,
    history,
    actor,
    isOpen,
    texts: await openPieces(house.keys, pieces as unknown as readonly Box[]),
  }
}

export interface KnownProposal {
  readonly proposal: Proposal
  readonly history: readonly Recorded<ProposalFact>[]
  readonly actor: StaffActor
}

/** One proposal of which the viewer may know, folded; nothing that was written is opened. */
export async function knownProposal(
  house: ProposalHouse,
  stream: string,
  viewer: Staff,
): Promise<KnownProposal | null> {
  const { facts } = await readHistory<ProposalFact>(house.app, stream, settingsOf(viewer, house.today()))
  const proposal = foldOf(facts)
  if (proposal === null) return null
  const actor = await actorIn(house, viewer, proposal)
  return mayKnow(proposal, actor, house.directory) ? { proposal, history: facts, actor } : null
}

/** For the house itself, which has no viewer. */
export async function proposalOfHouse(house: ProposalHouse, stream: string): Promise<Proposal | null> {
  const { facts } = await readHistory<ProposalFact>(poolsFor(house, { kind: 'system', task: 'sweep' }).app, stream)
  return foldOf(facts)
}

const foldOf = (facts: readonly Recorded<ProposalFact>[]): Proposal | null =>
  fold(
    proposalRoom,
    null,
    facts.map(({ fact }) => fact),
  )

export interface RecipientRow {
  readonly organ: OrganId
  readonly adoption: Adoption | null
  readonly effect: Effect | null
  readonly next_day: Day | null
  readonly next_is_overdue: boolean
}

export interface ProposalRow {
  readonly stream: string
  readonly kind: ProposalKind
  readonly bureau: OrganId
  readonly stage: ProposalStage
  readonly shelf: Shelf
  readonly draftedOn: Day
  readonly issuedOn: Day | null
  /** The last day while somebody's answer is waited for, else the day of the last change. */
  readonly day: Day
  /** All for the bureau, a recipient's own for a recipient. */
  readonly recipients: readonly RecipientRow[]
  readonly title: string | null
}

export interface ProposalCursor {
  readonly day: string
  readonly stream: string
}

export interface Listing {
  readonly part: 'bureau' | 'recipient'
  /** Null for all, the last moved first. */
  readonly shelf: Shelf | null
  /** Only those that are drawn from this petition. */
  readonly petition: string | null
  readonly after: ProposalCursor | null
  readonly limit: number
}

/** What is waited for by the day that ends first, all else by what moved last. */
const orderOf = (shelf: Shelf | null) =>
  shelf === 'waiting'
    ? ({ compare: '>', direction: 'asc', first: '0001-01-01', stream: '' } as const)
    : ({ compare: '<', direction: 'desc', first: '9999-12-31', stream: '~' } as const)

export async function listProposals(
  house: ProposalHouse,
  viewer: Staff,
  { part, shelf, petition, after, limit }: Listing,
): Promise<{ readonly items: readonly ProposalRow[]; readonly next: ProposalCursor | null }> {
  const { compare, direction, first, stream } = orderOf(shelf)
  const linked =
    petition === null ? '' : 'and t.stream_id in (select l.stream_id from proposal_link l where l.petition = $7)'
  const rows = await readAs(house, viewer, {
    name: `proposal list ${direction}${shelf === null ? ' all' : ''}${petition === null ? '' : ' of petition'}`,
    text: `select t.stream_id, t.shelf, t.day::text as day, p.kind, p.bureau, p.stage, p.drafted_on::text as drafted_on,
        p.issued_on::text as issued_on,
        (select coalesce(jsonb_agg(jsonb_build_object('organ', r.organ, 'adoption', r.adoption, 'effect', r.effect,
          'next_day', r.next_day, 'next_is_overdue', r.next_is_overdue) order by r.organ), '[]')
          from proposal_recipient r where r.stream_id = t.stream_id and (t.part = 'bureau' or r.organ = t.organ)) as recipients
      from proposal_party t join proposal p on p.stream_id = t.stream_id
      where t.organ = $1 and t.part = $2 and ${shelf === null ? '$3::text is null' : 't.shelf = $3'} and (t.day, t.stream_id) ${compare} ($4::date, $5) ${linked}
      order by t.day ${direction}, t.stream_id ${direction} limit $6`,
    values: [
      ...[viewer.organ, part, shelf, after?.day ?? first, after?.stream ?? stream, limit + 1],
      ...(petition === null ? [] : [petition]),
    ],
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const page = rows.slice(0, limit)
  const open = page.filter(({ kind }) => !isSealed(kind as ProposalKind))
  const titles = await titlesOf(
    house,
    viewer,
    open.map(({ stream_id }) => stream_id as string),
  )
  return {
    items: page.map((row) => rowOf(row, titles)),
    next: last ? { day: last.day as string, stream: last.stream_id as string } : null,
  }
}

const rowOf = (row: DatabaseRow, titles: ReadonlyMap<string, string>): ProposalRow => ({
  stream: row.stream_id as string,
  kind: row.kind as ProposalKind,
  bureau: row.bureau as OrganId,
  stage: row.stage as ProposalStage,
  shelf: row.shelf as Shelf,
  draftedOn: row.drafted_on as Day,
  issuedOn: row.issued_on as Day | null,
  day: row.day as Day,
  recipients: row.recipients as unknown as readonly RecipientRow[],
  title: titles.get(row.stream_id as string) ?? null,
})

/** Counting stops here: more than this nobody reads. */
const countedUpTo = 1000

export interface ShelfCounts {
  readonly part: 'bureau' | 'recipient'
  readonly shelf: Shelf
  readonly count: number
  readonly overdue: number
}

/** How much lies on each shelf of the viewer's organ that still asks for something. */
export async function countProposals(house: ProposalHouse, viewer: Staff): Promise<readonly ShelfCounts[]> {
  const shelves = ['draft', 'submitted', 'approved', 'waiting', 'answered'] as const
  const rows = await readAs(house, viewer, {
    name: 'proposal counts',
    text: `select s.part, s.shelf, c.count, c.overdue
      from (select part, shelf from unnest(array['bureau', 'recipient']) as part, unnest($2::text[]) as shelf) s,
        lateral (select count(*)::int as count, (count(*) filter (where d.day < $3::date and s.shelf = 'waiting'))::int as overdue from (
          select t.day from proposal_party t where t.organ = $1 and t.part = s.part and t.shelf = s.shelf limit ${countedUpTo}) d) c`,
    values: [viewer.organ, `{${shelves.join(',')}}`, house.today()],
  })
  return rows as unknown as readonly ShelfCounts[]
}

export interface KindFigures {
  readonly kind: ProposalKind
  /** Proposals that were issued in the year and not withdrawn. */
  readonly issued: number
  /** Recipients of these: each answers for itself, so what follows adds up to this. */
  readonly recipients: number
  readonly adopted: number
  readonly partly: number
  readonly notAdopted: number
  readonly waiting: number
  /** Of those that are waited for, past their last day. */
  readonly overdue: number
  /** Whose effect was seen: taken, in part, none. */
  readonly effect: { readonly taken: number; readonly partly: number; readonly none: number }
}

/**
 * 提出建议以及被采纳情况 (art. 41 (3)): proposals that a bureau issued in a year, by kind and by what came of them. Counted in the name of the viewer,
 * as everything is: of proposals to hold somebody to account only for whom these are open, so null for everybody else.
 */
export async function proposalFigures(
  house: ProposalHouse,
  viewer: Staff,
  { year, bureau }: { readonly year: number; readonly bureau: OrganId },
): Promise<readonly KindFigures[] | null> {
  const [from, until] = [`${year}-01-01` as Day, `${year}-12-31` as Day]
  return proposalFiguresBetween(house, viewer, { from, until, bureau })
}

/** The same of any days: a bulletin says which. */
export async function proposalFiguresBetween(
  house: ProposalHouse,
  viewer: Staff,
  { from, until, bureau }: { readonly from: Day; readonly until: Day; readonly bureau: OrganId },
): Promise<readonly KindFigures[] | null> {
  if (viewer.organ !== bureau) return null
  const rows = await readAs(house, viewer, {
    name: 'proposal figures',
    text: `select kind, count(distinct stream_id)::int as issued, count(*)::int as recipients,
        (count(*) filter (where adoption = 'adopted'))::int as adopted, (count(*) filter (where adoption = 'partly'))::int as partly,
        (count(*) filter (where adoption = 'notAdopted'))::int as not_adopted, (count(*) filter (where adoption is null))::int as waiting,
        (count(*) filter (where adoption is null and next_day < $4::date))::int as overdue,
        (count(*) filter (where effect = 'taken'))::int as taken, (count(*) filter (where effect = 'partly'))::int as partly_taken,
        (count(*) filter (where effect = 'none'))::int as none
      from proposal_recipient where bureau = $1 and issued_on between $2::date and $3::date and not is_withdrawn
      group by kind`,
    values: [bureau, from, until, house.today()],
  })
  const isEntrusted = viewer.posts.includes('head') || viewer.posts.includes('supervisor')
  const kinds = proposalKinds.filter((kind) => kind !== 'holdToAccount' || isEntrusted)
  return kinds.map((kind) =>
    figuresOf(
      kind,
      rows.find((row) => row.kind === kind),
    ),
  )
}

function figuresOf(kind: ProposalKind, row: DatabaseRow | undefined): KindFigures {
  const count = (column: string): number => (row?.[column] as number | undefined) ?? 0
  return {
    ...{ kind, issued: count('issued'), recipients: count('recipients'), adopted: count('adopted') },
    ...{ partly: count('partly'), notAdopted: count('not_adopted'), waiting: count('waiting') },
    overdue: count('overdue'),
    effect: { taken: count('taken'), partly: count('partly_taken'), none: count('none') },
  }
}

/** The way out: the roster of an area, one entry for whoever keeps it, and the few who can be chosen for a matter. */

import type { AnyFact } from '../../engine/envelope.ts'
import { arrayOf, type DatabaseRow, type Statement } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { MediatorKind, MediatorLanguage, MediatorSkill, MemberRole } from '../../law/codes/mediator-kinds.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import type { Committee, CommitteeFact } from './committee.ts'
import { type FoundGap, gapsOf } from './gaps.ts'
import type { Mediator, MediatorFact, MediatorStateName } from './mediator.ts'
import { committeeRoom, committeeStream, idOf, mediatorRoom, mediatorStream } from './room.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>
const system = { kind: 'system', task: 'mediation' } as const

const piecesOf = (streams: readonly string[]): Statement => ({
  name: 'roster pieces',
  text: 'select stream_id, ref, cohort, box from sealed where stream_id = any ($1::text[])',
  values: [arrayOf(streams)],
})

export async function textsOf(
  house: PetitionHouse,
  viewer: Viewer,
  streams: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (streams.length === 0) return new Map()
  return openPieces(house.keys, (await readAs(house, viewer, piecesOf(streams))) as unknown as readonly Box[])
}

async function historyOf<Fact extends AnyFact>(house: PetitionHouse, stream: string, viewer: Viewer) {
  const { app } = poolsFor(house, viewer)
  const { facts } = await readHistory<Fact>(app, stream, settingsOf(viewer, house.today()))
  return facts.map(({ fact }) => fact)
}

/** One entry with all that happened to it: whoever keeps it reads it, and nobody else. */
export async function knownMediator(house: PetitionHouse, id: string, viewer: Viewer): Promise<Mediator | null> {
  return fold(mediatorRoom, null, await historyOf<MediatorFact>(house, mediatorStream(id), viewer))
}

export const mediatorHistory = (house: PetitionHouse, id: string, viewer: Viewer): Promise<readonly MediatorFact[]> =>
  historyOf<MediatorFact>(house, mediatorStream(id), viewer)

export async function knownCommittee(house: PetitionHouse, id: string, viewer: Viewer): Promise<Committee | null> {
  return fold(committeeRoom, null, await historyOf<CommitteeFact>(house, committeeStream(id), viewer))
}

/** An entry as a list has it. */
export interface ListedMediator {
  readonly mediator: string
  readonly version: number
  readonly keeper: OrganId
  readonly kind: MediatorKind
  readonly role: MemberRole | null
  readonly committee: { readonly id: string; readonly name: string | null; readonly works: boolean } | null
  readonly name: string | null
  readonly contact: string | null
  readonly skills: readonly MediatorSkill[]
  readonly languages: readonly MediatorLanguage[]
  readonly places: readonly string[]
  readonly organ: OrganId | null
  readonly account: string | null
  readonly state: MediatorStateName
  readonly from: Day
  readonly until: Day | null
  readonly enteredOn: Day
  readonly trainedOn: Day | null
}

export interface MediatorFilter {
  readonly kind?: string | undefined
  readonly skill?: string | undefined
  readonly place?: string | undefined
  readonly state?: string | undefined
  readonly committee?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

const columns = `m.stream_id, m.version, m.keeper, m.kind, m.role, m.committee, m.skills, m.languages, m.places, m.organ, m.account, m.state,
  m.from_day::text as from_day, m.until_day::text as until_day, m.entered_on::text as entered_on, m.trained_on::text as trained_on,
  m.name_ref, m.contact_ref, c.name_ref as committee_ref, c.state as committee_state`
const beside = 'from mediator m left join committee c on c.stream_id = m.committee'

/** Whoever mediates in a wider place mediates in a narrower one. */
const covers = (place: string) =>
  `exists (select from unnest(m.places) as covered (region) where ${place} like region || '%' or region = '00')`

async function listedOf(
  house: PetitionHouse,
  viewer: Viewer,
  rows: readonly DatabaseRow[],
): Promise<readonly ListedMediator[]> {
  const own = rows.map(({ stream_id }) => stream_id as string)
  const theirs = rows.flatMap(({ committee }) => (committee === null ? [] : [committee as string]))
  const texts = await textsOf(house, viewer, [...new Set([...own, ...theirs])])
  const said = (ref: unknown) => texts.get(ref as string) ?? null
  return rows.map((row) => {
    const { stream_id, committee, version, keeper, kind, role, skills, languages, places, organ, account, state } = row
    return {
      ...{
        mediator: idOf(stream_id as string),
        version,
        keeper,
        kind,
        role,
        skills,
        languages,
        places,
        organ,
        account,
      },
      ...{ state, from: row.from_day, until: row.until_day, enteredOn: row.entered_on, trainedOn: row.trained_on },
      ...{ name: said(row.name_ref), contact: said(row.contact_ref) },
      committee:
        committee === null
          ? null
          : {
              id: idOf(committee as string),
              name: said(row.committee_ref),
              works: row.committee_state === 'founded',
            },
    } as ListedMediator
  })
}

/** A page of the rosters of the area, by what somebody knows and where. */
export async function listMediators(
  house: PetitionHouse,
  viewer: Staff,
  filter: MediatorFilter,
): Promise<{ readonly items: readonly ListedMediator[]; readonly next: string | null }> {
  const { kind = null, skill = null, place = null, state = null, committee, after = '', limit } = filter
  const rows = await readAs(house, viewer, {
    name: 'mediators',
    text: `select ${columns} ${beside} where ($1::text is null or m.kind = $1) and ($2::text is null or $2 = any (m.skills))
      and ($3::text is null or ${covers('$3')}) and ($4::text is null or m.state = $4) and ($5::text is null or m.committee = $5)
      and m.stream_id > $6 order by m.stream_id limit $7`,
    values: [
      ...[kind, skill, place, state, committee === undefined ? null : committeeStream(committee)],
      ...[after === '' ? '' : mediatorStream(after), limit + 1],
    ],
  })
  const items = await listedOf(house, viewer, rows.slice(0, limit))
  return { items, next: rows.length > limit ? (items.at(-1)?.mediator ?? null) : null }
}

/** One entry as the area reads it; as the house, any. */
export async function listedMediator(
  house: PetitionHouse,
  viewer: Staff | null,
  mediator: string,
): Promise<ListedMediator | null> {
  const rows = await readAs(house, viewer ?? system, {
    name: 'mediator',
    text: `select ${columns} ${beside} where m.stream_id = $1`,
    values: [mediatorStream(mediator)],
  })
  return (await listedOf(house, viewer ?? system, rows))[0] ?? null
}

export interface Wanted {
  /** Where the matter is: a code down to the village. */
  readonly region: string
  /** What it is about: a code of the categories, of either level. */
  readonly category: string | null
}

/** What whoever chooses a mediator is shown of one, and what excludes somebody. */
export interface MediatorToChoose
  extends Pick<
    ListedMediator,
    'mediator' | 'kind' | 'name' | 'skills' | 'languages' | 'keeper' | 'organ' | 'account' | 'committee'
  > {
  /** Whether they know such matters. */
  readonly knowsSuch: boolean
}

const mostToChoose = 100

/**
 * Who can mediate a matter of a place today: who works there and whose term and committee stand; first who knows such matters, then by the
 * name of the entry. Nobody is ranked. Staff chooses of what it reads; whoever is no staff was let in by the program before it asks, and the
 * house asks for them. Who is concerned in the matter is for the mediation to leave out.
 */
export async function mediatorsFor(
  house: PetitionHouse,
  viewer: Viewer,
  { region, category }: Wanted,
): Promise<readonly MediatorToChoose[]> {
  const asker = viewer.kind === 'staff' ? viewer : system
  const topic = category?.split('.')[0] ?? null
  const rows = await readAs(house, asker, {
    name: 'mediators to choose',
    text: `select ${columns} ${beside} where m.state = 'active' and m.from_day <= $2::date and (m.until_day is null or m.until_day >= $2::date)
      and (m.committee is null or c.state = 'founded') and ${covers('$1')}
      order by ($3::text is not null and $3 = any (m.skills)) desc, m.stream_id limit ${mostToChoose}`,
    values: [region, house.today(), topic],
  })
  return (await listedOf(house, asker, rows)).map(
    ({ mediator, kind, name, skills, languages, keeper, organ, account, committee }) => ({
      ...{ mediator, kind, name, skills, languages, keeper, organ, account, committee },
      knowsSuch: topic !== null && skills.some((skill) => skill === topic),
    }),
  )
}

/** A committee as a list has it, with what it lacks. */
export interface ListedCommittee extends Omit<Committee, 'name'> {
  readonly committee: string
  readonly name: string | null
  /** How many of its mediators are on the roster. */
  readonly onRoster: number
  readonly gaps: readonly FoundGap[]
}

export interface CommitteeFilter {
  readonly place?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export async function listCommittees(
  house: PetitionHouse,
  viewer: Staff,
  { place, after = '', limit }: CommitteeFilter,
): Promise<{ readonly items: readonly ListedCommittee[]; readonly next: string | null }> {
  const rows = await readAs(house, viewer, {
    name: 'committees',
    text: `select c.*, c.founded_on::text as founded_on, c.elected_on::text as elected_on, c.elected_until::text as elected_until,
        (select count(*)::int from mediator m where m.committee = c.stream_id and m.state <> 'ended') as on_roster,
        (select count(*)::int from mediator m where m.committee = c.stream_id and m.role = 'chair' and m.state <> 'ended') as chairs
      from committee c where ($1::text is null or starts_with(c.region, $1)) and c.stream_id > $2 order by c.stream_id limit $3`,
    values: [place ?? null, after === '' ? '' : committeeStream(after), limit + 1],
  })
  const page = rows.slice(0, limit)
  const texts = await textsOf(
    house,
    viewer,
    page.map(({ stream_id }) => stream_id as string),
  )
  const items = page.map((row) => committeeOf(row, texts, house.today()))
  return { items, next: rows.length > limit ? (items.at(-1)?.committee ?? null) : null }
}

function committeeOf(row: DatabaseRow, texts: ReadonlyMap<string, string>, today: Day): ListedCommittee {
  const { stream_id, version, keeper, kind, region, state, founded_on, elected_on, members, women, minority } = row
  const election =
    elected_on === null
      ? null
      : { day: elected_on, until: row.elected_until, by: row.elected_by, members, women, minority }
  const committee = {
    ...{ version, keeper, kind, region, state, foundedOn: founded_on, isMultiEthnic: row.is_multi_ethnic, election },
  } as Omit<Committee, 'name'>
  return {
    ...committee,
    committee: idOf(stream_id as string),
    name: texts.get(row.name_ref as string) ?? null,
    onRoster: row.on_roster as number,
    gaps: gapsOf(committee, row.chairs as number, today),
  }
}

/** What may be the same matter, among petitions in which the viewer's organ has a part: by print, and by who petitions. */
import { arrayOf } from '../../engine/flight.ts'
import type { Digest } from '../../identity/blind-index.ts'
import { readAs } from '../../identity/scope.ts'
import { rowsOf, type Staff } from '../../petition/queries.ts'
import type { PetitionRow } from '../../petition/views.ts'
import type { SetApart } from '../../text/particulars.ts'
import { textsOf } from '../search/queries.ts'
import type { RepeatHouse } from './house.ts'
import { apartOf, likenessOf, likenessOfCopy, likenessOffered, likenessOfSamePetitioner, type Told } from './rule.ts'

export type RepeatKind =
  /** The same petitioner has said it before. */
  | 'same-petitioner'
  /** Others have said it, of the same place. */
  | 'same-matter'
  /** The same words about another place, number or organ: another matter. */
  | 'copied-elsewhere'

export interface Repeat {
  readonly petition: PetitionRow
  readonly kind: RepeatKind
  readonly likeness: number
  readonly isCopy: boolean
  readonly apart: readonly SetApart[]
}

export interface Asking extends Told {
  readonly place?: string | undefined
  readonly category?: string | undefined
  readonly digests: readonly Digest[]
  /** Petitions that are not asked about: itself, and what it is joined with. */
  readonly without: readonly string[]
}

/** What everybody copies has as many prints as copies: of each the newest are looked at. */
const newestOfPrint = 24
const mostCompared = 10
const mostOffered = 6
const mostOfPetitioner = 10

export async function findRepeats(house: RepeatHouse, viewer: Staff, asking: Asking): Promise<readonly Repeat[]> {
  const [near, own] = await Promise.all([nearIn(house, viewer, asking), ownOf(house, viewer, asking)])
  const numbers = [...new Set([...own, ...near])].filter((number) => !asking.without.includes(number))
  const compared = numbers.slice(0, mostCompared + mostOfPetitioner)
  const [rows, texts] = await Promise.all([rowsOf(house, viewer, compared), textsOf(house, viewer, compared)])
  const likely = compared.flatMap((number) => {
    const [petition, other] = [rows.get(number), texts.get(number)]
    return petition && other ? likelyOf(asking, petition, other, own.has(number)) : []
  })
  // what sets them apart takes longest to find, and only of what is offered
  const nearest = likely.toSorted((a, b) => b.likeness - a.likeness).slice(0, mostOffered)
  return nearest.flatMap((each) => repeatOf(asking, each)).toSorted(byWeight)
}

/** The petitions with prints in common, those with most first. */
async function nearIn(house: RepeatHouse, viewer: Staff, asking: Asking): Promise<readonly string[]> {
  const prints = await house.repeatPrinting.everyOf(asking)
  if (prints.length === 0) return []
  const rows = await readAs<{ number: string }>(house, viewer, {
    name: 'repeats near',
    text: `select same.stream_id as number from unnest($1::bigint[]) as one (print) cross join lateral (
        select p.stream_id from repeat_print p where p.print = one.print
          order by p.registered_on desc limit ${newestOfPrint}) as same
      group by same.stream_id order by count(*) desc, same.stream_id desc limit ${mostCompared}`,
    values: [arrayOf(prints)],
  })
  return rows.map(({ number }) => number)
}

/**
 * Petitions of the same petitioner: found from the few digests that are the same, and not by looking through what the organ has. Where a name
 * is not shown nobody is found by it, as in the register.
 */
async function ownOf(house: RepeatHouse, viewer: Staff, { digests }: Asking): Promise<ReadonlySet<string>> {
  if (digests.length === 0) return new Set()
  const any = digests.map((_, at) => `(b.kind = $${2 * at + 2} and b.digest = $${2 * at + 3}::bytea)`)
  const rows = await readAs<{ number: string }>(house, viewer, {
    name: `repeats of ${digests.length} digests`,
    text: `select p.stream_id as number from petition p
      where (p.confidentiality = 'named' or p.registrar = $1) and p.class <> 'accusation'
        and exists (select from blind_index b where b.stream_id = p.stream_id and (${any.join(' or ')}))
      order by p.registered_on desc, p.stream_id desc limit ${mostOfPetitioner}`,
    values: [viewer.organ, ...digests.flatMap(({ kind, digest }) => [kind, digest])],
  })
  return new Set(rows.map(({ number }) => number))
}

interface Likely {
  readonly petition: PetitionRow
  readonly other: Told
  readonly likeness: number
  readonly isOwn: boolean
}

/** Whatever else a petitioner has asked for is not looked at: only what is the same matter is offered. */
function likelyOf(asking: Asking, petition: PetitionRow, other: Told, isOwn: boolean): readonly Likely[] {
  const likeness = likenessOf(asking, other)
  const isNear = isOwn && (likeness >= likenessOfSamePetitioner || isSameKind(asking, petition))
  return likeness >= likenessOffered || isNear ? [{ petition, other, likeness, isOwn }] : []
}

function repeatOf(asking: Asking, { petition, other, likeness, isOwn }: Likely): readonly Repeat[] {
  const apart = [...placesApart(asking.place, petition.place), ...apartOf(asking, other)]
  const repeat = { petition, likeness, isCopy: likeness >= likenessOfCopy, apart }
  if (apart.length > 0) return likeness < likenessOffered ? [] : [{ ...repeat, kind: 'copied-elsewhere' }]
  return [{ ...repeat, kind: isOwn ? 'same-petitioner' : 'same-matter' }]
}

/** Two codes of which neither lies in the other. */
function placesApart(one: string | undefined, other: string): readonly SetApart[] {
  if (one === undefined || one.startsWith(other) || other.startsWith(one)) return []
  return [{ kind: 'place', one, other }]
}

const isSameKind = ({ category, place }: Asking, petition: PetitionRow): boolean =>
  category !== undefined && category !== 'other' && category === petition.category && place === petition.place

const rank = { 'same-petitioner': 0, 'same-matter': 1, 'copied-elsewhere': 2 } as const
const byWeight = (a: Repeat, b: Repeat): number => rank[a.kind] - rank[b.kind] || b.likeness - a.likeness

/**
 * What an accused organ is told, and nothing else (art. 30 (3)): an extract written for it, with its legal basis. It lies apart from the
 * petition, and the organ that reads it sees neither the number nor anything that leads to it.
 */
import { parseFact } from '../engine/chain.ts'
import type { Statement } from '../engine/flight.ts'
import { flyAs } from '../identity/scope.ts'
import { type Box, openPieces } from '../identity/seal.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { Prose } from '../kernel/prose.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { PetitionHouse } from './house.ts'
import type { FactOf } from './petition.ts'
import type { Staff } from './queries.ts'

export interface ReadExtract {
  readonly on: string
  readonly by: OrganId
  readonly extract: string
  readonly legalBasis: string
}

/** More than this nobody is told of at once. */
const mostExtracts = 200

/** What the viewer's organ was told, newest first. */
export async function readExtracts(house: PetitionHouse, viewer: Staff): Promise<readonly ReadExtract[]> {
  const [told = [], boxes = []] = await flyAs(house, viewer, [extractsTo(viewer.organ), boxesTo(viewer.organ)])
  const texts = await openPieces(house.keys, boxes as unknown as readonly Box[])
  return told.flatMap((row) => {
    const extract = texts.get(row.extract_ref as string)
    const legalBasis = texts.get(row.basis_ref as string)
    if (extract === undefined || legalBasis === undefined) return []
    return [{ on: row.told_on as string, by: row.told_by as OrganId, extract, legalBasis }]
  })
}

const extractsTo = (organ: OrganId): Statement => ({
  name: 'petition extracts',
  text: `select told_on::text as told_on, told_by, extract_ref, basis_ref from petition_extract
    where organ = $1 order by told_on desc, stream_id, ref limit ${mostExtracts}`,
  values: [organ],
})

const boxesTo = (organ: OrganId): Statement => ({
  name: 'petition extract pieces',
  text: `select s.stream_id, s.ref, s.cohort, s.box from petition_extract x
    join sealed s on s.stream_id = x.stream_id and s.ref in (x.extract_ref, x.basis_ref) where x.organ = $1`,
  values: [organ],
})

/** Shorter words than a name stand in any text. */
const fewestSigns = 2
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}\p{C}]/gu, '')
    .toLowerCase()

/**
 * Whether an extract says who petitions: a name, a number or an address of theirs. Asked as the house, because whoever writes the
 * extract need not have opened who it is.
 */
export async function namesPetitioner(house: PetitionHouse, number: PetitionNumber, extract: Prose): Promise<boolean> {
  const [registered = [], boxes = []] = await flyAs(house, { kind: 'system', task: 'extract' }, [
    {
      name: 'petition registered',
      text: 'select fact from event where stream_id = $1 and version = 1',
      values: [number],
    },
    {
      name: 'petition identity pieces',
      text: `select stream_id, ref, cohort, box from sealed where stream_id = $1 and part = 'identity'`,
      values: [number],
    },
  ])
  const texts = await openPieces(house.keys, boxes as unknown as readonly Box[])
  const facts = registered.map(({ fact }) => parseFact<FactOf<'PetitionRegistered'>>(fact as string).fact)
  const known = facts.flatMap(whoIn).map(({ ref }) => texts.get(ref) ?? '')
  return saysAny(known, extract.text)
}

/** Whether somebody's words say one of these, however they are spaced or punctuated. */
export function saysAny(known: readonly string[], words: string): boolean {
  const said = plain(words)
  return known.map(plain).some((word) => word.length >= fewestSigns && said.includes(word))
}

/** Who petitions, and for them; not who signed or what was written under a proof, which are words like any other. */
const whoIn = ({ people, agent }: FactOf<'PetitionRegistered'>): readonly Sealed[] =>
  [
    ...people.flatMap(({ name, idNumber, phone, address, email }) => [name, idNumber, phone, address, email]),
    ...[agent?.name ?? null, agent?.phone ?? null],
  ].filter((piece) => piece !== null)

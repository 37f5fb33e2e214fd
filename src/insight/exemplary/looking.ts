/**
 * What the house finds out about the matter that an exemplary case comes from: as the house, because what must be kept from somebody has to be
 * known also where whoever writes does not see it. What it reads goes into no answer but where the writer typed the same.
 */
import { fold, readHistory } from '../../engine/history.ts'
import { organsLedBy } from '../../identity/account-tables.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { hidesWords, maskedSuffix, namesInPetition } from '../../petition/masked-words.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, Petition, State } from '../../petition/petition.ts'
import { rowsOf } from '../../petition/queries.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { Dispute } from '../../prevention/disputes/dispute.ts'
import { disputeOfHouse, knownDispute, type Staff } from '../../prevention/disputes/queries.ts'
import { placeNames } from '../../prevention/warnings/places.ts'
import { tellingsIn, type WrittenTexts } from './checker.ts'
import type { ExemplarySource, LookedAtSource, Telling } from './exemplary.ts'
import type { ExemplaryHouse } from './house.ts'
import { placesSaidIn, withBareNames } from './small-places.ts'

interface Looked extends LookedAtSource {
  readonly place: string
  readonly names: readonly string[]
  readonly texts: readonly string[]
}

/** Whether somebody has a part in it: without one it does not exist for them. */
export async function seesSource(house: ExemplaryHouse, viewer: Staff, { kind, stream }: ExemplarySource) {
  if (kind === 'dispute') return (await knownDispute(house, stream, viewer)) !== null
  return (await rowsOf(house, viewer, [stream])).has(stream)
}

export async function lookAtSource(house: ExemplaryHouse, { kind, stream }: ExemplarySource): Promise<Looked | null> {
  return kind === 'dispute' ? lookAtDispute(house, stream) : lookAtPetition(house, stream)
}

/** What the rules may know of it. */
export const ruled = (looked: Looked | null): LookedAtSource | null => {
  if (looked === null) return null
  const { category, organs, isSolved, isAccusation, isConfidential, keptFrom, officials } = looked
  return { category, organs, isSolved, isAccusation, isConfidential, keptFrom, officials }
}

const solved: readonly Petition['stage'][] = ['closed', 'settled', 'finalised']

async function lookAtPetition(house: ExemplaryHouse, number: string): Promise<Looked | null> {
  const { facts } = await readHistory<Fact>(house.work, number)
  const petition = fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  if (petition === null || petition.erasure?.approvedOn) return null
  const { organs, accused, officials } = partsOf(petition)
  const texts = await textsOf(house, number)
  const writers = organs.filter((organ) => organ === petition.holder || isBureau(house, organ))
  return {
    ...{ category: petition.category, place: petition.place, organs: writers, officials },
    isSolved: solved.includes(petition.stage),
    isAccusation:
      petition.class === 'accusation' || accused.length > 0 || petition.about.some(({ as }) => as === 'accused'),
    isConfidential: hidesWords(petition.confidentiality),
    keptFrom: [...new Set([...accused, ...(await ledBy(house, officials))])],
    names: [...new Set([...namesInPetition({ petition, texts }), ...petitionersIn(petition, texts)])],
    texts: [...texts].flatMap(([ref, text]) => (ref.endsWith(maskedSuffix) ? [] : [text])),
  }
}

/** Firms and associations too: where masking leaves them, a write-up does not name them either. */
const petitionersIn = ({ people }: Petition, texts: ReadonlyMap<string, string>): readonly string[] =>
  people.flatMap(({ name }) => (name ? (texts.get(name.ref) ?? []) : []))

async function lookAtDispute(house: ExemplaryHouse, stream: string): Promise<Looked | null> {
  const dispute = await disputeOfHouse(house, stream)
  if (dispute === null || dispute.erasedOn !== null) return null
  const texts = await textsOf(house, stream)
  const { category, region, responsible, recorder, formers, keptFrom, officials } = dispute
  const writers = [recorder.organ, ...formers].filter((organ) => isBureau(house, organ))
  return {
    ...{ category, place: region, organs: [...new Set([responsible.organ, ...writers])], keptFrom, officials },
    ...{ isSolved: dispute.ending === 'settled', isAccusation: false, isConfidential: false },
    ...{ names: namesInDispute(dispute, texts), texts: [...texts.values()] },
  }
}

const namesInDispute = ({ parties, named }: Dispute, texts: ReadonlyMap<string, string>): readonly string[] =>
  [...parties, ...named].flatMap(({ name }) => texts.get(name.ref) ?? [])

const isBureau = ({ directory }: ExemplaryHouse, organ: OrganId): boolean => directory.find(organ)?.kind === 'bureau'

const ledBy = async (house: ExemplaryHouse, officials: readonly string[]): Promise<readonly OrganId[]> =>
  officials.length === 0 ? [] : organsLedBy(house.work, officials, house.today())

async function textsOf(house: ExemplaryHouse, stream: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await house.work.query<Box>({
    name: 'exemplary source pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return openPieces(house.keys, rows)
}

/** Codes of counties have six digits; what is finer is a small place. */
const countyDigits = 6
const isSmall = ({ level }: { readonly level: string }): boolean => level === 'township' || level === 'village'

/** Townships and villages of the county where it happened, and their organs: in a small place one of these is enough. */
function smallPlacesOf(house: ExemplaryHouse, place: string): readonly string[] {
  const county = place.slice(0, countyDigits)
  const nameOf = placeNames(house)
  const names = new Set<string>()
  for (const organ of house.directory.all()) {
    const { id, region } = organ
    if (!region.startsWith(county) || !isSmall(organ)) continue
    for (const { zh, en } of [nameOf(region), house.directory.nameOf(id)]) for (const name of [zh, en]) names.add(name)
  }
  // a code where nobody gave a name
  return [...names].filter((name) => /\p{L}/u.test(name))
}

const officesOf = ({ directory }: ExemplaryHouse): readonly string[] =>
  [...directory.all()]
    .filter((organ) => !isSmall(organ))
    .map(({ id }) => directory.nameOf(id).zh)
    .toSorted((a, b) => b.length - a.length)

/** What a write-up still gives away of the matter that it comes from. */
export function tellingsOf(house: ExemplaryHouse, looked: Looked | null, written: WrittenTexts): readonly Telling[] {
  if (looked === null) return tellingsIn(written, { names: [], texts: [], places: [], offices: [] })
  const { names, texts, place } = looked
  const places = withBareNames([...smallPlacesOf(house, place), ...texts.flatMap(placesSaidIn)])
  return tellingsIn(written, { names, texts, places, offices: officesOf(house) })
}

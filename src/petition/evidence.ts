/** What a petitioner can take home and show to anybody: receipts of the registration and of documents, and what proves them. */
import { parseFact } from '../engine/chain.ts'
import type { DatabaseRow, Statement } from '../engine/flight.ts'
import { fold } from '../engine/history.ts'
import { flyAs } from '../identity/scope.ts'
import { type Box, openWithSalts } from '../identity/seal.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { Basis } from '../law/basis.ts'
import { base64 } from '../proof/bytes.ts'
import { entryOf } from '../proof/entry.ts'
import type { Evidence, Opening } from '../proof/evidence.ts'
import type { Receipt } from '../proof/receipt.ts'
import type { PetitionHouse } from './house.ts'
import { issuingVersions } from './issuing.ts'
import type { Fact, FactOf, Petition, PetitionDocument, PetitionLaw } from './petition.ts'
import { petitionRoom } from './room.ts'
import { settledByOthers } from './view.ts'
import { lawShown } from './world.ts'

type Petitioner = Extract<Viewer, { kind: 'petitioner' }>

/** Where a fact stands: what its envelope says. */
interface Place {
  readonly stream: string
  readonly version: number
  readonly recordedAt: string
}

/** The receipt of a registration. It says nothing that its fact does not say, so that it can be written again at any time. */
export const receiptOf = (place: Place, fact: Fact, entry: Uint8Array, law: PetitionLaw): Omit<Receipt, 'origin'> => ({
  ...partsOf(place, fact, entry),
  of: 'registration',
  claims: (fact as FactOf<'PetitionRegistered'>).claims.length,
  document: null,
  basis: basisCode((law.permissions.Register ?? law.principles.bureausRoute).basis, law),
})

const receiptOfDocument = (
  place: Place,
  fact: Fact,
  entry: Uint8Array,
  { kind }: PetitionDocument,
  law: PetitionLaw,
): Omit<Receipt, 'origin'> => ({
  ...partsOf(place, fact, entry),
  of: 'document',
  claims: null,
  document: kind,
  basis: basisCode(law.documents[kind].basis, law),
})

/** The first duty that the fact started: what happens next, and by when. */
function partsOf({ stream, version, recordedAt }: Place, fact: Fact, entry: Uint8Array) {
  const started = fact.clocks?.find((change) => change.change === 'started')?.clock
  const clock = started ? { rule: started.rule, lastDay: started.lastDay } : null
  return { petition: stream, version, at: recordedAt, clock, entry }
}

/** `cn-2022 R22 22.1`: pack, instrument, article or clause, paragraph, item. Words for it stand where it is shown. */
export function basisCode(basis: Basis, law: PetitionLaw): string {
  const { instrument, article, clause, paragraph, item, adr } = basis as {
    [part in 'instrument' | 'article' | 'clause' | 'paragraph' | 'item' | 'adr']?: string | number
  }
  const place = [clause ?? article, paragraph, item].filter((part) => part !== undefined).join('.')
  return [law.id, instrument, place === '' ? (adr === undefined ? '' : `ADR ${adr}`) : place]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
}

interface FactRow extends DatabaseRow {
  readonly version: number
  readonly fact: string
  readonly hash: Buffer
  readonly salt: Buffer
}

/**
 * The evidence of one fact for a petitioner: the registration, or a document that is theirs to see. Null for any other. The texts are
 * those that the follow page shows them; who else petitions with them is not among them.
 */
export async function evidenceOf(house: PetitionHouse, viewer: Petitioner, version: number) {
  const [rows = [], boxes = []] = await flyAs(house, viewer, [factsOf(viewer.petition), boxesOf(viewer.petition)])
  const facts = rows as readonly FactRow[]
  const history = facts.map(({ fact }) => parseFact<Fact>(fact))
  const [row, recorded] = [facts[version - 1], history[version - 1]]
  if (row === undefined || recorded === undefined) return null
  const petition = fold(
    petitionRoom,
    null,
    history.map(({ fact }) => fact),
  ) as Petition
  const law = lawShown(house.laws, petition)
  const entry = entryOf(row.salt, row.hash)
  const place = { stream: viewer.petition, version, recordedAt: recorded.recordedAt }
  const document = documentAt(version, history, petition, viewer.person)
  const receipt =
    recorded.fact.type === 'PetitionRegistered'
      ? receiptOf(place, recorded.fact, entry, law)
      : document && receiptOfDocument(place, recorded.fact, entry, document, law)
  if (receipt === null) return null
  const sign = await house.receiptSigner()
  const refs = document ? refsOfDocument(document) : refsOfRegistration(recorded.fact, viewer.person)
  const opening: Opening = {
    fact: row.fact,
    previous: base64(facts[version - 2]?.hash ?? new Uint8Array(0)),
    salt: base64(row.salt),
    texts: await textsOf(house, boxes as unknown as readonly Box[], refs),
  }
  const evidence: Evidence = {
    xinqiao: 'evidence 1',
    receipt: sign(receipt),
    opening,
    proof: await house.proofOf(entry),
  }
  return { ...evidence, opening: { ...opening, texts: [...opening.texts] } }
}

function documentAt(
  version: number,
  history: readonly ReturnType<typeof parseFact<Fact>>[],
  petition: Petition,
  person: string,
): PetitionDocument | null {
  const versions = issuingVersions(history)
  const notTheirs = settledByOthers({ history }, person)
  const found = petition.documents.find(({ ref }) => versions.get(ref) === version && !notTheirs.has(ref))
  return found ?? null
}

const refsOfDocument = ({ parts, answers }: PetitionDocument): readonly string[] => [
  ...Object.values(parts).map(({ ref }) => ref),
  ...answers.map(({ answer }) => answer.ref),
]

/** What was asked for, and what they said of themselves. */
function refsOfRegistration(fact: Fact, person: string): readonly string[] {
  const { title, text, claims, placeDetail, people } = fact as FactOf<'PetitionRegistered'>
  const me = people.find(({ ref }) => ref === person)
  const own = me ? [me.name, me.idNumber, me.phone, me.address, me.email] : []
  return [title, text, ...claims.map((claim) => claim.text), placeDetail, ...own]
    .filter((piece) => piece !== null)
    .map(({ ref }) => ref)
}

async function textsOf(house: PetitionHouse, boxes: readonly Box[], refs: readonly string[]) {
  const wanted = new Set(refs)
  const opened = await openWithSalts(
    house.keys,
    boxes.filter(({ ref }) => wanted.has(ref)),
  )
  return [...opened].map(([ref, { text, salt }]) => ({ ref, salt: base64(salt), text }))
}

const factsOf = (number: string): Statement => ({
  name: 'petition facts with salts',
  text: 'select version, fact, hash, salt from event where stream_id = $1 order by version',
  values: [number],
})

const boxesOf = (number: string): Statement => ({
  name: 'petition pieces',
  text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
  values: [number],
})

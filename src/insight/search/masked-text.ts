/**
 * What a petition says, without anybody's name or number: from this alone it is found, and this alone is shown beside what was found. It is
 * read as the house, because a name must be masked that the reader need not know.
 */
import { createHash } from 'node:crypto'
import { fold, readHistory } from '../../engine/history.ts'
import { openPieces, SealBroken } from '../../identity/seal.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { maskedSuffix, namesInPetition } from '../../petition/masked-words.ts'
import type { Fact, Petition } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { mask } from '../../text/masking.ts'

export interface MaskedText {
  readonly title: string
  readonly text: string
  /** What else was written by whoever petitions: claims, what was added and answered. */
  readonly asked: readonly string[]
  /** What offices answered and issued. */
  readonly answered: readonly string[]
}

export interface ReadMasked {
  readonly petition: Petition
  readonly text: MaskedText
  /** The same pieces and names give the same. */
  readonly madeOf: string
  readonly cohort: string
}

interface Piece {
  readonly stream_id: string
  readonly ref: string
  readonly cohort: string
  readonly part: string
  readonly box: Buffer
}

/** The sealed piece in which the masked text lies beside the others: no fact holds it, and it goes with them. */
export const maskedTextRef = `search${maskedSuffix}`

/** Null where there is nothing to be found by: no such petition, an accusation, or one of which the content goes or is gone. */
export async function readMasked(
  house: Pick<PetitionHouse, 'work' | 'keys'>,
  number: string,
): Promise<ReadMasked | null> {
  const { facts } = await readHistory<Fact>(house.work, number)
  const petition = fold(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  if (petition === null || petition.class === 'accusation' || petition.erasure?.approvedOn) return null
  const pieces = await piecesOf(house, number)
  const texts = await openPieces(house.keys, pieces).catch(unlessBroken)
  const title = pieces.find(({ ref }) => ref === petition.title.ref)
  if (title === undefined || texts.size === 0) return null
  const reading = { texts, readable: new Set(pieces.filter(({ part }) => part === 'content').map(({ ref }) => ref)) }
  const names = namesInPetition({ petition, texts })
  const said = ({ ref }: Sealed) => saidMasked(reading, ref, names)
  const { asked, answered } = piecesIn(petition)
  return {
    petition,
    text: {
      ...{ title: said(petition.title)[0] ?? '', text: said(petition.text)[0] ?? '' },
      ...{ asked: asked.flatMap(said), answered: answered.flatMap(said) },
    },
    madeOf: fingerprint([petition.title, petition.text, ...asked, ...answered], names, petition),
    cohort: title.cohort,
  }
}

/** A damaged piece is named by `xinqiao keys check`; here it is a reason to be found by nothing. */
function unlessBroken(fault: unknown): ReadonlyMap<string, string> {
  if (fault instanceof SealBroken) return new Map()
  throw fault
}

async function piecesOf({ work }: Pick<PetitionHouse, 'work'>, number: string): Promise<readonly Piece[]> {
  const { rows } = await work.query<Piece>({
    name: 'search pieces',
    text: 'select stream_id, ref, cohort, part, box from sealed where stream_id = $1 and ref <> $2',
    values: [number, maskedTextRef],
  })
  return rows
}

/** What is given as satisfaction, reported past the office or noted among colleagues is not among them. */
function piecesIn({ claims, added, questions, documents }: Petition) {
  return {
    asked: [
      ...claims.map((claim) => claim.text),
      ...added.flatMap(({ note }) => note ?? []),
      ...questions.flatMap(({ answer }) => answer ?? []),
    ],
    answered: documents.flatMap(({ parts, answers }) => [
      ...Object.values(parts),
      ...answers.map(({ answer }) => answer),
    ]),
  }
}

interface Opened {
  readonly texts: ReadonlyMap<string, string>
  readonly readable: ReadonlySet<string>
}

/** Of a confidential petitioner what lies masked; nothing that only says who somebody is. */
function saidMasked({ texts, readable }: Opened, ref: string, names: readonly string[]): readonly string[] {
  const written = readable.has(ref) ? texts.get(ref) : texts.get(ref + maskedSuffix)
  return written === undefined ? [] : [mask(written, names)]
}

/** Refs are drawn anew for each piece, so the same refs are the same words; names count, because they are masked. */
const fingerprint = (pieces: readonly Sealed[], names: readonly string[], { confidentiality }: Petition): string =>
  createHash('sha256')
    .update([confidentiality, ...pieces.map(({ ref }) => ref), String(names.length)].join('\n'))
    .digest('base64url')
    .slice(0, 22)

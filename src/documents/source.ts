/** One paper with what it is drawn from: the petition as it was when the paper was issued, and as its reader may read it. */
import { fold } from '../engine/history.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { Fact, Petition, PetitionDocument } from '../petition/petition.ts'
import { petitionRoom } from '../petition/room.ts'
import type { Read } from '../petition/view.ts'
import { type Bilingual, say } from '../wording/bilingual.ts'
import { dayInWords } from '../wording/days.ts'
import type { Said } from './content.ts'
import type { Paper } from './issued.ts'

/** A paper with the petition as it was when the paper was issued, and as it is now. */
export interface Source {
  readonly paper: Paper
  readonly fact: Fact
  readonly before: Petition | null
  readonly after: Petition
  readonly read: Read
}

export function sourceOf(paper: Paper, read: Read): Source {
  const facts = read.history.map(({ fact }) => fact)
  const before = fold(petitionRoom, null, facts.slice(0, paper.version - 1))
  const fact = facts[paper.version - 1] as Fact
  return { paper, fact, before, after: fold(petitionRoom, before, [fact]) as Petition, read: onItsDay(read, paper) }
}

/** An organ that was renamed since keeps in what was issued the name that it had. */
const onItsDay = (read: Read, { on }: Paper): Read => {
  const { directory } = read
  return { ...read, directory: { ...directory, nameOf: (organ) => directory.nameOn(organ, on) } }
}

/** Who issued it; where the fact does not say, whoever had the petition. */
export const issuerOf = ({ paper, after }: Source): OrganId => paper.organ ?? after.holder

export const nameOf = ({ directory }: Read, organ: OrganId): Bilingual => directory.nameOf(organ)
export const maybeName = (read: Read, organ: OrganId | null | undefined): Bilingual | undefined =>
  organ ? nameOf(read, organ) : undefined
export const same = (text: string): Bilingual => say(text, text)
export const maybeDay = (day: string | null | undefined): Bilingual | undefined => (day ? dayInWords(day) : undefined)

/** What was written, or why it cannot be read. A masked copy is no text of a document. */
export function written({ texts, history, keepsSealed }: Read, piece: Sealed | null | undefined): Said | undefined {
  if (!piece) return undefined
  const text = texts.get(piece.ref)
  if (text !== undefined) return same(text)
  if (history.some(({ fact }) => fact.type === 'ContentErased')) return { unreadable: 'erased' }
  return { unreadable: keepsSealed ? 'sealed' : 'keyMissing' }
}

export const nobodyNamed = say('信访人', 'the petitioner')

export const documentOf = ({ document }: Paper, { documents }: Petition): PetitionDocument | undefined =>
  documents.find(({ ref }) => ref === document)

export const personOf = ({ people }: Petition, ref: string, read: Read): Said =>
  written(read, people.find((person) => person.ref === ref)?.name) ?? nobodyNamed

/** What a helper is invited to beside petitions, asked of its own room as the house: whether it goes on, and whom it lets in. */

import { petitionFor } from '../../mediation/mediations/looking.ts'
import type { Mediation } from '../../mediation/mediations/mediation.ts'
import { mediationOfHouse, textOfHouse } from '../../mediation/mediations/queries.ts'
import { lastWord, mayCome } from '../../mediation/mediations/standing.ts'
import { saysAny } from '../../petition/extracts.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { screeningOfHouse } from '../../prevention/screening/queries.ts'
import type { EngagementSubject } from './engagement.ts'

const house_ = { kind: 'system', task: 'helping' } as const

/** Whether the helper may be shown anything at this moment: a campaign that is open, a mediation that is held and all of whose parties said yes. */
export async function letsIn(house: PetitionHouse, subject: EngagementSubject): Promise<boolean> {
  if (subject.kind === 'petition') return true
  if (subject.kind === 'screening') return (await screeningOfHouse(house, subject.screening))?.stage === 'open'
  const mediation = await mediationOfHouse(house, subject.mediation)
  const guest = mediation?.guests.find(({ ref }) => ref === subject.guest)
  return mediation?.stage === 'mediating' && guest !== undefined && mayCome(mediation, guest)
}

const goesOn: ReadonlySet<Mediation['stage']> = new Set<Mediation['stage']>(['requested', 'asking', 'mediating'])
export const isOver = ({ stage }: Mediation): boolean => !goesOn.has(stage)

/** What the parties last said of a guest. It counts from when the mediation is held: before that nobody has agreed to it at all. */
export function wordsOf(mediation: Mediation, guest: string) {
  const said = mediation.parties.flatMap((party) => {
    const word = lastWord(party, 'guest', guest)
    return word ? [{ person: party.ref, consents: word.agrees }] : []
  })
  return mediation.stage === 'mediating' ? said : said.filter(({ consents }) => !consents)
}

/** Organs that are a party: asked after before anything is shown. */
export const organsIn = ({ parties }: Mediation) => [...new Set(parties.flatMap(({ organ }) => organ ?? []))]

export const isOfAccusation = async (house: PetitionHouse, { subject }: Mediation): Promise<boolean> =>
  subject.kind === 'petition' && (await petitionFor(house, subject.number, house_))?.class === 'accusation'

/** Who the parties are and how they are reached, as words that no extract may carry. */
async function saidOf(house: PetitionHouse, stream: string, { parties }: Mediation, withPhones: boolean) {
  const people = parties.filter(({ organ }) => organ === null)
  const pieces = people.flatMap(({ name, phone }) => (withPhones && phone ? [name, phone] : [name]))
  const texts = await Promise.all(pieces.map(({ ref }) => textOfHouse(house, stream, ref)))
  return texts.filter((text) => text !== null)
}

export const namesParty = async (house: PetitionHouse, stream: string, mediation: Mediation, words: string) =>
  saysAny(await saidOf(house, stream, mediation, true), words)

/** Nobody helps in their own matter. */
export async function isParty(house: PetitionHouse, stream: string, mediation: Mediation, helper: string | null) {
  if (helper === null) return false
  const names = await saidOf(house, stream, mediation, false)
  return names.some((name) => isSameName(name, helper))
}

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '')
export const isSameName = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && plain(one) !== '' && plain(one) === plain(other)

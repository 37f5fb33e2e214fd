/**
 * How the petition and the mediation of it keep in step. What the petitioner answers stands in the petition and is taken over from there; what the
 * other side says, and how it ended, the house brings to the petition. Neither waits for the other, and no clock of the petition moves.
 */

import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { Prose } from '../../kernel/prose.ts'
import { commandPetition } from '../../petition/commanding.ts'
import type { Petition } from '../../petition/petition.ts'
import { mediationTerms } from '../../wording/mediation-terms.ts'
import { commandMediation } from './commanding.ts'
import type { MediationHouse } from './house.ts'
import { petitionFor } from './looking.ts'
import type { Mediation, MediationFactOf } from './mediation.ts'
import { mediationOfHouse, textOfHouse } from './queries.ts'
import { lastWord } from './standing.ts'

const viewer = { kind: 'system', task: 'mediation' } as const

interface Linked {
  readonly stream: string
  readonly ref: string
}

/** Mediations that go on and begin from a proposal in the petition. */
async function linkedTo({ work }: MediationHouse, petition: string): Promise<readonly Linked[]> {
  const { rows } = await work.query<Linked>({
    name: 'mediations linked to petition',
    text: `select stream_id as stream, petition_ref as ref from mediation
      where petition = $1 and petition_ref is not null and stage in ('requested', 'asking', 'mediating')`,
    values: [petition],
  })
  return rows
}

/**
 * Takes over what petitioners last answered there. A word on a signed record names no person, so it is that of the one petitioner who is a party;
 * where several are, each answers by their own key.
 */
export async function takeAnswers(
  house: MediationHouse,
  petition: string,
  answer: { readonly ref: string; readonly agrees: boolean; readonly person: string | null },
): Promise<void> {
  for (const { stream, ref } of await linkedTo(house, petition)) {
    if (ref !== answer.ref) continue
    const mediation = await mediationOfHouse(house, stream)
    const own = mediation?.parties.filter(({ petitioner }) => petitioner !== null) ?? []
    const party =
      answer.person === null
        ? own.length === 1
          ? own[0]
          : undefined
        : own.find(({ petitioner }) => petitioner === answer.person)
    if (!party) continue
    const body = { party: party.ref, agrees: answer.agrees }
    await commandMediation(house, { stream, type: 'TakeAnswer', body, viewer })
  }
}

/** The handler ended the proposal in the petition by hand: the mediation is the parties’ own and goes on. */
export async function freeFrom(house: MediationHouse, petition: string, ended: string): Promise<void> {
  for (const { stream, ref } of await linkedTo(house, petition)) {
    if (ref === ended) await commandMediation(house, { stream, type: 'FreeMediation', body: {}, viewer })
  }
}

interface Proposed {
  readonly petition: Petition
  readonly number: PetitionNumber
}

/** The proposal in the petition from which it began, where that still stands. */
async function proposalOf(house: MediationHouse, { subject }: Pick<Mediation, 'subject'>): Promise<Proposed | null> {
  if (subject.kind !== 'petition' || subject.ref === null) return null
  const petition = await petitionFor(house, subject.number, viewer)
  const stands = petition?.mediations.some(({ ref, endedOn }) => ref === subject.ref && endedOn === null)
  return petition && stands ? { petition, number: subject.number as PetitionNumber } : null
}

/** The other side is willing when all who are no petitioners are; brought once. */
export async function bringWord(house: MediationHouse, stream: string): Promise<void> {
  const mediation = await mediationOfHouse(house, stream)
  const proposed = mediation && (await proposalOf(house, mediation))
  if (!mediation || !proposed) return
  const words = mediation.parties
    .filter(({ petitioner }) => petitioner === null)
    .map((party) => lastWord(party, 'mediation'))
  const isNo = words.some((word) => word?.agrees === false)
  const isYes = words.length > 0 && words.every((word) => word?.agrees === true)
  if (!isNo && !isYes) return
  const open = proposed.petition.mediations.find(({ endedOn }) => endedOn === null)
  if (open?.consents.findLast(({ party }) => party === 'otherParty')?.consents === isYes) return
  const body = { party: 'otherParty', consents: isYes, signed: null }
  await commandPetition(house, { number: proposed.number, type: 'AnswerMediation', body, viewer })
}

type Over = MediationFactOf<'MediationEnded' | 'MediationDeclined' | 'AgreementConcluded'>

/** That it is over, with what was agreed or without; the petition goes on, and only its petitioner settles it. */
export async function bringEnd(house: MediationHouse, stream: string, fact: Over): Promise<void> {
  const mediation = await mediationOfHouse(house, stream)
  const proposed = mediation && (await proposalOf(house, mediation))
  if (!mediation || !proposed) return
  const agreed = fact.type === 'AgreementConcluded' ? await textOfHouse(house, stream, fact.content.ref) : null
  const agreement = agreed === null ? null : proseOf(agreed, 20_000)
  const note = proseOf(noteOf(house, fact), 4000)
  const body = { agreement, note }
  await commandPetition(house, { number: proposed.number, type: 'EndMediation', body, viewer })
}

function proseOf(text: string, max: number): Prose {
  const read = Prose.read(text, { max, min: 1 })
  if (!read.ok) throw new Error(`what came of a mediation cannot be read: ${read.error}`)
  return read.value
}

function noteOf({ directory }: MediationHouse, fact: Over): string {
  const name = directory.nameOf(fact.organ).zh
  switch (fact.type) {
    case 'AgreementConcluded':
      return `由“${name}”主持调解，当事人达成协议，自${fact.effectiveOn}起生效。`
    case 'MediationDeclined':
      return `“${name}”未受理调解。`
    case 'MediationEnded':
      return `由“${name}”主持的调解已终止：${mediationTerms.endReason[fact.reason].zh}。`
  }
}

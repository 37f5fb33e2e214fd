/** Where a mediation stands, read from what the parties said: who has said yes to what, who may mediate, who may come, what was kept. */
import type { Day } from '../../kernel/day.ts'
import type { ConsentTo, Party, PartyWord } from './consenting-words.ts'
import type { Guest, Mediator } from './mediating-words.ts'
import type { Mediation } from './mediation.ts'
import type { Agreement, Performance, Undertaking } from './performing-words.ts'

/** What a party last said to one thing; undefined as long as they said nothing, which is never a yes. */
export const lastWord = ({ words }: Party, to: ConsentTo, ref: string | null = null): PartyWord | undefined =>
  words.findLast((word) => word.to === to && word.ref === ref)

export const consents = (party: Party): boolean => lastWord(party, 'mediation')?.agrees === true

export const allConsent = ({ parties }: Pick<Mediation, 'parties'>): boolean => parties.every(consents)

/** Whoever chose somebody has accepted them. */
export const accepts = (party: Party, { ref, chosenBy }: Mediator): boolean =>
  lastWord(party, 'mediator', ref)?.agrees ?? chosenBy === party.ref

/** Accepted by every party (art. 19, 23 (1)), and without an interest of their own, which they have said themselves. */
export const isReady = ({ parties }: Pick<Mediation, 'parties'>, mediator: Mediator): boolean =>
  mediator.excluded === null && mediator.declared === true && parties.every((party) => accepts(party, mediator))

/** 征得当事人的同意 (art. 20). */
export const mayCome = ({ parties }: Pick<Mediation, 'parties'>, { ref }: Guest): boolean =>
  parties.every((party) => lastWord(party, 'guest', ref)?.agrees === true)

/** Public only where every party asks for it; whoever wishes it closed has it closed (art. 23 (3)). */
export const isPublic = ({ parties }: Pick<Mediation, 'parties'>): boolean => parties.every(({ open }) => open === true)

export const signers = ({ agreement }: Mediation): readonly string[] => agreement?.signedBy.map(({ who }) => who) ?? []

export const unsignedParties = (mediation: Mediation): readonly string[] => {
  const signed = signers(mediation)
  return mediation.parties.map(({ ref }) => ref).filter((ref) => !signed.includes(ref))
}

export const isSignedByMediator = (mediation: Mediation): boolean =>
  mediation.mediators.some(({ ref }) => signers(mediation).includes(ref))

/** What the other parties last said of a promise, one word each. */
const lastSaid = ({ words }: Undertaking): ReadonlyMap<string, Performance> =>
  new Map(words.map(({ party, performance }) => [party, performance]))

/**
 * Kept by the word of all to whom it was made; or as whoever holds the mediation found, where nobody to whom it was made says otherwise. That
 * nobody says anything is no word.
 */
export function isOver(promise: Undertaking, parties: readonly Party[]): boolean {
  const said = lastSaid(promise)
  const others = parties.filter(({ ref }) => ref !== promise.party)
  if (others.length > 0 && others.every(({ ref }) => said.get(ref) === 'kept')) return true
  const found = promise.followUps.at(-1)?.performance === 'kept'
  return found && [...said.values()].every((performance) => performance === 'kept')
}

/** When a promise is looked at next: the day that was promised, or the one that was set since. */
export const nextLook = ({ due, followUps }: Undertaking): Day => followUps.at(-1)?.again ?? due

export const openPromises = ({
  agreement,
  parties,
}: Pick<Mediation, 'agreement' | 'parties'>): readonly Undertaking[] =>
  (agreement?.promises ?? []).filter((promise) => !isOver(promise, parties))

export const isInForce = (agreement: Agreement | null): agreement is Agreement & { readonly effectiveOn: Day } =>
  agreement !== null && agreement.effectiveOn !== null

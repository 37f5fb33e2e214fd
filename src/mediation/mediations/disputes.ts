/**
 * A dispute of the ledger and the mediation of it (docs/adr/0045, 0048): it is sent there by opening one, and the ledger is told how it ended.
 * Whoever it is kept from in the ledger learns of it here no more than there, but for an organ that is a side of it and so a party.
 */
import { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { commandDispute } from '../../prevention/disputes/commanding.ts'
import type { Dispute } from '../../prevention/disputes/dispute.ts'
import { disputeOfHouse, knownDispute } from '../../prevention/disputes/queries.ts'
import { mediationTerms } from '../../wording/mediation-terms.ts'
import type { LookedSubject, MediationHouse } from './house.ts'
import type { MediationFactOf, MediationRefusal } from './mediation.ts'
import type { MediationKeeping, MediationSubject } from './opening-words.ts'
import { mediationOfHouse, textOfHouse } from './queries.ts'

const viewer = { kind: 'system', task: 'mediation' } as const

const keepingOf = ({ keptFrom, officials, parties }: Dispute): MediationKeeping => {
  const sides = parties.flatMap(({ organ }) => organ ?? [])
  return { keptFrom: keptFrom.filter((organ) => !sides.includes(organ)), officials, recused: [] }
}

export async function lookIntoDispute(
  house: MediationHouse,
  stream: string,
  by: Viewer,
): Promise<Result<LookedSubject, MediationRefusal>> {
  const known = by.kind === 'staff' ? await knownDispute(house, stream, by) : null
  if (known === null) return err({ kind: 'dispute-not-found' })
  const { dispute } = known
  return ok({ petition: null, shownTo: [dispute.responsible.organ], ...keepingOf(dispute) })
}

/** For whoever is kept from it since. */
export async function keepingOfDispute(house: MediationHouse, stream: string) {
  const dispute = await disputeOfHouse(house, stream)
  return dispute && { ...keepingOf(dispute), shownTo: [dispute.responsible.organ] }
}

/** Where the ledger has come to another stage it is refused there, and nothing is lost. */
export async function beginInLedger(
  house: MediationHouse,
  mediation: string,
  subject: MediationSubject,
): Promise<void> {
  if (subject.kind !== 'dispute') return
  await commandDispute(house, { stream: subject.stream, type: 'SendToMediation', body: { mediation }, viewer })
}

type Over = MediationFactOf<'MediationEnded' | 'MediationDeclined' | 'AgreementConcluded'>

export async function endInLedger(house: MediationHouse, mediation: string, fact: Over): Promise<void> {
  const subject = (await mediationOfHouse(house, mediation))?.subject
  if (subject?.kind !== 'dispute') return
  const isAgreed = fact.type === 'AgreementConcluded'
  const said = isAgreed ? await textOfHouse(house, mediation, fact.content.ref) : whyNot(fact)
  const note = said === null ? null : Prose.read(said, { max: 20_000, min: 1 })
  const body = { mediation, outcome: isAgreed ? 'agreed' : 'failed', note: note?.ok ? note.value : null }
  await commandDispute(house, { stream: subject.stream, type: 'EndDisputeMediation', body, viewer })
}

const whyNot = (fact: Exclude<Over, { type: 'AgreementConcluded' }>): string =>
  fact.type === 'MediationDeclined'
    ? mediationTerms.mediationFact.MediationDeclined.zh
    : mediationTerms.endReason[fact.reason].zh

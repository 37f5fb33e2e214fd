/** A mediation as one of its parties reads it, with what they can do themselves. */
import type { z } from 'zod'
import { isOpen } from '../../kernel/running-clock.ts'
import { mediationTerms } from '../../wording/mediation-terms.ts'
import { actsOf } from './actions.ts'
import type { ConsentTo, Party } from './consenting-words.ts'
import type { heldMediation } from './held-contract.ts'
import type { Mediation } from './mediation.ts'
import type { ReadHeld } from './queries.ts'
import { assurances, assurancesToPetitioner } from './remedies.ts'
import { idOf } from './room.ts'
import { accepts, isPublic, lastWord } from './standing.ts'
import * as view from './view.ts'
import { type Place, worldOf } from './world.ts'

export type HeldView = z.input<typeof heldMediation>

const actWords = {
  answer: { zh: '同意或者不同意', en: 'Say yes or no' },
  leave: { zh: '不同意调解，或者要求终止', en: 'Say no, or end it' },
  openness: { zh: '要求公开或者不公开', en: 'Ask that it be public or not' },
  choose: { zh: '选择调解员', en: 'Choose a mediator' },
  performance: { zh: '说明对方是否履行', en: 'Say whether it was kept' },
  confirmation: { zh: '申请司法确认', en: 'Ask for confirmation by the court' },
} as const

/** `maySettle`: what the petition itself says; nothing here settles it. */
export function heldView(read: ReadHeld, maySettle: boolean, place: Place): HeldView {
  const { stream, mediation, party: ref, reference, texts } = read
  const shown = { mediation, texts, place }
  const own = mediation.parties.find((party) => party.ref === ref) as Party
  const { directory, today } = place
  const { kind, stage, subject, closed, moreTime } = mediation
  const said = (to: ConsentTo, about: string | null) => lastWord(own, to, about)?.agrees ?? null
  return {
    mediation: idOf(stream),
    ...{ reference, party: ref, kind, stage, subject: subject.kind, openedOn: mediation.openedOn },
    // a party who knows of the petition by its key; others learn of no number
    petition: own.petitioner !== null && subject.kind === 'petition' ? subject.number : null,
    organ: view.organRef(directory, mediation.organ),
    what: view.opened(texts, mediation.what),
    isPublic: isPublic(mediation),
    parties: view
      .partyViews(shown, 'bare')
      .map(({ words: _, phone: __, ...party }) => ({ ...party, isYou: party.ref === ref })),
    mediators: view.mediatorViews(shown).map((one, at) => {
      const mediator = mediation.mediators[at] as Mediation['mediators'][number]
      return { ...one, youAccept: said('mediator', one.ref) ?? (accepts(own, mediator) || null) }
    }),
    guests: view.guestViews(shown).map((one) => ({ ...one, youAccept: said('guest', one.ref) })),
    sessions: view.sessionViews(shown, 'bare'),
    moreTime: moreTime && { ...moreTime, youAgree: said('moreTime', moreTime.ref) },
    agreement: agreementFor(shown),
    confirmation: view.confirmationViewOf(shown),
    ended: view.endedViewOf(shown),
    declined: view.declinedViewOf(shown),
    closed: closed && { on: closed.on, isPerformed: closed.isPerformed },
    until: mediation.clocks.find((clock) => clock.rule === 'mediate' && isOpen(clock))?.lastDay ?? null,
    remedies: view.remedyViews(shown),
    assurances: [...(own.petitioner === null ? assurances : assurancesToPetitioner)],
    acts: actsOf(mediation, ref, today(), worldOf(mediation, place)).map(({ act, to, ref: about, refusal }) => ({
      ...{ act, to, ref: about },
      ...(to === null ? actWords[act] : mediationTerms.consentTo[to]),
      allowed: refusal === null,
      refusal: view.refusalView(refusal, directory),
    })),
    maySettle: maySettle && stage === 'agreed' && own.petitioner !== null,
  }
}

/** How whoever holds it looked whether a promise was kept is for them to say; that they did, all parties see. */
function agreementFor(shown: Parameters<typeof view.agreementViewOf>[0]) {
  const agreement = view.agreementViewOf(shown)
  return (
    agreement && {
      ...agreement,
      promises: agreement.promises.map((promise) => ({
        ...promise,
        followUps: promise.followUps.map((look) => ({ ...look, lookedAt: null })),
      })),
    }
  )
}

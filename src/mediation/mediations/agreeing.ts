/** The agreement: written with its parts, signed by every party and a mediator and sealed; or come to by word of mouth and written down. */
import { isAfter } from '../../kernel/day.ts'
import { rule } from '../../law/basis.ts'
import type { AgreementText } from './agreeing-words.ts'
import { accept, type Decide, mediatorOf, partyOf, refuse } from './decision.ts'
import { leads } from './keeping.ts'
import type { Mediation, MediationFactOf, MediationRefusal, MediationWorld, StaffActor } from './mediation.ts'
import type { Agreement } from './performing-words.ts'
import { isReady, isSignedByMediator, signers, unsignedParties } from './standing.ts'

/** 签名、盖章或者按指印，调解员签名并加盖印章之日起生效 (art. 29 (2)). */
const fromTheSignatures = rule('RMTJ', 29, 2)

/** Written whole each time. Where a court held one invalid, the parties may come to another (art. 33 (3)). */
export const writeAgreement: Decide<'WriteAgreement'> = (mediation, { on, actor, text }, world) => {
  const isVaried = mediation.stage === 'agreed'
  if (isVaried && mediation.confirmation.decided?.outcome !== 'invalid') {
    return refuse({
      ...{ kind: 'wrong-mediation-stage', stage: mediation.stage, command: 'WriteAgreement', needs: ['mediating'] },
    })
  }
  const refusal = refusalOfText(mediation, text, on, world)
  if (refusal) return refuse(refusal)
  const ref = `a${mediation.drafts + 1}`
  return accept({ type: 'AgreementDrafted', on, ref, account: (actor as StaffActor).account, text })
}

function refusalOfText(
  mediation: Mediation,
  text: AgreementText,
  on: Agreement['writtenOn'],
  { law }: MediationWorld,
): MediationRefusal | null {
  if (!mediation.mediators.some((each) => isReady(mediation, each))) {
    return { kind: 'no-mediator-ready', basis: rule('RMTJ', 23, 1, 1) }
  }
  const stranger = text.promises.find(({ party }) => !partyOf(mediation, party))
  if (stranger) return { kind: 'no-such-party', party: stranger.party }
  const past = text.promises.find(({ due }) => isAfter(on, due))
  if (past) return { kind: 'day-not-ahead', day: past.due, today: on }
  if (text.form === 'oral') return null
  const missing = (['facts', 'disputed', 'responsibility'] as const).find((part) => text[part] === null)
  if (missing) return { kind: 'agreement-part-missing', part: missing, basis: law.agreement[missing].basis }
  const { performance: howAndWhen } = law.agreement
  return text.promises.length === 0
    ? { kind: 'agreement-part-missing', part: 'performance', basis: howAndWhen.basis }
    : null
}

/** Why a party cannot sign it or say no to it now. */
export function refusalOfSigning(mediation: Mediation, party: string, ref: string | null): MediationRefusal | null {
  const { agreement } = mediation
  if (agreement === null || agreement.effectiveOn !== null || agreement.ref !== ref) {
    return { kind: 'no-agreement-written' }
  }
  if (agreement.text.form === 'oral') return { kind: 'agreement-is-oral' }
  return signers(mediation).includes(party) ? { kind: 'signed-already' } : null
}

export const signAsMediator: Decide<'SignAsMediator'> = (mediation, { on, actor, mediator: ref, signed }) => {
  const { agreement } = mediation
  const mediator = mediatorOf(mediation, ref)
  if (!mediator) return refuse({ kind: 'no-such-mediator', mediator: ref })
  if (!isReady(mediation, mediator)) {
    return refuse({ kind: 'mediator-not-ready', mediator: ref, basis: rule('RMTJ', 23, 1, 1) })
  }
  const refusal = refusalOfSigning(mediation, ref, agreement?.ref ?? null)
  if (refusal) return refuse(refusal)
  const { account } = actor as StaffActor
  const isOwn = mediator.account === account || (mediator.account === null && signed !== null)
  if (!isOwn) return refuse({ kind: 'declares-for-another', basis: fromTheSignatures })
  return accept({ type: 'MediatorSigned', on, mediator: ref, account, signed })
}

/** The last of them, by whoever leads there: from that day the agreement is in force. */
export const sealAgreement: Decide<'SealAgreement'> = (mediation, { on, actor }) => {
  const { agreement } = mediation
  if (agreement === null || agreement.effectiveOn !== null) return refuse({ kind: 'no-agreement-written' })
  if (agreement.text.form === 'oral') return refuse({ kind: 'agreement-is-oral' })
  const staff = actor as StaffActor
  if (!leads(staff)) return refuse({ kind: 'needs-the-head', basis: fromTheSignatures })
  const parties = unsignedParties(mediation)
  const mediator = isSignedByMediator(mediation)
  if (parties.length > 0 || !mediator) {
    return refuse({ kind: 'signatures-missing', parties, mediator: !mediator, basis: fromTheSignatures })
  }
  const { account, organ } = staff
  return accept({ type: 'AgreementSealed', on, account, organ }, tookEffect(mediation, agreement, { on, from: on }))
}

/** 口头协议: in force from the day on which they came to it (art. 30), which is a session at which all of them were. */
export const recordOralAgreement: Decide<'RecordOralAgreement'> = (
  mediation,
  { on, actor, session: ref, readBack },
) => {
  const { agreement } = mediation
  if (agreement === null || agreement.effectiveOn !== null) return refuse({ kind: 'no-agreement-written' })
  if (agreement.text.form === 'written') return refuse({ kind: 'agreement-is-written' })
  const session = mediation.sessions.find((each) => each.ref === ref)
  const record = session?.record
  if (!session || !record) return refuse({ kind: 'no-such-session', session: ref })
  const parties = mediation.parties.map((party) => party.ref).filter((party) => !record.parties.includes(party))
  if (parties.length > 0) return refuse({ kind: 'parties-were-not-there', parties, basis: rule('RMTJ', 30) })
  if (!readBack) return refuse({ kind: 'not-read-back', basis: rule('RMTJ', 28) })
  return accept(
    { type: 'OralAgreementRecorded', on, account: (actor as StaffActor).account, session: ref },
    tookEffect(mediation, agreement, { on, from: session.day }),
  )
}

function tookEffect(
  { parties, organ, subject }: Mediation,
  { ref, text }: Agreement,
  { on, from }: { readonly on: Agreement['writtenOn']; readonly from: Agreement['writtenOn'] },
): MediationFactOf<'AgreementConcluded'> {
  const promises = text.promises.map((promise, at) => ({
    ...promise,
    ref: `${ref}p${at + 1}`,
    organ: parties.find((party) => party.ref === promise.party)?.organ ?? null,
  }))
  const { form, content } = text
  return { type: 'AgreementConcluded', on, ref, form, effectiveOn: from, organ, content, promises, subject }
}

/** How a mediation begins: opened by whoever holds it, brought by another organ, or asked for by a party; taken up or declined. */
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { ok } from '../../kernel/result.ts'
import { article, decided, rule } from '../../law/basis.ts'
import { accept, type Decide, type MediationDecision, partyOf, refuse } from './decision.ts'
import { works } from './keeping.ts'
import type { MediationFact, MediationRefusal, MediationWorld, Of, StaffActor } from './mediation.ts'
import type { MediationBeginning, PartyBeginning } from './opening-words.ts'
import { allConsent } from './standing.ts'

export function openMediation(command: Of<'OpenMediation'>, world: MediationWorld): MediationDecision {
  const { on, actor, beginning, isAsked, isInMediation, petitionClass } = command
  const { organs, pack, law } = world
  const refusal = refusalOfOpener(command) ?? refusalOfBeginning(beginning, petitionClass, world)
  if (refusal) return refuse(refusal)
  if (isInMediation && beginning.subject.kind === 'petition') {
    return refuse({ kind: 'petition-in-mediation', petition: beginning.subject.number })
  }
  const isHolder = actor.kind === 'staff' && actor.organ === beginning.organ
  const isKept = (organ: MediationBeginning['organ']) => isKeptOut(beginning.keptFrom, organ, organs)
  const opened: MediationFact = {
    ...{ type: 'MediationOpened', on, isRequest: !isHolder, pack },
    account: actor.kind === 'staff' ? actor.account : null,
    isConfirmable: law.kinds[beginning.kind]?.isConfirmable === true,
    ...beginning,
    shownTo: [...new Set(beginning.shownTo)].filter((organ) => !isKept(organ)),
  }
  if (!isAsked) return accept(opened)
  const { subject } = beginning
  const asked = { to: 'mediation', ref: null, agrees: true, by: 'key', signed: null } as const
  // whoever asks for it is willing; everybody else is still to be asked
  return accept(opened, { type: 'PartyAnswered', on, party: 'p1', ...asked, subject })
}

function refusalOfOpener({ actor, isAsked, beginning }: Of<'OpenMediation'>): MediationRefusal | null {
  const notYours = { kind: 'mediation-not-yours', basis: decided('0048') } as const
  if (isAsked) return actor.kind === 'house' ? null : notYours
  if (actor.kind === 'house') return null
  if (actor.kind !== 'staff' || !works(actor)) return notYours
  return actor.organ === beginning.organ || actor.organ === beginning.opener ? null : notYours
}

function refusalOfBeginning(
  { kind, organ, opener, parties, keptFrom }: MediationBeginning,
  petitionClass: string | null,
  { law, organs, pack }: MediationWorld,
): MediationRefusal | null {
  const kindRule = law.kinds[kind]
  if (!kindRule) return { kind: 'no-such-kind-of-mediation', mediation: kind, pack }
  const named = [organ, ...parties.flatMap((party) => party.organ ?? [])]
  const unknown = named.find((each) => organs.find(each)?.state !== 'active')
  if (unknown !== undefined) return { kind: 'unknown-organ', organ: unknown }
  const facts = organs.find(organ)
  if (!facts || !kindRule.heldBy.some((kindOfOrgan) => kindOfOrgan === facts.kind)) {
    return { kind: 'organ-does-not-mediate', organ, mediation: kind, basis: kindRule.basis }
  }
  if (petitionClass === 'accusation') return { kind: 'accusations-are-not-mediated', basis: article(30) }
  if ([organ, ...(opener === null ? [] : [opener])].some((each) => isKeptOut(keptFrom, each, organs))) {
    return { kind: 'mediating-organ-is-kept-out', organ, basis: article(30, 3) }
  }
  if (parties.length < 2) return { kind: 'needs-two-parties' }
  // nobody mediates in their own matter
  if (parties.some((party) => party.organ === organ)) {
    return { kind: 'mediating-organ-is-a-party', organ, basis: decided('0048') }
  }
  return null
}

/** What all have said yes to already is held from the day it is taken up. */
export const takeUpMediation: Decide<'TakeUpMediation'> = (mediation, { on, actor }) => {
  const taken: MediationFact = { type: 'MediationAccepted', on, account: (actor as StaffActor).account }
  return allConsent(mediation) ? accept(taken, { type: 'MediationStarted', on }) : accept(taken)
}

export const declineMediation: Decide<'DeclineMediation'> = (mediation, { on, actor, reason }) =>
  accept({
    ...{ type: 'MediationDeclined', on, account: (actor as StaffActor).account, organ: mediation.organ, reason },
  })

export const addParty: Decide<'AddParty'> = (mediation, { on, actor, party }, { organs }) => {
  if (mediation.agreement !== null) {
    return refuse({ kind: 'wrong-mediation-stage', stage: mediation.stage, command: 'AddParty', needs: ['asking'] })
  }
  if (party.organ !== null && organs.find(party.organ)?.state !== 'active') {
    return refuse({ kind: 'unknown-organ', organ: party.organ })
  }
  if (party.organ === mediation.organ) {
    return refuse({ kind: 'mediating-organ-is-a-party', organ: mediation.organ, basis: decided('0048') })
  }
  if (party.organ !== null && isKeptOut(mediation.keptFrom, party.organ, organs)) {
    return refuse({ kind: 'told-organ-is-kept-out', organ: party.organ, basis: article(30, 3) })
  }
  return accept({ type: 'PartyAdded', on, account: (actor as StaffActor).account, party })
}

/** An organ acts by whoever works there, and a petitioner with the key of the petition: neither has one here. */
export const hasKey = ({ organ, petitioner }: Pick<PartyBeginning, 'organ' | 'petitioner'>): boolean =>
  organ === null && petitioner === null

export const handKeyOver: Decide<'HandKeyOver'> = (mediation, { on, actor, party: ref, told }) => {
  const party = partyOf(mediation, ref)
  if (!party) return refuse({ kind: 'no-such-party', party: ref })
  if (!hasKey(party)) return refuse({ kind: 'party-has-no-key', party: ref })
  return accept({ type: 'KeyHandedOver', on, account: (actor as StaffActor).account, party: ref, told })
}

/** 分立、合并、撤销 (art. 24 (2) of the Regulations). Where nobody carries an organ on, its part stays where it was. */
export const passMediationOn: Decide<'PassMediationOn'> = (mediation, { on }, { organs }) => {
  const { organ, opener, shownTo, parties, keptFrom } = mediation
  const all = [organ, opener, ...shownTo, ...parties.map((party) => party.organ)].flatMap((each) => each ?? [])
  const ended = [...new Set(all)].filter((each) => organs.find(each)?.state !== 'active')
  return ok(
    ended.flatMap((from): readonly MediationFact[] => {
      const to = organs
        .find(from)
        ?.successors.find((heir) => organs.find(heir)?.state === 'active' && !isKeptOut(keptFrom, heir, organs))
      return to === undefined ? [] : [{ type: 'MediationPassedOn', on, from, to }]
    }),
  )
}

/** 激化 (art. 25 of the People’s Mediation Law): it becomes a task of whoever is told. */
export const reportEscalation: Decide<'ReportEscalation'> = (
  mediation,
  { on, actor, organ, what, due },
  { organs },
) => {
  if (organs.find(organ)?.state !== 'active') return refuse({ kind: 'unknown-organ', organ })
  if (isKeptOut(mediation.keptFrom, organ, organs)) {
    return refuse({ kind: 'told-organ-is-kept-out', organ, basis: article(30, 3) })
  }
  if (due <= on) return refuse({ kind: 'day-not-ahead', day: due, today: on })
  const { subject } = mediation
  return accept({
    ...{ type: 'EscalationReported', on, ref: `e${mediation.escalations.length + 1}`, holder: mediation.organ },
    ...{ account: (actor as StaffActor).account, organ, what, due },
    petition: subject.kind === 'petition' ? subject.number : null,
  })
}

export const freeOfCharge = rule('RMTJ', 4)

/** What can be done with a mediation now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { ConsentTo } from './consenting-words.ts'
import { decide } from './decide.ts'
import { partsIn } from './keeping.ts'
import type {
  Mediation,
  MediationActor,
  MediationCommandBody,
  MediationRefusal,
  MediationWorld,
  StaffActor,
} from './mediation.ts'
import { hasKey } from './opening.ts'
import { isReady } from './standing.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }
const paper = { signature: something, witness: something }

export const mediationActions = [
  ...([
    'take-up',
    'decline',
    'add-party',
    'hand-key',
    'answer',
    'openness',
    'mediator',
    'interest',
    'exclude',
    'guest',
  ] as const),
  ...(['session', 'cancel-session', 'record-session', 'escalation', 'more-time'] as const),
  ...(['agreement', 'sign', 'seal', 'oral', 'performance', 'follow-up'] as const),
  ...(['inform', 'confirmation', 'application', 'confirmed', 'end', 'close'] as const),
] as const
export type MediationActionName = (typeof mediationActions)[number]

const ofParty: readonly MediationActionName[] = ['answer', 'openness', 'mediator', 'performance', 'confirmation']

/** What an action is done to: a party, a mediator, a session, a promise; once for each of them. */
function targets(action: MediationActionName, { parties, mediators, sessions, agreement }: Mediation) {
  const refs = (all: readonly { readonly ref: string }[]) => all.map(({ ref }) => ref)
  switch (action) {
    case 'hand-key':
      return refs(parties.filter(hasKey))
    case 'answer':
    case 'openness':
    case 'confirmation':
      return refs(parties)
    case 'interest':
    case 'exclude':
    case 'sign':
      return refs(mediators)
    case 'cancel-session':
    case 'record-session':
    case 'oral':
      return refs(sessions)
    case 'performance':
    case 'follow-up':
      return refs(agreement?.promises ?? [])
    default:
      return [null]
  }
}

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: MediationActionName, mediation: Mediation, ref: string, on: Day): MediationCommandBody {
  const { parties } = mediation
  const [first] = parties
  const ready = mediation.mediators.filter((each) => isReady(mediation, each)).map((each) => each.ref)
  switch (action) {
    case 'take-up':
      return { type: 'TakeUpMediation' }
    case 'decline':
      return { type: 'DeclineMediation', reason: something }
    case 'add-party': {
      const party = { role: 'other', name: something, phone: null, organ: null, petitioner: null } as const
      return { type: 'AddParty', party }
    }
    case 'hand-key':
      return { type: 'HandKeyOver', party: ref, told: 'inPerson' }
    case 'answer':
      return { type: 'AnswerAsParty', party: ref, to: 'mediation', ref: null, agrees: false, signed: paper }
    case 'openness':
      return { type: 'AskForOpenness', party: ref, open: false, signed: paper }
    case 'mediator':
      return {
        ...{ type: 'NameMediator', party: null, signed: null, account: null, roster: null, name: something },
        looked: { isBarred: false, organs: [] },
      }
    case 'interest':
      return { type: 'DeclareInterest', mediator: ref, hasInterest: false, signed: paper }
    case 'exclude':
      return { type: 'ExcludeMediator', mediator: ref, reason: something }
    case 'guest':
      return { type: 'InviteGuest', kind: 'expert', name: something }
    case 'session':
      return { type: 'PlanSession', day: on, at: '09:00', place: something }
    case 'cancel-session':
      return { type: 'CancelSession', session: ref, reason: something }
    case 'record-session': {
      const there = { parties: parties.map((each) => each.ref), mediators: ready, guests: [] }
      return { type: 'RecordSession', session: ref, ...there, notes: something, result: 'progress' }
    }
    case 'escalation':
      return { type: 'ReportEscalation', organ: mediation.organ, what: something, due: addDays(on, 1) }
    case 'more-time': {
      const until = mediation.clocks.findLast((clock) => clock.rule === 'mediate')?.lastDay ?? on
      return { type: 'ProposeMoreTime', until: addDays(until > on ? until : on, 1) }
    }
    case 'agreement': {
      const promises = [{ party: first?.ref ?? 'p1', what: something, due: addDays(on, 1) }]
      const text = { facts: something, disputed: something, responsibility: something, content: something, promises }
      return { type: 'WriteAgreement', text: { form: 'written', ...text } }
    }
    case 'sign':
      return { type: 'SignAsMediator', mediator: ref, signed: paper }
    case 'seal':
      return { type: 'SealAgreement' }
    case 'oral':
      return { type: 'RecordOralAgreement', session: ref, readBack: true }
    case 'performance': {
      const owed = mediation.agreement?.promises.find((promise) => promise.ref === ref)?.party
      const other = parties.find((each) => each.ref !== owed)?.ref ?? ''
      return { type: 'SayPerformance', party: other, promise: ref, performance: 'kept', signed: paper }
    }
    case 'follow-up':
      return { type: 'FollowUpPromise', promise: ref, performance: 'kept', lookedAt: something, again: null }
    case 'inform':
      return { type: 'InformParties', told: 'phone' }
    case 'confirmation':
      return { type: 'AskForConfirmation', party: ref, signed: paper }
    case 'application':
      return { type: 'RecordApplication', appliedOn: on, court: something }
    case 'confirmed':
      return { type: 'RecordConfirmation', outcome: 'confirmed', decidedOn: on, note: something }
    case 'end':
      return { type: 'EndMediation', reason: 'notAgreed', note: something }
    case 'close':
      return { type: 'CloseMediation', note: something }
  }
}

export interface MediationAction {
  readonly action: MediationActionName
  /** What it is done to; null where it is to nothing of its own. */
  readonly ref: string | null
  readonly type: MediationCommandBody['type']
  readonly refusal: MediationRefusal | null
}

/** Every command that an organ with such a part could ever give, each allowed or with the reason that it is refused. */
export function actionsOf(
  mediation: Mediation,
  actor: StaffActor,
  on: Day,
  world: MediationWorld,
): readonly MediationAction[] {
  const parts = partsIn(mediation, actor.organ)
  const isHolder = parts.includes('holder')
  const all = isHolder ? mediationActions : parts.includes('party') ? ofParty : []
  const isOurs = (action: MediationActionName, ref: string | null): boolean =>
    isHolder ||
    !['answer', 'openness', 'confirmation'].includes(action) ||
    mediation.parties.some((party) => party.ref === ref && party.organ === actor.organ)
  return all.flatMap((action) =>
    targets(action, mediation)
      .filter((ref) => isOurs(action, ref))
      .map((ref) => {
        const own = mediation.parties.find((party) => party.organ === actor.organ)?.ref ?? null
        const body = forOwn(favourable(action, mediation, ref ?? '', on), isHolder ? null : own)
        const decision = decide(mediation, { ...body, on, actor }, world)
        return { action, ref, type: body.type, refusal: decision.ok ? null : decision.error }
      }),
  )
}

/** What an organ that is a party does it does as that party. */
const forOwn = (body: MediationCommandBody, own: string | null): MediationCommandBody =>
  own !== null && (body.type === 'NameMediator' || body.type === 'SayPerformance') ? { ...body, party: own } : body

export interface PartyAct {
  readonly act: 'answer' | 'leave' | 'openness' | 'choose' | 'performance' | 'confirmation'
  readonly to: ConsentTo | null
  readonly ref: string | null
  readonly refusal: MediationRefusal | null
}

/** What a party could do with their key. */
export function actsOf(mediation: Mediation, party: string, on: Day, world: MediationWorld): readonly PartyAct[] {
  const actor: MediationActor = { kind: 'party', party }
  const tried = (
    act: PartyAct['act'],
    body: MediationCommandBody,
    to: ConsentTo | null,
    ref: string | null,
  ): PartyAct => {
    const decision = decide(mediation, { ...body, on, actor }, world)
    return { act, to, ref, refusal: decision.ok ? null : decision.error }
  }
  const answer = (to: ConsentTo, ref: string | null, agrees = true) =>
    ({ type: 'AnswerAsParty', party, to, ref, agrees, signed: null }) as const
  const { mediators, guests, moreTime, agreement } = mediation
  const asked: readonly (readonly [ConsentTo, string | null])[] = [
    ['mediation', null],
    ...mediators.filter(({ excluded }) => excluded === null).map(({ ref }) => ['mediator', ref] as const),
    ...guests.map(({ ref }) => ['guest', ref] as const),
    ...(moreTime === null ? [] : [['moreTime', moreTime.ref] as const]),
    ...(agreement === null ? [] : [['agreement', agreement.ref] as const]),
  ]
  const chosen = { account: null, roster: null, name: something, looked: { isBarred: false, organs: [] } }
  return [
    ...asked.map(([to, ref]) => answerTried(to, ref)),
    tried('leave', answer('mediation', null, false), null, null),
    tried('openness', { type: 'AskForOpenness', party, open: false, signed: null }, null, null),
    tried('choose', { type: 'NameMediator', party, signed: null, ...chosen }, null, null),
    ...(agreement?.promises ?? [])
      .filter((promise) => promise.party !== party)
      .map(({ ref }) =>
        tried(
          'performance',
          { type: 'SayPerformance', party, promise: ref, performance: 'kept', signed: null },
          null,
          ref,
        ),
      ),
    tried('confirmation', { type: 'AskForConfirmation', party, signed: null }, null, null),
  ]

  /** A petitioner’s yes to a proposal in the petition goes there by itself, so it is no refusal of theirs. */
  function answerTried(to: ConsentTo, ref: string | null): PartyAct {
    const done = tried('answer', answer(to, ref), to, ref)
    return done.refusal?.kind === 'answered-in-the-petition' ? { ...done, refusal: null } : done
  }
}

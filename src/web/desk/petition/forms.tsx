/**
 * The form of every command: one row a command, one entry a field of its body. The compiler compares it with the contract, so a
 * field that is added on the wire has to be given a place here.
 */
import { addDays } from '../../../kernel/day.ts'
import { cn2022 } from '../../../law/cn-2022/cn-2022.ts'
import type { Stage } from '../../../petition/petition.ts'
import type { OpeningPurpose } from '../../../petition/safeguards/words.ts'
import { terms } from '../../../wording/terms.ts'
import { todayInBeijing } from '../../shared/days.ts'
import type { AnyForm, Field, Find, FormOf, Initial, OrganTest } from './fields.ts'
import type { BodyOf, PetitionView, StaffCommand } from './petition.ts'

const note: Field = { is: 'prose', max: 2000, rows: 3, optional: true }
const short: Field = { is: 'prose', max: 2000, min: 1, rows: 3 }
const long: Field = { is: 'prose', max: 20_000, min: 1, rows: 6 }
const signed: Field = { is: 'signed' }
const told: Field = { is: 'told' }
const materials: Field = { is: 'materials' }
const organ: Field = { is: 'organ' }
const maybeOrgan: Field = { is: 'organ', optional: true }
const choice = (group: Extract<Field, { is: 'choice' }>['group'], ...codes: readonly string[]): Field => ({
  is: 'choice',
  group,
  codes,
})

const isActive = (state: string): boolean => state === 'active'

const isAccused: OrganTest = ({ id }, petition) =>
  petition.about.some(({ as, organ: accused }) => as === 'accused' && accused?.id === id)

/** One level up, by administration or by profession. */
const isAboveHolder: OrganTest = ({ id, state }, petition, find) => {
  const last = petition.reviews.findLast(({ outcome }) => outcome !== null && outcome !== 'quashed')
  const below = find(last ? last.organ.id : petition.holder.id)
  return isActive(state) && (below?.parent === id || below?.leadBy === id)
}

/** For which step something is mostly opened at a stage; whoever opens it may say another. */
const purposeAt: Partial<Record<Stage, OpeningPurpose>> = {
  registered: 'route',
  routed: 'route',
  accepted: 'investigate',
  answered: 'serve',
  reviewIssued: 'serve',
  reexaminationIssued: 'serve',
  underReview: 'review',
  underReexamination: 'review',
}

const grades = ['satisfied', 'partly', 'dissatisfied']
const toldOnTheSpot = { way: 'onTheSpot', proof: null } as const
const soon = (days: number) => addDays(todayInBeijing(), days)

const reviewOpinion: FormOf<BodyOf<'issue-review-opinion'>> = {
  fields: {
    outcome: choice('reviewOutcome', 'upheld', 'changed', 'quashed'),
    facts: long,
    opinion: long,
    legalBasis: long,
    redoBy: { is: 'day', ahead: [30, 60], optional: true },
  },
  shown: { redoBy: ({ outcome }) => outcome === 'quashed' },
}

const reviewRequest: FormOf<BodyOf<'request-review'>> = {
  fields: {
    organ: { is: 'organ', accepts: isAboveHolder },
    person: { is: 'person' },
    grounds: { is: 'prose', max: 10_000, min: 1, rows: 5 },
    signed,
  },
  initial: ({ people }) => ({ person: people[0]?.ref ?? 'p1' }),
}

const firstUnserved: Initial<BodyOf<'serve'>> = (petition) => {
  const waiting = petition.documents.find(
    ({ services, isServed }) => isServed && services.length < petition.people.length,
  )
  const person = petition.people.find(({ ref }) => !waiting?.services.some((service) => service.person === ref))
  return {
    servedOn: todayInBeijing(),
    way: 'direct',
    proof: {},
    ...(waiting ? { document: waiting.ref } : {}),
    ...(person ? { person: person.ref } : {}),
  }
}

const answersFor = ({ claims }: PetitionView) =>
  claims.map(({ ref }) => ({
    claim: ref,
    outcome: undefined,
    answer: '',
  })) as unknown as BodyOf<'issue-opinion'>['answers']

/** The remedy notice as it is usually written; in Chinese, because the document is. The author may change it. */
function remedyOf({ holder, track }: PetitionView, find: Find): string {
  if (track === 'simplified') return ''
  const here = find(holder.id)
  const above = [here?.leadBy, here?.parent].flatMap((id) => (id ? (find(id)?.zh ?? []) : []))
  const whom = above.length > 0 ? above.join('或者') : '原办理机关、单位的上一级机关、单位'
  return `如对本处理意见不服，可以自收到本意见书之日起三十日内，向${whom}请求复查。`
}

const identityProofs = ['idCardSeen', 'knownInPerson', 'otherRepresentatives', 'letterToAddress', 'oldKeyShown']
const urgentRecipients = cn2022.urgentReports.bureau

export const forms: { readonly [S in StaffCommand]: FormOf<BodyOf<S>> } = {
  correct: {
    fields: {
      field: choice('field', 'title', 'text', 'class', 'category', 'place', 'channel', 'headcount', 'firstTime'),
      to: { is: 'corrected' },
      reason: short,
    },
    shown: { to: ({ field }) => field !== undefined },
  },
  'name-clerk': {
    fields: { account: { is: 'clerk', isSuggested: true } },
    initial: ({ clerk }) => ({ account: clerk }),
  },
  'mark-urgent': { fields: { reason: short } },
  'report-urgent': {
    fields: { to: choice('urgentRecipient', ...urgentRecipients), note: short },
    initial: ({ urgent }) => {
      const next = urgent?.reports.find(({ on }) => on === null)?.to as BodyOf<'report-urgent'>['to'] | undefined
      return next ? { to: next } : {}
    },
  },
  'add-material': { fields: { note, materials } },
  'ask-petitioner': { fields: { question: short } },
  'answer-question': {
    fields: { question: { is: 'question' }, answer: { is: 'prose', max: 5000, min: 1, rows: 4 } },
    initial: ({ questions }) => {
      const open = questions.find(({ answeredOn }) => answeredOn === null)
      return open ? { question: open.ref } : {}
    },
  },
  link: { fields: { to: { is: 'petitionNumber' }, as: choice('link', 'lead', 'member'), reason: short } },
  unlink: { fields: { from: { is: 'linked' }, reason: short } },

  'renew-key': {
    fields: {
      person: { is: 'person' },
      identity: choice('identityProof', ...identityProofs),
      oldKey: { is: 'line', max: 64 },
      witness: short,
    },
    initial: ({ confidentiality }) => (confidentiality === 'anonymous' ? { identity: 'oldKeyShown' } : {}),
    shown: { oldKey: ({ identity }) => identity === 'oldKeyShown' },
  },

  transfer: { fields: { to: { is: 'recipient' }, note } },
  assign: {
    fields: { to: { is: 'recipient' }, reportBy: { is: 'day', ahead: [30, 60, 75] }, note },
    initial: () => ({ reportBy: soon(60) }),
  },
  'object-to-transfer': {
    fields: { reasons: { is: 'prose', max: 5000, min: 10, rows: 5 }, suggests: maybeOrgan },
  },
  'agree-to-return': { fields: { note } },
  'insist-on-transfer': { fields: { reasons: short } },
  'refer-dispute': { fields: { to: organ, note } },
  'decide-dispute': { fields: { competent: organ, reasons: short } },
  'ask-assistance': {
    fields: {
      of: { is: 'organ', accepts: (organ, petition) => isActive(organ.state) && organ.id !== petition.holder.id },
      claims: { is: 'claims', optional: true },
      what: short,
      by: { is: 'day', ahead: [7, 15, 30] },
    },
    initial: () => ({ by: soon(15) }),
  },
  'object-to-assistance': {
    fields: { assistance: { is: 'assistance' }, reasons: { is: 'prose', max: 5000, min: 10, rows: 5 } },
    initial: (petition) => ({
      assistance: petition.assistances.find(({ standing }) => standing === 'asked')?.ref ?? '',
    }),
  },
  'go-on-without-assistance': {
    fields: { assistance: { is: 'assistance' }, reason: short },
    initial: (petition) => ({
      assistance: petition.assistances.find(({ standing }) => standing === 'asked')?.ref ?? '',
    }),
  },
  'report-back': { fields: { report: long, result: short } },
  'pass-duties-on': {
    fields: {
      from: { is: 'organ', accepts: ({ state }) => !isActive(state) },
      to: { is: 'organ', accepts: ({ state }) => isActive(state) },
    },
    initial: ({ holder }) => ({ from: holder.id }),
  },
  'leave-simplified-track': { fields: { reason: short } },

  accept: {
    fields: {
      route: { is: 'choice', group: 'route', codes: ['handlingOpinion', 'performDuty'], optional: true },
      track: choice('track', 'ordinary', 'simplified'),
      procedure: short,
      told,
    },
    initial: (petition) => ({
      route: petition.class === 'appeal' ? 'handlingOpinion' : null,
      track: petition.track === 'simplified' ? 'simplified' : 'ordinary',
      told: toldOnTheSpot,
    }),
    shown: { route: (_, petition) => petition.class === 'appeal' },
  },
  'decline-acceptance': {
    fields: {
      ground: choice('declineGround', ...Object.keys(cn2022.declineGrounds)),
      competent: maybeOrgan,
      earlier: { is: 'petitionNumber', optional: true },
      reasons: short,
      told,
    },
    initial: () => ({ told: toldOnTheSpot }),
    shown: {
      competent: ({ ground }) => ground !== 'alreadyReexamined',
      earlier: ({ ground }) => ground === 'alreadyReexamined' || ground === 'sameMatterInProgress',
    },
  },
  direct: {
    fields: {
      route: choice('route', ...Object.keys(cn2022.routes).filter((name) => name !== 'handlingOpinion')),
      to: short,
      explanation: short,
      limit: { is: 'ownLimit', optional: true },
      told,
    },
    initial: () => ({ told: toldOnTheSpot }),
  },
  'record-contact': {
    fields: {
      way: choice('contactWay', 'phone', 'visit', 'onSite', 'online', 'letter'),
      note: { is: 'prose', max: 10_000, min: 1, rows: 5 },
      heard: { is: 'yesNo' },
    },
    initial: () => ({ way: 'phone', heard: false }),
  },
  'add-evidence': { fields: { note: short, materials } },
  'open-hearing': {
    fields: { subject: short, heldOn: { is: 'day', ahead: [7, 10, 15] }, place: { is: 'line', max: 300, min: 1 } },
    initial: () => ({ heldOn: soon(10) }),
  },
  'close-hearing': { fields: { record: long, conclusion: long } },
  'propose-mediation': { fields: { mediator: short, about: short } },
  'answer-mediation': {
    fields: { party: choice('mediationParty', 'petitioner', 'otherParty'), consents: { is: 'yesNo' }, signed },
    initial: () => ({ party: 'petitioner', consents: true }),
  },
  'end-mediation': { fields: { agreement: { ...long, max: 20_000, min: 0, optional: true } as Field, note: short } },
  'extend-handling': {
    fields: { until: { is: 'day' }, reason: short, told },
    initial: ({ clocks }) => {
      const handle = clocks.find(
        ({ binds, state, extendableUntil }) => binds === 'organ' && state === 'running' && extendableUntil,
      )
      return { told: toldOnTheSpot, ...(handle?.extendableUntil ? { until: handle.extendableUntil } : {}) }
    },
  },
  'take-extension-back': { fields: { reason: short, told }, initial: () => ({ told: toldOnTheSpot }) },
  'correct-received-day': {
    fields: { receivedOn: { is: 'day', isPast: true }, reason: short },
    initial: ({ receivedOn }) => ({ receivedOn }),
  },
  'correct-served-day': {
    fields: {
      document: { is: 'document' },
      person: { is: 'person' },
      servedOn: { is: 'day', isPast: true },
      reason: short,
    },
    initial: ({ documents }) => {
      const served = documents.findLast(({ services }) => services.length > 0)
      const last = served?.services.at(-1)
      return served && last ? { document: served.ref, person: last.person, servedOn: last.servedOn } : {}
    },
  },
  'accept-review': { fields: { told }, initial: () => ({ told: toldOnTheSpot }) },
  'extend-review': {
    fields: { until: { is: 'day' }, reason: short, told },
    initial: ({ clocks }) => {
      const review = clocks.find(
        ({ rule, state }) => (rule === 'review' || rule === 'reexamine') && state === 'running',
      )
      return { told: toldOnTheSpot, ...(review?.extendableUntil ? { until: review.extendableUntil } : {}) }
    },
  },
  'issue-opinion': {
    fields: {
      facts: long,
      answers: { is: 'answers' },
      legalBasis: long,
      remedy: { is: 'prose', max: 4000, rows: 3, optional: true },
      executeBy: { is: 'day', ahead: [15, 30, 60], optional: true },
    },
    initial: (petition, find) => ({ answers: answersFor(petition), remedy: remedyOf(petition, find) }),
    shown: { executeBy: ({ answers }) => hasSupported(answers) },
  },
  'answer-duty': {
    fields: { performed: { is: 'yesNo' }, answer: long, legalBasis: long },
    initial: () => ({ performed: true }),
  },
  'conclude-suggestion': {
    fields: { adoption: choice('adoption', 'wholly', 'partly', 'notAdopted'), study: long, reply: long },
  },
  'announce-document': {
    fields: { document: { is: 'document' }, reason: short },
    initial: (petition, find) => {
      const { document } = firstUnserved(petition, find)
      return document === undefined ? {} : { document }
    },
  },
  serve: {
    fields: {
      document: { is: 'document' },
      person: { is: 'person' },
      way: choice('serviceWay', ...Object.keys(cn2022.serviceWays)),
      servedOn: { is: 'day', isPast: true },
      proof: { is: 'proof' },
    },
    initial: firstUnserved,
  },
  'record-execution': { fields: { done: { is: 'yesNo' }, note: short }, initial: () => ({ done: true }) },
  rate: {
    fields: {
      whom: choice('rated', 'organ', 'bureau'),
      solved: choice('grade', ...grades),
      fair: choice('grade', ...grades),
      comment: note,
      signed,
    },
    initial: () => ({ whom: 'organ' }),
  },
  withdraw: { fields: { person: { is: 'person' }, reason: note, signed } },
  settle: { fields: { person: { is: 'person' }, agreement: { is: 'prose', max: 20_000, min: 1, rows: 6 }, signed } },
  'propose-erasure': { fields: {} },
  'approve-erasure': { fields: {} },
  close: { fields: {} },

  'open-seal': {
    fields: {
      seal: choice('seal', 'identity', 'accusation', 'material'),
      material: { is: 'material', optional: true },
      purpose: choice('openingPurpose', 'route', 'contact', 'investigate', 'answer', 'serve', 'review'),
      reason: short,
    },
    initial: ({ seals, stage }) => {
      const purpose = purposeAt[stage as Stage] ?? 'contact'
      const seal = seals.find(({ isOpen }) => !isOpen)?.seal
      return { purpose, reason: terms.openingPurpose[purpose].zh, ...(seal ? { seal } : {}) }
    },
    shown: { material: ({ seal }) => seal === 'material' },
  },
  'declare-recusal': { fields: { reason: short } },
  'decide-recusal': {
    fields: { request: { is: 'recusal' }, account: { is: 'handler' }, reasons: short },
    initial: ({ recusals }) => {
      const open = recusals.find(({ decidedOn }) => decidedOn === null)
      return open ? { request: open.ref } : {}
    },
  },
  'name-complained': {
    fields: {
      as: choice('complained', 'respondent', 'accused'),
      organ: maybeOrgan,
      official: { is: 'line', max: 200, optional: true },
      reason: short,
    },
  },
  'identify-official': { fields: { complained: { is: 'complained' }, account: { is: 'clerk' } } },
  'inform-accused': {
    fields: {
      organ: { is: 'organ', accepts: isAccused },
      extract: { is: 'prose', max: 5000, min: 1, rows: 6 },
      legalBasis: short,
    },
  },

  'request-review': reviewRequest,
  'issue-review-opinion': reviewOpinion,
  'request-reexamination': reviewRequest,
  'issue-reexamination-opinion': reviewOpinion,
}

const hasSupported = (answers: unknown): boolean =>
  Array.isArray(answers) && answers.some((answer) => answer?.outcome === 'supported')

export const formOf = (action: string): AnyForm | undefined =>
  action in forms ? (forms[action as StaffCommand] as AnyForm) : undefined

/** In which part of the work a command belongs, in the order in which the parts come. */
export const commandGroups = {
  routing: [
    'accept',
    'transfer',
    'assign',
    'direct',
    'decline-acceptance',
    'object-to-transfer',
    'agree-to-return',
    'insist-on-transfer',
    'refer-dispute',
    'decide-dispute',
    'ask-assistance',
    'object-to-assistance',
    'go-on-without-assistance',
    'leave-simplified-track',
    'pass-duties-on',
  ],
  handling: [
    'record-contact',
    'ask-petitioner',
    'answer-question',
    'add-evidence',
    'add-material',
    'extend-handling',
    'take-extension-back',
    'open-hearing',
    'close-hearing',
    'propose-mediation',
    'answer-mediation',
    'end-mediation',
  ],
  answering: [
    'issue-opinion',
    'answer-duty',
    'conclude-suggestion',
    'serve',
    'correct-served-day',
    'announce-document',
    'record-execution',
    'report-back',
    'close',
  ],
  review: [
    'request-review',
    'accept-review',
    'extend-review',
    'issue-review-opinion',
    'request-reexamination',
    'issue-reexamination-opinion',
  ],
  petitioner: ['rate', 'withdraw', 'settle'],
  safeguards: [
    'open-seal',
    'declare-recusal',
    'decide-recusal',
    'name-complained',
    'identify-official',
    'inform-accused',
  ],
  keeping: [
    'renew-key',
    'name-clerk',
    'correct',
    'correct-received-day',
    'mark-urgent',
    'report-urgent',
    'link',
    'unlink',
    'propose-erasure',
    'approve-erasure',
  ],
} as const satisfies Record<string, readonly StaffCommand[]>

export type CommandGroup = keyof typeof commandGroups

/** What cannot be undone, or ends something for the petitioner, is asked once more with what follows. */
export const weighty: ReadonlySet<string> = new Set<StaffCommand>([
  'decline-acceptance',
  'direct',
  'issue-opinion',
  'answer-duty',
  'conclude-suggestion',
  'announce-document',
  'take-extension-back',
  'correct-received-day',
  'correct-served-day',
  'close',
  'withdraw',
  'settle',
  'declare-recusal',
  'decide-recusal',
  'name-complained',
  'inform-accused',
  'issue-review-opinion',
  'issue-reexamination-opinion',
  'renew-key',
  'propose-erasure',
  'approve-erasure',
])

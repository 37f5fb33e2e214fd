/**
 * The wire of the mediations: paths and shapes, shared by routes, the OpenAPI document and the web. What offices do stands here; what a party
 * does with their own key is in `held-contract.ts`. Nothing here asks for, or takes, money: mediation is free (People's Mediation Law, art. 4).
 */
import { z } from 'zod'
import { mediationKinds } from '../../law/mediation.ts'
import { procedureView } from '../../petition/rights-contract.ts'
import { clockView, refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, petitionNumber, prose, ref } from '../../platform/http/fields.ts'
import { mediationActions } from './actions.ts'
import { mediationParts } from './keeping.ts'
import {
  agreementForms,
  confirmationOutcomes,
  consentTo,
  endReasons,
  guestKinds,
  mediationStages,
  partyRoles,
  performances,
  sessionResults,
  subjectKinds,
  tellingWays,
  wordBys,
} from './mediation.ts'
import { mediationShelves } from './shelves.ts'

export const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
export const inWords = z.object({ zh: z.string(), en: z.string() })
export const mediationId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const accountId = () => z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/)
const disputeStream = () => z.string().regex(/^dispute:[A-Za-z0-9_-]{22}$/)
export const who = (max: number) => prose({ max, min: 1, singleLine: true, part: 'identity' })
const whoSigned = prose({ max: 2000, min: 1, part: 'identity' })
const signed = z.object({ signature: whoSigned, witness: whoSigned }).nullable().default(null)
export const short = prose({ max: 4000, min: 1 })
export const words = prose({ max: 20_000, min: 1 })
const note = prose({ max: 2000 }).nullable().default(null)
const time = () => z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const kind = z.enum(mediationKinds)
const stage = z.enum(mediationStages)
const performance = z.enum(performances)
const by = z.enum(wordBys)
export const phone = who(40).refine((typed) => (typed.text.match(/\d/g) ?? []).length >= 5, {
  params: { flaw: 'not-a-phone' },
})

const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('petition'), number: petitionNumber() }),
  z.object({ kind: z.literal('dispute'), stream: disputeStream() }),
  z.object({ kind: z.literal('walkIn') }),
])

/** One side: a person with a name, an organ of the house, or a petitioner by their reference in the petition. */
const partyInput = z.object({
  role: z.enum(partyRoles),
  name: who(200),
  phone: phone.nullable().default(null),
  organ: organId().nullable().default(null),
  petitioner: ref().nullable().default(null),
})

// ———— what is shown

export const agreementView = z.object({
  ref: z.string(),
  form: z.enum(agreementForms),
  writtenOn: z.string(),
  facts: z.string().nullable(),
  disputed: z.string().nullable(),
  responsibility: z.string().nullable(),
  content: z.string(),
  /** Parties and mediators by their references, and when. */
  signedBy: z.array(z.object({ who: z.string(), on: z.string() })),
  sealedOn: z.string().nullable(),
  effectiveOn: z.string().nullable(),
  promises: z.array(
    z.object({
      /** Null until it has taken effect. */
      ref: z.string().nullable(),
      party: z.string(),
      what: z.string(),
      due: z.string(),
      organ: organRef.nullable(),
      isOver: z.boolean(),
      words: z.array(z.object({ party: z.string(), performance, on: z.string(), by })),
      followUps: z.array(
        z.object({ on: z.string(), performance, lookedAt: z.string().nullable(), again: z.string().nullable() }),
      ),
    }),
  ),
})

export const partyView = z.object({
  ref: z.string(),
  role: z.enum(partyRoles),
  name: z.string(),
  /** For whoever holds it alone. */
  phone: z.string().nullable(),
  organ: organRef.nullable(),
  /** Whether they act with the key of a petition. */
  isPetitioner: z.boolean(),
  /** Null as long as they have not said whether they are willing. */
  consents: z.boolean().nullable(),
  open: z.boolean().nullable(),
  asksConfirmation: z.string().nullable(),
  words: z.array(
    z.object({ to: z.enum(consentTo), ref: z.string().nullable(), agrees: z.boolean(), on: z.string(), by }),
  ),
})

export const mediatorView = z.object({
  ref: z.string(),
  name: z.string(),
  roster: z.string().nullable(),
  chosenBy: z.string().nullable(),
  declared: z.boolean().nullable(),
  isExcluded: z.boolean(),
  /** Accepted by every party, and without an interest of their own. */
  isReady: z.boolean(),
})

export const guestView = z.object({ ref: z.string(), kind: z.enum(guestKinds), name: z.string(), mayCome: z.boolean() })

export const sessionView = z.object({
  ref: z.string(),
  day: z.string(),
  at: z.string(),
  place: z.string(),
  cancelled: z.object({ on: z.string(), reason: z.string() }).nullable(),
  record: z
    .object({
      on: z.string(),
      parties: z.array(z.string()),
      mediators: z.array(z.string()),
      guests: z.array(z.string()),
      result: z.enum(sessionResults),
      /** For whoever holds it alone. */
      notes: z.string().nullable(),
    })
    .nullable(),
})

export const confirmationView = z.object({
  isPossible: z.boolean(),
  basis: inWords,
  /** The last day for the joint application; null where none runs. */
  lastDay: z.string().nullable(),
  daysLeft: z.int().nullable(),
  askedBy: z.array(z.string()),
  applied: z.object({ on: z.string(), court: z.string() }).nullable(),
  decided: z.object({ on: z.string(), outcome: z.enum(confirmationOutcomes), note: z.string() }).nullable(),
})

export const endedView = z
  .object({ on: z.string(), reason: z.enum(endReasons), party: z.string().nullable(), note: z.string().nullable() })
  .nullable()

export const mediationActionView = z.object({
  action: z.enum(mediationActions),
  /** The party, mediator, guest, session or promise that it is done to; null where it is to none. */
  ref: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})

const subjectView = z.object({
  kind: z.enum(subjectKinds),
  petition: z.string().nullable(),
  /** Whether the petition is open to whoever reads. */
  isOpenToYou: z.boolean(),
  dispute: z.string().nullable(),
})

export const mediationView = z.object({
  mediation: z.string(),
  version: z.int(),
  kind,
  stage,
  part: z.enum(mediationParts),
  subject: subjectView,
  organ: organRef,
  opener: organRef.nullable(),
  basis: inWords,
  openedOn: z.string(),
  startedOn: z.string().nullable(),
  /** Null where it was erased. */
  what: z.string().nullable(),
  isPublic: z.boolean(),
  parties: z.array(partyView),
  mediators: z.array(mediatorView),
  guests: z.array(guestView),
  sessions: z.array(sessionView),
  escalations: z.array(
    z.object({ ref: z.string(), on: z.string(), organ: organRef, what: z.string(), due: z.string() }),
  ),
  moreTime: z.object({ ref: z.string(), until: z.string() }).nullable(),
  agreement: agreementView.nullable(),
  confirmation: confirmationView,
  ended: endedView,
  declined: z.object({ on: z.string(), reason: z.string() }).nullable(),
  closed: z.object({ on: z.string(), isPerformed: z.boolean(), note: z.string().nullable() }).nullable(),
  /** 告知: by which routes they go on, with the limits of each (art. 26). */
  remedies: z.array(procedureView),
  clocks: z.array(clockView),
  actions: z.array(mediationActionView),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type MediationView = z.output<typeof mediationView>

export const mediationRow = z.object({
  mediation: z.string(),
  kind,
  stage,
  shelf: z.enum(mediationShelves),
  organ: organRef,
  subject: z.enum(subjectKinds),
  petition: z.string().nullable(),
  openedOn: z.string(),
  parties: z.int(),
  /** How many have said yes. */
  consents: z.int(),
  /** What it lies by: the next session, the next promise, the last day for confirmation, or the last change. */
  day: z.string(),
  nextDuty: z.object({ lastDay: z.string(), daysLeft: z.int(), isOverdue: z.boolean() }).nullable(),
  what: z.string().nullable(),
})
export type MediationRowView = z.output<typeof mediationRow>

export const mediationReaders = ['clerk', 'head', 'leader', 'supervisor'] as const
export const mediationWriters = ['clerk', 'head', 'leader'] as const

// ———— lists and pages

export const mediationCursor = cursorOf(z.tuple([day(), z.string().max(60)]))

export const listMediations = endpoint({
  id: 'mediation.list',
  method: 'GET',
  path: '/api/mediations',
  access: mediationReaders,
  summary: { zh: '本单位的调解', en: 'Mediations in which your organ has a part' },
  query: z.object({
    part: z.enum(mediationParts).default('holder'),
    shelf: z.enum(mediationShelves).default('asking'),
    cursor: mediationCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(mediationRow),
    next: z.string().nullable(),
    /** Each counted up to 1,000. */
    counts: z.array(
      z.object({ part: z.enum(mediationParts), shelf: z.enum(mediationShelves), count: z.int(), late: z.int() }),
    ),
  }),
})

/** The mediations of one petition or one dispute, of those in which the viewer's organ has a part. */
export const listMediationsOf = endpoint({
  id: 'mediation.of',
  method: 'GET',
  path: '/api/mediations-of',
  access: mediationReaders,
  summary: { zh: '一件信访事项或者纠纷的调解', en: 'Mediations of one petition or dispute' },
  query: z.object({ petition: petitionNumber().optional(), dispute: disputeStream().optional() }),
  response: z.object({ items: z.array(mediationRow) }),
})

/** Which kinds there are, and who can hold them around a place; what the times are and whether a law or a practice gives them. */
export const prepareMediation = endpoint({
  id: 'mediation.prepare',
  method: 'GET',
  path: '/api/mediation-draft',
  access: mediationWriters,
  summary: { zh: '可以开展的调解', en: 'Which mediations can be opened, and by whom' },
  response: z.object({
    kinds: z.array(
      z.object({
        kind,
        zh: z.string(),
        en: z.string(),
        basis: inWords,
        isConfirmable: z.boolean(),
        organs: z.array(organRef),
      }),
    ),
    times: z.array(
      z.object({ clock: z.string(), zh: z.string(), en: z.string(), unit: z.string(), count: z.int(), basis: inWords }),
    ),
  }),
})

export const openMediation = endpoint({
  id: 'mediation.open',
  method: 'POST',
  path: '/api/mediations',
  access: mediationWriters,
  summary: { zh: '开展调解', en: 'Open a mediation' },
  body: z.object({ subject, kind, organ: organId(), parties: list(partyInput, { min: 2, max: 20 }), what: short }),
  status: 201,
  idempotencyKey: 'optional',
  response: z.object({
    mediation: z.string(),
    version: z.int(),
    /** Shown once, to be handed to each party. Whoever acts with the key of a petition has none here. */
    keys: z.array(z.object({ party: z.string(), reference: z.string(), key: z.string() })),
  }),
})

export const readMediation = endpoint({
  id: 'mediation.read',
  method: 'GET',
  path: '/api/mediations/:mediation',
  access: mediationReaders,
  summary: { zh: '一件调解', en: 'One mediation' },
  params: z.object({ mediation: mediationId() }),
  response: mediationView,
})

const params = z.object({ mediation: mediationId() })
const done = z.object({ mediation: z.string(), version: z.int(), stage })

const command = commandsTo({
  ...{ room: 'mediation', path: '/api/mediations/:mediation', access: mediationWriters, params, response: done },
} as const)

export const takeUpMediation = command('take-up', { zh: '受理', en: 'Take it up' }, z.object({}))
export const declineMediation = command('decline', { zh: '不予受理', en: 'Decline it' }, z.object({ reason: short }))

export const addParty = endpoint({
  id: 'mediation.add-party',
  method: 'POST',
  path: '/api/mediations/:mediation/add-party',
  access: mediationWriters,
  summary: { zh: '增加当事人', en: 'Add a party' },
  params,
  body: z.object({ party: partyInput }),
  ifMatch: 'optional',
  idempotencyKey: 'optional',
  response: done.extend({
    party: z.string(),
    reference: z.string().nullable(),
    key: z.string().nullable(),
  }),
})

/** The number and key of a party, to be handed to them: shown to whoever does it, and on record. */
export const handKeyOver = endpoint({
  id: 'mediation.hand-key',
  method: 'POST',
  path: '/api/mediations/:mediation/hand-key',
  access: mediationWriters,
  summary: { zh: '交付编号和查询码', en: 'Hand a party their number and key' },
  params,
  body: z.object({ party: ref(), told: z.enum(tellingWays) }),
  ifMatch: 'optional',
  response: done.extend({ party: z.string(), reference: z.string(), key: z.string() }),
})

/** A party's own word, from paper; or what an organ that is a party says for itself. */
export const answerAsParty = command(
  'answer',
  { zh: '录入当事人的意见', en: 'Record what a party says' },
  z.object({ party: ref(), to: z.enum(consentTo), ref: ref().nullable().default(null), agrees: z.boolean(), signed }),
)
export const askForOpenness = command(
  'openness',
  { zh: '要求公开或者不公开', en: 'Ask that it be public or not' },
  z.object({ party: ref(), open: z.boolean(), signed }),
)
export const nameMediator = command(
  'mediator',
  { zh: '指定或者选择调解员', en: 'Name a mediator' },
  z.object({
    party: ref().nullable().default(null),
    account: accountId().nullable().default(null),
    roster: ref().nullable().default(null),
    name: who(100),
    signed,
  }),
)
export const declareInterest = command(
  'interest',
  { zh: '调解员声明有无利害关系', en: 'The mediator says whether they have an interest in it' },
  z.object({ mediator: ref(), hasInterest: z.boolean(), signed }),
)
export const excludeMediator = command(
  'exclude',
  { zh: '更换、回避', en: 'Take a mediator out' },
  z.object({ mediator: ref(), reason: short }),
)
export const inviteGuest = command(
  'guest',
  { zh: '邀请参与调解', en: 'Invite somebody to take part' },
  z.object({ kind: z.enum(guestKinds), name: who(200) }),
)
export const planSession = command(
  'session',
  { zh: '安排调解会', en: 'Plan a session' },
  z.object({ day: day(), at: time(), place: prose({ max: 300, min: 1, singleLine: true }) }),
)
export const cancelSession = command(
  'cancel-session',
  { zh: '取消调解会', en: 'Call a session off' },
  z.object({ session: ref(), reason: short }),
)
export const recordSession = command(
  'record-session',
  { zh: '记录调解会', en: 'Record a session' },
  z.object({
    session: ref(),
    parties: list(ref(), { max: 20 }),
    mediators: list(ref(), { max: 10 }),
    guests: list(ref(), { max: 20 }).default([]),
    notes: words,
    result: z.enum(sessionResults),
  }),
)
export const reportEscalation = command(
  'escalation',
  { zh: '报告可能激化的情况', en: 'Report that it may escalate' },
  z.object({ organ: organId(), what: short, due: day() }),
)
export const proposeMoreTime = command(
  'more-time',
  { zh: '商请延长调解期限', en: 'Ask the parties for more time' },
  z.object({ until: day() }),
)
export const writeAgreement = command(
  'agreement',
  { zh: '制作调解协议', en: 'Write the agreement' },
  z.object({
    text: z.object({
      form: z.enum(agreementForms),
      facts: words.nullable().default(null),
      disputed: words.nullable().default(null),
      responsibility: words.nullable().default(null),
      content: words,
      promises: list(z.object({ party: ref(), what: short, due: day() }), { max: 30 }).default([]),
    }),
  }),
)
export const signAsMediator = command(
  'sign',
  { zh: '调解员签名', en: 'Sign as the mediator' },
  z.object({ mediator: ref(), signed }),
)
export const sealAgreement = command('seal', { zh: '加盖印章', en: 'Put the seal to the agreement' }, z.object({}))
export const recordOralAgreement = command(
  'oral',
  { zh: '记录口头协议', en: 'Record an oral agreement' },
  z.object({ session: ref(), readBack: z.boolean() }),
)
export const sayPerformance = command(
  'performance',
  { zh: '录入当事人所说的履行情况', en: 'Record what a party says of a promise' },
  z.object({ party: ref(), promise: ref(), performance, signed }),
)
export const followUpPromise = command(
  'follow-up',
  { zh: '回访履行情况', en: 'Look whether a promise was kept' },
  z.object({ promise: ref(), performance, lookedAt: words, again: day().nullable().default(null) }),
)
export const informParties = command(
  'inform',
  { zh: '提醒申请司法确认', en: 'Remind the parties of confirmation' },
  z.object({ told: z.enum(tellingWays) }),
)
export const askForConfirmation = command(
  'confirmation',
  { zh: '录入申请司法确认的意愿', en: 'Record that a party asks for confirmation' },
  z.object({ party: ref(), signed }),
)
export const recordApplication = command(
  'application',
  { zh: '记录已共同申请司法确认', en: 'Record that they applied together' },
  z.object({ appliedOn: day(), court: prose({ max: 200, min: 1, singleLine: true }) }),
)
export const recordConfirmation = command(
  'confirmed',
  { zh: '记录司法确认结果', en: 'Record what the court decided' },
  z.object({ outcome: z.enum(confirmationOutcomes), decidedOn: day(), note: short }),
)
export const endMediation = command(
  'end',
  { zh: '终止调解', en: 'End it' },
  z.object({ reason: z.enum(['notAgreed', 'notFit']), note: short }),
)
export const closeMediation = command('close', { zh: '办结', en: 'Close it' }, z.object({ note }))

/**
 * What a party does themselves: with the number and key that they were handed, or with those of their petition. Each can read, say yes or no
 * to whatever is asked, choose a mediator, ask that it be public or not, end it, confirm the agreement, say whether a promise was kept and
 * ask for confirmation together.
 */
import { z } from 'zod'
import { mediationKinds } from '../../law/mediation.ts'
import { procedureView } from '../../petition/rights-contract.ts'
import { refusalView } from '../../petition/views.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { organId, ref } from '../../platform/http/fields.ts'
import { consentTo } from './consenting-words.ts'
import { inWords, mediationId, organRef, phone, short, who } from './fields.ts'
import { mediationStages } from './mediation.ts'
import { subjectKinds } from './opening-words.ts'
import { performances } from './performing-words.ts'
import { agreementView, confirmationView, endedView, guestView, mediatorView, partyView, sessionView } from './views.ts'

/** Twelve digits, however they are grouped. */
const reference = () =>
  z
    .string()
    .max(40)
    .regex(/^(?:\D*\d){12}\D*$/)
    .transform((typed) => typed.replaceAll(/\D/g, ''))
const held = { reference: reference(), key: z.string().min(1).max(64) }
const regionCode = () => z.string().regex(/^\d{2,12}$/)

/** What a party can do at all. */
export const partyActs = ['answer', 'leave', 'openness', 'choose', 'performance', 'confirmation'] as const

const act = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('answer'),
    to: z.enum(consentTo),
    ref: ref().nullable().default(null),
    agrees: z.boolean(),
  }),
  /** A no to the mediation, at any time before an agreement is in force. */
  z.object({ act: z.literal('leave') }),
  z.object({ act: z.literal('openness'), open: z.boolean() }),
  z.object({ act: z.literal('choose'), name: who(100), roster: ref().nullable().default(null) }),
  z.object({ act: z.literal('performance'), promise: ref(), performance: z.enum(performances) }),
  z.object({ act: z.literal('confirmation') }),
])

/** As a party reads it. Notes of sessions and what was reported to others are not theirs to read. */
export const heldMediation = z.object({
  mediation: z.string(),
  /** Theirs; null for whoever holds the key of the petition. */
  reference: z.string().nullable(),
  /** Which of the parties they are. */
  party: z.string(),
  kind: z.enum(mediationKinds),
  stage: z.enum(mediationStages),
  subject: z.enum(subjectKinds),
  petition: z.string().nullable(),
  organ: organRef,
  openedOn: z.string(),
  what: z.string(),
  isPublic: z.boolean(),
  parties: z.array(partyView.omit({ words: true, phone: true }).extend({ isYou: z.boolean() })),
  mediators: z.array(mediatorView.extend({ youAccept: z.boolean().nullable() })),
  guests: z.array(guestView.extend({ youAccept: z.boolean().nullable() })),
  sessions: z.array(sessionView),
  moreTime: z.object({ ref: z.string(), until: z.string(), youAgree: z.boolean().nullable() }).nullable(),
  agreement: agreementView.nullable(),
  confirmation: confirmationView,
  ended: endedView,
  declined: z.object({ on: z.string(), reason: z.string() }).nullable(),
  closed: z.object({ on: z.string(), isPerformed: z.boolean() }).nullable(),
  /** The last day on which it is to be over, unless all agree on more time; null where none runs. */
  until: z.string().nullable(),
  remedies: z.array(procedureView),
  /** What holds whatever comes of it: free, of their own will, no other route closed, no day of a petition stopped. */
  assurances: z.array(z.object({ zh: z.string(), en: z.string(), basis: inWords })),
  acts: z.array(
    z.object({
      act: z.enum(partyActs),
      /** To what, for a yes or no. */
      to: z.enum(consentTo).nullable(),
      ref: z.string().nullable(),
      zh: z.string(),
      en: z.string(),
      allowed: z.boolean(),
      refusal: refusalView.nullable(),
    }),
  ),
  /** Whether the petition can be settled with its own key; nothing settles it by itself. */
  maySettle: z.boolean(),
})
export type HeldMediationView = z.output<typeof heldMediation>

const asked = z.object({ mediation: z.string(), reference: z.string(), key: z.string() })

/** Centres and committees that can be asked, of a region and of what lies in and around it. */
export const listCentres = endpoint({
  id: 'mediation.centres',
  method: 'GET',
  path: '/api/mediation-centres',
  access: 'anyone',
  summary: { zh: '可以申请调解的综治中心', en: 'Centres that can be asked for mediation' },
  query: z.object({ region: regionCode().optional() }),
  response: z.object({
    items: z.array(organRef.extend({ region: z.string() })),
    assurances: heldMediation.shape.assurances,
  }),
})

export const askForMediation = endpoint({
  id: 'mediation.ask',
  method: 'POST',
  path: '/api/mediation-requests',
  access: 'anyone',
  pace: 'registration',
  summary: { zh: '申请调解', en: 'Ask for mediation: without an account' },
  body: z.object({
    organ: organId(),
    kind: z.enum(mediationKinds).default('people'),
    name: who(100),
    phone,
    /** The other side: whoever it is, as far as it is known. */
    other: z.object({ name: who(200), phone: phone.nullable().default(null) }),
    what: short,
  }),
  status: 201,
  idempotencyKey: 'required',
  response: asked,
})

export const lookUpMediation = endpoint({
  id: 'mediation.look-up',
  method: 'POST',
  path: '/api/mediation-lookup',
  access: 'anyone',
  pace: 'lookup',
  summary: { zh: '凭编号和查询码查看调解', en: 'Look at one’s own mediation' },
  body: z.object(held),
  response: heldMediation,
})

export const actAsParty = endpoint({
  id: 'mediation.act',
  method: 'POST',
  path: '/api/mediation-acts',
  access: 'anyone',
  pace: 'lookup',
  summary: { zh: '当事人凭查询码办理', en: 'What a party does with their key' },
  body: z.object({ ...held, does: act }),
  idempotencyKey: 'optional',
  response: heldMediation,
})

// ———— with the number and key of a petition

export const listOwnMediations = endpoint({
  id: 'mediation.own',
  method: 'GET',
  path: '/api/follow/mediations',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '本信访事项的调解', en: 'Mediations of one’s own petition' },
  response: z.object({ items: z.array(heldMediation) }),
})

export const askFromPetition = endpoint({
  id: 'mediation.ask-own',
  method: 'POST',
  path: '/api/follow/mediations',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '就本信访事项申请调解', en: 'Ask for mediation of one’s own petition' },
  body: z.object({
    organ: organId(),
    kind: z.enum(mediationKinds).default('people'),
    other: z.object({ name: who(200), phone: phone.nullable().default(null) }),
    what: short,
  }),
  status: 201,
  idempotencyKey: 'required',
  response: z.object({ mediation: z.string() }),
})

export const actAsPetitioner = endpoint({
  id: 'mediation.act-own',
  method: 'POST',
  path: '/api/follow/mediations/:mediation',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '信访人在调解中办理', en: 'What a petitioner does in a mediation' },
  params: z.object({ mediation: mediationId() }),
  body: z.object({ does: act }),
  idempotencyKey: 'optional',
  response: heldMediation,
})

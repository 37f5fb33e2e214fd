/** The wire of what offices do with a mediation. Nothing here asks for, or takes, money: it is free (People's Mediation Law, art. 4). */
import { z } from 'zod'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, prose, ref } from '../../platform/http/fields.ts'
import { agreementForms } from './agreeing-words.ts'
import { consentTo } from './consenting-words.ts'
import { mediationWriters } from './contract.ts'
import {
  accountId,
  mediationId,
  note,
  partyInput,
  performance,
  short,
  signed,
  stage,
  time,
  who,
  words,
} from './fields.ts'
import { guestKinds, sessionResults } from './mediating-words.ts'
import { tellingWays } from './opening-words.ts'
import { confirmationOutcomes } from './performing-words.ts'

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

/** The wire of helpers: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { helperKinds, helperSkills } from '../../law/codes/helper-kinds.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, petitionNumber, prose, ref, whole } from '../../platform/http/fields.ts'
import { endedBy, engagementModes, engagementStages, helpingWays, refusedBy, subjectKinds } from './engagement.ts'
import { helperStates } from './helper.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const id = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const codesOf = <T extends readonly { readonly id: string }[]>(table: T) =>
  z.enum(table.map((row) => row.id) as unknown as readonly [T[number]['id'], ...T[number]['id'][]])
const kind = codesOf(helperKinds)
const skill = codesOf(helperSkills)
const region = () => z.string().regex(/^\d{2,12}$/)
const words = prose({ max: 4000, min: 1 })
const officeWords = prose({ max: 4000, min: 1, part: 'office' })
const maybeOffice = prose({ max: 4000, part: 'office' }).nullable().default(null)

/** Whoever handles petitions or leads; the roster itself is kept by bureaus and conference offices. */
export const helperPosts = ['clerk', 'head', 'leader'] as const
const handlers = ['clerk', 'head'] as const

export const helperView = z.object({
  helper: z.string(),
  version: z.int(),
  kind,
  name: z.string(),
  /** How they are reached; null for everybody but the organ that keeps the entry. */
  contact: z.string().nullable(),
  skills: z.array(skill),
  places: z.array(z.string()),
  organ: organRef.nullable(),
  keeper: organRef,
  until: z.string().nullable(),
  enteredOn: z.string(),
  agreedOn: z.string(),
  state: z.enum(helperStates),
  /** Can be invited today. */
  isAvailable: z.boolean(),
  isOurs: z.boolean(),
})
export type HelperView = z.output<typeof helperView>

export const engagementView = z.object({
  engagement: z.string(),
  version: z.int(),
  /** What they were invited to: one of these three. */
  petition: z.string().nullable(),
  screening: z.object({ screening: z.string(), area: z.string() }).nullable(),
  mediation: z.object({ mediation: z.string(), guest: z.string() }).nullable(),
  helper: z.object({ id: z.string(), name: z.string(), kind }),
  inviter: organRef,
  mode: z.enum(engagementModes),
  stage: z.enum(engagementStages),
  what: z.string(),
  summary: z.string(),
  claims: z.array(z.object({ ref: z.string(), text: z.string() })),
  invitedOn: z.string(),
  until: z.string(),
  /** Petitioners, or parties of the mediation, who must consent; and those who have. */
  people: z.array(z.string()),
  consents: z.array(z.string()),
  refused: z.object({ on: z.string(), by: z.enum(refusedBy) }).nullable(),
  acceptedOn: z.string().nullable(),
  keyIssued: z.boolean(),
  parts: z.array(
    z.object({
      on: z.string(),
      day: z.string(),
      way: z.enum(helpingWays),
      by: z.enum(['helper', 'inviter']),
      /** Null for the petitioner: it was said to the organ. */
      said: z.string().nullable(),
    }),
  ),
  ended: z.object({ on: z.string(), by: z.enum(endedBy) }).nullable(),
})
export type EngagementView = z.output<typeof engagementView>

/** What a helper is shown for their key: who asks and about whom; the extract once they have accepted, and nothing after it ended. */
export const helpingView = z.object({
  stage: z.enum(engagementStages),
  of: z.enum(subjectKinds),
  inviter: organRef,
  name: z.string(),
  what: z.string().nullable(),
  about: z.array(organRef),
  until: z.string(),
  invitedOn: z.string(),
  summary: z.string().nullable(),
  claims: z.array(z.object({ ref: z.string(), text: z.string() })),
  parts: z.array(
    z.object({
      day: z.string(),
      way: z.enum(helpingWays),
      by: z.enum(['helper', 'inviter']),
      said: z.string().nullable(),
    }),
  ),
})
export type HelpingView = z.output<typeof helpingView>

const details = {
  kind,
  name: prose({ max: 100, singleLine: true }),
  contact: prose({ max: 300, part: 'identity' }),
  skills: list(skill, { max: 20 }),
  places: list(region(), { max: 50, min: 1 }),
  organ: organId().nullable().default(null),
  until: day().nullable().default(null),
}
const helperDone = z.object({ helper: z.string(), version: z.int() })
const engagementDone = z.object({ engagement: z.string(), version: z.int(), stage: z.enum(engagementStages) })
const oneHelper = z.object({ helper: id() })
const oneEngagement = z.object({ engagement: id() })

export const listHelpers = endpoint({
  id: 'helper.list',
  method: 'GET',
  path: '/api/helpers',
  access: helperPosts,
  summary: { zh: '协助力量名册', en: 'The rosters of helpers in your area' },
  query: z.object({
    kind: kind.optional(),
    skill: skill.optional(),
    place: region().optional(),
    state: z.enum(helperStates).optional(),
    cursor: id().optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({ items: z.array(helperView), next: z.string().nullable(), keepsRoster: z.boolean() }),
})
export const enterHelper = endpoint({
  id: 'helper.enter',
  method: 'POST',
  path: '/api/helpers',
  access: handlers,
  summary: { zh: '登记协助力量', en: 'Enter a helper on the roster' },
  body: z.object({ ...details, agreedOn: day() }),
  status: 201,
  idempotencyKey: 'optional',
  response: helperDone,
})
const helperCommand = <const Id extends string, Body extends z.ZodType>(
  name: Id,
  summary: { readonly zh: string; readonly en: string },
  body: Body,
) =>
  endpoint({
    id: `helper.${name}`,
    method: 'POST',
    path: `/api/helpers/:helper/${name}` as const,
    access: handlers,
    summary,
    params: oneHelper,
    body,
    idempotencyKey: 'optional',
    response: helperDone,
  })
export const reviseHelper = helperCommand('revise', { zh: '修改登记', en: 'Revise the entry' }, z.object(details))
export const suspendHelper = helperCommand(
  'suspend',
  { zh: '暂停邀请', en: 'Suspend' },
  z.object({ reason: prose({ max: 2000, min: 1, part: 'identity' }) }),
)
export const resumeHelper = helperCommand('resume', { zh: '恢复邀请', en: 'Resume' }, z.object({}))
export const endHelper = helperCommand(
  'end',
  { zh: '退出名册', en: 'Take off the roster' },
  z.object({ reason: prose({ max: 2000, min: 1, part: 'identity' }) }),
)

export const engagementCursor = cursorOf(z.tuple([day(), z.string().max(40)]))

export const listEngagements = endpoint({
  id: 'engagement.list',
  method: 'GET',
  path: '/api/engagements',
  access: handlers,
  summary: { zh: '本单位发出的邀请', en: 'The invitations of your organ' },
  query: z.object({
    open: z.enum(['true', 'false']).default('true'),
    cursor: engagementCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({ items: z.array(engagementView), next: z.string().nullable() }),
})
export const countEngagements = endpoint({
  id: 'engagement.count',
  method: 'GET',
  path: '/api/engagement-counts',
  access: helperPosts,
  summary: { zh: '本单位邀请协助情况', en: 'How many helpers of each kind your organ invited' },
  query: z.object({ year: whole({ min: 2000, max: 2200 }) }),
  response: z.object({
    items: z.array(z.object({ kind, invited: z.int(), accepted: z.int(), helped: z.int() })),
  }),
})
export const engagementsOfPetition = endpoint({
  id: 'engagement.of',
  method: 'GET',
  path: '/api/petitions/:number/engagements',
  access: handlers,
  summary: { zh: '本件邀请的协助力量', en: 'Helpers who were invited to a petition' },
  params: z.object({ number: petitionNumber() }),
  response: z.object({ items: z.array(engagementView) }),
})
export const inviteHelper = endpoint({
  id: 'engagement.invite',
  method: 'POST',
  path: '/api/petitions/:number/engagements',
  access: handlers,
  summary: { zh: '邀请协助', en: 'Invite a helper' },
  params: z.object({ number: petitionNumber() }),
  body: z.object({
    helper: id(),
    mode: z.enum(engagementModes),
    what: words,
    summary: words,
    claims: list(ref(), { max: 50 }).default([]),
    until: day(),
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: engagementDone,
})
const besideBody = { helper: id(), what: words, summary: words, until: day() }
export const engagementsOfScreening = endpoint({
  id: 'engagement.of-screening',
  method: 'GET',
  path: '/api/screenings/:screening/engagements',
  access: handlers,
  summary: { zh: '本次排查邀请的协助力量', en: 'Helpers whom your organ invited to a screening' },
  params: z.object({ screening: id() }),
  response: z.object({ items: z.array(engagementView) }),
})
export const inviteToScreening = endpoint({
  id: 'engagement.invite-to-screening',
  method: 'POST',
  path: '/api/screenings/:screening/engagements',
  access: handlers,
  summary: { zh: '邀请协助排查', en: 'Invite a helper to one place of a screening' },
  params: z.object({ screening: id() }),
  body: z.object({ ...besideBody, area: region() }),
  status: 201,
  idempotencyKey: 'optional',
  response: engagementDone,
})
export const engagementsOfMediation = endpoint({
  id: 'engagement.of-mediation',
  method: 'GET',
  path: '/api/mediations/:mediation/engagements',
  access: handlers,
  summary: { zh: '本次调解邀请的协助力量', en: 'Helpers whom your organ invited to a mediation' },
  params: z.object({ mediation: id() }),
  response: z.object({ items: z.array(engagementView) }),
})
export const inviteToMediation = endpoint({
  id: 'engagement.invite-to-mediation',
  method: 'POST',
  path: '/api/mediations/:mediation/engagements',
  access: handlers,
  summary: { zh: '邀请协助调解', en: 'Invite a helper to a mediation, as one of its guests' },
  params: z.object({ mediation: id() }),
  body: z.object({ ...besideBody, guest: ref() }),
  status: 201,
  idempotencyKey: 'optional',
  response: engagementDone,
})
const engagementCommand = <const Id extends string, Body extends z.ZodType, Response extends z.ZodType>(
  name: Id,
  summary: { readonly zh: string; readonly en: string },
  body: Body,
  response: Response,
) =>
  endpoint({
    id: `engagement.${name}`,
    method: 'POST',
    path: `/api/engagements/:engagement/${name}` as const,
    access: handlers,
    summary,
    params: oneEngagement,
    body,
    response,
  })
export const recordConsent = engagementCommand(
  'record-consent',
  { zh: '记录信访人签名的意见', en: 'Record what the petitioner signed' },
  z.object({ person: ref(), consents: z.boolean(), signed: officeWords }),
  engagementDone,
)
export const issueHelperKey = engagementCommand(
  'issue-key',
  { zh: '发给协助人查看码', en: 'Issue the helper’s key; an earlier one is no longer valid' },
  z.object({}),
  z.object({ engagement: z.string(), version: z.int(), key: z.string() }),
)
const help = { way: z.enum(helpingWays), day: day(), said: maybeOffice }
export const recordHelp = engagementCommand(
  'record-help',
  { zh: '记录协助情况', en: 'Record what the helper did' },
  z.object(help),
  engagementDone,
)
export const endEngagement = engagementCommand(
  'end',
  { zh: '结束协助', en: 'End the engagement' },
  z.object({ reason: maybeOffice }),
  engagementDone,
)

export const ownEngagements = endpoint({
  id: 'engagement.own',
  method: 'GET',
  path: '/api/follow/engagements',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '邀请来帮助您的人', en: 'Who is invited to help you' },
  response: z.object({ items: z.array(engagementView) }),
})
export const answerConsent = endpoint({
  id: 'engagement.consent',
  method: 'POST',
  path: '/api/follow/engagements/:engagement/consent',
  access: 'petitioner',
  summary: { zh: '同意或者不同意', en: 'Consent, or refuse' },
  params: oneEngagement,
  body: z.object({ consents: z.boolean() }),
  response: engagementDone,
})
export const endOwnEngagement = endpoint({
  id: 'engagement.leave',
  method: 'POST',
  path: '/api/follow/engagements/:engagement/end',
  access: 'petitioner',
  summary: { zh: '不再需要此人协助', en: 'You no longer want this helper' },
  params: oneEngagement,
  body: z.object({}),
  response: engagementDone,
})

/** A helper has no account: the id and the key of one engagement, sent in the body so that neither stands in a log of addresses. */
const held = { engagement: id(), key: z.string().min(1).max(64) }
const helping = <const Id extends string, Body extends z.ZodType, Response extends z.ZodType>(
  name: Id,
  summary: { readonly zh: string; readonly en: string },
  body: Body,
  response: Response,
) =>
  endpoint({
    id: `engagement.helper-${name}`,
    method: 'POST',
    path: `/api/helping/${name}` as const,
    access: 'anyone',
    pace: 'lookup',
    summary,
    body,
    response,
  })
export const readHelping = helping(
  'read',
  { zh: '协助人查看', en: 'What a helper is shown for their key' },
  z.object(held),
  helpingView,
)
export const answerInvitation = helping(
  'answer',
  { zh: '答复邀请', en: 'Answer the invitation' },
  z.object({ ...held, accepts: z.boolean(), conflict: z.boolean(), note: maybeOffice }),
  helpingView,
)
export const recordOwnHelp = helping(
  'record',
  { zh: '记录本人所做', en: 'Record what you did' },
  z.object({ ...held, ...help }),
  helpingView,
)
export const endOwnHelp = helping(
  'end',
  { zh: '结束协助', en: 'End your engagement' },
  z.object({ ...held, reason: maybeOffice }),
  helpingView,
)

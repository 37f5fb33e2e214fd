/** The wire of the roster of mediators: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import {
  committeeKinds,
  electing,
  mediatorFaults,
  mediatorKinds,
  mediatorLanguages,
  mediatorSkills,
  memberRoles,
} from '../../law/codes/mediator-kinds.ts'
import { refusalView } from '../../petition/views.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, prose, ref } from '../../platform/http/fields.ts'
import { committeeActions, mediatorActions } from './actions.ts'
import { committeeStates } from './committee.ts'
import { committeeGaps } from './gaps.ts'
import { mediatorEndings, mediatorStates } from './mediator.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const id = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const codesOf = <T extends readonly { readonly id: string }[]>(table: T) =>
  z.enum(table.map((row) => row.id) as unknown as readonly [T[number]['id'], ...T[number]['id'][]])
const kind = codesOf(mediatorKinds)
const skill = z.enum(mediatorSkills)
const language = codesOf(mediatorLanguages)
const role = codesOf(memberRoles)
const fault = codesOf(mediatorFaults)
const region = () => z.string().regex(/^\d{2,12}$/)
const reason = prose({ max: 2000, min: 1, part: 'identity' })

/** Whoever handles petitions, leads or supervises reads the roster of the area; it is kept by those who handle. */
export const rosterPosts = ['clerk', 'head', 'leader', 'supervisor'] as const
const keepers = ['clerk', 'head'] as const

const actionOf = <T extends readonly [string, ...string[]]>(names: T) =>
  z.object({
    action: z.enum(names),
    zh: z.string(),
    en: z.string(),
    allowed: z.boolean(),
    refusal: refusalView.nullable(),
  })

export const mediatorRow = z.object({
  mediator: z.string(),
  version: z.int(),
  kind,
  role: role.nullable(),
  name: z.string(),
  /** How they are reached; null for everybody but the organ that keeps the entry. */
  contact: z.string().nullable(),
  committee: z.object({ id: z.string(), name: z.string(), works: z.boolean() }).nullable(),
  skills: z.array(skill),
  languages: z.array(language),
  places: z.array(z.string()),
  organ: organRef.nullable(),
  keeper: organRef,
  account: z.string().nullable(),
  from: z.string(),
  until: z.string().nullable(),
  trainedOn: z.string().nullable(),
  state: z.enum(mediatorStates),
  /** Can be chosen today. */
  isAvailable: z.boolean(),
  isOurs: z.boolean(),
})
export type MediatorRow = z.output<typeof mediatorRow>

/** For whoever keeps the entry: all that happened, and what can be done now. */
export const mediatorView = mediatorRow.extend({
  trainings: z.array(z.object({ day: z.string(), subject: z.string() })),
  reprimands: z.array(z.object({ on: z.string(), fault, reason: z.string() })),
  ended: z
    .object({ on: z.string(), ending: z.enum(mediatorEndings), fault: fault.nullable(), reason: z.string() })
    .nullable(),
  actions: z.array(actionOf(mediatorActions)),
  history: z.array(z.object({ on: z.string(), type: z.string(), zh: z.string(), en: z.string() })),
})
export type MediatorView = z.output<typeof mediatorView>

export const committeeView = z.object({
  committee: z.string(),
  version: z.int(),
  kind: codesOf(committeeKinds),
  name: z.string(),
  region: z.string(),
  isMultiEthnic: z.boolean(),
  keeper: organRef,
  state: z.enum(committeeStates),
  foundedOn: z.string(),
  election: z
    .object({
      day: z.string(),
      until: z.string(),
      by: codesOf(electing),
      members: z.int(),
      women: z.int(),
      minority: z.int(),
    })
    .nullable(),
  onRoster: z.int(),
  /** Where it is not yet as the law wants it. */
  gaps: z.array(z.object({ gap: z.enum(committeeGaps), zh: z.string(), en: z.string() })),
  isOurs: z.boolean(),
  actions: z.array(actionOf(committeeActions)),
})
export type CommitteeView = z.output<typeof committeeView>

/** What whoever chooses is shown of somebody who can mediate. */
export const mediatorToChoose = z.object({
  mediator: z.string(),
  name: z.string(),
  kind,
  skills: z.array(skill),
  languages: z.array(language),
  committee: z.string().nullable(),
  keeper: organRef,
  /** Kind, committee or keeper, fields and languages, as one reads them under the name. */
  zh: z.string(),
  en: z.string(),
  knowsSuch: z.boolean(),
})
export type MediatorToChooseView = z.output<typeof mediatorToChoose>

const term = { from: day(), until: day().nullable().default(null) }
const details = {
  kind,
  role: role.nullable().default(null),
  committee: id().nullable().default(null),
  name: prose({ max: 100, singleLine: true }),
  contact: prose({ max: 300, part: 'identity' }),
  skills: list(skill, { max: 20 }),
  languages: list(language, { max: 20 }),
  places: list(region(), { max: 50, min: 1 }),
  organ: organId().nullable().default(null),
  account: ref().nullable().default(null),
  ...term,
}
const mediatorDone = z.object({ mediator: z.string(), version: z.int() })
const committeeDone = z.object({ committee: z.string(), version: z.int() })
const oneMediator = z.object({ mediator: id() })

export const listMediators = endpoint({
  id: 'mediator.list',
  method: 'GET',
  path: '/api/mediators',
  access: rosterPosts,
  summary: { zh: '调解员名册', en: 'The rosters of mediators in your area' },
  query: z.object({
    kind: kind.optional(),
    skill: skill.optional(),
    place: region().optional(),
    state: z.enum(mediatorStates).optional(),
    committee: id().optional(),
    cursor: id().optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({ items: z.array(mediatorRow), next: z.string().nullable(), keepsRoster: z.boolean() }),
})
export const readMediator = endpoint({
  id: 'mediator.read',
  method: 'GET',
  path: '/api/mediators/:mediator',
  access: rosterPosts,
  summary: { zh: '本单位登记的一名调解员', en: 'One mediator whose entry your organ keeps' },
  params: oneMediator,
  response: mediatorView,
})
export const chooseMediators = endpoint({
  id: 'mediator.choose',
  method: 'GET',
  path: '/api/mediators-to-choose',
  access: rosterPosts,
  summary: { zh: '可以选择的调解员', en: 'Who can mediate a matter of a place' },
  query: z.object({ place: region(), category: ref().optional() }),
  response: z.object({ items: z.array(mediatorToChoose) }),
})
export const enterMediator = endpoint({
  id: 'mediator.enter',
  method: 'POST',
  path: '/api/mediators',
  access: keepers,
  summary: { zh: '登记调解员', en: 'Enter a mediator on the roster' },
  body: z.object(details),
  status: 201,
  idempotencyKey: 'optional',
  response: mediatorDone,
})
const mediatorCommand = commandsTo({
  room: 'mediator',
  path: '/api/mediators/:mediator',
  access: keepers,
  params: oneMediator,
  response: mediatorDone,
})
export const reviseMediator = mediatorCommand('revise', { zh: '修改登记', en: 'Revise the entry' }, z.object(details))
export const renewMediator = mediatorCommand('renew', { zh: '连选连任、续聘', en: 'Renew the term' }, z.object(term))
export const trainMediator = mediatorCommand(
  'train',
  { zh: '记录培训', en: 'Record training' },
  z.object({ day: day(), subject: prose({ max: 500, min: 1 }) }),
)
export const reprimandMediator = mediatorCommand(
  'reprimand',
  { zh: '批评教育、责令改正', en: 'Reprimand' },
  z.object({ fault, reason }),
)
export const suspendMediator = mediatorCommand('suspend', { zh: '暂停', en: 'Suspend' }, z.object({ reason }))
export const resumeMediator = mediatorCommand('resume', { zh: '恢复', en: 'Resume' }, z.object({}))
export const endMediator = mediatorCommand(
  'end',
  { zh: '罢免、解聘或者退出', en: 'Take off the roster' },
  z.object({ ending: z.enum(mediatorEndings), fault: fault.nullable().default(null), reason }),
)

export const listCommittees = endpoint({
  id: 'committee.list',
  method: 'GET',
  path: '/api/committees',
  access: rosterPosts,
  summary: { zh: '人民调解委员会', en: 'The people’s mediation committees in your area' },
  query: z.object({ place: region().optional(), cursor: id().optional(), limit: pageSize(100, 50) }),
  response: z.object({ items: z.array(committeeView), next: z.string().nullable(), keepsRoster: z.boolean() }),
})
const committeeDetails = z.object({
  kind: codesOf(committeeKinds),
  name: prose({ max: 200, singleLine: true }),
  region: region(),
  isMultiEthnic: z.boolean().default(false),
})
export const foundCommittee = endpoint({
  id: 'committee.found',
  method: 'POST',
  path: '/api/committees',
  access: keepers,
  summary: { zh: '登记调解委员会', en: 'Enter a committee' },
  body: committeeDetails,
  status: 201,
  idempotencyKey: 'optional',
  response: committeeDone,
})
const committeeCommand = commandsTo({
  room: 'committee',
  path: '/api/committees/:committee',
  access: keepers,
  params: z.object({ committee: id() }),
  response: committeeDone,
})
export const reviseCommittee = committeeCommand('revise', { zh: '修改登记', en: 'Revise the entry' }, committeeDetails)
const people = z.int().min(0).max(99)
export const electCommittee = committeeCommand(
  'elect',
  { zh: '记录推选', en: 'Record an election' },
  z.object({
    day: day(),
    until: day(),
    by: codesOf(electing),
    members: people,
    women: people,
    minority: people.default(0),
  }),
)
export const endCommittee = committeeCommand('end', { zh: '撤销', en: 'End the committee' }, z.object({ reason }))

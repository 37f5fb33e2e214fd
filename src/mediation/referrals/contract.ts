/** The wire of the referrals: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { firstCases } from '../../law/law.ts'
import { referralWays } from '../../law/referrals.ts'
import { materialInput } from '../../petition/commands.ts'
import { clockView, refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint, fileReply } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, petitionNumber, prose, ref } from '../../platform/http/fields.ts'
import { referralActions } from './actions.ts'
import {
  applicationProofs,
  askedWays,
  mediationSteps,
  referralEndings,
  referralOutcomes,
  referralSources,
  referralStages,
  referralTracks,
} from './referral.ts'
import { referralShelves } from './tables.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const inWords = z.object({ zh: z.string(), en: z.string() })
const referralId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const way = z.enum(referralWays)
const stage = z.enum(referralStages)
const outcome = z.enum(referralOutcomes)
const source = z.enum(referralSources)
const asked = z.enum(askedWays).nullable()
const words = prose({ max: 20_000, min: 1 })
const short = prose({ max: 4000, min: 1 })
const note = prose({ max: 2000 }).nullable().default(null)

/** Where the petitioner went: an organ of the house, or one by its name. */
const referredTo = z.object({ organ: organRef.nullable(), name: z.string().nullable() })
const recorded = { source: source.nullable(), asked }
const materialView = z.object({ ref: z.string(), name: z.string(), bytes: z.int() })

export const referralActionView = z.object({
  action: z.enum(referralActions),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})
export type ReferralActionView = z.output<typeof referralActionView>

export const referralLine = z.object({
  referral: z.string(),
  /** The petition that it belongs to; null to an organ that cannot open it. */
  petition: z.string().nullable(),
  /** The visit to a centre that it belongs to; for that centre. */
  visit: z.string().nullable(),
  way,
  stage,
  guide: organRef,
  to: referredTo,
  explainedOn: z.string(),
  movedOn: z.string(),
  outcome: outcome.nullable(),
  /** The limit that ends first, and whom it binds. */
  next: z
    .object({
      rule: z.string(),
      lastDay: z.string(),
      daysLeft: z.int(),
      binds: z.enum(['organ', 'petitioner']),
      isOverdue: z.boolean(),
    })
    .nullable(),
})
export type ReferralLineView = z.output<typeof referralLine>

export const referralView = z.object({
  referral: z.string(),
  version: z.int(),
  /** What the reader is in it: `self`, who was told; `guide`, who told them; `body`, where they went; `reader`, who has the petition. */
  part: z.enum(['self', 'guide', 'body', 'reader']),
  petition: z.string().nullable(),
  visit: z.string().nullable(),
  person: z.string(),
  way,
  basis: inWords,
  stage,
  guide: organRef,
  to: referredTo,
  explanation: z.string(),
  explainedOn: z.string(),
  knownOn: z.string().nullable(),
  /** Where this way must come before a court is asked. */
  first: z.enum(firstCases).nullable(),
  shared: z.boolean(),
  application: z
    .object({ on: z.string(), proof: z.enum(applicationProofs), materials: z.array(materialView), ...recorded })
    .nullable(),
  corrections: z.array(z.object({ askedOn: z.string(), what: z.string(), correctedOn: z.string().nullable() })),
  acceptance: z
    .object({ on: z.string(), track: z.enum(referralTracks), bySilence: z.boolean(), source: source.nullable() })
    .nullable(),
  refusal: z.object({ on: z.string(), reason: z.string(), ...recorded }).nullable(),
  mediation: z.array(
    z.object({ day: z.string(), step: z.enum(mediationSteps), note: z.string().nullable(), ...recorded }),
  ),
  outcome: z
    .object({ on: z.string(), outcome, text: z.string(), materials: z.array(materialView), ...recorded })
    .nullable(),
  days: z.array(z.object({ day: z.string(), what: z.string() })),
  ending: z.object({ on: z.string(), ending: z.enum(referralEndings), note: z.string().nullable() }).nullable(),
  /** Limits of which the petitioner was reminded. */
  reminded: z.array(z.string()),
  erasedOn: z.string().nullable(),
  clocks: z.array(clockView),
  actions: z.array(referralActionView),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type ReferralView = z.output<typeof referralView>

/** Whoever handles, leads or supervises reads; who handles writes down. */
export const referralReaders = ['clerk', 'head', 'leader', 'supervisor'] as const
export const referralWriters = ['clerk', 'head'] as const

export const referralCursor = cursorOf(z.tuple([day(), z.string().max(60)]))

export const listReferrals = endpoint({
  id: 'referral.list',
  method: 'GET',
  path: '/api/referrals',
  access: referralReaders,
  summary: {
    zh: '本单位说明的和向本单位提出的法定途径事项',
    en: 'Other ways of the law that your organ explained, and what was brought to it',
  },
  query: z.object({
    shelf: z.enum(referralShelves).default('due'),
    cursor: referralCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(referralLine),
    next: z.string().nullable(),
    /** Each counted up to 1,000. */
    counts: z.object({ due: z.int(), going: z.int() }),
  }),
})

export const referralsOfPetition = endpoint({
  id: 'referral.of-petition',
  method: 'GET',
  path: '/api/referral-lines',
  access: referralReaders,
  summary: { zh: '某一信访事项引导的法定途径', en: 'Other ways of the law to which a petition led' },
  query: z.object({ petition: petitionNumber() }),
  response: z.object({
    items: z.array(referralLine),
    /** Why nobody can be told of another way here; null where they can. */
    explain: z.object({ refusal: refusalView.nullable() }),
    /** Who petitions, for whoever explains. */
    people: z.array(z.string()),
    /** The limits of each way in words, with what must be known before. */
    ways: z.array(z.object({ way, zh: z.string(), en: z.string(), basis: inWords, mayComeFirst: z.boolean() })),
  }),
})

export const readReferral = endpoint({
  id: 'referral.read',
  method: 'GET',
  path: '/api/referrals/:referral',
  access: referralReaders,
  summary: { zh: '一件法定途径事项', en: 'One referral' },
  params: z.object({ referral: referralId() }),
  response: referralView,
})

export const readReferralMaterial = endpoint({
  id: 'referral.material',
  method: 'GET',
  path: '/api/referrals/:referral/materials/:ref',
  access: referralReaders,
  summary: { zh: '下载申请凭证或者结果文书', en: 'Download a receipt or a decision' },
  params: z.object({ referral: referralId(), ref: ref() }),
  response: fileReply(),
})

const done = z.object({ referral: z.string(), version: z.int(), stage })

export const explainReferral = endpoint({
  id: 'referral.explain',
  method: 'POST',
  path: '/api/referrals',
  access: referralWriters,
  summary: { zh: '说明法定途径', en: 'Tell a petitioner of another way of the law' },
  body: z.object({
    petition: petitionNumber(),
    person: ref(),
    way,
    to: z.object({
      organ: organId().nullable().default(null),
      name: prose({ max: 200, min: 1, singleLine: true }).nullable().default(null),
    }),
    explanation: words,
    knownOn: day().nullable().default(null),
    first: z.enum(firstCases).nullable().default(null),
  }),
  idempotencyKey: 'optional',
  response: done,
})

/** From where it is known, and how the petitioner asked the office to write it down. */
const said = { source: z.enum(['ownWord', 'paperShown']).default('ownWord'), asked: asked.default(null) }
const materials = list(materialInput, { max: 20 }).default([])

const bodies = {
  apply: z.object({
    ...{ appliedOn: day(), proof: z.enum(applicationProofs), shared: z.boolean().default(false), materials },
    ...said,
  }),
  share: z.object({ shared: z.boolean(), ...said }),
  'ask-correction': z.object({ askedOn: day(), what: short, ...said }),
  correct: z.object({ correctedOn: day(), ...said }),
  accept: z.object({ acceptedOn: day(), track: z.enum(referralTracks).default('ordinary'), ...said }),
  refuse: z.object({ receivedOn: day(), reason: short, ...said }),
  mediate: z.object({ step: z.enum(mediationSteps), day: day(), note, ...said }),
  prolong: z.object({ until: day(), ...said }),
  outcome: z.object({ receivedOn: day(), outcome, text: words, materials, ...said }),
  'note-day': z.object({ day: day(), what: short, ...said }),
  close: z.object({ ending: z.enum(referralEndings), note, ...said }),
} as const

const command = commandsTo({
  room: 'referral',
  path: '/api/referrals/:referral',
  access: referralWriters,
  params: z.object({ referral: referralId() }),
  response: done,
})
export const recordApplication = command(
  'apply',
  { zh: '记录申请', en: 'Record that it was applied for' },
  bodies.apply,
)
export const shareReferral = command(
  'share',
  { zh: '是否让受理机关查看', en: 'Let the organ see it, or not' },
  bodies.share,
)
export const askCorrection = command(
  'ask-correction',
  { zh: '记录补正通知', en: 'Record that a correction is asked for' },
  bodies['ask-correction'],
)
export const recordCorrection = command('correct', { zh: '记录已补正', en: 'Record the correction' }, bodies.correct)
export const recordAcceptance = command('accept', { zh: '记录受理', en: 'Record that it was accepted' }, bodies.accept)
export const recordRefusal = command('refuse', { zh: '记录未受理', en: 'Record that it was refused' }, bodies.refuse)
export const recordMediation = command('mediate', { zh: '记录调解', en: 'Record mediation' }, bodies.mediate)
export const prolongReferral = command('prolong', { zh: '记录延长期限', en: 'Record more time' }, bodies.prolong)
export const recordOutcome = command('outcome', { zh: '记录结果', en: 'Record the result' }, bodies.outcome)
export const noteDay = command(
  'note-day',
  { zh: '记下文书上的日期', en: 'Note a day that a paper names' },
  bodies['note-day'],
)
export const closeReferral = command('close', { zh: '结束', en: 'End it' }, bodies.close)

// ———— what the petitioner sees and says, with the key of the petition

export const ownReferrals = endpoint({
  id: 'referral.own',
  method: 'GET',
  path: '/api/follow/referrals',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '本人走的法定途径', en: 'Other ways of the law that you were told of' },
  response: z.object({ items: z.array(referralView) }),
})

export const ownReferralMaterial = endpoint({
  id: 'referral.own-material',
  method: 'GET',
  path: '/api/follow/referrals/:referral/materials/:ref',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '下载本人交的凭证或者结果文书', en: 'Download a receipt or a decision that lies with your own' },
  params: z.object({ referral: referralId(), ref: ref() }),
  response: fileReply(),
})

const ownCommand = commandsTo({
  room: 'referral-own',
  path: '/api/follow/referrals/:referral',
  access: 'petitioner',
  params: z.object({ referral: referralId() }),
  response: done,
})
export const ownApplication = ownCommand('apply', { zh: '说明已经申请', en: 'Say that you applied' }, bodies.apply)
export const ownSharing = ownCommand(
  'share',
  { zh: '是否让受理机关查看', en: 'Let the organ see it, or not' },
  bodies.share,
)
export const ownAskedCorrection = ownCommand(
  'ask-correction',
  { zh: '说明收到补正通知', en: 'Say that a correction is asked for' },
  bodies['ask-correction'],
)
export const ownCorrection = ownCommand(
  'correct',
  { zh: '说明已经补正', en: 'Say that you corrected it' },
  bodies.correct,
)
export const ownAcceptance = ownCommand('accept', { zh: '说明已经受理', en: 'Say that it was accepted' }, bodies.accept)
export const ownRefusal = ownCommand('refuse', { zh: '说明没有受理', en: 'Say that it was refused' }, bodies.refuse)
export const ownMediation = ownCommand(
  'mediate',
  { zh: '说明调解情况', en: 'Say how mediation stands' },
  bodies.mediate,
)
export const ownProlonging = ownCommand(
  'prolong',
  { zh: '说明延长期限', en: 'Say that it takes longer' },
  bodies.prolong,
)
export const ownOutcome = ownCommand('outcome', { zh: '说明结果', en: 'Say what came of it' }, bodies.outcome)
export const ownDay = ownCommand(
  'note-day',
  { zh: '记下文书上的日期', en: 'Note a day that a paper names' },
  bodies['note-day'],
)
export const ownEnding = ownCommand('close', { zh: '结束', en: 'End it' }, bodies.close)

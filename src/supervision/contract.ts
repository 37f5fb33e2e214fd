/** The wire of the supervision room: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { findingRules, openerKinds, orderKinds } from '../law/supervision.ts'
import { materialInput } from '../petition/commands.ts'
import { clockView, refusalView } from '../petition/views.ts'
import { cursorOf } from '../platform/http/cursor.ts'
import { endpoint, fileReply } from '../platform/http/endpoint.ts'
import { day, list, many, organId, pageSize, petitionNumber, prose, ref } from '../platform/http/fields.ts'
import { findingStates, inspectionWays, orderStates, petitionersWords, verificationWays } from './supervision.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const inWords = z.object({ zh: z.string(), en: z.string() })
const rule = z.enum(findingRules)
const orderKind = z.enum(orderKinds)
const orderState = z.enum(orderStates)
const findingState = z.enum(findingStates)
const words = prose({ max: 20_000, min: 1 })
/** The id of a matter in an address: the number of its petition, or a drawn one. */
export const matterId = () => z.string().regex(/^(?:\d{15}|topic-[A-Za-z0-9_-]{22}|proposal-[A-Za-z0-9_-]{22})$/)

export const subjectView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('petition'),
    number: z.string(),
    /** Null where the viewer may not read it, or it was erased. */
    title: z.string().nullable(),
    stage: z.string(),
    holder: organRef,
    registeredOn: z.string(),
    /** Whether the viewer may open the petition itself. */
    isOpenToYou: z.boolean(),
  }),
  z.object({
    kind: z.literal('topic'),
    category: z.string().nullable(),
    place: z.string().nullable(),
    from: z.string(),
    until: z.string(),
    /** Those that the viewer may know of; `count` is all. */
    petitions: z.array(z.string()),
    count: z.int(),
  }),
  z.object({ kind: z.literal('proposal'), proposal: z.string() }),
])
export type SubjectView = z.output<typeof subjectView>

export const findingView = z.object({
  ref: z.string(),
  rule,
  on: z.string(),
  state: findingState,
  organ: organRef,
  /** Whose supervisors decide on it now. */
  at: organRef,
  escalations: z.int(),
  mendedOn: z.string().nullable(),
  /** What bears it out, in words: which fact, on which day, which limit was missed. */
  evidence: z.array(inWords),
  /** On what it rests, and which article makes it an error; with the trigger of the law. */
  basis: inWords,
  liability: inWords.nullable(),
  trigger: z.string(),
  decision: z.object({ on: z.string(), by: organRef, reason: z.string().nullable() }).nullable(),
  clock: clockView.nullable(),
})
export type FindingView = z.output<typeof findingView>

export const orderView = z.object({
  ref: z.string(),
  kind: orderKind,
  state: orderState,
  by: organRef,
  opener: z.enum(openerKinds),
  openedOn: z.string(),
  due: z.string(),
  closedOn: z.string().nullable(),
  findings: z.array(z.string()),
  addressees: z.array(z.object({ organ: organRef, leader: z.string().nullable() })),
  instruction: z.string(),
  criteria: z.array(z.object({ ref: z.string(), text: z.string(), met: z.boolean() })),
  inspections: z.array(
    z.object({
      way: z.enum(inspectionWays),
      on: z.string(),
      heldOn: z.string(),
      place: z.string().nullable(),
      record: z.string(),
    }),
  ),
  reports: z.array(
    z.object({
      ref: z.string(),
      organ: organRef,
      on: z.string(),
      report: z.string(),
      materials: z.array(z.object({ ref: z.string(), name: z.string(), bytes: z.int(), mediaType: z.string() })),
    }),
  ),
  asked: z
    .object({
      organ: organRef,
      on: z.string(),
      /** For whoever asks, and whoever has it asked. */
      question: z.string().nullable(),
      word: z.object({ on: z.string(), says: z.enum(petitionersWords), words: z.string().nullable() }).nullable(),
    })
    .nullable(),
  verification: z
    .object({ on: z.string(), by: z.string(), way: z.enum(verificationWays), note: z.string() })
    .nullable(),
  returns: z.array(z.object({ on: z.string(), reason: z.string(), until: z.string() })),
  extensions: z.array(z.object({ on: z.string(), until: z.string(), reason: z.string() })),
  raisedTo: z.string().nullable(),
  /** 督办效果: when what was owed was done, and whether the same came again. */
  executedOn: z.string().nullable(),
  relapses: z.int(),
  basis: inWords,
  /** The letter that it was issued as, under `/api/issued/supervision:MATTER/papers`; null for whoever may not read it. */
  letter: z.string().nullable(),
  clocks: z.array(clockView),
})
export type OrderView = z.output<typeof orderView>

/** Every act on the matter, allowed or with the reason that it is not; `on` is the ref of a finding or an order. */
export const supervisionActionView = z.object({
  action: z.enum([
    'confirm',
    'dismiss',
    'refer',
    'decline',
    'open',
    'inspect',
    'report',
    'ask',
    'word',
    'verify',
    'return',
    'extend',
    'close',
    'raise',
  ]),
  on: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})
export type SupervisionActionView = z.output<typeof supervisionActionView>

/** One kind of order as the viewer could open it here: allowed, or with the reason and the article. */
export const kindView = z.object({
  kind: orderKind,
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
  needsCriteria: z.boolean(),
  severalOrgans: z.boolean(),
  basis: inWords,
})
export type KindView = z.output<typeof kindView>

export const matterView = z.object({
  matter: z.string(),
  version: z.int(),
  subject: subjectView,
  supervisors: z.array(organRef),
  findings: z.array(findingView),
  orders: z.array(orderView),
  referrals: z.array(
    z.object({
      ...{ on: z.string(), from: organRef, to: organRef, note: z.string().nullable() },
      declined: z.object({ on: z.string(), reason: z.string() }).nullable(),
    }),
  ),
  /** Which kinds the viewer could open here, each allowed or with the reason and the article. */
  kinds: z.array(kindView),
  /** Organs that could be referred to from here. */
  referees: z.array(organRef),
  actions: z.array(supervisionActionView),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type SupervisedMatterView = z.output<typeof matterView>

/** For the board: one finding that waits for a decision. */
export const candidateRow = z.object({
  matter: z.string(),
  finding: z.string(),
  rule,
  organ: organRef,
  on: z.string(),
  state: findingState,
  escalations: z.int(),
  mendedOn: z.string().nullable(),
  subject: z.enum(['petition', 'topic', 'proposal']),
  title: z.string().nullable(),
  lastDay: z.string().nullable(),
  daysLeft: z.int().nullable(),
  basis: inWords,
})
export type CandidateRowView = z.output<typeof candidateRow>

export const orderRow = z.object({
  matter: z.string(),
  order: z.string(),
  kind: orderKind,
  state: orderState,
  by: organRef,
  organs: z.array(organRef),
  openedOn: z.string(),
  due: z.string(),
  daysLeft: z.int().nullable(),
  isOverdue: z.boolean(),
  closedOn: z.string().nullable(),
  subject: z.enum(['petition', 'topic', 'proposal']),
  title: z.string().nullable(),
  executedOn: z.string().nullable(),
  relapses: z.int(),
})
export type OrderRowView = z.output<typeof orderRow>

/** Who supervises, leads or heads; and for what an organ must act on, whoever handles there. */
export const supervisionReaders = ['clerk', 'head', 'leader', 'supervisor', 'commissioner'] as const
const supervisors = ['head', 'supervisor', 'commissioner'] as const

export const boardCursor = cursorOf(z.tuple([day(), z.string().max(80), z.string().max(12)]))

export const listCandidates = endpoint({
  id: 'supervision.candidates',
  method: 'GET',
  path: '/api/supervision/candidates',
  access: supervisors,
  summary: { zh: '督办线索', en: 'What the rules found' },
  query: z.object({
    state: findingState.default('open'),
    rule: many(rule).optional(),
    organ: organId().optional(),
    cursor: boardCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(candidateRow),
    next: z.string().nullable(),
    /** Each counted up to 1,000. */
    counts: z.object({ open: z.int(), late: z.int(), byRule: z.array(z.object({ rule, count: z.int() })) }),
  }),
})

/** `mine`: that my organ opened; `forUs`: that my organ must act on; `ask`: where my organ asks the petitioner. */
export const listOrders = endpoint({
  id: 'supervision.orders',
  method: 'GET',
  path: '/api/supervision/orders',
  access: supervisionReaders,
  summary: { zh: '督办事项', en: 'Orders' },
  query: z.object({
    which: z.enum(['mine', 'forUs', 'ask']).default('mine'),
    state: z.enum(['open', 'closed']).default('open'),
    kind: many(orderKind).optional(),
    cursor: boardCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(orderRow),
    next: z.string().nullable(),
    counts: z.object({ open: z.int(), overdue: z.int(), toVerify: z.int() }),
  }),
})

/** 统一督查计划: all open inspections that touch the organs under the viewer's, whoever opened them. */
export const readPlan = endpoint({
  id: 'supervision.plan',
  method: 'GET',
  path: '/api/supervision/plan',
  access: supervisors,
  summary: { zh: '统一督查检查计划', en: 'The shared plan of inspections' },
  query: z.object({ from: day().optional(), until: day().optional(), organ: organId().optional() }),
  response: z.object({ items: z.array(orderRow), isWhole: z.boolean() }),
})

/** 督办效果, by organ and kind, over orders closed or opened in a period. */
export const readEffect = endpoint({
  id: 'supervision.effect',
  method: 'GET',
  path: '/api/supervision/effect',
  access: supervisionReaders,
  summary: { zh: '督办效果', en: 'What came of orders' },
  query: z.object({ from: day(), until: day() }),
  response: z.object({
    rows: z.array(
      z.object({
        organ: organRef,
        opened: z.int(),
        reportedInTime: z.int(),
        reportedLate: z.int(),
        unreported: z.int(),
        executed: z.int(),
        closed: z.int(),
        relapsed: z.int(),
        medianDays: z.number().nullable(),
      }),
    ),
  }),
})

export const readMatter = endpoint({
  id: 'supervision.read',
  method: 'GET',
  path: '/api/supervision/matters/:matter',
  access: supervisionReaders,
  summary: { zh: '一件督办事项', en: 'One matter under supervision' },
  params: z.object({ matter: matterId() }),
  response: matterView,
})

/** 提请本机关督查: matters that the viewer's organ was asked to take up, and on which it has opened no order yet. */
export const listReferred = endpoint({
  id: 'supervision.referred',
  method: 'GET',
  path: '/api/supervision/referred',
  access: supervisors,
  summary: { zh: '提请本机关督查的事项', en: 'Matters that you were asked to take up' },
  query: z.object({ limit: pageSize(100, 50) }),
  response: z.object({
    items: z.array(
      z.object({
        matter: z.string(),
        on: z.string(),
        subject: z.enum(['petition', 'topic', 'proposal']),
        title: z.string().nullable(),
        /** What was confirmed of it, and whose failing it is. */
        rules: z.array(rule),
        organs: z.array(organRef),
      }),
    ),
  }),
})
export type ReferredRowView = z.output<typeof listReferred.response>['items'][number]

/** For a petition in which nothing was found, and for a topic: there is no matter yet that would say it. */
export const listKinds = endpoint({
  id: 'supervision.kinds',
  method: 'GET',
  path: '/api/supervision/kinds',
  access: supervisors,
  summary: { zh: '可以发出的督办', en: 'Kinds of order that could be opened' },
  query: z.object({ on: z.enum(['petition', 'topic']) }),
  response: z.object({ items: z.array(kindView) }),
})

/** Heads and leaders of an organ: one of them can be named in an order to it. */
export const listLeaders = endpoint({
  id: 'supervision.leaders',
  method: 'GET',
  path: '/api/supervision/leaders',
  access: supervisors,
  summary: { zh: '承办单位的负责人', en: 'Who leads an organ' },
  query: z.object({ organ: organId() }),
  response: z.object({ items: z.array(z.object({ account: z.string(), name: z.string() })) }),
})

const done = z.object({ matter: z.string(), version: z.int(), order: z.string().nullable() })

/** Opens the first order on a petition in which nothing was found, or on a topic. */
export const beginSupervision = endpoint({
  id: 'supervision.begin',
  method: 'POST',
  path: '/api/supervision/matters',
  access: supervisors,
  summary: { zh: '立项督办', en: 'Put a petition or a topic under supervision' },
  body: z.object({
    subject: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('petition'), number: petitionNumber() }),
      z.object({
        kind: z.literal('topic'),
        category: ref().nullable(),
        place: z
          .string()
          .regex(/^\d{4,12}$/)
          .nullable(),
        from: day(),
        until: day(),
      }),
    ]),
    kind: orderKind,
    addressees: list(z.object({ organ: organId(), leader: ref().nullable().default(null) }), { max: 20, min: 1 }),
    due: day(),
    instruction: words,
    criteria: list(prose({ max: 500, min: 1 }), { max: 20 }).default([]),
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

const command = <const Id extends string, Body extends z.ZodType>(
  id: Id,
  segment: string,
  access: typeof supervisionReaders | typeof supervisors,
  summary: { readonly zh: string; readonly en: string },
  body: Body,
) =>
  endpoint({
    id: `supervision.${id}`,
    method: 'POST',
    path: `/api/supervision/matters/:matter/${segment}`,
    access,
    summary,
    params: z.object({ matter: matterId() }),
    body,
    ifMatch: 'optional',
    idempotencyKey: 'optional',
    response: done,
  })

const note = prose({ max: 2000 }).nullable().default(null)

export const confirmFinding = command(
  'confirm',
  'confirm',
  supervisors,
  { zh: '认定线索', en: 'Confirm what was found' },
  z.object({ finding: ref(), note }),
)
export const dismissFinding = command(
  'dismiss',
  'dismiss',
  supervisors,
  { zh: '排除线索', en: 'Dismiss what was found, with the reason' },
  z.object({ finding: ref(), reason: prose({ max: 2000, min: 1 }) }),
)
export const referMatter = command(
  'refer',
  'refer',
  supervisors,
  { zh: '提请督查', en: 'Ask another to open an order' },
  z.object({ to: organId(), note }),
)
export const declineReferral = command(
  'decline',
  'decline',
  supervisors,
  { zh: '不予督查，说明理由', en: 'Say why a matter that was referred is not taken up' },
  z.object({ reason: prose({ max: 2000, min: 1 }) }),
)
export const openOrder = command(
  'open',
  'orders',
  supervisors,
  { zh: '发出督办', en: 'Open an order' },
  z.object({
    kind: orderKind,
    findings: list(ref(), { max: 50 }).default([]),
    addressees: list(z.object({ organ: organId(), leader: ref().nullable().default(null) }), { max: 20, min: 1 }),
    due: day(),
    instruction: words,
    criteria: list(prose({ max: 500, min: 1 }), { max: 20 }).default([]),
  }),
)
export const recordInspection = command(
  'inspect',
  'inspect',
  supervisors,
  { zh: '记录约谈、实地督查', en: 'Record an interview or a visit' },
  z.object({
    order: ref(),
    way: z.enum(inspectionWays),
    heldOn: day(),
    place: prose({ max: 200, singleLine: true }).nullable().default(null),
    record: words,
  }),
)
/** Files are uploaded first, to `/api/files` as for a petition, and named here. */
export const reportOnOrder = command(
  'report',
  'report',
  supervisionReaders,
  { zh: '反馈办理情况', en: 'Report back' },
  z.object({ order: ref(), report: words, materials: list(materialInput, { max: 20 }).default([]) }),
)
export const askPetitioner = command(
  'ask',
  'ask',
  supervisors,
  { zh: '委托其他单位回访信访人', en: 'Have another organ ask the petitioner' },
  z.object({ order: ref(), through: organId(), question: prose({ max: 2000, min: 1 }) }),
)
export const recordPetitionersWord = command(
  'word',
  'word',
  supervisionReaders,
  { zh: '记录信访人的说法', en: 'Record what the petitioner says' },
  z.object({ order: ref(), says: z.enum(petitionersWords), words: prose({ max: 4000 }).nullable().default(null) }),
)
export const verifyOrder = command(
  'verify',
  'verify',
  supervisors,
  { zh: '核实', en: 'Verify what was reported' },
  z.object({
    order: ref(),
    way: z.enum(verificationWays),
    met: list(ref(), { max: 20 }).default([]),
    note: words,
  }),
)
export const returnReport = command(
  'return',
  'return',
  supervisors,
  { zh: '退回补办', en: 'Return as insufficient' },
  z.object({ order: ref(), reason: prose({ max: 4000, min: 1 }), until: day() }),
)
export const extendOrder = command(
  'extend',
  'extend',
  supervisors,
  { zh: '延期', en: 'Give more time' },
  z.object({ order: ref(), until: day(), reason: prose({ max: 2000, min: 1 }) }),
)
export const closeOrder = command(
  'close',
  'close',
  supervisors,
  { zh: '销号、摘牌', en: 'Close, or take off the list' },
  z.object({ order: ref(), note: words }),
)
export const raiseOrder = command(
  'raise',
  'raise',
  supervisors,
  { zh: '升级督办', en: 'Raise to a stricter order' },
  z.object({
    order: ref(),
    kind: orderKind,
    due: day(),
    reason: prose({ max: 4000, min: 1 }),
    /** Beside those that stand in the order that is raised. */
    criteria: list(prose({ max: 500, min: 1 }), { max: 20 }).default([]),
  }),
)

export const readOrderMaterial = endpoint({
  id: 'supervision.material',
  method: 'GET',
  path: '/api/supervision/matters/:matter/materials/:ref',
  access: supervisionReaders,
  summary: { zh: '下载反馈附件', en: 'Download a file that was reported with' },
  params: z.object({ matter: matterId(), ref: ref() }),
  response: fileReply(),
})

/** On a petition's page: which orders are on it, of those that the reader may see, and whether they could put it under supervision. */
export const supervisionOfPetition = endpoint({
  id: 'supervision.ofPetition',
  method: 'GET',
  path: '/api/petitions/:number/supervision',
  access: supervisionReaders,
  summary: { zh: '一件信访事项的督办', en: 'Supervision of one petition' },
  params: z.object({ number: petitionNumber() }),
  response: z.object({
    /** The matter, where the reader has a part in it. */
    matter: z.string().nullable(),
    orders: z.array(orderRow),
    /** How many findings wait for a decision or were confirmed; for supervisors, and 0 for others. */
    findings: z.int(),
    begin: z.object({ allowed: z.boolean(), refusal: refusalView.nullable() }),
  }),
})

/** For the petitioner: that the matter is under supervision, by whom and until when. */
export const ownSupervision = endpoint({
  id: 'supervision.own',
  method: 'GET',
  path: '/api/follow/supervision',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '对本人信访事项的督办', en: 'Supervision of your petition' },
  response: z.object({
    items: z.array(
      z.object({
        kind: orderKind,
        state: orderState,
        by: organRef,
        organs: z.array(organRef),
        openedOn: z.string(),
        due: z.string(),
        closedOn: z.string().nullable(),
      }),
    ),
  }),
})

/** 挂牌督办公示: no number, no text, no person. */
export const readPublicBoard = endpoint({
  id: 'supervision.board',
  method: 'GET',
  path: '/api/listed-matters',
  access: 'anyone',
  readableFrom: 'anywhere',
  summary: { zh: '挂牌督办公示', en: 'Listed matters, for everybody' },
  query: z.object({ state: z.enum(['open', 'closed']).default('open'), limit: pageSize(100, 50) }),
  response: z.object({
    items: z.array(
      z.object({
        kind: orderKind,
        state: orderState,
        by: organRef,
        organs: z.array(organRef),
        /** The first level of the content classification, and the county. */
        category: inWords,
        place: inWords,
        openedOn: z.string(),
        due: z.string(),
        isOverdue: z.boolean(),
        closedOn: z.string().nullable(),
      }),
    ),
  }),
})

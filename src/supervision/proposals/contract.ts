/** The wire of the proposals: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { proposalKinds, proposalRecipients } from '../../law/proposals.ts'
import { clockView, refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, list, many, organId, pageSize, petitionNumber, prose, whole } from '../../platform/http/fields.ts'
import { proposalActions } from './actions.ts'
import { adoptions, effects, proposalStages } from './proposal.ts'
import { shelves } from './tables.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const inWords = z.object({ zh: z.string(), en: z.string() })
const proposalId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
/** A matter under supervision, as its own room names it. */
const matterId = () => z.string().regex(/^(?:\d{15}|topic-[A-Za-z0-9_-]{22})$/)
const kind = z.enum(proposalKinds)
const stage = z.enum(proposalStages)
const adoption = z.enum(adoptions)
const effect = z.enum(effects)
const shelf = z.enum(shelves)
const part = z.enum(['bureau', 'recipient'])
const words = prose({ max: 20_000, min: 1 })
const short = prose({ max: 4000, min: 1 })
const note = prose({ max: 2000 }).nullable().default(null)

/** How far one recipient has come; for a recipient only its own. */
export const recipientView = z.object({
  organ: organRef,
  standing: z.enum(['waiting', 'answered']),
  answers: z.array(
    z.object({
      ref: z.string(),
      on: z.string(),
      adoption,
      answer: z.string(),
      reasons: z.string().nullable(),
    }),
  ),
  reminders: z.array(z.object({ on: z.string(), note: z.string().nullable() })),
  returns: z.array(z.object({ on: z.string(), reason: z.string(), until: z.string() })),
  measures: z.array(z.object({ ref: z.string(), on: z.string(), takenOn: z.string(), measure: z.string() })),
  effects: z.array(z.object({ on: z.string(), effect, lookedAt: z.string() })),
  clocks: z.array(clockView),
})
export type RecipientView = z.output<typeof recipientView>

export const proposalActionView = z.object({
  action: z.enum(proposalActions),
  /** The recipient that it is done to. */
  recipient: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})
export type ProposalActionView = z.output<typeof proposalActionView>

/** What is written in it; null as long as it is sealed to the viewer. */
export const proposalTextView = z.object({
  title: z.string(),
  findings: z.string(),
  points: z.array(z.string()),
  recipients: z.array(organRef),
  against: z.object({
    organs: z.array(organRef),
    people: z.array(z.object({ organ: organRef, name: z.string() })),
  }),
  due: z.string().nullable(),
  /** Petitions that it is drawn from: to a recipient only those that are open to it, unless it is sealed to all others. */
  petitions: z.array(z.object({ number: z.string(), isOpenToYou: z.boolean() })),
  matters: z.array(z.string()),
})
export type ProposalTextView = z.output<typeof proposalTextView>

export const proposalView = z.object({
  proposal: z.string(),
  version: z.int(),
  kind,
  stage,
  part,
  bureau: organRef,
  draftedOn: z.string(),
  issuedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  basis: inWords,
  /** Whether what is written in it is kept from everybody who has not said that day why they read it. */
  isSealed: z.boolean(),
  isOpenToYou: z.boolean(),
  text: proposalTextView.nullable(),
  recipients: z.array(recipientView),
  /** For the bureau alone: what was said when it was sent back. */
  sentBack: z.object({ on: z.string(), reason: z.string() }).nullable(),
  /** What was said when it was closed or withdrawn. */
  note: z.string().nullable(),
  /** Who said why they read it: for the bureau all, for a recipient its own. */
  openings: z.array(
    z.object({ on: z.string(), organ: organRef, account: z.string(), name: z.string(), reason: z.string().nullable() }),
  ),
  actions: z.array(proposalActionView),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type ProposalView = z.output<typeof proposalView>

export const proposalRow = z.object({
  proposal: z.string(),
  kind,
  stage,
  shelf,
  bureau: organRef,
  /** Null where it is sealed: a list says of it that it is there, to those to whom it is. */
  title: z.string().nullable(),
  draftedOn: z.string(),
  issuedOn: z.string().nullable(),
  recipients: z.array(
    z.object({ organ: organRef, adoption: adoption.nullable(), effect: effect.nullable(), isOverdue: z.boolean() }),
  ),
  nextDuty: z.object({ lastDay: z.string(), daysLeft: z.int(), isOverdue: z.boolean() }).nullable(),
  /** The day of the last change, where nothing is waited for. */
  movedOn: z.string(),
})
export type ProposalRowView = z.output<typeof proposalRow>

/** Whoever handles, leads or supervises reads; of what is sealed fewer do, and that is decided on each. */
export const proposalReaders = ['clerk', 'head', 'leader', 'supervisor'] as const
export const proposalWriters = ['clerk', 'head', 'supervisor'] as const

export const proposalCursor = cursorOf(z.tuple([day(), z.string().max(40)]))

export const listProposals = endpoint({
  id: 'proposal.list',
  method: 'GET',
  path: '/api/proposals',
  access: proposalReaders,
  summary: { zh: '本单位提出和收到的建议', en: 'Proposals that your organ makes, and those made to it' },
  query: z.object({
    part: part.default('bureau'),
    /** All where it is left out with a petition; what is waited for otherwise. */
    shelf: shelf.optional(),
    petition: petitionNumber().optional(),
    cursor: proposalCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(proposalRow),
    next: z.string().nullable(),
    /** What still asks for something, each counted up to 1,000. */
    counts: z.array(z.object({ part, shelf, count: z.int(), overdue: z.int() })),
    /** Whether your organ makes proposals. */
    proposes: z.boolean(),
  }),
})

export const readProposal = endpoint({
  id: 'proposal.read',
  method: 'GET',
  path: '/api/proposals/:proposal',
  access: proposalReaders,
  summary: { zh: '一件建议', en: 'One proposal' },
  params: z.object({ proposal: proposalId() }),
  response: proposalView,
})

/** What a proposal of a kind could be: to whom it may go, and by when it must be answered. */
export const prepareProposal = endpoint({
  id: 'proposal.prepare',
  method: 'GET',
  path: '/api/proposal-draft',
  access: proposalWriters,
  summary: {
    zh: '可以提出的建议、对象和反馈期限',
    en: 'Which proposals can be made, to whom, and how long the answer may take',
  },
  query: z.object({
    kind: kind.default('improveWork'),
    petition: many(petitionNumber()).optional(),
    matter: many(matterId()).optional(),
    against: many(organId()).optional(),
  }),
  response: z.object({
    kinds: z.array(
      z.object({
        kind,
        zh: z.string(),
        en: z.string(),
        basis: inWords,
        to: z.array(z.enum(proposalRecipients)),
        mayBeAgainst: z.array(z.enum(['organs', 'people'])),
        refusal: refusalView.nullable(),
      }),
    ),
    /** Null where the law gives no days and the proposal names the day itself. */
    answerWithin: z.object({ unit: z.string(), count: z.int() }).nullable(),
    answerBasis: inWords,
    /** Petitions that were asked for, each with whether it can be linked. */
    petitions: z.array(z.object({ number: z.string(), refusal: refusalView.nullable() })),
    /** Organs with a part in what is linked. */
    concerned: z.array(organRef),
    recipients: z.array(organRef),
  }),
})

/** For the annual report (art. 41 (3)). */
export const readFigures = endpoint({
  id: 'proposal.figures',
  method: 'GET',
  path: '/api/proposal-figures',
  access: proposalWriters,
  summary: { zh: '提出建议以及被采纳情况', en: 'Proposals made in a year, and what came of them' },
  query: z.object({ year: whole({ min: 2000, max: 2999 }) }),
  response: z.object({
    kinds: z.array(
      z.object({
        kind,
        issued: z.int(),
        recipients: z.int(),
        adopted: z.int(),
        partly: z.int(),
        notAdopted: z.int(),
        waiting: z.int(),
        overdue: z.int(),
        effect: z.object({ taken: z.int(), partly: z.int(), none: z.int() }),
      }),
    ),
  }),
})

const textBody = z.object({
  title: prose({ max: 200, min: 1, singleLine: true }),
  findings: words,
  points: list(short, { max: 20 }).default([]),
  recipients: list(organId(), { max: 20 }).default([]),
  petitions: list(petitionNumber(), { max: 50 }).default([]),
  matters: list(matterId(), { max: 20 }).default([]),
  against: z
    .object({
      organs: list(organId(), { max: 20 }).default([]),
      people: list(
        z.object({ organ: organId(), name: prose({ max: 100, min: 1, singleLine: true, part: 'identity' }) }),
        { max: 20 },
      ).default([]),
    })
    .default({ organs: [], people: [] }),
  due: day().nullable().default(null),
})

const done = z.object({ proposal: z.string(), version: z.int(), stage })

export const draftProposal = endpoint({
  id: 'proposal.draft',
  method: 'POST',
  path: '/api/proposals',
  access: proposalWriters,
  summary: { zh: '起草建议', en: 'Draft a proposal' },
  body: z.object({ kind, text: textBody }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

const command = commandsTo({
  room: 'proposal',
  path: '/api/proposals/:proposal',
  access: proposalWriters,
  params: z.object({ proposal: proposalId() }),
  response: done,
})

export const editProposal = command('edit', { zh: '修改', en: 'Edit it' }, z.object({ text: textBody }))
export const submitProposal = command('submit', { zh: '送审', en: 'Submit it for approval' }, z.object({}))
export const sendProposalBack = command(
  'send-back',
  { zh: '退回修改', en: 'Send it back to be worked on' },
  z.object({ reason: short }),
)
export const approveProposal = command('approve', { zh: '批准', en: 'Approve it' }, z.object({}))
export const issueProposal = command('issue', { zh: '发出', en: 'Issue it' }, z.object({}))
export const openProposal = command(
  'open',
  { zh: '说明理由后查阅', en: 'Say why you read it, and read it until midnight' },
  z.object({ reason: short }),
)
export const remindRecipient = command(
  'remind',
  { zh: '催促反馈', en: 'Remind a recipient' },
  z.object({ recipient: organId(), note }),
)
export const answerProposal = command(
  'answer',
  { zh: '书面反馈采纳情况', en: 'Say in writing what is adopted' },
  z.object({ adoption, answer: words, reasons: words.nullable().default(null) }),
)
export const addReasons = command(
  'reasons',
  { zh: '说明未采纳的理由', en: 'Give the reasons for not adopting it' },
  z.object({ reasons: words }),
)
export const returnAnswer = command(
  'return',
  { zh: '退回反馈', en: 'Return an answer as insufficient' },
  z.object({ recipient: organId(), reason: short, until: day() }),
)
export const recordMeasure = command(
  'measure',
  { zh: '记录落实措施', en: 'Record a measure that was taken' },
  z.object({ takenOn: day(), measure: words }),
)
export const verifyEffect = command(
  'effect',
  { zh: '核实成效', en: 'Say whether it has taken effect, and what was looked at' },
  z.object({ recipient: organId(), effect, lookedAt: words }),
)
export const closeProposal = command('close', { zh: '办结', en: 'Close it' }, z.object({ note }))
export const withdrawProposal = command('withdraw', { zh: '撤回', en: 'Withdraw it' }, z.object({ reason: short }))

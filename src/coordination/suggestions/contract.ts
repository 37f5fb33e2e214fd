/** The wire of suggestions: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, flag, organId, pageSize, petitionNumber, prose, ref } from '../../platform/http/fields.ts'
import { callId } from '../calls/contract.ts'
import { suggestionActions } from './actions.ts'
import { changeStages, endings, rewardStages, suggestionStages } from './suggestion.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const suggestionId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const stage = z.enum(suggestionStages)
const adoption = z.enum(['wholly', 'partly', 'notAdopted'])
/** A name of the pack's own. */
const rewardKind = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)
const inWords = z.object({ zh: z.string(), en: z.string() })
const words = prose({ max: 10_000, min: 1 })
const short = prose({ max: 4000, min: 1 })
const line = prose({ max: 200, min: 1, singleLine: true })

export const suggestionRow = z.object({
  suggestion: z.string(),
  petition: z.string(),
  /** The masked title of its petition. */
  title: z.string(),
  holder: organRef.nullable(),
  /** The call that it answers. */
  call: z.string().nullable(),
  receivedOn: z.string(),
  stage,
  adoption: adoption.nullable(),
  answeredOn: z.string().nullable(),
  /** Whether a reward or a text about it waits for the head. */
  waits: z.boolean(),
})
export type SuggestionRowView = z.output<typeof suggestionRow>

const asked = z.object({ ref: z.string(), on: z.string(), organ: organRef, what: z.string(), due: z.string() })

const suggestionView = z.object({
  suggestion: z.string(),
  version: z.int(),
  petition: z.string(),
  title: z.string(),
  call: z.object({ call: z.string(), title: z.string() }).nullable(),
  receivedOn: z.string(),
  stage,
  adoption: adoption.nullable(),
  answeredOn: z.string().nullable(),
  answeredBy: organRef.nullable(),
  ending: z.enum(endings).nullable(),
  /** Whom it was given to for study, and for carrying out; what they report stands in their tasks. */
  studies: z.array(asked),
  carryingOut: z.array(asked),
  rewards: z.array(
    z.object({
      ref: z.string(),
      on: z.string(),
      kind: rewardKind,
      name: inWords,
      what: z.string(),
      why: z.string(),
      stage: z.enum(rewardStages),
      decidedOn: z.string().nullable(),
      reason: z.string().nullable(),
      givenOn: z.string().nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      ref: z.string(),
      on: z.string(),
      title: z.string(),
      text: z.string(),
      stage: z.enum(changeStages),
      publishedOn: z.string().nullable(),
      /** Why it was taken back. */
      reason: z.string().nullable(),
    }),
  ),
  erasedOn: z.string().nullable(),
  /** Kinds that can be proposed here. */
  rewardKinds: z.array(z.object({ kind: rewardKind, ...inWords.shape })),
  actions: z.array(
    z.object({
      action: z.enum(suggestionActions),
      /** The reward or the change that it is about. */
      ref: z.string().nullable(),
      zh: z.string(),
      en: z.string(),
      allowed: z.boolean(),
      refusal: refusalView.nullable(),
    }),
  ),
  history: z.array(z.object({ type: z.string(), on: z.string(), zh: z.string(), en: z.string() })),
})
export type SuggestionView = z.output<typeof suggestionView>

export const suggestionPosts = ['clerk', 'head', 'leader', 'supervisor'] as const
export const suggestionCursor = cursorOf(z.tuple([day(), z.string().max(60)]))
export const changeCursor = cursorOf(z.tuple([day(), z.string().max(60)]))

export const listSuggestions = endpoint({
  id: 'suggestion.list',
  method: 'GET',
  path: '/api/suggestions',
  access: suggestionPosts,
  summary: { zh: '建议：研究、采纳、奖励与成效', en: 'Suggestions that concern your organ, and what became of them' },
  query: z.object({
    call: callId().optional(),
    stage: stage.optional(),
    waits: flag().default(false),
    cursor: suggestionCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({ items: z.array(suggestionRow), next: z.string().nullable() }),
})

export const suggestionOf = endpoint({
  id: 'suggestion.of',
  method: 'GET',
  path: '/api/suggestion-of',
  access: suggestionPosts,
  summary: {
    zh: '某一信访事项对应的建议办理',
    en: 'What becomes of the suggestion in one petition; null where it is none',
  },
  query: z.object({ petition: petitionNumber() }),
  response: z.object({ suggestion: z.string().nullable() }),
})

export const readSuggestion = endpoint({
  id: 'suggestion.read',
  method: 'GET',
  path: '/api/suggestions/:suggestion',
  access: suggestionPosts,
  summary: { zh: '一件建议的办理', en: 'One suggestion, and what became of it' },
  params: z.object({ suggestion: suggestionId() }),
  response: suggestionView,
})

export const ownSuggestion = endpoint({
  id: 'suggestion.own',
  method: 'GET',
  path: '/api/follow/suggestion',
  access: 'petitioner',
  summary: {
    zh: '信访人：我的建议的研究、落实与奖励',
    en: 'For the petitioner: who studies it, who carries it out, what reward',
  },
  response: z.object({
    /** Null where the petition is no suggestion. */
    suggestion: z
      .object({
        studies: z.array(z.object({ organ: organRef, on: z.string(), due: z.string() })),
        carryingOut: z.array(z.object({ organ: organRef, on: z.string(), due: z.string() })),
        rewards: z.array(
          z.object({
            kind: rewardKind,
            name: inWords,
            what: z.string(),
            approvedOn: z.string(),
            givenOn: z.string().nullable(),
          }),
        ),
        changes: z.array(z.object({ title: z.string(), text: z.string(), publishedOn: z.string() })),
      })
      .nullable(),
  }),
})
export type OwnSuggestion = z.output<typeof ownSuggestion.response>

export const listChanges = endpoint({
  id: 'suggestion.changes',
  method: 'GET',
  path: '/api/suggestion-changes',
  access: 'anyone',
  summary: { zh: '公开：采纳建议带来的变化', en: 'In public: what changed because of suggestions' },
  query: z.object({
    call: callId().optional(),
    cursor: changeCursor.field.optional(),
    limit: pageSize(100, 20),
  }),
  response: z.object({
    items: z.array(
      z.object({
        change: z.string(),
        call: z.string().nullable(),
        organ: organRef,
        title: z.string(),
        text: z.string(),
        publishedOn: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
})

const done = z.object({ suggestion: z.string(), version: z.int(), stage })

const command = commandsTo({
  room: 'suggestion',
  path: '/api/suggestions/:suggestion',
  access: suggestionPosts,
  params: z.object({ suggestion: suggestionId() }),
  response: done,
})

const asking = z.object({ organ: organId(), what: short, due: day() })
const onReward = z.object({ reward: ref() })
const onChange = z.object({ change: ref() })

export const assignStudy = command('assign-study', { zh: '交有关单位研究论证', en: 'Ask an organ to study it' }, asking)
export const carryOut = command('carry-out', { zh: '交办落实', en: 'Have what was adopted carried out' }, asking)
export const proposeReward = command(
  'propose-reward',
  { zh: '提出奖励', en: 'Propose a reward' },
  z.object({ kind: rewardKind, what: short, why: short }),
)
export const approveReward = command('approve-reward', { zh: '批准奖励', en: 'Approve a reward' }, onReward)
export const refuseReward = command(
  'refuse-reward',
  { zh: '不批准奖励', en: 'Refuse a reward' },
  onReward.extend({ reason: short }),
)
export const giveReward = command(
  'give-reward',
  { zh: '登记奖励已发放', en: 'Record that a reward was given' },
  onReward,
)
export const draftChange = command(
  'draft-change',
  { zh: '撰写采纳成效', en: 'Write what changed' },
  z.object({ title: line, text: words }),
)
export const publishChange = command('publish-change', { zh: '批准公开', en: 'Publish what changed' }, onChange)
export const takeBackChange = command(
  'take-back-change',
  { zh: '撤下', en: 'Take back what was written or published' },
  onChange.extend({ reason: short }),
)

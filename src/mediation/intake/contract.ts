/** The wire of a centre's window: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { mediationKinds } from '../../law/mediation.ts'
import { referralWays } from '../../law/referrals.ts'
import { categoryId } from '../../petition/commands.ts'
import { refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, petitionNumber, prose } from '../../platform/http/fields.ts'
import { disputeRow } from '../../prevention/disputes/views.ts'
import { partyRoles } from '../mediations/opening-words.ts'
import { mediationRow } from '../mediations/views.ts'
import { referralView } from '../referrals/contract.ts'
import { intakeStages, intakeWays, leadKinds } from './intake.ts'
import { betweenWhom, offeredKinds } from './offering.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const inWords = z.object({ zh: z.string(), en: z.string() })
const reference = () => z.string().regex(/^\d{12}$/)
const stage = z.enum(intakeStages)
const way = z.enum(intakeWays)
const place = () => z.string().regex(/^(?:00|\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)

/** What was done, by whom, and by when. */
export const leadView = z.object({
  kind: z.enum(leadKinds),
  on: z.string(),
  by: organRef.nullable(),
  until: z.string().nullable(),
  words: z.string(),
  way: z.enum(referralWays).nullable(),
  where: z.string().nullable(),
  /** For the centre where it may open it; for whoever came always. */
  petition: z.string().nullable(),
  /** The limits of the way that was explained, in words. */
  limits: inWords.nullable(),
  /** What was begun with it; for the centre where it may open it. */
  dispute: z.string().nullable(),
  mediation: z.string().nullable(),
  referral: z.string().nullable(),
})
export type LeadView = z.output<typeof leadView>

/** For whoever came: with what they go on there. The key of their slip has opened this, so it opens these. */
export const heldLeadView = leadView.omit({ dispute: true, mediation: true, referral: true }).extend({
  /** In the mediation they are a party with a number and key of their own. */
  mediation: z.object({ reference: z.string(), key: z.string() }).nullable(),
  /** With this they say themselves that the dispute is settled. */
  disputeKey: z.string().nullable(),
  referral: referralView.nullable(),
})
export type HeldLeadView = z.output<typeof heldLeadView>

export const intakeActions = leadKinds

export const intakeView = z.object({
  intake: z.string(),
  version: z.int(),
  stage,
  way,
  centre: organRef,
  name: z.string(),
  phone: z.string().nullable(),
  about: z.string(),
  place: z.string(),
  category: z.string(),
  concerned: z.int(),
  takenOn: z.string(),
  leads: z.array(leadView),
  erasedOn: z.string().nullable(),
  actions: z.array(
    z.object({
      /** Each way of leading on. */
      action: z.enum(intakeActions),
      zh: z.string(),
      en: z.string(),
      allowed: z.boolean(),
      refusal: refusalView.nullable(),
    }),
  ),
})
export type IntakeView = z.output<typeof intakeView>

export const intakeRow = z.object({
  intake: z.string(),
  stage,
  way,
  name: z.string().nullable(),
  about: z.string().nullable(),
  place: z.string(),
  category: z.string(),
  concerned: z.int(),
  takenOn: z.string(),
  movedOn: z.string(),
  ledAs: z.enum(leadKinds).nullable(),
})
export type IntakeRowView = z.output<typeof intakeRow>

/** Whoever handles at a centre; heads lead it. */
export const intakePosts = ['clerk', 'head'] as const
export const intakeCursor = cursorOf(z.tuple([day(), z.string().max(40)]))

export const listIntakes = endpoint({
  id: 'intake.list',
  method: 'GET',
  path: '/api/intakes',
  access: intakePosts,
  summary: { zh: '本中心窗口接待的', en: 'Who came to your centre' },
  query: z.object({
    stage: stage.default('waiting'),
    cursor: intakeCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({ items: z.array(intakeRow), next: z.string().nullable() }),
})

/** The centre's day: who waits, what was led on today, its sessions, what waits for it, and which limits of other ways fall due. */
export const centreDay = endpoint({
  id: 'intake.day',
  method: 'GET',
  path: '/api/centre-day',
  access: intakePosts,
  summary: { zh: '中心今天的工作', en: 'A centre’s day' },
  response: z.object({
    today: z.string(),
    centre: organRef,
    /** Why nobody is taken in here; null at a centre. */
    takes: z.object({ refusal: refusalView.nullable() }),
    waiting: z.int(),
    ledToday: z.int(),
    referrals: z.object({ due: z.int(), going: z.int() }),
    /** Of today, and those of before of which nobody wrote down how they went. Of the parties their roles: names stand where one is open. */
    sessions: z.array(
      z.object({
        mediation: z.string(),
        kind: z.enum(mediationKinds),
        ref: z.string(),
        day: z.string(),
        at: z.string(),
        place: z.string().nullable(),
        roles: z.array(z.enum(partyRoles)),
        isMissed: z.boolean(),
      }),
    ),
    /** Disputes handed up to this centre, and mediations that others brought here, until it takes them up. */
    handedUp: z.object({ disputes: z.array(disputeRow), mediations: z.array(mediationRow), count: z.int() }),
    confirming: z.object({ items: z.array(mediationRow), count: z.int() }),
    /** Due within a week, or past; `count` is of all that are followed. */
    promises: z.object({ items: z.array(mediationRow), count: z.int() }),
  }),
})

export const readIntake = endpoint({
  id: 'intake.read',
  method: 'GET',
  path: '/api/intakes/:intake',
  access: intakePosts,
  summary: { zh: '一次接待', en: 'One visit to the window' },
  params: z.object({ intake: reference() }),
  response: intakeView,
})

export const takeIn = endpoint({
  id: 'intake.take-in',
  method: 'POST',
  path: '/api/intakes',
  access: intakePosts,
  summary: { zh: '接待登记', en: 'Take somebody in' },
  body: z.object({
    way: way.default('window'),
    name: prose({ max: 100, min: 1, singleLine: true, part: 'identity' }),
    phone: prose({ max: 40, min: 1, singleLine: true, part: 'identity' }).nullable().default(null),
    about: prose({ max: 4000, min: 1 }),
    place: place(),
    category: categoryId.default('other'),
    concerned: z.int().min(1).max(100_000).default(1),
  }),
  idempotencyKey: 'required',
  status: 201,
  response: z.object({
    intake: z.string(),
    /** Shown this once, for the slip. */
    key: z.string(),
    takenOn: z.string(),
  }),
})

const command = commandsTo({
  room: 'intake',
  path: '/api/intakes/:intake',
  access: intakePosts,
  params: z.object({ intake: reference() }),
  response: z.object({ intake: z.string(), version: z.int(), stage }),
})

/** The other side. */
const otherSide = z.object({
  name: prose({ max: 200, min: 1, singleLine: true, part: 'identity' }),
  phone: prose({ max: 40, min: 1, singleLine: true, part: 'identity' }).nullable().default(null),
  organ: organId().nullable().default(null),
})

export const leadOn = command(
  'lead',
  { zh: '引导', en: 'Lead on' },
  z.object({
    kind: z.enum(leadKinds),
    by: organId().nullable().default(null),
    until: day().nullable().default(null),
    words: prose({ max: 20_000, min: 1 }),
    way: z.enum(referralWays).nullable().default(null),
    where: prose({ max: 200, min: 1, singleLine: true }).nullable().default(null),
    petition: petitionNumber().nullable().default(null),
    dispute: z
      .object({
        title: prose({ max: 200, min: 1, singleLine: true }),
        asked: prose({ max: 4000, min: 1 }),
        others: list(otherSide, { max: 19 }).default([]),
      })
      .nullable()
      .default(null),
    mediation: z
      .object({ kind: z.enum(mediationKinds), others: list(otherSide, { max: 19, min: 1 }) })
      .nullable()
      .default(null),
    knownOn: day().nullable().default(null),
  }),
)

/** The visit from which something came, for the centre where it was. */
export const visitOf = endpoint({
  id: 'intake.of',
  method: 'GET',
  path: '/api/intake-of',
  access: intakePosts,
  summary: { zh: '由哪次接待而来', en: 'The visit that it came from' },
  query: z.object({
    began: z.string().regex(/^(?:dispute|mediation):[A-Za-z0-9_-]{22}$/),
  }),
  response: z.object({ intake: reference().nullable() }),
})

/** What can be offered: kinds of mediation, each with why, and other ways of the law with their limits. */
export const offerFor = endpoint({
  id: 'intake.offer',
  method: 'GET',
  path: '/api/intake-offer',
  access: intakePosts,
  summary: { zh: '适合的调解方式和法定途径', en: 'Which mediation fits, and which other ways of the law there are' },
  query: z.object({ category: categoryId.default('other'), between: z.enum(betweenWhom).default('private') }),
  response: z.object({
    kinds: z.array(
      z.object({ kind: z.enum(offeredKinds), zh: z.string(), en: z.string(), why: inWords, basis: inWords }),
    ),
    ways: z.array(z.object({ procedure: z.string(), name: inWords, says: inWords, limits: inWords })),
    notSuable: inWords,
  }),
})

export const heldIntake = endpoint({
  id: 'intake.held',
  method: 'POST',
  path: '/api/held-intake',
  access: 'anyone',
  pace: 'lookup',
  summary: { zh: '凭编号和查询码查看接待情况', en: 'See with number and key what became of your visit' },
  body: z.object({ reference: reference(), key: z.string().min(1).max(64) }),
  response: z.object({
    reference: z.string(),
    centre: organRef,
    stage,
    takenOn: z.string(),
    about: z.string(),
    leads: z.array(heldLeadView),
  }),
})
export type HeldIntakeView = z.output<(typeof heldIntake)['response']>

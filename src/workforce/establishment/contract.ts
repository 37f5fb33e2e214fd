/** The wire of establishments: the organs of an area, one organ with its posts, and what is written down. */
import { z } from 'zod'
import { refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { day, organId, pageSize, prose, ref, whole } from '../../platform/http/fields.ts'
import { establishedPosts } from './establishment.ts'
import { experienceBands, holdingKinds } from './strength.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const post = z.enum(establishedPosts)

/** Whoever leads an organ or keeps its accounts. */
export const establishmentReaders = ['head', 'leader', 'administrator'] as const

const people = z.object({ lasting: z.int(), temporary: z.int(), seconded: z.int() })

export const postView = z.object({
  post,
  /** Null where no document is written down. */
  allotted: z.int().nullable(),
  ...people.shape,
  vacant: z.int().nullable(),
  over: z.int().nullable(),
  endingSoon: z.int(),
  toCome: z.int(),
})
export type PostView = z.output<typeof postView>

export const organRow = z.object({
  organ: organRef,
  /** Of the posts that are written down; null where none is. */
  allotted: z.int().nullable(),
  vacant: z.int().nullable(),
  over: z.int().nullable(),
  /** Each person once. */
  people,
  endingSoon: z.int(),
})
export type OrganRow = z.output<typeof organRow>

/** How long people have held their post; null where so few are counted that one could be told from it. */
export const mixView = z.array(z.object({ band: z.enum(experienceBands), count: z.int() })).nullable()
export type MixView = z.output<typeof mixView>

export const establishmentCursor = cursorOf(z.tuple([organId()]))

export const listEstablishments = endpoint({
  id: 'establishment.list',
  method: 'GET',
  path: '/api/workforce/establishment',
  access: establishmentReaders,
  summary: {
    zh: '编制与在岗：本单位和所辖单位',
    en: 'Posts allotted and filled, in your organ and those that it looks over',
  },
  query: z.object({ cursor: establishmentCursor.field.optional(), limit: pageSize(100, 50) }),
  response: z.object({
    organ: organRef,
    /** Of which anything is allotted, or in which anybody holds a post; the others are left out. */
    organs: z.int(),
    items: z.array(organRow),
    next: z.string().nullable(),
    /** Of all other organs of the area together, on the first page. */
    mix: mixView,
  }),
})
export type EstablishmentsView = z.output<typeof listEstablishments.response>

export const holderView = z.object({
  account: z.string(),
  name: z.string(),
  post,
  kind: z.enum(holdingKinds),
  from: z.string(),
  until: z.string().nullable(),
  endsSoon: z.boolean(),
  hasBegun: z.boolean(),
  secondedFrom: organRef.nullable(),
})
export type HolderView = z.output<typeof holderView>

export const allotmentView = z.object({
  ref: z.string(),
  post,
  count: z.int(),
  from: z.string(),
  on: z.string(),
  document: z.string(),
  reason: z.string(),
  withdrawn: z.object({ on: z.string(), reason: z.string() }).nullable(),
})
export type AllotmentView = z.output<typeof allotmentView>

export const readEstablishment = endpoint({
  id: 'establishment.read',
  method: 'GET',
  path: '/api/workforce/establishment/:organ',
  access: establishmentReaders,
  summary: { zh: '一个单位的编制与在岗', en: 'What one organ is allotted, and what is filled' },
  params: z.object({ organ: organId() }),
  response: z.object({
    organ: organRef,
    posts: z.array(postView),
    people,
    mix: mixView,
    /** Who holds the posts, for whoever answers for them in the organ itself; null for everybody else. */
    holders: z.array(holderView).nullable(),
    /** What begins last first; what was taken back is among them. */
    allotments: z.array(allotmentView),
    /** Why you cannot write anything down here; null where you can. */
    refusal: refusalView.nullable(),
  }),
})
export type EstablishmentView = z.output<typeof readEstablishment.response>

const mostPosts = 9999
const done = z.object({ organ: z.string(), version: z.int() })

export const allotPosts = endpoint({
  id: 'establishment.allot',
  method: 'POST',
  path: '/api/workforce/establishment/:organ/allotments',
  access: establishmentReaders,
  summary: { zh: '登记编制', en: 'Write down how many are allotted' },
  params: z.object({ organ: organId() }),
  body: z.object({
    post,
    count: whole({ min: 0, max: mostPosts }),
    from: day(),
    document: prose({ max: 200, min: 2, singleLine: true }),
    reason: prose({ max: 1000, min: 1 }),
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

export const withdrawAllotment = endpoint({
  id: 'establishment.withdraw',
  method: 'POST',
  path: '/api/workforce/establishment/:organ/allotments/:ref/withdraw',
  access: establishmentReaders,
  summary: { zh: '撤销登记有误的编制', en: 'Take back an entry that was mistaken' },
  params: z.object({ organ: organId(), ref: ref() }),
  body: z.object({ reason: prose({ max: 1000, min: 1 }) }),
  idempotencyKey: 'optional',
  response: done,
})

/** The wire of the topics: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { readers } from '../../petition/contract.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { day, pageSize } from '../../platform/http/fields.ts'

const coded = z.object({ code: z.string(), zh: z.string(), en: z.string() })

/** A topic as far as the reader may see it: every number counts only petitions that are theirs to see. */
export const topicRow = z.object({
  topic: z.int(),
  name: z.string(),
  place: z.string().nullable(),
  whom: z.string().nullable(),
  /** What holds it together: words, and the share of its petitions that have them. */
  words: z.array(z.object({ word: z.string(), share: z.number() })),
  heat: z.number(),
  people: z.int(),
  petitions: z.int(),
  from: z.string(),
  to: z.string(),
  /** Of the last thirty days of the period, and of the thirty before them. */
  recent: z.int(),
  before: z.int(),
  /** By months of the period, each with its first day. */
  months: z.array(z.object({ from: z.string(), petitions: z.int() })),
})
export type TopicRowView = z.output<typeof topicRow>

const period = { from: day().optional(), until: day().optional() }
const topicNumber = () => z.coerce.number().int().min(1).max(2_147_483_647)

export const listTopics = endpoint({
  id: 'topic.list',
  method: 'GET',
  path: '/api/insight/topics',
  access: readers,
  summary: {
    zh: '热点问题：群众集中反映什么，限您有权查阅的',
    en: 'Hot topics: what many people write about, of what is yours to see',
  },
  query: z.object({ ...period, limit: pageSize(100, 30) }),
  response: z.object({
    from: z.string(),
    until: z.string(),
    items: z.array(topicRow),
    /** The last night on which petitions were gathered; null before the first. */
    night: z.object({ day: z.string(), gathered: z.int(), topics: z.int() }).nullable(),
  }),
})

export const topicView = z.object({
  ...topicRow.shape,
  /** By weeks, each with its first day. */
  weeks: z.array(z.object({ from: z.string(), petitions: z.int(), people: z.int() })),
  places: z.array(z.object({ ...coded.shape, petitions: z.int() })),
  categories: z.array(z.object({ ...coded.shape, petitions: z.int() })),
})
export type TopicView = z.output<typeof topicView>

export const readTopic = endpoint({
  id: 'topic.read',
  method: 'GET',
  path: '/api/insight/topics/:topic',
  access: readers,
  summary: { zh: '一个热点问题', en: 'One topic' },
  params: z.object({ topic: topicNumber() }),
  response: topicView,
})

export const topicPetition = z.object({
  petition: z.string(),
  /** With names and numbers masked; null where it cannot be read. */
  title: z.string().nullable(),
  day: z.string(),
  place: coded,
  category: coded,
  stage: z.string(),
})
export type TopicPetitionView = z.output<typeof topicPetition>

export const topicCursor = cursorOf(z.tuple([day(), z.string().max(60)]))

export const listOfTopic = endpoint({
  id: 'topic.petitions',
  method: 'GET',
  path: '/api/insight/topics/:topic/petitions',
  access: readers,
  summary: { zh: '该问题涉及的信访事项，限您有权查阅的', en: 'The petitions of it, of those that are yours to see' },
  params: z.object({ topic: topicNumber() }),
  query: z.object({ cursor: topicCursor.field.optional(), limit: pageSize(100, 30) }),
  response: z.object({ items: z.array(topicPetition), next: z.string().nullable() }),
})

/** The wire of repeats: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { readers } from '../../petition/contract.ts'
import { petitionRow } from '../../petition/views.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { petitionNumber, prose } from '../../platform/http/fields.ts'

/** In the one text this stands, and in its stead in the other that. */
const apart = z.object({ kind: z.enum(['place', 'road', 'number', 'organ']), one: z.string(), other: z.string() })
const stretch = z.object({ same: z.string().nullable(), one: z.string(), other: z.string() })

export const repeatRow = z.object({
  petition: petitionRow,
  kind: z.enum(['same-petitioner', 'same-matter', 'copied-elsewhere']),
  /** Of a hundred stretches of four signs so many are the same. */
  percent: z.int(),
  isCopy: z.boolean(),
  apart: z.array(apart),
})
export type RepeatRow = z.output<typeof repeatRow>
const offered = z.object({ items: z.array(repeatRow) })

export const besideView = z.object({
  /** Word by word, names and numbers masked in both: what both say, or what the one says for the other. */
  title: z.array(stretch),
  text: z.array(stretch),
  apart: z.array(apart),
})
export type BesideView = z.output<typeof besideView>

const line = (max: number) => prose({ max, min: 1, singleLine: true })
const who = (max: number) => prose({ max, min: 1, singleLine: true, part: 'identity' }).nullable().default(null)

/** What stands in the form so far. Nothing of it is kept. */
const told = z.object({
  title: line(200).nullable().default(null),
  text: prose({ max: 50_000, min: 1 }),
  class: z.enum(['suggestion', 'accusation', 'appeal']).default('appeal'),
  place: z
    .string()
    .regex(/^\d{2,12}$/)
    .optional(),
  category: z.string().max(60).optional(),
  people: z
    .array(z.object({ name: who(100), idNumber: who(40), phone: who(40) }))
    .max(20)
    .default([]),
})

/** Whoever registers and handles. */
export const repeatPosts = ['clerk', 'head'] as const

export const findRepeats = endpoint({
  id: 'repeat.find',
  method: 'POST',
  path: '/api/insight/repeats',
  access: repeatPosts,
  summary: {
    zh: '登记前查重：同一信访人的同一事项、他人的同一事项、照抄的内容',
    en: 'Before registering: the same matter of the same petitioner, of others, and copied words',
  },
  body: told,
  response: offered,
})

export const layBeside = endpoint({
  id: 'repeat.beside',
  method: 'POST',
  path: '/api/insight/repeats/beside',
  access: repeatPosts,
  summary: {
    zh: '逐词比对正在登记的内容与一件信访事项',
    en: 'Lay what is being registered beside a petition, word by word',
  },
  body: told.extend({ with: petitionNumber() }),
  response: besideView,
})

const number = z.object({ number: petitionNumber() })

export const listRepeats = endpoint({
  id: 'repeat.list',
  method: 'GET',
  path: '/api/insight/repeats/:number',
  access: readers,
  summary: { zh: '与本件可能重复的信访事项', en: 'What may be the same matter as this petition' },
  params: number,
  response: offered,
})

export const readBeside = endpoint({
  id: 'repeat.readBeside',
  method: 'GET',
  path: '/api/insight/repeats/:number/beside/:other',
  access: readers,
  summary: { zh: '逐词比对两件信访事项', en: 'Two petitions beside each other, word by word' },
  params: number.extend({ other: petitionNumber() }),
  response: besideView,
})

const joining = {
  access: repeatPosts,
  params: number,
  body: z.object({ with: petitionNumber(), reason: prose({ max: 2000, min: 1 }) }),
  response: z.object({ number: z.string(), with: z.string(), versions: z.array(z.int()) }),
} as const

export const mergePetitions = endpoint({
  ...joining,
  id: 'repeat.merge',
  method: 'POST',
  path: '/api/insight/repeats/:number/merge',
  summary: {
    zh: '并案：在两件中各记一笔，期限、答复和救济各自不变，可以撤销',
    en: 'Join two petitions: a fact in each; limits, answers and remedies stay; can be taken back',
  },
})

export const unmergePetitions = endpoint({
  ...joining,
  id: 'repeat.unmerge',
  method: 'POST',
  path: '/api/insight/repeats/:number/unmerge',
  summary: { zh: '撤销并案', en: 'Take the joining of two petitions back' },
})

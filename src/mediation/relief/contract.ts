/** The wire of relief: paths and shapes, shared by routes, the OpenAPI document and the web. Nothing in it is tied to giving a petition up. */
import { z } from 'zod'
import { materialInput } from '../../petition/commands.ts'
import { refusalView } from '../../petition/views.ts'
import { commandsTo, endpoint, fileReply } from '../../platform/http/endpoint.ts'
import { day, list, organId, petitionNumber, prose, ref } from '../../platform/http/fields.ts'
import { reliefActions } from './actions.ts'
import { reliefKinds, reliefOutcomes, reliefSources, reliefStages, reliefTellings, reliefWords } from './relief.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const inWords = z.object({ zh: z.string(), en: z.string() })
const reliefId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const kind = z.enum(reliefKinds)
const telling = z.enum(reliefTellings)
const stage = z.enum(reliefStages)
const outcome = z.enum(reliefOutcomes)
const words = prose({ max: 20_000, min: 1 })
const short = prose({ max: 4000, min: 1 })
const materialView = z.object({ ref: z.string(), name: z.string(), bytes: z.int() })

export const reliefActionView = z.object({
  action: z.enum(reliefActions),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})
export type ReliefActionView = z.output<typeof reliefActionView>

export const reliefView = z.object({
  relief: z.string(),
  /** By which its tasks are found. */
  stream: z.string(),
  version: z.int(),
  /** What the reader is in it: `self`, who was told; `guide`, who told them; `reader`, who has the petition. */
  part: z.enum(['self', 'guide', 'reader']),
  petition: z.string().nullable(),
  person: z.string(),
  kind,
  basis: inWords,
  telling,
  stage,
  guide: organRef,
  explanation: z.string(),
  toldOn: z.string(),
  answers: z.array(
    z.object({
      on: z.string(),
      wishes: z.boolean(),
      word: z.enum(reliefWords),
      note: z.string().nullable(),
      materials: z.array(materialView),
    }),
  ),
  help: z.array(z.object({ on: z.string(), what: z.string() })),
  handed: z.array(z.object({ on: z.string(), key: z.string(), organ: organRef, what: z.string(), due: z.string() })),
  outcome: z.object({ on: z.string(), outcome, text: z.string(), source: z.enum(reliefSources) }).nullable(),
  erasedOn: z.string().nullable(),
  actions: z.array(reliefActionView),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type ReliefView = z.output<typeof reliefView>

/** Whoever handles, leads or supervises reads; who handles writes down. */
export const reliefReaders = ['clerk', 'head', 'leader', 'supervisor'] as const
export const reliefWriters = ['clerk', 'head'] as const

export const reliefOfPetition = endpoint({
  id: 'relief.of-petition',
  method: 'GET',
  path: '/api/relief-lines',
  access: reliefReaders,
  summary: { zh: '某一信访事项的帮扶救助', en: 'Relief of which the petitioners of one petition were told' },
  query: z.object({ petition: petitionNumber() }),
  response: z.object({
    items: z.array(reliefView),
    /** Why nobody can be told of relief here; null where they can. */
    tell: z.object({ refusal: refusalView.nullable() }),
    people: z.array(z.string()),
  }),
})

export const readRelief = endpoint({
  id: 'relief.read',
  method: 'GET',
  path: '/api/relief/:relief',
  access: reliefReaders,
  summary: { zh: '一件帮扶救助', en: 'Help in hardship' },
  params: z.object({ relief: reliefId() }),
  response: reliefView,
})

export const readReliefMaterial = endpoint({
  id: 'relief.material',
  method: 'GET',
  path: '/api/relief/:relief/materials/:ref',
  access: reliefReaders,
  summary: { zh: '下载本人签名的笔录', en: 'Download the record that the petitioner signed' },
  params: z.object({ relief: reliefId(), ref: ref() }),
  response: fileReply(),
})

const done = z.object({ relief: z.string(), version: z.int(), stage })

export const tellOfRelief = endpoint({
  id: 'relief.tell',
  method: 'POST',
  path: '/api/relief',
  access: reliefWriters,
  summary: { zh: '告知救助', en: 'Tell a petitioner in hardship of relief' },
  body: z.strictObject({ petition: petitionNumber(), person: ref(), kind, telling, explanation: words }),
  idempotencyKey: 'optional',
  response: done,
})

/** Strict: a field by which relief would depend on anything else, a withdrawal above all, is refused and not passed over. */
const bodies = {
  answer: z.strictObject({
    wishes: z.boolean(),
    note: prose({ max: 2000 }).nullable().default(null),
    materials: list(materialInput, { max: 20 }).default([]),
  }),
  help: z.strictObject({ helpedOn: day(), what: short }),
  'hand-on': z.strictObject({ organ: organId(), what: words, due: day() }),
  outcome: z.strictObject({
    ...{ receivedOn: day(), outcome, text: words },
    source: z.enum(reliefSources).default('ownWord'),
  }),
} as const

const command = commandsTo({
  room: 'relief',
  path: '/api/relief/:relief',
  access: reliefWriters,
  params: z.object({ relief: reliefId() }),
  response: done,
})
export const recordAnswer = command(
  'answer',
  { zh: '凭签名笔录记录本人意愿', en: 'Record the petitioner’s wish from a record that they signed' },
  bodies.answer,
)
export const recordHelp = command('help', { zh: '记录帮助申请', en: 'Record help with applying' }, bodies.help)
export const handOn = command(
  'hand-on',
  { zh: '交有关单位办理', en: 'Hand it to the organ that gives it' },
  bodies['hand-on'],
)
export const recordOutcome = command('outcome', { zh: '记录救助结果', en: 'Record what came of it' }, bodies.outcome)

// ———— what the petitioner sees and says, with the key of the petition

export const ownRelief = endpoint({
  id: 'relief.own',
  method: 'GET',
  path: '/api/follow/relief',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '向本人告知的救助', en: 'Relief of which you were told' },
  response: z.object({ items: z.array(reliefView) }),
})

const ownCommand = commandsTo({
  room: 'relief-own',
  path: '/api/follow/relief/:relief',
  access: 'petitioner',
  params: z.object({ relief: reliefId() }),
  response: done,
})
export const ownAnswer = ownCommand(
  'answer',
  { zh: '本人愿意或者不需要', en: 'Say whether you wish it' },
  bodies.answer,
)
export const ownOutcome = ownCommand('outcome', { zh: '说明救助结果', en: 'Say what came of it' }, bodies.outcome)

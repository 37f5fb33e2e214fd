/** The wire of the petition room: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import type { Post } from '../kernel/viewer.ts'
import { cursorOf } from '../platform/http/cursor.ts'
import { endpoint, fileReply } from '../platform/http/endpoint.ts'
import { day, organId, pageSize, petitionNumber, prose, ref, whole } from '../platform/http/fields.ts'
import { categoryId, materialInput, petitionCommands } from './commands.ts'
import { clockView, followView, petitionRow, petitionView, refusalView } from './views.ts'

const line = (max: number) => prose({ max, min: 1, singleLine: true })
const maybeLine = (max: number) => prose({ max, singleLine: true }).nullable().default(null)
/** Who somebody is: kept apart from what they say, so that row security can keep it from those who need not know. */
const who = (max: number) => prose({ max, min: 1, singleLine: true, part: 'identity' })
const maybeWho = (max: number) => prose({ max, singleLine: true, part: 'identity' }).nullable().default(null)

const personInput = z.object({
  kind: z.enum(['citizen', 'legalPerson', 'otherOrganisation']).default('citizen'),
  name: maybeWho(100),
  idNumber: maybeWho(40),
  phone: maybeWho(40),
  address: maybeWho(300),
  email: maybeWho(200),
  electronicService: z.boolean().default(false),
})

/** What a petitioner says, at the portal, the window or on the phone. */
export const registrationBody = z.object({
  /** The organ that receives it; by default the petition bureau of the place. */
  organ: organId().nullable().default(null),
  receivedOn: day().nullable().default(null),
  channel: z.enum(['letter', 'visit', 'online', 'call', 'other']).default('online'),
  class: z.enum(['suggestion', 'accusation', 'appeal']).default('appeal'),
  category: categoryId.default('other'),
  place: z.string().regex(/^\d{2,12}$/),
  placeDetail: maybeLine(300),
  confidentiality: z.enum(['named', 'confidential', 'anonymous']).default('named'),
  title: line(200),
  text: prose({ max: 50_000, min: 1 }),
  claims: z
    .array(prose({ max: 5000, min: 1 }))
    .min(1)
    .max(50),
  people: z.array(personInput).min(1).max(20),
  agent: z
    .object({ kind: z.enum(['agent', 'guardian']), name: who(100), phone: maybeWho(40), mandate: who(500) })
    .nullable()
    .default(null),
  headcount: z.int().min(1).max(100_000).default(1),
  about: z
    .array(
      z.object({
        as: z.enum(['accused', 'respondent']),
        organ: organId().nullable().default(null),
        official: maybeLine(200),
      }),
    )
    .max(20)
    .default([]),
  oral: z
    .object({ readBack: z.boolean(), signedBy: z.enum(['signature', 'fingerprint', 'voiceConfirmed']) })
    .nullable()
    .default(null),
  elsewhere: z
    .object({
      organ: organId().nullable().default(null),
      petition: petitionNumber().nullable().default(null),
      note: maybeLine(1000),
    })
    .nullable()
    .default(null),
  materials: z.array(materialInput).max(20).default([]),
  track: z.enum(['ordinary', 'simplified']).default('ordinary'),
  firstTime: z.boolean().default(true),
  /** The call for suggestions (人民建议征集) that it answers. It is registered and answered like any other, whether or not that is there. */
  answersCall: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22}$/)
    .optional(),
})

const number = z.object({ number: petitionNumber() })
const done = z.object({ number: z.string(), version: z.int(), stage: z.string() })
/** The new key is shown once: to whoever hands it to the petitioner. */
const renewed = done.extend({ key: z.string() })
export type RenewedKey = z.output<typeof renewed>

export const registerPetition = endpoint({
  id: 'petition.register',
  method: 'POST',
  path: '/api/petitions',
  access: 'anyone',
  pace: 'registration',
  summary: { zh: '登记信访事项', en: 'Register a petition' },
  body: registrationBody,
  status: 201,
  idempotencyKey: 'optional',
  response: z.object({
    number: z.string(),
    /** Shown once. Whoever has it can follow the petition. One for each petitioner. */
    keys: z.array(z.object({ person: z.string(), key: z.string() })),
    organ: z.object({ id: z.string(), zh: z.string(), en: z.string() }),
    receivedOn: z.string(),
    registeredAt: z.string(),
    /** For the petitioner to keep: a signed note, docs/reference/register.md. */
    receipt: z.string(),
    firstClock: z
      .object({
        ...{ rule: z.string(), lastDay: z.string(), zh: z.string(), en: z.string() },
        /** Why this date: whole sentences, in the order in which a person would count. */
        why: z.array(z.object({ zh: z.string(), en: z.string() })),
      })
      .nullable(),
  }),
})

/** Where the next page begins: the last row's day and number, and for work its clock. */
export const listCursor = cursorOf(z.tuple([day(), petitionNumber()]))
export const workCursor = cursorOf(z.tuple([day(), petitionNumber(), z.string().max(60)]))

export const listQuery = z.object({
  q: z.string().max(100).optional(),
  stage: z.string().max(200).optional(),
  class: z.string().max(60).optional(),
  channel: z.string().max(60).optional(),
  category: z.string().max(60).optional(),
  place: z.string().max(12).optional(),
  holder: z.string().max(100).optional(),
  registrar: z.string().max(100).optional(),
  from: day().optional(),
  to: day().optional(),
  urgent: z.enum(['true', 'false']).optional(),
  sort: z.enum(['registeredOn', '-registeredOn']).default('-registeredOn'),
  cursor: listCursor.field.optional(),
  limit: pageSize(200, 50),
})

/** Whoever keeps an organ's accounts, or checks its books, has no need to read what people wrote to it. */
export const readers = ['clerk', 'head', 'leader', 'supervisor', 'commissioner'] as const satisfies readonly Post[]

export const listPetitions = endpoint({
  id: 'petition.list',
  method: 'GET',
  path: '/api/petitions',
  access: readers,
  summary: { zh: '登记簿：本机关有关的信访事项', en: 'The register: petitions that concern your organ' },
  query: listQuery,
  response: z.object({
    items: z.array(petitionRow),
    next: z.string().nullable(),
    /** Exact up to 1,000; above that `isMore` says there are more. */
    count: z.object({ atLeast: z.int(), isMore: z.boolean() }),
  }),
})

export const worklist = endpoint({
  id: 'petition.worklist',
  method: 'GET',
  path: '/api/worklist',
  access: readers,
  summary: { zh: '待办：按期限排列', en: 'Worklist: what must be done, by clock' },
  query: z.object({
    /** Mine with that of whoever is away and gave me theirs; nobody’s is what has no clerk who still handles here. */
    whose: z.enum(['mine', 'organ', 'nobodys']).default('organ'),
    due: z.enum(['all', 'overdue', 'today', 'week', 'later']).default('all'),
    rule: z.string().max(60).optional(),
    cursor: workCursor.field.optional(),
    limit: pageSize(200, 50),
  }),
  response: z.object({
    items: z.array(
      z.object({
        clock: z.string(),
        rule: z.string(),
        lastDay: z.string(),
        daysLeft: z.int(),
        isOverdue: z.boolean(),
        petition: petitionRow,
      }),
    ),
    next: z.string().nullable(),
    /** Each counted up to 1,000. */
    counts: z.object({
      ...{ overdue: z.int(), today: z.int(), week: z.int(), later: z.int() },
      ...{ mine: z.int(), nobodys: z.int() },
    }),
  }),
})

export const readPetition = endpoint({
  id: 'petition.read',
  method: 'GET',
  path: '/api/petitions/:number',
  access: readers,
  summary: { zh: '信访事项全貌', en: 'One petition, whole' },
  params: number,
  response: petitionView,
})

/** Its clocks alone, each with how its day was reached: what a list shows when somebody asks why. */
export const readClocks = endpoint({
  id: 'petition.clocks',
  method: 'GET',
  path: '/api/petitions/:number/clocks',
  access: readers,
  summary: { zh: '信访事项的期限及其推算过程', en: 'The time limits of a petition, and how each was counted' },
  params: number,
  response: z.object({ items: z.array(clockView) }),
})

/** To whom it can be handed: likely organs first, and of the others why not. */
export const listRecipients = endpoint({
  id: 'petition.recipients',
  method: 'GET',
  path: '/api/petitions/:number/recipients',
  access: ['clerk', 'head'],
  summary: { zh: '可以转送、交办的机关、单位', en: 'Organs to which it can be handed' },
  params: number,
  response: z.object({
    items: z.array(
      z.object({
        organ: z.object({ id: z.string(), zh: z.string(), en: z.string() }),
        isLikely: z.boolean(),
        refusal: refusalView.nullable(),
      }),
    ),
  }),
})

/** Who handles petitions where somebody's recusal is asked for: for the head who decides, who may sit in the organ above. */
export const listHandlers = endpoint({
  id: 'petition.handlers',
  method: 'GET',
  path: '/api/petitions/:number/handlers',
  access: ['head'],
  summary: { zh: '可能需要回避的经办人员', en: 'Those of whom a recusal may be decided' },
  params: number,
  response: z.object({ items: z.array(z.object({ account: z.string(), name: z.string() })) }),
})

/** What the viewer's organ was told of accusations against it, as the law lets it be told; never more (art. 30 (3)). */
export const listExtracts = endpoint({
  id: 'petition.extracts',
  method: 'GET',
  path: '/api/extracts',
  access: ['head', 'leader'],
  summary: { zh: '依法收到的告知', en: 'What your organ was told by law' },
  response: z.object({
    items: z.array(
      z.object({
        on: z.string(),
        by: z.object({ id: z.string(), zh: z.string(), en: z.string() }),
        extract: z.string(),
        legalBasis: z.string(),
      }),
    ),
  }),
})

export const followPetition = endpoint({
  id: 'petition.follow',
  method: 'GET',
  path: '/api/follow',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '信访人查询：凭登记编号和查询码', en: 'Follow a petition with number and key' },
  response: followView,
})

/** What proves a receipt: the fact that it is about, the texts to which that commits, and its place in the register. */
export const readEvidence = endpoint({
  id: 'petition.evidence',
  method: 'GET',
  path: '/api/follow/evidence',
  access: 'petitioner',
  pace: 'lookup',
  summary: {
    zh: '下载证据：登记或者文书的回执、原文和登记簿证明',
    en: 'Evidence of the registration or of a document',
  },
  query: z.object({ version: whole({ min: 1, max: 1_000_000 }).default(1) }),
  response: z.object({
    xinqiao: z.literal('evidence 1'),
    receipt: z.string(),
    opening: z.object({
      fact: z.string(),
      previous: z.string(),
      salt: z.string(),
      texts: z.array(z.object({ ref: z.string(), salt: z.string(), text: z.string() })),
    }),
    proof: z.string().nullable(),
  }),
})

const access = { staff: 'staff', petitioner: 'petitioner', both: 'petitioner-or-staff' } as const

type Commands = typeof petitionCommands
/** One endpoint a command: POST /api/petitions/{number}/{command}. */
export const commandEndpoints = Object.fromEntries(
  Object.entries(petitionCommands).map(([segment, { who, zh, en, body }]) => [
    segment,
    endpoint({
      id: `petition.${segment}`,
      method: 'POST',
      path: `/api/petitions/:number/${segment}`,
      access: access[who],
      summary: { zh, en },
      params: number,
      body,
      response: segment === 'renew-key' ? renewed : done,
      ifMatch: 'optional',
      idempotencyKey: 'optional',
    }),
  ]),
)
export type CommandBodyOf<S extends keyof Commands> = z.input<Commands[S]['body']>

export const uploadFile = endpoint({
  id: 'petition.upload',
  method: 'POST',
  path: '/api/files',
  access: 'anyone',
  summary: { zh: '上传附件', en: 'Upload a file' },
  upload: { files: 1 },
  response: z.object({ file: z.string(), mediaType: z.string(), bytes: z.int() }),
})

export const readMaterial = endpoint({
  id: 'petition.material',
  method: 'GET',
  path: '/api/petitions/:number/materials/:ref',
  access: 'petitioner-or-staff',
  summary: { zh: '下载附件', en: 'Download a file' },
  params: z.object({ number: petitionNumber(), ref: ref() }),
  response: fileReply(),
})

/** The same answer as `xinqiao clock RULE DAY`: for anyone who wants to know how a time limit is counted. */
export const countClock = endpoint({
  id: 'law.clock',
  method: 'GET',
  path: '/api/clock',
  access: 'anyone',
  summary: { zh: '期限计算：最后一日及其推算过程', en: 'The last day of a time limit, and how it was counted' },
  query: z.object({ rule: z.string().max(60), from: day(), pack: z.string().max(60).default('cn-2022') }),
  response: z.object({
    rule: z.string(),
    pack: z.string(),
    from: z.string(),
    lastDay: z.string(),
    binds: z.enum(['organ', 'petitioner']),
    calendar: z.string(),
    basis: z.object({ zh: z.string(), en: z.string() }),
    derivation: z.array(z.object({ step: z.string(), zh: z.string(), en: z.string() })),
  }),
})

/** The rules that can be counted, for whoever wants to choose one. */
export const listRules = endpoint({
  id: 'law.rules',
  method: 'GET',
  path: '/api/rules',
  access: 'anyone',
  summary: { zh: '期限规则一览', en: 'The time limits of a pack' },
  query: z.object({ pack: z.string().max(60).default('cn-2022') }),
  response: z.object({
    items: z.array(
      z.object({
        rule: z.string(),
        zh: z.string(),
        en: z.string(),
        binds: z.enum(['organ', 'petitioner']),
        unit: z.string(),
        count: z.int().nullable(),
        basis: z.object({ zh: z.string(), en: z.string() }),
      }),
    ),
  }),
})

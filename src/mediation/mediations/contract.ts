/**
 * The wire of the mediations: paths and shapes, shared by routes, the OpenAPI document and the web. Finding, opening and reading them stand
 * here; what offices do with one is in `acting-contract.ts`, and what a party does with their own key in `held-contract.ts`.
 */
import { z } from 'zod'
import { cursorOf } from '../../platform/http/cursor.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, petitionNumber } from '../../platform/http/fields.ts'
import { disputeStream, inWords, kind, mediationId, organRef, partyInput, short, subject } from './fields.ts'
import { mediationParts } from './keeping.ts'
import { mediationShelves } from './shelves.ts'
import { mediationRow, mediationView } from './views.ts'

export const mediationReaders = ['clerk', 'head', 'leader', 'supervisor'] as const
export const mediationWriters = ['clerk', 'head', 'leader'] as const

export const mediationCursor = cursorOf(z.tuple([day(), z.string().max(60)]))

export const listMediations = endpoint({
  id: 'mediation.list',
  method: 'GET',
  path: '/api/mediations',
  access: mediationReaders,
  summary: { zh: '本单位的调解', en: 'Mediations in which your organ has a part' },
  query: z.object({
    part: z.enum(mediationParts).default('holder'),
    shelf: z.enum(mediationShelves).default('asking'),
    cursor: mediationCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(mediationRow),
    next: z.string().nullable(),
    /** Each counted up to 1,000. */
    counts: z.array(
      z.object({ part: z.enum(mediationParts), shelf: z.enum(mediationShelves), count: z.int(), late: z.int() }),
    ),
  }),
})

/** The mediations of one petition or one dispute, of those in which the viewer's organ has a part. */
export const listMediationsOf = endpoint({
  id: 'mediation.of',
  method: 'GET',
  path: '/api/mediations-of',
  access: mediationReaders,
  summary: { zh: '一件信访事项或者纠纷的调解', en: 'Mediations of one petition or dispute' },
  query: z.object({ petition: petitionNumber().optional(), dispute: disputeStream().optional() }),
  response: z.object({ items: z.array(mediationRow) }),
})

/** Which kinds there are, and who can hold them around a place; what the times are and whether a law or a practice gives them. */
export const prepareMediation = endpoint({
  id: 'mediation.prepare',
  method: 'GET',
  path: '/api/mediation-draft',
  access: mediationWriters,
  summary: { zh: '可以开展的调解', en: 'Which mediations can be opened, and by whom' },
  response: z.object({
    kinds: z.array(
      z.object({
        kind,
        zh: z.string(),
        en: z.string(),
        basis: inWords,
        isConfirmable: z.boolean(),
        organs: z.array(organRef),
      }),
    ),
    times: z.array(
      z.object({ clock: z.string(), zh: z.string(), en: z.string(), unit: z.string(), count: z.int(), basis: inWords }),
    ),
  }),
})

export const openMediation = endpoint({
  id: 'mediation.open',
  method: 'POST',
  path: '/api/mediations',
  access: mediationWriters,
  summary: { zh: '开展调解', en: 'Open a mediation' },
  body: z.object({ subject, kind, organ: organId(), parties: list(partyInput, { min: 2, max: 20 }), what: short }),
  status: 201,
  idempotencyKey: 'optional',
  response: z.object({
    mediation: z.string(),
    version: z.int(),
    /** Shown once, to be handed to each party. Whoever acts with the key of a petition has none here. */
    keys: z.array(z.object({ party: z.string(), reference: z.string(), key: z.string() })),
  }),
})

export const readMediation = endpoint({
  id: 'mediation.read',
  method: 'GET',
  path: '/api/mediations/:mediation',
  access: mediationReaders,
  summary: { zh: '一件调解', en: 'One mediation' },
  params: z.object({ mediation: mediationId() }),
  response: mediationView,
})

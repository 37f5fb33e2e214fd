/** The wire of workload: one’s own, that of the people of an organ, that of organs, and who is suggested for a petition. */
import { z } from 'zod'
import { cursorOf } from '../../platform/http/cursor.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { organId, pageSize, petitionNumber } from '../../platform/http/fields.ts'
import { bars } from './suggesting.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })

export const loadView = z.object({ open: z.int(), weight: z.int(), dueThisWeek: z.int(), overdue: z.int() })
export type LoadView = z.output<typeof loadView>

const away = z.object({ until: z.string(), stead: z.string() })

export const personView = z.object({
  account: z.string(),
  name: z.string(),
  load: loadView,
  /** Away today, until when, and who handles in their place. */
  away: away.nullable(),
})
export type WorkloadPersonView = z.output<typeof personView>

export const readWorkload = endpoint({
  id: 'workload.read',
  method: 'GET',
  path: '/api/workforce/workload',
  access: ['clerk', 'head', 'leader'],
  summary: {
    zh: '工作量：本人的，以及负责人所看的本单位的',
    en: 'Workload: your own, and that of your organ for whoever leads it',
  },
  response: z.object({
    organ: organRef,
    own: loadView,
    /** For whoever heads or leads the organ, by name and never by load; null for everybody else. */
    people: z.array(personView).nullable(),
    /** What lies with nobody who handles here. */
    nobodys: loadView.nullable(),
    whole: loadView.nullable(),
    /** What a matter weighs: class by stage. */
    weights: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string(), weight: z.int() })),
    basis: z.object({ zh: z.string(), en: z.string() }),
  }),
})
export type WorkloadView = z.output<typeof readWorkload.response>

export const workloadCursor = cursorOf(z.tuple([organId()]))

export const listOrganWorkloads = endpoint({
  id: 'workload.organs',
  method: 'GET',
  path: '/api/workforce/workload/organs',
  access: ['head', 'leader'],
  summary: { zh: '所辖各单位的工作量', en: 'Workload of the organs that yours looks over' },
  query: z.object({ cursor: workloadCursor.field.optional(), limit: pageSize(50, 20) }),
  response: z.object({
    /** That hold anything open that you may see; the others are left out. */
    organs: z.int(),
    items: z.array(
      z.object({
        organ: organRef,
        /** Of each organ a thousand matters and a thousand duties are counted; `isCut` where there are more. */
        load: loadView.extend({ isCut: z.boolean() }),
      }),
    ),
    next: z.string().nullable(),
  }),
})
export type OrganWorkloadsView = z.output<typeof listOrganWorkloads.response>

export const candidateView = z.object({
  account: z.string(),
  name: z.string(),
  load: loadView,
  /** Matters of the same kind ended here, counted up to twenty. */
  known: z.int(),
  bar: z.enum(bars).nullable(),
  isSuggested: z.boolean(),
})
export type CandidateView = z.output<typeof candidateView>

export const suggestClerk = endpoint({
  id: 'workload.suggested',
  method: 'GET',
  path: '/api/workforce/workload/suggested/:number',
  access: ['head'],
  summary: { zh: '建议由谁经办', en: 'To whom a petition might go in your organ' },
  params: z.object({ number: petitionNumber() }),
  response: z.object({
    /** By name. Nobody where the organ does not hold the petition. */
    items: z.array(candidateView),
  }),
})

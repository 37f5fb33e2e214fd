/** The wire of announcements: documents that no other way brings to a petitioner, for everybody to read. */
import { z } from 'zod'
import { cursorOf } from '../platform/http/cursor.ts'
import { endpoint } from '../platform/http/endpoint.ts'
import { day, pageSize, petitionNumber } from '../platform/http/fields.ts'

export const announcementCursor = cursorOf(z.tuple([day(), petitionNumber(), z.string().max(10)]))

export const listAnnouncements = endpoint({
  id: 'announcement.list',
  method: 'GET',
  path: '/api/announcements',
  access: 'anyone',
  summary: { zh: '公开：送达公告', en: 'In public: documents served by announcement' },
  query: z.object({ cursor: announcementCursor.field.optional(), limit: pageSize(200, 50) }),
  response: z.object({
    items: z.array(
      z.object({
        /** By which only its petitioner knows whose it is. */
        number: z.string(),
        document: z.string(),
        organ: z.object({ id: z.string(), zh: z.string(), en: z.string() }),
        kind: z.string(),
        publishedOn: z.string(),
        /** The day from which it counts as served. */
        endsOn: z.string(),
        /** Until that day; null when it has come. */
        daysLeft: z.int().nullable(),
      }),
    ),
    next: z.string().nullable(),
    /** Days from publication until a document counts as served, by the law of today. */
    runsDays: z.int(),
  }),
})

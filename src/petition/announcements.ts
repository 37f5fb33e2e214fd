/** What is announced in public. Numbers, organs, kinds and days; nothing of what a document says, or of whom. */
import { readAs } from '../identity/scope.ts'
import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { ok } from '../kernel/result.ts'
import { type AnyRoom, type Call, room, route } from '../platform/http/call.ts'
import { announcementCursor, listAnnouncements } from './announcement-contract.ts'
import type { PetitionHouse } from './house.ts'
import { law } from './world.ts'

/** After it has run out an announcement stands as long again as the right that it started, and then no longer: nobody need see it for ever. */
const standsForDays = 60

interface Announced {
  readonly number: string
  readonly document: string
  readonly organ: OrganId
  readonly kind: string
  readonly publishedOn: string
  readonly endsOn: Day
}

export const announcementRoutes = (house: PetitionHouse): AnyRoom =>
  room({
    name: 'announcement',
    title: { zh: '送达公告', en: 'Announcements' },
    statusOf: {},
    explain: () => ({ zh: '', en: '' }),
    routes: [route(listAnnouncements, (call) => answerList(house, call))],
  })

async function answerList(house: PetitionHouse, { query }: Call<typeof listAnnouncements>) {
  const { cursor, limit } = query
  const today = house.today()
  const [day, number, document] = cursor ?? [null, null, null]
  const rows = await readAs<Announced>(
    house,
    { kind: 'anyone' },
    {
      name: 'petition announcements',
      text: `select stream_id as number, document, organ, kind, published_on::text as "publishedOn", ends_on::text as "endsOn"
        from announcement
        where ends_on >= $1::date and (published_on, stream_id, document) < (coalesce($2, 'infinity')::date, coalesce($3, ''), coalesce($4, ''))
        order by published_on desc, stream_id desc, document desc limit $5`,
      values: [addDays(today, -standsForDays), day, number, document, limit + 1],
    },
  )
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return ok({
    items: shown.map((row) => ({
      ...row,
      organ: { id: row.organ, ...house.directory.nameOf(row.organ) },
      daysLeft: row.endsOn > today ? daysBetween(today, row.endsOn) : null,
    })),
    next: last ? announcementCursor.write([last.publishedOn as never, last.number as never, last.document]) : null,
    runsDays: law.serviceWays.announcement.runsDays,
  })
}

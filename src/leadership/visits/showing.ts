/** What a petitioner is shown of visits about their own petition: who comes, when and where to them; nobody else on the route. */
import { readAs } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import { type Day, isAfter } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { ShownVisit } from './contract.ts'
import type { VisitHouse } from './house.ts'
import { visitOfHouse } from './queries.ts'
import { organRef } from './view.ts'
import type { Visit, VisitCase } from './visit.ts'

export type Petitioner = Extract<Viewer, { kind: 'petitioner' }>
const mostShown = 50

/** Which there are, the database says by itself; the visit is then read by the house, and one case of it comes out. */
export async function visitsShownTo(house: VisitHouse, viewer: Petitioner): Promise<readonly ShownVisit[]> {
  const rows = await readAs<{ stream_id: string }>(house, viewer, {
    name: 'visits shown to petitioner',
    text: `select stream_id from visit_case where petition = $1 and shown_on is not null order by shown_on desc, stream_id limit ${mostShown}`,
    values: [viewer.petition],
  })
  const shown: ShownVisit[] = []
  for (const { stream_id: stream } of rows) {
    const visit = await visitOfHouse(house, stream)
    const planned = visit?.cases.find(({ petition }) => petition === viewer.petition)
    if (visit && planned?.shownOn)
      shown.push(await shownOf(house, stream, visit, { ...planned, shownOn: planned.shownOn }))
  }
  return shown.sort((a, b) => (a.day < b.day ? 1 : -1))
}

async function shownOf(
  house: VisitHouse,
  stream: string,
  visit: Visit,
  planned: VisitCase & { readonly shownOn: Day },
): Promise<ShownVisit> {
  const names = await house.staffNames(visit.leaders.map(({ account }) => account))
  return {
    state: shownStateOf(visit, planned, house.today()),
    day: visit.day,
    spot: (await spotOf(house, stream, planned)) ?? '',
    leaders: visit.leaders.map(({ account, organ }) => ({
      name: names.get(account) ?? '',
      organ: organRef(house.directory, organ),
    })),
    shownOn: planned.shownOn,
  }
}

async function spotOf({ work, keys }: VisitHouse, stream: string, { spot }: VisitCase): Promise<string | undefined> {
  const { rows } = await work.query(
    'select stream_id, ref, cohort, box from sealed where stream_id = $1 and ref = $2',
    [stream, spot.ref],
  )
  return (await openPieces(keys, rows as readonly Box[])).get(spot.ref)
}

/** In the order in which it matters to whoever waits at home. */
export function shownStateOf(visit: Visit, { petition, refused }: VisitCase, today: Day): ShownVisit['state'] {
  const own = visit.entries.filter((entry) => entry.petition === petition)
  if (own.some(({ kind }) => kind === 'met')) return 'met'
  if (refused) return 'refused'
  if (visit.stage === 'cancelled') return 'cancelled'
  if (own.some(({ kind }) => kind === 'notMet')) return 'notMet'
  if (isAfter(today, visit.day)) return 'past'
  return visit.stage === 'planned' ? 'moved' : 'coming'
}

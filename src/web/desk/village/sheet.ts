/** What is taken along by a village or a township: the houses to go to, the reports that are owed, its disputes, and what falls due. */
import { addDays } from '../../../kernel/day.ts'
import type * as disputes from '../../../prevention/disputes/contract.ts'
import type { DisputeView } from '../../../prevention/disputes/views.ts'
import type { AreaDetail } from '../../../prevention/screening/contract.ts'
import type { listTasks } from '../../../tasks/contract.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { call } from '../api.ts'
import { keepSheet, type Sheet } from '../offline/kept.ts'
import { keepPages } from '../offline/shell.ts'
import { readOwnAreas } from '../screening/screenings.ts'

export type { DisputeView } from '../../../prevention/disputes/views.ts'

/** Whose it is, and what the phone must know without asking: names of places and of whoever stands above. */
export interface VillageBase {
  readonly account: string
  readonly organ: { readonly id: string; readonly zh: string; readonly en: string }
  readonly above: { readonly id: string; readonly zh: string; readonly en: string } | null
  readonly places: readonly { readonly code: string; readonly zh: string; readonly en: string }[]
}

export interface Promised {
  readonly task: string
  readonly what: string
  readonly due: string
  readonly isOverdue: boolean
}

export interface VillageSheet extends VillageBase {
  readonly areas: readonly AreaDetail[]
  readonly disputes: readonly DisputeView[]
  readonly promises: readonly Promised[]
}

/** One phone, one sheet: whoever takes theirs along puts it over the one before. */
export const sheetName = 'village'
/** The days on which it can be read after the one on which it was taken, or last read anew. */
const daysReadable = 3
/** As much as somebody can do on a day. */
const mostDisputes = 40
const mostPages = 4

/** Reads everything and puts it on the phone. */
export async function takeVillage(base: VillageBase): Promise<Sheet<VillageSheet>> {
  const [areas, found, promises] = await Promise.all([readAreas(), readDisputes(), readPromises()])
  const content = { ...base, areas, disputes: found, promises }
  const sheet = { account: base.account, until: addDays(todayInBeijing(), daysReadable), content }
  await keepSheet(sheetName, sheet)
  return sheet
}

/** First the page: a sheet that nothing can show would only lie there. */
export async function takeAlong(base: VillageBase): Promise<void> {
  await keepPages()
  await takeVillage(base)
  // asked for, not needed: a phone that runs out of room then throws this away last
  await navigator.storage?.persist?.()
}

async function readAreas(): Promise<readonly AreaDetail[]> {
  const areas: AreaDetail[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const { items, next } = await readOwnAreas(cursor)
    areas.push(...items)
    if (next === null) break
    cursor = next
  }
  return areas
}

const ownShelves = ['arrived', 'open', 'settled'] as const

async function readDisputes(): Promise<readonly DisputeView[]> {
  const lists = await Promise.all(
    ownShelves.map((shelf) =>
      call<typeof disputes.listDisputes>('GET', '/api/disputes', {
        query: { scope: 'ours', shelf, limit: mostDisputes },
      } as never),
    ),
  )
  const ids = lists.flatMap(({ items }) => items.flatMap(({ dispute }) => dispute ?? [])).slice(0, mostDisputes)
  const read: DisputeView[] = []
  for (const dispute of ids) {
    read.push(
      await call<typeof disputes.readDispute>('GET', '/api/disputes/:dispute', { params: { dispute } } as never),
    )
  }
  return read
}

async function readPromises(): Promise<readonly Promised[]> {
  const { items } = await call<typeof listTasks>('GET', '/api/tasks', { query: { list: 'todo', limit: 50 } } as never)
  return items.map(({ task, what, due, isOverdue }) => ({ task, what: what ?? '–', due, isOverdue }))
}

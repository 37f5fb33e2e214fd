/** The lists of tasks and how much lies in each. */
import type { Statement } from '../engine/flight.ts'
import { arrayOf } from '../engine/flight.ts'
import { readAs } from '../identity/scope.ts'
import type { Day } from '../kernel/day.ts'
import type { TaskHouse } from './house.ts'
import { leads } from './keeping.ts'
import { presentIn } from './present.ts'
import { columns, rowOf, type Staff, type TaskRow, whatOf } from './queries.ts'
import type { TaskList } from './tables.ts'
import type { TaskOriginKind } from './task.ts'

export interface TaskCursor {
  readonly day: string
  readonly stream: string
}

export interface Listing {
  readonly list: TaskList
  readonly kind: TaskOriginKind | null
  readonly after: TaskCursor | null
  readonly limit: number
}

/** The condition on a party’s row; `$1` the organ, `$2` the day, `$3` the viewer’s accounts, `$4` whether they lead. */
const mine = `(p.closer = any ($3::text[]) or $4::boolean and (p.closer is null or p.closer not in (${presentIn})))`
const once = `(p.part = 'doer' or p.part = 'giver' and not p.is_own)`
const conditions: Readonly<Record<TaskList, string>> = {
  todo: `p.part = 'doer' and p.shelf = 'open'`,
  given: `p.part = 'giver' and p.shelf = 'open'`,
  waiting: `p.part = 'giver' and p.shelf = 'reported' and ${mine}`,
  overdue: `${once} and p.shelf = 'open' and p.day < $2::date`,
  done: `${once} and p.shelf = 'done'`,
}

/** Every parameter is named in every statement, so that all have the same. */
const parameters = `$1::text is not null and $2::date is not null and $3::text[] is not null and $4::boolean is not null`

const values = ({ account, organ, posts, actsFor = [] }: Staff, today: Day): readonly (string | boolean)[] => [
  ...[organ, today, arrayOf([account, ...actsFor]), leads({ posts })],
]

/** What is over lies by its end, the last first; all else by the day that comes first. */
const orderOf = (list: TaskList) =>
  list === 'done'
    ? ({ compare: '<', direction: 'desc', first: { day: '9999-12-31', stream: '~' } } as const)
    : ({ compare: '>', direction: 'asc', first: { day: '0001-01-01', stream: '' } } as const)

export async function listTasks(
  house: TaskHouse,
  viewer: Staff,
  { list, kind, after, limit }: Listing,
): Promise<{ readonly items: readonly TaskRow[]; readonly next: TaskCursor | null }> {
  const { compare, direction, first } = orderOf(list)
  const from = after ?? first
  const rows = await readAs(house, viewer, {
    name: `task list ${list}${kind === null ? '' : ' of kind'}`,
    text: `select ${columns}, p.day::text as day from task_party p join task t on t.stream_id = p.stream_id
      where p.organ = $1 and ${conditions[list]} and ${parameters} and (p.day, p.stream_id) ${compare} ($5::date, $6)
        ${kind === null ? '' : 'and p.origin_kind = $8'}
      order by p.day ${direction}, p.stream_id ${direction} limit $7`,
    values: [
      ...values(viewer, house.today()),
      ...[from.day, from.stream, limit + 1],
      ...(kind === null ? [] : [kind]),
    ] as Statement['values'],
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const page = rows.slice(0, limit)
  const texts = await whatOf(house, viewer, page)
  return {
    items: page.map((row) => rowOf(row, texts)),
    next: last ? { day: last.day as string, stream: last.stream_id as string } : null,
  }
}

/** Counting stops here: more than this nobody reads. */
const countedUpTo = 1000

/** How much lies on each list that still asks for something. */
export async function countTasks(
  house: TaskHouse,
  viewer: Staff,
): Promise<Readonly<Record<Exclude<TaskList, 'done'>, number>>> {
  const counted = (list: TaskList) =>
    `(select count(*)::int from (select from task_party p where p.organ = $1 and ${conditions[list]} limit ${countedUpTo}) ${list}) as ${list}`
  const [row] = await readAs(house, viewer, {
    name: 'task counts',
    text: `select ${(['todo', 'given', 'waiting', 'overdue'] as const).map(counted).join(', ')} where ${parameters}`,
    values: values(viewer, house.today()) as Statement['values'],
  })
  const of = (list: string): number => (row?.[list] as number | undefined) ?? 0
  return { todo: of('todo'), given: of('given'), waiting: of('waiting'), overdue: of('overdue') }
}

/** Who is in an organ today: a post begins and ends by the calendar, and no fact says that somebody has left. */
import type { Pool } from 'pg'
import type { Day } from '../kernel/day.ts'
import type { TaskHouse } from './house.ts'
import type { Task } from './task.ts'

/** Accounts with a post in an organ today from which a task can be given or closed; `$1` the organ, `$2` the day. */
export const presentIn = `select account.id from account_post held join account using (stream_id)
  where held.organ = $1 and account.state = 'open' and held.post in ('clerk', 'head', 'leader', 'supervisor')
    and held.runs_from <= $2::date and (held.runs_until is null or held.runs_until >= $2::date)`

/** Whether whoever closes a task still has a post where it was given. */
export async function closerIsThere(
  { app, today }: { readonly app: Pool; today(): Day },
  { giver, closer }: Pick<Task, 'giver' | 'closer'>,
): Promise<boolean> {
  if (closer === null) return false
  const { rowCount } = await app.query({
    name: 'task closer is there',
    text: `${presentIn} and account.id = $3 limit 1`,
    values: [giver, today(), closer],
  })
  return rowCount === 1
}

/** Whether somebody heads or leads an organ today, and so can take over what it gave. */
export const leadsThere = async (house: TaskHouse, account: string, organ: string): Promise<boolean> =>
  (await house.leadsOf([account])).some((lead) => lead.organ === organ)

/** What the room does on a timer. */
import type { Due, Sweep } from '../../engine/sweep.ts'
import { commandVisit } from './commanding.ts'
import type { VisitHouse } from './house.ts'

const viewer = { kind: 'system', task: 'visit' } as const

/** 岗位变动: leaders of visits still ahead who lead nowhere any longer where they led. A post ends by the calendar, so nobody has to say it. */
export function departedLeaders(house: VisitHouse): Sweep<Due & { readonly account: string }> {
  return {
    name: 'visit-departed',
    async due(after, atMost) {
      const [stream = '', account = ''] = after?.split(' ') ?? []
      const { rows } = await house.work.query<{ stream_id: string; account: string }>(
        `select l.stream_id, l.account from visit_leader l
          where l.stage in ('planned', 'confirmed') and l.day >= $1::date and (l.stream_id, l.account) > ($2, $3)
            and not exists (select from account_post p join account a using (stream_id)
              where a.id = l.account and a.state = 'open' and p.organ = l.organ and p.post in ('head', 'leader')
                and p.runs_from <= $1::date and (p.runs_until is null or p.runs_until >= $1::date))
          order by l.stream_id, l.account limit $4`,
        [house.today(), stream, account, atMost],
      )
      return rows.map((row) => ({
        key: `${row.stream_id} ${row.account}`,
        stream: row.stream_id,
        account: row.account,
      }))
    },
    async act({ stream, account }) {
      return (await commandVisit(house, { stream, type: 'MarkLeaderLeft', body: { account }, viewer })).ok
    },
  }
}

/** 督办情况 (art. 41 (1) (2)): the orders that an office opened in the period, and what came of them. Orders that the reader may not see are not counted. */
import { readAs } from '../../identity/scope.ts'
import type { CountFigure } from './house.ts'

interface Row {
  readonly code: string
  readonly count: number
}

export const countOrders: CountFigure = (house, { viewer, organ, from, until }) =>
  readAs<Row>(house, viewer, {
    name: 'bulletin figure supervision',
    text: `with mine as (
        select o.is_open, o.due, o.closed_on, o.executed_on from supervision_order_organ p
          join supervision_order o on o.stream_id = p.stream_id and o.ref = p.ref
        where p.organ = $1 and p.part = 'opener' and o.opened_on between $2 and $3
      ), counted as (
        select count(*)::int as opened, (count(*) filter (where is_open))::int as running,
          (count(*) filter (where is_open and due < $4::date))::int as late,
          (count(*) filter (where closed_on is not null))::int as closed,
          (count(*) filter (where executed_on is not null))::int as executed from mine
      )
      select code, count from counted, lateral (values (1, 'opened', opened), (2, 'running', running), (3, 'late', late),
        (4, 'closed', closed), (5, 'executed', executed)) as each (place, code, count) order by place`,
    values: [organ, from, until, house.today()],
  })

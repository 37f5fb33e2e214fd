/** 联席会议议定事项: what an office brought to a conference in a period, and what came of it. What somebody is kept from is not counted. */
import { readAs } from '../../identity/scope.ts'
import type { CountFigure } from '../../supervision/bulletins/house.ts'

interface Row {
  readonly code: string
  readonly count: number
}

export const countDecided: CountFigure = (house, { viewer, organ, from, until }) =>
  readAs<Row>(house, viewer, {
    name: 'bulletin figure decisions',
    text: `with mine as (
        select decided_on, closed_on, next_due from conference_item
        where bringer = $1 and brought_on between $2 and $3 and not is_apart
      ), counted as (
        select count(*)::int as brought, (count(*) filter (where decided_on is not null))::int as decided,
          (count(*) filter (where closed_on is not null))::int as done,
          (count(*) filter (where closed_on is null and next_due < $4::date))::int as late from mine
      )
      select code, count from counted, lateral (values (1, 'brought', brought), (2, 'decided', decided), (3, 'done', done),
        (4, 'late', late)) as each (place, code, count) order by place`,
    values: [organ, from, until, house.today()],
  })

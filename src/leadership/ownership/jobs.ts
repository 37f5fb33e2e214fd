/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../../engine/due-clocks.ts'
import type { Due, Sweep } from '../../engine/sweep.ts'
import { lawShown } from '../../petition/world.ts'
import { commandOwnership } from './commanding.ts'
import { longOpenOn } from './grounds.ts'
import type { OwnershipHouse } from './house.ts'
import { petitionFor, theHouse } from './looking.ts'
import { proposeFor } from './reactions.ts'

/** Marks cases that nobody decided on, or that were not solved, in time. It reads only what is due. */
export function dueOwnerships(house: OwnershipHouse): Sweep<DueClock> {
  return {
    name: 'ownership-clocks',
    due: (after, atMost) => readDueClocks(house, 'ownership_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      return (await commandOwnership(house, { stream, type: 'MarkClock', body: { clock }, viewer: theHouse })).ok
    },
  }
}

/** 长期未决: petitions that have been open for so long by today, each looked at once. */
export function longOpenPetitions(house: OwnershipHouse): Sweep<Due> {
  return {
    name: 'ownership-long-open',
    async due(after, atMost) {
      const [day = '0001-01-01', stream = ''] = after?.split(' ') ?? []
      const { rows } = await house.work.query<{ stream_id: string; day: string }>(
        `select stream_id, day::text as day from ownership_look
          where day <= $1::date and (day, stream_id) > ($2::date, $3) order by day, stream_id limit $4`,
        [house.today(), day, stream, atMost],
      )
      return rows.map((row) => ({ key: `${row.day} ${row.stream_id}`, stream: row.stream_id }))
    },
    async act({ stream }) {
      const later = await dayOnWhichLong(house, stream)
      if (later === null || later <= house.today()) {
        await proposeFor(house, stream)
        await house.work.query('delete from ownership_look where stream_id = $1', [stream])
      } else await house.work.query('update ownership_look set day = $2 where stream_id = $1', [stream, later])
      return true
    },
  }
}

/** Another version of the law may ask for more days than the one under which it was written down. */
async function dayOnWhichLong(house: OwnershipHouse, number: string) {
  const petition = await petitionFor(house, number, theHouse)
  return petition && longOpenOn(petition.registeredOn, lawShown(house.laws, petition).ownership)
}

/** 岗位变动: owners who lead nowhere any longer where they led. A post ends by the calendar, so nobody has to say it. */
export function departedOwners(house: OwnershipHouse): Sweep<Due & { readonly account: string }> {
  return {
    name: 'ownership-departed',
    async due(after, atMost) {
      const { rows } = await house.work.query<{ stream_id: string; owner_account: string }>(
        `select o.stream_id, o.owner_account from ownership o
          where o.stage in ('assigned', 'planned') and o.owner_account is not null and o.stream_id > $2
            and not exists (select from account_post p join account a using (stream_id)
              where a.id = o.owner_account and a.state = 'open' and p.organ = o.owner_organ and p.post in ('head', 'leader')
                and p.runs_from <= $1::date and (p.runs_until is null or p.runs_until >= $1::date))
          order by o.stream_id limit $3`,
        [house.today(), after ?? '', atMost],
      )
      return rows.map((row) => ({ key: row.stream_id, stream: row.stream_id, account: row.owner_account }))
    },
    async act({ stream, account }) {
      return (await commandOwnership(house, { stream, type: 'MarkOwnerLeft', body: { account }, viewer: theHouse })).ok
    },
  }
}

/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../../engine/due-clocks.ts'
import type { Due, Sweep } from '../../engine/sweep.ts'
import { commandReferral } from './commanding.ts'
import type { ReferralHouse } from './house.ts'

const viewer = { kind: 'system', task: 'sweep' } as const

/** Says what follows where a limit has passed. It reads only what is due. */
export function dueReferrals(house: ReferralHouse): Sweep<DueClock> {
  return {
    name: 'referral-clocks',
    due: (after, atMost) => readDueClocks(house, 'referral_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      return (await commandReferral(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}

interface Reminder extends Due {
  readonly clock: string
}

/** Reminds petitioners of limits that come near, each once. */
export function dueReminders(house: ReferralHouse): Sweep<Reminder> {
  return {
    name: 'referral-reminders',
    async due(after, atMost) {
      const [day = '0001-01-01', stream = '', clock = ''] = after?.split(' ') ?? []
      const { rows } = await house.work.query<{ stream_id: string; clock_id: string; remind_on: string }>({
        name: 'due reminders of referrals',
        text: `select stream_id, clock_id, remind_on::text as remind_on from referral_clock
          where remind_on <= $1::date and (remind_on, stream_id, clock_id) > ($2::date, $3, $4)
          order by remind_on, stream_id, clock_id limit $5`,
        values: [house.today(), day, stream, clock, atMost],
      })
      return rows.map(({ stream_id, clock_id, remind_on }) => ({
        ...{ key: `${remind_on} ${stream_id} ${clock_id}`, stream: stream_id, clock: clock_id },
      }))
    },
    async act({ stream, clock }) {
      return (await commandReferral(house, { stream, type: 'RemindPetitioner', body: { clock }, viewer })).ok
    },
  }
}

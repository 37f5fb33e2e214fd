/** What can be done with a reception day or a booking now, and why not otherwise: each command is tried on the decider. */
import { addDays, type Day, isAfter } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { endOfDay } from '../../kernel/wall-time.ts'
import type { Booking, BookingActor, BookingCommandBody, BookingRefusal, BookingWorld } from './booking.ts'
import { decideBooking } from './booking-decide.ts'
import { decide, earliestAfter } from './decide.ts'
import type {
  Now,
  Receiver,
  Reception,
  ReceptionActor,
  ReceptionCommandBody,
  ReceptionRefusal,
  ReceptionWorld,
} from './reception.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const receptionActions = ['change', 'publish', 'substitute', 'cancel', 'conclude'] as const
export type ReceptionActionName = (typeof receptionActions)[number]

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(
  action: ReceptionActionName,
  { plan, leaders, host }: Reception,
  on: Day,
  world: ReceptionWorld,
): ReceptionCommandBody {
  switch (action) {
    case 'change':
      // another day may be written in, so a day that has come is no hindrance by itself
      return {
        type: 'ChangeReception',
        plan: {
          ...{ ...plan, onRestDay: true },
          day: isAfter(plan.day, on) ? plan.day : addDays(earliestAfter(on, host, world), 1),
        },
        reason: something,
      }
    case 'publish':
      return {
        type: 'PublishReception',
        ...{ closesOn: isAfter(plan.day, on) ? addDays(plan.day, -1) : on, closesAt: endOfDay, commitment: '' },
      }
    case 'substitute':
      return {
        type: 'SubstituteLeader',
        ...{ instead: leaders[0]?.account ?? '', reason: something, conflicts: [] },
        leader: { ...(leaders[0] as Receiver), account: 'probe' },
      }
    case 'cancel':
      return { type: 'CancelReception', reason: something, instead: null }
    case 'conclude':
      return { type: 'ConcludeReception', note: null }
  }
}

export interface Action<Name, Type, Refusal> {
  readonly action: Name
  readonly type: Type
  readonly refusal: Refusal | null
}

export const actionsOf = (
  reception: Reception,
  actor: ReceptionActor,
  { on, at }: Now,
  world: ReceptionWorld,
): readonly Action<ReceptionActionName, ReceptionCommandBody['type'], ReceptionRefusal>[] =>
  receptionActions.map((action) => {
    const body = favourable(action, reception, on, world)
    const decision = decide(reception, { ...body, on, at, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })

export const bookingActions = [
  ...(['inform', 'check-in', 'talk', 'record', 'note', 'result', 'absence', 'cancel'] as const),
] as const
export type BookingActionName = (typeof bookingActions)[number]

const nobody = { keptFrom: [], officials: [], led: [] } as const
const probes: Readonly<Record<BookingActionName, BookingCommandBody>> = {
  inform: { type: 'InformHolder', told: 'phone' },
  'check-in': { type: 'CheckIn' },
  talk: { type: 'StartTalk' },
  record: { type: 'RecordTalk', record: something, readBack: true, confirmedBy: 'signature' },
  note: { type: 'AddTableNote', note: something },
  result: { type: 'ConcludeTalk', result: { kind: 'explained', reason: something }, promises: [], looked: nobody },
  absence: { type: 'RecordAbsence' },
  cancel: { type: 'CancelBooking' },
}

export const bookingActionsOf = (
  booking: Booking,
  actor: BookingActor,
  { on, at }: Now,
  world: BookingWorld,
): readonly Action<BookingActionName, BookingCommandBody['type'], BookingRefusal>[] =>
  bookingActions.map((action) => {
    const body = probes[action]
    const decision = decideBooking(booking, { ...body, on, at, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })

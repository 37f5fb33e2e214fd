/** What can be done with a campaign, and in one place of it, and why not otherwise: each command is tried on the decider. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide } from './decide.ts'
import type {
  Area,
  Screening,
  ScreeningCommandBody,
  ScreeningRefusal,
  ScreeningWorld,
  StaffActor,
} from './screening.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const screeningActions = ['extend', 'close', 'end-series', 'cancel'] as const
export type ScreeningActionName = (typeof screeningActions)[number]
export const areaActions = ['zero', 'link', 'household', 'assign', 'remind', 'return'] as const
export type AreaActionName = (typeof areaActions)[number]

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: ScreeningActionName, { due }: Screening, on: Day): ScreeningCommandBody {
  switch (action) {
    case 'extend':
      return { type: 'ExtendScreening', until: addDays(due > on ? due : on, 1), reason: something }
    case 'close':
      return { type: 'CloseScreening', summary: something }
    case 'end-series':
      return { type: 'EndSeries', reason: something }
    case 'cancel':
      return { type: 'CancelScreening', reason: something }
  }
}

function favourableIn(action: AreaActionName, area: Area, on: Day): ScreeningCommandBody {
  const code = { area: area.area }
  switch (action) {
    case 'zero':
      return { type: 'FileZeroReport', ...code, entry: 'probe', at: on, note: null }
    case 'link':
      return { type: 'LinkDispute', ...code, at: on, looked: { dispute: 'probe', region: area.area, isKept: false } }
    case 'household': {
      const household = area.households.find(({ result }) => result === null) ?? area.households[0]
      return {
        ...{ type: 'RecordHousehold', ...code, household: household?.household ?? '', entry: 'probe' },
        ...{ at: on, result: 'met', note: null },
      }
    }
    case 'assign': {
      const { screeners, helpers, households } = area
      return { type: 'AssignArea', ...code, screeners, helpers, households }
    }
    case 'remind':
      return { type: 'RemindArea', ...code, note: null }
    case 'return':
      return { type: 'ReturnReport', ...code, reason: something, until: addDays(on, 1) }
  }
}

export interface Tried<Name extends string> {
  readonly action: Name
  readonly type: ScreeningCommandBody['type']
  readonly refusal: ScreeningRefusal | null
}

export interface Trying {
  readonly actor: StaffActor
  readonly on: Day
}

const tried = <Name extends string>(
  action: Name,
  body: ScreeningCommandBody,
  screening: Screening,
  { actor, on }: Trying,
  world: ScreeningWorld,
): Tried<Name> => {
  const decision = decide(screening, { ...body, on, actor }, world)
  return { action, type: body.type, refusal: decision.ok ? null : decision.error }
}

/** Of the whole campaign; a series can be ended only where there is one. */
export const actionsOf = (screening: Screening, trying: Trying, world: ScreeningWorld) =>
  screeningActions
    .filter((action) => action !== 'end-series' || screening.round !== null)
    .map((action) => tried(action, favourable(action, screening, trying.on), screening, trying, world))

export const actionsIn = (area: Area, screening: Screening, trying: Trying, world: ScreeningWorld) =>
  areaActions.map((action) => tried(action, favourableIn(action, area, trying.on), screening, trying, world))

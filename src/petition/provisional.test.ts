import { withoutYears } from '../kernel/calendar.ts'
import { day } from '../kernel/day.ts'
import { article as articleOfRegulations } from '../law/basis.ts'
import { stateCouncilCalendar } from '../law/calendars/cn.ts'
import {
  accepted,
  heard,
  house,
  issued,
  lapsed,
  objected,
  registered,
  reviewRequested,
  served,
  transferred,
} from './examples.ts'
import { article } from './spec.ts'

const before = { calendar: { ...withoutYears(stateCouncilCalendar, [2026]), version: 'before' } }
const after = { calendar: stateCouncilCalendar }

const story = [
  registered({ on: day('2025-10-20'), receivedOn: day('2025-10-20') }),
  transferred({ on: day('2025-10-22') }),
  accepted({ on: day('2025-10-27') }),
  heard({ on: day('2025-11-03') }),
  issued({ on: day('2025-11-28') }),
] as const
const servedInDecember = served({ on: day('2025-12-02'), servedOn: day('2025-12-02') })

article('ADR 0004: a day counted before the notice of its year was out', [], {
  'is told as provisional': ({ given }) => {
    given(...story)
      .in(before)
      .when(servedInDecember)
      .accepted()
      .clockIs('requestReview', { lastDay: day('2026-01-01'), provisional: [2026] })
  },
  'is not provisional where the notice was out': ({ given }) => {
    given(...story)
      .when(servedInDecember)
      .accepted()
      .clockIs('requestReview', { lastDay: day('2026-01-04'), state: 'running' })
  },
  'is counted again, not ended, once the notice is out': ({ given }) => {
    given(...story)
      .in(before)
      .when(servedInDecember)
      .accepted()
      .in(after)
      .when(lapsed({ on: day('2026-01-02') }))
      .then({
        type: 'ClocksRecounted',
        moved: [{ clock: 'requestReview#1', from: day('2026-01-01'), to: day('2026-01-04') }],
        clocks: [{ change: 'recounted', lastDay: day('2026-01-04') }],
      })
      .at('served')
      .clockIs('requestReview', { lastDay: day('2026-01-04'), originally: day('2026-01-04'), state: 'running' })
      .when(lapsed({ on: day('2026-01-05') }))
      .then({ type: 'RightLapsed' }, { type: 'PetitionClosed' })
  },
  'is the petitioner’s to its true end, though nobody counted again yet': ({ given }) => {
    const told = given(...story)
      .in(before)
      .when(servedInDecember)
      .accepted()
      .in(after)
    told.when(reviewRequested({ on: day('2026-01-04') })).accepted()
    told.when(reviewRequested({ on: day('2026-01-05') })).refused({
      kind: 'right-lapsed',
      clock: 'requestReview',
      lastDay: day('2026-01-04'),
      basis: articleOfRegulations(35),
    })
  },
  'is never brought forward': ({ given }) => {
    // Without the notice for 2026 Saturday 9 May is a rest day; with it, it is worked, and the limit would end there.
    given(
      registered({ on: day('2026-02-02'), receivedOn: day('2026-02-02') }),
      transferred({ on: day('2026-02-03') }),
      accepted({ on: day('2026-02-04') }),
      heard({ on: day('2026-02-05') }),
      issued({ on: day('2026-04-01') }),
    )
      .in(before)
      .when(served({ on: day('2026-04-09'), servedOn: day('2026-04-09') }))
      .accepted()
      .clockIs('requestReview', { lastDay: day('2026-05-11'), provisional: [2026] })
      .in(after)
      .when(reviewRequested({ on: day('2026-05-11') }))
      .accepted()
  },
  'is counted again for an organ too': ({ given }) => {
    const told = given(registered({ on: day('2025-12-26'), receivedOn: day('2025-12-26') }))
      .in(before)
      .when(transferred({ on: day('2025-12-29') }))
      .accepted()
      .clockIs('objectToTransfer', { lastDay: day('2026-01-05'), provisional: [2026] })
      .in(after)
    told.when(objected({ on: day('2026-01-06') })).accepted()
    told.when(objected({ on: day('2026-01-07') })).refusedAs('right-lapsed')
    told
      .when({ type: 'LapseRight', on: day('2026-01-06'), actor: house, clock: 'objectToTransfer#1' })
      .then({ type: 'ClocksRecounted' })
      .clockIs('objectToTransfer', { lastDay: day('2026-01-06') })
  },
})

import { day } from '../../kernel/day.ts'
import { decided } from '../../law/basis.ts'
import { calendarsFrom, type ShelvedNotice } from '../../law/calendars/shelf.ts'
import {
  accepted,
  extended,
  extensionTakenBack,
  heard,
  house,
  issued,
  lapsed,
  person,
  receivedDayCorrected,
  registered,
  reviewRequested,
  sealed,
  served,
  servedDayCorrected,
  transferred,
  wayTo,
} from '../examples.ts'
import { article } from '../spec.ts'

const recounting = { type: 'RecountClocks', actor: house } as const

article('ADR 0024: 撤销延期, an extension taken back', [], {
  'restores the day exactly, with a notice and its reason': ({ given }) => {
    const before = given(...wayTo.accepted).clock('handle').lastDay
    given(...wayTo.accepted, extended())
      .when(extensionTakenBack())
      .then({ type: 'ExtensionTakenBack', due: before })
      .clockIs('handle', { lastDay: before, originally: before, extensions: [] })
      .has({ stage: 'accepted' })
  },
  'takes the last of several, and then the one before': ({ given, same }) => {
    const first = extended({ until: day('2026-05-20') })
    const second = extended({ until: day('2026-06-01') })
    const twice = given(...wayTo.accepted, first, second, extensionTakenBack())
    twice.clockIs('handle', { lastDay: day('2026-05-20') })
    const none = twice.when(extensionTakenBack()).accepted()
    same(none.clock('handle').lastDay, given(...wayTo.accepted).clock('handle').lastDay)
    none.when(extensionTakenBack()).refused({ kind: 'nothing-to-take-back', basis: decided('0024') })
  },
  'leaves as much to extend as there was before': ({ given }) => {
    given(...wayTo.accepted, extended(), extensionTakenBack())
      .when(extended())
      .accepted()
  },
  'is for what was extended': ({ given }) => {
    given(...wayTo.accepted)
      .when(extensionTakenBack())
      .refused({ kind: 'nothing-to-take-back', basis: decided('0024') })
  },
})

article('ADR 0024: the day of receipt put right', [], {
  'moves what counts from it, both ways, and nothing else': ({ given }) => {
    const fresh = given(registered({ on: day('2026-03-03'), receivedOn: day('2026-03-02') }))
    fresh.clockIs('route', { from: day('2026-03-02'), lastDay: day('2026-03-17') })
    fresh
      .when(receivedDayCorrected({ receivedOn: day('2026-02-27') }))
      .then({
        type: 'ReceivedDayCorrected',
        from: day('2026-03-02'),
        to: day('2026-02-27'),
        moved: [{ clock: 'route#1', from: day('2026-03-17'), to: day('2026-03-14') }],
      })
      .clockIs('route', { from: day('2026-02-27'), lastDay: day('2026-03-14') })
      .has({ receivedOn: day('2026-02-27') })
      .when(receivedDayCorrected({ receivedOn: day('2026-03-03') }))
      .accepted()
      .clockIs('route', { lastDay: day('2026-03-18') })
  },
  'leaves a clock alone that began with another fact': ({ given }) => {
    given(registered(), transferred())
      .when(receivedDayCorrected({ receivedOn: day('2026-02-20') }))
      .then({ type: 'ReceivedDayCorrected', moved: [] })
      .clockIs('notify', { from: transferred().on })
  },
  'is refused for the same day, and for one after the registration': ({ given }) => {
    const fresh = given(registered({ on: day('2026-03-03'), receivedOn: day('2026-03-02') }))
    fresh
      .when(receivedDayCorrected({ receivedOn: day('2026-03-02') }))
      .refused({ kind: 'nothing-changed', field: 'receivedOn' })
    fresh
      .when(receivedDayCorrected({ receivedOn: day('2026-03-04') }))
      .refused({ kind: 'received-after-registered', registeredOn: day('2026-03-03') })
  },
})

const answered = [registered(), transferred(), accepted(), heard(), issued()]
const servedOnThe22nd = served({ on: day('2026-04-22'), servedOn: day('2026-04-22') })

article('ADR 0024: the day of service put right', [], {
  'moves a right later': ({ given }) => {
    const told = given(...answered, servedOnThe22nd)
    told.clockIs('requestReview', { lastDay: day('2026-05-22') })
    told
      .when(servedDayCorrected({ document: 'd2', on: day('2026-04-27'), servedOn: day('2026-04-27') }))
      .then({
        type: 'ServedDayCorrected',
        moved: [{ clock: 'requestReview#1', from: day('2026-05-22'), to: day('2026-05-27') }],
        reopens: null,
      })
      .clockIs('requestReview', { from: day('2026-04-27'), lastDay: day('2026-05-27') })
  },
  'never shortens one that was told': ({ given }) => {
    given(...answered, servedOnThe22nd)
      .when(servedDayCorrected({ document: 'd2', on: day('2026-04-23'), servedOn: day('2026-04-21') }))
      .then({ type: 'ServedDayCorrected', to: day('2026-04-21'), moved: [], clocks: [] })
      .clockIs('requestReview', { from: day('2026-04-22'), lastDay: day('2026-05-22') })
  },
  'gives a right back that was taken to be gone, and opens the petition for it': ({ given }) => {
    const closed = given(...answered, servedOnThe22nd, lapsed({ on: day('2026-05-25') }))
    closed.at('closed').notRunning('requestReview')
    const open = closed
      .when(servedDayCorrected({ document: 'd2', on: day('2026-05-26'), servedOn: day('2026-04-30') }))
      .then({ type: 'ServedDayCorrected', reopens: 'served' })
      .at('served')
      .has({ endedOn: null })
      .clockIs('requestReview#2', { from: day('2026-04-30'), lastDay: day('2026-06-01'), state: 'running' })
    open.when(reviewRequested({ on: day('2026-06-01') })).accepted()
    open.when(reviewRequested({ on: day('2026-06-02') })).refusedAs('right-lapsed')
  },
  'gives back none that is over by the right day too': ({ given }) => {
    given(...answered, servedOnThe22nd, lapsed({ on: day('2026-05-25') }))
      .when(servedDayCorrected({ document: 'd2', on: day('2026-07-01'), servedOn: day('2026-04-24') }))
      .then({ type: 'ServedDayCorrected', reopens: null, clocks: [] })
      .at('closed')
  },
  'concerns only the person who was served': ({ given }) => {
    const people = [person('p1'), person('p2')]
    given(
      registered({ people, headcount: 2 }),
      ...answered.slice(1),
      servedOnThe22nd,
      served({ person: 'p2', on: day('2026-04-22'), servedOn: day('2026-04-22') }),
    )
      .when(servedDayCorrected({ document: 'd2', person: 'p2', on: day('2026-04-27'), servedOn: day('2026-04-27') }))
      .accepted()
      .clockIs('requestReview#1', { lastDay: day('2026-05-22') })
      .clockIs('requestReview#2', { lastDay: day('2026-05-27') })
  },
  'is refused where there is nothing to put right, or the day cannot be': ({ given }) => {
    const told = given(...answered, servedOnThe22nd)
    const correct = (more: object) => told.when(servedDayCorrected({ document: 'd2', on: day('2026-04-27'), ...more }))
    correct({ servedOn: day('2026-04-22') }).refused({ kind: 'nothing-changed', field: 'servedOn' })
    correct({ servedOn: day('2026-03-20') }).refusedAs('served-before-issued')
    correct({ servedOn: day('2026-04-28') }).refusedAs('day-in-the-future')
    correct({ person: 'p9' }).refused({ kind: 'not-served-yet', document: 'd2', person: 'p9' })
    correct({ document: 'd9' }).refused({ kind: 'unknown-document', document: 'd9' })
    const people = [person('p1', { electronicService: true })]
    const proof = { consent: true, record: sealed('arrived') }
    given(
      registered({ people }),
      ...answered.slice(1),
      served({ way: 'electronic', on: day('2026-04-22'), servedOn: day('2026-04-22'), proof }),
    )
      .when(servedDayCorrected({ document: 'd2', on: day('2026-04-27'), servedOn: day('2026-04-27') }))
      .refused({ kind: 'served-day-certain', way: 'electronic' })
  },
})

const notice = (edition: number, more: Partial<ShelvedNotice>): ShelvedNotice => ({
  ...{ region: 'cn', year: 2026, edition, title: '关于放假安排的通知', rest: [], work: [] },
  ...more,
})
const builtIn2026 = { rest: ['2026-05-01', '2026-05-04', '2026-05-05'].map(day), work: [day('2026-05-09')] }

article('ADR 0024: another holiday notice', [], {
  'moves every clock of a petition in one fact, and only later': ({ given }) => {
    const longer = notice(1, { ...builtIn2026, rest: [...builtIn2026.rest, day('2026-05-22')] })
    const told = given(...answered, servedOnThe22nd).in({ calendars: calendarsFrom([longer]) })
    told
      .when({ ...recounting, on: day('2026-04-23') })
      .then({
        type: 'ClocksRecounted',
        moved: [{ clock: 'requestReview#1', from: day('2026-05-22'), to: day('2026-05-25') }],
      })
      .clockIs('requestReview', {
        lastDay: day('2026-05-25'),
        originally: day('2026-05-25'),
        calendar: 'cn-state-council-2017-2026+cn@1',
      })
      .when({ ...recounting, on: day('2026-04-24') })
      .then()
  },
  'brings nothing forward that was told': ({ given }) => {
    const moved = given(registered({ on: day('2026-04-28') }), transferred({ on: day('2026-04-30') }))
    moved.clockIs('objectToTransfer', { lastDay: day('2026-05-11') })
    moved
      .in({ calendars: calendarsFrom([notice(1, { rest: [day('2026-05-01')] })]) })
      .when({ ...recounting, on: day('2026-04-30') })
      .then()
      .clockIs('objectToTransfer', { lastDay: day('2026-05-11') })
  },
  'of a region counts where the organ is that bears the duty': ({ given }) => {
    const festival = notice(1, { region: '99', rest: [day('2026-03-11'), day('2026-03-12')] })
    given(registered())
      .in({ calendars: calendarsFrom([festival]) })
      .when(transferred({ on: day('2026-03-09') }))
      .accepted()
      .clockIs('objectToTransfer', { lastDay: day('2026-03-18'), calendar: 'cn-state-council-2017-2026+99@1' })
  },
})

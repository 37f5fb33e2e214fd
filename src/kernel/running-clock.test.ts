import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import type { OrganId } from './organ.ts'
import {
  applyClockChange,
  bearerOrgan,
  type ClockChange,
  isOpen,
  type RunningClock,
  type StartedClock,
} from './running-clock.ts'
import { days } from './span.ts'

const organ = 'housing' as OrganId
const clock: StartedClock = {
  id: 'handle#1',
  rule: 'handle',
  pack: 'cn-2022@1',
  calendar: 'example',
  binds: 'organ',
  after: 'overdue',
  span: days(60),
  bearer: { organ },
  from: day('2026-03-10'),
  lastDay: day('2026-05-09'),
}
const through = (...changes: ClockChange[]): readonly RunningClock[] =>
  changes.reduce(applyClockChange, applyClockChange([], { change: 'started', clock }))
const id = clock.id

describe('A running clock', () => {
  it('starts running, and remembers the day it originally had', () => {
    expect(through()).toEqual([
      { ...clock, state: 'running', originally: '2026-05-09', suspensions: [], extensions: [] },
    ])
  })

  it('stops, and keeps the day on which it did', () => {
    const [stopped] = through({ change: 'stopped', id, on: day('2026-04-22') })
    expect(stopped).toMatchObject({ state: 'stopped', stoppedOn: '2026-04-22' })
    expect(stopped && isOpen(stopped)).toBe(false)
  })

  it('lapses', () => {
    expect(through({ change: 'lapsed', id, on: day('2026-05-10') })).toMatchObject([{ state: 'lapsed' }])
  })

  it('stands still and goes on with a later day, which becomes the original one', () => {
    const paused = through({ change: 'suspended', id, from: day('2026-03-20') })
    expect(paused).toMatchObject([{ state: 'suspended', suspendedSince: '2026-03-20' }])
    expect(paused[0] && isOpen(paused[0])).toBe(true)
    const resumed = through(
      { change: 'suspended', id, from: day('2026-03-20') },
      { change: 'resumed', id, through: day('2026-03-24'), lastDay: day('2026-05-14') },
    )
    expect(resumed).toMatchObject([
      {
        state: 'running',
        lastDay: '2026-05-14',
        originally: '2026-05-14',
        suspensions: [{ from: '2026-03-20', through: '2026-03-24' }],
      },
    ])
    expect(resumed[0]).not.toHaveProperty('suspendedSince')
  })

  it('takes the overdue mark back when it is extended, measured against the original day', () => {
    const extended = through(
      { change: 'fellOverdue', id, on: day('2026-05-10') },
      { change: 'extended', id, on: day('2026-05-11'), days: 10, lastDay: day('2026-05-19') },
    )
    expect(extended).toMatchObject([
      { lastDay: '2026-05-19', originally: '2026-05-09', extensions: [{ on: '2026-05-11', days: 10 }] },
    ])
    expect(extended[0]).not.toHaveProperty('overdueOn')
  })

  it('keeps the original day once it was extended, suspended or not', () => {
    expect(
      through(
        { change: 'extended', id, on: day('2026-03-12'), days: 10, lastDay: day('2026-05-19') },
        { change: 'suspended', id, from: day('2026-03-20') },
        { change: 'resumed', id, through: day('2026-03-20'), lastDay: day('2026-05-20') },
      ),
    ).toMatchObject([{ lastDay: '2026-05-20', originally: '2026-05-09' }])
  })

  it('passes on to another bearer with its day', () => {
    const heir = 'resources' as OrganId
    expect(through({ change: 'passedOn', id, bearer: { organ: heir } })).toMatchObject([
      { bearer: { organ: heir }, lastDay: '2026-05-09', state: 'running' },
    ])
  })

  it('is counted again with the notice, to a later day, and is certain then', () => {
    const guessed = [2026]
    const [before] = applyClockChange([], { change: 'started', clock: { ...clock, provisional: guessed } })
    const recounted = { change: 'recounted', id, lastDay: day('2026-05-12'), calendar: 'with notice' } as const
    const [now] = applyClockChange(before ? [before] : [], recounted)
    expect(now).toMatchObject({ lastDay: '2026-05-12', originally: '2026-05-12', calendar: 'with notice' })
    expect(now).not.toHaveProperty('provisional')
    const [still] = applyClockChange(before ? [before] : [], { ...recounted, provisional: guessed })
    expect(still).toMatchObject({ provisional: guessed })
  })

  it('knows whether an organ bears it', () => {
    expect(bearerOrgan(clock)).toBe(organ)
    expect(bearerOrgan({ ...clock, bearer: { person: 'p1' } })).toBeNull()
  })
})

describe('Histories that cannot be', () => {
  it.each<[string, ClockChange[]]>([
    ['started twice', [{ change: 'started', clock }]],
    ['another clock', [{ change: 'stopped', id: 'handle#2', on: day('2026-04-22') }]],
    [
      'stopped twice',
      [
        { change: 'stopped', id, on: day('2026-04-22') },
        { change: 'stopped', id, on: day('2026-04-23') },
      ],
    ],
    [
      'extended after it lapsed',
      [
        { change: 'lapsed', id, on: day('2026-05-10') },
        { change: 'extended', id, on: day('2026-05-11'), days: 1, lastDay: day('2026-05-10') },
      ],
    ],
    ['counted again to an earlier day', [{ change: 'recounted', id, lastDay: day('2026-05-08'), calendar: 'x' }]],
    [
      'resumed without having stood',
      [{ change: 'resumed', id, through: day('2026-03-24'), lastDay: day('2026-05-14') }],
    ],
  ])('throws when %s', (_, changes) => {
    expect(() => through(...changes)).toThrow(/clock/)
  })
})

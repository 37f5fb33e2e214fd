import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '../kernel/day.ts'
import * as wire from '../supervision/contract.ts'
import { demoPetitions } from './petitions.ts'
import { findDemoOrgan } from './prefecture.ts'
import { demoAccounts } from './staff.ts'
import { demoSupervision } from './supervision.ts'

const today = day('2026-11-26')
const inDays = (days: number): Day => addDays(today, days)
const acts = demoSupervision.flatMap((matter) => matter.acts.map((act) => ({ ...act, matter })))
const opened = acts.filter(({ does }) => does === 'OpenOrder')
const bodyOf = ({ body }: (typeof acts)[number]) =>
  body(inDays) as { kind: string; due: Day; addressees: readonly { organ: string }[] }

describe('supervision in the demo', () => {
  it('is about petitions of the demo, and by people or organs of it', () => {
    for (const { matter, by } of acts) {
      if (matter.petition) expect(demoPetitions.map(({ id }) => id)).toContain(matter.petition)
      expect(demoAccounts.some(({ account }) => account === by) || findDemoOrgan(by), by).toBeTruthy()
    }
  })

  it('goes forward in days', () => {
    for (const { acts } of demoSupervision) {
      const days = acts.map(({ daysAgo }) => daysAgo)
      expect(days).toEqual(days.toSorted((a, b) => b - a))
    }
  })

  it('has orders of most kinds to organs that are there, each due after the day on which it was opened', () => {
    expect(new Set(opened.map((act) => bodyOf(act).kind)).size).toBeGreaterThanOrEqual(7)
    for (const act of opened) {
      const { due, addressees } = bodyOf(act)
      expect(due > inDays(-act.daysAgo)).toBe(true)
      for (const { organ } of addressees) expect(findDemoOrgan(organ), organ).toBeDefined()
    }
  })

  it('has one that was closed, one that is overdue, and one that waits to be verified', () => {
    const ends = demoSupervision.map(({ acts }) => acts.at(-1)?.does)
    expect(ends).toContain('CloseOrder')
    expect(ends).toContain('ReportOnOrder')
    expect(opened.some((act) => bodyOf(act).due < today && act.matter.acts.at(-1)?.does === 'OpenOrder')).toBe(true)
  })

  it('says what the wire takes', () => {
    for (const act of opened) expect(wire.openOrder.body.safeParse(act.body(inDays)).error).toBeUndefined()
  })
})

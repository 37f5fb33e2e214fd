import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { article } from './basis.ts'
import { cn2022 } from './cn-2022/cn-2022.ts'
import { countByRule, rulesOfPack } from './packs.ts'

describe('Counting by a rule of a pack', () => {
  it('gives the day, the article and whom it binds', () => {
    expect(countByRule(cn2022, 'requestReview', day('2026-09-02'))).toMatchObject({
      ok: true,
      value: { lastDay: '2026-10-08', basis: article(35), binds: 'petitioner', calendar: 'cn-state-council-2017-2026' },
    })
  })

  it('leaves an organ’s day on a rest day', () => {
    expect(countByRule(cn2022, 'review', day('2026-05-22'))).toMatchObject({
      ok: true,
      value: { lastDay: '2026-06-21' },
    })
  })

  it.each([
    ['noSuchRule', '2026-05-22', 'unknown-rule'],
    ['toString', '2026-05-22', 'unknown-rule'],
    ['execute', '2026-05-22', 'designated-day'],
    ['requestReview', '2027-05-22', 'year-not-loaded'],
  ])('refuses %s from %s: %s', (name, from, kind) => {
    expect(countByRule(cn2022, name, day(from))).toMatchObject({ ok: false, error: { kind } })
  })

  it('knows the rules of the pack, and those that protect whoever petitions', () => {
    expect(Object.keys(rulesOfPack(cn2022))).toEqual(expect.arrayContaining(['handle', 'contestAnswer']))
  })
})

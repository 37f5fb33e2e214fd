/** What an outsider who knows one thing about a neighbour can find out, and what not. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { month } from '../../kernel/month.ts'
import type { CaseLine } from './case-line.ts'
import { Coarsening, fewest, groupOf, toldOn } from './coarsening.ts'
import { readLine, writeLine } from './line.ts'

const may = month('2026-05')
const someone = (more: Partial<CaseLine> = {}): CaseLine => ({
  ...{ registered: '2026-05', organ: 'county.land', class: 'appeal', stage: 'accepted', clocks: 'handle:in-time' },
  ...{ county: 'within:990101', region: 'region:9901', isKeptBack: false },
  ...more,
})
const many = (count: number, more: Partial<CaseLine> = {}) => Array.from({ length: count }, () => someone(more))

function toldOf(lines: readonly CaseLine[]) {
  const coarsening = new Coarsening(may)
  for (const line of lines) coarsening.add(line)
  coarsening.settle()
  return lines.map((line) => coarsening.told(line))
}

describe('A case among enough that look the same', () => {
  it('is told with its organ, its stage and its duties', () =>
    expect(toldOf(many(fewest))).toEqual(many(fewest).map((line) => toldOn('whole', line, may))))

  it('may differ from them in what nobody knows beforehand', () => {
    const told = toldOf([...many(2, { stage: 'declined' }), ...many(3, { clocks: 'handle:overdue' })])
    expect(told.map(({ stage }) => stage)).toEqual(['declined', 'declined', 'accepted', 'accepted', 'accepted'])
  })
})

describe('A case among too few', () => {
  it('is told with its organ, without its kind, where the organ has enough', () => {
    const told = toldOf([...many(fewest - 1), ...many(1, { class: 'suggestion' })])
    expect(new Set(told.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ ...toldOn('whole', someone(), may), class: '*' })]),
    )
  })

  it('is told without month there, where it is old', () => {
    const told = toldOf([...many(2, { registered: '2024-03' }), ...many(3, { registered: '2024-09' })])
    expect(told.map(({ registered, organ }) => [registered, organ])).toEqual(Array(5).fill(['earlier', 'county.land']))
  })

  it('is told with its county where the organ has too few', () => {
    const [told] = toldOf([...many(fewest - 1, { organ: 'county.water' }), ...many(1)])
    expect(told).toEqual({ ...toldOn('whole', someone(), may), organ: 'within:990101' })
  })

  it('is told with its prefecture, and only whether it is open, where the county has too few', () => {
    const [told] = toldOf([...many(fewest - 1, { organ: 'b', county: 'within:990102' }), ...many(1)])
    expect(told).toEqual({
      ...{ registered: '2026-05', organ: 'region:9901', class: 'appeal', stage: 'open', clocks: '*' },
    })
  })

  it('is told without place and kind where the prefecture has too few too', () => {
    const few = [...many(3), ...many(2, { region: 'region:9902', county: 'within:990201', organ: 'b' })]
    expect(new Set(toldOf(few).map((told) => JSON.stringify(told)))).toEqual(
      new Set([JSON.stringify(toldOn('age', someone(), may))]),
    )
  })

  it('is told with nothing where there are few at all: it is counted, and that is all', () => {
    expect(toldOf(many(fewest - 1))).toEqual(many(fewest - 1).map((line) => toldOn('nothing', line, may)))
  })
})

describe('A group whose cases all ended in one way', () => {
  it('says of none how it ended: whoever knows that a neighbour is among them would know', () => {
    const told = toldOf([...many(9, { stage: 'withdrawn' }), ...many(9, { organ: 'county.water' })])
    expect(told.slice(0, 9).every(({ stage, organ }) => stage !== 'withdrawn' && organ !== 'county.land')).toBe(true)
  })
})

describe('An accusation, and whoever petitions in confidence', () => {
  const accusations = many(30, { class: 'accusation', isKeptBack: true, organ: 'county.discipline' })

  it('is never told with its organ, its stage or its duties, however many there are', () => {
    const told = toldOf([
      ...accusations,
      ...many(10, { isKeptBack: true, stage: 'declined' }),
      ...many(10, { isKeptBack: true }),
      ...many(20),
    ])
    const kept = told.slice(0, 50)
    expect(kept.every(({ organ, clocks }) => ['region:9901', '*'].includes(organ) && clocks === '*')).toBe(true)
    expect(new Set(kept.map(({ stage }) => stage))).toEqual(new Set(['open', 'ended']))
  })

  it('looks the same as a case that is told coarsely because there are few: it does not say why', () => {
    const [first, last] = [someone({ isKeptBack: true }), someone()]
    const told = toldOf([first, ...many(4, { isKeptBack: true }), last])
    expect(told[0]).toEqual(told.at(-1))
  })
})

const cases = fc.array(
  fc.record({
    registered: fc.constantFrom('2026-05', '2026-04', '2025-11', '2019-01'),
    organ: fc.constantFrom('county.land', 'county.water', 'below:990101'),
    class: fc.constantFrom('appeal', 'suggestion', 'accusation'),
    stage: fc.constantFrom('registered', 'accepted', 'withdrawn', 'closed'),
    clocks: fc.constantFrom('', 'handle:in-time', 'route:stopped-in-time handle:overdue'),
    county: fc.constantFrom('within:990101', 'within:9901'),
    region: fc.constantFrom('region:9901', 'region:9902'),
    isKeptBack: fc.boolean(),
  }),
  { maxLength: 120 },
)

describe('Whatever the cases are', () => {
  it('each stands among at least five that look the same to who knows when, where and what; or nothing is said of it', () =>
    fc.assert(
      fc.property(cases, (lines) => {
        for (const [group, told] of Map.groupBy(toldOf(lines), groupOf))
          if (group !== '*,*,*') expect(told.length).toBeGreaterThanOrEqual(fewest)
      }),
    ))

  it('no group that is told says that all of it ended in one way', () =>
    fc.assert(
      fc.property(cases, (lines) => {
        const ends = ['withdrawn', 'closed', 'ended']
        for (const told of Map.groupBy(toldOf(lines), groupOf).values())
          if (told[0]?.organ !== '*')
            expect(told.every(({ stage }) => stage === told[0]?.stage) && ends.includes(told[0]?.stage ?? '')).toBe(
              false,
            )
      }),
    ))

  it('what is told does not depend on the order in which they come', () =>
    fc.assert(
      fc.property(cases, (lines) => {
        const sorted = (of: readonly object[]) => of.map((told) => JSON.stringify(told)).sort()
        expect(sorted(toldOf(lines.toReversed()))).toEqual(sorted(toldOf(lines)))
      }),
    ))

  it('every line is read as it was written', () =>
    fc.assert(
      fc.property(cases, (lines) => {
        for (const told of toldOf(lines)) {
          const line = { line: 'a'.repeat(64), ...told }
          expect(readLine(writeLine('2026-05.2', line))).toEqual({ figures: '2026-05.2', line })
        }
      }),
    ))
})

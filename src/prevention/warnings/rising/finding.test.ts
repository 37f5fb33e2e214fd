/** What is found, and what is not (docs/adr/0047): on series that are known because we made them. */
import { describe, expect, it } from 'vitest'
import { tryOut } from './back-test.ts'
import { believedBelow, limitFor, weightOf } from './discovery.ts'
import { findRises, type Told } from './finding.ts'
import { commonOf, type Forest, holding, Planting, seasonWeeks, widerCategories, widerPlaces } from './node.ts'
import { seasonsOf } from './season.ts'
import { type Daily, drawFrom, makeSeries, plantRise } from './synthetic.ts'

const township = '990101101'
const village = (at: number): string => `${township}${String(at).padStart(3, '0')}`

/** Steady weeks of a count, with others for the newest. */
const weeksOf = (usual: number, newest: readonly number[] = []): number[] =>
  Array.from({ length: seasonWeeks }, (_, week) => newest[week] ?? usual)

function forestOf(series: readonly { place: string; category: string; weeks: readonly number[] }[]): Forest {
  const planting = new Planting(holding(series.map(({ place }) => place)))
  for (const { place, category, weeks } of series)
    planting.add({ place, category, weeks: weeks.map((_, at) => at), counts: weeks })
  return planting.forest()
}

const found = (forest: Forest, told: readonly Told[] = [], knownWeeks = seasonWeeks) =>
  findRises(forest, { knownWeeks, told }).rises.map(({ place, category }) => `${place} ${category}`)

describe('The nodes that are watched', () => {
  it('are every wider place up to the one that holds all, and every wider kind', () => {
    expect(widerPlaces('990101101205', '9901')).toEqual(['990101101205', '990101101', '990101', '9901'])
    expect(widerPlaces('990101', '990101')).toEqual(['990101'])
    expect(widerCategories('land.requisition')).toEqual(['land.requisition', 'land'])
    expect(widerCategories('land')).toEqual(['land'])
    expect(holding(['990101101205', '990101102'])).toBe('990101')
    expect(holding(['990101', '990201'])).toBe('99')
  })

  it('overlap in the narrower place and the narrower kind, or not at all', () => {
    const a = { place: '990101', category: 'land.requisition' }
    expect(commonOf(a, { place: township, category: 'land' })).toBe(`${township} land.requisition`)
    expect(commonOf(a, { place: '990102', category: 'land' })).toBeNull()
    expect(commonOf(a, { place: '990101', category: 'land.minerals' })).toBeNull()
    // a code that merely begins alike is another kind
    expect(commonOf({ place: '99', category: 'land' }, { place: '99', category: 'landscape.parks' })).toBeNull()
  })

  it('hold the sums of what lies in them', () => {
    const forest = forestOf([
      { place: village(1), category: 'land.requisition', weeks: [1, 2] },
      { place: village(2), category: 'land.minerals', weeks: [3, 4] },
    ])
    expect([...(forest.nodes.get(`${township} land`)?.weeks.slice(0, 3) ?? [])]).toEqual([4, 6, 0])
    expect(forest.nodes.get(`${village(1)} land.minerals`)).toBeUndefined()
  })
})

describe('What rises', () => {
  const steady = Array.from({ length: 8 }, (_, at) => ({
    ...{ place: village(at + 1), category: 'land.requisition', weeks: weeksOf(10) },
  }))

  it('is nothing while nothing changes', () => {
    expect(found(forestOf(steady))).toEqual([])
  })

  it('is told in the village where it is one village’s, and nowhere above it', () => {
    expect(
      found(forestOf(steady.with(2, { ...(steady[2] as (typeof steady)[number]), weeks: weeksOf(10, [24, 22]) }))),
    ).toEqual([`${village(3)} land.requisition`])
  })

  it('is told in the township where every village has a little more, though none of them shows it', () => {
    const little = Array.from({ length: 30 }, (_, at) => ({
      ...{ place: village(at + 1), category: 'land.requisition', weeks: weeksOf(1, [2, 2]) },
    }))
    const elsewhere = [{ place: '990101102', category: 'land.requisition', weeks: weeksOf(30) }]
    expect(found(forestOf([...little, ...elsewhere]))).toEqual([`${township} land.requisition`])
  })

  it('is told at the first level where every kind has a little more', () => {
    const kinds = Array.from({ length: 12 }, (_, at) => ({
      ...{ place: township, category: `land.k${at}`, weeks: weeksOf(2, [4, 4]) },
    }))
    expect(found(forestOf([...kinds, { place: township, category: 'rural.x', weeks: weeksOf(40) }]))).toEqual([
      `${township} land`,
    ])
  })

  it('is named as narrowly as nearly all of it allows', () => {
    const land = [
      { place: village(1), category: 'land.requisition', weeks: weeksOf(0, [19]) },
      { place: village(1), category: 'land.minerals', weeks: weeksOf(0, [1]) },
      { place: village(2), category: 'rural.x', weeks: weeksOf(3) },
    ]
    expect(found(forestOf(land))).toEqual([`${village(1)} land.requisition`])
  })

  it('is two things where two villages rise each by itself', () => {
    const two = steady.map((each, at) => (at === 1 || at === 5 ? { ...each, weeks: weeksOf(10, [40, 38]) } : each))
    expect(found(forestOf(two)).toSorted()).toEqual([
      `${village(2)} land.requisition`,
      `${village(6)} land.requisition`,
    ])
  })

  it('is never told of fewer than five', () => {
    expect(found(forestOf([{ place: village(1), category: 'a', weeks: weeksOf(0, [4]) }]))).toEqual([])
    expect(found(forestOf([{ place: village(1), category: 'a', weeks: weeksOf(0, [8]) }]))).toEqual([`${village(1)} a`])
  })

  it('is nothing of which too little is known, and counts for nothing that came before the register', () => {
    const rising = [{ place: village(1), category: 'a', weeks: weeksOf(10, [40, 40]) }]
    expect(found(forestOf(rising), [], 11)).toEqual([])
    expect(found(forestOf(rising), [], 12)).toEqual([`${village(1)} a`])
    // known for a quarter, ten each week of it: the weeks before are unknown and not nothing
    const young = [{ place: village(1), category: 'a', weeks: Array.from({ length: 13 }, () => 10) }]
    expect(found(forestOf(young), [], 13)).toEqual([])
  })

  it('is not told again while it is told, nor what holds it or lies in it', () => {
    const rising = steady.with(2, { ...(steady[2] as (typeof steady)[number]), weeks: weeksOf(10, [30, 30]) })
    const forest = forestOf(rising)
    for (const place of [village(3), township])
      expect(found(forest, [{ place, category: 'land', perWeek: null }])).toEqual([])
    expect(found(forest, [{ place: village(4), category: 'land', perWeek: null }])).toEqual([
      `${village(3)} land.requisition`,
    ])
  })

  it('is told again once it rises above the level at which it was answered', () => {
    const answered = [{ place: village(1), category: 'a', perWeek: 30 }]
    expect(
      found(forestOf([{ place: village(1), category: 'a', weeks: weeksOf(10, [30, 30, 30, 30]) }]), answered),
    ).toEqual([])
    expect(
      found(forestOf([{ place: village(1), category: 'a', weeks: weeksOf(10, [80, 75, 30, 30]) }]), answered),
    ).toEqual([`${village(1)} a`])
  })

  it('allows for what comes in bunches', () => {
    const bunches = Array.from({ length: seasonWeeks }, (_, week) => (week % 5 === 0 ? 30 : 4))
    expect(found(forestOf([{ place: village(1), category: 'a', weeks: [22, 20, ...bunches.slice(2)] }]))).toEqual([])
    expect(found(forestOf([{ place: village(1), category: 'a', weeks: weeksOf(9, [22, 20]) }]))).toEqual([
      `${village(1)} a`,
    ])
  })

  it('is not hidden by an outbreak of last year', () => {
    const past = weeksOf(10, [26, 25]).map((count, week) => (week >= 40 && week < 44 ? 60 : count))
    expect(found(forestOf(steady.with(2, { ...(steady[2] as (typeof steady)[number]), weeks: past })))).toEqual([
      `${village(3)} land.requisition`,
    ])
  })

  it('follows a level that has changed for good', () => {
    const grown = Array.from({ length: seasonWeeks }, (_, week) => (week < 80 ? 20 : 10))
    expect(found(forestOf([{ place: village(1), category: 'a', weeks: grown }]))).toEqual([])
  })
})

describe('The season', () => {
  /** Three times as much in the weeks around one week of each year. */
  const seasonal: readonly number[] = Array.from({ length: seasonWeeks }, (_, week) => (week % 52 < 4 || week % 52 > 48 ? 60 : 20))
  const places = Array.from({ length: 5 }, (_, at) => ({ place: village(at + 1), category: 'a.b', weeks: seasonal }))

  it('explains what comes in the same weeks each year', () => {
    const factors = seasonsOf(forestOf(places).whole, seasonWeeks).get('a')
    expect(factors?.[0]).toBeGreaterThan(2)
    expect(factors?.[26]).toBeCloseTo(0.82, 1)
    expect(found(forestOf(places))).toEqual([])
  })

  it('does not explain what comes on top of it', () => {
    const more = places.with(0, { ...(places[0] as (typeof places)[number]), weeks: [130, 128, ...seasonal.slice(2)] })
    expect(found(forestOf(more))).toEqual([`${village(1)} a.b`])
  })

  it('is not known with less than two years behind it, and then is none', () => {
    expect([...seasonsOf(forestOf(places).whole, 103).values()]).toEqual([null, null])
    expect(found(forestOf(places), [], 103)).not.toEqual([])
  })
})

describe('What is believed of very many comparisons', () => {
  const all = { count: 1000, weight: 1000 * weightOf({ couldShow: 10 }) }
  const of = (chance: number, couldShow = 10) => ({ chance, couldShow })

  it('is nothing that chance brings among so many', () => {
    expect(believedBelow([of(0.001), of(0.002)], all)).toBe(0)
    expect(believedBelow([of(0.00019)], all)).toBeCloseTo(0.0002, 9)
  })

  it('is more where more rises, but never beyond three in ten thousand', () => {
    const many = Array.from({ length: 50 }, () => of(0.00001))
    const believed = believedBelow(many, all)
    expect(believed).toBeCloseTo(0.01, 9)
    expect(limitFor(of(0), believed, all)).toBe(3e-4)
  })

  it('asks more of what could hardly show anything', () => {
    const mixed = { count: 1000, weight: 500 * weightOf({ couldShow: 0 }) + 500 * weightOf({ couldShow: 20 }) }
    const believed = believedBelow([of(0.00001, 20)], mixed)
    expect(limitFor(of(0, 0), believed, mixed)).toBeLessThan(limitFor(of(0, 20), believed, mixed))
  })
})

describe('A doubled rate', () => {
  const making = (seed: number, perWeek: number) => ({
    ...{ places: Array.from({ length: 20 }, (_, at) => village(at + 1)), categories: ['a.b', 'a.c', 'd.e'] },
    ...{ days: 3 * 364, perWeek, dispersion: 1.2, season: 0.3, pastOutbreaks: 0.2, draw: drawFrom(seed) },
  })
  const first = 3 * 364 - 28

  it('is found within two weeks where twenty come a week, and hardly anything else is', () => {
    const made = making(5, 20)
    const leaves = makeSeries(made)
    const planted = [3, 17, 29, 41, 55].map((at) => {
      const leaf = leaves[at] as Daily
      plantRise(leaf, first + 7, 2, made)
      return { place: leaf.place, category: leaf.category, day: first + 7 }
    })
    const tried = tryOut({ leaves, planted, from: first, until: first + 27 })
    expect(tried).toMatchObject({ planted: 5, foundThere: 5 })
    expect(tried.middleDelay).toBeLessThanOrEqual(14)
    expect(tried.falseAlarms).toBeLessThanOrEqual(1)
  })

  it('cannot be shown where one comes a week, and is not guessed', () => {
    const made = making(6, 1)
    const leaves = makeSeries(made)
    const planted = [3, 17, 29].map((at) => {
      const leaf = leaves[at] as Daily
      plantRise(leaf, first + 7, 2, made)
      return { place: leaf.place, category: leaf.category, day: first + 7 }
    })
    const tried = tryOut({ leaves, planted, from: first, until: first + 27 })
    expect(tried.foundThere).toBeLessThan(3)
    expect(tried.falseAlarms).toBeLessThanOrEqual(1)
  })
})

/** The places of a screening campaign, among as many villages as there may be: how long one look takes, and how it grows. No house is needed for it. */
import type { AllOrgans } from '../src/kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../src/kernel/organ.ts'
import { opened, placesUnder, plannedIn, reportersAmong } from '../src/prevention/screening/places.ts'

export const placeLooks = ['offered', 'whole', 'each', 'reporters'] as const
export type PlaceLook = (typeof placeLooks)[number]

/** What each of them is, for whoever reads the figures. */
const saidOf: Readonly<Record<PlaceLook, string>> = {
  offered: 'places offered',
  whole: 'the country chosen whole',
  each: 'each township named',
  reporters: 'who reports of each',
}

export interface PlacesMeasured {
  readonly places: number
  readonly organs: number
  /** The fastest of all rounds: what somebody else took from the others is no cost of it. */
  readonly ms: Readonly<Record<PlaceLook, number>>
  /** The same once through all organs, which nothing that asks of them all can be faster than. */
  readonly floorMs: number
}

interface Chosen {
  readonly towns: readonly string[]
  readonly villages: readonly string[]
}

/** Ten villages to a township, and a hundred townships to a county. */
function directoryOf(places: number): AllOrgans & Chosen {
  const organ = (kind: OrganFacts['kind'], region: string): OrganFacts => ({
    ...{ id: region as OrganId, kind, level: kind === 'village' ? 'village' : 'township', region },
    ...{ parent: null, leadBy: null, state: 'active', successors: [] },
  })
  const towns = Array.from({ length: Math.ceil(places / 10) }, (_, at) => {
    const county = 990101 + Math.floor(at / 100)
    return `${county}${String(100 + (at % 100))}`
  })
  const villages = towns.flatMap((town) => Array.from({ length: 10 }, (_, at) => `${town}${200 + at}`)).slice(0, places)
  const all = [
    ...towns.map((region) => organ('township', region)),
    ...villages.map((region) => organ('village', region)),
  ]
  const byId = new Map(all.map((each) => [each.id, each]))
  return { all: () => all, find: (id) => byId.get(id), towns, villages }
}

/** A look is short, so there are many in a round. */
const looksInRound = 10

export function measurePlaces(sizes: readonly number[], rounds: number): readonly PlacesMeasured[] {
  const houses = sizes.map((places) => ({ places, organs: directoryOf(places) }))
  const taken = houses.map(() => ({ offered: [], whole: [], each: [], reporters: [], floor: [] })) as Record<
    PlaceLook | 'floor',
    number[]
  >[]
  // in turns, so that a slow moment of the machine falls on all sizes alike; the first is for the compiler
  for (let round = -1; round < rounds * looksInRound; round += 1) {
    houses.forEach(({ organs }, at) => {
      for (const [look, ms] of Object.entries(looksAt(organs))) if (round >= 0) taken[at]?.[look as PlaceLook].push(ms)
    })
  }
  return houses.map(({ places, organs }, at) => {
    const { floor, ...looks } = taken[at] as Record<PlaceLook | 'floor', number[]>
    const ms = Object.fromEntries(placeLooks.map((look) => [look, Math.min(...looks[look])])) as Record<
      PlaceLook,
      number
    >
    return { places, organs: [...organs.all()].length, ms, floorMs: Math.min(...floor) }
  })
}

function looksAt(organs: ReturnType<typeof directoryOf>): Readonly<Record<PlaceLook | 'floor', number>> {
  const { towns, villages } = organs
  return {
    offered: timed(() => placesUnder('00', organs).length > villages.length),
    whole: timed(() => plannedIn(['00'], organs).length === villages.length),
    each: timed(() => opened(towns, organs).length === villages.length),
    reporters: timed(() => {
      const reporter = reportersAmong(organs)
      return villages.every((village) => reporter(village) === village)
    }),
    floor: timed(() => [...organs.all()].filter(({ region }) => region.length === 12).length === villages.length),
  }
}

/** What comes out is looked at, so that it is really done. */
function timed(look: () => boolean): number {
  const began = performance.now()
  if (!look()) throw new Error('places are missing')
  return performance.now() - began
}

export function printPlaces(measured: readonly PlacesMeasured[]): void {
  const [first] = measured
  for (const { places, organs, ms, floorMs } of measured) {
    console.log(`${places} places, ${organs} organs`)
    for (const look of placeLooks) {
      const times = first && places > first.places ? `, × ${(ms[look] / first.ms[look]).toFixed(1)}` : ''
      console.log(
        `  ${saidOf[look]}: ${ms[look].toFixed(2)} ms, ${(ms[look] / floorMs).toFixed(0)} of the floor${times}`,
      )
    }
    console.log(`  floor: once through all organs ${floorMs.toFixed(3)} ms`)
  }
}

/** Two townships with villages, opened in a test house: what the rooms of prevention work in. */
import type { OrganFacts, OrganId } from '../src/kernel/organ.ts'
import type { openAnsweringHouse } from './answering-house.ts'

type Answering = Awaited<ReturnType<typeof openAnsweringHouse>>

const place = (id: string, kind: OrganFacts['kind'], level: OrganFacts['level'], region: string, parent: string) =>
  ({
    ...{ id: id as OrganId, kind, level, region, parent: parent as OrganId },
    ...{ leadBy: null, state: 'active', successors: [] },
  }) as const satisfies OrganFacts

export const grassroots: readonly OrganFacts[] = [
  place('town', 'township', 'township', '990101001', 'county'),
  place('town.hill', 'village', 'village', '990101001201', 'town'),
  place('town.mill', 'village', 'village', '990101001202', 'town'),
  place('port', 'township', 'township', '990101002', 'county'),
  place('port.quay', 'village', 'village', '990101002201', 'port'),
]

/** The house knows them from then on, and row security reads them from their table. */
export async function openGrassroots({ office, house }: Pick<Answering, 'office' | 'house'>): Promise<void> {
  for (const each of grassroots) await office.openOrgan(each.id, each)
  const { directory } = house
  const byId = new Map(grassroots.map((each) => [each.id, each]))
  Object.assign(house, {
    directory: {
      ...directory,
      find: (id: OrganId) => byId.get(id) ?? directory.find(id),
      all: () => [...directory.all(), ...grassroots],
    },
  })
}

/** A small county and the commands of a visit, for tests. */
import { day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { LookedCase, Of, PlannedCase, StaffActor, VisitPlan, VisitWorld } from './visit.ts'

export const id = (text: string): OrganId => text as OrganId
export const sealed = (text: string): Sealed => ({ ref: text, commitment: text })

type Place = readonly [string, OrganFacts['kind'], OrganFacts['level'], string, string | null]
const places: readonly Place[] = [
  ['county', 'government', 'county', '990101', null],
  ['county.bureau', 'bureau', 'county', '990101', 'county'],
  ['county.land', 'department', 'county', '990101', 'county'],
  ['county.survey', 'department', 'county', '990101', 'county.land'],
  ['county.water', 'department', 'county', '990101', 'county'],
  ['town', 'township', 'township', '990101001', 'county'],
]
const organs = new Map<OrganId, OrganFacts>(
  places.map(([organ, kind, level, region, parent]) => [
    id(organ),
    {
      ...{ id: id(organ), kind, level, region, parent: parent === null ? null : id(parent) },
      ...{ leadBy: null, state: 'active', successors: [] },
    },
  ]),
)
const allOrgans: AllOrgans = { find: (organ) => organs.get(organ), all: () => organs.values() }
export const world: VisitWorld = { organs: allOrgans }

export const staff = (account: string, organ: string, ...posts: readonly string[]): StaffActor => ({
  ...{ kind: 'staff', account, organ: id(organ), posts },
})
export const clerk = staff('clerk', 'county.bureau', 'clerk')
export const leader = staff('leader', 'county', 'leader')
/** Comes along from the water office, and is nobody's head there. */
export const companion = staff('engineer', 'county.water', 'auditor')

export const planned = (petition: string, more: Partial<PlannedCase> = {}): PlannedCase => ({
  ...{ petition, spot: sealed(`${petition} spot`), meet: sealed(`${petition} meet`) },
  ...{ brief: sealed(`${petition} brief`), questions: null, consent: null, ...more },
})

export const looked = (petition: string, more: Partial<LookedCase> = {}): LookedCase => ({
  ...{ petition, keptFrom: [], officials: [], isAccusation: false, isConfidential: false, hasRefused: false, ...more },
})

export const theDay = day('2026-11-25')
export const plan = (more: Partial<VisitPlan> = {}): VisitPlan => ({
  day: theDay,
  destination: sealed('where'),
  leaders: [{ account: 'leader', organ: id('county') }],
  companions: [{ account: 'engineer', organ: id('county.water') }],
  cases: [planned('p1'), planned('p2')],
  ...more,
})

export const planning = (more: Partial<Of<'PlanVisit'>> = {}): Of<'PlanVisit'> => ({
  type: 'PlanVisit',
  on: day('2026-11-23'),
  actor: clerk,
  plan: plan(),
  looked: [looked('p1'), looked('p2')],
  ...more,
})

export const confirming: Of<'ConfirmVisit'> = { type: 'ConfirmVisit', on: day('2026-11-24'), actor: leader }

export const entering = (entry: string, more: Partial<Of<'RecordEntry'>> = {}): Of<'RecordEntry'> => ({
  ...{ type: 'RecordEntry', on: theDay, actor: leader, entry, kind: 'met', petition: 'p1', at: theDay },
  ...{ whom: null, text: sealed(entry), organ: null, due: null, materials: [], ...more },
})

/** A small county with two townships and the commands of a campaign, for tests. */
import { type Day, day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { builtInCalendars } from '../../law/calendars/shelf.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import { plannedIn } from './places.ts'
import type { Of, ScreeningActor, ScreeningWorld, StaffActor } from './screening.ts'

export const id = (text: string): OrganId => text as OrganId
export const sealed = (text: string): Sealed => ({ ref: text, commitment: text })

type Place = readonly [string, OrganFacts['kind'], OrganFacts['level'], string, string | null]
const places: readonly Place[] = [
  ['city', 'government', 'prefecture', '9901', null],
  ['city.bureau', 'bureau', 'prefecture', '9901', 'city'],
  ['county', 'government', 'county', '990101', 'city'],
  ['county.bureau', 'bureau', 'county', '990101', 'county'],
  ['county.land', 'department', 'county', '990101', 'county'],
  ['next.bureau', 'bureau', 'county', '990102', 'city'],
  ['town', 'township', 'township', '990101001', 'county'],
  ['hill', 'village', 'village', '990101001201', 'town'],
  ['mill', 'village', 'village', '990101001202', 'town'],
  ['port', 'township', 'township', '990101002', 'county'],
]
export const villages = ['990101001201', '990101001202'] as const
export const [hill, mill] = villages
/** A township whose villages are not in the directory. */
export const bare = '990101002'

export function worldWith(changes: Readonly<Record<string, Partial<OrganFacts>>> = {}): ScreeningWorld {
  const all = places.map(
    ([organ, kind, level, region, parent]): OrganFacts => ({
      ...{ id: id(organ), kind, level, region, parent: parent === null ? null : id(parent), leadBy: null },
      ...{ state: 'active', successors: [], ...changes[organ] },
    }),
  )
  const byId = new Map(all.map((organ) => [organ.id, organ]))
  const organs: AllOrgans = { find: (organ) => byId.get(organ), all: () => all }
  return { pack: 'cn-2022@1', law: cn2022, organs, calendars: builtInCalendars }
}
export const world = worldWith()

export const staff = (account: string, organ: string, ...posts: readonly string[]): StaffActor => ({
  ...{ kind: 'staff', account, organ: id(organ), posts: posts.length > 0 ? posts : ['clerk'] },
})
export const house: ScreeningActor = { kind: 'house', task: 'test' }
export const bureau = staff('bureau', 'county.bureau')
export const secretary = staff('secretary', 'hill')
export const miller = staff('miller', 'mill')
export const townsman = staff('townsman', 'town')
/** Looks for disputes in the village, and has no post from which petitions are handled. */
export const screener = staff('screener', 'county.land', 'auditor')

export const monday = day('2026-11-02')
export const due = day('2026-11-25')

export const opening = (more: Partial<Of<'OpenScreening'>> = {}): Of<'OpenScreening'> => ({
  ...{ type: 'OpenScreening', on: monday, actor: bureau, keeper: null, title: sealed('title'), brief: sealed('brief') },
  ...{ category: null, rhythm: 'month', areas: plannedIn(['990101001'], world.organs), due: null, first: null },
  ...{ number: 1, ...more },
})
export const special = (more: Partial<Of<'OpenScreening'>> = {}): Of<'OpenScreening'> =>
  opening({ rhythm: null, category: 'labour.wages', due: day('2026-11-10'), ...more })

export const households = [
  { household: 'h1', where: sealed('h1') },
  { household: 'h2', where: sealed('h2') },
]
export const assigning = (more: Partial<Of<'AssignArea'>> = {}): Of<'AssignArea'> => ({
  ...{ type: 'AssignArea', on: monday, actor: secretary, area: hill, helpers: sealed('helpers'), households },
  screeners: [{ account: screener.account, organ: screener.organ }],
  ...more,
})
export const calling = (more: Partial<Of<'RecordHousehold'>> = {}): Of<'RecordHousehold'> => ({
  ...{ type: 'RecordHousehold', on: monday, actor: secretary, area: hill, household: 'h1', entry: 'e1', at: monday },
  ...{ result: 'met', note: null, ...more },
})
export const zero = (more: Partial<Of<'FileZeroReport'>> = {}): Of<'FileZeroReport'> => ({
  ...{ type: 'FileZeroReport', on: monday, actor: secretary, area: hill, entry: 'z1', at: monday, note: null, ...more },
})
export const finding = (more: Partial<Of<'LinkDispute'>> = {}): Of<'LinkDispute'> => ({
  ...{ type: 'LinkDispute', on: monday, actor: house, area: hill, at: monday },
  ...{ looked: { dispute: 'd1', region: hill, isKept: false }, ...more },
})
export const returning = (more: Partial<Of<'ReturnReport'>> = {}): Of<'ReturnReport'> => ({
  ...{ type: 'ReturnReport', on: monday, actor: bureau, area: hill, reason: sealed('reason'), until: due, ...more },
})
export const extending = (until: Day, more: Partial<Of<'ExtendScreening'>> = {}): Of<'ExtendScreening'> => ({
  ...{ type: 'ExtendScreening', on: monday, actor: bureau, until, reason: sealed('reason'), ...more },
})
export const closing = (on: Day, more: Partial<Of<'CloseScreening'>> = {}): Of<'CloseScreening'> => ({
  ...{ type: 'CloseScreening', on, actor: bureau, summary: sealed('summary'), ...more },
})
export const marking = (on: Day, clock = 'reportArea#1'): Of<'MarkClock'> => ({
  ...{ type: 'MarkClock', on, actor: house, clock },
})

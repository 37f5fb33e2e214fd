/** A small country and the commands of a report, for tests. */
import { day } from '../kernel/day.ts'
import type { OrganFacts, OrganId } from '../kernel/organ.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { builtInCalendars } from '../law/calendars/shelf.ts'
import type { HearingOrgans, Of, ReportActor, ReportedPetition, ReportWorld } from './protection.ts'
import { reportWorldOf } from './world.ts'

export const id = (text: string): OrganId => text as OrganId
export const sealed = (text: string): Sealed => ({ ref: text, commitment: text })

type Place = readonly [string, OrganFacts['kind'], OrganFacts['level'], string, string | null]

/** From the nation to a village; the province has no discipline body. */
const places: readonly Place[] = [
  ['nation.bureau', 'bureau', 'nation', '00', null],
  ['province', 'government', 'province', '99', null],
  ['province.bureau', 'bureau', 'province', '99', 'province'],
  ['city', 'government', 'prefecture', '9901', 'province'],
  ['city.bureau', 'bureau', 'prefecture', '9901', 'city'],
  ['city.discipline', 'discipline', 'prefecture', '9901', 'city'],
  ['county', 'government', 'county', '990101', 'city'],
  ['county.bureau', 'bureau', 'county', '990101', 'county'],
  ['county.discipline', 'discipline', 'county', '990101', 'county'],
  ['county.land', 'department', 'county', '990101', 'county'],
  ['county.survey', 'department', 'county', '990101', 'county.land'],
  ['town', 'township', 'township', '990101001', 'county'],
]

const organOf = ([organ, kind, level, region, parent]: Place): OrganFacts => ({
  ...{ id: id(organ), kind, level, region, parent: parent === null ? null : id(parent), leadBy: null },
  ...{ state: 'active', successors: [] },
})

/** The organs, with some of them otherwise. */
export function organsWith(changes: Readonly<Record<string, Partial<OrganFacts>>> = {}): HearingOrgans {
  const all = places.map(organOf).map((organ) => ({ ...organ, ...changes[organ.id] }))
  const byId = new Map(all.map((organ) => [organ.id, organ]))
  return { find: (organ) => byId.get(organ), all: () => all }
}

export const worldWith = (changes?: Parameters<typeof organsWith>[0]): ReportWorld =>
  reportWorldOf(organsWith(changes), builtInCalendars)

export const matter = (more: Partial<ReportedPetition> = {}): ReportedPetition => ({
  number: '260302000000017',
  holder: id('county.land'),
  organs: [id('county.bureau'), id('county.land')],
  accused: [],
  officials: [],
  led: [],
  ...more,
})

export const petitioner = (person = 'p1', petition = matter().number): ReportActor => ({
  kind: 'petitioner',
  petition,
  person,
})
export const staff = (organ: string, ...posts: readonly string[]): Extract<ReportActor, { kind: 'staff' }> => ({
  ...{ kind: 'staff', account: 'a1', organ: id(organ) },
  posts: posts.length === 0 ? ['clerk'] : posts,
})
export const house: ReportActor = { kind: 'house', task: 'sweep' }

/** Reported on Monday 2 March 2026. */
export const reported = (more: Partial<Of<'ReportMisconduct'>> = {}): Of<'ReportMisconduct'> => ({
  ...{ type: 'ReportMisconduct', on: day('2026-03-02'), actor: petitioner(), about: 'obstruction', organ: null },
  ...{ text: sealed('what happened'), petition: matter(), madeToday: 0 },
  ...more,
})
export const received = (more: Partial<Of<'ReceiveReport'>> = {}): Of<'ReceiveReport'> => ({
  ...{ type: 'ReceiveReport', on: day('2026-03-04'), actor: staff('city.bureau') },
  ...more,
})
export const passedOn = (more: Partial<Of<'PassReportOn'>> = {}): Of<'PassReportOn'> => ({
  ...{ type: 'PassReportOn', on: day('2026-03-04'), actor: staff('city.bureau'), onward: 'above', note: null },
  ...more,
})
export const answered = (more: Partial<Of<'AnswerReport'>> = {}): Of<'AnswerReport'> => ({
  ...{ type: 'AnswerReport', on: day('2026-03-12'), actor: staff('city.bureau'), finding: 'true' },
  ...{ measures: ['correctionOrdered'], answer: sealed('what was done') },
  ...more,
})
export const contested = (more: Partial<Of<'ContestAnswer'>> = {}): Of<'ContestAnswer'> => ({
  ...{ type: 'ContestAnswer', on: day('2026-03-20'), actor: petitioner(), reasons: sealed('it goes on') },
  ...more,
})
export const passedByHouse = (more: Partial<Of<'PassDutyOn'>> = {}): Of<'PassDutyOn'> => ({
  ...{ type: 'PassDutyOn', on: day('2026-03-05'), actor: house },
  ...more,
})
export const marked = (clock: string, on: string): Of<'MarkClock'> => ({
  ...{ type: 'MarkClock', on: day(on), actor: house, clock },
})

/** A county with its townships and the commands of a warning, for tests. */
import { day } from '../../../kernel/day.ts'
import type { AllOrgans } from '../../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../../kernel/organ.ts'
import type { Sealed } from '../../../kernel/sealed.ts'
import { builtInCalendars } from '../../../law/calendars/shelf.ts'
import { cn2022 } from '../../../law/cn-2022/cn-2022.ts'
import type { Found, Of, StaffActor, WarningBeginning, WarningWorld } from '../warning.ts'

export const id = (text: string): OrganId => text as OrganId
export const sealed = (text: string): Sealed => ({ ref: text, commitment: text })

const places: readonly (readonly [string, OrganFacts['kind'], OrganFacts['level'], string])[] = [
  ['nation.bureau', 'bureau', 'nation', '00'],
  ['prefecture.bureau', 'bureau', 'prefecture', '9901'],
  ['county.bureau', 'bureau', 'county', '990101'],
  ['county.centre', 'mediationCentre', 'county', '990101'],
  ['county.water', 'department', 'county', '990101'],
  ['county.land', 'department', 'county', '990101'],
  ['town.centre', 'mediationCentre', 'township', '990101101'],
]

const organOf = ([organ, kind, level, region]: (typeof places)[number]): OrganFacts => ({
  ...{ id: id(organ), kind, level, region, parent: null, leadBy: null, state: 'active', successors: [] },
})

/** The organs, with some of them otherwise. */
export function organsWith(changes: Readonly<Record<string, Partial<OrganFacts>>> = {}): AllOrgans {
  const all = places.map(organOf).map((organ) => ({ ...organ, ...changes[organ.id] }))
  const byId = new Map(all.map((organ) => [organ.id, organ]))
  return { find: (organ) => byId.get(organ), all: () => all }
}

export const worldWith = (changes: Parameters<typeof organsWith>[0] = {}): WarningWorld => ({
  ...{ pack: 'cn-2022@1', times: cn2022.warningTimes, calendars: builtInCalendars, organs: organsWith(changes) },
})

export const staff = (organ: string, account: string, ...posts: readonly string[]): StaffActor => ({
  ...{ kind: 'staff', account, organ: id(organ) },
  posts: posts.length === 0 ? ['clerk'] : posts,
})
export const bureau = staff('county.bureau', 'clerk')
export const house = { kind: 'house', task: 'warnings' } as const

export const found: Found = {
  ...{ from: day('2026-02-16'), until: day('2026-03-01'), count: 23, expected: 6.4, low: 2, high: 12 },
  ...{ oneInTenTo: 5.1, dispersion: 1.3, isSeasonKnown: true, knownWeeks: 120, again: 4 },
  sources: [
    { source: 'call', count: 15 },
    { source: 'visit', count: 8 },
  ],
  weeks: [{ until: day('2026-03-01'), count: 12, expected: 3.2, low: 0, high: 7 }],
}

export const beginning: WarningBeginning = {
  ...{ place: '990101101', category: 'land.requisition', found, bureau: id('county.bureau') },
  recipients: [
    { organ: id('county.bureau'), part: 'bureau' },
    { organ: id('town.centre'), part: 'centre' },
    { organ: id('county.land'), part: 'responsible' },
    { organ: id('prefecture.bureau'), part: 'reader' },
  ],
}

/** Raised on Monday 2 March 2026: to be answered by the 9th. */
export const raised = (more: Partial<WarningBeginning> = {}): Of<'RaiseWarning'> => ({
  ...{ type: 'RaiseWarning', on: day('2026-03-02'), actor: house, beginning: { ...beginning, ...more } },
})
export const answered = (more: Partial<Of<'AnswerWarning'>> = {}): Of<'AnswerWarning'> => ({
  ...{ type: 'AnswerWarning', on: day('2026-03-05'), actor: bureau, outcome: 'acted', words: sealed('words') },
  ...more,
})
export const marked = (on: string, clock = 'answerWarning#1'): Of<'MarkClock'> => ({
  ...{ type: 'MarkClock', on: day(on), actor: house, clock },
})

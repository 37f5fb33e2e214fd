/** A county and the commands of a task, for tests. */
import { day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { builtInCalendars } from '../../law/calendars/shelf.ts'
import type { Of, StaffActor, TaskBeginning, TaskWorld } from '../task.ts'

export const id = (text: string): OrganId => text as OrganId
export const sealed = (text: string): Sealed => ({ ref: text, commitment: text })

const places: readonly (readonly [string, OrganFacts['kind'], string | null])[] = [
  ['county', 'government', null],
  ['county.party', 'party', null],
  ['county.bureau', 'bureau', 'county'],
  ['county.land', 'department', 'county'],
  ['county.survey', 'department', 'county.land'],
  ['county.water', 'department', 'county'],
]
export const organIds = places.map(([organ]) => organ)

const organOf = ([organ, kind, parent]: (typeof places)[number]): OrganFacts => ({
  ...{ id: id(organ), kind, level: 'county', region: '990101', parent: parent === null ? null : id(parent) },
  ...{ leadBy: null, state: 'active', successors: [] },
})

/** The organs, with some of them otherwise. */
export function organsWith(changes: Readonly<Record<string, Partial<OrganFacts>>> = {}): AllOrgans {
  const all = places.map(organOf).map((organ) => ({ ...organ, ...changes[organ.id] }))
  const byId = new Map(all.map((organ) => [organ.id, organ]))
  return { find: (organ) => byId.get(organ), all: () => all }
}

export const worldWith = (organs: Parameters<typeof organsWith>[0] = {}, more: Partial<TaskWorld> = {}): TaskWorld => ({
  ...{ pack: 'cn-2022@1', calendars: builtInCalendars, organs: organsWith(organs), closerIsThere: true },
  ...more,
})

export const staff = (organ: string, account: string, ...posts: readonly string[]): StaffActor => ({
  ...{ kind: 'staff', account, organ: id(organ) },
  posts: posts.length === 0 ? ['clerk'] : posts,
})
export const leader = staff('county', 'leader', 'leader')
export const deputy = staff('county', 'deputy', 'leader')
export const land = staff('county.land', 'land')
export const house = { kind: 'house', task: 'tasks' } as const

export const beginning = (more: Partial<TaskBeginning> = {}): TaskBeginning => ({
  ...{ origin: { kind: 'instruction', stream: 'reading:r', key: 'i1' }, giver: id('county'), givenBy: 'leader' },
  ...{ shownTo: [], organ: id('county.land'), officer: null, what: sealed('what'), due: day('2026-03-16') },
  ...{ petitions: [], keptFrom: [], officials: [] },
  ...more,
})

/** Given on Monday 2 March 2026, until the 16th. */
export const given = (more: Partial<TaskBeginning> = {}, beside: Partial<Of<'GiveTask'>> = {}): Of<'GiveTask'> => ({
  ...{ type: 'GiveTask', on: day('2026-03-02'), actor: house, beginning: beginning(more), isBarred: false },
  ...beside,
})
export const reported = (more: Partial<Of<'ReportOnTask'>> = {}): Of<'ReportOnTask'> => ({
  ...{ type: 'ReportOnTask', on: day('2026-03-10'), actor: land, result: 'done', report: sealed('report') },
  materials: [],
  ...more,
})
export const returned = (more: Partial<Of<'ReturnTask'>> = {}): Of<'ReturnTask'> => ({
  ...{ type: 'ReturnTask', on: day('2026-03-11'), actor: leader, reason: sealed('reason'), until: day('2026-03-20') },
  ...more,
})
export const extended = (more: Partial<Of<'ExtendTask'>> = {}): Of<'ExtendTask'> => ({
  ...{ type: 'ExtendTask', on: day('2026-03-11'), actor: leader, reason: sealed('reason'), until: day('2026-03-31') },
  ...more,
})
export const reminded = (more: Partial<Of<'RemindOfTask'>> = {}): Of<'RemindOfTask'> => ({
  ...{ type: 'RemindOfTask', on: day('2026-03-11'), actor: leader, note: null },
  ...more,
})
export const closed = (more: Partial<Of<'CloseTask'>> = {}): Of<'CloseTask'> => ({
  ...{ type: 'CloseTask', on: day('2026-03-12'), actor: leader, note: null },
  ...more,
})
export const withdrawn = (more: Partial<Of<'WithdrawTask'>> = {}): Of<'WithdrawTask'> => ({
  ...{ type: 'WithdrawTask', on: day('2026-03-12'), actor: leader, reason: sealed('reason') },
  ...more,
})
export const handedOver = (more: Partial<Of<'HandTaskOver'>> = {}): Of<'HandTaskOver'> => ({
  ...{ type: 'HandTaskOver', on: day('2026-03-12'), actor: leader, to: 'deputy', reason: sealed('reason') },
  ...{ leads: true, isBarred: false },
  ...more,
})
export const marked = (on: string, clock = 'doTask#1'): Of<'MarkClock'> => ({
  ...{ type: 'MarkClock', on: day(on), actor: house, clock },
})

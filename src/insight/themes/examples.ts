/** A bureau, two offices and who works there, to try themes on. */
import { day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { builtInCalendars } from '../../law/calendars/shelf.ts'
import { themeTimes } from '../../law/cn-2022/themes.ts'
import type { Measured } from './measuring.ts'
import type { ThemeActor, ThemeCommandBody, ThemeWorld } from './theme.ts'

export const bureau = 'bureau' as OrganId
export const land = 'land' as OrganId
export const housing = 'housing' as OrganId
export const office = (id: OrganId, kind: string, more: object = {}) =>
  ({ id, kind, region: '990101', state: 'active', superior: null, successors: [], ...more }) as unknown as OrganFacts
export const offices: readonly OrganFacts[] = [
  office(bureau, 'bureau'),
  office(land, 'department'),
  office(housing, 'department'),
]
export const worldOf = (organs: readonly OrganFacts[]): ThemeWorld => ({
  ...{ pack: 'cn-2022@1', times: themeTimes, calendars: builtInCalendars },
  organs: { find: (id) => organs.find((each) => each.id === id), all: () => organs } as ThemeWorld['organs'],
})

export const words: Sealed = { ref: 'r', commitment: 'c' }
export const today = day('2026-11-23')
export const lead: ThemeActor = { kind: 'staff', account: 'wang', organ: bureau, posts: ['head'] }
export const clerk: ThemeActor = { kind: 'staff', account: 'li', organ: bureau, posts: ['clerk'] }
export const owner: ThemeActor = { kind: 'staff', account: 'zhao', organ: land, posts: ['clerk'] }
export const doer: ThemeActor = { kind: 'staff', account: 'qian', organ: housing, posts: ['head'] }
export const house: ThemeActor = { kind: 'house', task: 'themes' }
export const found = (verdict: Measured['verdict'], count = 2): Measured => ({
  ...{ months: [], from: day('2026-08-25'), until: day('2026-11-22'), count, expected: 30, low: 20, high: 41, verdict },
})

export const govern = {
  type: 'GovernTheme',
  beginning: {
    ...{ about: { topic: 7, category: null, place: '990101' }, name: words, remedy: words },
    ...{ owner: { organ: land, officer: null }, due: day('2027-02-28') },
  },
  knows: { officer: true, topic: true, isGoverned: false },
} as const satisfies ThemeCommandBody

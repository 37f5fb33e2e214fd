/** A small country and the commands of a dispute, for tests. */
import { day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { builtInCalendars } from '../../law/calendars/shelf.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import type { DisputeLaw } from '../../law/disputes.ts'
import { decide } from './decide.ts'
import type {
  Dispute,
  DisputeCommand,
  DisputeParty,
  DisputeRefusal,
  DisputeState,
  DisputeWorld,
  Grading,
  Of,
  StaffActor,
} from './dispute.ts'
import { evolve } from './evolve.ts'

export const id = (text: string): OrganId => text as OrganId
export const sealed = (text: string): Sealed => ({ ref: text, commitment: text })

type Place = readonly [string, OrganFacts['kind'], OrganFacts['level'], string, string | null]

const places: readonly Place[] = [
  ['province', 'government', 'province', '99', null],
  ['province.centre', 'mediationCentre', 'province', '99', null],
  ['city', 'government', 'prefecture', '9901', 'province'],
  ['city.bureau', 'bureau', 'prefecture', '9901', 'city'],
  ['city.centre', 'mediationCentre', 'prefecture', '9901', null],
  ['county', 'government', 'county', '990101', 'city'],
  ['county.bureau', 'bureau', 'county', '990101', 'county'],
  ['county.court', 'court', 'county', '990101', null],
  ['county.labour', 'department', 'county', '990101', 'county'],
  ['county.land', 'department', 'county', '990101', 'county'],
  ['county.centre', 'mediationCentre', 'county', '990101', null],
  ['town', 'township', 'township', '990101001', 'county'],
  ['town.centre', 'mediationCentre', 'township', '990101001', 'town'],
  ['village', 'village', 'village', '990101001201', 'town'],
  ['next-village', 'village', 'village', '990101001202', 'town'],
  ['next-town', 'township', 'township', '990101002', 'county'],
  ['next-county.bureau', 'bureau', 'county', '990102', 'city'],
]

const organOf = ([organ, kind, level, region, parent]: Place): OrganFacts => ({
  ...{ id: id(organ), kind, level, region, parent: parent === null ? null : id(parent) },
  ...{ leadBy: null, state: 'active', successors: [] },
})

/** The organs, with some of them otherwise. */
export function organsWith(changes: Readonly<Record<string, Partial<OrganFacts>>> = {}): AllOrgans {
  const all = places.map(organOf).map((organ) => ({ ...organ, ...changes[organ.id] }))
  const byId = new Map(all.map((organ) => [organ.id, organ]))
  return { find: (organ) => byId.get(organ), all: () => all }
}

interface Otherwise {
  readonly organs?: Parameters<typeof organsWith>[0]
  readonly law?: Partial<DisputeLaw>
}

export const worldWith = ({ organs, law }: Otherwise = {}): DisputeWorld => ({
  pack: 'cn-2022@1',
  disputes: { ...cn2022.disputes, ...law },
  calendars: builtInCalendars,
  organs: organsWith(organs),
})

export const staff = (organ: string, account: string, ...posts: readonly string[]): StaffActor => ({
  ...{ kind: 'staff', account, organ: id(organ) },
  posts: posts.length === 0 ? ['clerk'] : posts,
})
export const cadre = staff('village', 'cadre')
export const townClerk = staff('town', 'town-clerk')
export const townHead = staff('town', 'town-head', 'head')
export const house = { kind: 'house', task: 'sweep' } as const

export const party = (asks: boolean, organ: string | null = null): DisputeParty => ({
  ...{ name: sealed('name'), contact: null, organ: organ === null ? null : id(organ), asks },
})
export const grading = (more: Partial<Grading> = {}): Grading => ({
  ...{ grade: 'green', danger: 'none', spread: 'village', since: null, reasons: sealed('reasons') },
  ...more,
})
export const nothingKept = { keptFrom: [], officials: [] } as const

/** Two neighbours in a village, found and recorded on Monday 2 March 2026. */
export const recorded = (more: Partial<Of<'RecordDispute'>> = {}): Of<'RecordDispute'> => ({
  ...{ type: 'RecordDispute', on: day('2026-03-02'), actor: cadre, entry: null, foundOn: day('2026-03-02') },
  ...{
    source: { kind: 'village', stream: null },
    region: '990101001201',
    spot: null,
    category: 'rural.land-contracts',
  },
  ...{ people: 2, title: sealed('title'), cause: sealed('cause'), asked: sealed('asked'), named: [] },
  ...{ parties: [party(true), party(false)], grading: null, responsible: null, due: null, measures: null },
  looked: nothingKept,
  ...more,
})
type Entered<T extends 'RecordProgress' | 'HandUpDispute' | 'SettleDispute' | 'FollowUpDispute'> = Partial<Of<T>>
const at = (on: string) => ({ on: day(on), at: day(on), entry: null })

export const progressed = (more: Entered<'RecordProgress'> = {}): Of<'RecordProgress'> => ({
  ...{ type: 'RecordProgress', ...at('2026-03-03'), actor: cadre, kind: 'measure', text: sealed('talked') },
  materials: [],
  ...more,
})
export const handedUp = (more: Entered<'HandUpDispute'> = {}): Of<'HandUpDispute'> => ({
  ...{ type: 'HandUpDispute', ...at('2026-03-04'), actor: cadre, to: id('town'), tried: sealed('tried') },
  ...more,
})
export const takenUp = (more: Partial<Of<'TakeUpDispute'>> = {}): Of<'TakeUpDispute'> => ({
  ...{ type: 'TakeUpDispute', on: day('2026-03-05'), actor: townClerk, account: null },
  ...more,
})
export const returned = (more: Partial<Of<'ReturnDispute'>> = {}): Of<'ReturnDispute'> => ({
  ...{ type: 'ReturnDispute', on: day('2026-03-05'), actor: townClerk, reason: sealed('try the elders') },
  ...more,
})
export const settled = (more: Entered<'SettleDispute'> = {}): Of<'SettleDispute'> => ({
  ...{ type: 'SettleDispute', ...at('2026-03-05'), actor: cadre, way: 'byTalk', terms: sealed('terms') },
  ...{ words: [{ party: 1, by: 'signed', witness: sealed('witness') }], materials: [] },
  ...more,
})
export const followed = (more: Entered<'FollowUpDispute'> = {}): Of<'FollowUpDispute'> => ({
  ...{ type: 'FollowUpDispute', ...at('2026-03-20'), actor: cadre, holds: true, text: sealed('all well') },
  ...more,
})
export const closed = (more: Partial<Of<'CloseDispute'>> = {}): Of<'CloseDispute'> => ({
  ...{ type: 'CloseDispute', on: day('2026-03-21'), actor: cadre, note: null },
  ...more,
})

/** What is there after these commands; each must have been accepted. */
export function stateAfter(world: DisputeWorld, ...commands: readonly DisputeCommand[]): Dispute {
  const state = commands.reduce<DisputeState>((before, command) => {
    const decision = decide(before, command, world)
    if (!decision.ok) throw new Error(`${command.type}: ${decision.error.kind}`)
    return decision.value.reduce<DisputeState>(evolve, before)
  }, null)
  if (state === null) throw new Error('nothing was recorded')
  return state
}

/** Why a command is refused after these; null where it is not. */
export function refusal(
  world: DisputeWorld,
  commands: readonly DisputeCommand[],
  command: DisputeCommand,
): DisputeRefusal | null {
  const decision = decide(commands.length === 0 ? null : stateAfter(world, ...commands), command, world)
  return decision.ok ? null : decision.error
}

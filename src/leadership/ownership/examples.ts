/** The commands of an owned case in a small country, for tests. */
import { day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { builtInCalendars } from '../../law/calendars/shelf.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import type { OwnershipLaw } from '../../law/ownership.ts'
import type { Of, OwnershipBeginning, OwnershipCommand, OwnershipStaff, OwnershipWorld } from './ownership.ts'

export const id = (text: string): OrganId => text as OrganId
export const sealed = (text: string): Sealed => ({ ref: text, commitment: text })

type Place = readonly [string, OrganFacts['kind'], OrganFacts['level'], string, string | null]

const places: readonly Place[] = [
  ['city', 'government', 'prefecture', '9901', null],
  ['city.bureau', 'bureau', 'prefecture', '9901', 'city'],
  ['county', 'government', 'county', '990101', 'city'],
  ['county.party', 'party', 'county', '990101', null],
  ['county.conference', 'conference', 'county', '990101', 'county'],
  ['county.bureau', 'bureau', 'county', '990101', 'county'],
  ['county.land', 'department', 'county', '990101', 'county'],
  ['county.survey', 'department', 'county', '990101', 'county.land'],
  ['county.water', 'department', 'county', '990101', 'county'],
  ['town', 'township', 'township', '990101001', 'county'],
  ['next-county', 'government', 'county', '990102', 'city'],
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
  readonly law?: Partial<OwnershipLaw>
}

export const worldWith = ({ organs, law }: Otherwise = {}): OwnershipWorld => ({
  pack: 'cn-2022@1',
  law: { ownership: { ...cn2022.ownership, ...law } },
  calendars: builtInCalendars,
  organs: organsWith(organs),
})

export const staff = (organ: string, account: string, ...posts: readonly string[]): OwnershipStaff => ({
  ...{ kind: 'staff', account, organ: id(organ), posts: posts.length === 0 ? ['clerk'] : posts },
})

export const clerk = staff('county.bureau', 'clerk')
export const bureauHead = staff('county.bureau', 'head', 'head')
export const secretary = staff('county.party', 'secretary', 'leader')
export const deputy = staff('county', 'deputy', 'leader')
export const mayor = staff('county', 'mayor', 'leader', 'head')
export const handler = staff('county.water', 'water')
export const petitioner = { kind: 'petitioner', petition: '261101000000001', person: 'p1' } as const
export const house = { kind: 'house', task: 'ownership' } as const

export const beginning = (more: Partial<OwnershipBeginning> = {}): OwnershipBeginning => ({
  ...{ petition: petitioner.petition, class: 'appeal', category: 'land', place: '990101' },
  ...{ registeredOn: day('2026-07-01'), keptFrom: [], officials: [], recused: [], about: [id('county.land')] },
  keeper: id('county.bureau'),
  deciders: ['county', 'county.bureau', 'county.conference', 'county.party'].map(id),
  ...more,
})

const on = day('2026-11-23')

type Given<T extends OwnershipCommand['type']> = Partial<Of<T>>

export const proposed = (more: Given<'ProposeOwnership'> = {}): OwnershipCommand => ({
  ...{ type: 'ProposeOwnership', on, actor: house, for: ['longOpen'], reason: null, beginning: beginning() },
  ...more,
})
export const dropped = (more: Given<'DropOwnership'> = {}): OwnershipCommand => ({
  ...{ type: 'DropOwnership', on, actor: bureauHead, reason: sealed('no') },
  ...more,
})
const fit = { owner: { leads: true, above: [] }, handler: { handles: true, above: [] } } as const
export const assigned = (more: Given<'AssignOwner'> = {}): OwnershipCommand => ({
  ...{ type: 'AssignOwner', on, actor: secretary, looked: fit },
  owner: { organ: id('county'), account: 'deputy' },
  handler: { organ: id('county.water'), account: null },
  ...{ duties: ['know', 'resolve'], due: day('2027-01-31') },
  ...more,
})
export const replaced = (more: Given<'ReplaceOwner'> = {}): OwnershipCommand => ({
  ...{ type: 'ReplaceOwner', on, actor: secretary, looked: fit, reason: sealed('moved') },
  owner: { organ: id('county'), account: 'mayor' },
  handler: { organ: id('county.water'), account: null },
  ...more,
})
export const step = (organ = 'county.water', due = '2026-12-20') => ({
  ...{ what: sealed('measure'), organ: id(organ), officer: null, due: day(due), isShown: true },
})
export const planned = (more: Given<'RecordPlan'> = {}): OwnershipCommand => ({
  ...{ type: 'RecordPlan', on, actor: deputy, plan: sealed('plan'), steps: [step()] },
  ...more,
})
export const stepped = (more: Given<'AddStep'> = {}): OwnershipCommand => ({
  ...{ type: 'AddStep', on, actor: handler, step: step() },
  ...more,
})
export const withdrawn = (step: string, more: Given<'WithdrawStep'> = {}): OwnershipCommand => ({
  ...{ type: 'WithdrawStep', on, actor: deputy, step, reason: sealed('nobody does it'), hasTask: false },
  ...more,
})
export const met = (more: Given<'RecordMeeting'> = {}): OwnershipCommand => ({
  ...{ type: 'RecordMeeting', on, actor: deputy, heldOn: on, place: sealed('hall'), present: sealed('both') },
  ...{ said: sealed('said'), words: sealed('words'), readBack: true },
  ...more,
})
export const helped = (more: Given<'OfferHelp'> = {}): OwnershipCommand => ({
  ...{ type: 'OfferHelp', on, actor: handler, kind: 'legalAid', explained: sealed('how'), answer: 'undecided' },
  ...more,
})
export const resulted = (more: Given<'RecordResult'> = {}): OwnershipCommand => ({
  ...{ type: 'RecordResult', on, actor: deputy, outcome: 'resolved', result: sealed('paid'), remains: null },
  ...more,
})
export const viewed = (more: Given<'GiveView'> = {}): OwnershipCommand => ({
  ...{ type: 'GiveView', on, actor: petitioner, view: 'satisfied', words: null },
  ...more,
})
export const asked = (askedOn: string, more: Given<'RecordAsking'> = {}): OwnershipCommand => ({
  ...{
    type: 'RecordAsking',
    on: day(askedOn),
    actor: clerk,
    askedOn: day(askedOn),
    way: 'phone',
    note: sealed('none'),
  },
  ...more,
})
export const closed = (more: Given<'CloseOwnership'> = {}): OwnershipCommand => ({
  ...{ type: 'CloseOwnership', on, actor: deputy, statement: sealed('done'), openTasks: 0 },
  ...more,
})
export const extended = (until: string, more: Given<'ExtendOwnership'> = {}): OwnershipCommand => ({
  ...{ type: 'ExtendOwnership', on, actor: secretary, until: day(until), reason: sealed('weather') },
  ...more,
})
export const askedForAnother = (more: Given<'AskForAnotherOwner'> = {}): OwnershipCommand => ({
  ...{ type: 'AskForAnotherOwner', on, actor: petitioner, reason: sealed('why') },
  ...more,
})
export const decidedOnAnother = (isGranted: boolean, more: Given<'DecideOnAnotherOwner'> = {}): OwnershipCommand => ({
  ...{ type: 'DecideOnAnotherOwner', on, actor: secretary, isGranted, reason: sealed('so') },
  ...more,
})

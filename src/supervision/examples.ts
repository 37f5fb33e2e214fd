/** A small country, a matter in it and the commands of supervision, for tests. */
import { day } from '../kernel/day.ts'
import type { OrganFacts, OrganId } from '../kernel/organ.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { builtInCalendars } from '../law/calendars/shelf.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import type { SupervisionLaw } from '../law/supervision.ts'
import type {
  Found,
  MatterBeginning,
  SupervisedOrgans,
  SupervisionActor,
  SupervisionCommand,
  SupervisionCommandType,
  SupervisionWorld,
} from './supervision.ts'

export const id = (text: string): OrganId => text as OrganId
export const sealed = (text: string): Sealed => ({ ref: text, commitment: text })

type Place = readonly [string, OrganFacts['kind'], OrganFacts['level'], string, string | null]

const places: readonly Place[] = [
  ['nation.bureau', 'bureau', 'nation', '00', null],
  ['province.bureau', 'bureau', 'province', '99', null],
  ['city.party', 'party', 'prefecture', '9901', null],
  ['city', 'government', 'prefecture', '9901', null],
  ['city.bureau', 'bureau', 'prefecture', '9901', 'city'],
  ['city.conference', 'conference', 'prefecture', '9901', 'city'],
  ['city.group', 'conference', 'prefecture', '9901', 'city.conference'],
  ['county', 'government', 'county', '990101', 'city'],
  ['county.bureau', 'bureau', 'county', '990101', 'county'],
  ['county.conference', 'conference', 'county', '990101', 'county'],
  ['county.land', 'department', 'county', '990101', 'county'],
  ['county.survey', 'department', 'county', '990101', 'county.land'],
  ['county.labour', 'department', 'county', '990101', 'county'],
  ['town', 'township', 'township', '990101001', 'county'],
  ['other.land', 'department', 'county', '990102', 'city'],
]

const organOf = ([organ, kind, level, region, parent]: Place): OrganFacts => ({
  ...{ id: id(organ), kind, level, region, parent: parent === null ? null : id(parent), leadBy: null },
  ...{ state: 'active', successors: [] },
})

/** The organs, with some of them otherwise. */
export function organsWith(changes: Readonly<Record<string, Partial<OrganFacts>>> = {}): SupervisedOrgans {
  const all = places.map(organOf).map((organ) => ({ ...organ, ...changes[organ.id] }))
  const byId = new Map(all.map((organ) => [organ.id, organ]))
  return { find: (organ) => byId.get(organ), all: () => all }
}

export const worldWith = (
  law: SupervisionLaw = cn2022.supervision,
  changes?: Parameters<typeof organsWith>[0],
): SupervisionWorld => ({ pack: 'cn-2022@1', law, calendars: builtInCalendars, organs: organsWith(changes) })

export const staff = (organ: string, ...posts: readonly string[]): Extract<SupervisionActor, { kind: 'staff' }> => ({
  ...{ kind: 'staff', account: `${organ} ${posts.join()}`, organ: id(organ) },
  posts: posts.length === 0 ? ['supervisor'] : posts,
})
export const house: SupervisionActor = { kind: 'house', task: 'sweep' }

export const petition = '260302000000017'
export const beginning = (more: Partial<MatterBeginning> = {}): MatterBeginning => ({
  subject: { kind: 'petition', petition },
  supervisor: id('county.bureau'),
  ...{ keptFrom: [], officials: [], isShowable: true, category: 'land.requisition', place: '990101001' },
  ...more,
})
export const topic = (petitions: readonly string[] = [petition]): Partial<MatterBeginning> => ({
  subject: {
    ...{ kind: 'topic', category: null, place: null, from: day('2026-01-01'), until: day('2026-02-28'), petitions },
  },
})
export const found = (more: Partial<Found> = {}): Found => ({
  ...{ rule: 'notAnsweredInTime', key: 'handle#1', organ: id('county.land') },
  evidence: [
    { fact: 'DutyFellOverdue', version: 7, on: day('2026-03-02'), clock: 'handle#1', lastDay: day('2026-03-01') },
  ],
  ...more,
})

/** Found on Monday 2 March 2026, confirmed on Wednesday, an order that day. */
const usual: Readonly<Record<SupervisionCommandType, object>> = {
  RecordFindings: by('2026-03-02', house, { beginning: beginning(), found: [found()] }),
  RecordMended: by('2026-03-12', house, { keys: ['handle#1'] }),
  RecordExecuted: by('2026-03-12', house, {}),
  EraseMatter: by('2056-11-24', house, {}),
  RecordKept: by('2026-03-05', house, {
    keptFrom: [id('county.land')],
    officials: [],
    isShowable: false,
  }),
  AdmitSupervisor: by('2026-03-04', house, { organ: id('city.bureau') }),
  ConfirmFinding: by('2026-03-04', staff('county.bureau'), { finding: 'f1', note: null }),
  DismissFinding: by('2026-03-04', staff('county.bureau'), {
    ...{ finding: 'f1', reason: sealed('why') },
  }),
  ReferMatter: by('2026-03-04', staff('county.bureau'), { to: id('county.conference'), note: null }),
  DeclineReferral: by('2026-03-05', staff('county.conference'), { reason: sealed('why not') }),
  OpenOrder: by('2026-03-04', staff('county.bureau'), {
    ...{ beginning: null, kind: 'urging', findings: ['f1'], due: day('2026-03-20'), criteria: [] },
    ...{ addressees: [{ organ: id('county.land'), leader: null }], instruction: sealed('answer it') },
    ...{ strangers: [], elsewhere: [] },
  }),
  RecordInspection: by('2026-03-10', staff('county.bureau'), {
    ...{ order: 'o1', way: 'onSite', heldOn: day('2026-03-09'), place: null, record: sealed('what was seen') },
  }),
  ReportOnOrder: by('2026-03-12', staff('county.land', 'clerk'), {
    ...{ order: 'o1', report: sealed('done'), materials: [] },
  }),
  AskPetitioner: by('2026-03-13', staff('county.bureau'), {
    ...{ order: 'o1', through: id('county.labour'), question: sealed('is it so') },
  }),
  RecordPetitionersWord: by('2026-03-14', staff('county.labour', 'clerk'), {
    ...{ order: 'o1', says: 'done', words: null },
  }),
  VerifyOrder: by('2026-03-16', staff('county.bureau'), {
    ...{ order: 'o1', way: 'file', met: [], note: sealed('so it is') },
  }),
  ReturnReport: by('2026-03-16', staff('county.bureau'), {
    ...{ order: 'o1', reason: sealed('not enough'), until: day('2026-03-30') },
  }),
  ExtendOrder: by('2026-03-18', staff('county.bureau', 'head'), {
    ...{ order: 'o1', until: day('2026-03-27'), reason: sealed('more time') },
  }),
  CloseOrder: by('2026-03-17', staff('county.bureau'), { order: 'o1', note: sealed('closed') }),
  RaiseOrder: by('2026-03-24', staff('county.conference'), {
    ...{ order: 'o1', kind: 'interview', due: day('2026-04-10'), reason: sealed('late'), criteria: [] },
  }),
  MarkClock: by('2026-03-10', house, { clock: 'decideFinding#1' }),
  RecountMatter: by('2026-03-10', house, {}),
}

function by(on: string, actor: SupervisionActor, body: object): object {
  return { ...body, on: day(on), actor }
}

/** A command as it usually is, with something of it otherwise; a day may be written. */
export const command = (type: SupervisionCommandType, more: object = {}): SupervisionCommand =>
  ({ ...usual[type], ...more, type }) as unknown as SupervisionCommand

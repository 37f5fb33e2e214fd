/** A small country and the commands of a mediation, for tests. */
import { day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { builtInCalendars } from '../../law/calendars/shelf.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import type { AgreementText } from './agreeing-words.ts'
import type { MediationActor, MediationCommandBody, MediationWorld, Of, StaffActor } from './mediation.ts'
import type { MediationBeginning, PartyBeginning } from './opening-words.ts'

export const id = (text: string): OrganId => text as OrganId
export const sealed = (text: string): Sealed => ({ ref: text, commitment: text })

const places: readonly (readonly [string, OrganFacts['kind'], string, string | null])[] = [
  ['county', 'government', '990101', null],
  ['county.centre', 'mediationCentre', '990101', null],
  ['county.bureau', 'bureau', '990101', 'county'],
  ['county.land', 'department', '990101', 'county'],
  ['county.survey', 'department', '990101', 'county.land'],
  ['county.police', 'police', '990101', 'county'],
  ['county.court', 'court', '990101', null],
  ['town', 'township', '990101001', 'county'],
  ['town.centre', 'mediationCentre', '990101001', 'town'],
  ['village', 'village', '990101001001', 'town'],
]
export const organIds = places.map(([organ]) => organ)

const organOf = ([organ, kind, region, parent]: (typeof places)[number]): OrganFacts => ({
  ...{ id: id(organ), kind, level: 'county', region, parent: parent === null ? null : id(parent) },
  ...{ leadBy: null, state: 'active', successors: [] },
})

/** The organs, with some of them otherwise. */
export function organsWith(changes: Readonly<Record<string, Partial<OrganFacts>>> = {}): AllOrgans {
  const all = places.map(organOf).map((organ) => ({ ...organ, ...changes[organ.id] }))
  const byId = new Map(all.map((organ) => [organ.id, organ]))
  return { find: (organ) => byId.get(organ), all: () => all }
}

export const worldWith = (organs: Parameters<typeof organsWith>[0] = {}): MediationWorld => ({
  ...{ pack: 'cn-2022@1', law: cn2022.mediation, calendars: builtInCalendars, organs: organsWith(organs) },
})

export const staff = (organ: string, account: string, ...posts: readonly string[]): StaffActor => ({
  ...{ kind: 'staff', account, organ: id(organ) },
  posts: posts.length === 0 ? ['clerk'] : posts,
})
export const clerk = staff('county.centre', 'clerk')
export const head = staff('county.centre', 'head', 'head')
export const land = staff('county.land', 'land')
export const party = (ref: string): MediationActor => ({ kind: 'party', party: ref })
export const house: MediationActor = { kind: 'house', task: 'mediation' }
export const paper = { signature: sealed('signature'), witness: sealed('witness') }

export const person = (more: Partial<PartyBeginning> = {}): PartyBeginning => ({
  ...{ role: 'applicant', name: sealed('name'), phone: null, organ: null, petitioner: null },
  ...more,
})

/** Two neighbours who walk into the centre of the county. */
export const beginning = (more: Partial<MediationBeginning> = {}): MediationBeginning => ({
  ...{ subject: { kind: 'walkIn' }, kind: 'people', organ: id('county.centre'), opener: null, shownTo: [] },
  ...{
    parties: [person(), person({ role: 'respondent' })],
    what: sealed('what'),
    keptFrom: [],
    officials: [],
    recused: [],
  },
  ...more,
})

/** Opened on Monday 2 March 2026. */
export const opened = (
  more: Partial<MediationBeginning> = {},
  beside: Partial<Of<'OpenMediation'>> = {},
): Of<'OpenMediation'> => ({
  ...{ type: 'OpenMediation', on: day('2026-03-02'), actor: clerk, beginning: beginning(more), isAsked: false },
  ...{ petitionClass: null, isInMediation: false },
  ...beside,
})

type Told = Partial<{ on: string; actor: MediationActor }>
export const told = <B extends MediationCommandBody>(body: B, { on = '2026-03-02', actor = clerk }: Told = {}) => ({
  ...body,
  on: day(on),
  actor,
})

export const says = (
  ref: string,
  more: Partial<Omit<Extract<MediationCommandBody, { type: 'AnswerAsParty' }>, 'type'>> = {},
  on?: string,
) =>
  told(
    { type: 'AnswerAsParty', party: ref, to: 'mediation', ref: null, agrees: true, signed: null, ...more },
    { actor: party(ref), ...(on ? { on } : {}) },
  )

export const named = (
  more: Partial<Omit<Extract<MediationCommandBody, { type: 'NameMediator' }>, 'type'>> = {},
  beside: Told = {},
) =>
  told(
    {
      ...{ type: 'NameMediator', party: null, signed: null, account: 'clerk', roster: null, name: sealed('mediator') },
      looked: { isBarred: false, organs: [id('county.centre')] },
      ...more,
    },
    beside,
  )

/** Both are willing, and accept a mediator who has no interest in it. */
export const underWay = [
  opened(),
  says('p1'),
  says('p2'),
  named(),
  says('p1', { to: 'mediator', ref: 'm1' }),
  says('p2', { to: 'mediator', ref: 'm1' }),
  told({ type: 'DeclareInterest', mediator: 'm1', hasInterest: false, signed: null }),
] as const

export const text = (more: Partial<AgreementText> = {}): AgreementText => ({
  ...{ form: 'written', facts: sealed('facts'), disputed: sealed('disputed'), responsibility: sealed('whose') },
  ...{ content: sealed('content'), promises: [{ party: 'p2', what: sealed('pays'), due: day('2026-04-01') }] },
  ...more,
})

export const written = (more: Partial<AgreementText> = {}, on = '2026-03-10') =>
  told({ type: 'WriteAgreement', text: text(more) }, { on })

/** Signed by both on the 10th and the 11th, by the mediator, and sealed on Thursday 12 March 2026. */
export const agreed = [
  ...underWay,
  written(),
  says('p1', { to: 'agreement', ref: 'a1' }, '2026-03-10'),
  says('p2', { to: 'agreement', ref: 'a1' }, '2026-03-11'),
  told({ type: 'SignAsMediator', mediator: 'm1', signed: null }, { on: '2026-03-11' }),
  told({ type: 'SealAgreement' }, { on: '2026-03-12', actor: head }),
] as const

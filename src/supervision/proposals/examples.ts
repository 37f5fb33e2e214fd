/** A small country and the commands of a proposal, for tests. */
import { day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Span } from '../../kernel/span.ts'
import { builtInCalendars } from '../../law/calendars/shelf.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import type { LinkedPetition, Looked, Of, ProposalText, ProposalWorld, StaffActor } from './proposal.ts'

export const id = (text: string): OrganId => text as OrganId
export const sealed = (text: string): Sealed => ({ ref: text, commitment: text })

type Place = readonly [string, OrganFacts['kind'], OrganFacts['level'], string, string | null, string?]

const places: readonly Place[] = [
  ['province', 'government', 'province', '99', null],
  ['province.bureau', 'bureau', 'province', '99', 'province'],
  ['province.discipline', 'discipline', 'province', '99', 'province.party'],
  ['province.party', 'party', 'province', '99', null],
  ['city', 'government', 'prefecture', '9901', 'province'],
  ['city.party', 'party', 'prefecture', '9901', 'province.party'],
  ['city.bureau', 'bureau', 'prefecture', '9901', 'city'],
  ['city.discipline', 'discipline', 'prefecture', '9901', 'city.party'],
  ['city.land', 'department', 'prefecture', '9901', 'city'],
  ['county', 'government', 'county', '990101', 'city'],
  ['county.party', 'party', 'county', '990101', 'city.party'],
  ['county.bureau', 'bureau', 'county', '990101', 'county'],
  ['county.discipline', 'discipline', 'county', '990101', 'county.party'],
  ['county.land', 'department', 'county', '990101', 'county', 'city.land'],
  ['county.survey', 'department', 'county', '990101', 'county.land'],
  ['county.water', 'department', 'county', '990101', 'county'],
  ['town', 'township', 'township', '990101001', 'county'],
  ['next-county', 'government', 'county', '990102', 'city'],
  ['next-county.discipline', 'discipline', 'county', '990102', 'city.party'],
]

const organOf = ([organ, kind, level, region, parent, leadBy]: Place): OrganFacts => ({
  ...{ id: id(organ), kind, level, region, parent: parent === null ? null : id(parent) },
  ...{ leadBy: leadBy === undefined ? null : id(leadBy), state: 'active', successors: [] },
})

/** The organs, with some of them otherwise. */
export function organsWith(changes: Readonly<Record<string, Partial<OrganFacts>>> = {}): AllOrgans {
  const all = places.map(organOf).map((organ) => ({ ...organ, ...changes[organ.id] }))
  const byId = new Map(all.map((organ) => [organ.id, organ]))
  return { find: (organ) => byId.get(organ), all: () => all }
}

interface Otherwise {
  readonly organs?: Parameters<typeof organsWith>[0]
  readonly law?: Partial<ProposalWorld['law']>
}

export const worldWith = ({ organs, law }: Otherwise = {}): ProposalWorld => ({
  pack: 'cn-2022@1',
  law: { proposals: cn2022.proposals, proposalAnswer: cn2022.proposalAnswer, ...law },
  calendars: builtInCalendars,
  organs: organsWith(organs),
})

/** A law that gives days for the answer, or a time of its own for the reasons. */
export const answerWithin = (span: Span | null, reasonsWithin?: Span): ProposalWorld =>
  worldWith({
    law: {
      proposalAnswer: {
        span,
        basis: { instrument: 'R05', article: 36, paragraph: 2 },
        ...(reasonsWithin ? { reasonsWithin } : {}),
      },
    },
  })

export const linked = (more: Partial<LinkedPetition> = {}): LinkedPetition => ({
  number: '260302000000017',
  class: 'appeal',
  organs: [id('county.bureau'), id('county.land')],
  accused: [],
  officials: [],
  led: [],
  ...more,
})

export const looked = (more: Partial<Looked> = {}): Looked => ({
  linked: [linked()],
  supervised: [],
  officials: [],
  led: [],
  ...more,
})

export const text = (more: Partial<ProposalText> = {}): ProposalText => ({
  ...{ title: sealed('title'), findings: sealed('findings'), points: [sealed('point')] },
  ...{ recipients: [id('county.land')], petitions: [linked().number], matters: [] },
  against: { organs: [], people: [] },
  due: day('2026-04-01'),
  ...more,
})

export const staff = (organ: string, account: string, ...posts: readonly string[]): StaffActor => ({
  ...{ kind: 'staff', account, organ: id(organ) },
  posts: posts.length === 0 ? ['clerk'] : posts,
})
export const clerk = staff('county.bureau', 'clerk')
export const head = staff('county.bureau', 'head', 'head')
export const supervisor = staff('county.bureau', 'supervisor', 'supervisor')
export const house = { kind: 'house', task: 'sweep' } as const

/** Drafted on Monday 2 March 2026. */
export const drafted = (more: Partial<Of<'DraftProposal'>> = {}): Of<'DraftProposal'> => ({
  ...{
    type: 'DraftProposal',
    on: day('2026-03-02'),
    actor: clerk,
    kind: 'improveWork',
    text: text(),
    looked: looked(),
  },
  ...more,
})
export const edited = (more: Partial<Of<'EditProposal'>> = {}): Of<'EditProposal'> => ({
  ...{ type: 'EditProposal', on: day('2026-03-02'), actor: clerk, text: text(), looked: looked() },
  ...more,
})
export const submitted = (more: Partial<Of<'SubmitProposal'>> = {}): Of<'SubmitProposal'> => ({
  ...{ type: 'SubmitProposal', on: day('2026-03-02'), actor: clerk },
  ...more,
})
export const approved = (more: Partial<Of<'ApproveProposal'>> = {}): Of<'ApproveProposal'> => ({
  ...{ type: 'ApproveProposal', on: day('2026-03-02'), actor: head },
  ...more,
})
export const issued = (more: Partial<Of<'IssueProposal'>> = {}): Of<'IssueProposal'> => ({
  ...{ type: 'IssueProposal', on: day('2026-03-02'), actor: head },
  ...more,
})
export const answered = (more: Partial<Of<'AnswerProposal'>> = {}): Of<'AnswerProposal'> => ({
  ...{ type: 'AnswerProposal', on: day('2026-03-20'), actor: staff('county.land', 'land') },
  ...{ adoption: 'adopted', answer: sealed('answer'), reasons: null },
  ...more,
})
export const returned = (more: Partial<Of<'ReturnAnswer'>> = {}): Of<'ReturnAnswer'> => ({
  ...{ type: 'ReturnAnswer', on: day('2026-03-23'), actor: clerk, recipient: id('county.land') },
  ...{ reason: sealed('says nothing'), until: day('2026-04-10') },
  ...more,
})
export const measured = (more: Partial<Of<'RecordMeasure'>> = {}): Of<'RecordMeasure'> => ({
  ...{ type: 'RecordMeasure', on: day('2026-03-24'), actor: staff('county.land', 'land') },
  ...{ takenOn: day('2026-03-23'), measure: sealed('measure') },
  ...more,
})
export const verified = (more: Partial<Of<'VerifyEffect'>> = {}): Of<'VerifyEffect'> => ({
  ...{ type: 'VerifyEffect', on: day('2026-03-30'), actor: clerk, recipient: id('county.land') },
  ...{ effect: 'taken', lookedAt: sealed('ten files') },
  ...more,
})
export const closed = (more: Partial<Of<'CloseProposal'>> = {}): Of<'CloseProposal'> => ({
  ...{ type: 'CloseProposal', on: day('2026-03-31'), actor: clerk, note: null },
  ...more,
})
export const withdrawn = (more: Partial<Of<'WithdrawProposal'>> = {}): Of<'WithdrawProposal'> => ({
  ...{ type: 'WithdrawProposal', on: day('2026-03-03'), actor: head, reason: sealed('no longer so') },
  ...more,
})
export const opened = (actor: StaffActor, on = '2026-03-02'): Of<'OpenProposal'> => ({
  ...{ type: 'OpenProposal', on: day(on), actor, reason: sealed('to decide on it') },
})
export const marked = (clock: string, on: string): Of<'MarkClock'> => ({
  ...{ type: 'MarkClock', on: day(on), actor: house, clock },
})

/** Against the land office and somebody in it, to the county’s discipline body; by the supervisor of the bureau. */
export const againstLand: Partial<ProposalText> = {
  recipients: [id('county.discipline')],
  against: { organs: [id('county.land')], people: [{ organ: id('county.land'), name: sealed('name') }] },
}
export const accusing = (more: Partial<Of<'DraftProposal'>> = {}): Of<'DraftProposal'> =>
  drafted({
    ...{ kind: 'holdToAccount', actor: supervisor, text: text(againstLand) },
    looked: looked({ officials: ['land-head'], led: [id('county.land')] }),
    ...more,
  })

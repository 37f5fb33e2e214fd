/** A county and the commands of a referral, for tests. */
import { day } from '../../../kernel/day.ts'
import type { AllOrgans } from '../../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../../kernel/organ.ts'
import type { Sealed } from '../../../kernel/sealed.ts'
import { builtInCalendars } from '../../../law/calendars/shelf.ts'
import type { Of, ReferralBeginning, ReferralWorld, StaffActor } from '../referral.ts'

export const id = (text: string): OrganId => text as OrganId
export const sealed = (text: string): Sealed => ({ ref: text, commitment: text })

const places: readonly (readonly [string, OrganFacts['kind'], string | null])[] = [
  ['county', 'government', null],
  ['county.bureau', 'bureau', 'county'],
  ['county.land', 'department', 'county'],
  ['county.survey', 'department', 'county.land'],
  ['county.justice', 'department', 'county'],
]
export const organIds = places.map(([organ]) => organ)

export function organsWith(changes: Readonly<Record<string, Partial<OrganFacts>>> = {}): AllOrgans {
  const all = places.map(
    ([organ, kind, parent]): OrganFacts => ({
      ...{ id: id(organ), kind, level: 'county', region: '990101', parent: parent === null ? null : id(parent) },
      ...{ leadBy: null, state: 'active', successors: [], ...changes[organ] },
    }),
  )
  const byId = new Map(all.map((organ) => [organ.id, organ]))
  return { find: (organ) => byId.get(organ), all: () => all }
}

export const worldWith = (organs: Parameters<typeof organsWith>[0] = {}): ReferralWorld => ({
  ...{ pack: 'cn-2022@1', calendars: builtInCalendars, organs: organsWith(organs) },
})

export const staff = (organ: string, account: string, ...posts: readonly string[]): StaffActor => ({
  ...{ kind: 'staff', account, organ: id(organ), posts: posts.length === 0 ? ['clerk'] : posts },
})
export const bureau = staff('county.bureau', 'bureau')
export const justice = staff('county.justice', 'justice')
export const petitioner = { kind: 'petitioner', petition: '260300000000001', person: 'p1' } as const
export const house = { kind: 'house', task: 'referrals' } as const

export const beginning = (more: Partial<ReferralBeginning> = {}): ReferralBeginning => ({
  ...{
    petition: petitioner.petition,
    visit: null,
    person: 'p1',
    guide: id('county.bureau'),
    about: [id('county.land')],
  },
  ...{ keptFrom: [], officials: [], recused: [], ...more },
})

const own = { actor: petitioner, source: 'ownWord', asked: null } as const

/** Explained on Monday 2 March 2026, of a decision known since 20 February. */
export const explained = (more: Partial<Of<'ExplainReferral'>> = {}): Of<'ExplainReferral'> => ({
  ...{ type: 'ExplainReferral', on: day('2026-03-02'), actor: bureau, beginning: beginning(), has: true },
  ...{ way: 'administrativeReconsideration', to: { organ: id('county.justice'), name: null } },
  ...{ explanation: sealed('explanation'), knownOn: day('2026-02-20'), first: null, ...more },
})
export const applied = (more: Partial<Of<'RecordApplication'>> = {}): Of<'RecordApplication'> => ({
  ...{ type: 'RecordApplication', on: day('2026-03-04'), appliedOn: day('2026-03-03'), proof: 'receipt' },
  ...{ shared: true, materials: [], ...own, ...more },
})
export const askedToCorrect = (more: Partial<Of<'AskCorrection'>> = {}): Of<'AskCorrection'> => ({
  ...{
    type: 'AskCorrection',
    on: day('2026-03-06'),
    askedOn: day('2026-03-05'),
    what: sealed('what'),
    ...own,
    ...more,
  },
})
export const corrected = (more: Partial<Of<'RecordCorrection'>> = {}): Of<'RecordCorrection'> => ({
  ...{ type: 'RecordCorrection', on: day('2026-03-09'), correctedOn: day('2026-03-09'), ...own, ...more },
})
export const accepted = (more: Partial<Of<'RecordAcceptance'>> = {}): Of<'RecordAcceptance'> => ({
  ...{ type: 'RecordAcceptance', on: day('2026-03-10'), acceptedOn: day('2026-03-09'), track: 'ordinary', ...own },
  ...more,
})
export const refused = (more: Partial<Of<'RecordRefusal'>> = {}): Of<'RecordRefusal'> => ({
  ...{ type: 'RecordRefusal', on: day('2026-03-10'), receivedOn: day('2026-03-10'), reason: sealed('reason'), ...own },
  ...more,
})
export const mediated = (more: Partial<Of<'RecordMediation'>> = {}): Of<'RecordMediation'> => ({
  ...{ type: 'RecordMediation', on: day('2026-03-16'), step: 'begun', day: day('2026-03-16'), note: null, ...own },
  ...more,
})
export const prolonged = (more: Partial<Of<'ProlongReferral'>> = {}): Of<'ProlongReferral'> => ({
  ...{ type: 'ProlongReferral', on: day('2026-04-20'), until: day('2026-06-07'), ...own, ...more },
})
export const decided = (more: Partial<Of<'RecordOutcome'>> = {}): Of<'RecordOutcome'> => ({
  ...{ type: 'RecordOutcome', on: day('2026-05-06'), receivedOn: day('2026-05-05'), outcome: 'rejected' },
  ...{ text: sealed('text'), materials: [], ...own, ...more },
})
export const noted = (more: Partial<Of<'NoteDay'>> = {}): Of<'NoteDay'> => ({
  ...{ type: 'NoteDay', on: day('2026-03-10'), day: day('2026-03-25'), what: sealed('hearing'), ...own, ...more },
})
export const closed = (more: Partial<Of<'CloseReferral'>> = {}): Of<'CloseReferral'> => ({
  ...{ type: 'CloseReferral', on: day('2026-05-20'), ending: 'done', note: null, ...own, ...more },
})
export const marked = (clock: string, on: string): Of<'MarkClock'> => ({
  ...{ type: 'MarkClock', on: day(on), actor: house, clock },
})
export const reminded = (clock: string, on: string): Of<'RemindPetitioner'> => ({
  ...{ type: 'RemindPetitioner', on: day(on), actor: house, clock },
})

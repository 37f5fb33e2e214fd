/** A small country and the commands of a bulletin, for tests. */
import { day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { periodWith } from '../../law/report-periods.ts'
import type {
  BulletinActor,
  BulletinOrgans,
  BulletinWorld,
  Corrected,
  DraftBlock,
  Of,
  PersonnelMatter,
  ReadCase,
} from './bulletin.ts'

export const id = (text: string): OrganId => text as OrganId
export const sealed = (text: string): Sealed => ({ ref: text, commitment: text })

type Place = readonly [string, OrganFacts['kind'], OrganFacts['level'], string, string | null]

/** From the nation to a county with its party committee, and the departments under that. */
const places: readonly Place[] = [
  ['nation.party', 'party', 'nation', '00', null],
  ['nation.government', 'government', 'nation', '00', null],
  ['nation.bureau', 'bureau', 'nation', '00', null],
  ['city.party', 'party', 'prefecture', '9901', null],
  ['city.organisation', 'party', 'prefecture', '9901', 'city.party'],
  ['city', 'government', 'prefecture', '9901', null],
  ['city.bureau', 'bureau', 'prefecture', '9901', 'city'],
  ['county.party', 'party', 'county', '990101', 'city.party'],
  ['county.organisation', 'party', 'county', '990101', 'county.party'],
  ['county.conference', 'conference', 'county', '990101', 'county.party'],
  ['county', 'government', 'county', '990101', 'city'],
  ['county.bureau', 'bureau', 'county', '990101', 'county'],
  ['county.land', 'department', 'county', '990101', 'county'],
  ['county.survey', 'department', 'county', '990101', 'county.land'],
]

const organOf = ([organ, kind, level, region, parent]: Place): OrganFacts => ({
  ...{ id: id(organ), kind, level, region, parent: parent === null ? null : id(parent), leadBy: null },
  ...{ state: 'active', successors: [] },
})

/** The organs, with some of them otherwise; null takes one away. */
export function organsWith(changes: Readonly<Record<string, Partial<OrganFacts> | null>> = {}): BulletinOrgans {
  const all = places
    .map(organOf)
    .filter((organ) => changes[organ.id] !== null)
    .map((organ) => ({ ...organ, ...changes[organ.id] }))
  const byId = new Map(all.map((organ) => [organ.id, organ]))
  return { find: (organ) => byId.get(organ), all: () => all }
}
export const worldWith = (changes?: Parameters<typeof organsWith>[0]): BulletinWorld => ({
  organs: organsWith(changes),
})

export const staff = (
  organ: string,
  account: string,
  ...posts: readonly string[]
): Extract<BulletinActor, { kind: 'staff' }> => ({
  ...{ kind: 'staff', account, organ: id(organ), answersTo: [] },
  posts: posts.length === 0 ? ['clerk'] : posts,
})
/** Who writes it, and who approves it. */
export const writer = staff('county.bureau', 'writer')
export const head = staff('county.bureau', 'head', 'head')

export const text = (more: Partial<Extract<DraftBlock, { is: 'text' }>> = {}): DraftBlock => ({
  ...{ is: 'text', part: null, heading: sealed('heading'), text: sealed('text') },
  ...more,
})
export const figures: DraftBlock = {
  ...{ is: 'figures', figures: ['byClass', 'timeliness'] },
  ...{ from: day('2025-01-01'), until: day('2025-12-31') },
}
export const cases = (...petitions: readonly string[]): DraftBlock => ({ is: 'cases', petitions })
export const readCase = (petition: string, more: Partial<ReadCase> = {}): ReadCase => ({
  ...{ petition, category: 'land.contract', stage: 'closed', isAccusation: false, isKeptBack: false },
  ...more,
})

export const content = (...blocks: readonly DraftBlock[]) => ({
  title: sealed('title'),
  blocks: blocks.length === 0 ? [text(), figures] : blocks,
  recipients: [id('county.land')],
})

/** Drafted on Thursday 15 January 2026. */
export const drafted = (more: Partial<Of<'DraftBulletin'>> = {}): Of<'DraftBulletin'> => ({
  ...{ type: 'DraftBulletin', on: day('2026-01-15'), actor: writer, kind: 'circular', tone: 'results', year: null },
  ...{ period: null, content: content(), personnel: null, read: [], corrects: null, standing: null },
  ...more,
})
export const report = (more: Partial<Of<'DraftBulletin'>> = {}): Of<'DraftBulletin'> =>
  drafted({ kind: 'annualReport', tone: null, year: 2025, content: { ...content(), recipients: [] }, ...more })

/** On December 2025, drafted in the middle of January. */
export const situation = (more: Partial<Of<'DraftBulletin'>> = {}): Of<'DraftBulletin'> =>
  drafted({
    ...{ kind: 'situationReport', tone: null, period: periodWith('month', day('2025-12-01')) },
    content: { ...content(), recipients: [] },
    ...more,
  })

export const personnel = (more: Partial<PersonnelMatter> = {}): PersonnelMatter => ({
  ...{ department: id('county.organisation'), isMajor: false },
  ...{ concerned: [{ account: 'concerned', organ: id('county.land'), name: sealed('name') }] },
  ...{ keptFrom: [id('county.land')], officials: ['concerned'] },
  ...more,
})
export const notice = (more: Partial<Of<'DraftBulletin'>> = {}): Of<'DraftBulletin'> =>
  drafted({
    ...{ kind: 'personnelNotice', tone: null, actor: staff('county.bureau', 'deputy', 'supervisor') },
    ...{ content: { ...content(text()), recipients: [] }, personnel: personnel() },
    ...more,
  })

export const corrected = (more: Partial<Corrected> = {}): Corrected => ({
  ...{ bulletin: 'bulletin:first', organ: id('county.bureau'), kind: 'circular', year: null, isIssued: true, by: null },
  period: null,
  ...more,
})

export const edited = (more: Partial<Of<'EditBulletin'>> = {}): Of<'EditBulletin'> => ({
  ...{
    type: 'EditBulletin',
    on: day('2026-01-16'),
    actor: staff('county.bureau', 'other'),
    content: content(),
    read: [],
  },
  ...more,
})
export const submitted = (more: Partial<Of<'SubmitBulletin'>> = {}): Of<'SubmitBulletin'> => ({
  ...{ type: 'SubmitBulletin', on: day('2026-01-17'), actor: writer },
  ...more,
})
export const returned = (more: Partial<Of<'ReturnBulletin'>> = {}): Of<'ReturnBulletin'> => ({
  ...{ type: 'ReturnBulletin', on: day('2026-01-18'), actor: head, reasons: sealed('reasons') },
  ...more,
})
export const issued = (more: Partial<Of<'IssueBulletin'>> = {}): Of<'IssueBulletin'> => ({
  ...{ type: 'IssueBulletin', on: day('2026-01-19'), actor: head, read: [], missing: null },
  counted: [[{ figure: 'byClass', rows: [{ code: 'appeal', count: 3 }] }]],
  ...more,
})
export const withdrawn = (more: Partial<Of<'WithdrawBulletin'>> = {}): Of<'WithdrawBulletin'> => ({
  ...{ type: 'WithdrawBulletin', on: day('2026-01-18'), actor: writer, reasons: sealed('reasons') },
  ...more,
})
export const received = (more: Partial<Of<'ReceiveBulletin'>> = {}): Of<'ReceiveBulletin'> => ({
  ...{ type: 'ReceiveBulletin', on: day('2026-01-20'), actor: staff('county.land', 'reader') },
  ...more,
})
export const instructed = (more: Partial<Of<'InstructOnBulletin'>> = {}): Of<'InstructOnBulletin'> => ({
  ...{ type: 'InstructOnBulletin', on: day('2026-01-20'), actor: staff('county', 'mayor', 'leader') },
  ...{ to: id('county.land'), what: sealed('what'), due: day('2027-01-01'), ...more },
})

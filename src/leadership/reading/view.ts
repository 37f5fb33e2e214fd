/** From a folded reading and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import type { InstructionTemplate } from '../../law/reading.ts'
import { type CaseSummary, caseSummary } from '../../petition/summary-contract.ts'
import { sealedFromReader } from '../../petition/view.ts'
import { readingTermOf, readingTerms } from '../../wording/reading-terms.ts'
import { actionsOf } from './actions.ts'
import type { ReadingRowView, ReadingView } from './contract.ts'
import type { ReadingHouse } from './house.ts'
import { partOf } from './knowing.ts'
import type { ReadingRow, ReadReading } from './queries.ts'
import type { Leader, ReadingRefusal } from './reading.ts'
import { idOf } from './room.ts'
import { explainReading } from './wording.ts'

const erased = '〔已依法销毁 / lawfully erased〕'
type Directory = ReadingHouse['directory']
export type Names = ReadonlyMap<string, string>

export const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
export const leaderRef = ({ account, organ }: Leader, names: Names, directory: Directory) => ({
  ...{ account, name: names.get(account) ?? account },
  organ: organRef(directory, organ),
})
const opened = ({ texts }: ReadReading, { ref }: Sealed): string => texts.get(ref) ?? erased
export const refusalView = (refusal: ReadingRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainReading(refusal, (id) => directory.nameOf(id)) }

export interface Beside {
  readonly names: Names
  readonly isPetitionOpen: boolean
  /** Organs with a part in the petition, of those from which it is not kept; whoever has it first. */
  readonly organs: readonly OrganId[]
}

/** For whoever has a part in it. */
export function readingView(
  read: ReadReading,
  { names, isPetitionOpen, organs }: Beside,
  house: ReadingHouse,
): ReadingView {
  const { reading, actor, stream } = read
  const { directory } = house
  const { version, stage, petition, proposedOn, wantedBy, readOn, summaryOn, reason, suggested, erasedOn } = reading
  const organ = (id: OrganId) => organRef(directory, id)
  const who = (leader: Leader) => leaderRef(leader, names, directory)
  const part = partOf(reading, actor) ?? 'bureau'
  return {
    reading: idOf(stream),
    ...{ version, stage, part, petition, isPetitionOpenToYou: isPetitionOpen, proposedOn, wantedBy, readOn, summaryOn },
    bureau: organ(reading.bureau),
    proposedBy: names.get(reading.proposedBy) ?? reading.proposedBy,
    leader: who(reading.leader),
    why: opened(read, reading.why),
    suggested: suggested && { organ: organ(suggested.organ), what: opened(read, suggested.what), due: suggested.due },
    summary: summaryIn(read),
    instructions: reading.instructions.map(({ ref, organ: named, to, what, due, on }) => ({
      ...{ ref, organ: organ(named), to: organ(to), what: opened(read, what), due, on },
    })),
    reason: reason && { on: reason.on, text: opened(read, reason.text) },
    handOvers: reading.handOvers.map(({ on, from, to, reason: why }) => ({
      ...{ on, from: who(from), to: who(to), reason: opened(read, why) },
    })),
    erasedOn,
    actions: actionsOf(reading, actor, house.today(), { organs: directory }).map(({ action, type, refusal }) => ({
      ...{ action, ...readingTerms.readingCommand[type] },
      allowed: refusal === null,
      refusal: refusalView(refusal, directory),
    })),
    organs: part === 'leader' ? organs.map(organ) : [],
    templates: part === 'leader' ? templatesFor(house, reading.leader.organ) : [],
    history: read.history
      .filter(({ fact }) => fact.type !== 'ReadingKept')
      .map(({ fact, by }) => ({
        ...{ type: fact.type, on: fact.on },
        organ: by.organ === undefined ? null : organ(by.organ as OrganId),
        ...readingTermOf('readingFact', fact.type),
      })),
  }
}

/** As it was sealed with the fact. One that an older house made otherwise is not shown as if it were whole. */
function summaryIn({ reading, texts }: ReadReading): CaseSummary | null {
  const text = texts.get(reading.summary.page.ref)
  if (text === undefined) return null
  const parsed = caseSummary.safeParse(JSON.parse(text))
  if (!parsed.success) return null
  return reading.isAccusation ? withoutWords(parsed.data) : parsed.data
}

/** What an accusation says is sealed from its own office too (docs/adr/0019), also where it was laid there before it was known to be one. */
const withoutWords = (summary: CaseSummary): CaseSummary => ({
  ...summary,
  ...{ title: sealedFromReader, about: [], sealed: ['accusation', 'identity'] },
  asks: summary.asks.map(({ answer, ...asked }) => ({
    ...{ ...asked, text: sealedFromReader },
    answer: answer && { ...answer, text: sealedFromReader },
  })),
})

/** Under the law in force where the organ is. */
export function templatesFor({ laws, directory, today }: ReadingHouse, organ: OrganId) {
  const region = (directory.find(organ)?.region ?? '00') as RegionCode
  const { instructionTemplates } = laws.inForce(region, today())
  return Object.entries(instructionTemplates).map(([id, template]) => ({
    ...{ id, zh: template.zh, en: template.en, day: dayOf(template, today()) },
  }))
}

/** Offered, and no limit: the leader names the day. Working days are taken as so many weeks of five. */
const dayOf = ({ span: { unit, count } }: InstructionTemplate, today: Day): Day =>
  addDays(today, unit === 'days' ? count : Math.ceil((count * 7) / 5))

export function rowView(row: ReadingRow, names: Names, { directory, today }: ReadingHouse): ReadingRowView {
  const { stream, stage, petition, title, proposedOn, wantedBy, readOn, movedOn, instructions } = row
  return {
    reading: idOf(stream),
    ...{ stage, petition, title, proposedOn, wantedBy, readOn, movedOn, instructions },
    bureau: organRef(directory, row.bureau),
    leader: leaderRef(row.leader, names, directory),
    isLate: stage === 'proposed' && wantedBy !== null && wantedBy < today(),
  }
}

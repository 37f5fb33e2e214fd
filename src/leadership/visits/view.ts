/** From a folded visit and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Directory } from '../../petition/house.ts'
import { visitTermOf, visitTerms } from '../../wording/visit-terms.ts'
import { actionsOf } from './actions.ts'
import type { VisitView } from './contract.ts'
import type { VisitHouse } from './house.ts'
import type { ReadVisit, VisitRow } from './queries.ts'
import { idOf } from './room.ts'
import { partOf } from './sight.ts'
import type { RecordedEntry, Traveller, VisitCase, VisitRefusal } from './visit.ts'
import { explainVisit } from './wording.ts'

const erased = '〔已依法销毁 / lawfully erased〕'
type Place = Pick<VisitHouse, 'directory' | 'today'>
export type Names = ReadonlyMap<string, string>

export const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
export const refusalView = (refusal: VisitRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainVisit(refusal, (id) => directory.nameOf(id)) }

export const travellerView = ({ account, organ }: Traveller, names: Names, directory: Directory) => ({
  ...{ account, organ: organRef(directory, organ) },
  name: names.get(account) ?? account,
})

/** A file is called by the entry that brought it and its place there. */
export const materialRef = (entry: string, nth: number): string => `${entry}:${nth + 1}`

export interface Beside {
  readonly names: Names
  /** Which of the petitions are open to the viewer. */
  readonly openPetitions: ReadonlySet<string>
  /** Tasks from it that are not closed yet. */
  readonly openTasks: number
}

export function visitView(read: ReadVisit, beside: Beside, { directory, today }: Place): VisitView {
  const { visit, actor, texts, history, stream } = read
  const { names, openPetitions, openTasks } = beside
  const opened = ({ ref }: Sealed): string => texts.get(ref) ?? erased
  const maybe = (piece: Sealed | null) => piece && opened(piece)
  const named = (account: string) => names.get(account) ?? account
  const caseView = ({ petition, spot, meet, brief, questions, consent, refused, shownOn, informed }: VisitCase) => ({
    ...{ petition, isOpenToYou: openPetitions.has(petition), spot: opened(spot), meet: maybe(meet) },
    ...{ brief: opened(brief), questions: maybe(questions), consent: maybe(consent) },
    shownOn,
    refused: refused && { on: refused.on, note: maybe(refused.note) },
    informed: informed && { ...informed, note: opened(informed.note) },
  })
  const entryView = ({
    entry,
    kind,
    petition,
    at,
    on,
    account,
    whom,
    text,
    organ,
    due,
    materials,
    registered,
  }: RecordedEntry) => ({
    ...{ entry, kind, petition, at, on, due, registered, by: named(account) },
    ...{ whom: maybe(whom), text: opened(text), organ: organ && organRef(directory, organ) },
    materials: materials.map(({ name, bytes, mediaType }, nth) => ({
      ...{ ref: materialRef(entry, nth), name: opened(name), bytes, mediaType },
    })),
  })
  const { version, stage, day, plannedOn, report, note } = visit
  return {
    visit: idOf(stream),
    ...{ version, stage, day, plannedOn, part: partOf(visit, actor) ?? 'traveller' },
    organ: organRef(directory, visit.organ),
    destination: opened(visit.destination),
    leaders: visit.leaders.map((each) => travellerView(each, names, directory)),
    companions: visit.companions.map((each) => travellerView(each, names, directory)),
    cases: visit.cases.map(caseView),
    entries: visit.entries.map(entryView),
    moves: visit.moves.map((move) => ({ ...move, reason: opened(move.reason) })),
    sheets: visit.sheets.map(({ on, account, until }) => ({ on, until, name: named(account) })),
    report: report && { on: report.on, name: named(report.account), text: opened(report.text) },
    note: maybe(note),
    actions: actionsOf(visit, { actor, on: today(), openTasks }, { organs: directory }).map(
      ({ action, type, refusal }) => ({
        ...{ action, ...visitTerms.visitCommand[type] },
        ...{ allowed: refusal === null, refusal: refusalView(refusal, directory) },
      }),
    ),
    history: history
      .filter(({ fact }) => fact.type !== 'VisitKept')
      .map(({ fact, by }) => ({
        ...{ type: fact.type, on: fact.on, ...visitTermOf('visitFact', fact.type) },
        organ: by.organ === undefined ? null : organRef(directory, by.organ as OrganId),
      })),
  }
}

export function rowView(
  row: VisitRow & { readonly destination: string | null },
  names: Names,
  { directory, today }: Place,
) {
  const { stream, organ, stage, day, cases, leaders, destination } = row
  return {
    visit: idOf(stream),
    ...{ stage, day, cases, destination, organ: organRef(directory, organ) },
    leaders: leaders.map((account) => names.get(account) ?? account),
    isLate: (stage === 'planned' || stage === 'confirmed') && day < today(),
  }
}

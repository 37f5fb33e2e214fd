import { addDays, type Day, isAfter, isBefore } from '../../kernel/day.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import { editVisit, planVisit } from './planning.ts'
import { keptWith, mayKnow, partOf, travellersOf } from './sight.ts'
import type {
  Of,
  StaffActor,
  Visit,
  VisitCommand,
  VisitCommandType,
  VisitEntry,
  VisitFact,
  VisitRefusal,
  VisitStage,
  VisitState,
  VisitWorld,
} from './visit.ts'

export type VisitDecision = Result<readonly VisitFact[], VisitRefusal>
type Decide<T extends VisitCommandType> = (visit: Visit, command: Of<T>, world: VisitWorld) => VisitDecision

const refuse = (refusal: VisitRefusal): VisitDecision => err(refusal)
const accept = (...facts: readonly VisitFact[]): VisitDecision => ok(facts)

/** What may follow from a command: who may act, then the rule. No clock runs for a visit: what it leads to has its own. */
export function decide(state: VisitState, command: VisitCommand, world: VisitWorld): VisitDecision {
  if (command.type === 'PlanVisit') {
    return state === null ? planVisit(command, world) : refuse({ kind: 'visit-planned-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-visit' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (visit: Visit, command: VisitCommand, world: VisitWorld) => VisitDecision
  return rule(state, command, world)
}

type LaterCommand = Exclude<VisitCommandType, 'PlanVisit'>
/** `planner`: whoever works in the organ that plans; `either`: also those who go. */
type Performer = 'planner' | 'either' | 'house'

/** By whom, and at which stages. */
export const permissions: Readonly<
  Record<LaterCommand, { readonly by: Performer; readonly at: readonly VisitStage[] }>
> = {
  EditVisit: { by: 'planner', at: ['planned', 'confirmed'] },
  ConfirmVisit: { by: 'either', at: ['planned'] },
  PostponeVisit: { by: 'either', at: ['planned', 'confirmed'] },
  CancelVisit: { by: 'either', at: ['planned', 'confirmed'] },
  RecordRefusal: { by: 'either', at: ['planned', 'confirmed'] },
  AnnounceVisit: { by: 'either', at: ['confirmed'] },
  TakeSheet: { by: 'either', at: ['confirmed'] },
  RecordEntry: { by: 'either', at: ['confirmed'] },
  ConcludeVisit: { by: 'either', at: ['confirmed'] },
  OpenVisit: { by: 'planner', at: ['concluded'] },
  InformPetitioner: { by: 'either', at: ['concluded'] },
  LinkEntry: { by: 'planner', at: ['confirmed', 'concluded', 'closed'] },
  CloseVisit: { by: 'planner', at: ['concluded'] },
  PassVisitOn: { by: 'house', at: ['planned', 'confirmed', 'concluded'] },
  MarkLeaderLeft: { by: 'house', at: ['planned', 'confirmed'] },
  RecordErased: { by: 'house', at: ['planned', 'confirmed', 'concluded', 'closed', 'cancelled'] },
  RecordKept: { by: 'house', at: ['planned', 'confirmed', 'concluded', 'closed', 'cancelled'] },
}

const notYours: VisitRefusal = { kind: 'visit-not-yours', basis: article(18, 2) }

function refusalToAct(visit: Visit, command: VisitCommand, { organs }: VisitWorld): VisitRefusal | null {
  const { type, actor } = command
  const { by, at } = permissions[type as LaterCommand]
  if (actor.kind === 'staff') {
    if (!mayKnow(visit, actor, organs)) return { kind: 'no-such-visit' }
    if (by === 'house' || (by === 'planner' && partOf(visit, actor) !== 'planner') || !acts(visit, actor)) {
      return notYours
    }
  } else if (by !== 'house') return notYours
  // what came in once is in, also when the answer to it was lost and the visit has ended since
  if (command.type === 'RecordEntry' && isRecorded(visit, command)) return null
  return at.includes(visit.stage) ? null : { kind: 'wrong-visit-stage', stage: visit.stage, command: type, needs: at }
}

/** Whoever handles or leads there, and whoever goes. */
function acts(visit: Visit, { account, posts }: StaffActor): boolean {
  const works = (['clerk', 'head', 'leader'] as const).some((post) => posts.includes(post))
  return works || travellersOf(visit).some((each) => each.account === account)
}

const isRecorded = ({ entries }: Visit, { entry }: Pick<VisitEntry, 'entry'>): boolean =>
  entries.some((each) => each.entry === entry)

const accountOf = ({ actor }: { readonly actor: VisitCommand['actor'] }): string => (actor as StaffActor).account
const caseOf = ({ cases }: Visit, petition: string) => cases.find((each) => each.petition === petition)

const confirmVisit: Decide<'ConfirmVisit'> = (visit, command) => {
  const { on } = command
  // whoever was to go leads there no longer, and nobody was named instead
  if (visit.leaders.length === 0) return refuse({ kind: 'no-leader-on-visit', basis: article(18, 2) })
  if (isAfter(on, visit.day)) return refuse({ kind: 'day-not-ahead', day: visit.day, today: on })
  return accept({ type: 'VisitConfirmed', on, account: accountOf(command) })
}

/** To another day, with the reason; it is confirmed anew then. */
const postponeVisit: Decide<'PostponeVisit'> = (visit, command) => {
  const { on, to, reason } = command
  if (to === visit.day || isAfter(on, to)) return refuse({ kind: 'day-not-ahead', day: to, today: on })
  return accept({ type: 'VisitPostponed', on, account: accountOf(command), to, reason })
}

const cancelVisit: Decide<'CancelVisit'> = (_, command) => {
  const { on, reason } = command
  return accept({ type: 'VisitCancelled', on, account: accountOf(command), reason })
}

const recordRefusal: Decide<'RecordRefusal'> = (visit, command) => {
  const { on, petition, note } = command
  const planned = caseOf(visit, petition)
  if (!planned) return refuse({ kind: 'not-on-visit', petition })
  if (planned.refused) return refuse({ kind: 'petitioner-has-refused', petition, basis: decided('0039') })
  return accept({ type: 'RefusalRecorded', on, account: accountOf(command), petition, note })
}

/** Whoever plans it or leads it says so, not who merely comes along; and what was said once is not said again. */
const showVisit: Decide<'AnnounceVisit'> = (visit, command) => {
  const { on, petition } = command
  const { organ, account } = command.actor as StaffActor
  if (organ !== visit.organ && !visit.leaders.some((leader) => leader.organ === organ)) return refuse(notYours)
  const planned = caseOf(visit, petition)
  if (!planned) return refuse({ kind: 'not-on-visit', petition })
  if (planned.refused) return refuse({ kind: 'petitioner-has-refused', petition, basis: decided('0039') })
  return planned.shownOn === null ? accept({ type: 'VisitAnnounced', on, account, petition }) : ok([])
}

/** Readable on the phone until the end of the day after, and no longer: it is evening when people come home. */
export const sheetUntil = (day: Day, on: Day): Day => addDays(isAfter(on, day) ? on : day, 1)

const takeSheet: Decide<'TakeSheet'> = ({ day }, command) =>
  accept({ type: 'SheetCarried', on: command.on, account: accountOf(command), until: sheetUntil(day, command.on) })

/** A visit is read whole each time; nobody writes down more on one way. */
const mostEntries = 500

/** Asked again because the answer was lost, it changes nothing and is no mistake. */
const recordEntry: Decide<'RecordEntry'> = (visit, command, world) => {
  const { type: _, actor, on, ...entry } = command
  if (isRecorded(visit, entry)) return ok([])
  if (visit.entries.length >= mostEntries) return refuse({ kind: 'too-many-already', atMost: mostEntries })
  const refusal = refusalOfDay(visit, entry, on) ?? refusalOfEntry(visit, entry, world)
  if (refusal) return refuse(refusal)
  const { account, organ: organOf } = actor as StaffActor
  return accept({ type: 'EntryRecorded', on, account, organOf, ...entry })
}

function refusalOfDay({ day }: Visit, { at }: VisitEntry, on: Day): VisitRefusal | null {
  if (isBefore(on, day)) return { kind: 'visit-not-begun', day }
  return isBefore(at, day) || isAfter(at, on) ? { kind: 'day-outside-visit', at, day, today: on } : null
}

function refusalOfEntry(
  visit: Visit,
  { kind, petition, at, organ, due }: VisitEntry,
  { organs }: VisitWorld,
): VisitRefusal | null {
  if (petition === null && kind !== 'heard' && kind !== 'agreed') return { kind: 'entry-needs-case', entry: kind }
  if (petition !== null) {
    const planned = caseOf(visit, petition)
    if (!planned || kind === 'heard') return { kind: 'not-on-visit', petition }
    if (planned.refused) return { kind: 'petitioner-has-refused', petition, basis: decided('0039') }
  }
  if (kind !== 'agreed') return null
  if (organ === null || due === null) return { kind: 'needs-organ' }
  if (organs.find(organ)?.state !== 'active') return { kind: 'unknown-organ', organ }
  if (!isAfter(due, at)) return { kind: 'day-not-ahead', day: due, today: at }
  return isKeptOut(visit.keptFrom, organ, organs)
    ? { kind: 'organ-kept-out-of-visit', petition: petition ?? '', organ, basis: article(30, 3) }
    : null
}

/** 小结: of every case it is on record that the petitioner was met, or why not. */
const concludeVisit: Decide<'ConcludeVisit'> = (visit, command) => {
  const { on, report } = command
  if (isBefore(on, visit.day)) return refuse({ kind: 'visit-not-begun', day: visit.day })
  const open = visit.cases.find(
    ({ petition, refused }) =>
      !refused &&
      !visit.entries.some((entry) => entry.petition === petition && (entry.kind === 'met' || entry.kind === 'notMet')),
  )
  if (open) return refuse({ kind: 'case-without-entry', petition: open.petition })
  return accept({ type: 'VisitConcluded', on, account: accountOf(command), report })
}

/** What somebody wrote on the way and could not send before it was concluded still comes in. */
const openVisit: Decide<'OpenVisit'> = (_, command) => {
  const { on, reason } = command
  return accept({ type: 'VisitOpened', on, account: accountOf(command), reason })
}

const informPetitioner: Decide<'InformPetitioner'> = (visit, command) => {
  const { on, petition, way, note } = command
  if (!caseOf(visit, petition)) return refuse({ kind: 'not-on-visit', petition })
  return accept({ type: 'PetitionerInformed', on, account: accountOf(command), petition, way, note })
}

const linkEntry: Decide<'LinkEntry'> = (visit, command) => {
  const { on, entry, petition, looked } = command
  const heard = visit.entries.find((each) => each.entry === entry)
  if (heard?.kind !== 'heard') return refuse({ kind: 'no-such-entry', entry })
  if (heard.registered !== null) return refuse({ kind: 'registered-already', petition: heard.registered })
  const account = accountOf(command)
  return accept({ type: 'EntryLinked', on, account, entry, petition, ...keptWith(visit, looked) })
}

/** 办结: nothing that was agreed is open, and every petitioner on the way was told what came of it. */
const closeVisit: Decide<'CloseVisit'> = (visit, command) => {
  const { on, openTasks } = command
  if (openTasks > 0) return refuse({ kind: 'visit-still-open', count: openTasks })
  const untold = visit.cases.find(({ refused, informed }) => !refused && informed === null)
  if (untold) return refuse({ kind: 'petitioner-not-informed', petition: untold.petition })
  return accept({ type: 'VisitClosed', on, account: accountOf(command) })
}

const recordKept: Decide<'RecordKept'> = (visit, { on, looked }) => {
  const kept = keptWith(visit, looked)
  const isSame = kept.keptFrom.length === visit.keptFrom.length && kept.officials.length === visit.officials.length
  return isSame ? ok([]) : accept({ type: 'VisitKept', on, ...kept })
}

/** 分立、合并、撤销 (art. 24 (2)): whoever carries an organ on plans it and goes, unless it must not know of the visit. */
const passVisitOn: Decide<'PassVisitOn'> = (visit, { on }, { organs }) => {
  const ended = [...new Set([visit.organ, ...travellersOf(visit).map(({ organ }) => organ)])].filter(
    (organ) => organs.find(organ)?.state !== 'active',
  )
  return ok(
    ended.flatMap((from): readonly VisitFact[] => {
      const to = organs
        .find(from)
        ?.successors.find((heir) => organs.find(heir)?.state === 'active' && !isKeptOut(visit.keptFrom, heir, organs))
      if (to === undefined) return []
      const region = from === visit.organ ? (organs.find(to)?.region ?? null) : null
      return [{ type: 'VisitPassedOn', on, from, to, region }]
    }),
  )
}

/** 岗位变动: they do not go in an office that they no longer have; whoever plans it names somebody else. */
const markLeaderLeft: Decide<'MarkLeaderLeft'> = ({ leaders }, { on, account }) =>
  leaders.some((leader) => leader.account === account) ? accept({ type: 'LeaderLeft', on, account }) : ok([])

const recordErased: Decide<'RecordErased'> = ({ erased }, { on, petition, refs }) => {
  const fresh = refs.filter((ref) => !erased.includes(ref))
  return fresh.length === 0 ? ok([]) : accept({ type: 'CaseErased', on, petition, refs: fresh })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  EditVisit: editVisit,
  ConfirmVisit: confirmVisit,
  PostponeVisit: postponeVisit,
  CancelVisit: cancelVisit,
  RecordRefusal: recordRefusal,
  AnnounceVisit: showVisit,
  TakeSheet: takeSheet,
  RecordEntry: recordEntry,
  ConcludeVisit: concludeVisit,
  OpenVisit: openVisit,
  InformPetitioner: informPetitioner,
  LinkEntry: linkEntry,
  CloseVisit: closeVisit,
  PassVisitOn: passVisitOn,
  MarkLeaderLeft: markLeaderLeft,
  RecordErased: recordErased,
  RecordKept: recordKept,
}

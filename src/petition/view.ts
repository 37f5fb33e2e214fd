/** From a folded petition and its opened pieces to what a page is given. Allow-lists are in `views.ts`. */
import type { Recorded } from '../engine/envelope.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { isOpen, type RunningClock } from '../kernel/running-clock.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { packName } from '../law/laws.ts'
import { inPlainWords } from '../wording/plain/plain.ts'
import { explainRefusal } from '../wording/refusals.ts'
import { type Action, actionsOf, bodiesAbove } from './actions.ts'
import type { Assistance } from './assisting/words.ts'
import { clockViewOf } from './clock-view.ts'
import { calendarFor, rulesOf } from './clocks.ts'
import { petitionCommands } from './commands.ts'
import { extendableUntil } from './extending.ts'
import type { Directory } from './house.ts'
import type { AddedBy, Material } from './intake/words.ts'
import { issuingVersions } from './issuing.ts'
import { maskedSuffix } from './masked-words.ts'
import type { Actor, Fact, FactType, Petition, PetitionDocument, World } from './petition.ts'
import { rightsForPetitioner } from './rights-view.ts'
import { isOpenTo } from './safeguards/opening.ts'
import type { Sight } from './sharing/words.ts'
import { standsInWords } from './stands.ts'
import type {
  ActionView,
  AssistanceView,
  ClockView,
  DocumentView,
  FollowView,
  HistoryEntry,
  PetitionView,
  SightView,
} from './views.ts'

/** What a view is made from. Pieces that were erased are missing from `texts`. */
export interface Read {
  readonly number: string
  readonly petition: Petition
  readonly history: readonly Recorded<Fact>[]
  readonly texts: ReadonlyMap<string, string>
  /** Something may lie sealed from this reader, so that a text that is missing need not have been erased. */
  readonly keepsSealed: boolean
  readonly staff: ReadonlyMap<string, string>
  readonly world: World
  readonly directory: Directory
  readonly today: Day
}

/** What stands where a piece is sealed from its reader, in a list too. */
export const sealedFromReader = '〔密封 / sealed〕'

/** What stands in a list where a piece is gone, or its key: a row does not say which of the two. */
export const unreadable = '〔不能读取：已依法销毁，或者密钥缺失 / unreadable: lawfully erased, or its key is missing〕'

const erased = '〔已依法销毁 / lawfully erased〕'
const keyMissing = '〔密钥缺失，不能读取 / unreadable: its key is missing〕'

/** Why a text is not there: the history says whether it was erased, and the reader's own part whether it is sealed from them. */
function missing({ history, keepsSealed }: Read): string {
  if (history.some(({ fact }) => fact.type === 'ContentErased')) return erased
  return keepsSealed ? sealedFromReader : keyMissing
}

export const organRef = (read: Pick<Read, 'directory'>, id: OrganId) => ({ id, ...read.directory.nameOf(id) })
const maybeOrgan = (read: Pick<Read, 'directory'>, id: OrganId | null) => (id === null ? null : organRef(read, id))
/** What was written; where that is sealed from the reader, the same with whatever names its writer masked. */
export const opened = (read: Read, { ref }: Sealed): string =>
  read.texts.get(ref) ?? read.texts.get(ref + maskedSuffix) ?? missing(read)
const maybe = (read: Read, piece: Sealed | null): string | null => (piece === null ? null : opened(read, piece))

/** With how far it may be extended, and which entry of the history says why it was. */
export function clockView(
  clock: RunningClock,
  read: Pick<Read, 'petition' | 'history' | 'world' | 'directory' | 'today'>,
): ClockView {
  const { petition, world, today } = read
  const shown = clockViewOf(clock, {
    ...{ calendar: calendarFor(clock, petition, world), calendars: world.calendars, today },
    basis: rulesOf(world)[clock.rule]?.basis ?? { adr: '0001' },
    organRef: (organ) => organRef(read, organ),
  })
  return {
    ...shown,
    extendableUntil: isOpen(clock) ? extendableUntil(clock, world) : null,
    derivation: withReasons(shown.derivation, clock, read.history),
  }
}

/** Each extension with the entry of the history that says why, as `fact`; those taken back are gone from both. */
function withReasons(
  steps: ClockView['derivation'],
  { id }: RunningClock,
  history: readonly Recorded<Fact>[],
): ClockView['derivation'] {
  const facts: number[] = []
  for (const { fact, version } of history)
    for (const change of fact.clocks ?? []) {
      if (change.change === 'extended' && change.id === id) facts.push(version)
      if (change.change === 'extensionTakenBack' && change.id === id) facts.pop()
    }
  let next = 0
  return steps.map((step) => {
    const fact = step.step === 'extended' ? facts[next++] : undefined
    return fact === undefined ? { ...step } : { ...step, fact }
  })
}

function actionView({ action, type, refusal }: Action, directory: Directory): ActionView {
  const command = Object.values(petitionCommands).find((entry) => entry.type === type)
  const explained = refusal && {
    kind: refusal.kind,
    ...explainRefusal(refusal, (id) => directory.nameOf(id as OrganId)),
  }
  return { action, zh: command?.zh ?? action, en: command?.en ?? action, allowed: refusal === null, refusal: explained }
}

const materialView = (read: Read, actor: Actor, material: Material) => ({
  ref: material.ref,
  isOpen: isMaterialOpen(read, actor, material.ref),
  name: opened(read, material.name),
  mediaType: material.mediaType,
  bytes: material.bytes,
})

/** A petitioner's own files are open to them; staff open one for a reason, for that day. */
export const isMaterialOpen = ({ petition, today }: Pick<Read, 'petition' | 'today'>, actor: Actor, ref: string) =>
  actor.kind !== 'staff' || isOpenTo(petition, { on: today, account: actor.account, seal: 'material', material: ref })

/** What lies sealed from staff here, and whether they have opened it today. */
function sealsOf({ petition, today }: Read, { account }: Extract<Actor, { kind: 'staff' }>) {
  const isAccusation = petition.class === 'accusation'
  const seals = [
    ...(isAccusation ? (['accusation'] as const) : []),
    ...(isAccusation || petition.confidentiality !== 'named' ? (['identity'] as const) : []),
  ]
  return seals.map((seal) => ({ seal, isOpen: isOpenTo(petition, { on: today, account, seal, material: null }) }))
}

const documentView = (read: Read, document: PetitionDocument, issuedAt: ReadonlyMap<string, number>): DocumentView => ({
  ref: document.ref,
  kind: document.kind,
  issuedOn: document.issuedOn,
  issuedBy: organRef(read, document.issuedBy),
  parts: Object.fromEntries(Object.entries(document.parts).map(([part, piece]) => [part, opened(read, piece)])),
  answers: document.answers.map(({ claim, outcome, answer }) => ({
    ...{ claim, outcome, answer: opened(read, answer) },
    says: inPlainWords('outcome', outcome),
  })),
  isServed: document.served,
  services: document.services.map(({ person, way, servedOn }) => ({
    ...{ person, way, servedOn },
    says: inPlainWords('serviceWay', way),
  })),
  announced: document.announced && { ...document.announced, says: inPlainWords('serviceWay', 'announcement') },
  receiptVersion: issuedAt.get(document.ref) ?? null,
})

/** A fact laid open for a reader: prose by field, everything else as it is coded. Clocks are shown apart. */
function historyEntry(read: Read, recorded: Recorded<Fact>): HistoryEntry {
  const { type, on, clocks: _, ...content } = recorded.fact
  const texts: Record<string, string> = {}
  const values: Record<string, unknown> = {}
  lay(content, '', texts, values, read)
  const { kind, organ, account } = recorded.by
  const by = {
    kind,
    organ: organ === undefined ? null : organRef(read, organ as OrganId),
    name: account === undefined ? null : (read.staff.get(account) ?? null),
  }
  return { version: recorded.version, type, on, recordedAt: recorded.recordedAt, by, texts, values }
}

/** Where a material lies in the store. Whoever knows it could attach the same file elsewhere, so it is shown to nobody. */
const fileAddress = 'file'

const organFields = new Set(['decider', 'organ', 'from', 'to', 'competent', 'suggests', 'arbiter', 'by', 'approver'])

function lay(
  value: unknown,
  path: string,
  texts: Record<string, string>,
  values: Record<string, unknown>,
  read: Read,
): void {
  if (value === null || value === undefined) return
  if (isSealed(value)) {
    texts[path] = opened(read, value)
    return
  }
  if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value))
      if (key !== fileAddress) lay(inner, path === '' ? key : `${path}.${key}`, texts, values, read)
    return
  }
  const known = typeof value === 'string' && organFields.has(path) && read.directory.find(value as OrganId)
  values[path] = known ? organRef(read, value as OrganId) : value
}

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && 'ref' in value && 'commitment' in value

/** Most petitions have no document yet, and then nothing need be looked for. */
const issuedIn = ({ petition, history }: Read): ReadonlyMap<string, number> =>
  petition.documents.length === 0 ? new Map() : issuingVersions(history)

/** The law that it is handled under; no name where this house does not have it. */
function lawView({ petition: { pack }, world: { law } }: Read) {
  const isThere = packName(law) === pack
  return { pack, name: isThere ? law.name : null, note: isThere ? law.note : null }
}

const sightShown = (read: Read, { organ, because, on, accounts, until, endedOn }: Sight): SightView => ({
  ...{ organ: organRef(read, organ), reason: because.kind, on, isForSome: accounts !== null, until, endedOn },
})

const assistanceShown = (read: Read, assistance: Assistance, actor: Actor): AssistanceView => {
  const { ref, organ, by, claims, askedOn, until, standing, objectedOn, notAwaitedOn, reported, what } = assistance
  const isForOffices = actor.kind === 'staff'
  return {
    ...{ ref, organ: organRef(read, organ), by: organRef(read, by), claims: [...claims], askedOn, until, standing },
    ...{ objectedOn, notAwaitedOn, reportedOn: reported?.on ?? null },
    result: isForOffices ? (reported?.result ?? null) : null,
    what: isForOffices ? opened(read, what) : null,
    report: isForOffices && reported ? opened(read, reported.report) : null,
  }
}

function shared(read: Read, actor: Actor) {
  const { petition, number } = read
  const issuedAt = issuedIn(read)
  return {
    number,
    law: lawView(read),
    version: petition.version,
    stage: petition.stage,
    class: petition.class,
    category: petition.category,
    place: petition.place,
    placeDetail: maybe(read, petition.placeDetail),
    channel: petition.channel,
    track: petition.track,
    confidentiality: petition.confidentiality,
    title: opened(read, petition.title),
    text: opened(read, petition.text),
    claims: petition.claims.map(({ ref, text }) => ({ ref, text: opened(read, text) })),
    headcount: petition.headcount,
    receivedOn: petition.receivedOn,
    registeredOn: petition.registeredOn,
    registrar: organRef(read, petition.registrar),
    holder: organRef(read, petition.holder),
    materials: petition.materials.map((material) => materialView(read, actor, material)),
    questions: petition.questions.map((question) => ({
      ref: question.ref,
      askedOn: question.askedOn,
      organ: organRef(read, question.organ),
      question: opened(read, question.question),
      answeredOn: question.answeredOn,
      answer: maybe(read, question.answer),
    })),
    documents: petition.documents.map((document) => documentView(read, document, issuedAt)),
    clocks: petition.clocks.map((clock) => clockView(clock, read)),
    sights: petition.sights.map((sight) => sightShown(read, sight)),
    assistances: petition.assistances.map((each) => assistanceShown(read, each, actor)),
    actions: actionsOf(petition, actor, read.today, read.world).map((action) => actionView(action, read.directory)),
    endedOn: petition.endedOn,
  }
}

/** For staff. Who a confidential petitioner is, and what an accusation says, is there once they have opened it. */
export function viewForStaff(read: Read, actor: Extract<Actor, { kind: 'staff' }>): PetitionView {
  const { petition } = read
  const personal = (piece: Sealed | null) =>
    piece === null ? null : (read.texts.get(piece.ref) ?? (read.keepsSealed ? null : missing(read)))
  return {
    ...shared(read, actor),
    added: petition.added.map(({ on, by, note, materials }) => ({
      on,
      by: 'person' in by ? by.person : read.directory.nameOf(by.organ).zh,
      note: maybe(read, note),
      materials: materials.map((material) => materialView(read, actor, material)),
    })),
    seals: sealsOf(read, actor),
    recusals: petition.recusals
      .filter(({ decider }) => decider === actor.organ)
      .map(({ ref, on, whom, decidedOn }) => ({ ref, on, whom, decidedOn })),
    history: read.history
      .filter(({ fact }) => isForStaff(fact, actor, petition))
      .map((recorded) => historyEntry(read, recorded)),
    people: petition.people.map((person) => ({
      ref: person.ref,
      kind: person.kind,
      name: personal(person.name),
      idNumber: personal(person.idNumber),
      phone: personal(person.phone),
      address: personal(person.address),
      email: personal(person.email),
      electronicService: person.electronicService,
    })),
    agent:
      petition.agent && read.texts.has(petition.agent.name.ref)
        ? {
            kind: petition.agent.kind,
            name: opened(read, petition.agent.name),
            phone: maybe(read, petition.agent.phone),
            mandate: opened(read, petition.agent.mandate),
          }
        : null,
    about: petition.about.map(({ as, organ, official }) => ({
      as,
      organ: maybeOrgan(read, organ),
      official: maybe(read, official),
    })),
    oral: petition.oral,
    elsewhere: petition.elsewhere && {
      organ: maybeOrgan(read, petition.elsewhere.organ),
      petition: petition.elsewhere.petition,
      note: maybe(read, petition.elsewhere.note),
    },
    firstTime: petition.firstTime,
    sender: maybeOrgan(read, petition.sender),
    clerk: petition.clerk,
    urgent: petition.urgent && {
      on: petition.urgent.on,
      reports: petition.urgent.reports.map(({ to, on }) => ({ to, on })),
    },
    route: petition.route,
    round: petition.round,
    executeBy: petition.executeBy,
    executed: petition.executed,
    reportBack: petition.reportBack,
    hops: petition.hops.map(({ on, how, from, to }) => ({
      on,
      how,
      from: organRef(read, from),
      to: organRef(read, to),
    })),
    links: petition.links.map(({ to, as }) => ({ to, as })),
    hearings: petition.hearings.map(({ ref, stage, openedOn, heldOn, place, closedOn, subject }) => ({
      ref,
      stage,
      openedOn,
      heldOn,
      place: maybe(read, place),
      closedOn,
      subject: opened(read, subject),
    })),
    mediations: petition.mediations.map((mediation) => ({
      ref: mediation.ref,
      proposedOn: mediation.proposedOn,
      mediator: opened(read, mediation.mediator),
      about: opened(read, mediation.about),
      consents: mediation.consents.map(({ party, consents, on }) => ({ party, consents, on })),
      endedOn: mediation.endedOn,
    })),
    reviews: petition.reviews.map(({ instance, organ, requests, opinion }) => ({
      instance,
      organ: organRef(read, organ),
      requests: requests.map(({ person, on, grounds }) => ({ person, on, grounds: opened(read, grounds) })),
      outcome: opinion?.outcome ?? null,
      redoBy: opinion?.redoBy ?? null,
    })),
  }
}

/**
 * Ratings reach those who are rated in aggregate only (invariant 8). What a petitioner reports of an organ is read by the one
 * above it alone, because any organ in the petition may be the one reported.
 */
function isForStaff(fact: Fact, { organ, posts }: Extract<Actor, { kind: 'staff' }>, { recusals }: Petition): boolean {
  if (fact.type === 'ObstructionReported') return fact.to === organ
  // Why a recusal is asked for is read by whoever decides on it, and not by those who may be meant.
  if (fact.type === 'RecusalRequested')
    return posts.includes('head') && recusals.some(({ ref, decider }) => ref === fact.ref && decider === organ)
  return fact.type !== 'PetitionRated'
}

/** Facts whose words were addressed to every petitioner, or say what was made of their own. */
const wordsForPetitioner: ReadonlySet<FactType> = new Set<FactType>([
  'PetitionAccepted',
  'AcceptanceDeclined',
  'PetitionDirected',
  'HandlingExtended',
  'ReviewExtended',
  'ExtensionTakenBack',
  'ReceivedDayCorrected',
  'QuestionAsked',
  'QuestionAnswered',
  'PetitionCorrected',
  'MediationProposed',
  'SuggestionConcluded',
  'SealOpened',
  'RecusalDecided',
  'AccusedInformed',
])

/** Facts about the office's own work, or about another matter, that tell the petitioner nothing. */
const notForPetitioner: ReadonlySet<FactType> = new Set<FactType>([
  'ClerkNamed',
  'EvidenceAdded',
  'PetitionsLinked',
  'PetitionsUnlinked',
])

/** Of another petitioner's own acts some are nobody else's affair. */
const onlyForTheirOwn: ReadonlySet<FactType> = new Set<FactType>([
  'PetitionRated',
  'ObstructionReported',
  'KeyRenewed',
  'CopyOffered',
  'RecusalRequested',
])

/** What was said on a reception day, read by whoever alone petitions: of several, the house does not know who spoke. */
const isTheirTalk = ({ people }: Petition, by: AddedBy): boolean => 'heard' in by && people.length === 1

/** Whose own act a fact is, or to whom alone it was done; null where it concerns all petitioners. */
function personIn(fact: Fact): string | null {
  if (fact.type === 'MaterialAdded') return 'person' in fact.addedBy ? fact.addedBy.person : null
  return 'person' in fact ? fact.person : null
}

const isForPetitioner = (fact: Fact, person: string): boolean =>
  !notForPetitioner.has(fact.type) && (!onlyForTheirOwn.has(fact.type) || personIn(fact) === person)

/** What another petitioner settled for is between that petitioner and the other side. */
export const settledByOthers = ({ history }: Pick<Read, 'history'>, person: string): ReadonlySet<string> =>
  new Set(
    history.flatMap(({ fact }) => (fact.type === 'PetitionSettled' && fact.person !== person ? fact.document : [])),
  )

/** For the petitioner who holds the key: where it is, who holds it, every clock, every document, who looked at it. */
export function viewForPetitioner(
  read: Read,
  actor: Extract<Actor, { kind: 'petitioner' }>,
  looks: readonly { readonly on: string; readonly organ: OrganId }[],
): FollowView {
  const { petition } = read
  const me = petition.people.find(({ ref }) => ref === actor.person)
  const openMediation = petition.mediations.find(({ endedOn }) => endedOn === null)
  const notMine = settledByOthers(read, actor.person)
  const issuedAt = issuedIn(read)
  const isMine = ({ person }: { readonly person: string }) => person === actor.person
  return {
    ...shared(read, actor),
    documents: petition.documents
      .filter(({ ref }) => !notMine.has(ref))
      .map((document) => documentView(read, { ...document, services: document.services.filter(isMine) }, issuedAt)),
    clocks: petition.clocks
      .filter((clock) => !('person' in clock.bearer) || clock.bearer.person === actor.person)
      .map((clock) => clockView(clock, read)),
    added: petition.added
      .filter(({ by }) => ('person' in by ? by.person === actor.person : isTheirTalk(petition, by)))
      .map(({ on, note, materials }) => ({
        on,
        by: actor.person,
        note: maybe(read, note),
        materials: materials.map((material) => materialView(read, actor, material)),
      })),
    history: read.history
      .filter(({ fact }) => isForPetitioner(fact, actor.person))
      .map((recorded) => entryForPetitioner(read, recorded, actor.person)),
    me: {
      ref: actor.person,
      name: me ? maybe(read, me.name) : null,
      electronicService: me?.electronicService ?? false,
    },
    sender: maybeOrgan(read, petition.sender),
    reviewBodies: bodiesAbove(petition, actor.person, read.world).map((organ) => organRef(read, organ)),
    ratings: petition.ratings.filter(({ person }) => person === actor.person).map(({ whom }) => whom),
    mediation: openMediation
      ? { mediator: opened(read, openMediation.mediator), about: opened(read, openMediation.about) }
      : null,
    looks: looks.map(({ on, organ }) => ({ on, organ: organRef(read, organ) })),
    stands: standsInWords(read),
    ...rightsForPetitioner(read, actor),
  }
}

const plainForPetitioner: ReadonlySet<string> = new Set([
  ...['from', 'to', 'organ', 'competent', 'document', 'kind', 'outcome', 'route', 'way', 'servedOn', 'due', 'clock'],
  ...['moved', 'reopens'],
  ...['adoption', 'field', 'about', 'identity', 'approver', 'seal', 'purpose', 'posts', 'material', 'whom', 'decider'],
  'until',
])

/** What a sight is for, and not the stream of the room that asked for it. */
const isPlain = (field: string): boolean =>
  field === 'because.kind' || plainForPetitioner.has(field.split('.')[0] ?? '')

/** When another's right ends is theirs to know: `moved.0.to` says it of the clock that `moved.0.clock` names. */
function isOfAnothersClock({ petition }: Read, { values }: HistoryEntry, field: string, person: string): boolean {
  const at = /^moved\.\d+/.exec(field)?.[0]
  const clock = at && petition.clocks.find(({ id }) => id === values[`${at}.clock`])
  return clock ? 'person' in clock.bearer && clock.bearer.person !== person : false
}

/** The words of one's own acts, and of what was said to all; of another petitioner's acts only that they were done. */
function entryForPetitioner(read: Read, recorded: Recorded<Fact>, person: string): HistoryEntry {
  const entry = historyEntry(read, recorded)
  const isTold = wordsForPetitioner.has(recorded.fact.type) || personIn(recorded.fact) === person
  const values = Object.fromEntries(
    Object.entries(entry.values).filter(([field]) => isPlain(field) && !isOfAnothersClock(read, entry, field, person)),
  )
  return { ...entry, by: { ...entry.by, name: null }, texts: isTold ? entry.texts : {}, values }
}

/** One page about a petition, made from its recorded facts. Whoever asks must see the petition; whoever it is made for, it says no more. */
import { arrayOf, type Statement } from '../engine/flight.ts'
import { readAs } from '../identity/scope.ts'
import { daysLeft } from '../kernel/clock.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { bearerOrgan, isOpen } from '../kernel/running-clock.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { type Basis, basisInWords } from '../law/basis.ts'
import type { Outcome, ProcedureName, RightName } from '../law/law.ts'
import { mask } from '../text/masking.ts'
import { plainName } from '../wording/plain/plain.ts'
import { termOf } from '../wording/terms.ts'
import { canDo, owed, proceduresBeside } from './can-do.ts'
import type { PetitionHouse } from './house.ts'
import { namesInPetition } from './masked-words.ts'
import { type Fact, type FactType, isEnded, type Petition } from './petition.ts'
import { rowsOf, type Staff } from './queries.ts'
import { readClocksOf, readPetition } from './reading.ts'
import { standsInWords } from './stands.ts'
import type { CaseSummary } from './summary-contract.ts'
import { clockView, opened, organRef, type Read, sealedFromReader } from './view.ts'
import type { PetitionRow } from './views.ts'

/**
 * Null where the viewer sees no such petition. It is read again as the house so that names can be masked that the viewer need not know:
 * nobody's name stands in a summary, and nothing that an accusation says, also for somebody who has opened it.
 */
export async function summaryOf(
  house: PetitionHouse,
  viewer: Staff | Extract<Viewer, { kind: 'system' }>,
  number: PetitionNumber,
): Promise<CaseSummary | null> {
  if (viewer.kind === 'staff' && (await readClocksOf(house, number, viewer)) === null) return null
  const read = await readPetition(house, number, { kind: 'system', task: 'summary' })
  if (read === null) return null
  const beside = viewer.kind === 'staff' ? await besides(house, read, viewer) : { linked: [], similar: [] }
  return { ...ofPetition(read), ...beside }
}

/** What fits on one page. */
const mostWords = 400
const mostDone = 12
const mostSimilar = 3
/** Similar matters are looked for among so many of an organ's newest. */
const lookedThrough = 1000

function ofPetition(read: Read): Omit<CaseSummary, 'linked' | 'similar'> {
  const { petition, number, today } = read
  const done = doneIn(read)
  const { version, class: petitionClass, category, place, channel, headcount, registeredOn, stage, endedOn } = petition
  return {
    ...{ number, asOf: today, version, title: said(read, petition.title) },
    ...{ class: petitionClass, category, place, channel, headcount, registeredOn, stage, endedOn },
    isUrgent: petition.urgent !== null,
    sealed: sealedIn(petition),
    asks: petition.claims.map(({ ref, text }) => ({ claim: ref, text: said(read, text), answer: answerTo(ref, read) })),
    about: petition.class === 'accusation' ? [] : complainedOf(read),
    stands: standsInWords(read),
    holder: organRef(read, petition.holder),
    clocks: clocksOf(read),
    done: cut(done),
    leftOut: Math.max(0, done.length - mostDone),
    allows: allowedIn(read),
  }
}

const sealedIn = ({ class: petitionClass, confidentiality }: Petition): CaseSummary['sealed'] => [
  ...(petitionClass === 'accusation' ? (['accusation'] as const) : []),
  ...(petitionClass === 'accusation' || confidentiality !== 'named' ? (['identity'] as const) : []),
]

/** What somebody wrote, without anybody's name and no longer than a page bears. Of an accusation nothing. */
function said(read: Read, piece: Sealed): string {
  if (read.petition.class === 'accusation') return sealedFromReader
  const words = [...mask(opened(read, piece), namesInPetition(read))]
  return words.length <= mostWords ? words.join('') : `${words.slice(0, mostWords).join('')}…`
}

function answerTo(claim: string, read: Read): CaseSummary['asks'][number]['answer'] {
  const document = read.petition.documents.findLast(({ answers }) => answers.some((answer) => answer.claim === claim))
  const answer = document?.answers.find((each) => each.claim === claim)
  if (!document || !answer) return null
  const organ = organRef(read, document.issuedBy)
  return { outcome: answer.outcome, on: document.issuedOn, organ, text: said(read, answer.answer) }
}

const complainedOf = (read: Read): CaseSummary['about'] =>
  [...new Set(read.petition.about.flatMap(({ organ }) => organ ?? []))].map((organ) => organRef(read, organ))

/** Duties of organs; a petitioner's own limits stand among what the law allows. */
const clocksOf = (read: Read): CaseSummary['clocks'] =>
  read.petition.clocks
    .filter((clock) => isOpen(clock) && clock.binds === 'organ')
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))
    .map((clock) => {
      const { rule, lastDay, isOverdue, extendableUntil, basis } = clockView(clock, read)
      const organ = bearerOrgan(clock)
      return {
        ...{ rule, name: { ...termOf('clockRule', rule) }, organ: organ ? organRef(read, organ) : null },
        ...{ lastDay, daysLeft: daysLeft(lastDay as Day, read.today), isOverdue, extendableUntil, basis },
      }
    })

/** What moved the matter. What an office does for itself is not among it, nor what a petitioner said of those who handle it. */
const tells: ReadonlySet<FactType> = new Set<FactType>([
  ...(['PetitionRegistered', 'PetitionMarkedUrgent', 'UrgentReported', 'MaterialAdded', 'QuestionAsked'] as const),
  ...(['PetitionTransferred', 'PetitionAssigned', 'TransferObjected', 'TransferReturned', 'TransferUpheld'] as const),
  ...(['DisputeReferred', 'DisputeDecided', 'DutiesPassedOn', 'ReportedBack', 'SimplifiedTrackLeft'] as const),
  ...([
    'PetitionAccepted',
    'AcceptanceDeclined',
    'PetitionDirected',
    'PetitionerContacted',
    'HandlingExtended',
  ] as const),
  ...([
    'HearingOpened',
    'HearingClosed',
    'MediationProposed',
    'MediationEnded',
    'OpinionIssued',
    'DutyAnswered',
  ] as const),
  ...(['SuggestionConcluded', 'DocumentServed', 'DocumentAnnounced', 'ExecutionRecorded', 'DutyFellOverdue'] as const),
  ...(['ReviewRequested', 'ReviewAccepted', 'ReviewExtended', 'ReviewOpinionIssued', 'HandlingReopened'] as const),
  ...(['ReexaminationRequested', 'ReexaminationOpinionIssued', 'PetitionFinalised', 'PetitionClosed'] as const),
  ...(['PetitionWithdrawn', 'PetitionSettled'] as const),
])

type Done = CaseSummary['done'][number]

/** The same thing done to several people, or twice on a day, is said once. */
function doneIn(read: Read): readonly Done[] {
  const lines: Done[] = []
  for (const { fact, by } of read.history) {
    if (!tells.has(fact.type)) continue
    const line = lineOf(fact, by.organ as OrganId | undefined, read)
    const last = lines.at(-1)
    if (last?.fact !== line.fact || last.on !== line.on || last.to?.id !== line.to?.id) lines.push(line)
  }
  return lines
}

const lineOf = (fact: Fact, by: OrganId | undefined, read: Read): Done => ({
  ...{ on: fact.on, fact: fact.type, name: { ...termOf('factType', fact.type) } },
  organ: by === undefined ? null : organRef(read, by),
  to: 'to' in fact && read.directory.find(fact.to as OrganId) ? organRef(read, fact.to as OrganId) : null,
})

const cut = (done: readonly Done[]): Done[] =>
  done.length <= mostDone ? [...done] : [done[0] as Done, ...done.slice(done.length - mostDone + 1)]

/** A right of the first petitioner is that of each: what limits it is told to them apart. */
function allowedIn(read: Read): CaseSummary['allows'] {
  const { petition, world, today } = read
  const { law } = world
  const [first] = petition.people
  const rights = first ? canDo(petition, { kind: 'petitioner', person: first.ref }, today, world) : []
  const rowOf = (right: RightName) => law.rights[right] as NonNullable<(typeof law.rights)[RightName]>
  return [
    ...owed(petition, world)
      .filter((right) => (rowOf(right).at ?? []).length > 0)
      .map((right) => ({ ...named('owed', right), until: null, basis: basisInWords(rowOf(right).basis) })),
    ...rights
      .filter(({ clock }) => clock !== null)
      .map(({ right, rule, clock }) => ({
        ...named('right', right),
        until: clock?.lastDay ?? null,
        basis: basisInWords(rule.basis),
      })),
    ...outcomesOf(read),
    ...proceduresBeside(petition, world).map(([procedure, { basis }]) => ({
      ...named('procedure', procedure),
      until: null,
      basis: basisInWords(basis),
    })),
  ]
}

const named = <Kind extends 'owed' | 'right' | 'procedure'>(kind: Kind, id: RightName | ProcedureName) => ({
  ...{ kind, id, name: plainName(kind === 'procedure' ? 'procedure' : 'right', id) },
})

/** How it can end, as long as nothing has answered it. */
function outcomesOf({ petition, world: { law } }: Read): CaseSummary['allows'] {
  if (petition.class !== 'appeal' || petition.opinion !== null || isEnded(petition.stage)) return []
  return (Object.entries(law.outcomes) as [Outcome, { basis: Basis }][]).map(([outcome, { basis }]) => ({
    ...{ kind: 'outcome', id: outcome, name: { ...termOf('outcome', outcome) }, until: null },
    basis: basisInWords(basis),
  }))
}

/** Matters linked to it and matters like it, in the sight of whoever asks, and of these only such as nobody is kept from. */
async function besides(house: PetitionHouse, { petition, number }: Read, viewer: Staff) {
  const links = petition.links.map(({ to }) => to)
  const [open, like] = await Promise.all([
    links.length === 0 ? [] : readAs<{ stream_id: string }>(house, viewer, openAmong(links)),
    readAs<{ stream_id: string }>(house, viewer, similarTo(petition, [number, ...links], viewer)),
  ])
  const rows = await rowsOf(
    house,
    viewer,
    [...open, ...like].map(({ stream_id }) => stream_id),
  )
  const other = ({ title, stage, holder, registeredOn, number: its }: PetitionRow) => ({
    ...{ number: its, title, stage, holder, registeredOn },
  })
  return {
    linked: petition.links.flatMap(({ to, as }) => {
      const row = rows.get(to)
      return row ? [{ ...other(row), as }] : []
    }),
    similar: like.flatMap(({ stream_id }) => {
      const row = rows.get(stream_id)
      return row ? [other(row)] : []
    }),
  }
}

const keptFromNobody = `not p.kept and p.class <> 'accusation' and p.confidentiality = 'named'`

const openAmong = (numbers: readonly string[]): Statement => ({
  name: 'petition summary linked',
  text: `select p.stream_id from petition p where p.stream_id = any ($1::text[]) and ${keptFromNobody}`,
  values: [arrayOf(numbers)],
})

/** The same kind of matter in the same county. Whose they are is not asked. */
const similarTo = ({ category, place }: Petition, without: readonly string[], { organ }: Staff): Statement => ({
  name: 'petition summary similar',
  text: `select p.stream_id from (
      select stream_id, registered_on from petition_organ where organ = $1
        order by registered_on desc, stream_id desc limit ${lookedThrough}) o
    join petition p on p.stream_id = o.stream_id
    where p.category = $2 and p.place like $3 || '%' and p.stream_id <> all ($4::text[]) and ${keptFromNobody}
    order by o.registered_on desc, p.stream_id desc limit ${mostSimilar}`,
  values: [organ, category, place.slice(0, 6), arrayOf(without)],
})

/** What the facts of a petition say for a paper. Nothing is said here that is not recorded; what was not, is not there. */
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Span } from '../kernel/span.ts'
import { article, type Basis } from '../law/basis.ts'
import { findCategory } from '../law/codes/categories.ts'
import { maskedSuffix } from '../petition/masked-words.ts'
import type { Fact, FactOf, Petition, State } from '../petition/petition.ts'
import type { Instance } from '../petition/review/words.ts'
import type { Read } from '../petition/view.ts'
import { type Bilingual, listed, say } from '../wording/bilingual.ts'
import { dayInWords, spanInWords } from '../wording/days.ts'
import { termOf } from '../wording/terms.ts'
import { basisOfPaper, under } from './citation.ts'
import type { Content, Parts, Said } from './content.ts'
import { forms } from './forms/forms.ts'
import { bodiesOver, lastDaysOf } from './remedies.ts'
import {
  documentOf,
  issuerOf,
  maybeDay,
  maybeName,
  nameOf,
  nobodyNamed,
  personOf,
  type Source,
  same,
  written,
} from './source.ts'

/** Everything that most papers say. */
export function contentOf(source: Source): Content {
  const { after, read } = source
  return {
    parts: { ...ofPetition(after, read), matter: matterOf(source), ...ofFact(source) },
    lists: {
      claims: after.claims.map(({ text }) => ({ claim: written(read, text) })),
      answers: answersOf(source),
      lastDays: lastDaysOf(source),
    },
  }
}

function ofPetition(petition: Petition, read: Read): Parts {
  return {
    number: same(read.number.replace(/^(\d{4})(\d{4})(\d{4})(\d{3})$/, '$1-$2-$3-$4')),
    petitioners: namesOf(petition, read),
    you: addressOf(petition),
    receivedOn: dayInWords(petition.receivedOn),
    registeredOn: dayInWords(petition.registeredOn),
    channel: termOf('channel', petition.channel),
    class: termOf('class', petition.class),
    category: findCategory(petition.category),
    acceptedOn: maybeDay(petition.acceptedOn),
    sender: maybeName(read, petition.sender),
    direct: petition.sender === null ? say('直接提出', 'made directly') : undefined,
    noticeDays: petition.class === 'accusation' ? undefined : spanOf(read, 'notify'),
    objectionDays: spanOf(read, 'objectToTransfer'),
  }
}

/**
 * What it is about. A letter between organs does not say it of an accusation (art. 30 (3)), and says it of a confidential petition in the words
 * in which names and numbers are masked.
 */
function matterOf({ paper, after, read }: Source): Said | undefined {
  if (after.class === 'accusation') return undefined
  const isBetweenOrgans = forms[paper.kind].readableBy === 'organs'
  const masked = isBetweenOrgans && after.confidentiality !== 'named' && read.texts.get(after.title.ref + maskedSuffix)
  return masked ? same(masked) : written(read, after.title)
}

function spanOf({ world }: Read, rule: string): Bilingual | undefined {
  const span = (world.law.clocks as Readonly<Record<string, { readonly span: Span }>>)[rule]?.span
  return span && span.unit !== 'designated' ? spanInWords(span.count, span.unit) : undefined
}

function namesOf({ people, confidentiality }: Petition, read: Read): Said {
  if (confidentiality === 'anonymous') return nobodyNamed
  const names = people.map(({ name }) => written(read, name) ?? nobodyNamed)
  const closed = names.find((name) => 'unreadable' in name)
  return closed ?? listed(names as readonly Bilingual[])
}

function addressOf({ people }: Petition): Bilingual {
  if (people.length > 1) return say('你们', 'you')
  return people[0]?.kind === 'citizen' ? say('你', 'you') : say('你单位', 'you')
}

function answersOf({ paper, after, read }: Source): readonly Parts[] {
  const document = documentOf(paper, after)
  const textOf = (ref: string) => after.claims.find((claim) => claim.ref === ref)?.text
  return (document?.answers ?? []).map(({ claim, outcome, answer }) => ({
    claim: written(read, textOf(claim)),
    outcome: termOf('outcome', outcome),
    answer: written(read, answer),
  }))
}

type Saying = { readonly [T in Fact['type']]?: (fact: FactOf<T>, source: Source) => Parts }

function ofFact(source: Source): Parts {
  const own = sayings[source.fact.type] as ((fact: Fact, source: Source) => Parts) | undefined
  const common = {
    on: dayInWords(source.fact.on),
    organ: nameOf(source.read, issuerOf(source)),
    under: under(basisOf(source)),
  }
  return { ...common, ...own?.(source.fact, source) }
}

const sentOn =
  (way: Bilingual) =>
  (fact: FactOf<'PetitionTransferred' | 'PetitionAssigned'>, { read }: Source) => ({
    to: nameOf(read, fact.to),
    way,
    note: written(read, fact.note),
  })

/**
 * The article that it cites. A bureau sends on under art. 22 of the Regulations of 2022, another organ to one of its own system under art. 23;
 * other laws make no such difference.
 */
function basisOf({ paper, fact, read }: Source): Basis | undefined {
  const basis = basisOfPaper(paper.kind, read.world.law)
  const isSent = fact.type === 'PetitionTransferred' || fact.type === 'PetitionAssigned'
  const isNational = basis !== undefined && 'instrument' in basis && basis.instrument === 'R22'
  return isSent && isNational && read.directory.find(fact.from)?.kind !== 'bureau' ? article(23, 1) : basis
}

const senderTo = (_: unknown, { before, read }: Source) => ({
  to: maybeName(read, before?.sender ?? before?.registrar),
})

const instances: Readonly<Record<Instance, Bilingual>> = {
  review: say('复查', 'review'),
  reexamination: say('复核', 're-examination'),
}
/** The last day that held before the fact moved it, whichever duty it was. */
function dayBefore({ clocks = [] }: Fact, before: State): Day | undefined {
  const moved = clocks.find((change) => change.change === 'extended' || change.change === 'extensionTakenBack')
  return before?.clocks.find(({ id }) => moved && 'id' in moved && id === moved.id)?.lastDay
}

const sayings: Saying = {
  PetitionTransferred: sentOn(say('转送', 'transferred to')),
  PetitionAssigned: (fact, source) => ({
    ...sentOn(say('交由', 'assigned to'))(fact, source),
    reportBy: dayInWords(fact.reportBy),
  }),
  TransferObjected: (fact, source) => ({
    ...senderTo(fact, source),
    reasons: written(source.read, fact.reasons),
    suggests: maybeName(source.read, fact.suggests),
  }),
  TransferReturned: ({ from, note }, { read }) => ({ to: nameOf(read, from), note: written(read, note) }),
  TransferUpheld: ({ reasons }, { before, read }) => ({
    to: maybeName(read, before?.holder),
    reasons: written(read, reasons),
  }),
  PetitionAccepted: ({ route, procedure, clocks }, { read }) => ({
    route: route ? termOf('route', route) : undefined,
    procedure: written(read, procedure),
    until: maybeDay(clocks?.flatMap((change) => (change.change === 'started' ? [change.clock] : []))[0]?.lastDay),
  }),
  AcceptanceDeclined: ({ ground, competent, earlier, reasons }, { read }) => ({
    ground: termOf('declineGround', ground),
    competent: maybeName(read, competent),
    earlier: earlier === null ? undefined : same(earlier),
    reasons: written(read, reasons),
  }),
  PetitionDirected: ({ route, to, explanation, limit }, { read }) => ({
    route: termOf('route', route),
    direction: written(read, to),
    explanation: written(read, explanation),
    limit: written(read, limit),
  }),
  HandlingExtended: (fact, { before, read }) => ({
    previousDue: maybeDay(dayBefore(fact, before)),
    until: dayInWords(fact.due),
    reason: written(read, fact.reason),
  }),
  ExtensionTakenBack: (fact, { before, read }) => ({
    previousDue: maybeDay(dayBefore(fact, before)),
    until: dayInWords(fact.due),
    reason: written(read, fact.reason),
  }),
  ReviewAccepted: ({ instance }) => ({ instance: instances[instance] }),
  ReviewExtended: (fact, { before, read }) => ({
    instance: instances[fact.instance],
    previousDue: maybeDay(dayBefore(fact, before)),
    until: dayInWords(fact.due),
    reason: written(read, fact.reason),
  }),
  HearingOpened: ({ subject, heldOn, place }, { read }) => ({
    subject: written(read, subject),
    heldOn: maybeDay(heldOn),
    place: written(read, place),
  }),
  HearingClosed: ({ ref, record, conclusion }, { after, read }) => {
    const hearing = after.hearings.find((each) => each.ref === ref)
    return {
      subject: written(read, hearing?.subject),
      heldOn: maybeDay(hearing?.heldOn),
      place: written(read, hearing?.place),
      record: written(read, record),
      conclusion: written(read, conclusion),
    }
  },
  OpinionIssued: ({ facts, legalBasis, remedy, executeBy }, source) => ({
    facts: written(source.read, facts),
    legalBasis: written(source.read, legalBasis),
    remedy: written(source.read, remedy),
    executeBy: maybeDay(executeBy),
    ...bodiesOver(source, 'requestReview'),
    copyTo: othersIn(source),
  }),
  DutyAnswered: ({ performed, answer, legalBasis }, { read }) => ({
    otherwise: performed ? say('已经履行', 'performed') : say('未予履行，答复如下', 'not performed; the reply follows'),
    answer: written(read, answer),
    legalBasis: written(read, legalBasis),
  }),
  SuggestionConcluded: ({ adoption, reply }, { read }) => ({
    adopted: termOf('adoption', adoption),
    reply: written(read, reply),
  }),
  ReviewOpinionIssued: (fact, source) => ({
    ...ofReview(fact, source, 'review'),
    ...bodiesOver(source, 'requestReexamination'),
    copyTo: othersIn(source),
  }),
  ReexaminationOpinionIssued: (fact, source) => ({
    ...ofReview(fact, source, 'reexamination'),
    copyTo: othersIn(source),
  }),
  DocumentServed: ({ document, kind, person, way, servedOn, proof }, { after, read }) => ({
    organ: maybeName(read, after.documents.find(({ ref }) => ref === document)?.issuedBy),
    document: termOf('documentKind', kind),
    person: personOf(after, person, read),
    way: termOf('serviceWay', way),
    servedOn: dayInWords(servedOn),
    proof: proofOf(proof, read),
  }),
  MediationEnded: ({ ref, agreement }, { after, read }) => {
    const mediation = after.mediations.find((each) => each.ref === ref)
    return {
      mediator: written(read, mediation?.mediator),
      about: written(read, mediation?.about),
      agreement: written(read, agreement),
    }
  },
  PetitionSettled: ({ person, agreement }, { after, read }) => ({
    settler: personOf(after, person, read),
    agreement: written(read, agreement),
  }),
  ReportedBack: (fact, source) => ({
    ...senderTo(fact, source),
    report: written(source.read, fact.report),
    result: written(source.read, fact.result),
  }),
}

/** 抄送: whoever sent it on, and the bureau that registered it. */
function othersIn(source: Source): Bilingual | undefined {
  const { after, read } = source
  const others = [after.sender, after.registrar].filter((organ) => organ !== null && organ !== issuerOf(source))
  const names = [...new Set(others as readonly OrganId[])].map((organ) => nameOf(read, organ))
  return names.length === 0 ? undefined : listed(names)
}

function ofReview(
  { outcome, facts, opinion, legalBasis, redoBy }: FactOf<'ReviewOpinionIssued' | 'ReexaminationOpinionIssued'>,
  { after, read, paper }: Source,
  instance: 'review' | 'reexamination',
): Parts {
  const found = after.reviews.find((review) => review.opinion?.document === paper.document)
  const asked = found?.requests.map(({ grounds }) => written(read, grounds)) ?? []
  const closed = asked.find((said) => said && 'unreadable' in said)
  const texts = (asked as readonly (Bilingual | undefined)[]).flatMap((said) => (said ? [said.zh] : []))
  return {
    reviewed: maybeName(read, instance === 'review' ? handlerIn(after) : reviewerIn(after)),
    requests: closed ?? (texts.length === 0 ? undefined : same(texts.join('\n'))),
    outcome: termOf('reviewOutcome', outcome),
    facts: written(read, facts),
    opinion: written(read, opinion),
    legalBasis: written(read, legalBasis),
    redoBy: maybeDay(redoBy),
  }
}

const handlerIn = ({ documents, opinion }: Petition): OrganId | undefined =>
  documents.find(({ ref }) => ref === opinion)?.issuedBy
const reviewerIn = ({ reviews, round }: Petition): OrganId | undefined =>
  reviews.findLast((review) => review.instance === 'review' && review.round === round)?.organ

/** How it is proved that somebody has it, in the words of whoever served it. */
function proofOf(proof: FactOf<'DocumentServed'>['proof'], read: Read): Said | undefined {
  const pieces = Object.entries(proof).flatMap(([name, value]): readonly Said[] => {
    if (name === 'publishedOn') return [same(dayInWords(value as string).zh)]
    if (value === true) return [termOf('serviceProof', name)]
    const text = typeof value === 'object' ? written(read, value) : undefined
    return text ? [labelled(name, text)] : []
  })
  const closed = pieces.find((piece) => 'unreadable' in piece)
  if (closed) return closed
  return pieces.length === 0 ? undefined : listed(pieces as readonly Bilingual[])
}

function labelled(name: string, said: Said): Said {
  if ('unreadable' in said) return said
  const { zh, en } = termOf('serviceProof', name)
  return say(`${zh}：${said.zh}`, `${en}: ${said.en}`)
}

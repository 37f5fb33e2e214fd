/**
 * What is counted of one petition, one proposal or one report, each time once for the organ that it is about. Made of facts alone, so that counting
 * again gives the same. No line says whose the petition is, nor which member of the staff it was (docs/adr/0069).
 */
import type { AnyFact } from '../../engine/envelope.ts'
import { fold } from '../../engine/history.ts'
import type { Day } from '../../kernel/day.ts'
import { type Month, monthOf } from '../../kernel/month.ts'
import { namesSomebody } from '../../petition/parts.ts'
import type { Fact, FactType, Petition, State } from '../../petition/petition.ts'
import type { Instance, ReviewOpinion } from '../../petition/review/words.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { ReportFact, ReportFactType, ReportState } from '../../protection/protection.ts'
import { reportRoom } from '../../protection/room.ts'
import type { ProposalFact, ProposalFactType, ProposalState } from '../../supervision/proposals/proposal.ts'
import { against } from '../../supervision/proposals/recipients.ts'
import { proposalRoom } from '../../supervision/proposals/room.ts'
import type { FairnessMeasure, FairnessOutcome } from './fairness.ts'

export interface FairnessLine {
  readonly measure: FairnessMeasure
  /** Which one of its kind in the stream. */
  readonly item: string
  /** Whom it is about. */
  readonly organ: string
  readonly day: Day
  readonly outcome: FairnessOutcome
  /** From somebody: it is in no sum, and counted only for those to whom the database shows it. */
  readonly isKept: boolean
}

const petitionFacts = [
  ...(['RecusalRequested', 'RecusalDecided', 'StaffRecused', 'ReviewOpinionIssued'] as const),
  ...(['ReexaminationOpinionIssued', 'HandlingReopened', 'PetitionCorrected', 'ComplainedNamed'] as const),
  ...(['OfficialIdentified', 'ErasureApproved'] as const),
] as const satisfies readonly FactType[]

const proposalFacts = [
  ...(['ProposalAnswered', 'AnswerReturned', 'ProposalWithdrawn', 'ProposalPassedOn'] as const),
] as const satisfies readonly ProposalFactType[]

const reportFacts = ['ReportAnswered', 'AnswerContested'] as const satisfies readonly ReportFactType[]

/** Facts after which a line can be another. */
export const followedFacts: readonly string[] = [...petitionFacts, ...proposalFacts, ...reportFacts]

/** None where the stream is of no room that is counted. */
export function fairnessLines(stream: string, facts: readonly AnyFact[]): readonly FairnessLine[] {
  if (petitionRoom.owns?.(stream)) return petitionLines(facts as readonly Fact[])
  if (stream.startsWith(`${proposalRoom.name}:`)) return proposalLines(facts as readonly ProposalFact[])
  if (stream.startsWith(`${reportRoom.name}:`)) return reportLines(facts as readonly ReportFact[])
  return []
}

type Line = Omit<FairnessLine, 'isKept'>

export function petitionLines(facts: readonly Fact[]): readonly FairnessLine[] {
  const lines: Line[] = []
  let petition: State = null
  for (const fact of facts) {
    const line = petition === null ? null : lineOf(petition, fact, lines.length)
    if (line !== null) lines.push(line)
    petition = petitionRoom.evolve(petition, fact)
  }
  if (petition === null || petition.erasure?.approvedOn) return []
  const all = [...lines, ...recusalLines(petition)]
  const [accuses, hasRecused] = [namesSomebody(petition), petition.recused.length > 0]
  return all.map((line) => ({ ...line, isKept: accuses || (hasRecused && !isOfRecusal(line)) }))
}

/** That somebody withdrew hides nothing of the withdrawal itself: they know of it. Of what came after they learn nothing. */
const isOfRecusal = ({ measure }: Line): boolean => measure === 'recusal' || measure === 'stepAside'

function lineOf(petition: Petition, fact: Fact, before: number): Line | null {
  const item = `${before + 1}`
  switch (fact.type) {
    case 'StaffRecused':
      return { measure: 'stepAside', item, organ: fact.organ, day: fact.on, outcome: 'declared' }
    case 'ReviewOpinionIssued':
      return reviewed(petition, 'review', fact, petition.opinion)
    case 'ReexaminationOpinionIssued':
      return reviewed(petition, 'reexamination', fact, opinionOfReview(petition))
    case 'HandlingReopened':
      return { measure: 'reopening', item, organ: fact.organ, day: fact.on, outcome: 'reopened' }
    default:
      return null
  }
}

/** What a re-examination looks at is the opinion on review of the same handling (art. 36). */
const opinionOfReview = ({ reviews, round }: Petition): string | null =>
  reviews.findLast((each) => each.instance === 'review' && each.round === round && each.opinion !== null)?.opinion
    ?.document ?? null

/** It counts for whoever issued what was looked at, whoever holds the petition by then. */
function reviewed(petition: Petition, measure: Instance, fact: ReviewOpinion, looked: string | null): Line {
  const document = petition.documents.find(({ ref }) => ref === looked)
  return {
    ...{ measure, item: fact.document, day: fact.on, outcome: fact.outcome },
    organ: document?.issuedBy ?? petition.holder,
  }
}

/** By the day on which it was asked for: what is undecided is counted there too. */
const recusalLines = ({ recusals }: Petition): readonly Line[] =>
  recusals.map(({ ref, on, organ, decidedOn, granted }) => ({
    ...{ measure: 'recusal', item: ref, organ, day: on },
    outcome: decidedOn === null ? 'undecided' : granted ? 'granted' : 'refused',
  }))

const bestFirst = ['adopted', 'partly', 'notAdopted'] as const

/** Once for each organ that is to be held to account, or whose people are, by what was best made of it. Nobody’s name is in it. */
function proposalLines(facts: readonly ProposalFact[]): readonly FairnessLine[] {
  const proposal = fold<ProposalState, ProposalFact>(proposalRoom, proposalRoom.initial, facts)
  if (proposal === null || proposal.kind !== 'holdToAccount' || proposal.stage === 'withdrawn') return []
  const answers = proposal.recipients.flatMap(({ standing, answers: given }) =>
    standing === 'answered' ? given.slice(-1) : [],
  )
  const outcome = bestFirst.find((each) => answers.some(({ adoption }) => adoption === each))
  const day = answers.map(({ on }) => on).toSorted()[0]
  if (outcome === undefined || day === undefined) return []
  return [...new Set(against(proposal.text))]
    .toSorted()
    .map((organ) => ({ measure: 'accountability', item: organ, organ, day, outcome, isKept: true }))
}

/** The last finding, unless it is contested and not found out again yet. */
function reportLines(facts: readonly ReportFact[]): readonly FairnessLine[] {
  const report = fold<ReportState, ReportFact>(reportRoom, reportRoom.initial, facts)
  if (report === null || (report.stage !== 'answered' && report.stage !== 'closed')) return []
  const last = report.answers.at(-1)
  if (last === undefined) return []
  const { on: day, finding: outcome } = last
  return [{ measure: 'report', item: '1', organ: report.organ, day, outcome, isKept: true }]
}

export interface FairnessCount {
  readonly organ: string
  readonly month: Month
  readonly measure: FairnessMeasure
  readonly outcome: FairnessOutcome
  readonly n: number
}

export const keyOf = ({ organ, month, measure, outcome }: FairnessCount): string =>
  `${organ} ${month} ${measure} ${outcome}`

/** By how much the sums move where some lines become others; what does not move is left out. */
export function countsMoved(before: readonly FairnessLine[], after: readonly FairnessLine[]): readonly FairnessCount[] {
  const sums = new Map<string, FairnessCount>()
  for (const each of [...after.flatMap(countIn(1)), ...before.flatMap(countIn(-1))]) {
    const key = keyOf(each)
    sums.set(key, { ...each, n: (sums.get(key)?.n ?? 0) + each.n })
  }
  return [...sums.values()].filter(({ n }) => n !== 0)
}

const countIn =
  (n: 1 | -1) =>
  ({ organ, day, measure, outcome, isKept }: FairnessLine): readonly FairnessCount[] =>
    isKept ? [] : [{ organ, month: monthOf(day), measure, outcome, n }]

const sentenceOf = ({ measure, item, organ, day, outcome, isKept }: FairnessLine): string =>
  `${measure} ${item} ${organ} ${day} ${outcome} ${isKept}`

export const inOrder = (lines: readonly FairnessLine[]): readonly string[] => lines.map(sentenceOf).toSorted()

export const areSame = (before: readonly FairnessLine[], after: readonly FairnessLine[]): boolean =>
  inOrder(before).join('\n') === inOrder(after).join('\n')

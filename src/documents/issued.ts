/** Which papers a fact issues, and who issues them. Read from the fact alone, so that a number can be given without opening anything. */
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Fact, FactOf, FactType } from '../petition/petition.ts'
import type { PaperKind } from './forms/forms.ts'

/** A paper of a petition: what it is called there is its fact and its kind, `3-transferLetter`. */
export interface Paper {
  readonly id: string
  readonly kind: PaperKind
  readonly version: number
  readonly on: Day
  /** Null where the organ that has the petition then issues it. */
  readonly organ: OrganId | null
  /** The one petitioner that it is about, if it is about one. */
  readonly person: string | null
  /** The document of the petition that it sets, `d2`, if it sets one. */
  readonly document: string | null
}

interface Issue {
  readonly kind: PaperKind
  readonly organ: OrganId | null
  readonly person?: string
  readonly document?: string
}

type Issues = { readonly [T in FactType]?: (fact: FactOf<T>) => readonly Issue[] }

const issues: Issues = {
  PetitionRegistered: ({ organ }) => [{ kind: 'registrationReceipt', organ }],
  PetitionTransferred: ({ from }) => [
    { kind: 'transferLetter', organ: from },
    { kind: 'destinationNotice', organ: from },
  ],
  PetitionAssigned: ({ from }) => [
    { kind: 'assignmentLetter', organ: from },
    { kind: 'destinationNotice', organ: from },
  ],
  TransferObjected: ({ organ }) => [{ kind: 'objectionLetter', organ }],
  // back from whoever objected to whoever had sent it, who agrees
  TransferReturned: ({ to }) => [{ kind: 'returnLetter', organ: to }],
  TransferUpheld: ({ organ }) => [{ kind: 'upholdingLetter', organ }],
  PetitionAccepted: ({ organ, document }) => [{ kind: 'receiptNotice', organ, document }],
  AcceptanceDeclined: ({ organ, document, ground }) => [
    { kind: ground === 'alreadyReexamined' ? 'refusalAfterReexamination' : 'declineNotice', organ, document },
  ],
  PetitionDirected: ({ organ, document }) => [{ kind: 'directionNotice', organ, document }],
  HandlingExtended: ({ organ, document }) => [{ kind: 'extensionNotice', organ, document }],
  ExtensionTakenBack: ({ organ, document }) => [{ kind: 'extensionRevocation', organ, document }],
  ReviewAccepted: ({ organ }) => [{ kind: 'reviewReceiptNotice', organ }],
  ReviewExtended: ({ organ, document }) => [{ kind: 'reviewExtensionNotice', organ, document }],
  HearingOpened: ({ organ }) => [{ kind: 'hearingNotice', organ }],
  HearingClosed: () => [{ kind: 'hearingRecord', organ: null }],
  OpinionIssued: ({ organ, document, kind }) => [{ kind, organ, document }],
  DutyAnswered: ({ organ, document }) => [{ kind: 'dutyAnswer', organ, document }],
  SuggestionConcluded: ({ organ, document }) => [{ kind: 'suggestionReply', organ, document }],
  DocumentServed: ({ person }) => [{ kind: 'serviceReturn', organ: null, person }],
  ReviewOpinionIssued: ({ organ, document }) => [{ kind: 'reviewOpinion', organ, document }],
  ReexaminationOpinionIssued: ({ organ, document }) => [{ kind: 'reexaminationOpinion', organ, document }],
  MediationEnded: ({ document }) => (document === null ? [] : [{ kind: 'mediationAgreement', organ: null, document }]),
  PetitionSettled: ({ person, document }) => [{ kind: 'settlementAgreement', organ: null, person, document }],
  ReportedBack: ({ organ }) => [{ kind: 'completionReport', organ }],
}

export function papersOf(fact: Fact, version: number): readonly Paper[] {
  const issue = issues[fact.type] as ((fact: Fact) => readonly Issue[]) | undefined
  return (issue?.(fact) ?? []).map(({ kind, organ, person, document }) => ({
    id: `${version}-${kind}`,
    kind,
    version,
    on: fact.on,
    organ,
    person: person ?? null,
    document: document ?? null,
  }))
}

/** Facts that issue a paper, for whoever lists them. */
export const issuingFacts = Object.keys(issues) as readonly FactType[]

/** Whether a petitioner may read it; what offices write to each other, and what concerns somebody else, they may not. */
export const isForPetitioner = (
  { readableBy }: { readonly readableBy: 'petitioners' | 'itsPetitioner' | 'organs' },
  { person }: Paper,
  asking: string,
): boolean => readableBy === 'petitioners' || (readableBy === 'itsPetitioner' && person === asking)

/**
 * The words of the demo: one invented petition and how far it has got. Days are counted from registration, and
 * registration from today, so that the demo is as fresh next year as it is now. Everything is data; `commands.ts` turns it
 * into the commands that the house would have been given.
 */

import type { MeasureKind, MisconductKind } from '../law/cn-2022/protection.ts'
import type { CategoryId } from '../law/codes/categories.ts'
import type { ChannelId } from '../law/codes/channels.ts'
import type { PurposeId } from '../law/codes/purposes.ts'
import type { DeclineGround, Outcome, PetitionClass, RouteName, ServiceWay, UrgentRecipient } from '../law/law.ts'
import type { StageName } from '../law/words.ts'
import type { Adoption, ContactWay, Grade } from '../petition/handling/words.ts'
import type { OralRecord } from '../petition/intake/words.ts'
import type { ReviewOutcome } from '../petition/review/words.ts'
import type { OpeningPurpose, RecusalOf } from '../petition/safeguards/words.ts'
import type { Finding } from '../protection/protection.ts'
import type { DemoPerson } from './people.ts'

export interface DemoPetition {
  /** Readable and unique: `land-03`. */
  readonly id: string
  readonly title: string
  readonly titleEn: string
  /** In the petitioner's own words, or as the clerk wrote them down. */
  readonly text: string
  readonly claims: readonly string[]
  /** A place by its slug: `qingping.shuangxi.luoshui`. */
  readonly place: string
  readonly placeDetail: string
  readonly category: CategoryId
  readonly purpose: PurposeId
  /** Only where the purpose leads to no class (咨询, 其他) and the clerk had to choose. */
  readonly class?: PetitionClass
  readonly channel: ChannelId
  /** How spoken words were confirmed when they were written down (art. 19). */
  readonly oral?: OralRecord['signedBy']
  readonly petitioner: 'single' | 'joint' | 'group' | 'agent' | 'guardian'
  /** Named, when left out. */
  readonly identity?: 'confidential' | 'anonymous'
  /** Those who signed, or the representatives of a group: at most five (art. 20). */
  readonly people: readonly DemoPerson[]
  /** How many stand behind it, when more than signed. */
  readonly headcount?: number
  readonly spokenForBy?: { readonly name: string; readonly mandate: string }
  readonly about?: readonly DemoComplained[]
  /** The organ that registers it. */
  readonly receivedBy: string
  /** The organ whose duty it is, in the end. */
  readonly belongsTo: string
  readonly registeredDaysAgo: number
  readonly repeated?: true
  readonly simplified?: true
  readonly elsewhere?: { readonly organ: string; readonly petition?: string; readonly note: string }
  readonly journey: readonly Step[]
  /** What its first petitioner said past the organ that has it, and what came of it. */
  readonly reports?: readonly DemoReport[]
  /** The stage in which it is today. */
  readonly reached: StageName
  /** Clock rules of which some duty fell overdue on the way. Nothing is overdue, when left out. */
  readonly late?: readonly string[]
}

/** A report beside the petition: days are counted from registration, as those of the journey. */
export interface DemoReport {
  readonly day: number
  readonly about: MisconductKind
  readonly text: string
  /** When whoever hears it says that it has come. */
  readonly received?: number
  readonly answered?: {
    readonly day: number
    readonly finding: Finding
    readonly measures: readonly MeasureKind[]
    readonly answer: string
  }
}

export interface DemoComplained {
  readonly as: 'accused' | 'respondent'
  readonly organ: string
  readonly official?: string
}

/** One thing that happened, so many days after registration. */
export type Step = StepBody & { readonly day: number }
export type StepOf<Does extends StepBody['does']> = Extract<StepBody, { does: Does }> & { readonly day: number }

/** Whether the petitioner acted with the own key, or came to the window and signed before a witness. */
interface OwnAct {
  readonly signed?: true
  /** Which of the people, counted from 0. Left out, it is the first, but all of them withdraw or settle together. */
  readonly person?: number
}

export type StepBody =
  // intake
  | { readonly does: 'correct'; readonly field: 'category'; readonly to: CategoryId; readonly reason: string }
  | { readonly does: 'correct'; readonly field: 'headcount'; readonly to: number; readonly reason: string }
  | { readonly does: 'markUrgent'; readonly reason: string }
  | { readonly does: 'reportUrgent'; readonly to: readonly UrgentRecipient[]; readonly note: string }
  | ({ readonly does: 'addMaterial'; readonly note: string } & OwnAct)
  | { readonly does: 'ask'; readonly question: string }
  | ({ readonly does: 'reply'; readonly answer: string } & OwnAct)
  | { readonly does: 'link'; readonly to: string; readonly as: 'lead' | 'member'; readonly reason: string }
  | { readonly does: 'unlink'; readonly from: string; readonly reason: string }
  // routing
  | { readonly does: 'transfer'; readonly to: string; readonly note?: string }
  | { readonly does: 'assign'; readonly to: string; readonly withinDays: number; readonly note?: string }
  | { readonly does: 'object'; readonly reasons: string; readonly suggests?: string }
  | { readonly does: 'agreeToReturn'; readonly note: string }
  | { readonly does: 'insist'; readonly reasons: string }
  | { readonly does: 'referDispute'; readonly to: string; readonly note: string }
  | { readonly does: 'decideDispute'; readonly competent: string; readonly reasons: string }
  /** By whoever was assigned it; in a chain each level reports to the one above. The holder, when left out. */
  | { readonly does: 'reportBack'; readonly by?: string; readonly report: string; readonly result: string }
  | { readonly does: 'leaveSimplifiedTrack'; readonly reason: string }
  // handling
  | { readonly does: 'accept'; readonly route?: 'handlingOpinion' | 'performDuty'; readonly procedure?: string }
  | {
      readonly does: 'decline'
      readonly ground: DeclineGround
      readonly competent?: string
      readonly earlier?: string
      readonly reasons: string
    }
  | {
      readonly does: 'direct'
      readonly route: RouteName
      readonly to: string
      readonly explanation: string
      readonly limit?: string
    }
  | { readonly does: 'contact'; readonly way: ContactWay; readonly note: string; readonly heard?: true }
  | { readonly does: 'evidence'; readonly note: string }
  | {
      readonly does: 'openHearing'
      readonly subject: string
      /** Days from then until it is held. */
      readonly withinDays: number
      readonly place: string
    }
  | { readonly does: 'closeHearing'; readonly record: string; readonly conclusion: string }
  | { readonly does: 'proposeMediation'; readonly mediator: string; readonly about: string }
  | ({
      readonly does: 'answerMediation'
      readonly party: 'petitioner' | 'otherParty'
      readonly consents: boolean
    } & OwnAct)
  | { readonly does: 'endMediation'; readonly agreement: string | null; readonly note: string }
  | { readonly does: 'extend'; readonly days: number; readonly reason: string }
  | {
      readonly does: 'opinion'
      readonly facts: string
      readonly legalBasis: string
      /** One for each claim, in the order of the claims. */
      readonly answers: readonly (readonly [Outcome, string])[]
      /** Days from the opinion within which a supported claim is carried out. */
      readonly executeWithin?: number
    }
  | { readonly does: 'answerDuty'; readonly performed: boolean; readonly answer: string; readonly legalBasis: string }
  | { readonly does: 'concludeSuggestion'; readonly adoption: Adoption; readonly study: string; readonly reply: string }
  | { readonly does: 'announce'; readonly reason: string }
  | { readonly does: 'serve'; readonly way: ServiceWay; readonly person?: number; readonly note?: string }
  | { readonly does: 'execute'; readonly done: boolean; readonly note: string }
  | ({
      readonly does: 'rate'
      readonly whom: 'bureau' | 'organ'
      readonly solved: Grade
      readonly fair: Grade
      readonly comment?: string
    } & OwnAct)
  | ({ readonly does: 'withdraw'; readonly reason: string } & OwnAct)
  | ({ readonly does: 'settle'; readonly agreement: string } & OwnAct)
  // safeguards
  | {
      readonly does: 'openSeal'
      readonly seal: 'accusation' | 'identity'
      readonly purpose: OpeningPurpose
      readonly reason: string
    }
  | ({ readonly does: 'requestRecusal'; readonly whom: RecusalOf; readonly reasons: string } & OwnAct)
  /** By the head of the organ that decides; in the demo nobody is found to have an interest. */
  | { readonly does: 'refuseRecusal'; readonly reasons: string }
  | { readonly does: 'informAccused'; readonly organ: string; readonly extract: string; readonly legalBasis: string }
  // review
  | ({ readonly does: 'requestReview'; readonly organ: string; readonly grounds: string } & OwnAct)
  | ({ readonly does: 'reviewOpinion' } & ReviewWords)
  | ({ readonly does: 'requestReexamination'; readonly organ: string; readonly grounds: string } & OwnAct)
  | ({ readonly does: 'reexaminationOpinion' } & ReviewWords)

interface ReviewWords {
  readonly outcome: ReviewOutcome
  readonly facts: string
  readonly opinion: string
  readonly legalBasis: string
  /** Days within which a quashed matter is decided afresh. */
  readonly redoWithin?: number
}

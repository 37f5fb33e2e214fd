/** What a petitioner is told when something happened, and by which ways. Pure. */

import type { ToldFact as ToldOfSuggestion } from '../coordination/suggestions/outgoing.ts'
import { formatNumber, type PetitionNumber } from '../kernel/petition-number.ts'
import type { ToldFact as ToldOfReception } from '../leadership/reception/outgoing.ts'
import type { ToldOfReferral } from '../mediation/referrals/outgoing.ts'
import type { ToldOfRelief } from '../mediation/relief/outgoing.ts'
import type { FactType } from '../petition/petition.ts'
import type { ToldFact } from '../protection/outgoing.ts'

/** Facts of a petition, of a report that somebody made beside it, of what becomes of a suggestion, of a reception day, and of another way of the law. */
export type NoticeFact = FactType | ToldFact | ToldOfSuggestion | ToldOfReception | ToldOfReferral | ToldOfRelief

export type NoticeChannel = 'sms' | 'email' | 'print'

/** One message on its way. It names the number and what to do, never what the matter is about: telephones are shared. */
export interface Message {
  readonly channel: NoticeChannel
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Who can be reached, and how. */
export interface Reachable {
  readonly person: string
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
}

/** Whoever lends somebody a telephone, or looks over a shoulder, must not learn that there is a report. */
const news = { zh: '有新的消息，请查阅', en: 'has news for you to read' }

/** Told only where an office entered it from paper. */
const entered = 'has a new signed record'
const object = '; if you did not sign it, object at once'

const happened: Partial<Record<NoticeFact, { readonly zh: string; readonly en: string }>> = {
  PetitionRegistered: { zh: '已登记', en: 'has been registered' },
  PetitionTransferred: { zh: '已转送有权处理的机关', en: 'has been sent to the competent organ' },
  PetitionAssigned: { zh: '已交办有权处理的机关', en: 'has been assigned to the competent organ' },
  TransferReturned: { zh: '已退回重新转送', en: 'is being sent to another organ' },
  DisputeDecided: { zh: '已确定受理机关', en: 'now has a competent organ' },
  PetitionAccepted: { zh: '已受理', en: 'has been accepted' },
  AcceptanceDeclined: { zh: '有一份告知书，请查阅', en: 'has a notice for you to read' },
  PetitionDirected: { zh: '有一份关于法定途径的告知书，请查阅', en: 'has a notice about a statutory route' },
  QuestionAsked: { zh: '承办机关有问题请您回答', en: 'has a question for you' },
  MediationProposed: { zh: '承办机关提议调解，请您答复', en: 'has a mediation proposal for you to answer' },
  HandlingExtended: { zh: '办理期限已延长，理由请查阅', en: 'will take longer; please read why' },
  ReviewAccepted: { zh: '的复查、复核申请已受理', en: 'has its request for review taken up' },
  ReviewExtended: { zh: '复查、复核期限已延长，理由请查阅', en: 'will be reviewed for longer; please read why' },
  ExtensionTakenBack: { zh: '的延期已撤销，理由请查阅', en: 'will not take longer after all; please read why' },
  ReceivedDayCorrected: {
    zh: '的收到日期有更正，请核对',
    en: 'had the day it was received corrected; please check it',
  },
  ServedDayCorrected: { zh: '的送达日期有更正，请核对', en: 'had a day of service corrected; please check it' },
  ClocksRecounted: {
    zh: '的期限因节假日安排重新计算，请查阅',
    en: 'has a time limit counted again with a holiday notice; please look',
  },
  OpinionIssued: { zh: '已作出处理意见', en: 'has a handling opinion' },
  DutyAnswered: { zh: '已有答复', en: 'has an answer' },
  SuggestionConcluded: { zh: '您的建议已有回复', en: 'has a reply to your suggestion' },
  DocumentAnnounced: {
    zh: '有一份文书没能送到您手里，已经公告，公告期满视为送达；请尽快查看或者领取',
    en: 'has a document that could not be handed to you and was announced; it will count as served when the announcement has run, so please read or fetch it',
  },
  ReviewOpinionIssued: { zh: '已作出复查意见', en: 'has a review opinion' },
  ReexaminationOpinionIssued: { zh: '已作出复核意见', en: 'has a re-examination opinion' },
  PetitionClosed: { zh: '已办结', en: 'has been closed' },
  PetitionFinalised: { zh: '已终结', en: 'has been finalised' },
  PetitionCorrected: { zh: '的登记内容有更正，请核对', en: 'had its registration corrected; please check it' },
  KeyRenewed: {
    zh: '的查询码已在窗口换发，原查询码作废；不是您本人办理的，请立即联系登记单位',
    en: 'has a new key and the old one is dead; if you did not ask for it, go to the office that registered it at once',
  },
  CopyOffered: {
    zh: '保管期限已满，拟依法销毁其内容；请查看并保存您需要的内容，不同意的请在期限内提出',
    en: 'is past its retention and what it holds may be erased; read it, keep a copy, or object within the time shown there',
  },
  PetitionWithdrawn: { zh: '录入了您签字的撤回，如非本人意愿请立即反映', en: `${entered} of withdrawal${object}` },
  PetitionSettled: { zh: '录入了您签字的和解，如非本人意愿请立即反映', en: `${entered} of settlement${object}` },
  PetitionRated: { zh: '录入了您签字的评价，如非本人意愿请立即反映', en: `${entered} of a rating${object}` },
  MediationAnswered: {
    zh: '录入了您签字的调解答复，如非本人意愿请立即反映',
    en: `${entered} about mediation${object}`,
  },
  ReviewRequested: {
    zh: '录入了您签字的复查请求，如非本人意愿请立即反映',
    en: `${entered} asking for review${object}`,
  },
  ReexaminationRequested: {
    zh: '录入了您签字的复核请求，如非本人意愿请立即反映',
    en: `${entered} asking for re-examination${object}`,
  },
  RewardApproved: { zh: '您的建议获得奖励，请查阅', en: 'has a reward for your suggestion' },
  ReferralExplained: {
    zh: '有一份关于法定途径的说明，请查阅',
    en: 'has something about another way of the law for you to read',
  },
  ReliefExplained: { zh: '有一份说明，请查阅', en: 'has something for you to read' },
  PetitionerReminded: { zh: '有一个期限将要届满，请尽快查看', en: 'has a limit that ends soon; please look at once' },
  AcceptancePresumed: { zh: '走的法定途径有新进展，请查阅', en: 'has news of another way of the law that you took' },
  ReportReceived: news,
  ReportPassedOn: news,
  ReportAnswered: news,
}

/** One address and no more: what is written in the field of a form must not become a list of strangers. */
const oneMailbox = /^[^\s@,;:<>()[\]"\\]{1,64}@[^\s@,;:<>()[\]"\\]{1,190}$/

/** The messages about one fact to one person, by every way that reaches them; on paper when no other does. */
export function messagesOf(
  fact: NoticeFact,
  number: PetitionNumber,
  who: Reachable,
  followAt: string,
): readonly Message[] {
  const words = happened[fact]
  if (!words) return []
  const shown = formatNumber(number)
  const subject = `事项 ${shown} ${words.zh}`
  const text = `您的事项 ${shown} ${words.zh}。请凭编号和查询码查看：${followAt}\nYour matter ${shown} ${words.en}. Follow it with number and key: ${followAt}`
  const ways: readonly (readonly [NoticeChannel, string | null])[] = [
    ['sms', who.phone],
    ['email', who.email !== null && oneMailbox.test(who.email) ? who.email : null],
  ]
  const reached = ways.flatMap(([channel, to]) => (to === null ? [] : [{ channel, to, subject, text }]))
  if (reached.length > 0 || who.address === null) return reached
  return [{ channel: 'print', to: who.address, subject, text }]
}

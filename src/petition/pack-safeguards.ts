/**
 * What no pack may loosen. A file in a folder is easily changed, and a law that lets petitions be erased early, or the accused decide,
 * would be a lawful way to make them disappear (docs/adr/0022).
 */

import { meetingKinds } from '../law/conference.ts'
import { type Fixable, namesWatching } from '../law/ownership.ts'
import type { PackFault } from '../law/pack-file.ts'
import { keptRecords } from '../law/retention.ts'
import { orderKinds } from '../law/supervision.ts'
import { looseningOfIndicators } from './pack-indicators.ts'
import type { CommandType, PetitionLaw } from './petition.ts'

/** Steps that a law need not know. Every other step belongs to every law of this house. */
const mayBeUnknown: ReadonlySet<CommandType> = new Set<CommandType>([
  ...(['Assign', 'ReportBack', 'ObjectToTransfer', 'AgreeToReturn', 'InsistOnTransfer'] as const),
  ...(['ReferDispute', 'DecideDispute', 'LeaveSimplifiedTrack', 'Direct', 'AnswerDuty', 'ConcludeSuggestion'] as const),
  ...(['OpenHearing', 'CloseHearing', 'ProposeMediation', 'AnswerMediation', 'EndMediation', 'Settle'] as const),
  ...(['ExtendHandling', 'AcceptReview', 'ExtendReview', 'RequestReview', 'IssueReviewOpinion'] as const),
  ...(['RequestReexamination', 'IssueReexaminationOpinion'] as const),
])

/** Who does these, when and in which post is the house's own, whatever the law: a pack may only cite another article. */
const asInTheHouse: readonly CommandType[] = [
  ...(['ProposeErasure', 'ObjectToErasure', 'ApproveErasure', 'EraseContent'] as const),
  ...(['OpenSeal', 'DeclareRecusal', 'RequestRecusal', 'DecideRecusal'] as const),
  ...(['NameComplained', 'IdentifyOfficial', 'InformAccused'] as const),
  ...(['ShareSight', 'EndSight', 'TakeSight', 'LapseSight'] as const),
  ...(['Rate', 'Withdraw', 'RenewKey', 'MarkOverdue', 'LapseRight'] as const),
]

/** Without these an open petition could be left with nothing that anybody owes. */
const owedByEveryLaw = [
  ...(['route', 'notifyDirect', 'notify', 'handle', 'performDuty', 'replyToSuggestion'] as const),
  ...(['notifyAccusation', 'answerAccusation', 'decideRecusal', 'objectToErasure'] as const),
]

export function looseningOf(law: PetitionLaw, national: PetitionLaw): readonly PackFault[] {
  return [
    ...missingSteps(law),
    ...changedSteps(law, national),
    ...missingClocks(law),
    ...shortened(law, national),
    ...looserOrders(law, national),
    ...looseningOfIndicators(law),
    ...misdirected(law),
    ...looserOwnership(law, national),
    ...unheard(law, national),
    ...watchful(law),
    ...gradeless(law),
    ...shorterConfirmation(law, national),
  ]
}

/** 自协议生效之日起三十日 (People’s Mediation Law, art. 33): a right by statute, which no local pack cuts short. */
function shorterConfirmation({ mediation }: PetitionLaw, national: PetitionLaw): readonly PackFault[] {
  const { span } = mediation.clocks.applyForConfirmation
  const statute = national.mediation.clocks.applyForConfirmation.span
  const isKept = span.unit === 'days' && statute.unit === 'days' && span.count >= statute.count
  return isKept
    ? []
    : [
        fault(
          'mediation.clocks.applyForConfirmation',
          'is no shorter than the statute has it',
          '申请司法确认的期限不得短于法律规定',
        ),
      ]
}

const missingSteps = ({ permissions }: PetitionLaw): readonly PackFault[] =>
  Object.entries(permissions)
    .filter(([step, permission]) => permission === null && !mayBeUnknown.has(step as CommandType))
    .map(([step]) => fault(`permissions.${step}`, 'belongs to every law of this house', '任何法规包都必须有这一步'))

const changedSteps = ({ permissions }: PetitionLaw, national: PetitionLaw): readonly PackFault[] =>
  asInTheHouse
    .filter((step) => whoAndWhen(permissions[step]) !== whoAndWhen(national.permissions[step]))
    .map((step) =>
      fault(`permissions.${step}`, 'is done by whom and when the house says', '由谁、在何时办理不能由法规包改变'),
    )

const whoAndWhen = (permission: PetitionLaw['permissions'][CommandType]): string =>
  JSON.stringify([permission?.by, permission?.at, permission?.post])

const missingClocks = ({ clocks }: PetitionLaw): readonly PackFault[] =>
  owedByEveryLaw
    .filter((rule) => clocks[rule] === undefined)
    .map((rule) => fault(`clocks.${rule}`, 'is owed under every law of this house', '任何法规包都必须有这一期限'))

/** What was written may be kept longer than the house keeps it, and objections may have more time; neither less. */
function shortened(law: PetitionLaw, national: PetitionLaw): readonly PackFault[] {
  const kept = (['suggestion', 'accusation', 'appeal', ...keptRecords] as const)
    .filter((name) => law.retention[name].years < national.retention[name].years)
    .map((name) => fault(`retention.${name}`, 'keeps it for less time than the house', '保管期限不得短于本系统的规定'))
  return daysOf(law) < daysOf(national)
    ? [...kept, fault('clocks.objectToErasure', 'gives less time than the house', '异议期限不得短于本系统的规定')]
    : kept
}

/** Whom it is proposed to hold to account does not read it: it goes to whoever stands over them, whatever the law (docs/adr/0032). */
const misdirected = ({ proposals }: PetitionLaw): readonly PackFault[] =>
  Object.entries(proposals)
    // a law that names nobody who may be held to account makes it no other proposal
    .filter(([kind, { against }]) => kind === 'holdToAccount' || against.length > 0)
    .filter(([, { to }]) => to.some((recipient) => recipient !== 'inAuthority'))
    .map(([kind]) =>
      fault(
        `proposals.${kind}.to`,
        'goes only to whoever stands over those whom it is about',
        '只能向有管理权限的机关提出',
      ),
    )

const daysOf = ({ clocks: { objectToErasure } }: PetitionLaw): number =>
  objectToErasure?.span.unit === 'days' ? objectToErasure.span.count : 0

/**
 * A pack may know fewer orders and have others open them. What must be so before one is closed it cannot take away, or an order would be a
 * paper; that nobody opens one on itself, and that nothing is found by what petitioners do, is in the rules and in no table.
 */
function looserOrders({ supervision: { orders } }: PetitionLaw, national: PetitionLaw): readonly PackFault[] {
  return orderKinds.flatMap((kind) => {
    const [row, own] = [orders[kind], national.supervision.orders[kind]]
    if (row === null || own === null) return []
    const isLooser =
      (own.needsCriteria && !row.needsCriteria) ||
      (own.untilExecuted && !row.untilExecuted) ||
      (own.severalOrgans && !row.severalOrgans) ||
      (own.inspection !== null && row.inspection !== own.inspection)
    return isLooser
      ? [
          fault(
            `supervision.orders.${kind}`,
            'can be closed with less than the house asks for',
            '结办条件不得低于本系统的规定',
          ),
        ]
      : []
  })
}

/** A case without an owner is nobody's, and what has no day is never late. Nor is silence taken for satisfaction sooner (docs/adr/0040). */
function looserOwnership({ ownership }: PetitionLaw, national: PetitionLaw): readonly PackFault[] {
  const isFixed = (what: Fixable) => Object.values(ownership.fixed).some(({ fixes }) => fixes === what)
  const unfixed = (['owner', 'due'] as const)
    .filter((what) => !isFixed(what))
    .map((what) =>
      fault('ownership.fixed', `leaves open what every owned case has: ${what}`, `包案必须确定领导和时限：${what}`),
    )
  const none =
    Object.keys(ownership.duties).length === 0
      ? [fault('ownership.duties', 'leaves the owner nothing to do', '包案领导不能没有职责')]
      : []
  return ownership.terms.askAtLeast < national.ownership.terms.askAtLeast
    ? [
        ...unfixed,
        ...none,
        fault(
          'ownership.terms.askAtLeast',
          'closes a case without the petitioner’s view sooner than the house',
          '征询信访人意见的次数不得少于本系统的规定',
        ),
      ]
    : [...unfixed, ...none]
}

/** How often a committee hears petition work, and a conference meets, is for a pack; that it does is not (art. 9 (2), docs/adr/0052). */
const unheard = ({ conference: { meetings } }: PetitionLaw, national: PetitionLaw): readonly PackFault[] =>
  meetingKinds
    .filter((kind) => national.conference.meetings[kind].everyMonths !== null && meetings[kind].everyMonths === null)
    .map((kind) =>
      fault(`conference.meetings.${kind}`, 'is held regularly under every law of this house', '必须定期召开'),
    )

/** 包稳控 and its like: no law of this house makes it a duty to watch anybody or to keep them from petitioning (docs/adr/0040). */
const watchful = ({ ownership: { fixed, duties }, disputes }: PetitionLaw): readonly PackFault[] =>
  [
    ...Object.entries(fixed).map(([name, row]) => [`ownership.fixed.${name}`, row] as const),
    ...Object.entries(duties).map(([name, row]) => [`ownership.duties.${name}`, row] as const),
    ...Object.entries(disputes.grades).map(([name, row]) => [`disputes.grades.${name}`, row] as const),
  ]
    .filter(([, { zh, en }]) => namesWatching(zh) || namesWatching(en))
    .map(([at]) =>
      fault(
        at,
        'makes it a duty to watch somebody or to keep them from petitioning',
        '不得把对信访人的稳控、劝阻信访列为职责',
      ),
    )

/** A dispute of which nothing is known yet has a grade too; two of one rank, and nobody can say which is graver (docs/adr/0045). */
function gradeless({ disputes: { grades } }: PetitionLaw): readonly PackFault[] {
  const rows = Object.values(grades)
  const mildest = rows.toSorted((a, b) => b.rank - a.rank)[0]
  const isOpen =
    mildest?.danger === null &&
    mildest.peopleAtLeast === null &&
    mildest.daysAtLeast === null &&
    mildest.spread === null
  if (!isOpen) return [fault('disputes.grades', 'has no mildest grade without conditions', '最轻的等级不能附条件')]
  return new Set(rows.map(({ rank }) => rank)).size === rows.length
    ? []
    : [fault('disputes.grades', 'has two grades of one rank', '两个等级的轻重次序相同')]
}

const fault = (at: string, en: string, zh: string): PackFault => ({ at, en, zh })

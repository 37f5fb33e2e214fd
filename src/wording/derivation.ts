/** "Why this date": each step by which a last day was reached, in the order in which a person would count. */
import type { DerivationStep } from '../kernel/clock.ts'
import { type Bilingual, inSequence, listed, say } from './bilingual.ts'
import { dayInWords, daysInWords, spanInWords } from './days.ts'
import { termOf } from './terms.ts'

type StepName = DerivationStep['step']
type Explain<S extends StepName> = (step: Extract<DerivationStep, { step: S }>, rule: string) => Bilingual

/** Steps as they arrive over the wire, where their shape is only known by name. */
export type StepLike = DerivationStep | { readonly step: string }

/** What the start day is, by rule; the statute counts each from another event. */
const startEvents: Readonly<Record<string, Bilingual>> = {
  requestReview: say('收到书面答复', 'the written answer was received'),
  requestReexamination: say('收到复查意见', 'the review opinion was received'),
  handle: say('受理', 'the petition was accepted'),
  performDuty: say('受理', 'the petition was accepted'),
  replyToSuggestion: say('受理', 'the petition was accepted'),
  answerAccusation: say('受理', 'the petition was accepted'),
  answerSimplified: say('受理', 'the petition was accepted'),
  review: say('收到复查请求', 'the request for review was received'),
  reexamine: say('收到复核请求', 'the request for re-examination was received'),
  notifyDirect: say('收到信访事项', 'the matter was received'),
  objectToAssistance: say('收到协办要求', 'assistance was asked for'),
  objectToTransfer: say('收到转送、交办', 'the matter that was sent on was received'),
  answerObjection: say('收到异议', 'the objection was received'),
  decideDispute: say('提请裁定', 'the dispute was referred'),
  routeAgain: say('退回', 'the matter came back'),
  redo: say('原意见被撤销', 'the earlier opinion was quashed'),
  decideRecusal: say('申请回避', 'the recusal was asked for'),
  objectToErasure: say('告知可以留存', 'a copy was offered'),
}

/** And where a rule starts on more than one, by the fact that started it. */
const startFacts: Readonly<Record<string, Bilingual>> = {
  receipt: say('收到信访事项', 'the matter was received'),
  PetitionRegistered: say('收到信访事项', 'the matter was received'),
  PetitionTransferred: say('收到转送的信访事项', 'the matter was received that was sent on'),
  PetitionAssigned: say('收到交办的信访事项', 'the matter was received that was assigned'),
  DisputeDecided: say('确定由本机关办理', 'this organ was found competent'),
  SimplifiedTrackLeft: say('转为普通程序', 'the matter went over to the ordinary track'),
  PetitionMarkedUrgent: say('确认为重大、紧急', 'it was found to be grave or urgent'),
}

/** Who set the day, where the statute leaves it to an order. */
const designatedBy: Readonly<Record<string, Bilingual>> = {
  reportBack: say('交办时指定的反馈日期', 'the day set when it was assigned'),
  execute: say('处理意见书载明的执行日期', 'the day that the opinion sets for carrying it out'),
  redo: say('撤销原意见的机关指定的重新办理日期', 'the day set by the organ that quashed the opinion'),
}

const explanations: { readonly [S in StepName]: Explain<S> } = {
  starts: ({ day, fact }, rule) => {
    const start = dayInWords(day)
    // a law that counts from receipt says so, whatever the rule counts from elsewhere
    const event = fact === 'receipt' ? startFacts.receipt : (startEvents[rule] ?? startFacts[fact ?? ''])
    return event
      ? say(
          `${start.zh}${event.zh}，当日不计入，自次日起计算。`,
          `On ${start.en} ${event.en}; that day does not count, the next is day one.`,
        )
      : say(
          `起算日为${start.zh}，当日不计入，自次日起计算。`,
          `It starts on ${start.en}; that day does not count, the next is day one.`,
        )
  },
  counts: ({ count, unit, reaches }) => {
    const [span, last] = [spanInWords(count, unit), dayInWords(reaches)]
    return say(`计${span.zh}，至${last.zh}。`, `Counting ${span.en} reaches ${last.en}.`)
  },
  passesRestDays: ({ days }) => {
    const which = daysInWords(days)
    return say(`其间${which.zh}为休息日，不计入工作日。`, `Rest days on the way do not count: ${which.en}.`)
  },
  passesMakeUpDays: ({ days }) => {
    const which = daysInWords(days)
    return say(`其间${which.zh}为调休上班日，计入工作日。`, `Weekend days that are worked do count: ${which.en}.`)
  },
  rollsPastRest: ({ days, to }) => {
    const [which, last] = [daysInWords(days), dayInWords(to)]
    return say(
      `${which.zh}为休息日；信访人的期限顺延至其后第一个工作日${last.zh}。`,
      `These are rest days: ${which.en}; a petitioner's limit moves on to the next working day, ${last.en}.`,
    )
  },
  staysOnRest: ({ day }) => {
    const last = dayInWords(day)
    return say(
      `${last.zh}为休息日；机关、单位的期限以日计算的，不因此顺延。`,
      `${last.en} is a rest day; a limit in days that binds an organ does not move on because of it.`,
    )
  },
  designated: ({ day }, rule) => {
    const [last, who] = [dayInWords(day), designatedBy[rule] ?? say('依法指定的日期', 'the day that was set')]
    return say(`${who.zh}为${last.zh}。`, `It is ${who.en}: ${last.en}.`)
  },
  suspended: ({ from, through, days, to }) => {
    const [first, last, moved] = [dayInWords(from), dayInWords(through), dayInWords(to)]
    return say(
      `${first.zh}至${last.zh}听证，所需${days}日不计算在期限内，期限相应推至${moved.zh}。`,
      `A hearing from ${first.en} to ${last.en} took ${days} day${days === 1 ? '' : 's'}, which do not count; the last day moves to ${moved.en}.`,
    )
  },
  extended: ({ on, to, fact }) => {
    const [then, last] = [dayInWords(on), dayInWords(to)]
    const where =
      fact === undefined ? say('', '') : say('，理由见该日的办理记录', '; the reason is in the history of that day')
    return say(
      `${then.zh}经本机关、单位负责人批准，期限延长至${last.zh}${where.zh}。`,
      `On ${then.en} the head of the organ approved an extension to ${last.en}${where.en}.`,
    )
  },
  assumesWeekends: ({ years }) => {
    const which = listed(years.map((year) => say(`${year}年`, `${year}`)))
    return say(
      `${which.zh}的节假日安排尚未公布，暂按周末休息计算；公布后重新计算，已告知信访人的最后一日不会提前。`,
      `The holiday notice for ${which.en} is not out yet, so plain weekends are assumed; it is counted again once it is, and a day already told to a petitioner is never brought forward.`,
    )
  },
  byNotice: ({ region, year, title, days }) => {
    const which = daysInWords(days)
    const notice =
      region === 'cn'
        ? `the State Council's holiday notice for ${year}`
        : `the holiday notice of area ${region} for ${year}`
    return say(`其中${which.zh}依据《${title}》。`, `Of these, by ${notice}: ${which.en}.`)
  },
  ends: ({ day }) => {
    const last = dayInWords(day)
    return say(`最后一日为${last.zh}，当日24时届满。`, `The last day is ${last.en}; it ends at midnight of that day.`)
  },
}

/** One step in a sentence; `rule` is the name of the clock's rule. A step that is not known says nothing. */
export function explainStep(step: StepLike, rule: string): Bilingual {
  const explain = explanations[step.step as StepName] as Explain<StepName> | undefined
  return explain ? explain(step as DerivationStep, rule) : say('', '')
}

/** A clock as it is shown: over the wire, or as the room holds it together with its derivation. */
export interface ExplainedClock {
  readonly rule: string
  readonly binds: string
  readonly state: string
  readonly stoppedOn?: string | null
  readonly derivation: readonly StepLike[]
  /** The basis in words, as `basisInWords` gives it. */
  readonly basis: Bilingual
}

/** What the clock is, how its day was reached, and what follows from it: a list of whole sentences. */
export function explainClock(clock: ExplainedClock): readonly Bilingual[] {
  const steps = clock.derivation.map((step) => explainStep(step, clock.rule)).filter(({ zh }) => zh !== '')
  return [introduction(clock), ...steps, consequence(clock)]
}

function introduction({ rule, binds, basis }: ExplainedClock): Bilingual {
  const [what, whom] = [termOf('clockRule', rule), binds === 'petitioner' ? theirs : ours]
  return say(`“${what.zh}”：${whom.zh}，依据${basis.zh}。`, `“${what.en}” ${whom.en}, under ${basis.en}.`)
}

const theirs = say('信访人行使权利的期限', 'is a time limit for the petitioner')
const ours = say('机关、单位履行职责的期限', 'is a time limit for the organ')

/** Limits after which an option is gone although they bind an organ. */
const options: readonly string[] = ['objectToTransfer', 'objectToAssistance']

function consequence({ rule, binds, state, stoppedOn }: ExplainedClock): Bilingual {
  if (state === 'stopped' && stoppedOn) {
    const then = dayInWords(stoppedOn)
    return say(`已于${then.zh}完成，期限停止计算。`, `It was met or ended on ${then.en} and no longer runs.`)
  }
  if (state === 'lapsed') return say('期限届满前没有行使，现已不能行使。', 'It was not used in time and is gone.')
  const standsStill = say('目前因听证停止计算。', 'It stands still at present because of a hearing.')
  const after = binds === 'petitioner' ? afterRight : options.includes(rule) ? afterOption : afterDuty
  return state === 'suspended' ? inSequence(standsStill, after) : after
}

const afterRight = say('逾期不提出的，不能再行使该项权利。', 'If it is not used by then, the right is lost.')
const afterDuty = say(
  '逾期没有履行的，职责不免除，并标明超期。',
  'If it is not met by then, the duty stays and is shown as overdue.',
)
const afterOption = say(
  '逾期没有提出的，不得再提出，应当依法办理。',
  'If it is not used by then, it is no longer open, and the matter must be dealt with.',
)

/** Responsibility in words: its codes, what is missing, what a duty would become, and why something is refused. */
import type { Gap, GapKind } from '../assessment/responsibility/gaps.ts'
import type {
  ResponsibilityCommandType,
  ResponsibilityFactType,
  ResponsibilityRefusal,
  ResponsibilityRefusalKind,
  ResponsibilityRole,
} from '../assessment/responsibility/responsibility.ts'
import type { OrganId } from '../kernel/organ.ts'
import { basisInWords } from '../law/basis.ts'
import { type ErrorState, errorStates } from '../law/cn-2022/liability.ts'
import { type Bilingual, inSequence, say } from './bilingual.ts'
import { dayInWords } from './days.ts'

export const responsibilityTerms = {
  responsibilityRole: {
    answersForAll: { zh: '负总责', en: 'Answers for all' },
    directs: { zh: '具体抓', en: 'Directs' },
    handles: { zh: '承办', en: 'Handles' },
    secondDuty: { zh: '一岗双责', en: 'Second duty' },
  } satisfies Record<ResponsibilityRole, Bilingual>,
  responsibilityCommand: {
    RecordResponsibility: { zh: '登记责任人', en: 'Write down who answers' },
    EndResponsibility: { zh: '结束责任', en: 'End a responsibility' },
  } satisfies Record<ResponsibilityCommandType, Bilingual>,
  responsibilityFact: {
    ResponsibilityRecorded: { zh: '责任人已登记', en: 'Responsibility recorded' },
    ResponsibilityEnded: { zh: '责任已结束', en: 'Responsibility ended' },
  } satisfies Record<ResponsibilityFactType, Bilingual>,
  gap: {
    nobodyAnswersForAll: { zh: '无人负总责', en: 'Nobody answers for all' },
    nobodyDirects: { zh: '无人具体抓', en: 'Nobody directs' },
    nobodyHandles: { zh: '无人承办', en: 'Nobody handles' },
    holderLeft: { zh: '责任人已离任', en: 'Has left' },
    endsSoon: { zh: '即将到期，无人接任', en: 'Ends soon, nobody follows' },
    severalAnswerForAll: { zh: '多人负总责', en: 'Several answer for all' },
    directsAndSupervises: { zh: '既抓又督', en: 'Directs and supervises' },
    answersOnBothSides: { zh: '上下兼任', en: 'On both sides' },
    namedInPetition: { zh: '本人被信访反映', en: 'Named in a petition' },
  } satisfies Record<GapKind, Bilingual>,
  errorState: {
    notRouted: { zh: '未按照规定登记、转送、交办', en: 'not registered, forwarded or assigned by rule' },
    notSupervised: { zh: '应当履行督办职责而未履行', en: 'supervision owed and not done' },
    notNotified: { zh: '未在规定期限内书面告知是否受理', en: 'not told in writing in time whether it is accepted' },
    notConcluded: { zh: '拖延办理或者未在规定期限内办结', en: 'put off, or not concluded in time' },
    proposalNotHeeded: {
      zh: '对改进工作、完善政策等建议重视不够、落实不力（导致问题长期得不到解决的）',
      en: 'a proposal to improve work or policy not heeded (where that leaves the problem unsolved for long)',
    },
    dutyNotDone: { zh: '不履行或者不正确履行处理职责', en: 'a duty of handling not done' },
    urgentReportedLate: { zh: '重大、紧急信访事项缓报', en: 'an urgent matter reported late' },
  } satisfies Record<ErrorState, Bilingual>,
} as const

export type ResponsibilityTermGroup = keyof typeof responsibilityTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function responsibilityTermOf(group: ResponsibilityTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = responsibilityTerms[group]
  return words[code] ?? { zh: code, en: code }
}

type NameOf = (organ: OrganId) => Bilingual

/** What is wrong and what mends it. */
export function gapInWords(gap: Gap, nameOf: NameOf): Bilingual {
  const other = gap.other === null ? say('', '') : nameOf(gap.other)
  const until = gap.until === null ? say('', '') : dayInWords(gap.until)
  const sentences: Readonly<Record<GapKind, Bilingual>> = {
    nobodyAnswersForAll: say(
      '没有登记谁对信访工作负总责。',
      'Nobody is written down who answers for all of petition work.',
    ),
    nobodyDirects: say('没有登记分管的领导。', 'No leader is written down who directs it.'),
    nobodyHandles: say('没有登记承办的人员。', 'Nobody is written down who handles it.'),
    holderLeft: say(
      '责任人的账号已经停用，或者在本机关及上级机关已没有岗位；请登记接任的人。',
      'The account is closed, or holds no post here or above any more; write down who follows.',
    ),
    endsSoon: say(
      `责任到${until.zh}为止，还没有登记接任的人。`,
      `It ends on ${until.en}, and nobody is written down who follows.`,
    ),
    severalAnswerForAll: say(
      '同时有几个人对全部工作负总责，出了问题找不到人；请只留一个。',
      'Several answer for all of it at once, so that nobody does; leave one.',
    ),
    directsAndSupervises: say(
      `同一个人既分管这里的信访工作，又在${other.zh}担任督办岗位，等于自己督办自己。`,
      `The same person directs it here and holds a supervisor’s post at ${other.en}: they would supervise themselves.`,
    ),
    answersOnBothSides: say(
      `同一个人还在${other.zh}负总责，而两个机关之间有监督关系。`,
      `The same person also answers for all at ${other.en}, and one of the two looks over the other.`,
    ),
    namedInPetition: say(
      '有一件由本机关办理的信访事项反映的正是分管的这个人，应当回避。',
      'A petition that this organ handles names the very person who directs it; they should stand aside.',
    ),
  }
  return sentences[gap.kind]
}

export interface Warned {
  readonly matters: number
  readonly daysLeft: number
  readonly error: ErrorState | null
  /** What is owed. */
  readonly duty: Bilingual
}

/** “3 matters in 2 days would become art. 44, item 3: not told in writing in time”. */
export function warningInWords({ matters, daysLeft, error, duty }: Warned): Bilingual {
  const count = say(`${matters}件`, matters === 1 ? '1 matter' : `${matters} matters`)
  if (daysLeft < 0)
    return inSequence(
      say(`${count.zh}“${duty.zh}”已经超期`, `${count.en} past the day of “${duty.en}”`),
      became(error, say('，成为', ': ')),
    )
  const when =
    daysLeft === 0
      ? say('今天过后', 'after today')
      : say(`${daysLeft}天后`, daysLeft === 1 ? 'in 1 day' : `in ${daysLeft} days`)
  if (error === null)
    return say(`${count.zh}“${duty.zh}”${when.zh}超期。`, `${count.en} ${when.en}: “${duty.en}” would be overdue.`)
  const { zh, en } = became(error, say('成为', 'would become '))
  return say(`${count.zh}“${duty.zh}”${when.zh}将${zh}`, `${count.en} ${when.en} ${en}`)
}

function became(error: ErrorState | null, before: Bilingual): Bilingual {
  if (error === null) return say('。', '.')
  const basis = basisInWords(errorStates[error].basis)
  const what = responsibilityTerms.errorState[error]
  return say(`${before.zh}${basis.zh}所列情形：${what.zh}。`, `${before.en}${basis.en}: ${what.en}.`)
}

export const statusOfResponsibilityRefusal = {
  'no-such-responsibility': 404,
  'responsibility-not-yours': 403,
  'organ-not-active': 422,
  'responsibility-recorded-already': 409,
  'responsibility-ended-already': 409,
  'responsibility-ended-before-begun': 422,
  'no-such-holder': 422,
  'responsibility-elsewhere': 422,
} as const satisfies Record<ResponsibilityRefusalKind, number>

type Sentence<K extends ResponsibilityRefusalKind> = (
  refusal: Extract<ResponsibilityRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export function explainResponsibility(refusal: ResponsibilityRefusal, nameOf: NameOf): Bilingual {
  const sentence = (refusals[refusal.kind] as Sentence<ResponsibilityRefusalKind>)(refusal, nameOf)
  if (!('basis' in refusal)) return sentence
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence, say(`依据：${zh}。`, `Basis: ${en}.`))
}

const refusals: { readonly [K in ResponsibilityRefusalKind]: Sentence<K> } = {
  'no-such-responsibility': () =>
    say(
      '没有这一项责任，或者不由您的机关查看。',
      'There is no such responsibility, or your organ does not look over it.',
    ),
  'responsibility-not-yours': () =>
    say(
      '信访工作责任由本机关或者上一级机关的负责人、系统管理员登记。',
      'The head or an administrator of the organ, or of the one above it, writes this down.',
    ),
  'organ-not-active': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”已经不再存在，请在承接它职责的机关登记。`,
      `“${nameOf(organ).en}” is no longer there; write it down for the organ that carries it on.`,
    ),
  'responsibility-recorded-already': () =>
    say(
      '这个人的这一项责任已经登记，时间重叠。',
      'This is written down already for the same person and an overlapping time.',
    ),
  'responsibility-ended-already': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(`这一项责任已于${zh}结束。`, `It ended on ${en}.`)
  },
  'responsibility-ended-before-begun': ({ from }) => {
    const { zh, en } = dayInWords(from)
    return say(`结束的日子不能早于开始的日子（${zh}）。`, `It cannot end before it begins, on ${en}.`)
  },
  'no-such-holder': () => say('没有这个账号，或者已经停用。', 'There is no such account, or it is closed.'),
  'responsibility-elsewhere': ({ organ }, nameOf) =>
    say(`所选的地区不在“${nameOf(organ).zh}”的范围内。`, `The area does not lie within that of “${nameOf(organ).en}”.`),
}

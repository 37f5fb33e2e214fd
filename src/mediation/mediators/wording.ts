/** Why something is refused on the roster of mediators. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { mediatorTerms } from '../../wording/mediator-terms.ts'
import type { CommitteeRefusal } from './committee.ts'
import type { MediatorRefusal } from './mediator.ts'

export type RosterRefusal = MediatorRefusal | CommitteeRefusal
type Kind = RosterRefusal['kind']
type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends Kind> = (refusal: Extract<RosterRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfRosterRefusal = {
  'no-such-mediator': 404,
  'no-such-committee': 404,
  'mediator-entered-already': 409,
  'committee-founded-already': 409,
  'mediators-kept-elsewhere': 403,
  'wrong-mediator-state': 409,
  'committee-ended-already': 409,
  'member-needs-committee': 422,
  'member-term-too-long': 422,
  'mediator-term-passed': 422,
  'training-in-future': 422,
  'election-in-future': 422,
  'election-does-not-add-up': 422,
  'misconduct-needs-kind': 422,
  'unknown-organ': 422,
  'account-of-another-organ': 422,
} as const satisfies Record<Kind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainRoster(refusal: RosterRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<Kind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const sentences: { readonly [K in Kind]: Sentence<K> } = {
  'no-such-mediator': () =>
    say('名册上没有这名调解员，或者不由您查阅。', 'There is no such mediator, or the entry is not yours to see.'),
  'no-such-committee': () =>
    say(
      '没有这个调解委员会，或者它已经撤销，或者不由您查阅。',
      'There is no such committee, or it has ended, or it is not yours to see.',
    ),
  'mediator-entered-already': () => say('该调解员已经登记。', 'This mediator is on the roster already.'),
  'committee-founded-already': () => say('该调解委员会已经登记。', 'This committee is entered already.'),
  'mediators-kept-elsewhere': () =>
    say(
      '名册由综治中心、乡镇（街道）和村（社区）登记和管理，各管各的。',
      'Rosters are kept by mediation centres, townships and villages, each its own.',
    ),
  'wrong-mediator-state': ({ state, command }) => {
    const [now, what] = [mediatorTerms.mediatorState[state], mediatorTerms.mediatorCommand[command]]
    return say(`目前“${now.zh}”，不能“${what.zh}”。`, `The entry is “${now.en}”, where “${what.en}” is not possible.`)
  },
  'committee-ended-already': () => say('该调解委员会已经撤销。', 'This committee has ended.'),
  'member-needs-committee': () =>
    say(
      '委员和聘任的调解员须写明所在的调解委员会，委员还须写明职务。',
      'For members and those whom a committee engaged, name the committee; for members the role too.',
    ),
  'member-term-too-long': ({ atMost }) => {
    const day = dayInWords(atMost)
    return say(
      `委员每届任期三年，最迟到${day.zh}；期满可以连选连任。`,
      `Members are elected for three years, to ${day.en} at most, and can be elected again.`,
    )
  },
  'mediator-term-passed': ({ until }) => {
    const day = dayInWords(until)
    return say(
      `任期已于${day.zh}届满，请填写今天以后的日期。`,
      `The term ended on ${day.en}; name a day from today on.`,
    )
  },
  'training-in-future': ({ day }) => {
    const on = dayInWords(day)
    return say(`培训日期（${on.zh}）还没有到。`, `The training is dated ${on.en}, which is still to come.`)
  },
  'election-in-future': ({ day }) => {
    const on = dayInWords(day)
    return say(`推选日期（${on.zh}）还没有到。`, `The election is dated ${on.en}, which is still to come.`)
  },
  'election-does-not-add-up': () =>
    say(
      '请核对推选结果：妇女委员、少数民族委员不能多于委员总数，任期届满应当在推选之后。',
      'Check the election: there cannot be more women or members of smaller peoples than members, and the term ends after the election.',
    ),
  'misconduct-needs-kind': () =>
    say(
      '因调解中的不当行为罢免或者解聘的，请写明是哪一种行为。',
      'Whoever is dismissed for misconduct in mediation is told which it was.',
    ),
  'unknown-organ': () => say('机构目录中没有这个单位，请核对。', 'There is no such organ in the directory.'),
  'account-of-another-organ': () =>
    say('这个账号不是本单位办理人员的账号。', 'This account is not of somebody who works in your organ.'),
}

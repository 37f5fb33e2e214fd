/** Relief in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { reliefTerms } from '../../wording/relief-terms.ts'
import type { ReliefRefusal, ReliefRefusalKind } from './relief.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends ReliefRefusalKind> = (refusal: Extract<ReliefRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfReliefRefusal = {
  'no-such-relief': 404,
  'relief-told-already': 409,
  'relief-not-yours': 403,
  'needs-signed-record': 422,
  'wrong-relief-stage': 409,
  'answered-already': 409,
  'history-full': 409,
  'relief-at-kept-out': 422,
  'unknown-organ': 422,
  'no-such-petitioner': 422,
  'day-not-come': 422,
  'day-too-early': 422,
  'day-not-ahead': 422,
  'material-not-there': 422,
  'relief-erased': 409,
} as const satisfies Record<ReliefRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainReliefRefusal(refusal: ReliefRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<ReliefRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

/** Why an organ does not go on with what it was handed: said to whoever had it, in both languages because nobody knows in which it is read. */
export const notWished =
  '信访人已表示不需要，交办随之撤回。/ The petitioner does not wish it any more, so what was handed on is taken back.'

const sentences: { readonly [K in ReliefRefusalKind]: Sentence<K> } = {
  'no-such-relief': () =>
    say('没有这件事项，或者不由您查阅。', 'There is nothing of that kind, or it is not yours to see.'),
  'relief-told-already': () => say('已经告知过。', 'They were told already.'),
  'relief-not-yours': () =>
    say(
      '是否需要救助由信访人本人表示；帮助申请和交办由告知的单位办理。',
      'Whether relief is wished the petitioner says; the organ that told of it helps to apply and hands it on.',
    ),
  'needs-signed-record': () =>
    say(
      '代为记录本人意愿的，应当附上本人签名的笔录。',
      'To write down for a petitioner whether they wish it, attach the record that they signed.',
    ),
  'wrong-relief-stage': ({ stage, command, needs }) => {
    const now = reliefTerms.reliefStage[stage]
    const what = reliefTerms.reliefCommand[command]
    const when = anyOf(needs.map((each) => quoted(reliefTerms.reliefStage[each])))
    return say(
      `目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `It is “${now.en}” now, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'answered-already': () => say('本人已经这样表示过。', 'The petitioner said so already.'),
  'history-full': ({ atMost }) =>
    say(`记录已满${atMost}条，只能表示不需要。`, `Its history holds ${atMost} entries; only a no can still be said.`),
  'relief-at-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是被检举控告的单位，或者隶属于该单位，不能交给它办理。`,
      `“${nameOf(organ).en}” is accused in the petition, or stands below whoever is; nothing is handed to it.`,
    ),
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'no-such-petitioner': () => say('该信访事项没有这位信访人。', 'The petition has no such petitioner.'),
  'day-not-come': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(`${wanted.zh}还没有到（今天是${now.zh}）。`, `${wanted.en} has not come; today is ${now.en}.`)
  },
  'day-too-early': ({ day, not }) => {
    const [wanted, earliest] = [dayInWords(day), dayInWords(not)]
    return say(
      `${wanted.zh}早于告知之日，不能早于${earliest.zh}。`,
      `${wanted.en} lies before the petitioner was told; it cannot be earlier than ${earliest.en}.`,
    )
  },
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不在今天（${now.zh}）之后，请选择以后的日期。`,
      `${wanted.en} does not lie after today, ${now.en}; choose a later day.`,
    )
  },
  'material-not-there': () => say('没有找到该附件，请重新上传。', 'The file is not there; upload it again.'),
  'relief-erased': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(
      `信访事项的内容已于${zh}依法销毁，这里所写内容随之销毁，不能再办理。`,
      `The petition was lawfully erased on ${en}, and with it what was written here; nothing more can be done.`,
    )
  },
}

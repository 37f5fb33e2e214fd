/** Establishments in words: why something is refused. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import type { EstablishmentRefusal, EstablishmentRefusalKind } from './establishment.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends EstablishmentRefusalKind> = (
  refusal: Extract<EstablishmentRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfEstablishmentRefusal = {
  'no-such-establishment': 404,
  'establishment-not-yours': 403,
  'organ-not-active': 422,
  'no-such-allotment': 404,
  'allotment-day-taken': 409,
  'allotment-unchanged': 422,
  'allotment-withdrawn-already': 409,
} as const satisfies Record<EstablishmentRefusalKind, RefusalStatus>

export function explainEstablishment(refusal: EstablishmentRefusal, nameOf: NameOf): Bilingual {
  const sentence = (sentences[refusal.kind] as Sentence<EstablishmentRefusalKind>)(refusal, nameOf)
  if (!('basis' in refusal)) return sentence
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence, say(`依据：${zh}。`, `Basis: ${en}.`))
}

const sentences: { readonly [K in EstablishmentRefusalKind]: Sentence<K> } = {
  'no-such-establishment': () =>
    say('没有这个机关、单位，或者不由您的机关查看。', 'There is no such organ, or your organ does not look over it.'),
  'establishment-not-yours': () =>
    say(
      '编制由本机关或者上一级机关的负责人、系统管理员登记。',
      'The head or an administrator of the organ, or of the one above it, writes down what is allotted.',
    ),
  'organ-not-active': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”已经不再存在，请在承接它职责的机关登记。`,
      `“${nameOf(organ).en}” is no longer there; write it down for the organ that carries it on.`,
    ),
  'no-such-allotment': () => say('没有这一项编制登记。', 'There is no such entry.'),
  'allotment-day-taken': ({ from }) => {
    const { zh, en } = dayInWords(from)
    return say(
      `这个岗位从${zh}起的编制已经登记；登记有误的，请先撤销。`,
      `What this post is allotted from ${en} is written down already; take back the entry if it is mistaken.`,
    )
  },
  'allotment-unchanged': ({ count, since }) => {
    const { zh, en } = dayInWords(since)
    return say(`这个岗位自${zh}起就是${count}名，没有变化。`, `It has been ${count} since ${en}: nothing changes.`)
  },
  'allotment-withdrawn-already': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(`这一项登记已于${zh}撤销。`, `The entry was taken back on ${en}.`)
  },
}

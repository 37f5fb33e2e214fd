/** The window of a centre in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import { intakeTerms } from '../../wording/intake-terms.ts'
import type { IntakeRefusal, IntakeRefusalKind } from './intake.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends IntakeRefusalKind> = (refusal: Extract<IntakeRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfIntakeRefusal = {
  'no-such-intake': 404,
  'taken-in-already': 409,
  'only-centres-take-in': 403,
  'intake-not-yours': 403,
  'intake-became-petition': 409,
  'intake-led-there': 409,
  'petition-not-found': 422,
  'lead-part-missing': 422,
  'lead-refused': 422,
  'names-no-petition': 422,
  'names-a-petition': 422,
  'way-without-place': 422,
  'unknown-organ': 422,
  'day-not-ahead': 422,
  'intake-erased': 409,
} as const satisfies Record<IntakeRefusalKind, RefusalStatus>

export function explainIntake(refusal: IntakeRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<IntakeRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const sentences: { readonly [K in IntakeRefusalKind]: Sentence<K> } = {
  'no-such-intake': () => say('没有这次接待，或者不由您查阅。', 'There is no such visit, or it is not yours to see.'),
  'taken-in-already': () => say('已经接待登记。', 'They were taken in already.'),
  'only-centres-take-in': () =>
    say('只有矛盾纠纷调解中心的窗口办理接待登记。', 'Only the window of a mediation centre takes people in.'),
  'intake-not-yours': () => say('由本中心的经办人、负责人办理。', 'Those who handle or head at the centre do this.'),
  'intake-became-petition': ({ petition }) =>
    say(
      `已经登记为信访事项（${petition}），以后在那里办理。`,
      `It was registered as petition ${petition} and goes on there.`,
    ),
  'petition-not-found': ({ petition }) =>
    say(
      `没有“${petition}”这件信访事项，或者不由您查阅。`,
      `There is no petition ${petition}, or it is not yours to see.`,
    ),
  'intake-led-there': ({ there }) =>
    there === 'dispute'
      ? say('已经记入矛盾纠纷台账，以后在那里办理。', 'It stands in the dispute ledger and goes on there.')
      : say('已经开展调解，以后在那里办理。', 'A mediation was opened, and it goes on there.'),
  'lead-part-missing': ({ lead }) => {
    const { zh, en } = intakeTerms.leadKind[lead]
    return say(`“${zh}”所需的内容没有填写。`, `What is needed for “${en}” is missing.`)
  },
  'lead-refused': ({ lead, says }) => {
    const { zh, en } = intakeTerms.leadKind[lead]
    return inSequence(say(`“${zh}”没有办成。`, `“${en}” was not possible.`), says)
  },
  'names-no-petition': () => say('请写明登记后的信访事项编号。', 'Say which petition it was registered as.'),
  'names-a-petition': () =>
    say('只有登记为信访事项的才填信访事项编号。', 'Only what was registered as a petition names one.'),
  'way-without-place': () =>
    say(
      '说明法定途径的，应当写明到哪里办；反之亦然。',
      'Another way of the law is explained with where to go, and not one without the other.',
    ),
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(`${wanted.zh}已经过去（今天是${now.zh}）。`, `${wanted.en} has passed; today is ${now.en}.`)
  },
  'intake-erased': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(`内容已于${zh}依法销毁，不能再办理。`, `It was lawfully erased on ${en}; nothing more can be done.`)
  },
}

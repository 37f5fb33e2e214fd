/** The tasks in words: why something is refused. A refusal without both languages does not compile. */
import type { OrganId } from '../kernel/organ.ts'
import { basisInWords } from '../law/basis.ts'
import type { RefusalStatus } from '../platform/http/call.ts'
import { anyOf, type Bilingual, inSequence, say } from '../wording/bilingual.ts'
import { dayInWords } from '../wording/days.ts'
import { taskTerms } from '../wording/task-terms.ts'
import type { TaskRefusal, TaskRefusalKind } from './task.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends TaskRefusalKind> = (refusal: Extract<TaskRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfTaskRefusal = {
  'no-such-task': 404,
  'task-given-already': 409,
  'wrong-task-stage': 409,
  'task-is-anothers': 403,
  'own-report': 403,
  'giver-is-kept-out': 422,
  'doer-is-kept-out': 422,
  'person-is-kept-out': 422,
  'leads-nothing-there': 422,
  'unknown-organ': 422,
  'about-no-petition': 422,
  'day-not-ahead': 422,
  'not-an-extension': 422,
  'not-reported-yet': 409,
  'task-erased': 409,
  'material-not-there': 422,
  'clock-still-running': 409,
} as const satisfies Record<TaskRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainTask(refusal: TaskRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<TaskRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in TaskRefusalKind]: Sentence<K> } = {
  'no-such-task': () => say('没有这件落实事项，或者不由您查阅。', 'There is no such task, or it is not yours to see.'),
  'task-given-already': () => say('该落实事项已经交办。', 'This task was given already.'),
  'wrong-task-stage': ({ stage, command, needs }) => {
    const now = taskTerms.taskStage[stage]
    const what = taskTerms.taskCommand[command]
    const when = anyOf(needs.map((each) => quoted(taskTerms.taskStage[each])))
    return say(
      `该落实事项目前“${now.zh}”，不能“${what.zh}”；${when.zh}时方可办理。`,
      `The task is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'task-is-anothers': ({ whose }) =>
    whose === 'doer'
      ? say('由承担该事项的单位报告落实情况。', 'The organ that has to do it reports on it.')
      : say(
          '由交办人或者接替的人办理；没有指定交办人、交办人已经离任的，由交办单位的负责人、领导办理。',
          'Whoever gave it or took it over does this; where nobody was named or they have left, the heads and leaders of the giving organ do.',
        ),
  'own-report': () =>
    say('报告落实情况的人不能自己销号。', 'Whoever reported on it does not close it; another person has to.'),
  'giver-is-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是所涉信访事项的被检举控告单位，或者隶属于该单位，不得交办。`,
      `“${nameOf(organ).en}” is accused in the petition, or stands below whoever is; it gives nothing here.`,
    ),
  'doer-is-kept-out': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”是所涉信访事项的被检举控告单位，或者隶属于该单位，不得承担。`,
      `“${nameOf(organ).en}” is accused in the petition, or stands below whoever is; it must not learn of this.`,
    ),
  'person-is-kept-out': () =>
    say(
      '所指定的人是所涉信访事项的当事人员，或者其下属，应当回避。',
      'The person is named in the petition, or answers to somebody who is, and has no part in it.',
    ),
  'leads-nothing-there': ({ organ }, nameOf) =>
    say(
      `只能移交给“${nameOf(organ).zh}”现任的负责人或者领导。`,
      `It is handed over only to somebody who heads or leads “${nameOf(organ).en}” today.`,
    ),
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'about-no-petition': ({ petition }) =>
    say(`没有“${petition}”这件信访事项，或者已经依法销毁。`, `There is no petition ${petition}, or it was erased.`),
  'day-not-ahead': ({ day, today }) => {
    const [wanted, now] = [dayInWords(day), dayInWords(today)]
    return say(
      `${wanted.zh}不在今天（${now.zh}）之后，请选择以后的日期。`,
      `${wanted.en} does not lie after today, ${now.en}; choose a later day.`,
    )
  },
  'not-an-extension': ({ until }) => {
    const { zh, en } = dayInWords(until)
    return say(`延期应当晚于现在的期限（${zh}）。`, `More time has to end after the day as it is now, ${en}.`)
  },
  'not-reported-yet': () =>
    say('尚未报告落实情况，不能销号。', 'Nothing was reported on it yet; it is closed only after a report.'),
  'task-erased': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(
      `所涉信访事项的内容已于${zh}依法销毁，本事项所写内容随之销毁，不能再办理。`,
      `The petition was lawfully erased on ${en}, and with it what was written here; nothing more can be done.`,
    )
  },
  'material-not-there': () => say('没有找到该附件，请重新上传。', 'The file is not there; upload it again.'),
  'clock-still-running': () =>
    say('该期限尚未届满，或者已经处理。', 'That limit has not ended, or was dealt with already.'),
}

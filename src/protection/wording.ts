/** The protection room in words: its codes, and why something is refused. A code or refusal without both languages does not compile. */
import type { OrganId } from '../kernel/organ.ts'
import { basisInWords } from '../law/basis.ts'
import type { RefusalStatus } from '../platform/http/call.ts'
import { type Bilingual, inSequence, listed, say } from '../wording/bilingual.ts'
import { dayInWords } from '../wording/days.ts'
import { reportTerms } from '../wording/report-terms.ts'
import type { ReportRefusal, ReportRefusalKind } from './protection.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends ReportRefusalKind> = (refusal: Extract<ReportRefusal, { kind: K }>, nameOf: NameOf) => Bilingual

export const statusOfReportRefusal = {
  'no-such-report': 404,
  'report-made-already': 409,
  'report-not-yours': 403,
  'wrong-report-stage': 409,
  'organ-without-part': 422,
  'nobody-above': 422,
  'report-passed-on-already': 409,
  'measures-without-finding': 422,
  'too-many-reports-today': 429,
  'right-to-contest-lapsed': 422,
  'answer-not-overdue': 422,
  'clock-still-running': 409,
} as const satisfies Record<ReportRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainReport(refusal: ReportRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<ReportRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const quoted = ({ zh, en }: Bilingual): Bilingual => say(`“${zh}”`, `“${en}”`)

const sentences: { readonly [K in ReportRefusalKind]: Sentence<K> } = {
  'no-such-report': () => say('没有这件线索，或者不由您查阅。', 'There is no such report, or it is not yours to see.'),
  'report-made-already': () =>
    say('该线索已经反映过，请查看进展。', 'This report was made already; see where it stands.'),
  'report-not-yours': () =>
    say(
      '只有反映人本人和正在处理该线索的机关可以办理。',
      'Only the petitioner who made the report, and the organ that hears it now, can do this.',
    ),
  'wrong-report-stage': ({ stage, command, needs }) => {
    const now = reportTerms.reportStage[stage]
    const what = reportTerms.reportCommand[command]
    const when = listed(needs.map((each) => quoted(reportTerms.reportStage[each])))
    return say(
      `该线索目前“${now.zh}”，不能“${what.zh}”；在${when.zh}时方可办理。`,
      `The report is “${now.en}”, where “${what.en}” is not possible; it is possible at ${when.en}.`,
    )
  },
  'organ-without-part': ({ organ }, nameOf) =>
    say(
      `“${nameOf(organ).zh}”没有参与这件信访事项，也不是所反映的单位；请从列出的机关中选择，或者不选。`,
      `“${nameOf(organ).en}” has no part in this petition, nor is it about that organ; choose one of those listed, or none.`,
    ),
  'nobody-above': () =>
    say(
      '本系统中再没有可以处理该线索的上级机关，请直接向国家信访局或者纪检监察机关反映。',
      'No organ above can hear this report here; turn to the national petition bureau or a discipline body directly.',
    ),
  'report-passed-on-already': () =>
    say('该线索已经移送过一次，请调查后答复。', 'The report was passed on once already; look into it and answer.'),
  'measures-without-finding': ({ finding }) => {
    const found = reportTerms.finding[finding]
    return say(
      `调查结论为“${found.zh}”的，不能同时采取处理措施；请更正结论或者取消措施。`,
      `Measures do not go with the finding “${found.en}”; change the finding or leave the measures out.`,
    )
  },
  'too-many-reports-today': ({ atMost }) =>
    say(
      `今天已经反映了${atMost}次，请明天再补充。`,
      `You have made ${atMost} reports today; add what is missing tomorrow.`,
    ),
  'right-to-contest-lapsed': ({ lastDay }) => {
    const { zh, en } = dayInWords(lastDay)
    return say(
      `请上一级处理的期限已于${zh}届满；情况有变化的，可以另行反映。`,
      `The time to take it higher ended on ${en}; if something new happens, make another report.`,
    )
  },
  'answer-not-overdue': ({ lastDay }) => {
    const { zh, en } = dayInWords(lastDay)
    return say(
      `答复的期限是${zh}；到期仍未答复的，次日起可以请上一级处理。`,
      `The answer is due by ${en}; if it has not come, you can take the report higher from the next day on.`,
    )
  },
  'clock-still-running': () =>
    say('该期限尚未届满，或者已经处理。', 'That limit has not ended, or was dealt with already.'),
}

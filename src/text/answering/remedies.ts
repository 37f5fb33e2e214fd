/** Whether an answer tells how it can be contested: by which way, within how long, and with whom. */

/** To look at a machine again is a 复查 too: these are remedies where they are asked for. */
const way = /(?:申请|请求|提出|提请)[^，。；]{0,12}(?:复查|复核)|复议|诉讼|起诉|仲裁|申诉/u
/** That it can be done, and not that it was: 可以申请, 不服的, 有权. */
const open =
  /不服|可(?:以)?(?:自|在|于|向|到|依法|申请|提起|通过|按|就)|有权|请(?:您|你)?(?:于|在|自|向|到|依法|通过)|建议.{0,20}(?:申请|提起|通过|向)/u
const span = /[一二三四五六七八九十两\d]{1,4}(?:个)?(?:工作日|日|天|个?月|年)(?:之?内|以内)?/u
const body = /(?:向|到|由|请求|申请|提请)[^，。；,;]{0,40}?(?:机关|单位|部门|政府|法院|委员会|仲裁委|局|厅|委|办)/u

export type RemedyPart = 'way' | 'days' | 'body'

export interface RemedyTold {
  /** The words that tell a way; none where there is none. */
  readonly said: string | null
  readonly missing: readonly RemedyPart[]
}

/** Read sentence by sentence: the days of the sentence before, in which something else was promised, are none for a review. */
export function remedyToldIn(text: string): RemedyTold {
  const sentences = text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .split(/(?<=[。；;！!？?])/u)
  const telling = sentences.filter((sentence) => way.test(sentence) && open.test(sentence))
  if (telling.length === 0) return { said: null, missing: ['way', 'days', 'body'] }
  const missing = (
    [
      ['days', span],
      ['body', body],
    ] as const
  ).flatMap(([part, pattern]) => (telling.some((sentence) => pattern.test(sentence)) ? [] : [part]))
  return { said: telling[0] ?? null, missing }
}

/** The early warnings in words: why something is refused, and how a rise was found. */
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { RefusalStatus } from '../../platform/http/call.ts'
import { type Bilingual, inSequence, say } from '../../wording/bilingual.ts'
import { dayInWords } from '../../wording/days.ts'
import type { Found, WarningRefusal, WarningRefusalKind } from './warning.ts'

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends WarningRefusalKind> = (
  refusal: Extract<WarningRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const statusOfWarningRefusal = {
  'no-such-warning': 404,
  'warning-raised-already': 409,
  'warning-answered-already': 409,
  'warning-is-anothers': 403,
  'unknown-organ': 422,
  'clock-still-running': 409,
} as const satisfies Record<WarningRefusalKind, RefusalStatus>

/** One refusal as whole sentences, ending with what it rests on, if it rests on anything. */
export function explainWarning(refusal: WarningRefusal, nameOf: NameOf): Bilingual {
  const sentence = sentences[refusal.kind] as Sentence<WarningRefusalKind>
  if (!('basis' in refusal)) return sentence(refusal, nameOf)
  const { zh, en } = basisInWords(refusal.basis)
  return inSequence(sentence(refusal, nameOf), say(`依据：${zh}。`, `Basis: ${en}.`))
}

const sentences: { readonly [K in WarningRefusalKind]: Sentence<K> } = {
  'no-such-warning': () =>
    say('没有这条预警，或者没有发给您的单位。', 'There is no such warning, or it was not sent to your organ.'),
  'warning-raised-already': () => say('这条预警已经发出。', 'This warning was raised already.'),
  'warning-answered-already': ({ on }) => {
    const { zh, en } = dayInWords(on)
    return say(`这条预警已于${zh}回复。`, `This warning was answered on ${en}.`)
  },
  'warning-is-anothers': () =>
    say(
      '由当地信访部门、矛盾纠纷化解中心或者主要承办单位的经办人、负责人、领导核实回复；逾期未回复的，由上一级信访部门一并核实。',
      'Whoever handles or leads in the bureau of the place, its centre or the organ that has most of the matters answers it; the bureau above does once it has come up to it.',
    ),
  'unknown-organ': ({ organ }) => say(`没有“${organ}”这个机关、单位。`, `There is no organ ${organ}.`),
  'clock-still-running': () =>
    say('该期限尚未届满，或者已经处理。', 'That limit has not ended, or was dealt with already.'),
}

const shown = (number: number): string => (number < 10 ? number.toFixed(1) : String(Math.round(number)))

/** How it was found: what came, what was to be expected and by what, and how sure that is. */
export function whyWarned(found: Found): readonly Bilingual[] {
  const { from, until, count, expected, low, high, oneInTenTo, dispersion, isSeasonKnown, knownWeeks, again } = found
  const [first, last] = [dayInWords(from), dayInWords(until)]
  return [
    say(
      `${first.zh}至${last.zh}共 ${count} 件，按过去的情况预计约 ${shown(expected)} 件，正常波动范围 ${low}–${high} 件。`,
      `From ${first.en} to ${last.en} there were ${count}; by the past about ${shown(expected)} were to be expected, and between ${low} and ${high} would be chance.`,
    ),
    say(
      `如果情况没有变化，出现这么多件的可能性约为${oddsZh(oneInTenTo)}。`,
      `If nothing has changed, so many come about ${oddsEn(oneInTenTo)}.`,
    ),
    isSeasonKnown
      ? say(
          `与本地同类事项过去 ${knownWeeks} 周比较，已考虑往年同期的高低。`,
          `Held against the ${knownWeeks} weeks before, with the same weeks of earlier years allowed for.`,
        )
      : say(
          `与本地同类事项过去 ${knownWeeks} 周比较；登记不足两年，尚不能考虑往年同期的高低。`,
          `Held against the ${knownWeeks} weeks before; with less than two years behind it the season could not be allowed for.`,
        ),
    dispersion > 1.2
      ? say(
          '这类事项平时就成批出现，波动大于偶然，判断时已经放宽。',
          'Matters like these come in bunches and vary more than chance alone; that was allowed for.',
        )
      : say('这类事项平时的波动与偶然相符。', 'Matters like these vary no more than chance does.'),
    ...(again > 0
      ? [say(`其中 ${again} 件是同一事项再次反映。`, `${again} of them are the same matter as one before.`)]
      : []),
  ]
}

/** Beyond one in a million nobody can say how sure a model is. */
const mostTold = 6
const oddsZh = (power: number): string =>
  power >= mostTold ? '百万分之一以下' : power >= 4 ? '万分之一以下' : `${Math.round(10 ** power)} 分之一`
const oddsEn = (power: number): string =>
  power >= mostTold
    ? 'less than once in a million'
    : power >= 4
      ? 'less than once in ten thousand'
      : `once in ${Math.round(10 ** power)}`

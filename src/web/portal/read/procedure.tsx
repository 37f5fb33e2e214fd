/** The procedure in plain words. Every count and article comes from the law's own table, so that no page can say another number. */

import type { Span } from '../../../kernel/span.ts'
import { basisInWords } from '../../../law/basis.ts'
import { clocks } from '../../../law/cn-2022/clocks.ts'
import type { Words } from '../locales/zh.ts'
import { useSpeech, useWords } from '../shell/language.tsx'

function inWords(span: Span, words: Words): string {
  if (span.unit === 'designated') return ''
  return span.unit === 'days' ? words.procedure.day(span.count) : words.procedure.workingDay(span.count)
}

/** The stations that every appeal passes, from registration to the last instance. */
function stationsIn(words: Words) {
  const { procedure } = words
  const span = (rule: keyof typeof clocks) => inWords(clocks[rule].span, words)
  return [
    { rule: 'route', ...procedure.register, text: procedure.register.text(span('route')) },
    { rule: 'notify', ...procedure.notify, text: procedure.notify.text(span('notify'), span('objectToTransfer')) },
    {
      rule: 'handle',
      ...procedure.handle,
      text: procedure.handle.text(span('handle'), inWords(clocks.handle.extendableBy, words)),
    },
    { rule: 'requestReview', ...procedure.requestReview, text: procedure.requestReview.text(span('requestReview')) },
    { rule: 'review', ...procedure.review, text: procedure.review.text(span('review')) },
    {
      rule: 'requestReexamination',
      ...procedure.requestReexamination,
      text: procedure.requestReexamination.text(span('requestReexamination')),
    },
    { rule: 'reexamine', ...procedure.reexamine, text: procedure.reexamine.text(span('reexamine')) },
  ] as const
}

/** How many stations the short form shows: enough to know that an answer must come, and that it can be contested. */
const few = 4

export function Procedure({ short = false }: { short?: boolean }) {
  const { words, language } = useSpeech()
  const stations = stationsIn(words)
  return (
    <ol class="stations">
      {stations.slice(0, short ? few : stations.length).map(({ rule, title, text }) => (
        <li key={rule} class={clocks[rule].binds === 'petitioner' ? 'yours' : undefined}>
          <p class="span">{inWords(clocks[rule].span, words)}</p>
          <div>
            <h3>{title}</h3>
            <p>{text}</p>
            <p class="basis">{basisInWords(clocks[rule].basis)[language]}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}

export function OtherWays() {
  const words = useWords()
  const { procedure } = words
  const others = procedure.others(
    inWords(clocks.acceptSimplified.span, words),
    inWords(clocks.answerSimplified.span, words),
  )
  return (
    <section>
      <h2>{procedure.othersTitle}</h2>
      <dl class="plain">
        {others.map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

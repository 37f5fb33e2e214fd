/** The answer: in one sentence, then step by step, then what it is worth. */
import type { Diagnosis } from '../../proof/diagnosis.ts'
import type { Examined, Pair } from '../../proof/examine.ts'
import { type Answer, answerIn, type KeysFrom, type Mark, receiptInWords } from '../../wording/proof.ts'
import { checkTerms, markTerms, successionTerms, trustTerms } from '../../wording/proof-terms.ts'
import type { Bilingual } from '../shared/language.ts'
import { AskedSays, type AskState } from './asking.tsx'
import type { Held } from './held.ts'
import { useSpeech } from './speech.tsx'

interface AnswersProps {
  readonly held: readonly Held[]
  readonly examined: Examined
  readonly asked: AskState
  readonly from: KeysFrom
  /** Null where there is nobody to ask. */
  readonly onAsk: (() => void) | null
}

export function Answers({ held, examined, asked, from, onAsk }: AnswersProps) {
  const { say } = useSpeech()
  const { papers, pairs } = examined
  if (papers.length === 0 && pairs.length === 0) {
    return held.some(({ given }) => given.kind === 'unreadable') ? null : <p class="hint screen">{say.nothing}</p>
  }
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{say.answerTitle}</h2>
      <Contradiction pairs={pairs} />
      {papers.map(({ name, diagnosis }) => (
        <One
          key={name}
          name={papers.length > 1 ? name : null}
          diagnosis={diagnosis}
          asked={asked}
          from={from}
          onAsk={onAsk}
        />
      ))}
      <Pairs pairs={pairs} />
      <div class="buttons screen">
        <button type="button" class="button second" onClick={() => window.print()}>
          {say.print}
        </button>
      </div>
    </section>
  )
}

interface OneProps extends Pick<AnswersProps, 'asked' | 'from' | 'onAsk'> {
  readonly name: string | null
  readonly diagnosis: Diagnosis
}

const look: Readonly<Record<Diagnosis['outcome'], string>> = {
  proven: 'verdict good',
  signed: 'verdict part',
  unsure: 'verdict unsure',
  false: 'verdict bad',
}

function One({ name, diagnosis, asked, from, onAsk }: OneProps) {
  const { say, language } = useSpeech()
  const answer = answerIn(diagnosis, from)
  const isKeyMissing = diagnosis.outcome === 'unsure' && from === null
  const isProofMissing = diagnosis.outcome === 'signed'
  return (
    <article>
      <div class={look[diagnosis.outcome]} role="status">
        {name ? <p class="which">{name}</p> : null}
        <p class="says">{answer.says[language]}</p>
        <p>{answer.next[language]}</p>
        {onAsk && (isKeyMissing || isProofMissing) ? (
          <button type="button" class="button screen" disabled={asked.kind === 'asking'} onClick={onAsk}>
            {asked.kind === 'asking' ? say.asking : isKeyMissing ? say.askNow : say.ask}
          </button>
        ) : null}
        <AskedSays state={asked} />
      </div>
      {from ? <p class="trust">{trustTerms[from][language]}</p> : null}
      <Receipt diagnosis={diagnosis} over={answer.over} />
      <Checks answer={answer} />
      <Worth title={say.proves} items={answer.proves} />
      <Worth title={say.provesNot} items={answer.provesNot} />
      <Texts diagnosis={diagnosis} />
    </article>
  )
}

function Receipt({ diagnosis: { receipt }, over }: { diagnosis: Diagnosis; over: Bilingual }) {
  const { language } = useSpeech()
  return (
    <>
      <h3>{over[language]}</h3>
      <dl class="facts">
        {receiptInWords(receipt).map(({ name, value }) => (
          <div key={name.en}>
            <dt>{name[language]}</dt>
            <dd>{value[language]}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const sign: Readonly<Record<Mark, string>> = { good: '✓', bad: '✗', missing: '–', 'unknown-key': '?' }

function Checks({ answer: { checks } }: { answer: Answer }) {
  const { say } = useSpeech()
  return (
    <>
      <h3>{say.steps}</h3>
      <ul class="checks">
        {checks.map(({ name, mark, says }) => (
          <Step key={name.en} name={name} mark={mark} says={says} />
        ))}
      </ul>
    </>
  )
}

function Step({ name, mark, says }: Answer['checks'][number]) {
  const { language } = useSpeech()
  return (
    <li class={mark}>
      <span class="sign" aria-hidden="true">
        {sign[mark]}
      </span>
      <p>
        <strong>{name[language]}</strong> <span class="mark">{markTerms[mark][language]}</span>
        <br />
        {says[language]}
      </p>
    </li>
  )
}

function Worth({ title, items }: { title: string; items: readonly Bilingual[] }) {
  const { language } = useSpeech()
  if (items.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.en}>{item[language]}</li>
        ))}
      </ul>
    </>
  )
}

/** Closed at first: whoever shows somebody the answer need not show them the letter. */
function Texts({ diagnosis: { opened } }: { diagnosis: Diagnosis }) {
  const { say } = useSpeech()
  if (opened.length === 0) return null
  return (
    <details>
      <summary>{say.textsTitle(opened.length)}</summary>
      <p class="hint">{say.textsHint}</p>
      {opened.map(({ ref, text }) => (
        <blockquote key={ref}>{text}</blockquote>
      ))}
    </details>
  )
}

const markOf = (succession: Pair['succession']): Mark =>
  succession === 'same' || succession === 'continues'
    ? 'good'
    : succession === 'rewritten' || succession === 'files-damaged'
      ? 'bad'
      : 'missing'

/** The gravest that can be found stands before everything else. */
function Contradiction({ pairs }: { pairs: readonly Pair[] }) {
  const { language } = useSpeech()
  if (pairs.every(({ succession }) => succession !== 'rewritten')) return null
  return (
    <div class="verdict bad" role="status">
      <p class="says">{successionTerms.rewritten[language]}</p>
    </div>
  )
}

function Pairs({ pairs }: { pairs: readonly Pair[] }) {
  const { language } = useSpeech()
  if (pairs.length === 0) return null
  return (
    <>
      <h3>{checkTerms.succession[language]}</h3>
      <ul class="checks">
        {pairs.map(({ older, newer, succession }) => (
          <li key={`${older}/${newer}`} class={markOf(succession)}>
            <span class="sign" aria-hidden="true">
              {sign[markOf(succession)]}
            </span>
            <p>
              <strong>
                {older} → {newer}
              </strong>
              <br />
              {successionTerms[succession][language]}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { DaysLeft, shownNumber } from '../petition/words.tsx'
import type { CaseSummary as Summary } from './summary.ts'
import { useSummaryWords } from './words.ts'
import './summary.css'

/** One page about a petition, as it was made on its day: read on a phone from top to bottom. */
export function CaseSummary({ summary }: { readonly summary: Summary }) {
  const { language } = useLanguage()
  const say = useSummaryWords()
  return (
    <article className="summary" aria-label={say.title}>
      <Head summary={summary} />
      <Asks summary={summary} />
      <Stands summary={summary} />
      <DoneSoFar summary={summary} />
      <Others title={say.linked} cases={summary.linked} />
      <Others title={say.similar} cases={summary.similar} />
      <Allows summary={summary} />
      <p className="summary-made faint">
        {say.madeOn(fullDay(summary.asOf, language))}
        {summary.sealed.map((seal) => (
          <span key={seal}> {say.sealed[seal]}</span>
        ))}
      </p>
    </article>
  )
}

interface Part {
  readonly summary: Summary
}

function Head({ summary }: Part) {
  const { term, language } = useLanguage()
  const say = useSummaryWords()
  return (
    <header>
      <p className="summary-line faint">
        <span className="petition-number">{shownNumber(summary.number)}</span>
        <span>{term('class', summary.class)}</span>
        <span>{term('channel', summary.channel)}</span>
        {summary.headcount > 1 && <span>{say.headcount(summary.headcount)}</span>}
        <time className="nowrap">{fullDay(summary.registeredOn, language)}</time>
      </p>
    </header>
  )
}

function Asks({ summary }: Part) {
  const { words, term, pick, language } = useLanguage()
  const say = useSummaryWords()
  return (
    <section>
      <h2>{say.asks}</h2>
      <ol className="summary-asks">
        {summary.asks.map(({ claim, text, answer }) => (
          <li key={claim}>
            <p>{text}</p>
            {answer ? (
              <p className="summary-answer">
                <strong>{term('outcome', answer.outcome)}</strong>{' '}
                <span className="faint">
                  {pick(answer.organ)} {fullDay(answer.on, language)}
                </span>
                <br />
                {answer.text}
              </p>
            ) : (
              <p className="faint">{say.notAnswered}</p>
            )}
          </li>
        ))}
      </ol>
      {summary.about.length > 0 && (
        <p className="soft">
          {say.about}
          {words.colon}
          {summary.about.map(pick).join(words.law.comma)}
        </p>
      )}
    </section>
  )
}

function Stands({ summary }: Part) {
  const { words, term, pick, language } = useLanguage()
  const say = useSummaryWords()
  return (
    <section>
      <h2>{say.stands}</h2>
      <p>
        <strong>{term('stage', summary.stage)}</strong> {say.holder(pick(summary.holder))}
      </p>
      {summary.clocks.length === 0 && <p className="faint">{say.noClocks}</p>}
      <ul className="summary-clocks summary-lined" aria-label={say.clocks}>
        {summary.clocks.map((clock) => (
          <li key={clock.rule + clock.lastDay + clock.organ?.id}>
            <DaysLeft {...clock} />
            <span>
              {pick(clock.name)} <span className="nowrap">{fullDay(clock.lastDay, language)}</span>{' '}
              <span className="faint">
                {clock.organ && pick(clock.organ)} {pick(clock.basis)}
                {clock.extendableUntil &&
                  words.law.semicolon + say.extendable(fullDay(clock.extendableUntil, language))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function DoneSoFar({ summary }: Part) {
  const { pick, language } = useLanguage()
  const say = useSummaryWords()
  const { done, leftOut } = summary
  return (
    <section>
      <h2>{say.done}</h2>
      <ol className="summary-done summary-lined">
        {done.map(({ on, name, organ, to }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a summary is made once and does not change
          <li key={at}>
            <time className="nowrap faint">{fullDay(on, language)}</time>
            <span>
              {pick(name)}{' '}
              <span className="faint">
                {organ && pick(organ)}
                {to && ` → ${pick(to)}`}
              </span>
              {at === 0 && leftOut > 0 && <em className="summary-left-out faint">{say.leftOut(leftOut)}</em>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Others({ title, cases }: { readonly title: string; readonly cases: Summary['similar'] }) {
  const { term, pick } = useLanguage()
  if (cases.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="summary-others">
        {cases.map(({ number, title: its, stage, holder }) => (
          <li key={number}>
            {its}{' '}
            <span className="faint">
              <span className="nowrap">{shownNumber(number)}</span> {term('stage', stage)} {pick(holder)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const kinds = ['owed', 'right', 'outcome', 'procedure'] as const

function Allows({ summary }: Part) {
  const { pick, language } = useLanguage()
  const say = useSummaryWords()
  if (summary.allows.length === 0) return null
  return (
    <section>
      <h2>{say.allows}</h2>
      <dl className="summary-allows">
        {kinds.map((kind) => {
          const rows = summary.allows.filter((each) => each.kind === kind)
          if (rows.length === 0) return null
          return (
            <div key={kind}>
              <dt>{say.allowsKind[kind]}</dt>
              {rows.map(({ id, name, until, basis }) => (
                <dd key={id}>
                  {pick(name)}
                  {until && <span className="nowrap"> {say.until(fullDay(until, language))}</span>}{' '}
                  <span className="faint">{pick(basis)}</span>
                </dd>
              ))}
            </div>
          )
        })}
      </dl>
    </section>
  )
}

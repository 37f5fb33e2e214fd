/** What was done in an owned case and what came of it, with the petitioner’s own words beside. */
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import type { OwnershipView } from './ownership.ts'
import { useOwnershipWords } from './words.ts'

interface Part {
  readonly ownership: OwnershipView
}

export function Done({ ownership }: Part) {
  return (
    <>
      <Meetings ownership={ownership} />
      <Help ownership={ownership} />
      <Results ownership={ownership} />
      <AnotherOwner ownership={ownership} />
    </>
  )
}

function Meetings({ ownership: { meetings } }: Part) {
  const { words: shared, language } = useLanguage()
  const { say } = useOwnershipWords()
  if (meetings.length === 0) return null
  return (
    <section className="report-part">
      <h2>{say.page.meetings}</h2>
      {meetings.map(({ ref, heldOn, place, present, said, words }) => (
        <article key={ref} className="ownership-entry">
          <p className="faint">
            {fullDay(heldOn, language)} · {place}
            {present && ` · ${say.page.present}${shared.colon}${present}`}
          </p>
          <p className="prose">{said}</p>
          <blockquote className="ownership-quote">
            <span className="faint">{say.page.words}</span>
            <p className="prose">{words}</p>
          </blockquote>
        </article>
      ))}
    </section>
  )
}

function Help({ ownership: { help } }: Part) {
  const { language } = useLanguage()
  const { say, said } = useOwnershipWords()
  if (help.length === 0) return null
  return (
    <section className="report-part">
      <h2>{say.page.help}</h2>
      <ul className="ownership-list">
        {help.map(({ ref, kind, on, explained, answer }) => (
          <li key={ref}>
            {said('ownershipHelp', kind)}{' '}
            <span className="faint">
              {fullDay(on, language)} · {said('ownershipHelpAnswer', answer)}
            </span>
            <p className="prose">{explained}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Results({ ownership }: Part) {
  const { language } = useLanguage()
  const { say, said } = useOwnershipWords()
  const { results, statements } = ownership
  if (results.length === 0) return null
  return (
    <section className="report-part">
      <h2>{say.page.results}</h2>
      {results.map(({ on, outcome, result, remains }) => (
        <article key={on + result} className="ownership-entry">
          <p>
            {said('ownershipOutcome', outcome)} <span className="faint">{fullDay(on, language)}</span>
          </p>
          <p className="prose">{result}</p>
          {remains && (
            <p className="prose">
              <span className="faint">{say.page.remains} </span>
              {remains}
            </p>
          )}
        </article>
      ))}
      <Views ownership={ownership} />
      {statements.length > 0 && <h2 className="ownership-next">{say.page.statements}</h2>}
      {statements.map(({ on, name, statement }) => (
        <article key={on + statement} className="ownership-entry">
          <p className="faint">
            {name} · {fullDay(on, language)}
          </p>
          <p className="prose">{statement}</p>
        </article>
      ))}
    </section>
  )
}

function Views({ ownership: { petition, views, askings, asked } }: Part) {
  const { pick, language } = useLanguage()
  const { say, said } = useOwnershipWords()
  return (
    <>
      <h2 className="ownership-next">{say.page.views}</h2>
      {views.length === 0 && <p>{say.page.noView}</p>}
      {views.map(({ on, how, view, words, materials }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: views are only ever added behind the last
        <blockquote key={at} className="ownership-quote">
          <p>
            <b>{said('ownershipView', view)}</b>{' '}
            <span className="faint">
              {how === 'key' ? say.page.byKey : say.page.signed} · {fullDay(on, language)}
            </span>
          </p>
          {words && <p className="prose">{words}</p>}
          {materials.map(({ ref, name }) => (
            <p key={ref}>
              <a href={`/api/ownerships/${petition}/materials/${ref}`} download>
                {name}
              </a>
            </p>
          ))}
        </blockquote>
      ))}
      {askings.length > 0 && (
        <>
          <p className="faint">{say.page.asked(asked.days, asked.atLeast)}</p>
          <ul className="ownership-list">
            {askings.map(({ askedOn, organ, way, note }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: askings are only ever added behind the last
              <li key={at}>
                <span className="faint">
                  {fullDay(askedOn, language)} · {said('ownershipAskingWay', way)} · {pick(organ)}
                </span>{' '}
                {note}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function AnotherOwner({ ownership: { anotherOwner } }: Part) {
  const { pick, language } = useLanguage()
  const { say } = useOwnershipWords()
  if (anotherOwner.length === 0) return null
  return (
    <section className="report-part">
      <h2>{say.page.another}</h2>
      <ul className="ownership-list">
        {anotherOwner.map(({ ref, on, reason, decided }) => (
          <li key={ref}>
            <span className="faint">{fullDay(on, language)}</span>
            <p className="prose">{reason}</p>
            {decided ? (
              <p>
                {decided.isGranted ? say.page.granted : say.page.refused}{' '}
                <span className="faint">
                  {pick(decided.organ)} · {fullDay(decided.on, language)}
                </span>{' '}
                {decided.reason}
              </p>
            ) : (
              <p className="faint">{say.page.waiting}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

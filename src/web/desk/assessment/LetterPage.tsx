/** One letter of responsibility: what is agreed, what was issued by it, what was objected to, and what can be done now. */
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Clock } from '../petition/clocks.tsx'
import { Pairs } from '../petition/facts.tsx'
import { type Letter, useIndicators, useLetter } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'
import { Issues } from './Issues.tsx'
import { LetterActDialog } from './LetterActDialog.tsx'
import { Objections } from './Objections.tsx'
import { TargetOf } from './ScoreTable.tsx'
import { Tabs } from './Tabs.tsx'
import '../petition/petition.css'
import '../reports/reports.css'
import './assessment.css'

export function LetterPage() {
  const { letter = '' } = useParams()
  const read = useLetter(letter)
  if (read.isPending) return <Skeleton lines={12} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={letter} letter={read.data} />
}

function Whole({ letter }: { readonly letter: Letter }) {
  const { pick, language } = useLanguage()
  const { say, named } = useAssessmentWords()
  const { upper, lower, year, covers, stage, draftedOn, carriesOn, draft, inForce, texts } = letter
  const earlier = texts.filter(({ revision }) => revision !== inForce?.revision)
  return (
    <Page title={say.letterOf(pick(lower), year)} beside={<Tabs />}>
      <CaseColumns
        facts={
          <>
            <section className="report-part">
              <Pairs
                pairs={[
                  [say.upper, pick(upper)],
                  [say.lower, pick(lower)],
                  [say.covers, named('covering', covers)],
                  [say.stage, `${named('letterStage', stage)} · ${fullDay(draftedOn, language)}`],
                  ...(carriesOn === null
                    ? []
                    : [
                        [
                          say.carriesOn,
                          <Link key="carries" to={`/assessment/letters/${carriesOn}`}>
                            {pick(upper)}
                          </Link>,
                        ] as const,
                      ]),
                ]}
              />
            </section>
            {draft && <Text title={say.draftText} text={draft} letter={letter} />}
            {inForce && <Text title={say.inForce} text={inForce} letter={letter} />}
            <Issues letter={letter} />
            <Objections letter={letter} />
          </>
        }
        side={
          <>
            <Acts letter={letter} />
            {letter.clocks.length > 0 && (
              <section className="side-section">
                <h2>{say.clocks}</h2>
                {letter.clocks.map((clock) => (
                  <Clock key={clock.id} clock={clock} people={[]} name={named('assessmentTime', clock.rule)} />
                ))}
              </section>
            )}
          </>
        }
        history={earlier.map((text) => <Text key={text.revision} title={say.earlier} text={text} letter={letter} />)}
      />
    </Page>
  )
}

interface TextProps {
  readonly title: string
  readonly text: NonNullable<Letter['inForce']>
  readonly letter: Letter
}

function Text({ title, text, letter }: TextProps) {
  const { pick, language } = useLanguage()
  const { say, named } = useAssessmentWords()
  const indicators = useIndicators().data?.items ?? []
  const better = (indicator: string) => indicators.find((each) => each.indicator === indicator)?.better
  const { revision, targets, remarks, reason, signatures } = text
  const unsigned = [letter.upper, letter.lower].filter(({ id }) => !signatures.some(({ organ }) => organ.id === id))
  return (
    <section className="report-part letter-text">
      <h2>
        {title} <span className="faint">{say.revision(revision)}</span>
      </h2>
      {reason && <p className="prose">{`${say.reason}: ${reason}`}</p>}
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say.column.indicator}</th>
            <th scope="col">{say.column.target}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map(({ indicator, share, weight }) => (
            <tr key={indicator}>
              <th scope="row">{named('indicator', indicator)}</th>
              <td>
                <TargetOf score={{ target: share, weight, isMet: null }} better={better(indicator)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={remarks ? 'prose' : 'faint'}>{remarks ?? say.noRemarks}</p>
      <ul className="signatures">
        {signatures.map(({ organ, by, on }) => (
          <li key={organ.id}>{say.signedBy(pick(organ), by, fullDay(on, language))}</li>
        ))}
        {unsigned.map((organ) => (
          <li key={organ.id} className="not-yet-signed">
            {say.notSigned(pick(organ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Action = Letter['actions'][number]
/** What somebody is waited for. */
const isDue = ({ action, allowed }: Action): boolean => allowed && (action === 'sign' || action === 'decide')

function Acts({ letter }: { readonly letter: Letter }) {
  const { pick } = useLanguage()
  const { say } = useAssessmentWords()
  const [chosen, choose] = useState<Action | null>(null)
  return (
    <section className="side-section">
      <h2>{say.now}</h2>
      {letter.actions.length === 0 && <p className="faint">{say.nothingNow}</p>}
      <ul className="report-actions">
        {letter.actions.map((action) => (
          <li key={action.action} className={isDue(action) ? 'actions-due' : undefined}>
            <button type="button" className="action" disabled={!action.allowed} onClick={() => choose(action)}>
              {pick(action)}
            </button>
            {action.refusal && <p className="action-not-yet">{pick(action.refusal)}</p>}
          </li>
        ))}
      </ul>
      {chosen && <LetterActDialog key={chosen.action} action={chosen} letter={letter} onClose={() => choose(null)} />}
    </section>
  )
}

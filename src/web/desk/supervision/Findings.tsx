import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { DaysLeft } from '../petition/words.tsx'
import type { FindingView } from './supervision.ts'
import { useSupervisionWords } from './words.ts'

/** What was found: which rule, which facts, on what it rests; and what a supervisor decided of it. */
export function Findings({ findings }: { readonly findings: readonly FindingView[] }) {
  const { say } = useSupervisionWords()
  return (
    <section className="file">
      <h2>{say.matter.findings}</h2>
      {findings.length === 0 && <p className="faint">{say.matter.noFinding}</p>}
      {findings.map((finding) => (
        <FindingCard key={finding.ref} finding={finding} />
      ))}
    </section>
  )
}

function FindingCard({ finding }: { readonly finding: FindingView }) {
  const { pick, language } = useLanguage()
  const { say, said } = useSupervisionWords()
  const { rule, state, organ, on, evidence, basis, liability, mendedOn, escalations, clock } = finding
  return (
    <article className={`finding finding-${state}`}>
      <header>
        <h3>{said('findingRule', rule)}</h3>
        <span className="finding-state">
          {said('findingState', state)}
          {clock && clock.daysLeft !== null && <DaysLeft daysLeft={clock.daysLeft} isOverdue={clock.isOverdue} />}
        </span>
      </header>
      <p>
        {pick(organ)} <span className="faint">{say.candidates.found(fullDay(on, language))}</span>
        {mendedOn && <span className="mark finding-mended">{say.candidates.mended(fullDay(mendedOn, language))}</span>}
        {escalations > 0 && <span className="mark finding-mended">{say.candidates.raised(escalations)}</span>}
      </p>
      <ul className="evidence" aria-label={say.matter.evidence}>
        {evidence.map((one) => (
          <li key={one.zh}>{pick(one)}</li>
        ))}
      </ul>
      <p className="faint">
        {say.matter.basis} {pick(basis)}
      </p>
      {liability && (
        <p className="faint">
          {say.matter.liability} {pick(liability)}
        </p>
      )}
      <Decided finding={finding} />
    </article>
  )
}

function Decided({ finding: { state, decision, at } }: { readonly finding: FindingView }) {
  const { pick, language } = useLanguage()
  const { say, said } = useSupervisionWords()
  if (state === 'open') return <p className="faint">{say.matter.decidedAt(pick(at))}</p>
  if (decision === null) return null
  return (
    <div className="finding-decision">
      <p>
        <strong>{said('findingState', state)}</strong>{' '}
        <span className="faint">{say.matter.decided(pick(decision.by), fullDay(decision.on, language))}</span>
      </p>
      {decision.reason && <p className="prose">{decision.reason}</p>}
    </div>
  )
}

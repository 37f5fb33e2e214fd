import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { referralTermOf } from '../../../wording/referral-terms.ts'
import { fullDay, sizeInWords } from '../../shared/days.ts'
import { ActionsNow } from '../layout/ActionsNow.tsx'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { HistoryLines } from '../layout/HistoryLines.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { ClockBlock } from '../petition/clocks.tsx'
import { Pairs } from '../petition/facts.tsx'
import { shownNumber } from '../petition/words.tsx'
import { ReferralActDialog } from './ReferralActDialog.tsx'
import { type ReferralView, useReferral } from './referrals.ts'
import { useReferralWords } from './words.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import '../tasks/tasks.css'

/** One way of the law that a petitioner takes: what was explained, how far it has come, and what can be written down now. */
export function ReferralPage() {
  const { referral = '' } = useParams()
  const read = useReferral(referral)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={referral} referral={read.data} />
}

interface Shown {
  readonly referral: ReferralView
}

function Whole({ referral }: Shown) {
  const { language } = useLanguage()
  return (
    <Page title={referralTermOf('referralWay', referral.way)[language]}>
      <CaseColumns
        facts={<About referral={referral} />}
        side={
          <>
            <Now referral={referral} />
            <Limits referral={referral} />
          </>
        }
        history={
          <>
            <Steps referral={referral} />
            <Happened referral={referral} />
          </>
        }
      />
    </Page>
  )
}

function About({ referral }: Shown) {
  const say = useReferralWords()
  const { pick, language } = useLanguage()
  const { petition, to, guide, stage, explainedOn, knownOn, first, basis, shared } = referral
  return (
    <section className="report-part">
      <p className="prose task-whole">{referral.explanation}</p>
      <Pairs
        pairs={[
          [say.state, referralTermOf('referralStage', stage)[language]],
          [say.to, to.organ ? pick(to.organ) : to.name],
          [say.guide, pick(guide)],
          [say.page.explained, fullDay(explainedOn, language)],
          [say.page.knownOn, knownOn && fullDay(knownOn, language)],
          [say.page.first, first && referralTermOf('referralFirst', first)[language]],
          [say.page.basis, pick(basis)],
          [say.petition, petition && <Link to={`/petitions/${petition}`}>{shownNumber(petition)}</Link>],
          [say.visit, referral.visit && <Link to={`/centre/${referral.visit}`}>{referral.visit}</Link>],
          [say.page.body, to.organ && (shared ? say.page.shared : say.page.notShared)],
        ]}
      />
    </section>
  )
}

interface StepProps {
  readonly head: string
  readonly by?: { readonly source: string | null; readonly asked: string | null }
  readonly children?: ReactNode
}

/** One step: what it was and when, from where it is known, and what was said. */
function Step({ head, by, children }: StepProps) {
  const { language } = useLanguage()
  const said = [
    by?.source && referralTermOf('referralSource', by.source)[language],
    by?.asked && referralTermOf('askedWay', by.asked)[language],
  ].filter(Boolean)
  return (
    <article className="report-said">
      <h3>
        {head} <span className="faint">{said.join(' · ')}</span>
      </h3>
      {children}
    </article>
  )
}

function Steps({ referral }: Shown) {
  const say = useReferralWords()
  const { language } = useLanguage()
  const day = (text: string) => fullDay(text, language)
  const term = (group: Parameters<typeof referralTermOf>[0], code: string) => referralTermOf(group, code)[language]
  const { application, corrections, acceptance, refusal, mediation, outcome, days, ending } = referral
  const isBegun = [application, acceptance, refusal, outcome, ending, ...corrections, ...mediation, ...days].some(
    Boolean,
  )
  if (!isBegun) return null
  return (
    <section className="report-part">
      <h2>{say.page.steps}</h2>
      {application && (
        <Step head={`${say.page.application} · ${day(application.on)}`} by={application}>
          <p>{term('applicationProof', application.proof)}</p>
          <Files referral={referral.referral} files={application.materials} />
        </Step>
      )}
      {corrections.map(({ askedOn, what, correctedOn }) => (
        <Step key={askedOn + what} head={`${say.page.corrections} · ${day(askedOn)}`}>
          <p className="prose">{what}</p>
          <p className="faint">{correctedOn ? say.page.corrected(day(correctedOn)) : say.page.notCorrected}</p>
        </Step>
      ))}
      {acceptance && (
        <Step head={`${say.page.acceptance} · ${day(acceptance.on)}`} by={{ source: acceptance.source, asked: null }}>
          <p>{acceptance.bySilence ? say.page.bySilence : term('referralTrack', acceptance.track)}</p>
        </Step>
      )}
      {mediation.map((step) => (
        <Step
          key={step.day + step.step}
          head={`${say.page.mediation} · ${day(step.day)} · ${term('mediationStep', step.step)}`}
          by={step}
        >
          {step.note && <p className="prose">{step.note}</p>}
        </Step>
      ))}
      {refusal && (
        <Step head={`${say.page.refusal} · ${day(refusal.on)}`} by={refusal}>
          <p className="prose">{refusal.reason}</p>
        </Step>
      )}
      {outcome && (
        <Step
          head={`${say.page.outcome} · ${day(outcome.on)} · ${term('referralOutcome', outcome.outcome)}`}
          by={outcome}
        >
          <p className="prose">{outcome.text}</p>
          <Files referral={referral.referral} files={outcome.materials} />
        </Step>
      )}
      {days.map(({ day: on, what }) => (
        <Step key={on + what} head={`${say.page.days} · ${day(on)}`}>
          <p className="prose">{what}</p>
        </Step>
      ))}
      {ending && (
        <Step head={`${say.page.ending} · ${day(ending.on)} · ${term('referralEnding', ending.ending)}`}>
          {ending.note && <p className="prose">{ending.note}</p>}
        </Step>
      )}
    </section>
  )
}

interface FilesProps {
  readonly referral: string
  readonly files: readonly { readonly ref: string; readonly name: string; readonly bytes: number }[]
}

function Files({ referral, files }: FilesProps) {
  if (files.length === 0) return null
  return (
    <ul className="task-files">
      {files.map(({ ref, name, bytes }) => (
        <li key={ref}>
          <a href={`/api/referrals/${referral}/materials/${ref}`} download>
            {name}
          </a>{' '}
          <span className="faint">{sizeInWords(bytes)}</span>
        </li>
      ))}
    </ul>
  )
}

function Now({ referral }: Shown) {
  const say = useReferralWords()
  return (
    <ActionsNow
      title={say.title}
      actions={referral.actions}
      dialog={(action, onClose) => (
        <ReferralActDialog key={action.action} action={action} referral={referral} onClose={onClose} />
      )}
    />
  )
}

function Limits({ referral }: Shown) {
  const say = useReferralWords()
  const { language } = useLanguage()
  return (
    <ClockBlock
      clocks={referral.clocks}
      nameOf={({ rule }) => referralTermOf('referralClock', rule)[language]}
      beside={({ id }) => referral.reminded.includes(id) && <p className="faint">{say.page.reminded}</p>}
    />
  )
}

function Happened({ referral }: Shown) {
  const say = useReferralWords()
  return (
    <section className="report-part">
      <h2>{say.page.history}</h2>
      <HistoryLines history={referral.history} usual={referral.guide} />
    </section>
  )
}

import { Select } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { findCategory } from '../../../law/codes/categories.ts'
import { intakeTermOf, intakeTerms } from '../../../wording/intake-terms.ts'
import { referralTermOf } from '../../../wording/referral-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ActionsNow } from '../layout/ActionsNow.tsx'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { Pairs } from '../petition/facts.tsx'
import { issuedPage, useIssuedPapers } from '../petition/papers.ts'
import { shownNumber } from '../petition/words.tsx'
import { type Between, type IntakeView, useIntake, useOffer } from './intakes.ts'
import { LeadDialog } from './LeadDialog.tsx'
import { useIntakeWords } from './words.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './intake.css'

/** Somebody who came: what about, what fits, and what was done. */
export function IntakePage() {
  const { intake = '' } = useParams()
  const read = useIntake(intake)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={intake} intake={read.data} />
}

interface Shown {
  readonly intake: IntakeView
}

function Whole({ intake }: Shown) {
  const say = useIntakeWords()
  return (
    <Page title={`${say.title} · ${intake.intake}`}>
      <CaseColumns
        facts={<About intake={intake} />}
        side={
          <>
            <ActionsNow
              title={say.title}
              actions={intake.actions}
              dialog={({ action }, onClose) => <LeadDialog intake={intake} kind={action} onClose={onClose} />}
            />
            <IntakePapers intake={intake} />
            <Offer category={intake.category} />
          </>
        }
        history={<Leads intake={intake} />}
      />
    </Page>
  )
}

function About({ intake }: Shown) {
  const say = useIntakeWords()
  const { pick, language } = useLanguage()
  const placeName = usePlaceName()
  return (
    <section className="report-part">
      <p className="prose">{intake.about}</p>
      <Pairs
        pairs={[
          [say.state, intakeTermOf('intakeStage', intake.stage)[language]],
          [say.who, intake.name],
          [say.phone, intake.phone],
          [say.came, fullDay(intake.takenOn, language)],
          [say.way, intakeTermOf('intakeWay', intake.way)[language]],
          [say.category, pick(findCategory(intake.category) ?? { zh: intake.category, en: intake.category })],
          [say.place, placeName(intake.place)],
          [say.concerned, intake.concerned],
        ]}
      />
    </section>
  )
}

function Leads({ intake }: Shown) {
  const say = useIntakeWords()
  const { pick, language } = useLanguage()
  return (
    <section className="report-part">
      <h2>{say.leads}</h2>
      {intake.leads.length === 0 && <p className="faint">{say.noLead}</p>}
      {intake.leads.map((lead, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: leads are only ever added behind the last
        <article className="report-said" key={at}>
          <h3>
            {intakeTermOf('leadKind', lead.kind)[language]} <span className="faint">{fullDay(lead.on, language)}</span>
          </h3>
          <p className="prose">{lead.words}</p>
          <Pairs
            pairs={[
              [say.by, lead.by && pick(lead.by)],
              [say.until, lead.until && fullDay(lead.until, language)],
              [say.lead.law, lead.way && referralTermOf('referralWay', lead.way)[language]],
              [say.where, lead.where],
              [
                say.petition,
                lead.petition && <Link to={`/petitions/${lead.petition}`}>{shownNumber(lead.petition)}</Link>,
              ],
            ]}
          />
          <p>
            {lead.dispute && <Link to={`/disputes/${lead.dispute}`}>{say.open.dispute}</Link>}
            {lead.mediation && <Link to={`/mediations/${lead.mediation}`}>{say.open.mediation}</Link>}
            {lead.referral && <Link to={`/referrals/${lead.referral}`}>{say.open.referral}</Link>}
          </p>
          {lead.mediation && <p className="faint">{say.slipOpens}</p>}
          {lead.limits && <p className="faint">{pick(lead.limits)}</p>}
        </article>
      ))}
    </section>
  )
}

/** Offered, never imposed: which mediation fits and why, and the ways of the law beside it with their limits. */
function Offer({ category }: { readonly category: string }) {
  const say = useIntakeWords()
  const { pick } = useLanguage()
  const [between, choose] = useState<Between>('private')
  const { data } = useOffer(category, between)
  return (
    <section className="side-section">
      <h2>{say.offer}</h2>
      <Select
        aria-label={say.between}
        value={between}
        onChange={choose}
        style={{ width: '100%' }}
        options={Object.entries(intakeTerms.betweenWhom).map(([value, term]) => ({
          value: value as Between,
          label: pick(term),
        }))}
      />
      {data?.kinds.map((kind) => (
        <div key={kind.kind} className="intake-offered">
          <h3>{pick(kind)}</h3>
          <p>{pick(kind.why)}</p>
          <p className="faint">{say.basis(pick(kind.basis))}</p>
        </div>
      ))}
      <h2 className="intake-ways">{say.offerWays}</h2>
      {data?.ways.map(({ procedure, name, says, limits }) => (
        <div key={procedure} className="intake-offered">
          <h3>{pick(name)}</h3>
          <p>{pick(says)}</p>
          <p className="faint">{pick(limits)}</p>
        </div>
      ))}
      {data && <p className="faint">{pick(data.notSuable)}</p>}
    </section>
  )
}

/** The slip and what was done, numbered and to be printed; the key is on none of them. */
function IntakePapers({ intake }: Shown) {
  const say = useIntakeWords()
  const { words, pick } = useLanguage()
  const stream = `intake:${intake.intake}`
  const { data } = useIssuedPapers(stream, intake.version)
  if (!data || data.items.length === 0) return null
  return (
    <section className="side-section">
      <h2>{say.papers}</h2>
      <ul className="intake-papers">
        {data.items.map((paper) => (
          <li key={paper.paper}>
            <Link to={issuedPage(stream, paper.paper)}>{pick(paper)}</Link>
            <div className="faint">
              {paper.number ?? (paper.isNumberPending ? words.proposal.page.numberPending : '')}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One mediation: whose it is and who consents, who mediates, sessions, the agreement and its promises, and what can be done now. */
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { BesideHelpers } from '../helpers/BesideHelpers.tsx'
import { CameFrom } from '../intake/CameFrom.tsx'
import { ActionsNow } from '../layout/ActionsNow.tsx'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { HistoryLines } from '../layout/HistoryLines.tsx'
import { Page } from '../layout/page.tsx'
import { SideBlocks } from '../layout/SideBlocks.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { ClockBlock } from '../petition/clocks.tsx'
import { Pairs } from '../petition/facts.tsx'
import { issuedPage, useIssuedPapers } from '../petition/papers.ts'
import { shownNumber } from '../petition/words.tsx'
import { TaskLines } from '../tasks/TaskLines.tsx'
import { AgreementPart } from './AgreementPart.tsx'
import { KeySlips, type Slip } from './KeySlips.tsx'
import { MediationActDialog } from './MediationActDialog.tsx'
import { actGroups, type MediationView, useMediation } from './mediations.ts'
import { Mediators, Parties, Sessions } from './People.tsx'
import { nameIn, wordOf } from './words.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './mediations.css'

export function MediationPage() {
  const { mediation = '' } = useParams()
  const read = useMediation(mediation)
  if (read.isPending) return <Skeleton lines={10} />
  // what is here stays here when reading it again fails: a key that is shown once may be on the page
  if (read.data === undefined) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={mediation} mediation={read.data} />
}

function Whole({ mediation }: { readonly mediation: MediationView }) {
  const { words, language } = useLanguage()
  const [slip, hand] = useState<Slip | null>(null)
  const say = words.mediation
  const title = mediation.what ?? wordOf('kind', mediation.kind)[language]
  if (slip) return <KeySlips organ={mediation.organ} what={mediation.what} slips={[slip]} onDone={() => hand(null)} />
  return (
    <Page title={title.length > mostOfTitle ? `${title.slice(0, mostOfTitle)}…` : title}>
      <p className="mediation-back">
        <Link to="/mediations">{say.back}</Link>
      </p>
      <CaseColumns
        facts={<About mediation={mediation} />}
        side={
          <>
            <ActionsNow
              title={say.title}
              groups={Object.entries(actGroups).map(([group, acts]) => ({
                title: say.actGroups[group as keyof typeof actGroups],
                acts,
              }))}
              actions={mediation.actions}
              keyOf={({ action, ref }) => `${action} ${ref ?? ''}`}
              beside={({ ref }) => ref && <span className="faint"> · {nameIn(mediation, ref, words, language)}</span>}
              dialog={(action, onClose) => (
                <MediationActDialog
                  key={`${action.action} ${action.ref ?? ''}`}
                  action={action}
                  mediation={mediation}
                  onHanded={hand}
                  onClose={onClose}
                />
              )}
            />
            <ClockBlock clocks={mediation.clocks} bearer={say.parties} />
            <Papers mediation={mediation} />
            <SideBlocks blocks={[{ key: 'helpers', block: <Helpers mediation={mediation} /> }]} />
          </>
        }
        history={
          <>
            <Parties mediation={mediation} />
            <Mediators mediation={mediation} />
            <Sessions mediation={mediation} />
            <AgreementPart mediation={mediation} />
            <Ended mediation={mediation} />
            <TaskLines of={`mediation:${mediation.mediation}`} />
            <section className="report-part">
              <h2>{say.history}</h2>
              <HistoryLines history={mediation.history} usual={mediation.organ} />
            </section>
          </>
        }
      />
    </Page>
  )
}

const mostOfTitle = 60

/** A helper comes as a guest, to whom the parties say yes or no; so there is a guest first. */
function Helpers({ mediation: { mediation, guests, stage, part } }: { readonly mediation: MediationView }) {
  const goesOn = stage === 'asking' || stage === 'mediating'
  const mayInvite = part === 'holder' && goesOn && guests.length > 0
  return <BesideHelpers of={{ kind: 'mediation', mediation, guests }} mayInvite={mayInvite} />
}

function About({ mediation }: { readonly mediation: MediationView }) {
  const { words, pick, language } = useLanguage()
  const say = words.mediation
  const { kind, stage, organ, opener, openedOn, startedOn, subject, basis, isPublic, what, moreTime } = mediation
  return (
    <section className="report-part">
      <Pairs
        pairs={[
          [words.proposal.state, wordOf('stage', stage)[language]],
          [say.column.kind, wordOf('kind', kind)[language]],
          [say.column.organ, pick(organ)],
          [say.openedOn, fullDay(openedOn, language) + (opener ? ` · ${pick(opener)}` : '')],
          ...(startedOn ? ([[say.startedOn, fullDay(startedOn, language)]] as const) : []),
          [say.openness, isPublic ? say.isPublic : say.isPrivate],
          [say.basis, pick(basis)],
        ]}
      />
      {subject.petition && (
        <p>
          {say.aboutPetition}{' '}
          {subject.isOpenToYou ? (
            <Link to={`/petitions/${subject.petition}`}>{shownNumber(subject.petition)}</Link>
          ) : (
            shownNumber(subject.petition)
          )}
          <br />
          <span className="faint">{say.goesOn}</span>
        </p>
      )}
      {subject.dispute && (
        <p>
          <Link to={`/disputes/${subject.dispute.slice(subject.dispute.indexOf(':') + 1)}`}>{say.aboutDispute}</Link>
        </p>
      )}
      <CameFrom began={`mediation:${mediation.mediation}`} />
      {what && what.length > mostOfTitle && <p className="prose">{what}</p>}
      {moreTime && <p>{say.moreTime(fullDay(moreTime.until, language))}</p>}
      {mediation.escalations.map(({ ref, on, organ: told, what: said, due }) => (
        <blockquote key={ref} className="proposal-back">
          <span className="faint">{say.escalated(fullDay(on, language), pick(told), fullDay(due, language))}</span>
          <p className="prose">{said}</p>
        </blockquote>
      ))}
    </section>
  )
}

/** Ended, declined or closed; and by which routes the parties were told that they go on. */
function Ended({ mediation }: { readonly mediation: MediationView }) {
  const { words, pick, language } = useLanguage()
  const say = words.mediation
  const { ended, declined, closed, remedies } = mediation
  if (!ended && !declined && !closed) return null
  return (
    <section className="report-part">
      {declined && (
        <>
          <h2>{say.declinedOn(fullDay(declined.on, language))}</h2>
          <p className="prose">{declined.reason}</p>
        </>
      )}
      {closed && (
        <>
          <h2>{say.closedOn(fullDay(closed.on, language))}</h2>
          <p>{closed.isPerformed ? say.performed : say.notPerformed}</p>
          {closed.note && <p className="prose">{closed.note}</p>}
        </>
      )}
      {ended && (
        <>
          <h2>{say.endedOn(fullDay(ended.on, language))}</h2>
          <p>
            {wordOf('ended', ended.reason)[language]}
            {ended.party && ` · ${nameIn(mediation, ended.party, words, language)}`}
          </p>
          {ended.note && <p className="prose">{ended.note}</p>}
          <h3 className="mediation-next">{say.remedies}</h3>
          <ul className="mediation-lines">
            {remedies.map((remedy) => (
              <li key={remedy.procedure}>
                <strong>{pick(remedy.name)}</strong>
                {remedy.limits.map((limit) => (
                  <div key={limit.what}>
                    {pick(limit.says)} <span className="faint">{pick(limit.basis)}</span>
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Papers({ mediation }: { readonly mediation: MediationView }) {
  const { words, pick } = useLanguage()
  const stream = `mediation:${mediation.mediation}`
  const { data } = useIssuedPapers(stream, mediation.version)
  if (!data || data.items.length === 0) return null
  return (
    <section className="side-section">
      <h2>{words.proposal.page.papers}</h2>
      <ul className="mediation-lines">
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

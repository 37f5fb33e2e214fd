import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { proposalTermOf } from '../../../wording/proposal-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Clock } from '../petition/clocks.tsx'
import { Pairs } from '../petition/facts.tsx'
import { issuedPage, useIssuedPapers } from '../petition/papers.ts'
import { shownNumber } from '../petition/words.tsx'
import { ProposalActDialog } from './ProposalActDialog.tsx'
import { type ProposalActionView, type ProposalView, useProposal } from './proposals.ts'
import { RecipientFile } from './RecipientFile.tsx'
import '../petition/petition.css'
import '../reports/reports.css'
import './proposals.css'

/** One proposal: what it says, what each recipient answered and did, by which day, and what can be done now. */
export function ProposalPage() {
  const { proposal = '' } = useParams()
  const read = useProposal(proposal)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={proposal} proposal={read.data} />
}

function Whole({ proposal }: { readonly proposal: ProposalView }) {
  const { words, term } = useLanguage()
  const { text } = proposal
  return (
    <Page title={text?.title ?? (proposal.isSealed ? words.proposal.sealedTitle : term('proposalKind', proposal.kind))}>
      {proposal.isSealed && <p className="report-secret">{words.proposal.page.sealed}</p>}
      <CaseColumns
        facts={
          <>
            <About proposal={proposal} />
            {text ? <Said proposal={proposal} /> : <p className="report-part">{words.proposal.page.closed}</p>}
          </>
        }
        side={
          <>
            <Actions proposal={proposal} />
            <Clocks proposal={proposal} />
            {proposal.isOpenToYou && proposal.issuedOn !== null && <Papers proposal={proposal} />}
            <Openings proposal={proposal} />
          </>
        }
        history={
          <>
            {proposal.recipients.map((recipient) => (
              <RecipientFile key={recipient.organ.id} recipient={recipient} />
            ))}
            <Happened proposal={proposal} />
          </>
        }
      />
    </Page>
  )
}

function About({ proposal }: { readonly proposal: ProposalView }) {
  const { words, pick, term, language } = useLanguage()
  const { text, sentBack, note } = proposal
  const comma = words.law.comma
  return (
    <section className="report-part">
      <Pairs
        pairs={[
          [words.proposal.kind, term('proposalKind', proposal.kind)],
          [words.proposal.state, proposalTermOf('proposalStage', proposal.stage)[language]],
          [words.proposal.bureau, pick(proposal.bureau)],
          ...(text ? ([[words.proposal.recipients, text.recipients.map(pick).join(comma) || '–']] as const) : []),
          proposal.issuedOn
            ? [words.proposal.page.issued, fullDay(proposal.issuedOn, language)]
            : [words.proposal.page.drafted, fullDay(proposal.draftedOn, language)],
          ...(text?.due && !proposal.issuedOn ? ([[words.proposal.due, fullDay(text.due, language)]] as const) : []),
          [words.proposal.page.basis, pick(proposal.basis)],
        ]}
      />
      {sentBack && (
        <blockquote className="proposal-back">
          <span className="faint">{words.proposal.page.sentBack(fullDay(sentBack.on, language))}</span>
          <p className="prose">{sentBack.reason}</p>
        </blockquote>
      )}
      {note && (
        <blockquote className="proposal-back">
          <span className="faint">{words.proposal.page.note}</span>
          <p className="prose">{note}</p>
        </blockquote>
      )}
    </section>
  )
}

function Said({ proposal }: { readonly proposal: ProposalView }) {
  const { words, pick } = useLanguage()
  const { text } = proposal
  if (!text) return null
  const { against, findings, points, petitions, matters } = text
  return (
    <section className="report-part">
      <h2>{words.proposal.page.findings}</h2>
      <p className="prose">{findings}</p>
      {against.organs.length + against.people.length > 0 && (
        <>
          <h2 className="proposal-next">{words.proposal.page.against}</h2>
          <ul className="proposal-list">
            {against.organs.map((organ) => (
              <li key={organ.id}>{pick(organ)}</li>
            ))}
            {against.people.map(({ organ, name }) => (
              <li key={organ.id + name}>
                {name} <span className="faint">{pick(organ)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="proposal-next">{words.proposal.page.points}</h2>
      <ol className="proposal-points">
        {points.map((point) => (
          <li key={point} className="prose">
            {point}
          </li>
        ))}
      </ol>
      {petitions.length > 0 && (
        <>
          <h2 className="proposal-next">{words.proposal.page.petitions}</h2>
          <p className="proposal-numbers">
            {petitions.map(({ number, isOpenToYou }) =>
              isOpenToYou ? (
                <Link key={number} to={`/petitions/${number}`}>
                  {shownNumber(number)}
                </Link>
              ) : (
                <span key={number}>{shownNumber(number)}</span>
              ),
            )}
          </p>
        </>
      )}
      {matters.length > 0 && (
        <p className="proposal-numbers">
          {words.proposal.page.matters}
          {matters.map((matter) => (
            <Link key={matter} to={`/supervision/${matter}`}>
              {matter}
            </Link>
          ))}
        </p>
      )}
    </section>
  )
}

/** What the clocks wait for. */
const due: ReadonlySet<string> = new Set(['open', 'answer', 'reasons', 'approve', 'issue'])

function Actions({ proposal }: { readonly proposal: ProposalView }) {
  const { words, pick } = useLanguage()
  const navigate = useNavigate()
  const [chosen, choose] = useState<ProposalActionView | null>(null)
  const several = proposal.recipients.length > 1
  const organOf = (id: string | null) => proposal.recipients.find(({ organ }) => organ.id === id)?.organ
  const act = (action: ProposalActionView) =>
    action.action === 'edit' ? navigate(`/proposals/${proposal.proposal}/edit`) : choose(action)
  const shown = shownOf(proposal)
  if (shown.length === 0) return null
  return (
    <section className="side-section">
      <h2>{words.action.now}</h2>
      <ul className="report-actions">
        {shown.map((action) => {
          const organ = several ? organOf(action.recipient) : undefined
          return (
            <li
              key={action.action + (action.recipient ?? '')}
              className={action.allowed && due.has(action.action) ? 'actions-due' : undefined}
            >
              <button type="button" className="action" disabled={!action.allowed} onClick={() => act(action)}>
                {pick(action)}
                {organ && <span className="faint"> {words.proposal.page.to(pick(organ))}</span>}
              </button>
              {action.refusal && <p className="action-not-yet">{pick(action.refusal)}</p>}
            </li>
          )
        })}
      </ul>
      {chosen && (
        <ProposalActDialog
          key={chosen.action + (chosen.recipient ?? '')}
          action={chosen}
          proposal={proposal}
          onClose={() => choose(null)}
        />
      )}
    </section>
  )
}

/** What belongs to another stage is not shown; what is only not possible yet is, with its reason. */
const shownOf = ({ actions, isOpenToYou, isSealed }: ProposalView): readonly ProposalActionView[] =>
  actions
    .filter(({ action, allowed, refusal }) => {
      if (action === 'open') return isSealed && !isOpenToYou
      return allowed || !['wrong-proposal-stage', 'proposal-is-sealed', 'no-reasons-owed'].includes(refusal?.kind ?? '')
    })
    .toSorted((a, b) => Number(b.allowed) - Number(a.allowed))

function Clocks({ proposal }: { readonly proposal: ProposalView }) {
  const { words } = useLanguage()
  const clocks = proposal.recipients.flatMap((recipient) => recipient.clocks)
  if (clocks.length === 0) return null
  return (
    <section className="side-section">
      <h2>{words.petition.clocks}</h2>
      {clocks.map((clock) => (
        <Clock key={clock.id} clock={clock} people={[]} />
      ))}
    </section>
  )
}

function Papers({ proposal }: { readonly proposal: ProposalView }) {
  const { words, pick } = useLanguage()
  const stream = `proposal:${proposal.proposal}`
  const { data } = useIssuedPapers(stream, proposal.version)
  if (!data || data.items.length === 0) return null
  return (
    <section className="side-section">
      <h2>{words.proposal.page.papers}</h2>
      <ul className="proposal-list">
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

function Openings({ proposal }: { readonly proposal: ProposalView }) {
  const { words, pick, language } = useLanguage()
  if (proposal.openings.length === 0) return null
  return (
    <section className="side-section">
      <h2>{words.proposal.page.openings}</h2>
      <ol className="report-heard">
        {proposal.openings.map(({ on, organ, name, reason }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: openings are only ever added behind the last
          <li key={at}>
            {name} <span className="faint">{pick(organ)}</span>{' '}
            <span className="faint nowrap">{fullDay(on, language)}</span>
            <div className="soft">{reason}</div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Happened({ proposal }: { readonly proposal: ProposalView }) {
  const { words, pick, language } = useLanguage()
  if (proposal.history.length === 0) return null
  return (
    <section className="report-part">
      <h2>{words.proposal.page.history}</h2>
      <ol className="report-history">
        {proposal.history.map((fact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts are only ever added behind the last
          <li key={at}>
            <time className="nowrap faint">{fullDay(fact.on, language)}</time>
            <span>{pick(fact)}</span>
            <span className="faint">{fact.organ && pick(fact.organ)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

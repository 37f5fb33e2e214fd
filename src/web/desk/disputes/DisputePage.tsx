import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { findCategory } from '../../../law/codes/categories.ts'
import { disputeTermOf } from '../../../wording/dispute-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ExemplaryOfDispute } from '../insight/exemplary/OfDispute.tsx'
import { CameFrom } from '../intake/CameFrom.tsx'
import { ActionsNow } from '../layout/ActionsNow.tsx'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { HistoryLines } from '../layout/HistoryLines.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { MediationsOfDispute } from '../mediations/OfSubject.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { ClockBlock } from '../petition/clocks.tsx'
import { Pairs } from '../petition/facts.tsx'
import { shownNumber } from '../petition/words.tsx'
import { DisputeActDialog } from './DisputeActDialog.tsx'
import { type DisputeActionView, type DisputeView, type SuggestionView, useDispute } from './disputes.ts'
import { GradeMark } from './GradeMark.tsx'
import '../petition/petition.css'
import '../reports/reports.css'
import './disputes.css'

/** One dispute: what it is about, what was done and by whom, and what can be done now. */
export function DisputePage() {
  const { dispute = '' } = useParams()
  const read = useDispute(dispute)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={dispute} dispute={read.data} />
}

function Whole({ dispute }: { readonly dispute: DisputeView }) {
  const { words } = useLanguage()
  const say = words.dispute.page
  return (
    <Page title={dispute.title} beside={<GradeMark grade={dispute.grading?.grade ?? null} />}>
      <CaseColumns
        facts={
          <>
            <About dispute={dispute} />
            <section className="report-part">
              <h2>{say.cause}</h2>
              <p className="prose">{dispute.cause}</p>
              <h2 className="dispute-next">{say.asked}</h2>
              <p className="prose">{dispute.asked}</p>
            </section>
            <Sides dispute={dispute} />
          </>
        }
        side={
          <>
            <ActionsNow<DisputeActionView>
              title={words.dispute.title}
              actions={dispute.actions}
              dialog={(action, onClose) => (
                <DisputeActDialog key={action.action} action={action} dispute={dispute} onClose={onClose} />
              )}
            />
            <ClockBlock clocks={dispute.clocks} />
            <MediationsOfDispute dispute={dispute.dispute} mayOffer={dispute.ending === null} />
            {dispute.ending === 'settled' && <ExemplaryOfDispute dispute={dispute.dispute} />}
            <Why suggested={dispute.suggested} />
          </>
        }
        history={
          <>
            <Grade dispute={dispute} />
            <Done dispute={dispute} />
            <Settled dispute={dispute} />
            <section className="report-part">
              <h2>{say.history}</h2>
              <HistoryLines history={dispute.history} />
            </section>
          </>
        }
      />
    </Page>
  )
}

function About({ dispute }: { readonly dispute: DisputeView }) {
  const { words, pick, language } = useLanguage()
  const placeName = usePlaceName()
  const say = words.dispute
  const { responsible, recorder, petitions, directed, ending, notFound } = dispute
  const who = ({ organ, name }: DisputeView['responsible']) => [pick(organ), name].filter(Boolean).join(' · ')
  return (
    <section className="report-part">
      <Pairs
        pairs={[
          [say.stage, disputeTermOf('disputeStage', dispute.stage)[language]],
          [say.page.ending, ending && disputeTermOf('disputeEnding', ending)[language]],
          [say.place, [placeName(dispute.region), dispute.spot].filter(Boolean).join(' ')],
          [say.kind, pick(findCategory(dispute.category) ?? { zh: dispute.category, en: dispute.category })],
          [say.people, say.peopleCount(dispute.people)],
          [say.source, disputeTermOf('disputeSource', dispute.source.kind)[language]],
          [say.page.found, fullDay(dispute.foundOn, language)],
          [say.page.recorded, `${fullDay(dispute.recordedOn, language)} ${who(recorder)}`],
          [say.responsible, who(responsible)],
          [say.measures, dispute.measures],
          [say.page.directed, directed && disputeTermOf('disputeDirection', directed.to)[language]],
          [say.page.note, dispute.note],
        ]}
      />
      {dispute.source.kind === 'intake' && <CameFrom began={`dispute:${dispute.dispute}`} />}
      {petitions.length > 0 && (
        <p>
          {say.page.became}{' '}
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
      )}
      {directed && <p className="prose">{directed.told}</p>}
      {notFound && (
        <blockquote className="proposal-back">
          <span className="faint">{say.page.notFound(fullDay(notFound.on, language), notFound.name ?? '')}</span>
          <p className="prose">{notFound.reason}</p>
        </blockquote>
      )}
    </section>
  )
}

function Sides({ dispute }: { readonly dispute: DisputeView }) {
  const { words, pick } = useLanguage()
  const say = words.dispute
  return (
    <section className="report-part">
      <h2>{say.sides}</h2>
      <ol className="proposal-points">
        {dispute.parties.map(({ name, contact, organ, asks }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sides never change places
          <li key={at}>
            {name} {organ && <span className="faint">{pick(organ)}</span>} {contact && <span>{contact}</span>}{' '}
            {asks && <span className="soft">{say.asks}</span>}
          </li>
        ))}
      </ol>
      {dispute.named.length > 0 && (
        <p>
          {say.named}
          {words.colon}
          {dispute.named.map(({ organ, name }) => `${name}（${pick(organ)}）`).join(words.law.comma)}
        </p>
      )}
    </section>
  )
}

function Grade({ dispute: { grading } }: { readonly dispute: DisputeView }) {
  const { words, pick, language } = useLanguage()
  if (grading === null) return null
  const say = words.dispute
  return (
    <section className="report-part">
      <h2>{say.grade}</h2>
      <Pairs
        pairs={[
          [say.grade, <GradeMark key="grade" grade={grading.grade} />],
          [say.danger, disputeTermOf('disputeDanger', grading.danger)[language]],
          [say.spread, disputeTermOf('disputeSpread', grading.spread)[language]],
          [say.since, grading.since && fullDay(grading.since, language)],
          [say.page.otherwise, grading.suggested && pick(grading.suggested)],
        ]}
      />
      <p className="prose">{grading.reasons}</p>
    </section>
  )
}

type Materials = DisputeView['progress'][number]['materials']
function Files({ dispute, materials }: { readonly dispute: string; readonly materials: Materials }) {
  return (
    <p>
      {materials.map(({ ref, name }) => (
        <a key={ref} href={`/api/disputes/${dispute}/materials/${ref}`} download>
          {name}{' '}
        </a>
      ))}
    </p>
  )
}

interface Line {
  readonly key: string
  readonly day: string
  readonly shows: ReactNode
}

/** What was done, and how it went from one level to the next: in the order of the days on which it was. */
function Done({ dispute }: { readonly dispute: DisputeView }) {
  const { words, pick, language } = useLanguage()
  const say = words.dispute.page
  const { progress, handOns, mediations, extensions } = dispute
  if (progress.length + handOns.length + mediations.length + extensions.length === 0) return null
  const lines: readonly Line[] = [
    ...progress.map(({ at, organ, name, kind, text, materials }, nth) => ({
      ...{ key: `done ${nth}`, day: at },
      shows: (
        <>
          <span className="faint">
            {fullDay(at, language)} {pick(organ)} {name} · {disputeTermOf('disputeProgress', kind)[language]}
          </span>
          <p className="prose">{text}</p>
          {materials.length > 0 && <Files dispute={dispute.dispute} materials={materials} />}
        </>
      ),
    })),
    ...handOns.map(({ kind, at, from, to, words: said }, nth) => ({
      ...{ key: `on ${nth}`, day: at },
      shows: (
        <>
          <span className="faint">
            {fullDay(at, language)} {kind === 'up' ? say.up(pick(from), pick(to)) : say.back(pick(from), pick(to))}
          </span>
          <p className="prose">{said}</p>
        </>
      ),
    })),
    ...mediations.map(({ mediation, on, ended }) => ({
      ...{ key: mediation, day: on },
      shows: (
        <>
          <span className="faint">{fullDay(on, language)}</span>{' '}
          {ended === null ? say.mediating : say.mediated[ended.outcome]}
          {ended?.note && <p className="prose">{ended.note}</p>}
        </>
      ),
    })),
    ...extensions.map(({ on, until, reason }) => ({
      ...{ key: `more ${on} ${until}`, day: on },
      shows: (
        <>
          <span className="faint">{fullDay(on, language)}</span> {say.extended(fullDay(until, language))}
          <p className="prose">{reason}</p>
        </>
      ),
    })),
  ]
  return (
    <section className="report-part">
      <h2>{say.done}</h2>
      <ul className="dispute-list">
        {lines
          .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
          .map(({ key, shows }) => (
            <li key={key}>{shows}</li>
          ))}
      </ul>
    </section>
  )
}

function Settled({ dispute }: { readonly dispute: DisputeView }) {
  const { words, pick, language } = useLanguage()
  const { settlements, followUps, parties } = dispute
  const nameOf = (party: number) => parties[party - 1]?.name ?? words.dispute.form.side(party)
  if (settlements.length === 0) return null
  const say = words.dispute.page
  return (
    <section className="report-part">
      <h2>{say.settled}</h2>
      <ul className="dispute-list">
        {settlements.map(({ at, organ, level, way, terms, words: said, materials }, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: it only ever grows at its end
          <li key={nth}>
            <span className="faint">
              {fullDay(at, language)} {pick(organ)}
            </span>{' '}
            {disputeTermOf('disputeWay', way)[language]} · {disputeTermOf('disputeLevel', level)[language]}
            {terms && <p className="prose">{terms}</p>}
            {said.map(({ party, by, witness }) => (
              <div key={party} className="soft">
                {by === 'key' ? say.byKey(nameOf(party)) : say.signed(nameOf(party), witness ?? '')}
              </div>
            ))}
            {materials.length > 0 && <Files dispute={dispute.dispute} materials={materials} />}
          </li>
        ))}
        {followUps.map(({ at, name, holds, text }, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: it only ever grows at its end
          <li key={`after${nth}`}>
            <span className="faint">
              {fullDay(at, language)} {name}
            </span>{' '}
            {holds ? say.holds : say.again}
            <p className="prose">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Why({ suggested }: { readonly suggested: SuggestionView }) {
  const { words } = useLanguage()
  return (
    <section className="side-section">
      <h2>{words.dispute.suggested}</h2>
      <Suggested suggested={suggested} />
    </section>
  )
}

/** Who settles it first, and the rules that say so. */
export function Suggested({ suggested }: { readonly suggested: SuggestionView }) {
  const { words, pick, language } = useLanguage()
  const [first] = suggested.organs
  return (
    <>
      <p>
        {first ? pick(first) : words.dispute.nobody}{' '}
        <span className="faint">{disputeTermOf('disputeLevel', suggested.level)[language]}</span>
      </p>
      <ul className="soft">
        {suggested.rules.map((rule) => (
          <li key={rule.rule}>
            {pick(rule)} <span className="faint">{pick(rule.basis)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

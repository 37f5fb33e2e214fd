/** Where it is now, in one sentence; who holds it; what comes next; what the person can do. */

import type { StageName } from '../../../law/words.ts'
import type { ClockView, FollowView } from '../../../petition/views.ts'
import { termOf } from '../../../wording/terms.ts'
import { fullDay } from '../../shared/days.ts'
import { CannotBeSued, ProcedureList } from '../read/other-procedures.tsx'
import { dayAndWeekday, inGroups } from '../shell/days.ts'
import { useSpeech, useWords } from '../shell/language.tsx'
import { Page } from '../shell/page.tsx'
import { CanDo, CannotDo, placeOf } from './actions.tsx'
import { DaysLeft, Why } from './clocks.tsx'
import { type FollowedProps, Leave } from './follow-page.tsx'
import { Helped } from './helped.tsx'
import { entriesOf } from './history.tsx'
import { Mediated } from './mediated.tsx'
import { Owned } from './owned.tsx'
import { Referred } from './referred.tsx'
import { Relieved } from './relief.tsx'
import { Suggested } from './suggested.tsx'
import { Supervised } from './supervised.tsx'
import { Visited } from './visited.tsx'

export function Overview({ petition, opener, refresh }: FollowedProps) {
  const { words, language } = useSpeech()
  const { follow } = words
  // what was led to another procedure has its next step there
  const isElsewhere = petition.stage === 'directed'
  const assisting = petition.assistances.filter(({ standing }) => standing !== 'ended')
  return (
    <Page title={petition.title} caption={follow.asOf(inGroups(petition.number, '-'))}>
      <section class="now" aria-labelledby="now">
        <h2 id="now">{follow.now}</h2>
        <p class="where">{whereIsIt(petition)}</p>
        {petition.stands.map((says) => (
          <p key={says.zh}>{says[language]}</p>
        ))}
        <dl class="facts">
          <div>
            <dt>{follow.holder}</dt>
            <dd>{petition.holder[language]}</dd>
          </div>
          {assisting.length > 0 ? (
            <div>
              <dt>{follow.assistants}</dt>
              <dd>{assisting.map(({ organ }) => organ[language]).join(language === 'zh' ? '、' : ', ')}</dd>
            </div>
          ) : null}
          <div>
            <dt>{follow.registeredAt}</dt>
            <dd>
              {petition.registrar[language]} · {follow.since(fullDay(petition.registeredOn, language))}
            </dd>
          </div>
          <div>
            <dt>{follow.law}</dt>
            <dd>{petition.law.name?.[language] ?? follow.lawMissing}</dd>
          </div>
        </dl>
        <NextRight petition={petition} />
        <NextDuty clocks={petition.clocks} />
      </section>
      <YourTurn petition={petition} />
      <Referred opener={opener} />
      <Relieved opener={opener} />
      <Owned opener={opener} />
      <Visited opener={opener} />
      <Supervised opener={opener} />
      <Mediated opener={opener} />
      <Helped opener={opener} me={petition.me.ref} />
      <Suggested opener={opener} />
      {isElsewhere ? <Beside petition={petition} /> : null}
      <CanDo petition={petition} />
      <Sections petition={petition} />
      {isElsewhere ? null : <Beside petition={petition} />}
      <CannotDo petition={petition} />
      <div class="buttons screen">
        <button type="button" class="button second" onClick={refresh}>
          {follow.refresh}
        </button>
        <Leave />
      </div>
      <p class="says">{follow.tab}</p>
    </Page>
  )

  function whereIsIt({ stage, holder }: FollowView): string {
    const sentence = follow.stages[stage as StageName] as ((organ: string) => string) | undefined
    return sentence ? sentence(holder[language]) : termOf('stage', stage)[language]
  }
}

const isRunning = ({ state }: ClockView): boolean => state === 'running' || state === 'suspended'

function NextDuty({ clocks }: { clocks: readonly ClockView[] }) {
  const { words, language } = useSpeech()
  const next = clocks
    .filter((clock) => isRunning(clock) && clock.binds === 'organ')
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))[0]
  if (!next) return null
  return (
    <div class={next.isOverdue ? 'duty late' : 'duty'}>
      <h3>{words.follow.nextDuty}</h3>
      <p>
        {next.organ ? `${next.organ[language]} · ` : ''}
        {termOf('clockRule', next.rule)[language]}
      </p>
      <p class="last-day">
        <strong>{dayAndWeekday(next.lastDay, language)}</strong> <DaysLeft clock={next} />
      </p>
      <Why clock={next} />
    </div>
  )
}

/** The right of the petitioner that lapses first: whoever reads no further still knows of it. */
function NextRight({ petition: { canDo, clocks } }: { petition: FollowView }) {
  const { words, language } = useSpeech()
  const next = canDo
    .filter((right) => right.until && placeOf(right))
    .sort((a, b) => (String(a.until) < String(b.until) ? -1 : 1))[0]
  const clock = next && clocks.filter(({ id }) => id === next.whyThisDate)[0]
  if (!clock) return null
  return (
    <div class="duty">
      <h3>{words.follow.nextRight}</h3>
      <p>
        <a href={`/follow/petition/${placeOf(next)}`}>{next.name[language]}</a>
      </p>
      <p class="last-day">
        <strong>{dayAndWeekday(clock.lastDay, language)}</strong> <DaysLeft clock={clock} />
      </p>
    </div>
  )
}

/** What waits for the petitioner themselves. */
function YourTurn({ petition }: { petition: FollowView }) {
  const { words, language } = useSpeech()
  const questions = petition.questions.filter(({ answeredOn }) => answeredOn === null)
  const announced = petition.documents.filter(
    (document) => document.announced && !document.services.some(({ person }) => person === petition.me.ref),
  )
  if (questions.length === 0 && announced.length === 0 && !petition.mediation) return null
  return (
    <section class="panel turn" aria-labelledby="turn">
      <h2 id="turn">{words.follow.yourTurn}</h2>
      <ul class="links">
        {questions.map(({ ref, organ, question }) => (
          <li key={ref}>
            <a href={`/follow/petition/do/answer-question?question=${ref}`}>
              {words.follow.questionWaiting(organ[language])}
            </a>
            <p>{question}</p>
          </li>
        ))}
        {announced.map(({ ref, kind, announced }) => (
          <li key={ref}>
            <a href={`/follow/petition/document/${ref}`}>{termOf('documentKind', kind)[language]}</a>
            <p>
              {announced
                ? words.follow.announced(fullDay(announced.on, language), dayAndWeekday(announced.until, language))
                : null}
            </p>
          </li>
        ))}
        {petition.mediation ? (
          <li>
            <a href="/follow/petition/do/answer-mediation">{words.follow.mediationWaiting}</a>
            <p>{petition.mediation.about}</p>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

/** Other procedures whose limits run on whatever happens here. */
function Beside({ petition }: { petition: FollowView }) {
  const { beside } = useWords()
  if (petition.otherProcedures.length === 0) return null
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">{beside.title}</h2>
      <p>{beside.lead}</p>
      <ProcedureList procedures={petition.otherProcedures} />
      {petition.notSuable ? <CannotBeSued notSuable={petition.notSuable} /> : null}
      <p>{beside.help}</p>
    </section>
  )
}

function Sections({ petition }: { petition: FollowView }) {
  const { follow, reports, mediated } = useWords()
  const { sections } = follow
  const pages = [
    { to: 'history', name: sections.history, text: follow.historyLead, count: entriesOf(petition).length },
    { to: 'clocks', name: sections.clocks, text: follow.clocksLead, count: petition.clocks.length },
    { to: 'documents', name: sections.documents, text: follow.documentsLead, count: null },
    { to: 'looks', name: sections.looks, text: follow.looksLead, count: petition.looks.length },
    { to: 'content', name: sections.content, text: follow.contentLead, count: null },
    { to: 'proof', name: sections.proof, text: follow.proofLead, count: null },
    { to: 'reports', name: reports.title, text: reports.lead, count: null },
  ]
  return (
    <nav aria-label={petition.title}>
      <ul class="links rows">
        {pages.map(({ to, name, text, count }) => (
          <li key={to}>
            <a href={`/follow/petition/${to}`}>{count === null ? name : follow.counted(name, count)}</a>
            <p>{text}</p>
          </li>
        ))}
        <li>
          <a href="/mediation/petition">{mediated.ask}</a>
          <p>{mediated.askText}</p>
        </li>
      </ul>
    </nav>
  )
}

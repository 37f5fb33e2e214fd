/** Where it is now, in one sentence; who holds it; what comes next; what the person can do. */

import type { StageName } from '../../../law/words.ts'
import type { ClockView, FollowView } from '../../../petition/views.ts'
import { termOf } from '../../../wording/terms.ts'
import { fullDay } from '../../shared/days.ts'
import { dayAndWeekday, inGroups } from '../shell/days.ts'
import { useSpeech, useWords } from '../shell/language.tsx'
import { Page } from '../shell/page.tsx'
import { Actions } from './actions.tsx'
import { DaysLeft, Why } from './clocks.tsx'
import { type FollowedProps, Leave } from './follow-page.tsx'
import { entriesOf } from './history.tsx'

export function Overview({ petition, refresh }: FollowedProps) {
  const { words, language } = useSpeech()
  const { follow } = words
  return (
    <Page title={petition.title} caption={follow.asOf(inGroups(petition.number, '-'))}>
      <section class="now" aria-labelledby="now">
        <h2 id="now">{follow.now}</h2>
        <p class="where">{whereIsIt(petition)}</p>
        <dl class="facts">
          <div>
            <dt>{follow.holder}</dt>
            <dd>{petition.holder[language]}</dd>
          </div>
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
        <NextDuty clocks={petition.clocks} />
      </section>
      <YourTurn petition={petition} />
      <Rights clocks={petition.clocks} />
      <Sections petition={petition} />
      <Actions petition={petition} />
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

/** What waits for the petitioner themselves. */
function YourTurn({ petition }: { petition: FollowView }) {
  const { words, language } = useSpeech()
  const questions = petition.questions.filter(({ answeredOn }) => answeredOn === null)
  if (questions.length === 0 && !petition.mediation) return null
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

const rightActions: Readonly<Record<string, string>> = {
  requestReview: 'request-review',
  requestReexamination: 'request-reexamination',
  objectToErasure: 'object-to-erasure',
}

function Rights({ clocks }: { clocks: readonly ClockView[] }) {
  const { words, language } = useSpeech()
  const rights = clocks.filter((clock) => isRunning(clock) && clock.binds === 'petitioner')
  if (rights.length === 0) return null
  return (
    <section class="panel right" aria-labelledby="right">
      <h2 id="right">{words.follow.yourRight}</h2>
      {rights.map((clock) => (
        <div key={clock.id}>
          <p>
            <a href={`/follow/petition/do/${rightActions[clock.rule] ?? ''}`}>
              {termOf('clockRule', clock.rule)[language]}
            </a>
            {' · '}
            {words.act.requestReview.lastDay(dayAndWeekday(clock.lastDay, language))} <DaysLeft clock={clock} />
          </p>
          <Why clock={clock} />
        </div>
      ))}
    </section>
  )
}

function Sections({ petition }: { petition: FollowView }) {
  const { follow, reports } = useWords()
  const { sections } = follow
  const pages = [
    { to: 'history', name: sections.history, text: follow.historyLead, count: entriesOf(petition).length },
    { to: 'clocks', name: sections.clocks, text: follow.clocksLead, count: petition.clocks.length },
    { to: 'documents', name: sections.documents, text: follow.documentsLead, count: petition.documents.length },
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
      </ul>
    </nav>
  )
}

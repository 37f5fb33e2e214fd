/** A leader who owns the case (领导包案): who, until when, what is done, and where the petitioner says what they think of it. */
import type { z } from 'zod'
import type { OwnOwnershipView, ownOwnership } from '../../../leadership/ownership/contract.ts'
import { ownedTermOf } from '../../../wording/owned-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import type { Opener } from '../wire/api.ts'
import { type FollowedProps, FollowPage } from './follow-page.tsx'
import { useOwn } from './own.ts'

type Own = z.output<(typeof ownOwnership)['response']>

const useOwned = (opener: Opener) => useOwn<Own>('ownership', opener)

interface Part {
  owned: OwnOwnershipView
}

/** On the overview: nothing where no leader owns it, and nothing while that is not known. */
export function Owned({ opener }: { opener: Opener }) {
  const { words } = useSpeech()
  const answer = useOwned(opener)
  const owned = answer?.ok ? answer.value.ownership : null
  if (!owned) return null
  return (
    <section class="panel" aria-labelledby="owned">
      <h2 id="owned">{words.owned.title}</h2>
      <Who owned={owned} />
      {owned.may.view === null && owned.stage !== 'closed' && !hasSpoken(owned) ? (
        <p class="promise">{words.owned.yourTurn}</p>
      ) : null}
      <ul class="acts">
        <li>
          <a href="/follow/petition/owned">{words.owned.open}</a>
        </li>
      </ul>
    </section>
  )
}

const hasSpoken = ({ result, views }: OwnOwnershipView): boolean =>
  views.some(({ isYours, on }) => isYours && result !== null && on >= result.on)

function Who({ owned: { owner, stage, due, since } }: Part) {
  const { words, language } = useSpeech()
  const say = words.owned
  return (
    <>
      <p class="where">{owner ? say.by(owner.organ[language], owner.name, say.posts[owner.post]) : say.nobody}</p>
      {since ? <p>{say.since(fullDay(since, language))}</p> : null}
      {stage === 'closed' ? <p>{say.closed}</p> : null}
      {stage !== 'closed' && due ? <p>{say.due(dayAndWeekday(due, language))}</p> : null}
    </>
  )
}

export function OwnedPage({ petition, opener }: FollowedProps) {
  const { words } = useSpeech()
  const answer = useOwned(opener)
  const owned = answer?.ok ? answer.value.ownership : null
  return (
    <FollowPage petition={petition} title={words.owned.title} lead={words.owned.lead}>
      {answer === null ? <p role="status">{words.actions.loading}</p> : null}
      {answer && !answer.ok ? <TroubleBox trouble={answer.trouble} /> : null}
      {answer?.ok && !owned ? <p>{words.owned.none}</p> : null}
      {owned ? (
        <>
          <section class="panel">
            <Who owned={owned} />
            <Promised owned={owned} />
          </section>
          <Steps owned={owned} />
          <Meetings owned={owned} />
          <Help owned={owned} />
          <Outcome owned={owned} />
          <Another owned={owned} />
        </>
      ) : null}
    </FollowPage>
  )
}

function Promised({ owned: { duties, extensions } }: Part) {
  const { words, language } = useSpeech()
  return (
    <>
      {duties.length > 0 ? <p>{words.owned.duties}</p> : null}
      <ul>
        {duties.map((duty) => (
          <li key={duty.en}>{duty[language]}</li>
        ))}
      </ul>
      {extensions.map(({ on, until, reason }) => (
        <p key={on + until}>{words.owned.extended(fullDay(on, language), fullDay(until, language), reason)}</p>
      ))}
    </>
  )
}

function Steps({ owned: { steps } }: Part) {
  const { words, language } = useSpeech()
  const say = words.owned
  if (steps.length === 0) return null
  return (
    <section class="panel">
      <h2>{say.steps}</h2>
      <ol>
        {steps.map(({ what, organ, due, isDone, isWithdrawn }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added behind the last
          <li key={at}>
            <p>{what ?? say.internal}</p>
            <p class="hint">
              {organ[language]} · {isDone ? say.done : isWithdrawn ? say.withdrawn : say.until(fullDay(due, language))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Meetings({ owned: { meetings } }: Part) {
  const { words, language } = useSpeech()
  if (meetings.length === 0) return null
  return (
    <section class="panel">
      <h2>{words.owned.meetings}</h2>
      {meetings.map(({ heldOn, place, said, words: own }) => (
        <div class="told" key={heldOn + own}>
          <h3>
            {dayAndWeekday(heldOn, language)} · {place}
          </h3>
          <p class="long">{said}</p>
          <p class="hint">{words.owned.yourWords}</p>
          <blockquote class="long">{own}</blockquote>
        </div>
      ))}
      <p class="hint">{words.owned.notSo}</p>
    </section>
  )
}

function Help({ owned: { help } }: Part) {
  const { words, language } = useSpeech()
  if (help.length === 0) return null
  return (
    <section class="panel">
      <h2>{words.owned.help}</h2>
      <p>{words.owned.helpLead}</p>
      {help.map(({ ref, kind, explained, answer }) => (
        <div class="told" key={ref}>
          <h3>{ownedTermOf('ownershipHelp', kind)[language]}</h3>
          <p class="long">{explained}</p>
          <p class="hint">{ownedTermOf('ownershipHelpAnswer', answer)[language]}</p>
        </div>
      ))}
    </section>
  )
}

function Outcome({ owned: { result, views, statement, may, stage } }: Part) {
  const { words, language } = useSpeech()
  const say = words.owned
  if (!result) return null
  return (
    <section class="panel">
      <h2>{say.result}</h2>
      <p class="where">{ownedTermOf('ownershipOutcome', result.outcome)[language]}</p>
      <p class="long">{result.result}</p>
      {result.remains ? <p class="long">{say.remains(result.remains)}</p> : null}
      {views.map(({ on, view, words: own, isYours }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: views are only ever added behind the last
        <div class="told" key={at}>
          <p>
            {isYours ? say.you(fullDay(on, language)) : say.someone(fullDay(on, language))}{' '}
            <strong>{ownedTermOf('ownershipView', view)[language]}</strong>
          </p>
          {own ? <blockquote class="long">{own}</blockquote> : null}
        </div>
      ))}
      {statement && stage === 'closed' ? <p class="long">{say.statement(statement.statement)}</p> : null}
      {may.view === null ? (
        <ul class="acts">
          <li>
            <a href="/follow/petition/owned-view">{say.giveView}</a>
          </li>
        </ul>
      ) : null}
    </section>
  )
}

function Another({ owned: { anotherOwner, may } }: Part) {
  const { words, language } = useSpeech()
  const say = words.owned
  return (
    <section class="panel">
      <h2>{say.another}</h2>
      {anotherOwner.map(({ ref, on, reason, decided }) => (
        <div class="told" key={ref}>
          <p class="hint">{say.askedOn(fullDay(on, language))}</p>
          <blockquote class="long">{reason}</blockquote>
          <p>
            {decided
              ? `${decided.isGranted ? say.granted : say.refused} ${decided.organ[language]} · ${fullDay(decided.on, language)} · ${decided.reason}`
              : say.waiting}
          </p>
        </div>
      ))}
      {may.anotherOwner ? (
        <p class="hint">{may.anotherOwner[language]}</p>
      ) : (
        <ul class="acts">
          <li>
            <a href="/follow/petition/another-owner">{say.askAnother}</a>
          </li>
        </ul>
      )}
    </section>
  )
}

/** A mediation as a party reads it: where it stands, what is asked of them, the agreement and its promises, and what holds in any case. */
import type { HeldMediationView } from '../../../mediation/mediations/held-contract.ts'
import { fullDay } from '../../shared/days.ts'
import { ProcedureList } from '../read/other-procedures.tsx'
import { dayAndWeekday, inGroups } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { Agreed } from './agreed.tsx'
import { Assurances } from './assurances.tsx'
import { ChooseMediator, type MediatorsAt } from './choose.tsx'
import type { PageOf } from './mediation.tsx'
import { allowed, Buttons, type OnAct, type TurnProps, YesOrNo } from './turn.tsx'

interface HeldProps extends PageOf {
  readonly found: HeldMediationView
  readonly busy: boolean
  readonly mediators: MediatorsAt
  readonly onAct: OnAct
}

export function Held({ mediators, ...turn }: HeldProps) {
  const { found, say } = turn
  return (
    <>
      <Standing found={found} say={say} />
      <Questions {...turn} />
      <Agreed {...turn} />
      <Ended found={found} say={say} />
      <ChooseMediator {...turn} at={mediators} />
      <People found={found} say={say} />
      <Sessions found={found} say={say} />
      <Openness {...turn} />
      <Leaving {...turn} />
      <NotNow found={found} say={say} />
      <Assurances items={found.assurances} say={say} />
    </>
  )
}

type Part = Pick<TurnProps, 'found' | 'say'>

function Standing({ found, say }: Part) {
  const { language } = useSpeech()
  const { stage, organ, openedOn, reference, what, until, sessions } = found
  const next = sessions.filter(({ cancelled, record }) => !cancelled && !record)[0]
  return (
    <section class="now">
      <h2>{say.now}</h2>
      <p class="where">{say.stages[stage](organ[language])}</p>
      {next ? <p class="last-day">{say.next(dayAndWeekday(next.day, language), next.at, next.place)}</p> : null}
      {until ? <p>{say.until(dayAndWeekday(until, language))}</p> : null}
      <dl class="facts">
        {reference ? (
          <div>
            <dt>{say.reference}</dt>
            <dd>{inGroups(reference, '-')}</dd>
          </div>
        ) : null}
        <div>
          <dt>{say.held}</dt>
          <dd>
            {organ[language]} · {fullDay(openedOn, language)}
          </dd>
        </div>
        <div>
          <dt>{say.about}</dt>
          <dd class="long">{what}</dd>
        </div>
      </dl>
      {found.declined ? <p class="warn">{say.declined(found.declined.reason)}</p> : null}
    </section>
  )
}

/** Whatever waits for this party's own word, one after the other. */
function Questions(turn: TurnProps) {
  const { language } = useSpeech()
  const { found, say } = turn
  const { mediators, guests, moreTime, parties } = found
  const own = parties.filter(({ isYou }) => isYou)[0]
  return (
    <>
      {own && own.consents !== true ? (
        <YesOrNo {...turn} to="mediation" item={null} title={say.asks.mediation}>
          <p>{say.asksMediation}</p>
        </YesOrNo>
      ) : null}
      {mediators
        .filter(({ youAccept, isExcluded }) => youAccept === null && !isExcluded)
        .map(({ ref, name }) => (
          <YesOrNo key={ref} {...turn} to="mediator" item={ref} title={say.asks.mediator(name)}>
            <p>{say.asksMediator}</p>
          </YesOrNo>
        ))}
      {guests
        .filter(({ youAccept }) => youAccept === null)
        .map(({ ref, name, kind }) => (
          <YesOrNo key={ref} {...turn} to="guest" item={ref} title={say.asks.guest(name, say.guests[kind])}>
            <p>{say.asksGuest}</p>
          </YesOrNo>
        ))}
      {moreTime && moreTime.youAgree === null ? (
        <YesOrNo
          {...turn}
          to="moreTime"
          item={moreTime.ref}
          title={say.asks.moreTime(dayAndWeekday(moreTime.until, language))}
        />
      ) : null}
    </>
  )
}

function Ended({ found, say }: Part) {
  const { ended, remedies } = found
  if (!ended) return null
  return (
    <section class="panel">
      <h2>{say.endedTitle}</h2>
      <p class="where">{say.endedBecause[ended.reason]}</p>
      {ended.note ? <p class="long">{ended.note}</p> : null}
      <p>{say.goOn}</p>
      {found.petition ? <p>{say.petitionGoesOn}</p> : null}
      <ProcedureList procedures={remedies} />
    </section>
  )
}

function People({ found, say }: Part) {
  const { language } = useSpeech()
  const { parties, mediators } = found
  const standing = ({ consents }: (typeof parties)[number]) =>
    consents === null ? say.consent.notYet : consents ? say.consent.yes : say.consent.no
  return (
    <section>
      <h2>{say.people}</h2>
      <dl class="plain">
        {parties.map((party) => (
          <div key={party.ref}>
            <dt>
              {say.roles[party.role]}
              {party.isYou ? say.you : ''}
            </dt>
            <dd>
              {party.organ ? party.organ[language] : party.name} <span class="says">{standing(party)}</span>
            </dd>
          </div>
        ))}
        {mediators
          .filter(({ isExcluded }) => !isExcluded)
          .map((mediator) => (
            <div key={mediator.ref}>
              <dt>{say.mediator}</dt>
              <dd>
                {mediator.name} <span class="says">{mediator.isReady ? say.ready : say.notReady}</span>
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function Sessions({ found: { sessions }, say }: Part) {
  const { language } = useSpeech()
  if (sessions.length === 0) return null
  return (
    <section>
      <h2>{say.sessions}</h2>
      <ul>
        {sessions.map(({ ref, day, at, place, cancelled, record }) => (
          <li key={ref}>
            {dayAndWeekday(day, language)} {at} · {place}{' '}
            <span class="says">
              {cancelled ? say.cancelled(cancelled.reason) : record ? say.results[record.result] : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Openness({ found, say, busy, onAct }: TurnProps) {
  if (allowed(found, 'openness').length === 0) return null
  return (
    <section>
      <h2>{say.openness}</h2>
      <p>{found.isPublic ? say.isPublic : say.isPrivate}</p>
      <Buttons
        busy={busy}
        onAct={onAct}
        choices={[
          { says: say.askPrivate, does: { act: 'openness', open: false }, isSecond: true },
          { says: say.askPublic, does: { act: 'openness', open: true }, isSecond: true },
        ]}
      />
    </section>
  )
}

function Leaving({ found, say, busy, onAct }: TurnProps) {
  if (allowed(found, 'leave').length === 0) return null
  return (
    <section>
      <h2>{say.leaveTitle}</h2>
      <p>{say.leaveText}</p>
      <Buttons
        busy={busy}
        onAct={onAct}
        choices={[{ says: say.leave, does: { act: 'leave' }, isSecond: true, sure: say.leaveSure }]}
      />
    </section>
  )
}

/** What is not possible now, with the reason that the house gives. */
function NotNow({ found: { acts }, say }: Part) {
  const { language } = useSpeech()
  const shut = acts.filter((one) => !one.allowed && one.refusal)
  if (shut.length === 0) return null
  return (
    <details class="not-now">
      <summary>{say.notNow}</summary>
      <ul>
        {shut.map((one) => (
          <li key={`${one.act} ${one.to} ${one.ref}`}>
            {one[language]} · {one.refusal ? one.refusal[language] : ''}
          </li>
        ))}
      </ul>
    </details>
  )
}

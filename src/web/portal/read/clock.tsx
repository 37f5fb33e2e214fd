/** Any time limit from any day, with why this date; and the holiday notices by which it is counted. For anybody, about nobody. */
import { useEffect, useState } from 'preact/hooks'
import type { listCalendars } from '../../../calendar/contract.ts'
import { clocks } from '../../../law/cn-2022/clocks.ts'
import type { countClock } from '../../../petition/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { termOf } from '../../../wording/terms.ts'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { Field, SelectField } from '../form/form.tsx'
import { TroubleBox } from '../form/trouble.tsx'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { Page } from '../shell/page.tsx'
import { type Answer, call } from '../wire/api.ts'

type Counted = Received<typeof countClock>
type Listed = Received<typeof listCalendars>

/** Those that an order gives cannot be counted. */
const rules = Object.entries(clocks)
  .filter(([, { span }]) => span.unit !== 'designated')
  .map(([rule]) => rule)

export function ClockPage({ back }: { back: { readonly to: string; readonly label: string } }) {
  const { words, language } = useSpeech()
  const say = words.clock
  const [rule, choose] = useState('requestReview')
  const [from, start] = useState<string>(todayInBeijing)
  const [answer, show] = useState<Answer<Counted> | null>(null)
  useEffect(() => {
    let isWanted = true
    void call<Counted>(`/api/clock?rule=${rule}&from=${from}`).then((next) => isWanted && show(next))
    return () => {
      isWanted = false
    }
  }, [rule, from])
  const options = rules.map((name) => ({ value: name, label: termOf('clockRule', name)[language] }))
  return (
    <Page title={say.title} back={back}>
      <p class="lead">{say.lead}</p>
      <SelectField id="rule" label={say.rule} value={rule} options={options} onChoose={choose} />
      <Field id="from" label={say.from} hint={say.fromHint}>
        <input
          id="from"
          type="date"
          value={from}
          onInput={(event) => event.currentTarget.value !== '' && start(event.currentTarget.value)}
        />
      </Field>
      <div aria-live="polite">{answer ? <Shown answer={answer} /> : null}</div>
      <Notices />
    </Page>
  )
}

function Shown({ answer }: { answer: Answer<Counted> }) {
  const { words, language } = useSpeech()
  if (!answer.ok) return <TroubleBox trouble={answer.trouble} />
  const { lastDay, derivation, basis, pack, calendar } = answer.value
  return (
    <section class="panel">
      <h2>
        {words.follow.lastDay} {dayAndWeekday(lastDay, language)}
      </h2>
      <ol>
        {derivation.map((step) => (
          <li key={step.zh}>{step[language]}</li>
        ))}
      </ol>
      <p class="basis">{basis[language]}</p>
      <p class="basis">{words.follow.lawPack(pack, calendar)}</p>
    </section>
  )
}

function Notices() {
  const { words, language } = useSpeech()
  const say = words.clock
  const [listed, show] = useState<Listed | null>(null)
  useEffect(() => {
    void call<Listed>('/api/calendars').then((answer) => answer.ok && show(answer.value))
  }, [])
  if (listed === null) return null
  return (
    <section>
      <h2>{say.notices}</h2>
      {listed.missing.map((year) => (
        <p key={year} class="warn">
          {say.missing(year)}
        </p>
      ))}
      <ul>
        {listed.items
          .filter(({ isInForce }) => isInForce)
          .map(({ region, year, title, area, sources, loadedOn }) => (
            <li key={`${region}${year}`}>
              {sources[0] ? <a href={sources[0]}>{title}</a> : title}
              {region === 'cn' ? null : ` · ${area[language]}`}
              {loadedOn ? <span class="hint"> {say.loadedOn(fullDay(loadedOn, language))}</span> : null}
            </li>
          ))}
      </ul>
    </section>
  )
}

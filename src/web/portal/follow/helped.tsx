/** Who is invited to help, what for and what they are shown: to consent to, to refuse, and to end at any time. */
import { useEffect, useState } from 'preact/hooks'
import type { EngagementView } from '../../../coordination/helpers/contract.ts'
import { helperKinds } from '../../../law/codes/helper-kinds.ts'
import { helperTermOf } from '../../../wording/helper-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech } from '../shell/language.tsx'
import { call, type Opener, type Trouble } from '../wire/api.ts'

type Props = { readonly opener: Opener; readonly me: string }

/** Nothing where nobody is invited, and nothing while that is not known: the page does not wait for it. */
export function Helped({ opener: { number, key }, me }: Props) {
  const { words } = useSpeech()
  const [items, show] = useState<readonly EngagementView[]>([])
  const [round, again] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each answer
  useEffect(() => {
    let isWanted = true
    void call<{ items: EngagementView[] }>('/api/follow/engagements', { opens: { number, key } }).then(
      (answer) => isWanted && answer.ok && show(answer.value.items),
    )
    return () => {
      isWanted = false
    }
  }, [number, key, round])
  if (items.length === 0) return null
  return (
    <section class="panel" aria-labelledby="helped">
      <h2 id="helped">{words.helped.title}</h2>
      <p>{words.helped.lead}</p>
      {items.map((item) => (
        <Invited key={item.engagement} item={item} opener={{ number, key }} me={me} onDone={() => again(round + 1)} />
      ))}
    </section>
  )
}

type InvitedProps = Props & { readonly item: EngagementView; onDone(): void }

function Invited({ item, opener, me, onDone }: InvitedProps) {
  const { words, language } = useSpeech()
  const say = words.helped
  const [trouble, tell] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const { engagement, helper, inviter, what, summary, claims, stage, until, parts, people, consents } = item
  const kind = helperKinds.find(({ id }) => id === helper.kind)
  const isAsked = stage === 'awaitingConsent' && people.includes(me) && !consents.includes(me)
  const isOpen = stage !== 'refused' && stage !== 'ended'
  const send = async (path: string, body: object) => {
    setBusy(true)
    const answer = await call(`/api/follow/engagements/${engagement}/${path}`, { method: 'POST', body, opens: opener })
    setBusy(false)
    if (answer.ok) onDone()
    else tell(answer.trouble)
  }
  return (
    <div class="told">
      <h3>
        {helper.name} · {kind?.[language]}
      </h3>
      <p>
        {say.by(inviter[language])} · {say.until(fullDay(until, language))} ·{' '}
        {helperTermOf('engagementStage', stage)[language]}
      </p>
      <p>{what}</p>
      <details open={isAsked}>
        <summary>{say.shown}</summary>
        <p>{summary}</p>
        {claims.map(({ ref, text }) => (
          <p key={ref}>{text}</p>
        ))}
      </details>
      {parts.map(({ on, day, way }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was recorded is only ever added to
        <p key={`${on} ${at}`}>
          {fullDay(day, language)} · {helperTermOf('helpingWay', way)[language]}
        </p>
      ))}
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      <div class="buttons">
        {isAsked ? (
          <>
            <button type="button" class="button" disabled={busy} onClick={() => send('consent', { consents: true })}>
              {say.consent}
            </button>
            <button
              type="button"
              class="button second"
              disabled={busy}
              onClick={() => send('consent', { consents: false })}
            >
              {say.refuse}
            </button>
          </>
        ) : null}
        {isOpen && !isAsked ? (
          <button type="button" class="button second" disabled={busy} onClick={() => send('end', {})}>
            {say.end}
          </button>
        ) : null}
      </div>
    </div>
  )
}

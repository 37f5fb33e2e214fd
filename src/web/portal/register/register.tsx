/** In public, for everybody: how far the register has come, who has signed it, and by which keys that is told. */
import { useEffect, useState } from 'preact/hooks'
import type { LogView } from '../../../register/contract.ts'
import { checkingPage } from '../../shared/checking.ts'
import { fullDay, instantInWords } from '../../shared/days.ts'
import type { Language } from '../../shared/language.ts'
import { TroubleBox } from '../form/trouble.tsx'
import type { RegisterWords } from '../locales/register-zh.ts'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { call, type Trouble } from '../wire/api.ts'
import { Keys } from './keys.tsx'

const wordsIn = (language: Language): Promise<RegisterWords> =>
  language === 'en'
    ? import('../locales/register-en.ts').then(({ registerEn }) => registerEn)
    : import('../locales/register-zh.ts').then(({ registerZh }) => registerZh)

export function Register() {
  const { words, language } = useSpeech()
  const [say, speak] = useState<RegisterWords | null>(null)
  const [failed, fail] = useState(false)
  useEffect(() => {
    wordsIn(language).then(speak, () => fail(true))
  }, [language])
  if (failed) {
    return (
      <Page title={words.footer.register}>
        <p>{words.errors.partMissing}</p>
      </Page>
    )
  }
  return say ? <Shown say={say} /> : <Loading title={words.footer.register} />
}

function Shown({ say }: { say: RegisterWords }) {
  const { words } = useSpeech()
  const { log, checkpoint, trouble, look } = useLog()
  return (
    <Page title={say.title}>
      <p class="lead screen">{say.lead}</p>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {log ? <Faults log={log} say={say} /> : null}
      <section class="now screen" aria-labelledby="now">
        <h2 id="now">{say.now}</h2>
        {log ? <Now log={log} say={say} /> : trouble ? null : <p role="status">{words.actions.loading}</p>}
        <button type="button" class="button second" onClick={look}>
          {say.again}
        </button>
      </section>
      <ul class="screen">
        {say.explains.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {log ? <Keys log={log} say={say} /> : null}
      {log ? <Gaps gaps={log.gaps} say={say} /> : null}
      {log ? <Witnesses log={log} say={say} /> : null}
      <HowTo say={say} />
      {checkpoint ? (
        <section class="screen">
          <h2>{say.checkpoint}</h2>
          <p>{say.checkpointHint}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard */}
          <pre class="note" tabIndex={0}>
            {checkpoint}
          </pre>
        </section>
      ) : null}
    </Page>
  )
}

function useLog() {
  const [log, show] = useState<LogView | null>(null)
  const [checkpoint, quote] = useState('')
  const [trouble, tell] = useState<Trouble | null>(null)
  const look = () => {
    call<LogView>('/api/log').then((answer) => {
      tell(answer.ok ? null : answer.trouble)
      if (answer.ok) show(answer.value)
    })
    fetch('/log/checkpoint', { credentials: 'omit', cache: 'no-store' })
      .then((answer) => (answer.ok ? answer.text() : ''))
      // the page does without it
      .then(quote, () => quote(''))
  }
  useEffect(look, [])
  return { log, checkpoint, trouble, look }
}

/** Loud, and before everything else: what stopped it, and what a witness has seen that contradicts it. */
function Faults({ log: { faults, witnesses }, say }: { log: LogView; say: RegisterWords }) {
  const { language } = useSpeech()
  const colon = language === 'zh' ? '：' : ': '
  const alarms = witnesses.flatMap(({ name, fault }) => (fault?.isAlarm ? [name + colon + fault[language]] : []))
  const all = [...faults.map((fault) => fault[language]), ...alarms]
  if (all.length === 0) return null
  return (
    <div class="summary" role="alert">
      <h2>{say.faultsTitle}</h2>
      <ul>
        {all.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
      <p>{say.faultsLead}</p>
    </div>
  )
}

const mostCounted = 10_000

function Now({ log: { origin, size, publishedAt, waiting }, say }: { log: LogView; say: RegisterWords }) {
  const { language } = useSpeech()
  const lines = [
    [say.size, say.entries(size)],
    [say.published, publishedAt === null ? null : instantInWords(publishedAt, language)],
    [say.waiting, waiting === 0 ? null : waiting >= mostCounted ? say.waitingMany : say.entries(waiting)],
    [say.origin, origin],
  ] as const
  return (
    <>
      {publishedAt === null ? <p>{say.none}</p> : null}
      <dl class="facts">
        {lines.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  )
}

function Gaps({ gaps, say }: { gaps: LogView['gaps']; say: RegisterWords }) {
  const { language } = useSpeech()
  if (gaps.length === 0) return null
  return (
    <section class="screen">
      <h2>{say.gapsTitle}</h2>
      <p>{say.gapsLead}</p>
      <ul>
        {gaps.map(({ on, first, last, lost }) => (
          <li key={first}>{say.gap(fullDay(on, language), first, last, lost)}</li>
        ))}
      </ul>
    </section>
  )
}

function Witnesses({ log: { witnesses }, say }: { log: LogView; say: RegisterWords }) {
  const { language } = useSpeech()
  return (
    <section class="screen">
      <h2>{say.witnessesTitle}</h2>
      {witnesses.length === 0 ? <p>{say.noWitnesses}</p> : null}
      <ul class="erasures">
        {witnesses.map(({ name, url, vkey, seenSize, seenAt, fault }) => (
          <li key={vkey}>
            <h3>{name}</h3>
            <p>
              {seenSize === null || seenAt === null
                ? say.notSeen
                : say.seen(seenSize, instantInWords(seenAt, language))}
            </p>
            {fault ? <p class="error">{fault[language]}</p> : null}
            <p class="hint key">{url}</p>
            <p class="hint key">{vkey}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function HowTo({ say }: { say: RegisterWords }) {
  return (
    <section class="screen">
      <h2>{say.checkTitle}</h2>
      <ol>
        {say.check.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div class="buttons">
        <a class="button second" href={checkingPage} target="_blank" rel="noopener">
          {say.checking}
        </a>
        <a class="button second" href={checkingPage} download="xinqiao-verify.html">
          {say.savePage}
        </a>
      </div>
      <h2>{say.witnessTitle}</h2>
      <ul>
        {say.witness.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </section>
  )
}

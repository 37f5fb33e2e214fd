/** The receipt: number and key, shown once, in every way in which a person can carry them home. */

import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type Basis, basisInWords } from '../../../law/basis.ts'
import { clocks } from '../../../law/cn-2022/clocks.ts'
import { checkingLink } from '../../shared/checking.ts'
import { fullDay, instantInWords } from '../../shared/days.ts'
import type { Language } from '../../shared/language.ts'
import { holdOpener } from '../follow/opener.ts'
import type { Words } from '../locales/zh.ts'
import { dayAndWeekday, inGroups } from '../shell/days.ts'
import { useSpeech, useWords } from '../shell/language.tsx'
import { Page } from '../shell/page.tsx'
import { copyText } from '../wire/copy.ts'
import { saveFile } from '../wire/save.ts'
import { forgetReceipt, type Kept, readReceipt } from './kept.ts'
import { drawReceipt } from './picture.ts'
import { Qr } from './qr.tsx'
import { Signed } from './signed.tsx'

export interface ReceiptKey {
  readonly person: string
  readonly key: string
  readonly title: string
}

export function Receipt() {
  const words = useWords()
  const [receipt, show] = useState(readReceipt)
  if (receipt) return <Shown receipt={receipt} onDone={() => show(null)} />
  return (
    <Page title={words.receipt.missing}>
      <p>{words.receipt.missingText}</p>
      <p>
        <a class="button" href="/follow">
          {words.nav.follow}
        </a>
      </p>
    </Page>
  )
}

function Shown({ receipt, onDone }: { receipt: Kept; onDone: () => void }) {
  const words = useWords()
  const say = words.receipt
  const { route } = useLocation()
  const keys = keysOf(receipt, words)
  const first = keys[0]
  const follow = () => {
    if (first) holdOpener({ number: receipt.number, key: first.key.replace(/\D/g, '') })
    route('/follow/petition')
  }
  const close = () => {
    forgetReceipt()
    onDone()
    route('/', true)
  }
  return (
    <Page title={receipt.flow === 'suggest' ? say.titleSuggest : say.title}>
      <p class="lead">{say.lead}</p>
      <div class="receipt">
        <dl class="codes">
          <Code label={say.number} digits={receipt.number} between="-" />
          {keys.map(({ person, key, title }) => (
            <Code key={person} label={title} digits={key} between=" " />
          ))}
        </dl>
        <p class="once">{receipt.names.length === 0 ? say.onceAnonymous : say.once}</p>
        {keys.length > 1 ? <p>{say.several}</p> : null}
        <div class="qrs">
          {keys.map(({ person, key, title }) => (
            <figure key={person}>
              <Qr text={linkOf(receipt.number, key)} label={say.qrLabel} />
              <figcaption>{keys.length > 1 ? title : say.qr}</figcaption>
            </figure>
          ))}
        </div>
        <Next receipt={receipt} />
        <Signed receipt={receipt} />
      </div>
      <section class="screen">
        <h2>{say.keepTitle}</h2>
        <Keeping receipt={receipt} keys={keys} />
        <p>{say.advice}</p>
        <div class="buttons">
          <button type="button" class="button" onClick={follow}>
            {say.follow}
          </button>
          <button type="button" class="button second" onClick={close}>
            {say.done}
          </button>
        </div>
        <p class="says">{say.doneHint}</p>
      </section>
    </Page>
  )
}

/** Who has it now, what comes next and by when. */
function Next({ receipt: { organ, receivedOn, registeredAt, firstClock } }: { receipt: Kept }) {
  const { words, language } = useSpeech()
  const say = words.receipt
  return (
    <>
      <dl class="facts">
        <Fact name={say.holder} value={organ[language]} />
        <Fact name={say.received} value={fullDay(receivedOn, language)} />
        <Fact name={say.time} value={instantInWords(registeredAt, language)} />
      </dl>
      {firstClock ? (
        <div class="next">
          <h2>{say.nextTitle}</h2>
          <p>{say.nextWho(organ[language], firstClock[language])}</p>
          <BasisOf rule={firstClock.rule} />
          <p>
            <strong>{say.nextBy(dayAndWeekday(firstClock.lastDay, language))}</strong>
          </p>
          {firstClock.why ? (
            <details class="why">
              <summary>{words.follow.why}</summary>
              <ol>
                {firstClock.why.map((sentence) => (
                  <li key={sentence.zh}>{sentence[language]}</li>
                ))}
              </ol>
            </details>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

/** The article, from the law's own table; a rule of another pack than ours shows none. */
function BasisOf({ rule }: { rule: string }) {
  const { language } = useSpeech()
  const known = (clocks as Readonly<Record<string, { readonly basis: Basis }>>)[rule]
  return known ? <p class="basis">{basisInWords(known.basis)[language]}</p> : null
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

const keysOf = (receipt: Kept, { receipt: say }: Words): readonly ReceiptKey[] =>
  receipt.keys.map(({ person, key }, at) => {
    const name = receipt.names[at]
    return { person, key, title: receipt.keys.length > 1 && name ? say.keyOf(name) : say.key }
  })

/** After the sign, which a browser never sends: the key does not pass through any log on the way. */
export const linkOf = (number: string, key: string): string =>
  `${location.origin}/follow#${number.replace(/\D/g, '')}.${key.replace(/\D/g, '')}`

function Code({ label, digits, between }: { label: string; digits: string; between: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd class="digits">
        <span>{inGroups(digits, between)}</span>
        <Copy text={digits.replace(/\D/g, '')} what={label} />
      </dd>
    </div>
  )
}

function Copy({ text, what }: { text: string; what: string }) {
  const { receipt: say } = useWords()
  const [said, tell] = useState('')
  const copy = () =>
    copyText(text).then(
      (done) => tell(done ? say.copied : say.copyFailed),
      () => tell(say.copyFailed),
    )
  return (
    <>
      <button type="button" class="link screen" onClick={copy}>
        {say.copy}
        <span class="unseen"> {what}</span>
      </button>
      <span role="status" class="screen said">
        {said}
      </span>
    </>
  )
}

function Keeping({ receipt, keys }: { receipt: Kept; keys: readonly ReceiptKey[] }) {
  const { words, language } = useSpeech()
  const say = words.receipt
  const [said, tell] = useState('')
  const busy = useRef(false)
  const lines = linesOf(receipt, keys, words, language)
  const name = `${words.name}-${say.fileName}-${inGroups(receipt.number, '-')}`
  const asPicture = () => {
    if (busy.current) return
    busy.current = true
    const links = keys.map(({ person, key, title }) => ({
      person,
      title: keys.length > 1 ? title : say.qr,
      text: linkOf(receipt.number, key),
    }))
    const signed = { person: 'signed', title: say.signedQr, text: checkingLink(location.origin, receipt.receipt) }
    drawReceipt(lines, [...links, signed]).then((picture) => {
      busy.current = false
      if (picture) saveFile(picture, `${name}.png`)
      else tell(say.copyFailed)
    })
  }
  return (
    <div class="buttons">
      <button type="button" class="button second" onClick={() => window.print()}>
        {say.print}
      </button>
      <button type="button" class="button second" onClick={asPicture}>
        {say.picture}
      </button>
      <button
        type="button"
        class="button second"
        onClick={() => saveFile(new Blob([`\ufeff${lines.join('\r\n')}\r\n`], { type: 'text/plain' }), `${name}.txt`)}
      >
        {say.text}
      </button>
      <span role="status" class="said">
        {said}
      </span>
    </div>
  )
}

/** The receipt as lines, for a file or a picture. */
function linesOf(receipt: Kept, keys: readonly ReceiptKey[], words: Words, language: Language): readonly string[] {
  const say = words.receipt
  const { firstClock } = receipt
  const colon = language === 'zh' ? '：' : ': '
  return [
    `${words.name} · ${say.fileName}`,
    '',
    `${say.number}${colon}${inGroups(receipt.number, '-')}`,
    ...keys.map(({ key, title }) => `${title}${colon}${inGroups(key)}`),
    '',
    `${say.organ}${colon}${receipt.organ[language]}`,
    `${say.received}${colon}${fullDay(receipt.receivedOn, language)}`,
    ...(firstClock
      ? [
          `${say.nextTitle}${colon}${say.nextWho(receipt.organ[language], firstClock[language])}`,
          say.nextBy(dayAndWeekday(firstClock.lastDay, language)),
        ]
      : []),
    `${say.site}${colon}${location.origin}/follow`,
    '',
    say.advice,
  ]
}

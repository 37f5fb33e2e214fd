/** Everything once more before it goes, each with a way to change it; then the sending. */

import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Language } from '../../shared/language.ts'
import { SelectField } from '../form/form.tsx'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech, useWords } from '../shell/language.tsx'
import { Page } from '../shell/page.tsx'
import type { Trouble } from '../wire/api.ts'
import { receiversFor, useOrgans } from '../wire/organs.ts'
import { changeDraft, type Draft, type Flow } from './draft.ts'
import { KeptHere } from './resume.tsx'
import { letGo, send } from './sending.ts'
import { addressOf, allProblems, type StepId, stepOfField, stepsOf } from './steps.ts'

export function Check({ flow, draft }: { flow: Flow; draft: Draft }) {
  const { words } = useSpeech()
  const { check } = words
  const { route } = useLocation()
  const [trouble, show] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const underway = useRef(false)
  const missing = allProblems(draft, words)
  const steps = stepsOf(draft)
  const last = steps[steps.length - 1]?.id ?? 'files'
  const needsReceiver = draft.receiver !== '' || (trouble?.kind === 'refused' && trouble.refusal === 'organ-is-accused')

  const submit = (event: Event) => {
    event.preventDefault()
    // a second press while the first is on its way does nothing
    if (underway.current || missing.length > 0) return
    underway.current = true
    setBusy(true)
    show(null)
    send(flow).then((found) => {
      underway.current = false
      setBusy(false)
      show(found)
      if (found === null) route('/receipt', true)
    })
  }
  return (
    <Page
      title={flow === 'suggest' ? check.titleSuggest : check.title}
      caption={`${words.wizard[flow]} · ${words.wizard.step(steps.length + 1, steps.length + 1)}`}
      back={draft.sent === null ? { to: addressOf(flow, last) } : undefined}
    >
      {missing.length > 0 ? <Missing flow={flow} draft={draft} /> : null}
      {draft.sent !== null && !busy ? <Uncertain flow={flow} trouble={trouble} /> : null}
      {trouble?.kind === 'refused' ? <Refused flow={flow} trouble={trouble} /> : null}
      {needsReceiver ? <Receiver flow={flow} draft={draft} /> : null}
      <Answers flow={flow} draft={draft} />
      <form onSubmit={submit}>
        <p>{check.truth}</p>
        <p>{check.sure}</p>
        <div class="buttons">
          <button type="submit" class="button" disabled={missing.length > 0} aria-disabled={busy}>
            {busy ? words.actions.sending : words.actions.send}
          </button>
        </div>
        <p role="status" class="unseen">
          {busy ? words.actions.sending : ''}
        </p>
      </form>
      <KeptHere draft={draft} />
    </Page>
  )
}

function Missing({ flow, draft }: { flow: Flow; draft: Draft }) {
  const words = useWords()
  return (
    <div class="summary" role="alert">
      <h2>{words.check.missing}</h2>
      <ul>
        {allProblems(draft, words).map(({ step, field, message }) => (
          <li key={field + message}>
            <a href={`${addressOf(flow, step)}?change`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** No answer came, or the house failed: it may be there already, and pressing again is safe. */
function Uncertain({ flow, trouble }: { flow: Flow; trouble: Trouble | null }) {
  const words = useWords()
  const { check } = words
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div class="summary" ref={box} tabIndex={-1} role="alert">
      <h2>{check.uncertainTitle}</h2>
      <p>{check.uncertain}</p>
      {trouble?.kind === 'fault' && trouble.id ? <p>{words.errors.faultId(trouble.id)}</p> : null}
      <p>
        <button type="button" class="link" onClick={() => letGo(flow)}>
          {check.uncertainEdit}
        </button>
      </p>
      <p class="says">{check.uncertainEditHint}</p>
    </div>
  )
}

function Refused({ flow, trouble }: { flow: Flow; trouble: Extract<Trouble, { kind: 'refused' }> }) {
  const { language } = useSpeech()
  const linked = trouble.errors.map((error) => ({ ...error, step: stepOfField(error.path) }))
  return (
    <TroubleBox trouble={{ ...trouble, errors: [] }}>
      {linked.length > 0 ? (
        <ul>
          {linked.map((error) => (
            <li key={error.path}>
              {error.step ? <a href={`${addressOf(flow, error.step)}?change`}>{error[language]}</a> : error[language]}
            </li>
          ))}
        </ul>
      ) : null}
    </TroubleBox>
  )
}

/** Offered when the office that would receive it is the one complained about. */
function Receiver({ flow, draft }: { flow: Flow; draft: Draft }) {
  const { words, language } = useSpeech()
  const bureaus = useOrgans('kind=bureau').answer
  const discipline = useOrgans(draft.kind === 'accusation' ? 'kind=discipline' : '').answer
  const organs = [bureaus, discipline].flatMap((answer) => (answer?.ok ? answer.value : []))
  const about = draft.about.map(({ organ }) => organ)
  const options = receiversFor(organs, draft.place, about).map((organ) => ({ value: organ.id, label: organ[language] }))
  return (
    <SelectField
      id="receiver"
      label={words.check.receiver}
      hint={words.check.receiverLead}
      value={draft.receiver}
      onChoose={(receiver) => changeDraft(flow, { receiver })}
      options={[{ value: '', label: words.actions.choose }, ...options]}
    />
  )
}

function Answers({ flow, draft }: { flow: Flow; draft: Draft }) {
  const { check, actions } = useWords()
  const rows = useRows(draft)
  const applies = stepsOf(draft).map(({ id }) => id)
  return (
    <dl class="answers">
      {rows
        .filter(({ step }) => applies.indexOf(step) >= 0)
        .map(({ step, name, said }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said || <span class="hint">{check.rows.notSaid}</span>}</dd>
            {draft.sent === null ? (
              <dd class="act">
                <a href={`${addressOf(flow, step)}?change`}>
                  {actions.change}
                  <span class="unseen"> {name}</span>
                </a>
              </dd>
            ) : null}
          </div>
        ))}
    </dl>
  )
}

interface Row {
  readonly step: StepId
  readonly name: string
  readonly said: ComponentChildren
}

function useRows(draft: Draft): readonly Row[] {
  const { words, language } = useSpeech()
  const { rows } = words.check
  const place = placeSaid(draft, words, language)
  const suggests = draft.kind === 'suggestion'
  return [
    { step: 'start', name: rows.kind, said: draft.kind === '' ? '' : words.start[draft.kind] },
    { step: 'place', name: rows.place, said: [place, draft.placeDetail].filter(Boolean).join(' · ') },
    { step: 'what', name: rows.title, said: draft.title },
    { step: 'what', name: rows.text, said: draft.text ? <span class="long">{draft.text}</span> : '' },
    {
      step: 'claims',
      name: suggests ? rows.suggestions : rows.claims,
      said: listOf(draft.claims.filter((claim) => claim.trim() !== '')),
    },
    { step: 'whom', name: rows.whom, said: listOf(useAbout(draft)) },
    { step: 'before', name: rows.before, said: beforeSaid(draft, words.before) },
    {
      step: 'identity',
      name: rows.identity,
      said: draft.confidentiality === '' ? '' : words.identity[draft.confidentiality],
    },
    { step: 'together', name: rows.together, said: togetherSaid(draft, words) },
    { step: 'people', name: rows.people, said: listOf(peopleSaid(draft, words)) },
    { step: 'files', name: rows.files, said: listOf(draft.files.map(({ name }) => name)) },
  ]
}

type AllWords = ReturnType<typeof useWords>

const listOf = (items: readonly string[]): ComponentChildren =>
  items.length < 2 ? (
    items.join('')
  ) : (
    <ol>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ol>
  )

function placeSaid(draft: Draft, { place }: AllWords, language: Language): string {
  const picked = [draft.countyName?.[language], draft.townshipName?.[language]]
  return [draft.county === 'elsewhere' ? place.notListed : '', ...picked].filter(Boolean).join(' ')
}

function useAbout(draft: Draft): readonly string[] {
  const { language } = useSpeech()
  return draft.about
    .map((entry) => [entry.organ ? entry[language] : '', entry.official.trim()].filter(Boolean).join(' · '))
    .filter((said) => said !== '')
}

function beforeSaid(draft: Draft, before: AllWords['before']): string {
  if (draft.before === '') return ''
  if (draft.before === 'no') return before.no
  return [before.yes, draft.beforeNote, draft.beforeNumber].filter(Boolean).join(' · ')
}

function togetherSaid(draft: Draft, { together, check }: AllWords): string {
  if (draft.together === '') return ''
  const who = draft.forWhom === 'self' ? '' : `${together[draft.forWhom]} · ${draft.agentName} · ${draft.mandate}`
  const many = draft.together === 'group' ? check.rows.headcount(Number(draft.headcount) || 0) : ''
  return [together[draft.together], many, who].filter(Boolean).join(' · ')
}

function peopleSaid(draft: Draft, { check }: AllWords): readonly string[] {
  const anonymous = draft.confidentiality === 'anonymous'
  return (anonymous ? draft.people.slice(0, 1) : draft.people).map((person) => {
    const own = anonymous ? [] : [person.name, person.phone, person.address, person.idNumber]
    return [...own, person.electronic ? check.rows.electronicYes : check.rows.electronicNo].filter(Boolean).join(' · ')
  })
}

/** One question a page. What is written is kept at every step, so that a person may stop and come back. */

import type { FunctionComponent } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { ErrorSummary } from '../form/form.tsx'
import { type Problem, problemAt } from '../form/problem.ts'
import type { Words } from '../locales/zh.ts'
import { useWords } from '../shell/language.tsx'
import { NotFound } from '../shell/lost.tsx'
import { Page } from '../shell/page.tsx'
import { Check } from './check.tsx'
import { changeDraft, type Draft, type Flow, useDraft } from './draft.ts'
import { Files } from './files.tsx'
import { Claims, What } from './matter.tsx'
import { Before, Routes, Start } from './opening.tsx'
import { Identity, People, Together } from './people.tsx'
import { Place } from './place.tsx'
import { Answers, KeptHere } from './resume.tsx'
import { addressOf, type StepId, stepsOf } from './steps.ts'
import { Whom } from './whom.tsx'

export interface StepProps {
  readonly flow: Flow
  readonly draft: Draft
  readonly change: (patch: Partial<Draft>) => void
  readonly errorAt: (field: string) => string | undefined
  /** A step that is still busy says so, and is not left behind. */
  readonly holdUp: (problem: Problem | null) => void
}

const views: Readonly<Record<StepId, FunctionComponent<StepProps>>> = {
  start: Start,
  place: Place,
  what: What,
  claims: Claims,
  whom: Whom,
  before: Before,
  routes: Routes,
  identity: Identity,
  together: Together,
  people: People,
  files: Files,
}

export const Say = () => <Wizard flow="say" />
export const Suggest = () => <Wizard flow="suggest" />

function Wizard({ flow }: { flow: Flow }) {
  const { params } = useRoute()
  const draft = useDraft(flow)
  const steps = stepsOf(draft)
  const first = steps[0]?.id ?? 'place'
  const id = params.step ?? first
  // what may have arrived already is not changed under way; the last page says so
  if (id === 'check' || draft.sent !== null) return <Check key="check" flow={flow} draft={draft} />
  const at = steps.findIndex((step) => step.id === id)
  if (at < 0) return <NotFound />
  return <StepPage key={id} flow={flow} draft={draft} at={at} />
}

function StepPage({ flow, draft, at }: { flow: Flow; draft: Draft; at: number }) {
  const words = useWords()
  const { query, route } = useLocation()
  const [problems, show] = useState<readonly Problem[]>([])
  const heldUp = useRef<Problem | null>(null)
  const steps = stepsOf(draft)
  const step = steps[at]
  if (!step) return <NotFound />
  const View = views[step.id]
  const isChange = 'change' in query
  const before = steps[at - 1]

  const goOn = (event: Event) => {
    event.preventDefault()
    if (step.id === 'start' && draft.kind === 'suggestion') return leaveForSuggestions()
    const found = [...step.problems(draft, words), ...(heldUp.current ? [heldUp.current] : [])]
    show(found)
    if (found.length === 0) route(nextAddress())
  }
  const leaveForSuggestions = () => {
    changeDraft(flow, { kind: '' })
    route('/suggest')
  }
  const nextAddress = () => addressOf(flow, (isChange ? undefined : steps[at + 1]?.id) ?? 'check')
  return (
    <Page
      title={titleOf(step.id, draft, words)}
      caption={`${words.wizard[flow]} · ${words.wizard.step(at + 1, steps.length + 1)}`}
      back={backTo()}
    >
      <Answers flow={flow} draft={draft} />
      <ErrorSummary problems={problems} />
      <form onSubmit={goOn} noValidate>
        <View
          flow={flow}
          draft={draft}
          change={(patch) => changeDraft(flow, patch)}
          errorAt={(field) => problemAt(problems, field)}
          holdUp={(problem) => {
            heldUp.current = problem
          }}
        />
        <div class="buttons">
          <button type="submit" class="button">
            {words.actions.next}
          </button>
        </div>
      </form>
      <KeptHere draft={draft} />
    </Page>
  )

  function backTo() {
    if (isChange) return { to: addressOf(flow, 'check') }
    return { to: before ? addressOf(flow, before.id) : '/' }
  }
}

function titleOf(step: StepId, draft: Draft, words: Words): string {
  const suggests = draft.kind === 'suggestion'
  switch (step) {
    case 'place':
      return suggests ? words.place.titleSuggest : words.place.title
    case 'what':
      return suggests ? words.what.titleSuggest : words.what.title
    case 'claims':
      return suggests ? words.claims.titleSuggest : words.claims.title
    case 'whom':
      return draft.kind === 'accusation' ? words.whom.titleAccusation : words.whom.title
    case 'people':
      return peopleTitle(draft, words)
    default:
      return words[step].title
  }
}

function peopleTitle({ confidentiality, forWhom, together }: Draft, { people }: Words): string {
  if (confidentiality === 'anonymous') return people.titleAnonymous
  if (forWhom !== 'self') return people.titleAgent
  return { alone: people.title, joint: people.titleMany, group: people.titleGroup, '': people.title }[together]
}

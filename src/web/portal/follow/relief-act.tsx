/** Saying whether relief is wished, or what came of it. */
import { useState } from 'preact/hooks'
import { parseDay } from '../../../kernel/day.ts'
import type { ReliefView } from '../../../mediation/relief/contract.ts'
import { ownReliefTerms } from '../../../wording/own-relief-terms.ts'
import { Choice, LongField, TextField } from '../form/form.tsx'
import { type Problem, problemAt } from '../form/problem.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { SendingPage } from './act-page.tsx'
import { type FollowedProps, FollowPage } from './follow-page.tsx'
import { useOwnRelief } from './relief.tsx'
import { useReliefWords } from './told-words.tsx'

export function ReliefAct(props: FollowedProps) {
  const { say, words } = useReliefWords()
  const answer = useOwnRelief(props.opener)
  const wanted = new URLSearchParams(globalThis.location?.search ?? '').get('do')
  const one = answer?.ok ? answer.value.items.find(({ relief }) => relief === props.item) : undefined
  if (one && wanted === 'answer') return <AnswerForm key={one.version} {...props} one={one} />
  if (one && wanted === 'outcome') return <OutcomeForm key={one.version} {...props} one={one} />
  return (
    <FollowPage petition={props.petition} title={say.title}>
      {answer === null ? <p role="status">{words.actions.loading}</p> : null}
      {answer && !answer.ok ? <TroubleBox trouble={answer.trouble} /> : null}
      {answer?.ok ? <p>{say.none}</p> : null}
    </FollowPage>
  )
}

interface FormProps extends FollowedProps {
  readonly one: ReliefView
}

const pathOf = ({ relief }: ReliefView, act: string) => `/api/follow/relief/${relief}/${act}`
const back = '/follow/petition/relief'

function AnswerForm(props: FormProps) {
  const { say } = useReliefWords()
  const [wishes, choose] = useState('')
  const [note, type] = useState('')
  const problems = (): readonly Problem[] => (wishes === '' ? [{ field: 'wishes', message: say.needed }] : [])
  return (
    <SendingPage
      {...props}
      path={pathOf(props.one, 'answer')}
      title={say.acts.answer}
      lead={say.never}
      problems={problems}
      body={() => ({ wishes: wishes === 'yes', note: note.trim() || null })}
      sure={say.sure}
      back={{ to: back, label: say.back, text: say.sent }}
    >
      {(found) => (
        <>
          <Choice
            id="wishes"
            legend={say.wishes}
            error={problemAt(found, 'wishes')}
            value={wishes}
            onChoose={choose}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: say[value] }))}
          />
          <LongField id="note" label={say.note} optional rows={3} max={2000} value={note} onText={type} />
        </>
      )}
    </SendingPage>
  )
}

function OutcomeForm(props: FormProps) {
  const { say, language } = useReliefWords()
  const [typed, set] = useState({ receivedOn: '', outcome: '', text: '', source: 'ownWord' })
  const type = (name: keyof typeof typed) => (value: string) => set((before) => ({ ...before, [name]: value }))
  const problems = (): readonly Problem[] => {
    const missing = (['outcome', 'text'] as const).filter((name) => typed[name].trim() === '')
    const flawed = [...(parseDay(typed.receivedOn) === null ? (['receivedOn'] as const) : []), ...missing]
    return flawed.map((field) => ({ field, message: say.needed }))
  }
  return (
    <SendingPage
      {...props}
      path={pathOf(props.one, 'outcome')}
      title={say.acts.outcome}
      problems={problems}
      body={() => ({ ...typed, text: typed.text.trim() })}
      sure={say.sure}
      back={{ to: back, label: say.back, text: say.sent }}
    >
      {(found) => (
        <>
          <Choice
            id="outcome"
            legend={say.outcome}
            error={problemAt(found, 'outcome')}
            value={typed.outcome}
            onChoose={type('outcome')}
            options={Object.entries(ownReliefTerms.reliefOutcome).map(([value, term]) => ({
              ...{ value, label: term[language] },
            }))}
          />
          <TextField
            id="receivedOn"
            label={say.receivedOn}
            hint={say.dayHint}
            error={problemAt(found, 'receivedOn')}
            inputMode="numeric"
            short
            value={typed.receivedOn}
            onText={type('receivedOn')}
          />
          <LongField
            id="text"
            label={say.text}
            error={problemAt(found, 'text')}
            rows={4}
            max={4000}
            value={typed.text}
            onText={type('text')}
          />
          <Choice
            id="source"
            legend={say.source}
            value={typed.source}
            onChoose={type('source')}
            options={(['ownWord', 'paperShown'] as const).map((value) => ({ value, label: say.sources[value] }))}
          />
        </>
      )}
    </SendingPage>
  )
}

/** Noting one step of another way of the law: what happened, on which day, and how the person knows. */
import { useRef, useState } from 'preact/hooks'
import { parseDay } from '../../../kernel/day.ts'
import { referredTerms } from '../../../wording/referred-terms.ts'
import { Attachments } from '../form/attachments.tsx'
import { Choice, LongField, TextField, Tick } from '../form/form.tsx'
import { type Problem, problemAt } from '../form/problem.ts'
import { TroubleBox } from '../form/trouble.tsx'
import type { ReferredWords } from '../locales/referred-zh.ts'
import type { FileDraft } from '../say/draft.ts'
import { SendingPage } from './act-page.tsx'
import { type FollowedProps, FollowPage } from './follow-page.tsx'
import { type Own, useReferred } from './referred.tsx'
import { useReferredWords } from './told-words.tsx'

type ActionName = keyof ReferredWords['acts']
type Field =
  | {
      readonly is: 'day' | 'long' | 'maybe' | 'tick'
      readonly name: string
      readonly label: keyof ReferredWords['field']
    }
  | {
      readonly is: 'choice'
      readonly name: string
      readonly label: keyof ReferredWords['field']
      readonly of: keyof typeof referredTerms
    }

const day = (name: 'appliedOn' | 'askedOn' | 'correctedOn' | 'acceptedOn' | 'receivedOn' | 'day' | 'until'): Field => ({
  ...{ is: 'day', name, label: name },
})
const note: Field = { is: 'maybe', name: 'note', label: 'note' }
const shared: Field = { is: 'tick', name: 'shared', label: 'sharedTick' }

/** What each act asks. */
const fieldsOf: Readonly<Record<ActionName, readonly Field[]>> = {
  apply: [day('appliedOn'), { is: 'choice', name: 'proof', label: 'proof', of: 'applicationProof' }, shared],
  share: [shared],
  'ask-correction': [day('askedOn'), { is: 'long', name: 'what', label: 'whatToCorrect' }],
  correct: [day('correctedOn')],
  accept: [day('acceptedOn'), { is: 'choice', name: 'track', label: 'track', of: 'referralTrack' }],
  refuse: [day('receivedOn'), { is: 'long', name: 'reason', label: 'reason' }],
  mediate: [{ is: 'choice', name: 'step', label: 'step', of: 'mediationStep' }, day('day'), note],
  prolong: [day('until')],
  outcome: [
    { is: 'choice', name: 'outcome', label: 'outcome', of: 'referralOutcome' },
    day('receivedOn'),
    { is: 'long', name: 'text', label: 'text' },
  ],
  'note-day': [day('day'), { is: 'long', name: 'what', label: 'what' }],
  close: [{ is: 'choice', name: 'ending', label: 'ending', of: 'referralEnding' }, note],
}

/** Where what proves it can be sent along: a photograph of the receipt, or of the decision. */
const mayAttach: readonly ActionName[] = ['apply', 'outcome']

const isAction = (name: string | null): name is ActionName => name !== null && Object.hasOwn(fieldsOf, name)

export function ReferredAct(props: FollowedProps) {
  const { say, words } = useReferredWords()
  const answer = useReferred(props.opener)
  const wanted = new URLSearchParams(globalThis.location?.search ?? '').get('do')
  const one = answer?.ok ? answer.value.items.find(({ referral }) => referral === props.item) : undefined
  if (one && isAction(wanted)) return <ActForm key={`${one.version} ${wanted}`} {...props} one={one} action={wanted} />
  return (
    <FollowPage petition={props.petition} title={say.title}>
      {answer === null ? <p role="status">{words.actions.loading}</p> : null}
      {answer && !answer.ok ? <TroubleBox trouble={answer.trouble} /> : null}
      {answer?.ok ? <p>{say.none}</p> : null}
    </FollowPage>
  )
}

interface ActFormProps extends FollowedProps {
  readonly one: Own
  readonly action: ActionName
}

function ActForm(props: ActFormProps) {
  const { one, action } = props
  const { say, language, words } = useReferredWords()
  const hasFiles = mayAttach.indexOf(action) >= 0
  const [attached, attach] = useState<readonly FileDraft[]>([])
  const isUploading = useRef(false)
  const fields = fieldsOf[action].filter(({ name }) => name !== 'shared' || one.to.organ !== null)
  const [typed, type] = useState<Readonly<Record<string, string | boolean>>>({
    source: 'ownWord',
    shared: !one.shared && action === 'share',
  })
  const set = (name: string) => (value: string | boolean) => type((before) => ({ ...before, [name]: value }))
  const text = (name: string): string => String(typed[name] ?? '')
  const refusal = one.actions.find((each) => each.action === action)?.refusal
  if (refusal) {
    return (
      <FollowPage petition={props.petition} title={say.acts[action]}>
        <p class="warn">{refusal[language]}</p>
      </FollowPage>
    )
  }
  return (
    <SendingPage
      {...props}
      path={`/api/follow/referrals/${one.referral}/${action}`}
      title={say.acts[action]}
      problems={() =>
        isUploading.current ? [{ field: 'files', message: words.files.wait }] : flawsIn(fields, typed, say)
      }
      body={() => ({ ...bodyOf(fields, typed), ...(hasFiles ? { materials: attached.map(materialOf) } : {}) })}
      sure={say.sure}
      back={{ to: '/follow/petition/referred', label: say.back, text: say.sent }}
    >
      {(problems) => (
        <>
          {fields.map((field) => (
            <OneField
              key={field.name}
              {...{ field, say, language, text: text(field.name), isTicked: typed[field.name] === true }}
              error={problemAt(problems, field.name)}
              onText={set(field.name)}
            />
          ))}
          {hasFiles ? (
            <>
              <h2>{say.files}</h2>
              <p class="hint">{say.filesHint}</p>
              <Attachments
                files={attached}
                onFiles={(next) => attach(next)}
                onBusy={(is) => {
                  isUploading.current = is
                }}
                error={problemAt(problems, 'files')}
              />
            </>
          ) : null}
          <Choice
            id="source"
            legend={say.field.source}
            value={text('source')}
            onChoose={set('source')}
            options={(['ownWord', 'paperShown'] as const).map((value) => ({ value, label: say.source[value] }))}
          />
        </>
      )}
    </SendingPage>
  )
}

/** As the house asks for it, without what only the page knows. */
const materialOf = ({ file, name, mediaType, bytes }: FileDraft) => ({ file, name, mediaType, bytes })

function flawsIn(
  fields: readonly Field[],
  typed: Readonly<Record<string, string | boolean>>,
  say: ReferredWords,
): readonly Problem[] {
  const isMissing = ({ is, name }: Field): boolean => {
    const value = String(typed[name] ?? '').trim()
    if (is === 'tick' || is === 'maybe') return false
    return is === 'day' ? parseDay(value) === null : value === ''
  }
  return fields.filter(isMissing).map(({ name }) => ({ field: name, message: say.needed }))
}

const bodyOf = (fields: readonly Field[], typed: Readonly<Record<string, string | boolean>>): object => ({
  ...Object.fromEntries(
    fields.map(({ is, name }) => {
      if (is === 'tick') return [name, typed[name] === true]
      const value = String(typed[name] ?? '').trim()
      return [name, is === 'maybe' ? value || null : value]
    }),
  ),
  source: typed.source,
})

interface OneFieldProps {
  readonly field: Field
  readonly say: ReferredWords
  readonly language: 'zh' | 'en'
  readonly text: string
  readonly isTicked: boolean
  readonly error: string | undefined
  readonly onText: (value: string | boolean) => void
}

function OneField({ field, say, language, text, isTicked, error, onText }: OneFieldProps) {
  const shown = { id: field.name, label: say.field[field.label], error }
  switch (field.is) {
    case 'day':
      return <TextField {...shown} hint={say.dayHint} inputMode="numeric" short value={text} onText={onText} />
    case 'long':
      return <LongField {...shown} rows={4} max={4000} value={text} onText={onText} />
    case 'maybe':
      return <LongField {...shown} optional rows={3} max={2000} value={text} onText={onText} />
    case 'tick':
      return <Tick id={field.name} label={shown.label} checked={isTicked} onTick={onText} />
    case 'choice':
      return (
        <Choice
          id={field.name}
          legend={shown.label}
          error={error}
          value={text}
          onChoose={onText}
          options={Object.entries(referredTerms[field.of]).map(([value, term]) => ({ value, label: term[language] }))}
        />
      )
  }
}

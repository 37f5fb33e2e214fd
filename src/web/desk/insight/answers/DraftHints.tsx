/** Beside an answer that is being drafted: what it lacks so far. Nothing here keeps it from being issued. */
import { useMemo } from 'react'
import type { PetitionView } from '../../petition/petition.ts'
import { type DraftBody, useAnswerWords, useDraftChecked } from './answers.ts'
import { Lacks } from './Lacks.tsx'

const drafting: ReadonlySet<string> = new Set(['issue-opinion', 'answer-duty', 'conclude-suggestion'])

interface DraftHintsProps {
  readonly action: string
  readonly petition: PetitionView
  readonly values: Readonly<Record<string, unknown>>
}

export function DraftHints(props: DraftHintsProps) {
  return drafting.has(props.action) && props.petition.class !== 'accusation' ? <Hints {...props} /> : null
}

function Hints({ petition, values }: DraftHintsProps) {
  const say = useAnswerWords()
  const draft = useMemo(() => draftIn(values), [values])
  const { data } = useDraftChecked(petition.number, draft)
  if (draft === null) return null
  return (
    <section className="answer-hints" aria-live="polite" aria-label={say.draftTitle}>
      <h3>{say.draftTitle}</h3>
      <p className="faint">{say.draftSays}</p>
      {data && (data.items.length === 0 ? <p>{say.draftFine}</p> : <Lacks lacks={data.items} />)}
    </section>
  )
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

/** Null until an answer has been begun: what nobody has written yet is no lack. */
function draftIn(values: Readonly<Record<string, unknown>>): DraftBody | null {
  const answers = (Array.isArray(values.answers) ? values.answers : []).flatMap(
    (each: { readonly claim?: unknown; readonly answer?: unknown } | null) => {
      const answer = textOf(each?.answer)
      return answer === null || typeof each?.claim !== 'string' ? [] : [{ claim: each.claim, answer }]
    },
  )
  const answer = textOf(values.answer) ?? textOf(values.reply)
  if (answers.length === 0 && answer === null) return null
  const { facts, legalBasis, remedy } = values
  return { facts: textOf(facts), legalBasis: textOf(legalBasis), remedy: textOf(remedy), answers, answer }
}

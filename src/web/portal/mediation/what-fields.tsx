/** What is asked of whoever wants mediation: the other side, as far as it is known, and what it is about. */
import { LongField, TextField } from '../form/form.tsx'
import { lengthOf, type Problem, problemAt } from '../form/problem.ts'
import type { PageOf } from './mediation.tsx'

export interface Said {
  readonly other: string
  readonly otherPhone: string
  readonly what: string
}
export const saidNothing: Said = { other: '', otherPhone: '', what: '' }

const mostWords = 4000

export const phoneProblem = (field: string, phone: string, say: PageOf['say']): readonly Problem[] =>
  phone.replace(/\D/g, '').length < 5 || phone.length > 40 ? [{ field, message: say.phoneWrong }] : []

export const saidProblems = ({ other, otherPhone, what }: Said, say: PageOf['say']): readonly Problem[] => [
  ...(other.trim() === '' ? [{ field: 'other', message: say.otherWrong }] : []),
  ...(otherPhone.trim() === '' ? [] : phoneProblem('otherPhone', otherPhone, say)),
  ...(what.trim() === '' || lengthOf(what) > mostWords ? [{ field: 'what', message: say.whatWrong }] : []),
]

interface WhatFieldsProps extends PageOf {
  readonly said: Said
  readonly problems: readonly Problem[]
  readonly onSay: (said: Said) => void
}

export function WhatFields({ said, problems, onSay, say }: WhatFieldsProps) {
  return (
    <>
      <TextField
        id="other"
        label={say.other}
        hint={say.otherHint}
        error={problemAt(problems, 'other')}
        value={said.other}
        onText={(other) => onSay({ ...said, other })}
      />
      <TextField
        id="otherPhone"
        label={say.otherPhone}
        error={problemAt(problems, 'otherPhone')}
        optional
        inputMode="tel"
        value={said.otherPhone}
        onText={(otherPhone) => onSay({ ...said, otherPhone })}
      />
      <LongField
        id="what"
        label={say.what}
        hint={say.whatHint}
        error={problemAt(problems, 'what')}
        rows={6}
        max={mostWords}
        value={said.what}
        onText={(what) => onSay({ ...said, what })}
      />
    </>
  )
}

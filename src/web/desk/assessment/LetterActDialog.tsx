/** One act on a letter, with what follows from it. What was typed stays until the house has it. */
import { ActModal } from '../layout/ActModal.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type Letter, useLetterAct } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'
import { ActFields } from './LetterActFields.tsx'
import type { Target } from './TargetsField.tsx'

export interface CaseOf {
  readonly stream: string
  readonly item: string
}

export interface TypedRuling {
  readonly case: CaseOf
  readonly ruling: string
  readonly outcome: string | null
}

export interface Typed {
  readonly targets?: readonly Target[]
  readonly remarks?: string
  readonly reason?: string
  readonly period?: string
  readonly audience?: string
  readonly issue?: string
  readonly indicator?: string
  readonly cases?: readonly CaseOf[]
  readonly reasons?: string
  readonly objection?: string
  readonly rulings?: readonly TypedRuling[]
}

interface LetterActDialogProps {
  readonly action: Letter['actions'][number]
  readonly letter: Letter
  readonly onClose: () => void
}

export function LetterActDialog({ action, letter, onClose }: LetterActDialogProps) {
  const { pick } = useLanguage()
  const { say } = useAssessmentWords()
  return (
    <ActModal<Typed, Parameters<ReturnType<typeof useLetterAct>['mutate']>[0]>
      title={pick(action)}
      follows={say.follows[action.action]}
      doing={useLetterAct(letter.letter)}
      start={initialOf(letter)}
      width={680}
      sent={(typed) => ({
        ...{ action: action.action, version: letter.version },
        body: bodyOf(action.action, typed, letter),
      })}
      onClose={onClose}
    >
      <ActFields action={action.action} letter={letter} />
    </ActModal>
  )
}

/** What is most likely meant: the text as it stands, the figures issued last, the objection that is open. */
function initialOf({ draft, inForce, issues, objections }: Letter): Typed {
  const text = draft ?? inForce
  const open = objections.find(({ state }) => state === 'made' || state === 'takenHigher') ?? objections.at(-1)
  return {
    targets: text?.targets ?? [],
    remarks: text?.remarks ?? '',
    audience: 'sides',
    cases: [],
    ...(issues.length > 0 ? { issue: issues.at(-1)?.issue ?? '' } : {}),
    ...(open ? { objection: open.objection } : {}),
    rulings: (open?.cases ?? []).map((each) => ({ case: each, ruling: 'stays', outcome: null })),
  }
}

function bodyOf(action: Letter['actions'][number]['action'], typed: Typed, { draft }: Letter): object {
  const { targets, reason, period, audience, issue, indicator, cases, reasons, objection, rulings } = typed
  const remarks = typed.remarks?.trim() || null
  switch (action) {
    case 'redraft':
      return { targets, remarks }
    case 'sign':
      return { revision: draft?.revision ?? 1 }
    case 'revise':
      return { targets, remarks, reason }
    case 'withdraw':
      return { reason }
    case 'issue':
      return { period, audience }
    case 'object':
      return { issue, indicator, cases, reasons }
    case 'decide':
      return { objection, rulings, reasons }
    case 'object-above':
      return { objection, reasons }
  }
}

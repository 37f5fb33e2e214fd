/** One act a page, found by its name. */
import type { FunctionComponent } from 'preact'
import type { petitionCommands } from '../../../petition/commands.ts'
import { NotFound } from '../shell/lost.tsx'
import { AddMaterial, AnswerMediation, AnswerQuestion } from './act-answers.tsx'
import { ObjectToErasure } from './act-erasure.tsx'
import { Rate, Settle, Withdraw } from './act-own.tsx'
import { RequestRecusal } from './act-recusal.tsx'
import { RequestReexamination, RequestReview } from './act-review.tsx'
import type { FollowedProps } from './follow-page.tsx'

export type ActName = keyof typeof acts

const acts = {
  'answer-question': AnswerQuestion,
  'answer-mediation': AnswerMediation,
  'request-review': RequestReview,
  'request-reexamination': RequestReexamination,
  'add-material': AddMaterial,
  rate: Rate,
  'object-to-erasure': ObjectToErasure,
  'request-recusal': RequestRecusal,
  settle: Settle,
  withdraw: Withdraw,
} as const satisfies Partial<Record<keyof typeof petitionCommands, FunctionComponent<FollowedProps>>>

export const isAct = (action: string): action is ActName => Object.hasOwn(acts, action)

export function Act(props: FollowedProps) {
  if (!isAct(props.item)) return <NotFound />
  const View: FunctionComponent<FollowedProps> = acts[props.item]
  return <View {...props} />
}

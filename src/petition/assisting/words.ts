/**
 * 主办、协办: whoever has the petition leads and answers; others assist with what is asked of them, report in writing to the lead and answer
 * nobody (docs/adr/0042). What is done by which day is followed as a task elsewhere; here stands what was asked and what came of it.
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'

/** What an assistant says of its own part: 已完成 · 部分完成 · 无法完成. */
export type AssistanceResult = 'done' | 'partly' | 'cannot'

export type AssistingCommand =
  | {
      readonly type: 'AskAssistance'
      readonly of: OrganId
      /** Claims that it is about; none for the whole. */
      readonly claims: readonly string[]
      readonly what: Sealed
      readonly by: Day
    }
  /** It has no competence for what is asked. */
  | { readonly type: 'ObjectToAssistance'; readonly assistance: string; readonly reasons: Sealed }
  /** The lead says why it answers without it. */
  | { readonly type: 'GoOnWithoutAssistance'; readonly assistance: string; readonly reason: Sealed }
  /** What became of the task by which it is followed; a report in the words of the assistant. */
  | {
      readonly type: 'NoteAssistance'
      readonly assistance: string
      readonly standing: 'reported' | 'returned' | 'ended'
      readonly result: AssistanceResult | null
      readonly report: Sealed | null
    }

export type AssistingFact =
  | {
      readonly type: 'AssistanceAsked'
      readonly on: Day
      readonly ref: string
      readonly by: OrganId
      readonly organ: OrganId
      readonly claims: readonly string[]
      readonly what: Sealed
      readonly until: Day
    }
  | {
      readonly type: 'AssistanceObjected'
      readonly on: Day
      readonly ref: string
      readonly organ: OrganId
      readonly reasons: Sealed
    }
  | {
      readonly type: 'AssistanceNotAwaited'
      readonly on: Day
      readonly ref: string
      readonly organ: OrganId
      readonly reason: Sealed
    }
  | {
      readonly type: 'AssistanceReported'
      readonly on: Day
      readonly ref: string
      readonly organ: OrganId
      readonly result: AssistanceResult
      readonly report: Sealed
    }
  | { readonly type: 'AssistanceReturned'; readonly on: Day; readonly ref: string; readonly organ: OrganId }
  | { readonly type: 'AssistanceEnded'; readonly on: Day; readonly ref: string; readonly organ: OrganId }

/** `a1`, `a2` … within the petition. */
export interface Assistance {
  readonly ref: string
  readonly askedOn: Day
  readonly by: OrganId
  readonly organ: OrganId
  readonly claims: readonly string[]
  readonly what: Sealed
  readonly until: Day
  readonly standing: 'asked' | 'reported' | 'ended'
  readonly objectedOn: Day | null
  readonly notAwaitedOn: Day | null
  readonly reported: { readonly on: Day; readonly result: AssistanceResult; readonly report: Sealed } | null
}

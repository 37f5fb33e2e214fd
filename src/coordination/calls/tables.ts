/** The read models of calls: rows derived from the folded state, so that they can be compared and remade. */
import type { Row, RowSet } from '../../engine/room.ts'
import type { CallForSuggestions, CallState } from './call.ts'

export const callTables = {
  call: { key: [] },
} as const

export const callRows = (state: CallState): RowSet => (state === null ? {} : { call: [callRow(state)] })

/** What a day before it and a count beside it say is public from the day on which it is published; `pieces` are those that everybody reads. */
function callRow(call: CallForSuggestions): Row {
  const { version, organ, stage, content, draftedOn, publishedOn, prolonged, closing } = call
  const { title, text, questions, from, until, places, answeredBy } = content
  const pieces = [
    title,
    text,
    ...questions,
    ...prolonged.map(({ reason }) => reason),
    ...(closing ? [closing.report] : []),
  ]
  return {
    ...{ version, organ, stage, title_ref: title.ref, text_ref: text.ref, from_day: from, until_day: until },
    question_refs: questions.map(({ ref }) => ref),
    ...{ places, answered_by: answeredBy, drafted_on: draftedOn, published_on: publishedOn },
    closed_on: closing?.on ?? null,
    report_ref: closing?.report.ref ?? null,
    ...{ received: closing?.counts.received ?? null, wholly: closing?.counts.wholly ?? null },
    ...{ partly: closing?.counts.partly ?? null, not_adopted: closing?.counts.notAdopted ?? null },
    elsewhere: closing?.counts.elsewhere ?? null,
    pieces: publishedOn === null ? [] : pieces.map(({ ref }) => ref),
  }
}

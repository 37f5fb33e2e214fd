/**
 * The end of an owned case. Nobody closes it over the head of the petitioner: their own view is on record, by their key or signed, or it was
 * asked for on several days by another organ and is then said to be unknown. Silence is never satisfaction.
 */
import { isAfter, isBefore } from '../../kernel/day.ts'
import { decided } from '../../law/basis.ts'
import { accept, type Decide, refuse } from './decision.ts'
import { isHandlersOf } from './knowing.ts'
import type { Ownership, OwnershipStaff, Result, ViewGiven } from './ownership.ts'

const basis = decided('0040')
const mostAskings = 50
const mostViews = 100

type Came = Pick<Ownership, 'results' | 'relapses'>

/** What came of it, since the matter last came again: what was solved then is not solved now. */
export function resultOf({ results, relapses }: Came): Result | null {
  const last = results.at(-1)
  return last && last.version > (relapses.at(-1)?.version ?? 0) ? last : null
}

/** What was said after the result was there: on what was promised nobody can have a view of what was done. */
export function viewOnResult(ownership: Came & Pick<Ownership, 'views'>): ViewGiven | null {
  const result = resultOf(ownership)
  if (result === null) return null
  return ownership.views.findLast(({ version }) => version > result.version) ?? null
}

/** Whether somebody who petitions says by their own last word that it is not solved; what was signed on paper is one voice more. */
function isContradicted(ownership: Came & Pick<Ownership, 'views'>): boolean {
  const result = resultOf(ownership)
  const since = ownership.views.filter(({ version }) => result !== null && version > result.version)
  const last = new Map(since.map(({ person, view }) => [person, view]))
  return [...last.values()].includes('dissatisfied')
}

/** On how many different days somebody asked in vain. */
export function askedDays(ownership: Came & Pick<Ownership, 'askings'>): number {
  const result = resultOf(ownership)
  if (result === null) return 0
  return new Set(ownership.askings.filter(({ version }) => version > result.version).map(({ askedOn }) => askedOn)).size
}

const giveView: Decide<'GiveView'> = (ownership, { on, actor, view, words }) => {
  const { person } = actor as Extract<typeof actor, { kind: 'petitioner' }>
  if (resultOf(ownership) === null) return refuse({ kind: 'no-result-yet' })
  if (ownership.views.length >= mostViews) return refuse({ kind: 'too-many-already', atMost: mostViews })
  return accept({ type: 'ViewRecorded', on, person, organ: null, view, words, materials: [] })
}

const recordView: Decide<'RecordView'> = (ownership, { on, actor, view, words, materials }) => {
  if (resultOf(ownership) === null) return refuse({ kind: 'no-result-yet' })
  if (materials.length === 0) return refuse({ kind: 'needs-own-key-or-signature', basis })
  if (ownership.views.length >= mostViews) return refuse({ kind: 'too-many-already', atMost: mostViews })
  const filed = ownership.views.reduce((count, { materials: all }) => count + all.length, 0)
  const numbered = materials.map((material, at) => ({ ...material, ref: `f${filed + at + 1}` }))
  const { organ } = actor as OwnershipStaff
  return accept({ type: 'ViewRecorded', on, person: null, organ, view, words, materials: numbered })
}

/** Whoever owns or handles it does not say that nobody answered. */
const recordAsking: Decide<'RecordAsking'> = (ownership, { on, actor, askedOn, way, note }) => {
  const { organ, account } = actor as OwnershipStaff
  const result = resultOf(ownership)
  if (result === null) return refuse({ kind: 'no-result-yet' })
  if (ownership.owner?.organ === organ || isHandlersOf(ownership.handler, organ)) {
    return refuse({ kind: 'asked-by-own-organ', basis })
  }
  if (isAfter(askedOn, on)) return refuse({ kind: 'day-in-the-future', day: askedOn, today: on })
  if (isBefore(askedOn, result.on)) return refuse({ kind: 'day-before-the-owner', day: askedOn, from: result.on })
  if (ownership.askings.length >= mostAskings) return refuse({ kind: 'too-many-already', atMost: mostAskings })
  return accept({ type: 'ViewAsked', on, organ, account, askedOn, way, note })
}

const closeOwnership: Decide<'CloseOwnership'> = (ownership, { on, actor, statement, openTasks }, { law }) => {
  const result = resultOf(ownership)
  if (result === null) return refuse({ kind: 'no-result-yet' })
  if (openTasks > 0) return refuse({ kind: 'steps-still-open', open: openTasks })
  const view = viewOnResult(ownership)
  const { askAtLeast } = law.ownership.terms
  const asked = askedDays(ownership)
  if (view === null && asked < askAtLeast) return refuse({ kind: 'view-not-known', asked, atLeast: askAtLeast, basis })
  // whoever says that it is not solved is not contradicted by the record
  if (result.outcome === 'resolved' && isContradicted(ownership)) {
    return refuse({ kind: 'view-says-otherwise', outcome: result.outcome, basis })
  }
  const { account } = actor as OwnershipStaff
  const { outcome } = result
  return accept({ type: 'OwnershipClosed', on, account, statement, outcome, view: view?.view ?? null })
}

export const decisions = {
  GiveView: giveView,
  RecordView: recordView,
  RecordAsking: recordAsking,
  CloseOwnership: closeOwnership,
} as const

/** What can be done with a visit now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide } from './decide.ts'
import type { LookedCase, StaffActor, Visit, VisitCommandBody, VisitRefusal, VisitWorld } from './visit.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const visitActions = [
  ...(['edit', 'confirm', 'take', 'entry', 'conclude', 'close', 'refused', 'show', 'inform'] as const),
  ...(['link', 'postpone', 'reopen', 'cancel'] as const),
] as const
export type VisitActionName = (typeof visitActions)[number]

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: VisitActionName, visit: Visit, openTasks: number, on: Day): VisitCommandBody {
  const first = visit.cases.find(({ refused }) => !refused)?.petition ?? ''
  const heard = visit.entries.find(({ kind, registered }) => kind === 'heard' && registered === null)
  switch (action) {
    case 'edit':
      return { type: 'EditVisit', plan: { ...visit, day: visit.day < on ? on : visit.day }, looked: lookedAgain(visit) }
    case 'confirm':
      return { type: 'ConfirmVisit' }
    case 'take':
      return { type: 'TakeSheet' }
    case 'entry':
      return {
        ...{ type: 'RecordEntry', entry: 'probe', kind: 'heard', petition: null, at: visit.day > on ? on : visit.day },
        ...{ whom: null, text: something, organ: null, due: null, materials: [] },
      }
    case 'conclude':
      return { type: 'ConcludeVisit', report: something }
    case 'close':
      return { type: 'CloseVisit', openTasks }
    case 'refused':
      return { type: 'RecordRefusal', petition: first, note: null }
    case 'show': {
      const untold = visit.cases.find(({ refused, shownOn }) => !refused && shownOn === null)?.petition
      return { type: 'AnnounceVisit', petition: untold ?? '' }
    }
    case 'inform':
      return { type: 'InformPetitioner', petition: first, way: 'inPerson', note: something }
    case 'link':
      return { type: 'LinkEntry', entry: heard?.entry ?? '', petition: '', looked: [] }
    case 'postpone':
      return { type: 'PostponeVisit', to: addDays(visit.day > on ? visit.day : on, 1), reason: something }
    case 'reopen':
      return { type: 'OpenVisit', reason: something }
    case 'cancel':
      return { type: 'CancelVisit', reason: something }
  }
}

/** As it was looked into when it was last written. */
const lookedAgain = ({ cases }: Visit): readonly LookedCase[] =>
  cases.map(({ petition, refused, consent }) => ({
    ...{ petition, keptFrom: [], officials: [], isAccusation: false, isConfidential: false },
    hasRefused: refused !== null && consent === null,
  }))

export interface VisitAction {
  readonly action: VisitActionName
  readonly type: VisitCommandBody['type']
  readonly refusal: VisitRefusal | null
}

export interface Trying {
  readonly actor: StaffActor
  readonly on: Day
  readonly openTasks: number
}

/** Every command that somebody with a part in it could ever give, each allowed or with the reason that it is refused. */
export const actionsOf = (visit: Visit, { actor, on, openTasks }: Trying, world: VisitWorld): readonly VisitAction[] =>
  visitActions.map((action) => {
    const body = favourable(action, visit, openTasks, on)
    const decision = decide(visit, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })

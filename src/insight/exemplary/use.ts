/**
 * That an exemplary case was read for a petition, and whether it helped, as whoever handles that petition says. A stream of its own for the
 * two, seen with the petition and by nobody who may not see that; what is counted of it says how many and never which.
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'

export type UseCommand = { readonly on: Day; readonly organ: OrganId } & (
  | { readonly type: 'OpenExemplary'; readonly petition: string; readonly exemplary: string }
  | { readonly type: 'SayHelped'; readonly helped: boolean }
)

export type UseFact = { readonly on: Day; readonly organ: OrganId } & (
  | { readonly type: 'ExemplaryOpened'; readonly petition: string; readonly exemplary: string }
  | { readonly type: 'ExemplaryHelped'; readonly helped: boolean }
)
export type UseFactType = UseFact['type']

export interface Use {
  readonly version: number
  readonly petition: string
  readonly exemplary: string
  readonly organ: OrganId
  readonly openedOn: Day
  /** Null while nobody said. */
  readonly helped: boolean | null
}
export type UseState = Use | null

export type UseRefusal = { readonly kind: 'exemplary-not-opened' }

/** Opening it twice says nothing new; whether it helped may be said otherwise later. */
export function decideUse(state: UseState, command: UseCommand): Result<readonly UseFact[], UseRefusal> {
  const { on, organ } = command
  if (command.type === 'OpenExemplary') {
    const { petition, exemplary } = command
    return ok(state === null ? [{ type: 'ExemplaryOpened', on, organ, petition, exemplary }] : [])
  }
  if (state === null) return err({ kind: 'exemplary-not-opened' })
  return ok(state.helped === command.helped ? [] : [{ type: 'ExemplaryHelped', on, organ, helped: command.helped }])
}

export function evolveUse(state: UseState, fact: UseFact): Use {
  if (fact.type === 'ExemplaryOpened') {
    if (state !== null) throw new Error('opened twice')
    const { on, organ, petition, exemplary } = fact
    return { version: 1, petition, exemplary, organ, openedOn: on, helped: null }
  }
  if (state === null) throw new Error('helped before it was opened')
  return { ...state, helped: fact.helped, version: state.version + 1 }
}

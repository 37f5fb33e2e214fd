/** What can be done with an exemplary case now, and why not otherwise: each command is tried on the decider. */
import type { Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide } from './decide.ts'
import type {
  Exemplary,
  ExemplaryCommandBody,
  ExemplaryRefusal,
  ExemplaryWorld,
  LookedAtSource,
  StaffActor,
} from './exemplary.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const exemplaryActions = ['mend', 'return', 'publish', 'withdraw'] as const
export type ExemplaryActionName = (typeof exemplaryActions)[number]

export interface ExemplaryAction {
  readonly action: ExemplaryActionName
  readonly type: ExemplaryCommandBody['type']
  readonly refusal: ExemplaryRefusal | null
}

export interface Trying {
  readonly actor: StaffActor
  readonly on: Day
  readonly looked: LookedAtSource | null
}

function favourable(
  action: ExemplaryActionName,
  { audience, writeup }: Exemplary,
  { looked }: Trying,
): ExemplaryCommandBody {
  switch (action) {
    case 'mend':
      return { type: 'MendExemplary', audience, writeup, tellings: [] }
    case 'return':
      return { type: 'ReturnExemplary', reason: something }
    case 'publish':
      return { type: 'PublishExemplary', looked, tellings: [] }
    case 'withdraw':
      return { type: 'WithdrawExemplary', reason: something }
  }
}

export const actionsOf = (exemplary: Exemplary, trying: Trying, world: ExemplaryWorld): readonly ExemplaryAction[] =>
  exemplaryActions.map((action) => {
    const body = favourable(action, exemplary, trying)
    const decision = decide(exemplary, { ...body, on: trying.on, actor: trying.actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })

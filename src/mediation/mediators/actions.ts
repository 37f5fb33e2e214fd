/** What can be done with an entry of the roster now, and why not otherwise: each command is tried on the decider. */
import { addYears, type Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Committee, CommitteeCommandBody, CommitteeRefusal, CommitteeWorld } from './committee.ts'
import { decideCommittee } from './committee-decide.ts'
import { decide } from './decide.ts'
import type { Mediator, MediatorActor, MediatorCommandBody, MediatorRefusal, MediatorWorld } from './mediator.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const mediatorActions = ['revise', 'renew', 'train', 'reprimand', 'suspend', 'resume', 'end'] as const
export type MediatorActionName = (typeof mediatorActions)[number]
export const committeeActions = ['revise', 'elect', 'end'] as const
export type CommitteeActionName = (typeof committeeActions)[number]

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: MediatorActionName, mediator: Mediator, on: Day): MediatorCommandBody {
  const { kind, role, committee, name, contact, skills, languages, places } = mediator
  const term = { from: on, until: addYears(on, 1) }
  switch (action) {
    case 'revise': {
      const details = { kind, role, committee, name, contact, skills, languages, places, organ: null, account: null }
      return { type: 'ReviseMediator', ...details, ...term }
    }
    case 'renew':
      return { type: 'RenewMediator', ...term }
    case 'train':
      return { type: 'RecordTraining', day: on, subject: something }
    case 'reprimand':
      return { type: 'ReprimandMediator', fault: 'partial', reason: something }
    case 'suspend':
      return { type: 'SuspendMediator', reason: something }
    case 'resume':
      return { type: 'ResumeMediator' }
    case 'end':
      return { type: 'EndMediator', ending: 'resigned', fault: null, reason: something }
  }
}

export interface MediatorAction {
  readonly action: MediatorActionName
  readonly type: MediatorCommandBody['type']
  readonly refusal: MediatorRefusal | null
}

/** Only whoever keeps the entry has any. */
export function actionsOfMediator(
  mediator: Mediator,
  actor: MediatorActor,
  on: Day,
  organs: MediatorWorld['organs'],
): readonly MediatorAction[] {
  if (actor.organ !== mediator.keeper) return []
  const world = { organs, committeeWorks: true, isColleague: true }
  return mediatorActions.map((action) => {
    const body = favourable(action, mediator, on)
    const decision = decide(mediator, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })
}

function favourableOf(action: CommitteeActionName, { kind, name, region, isMultiEthnic }: Committee, on: Day) {
  switch (action) {
    case 'revise':
      return { type: 'ReviseCommittee', kind, name, region, isMultiEthnic } satisfies CommitteeCommandBody
    case 'elect': {
      const counts = { by: 'residents', members: 3, women: 1, minority: 1 } as const
      return { type: 'ElectCommittee', day: on, until: addYears(on, 1), ...counts } satisfies CommitteeCommandBody
    }
    case 'end':
      return { type: 'EndCommittee', reason: something } satisfies CommitteeCommandBody
  }
}

export interface CommitteeAction {
  readonly action: CommitteeActionName
  readonly type: CommitteeCommandBody['type']
  readonly refusal: CommitteeRefusal | null
}

export function actionsOfCommittee(
  committee: Committee,
  actor: MediatorActor,
  on: Day,
  world: CommitteeWorld,
): readonly CommitteeAction[] {
  if (actor.organ !== committee.keeper) return []
  return committeeActions.map((action) => {
    const body = favourableOf(action, committee, on)
    const decision = decideCommittee(committee, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })
}

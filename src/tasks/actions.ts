/** What can be done with a task now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day, isAfter } from '../kernel/day.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { decide } from './decide.ts'
import { partsIn } from './keeping.ts'
import type { StaffActor, Task, TaskCommandBody, TaskRefusal, TaskWorld } from './task.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const taskActions = ['report', 'close', 'return', 'extend', 'remind', 'withdraw', 'hand-over'] as const
export type TaskActionName = (typeof taskActions)[number]

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: TaskActionName, { until }: Task, on: Day): TaskCommandBody {
  switch (action) {
    case 'report':
      return { type: 'ReportOnTask', result: 'done', report: something, materials: [] }
    case 'close':
      return { type: 'CloseTask', note: null }
    case 'return':
      return { type: 'ReturnTask', reason: something, until: addDays(on, 1) }
    case 'extend':
      return { type: 'ExtendTask', until: addDays(isAfter(until, on) ? until : on, 1), reason: something }
    case 'remind':
      return { type: 'RemindOfTask', note: null }
    case 'withdraw':
      return { type: 'WithdrawTask', reason: something }
    case 'hand-over':
      return { type: 'HandTaskOver', to: '', reason: something, leads: true, isBarred: false }
  }
}

export interface TaskAction {
  readonly action: TaskActionName
  readonly type: TaskCommandBody['type']
  readonly refusal: TaskRefusal | null
}

/** Every command that an organ with such a part could ever give, each allowed or with the reason that it is refused. */
export function actionsOf(task: Task, actor: StaffActor, on: Day, world: TaskWorld): readonly TaskAction[] {
  const parts = partsIn(task, actor.organ)
  const ofParts = taskActions.filter((action) => parts.includes(action === 'report' ? 'doer' : 'giver'))
  return ofParts.map((action) => {
    const body = favourable(action, task, on)
    const decision = decide(task, { ...body, on, actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })
}

/** A history for specifications of what is found: lived command by command under the law, so that each deadline in it is real. */
import { day } from '../../../kernel/day.ts'
import { decide } from '../../../petition/decide.ts'
import { evolve } from '../../../petition/evolve.ts'
import { exampleOrgans, house } from '../../../petition/examples.ts'
import type { Command, Of, State } from '../../../petition/petition.ts'
import { exampleWorld } from '../../../petition/spec.ts'
import type { Happened, JudgedAnswer, Looked } from '../finding.ts'

/** Every rule of the law, with its numbers. */
export const everyRule: Looked['rules'] = exampleWorld.law.supervision.findings

export const overdue = (clock: string, on: string): Of<'MarkOverdue'> => ({
  type: 'MarkOverdue',
  on: day(on),
  actor: house,
  clock,
})

export function lived(...commands: readonly Command[]): Pick<Looked, 'petition' | 'history'> {
  const history: Happened[] = []
  let state: State = null
  for (const command of commands) {
    const decision = decide(state, command, exampleWorld)
    if (!decision.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(decision.error)}`)
    for (const fact of decision.value) {
      state = evolve(state, fact)
      history.push({ version: history.length + 1, fact })
    }
  }
  if (state === null) throw new Error('nothing is registered')
  return { petition: state, history }
}

export const lookedAt = (
  commands: readonly Command[],
  { answers = [], rules = everyRule, today = '2026-07-01' }: LookingWith = {},
): Looked => ({ ...lived(...commands), rules, organs: exampleOrgans, answers, today: day(today) })

export interface LookingWith {
  readonly answers?: readonly JudgedAnswer[]
  readonly rules?: Looked['rules']
  readonly today?: string
}

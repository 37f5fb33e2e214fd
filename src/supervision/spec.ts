/** given → when → then for supervision. Only tests import it. */
import { expect } from 'vitest'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { command, worldWith } from './examples.ts'
import type {
  Matter,
  MatterState,
  SupervisionCommand,
  SupervisionCommandType,
  SupervisionRefusal,
  SupervisionWorld,
} from './supervision.ts'

export type Step = readonly [type: SupervisionCommandType, more?: object]

/** The state after commands that must all be accepted. */
export function standing(steps: readonly Step[], world: SupervisionWorld = worldWith()): Matter {
  let state: MatterState = null
  for (const [type, more] of steps) {
    const decision = decide(state, command(type, more), world)
    if (!decision.ok) throw new Error(`${type}: ${JSON.stringify(decision.error)}`)
    state = decision.value.reduce<MatterState>(evolve, state)
  }
  return state as unknown as Matter
}

export function given(steps: readonly Step[], world: SupervisionWorld = worldWith()) {
  const state = steps.length === 0 ? null : standing(steps, world)
  return {
    when(type: SupervisionCommandType, more: object = {}) {
      return expecting(state, command(type, more), world)
    },
  }
}

function expecting(state: MatterState, given: SupervisionCommand, world: SupervisionWorld) {
  const decision = decide(state, given, world)
  return {
    follows(...facts: readonly object[]): Matter {
      expect(decision.ok ? decision.value : decision.error).toMatchObject(facts)
      if (!decision.ok) throw new Error('refused')
      expect(decision.value).toHaveLength(facts.length)
      return decision.value.reduce<MatterState>(evolve, state) as Matter
    },
    refused(refusal: Partial<SupervisionRefusal>): void {
      expect(decision.ok ? decision.value : decision.error).toMatchObject(refusal)
    },
  }
}

/** Days that run, as `rule#1 2026-03-09 organ`. */
export const running = ({ clocks }: Matter): readonly string[] =>
  clocks
    .filter(({ state }) => state === 'running')
    .map(({ id, lastDay, bearer }) => `${id} ${lastDay} ${'organ' in bearer ? bearer.organ : ''}`)

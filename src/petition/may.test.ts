import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { petitioner, reviewRequested, sealed, served, staff, wayTo } from './examples.ts'
import type { Command, Petition, State } from './petition.ts'
import { exampleWorld } from './spec.ts'

/** A petition with a history as long as one may be. */
function full(history: readonly Command[]): Petition {
  const state = history.reduce<State>((before, command) => {
    const decision = decide(before, command, exampleWorld)
    if (!decision.ok) throw new Error(decision.error.kind)
    return decision.value.reduce<State>(evolve, before)
  }, null)
  if (!state) throw new Error('nothing is registered')
  return { ...state, version: 3000 }
}

describe('A history that is as long as one may be', () => {
  const noted = {
    type: 'RecordContact',
    on: day('2026-05-01'),
    way: 'phone',
    note: sealed('note'),
    heard: false,
  } as const

  it('takes no more of what an office may do without end', () => {
    const decision = decide(full(wayTo.accepted), { ...noted, actor: staff('county-housing') }, exampleWorld)
    expect(decision).toEqual({ ok: false, error: { kind: 'history-full', atMost: 3000 } })
  })

  it('takes what the office owes, and what a petitioner may do', () => {
    expect(decide(full(wayTo.answered), served(), exampleWorld)).toMatchObject({ ok: true })
    expect(decide(full(wayTo.served), reviewRequested(), exampleWorld)).toMatchObject({ ok: true })
    const added = {
      type: 'AddMaterial',
      on: day('2026-05-01'),
      actor: petitioner(),
      note: sealed('n'),
      materials: [],
    } as const
    expect(decide(full(wayTo.accepted), added, exampleWorld)).toMatchObject({ ok: true })
  })
})

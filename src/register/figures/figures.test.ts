import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { month } from '../../kernel/month.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { decide, publishersAmong } from './decide.ts'
import { evolve } from './evolve.ts'
import type { FiguresActor, FiguresCommand, FiguresFact, FiguresRefusal, FiguresState } from './figures.ts'

const id = (text: string) => text as OrganId
const may = month('2026-05')
const world = { publishers: [id('city.bureau')] }
const leader: FiguresActor = { kind: 'staff', account: 'a1', organ: id('city.bureau'), posts: ['leader'] }
const drawn = { logSize: 900, cases: 12, extract: 'e1', counts: 'c1', fingerprint: 'f1' }
const publish = (more: Partial<FiguresCommand> = {}) =>
  ({ type: 'PublishFigures', month: may, on: day('2026-06-01'), actor: leader, drawn, ...more }) as FiguresCommand
const correct = (more: object = {}) =>
  publish({ type: 'CorrectFigures', reason: 'late-entries', drawn: { ...drawn, fingerprint: 'f2' }, ...more } as never)

function having(...commands: readonly FiguresCommand[]): FiguresState {
  return commands.reduce<FiguresState>((state, command) => {
    const decided = decide(state, command, world)
    if (!decided.ok) throw new Error(decided.error.kind)
    return decided.value.reduce<FiguresState>(evolve, state)
  }, null)
}
const refused = (state: FiguresState, command: FiguresCommand, refusal: FiguresRefusal) =>
  expect(decide(state, command, world)).toEqual({ ok: false, error: refusal })

describe('Figures of a month are published', () => {
  it('once it is over, with what was drawn up', () => {
    expect(decide(null, publish(), world)).toEqual({
      ok: true,
      value: [{ type: 'FiguresPublished', on: day('2026-06-01'), month: may, format: 'xinqiao figures 1', ...drawn }],
    })
    const lastDay = day('2026-05-31')
    refused(null, publish({ on: lastDay }), { kind: 'month-not-over', month: may, lastDay })
  })
  it('once', () => refused(having(publish()), publish(), { kind: 'figures-already-published', month: may }))
  it('by a leader or an administrator of the bureau at the head, or by the house', () => {
    refused(null, publish({ actor: { ...leader, organ: id('county.bureau') } }), {
      ...{ kind: 'not-the-publishing-organ', publishers: world.publishers },
    })
    refused(null, publish({ actor: { ...leader, posts: ['clerk', 'head'] } }), {
      ...{ kind: 'not-the-publishing-post', posts: ['leader', 'administrator'] },
    })
    expect(decide(null, publish({ actor: { ...leader, posts: ['administrator'] } }), world).ok).toBe(true)
    expect(decide(null, publish({ actor: { kind: 'house', task: 'figures' } }), world).ok).toBe(true)
  })
})

describe('Figures are corrected', () => {
  it('by a further edition with its reason; the one before stays as it was', () => {
    const state = having(
      publish(),
      correct(),
      correct({ reason: 'wrong-entries', drawn: { ...drawn, fingerprint: 'f3' } }),
    )
    expect(state?.editions.map(({ edition, reason, fingerprint }) => [edition, reason, fingerprint])).toEqual([
      [1, null, 'f1'],
      [2, 'late-entries', 'f2'],
      [3, 'wrong-entries', 'f3'],
    ])
  })
  it('only when there are some', () => refused(null, correct(), { kind: 'figures-not-published', month: may }))
  it('only when something is different', () =>
    refused(having(publish()), correct({ drawn }), { kind: 'figures-unchanged', month: may }))
})

describe('A history', () => {
  it.each<[string, readonly FiguresFact[]]>([
    ['published twice', [{ type: 'FiguresPublished' }, { type: 'FiguresPublished' }] as never],
    ['corrected before it was published', [{ type: 'FiguresCorrected', edition: 2 }] as never],
    ['that leaves an edition out', [{ type: 'FiguresPublished' }, { type: 'FiguresCorrected', edition: 3 }] as never],
    ['of a fact nobody knows', [{ type: 'FiguresForgotten' }] as never],
  ])('%s is impossible', (_, facts) => expect(() => facts.reduce<FiguresState>(evolve, null)).toThrow())
})

describe('The bureaus at the head', () => {
  const bureau = (name: string, level: 'nation' | 'prefecture' | 'county', more: object = {}) =>
    ({ id: id(name), kind: 'bureau', level, state: 'active', ...more }) as const
  const organs = [
    bureau('nation.bureau', 'nation'),
    bureau('city.bureau', 'prefecture'),
    bureau('county.bureau', 'county'),
  ]
  const held = (...names: readonly string[]) => new Set(names.map(id))
  it('are the highest of those where somebody may publish', () => {
    expect(publishersAmong(organs, held('city.bureau', 'county.bureau', 'city.land'))).toEqual(['city.bureau'])
    expect(publishersAmong(organs, held('county.bureau'))).toEqual(['county.bureau'])
    expect(publishersAmong(organs, held('city.land'))).toEqual([])
  })
  it('are none that was merged away', () =>
    expect(
      publishersAmong(
        [bureau('old.bureau', 'nation', { state: 'merged' }), ...organs],
        held('old.bureau', 'city.bureau'),
      ),
    ).toEqual(['city.bureau']))
})

/** Whatever anybody does with a case, in whatever order: who may not know of it acts on nothing, and nothing is read that was not looked at. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../../test/seed.ts'
import { addDays, day } from '../../kernel/day.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide, permissions } from './decide.ts'
import { evolve } from './evolve.ts'
import {
  type ExemplaryActor,
  type ExemplaryCommand,
  type ExemplaryCommandBody,
  type ExemplaryFact,
  type ExemplaryState,
  type ExemplaryWorld,
  exemplaryAudiences,
  exemplaryStages,
  type LookedAtSource,
  type Telling,
  type Writeup,
} from './exemplary.ts'
import { exemplaryRows } from './tables.ts'

drawFromSeed()

const ids = ['bureau', 'land', 'labour'] as OrganId[]
const organs = ids.map(
  (id) =>
    ({
      id,
      kind: id === 'bureau' ? 'bureau' : 'department',
      region: '990101',
      state: 'active',
    }) as unknown as OrganFacts,
)
const world: ExemplaryWorld = {
  organs: { find: (id) => organs.find((each) => each.id === id), all: () => organs } as ExemplaryWorld['organs'],
  bureauOf: () => ({ id: 'bureau' as OrganId, region: '990101' }),
}
const piece = (ref: string): Sealed => ({ ref, commitment: 'c' })
const writeup: Writeup = {
  ...{ title: piece('t'), situation: piece('s'), done: piece('d'), why: piece('w'), basis: piece('b') },
  ...{ titleEn: piece('e'), summaryEn: null },
}
const accounts = ['zhao', 'qian', 'sun', 'li'] as const

const anyLooked = fc.record<LookedAtSource>({
  category: fc.constant('urban.x'),
  organs: fc.constant(['land', 'bureau'] as OrganId[]),
  isSolved: fc.constantFrom(true, true, true, false),
  isAccusation: fc.constantFrom(false, false, false, false, true),
  isConfidential: fc.constantFrom(false, false, false, false, true),
  keptFrom: fc.subarray(ids, { maxLength: 1 }).map((all) => (all.length > 0 && all[0] !== 'bureau' ? all : [])),
  officials: fc.constantFrom([], [], [], ['sun'], ['chief']),
})
const anyActor: fc.Arbitrary<ExemplaryActor> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('staff' as const),
      account: fc.constantFrom(...accounts),
      organ: fc.constantFrom(...ids),
      posts: fc.constantFrom(['clerk'], ['head'], ['head'], ['auditor']),
      answersTo: fc.constantFrom([], [], ['chief']),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'house' as const, task: 'exemplary' }) },
)
const anyTellings = fc.constantFrom<readonly Telling[]>([], [], [], [{ part: 'title', kind: 'name', said: '张三' }])
const anyBody: fc.Arbitrary<ExemplaryCommandBody> = fc
  .record({
    type: fc.constantFrom(
      ...(['MendExemplary', 'ReturnExemplary', 'PublishExemplary', 'PublishExemplary'] as const),
      ...(['WithdrawExemplary', 'KeepExemplary', 'ProposeExemplary'] as const),
    ),
    audience: fc.constantFrom(...exemplaryAudiences),
    looked: anyLooked,
    tellings: anyTellings,
  })
  .map(
    ({ type, audience, looked, tellings }) =>
      ({
        ...{ type, audience, looked, tellings, writeup, reason: piece('r') },
        source: { kind: 'petition', stream: '261101000000001' },
      }) as unknown as ExemplaryCommandBody,
  )

const draws = fc.record({
  audience: fc.constantFrom(...exemplaryAudiences),
  steps: fc.array(fc.record({ actor: anyActor, body: anyBody, days: fc.nat(5) }), { minLength: 4, maxLength: 16 }),
})
type Drawn = typeof draws extends fc.Arbitrary<infer D> ? D : never

interface Step {
  readonly before: ExemplaryState
  readonly command: ExemplaryCommand
  readonly facts: readonly ExemplaryFact[]
  readonly after: ExemplaryState
}

const clean: LookedAtSource = {
  ...{ category: 'urban.x', organs: ['land', 'bureau'] as OrganId[], isSolved: true, isAccusation: false },
  ...{ isConfidential: false, keptFrom: [], officials: [] },
}

function* walk({ audience, steps }: Drawn): Generator<Step> {
  const zhao: ExemplaryActor = { kind: 'staff', account: 'zhao', organ: 'land' as OrganId, posts: ['clerk'] }
  const source = { kind: 'petition', stream: '261101000000001' } as const
  let on = day('2026-11-23')
  let state: ExemplaryState = null
  const first = { type: 'ProposeExemplary', source, audience, writeup, looked: clean, tellings: [] } as const
  for (const { actor, body, days } of [{ actor: zhao, body: first as ExemplaryCommandBody, days: 0 }, ...steps]) {
    on = addDays(on, days)
    const command = { ...body, on, actor } as ExemplaryCommand
    const before: ExemplaryState = state
    const decision = decide(before, command, world)
    const facts: readonly ExemplaryFact[] = decision.ok ? decision.value : []
    state = facts.reduce<ExemplaryState>(evolve, before)
    yield { before, command, facts, after: state }
  }
}

function onEveryStep(look: (step: Step) => void, numRuns = 600): void {
  fc.assert(
    fc.property(draws, (drawn) => {
      for (const step of walk(drawn)) look(step)
    }),
    // what is counted below has to be reached by every run alike
    { numRuns, seed: 20_261_127 },
  )
}

describe('Whatever anybody does with an exemplary case', () => {
  it('replay equals live, and so do its rows', () => {
    fc.assert(
      fc.property(draws, (drawn) => {
        const steps = [...walk(drawn)]
        const replayed = steps.flatMap(({ facts }) => facts).reduce<ExemplaryState>(evolve, null)
        expect(replayed).toEqual(steps.at(-1)?.after ?? null)
        expect(exemplaryRows(replayed)).toEqual(exemplaryRows(steps.at(-1)?.after ?? null))
        expect(replayed?.version).toBe(steps.flatMap(({ facts }) => facts).length)
      }),
      { seed: 20_261_127 },
    )
  })

  it('it is published by another who leads there, after nothing tells and the matter was looked at', () => {
    let published = 0
    onEveryStep(({ before, command, facts, after }) => {
      if (!facts.some(({ type }) => type === 'ExemplaryPublished') || before === null) return
      published += 1
      const { actor, looked, tellings } = command as Extract<ExemplaryCommand, { type: 'PublishExemplary' }>
      if (actor.kind !== 'staff') throw new Error('by the house')
      expect(before.stage).toBe('proposed')
      expect([actor.organ, before.writers.includes(actor.account), tellings]).toEqual([before.approver, false, []])
      expect(actor.posts.some((post) => post === 'head' || post === 'leader')).toBe(true)
      expect(looked).toMatchObject({ isSolved: true, isAccusation: false, isConfidential: false })
      expect(exemplaryRows(after).exemplary?.[0]?.pieces).toEqual(['t', 's', 'd', 'w', 'b', 'e'])
    })
    expect(published).toBeGreaterThan(20)
  })

  it('none of its pieces is read while it is not published', () => {
    onEveryStep(({ after }) => {
      if (after !== null && after.stage !== 'published') expect(exemplaryRows(after).exemplary?.[0]?.pieces).toEqual([])
    })
  })

  it('nobody from whom it is kept acts on it or has a part in it, and whoever was kept out stays out', () => {
    let kept = 0
    onEveryStep(({ before, command, facts, after }) => {
      if (before === null || after === null) return
      for (const organ of before.keptFrom) expect(after.keptFrom).toContain(organ)
      for (const official of before.officials) expect(after.officials).toContain(official)
      for (const row of exemplaryRows(after).exemplary_party ?? []) expect(after.keptFrom).not.toContain(row.organ)
      if (facts.length === 0 || command.actor.kind !== 'staff') return
      if (before.keptFrom.length + before.officials.length > 0) kept += 1
      const { account, organ, answersTo = [] } = command.actor
      expect(isKeptOut(before.keptFrom, organ, world.organs)).toBe(false)
      for (const each of [account, ...answersTo]) expect(before.officials).not.toContain(each)
    })
    expect(kept).toBeGreaterThan(10)
  })

  it('what accuses is withdrawn by the house, and what is withdrawn stays so', () => {
    let accused = 0
    onEveryStep(({ before, command, facts, after }) => {
      if (before === null) return
      if (before.stage === 'withdrawn') expect(after?.stage).toBe('withdrawn')
      if (command.type !== 'KeepExemplary' || command.actor.kind !== 'house' || !command.looked.isAccusation) return
      accused += 1
      expect(after?.stage).toBe('withdrawn')
      expect(decide(after, command, world)).toEqual({ ok: true, value: [] })
      if (before.stage === 'withdrawn') expect(facts.every(({ type }) => type === 'ExemplaryKept')).toBe(true)
    })
    expect(accused).toBeGreaterThan(20)
  })

  it('every stage is reached and every command', () => {
    const stages = new Set<string>()
    const commands = new Set<string>()
    onEveryStep(({ after, facts, command }) => {
      if (after) stages.add(after.stage)
      if (facts.length > 0) commands.add(command.type)
    })
    expect([...stages].toSorted()).toEqual([...exemplaryStages].toSorted())
    expect([...commands].toSorted()).toEqual(['ProposeExemplary', ...Object.keys(permissions)].toSorted())
  })
})

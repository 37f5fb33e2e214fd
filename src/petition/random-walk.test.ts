import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../test/seed.ts'
import { deriveProvisionally } from '../kernel/clock.ts'
import type { Day } from '../kernel/day.ts'
import { lineOf, type OrganId } from '../kernel/organ.ts'
import { isOpen, type RunningClock } from '../kernel/running-clock.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { petitioner, sealed } from './examples.ts'
import { type Command, type Fact, isEnded, type Petition, type State, type World } from './petition.ts'
import { draws, mayComeEarlier, type Step, walk } from './random-walk.ts'
import { organsAbove } from './routing/accused.ts'

drawFromSeed()

/** Walks many lives and looks at every step that was accepted. */
function onEveryStep(look: (step: Step & { readonly after: Petition }) => void, runs = 400): void {
  fc.assert(
    fc.property(draws(70), (drawn) => {
      for (const step of walk(drawn)) {
        if (step.facts.length > 0 && step.after) look({ ...step, after: step.after })
      }
    }),
    { numRuns: runs },
  )
}

const open = (petition: State): readonly RunningClock[] => (petition?.clocks ?? []).filter(isOpen)
const told = (step: Step): string =>
  `${step.command.type} on ${step.command.on} by ${JSON.stringify(step.command.actor)} → ${JSON.stringify(step.facts)}`

describe('Whatever anybody does on whatever day', () => {
  it('answers with facts or with a refusal, and reaches every stage and command', () => {
    const seen = { stages: new Set<string>(), commands: new Set<string>(), refusals: new Set<string>() }
    fc.assert(
      fc.property(draws(70), (drawn) => {
        for (const { after, refusal, command } of walk(drawn)) {
          if (after) seen.stages.add(after.stage)
          if (refusal) seen.refusals.add(refusal.kind)
          else seen.commands.add(command.type)
        }
      }),
      // one seed: what is reached is asked here, and what must hold on every other one is asked below
      { numRuns: 1500, seed: 20_261_126 },
    )
    expect([...seen.stages].sort()).toEqual(Object.keys(stagesOfAPetition).sort())
    expect(seen.commands.size).toBeGreaterThanOrEqual(42)
    expect(seen.refusals.size).toBeGreaterThan(35)
  })

  it('replays to the same petition, from facts that went through JSON', () => {
    fc.assert(
      fc.property(draws(70), (drawn) => {
        const facts: Fact[] = []
        let live: State = null
        for (const step of walk(drawn)) {
          facts.push(...step.facts)
          live = step.after
        }
        const replayed = (JSON.parse(JSON.stringify(facts)) as Fact[]).reduce<State>(evolve, null)
        expect(replayed).toEqual(JSON.parse(JSON.stringify(live)))
      }),
    )
  })
})

const stagesOfAPetition = {
  registered: 1,
  routed: 1,
  objected: 1,
  disputed: 1,
  accepted: 1,
  answered: 1,
  served: 1,
  underReview: 1,
  reviewIssued: 1,
  reviewed: 1,
  underReexamination: 1,
  reexaminationIssued: 1,
  closed: 1,
  finalised: 1,
  declined: 1,
  directed: 1,
  withdrawn: 1,
  settled: 1,
} satisfies Record<Petition['stage'], 1>

describe('Every open petition', () => {
  it('has at least one running duty or right; an option that merely lapses is neither', () => {
    onEveryStep((step) => {
      if (isEnded(step.after.stage)) return
      const running = open(step.after).filter(({ rule }) => rule !== 'objectToTransfer')
      expect(running.length, told(step)).toBeGreaterThan(0)
    })
  })

  it('has its duties with the organ that has the petition', () => {
    onEveryStep((step) => {
      for (const clock of open(step.after)) {
        const rule = step.world.law.clocks[clock.rule]
        if (rule?.bearer !== 'holder' || rule.outlivesEnd) continue
        expect(clock.bearer, `${clock.id} after ${told(step)}`).toEqual({ organ: step.after.holder })
      }
    })
  })

  it('has the short limits of the simplified track only while it is on that track', () => {
    onEveryStep((step) => {
      if (step.after.track === 'simplified') return
      const short = open(step.after).filter(({ rule }) => rule.endsWith('Simplified'))
      expect(short, told(step)).toEqual([])
    })
  })

  it('keeps a supported opinion in force until it is carried out, however the reviews end', () => {
    onEveryStep((step) => {
      const { executeBy, executed, opinion, stage } = step.after
      if (!executeBy || executed || !opinion || stage === 'withdrawn' || stage === 'settled') return
      expect(
        open(step.after).map(({ rule }) => rule),
        told(step),
      ).toContain('execute')
    })
  })
})

describe('An ended petition', () => {
  it('leaves nothing running but duties that outlive it', () => {
    onEveryStep((step) => {
      if (!isEnded(step.after.stage)) return
      for (const { rule } of open(step.after)) expect(step.world.law.clocks[rule]?.outlivesEnd, told(step)).toBe(true)
    })
  })
})

describe('A last day', () => {
  it('never moves earlier unless a fact says why, and follows from the history that the clock shows', () => {
    onEveryStep((step) => {
      for (const clock of step.after.clocks) {
        const before = step.before?.clocks.find(({ id }) => id === clock.id)
        if (before && !mayComeEarlier(clock, step)) expect(clock.lastDay >= before.lastDay, told(step)).toBe(true)
        const { in: now } = step.world.calendars
        expect(deriveProvisionally(clock, now(null, clock.binds)).lastDay, told(step)).toBe(clock.lastDay)
      }
    })
  })

  it('that a petitioner was told ends only by the petitioner’s own act, in time, or by a better right', () => {
    onEveryStep((step) => {
      for (const before of open(step.before)) {
        if (!('person' in before.bearer)) continue
        const now = step.after.clocks.find(({ id }) => id === before.id)
        if (!now || isOpen(now)) continue
        expect(mayEndRight(before, step), `${before.id} after ${told(step)}`).toBe(true)
      }
    })
  })

  it('can be used by the petitioner to its end, at whatever stage the petition is', () => {
    onEveryStep((step) => {
      for (const clock of open(step.after)) {
        if (!('person' in clock.bearer) || clock.lastDay < step.command.on) continue
        const command = requestFor(clock, clock.bearer.person, step.after, step.command.on, step.world)
        if (!command) continue
        const decision = decide(step.after, command, step.world)
        expect(decision, `${command.type} by ${clock.bearer.person} after ${told(step)}`).toMatchObject({ ok: true })
      }
    })
  })
})

function mayEndRight(clock: RunningClock, { facts, after }: Step): boolean {
  const own = 'person' in clock.bearer ? clock.bearer.person : null
  if (after?.stage === 'withdrawn' || after?.stage === 'settled') return true
  return facts.some((fact) => {
    if (fact.type === 'RightLapsed') return fact.clock === clock.id && fact.on > clock.lastDay
    if (fact.type === 'ReviewRequested' || fact.type === 'ReexaminationRequested') return fact.person === own
    return fact.type === 'HandlingReopened'
  })
}

/** The request that the clock gives a right to, made to a body one level up; where these are accused, to the nearest above. */
function requestFor(clock: RunningClock, person: string, petition: Petition, on: Day, world: World): Command | null {
  const type = clock.rule === 'requestReview' ? 'RequestReview' : 'RequestReexamination'
  const instance = clock.rule === 'requestReview' ? 'review' : 'reexamination'
  const now = petition.reviews.filter((review) => review.round === petition.round)
  const asked = now.find((review) => review.instance === instance)
  const below = instance === 'review' ? petition.holder : now.find((review) => review.instance === 'review')?.organ
  const facts = below && world.organs.find(below)
  const oneUp = [facts?.leadBy, facts?.parent].filter((body) => body != null)
  const accused = petition.about.filter(({ as }) => as === 'accused').map(({ organ }) => organ)
  const isFree = (body: OrganId) => lineOf(world.organs, body).every(({ id }) => !accused.includes(id))
  const earlier = asked && isFree(asked.organ) ? [asked.organ] : null
  const above = oneUp.some(isFree) || !below ? oneUp : organsAbove(world.organs, below)
  const organ = (earlier ?? above).find((body) => world.organs.find(body)?.state === 'active' && isFree(body))
  if (!organ) return null
  return { type, on, actor: petitioner(person), organ, person, grounds: sealed('grounds'), signed: null }
}

describe('信访工作条例 art. 30 (3): the accused organ', () => {
  it('is never sent the accusation, nor is an organ below it, and neither decides about it', () => {
    onEveryStep(({ before, after, world, ...step }) => {
      if (!before || step.command.type === 'PassDutiesOn') return
      const accused = new Set(after.about.filter(({ as }) => as === 'accused').map(({ organ }) => organ))
      if (accused.size === 0) return
      const came = [after.holder !== before.holder && after.holder, after.arbiter !== before.arbiter && after.arbiter]
      for (const organ of came) {
        if (!organ) continue
        const line = lineOf(world.organs, organ).map(({ id }) => id)
        expect(
          line.filter((id) => accused.has(id)),
          told({ before, after, world, ...step }),
        ).toEqual([])
      }
    })
  })
})

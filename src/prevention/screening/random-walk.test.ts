import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../../test/seed.ts'
import { addDays, type Day, day, isAfter } from '../../kernel/day.ts'
import type { OrganFacts } from '../../kernel/organ.ts'
import { bearerOrgan, isOpen } from '../../kernel/running-clock.ts'
import { decide, permissions } from './decide.ts'
import { evolve } from './evolve.ts'
import * as example from './examples.ts'
import type { Screening, ScreeningCommand, ScreeningFact, ScreeningState, ScreeningWorld } from './screening.ts'
import { isKeeper, mayKnow, reportsOf } from './sight.ts'
import { screeningRows } from './tables.ts'

drawFromSeed()

interface Step {
  readonly before: ScreeningState
  readonly command: ScreeningCommand
  readonly facts: readonly ScreeningFact[]
  readonly after: ScreeningState
  readonly world: ScreeningWorld
}

const doings = [
  ...([
    'assign',
    'call',
    'zero',
    'zero',
    'zero',
    'find',
    'find',
    'return',
    'remind',
    'extend',
    'mark',
    'mark',
  ] as const),
  ...(['close', 'close', 'cancel', 'end', 'next', 'reform', 'recount'] as const),
] as const
const organs = ['county.bureau', 'county', 'city.bureau', 'town', 'hill', 'mill', 'port', 'county.land', 'next.bureau']

const anyStep = fc.record({
  what: fc.constantFrom(...doings),
  days: fc.constantFrom(0, 0, 1, 5, 20),
  by: fc.record({
    isRight: fc.integer({ min: 0, max: 3 }).map((at) => at > 0),
    organ: fc.constantFrom(...organs),
    account: fc.constantFrom('bureau', 'secretary', 'screener', 'other'),
    post: fc.constantFrom('clerk', 'head', 'leader', 'auditor'),
  }),
  area: fc.constantFrom(example.hill, example.mill, example.hill, '990101999'),
  at: fc.integer({ min: -3, max: 1 }),
  until: fc.integer({ min: -3, max: 30 }),
  entry: fc.constantFrom('e1', 'e2', 'e3', 'e4'),
  household: fc.constantFrom('h1', 'h2', 'h3'),
  households: fc.subarray([...example.households], { minLength: 0 }),
  dispute: fc.constantFrom('d1', 'd2', 'd3'),
  isKept: fc.constantFrom(false, false, false, true),
})
const draws = fc.record({
  rhythm: fc.constantFrom('month', 'week', null),
  ends: fc.option(fc.tuple(fc.constantFrom('county.bureau', 'hill'), fc.constantFrom('county', 'mill', 'town')), {
    nil: null,
  }),
  steps: fc.array(anyStep, { minLength: 6, maxLength: 22 }),
})
type Drawn = typeof draws extends fc.Arbitrary<infer D> ? D : never
type DrawnStep = Drawn['steps'][number]

const ofHouse: ReadonlySet<string> = new Set(['mark', 'next', 'reform', 'recount', 'find'])
const ofKeeper: ReadonlySet<string> = new Set(['return', 'remind', 'extend', 'close', 'cancel', 'end'])

/** Mostly whoever may, so that the walk comes to its end now and then. */
function actorOf({ what, by, area }: DrawnStep, screening: Screening): ScreeningCommand['actor'] {
  if (!by.isRight) return example.staff(by.account, by.organ, by.post)
  if (ofHouse.has(what)) return example.house
  if (ofKeeper.has(what)) return example.staff('bureau', screening.keeper)
  return example.staff('secretary', screening.areas.find((each) => each.area === area)?.organ ?? 'town')
}

function commandFrom(drawn: DrawnStep, screening: Screening, on: Day): ScreeningCommand {
  const { area, entry, household, households, dispute, isKept } = drawn
  const told = { on, actor: actorOf(drawn, screening) }
  const at = addDays(on, drawn.at)
  const until = addDays(on, drawn.until)
  const reason = example.sealed('reason')
  switch (drawn.what) {
    case 'assign':
      return example.assigning({ ...told, area, households })
    case 'call':
      return example.calling({ ...told, area, household, entry, at })
    case 'zero':
      return example.zero({ ...told, area, entry, at })
    case 'find':
      return example.finding({ ...told, area, at, looked: { dispute, region: area, isKept } })
    case 'return':
      return example.returning({ ...told, area, until })
    case 'remind':
      return { type: 'RemindArea', ...told, area, note: null }
    case 'extend':
      return example.extending(until, told)
    case 'mark':
      return { ...example.marking(on, screening.clocks.filter(isOpen)[0]?.id), ...told }
    case 'close':
      return example.closing(on, told)
    case 'cancel':
      return { type: 'CancelScreening', ...told, reason }
    case 'end':
      return { type: 'EndSeries', ...told, reason }
    case 'next':
      return { type: 'RecordNextRound', ...told, next: 'next' }
    case 'reform':
      return { type: 'PassScreeningOn', ...told }
    case 'recount':
      return { type: 'RecountScreening', ...told }
  }
}

function* walk({ rhythm, ends, steps }: Drawn): Generator<Step> {
  let on = day('2026-11-02')
  let world = example.world
  let state: ScreeningState = null
  const begin = example.opening({ rhythm, due: rhythm === null ? addDays(on, 8) : null })
  for (const [at, step] of [null, ...steps].entries()) {
    if (at === 5 && ends) {
      const [ended, into] = ends
      const reform: Record<string, Partial<OrganFacts>> = {
        [ended]: { state: 'merged', successors: [example.id(into)] },
      }
      world = example.worldWith(reform)
    }
    on = addDays(on, step?.days ?? 0)
    const command = step === null ? begin : commandFrom(step, state as unknown as Screening, on)
    const before: ScreeningState = state
    const decision = decide(before, command, world)
    const facts: readonly ScreeningFact[] = decision.ok ? decision.value : []
    state = facts.reduce<ScreeningState>(evolve, before)
    yield { before, command, facts, after: state, world }
    if (state === null) return
  }
}

function onEveryStep(look: (step: Step) => void, numRuns = 500): void {
  fc.assert(
    fc.property(draws, (drawn) => {
      for (const step of walk(drawn)) look(step)
    }),
    // what is counted below has to be reached by every run alike
    { numRuns, seed: 20_261_127 },
  )
}

describe('Whatever anybody does with a campaign, whatever is reformed meanwhile', () => {
  it('one clock runs for each place that has still to report, borne by whoever owes it, and none for another', () => {
    onEveryStep(({ after }) => {
      if (after === null) return
      const waiting = after.stage === 'open' ? after.areas.filter(({ standing }) => standing === 'waiting') : []
      const running = after.clocks.filter(isOpen)
      expect(running.map((clock) => `${clock.subject} ${bearerOrgan(clock)} ${clock.lastDay}`).toSorted()).toEqual(
        waiting.map(({ area, organ, until }) => `${area} ${organ} ${until}`).toSorted(),
      )
    })
  })

  it('no day that was told moves earlier', () => {
    onEveryStep(({ before, after }) => {
      for (const was of before?.clocks ?? []) {
        const is = after?.clocks.find(({ id }) => id === was.id)
        expect(is && isAfter(was.lastDay, is.lastDay)).toBe(false)
      }
    })
  })

  it('nobody acts who must not know of it, or who neither keeps it nor reports of the place', () => {
    let acted = 0
    onEveryStep(({ before, command, facts, world }) => {
      if (before === null || facts.length === 0 || command.actor.kind !== 'staff') return
      acted += 1
      const { actor } = command
      expect(mayKnow(before, actor, world.organs)).toBe(true)
      const place = 'area' in command ? before.areas.find(({ area }) => area === command.area) : undefined
      expect(isKeeper(before, actor) || (place !== undefined && reportsOf(place, actor, world.organs))).toBe(true)
    })
    expect(acted).toBeGreaterThan(200)
  })

  it('a place with a dispute is no zero report, a dispute is linked once, and none that is kept ever is', () => {
    let linked = 0
    onEveryStep(({ after, command, facts }) => {
      for (const { standing, disputes } of after?.areas ?? []) {
        expect(standing === 'found').toBe(disputes.length > 0)
        expect(new Set(disputes).size).toBe(disputes.length)
      }
      if (!facts.some(({ type }) => type === 'DisputeLinked')) return
      linked += 1
      expect(command.type === 'LinkDispute' && command.looked?.isKept).toBe(false)
    })
    expect(linked).toBeGreaterThan(50)
  })

  it('an entry of a phone counts once, and who was seen stays seen', () => {
    onEveryStep(({ before, after }) => {
      expect(new Set(after?.entries).size).toBe(after?.entries.length ?? 0)
      for (const place of before?.areas ?? [])
        for (const { household, result } of place.households.filter((each) => each.result !== null)) {
          const now = after?.areas.find(({ area }) => area === place.area)?.households
          expect(
            now?.some((each) => each.household === household && each.result !== null),
            `${result}`,
          ).toBe(true)
        }
    })
  })

  it('the counts of its row are those of its places', () => {
    onEveryStep(({ after }) => {
      const rows = screeningRows(after)
      const [row] = rows.screening ?? []
      if (!row) return
      const places = rows.screening_area ?? []
      expect(row.areas).toBe(places.length)
      expect((row.found as number) + (row.zero as number) + (row.waiting as number)).toBe(places.length)
      expect(row.late).toBe(places.filter(({ is_late }) => is_late).length)
    })
  })

  it('every stage is reached and every command but a recount', () => {
    const stages = new Set<string>()
    const commands = new Set<string>()
    onEveryStep(({ after, facts, command }) => {
      if (after) stages.add(after.stage)
      if (facts.length > 0) commands.add(command.type)
    }, 1500)
    expect([...stages].sort()).toEqual(['cancelled', 'closed', 'open'])
    expect([...commands].sort()).toEqual(
      ['OpenScreening', ...Object.keys(permissions)].filter((type) => type !== 'RecountScreening').sort(),
    )
  })
})

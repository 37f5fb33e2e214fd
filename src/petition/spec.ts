/**
 * Given → when → then for petitions. What is given is itself decided, so that every deadline in it follows from the law under
 * test; and a suite can be run against another pack, which is how the tests themselves are tested (test/law-mutation.test.ts).
 */
import { describe, expect, it } from 'vitest'
import type { Calendar } from '../kernel/calendar.ts'
import { type Calendars, onlyCalendar } from '../kernel/calendars.ts'
import type { Organs } from '../kernel/organ.ts'
import { isOpen, type RunningClock } from '../kernel/running-clock.ts'
import type { Basis } from '../law/basis.ts'
import { builtInCalendars } from '../law/calendars/shelf.ts'
import type { cn2022 } from '../law/cn-2022/cn-2022.ts'
import type { SimplifiedBar, UrgentRecipient } from '../law/law.ts'
import type { ReceptionFrequency } from '../law/reception.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { exampleOrgans } from './examples.ts'
import type { Command, Fact, Petition, PetitionLaw, Refusal, Stage, State, World } from './petition.ts'
import { law } from './world.ts'

type Pack = typeof cn2022
type Supervision = Pack['supervision']
type Table =
  | 'clocks'
  | 'permissions'
  | 'principles'
  | 'retention'
  | 'classes'
  | 'routes'
  | 'declineGrounds'
  | 'outcomes'
  | 'documents'
  | 'serviceWays'
  | 'supervisionTriggers'
  | 'proposals'
  | 'rights'
  | 'otherProcedures'
  | 'indicators'
  | 'assessmentTimes'
  | 'warningTimes'
  | 'themeTimes'
  | 'secondmentTimes'
  | 'trainings'
  | 'trainingTimes'
  | 'workloadWeights'
  | 'instructionTemplates'
  | 'visits'
  | 'rewards'
  | 'situationReports'
  | 'screenings'

/** A row of the pack, as a suite names what it exercises: `clocks.handle`. */
export type Row =
  | { [T in Table]: `${T}.${Extract<keyof Pack[T], string>}` }[Table]
  | 'representatives'
  | 'proposalAnswer'
  | 'notSuable'
  | `simplified.${SimplifiedBar}`
  | `urgentReports.${'bureau' | 'organ'}.${UrgentRecipient}`
  | `receptions.frequencies.${ReceptionFrequency}`
  | 'receptions.day'
  | { [P in keyof Supervision]: `supervision.${P}.${Extract<keyof Supervision[P], string>}` }[keyof Supervision]
  | { [P in OwnedTable]: `ownership.${P}.${Extract<keyof Pack['ownership'][P], string>}` }[OwnedTable]
  | 'ownership.terms'
  | { [P in ConferenceTable]: `conference.${P}.${Extract<keyof Pack['conference'][P], string>}` }[ConferenceTable]
  | 'conference.circulation'
  | { [P in DisputeTable]: `disputes.${P}.${Extract<keyof Pack['disputes'][P], string>}` }[DisputeTable]
  | 'disputes.terms'
  | { [P in MediationTable]: `mediation.${P}.${Extract<keyof Pack['mediation'][P], string>}` }[MediationTable]

type ConferenceTable = 'meetings' | 'items' | 'seats' | 'measures'

type MediationTable = 'kinds' | 'clocks' | 'agreement'
type OwnedTable = 'grounds' | 'fixed' | 'duties' | 'clocks'
type DisputeTable = 'grades' | 'firstLevels'

/** What a fact must look like: the fields that are named, no more. */
type Expected<F = Fact> = F extends { type: infer T }
  ? { readonly type: T } & { readonly [K in keyof F]?: unknown }
  : never

export interface Spec {
  readonly world: World
  /** A history, command by command; each must have been accepted. */
  given(...commands: readonly Command[]): Given
  /** The article that a row rests on, compared with what the test says it is. */
  cites(row: Row, basis: Basis): void
  /** A plain comparison, for what is read from the pack or from the petition. */
  same(actual: unknown, expected: unknown): void
}

export interface Given {
  readonly petition: Petition
  /** The clock of that id, as `handle#1`; without a number the last of its rule. */
  clock(id: string): RunningClock
  running(...rules: readonly string[]): Given
  /** Duties and rights that run, no others. */
  onlyRunning(...rules: readonly string[]): Given
  notRunning(...rules: readonly string[]): Given
  clockIs(id: string, expected: Partial<RunningClock>): Given
  at(stage: Stage): Given
  /** The petition in the fields that are named. */
  has(expected: { readonly [K in keyof Petition]?: unknown }): Given
  /** What comes now happens with other organs or another calendar. */
  in(place: { readonly organs?: Organs; readonly calendar?: Calendar; readonly calendars?: Calendars }): Given
  when(command: Command): When
}

export interface When {
  /** Why it was refused, if it was, for tables that compare many at a time. */
  readonly refusal: Refusal | null
  /** The facts, in order, each compared in the fields that are named; how many there are is compared too. */
  then(...facts: readonly Expected[]): Given
  /** Accepted, whatever the facts. */
  accepted(): Given
  /** Exactly this refusal. */
  refused(refusal: Refusal): void
  refusedAs(kind: Refusal['kind']): void
}

export function specOf(world: World): Spec {
  return {
    world,
    given: (...commands) =>
      givenOf(
        commands.reduce<State>((state, command) => after(state, command, world), null),
        world,
      ),
    same: (actual, expected) => expect(actual).toEqual(expected),
    cites: (row, basis) => expect(basisOf(row, world.law), `${row} rests on`).toEqual(basis),
  }
}

function after(state: State, command: Command, world: World): State {
  const decision = decide(state, command, world)
  if (!decision.ok) throw new Error(`given ${command.type} was refused: ${JSON.stringify(decision.error)}`)
  return decision.value.reduce<State>(evolve, state)
}

function givenOf(state: State, world: World): Given {
  const open = () => petitionIn(state).clocks.filter(isOpen)
  const given: Given = {
    get petition() {
      return petitionIn(state)
    },
    clock: (id) => clockIn(petitionIn(state), id),
    running: (...rules) => {
      expect(open().map(({ rule }) => rule)).toEqual(expect.arrayContaining([...rules]))
      return given
    },
    onlyRunning: (...rules) => {
      expect(
        open()
          .map(({ rule }) => rule)
          .sort(),
      ).toEqual([...rules].sort())
      return given
    },
    notRunning: (...rules) => {
      for (const rule of rules) expect(open().map((clock) => clock.rule)).not.toContain(rule)
      return given
    },
    clockIs: (id, expected) => {
      expect(clockIn(petitionIn(state), id)).toMatchObject(expected)
      return given
    },
    at: (stage) => {
      expect(petitionIn(state).stage).toBe(stage)
      return given
    },
    has: (expected) => {
      expect(petitionIn(state)).toMatchObject(expected)
      return given
    },
    in: ({ calendar, ...place }) =>
      givenOf(state, { ...world, ...place, ...(calendar ? { calendars: onlyCalendar(calendar) } : {}) }),
    when: (command) => whenOf(state, command, world),
  }
  return given
}

function whenOf(state: State, command: Command, world: World): When {
  const decision = decide(state, command, world)
  const facts = (): readonly Fact[] => {
    expect(decision, `${command.type} is accepted`).toMatchObject({ ok: true })
    return decision.ok ? decision.value : []
  }
  return {
    refusal: decision.ok ? null : decision.error,
    // biome-ignore lint/suspicious/noThenProperty: a specification reads given, when, then; nobody awaits it
    then: (...expected) => {
      expect(facts().map(({ type }) => type)).toEqual(expected.map(({ type }) => type))
      for (const [index, fact] of facts().entries()) expect(fact).toMatchObject(expected[index] ?? {})
      return givenOf(facts().reduce<State>(evolve, state), world)
    },
    accepted: () => givenOf(facts().reduce<State>(evolve, state), world),
    refused: (refusal) => expect(decision).toEqual({ ok: false, error: refusal }),
    refusedAs: (kind) => expect(decision).toMatchObject({ ok: false, error: { kind } }),
  }
}

function petitionIn(state: State): Petition {
  if (state === null) throw new Error('nothing is registered')
  return state
}

function clockIn(petition: Petition, id: string): RunningClock {
  const found = petition.clocks.findLast((clock) => (id.includes('#') ? clock.id === id : clock.rule === id))
  if (!found) throw new Error(`no clock ${id}; there are ${petition.clocks.map((clock) => clock.id).join(', ')}`)
  return found
}

function basisOf(row: Row, pack: PetitionLaw): Basis {
  const [table = '', name = '', within = ''] = row.split('.')
  if (row === 'representatives' || row === 'proposalAnswer') return pack[row].basis
  if (row === 'notSuable') return pack.notSuable?.basis ?? { adr: 'none' }
  if (table === 'simplified') return pack.simplified.basis
  if (table === 'urgentReports') return pack.urgentReports.basis
  if (row === 'ownership.terms') return pack.ownership.terms.basis
  if (table === 'ownership') {
    const part = pack.ownership[name as OwnedTable] as Readonly<Record<string, { readonly basis: Basis }>>
    return part[within]?.basis ?? { adr: 'none' }
  }
  if (table === 'mediation') {
    const part = pack.mediation[name as MediationTable] as Readonly<Record<string, { readonly basis: Basis }>>
    return part[within]?.basis ?? { adr: 'none' }
  }
  if (row === 'conference.circulation') return pack.conference.circulation.basis
  if (table === 'conference') {
    const part = pack.conference[name as ConferenceTable] as Readonly<Record<string, { readonly basis: Basis }>>
    return part[within]?.basis ?? { adr: 'none' }
  }
  if (row === 'disputes.terms') return pack.disputes.terms.basis
  if (table === 'disputes') {
    const part = pack.disputes[name as DisputeTable] as Readonly<Record<string, { readonly basis: Basis }>>
    return part[within]?.basis ?? { adr: 'none' }
  }
  if (row === 'receptions.day') return pack.receptions.day.basis
  if (table === 'receptions') return pack.receptions.frequencies[within as ReceptionFrequency]?.basis ?? { adr: 'none' }
  if (table === 'supervision') {
    const part = pack.supervision[name as keyof Supervision] as Readonly<
      Record<string, { readonly basis: Basis } | null>
    >
    return part[within]?.basis ?? { adr: 'none' }
  }
  const rows = pack[table as Table] as Readonly<Record<string, { readonly basis: Basis }>>
  const found = rows[name]
  if (!found) throw new Error(`no row ${row}`)
  return found.basis
}

export type Cases = Readonly<Record<string, (spec: Spec) => void>>
export interface Article {
  readonly title: string
  readonly rows: readonly Row[]
  readonly cases: Cases
}

let collected: Article[] | null = null

/**
 * A suite titled by the article it specifies, naming the rows of the pack that it exercises. Under Vitest each case becomes a
 * test; while collecting, it is only noted, to be run against a mutated pack.
 */
export function article(title: string, rows: readonly Row[], cases: Cases): void {
  if (collected) {
    collected.push({ title, rows, cases })
    return
  }
  describe(title, () => {
    for (const [name, run] of Object.entries(cases)) it(name, () => runCase(run, exampleWorld))
  })
}

/** The suites that some modules define. */
export async function collectArticles(load: () => Promise<unknown>): Promise<readonly Article[]> {
  const articles: Article[] = []
  collected = articles
  try {
    await load()
  } finally {
    collected = null
  }
  return articles
}

/** Runs one case; a case that asserts nothing cannot fail and is a defect. */
export function runCase(run: (spec: Spec) => void, world: World): void {
  const before = expect.getState().assertionCalls
  run(specOf(world))
  if (expect.getState().assertionCalls === before) throw new Error('a case that asserts nothing')
}

export const exampleWorld: World = { law, calendars: builtInCalendars, organs: exampleOrgans }

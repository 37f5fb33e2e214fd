/**
 * Plays a demo petition through the rules alone, without a house: what people wrote stands in place of its seal. The test
 * of the demo uses it, so that a petition which the law of the day would refuse is found before anybody sees it.
 */

import { addDays, type Day, isAfter } from '../kernel/day.ts'
import { numberFrom, type PetitionNumber } from '../kernel/petition-number.ts'
import { Prose } from '../kernel/prose.ts'
import { actorOf } from '../petition/commanding.ts'
import { petitionCommands } from '../petition/commands.ts'
import { registrationBody } from '../petition/contract.ts'
import { decide } from '../petition/decide.ts'
import { evolve } from '../petition/evolve.ts'
import type { Command, CommandType, Fact, Petition, Refusal, State, World } from '../petition/petition.ts'
import { commandsOf, ordinalOf, registrationOf } from './script.ts'
import type { DemoPetition, Step } from './words.ts'

export interface Rehearsed {
  readonly state: Petition
  readonly facts: readonly Fact[]
}

/** A refusal, a malformed body or an impossible step, with where it happened. */
export class StageFright extends Error {
  constructor(petition: string, where: string, cause: unknown) {
    super(`${petition}, ${where}: ${cause instanceof Error ? cause.message : JSON.stringify(cause)}`, { cause })
  }
}

const numbers = new Map<string, PetitionNumber>()
/** A number for each petition of the demo; which day it carries does not matter here. */
export function rehearsalNumber(id: string): PetitionNumber {
  const known = numbers.get(id) ?? numberFrom('2026-01-01' as Day, String(numbers.size + 1).padStart(8, '0'))
  numbers.set(id, known)
  return known
}

/** What people wrote, where the house would put a reference and a commitment. */
function unsealed(value: unknown): unknown {
  if (value instanceof Prose) return { ref: 'text', commitment: value.text }
  if (Array.isArray(value)) return value.map(unsealed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, unsealed(each)]))
}

const bodies = new Map<CommandType, { parse(body: unknown): unknown }>(
  Object.values(petitionCommands).map(({ type, body }) => [type, body]),
)

class Rehearsal {
  state: State = null
  readonly facts: Fact[] = []
  readonly petition: DemoPetition
  readonly world: World

  constructor(petition: DemoPetition, world: World) {
    this.petition = petition
    this.world = world
  }

  give(command: Command, where: string): void {
    const decision = decide(this.state, command, this.world)
    if (!decision.ok) throw new StageFright(this.petition.id, where, decision.error satisfies Refusal)
    for (const fact of decision.value) {
      this.state = evolve(this.state, fact)
      this.facts.push(fact)
    }
  }

  register(on: Day): void {
    const { body, viewer } = registrationOf(this.petition, rehearsalNumber)
    const { receivedOn: _, ...parsed } = registrationBody.parse(body)
    const command = {
      ...(unsealed(parsed) as object),
      type: 'Register',
      on,
      receivedOn: on,
      claims: this.petition.claims.map((text, at) => ({ ref: `c${at + 1}`, text: { ref: 'text', commitment: text } })),
      people: (unsealed(parsed.people) as object[]).map((person, at) => ({ ref: `p${at + 1}`, ...person })),
      imported: null,
      actor: actorOf(viewer),
    }
    this.give(command as unknown as Command, 'registration')
  }

  /** What the house does by itself: marks overdue duties and ends unused rights, the day after their last day. */
  sweep(until: Day): void {
    for (;;) {
      const due = this.state?.clocks
        .filter(({ state, overdueOn, lastDay }) => state === 'running' && !overdueOn && isAfter(until, lastDay))
        .toSorted((a, b) => a.lastDay.localeCompare(b.lastDay))[0]
      if (!due) return
      const type = due.after === 'overdue' ? 'MarkOverdue' : 'LapseRight'
      const on = addDays(due.lastDay, 1)
      this.give({ type, on, clock: due.id, actor: { kind: 'house', task: 'sweep' } }, `${type} of ${due.id}`)
    }
  }

  step(step: Step, on: Day): void {
    const where = `${step.does} on day ${step.day}`
    if (this.state === null) throw new StageFright(this.petition.id, where, 'not registered')
    const scene = {
      petition: this.petition,
      number: rehearsalNumber(this.petition.id),
      state: this.state,
      on,
      numberOf: rehearsalNumber,
    }
    try {
      for (const { type, body, viewer } of commandsOf(step, scene)) {
        const parsed = unsealed(bodies.get(type)?.parse(body)) as object
        this.give({ ...parsed, type, on, actor: actorOf(viewer) } as Command, where)
      }
    } catch (cause) {
      if (cause instanceof StageFright) throw cause
      throw new StageFright(this.petition.id, where, cause)
    }
  }
}

export function rehearse(petition: DemoPetition, today: Day, world: World): Rehearsed {
  for (const person of petition.people) ordinalOf(person)
  const rehearsal = new Rehearsal(petition, world)
  const registeredOn = addDays(today, -petition.registeredDaysAgo)
  rehearsal.register(registeredOn)
  for (const step of petition.journey) {
    const on = addDays(registeredOn, step.day)
    rehearsal.sweep(on)
    rehearsal.step(step, on)
  }
  rehearsal.sweep(today)
  if (rehearsal.state === null) throw new StageFright(petition.id, 'registration', 'nothing was registered')
  return { state: rehearsal.state, facts: rehearsal.facts }
}

/** Plays the petitions of the demo into a real house: every command as it would have been given, on the day it was. */
import { sweep } from '../engine/sweep.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { commandPetition } from '../petition/commanding.ts'
import { petitionCommands } from '../petition/commands.ts'
import { registrationBody } from '../petition/contract.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { dueClocks } from '../petition/jobs.ts'
import type { CommandType, Petition } from '../petition/petition.ts'
import { readPetition } from '../petition/reading.ts'
import { registerPetition } from '../petition/registering.ts'
import { commandsOf, registrationOf, type Scripted } from './script.ts'
import type { DemoPetition, Step } from './words.ts'

interface Cue {
  readonly on: Day
  readonly petition: DemoPetition
  /** Null registers it. */
  readonly step: Step | null
}

/** Plays everything in the order of its days, sweeping between, so that what fell due in the story has fallen due in the house. */
export async function playPetitions(
  house: PetitionHouse,
  petitions: readonly DemoPetition[],
  accounts: ReadonlyMap<string, string>,
): Promise<readonly Played[]> {
  const cues = petitions
    .flatMap((petition) => cuesOf(petition, house.today()))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const stage = new Stage(house, accounts)
  for (const cue of cues) await stage.play(cue)
  return stage.played()
}

function cuesOf(petition: DemoPetition, today: Day): readonly Cue[] {
  const registered = addDays(today, -petition.registeredDaysAgo)
  const steps = petition.journey.map((step): Cue => ({ on: addDays(registered, step.day), petition, step }))
  return [{ on: registered, petition, step: null }, ...steps]
}

/** A petition of the demo as somebody can follow it: the key that its first petitioner was given. */
export interface Played {
  readonly title: string
  readonly number: PetitionNumber
  readonly key: string
}

class Stage {
  readonly #house: PetitionHouse
  readonly #accounts: ReadonlyMap<string, string>
  readonly #played = new Map<string, { number: PetitionNumber; state: Petition; key: string; title: string }>()
  #today: Day

  constructor(house: PetitionHouse, accounts: ReadonlyMap<string, string>) {
    this.#today = house.today()
    this.#accounts = accounts
    // The day of the story, and mid-morning of it; the messages of a story go to nobody.
    this.#house = { ...house, outgoing: () => [], today: () => this.#today, now: () => `${this.#today}T02:30:00.000Z` }
  }

  played(): readonly Played[] {
    return [...this.#played.values()].map(({ title, number, key }) => ({ title, number, key }))
  }

  async play({ on, petition, step }: Cue): Promise<void> {
    if (on !== this.#today) {
      this.#today = on
      await sweep(dueClocks(this.#house))
    }
    if (step === null) await this.#register(petition)
    else await this.#act(petition, step)
  }

  async #register(petition: DemoPetition): Promise<void> {
    const { body, viewer } = registrationOf(petition, (id) => this.#numberOf(id))
    const input = registrationBody.parse({ ...body, receivedOn: this.#today })
    const done = await registerPetition(this.#house, { input, viewer: this.#known(viewer) })
    if (!done.ok) throw new Error(`${petition.id} could not be registered: ${JSON.stringify(done.error)}`)
    const { number, petition: state, keys } = done.value
    this.#played.set(petition.id, { number, state, key: keys[0]?.key ?? '', title: petition.title })
  }

  async #act(petition: DemoPetition, step: Step): Promise<void> {
    const played = this.#played.get(petition.id)
    if (!played) throw new Error(`${petition.id} is not registered on the day of ${step.does}`)
    const numberOf = (id: string) => this.#numberOf(id)
    const scene = { petition, number: played.number, state: await this.#stateOf(played), on: this.#today, numberOf }
    for (const scripted of commandsOf(step, scene)) {
      played.state = await this.#command(played.number, scripted, `${petition.id}, ${step.does} on day ${step.day}`)
    }
  }

  /** A sweep may have come between since this petition was last acted on. */
  async #stateOf(played: { number: PetitionNumber; state: Petition }): Promise<Petition> {
    return (await readPetition(this.#house, played.number, { kind: 'system', task: 'demo' }))?.petition ?? played.state
  }

  async #command(number: PetitionNumber, { type, body, viewer }: Scripted, what: string): Promise<Petition> {
    const given = {
      number,
      type,
      body: schemaOf(type).parse(this.#withAccount(body)) as object,
      viewer: this.#known(viewer),
    }
    const done = await commandPetition(this.#house, given)
    if (!done.ok) throw new Error(`${what}: ${type} was refused: ${JSON.stringify(done.error)}`)
    return done.value.petition
  }

  #numberOf(id: string): PetitionNumber {
    const played = this.#played.get(id)
    if (!played) throw new Error(`${id} is not registered yet`)
    return played.number
  }

  /** The script names people by login; the house knows them by id. */
  #known(viewer: Viewer): Viewer {
    return viewer.kind === 'staff'
      ? { ...viewer, account: this.#accounts.get(viewer.account) ?? viewer.account }
      : viewer
  }

  #withAccount(body: Scripted['body']): Scripted['body'] {
    const { account } = body
    return typeof account === 'string' ? { ...body, account: this.#accounts.get(account) ?? account } : body
  }
}

function schemaOf(type: CommandType) {
  const entry = Object.values(petitionCommands).find((each) => each.type === type)
  if (!entry) throw new Error(`nobody can give ${type} over the wire`)
  return entry.body
}

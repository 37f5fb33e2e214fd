/** Plays the petitions of the demo into a real house: every command as it would have been given, on the day it was. */
import { sweep } from '../engine/sweep.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
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
import { commandReport, reportMisconduct } from '../protection/commanding.ts'
import * as wire from '../protection/contract.ts'
import type { ProtectionHouse } from '../protection/house.ts'
import { dueReports } from '../protection/jobs.ts'
import { commandsOf, registrationOf, type Scripted, staffOf } from './script.ts'
import type { DemoPetition, DemoReport, Step } from './words.ts'

interface Cue {
  readonly on: Day
  readonly petition: DemoPetition
  /** Null registers it. */
  readonly step: Step | ReportStep | null
}

/** One act on a report that stands beside a petition. */
interface ReportStep {
  readonly day: number
  readonly reports: 'ReportMisconduct' | 'ReceiveReport' | 'AnswerReport'
  readonly body: Readonly<Record<string, unknown>>
}

function reportSteps({ day, about, text, received, answered }: DemoReport): readonly ReportStep[] {
  const steps: ReportStep[] = [{ day, reports: 'ReportMisconduct', body: { about, text } }]
  if (received !== undefined) steps.push({ day: received, reports: 'ReceiveReport', body: {} })
  if (answered) {
    const { day: on, finding, measures, answer } = answered
    steps.push({ day: on, reports: 'AnswerReport', body: { finding, measures, answer } })
  }
  return steps
}

const bodyOf = ({ reports, body }: ReportStep): object =>
  reports === 'AnswerReport' ? (wire.answerReport.body.parse(body) as object) : {}

/** What those who play beside the petitions are given: the house as it is on that day, and who is who. */
export interface Story {
  readonly house: ProtectionHouse
  /** The number under which a petition of the demo was registered. */
  numberOf(id: string): PetitionNumber
  /** The account of a login. */
  accountOf(login: string): string
}

/** What happens in other rooms meanwhile. */
export interface Beside {
  readonly cues: readonly { readonly on: Day; play(story: Story): Promise<void> }[]
  /** At the beginning of each day of the story, after what fell due. */
  newDay(story: Story): Promise<void>
}

const nothingBeside: Beside = { cues: [], newDay: async () => undefined }

/** Plays everything in the order of its days, sweeping between, so that what fell due in the story has fallen due in the house. */
export async function playPetitions(
  house: PetitionHouse,
  petitions: readonly DemoPetition[],
  accounts: ReadonlyMap<string, string>,
  beside: Beside = nothingBeside,
): Promise<readonly Played[]> {
  const today = house.today()
  const stage = new Stage(house, accounts, beside)
  const own = petitions
    .flatMap((petition) => cuesOf(petition, today))
    .map((cue) => ({ on: cue.on, play: () => stage.play(cue) }))
  const others = beside.cues.map(({ on, play }) => ({ on, play: () => play(stage.story) }))
  const cues = [...own, ...others].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (const { on, play } of cues) {
    await stage.reach(on)
    await play()
  }
  await stage.reach(today)
  return stage.played()
}

function cuesOf(petition: DemoPetition, today: Day): readonly Cue[] {
  const registered = addDays(today, -petition.registeredDaysAgo)
  const steps = petition.journey.map((step): Cue => ({ on: addDays(registered, step.day), petition, step }))
  const beside = (petition.reports ?? [])
    .flatMap(reportSteps)
    .map((step): Cue => ({ on: addDays(registered, step.day), petition, step }))
  return [{ on: registered, petition, step: null }, ...steps, ...beside]
}

/** A petition of the demo as somebody can follow it: the key that its first petitioner was given. */
export interface Played {
  readonly title: string
  readonly number: PetitionNumber
  readonly key: string
}

class Stage {
  readonly #house: ProtectionHouse
  readonly #accounts: ReadonlyMap<string, string>
  readonly #played = new Map<string, { number: PetitionNumber; state: Petition; key: string; title: string }>()
  readonly #reports = new Map<string, { stream: string; hearer: OrganId }>()
  readonly #beside: Beside
  readonly story: Story
  #today: Day

  constructor(house: PetitionHouse, accounts: ReadonlyMap<string, string>, beside: Beside) {
    this.#today = house.today()
    this.#accounts = accounts
    this.#beside = beside
    // The day of the story, and mid-morning of it; the messages of a story go to nobody.
    const story = { today: () => this.#today, now: () => `${this.#today}T02:30:00.000Z` }
    this.#house = { ...house, ...story, outgoing: () => [], tell: () => [] }
    this.story = {
      house: this.#house,
      numberOf: (id) => this.#numberOf(id),
      accountOf: (login) => this.#accounts.get(login) ?? login,
    }
  }

  played(): readonly Played[] {
    return [...this.#played.values()].map(({ title, number, key }) => ({ title, number, key }))
  }

  /** Comes to a day: first what fell due before it. */
  async reach(on: Day): Promise<void> {
    if (on === this.#today) return
    this.#today = on
    await sweep(dueClocks(this.#house))
    await sweep(dueReports(this.#house))
    await this.#beside.newDay(this.story)
  }

  async play({ petition, step }: Cue): Promise<void> {
    if (step === null) await this.#register(petition)
    else if ('reports' in step) await this.#actOnReport(petition, step)
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

  /** Reports of one petition are played one after the other, so the last that was made is the one meant. */
  async #actOnReport(petition: DemoPetition, step: ReportStep): Promise<void> {
    const number = this.#numberOf(petition.id)
    const made = this.#reports.get(petition.id)
    const done =
      step.reports === 'ReportMisconduct' || made === undefined
        ? await reportMisconduct(this.#house, {
            body: wire.reportMisconduct.body.parse(step.body),
            viewer: { kind: 'petitioner', petition: number, person: 'p1' },
          })
        : await commandReport(this.#house, {
            ...{ stream: made.stream, type: step.reports, body: bodyOf(step) },
            viewer: this.#known(staffOf(made.hearer)),
          })
    if (!done.ok) throw new Error(`${petition.id}: ${step.reports} was refused: ${JSON.stringify(done.error)}`)
    this.#reports.set(petition.id, { stream: done.value.stream, hearer: done.value.report.hearer })
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

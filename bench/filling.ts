/** Fills a house with petitions at every stage of their lives, by the same code that the routes call. */
import { addDays, type Day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { numberFrom, type PetitionNumber } from '../src/kernel/petition-number.ts'
import type { Viewer } from '../src/kernel/viewer.ts'
import { commandPetition } from '../src/petition/commanding.ts'
import { type PetitionCommandPath, petitionCommands } from '../src/petition/commands.ts'
import { registrationBody } from '../src/petition/contract.ts'
import type { PetitionHouse } from '../src/petition/house.ts'
import { registerPetition } from '../src/petition/registering.ts'
import { type Draw, drawFrom } from './draw.ts'
import { letterFrom } from './letters.ts'
import { counties } from './organs.ts'

type Who = 'bureau' | 'department' | 'petitioner'

interface Step {
  /** Days after registration. */
  readonly after: number
  readonly who: Who
  readonly command: PetitionCommandPath
  readonly body: (department: string, on: Day, clerk: string) => object
}

const told = { way: 'onTheSpot' }
const words = '已按规定办理，情况已当面说明，相关材料附卷备查。'

const step = (after: number, who: Who, command: PetitionCommandPath, body: Step['body'] = () => ({})): Step => ({
  ...{ after, who, command, body },
})

const transferred = step(1, 'bureau', 'transfer', (to) => ({ to }))
const accepted = step(3, 'department', 'accept', () => ({ route: 'handlingOpinion', procedure: words, told }))
const named = step(3, 'department', 'name-clerk', (_department, _on, account) => ({ account }))
const heard = step(4, 'department', 'record-contact', () => ({ way: 'visit', note: words, heard: true }))
const issued = step(5, 'department', 'issue-opinion', (_, on) => ({
  facts: words,
  legalBasis: words,
  answers: ['c1', 'c2', 'c3'].map((claim) => ({ claim, outcome: 'supported', answer: words })),
  remedy: words,
  executeBy: addDays(on, 60),
}))
const served = step(6, 'department', 'serve', (_, on) => ({
  ...{ document: 'd2', person: 'p1', way: 'direct', servedOn: on, proof: { signature: words } },
}))
const declined = step(3, 'department', 'decline-acceptance', () => ({
  ...{ ground: 'alreadyReexamined', earlier: numberFrom('2024-03-01' as Day, '20240301'), reasons: words, told },
}))
const directed = step(3, 'department', 'direct', () => ({
  ...{ route: 'administrativeProcedure', to: words, explanation: words, told },
}))
const withdrawn = step(2, 'petitioner', 'withdraw')

interface Life {
  /** How many of a hundred. */
  readonly share: number
  /** How long ago it was registered, in days, both included. */
  readonly ago: readonly [number, number]
  readonly steps: readonly Step[]
}

/** About one in three is still open, none of them late; what is late comes apart, in a number that is known. */
const lives: readonly Life[] = [
  { share: 6, ago: [0, 6], steps: [] },
  { share: 8, ago: [1, 6], steps: [transferred] },
  { share: 12, ago: [3, 50], steps: [transferred, accepted, named] },
  { share: 8, ago: [6, 28], steps: [transferred, accepted, heard, issued, served] },
  { share: 28, ago: [20, 700], steps: [transferred, declined] },
  { share: 22, ago: [20, 700], steps: [transferred, directed] },
  { share: 16, ago: [4, 700], steps: [withdrawn] },
]
const late: Life = { share: 0, ago: [20, 40], steps: [] }

/** A petition to look at: who may, and what its petitioner holds. */
export interface Sample {
  readonly number: PetitionNumber
  readonly key: string
  readonly organ: OrganId
  readonly registeredOn: Day
  readonly phone: string
}

export interface Filled {
  readonly petitions: number
  readonly commands: number
  readonly seconds: number
  readonly samples: readonly Sample[]
}

export interface Filling {
  readonly petitions: number
  /** How many of them lie unrouted past their day, for the sweep to find. */
  readonly late: number
  readonly seed: number
  readonly clerkOf: ReadonlyMap<string, string>
}

const abreast = 14
const samplesKept = 1500

export async function fill(house: PetitionHouse, filling: Filling): Promise<Filled> {
  const draw = drawFrom(filling.seed)
  const samples: Sample[] = []
  const began = performance.now()
  let [made, commands] = [0, 0]
  const walk = async (): Promise<void> => {
    while (made < filling.petitions) {
      made += 1
      const life = made <= filling.late ? late : lifeFrom(draw)
      const sample = await live(house, filling, draw, life)
      commands += 1 + life.steps.length
      if (made % Math.ceil(filling.petitions / samplesKept) === 0) samples.push(sample)
    }
  }
  await Promise.all(Array.from({ length: abreast }, walk))
  return { petitions: made, commands, seconds: (performance.now() - began) / 1000, samples }
}

function lifeFrom(draw: Draw): Life {
  let left = draw.below(100)
  for (const life of lives) {
    left -= life.share
    if (left < 0) return life
  }
  return lives[0] as Life
}

async function live(house: PetitionHouse, { clerkOf }: Filling, draw: Draw, life: Life): Promise<Sample> {
  const [latest, earliest] = life.ago
  const on = addDays(house.today(), -(latest + draw.below(earliest - latest + 1)))
  const letter = letterFrom(draw)
  const county = counties.find(({ region }) => region === letter.place) as (typeof counties)[number]
  const department = draw.one(county.departments)
  const input = registrationBody.parse(letter)
  const registered = await registerPetition(houseOn(house, on), { input, viewer: { kind: 'anyone' } })
  if (!registered.ok) throw new Error(`registration: ${registered.error.kind}`)
  const { number, keys } = registered.value
  for (const { after, who, command, body } of life.steps) {
    const then = addDays(on, after)
    const organ = who === 'bureau' ? county.bureau : department
    const viewer: Viewer =
      who === 'petitioner'
        ? { kind: 'petitioner', petition: number, person: 'p1' }
        : { kind: 'staff', account: clerkOf.get(organ) ?? '', organ: organ as OrganId, posts: ['clerk', 'head'] }
    const { type, body: schema } = petitionCommands[command]
    const parsed = schema.parse(body(department, then, clerkOf.get(department) ?? '')) as object
    const done = await commandPetition(houseOn(house, then), { number, type, body: parsed, viewer })
    if (!done.ok) throw new Error(`${command}: ${JSON.stringify(done.error)}`)
  }
  const phone = letter.people[0]?.phone ?? ''
  return { number, key: keys[0]?.key ?? '', organ: county.bureau as OrganId, registeredOn: on, phone }
}

/** The same house on another day. */
const houseOn = (house: PetitionHouse, on: Day): PetitionHouse => ({
  ...house,
  today: () => on,
  now: () => `${on}T02:00:00.000Z`,
})

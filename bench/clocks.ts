/**
 * A holiday notice over many open clocks: how long it takes until every one that it moves has moved, and until it is known that it moves no
 * other. The petitions are made by the same rules as any, many in one transaction; what is sealed in them is one byte each.
 */
import type { CalendarHouse } from '../src/calendar/house.ts'
import { recountAll } from '../src/calendar/recounting.ts'
import { takeIn } from '../src/calendar/taking-in.ts'
import { executeMany } from '../src/engine/execute-many.ts'
import { fsck } from '../src/engine/fsck.ts'
import { addDays, type Day, day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { numberFrom } from '../src/kernel/petition-number.ts'
import type { Sealed } from '../src/kernel/sealed.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { decide } from '../src/petition/decide.ts'
import { evolve } from '../src/petition/evolve.ts'
import type { Actor, Command, Fact, State } from '../src/petition/petition.ts'
import { petitionRoom } from '../src/petition/room.ts'
import { law, worldUnder } from '../src/petition/world.ts'
import { calendarHouse } from '../src/wiring.ts'
import { counties } from './organs.ts'
import type { Site } from './site.ts'

/** A day on which what is sent today has to be objected to in the year whose notice is not out. */
export const today = day('2026-12-30')
const cli = { kind: 'system', task: 'bench' } as const

/** The second and the third stand for a notice that was amended: more of the first days of January are free. */
const rest = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10']
export const notices = [[], ['2027-01-04'], ['2027-01-04', '2027-01-05']].map((more) => ({
  ...{ year: 2027, rest: [...rest, ...more], work: ['2027-01-30'] },
}))

export interface ClocksMeasured {
  readonly clocks: number
  readonly petitions: number
  readonly facts: number
  readonly rounds: readonly {
    readonly seconds: number
    /** What this process had of the processors, in seconds. */
    readonly own: number
    readonly examined: number
    readonly cases: number
    readonly idleMs: number
  }[]
  readonly fsck: { readonly seconds: number; readonly faults: number }
}

export async function measureClocks({ house, rooms, owner }: Site, clocks: number): Promise<ClocksMeasured> {
  const petitions = { ...rooms.petitions, today: () => today, outgoing: rooms.petitions.outgoing }
  const calendar = calendarHouse(petitions, { ...rooms.protection, today: () => today }, rooms.calendar.shelf)
  await makePetitions({ work: house.pools.work, owner, calendar, clocks })
  await owner.query('vacuum (analyze)')
  const { rows } = await owner.query(
    `select (select count(*)::int from petition_clock) as clocks, (select count(*)::int from petition) as petitions,
      (select count(*)::int from event) as facts`,
  )
  const rounds = []
  for (const notice of notices) rounds.push(await round(calendar, notice))
  const [began, report] = [performance.now(), await fsck(house.pools, everyRoom)]
  for (const error of report.errors.slice(0, 5)) process.stderr.write(`  ${JSON.stringify(error)}\n`)
  return { ...rows[0], rounds, fsck: { seconds: (performance.now() - began) / 1000, faults: report.errorCount } }
}

async function round(calendar: CalendarHouse, notice: object) {
  const file = { text: JSON.stringify(notice), region: undefined, reason: 'amended' as const, viewer: cli }
  const loaded = await takeIn(calendar, file)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error))
  const [began, used] = [performance.now(), process.cpuUsage()]
  const done = await recountAll(calendar)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(used)
  const own = (user + system) / 1e6
  if (done.kind !== 'recounted') throw new Error(done.kind)
  // once more, with nothing left to move
  const again = performance.now()
  await recountAll(calendar)
  const idleMs = performance.now() - again
  process.stderr.write(`  ${done.examined} looked at, ${done.cases} cases moved in ${seconds.toFixed(1)} s\n`)
  return { seconds, own, examined: done.examined, cases: done.cases, idleMs }
}

const refs = ['title', 'text', 'claim', 'note', 'facts', 'answer', 'remedy', 'signature']
const piece = (ref: string): Sealed => ({ ref, commitment: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })
const told = { way: 'onTheSpot', proof: null } as const

/** Four of ten wait to be routed, four were sent on in the last days, two are answered and may be reviewed: sixteen clocks. */
function lifeOf(at: number): readonly Command[] {
  const county = counties[at % counties.length] as (typeof counties)[number]
  const department = county.departments[at % county.departments.length] as OrganId
  const bureau = county.bureau as OrganId
  const by = (organ: OrganId): Actor => ({ kind: 'staff', account: `of-${organ}`, organ, posts: ['clerk', 'head'] })
  const kind = Math.floor(at / 7) % 10
  const sent = addDays(today, -(at % 8))
  const on = kind < 4 ? addDays(today, -(at % 14)) : kind < 8 ? addDays(sent, -1) : addDays(today, -(at % 25) - 6)
  const steps: Command[] = [{ ...registration(bureau, county.region, on), actor: by(bureau) } as Command]
  if (kind >= 4)
    steps.push({
      type: 'Transfer',
      to: department,
      note: null,
      on: kind < 8 ? sent : addDays(on, 1),
      actor: by(bureau),
    })
  if (kind >= 8) steps.push(...answered(on).map((step) => ({ ...step, actor: by(department) }) as Command))
  return steps
}

const registration = (organ: OrganId, place: string, on: Day) => ({
  ...{
    type: 'Register',
    on,
    organ,
    receivedOn: on,
    class: 'appeal',
    category: 'land.expropriation.compensation',
    place,
  },
  ...{
    placeDetail: null,
    channel: 'visit',
    track: 'ordinary',
    confidentiality: 'anonymous',
    headcount: 1,
    firstTime: true,
  },
  ...{
    title: piece('title'),
    text: piece('text'),
    claims: [{ ref: 'c1', text: piece('claim') }],
    materials: [],
    about: [],
  },
  ...{ people: [person], agent: null, oral: null, elsewhere: null, imported: null },
})
const person = {
  ...{ ref: 'p1', kind: 'citizen', name: null, idNumber: null, phone: null, address: null, email: null },
  electronicService: false,
}

const answered = (on: Day): readonly object[] => [
  { type: 'Accept', route: 'handlingOpinion', track: 'ordinary', procedure: piece('note'), told, on: addDays(on, 2) },
  { type: 'RecordContact', way: 'phone', note: piece('note'), heard: true, on: addDays(on, 3) },
  {
    ...{ type: 'IssueOpinion', facts: piece('facts'), legalBasis: piece('facts'), remedy: piece('remedy') },
    ...{ answers: [{ claim: 'c1', outcome: 'supported', answer: piece('answer') }], executeBy: addDays(on, 60) },
    on: addDays(on, 4),
  },
  {
    ...{ type: 'Serve', document: 'd2', person: 'p1', way: 'direct', servedOn: addDays(on, 5) },
    ...{ proof: { signature: piece('signature') }, on: addDays(on, 5) },
  },
]

export interface Making {
  readonly work: Site['house']['pools']['work']
  readonly owner: Site['owner']
  readonly calendar: CalendarHouse
  readonly clocks: number
}

const together = 500
const abreast = 3

export async function makePetitions({ work, owner, calendar, clocks }: Making): Promise<void> {
  const wanted = Math.ceil(clocks / 1.6)
  const world = worldUnder(law, calendar.directory, calendar.shelf)
  process.stderr.write(`making ${wanted} petitions with some ${clocks} open clocks …\n`)
  let next = 0
  const make = async (): Promise<void> => {
    while (next < wanted) {
      const first = next
      next += together
      const streams = Array.from({ length: Math.min(together, wanted - first) }, (_, at) =>
        numberFrom(today, String(10_000_000 + first + at)),
      )
      await executeMany<State, Fact>(
        { work },
        {
          ...{
            room: petitionRoom,
            streams,
            by: { kind: 'system', task: 'bench' },
            recordedAt: '2026-12-30T02:00:00.000Z',
          },
          decide: (state, stream) => (state === null ? lived(lifeOf(Number(stream.slice(6, 14)) - 10_000_000)) : []),
        },
      )
    }
  }
  function lived(commands: readonly Command[]): readonly Fact[] {
    const facts: Fact[] = []
    let state: State = null
    for (const command of commands) {
      const decision = decide(state, command, world)
      if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.error)}`)
      facts.push(...decision.value)
      state = decision.value.reduce<State>(evolve, state)
    }
    return facts
  }
  await Promise.all(Array.from({ length: abreast }, make))
  await sealPieces(owner)
}

/** One byte for each piece that a fact commits to: nobody reads them here. */
async function sealPieces(owner: Site['owner']): Promise<void> {
  await owner.query(
    `insert into sealed (stream_id, ref, cohort, part, box) select stream_id, ref, 'bench', 'content', '\\x00'
      from petition, unnest($1::text[]) as ref where stream_id like '26%' on conflict do nothing`,
    [refs],
  )
}

export function printClocks({ clocks, petitions, facts, rounds, fsck: checked }: ClocksMeasured): void {
  const lines = [
    `${clocks} open clocks of ${petitions} petitions, ${facts} facts`,
    ...rounds.map(
      ({ seconds, own, examined, cases, idleMs }, at) =>
        `  notice ${at + 1}: ${examined} clocks looked at one by one, ${cases} cases moved in ${seconds.toFixed(1)} s, of which ${own.toFixed(1)} s on a processor (${Math.round(cases / seconds)}/s); once more with nothing to move ${idleMs.toFixed(0)} ms`,
    ),
    `  fsck in ${checked.seconds.toFixed(0)} s: ${checked.faults} faults`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

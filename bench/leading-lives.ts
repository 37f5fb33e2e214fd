/** The lives of what a leader and a conference have, by the rules of each room: what waits, what runs, and what is over. */
import type {
  ConferenceWorld,
  Item,
  ItemCommand,
  ItemFact,
  ItemState,
  Meeting,
  MeetingCommand,
  MeetingFact,
  MeetingState,
} from '../src/coordination/conference/conference.ts'
import { decideOnItem } from '../src/coordination/conference/item-decide.ts'
import { evolveItem } from '../src/coordination/conference/item-evolve.ts'
import { decideOnMeeting } from '../src/coordination/conference/meeting-decide.ts'
import { evolveMeeting } from '../src/coordination/conference/meeting-evolve.ts'
import { itemRoom, meetingRoom } from '../src/coordination/conference/rooms.ts'
import { addDays } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { numberFrom } from '../src/kernel/petition-number.ts'
import type { Sealed } from '../src/kernel/sealed.ts'
import { cn2022 } from '../src/law/cn-2022/cn-2022.ts'
import { decide as decideOwnership } from '../src/leadership/ownership/decide.ts'
import { evolve as evolveOwnership } from '../src/leadership/ownership/evolve.ts'
import type {
  Ownership,
  OwnershipCommand,
  OwnershipFact,
  OwnershipState,
} from '../src/leadership/ownership/ownership.ts'
import { ownershipRoom } from '../src/leadership/ownership/room.ts'
import { worldAt } from '../src/leadership/ownership/world.ts'
import { decide as decideReading } from '../src/leadership/reading/decide.ts'
import { evolve as evolveReading } from '../src/leadership/reading/evolve.ts'
import type {
  LookedAtPetition,
  Reading,
  ReadingCommand,
  ReadingFact,
  ReadingState,
} from '../src/leadership/reading/reading.ts'
import { readingRoom } from '../src/leadership/reading/room.ts'
import { decide as decideTask } from '../src/tasks/decide.ts'
import { evolve as evolveTask } from '../src/tasks/evolve.ts'
import { taskRoom } from '../src/tasks/room.ts'
import type { Task, TaskCommand, TaskFact, TaskState } from '../src/tasks/task.ts'
import { worldFor } from '../src/tasks/world.ts'
import { dayAt, type Kind, lived, type Making, makeMany, nameAt, placeOf } from './leading-rows.ts'

export const conference = 'prefecture.conference' as OrganId
/** So many items stand on the agenda of one meeting. */
export const itemsAMeeting = 10

type Pieces = Readonly<Record<string, Sealed>>
const piece = (pieces: Pieces, name: string): Sealed => pieces[name] as Sealed
/** Which of ten a row is, in each county the same. */
const tenth = (at: number): number => Math.floor(at / 27) % 10

export async function makeEverything(making: Making, rows: number): Promise<void> {
  await makeMany(making, tasks(making, rows))
  await makeMany(making, readings(making, rows))
  await makeMany(making, ownerships(making, rows))
  await makeMany(making, items(making, rows))
  await makeMany(making, meetings(making, Math.ceil(rows / itemsAMeeting)))
}

/** Four of ten are to be done, two reported, four closed. */
function tasks({ site, today, staffOf }: Making, count: number): Kind<TaskState, TaskFact> {
  const place = { ...site.rooms.petitions, today: () => today }
  const house = { kind: 'house', task: 'bench' } as const
  return {
    ...{ room: taskRoom, retention: 'task', count },
    textsOf: (at) => ({
      what: `第${at}项：会同有关单位到现场核实，把结果当面告知反映人，并书面报告。`,
      report: `已于${today}到现场核实，当面告知。`,
    }),
    lifeOf(at, pieces) {
      const { county, department } = placeOf(at)
      const [leader, doer] = [staffOf(county), staffOf(department)]
      const on = addDays(today, -60)
      const commands: TaskCommand[] = [
        {
          ...{ type: 'GiveTask', on, actor: house, isBarred: false },
          beginning: {
            origin: { kind: 'instruction', stream: nameAt('reading', at), key: 'i1' },
            ...{ giver: county, givenBy: leader.account, organ: department, officer: null, shownTo: [] },
            ...{ what: piece(pieces, 'what'), due: dayAt(today, at, -20, 40) },
            ...{ petitions: [], keptFrom: [], officials: [] },
          },
        },
      ]
      const reported = { result: 'done', report: piece(pieces, 'report'), materials: [] } as const
      if (tenth(at) >= 4) commands.push({ type: 'ReportOnTask', on: addDays(today, -9), actor: doer, ...reported })
      if (tenth(at) >= 6) commands.push({ type: 'CloseTask', on: dayAt(today, at, -8, 0), actor: leader, note: null })
      const world = worldFor(place, { giver: county, closerIsThere: true })
      return lived<Task, TaskCommand, TaskFact>(
        commands,
        (state, command) => decideTask(state, command, world),
        evolveTask,
      )
    },
  }
}

/** Three of ten wait for the leader, two were read, five instructed. */
function readings({ site, today, staffOf }: Making, count: number): Kind<ReadingState, ReadingFact> {
  const world = { organs: site.rooms.petitions.directory }
  return {
    ...{ room: readingRoom, retention: 'reading', count },
    textsOf: (at) => ({
      title: `第${at}封：修路占了水田，补偿面积与实际不符，请求重新丈量`,
      page: `{"asks":["重新丈量"],"done":["已转送"],"number":${at}}`,
      why: '反映的问题多人关心，涉及两个部门，请阅示。',
      what: '请会同有关单位重新丈量，通知本人到场。',
    }),
    lifeOf(at, pieces) {
      const { county, bureau, department } = placeOf(at)
      const leader = { account: staffOf(county).account, organ: county }
      const looked: LookedAtPetition = {
        ...{
          number: numberFrom(today, String(10_000_000 + at)),
          class: 'appeal' as const,
          organs: [bureau, department],
        },
        ...{ keptFrom: [], officials: [], withdrawn: [], isGoing: false },
      }
      const leading = { ...staffOf(county), posts: ['leader'], answersTo: [], leadsOrgans: [county] } as const
      const on = addDays(today, -12)
      const commands: ReadingCommand[] = [
        {
          ...{ type: 'ProposeReading', on, actor: staffOf(bureau), looked, liesThere: false, suggested: null },
          ...{ leader: { ...leader, leads: true, leadsOrgans: [county], answersTo: [] }, why: piece(pieces, 'why') },
          wantedBy: dayAt(today, at, -6, 10),
          summary: { title: piece(pieces, 'title'), page: piece(pieces, 'page'), of: 3 },
        },
      ]
      if (tenth(at) >= 3 && tenth(at) < 5)
        commands.push({ type: 'MarkRead', on: dayAt(today, at, -8, 0), actor: leading })
      if (tenth(at) >= 5)
        commands.push({
          ...{ type: 'Instruct', on: dayAt(today, at, -8, 0), actor: leading, looked },
          orders: [{ organ: department, what: piece(pieces, 'what'), due: addDays(today, 20) }],
        })
      return lived<Reading, ReadingCommand, ReadingFact>(
        commands,
        (state, command) => decideReading(state, command, world),
        evolveReading,
      )
    },
  }
}

/** Two of ten are proposed, five owned, three dropped. */
function ownerships({ site, today, staffOf }: Making, count: number): Kind<OwnershipState, OwnershipFact> {
  const place = { ...site.rooms.petitions, today: () => today }
  const duties = Object.keys(cn2022.ownership.duties)
  const fit = { owner: { leads: true, above: [] }, handler: { handles: true, above: [] } } as const
  return {
    ...{ room: ownershipRoom, retention: 'ownership', count },
    textsOf: () => ({ reason: '已经按程序办结，信访人认可。' }),
    lifeOf(at, pieces) {
      const { county, bureau, department } = placeOf(at)
      const on = addDays(today, -9)
      const commands: OwnershipCommand[] = [
        {
          ...{ type: 'ProposeOwnership', on, actor: { kind: 'house', task: 'bench' }, for: ['longOpen'], reason: null },
          beginning: {
            ...{
              petition: numberFrom(today, String(10_000_000 + at)),
              class: 'appeal',
              category: 'land.expropriation',
            },
            ...{ place: `9901${county.slice(6).padStart(2, '0')}`, registeredOn: addDays(today, -150) },
            ...{ keptFrom: [], officials: [], recused: [], about: [department] },
            ...{ keeper: bureau, deciders: [county, bureau] },
          },
        },
      ]
      if (tenth(at) >= 2 && tenth(at) < 7)
        commands.push({
          ...{ type: 'AssignOwner', on, actor: { ...staffOf(county), posts: ['head', 'leader'] }, looked: fit, duties },
          ...{ owner: { organ: county, account: staffOf(county).account } },
          ...{ handler: { organ: department, account: null }, due: dayAt(today, at, 5, 90) },
        })
      if (tenth(at) >= 7)
        commands.push({
          ...{
            type: 'DropOwnership',
            on: dayAt(today, at, -8, 0),
            actor: staffOf(bureau),
            reason: piece(pieces, 'reason'),
          },
        })
      const world = worldAt(bureau, place)
      return lived<Ownership, OwnershipCommand, OwnershipFact>(
        commands,
        (state, command) => decideOwnership(state, command, world),
        evolveOwnership,
      )
    },
  }
}

const seated = (making: Making): ConferenceWorld['seats'] =>
  ['prefecture', 'prefecture.land', 'prefecture.labour'].map((organ, at) => ({
    ...{ ref: `s${at + 1}`, seat: at === 0 ? 'convenor' : 'member', organ: organ as OrganId },
    ...{ account: at === 0 ? making.staffOf(organ).account : null, from: addDays(making.today, -400), until: null },
  }))

const worldOf = (making: Making, stage: Meeting['stage'] | null): ConferenceWorld => ({
  ...{ organs: making.site.rooms.petitions.directory, law: cn2022.conference, seats: seated(making), open: new Set() },
  meeting: stage && { conference, stage, kind: 'working' },
})

/** Two of ten were just brought, two wait for a meeting, two are on an agenda, four are followed. */
function items(making: Making, count: number): Kind<ItemState, ItemFact> {
  const { today, staffOf } = making
  return {
    ...{ room: itemRoom, retention: 'conference', count },
    textsOf: (at) => ({
      title: `第${at}项：两个单位都认为不属于自己职责的路段由谁管养`,
      paper: '该路段移交没有完成，两家各执一词。请会议明确由谁管养、何时完成。',
      says: '由所在县人民政府负责，年内完成移交。',
      what: '完成移交并报会议办公室。',
    }),
    lifeOf(at, pieces) {
      const { department } = placeOf(at)
      const office = staffOf(conference)
      const on = addDays(today, -30)
      const bring = {
        ...{ type: 'BringItem', kind: 'policy', conference, bringer: 'prefecture.bureau' as OrganId, on },
        ...{ actor: staffOf('prefecture.bureau'), title: piece(pieces, 'title'), paper: piece(pieces, 'paper') },
        ...{ petitions: [], against: [], linked: [] },
      } as const satisfies ItemCommand
      const commands: ItemCommand[] = [bring]
      if (tenth(at) >= 2) commands.push({ type: 'AcceptItem', on: dayAt(today, at, -29, -20), actor: office })
      if (tenth(at) >= 4)
        commands.push({
          ...{ type: 'PlaceItem', on: dayAt(today, at, -19, -10), actor: office },
          meeting: meetingOf(at),
        })
      if (tenth(at) >= 6) {
        const tasksOf = [{ organ: department, what: piece(pieces, 'what'), due: dayAt(today, at, -8, 60) }]
        const decided = { says: piece(pieces, 'says'), jurisdiction: null, measure: null, tasks: tasksOf }
        commands.push({ type: 'DecideItem', on: addDays(today, -9), actor: office, ...decided })
        commands.push({ type: 'ConfirmDecision', on: addDays(today, -8), actor: { kind: 'house', task: 'bench' } })
      }
      return lived<Item, ItemCommand, ItemFact>(
        commands,
        (state, command) =>
          decideOnItem(state, command, worldOf(making, command.type === 'PlaceItem' ? 'planned' : 'opened')),
        evolveItem,
      )
    },
  }
}

/** Neighbours among those that are placed stand on one agenda. */
export const meetingOf = (at: number): string =>
  nameAt('meeting', Math.floor(at / itemsAMeeting)).slice('meeting:'.length)

function meetings(making: Making, count: number): Kind<MeetingState, MeetingFact> {
  const { today, staffOf } = making
  return {
    ...{ room: meetingRoom, retention: 'conference', count },
    textsOf: (at) => ({ title: `第${at}次工作会议`, place: '三楼会议室' }),
    lifeOf(at, pieces) {
      const plan = {
        ...{ type: 'PlanMeeting', conference, kind: 'working', on: addDays(today, -30), day: dayAt(today, at, -9, 90) },
        ...{ actor: staffOf(conference), title: piece(pieces, 'title'), place: piece(pieces, 'place') },
      } as const satisfies MeetingCommand
      const convene = { type: 'ConveneMeeting', on: addDays(today, -20), actor: staffOf(conference) } as const
      return lived<Meeting, MeetingCommand, MeetingFact>(
        [plan, convene],
        (state, command) => decideOnMeeting(state, command, worldOf(making, null)),
        evolveMeeting,
      )
    },
  }
}

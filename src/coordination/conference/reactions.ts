/** What conferences do when a fact happens, here or in another room. */
import type { Consumer } from '../../engine/consumer.ts'
import { forEachStream } from '../../engine/each-stream.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { Prose } from '../../kernel/prose.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { Fact, FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { endSight, shareSight } from '../../petition/sharing.ts'
import { taskOfHouse } from '../../tasks/queries.ts'
import type { TaskFactType } from '../../tasks/task.ts'
import { bringItem, commandItem } from './commanding.ts'
import type { Item, ItemFact, ItemFactType, MeetingFact, Member } from './conference.ts'
import { executeDecision } from './executing.ts'
import type { ConferenceHouse } from './house.ts'
import { petitionFor, reachOf } from './linking.ts'
import { itemOfHouse } from './reading.ts'
import { itemRoom, itemStream, meetingRoom } from './rooms.ts'

const viewer = { kind: 'system', task: 'conference' } as const
const isItem = (stream: string): boolean => stream.startsWith(`${itemRoom.name}:`)

/**
 * 没有共同的上一级机关、单位的，由共同的信访工作联席会议协调处理 (art. 24 (1)): what is referred to a conference lies before it without anybody
 * typing it again. One item for each referral.
 */
function disputeReaction(house: ConferenceHouse): Consumer {
  return {
    name: 'conference-dispute',
    follows: ['DisputeReferred'] satisfies readonly FactType[],
    async react({ stream, fact: recorded, version }) {
      if (petitionRoom.owns?.(stream) !== true) return
      const fact = recorded as Fact
      if (fact.type !== 'DisputeReferred' || fact.arbiter !== 'conference') return
      await bringDispute(house, { petition: stream, version, conference: fact.to, bringer: fact.by })
    },
  }
}

interface Referred {
  readonly petition: string
  readonly version: number
  readonly conference: OrganId
  readonly bringer: OrganId
}

/** Refused where the dispute was decided meanwhile, or where the conference must not learn of it: then there is nothing to bring. */
export async function bringDispute(house: ConferenceHouse, referred: Referred): Promise<string | null> {
  const { petition, version, conference, bringer } = referred
  const key = `dispute ${petition} ${version}`
  const body = {
    ...{ conference, kind: 'jurisdiction', petitions: [petition], against: [] },
    title: own(`关于信访事项${petition}受理争议的议题`),
    paper: own(
      '有关机关、单位对该信访事项的受理有争议，且没有共同的上一级机关、单位，现依照《信访工作条例》第二十四条第一款提请联席会议协调处理。各方理由见信访事项的办理过程。',
    ),
  }
  const brought = await bringItem(house, {
    ...{ bringer, viewer, body },
    idempotency: { scope: 'conference', key, requestDigest: key },
  })
  return brought.ok ? brought.value.stream : null
}

/** Written by the house itself. */
function own(text: string): Prose {
  const read = Prose.read(text, { max: 1000 })
  if (!read.ok) throw new Error(read.error)
  return read.value
}

/** Minutes that are issued confirm what stands in them. */
function minutesReaction(house: ConferenceHouse): Consumer {
  return {
    name: 'conference-minutes',
    follows: ['MinutesIssued'] satisfies readonly MeetingFact['type'][],
    async react({ stream, fact: recorded }) {
      if (!stream.startsWith(`${meetingRoom.name}:`)) return
      const fact = recorded as MeetingFact
      if (fact.type !== 'MinutesIssued') return
      for (const item of fact.items)
        await commandItem(house, { stream: itemStream(item), type: 'ConfirmDecision', body: {}, viewer })
    },
  }
}

const executing: readonly ItemFactType[] = ['DecisionConfirmed', 'ExecutionRequested']

/** What was confirmed binds. */
function decisionReaction(house: ConferenceHouse): Consumer {
  return {
    name: 'conference-decision',
    follows: executing,
    async react({ stream, fact }) {
      if (isItem(stream) && executing.includes((fact as ItemFact).type)) await executeDecision(house, stream)
    },
  }
}

const moving: readonly TaskFactType[] = [...(['TaskReturned', 'TaskExtended', 'TaskClosed', 'TaskWithdrawn'] as const)]

/** Last days on the list of decisions are those of their tasks. */
function decidedTaskReaction(house: ConferenceHouse): Consumer {
  return {
    name: 'conference-task',
    follows: moving,
    async react({ stream, fact }) {
      if (!stream.startsWith('task:') || !moving.includes((fact as { type: TaskFactType }).type)) return
      const task = await taskOfHouse(house, stream)
      if (task?.origin.kind !== 'decision') return
      const isOver = task.stage === 'closed' || task.stage === 'withdrawn'
      const body = { key: task.origin.key, due: isOver ? null : task.until }
      await commandItem(house, { stream: task.origin.stream, type: 'RecordDuty', body, viewer })
    },
  }
}

/** After which somebody has the papers, or has them no longer. */
const sighted: readonly ItemFactType[] = [
  ...(['ItemAccepted', 'ItemPlaced', 'ItemCirculated', 'MemberRecused', 'ItemKept'] as const),
  ...(['ItemSentBack', 'ItemWithdrawn', 'ItemClosed'] as const),
]
const over: readonly Item['stage'][] = ['sentBack', 'withdrawn', 'closed']

/** Whoever has the papers of an item sees the petitions that it is about, as long as it is not over. */
function paperSightReaction(house: ConferenceHouse): Consumer {
  return {
    name: 'conference-sight',
    follows: sighted,
    async react({ stream, fact: recorded }) {
      const fact = recorded as ItemFact
      if (!isItem(stream) || !sighted.includes(fact.type)) return
      const item = await itemOfHouse(house, stream)
      if (item === null) return
      const isTaken = fact.type === 'MemberRecused' || fact.type === 'ItemKept'
      if (over.includes(item.stage) || isTaken) await endAll(house, stream, item)
      if (!over.includes(item.stage)) await shareAll(house, stream, item)
    },
  }
}

const because = (stream: string) => ({ kind: 'conference', stream }) as const

async function endAll(house: ConferenceHouse, stream: string, { petitions }: Item): Promise<void> {
  for (const number of petitions) await endSight(house, { number: number as PetitionNumber, because: because(stream) })
}

/** To an organ that must not learn of a petition it is refused there, and that is right. */
async function shareAll(
  house: ConferenceHouse,
  stream: string,
  { conference, petitions, members }: Item,
): Promise<void> {
  const organs = Map.groupBy(members, ({ organ }) => organ)
  for (const number of petitions) {
    const shared = { number: number as PetitionNumber, because: because(stream), until: null }
    await shareSight(house, { ...shared, with: conference, accounts: null })
    for (const [organ, seats] of organs)
      if (organ !== conference) await shareSight(house, { ...shared, with: organ, accounts: accountsIn(seats) })
  }
}

const accountsIn = (seats: readonly Member[]): readonly string[] | null => {
  const accounts = seats.flatMap(({ account }) => account ?? [])
  return accounts.length < seats.length ? null : [...new Set(accounts)]
}

/** After which somebody must not see an item who might before, or what is written in it goes with its petition. */
const keeping: ReadonlySet<FactType> = new Set<FactType>([
  ...(['ComplainedNamed', 'OfficialIdentified', 'PetitionCorrected', 'ContentErased'] as const),
])

function itemKeepingReaction(house: ConferenceHouse): Consumer {
  return {
    name: 'conference-keeping',
    follows: [...keeping],
    async react({ stream: petition, fact: recorded }) {
      const fact = recorded as Fact
      if (petitionRoom.owns?.(petition) !== true || !keeping.has(fact.type)) return
      const known = fact.type === 'ContentErased' ? null : await petitionFor(house, petition, viewer)
      const body = known && { ...(await reachOf(house, known)) }
      await forEachItem(house, petition, async (stream) => {
        if (body === null) await eraseBeside(house, stream, () => erased(house, stream))
        else await commandItem(house, { stream, type: 'KeepItem', body, viewer })
      })
    },
  }
}

const erased = (house: ConferenceHouse, stream: string) =>
  commandItem(house, { stream, type: 'EraseItem', body: {}, viewer })

const forEachItem = (house: ConferenceHouse, petition: string, act: (stream: string) => Promise<unknown>) =>
  forEachStream(house, 'select stream_id from conference_item_link where petition = $1', [petition], act)

/** Whether something about a petition lies before a conference: what it holds is needed for that. */
export async function hasOpenItems({ work }: Pick<ConferenceHouse, 'work'>, petition: string): Promise<boolean> {
  const { rows } = await work.query(
    `select 1 from conference_item_link join conference_item using (stream_id)
      where petition = $1 and stage not in ('closed', 'withdrawn', 'sentBack') limit 1`,
    [petition],
  )
  return rows.length > 0
}

/** Whoever follows the facts for conferences, each with a checkpoint of its own. */
export const conferenceReactions = (house: ConferenceHouse): readonly Consumer[] => [
  disputeReaction(house),
  minutesReaction(house),
  decisionReaction(house),
  decidedTaskReaction(house),
  paperSightReaction(house),
  itemKeepingReaction(house),
]

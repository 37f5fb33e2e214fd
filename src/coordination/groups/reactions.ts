/** What working groups do when a fact happens, here or in a petition. */
import type { Consumer } from '../../engine/consumer.ts'
import { forEachStream } from '../../engine/each-stream.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { Fact, FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { endSight, shareSight } from '../../petition/sharing.ts'
import { giveTask } from '../../tasks/giving.ts'
import { petitionFor } from '../conference/linking.ts'
import { commandGroup } from './commanding.ts'
import type { Group, GroupFact, GroupFactType } from './group.ts'
import type { GroupHouse } from './house.ts'
import { caseOf, theHouse } from './looking.ts'
import { groupOfHouse, textsOf } from './queries.ts'
import { isGroup } from './room.ts'

/** After which somebody sees a petition, or sees it no longer. */
const sighted: ReadonlySet<GroupFactType> = new Set<GroupFactType>([
  ...(['GroupFounded', 'GroupProlonged', 'MemberAdded', 'MemberLeft', 'CaseAdded', 'CaseLeft'] as const),
  ...(['GroupKept', 'TermEnded', 'GroupDissolved'] as const),
])

/** 共享办理情况: just these petitions to just these people, through the last day of the group. */
function groupSightReaction(house: GroupHouse): Consumer {
  return {
    name: 'group-sight',
    follows: [...sighted],
    async react({ stream, fact }) {
      if (!isGroup(stream) || !sighted.has((fact as GroupFact).type)) return
      const group = await groupOfHouse(house, stream)
      if (group !== null) await showTo(house, stream, group)
    },
  }
}

/** As the group is now: whoever reads the facts again shows the same to the same people. */
async function showTo(house: GroupHouse, stream: string, group: Group): Promise<void> {
  const because = { kind: 'workingGroup', stream } as const
  for (const petition of group.casesEver) {
    const number = petition as PetitionNumber
    const isOpen = group.stage === 'working' && group.cases.includes(petition)
    if (isOpen) await showCase(house, stream, group, number)
    else await endSight(house, { number, because })
  }
}

async function showCase(house: GroupHouse, stream: string, group: Group, number: PetitionNumber): Promise<void> {
  const because = { kind: 'workingGroup', stream } as const
  const { until, organsEver, members } = group
  for (const organ of organsEver) {
    const accounts = members.filter((member) => member.organ === organ).map(({ account }) => account)
    if (accounts.length === 0) await endSight(house, { number, because, with: organ as OrganId })
    // who may not see the petition is refused there: the petition keeps its own door
    else await shareSight(house, { number, with: organ, accounts, because, until })
  }
}

/** 专项工作小组任务: followed as every task is. */
function groupTaskReaction(house: GroupHouse): Consumer {
  return {
    name: 'group-task',
    follows: ['GroupTaskGiven'] satisfies readonly GroupFactType[],
    async react({ stream, fact: recorded }) {
      const fact = recorded as GroupFact
      if (!isGroup(stream) || fact.type !== 'GroupTaskGiven') return
      const group = await groupOfHouse(house, stream)
      if (group === null) return
      const { key, organ, what, due, petitions } = fact.task
      const text = (await textsOf(house, stream, theHouse)).get(what.ref)
      if (text === undefined) return
      const given = await giveTask(house, {
        origin: { kind: 'groupTask', stream, key },
        ...{ giver: group.founder, givenBy: null, organ, officer: null, what: text, due, petitions },
      })
      if (given.ok) return
      const body = { key, refusal: given.error.kind }
      await commandGroup(house, { stream, type: 'DeclineGroupTask', body, viewer: theHouse })
    },
  }
}

/** After which somebody must not know of a group who might before, or what is written in it goes with its petition. */
const keeping: ReadonlySet<FactType> = new Set<FactType>([
  ...(['ComplainedNamed', 'OfficialIdentified', 'PetitionCorrected', 'StaffRecused', 'RecusalDecided'] as const),
  'ContentErased',
])

function groupKeepingReaction(house: GroupHouse): Consumer {
  return {
    name: 'group-keeping',
    follows: [...keeping],
    async react({ stream: number, fact: recorded }) {
      const fact = recorded as Fact
      if (petitionRoom.owns?.(number) !== true || !keeping.has(fact.type)) return
      const isErased = fact.type === 'ContentErased'
      await forEachGroup(house, number, (stream) =>
        isErased ? eraseGroup(house, stream) : keepGroup(house, stream, number),
      )
    },
  }
}

const eraseGroup = (house: GroupHouse, stream: string): Promise<unknown> =>
  eraseBeside(house, stream, () => commandGroup(house, { stream, type: 'EraseGroup', body: {}, viewer: theHouse }))

async function keepGroup(house: GroupHouse, stream: string, number: string): Promise<void> {
  const petition = await petitionFor(house, number, theHouse)
  if (petition === null) return
  const body = { case: await caseOf(house, number, petition) }
  await commandGroup(house, { stream, type: 'KeepGroup', body, viewer: theHouse })
}

const forEachGroup = (house: GroupHouse, petition: string, act: (stream: string) => Promise<unknown>) =>
  forEachStream(house, 'select stream_id from working_group_case where petition = $1', [petition], act)

/** Whoever follows the facts for working groups, each with a checkpoint of its own. */
export const groupReactions = (house: GroupHouse): readonly Consumer[] => [
  groupSightReaction(house),
  groupTaskReaction(house),
  groupKeepingReaction(house),
]

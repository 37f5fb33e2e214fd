/** HTTP for working groups: each capability is one endpoint, and nothing here applies a rule. */
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { openTo } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { conferenceLawAt } from '../conference/law-there.ts'
import { type CommandingGroup, commandGroup, type Done, foundGroup, type GroupingRefusal } from './commanding.ts'
import * as wire from './contract.ts'
import type { GroupRefusal, GroupStage } from './group.ts'
import type { GroupHouse } from './house.ts'
import { foundsGroups, isOfficeOf } from './knowing.ts'
import { knownGroup, listGroups, tasksOf, textsOf } from './queries.ts'
import { idOf, streamOf } from './room.ts'
import { groupRowView, groupView, namedIn } from './view.ts'
import { explainGroup, statusOfGroupRefusal } from './wording.ts'

export function groupRoutes(house: GroupHouse): AnyRoom {
  const on = (type: CommandingGroup['type']) => (call: CommandCall<{ readonly group: string }>) =>
    answerCommand(house, type, call)
  return room<GroupRefusal>({
    name: 'group',
    title: { zh: '专项工作小组', en: 'Special working groups' },
    statusOf: statusOfGroupRefusal,
    explain: (refusal) => explainGroup(refusal as GroupRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listGroups, (call) => answerGroups(house, call)),
      route(wire.foundGroup, (call) => answerFounding(house, call)),
      route(wire.readGroup, (call) => answerGroup(house, call)),
      route(wire.giveGroupTask, on('GiveGroupTask')),
      route(wire.addCase, on('AddCase')),
      route(wire.takeCaseOut, on('TakeCaseOut')),
      route(wire.addMember, on('AddMember')),
      route(wire.takeMemberOut, on('TakeMemberOut')),
      route(wire.nameLead, on('NameLead')),
      route(wire.prolongGroup, on('ProlongGroup')),
      route(wire.dissolveGroup, on('DissolveGroup')),
    ],
  })
}

async function answerGroups(house: GroupHouse, { viewer, query }: Call<typeof wire.listGroups>) {
  const { shelf, cursor, limit } = query
  const after = cursor ? { day: cursor[0], stream: cursor[1] } : null
  const { items, next } = await listGroups(house, viewer, { shelf, after, limit })
  return ok({
    items: items.map((row) => groupRowView(row, house)),
    next: next && wire.groupCursor.write([next.day as never, next.stream]),
    mayFound:
      foundsGroups(house.directory.find(viewer.organ), conferenceLawAt(house, viewer.organ)) &&
      isOfficeOf(viewer.organ, viewer),
  })
}

async function answerGroup(house: GroupHouse, { viewer, params, answer }: Call<typeof wire.readGroup>) {
  const known = await knownGroup(house, streamOf(params.group), viewer)
  if (!known) return err({ kind: 'no-such-group' } as const)
  const { group, stream } = known
  answer.etag(group.version)
  const [texts, names, openPetitions, tasks] = await Promise.all([
    textsOf(house, stream, viewer),
    house.staffNames(namedIn(group)),
    openTo(house, viewer, group.cases),
    tasksOf(house, stream, group),
  ])
  const law = conferenceLawAt(house, group.founder)
  const world = { organs: house.directory, law, item: null, openTasks: tasks.open }
  return ok(groupView(known, { texts, names, openPetitions, stages: tasks.stages, world }, house))
}

type GroupDone = { readonly group: string; readonly version: number; readonly stage: GroupStage }
type Answer = Promise<Result<GroupDone, GroupRefusal | WireRefusal>>

async function answerFounding(house: GroupHouse, call: Call<typeof wire.foundGroup>): Answer {
  const { body, viewer, idempotency } = call
  return answered(await foundGroup(house, { body, viewer, ...idempotencyOf('group', viewer, idempotency) }))
}

function answered(done: Result<Done, GroupingRefusal>): Result<GroupDone, GroupRefusal | WireRefusal> {
  if (!done.ok) return err(done.error as GroupRefusal | WireRefusal)
  const { stream, version, group } = done.value
  return ok({ group: idOf(stream), version, stage: group.stage })
}

async function answerCommand(
  house: GroupHouse,
  type: CommandingGroup['type'],
  call: CommandCall<{ readonly group: string }>,
): Answer {
  const done = await commandGroup(house, { stream: streamOf(call.params.group), type, ...askedBy('group', call) })
  if (done.ok) call.answer.etag(done.value.version)
  return answered(done)
}

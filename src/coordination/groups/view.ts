/** From a folded group and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import { daysLeft } from '../../kernel/clock.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { Directory } from '../../petition/house.ts'
import type { TaskStage } from '../../tasks/task.ts'
import { groupTerms } from '../../wording/group-terms.ts'
import { actionsOn } from './actions.ts'
import type { GroupRowView, GroupView } from './contract.ts'
import { practice } from './founding.ts'
import type { Group, GroupRefusal, GroupTask, GroupWorld } from './group.ts'
import type { GroupHouse } from './house.ts'
import { partIn } from './knowing.ts'
import type { GroupRow, KnownGroup } from './queries.ts'
import { idOf } from './room.ts'
import { explainGroup } from './wording.ts'

const erased = '〔已依法销毁 / lawfully erased〕'
type Place = Pick<GroupHouse, 'directory' | 'today'>

const organRef = (directory: Directory, id: OrganId) => {
  const { zh, en } = directory.nameOf(id)
  return { id, zh, en }
}

const refusalView = (refusal: GroupRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainGroup(refusal, (id) => directory.nameOf(id)) }

export interface BesideGroup {
  readonly texts: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, string>
  readonly openPetitions: ReadonlySet<string>
  readonly stages: ReadonlyMap<string, TaskStage>
  readonly world: GroupWorld
}

export function groupView({ stream, group, history, actor }: KnownGroup, beside: BesideGroup, place: Place): GroupView {
  const { texts, names, openPetitions, stages, world } = beside
  const { directory, today } = place
  const { version, stage, foundedOn, until, endedOn, topic, report } = group
  const opened = ({ ref }: { readonly ref: string }): string => texts.get(ref) ?? erased
  return {
    ...{ group: idOf(stream), stream, version, stage, foundedOn, until, endedOn },
    // others may have no part in it
    item: actor.organ === group.founder ? group.item : null,
    part: partIn(group, actor) ?? 'member',
    founder: organRef(directory, group.founder),
    basis: basisInWords(practice),
    ...{ name: opened(group.name), purpose: opened(group.purpose), topic: topic && opened(topic) },
    daysLeft: stage === 'working' ? daysLeft(until, today()) : null,
    prolonged: group.prolonged.map(({ on, until: day, reason }) => ({ on, until: day, reason: opened(reason) })),
    members: group.members.map(({ organ, account }) => ({
      ...{ organ: organRef(directory, organ), account, isLead: account === group.lead },
      name: names.get(account) ?? null,
    })),
    cases: group.cases.map((number) => ({ number, isOpenToYou: openPetitions.has(number) })),
    takenOut: group.takenOut.map(({ on, what, reason }) => ({
      ...{ on, what, name: names.get(what) ?? null, reason: reason && opened(reason) },
    })),
    tasks: group.tasks.map((task) => taskView(task, opened(task.what), stages.get(task.key) ?? null, place)),
    report: report && opened(report),
    actions: actionsOn(group, actor, today(), world).map(({ action, type, refusal }) => ({
      ...{ action, ...groupTerms.groupCommand[type], allowed: refusal === null },
      refusal: refusalView(refusal, directory),
    })),
    // how it was kept from others nobody but the house needs
    history: history
      .filter(({ fact }) => fact.type !== 'GroupKept')
      .map(({ fact }) => ({ on: fact.on, ...groupTerms.groupFact[fact.type] })),
  }
}

function taskView({ key, organ, due, declined }: GroupTask, what: string, stage: TaskStage | null, place: Place) {
  const isOver = declined !== null || stage === 'closed' || stage === 'withdrawn'
  return {
    ...{ key, organ: organRef(place.directory, organ), what, due, stage },
    ...{ isLate: !isOver && stage !== 'reported' && due < place.today(), isDeclined: declined !== null },
  }
}

/** Everybody who is named on a page of a group. */
export const namedIn = ({ members, takenOut }: Group): readonly string[] => [
  ...members.map(({ account }) => account),
  ...takenOut.map(({ what }) => what).filter((what) => what.startsWith('a')),
]

export const groupRowView = (row: GroupRow, { directory, today }: Place): GroupRowView => {
  const { stream, founder, stage, name, foundedOn, until, members, cases } = row
  return {
    ...{ group: idOf(stream), stage, name, foundedOn, until, members, cases },
    founder: organRef(directory, founder),
    daysLeft: stage === 'working' ? daysLeft(until, today()) : null,
  }
}

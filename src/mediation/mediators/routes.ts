/** HTTP for the roster of mediators: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { askedBy, type CommandCall } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { choosingRoutes } from './choosing.ts'
import { commandCommittee, commandMediator, type RosterDone } from './commanding.ts'
import type { CommitteeCommandType } from './committee.ts'
import * as wire from './contract.ts'
import { keepsMediators } from './decide.ts'
import type { MediatorCommandType } from './mediator.ts'
import * as queries from './queries.ts'
import { mediatorStream } from './room.ts'
import { committeeView, mediatorRow, mediatorView, toChooseView } from './view.ts'
import { explainRoster, type RosterRefusal, statusOfRosterRefusal } from './wording.ts'

type Answer<T> = Promise<Result<T, RosterRefusal | WireRefusal>>

export function mediatorRoutes(house: PetitionHouse): AnyRoom {
  const keep = (type: MediatorCommandType) => (call: Bodied & { readonly params: { readonly mediator: string } }) =>
    answerMediator(house, type, call.params.mediator, call)
  const found = (type: CommitteeCommandType) => (call: Bodied & { readonly params: { readonly committee: string } }) =>
    answerCommittee(house, type, call.params.committee, call)
  return room<RosterRefusal>({
    name: 'mediator',
    title: { zh: '调解员名册', en: 'Mediators' },
    statusOf: statusOfRosterRefusal,
    explain: (refusal) => explainRoster(refusal as RosterRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listMediators, (call) => answerList(house, call)),
      route(wire.readMediator, (call) => answerOne(house, call)),
      route(wire.chooseMediators, (call) => answerChoice(house, call)),
      ...choosingRoutes(house),
      route(wire.enterMediator, (call) => answerMediator(house, 'EnterMediator', null, call)),
      route(wire.reviseMediator, keep('ReviseMediator')),
      route(wire.renewMediator, keep('RenewMediator')),
      route(wire.trainMediator, keep('RecordTraining')),
      route(wire.reprimandMediator, keep('ReprimandMediator')),
      route(wire.suspendMediator, keep('SuspendMediator')),
      route(wire.resumeMediator, keep('ResumeMediator')),
      route(wire.endMediator, keep('EndMediator')),
      route(wire.listCommittees, (call) => answerCommittees(house, call)),
      route(wire.foundCommittee, (call) => answerCommittee(house, 'FoundCommittee', null, call)),
      route(wire.reviseCommittee, found('ReviseCommittee')),
      route(wire.electCommittee, found('ElectCommittee')),
      route(wire.endCommittee, found('EndCommittee')),
    ],
  })
}

async function answerList(house: PetitionHouse, { viewer, query }: Call<typeof wire.listMediators>) {
  const { cursor, ...filter } = query
  const { items, next } = await queries.listMediators(house, viewer, { ...filter, after: cursor })
  const keepsRoster = keepsMediators(house.directory, viewer.organ)
  return ok({ items: items.map((listed) => mediatorRow(listed, viewer.organ, house)), next, keepsRoster })
}

async function answerOne(house: PetitionHouse, { viewer, params, answer }: Call<typeof wire.readMediator>) {
  const { mediator } = params
  const [listed, state, history, texts] = await Promise.all([
    queries.listedMediator(house, viewer, mediator),
    queries.knownMediator(house, mediator, viewer),
    queries.mediatorHistory(house, mediator, viewer),
    queries.textsOf(house, viewer, [mediatorStream(mediator)]),
  ])
  if (listed === null || state === null) return err({ kind: 'no-such-mediator' } as const)
  answer.etag(state.version)
  const row = mediatorRow(listed, viewer.organ, house)
  return ok(mediatorView(row, { state, history, texts, actor: staffActorOf(viewer) }, house))
}

async function answerChoice(house: PetitionHouse, { viewer, query }: Call<typeof wire.chooseMediators>) {
  const { place, category = null } = query
  const items = await queries.mediatorsFor(house, viewer, { region: place, category })
  return ok({ items: items.map((one) => toChooseView(one, house)) })
}

async function answerCommittees(house: PetitionHouse, { viewer, query }: Call<typeof wire.listCommittees>) {
  const { cursor, ...filter } = query
  const { items, next } = await queries.listCommittees(house, viewer, { ...filter, after: cursor })
  const keepsRoster = keepsMediators(house.directory, viewer.organ)
  return ok({ items: items.map((listed) => committeeView(listed, staffActorOf(viewer), house)), next, keepsRoster })
}

type Bodied = Omit<CommandCall<unknown>, 'params'>

const commandingOf = <Type>(type: Type, id: string | null, call: Bodied) => ({ id, type, ...askedBy('roster', call) })

function doneOf(
  call: Bodied,
  done: Result<RosterDone, RosterRefusal | EngineRefusal>,
): Result<RosterDone, RosterRefusal | WireRefusal> {
  if (!done.ok) return err(done.error as RosterRefusal | WireRefusal)
  call.answer.etag(done.value.version)
  return done
}

async function answerMediator(
  house: PetitionHouse,
  type: MediatorCommandType,
  id: string | null,
  call: Bodied,
): Answer<{ mediator: string; version: number }> {
  const done = doneOf(call, await commandMediator(house, commandingOf(type, id, call)))
  return done.ok ? ok({ mediator: done.value.id, version: done.value.version }) : done
}

async function answerCommittee(
  house: PetitionHouse,
  type: CommitteeCommandType,
  id: string | null,
  call: Bodied,
): Answer<{ committee: string; version: number }> {
  const done = doneOf(call, await commandCommittee(house, commandingOf(type, id, call)))
  return done.ok ? ok({ committee: done.value.id, version: done.value.version }) : done
}

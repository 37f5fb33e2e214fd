/** HTTP for the pilots: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { categoryInWords, type PlaceNames, placeNames } from '../../prevention/warnings/places.ts'
import type { TaskHouse } from '../../tasks/house.ts'
import { beginPilot, commandPilot, type PilotCommanding, type PilotDone } from './commanding.ts'
import * as wire from './contract.ts'
import { measuredEffect } from './counting.ts'
import { decide, refusalToBegin } from './decide.ts'
import type { Effect } from './effect.ts'
import type { Pilot, PilotRefusal } from './pilot.ts'
import { knownPilot, listPilots, type Staff, textsOf } from './queries.ts'
import { idOf, streamOf } from './room.ts'
import { explainPilot, statusOfPilotRefusal } from './wording.ts'

export function pilotRoutes(house: TaskHouse): AnyRoom {
  const act = (type: PilotCommanding['type']) => (call: CommandCall<{ readonly pilot: string }>) =>
    carryOut(house, type, call)
  return room<PilotRefusal>({
    name: 'pilot',
    title: { zh: '试点', en: 'Pilots' },
    statusOf: statusOfPilotRefusal,
    explain: (refusal) => explainPilot(refusal as PilotRefusal),
    routes: [
      route(wire.listPilots, (call) => answerList(house, call)),
      route(wire.beginPilot, (call) => answerBeginning(house, call)),
      route(wire.readPilot, (call) => answerRead(house, call)),
      route(wire.spreadPilot, act('SpreadPilot')),
      route(wire.dropPilot, act('DropPilot')),
    ],
  })
}

const placeRef = (code: string, nameOf: PlaceNames) => ({ code, ...nameOf(code) })
const kindRef = (code: string | null) => (code === null ? null : { code, ...categoryInWords(code) })
const refusalView = (refusal: PilotRefusal | null) => refusal && { kind: refusal.kind, ...explainPilot(refusal) }

async function answerList(house: TaskHouse, { viewer }: Call<typeof wire.listPilots>) {
  const nameOf = placeNames(house)
  const pilots = await listPilots(house, viewer)
  return ok({
    items: pilots.map(({ stream, category, place, ...row }) => ({
      ...{ pilot: idOf(stream), ...row, category: kindRef(category), place: placeRef(place, nameOf) },
    })),
    refusal: refusalView(refusalToBegin(staffActorOf(viewer), { organs: house.directory })),
    place: placeRef(house.directory.find(viewer.organ)?.region ?? '00', nameOf),
  })
}

async function answerRead(house: TaskHouse, { viewer, params, answer }: Call<typeof wire.readPilot>) {
  const stream = streamOf(params.pilot)
  const pilot = await knownPilot(house, stream, viewer)
  if (pilot === null) return err({ kind: 'no-such-pilot' } as const)
  const [texts, effect] = await Promise.all([
    textsOf(house, viewer, stream),
    pilot.ended?.effect ?? measuredEffect(house, pilot),
  ])
  const said = ({ ref }: Sealed): string => texts.get(ref) ?? ''
  const { version, stage, name, what, category, place, from, until, begunOn, steps, ended } = pilot
  answer.etag(version)
  return ok({
    ...{ pilot: params.pilot, version, stage, name: said(name), what: said(what), from, until, begunOn, effect },
    ...{ category: kindRef(category), place: placeRef(place, placeNames(house)) },
    steps: steps.map(({ key, organ, what: task, due }) => ({
      key,
      organ: organRef(house, organ),
      what: said(task),
      due,
    })),
    ended: ended && { on: ended.on, reason: said(ended.reason) },
    refusal: refusalView(refusalToEndNow(house, pilot, effect, viewer)),
  })
}

const organRef = ({ directory }: TaskHouse, id: OrganId) => ({ id, ...directory.nameOf(id) })
const something: Sealed = { ref: 'probe', commitment: 'probe' }

/** Tried on the decider, so that no page repeats a rule. */
function refusalToEndNow(house: TaskHouse, pilot: Pilot, effect: Effect, viewer: Staff): PilotRefusal | null {
  const command = {
    type: 'DropPilot',
    reason: something,
    effect,
    on: house.today(),
    actor: staffActorOf(viewer),
  } as const
  const decision = decide(pilot, command, { organs: house.directory })
  return decision.ok ? null : decision.error
}

async function answerBeginning(house: TaskHouse, { viewer, body, idempotency, answer }: Call<typeof wire.beginPilot>) {
  const done = await beginPilot(house, { body, viewer, ...idempotencyOf('pilot', viewer, idempotency) })
  if (done.ok) answer.etag(done.value.version)
  return doneOf(done)
}

async function carryOut(
  house: TaskHouse,
  type: PilotCommanding['type'],
  call: CommandCall<{ readonly pilot: string }>,
) {
  const done = await commandPilot(house, { stream: streamOf(call.params.pilot), type, ...askedBy('pilot', call) })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}

function doneOf(done: Result<PilotDone, PilotRefusal | EngineRefusal>) {
  if (!done.ok) return err(done.error as PilotRefusal | WireRefusal)
  const { stream, version, pilot } = done.value
  return ok({ pilot: idOf(stream), version, stage: pilot.stage })
}

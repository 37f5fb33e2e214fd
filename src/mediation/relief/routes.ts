/** HTTP for relief: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { keyedActorIn } from '../../identity/actor.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { openTo } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import type { OutgoingFile } from '../../platform/http/endpoint.ts'
import {
  commandRelief,
  type ReliefCommanding,
  type Relieved,
  type RelievingRefusal,
  tellOfRelief,
} from './commanding.ts'
import * as wire from './contract.ts'
import { decide } from './decide.ts'
import type { ReliefHouse } from './house.ts'
import { keepingOf, petitionFor } from './looking.ts'
import { type Petitioner, readRelief, reliefOf, type Staff } from './queries.ts'
import type { ReliefRefusal, ReliefStage } from './relief.ts'
import { idOf, streamOf } from './room.ts'
import { refusalView, reliefView } from './view.ts'
import { explainReliefRefusal, statusOfReliefRefusal } from './wording.ts'
import { worldFor } from './world.ts'

type Done = { readonly relief: string; readonly version: number; readonly stage: ReliefStage }
const noSuch = { kind: 'no-such-relief' } as const

export function reliefRoutes(house: ReliefHouse): AnyRoom {
  const act =
    (type: ReliefCommanding['type']) => (call: CommandCall<{ readonly relief: string }, Staff | Petitioner>) =>
      carryOut(house, type, call)
  return room<ReliefRefusal>({
    name: 'relief',
    title: { zh: '帮扶救助', en: 'Help in hardship' },
    statusOf: statusOfReliefRefusal,
    explain: (refusal) => explainReliefRefusal(refusal as ReliefRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.reliefOfPetition, (call) => answerOfPetition(house, call)),
      route(wire.readRelief, (call) => answerRead(house, call)),
      route(wire.readReliefMaterial, (call) => answerMaterial(house, call)),
      route(wire.tellOfRelief, (call) => answerTelling(house, call)),
      route(wire.recordAnswer, act('AnswerRelief')),
      route(wire.recordHelp, act('RecordReliefHelp')),
      route(wire.handOn, act('HandReliefOn')),
      route(wire.recordOutcome, act('RecordReliefOutcome')),
      route(wire.ownRelief, (call) => answerOwn(house, call)),
      route(wire.ownAnswer, act('AnswerRelief')),
      route(wire.ownOutcome, act('RecordReliefOutcome')),
    ],
  })
}

async function answerOfPetition(house: ReliefHouse, { viewer, query }: Call<typeof wire.reliefOfPetition>) {
  const petition = await petitionFor(house, query.petition, viewer)
  if (petition === null) return err(noSuch)
  const [read, refusal] = await Promise.all([
    reliefOf(house, viewer, query.petition),
    refusalToTell(house, query.petition, viewer),
  ])
  return ok({
    items: read.map((one) => reliefView(one, true, house)),
    tell: { refusal: refusalView(refusal, house.directory) },
    people: petition.people.map(({ ref }) => ref),
  })
}

/** Tried on the decider with what is most likely to be accepted. */
async function refusalToTell(house: ReliefHouse, number: string, viewer: Staff): Promise<ReliefRefusal | null> {
  const petition = await petitionFor(house, number, viewer)
  if (petition === null) return noSuch
  const beginning = { petition: number, person: 'p1', guide: viewer.organ, ...(await keepingOf(house, petition)) }
  const command = {
    ...({ type: 'ExplainRelief', kind: 'social', telling: 'byWord' } as const),
    ...{ explanation: { ref: 'probe', commitment: 'probe' }, beginning },
    ...{ on: house.today(), actor: await keyedActorIn(house, viewer, null) },
  }
  const decision = decide(null, command, worldFor(house, viewer.organ))
  return decision.ok ? null : decision.error
}

async function answerRead(house: ReliefHouse, { viewer, params, answer }: Call<typeof wire.readRelief>) {
  const read = await readRelief(house, streamOf(params.relief), viewer)
  if (!read) return err(noSuch)
  const opened = await openTo(house, viewer, [read.relief.petition])
  answer.etag(read.relief.version)
  return ok(reliefView(read, opened.has(read.relief.petition), house))
}

async function answerMaterial(
  house: ReliefHouse,
  { viewer, params }: Call<typeof wire.readReliefMaterial>,
): Promise<Result<OutgoingFile, ReliefRefusal>> {
  const read = await readRelief(house, streamOf(params.relief), viewer)
  if (!read) return err(noSuch)
  const materials = read.relief.answers.flatMap((answered) => answered.materials)
  const material = materials.find(({ ref }) => ref === params.ref)
  const opened = material && (await house.files.open(material.file))
  if (!material || !opened) return err({ kind: 'material-not-there' })
  const name = read.texts.get(material.name.ref) ?? material.ref
  return ok({ stream: opened.stream, name, type: material.mediaType, lengthBytes: opened.bytes })
}

async function answerTelling(house: ReliefHouse, call: Call<typeof wire.tellOfRelief>) {
  const { body, viewer } = call
  return doneOf(await tellOfRelief(house, { body, viewer, ...idempotencyOf('relief', viewer, call.idempotency) }))
}

function doneOf(done: Result<Relieved, RelievingRefusal | EngineRefusal>): Result<Done, ReliefRefusal | WireRefusal> {
  if (!done.ok) return err(done.error as ReliefRefusal | WireRefusal)
  const { stream, version, relief } = done.value
  return ok({ relief: idOf(stream), version, stage: relief.stage })
}

async function carryOut(
  house: ReliefHouse,
  type: ReliefCommanding['type'],
  call: CommandCall<{ readonly relief: string }, Staff | Petitioner>,
) {
  const done = await commandRelief(house, {
    ...{ stream: streamOf(call.params.relief), type },
    ...askedBy('relief', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}

async function answerOwn(house: ReliefHouse, { viewer }: Call<typeof wire.ownRelief>) {
  const read = await reliefOf(house, viewer, viewer.petition)
  return ok({ items: read.map((one) => reliefView(one, true, house)) })
}

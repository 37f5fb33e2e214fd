/** HTTP for the calls for suggestions: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { askedBy, type CommandCall } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import type { CallCommandType, CallRefusal, CallStage } from './call.ts'
import { type Commanded, commandCall } from './commanding.ts'
import * as wire from './contract.ts'
import type { CallHouse } from './house.ts'
import * as queries from './queries.ts'
import { idOf, streamOf } from './room.ts'
import { callView, publicView, rowView } from './view.ts'
import { explainCall, statusOfCallRefusal } from './wording.ts'

type Done = { readonly call: string; readonly version: number; readonly stage: CallStage }
type Answer<T> = Promise<Result<T, CallRefusal | WireRefusal>>

export function callRoutes(house: CallHouse): AnyRoom {
  const act = (type: CallCommandType) => (call: CommandCall<{ readonly call: string }>) =>
    carryOut(house, type, streamOf(call.params.call), call)
  return room<CallRefusal>({
    name: 'call',
    title: { zh: '人民建议征集', en: 'Calls for suggestions' },
    statusOf: statusOfCallRefusal,
    explain: (refusal) => explainCall(refusal as CallRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listCalls, (call) => answerPublished(house, call)),
      route(wire.readPublicCall, (call) => answerPublic(house, call)),
      route(wire.listOwnCalls, (call) => answerOwn(house, call)),
      route(wire.readOwnCall, (call) => answerOne(house, call)),
      route(wire.draftCall, (call) => carryOut(house, 'DraftCall', null, call)),
      route(wire.editCall, act('EditCall')),
      route(wire.submitCall, act('SubmitCall')),
      route(wire.publishCall, act('PublishCall')),
      route(wire.returnCall, act('ReturnCall')),
      route(wire.prolongCall, act('ProlongCall')),
      route(wire.closeCall, act('CloseCall')),
      route(wire.withdrawCall, act('WithdrawCall')),
    ],
  })
}

type Cursor = readonly [string, string] | undefined
const afterOf = (cursor: Cursor) => (cursor ? { day: cursor[0], stream: cursor[1] } : null)

const pageOf = (house: CallHouse, { items, next }: queries.Found) => ({
  items: items.map((listed) => rowView(listed, house)),
  next: next && wire.callCursor.write([next.day as never, next.stream]),
})

async function answerPublished(house: CallHouse, { viewer, query }: Call<typeof wire.listCalls>) {
  const { list, cursor, limit } = query
  const found = await queries.listPublished(house, viewer, { isOpen: list === 'open', after: afterOf(cursor), limit })
  return ok(pageOf(house, found))
}

/** What is not published nobody reads here, not even whoever drafted it. */
async function answerPublic(house: CallHouse, { viewer, params }: Call<typeof wire.readPublicCall>) {
  const read = await queries.readCall(house, viewer, streamOf(params.call))
  return read?.publishedOn ? ok(publicView(read, house)) : err({ kind: 'no-such-call' } as const)
}

async function answerOwn(house: CallHouse, { viewer, query }: Call<typeof wire.listOwnCalls>) {
  return ok(pageOf(house, await queries.listOwn(house, viewer, { after: afterOf(query.cursor), limit: query.limit })))
}

async function answerOne(house: CallHouse, { viewer, params, answer }: Call<typeof wire.readOwnCall>) {
  const stream = streamOf(params.call)
  const [known, read, counts, texts] = await Promise.all([
    queries.knownCall(house, stream, viewer),
    queries.readCall(house, viewer, stream),
    queries.countsOf(house, stream),
    queries.textsOf(house, viewer, stream),
  ])
  if (known === null || read === null) return err({ kind: 'no-such-call' } as const)
  answer.etag(known.call.version)
  return ok(callView(read, known, { actor: staffActorOf(viewer), counts, texts }, house))
}

type Bodied = Omit<CommandCall<unknown>, 'params'>

async function carryOut(house: CallHouse, type: CallCommandType, stream: string | null, call: Bodied): Answer<Done> {
  const done = await commandCall(house, { stream, type, ...askedBy('call', call) })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}

function doneOf(done: Result<Commanded, CallRefusal | EngineRefusal>): Result<Done, CallRefusal | WireRefusal> {
  if (!done.ok) return err(done.error as CallRefusal | WireRefusal)
  const { stream, version, call } = done.value
  return ok({ call: idOf(stream), version, stage: call.stage })
}

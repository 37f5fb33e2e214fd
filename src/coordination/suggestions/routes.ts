/** HTTP for the suggestions: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { answeringActorOf } from '../../identity/actor.ts'
import { askedBy, type CommandCall } from '../../identity/asking.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { rowsOf } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { readCall } from '../calls/queries.ts'
import { idOf as idOfCall, streamOf as streamOfCall } from '../calls/room.ts'
import { type Commanded, commandSuggestion, type SuggestionCommanding } from './commanding.ts'
import * as wire from './contract.ts'
import type { SuggestionHouse } from './house.ts'
import { lookAtPetition } from './looking.ts'
import * as queries from './queries.ts'
import { rewardsAt } from './rewarding.ts'
import { idOf, streamOf, streamOfPetition } from './room.ts'
import type { SuggestionRefusal, SuggestionStage } from './suggestion.ts'
import { organRef, ownView, rowView, suggestionView } from './view.ts'
import { explainSuggestion, statusOfSuggestionRefusal } from './wording.ts'

type Done = { readonly suggestion: string; readonly version: number; readonly stage: SuggestionStage }
type Answer<T> = Promise<Result<T, SuggestionRefusal | WireRefusal>>

export function suggestionRoutes(house: SuggestionHouse): AnyRoom {
  const act = (type: SuggestionCommanding['type']) => (call: CommandCall<{ readonly suggestion: string }>) =>
    carryOut(house, type, call)
  return room<SuggestionRefusal>({
    name: 'suggestion',
    title: { zh: '人民建议', en: 'Suggestions' },
    statusOf: statusOfSuggestionRefusal,
    explain: (refusal) => explainSuggestion(refusal as SuggestionRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listSuggestions, (call) => answerList(house, call)),
      route(wire.suggestionOf, (call) => answerOf(house, call)),
      route(wire.readSuggestion, (call) => answerRead(house, call)),
      route(wire.ownSuggestion, (call) => answerOwn(house, call)),
      route(wire.listChanges, (call) => answerChanges(house, call)),
      route(wire.assignStudy, act('AssignStudy')),
      route(wire.carryOut, act('CarryOut')),
      route(wire.proposeReward, act('ProposeReward')),
      route(wire.approveReward, act('ApproveReward')),
      route(wire.refuseReward, act('RefuseReward')),
      route(wire.giveReward, act('GiveReward')),
      route(wire.draftChange, act('DraftChange')),
      route(wire.publishChange, act('PublishChange')),
      route(wire.takeBackChange, act('TakeBackChange')),
    ],
  })
}

async function answerList(house: SuggestionHouse, { viewer, query }: Call<typeof wire.listSuggestions>) {
  const { call, stage = null, waits, cursor, limit } = query
  const after = cursor ? { day: cursor[0], stream: cursor[1] } : null
  const on = call === undefined ? null : streamOfCall(call)
  const { items, next } = await queries.listSuggestions(house, viewer, { call: on, stage, waits, after, limit })
  const rows = await rowsOf(
    house,
    viewer,
    items.map(({ petition }) => petition),
  )
  return ok({
    items: items.map((listed) => rowView(listed, rows.get(listed.petition))),
    next: next && wire.suggestionCursor.write([next.day as never, next.stream]),
  })
}

async function answerOf(house: SuggestionHouse, { viewer, query }: Call<typeof wire.suggestionOf>) {
  const stream = streamOfPetition(query.petition)
  const read = await queries.readSuggestion(house, viewer, stream)
  return ok({ suggestion: read === null || read.suggestion.ending === 'reclassified' ? null : idOf(stream) })
}

async function answerRead(house: SuggestionHouse, { viewer, params, answer }: Call<typeof wire.readSuggestion>) {
  const read = await queries.readSuggestion(house, viewer, streamOf(params.suggestion))
  const looked = read && (await lookAtPetition(house, read.suggestion.petition))
  if (!read || !looked) return err({ kind: 'no-such-suggestion' } as const)
  const { petition, call } = read.suggestion
  const [rows, called, actor] = await Promise.all([
    rowsOf(house, viewer, [petition]),
    call === null ? null : readCall(house, viewer, call),
    answeringActorOf(house, viewer),
  ])
  answer.etag(read.suggestion.version)
  const trying = {
    actor,
    looked,
    on: house.today(),
    world: { organs: house.directory, rewards: rewardsAt(house, looked.registrar) },
  }
  const title = rows.get(petition)?.title ?? ''
  return ok(suggestionView(read, { title, callTitle: called?.title ?? '', trying }, house))
}

async function answerOwn(house: SuggestionHouse, { viewer }: Call<typeof wire.ownSuggestion>) {
  const read = await queries.readSuggestion(house, viewer, streamOfPetition(viewer.petition satisfies PetitionNumber))
  if (read === null || read.suggestion.ending === 'reclassified') return ok({ suggestion: null })
  const looked = await lookAtPetition(house, read.suggestion.petition)
  return ok({ suggestion: ownView(read, looked ? rewardsAt(house, looked.registrar) : {}, house) })
}

async function answerChanges(house: SuggestionHouse, { query }: Call<typeof wire.listChanges>) {
  const { call, cursor, limit } = query
  const on = call === undefined ? null : streamOfCall(call)
  const { items, next } = await queries.listChanges(house, { call: on, after: cursor ?? null, limit })
  return ok({
    items: items.map(({ change, call: of, organ, title, text, publishedOn }) => ({
      ...{ change, call: of && idOfCall(of), organ: organRef(house, organ), title, text, publishedOn },
    })),
    next: next && wire.changeCursor.write([next[0] as never, next[1]]),
  })
}

async function carryOut(
  house: SuggestionHouse,
  type: SuggestionCommanding['type'],
  call: CommandCall<{ readonly suggestion: string }>,
): Answer<Done> {
  const done = await commandSuggestion(house, {
    ...{ stream: streamOf(call.params.suggestion), type },
    ...askedBy('suggestion', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}

function doneOf(
  done: Result<Commanded, SuggestionRefusal | EngineRefusal>,
): Result<Done, SuggestionRefusal | WireRefusal> {
  if (!done.ok) return err(done.error as SuggestionRefusal | WireRefusal)
  const { stream, version, suggestion } = done.value
  return ok({ suggestion: idOf(stream), version, stage: suggestion.stage })
}

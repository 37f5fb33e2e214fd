/** HTTP for owned cases: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Petition } from '../../petition/petition.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import type { OutgoingFile } from '../../platform/http/endpoint.ts'
import type { IdempotencyKey } from '../../platform/http/idempotency.ts'
import { actorOf, commandOwnership, type Owned, type OwnershipCommanding, proposeOwnership } from './commanding.ts'
import * as wire from './contract.ts'
import { decide } from './decide.ts'
import type { OwnershipHouse } from './house.ts'
import { beginningOf, petitionFor } from './looking.ts'
import { noSuch, ownOwnership } from './own.ts'
import type { OwnershipRefusal, OwnershipStage } from './ownership.ts'
import { ownersFor, peopleFor } from './preparing.ts'
import * as queries from './queries.ts'
import { petitionOfStream, streamOf } from './room.ts'
import { stepsStanding } from './steps.ts'
import { accountsIn, nextDutyOf, organRef, ownershipView, refusalView, rowView } from './view.ts'
import { explainOwnership, statusOfOwnershipRefusal } from './wording.ts'
import { worldAt, worldOf } from './world.ts'

type Answer<T> = Promise<Result<T, OwnershipRefusal | WireRefusal>>
type Done = { readonly petition: string; readonly version: number; readonly stage: OwnershipStage }

export function ownershipRoutes(house: OwnershipHouse): AnyRoom {
  const act = (type: OwnershipCommanding['type']) => (call: CommandCall<{ readonly petition: PetitionNumber }>) =>
    carryOut(house, type, call)
  return room<OwnershipRefusal>({
    name: 'ownership',
    title: { zh: '领导包案', en: 'Owned cases' },
    statusOf: statusOfOwnershipRefusal,
    explain: (refusal) => explainOwnership(refusal as OwnershipRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listOwnerships, (call) => answerList(house, call)),
      route(wire.readLoads, (call) => answerLoads(house, call)),
      route(wire.proposeOwnership, (call) => answerProposing(house, call)),
      route(wire.readOwnership, (call) => answerRead(house, call)),
      route(wire.prepareOwner, (call) => answerOwners(house, call)),
      route(wire.preparePeople, (call) => answerPeople(house, call)),
      route(wire.ownershipOfPetition, (call) => answerOfPetition(house, call)),
      route(wire.assignOwner, act('AssignOwner')),
      route(wire.replaceOwner, act('ReplaceOwner')),
      route(wire.dropOwnership, act('DropOwnership')),
      route(wire.recordPlan, act('RecordPlan')),
      route(wire.addStep, act('AddStep')),
      route(wire.withdrawStep, act('WithdrawStep')),
      route(wire.recordMeeting, act('RecordMeeting')),
      route(wire.offerHelp, act('OfferHelp')),
      route(wire.answerHelp, act('AnswerHelp')),
      route(wire.extendOwnership, act('ExtendOwnership')),
      route(wire.recordResult, act('RecordResult')),
      route(wire.recordView, act('RecordView')),
      route(wire.recordAsking, act('RecordAsking')),
      route(wire.closeOwnership, act('CloseOwnership')),
      route(wire.decideOnAnotherOwner, act('DecideOnAnotherOwner')),
      route(wire.readSignedView, (call) => answerMaterial(house, call)),
      route(wire.ownOwnership, ({ viewer }) => ownOwnership(house, viewer)),
      route(wire.giveView, (call) => answerOwn(house, 'GiveView', call)),
      route(wire.askForAnotherOwner, (call) => answerOwn(house, 'AskForAnotherOwner', call)),
    ],
  })
}

async function answerList(house: OwnershipHouse, { viewer, query }: Call<typeof wire.listOwnerships>) {
  const after = query.cursor ? { day: query.cursor[0], stream: query.cursor[1] } : null
  const { whose, shelf, limit, owner = null } = query
  const [{ items, next }, counts] = await Promise.all([
    queries.listOwnerships(house, viewer, { whose, shelf, owner, after, limit }),
    queries.countOwnerships(house, viewer),
  ])
  const names = await house.staffNames([...new Set(items.flatMap(({ owner: one }) => one?.account ?? []))])
  return ok({
    items: items.map((row) => rowView(row, names, house)),
    next: next && wire.ownershipCursor.write([next.day as never, next.stream]),
    counts: counts.map((count) => ({ ...count })),
  })
}

async function answerLoads(house: OwnershipHouse, { viewer }: Call<typeof wire.readLoads>) {
  const loads = await queries.ownerLoads(house, viewer)
  const names = await house.staffNames(loads.map(({ account }) => account))
  return ok({
    items: loads.map(({ organ, account, ...load }) => ({
      ...{ organ: organRef(house.directory, organ), account, name: names.get(account) ?? account },
      ...load,
    })),
  })
}

async function answerRead(house: OwnershipHouse, { viewer, params, answer }: Call<typeof wire.readOwnership>) {
  const stream = streamOf(params.petition)
  const read = await queries.readOwnership(house, stream, viewer)
  if (!read) return noSuch
  const { ownership, answersTo } = read
  const [names, seen, standing] = await Promise.all([
    house.staffNames(accountsIn(ownership)),
    petitionFor(house, params.petition, viewer),
    stepsStanding(house, stream),
  ])
  answer.etag(ownership.version)
  const beside = { viewer, actor: actorOf(viewer, answersTo), names, isOpenToYou: seen !== null, ...standing }
  return ok(ownershipView(read, { ...beside, world: worldOf(ownership, house) }, house))
}

async function answerOwners(house: OwnershipHouse, { viewer, params }: Call<typeof wire.prepareOwner>) {
  const owners = await ownersFor(house, params.petition, viewer)
  return owners === null ? noSuch : ok({ owners })
}

async function answerPeople(house: OwnershipHouse, { viewer, params, query }: Call<typeof wire.preparePeople>) {
  const people = await peopleFor(house, params.petition, query.organ, viewer)
  return people === null ? noSuch : ok({ people })
}

async function answerOfPetition(house: OwnershipHouse, { viewer, params }: Call<typeof wire.ownershipOfPetition>) {
  const petition = await petitionFor(house, params.number, viewer)
  if (petition === null) return noSuch
  const known = await queries.knownOwnership(house, streamOf(params.number), viewer)
  const refusal = await refusalToPropose(house, { number: params.number, petition, known }, viewer)
  const propose = { allowed: refusal === null, refusal: refusalView(refusal, house.directory) }
  if (known === null) return ok({ ownership: null, propose })
  const { stage, owner, due, grounds } = known.ownership
  const names = await house.staffNames(owner ? [owner.account] : [])
  return ok({
    ownership: {
      ...{ stage, due, nextDuty: nextDutyOf(known.ownership, house.today()) },
      owner: owner && {
        ...{ organ: organRef(house.directory, owner.organ), account: owner.account },
        name: names.get(owner.account) ?? owner.account,
      },
      grounds: [...new Set(grounds.map(({ for: each }) => each))],
    },
    propose,
  })
}

const something = { ref: 'probe', commitment: 'probe' }

interface Proposable {
  readonly number: string
  readonly petition: Petition
  /** The case that there is already, where the viewer may know of it. */
  readonly known: queries.KnownOwnership | null
}

async function refusalToPropose(
  house: OwnershipHouse,
  { number, petition, known }: Proposable,
  viewer: queries.Staff,
): Promise<OwnershipRefusal | null> {
  const beginning = await beginningOf(house, number, petition)
  if (!beginning) return { kind: 'no-such-ownership' }
  const there = known?.ownership ?? (await queries.ownershipOfHouse(house, streamOf(number)))
  if (there && !known) return { kind: 'owned-already', petition: number }
  const command = {
    ...({ type: 'ProposeOwnership', beginning, for: ['byHand'], reason: something } as const),
    ...{ on: house.today(), actor: actorOf(viewer, known?.answersTo ?? []) },
  }
  const decision = decide(there, command, there ? worldOf(there, house) : worldAt(beginning.keeper, house))
  return decision.ok ? null : decision.error
}

async function answerProposing(house: OwnershipHouse, call: Call<typeof wire.proposeOwnership>): Answer<Done> {
  const { body, viewer, idempotency } = call
  const { petition, reason } = body
  return doneOf(
    await proposeOwnership(house, {
      petition,
      for: ['byHand'],
      reason,
      viewer,
      ...idempotencyOf('ownership', viewer, idempotency),
    }),
  )
}

function doneOf(owned: Result<Owned, OwnershipRefusal | EngineRefusal>) {
  if (!owned.ok) return err(owned.error as OwnershipRefusal | WireRefusal)
  const { stream, version, ownership } = owned.value
  return ok({ petition: petitionOfStream(stream), version, stage: ownership.stage })
}

async function carryOut(
  house: OwnershipHouse,
  type: OwnershipCommanding['type'],
  call: CommandCall<{ readonly petition: PetitionNumber }>,
): Answer<Done> {
  const done = await commandOwnership(house, {
    ...{ stream: streamOf(call.params.petition), type },
    ...askedBy('ownership', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}

interface OwnCall {
  readonly body: object
  readonly viewer: queries.Petitioner
  readonly idempotency: IdempotencyKey | null
}

async function answerOwn(
  house: OwnershipHouse,
  type: 'GiveView' | 'AskForAnotherOwner',
  { body, viewer, idempotency }: OwnCall,
): Answer<{ readonly stage: OwnershipStage }> {
  const stream = streamOf(viewer.petition)
  const done = await commandOwnership(house, {
    stream,
    type,
    body,
    viewer,
    ...idempotencyOf('ownership', viewer, idempotency),
  })
  return done.ok ? ok({ stage: done.value.ownership.stage }) : err(done.error as OwnershipRefusal | WireRefusal)
}

async function answerMaterial(
  house: OwnershipHouse,
  { viewer, params }: Call<typeof wire.readSignedView>,
): Promise<Result<OutgoingFile, OwnershipRefusal>> {
  const read = await queries.readOwnership(house, streamOf(params.petition), viewer)
  if (!read) return err({ kind: 'no-such-ownership' })
  const material = read.ownership.views.flatMap(({ materials }) => materials).find(({ ref }) => ref === params.ref)
  const opened = material && (await house.files.open(material.file))
  if (!material || !opened) return err({ kind: 'material-not-there' })
  const name = read.texts.get(material.name.ref) ?? material.ref
  return ok({ stream: opened.stream, name, type: material.mediaType, lengthBytes: opened.bytes })
}

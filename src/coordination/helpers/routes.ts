/** HTTP for helpers: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { actorIn } from '../../identity/actor.ts'
import { idempotencyOf } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { streamOf as mediationStream } from '../../mediation/mediations/room.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import type { IdempotencyKey } from '../../platform/http/idempotency.ts'
import { streamOf as screeningStream } from '../../prevention/screening/room.ts'
import { commandEngagement, commandHelper, type EngagementDone, type HelperDone } from './commanding.ts'
import * as wire from './contract.ts'
import type { EngagementActor, EngagementCommandType } from './engagement.ts'
import type { HelperCommandType } from './helper.ts'
import { inviteHelper } from './inviting.ts'
import { inviteToMediation, inviteToScreening } from './inviting-beside.ts'
import * as queries from './queries.ts'
import { engagementStream } from './room.ts'
import { engagementView, helperView, helpingView } from './view.ts'
import { explainHelping, type HelpingRefusal, statusOfHelpingRefusal } from './wording.ts'

type Answer<T> = Promise<Result<T, HelpingRefusal | WireRefusal>>
const wired = <T>(done: Result<T, HelpingRefusal | EngineRefusal>): Result<T, HelpingRefusal | WireRefusal> =>
  done.ok ? done : err(done.error as HelpingRefusal | WireRefusal)

const refused = (refusal: HelpingRefusal | EngineRefusal) => err(refusal as HelpingRefusal | WireRefusal)

export function helperRoutes(house: PetitionHouse): AnyRoom {
  const keep = (type: HelperCommandType) => (call: KeepingCall) => answerKeep(house, type, call)
  const act = (type: EngagementCommandType) => (call: StaffCall) => answerAct(house, type, call)
  return room<HelpingRefusal>({
    name: 'helper',
    title: { zh: '协助力量', en: 'Helpers' },
    statusOf: statusOfHelpingRefusal,
    explain: (refusal) => explainHelping(refusal as HelpingRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listHelpers, (call) => answerList(house, call)),
      route(wire.enterHelper, (call) => answerKeep(house, 'EnterHelper', { ...call, params: { helper: null } })),
      route(wire.reviseHelper, keep('ReviseHelper')),
      route(wire.suspendHelper, keep('SuspendHelper')),
      route(wire.resumeHelper, keep('ResumeHelper')),
      route(wire.endHelper, keep('EndHelper')),
      route(wire.listEngagements, (call) => answerEngagements(house, call)),
      route(wire.countEngagements, (call) => answerCounts(house, call)),
      route(wire.engagementsOfPetition, (call) => answerOfPetition(house, call)),
      route(wire.inviteHelper, (call) => answerInvite(house, call)),
      route(wire.engagementsOfScreening, (call) => answerOfScreening(house, call)),
      route(wire.inviteToScreening, (call) => answerInviteToScreening(house, call)),
      route(wire.engagementsOfMediation, (call) => answerOfMediation(house, call)),
      route(wire.inviteToMediation, (call) => answerInviteToMediation(house, call)),
      route(wire.recordConsent, act('AnswerConsent')),
      route(wire.issueHelperKey, (call) => answerKey(house, call)),
      route(wire.recordHelp, act('RecordHelp')),
      route(wire.endEngagement, act('EndEngagement')),
      route(wire.ownEngagements, (call) => answerOwn(house, call)),
      route(wire.answerConsent, (call) => answerConsent(house, call)),
      route(wire.endOwnEngagement, (call) => answerLeave(house, call)),
      route(wire.readHelping, (call) => answerHelping(house, call)),
      route(wire.answerInvitation, (call) => actAsHelper(house, 'AnswerInvitation', call)),
      route(wire.recordOwnHelp, (call) => actAsHelper(house, 'RecordHelp', call)),
      route(wire.endOwnHelp, (call) => actAsHelper(house, 'EndEngagement', call)),
    ],
  })
}

async function answerList(house: PetitionHouse, { viewer, query }: Call<typeof wire.listHelpers>) {
  const { cursor, ...filter } = query
  const { items, next } = await queries.listHelpers(house, viewer, { ...filter, after: cursor })
  const keepsRoster = ['bureau', 'conference'].includes(house.directory.find(viewer.organ)?.kind ?? '')
  return ok({ items: items.map((read) => helperView(read, viewer.organ, house)), next, keepsRoster })
}

interface KeepingCall {
  readonly params: { readonly helper: string | null }
  readonly body: object
  readonly viewer: queries.Staff
  readonly idempotency: IdempotencyKey | null
}

async function answerKeep(house: PetitionHouse, type: HelperCommandType, call: KeepingCall): Answer<HelperDone> {
  const { params, body, viewer, idempotency } = call
  const given = { helper: params.helper, type, body, viewer, ...idempotencyOf('helper', viewer, idempotency) }
  return wired(await commandHelper(house, given))
}

async function answerEngagements(house: PetitionHouse, { viewer, query }: Call<typeof wire.listEngagements>) {
  const after = query.cursor ? { day: query.cursor[0], id: query.cursor[1] } : null
  const { items, next } = await queries.engagementsOfOrgan(house, viewer, {
    ...{ isOpen: query.open === 'true', after, limit: query.limit },
  })
  return ok({
    items: items.map((read) => engagementView(read, house)),
    next: next && wire.engagementCursor.write([next.day as never, next.id]),
  })
}

async function answerCounts(house: PetitionHouse, { viewer, query }: Call<typeof wire.countEngagements>) {
  const items = await queries.countEngagements(house, viewer, query.year)
  return ok({ items: items.map((row) => ({ ...row }) as never) })
}

async function answerOfPetition(house: PetitionHouse, { viewer, params }: Call<typeof wire.engagementsOfPetition>) {
  const items = await queries.engagementsOf(house, viewer, 'petition', params.number)
  return ok({ items: items.map((read) => engagementView(read, house)) })
}

async function answerInvite(house: PetitionHouse, call: Call<typeof wire.inviteHelper>): Answer<EngagementDone> {
  const { viewer, params, body, idempotency } = call
  const inviting = { ...body, number: params.number, viewer, ...idempotencyOf('helper', viewer, idempotency) }
  return wired(await inviteHelper(house, inviting))
}

async function answerOfScreening(house: PetitionHouse, { viewer, params }: Call<typeof wire.engagementsOfScreening>) {
  const items = await queries.engagementsOf(house, viewer, 'screening', screeningStream(params.screening))
  return ok({ items: items.map((read) => engagementView(read, house)) })
}

async function answerInviteToScreening(
  house: PetitionHouse,
  { viewer, params, body, idempotency }: Call<typeof wire.inviteToScreening>,
): Answer<EngagementDone> {
  const asking = { ...body, ...params, viewer, ...idempotencyOf('helper', viewer, idempotency) }
  return wired(await inviteToScreening(house, asking))
}

async function answerOfMediation(house: PetitionHouse, { viewer, params }: Call<typeof wire.engagementsOfMediation>) {
  const items = await queries.engagementsOf(house, viewer, 'mediation', mediationStream(params.mediation))
  return ok({ items: items.map((read) => engagementView(read, house)) })
}

async function answerInviteToMediation(
  house: PetitionHouse,
  { viewer, params, body, idempotency }: Call<typeof wire.inviteToMediation>,
): Answer<EngagementDone> {
  const asking = { ...body, ...params, viewer, ...idempotencyOf('helper', viewer, idempotency) }
  return wired(await inviteToMediation(house, asking))
}

interface StaffCall {
  readonly params: { readonly engagement: string }
  readonly body: object
  readonly viewer: queries.Staff
}

async function answerAct(
  house: PetitionHouse,
  type: EngagementCommandType,
  { params, body, viewer }: StaffCall,
): Answer<EngagementDone> {
  const read = await queries.readEngagement(house, params.engagement, viewer)
  if (!read) return err({ kind: 'no-such-engagement' })
  const actor = await actorIn(house, viewer, read.state)
  const given = { engagement: params.engagement, type, body, viewer, actor, sealedOn: read.state.invitedOn }
  return wired(await commandEngagement(house, given))
}

/** Shown once, to whoever hands it to the helper; only its digest stays. */
async function answerKey(house: PetitionHouse, { params, viewer }: Call<typeof wire.issueHelperKey>) {
  const { engagement } = params
  const read = await queries.readEngagement(house, engagement, viewer)
  if (!read) return err({ kind: 'no-such-engagement' } as const)
  const { key, digest } = house.petitionerKey(`${engagementStream(engagement)} ${read.state.keysIssued + 1}`)
  const actor = await actorIn(house, viewer, read.state)
  const done = await commandEngagement(house, {
    ...{ engagement, type: 'IssueHelperKey', body: {}, viewer, actor, sealedOn: read.state.invitedOn },
    beside: { engagement_key: [{ digest }] },
  })
  return done.ok ? ok({ engagement, version: done.value.version, key }) : refused(done.error)
}

async function answerOwn(house: PetitionHouse, { viewer }: Call<typeof wire.ownEngagements>) {
  const items = await queries.engagementsOf(house, viewer, 'petition', viewer.petition)
  return ok({ items: items.map((read) => engagementView(read, house)) })
}

async function asPetitioner(
  house: PetitionHouse,
  { params, viewer }: { params: { engagement: string }; viewer: queries.Petitioner },
  type: EngagementCommandType,
  body: object,
): Answer<EngagementDone> {
  const read = await queries.readEngagement(house, params.engagement, viewer)
  if (!read) return err({ kind: 'no-such-engagement' })
  const actor: EngagementActor = { kind: 'petitioner', person: viewer.person }
  const given = { engagement: params.engagement, type, body, viewer, actor, sealedOn: read.state.invitedOn }
  return wired(await commandEngagement(house, given))
}

const answerConsent = (house: PetitionHouse, call: Call<typeof wire.answerConsent>) =>
  asPetitioner(house, call, 'AnswerConsent', { person: call.viewer.person, consents: call.body.consents, signed: null })

const answerLeave = (house: PetitionHouse, call: Call<typeof wire.endOwnEngagement>) =>
  asPetitioner(house, call, 'EndEngagement', { reason: null })

async function answerHelping(house: PetitionHouse, { body }: Call<typeof wire.readHelping>) {
  const read = await queries.readByKey(house, body.engagement, body.key)
  return read ? ok(helpingView(read, house)) : err({ kind: 'no-such-engagement' } as const)
}

interface HeldCall {
  readonly body: { readonly engagement: string; readonly key: string }
}

/** A helper has no session: the key is checked, and the house writes what they said. */
async function actAsHelper(house: PetitionHouse, type: EngagementCommandType, { body: held }: HeldCall) {
  const { engagement, key, ...body } = held
  const read = await queries.readByKey(house, engagement, key)
  if (!read) return err({ kind: 'no-such-engagement' } as const)
  const done = await commandEngagement(house, {
    ...{ engagement, type, body, sealedOn: read.state.invitedOn },
    ...{ viewer: { kind: 'system', task: 'helper' }, actor: { kind: 'helper' } },
  })
  if (!done.ok) return refused(done.error)
  const after = await queries.readByKey(house, engagement, key)
  return after ? ok(helpingView(after, house)) : err({ kind: 'no-such-engagement' } as const)
}

/** HTTP for the referrals: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { keyedActorIn } from '../../identity/actor.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { basisInWords } from '../../law/basis.ts'
import { ruleOf } from '../../law/cn-2022/referrals.ts'
import { referralWays } from '../../law/referrals.ts'
import { openTo } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import type { OutgoingFile } from '../../platform/http/endpoint.ts'
import { referralTerms } from '../../wording/referral-terms.ts'
import {
  commandReferral,
  explainReferral,
  type ReferralCommanding,
  type Referred,
  type ReferringRefusal,
} from './commanding.ts'
import * as wire from './contract.ts'
import { decide } from './decide.ts'
import type { ReferralHouse } from './house.ts'
import { keepingOf, petitionFor } from './looking.ts'
import { countReferrals, listReferrals, type Petitioner, readReferral, referralsOf, type Staff } from './queries.ts'
import type { ReferralRefusal, ReferralStage } from './referral.ts'
import { idOf, streamOf } from './room.ts'
import { lineView, referralView, refusalView } from './view.ts'
import { explainReferralRefusal, statusOfReferralRefusal } from './wording.ts'
import { worldFor } from './world.ts'

type Done = { readonly referral: string; readonly version: number; readonly stage: ReferralStage }
const noSuch = { kind: 'no-such-referral' } as const

export function referralRoutes(house: ReferralHouse): AnyRoom {
  const act =
    (type: ReferralCommanding['type']) => (call: CommandCall<{ readonly referral: string }, Staff | Petitioner>) =>
      carryOut(house, type, call)
  return room<ReferralRefusal>({
    name: 'referral',
    title: { zh: '法定途径引导', en: 'Other ways of the law' },
    statusOf: statusOfReferralRefusal,
    explain: (refusal) => explainReferralRefusal(refusal as ReferralRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listReferrals, (call) => answerList(house, call)),
      route(wire.referralsOfPetition, (call) => answerOfPetition(house, call)),
      route(wire.readReferral, (call) => answerRead(house, call)),
      route(wire.readReferralMaterial, (call) => answerMaterial(house, call)),
      route(wire.explainReferral, (call) => answerExplaining(house, call)),
      route(wire.recordApplication, act('RecordApplication')),
      route(wire.shareReferral, act('ShareReferral')),
      route(wire.askCorrection, act('AskCorrection')),
      route(wire.recordCorrection, act('RecordCorrection')),
      route(wire.recordAcceptance, act('RecordAcceptance')),
      route(wire.recordRefusal, act('RecordRefusal')),
      route(wire.recordMediation, act('RecordMediation')),
      route(wire.prolongReferral, act('ProlongReferral')),
      route(wire.recordOutcome, act('RecordOutcome')),
      route(wire.noteDay, act('NoteDay')),
      route(wire.closeReferral, act('CloseReferral')),
      route(wire.ownReferrals, (call) => answerOwn(house, call)),
      route(wire.ownReferralMaterial, (call) => answerMaterial(house, call)),
      route(wire.ownApplication, act('RecordApplication')),
      route(wire.ownSharing, act('ShareReferral')),
      route(wire.ownAskedCorrection, act('AskCorrection')),
      route(wire.ownCorrection, act('RecordCorrection')),
      route(wire.ownAcceptance, act('RecordAcceptance')),
      route(wire.ownRefusal, act('RecordRefusal')),
      route(wire.ownMediation, act('RecordMediation')),
      route(wire.ownProlonging, act('ProlongReferral')),
      route(wire.ownOutcome, act('RecordOutcome')),
      route(wire.ownDay, act('NoteDay')),
      route(wire.ownEnding, act('CloseReferral')),
    ],
  })
}

async function answerList(house: ReferralHouse, { viewer, query }: Call<typeof wire.listReferrals>) {
  const after = query.cursor ? { day: query.cursor[0], stream: query.cursor[1] } : null
  const [{ items, next }, counts] = await Promise.all([
    listReferrals(house, viewer, { shelf: query.shelf, after, limit: query.limit }),
    countReferrals(house, viewer),
  ])
  const opened = await openTo(
    house,
    viewer,
    items.flatMap(({ petition }) => petition ?? []),
  )
  return ok({
    items: items.map((row) =>
      lineView(row, { isOpenToYou: opened.has(row.petition ?? ''), reader: viewer.organ }, house),
    ),
    next: next && wire.referralCursor.write([next.day as never, next.stream]),
    counts: { ...counts },
  })
}

async function answerOfPetition(house: ReferralHouse, { viewer, query }: Call<typeof wire.referralsOfPetition>) {
  const petition = await petitionFor(house, query.petition, viewer)
  if (petition === null) return err(noSuch)
  const [rows, refusal] = await Promise.all([
    referralsOf(house, viewer, query.petition),
    refusalToExplain(house, query.petition, viewer),
  ])
  return ok({
    items: rows.map((row) => lineView(row, { isOpenToYou: true, reader: viewer.organ }, house)),
    explain: { refusal: refusalView(refusal, house.directory) },
    people: petition.people.map(({ ref }) => ref),
    ways: referralWays.map((way) => ({
      ...{ way, ...referralTerms.referralWay[way], basis: basisInWords(ruleOf(way).basis) },
      mayComeFirst: ruleOf(way).limits.sueAfterRefusal !== undefined,
    })),
  })
}

const something = { ref: 'probe', commitment: 'probe' }

/** Tried on the decider with what is most likely to be accepted. */
async function refusalToExplain(house: ReferralHouse, number: string, viewer: Staff): Promise<ReferralRefusal | null> {
  const petition = await petitionFor(house, number, viewer)
  if (petition === null) return noSuch
  const beginning = {
    petition: number,
    visit: null,
    person: 'p1',
    guide: viewer.organ,
    ...(await keepingOf(house, petition)),
  }
  const to = { organ: null, name: something }
  const command = {
    ...({
      type: 'ExplainReferral',
      way: 'civilLitigation',
      explanation: something,
      knownOn: null,
      first: null,
    } as const),
    ...{ beginning, to, has: true, on: house.today(), actor: await keyedActorIn(house, viewer, null) },
  }
  const decision = decide(null, command, worldFor(house, viewer.organ))
  return decision.ok ? null : decision.error
}

async function answerRead(house: ReferralHouse, { viewer, params, answer }: Call<typeof wire.readReferral>) {
  const read = await readReferral(house, streamOf(params.referral), viewer)
  if (!read) return err(noSuch)
  const { petition, version } = read.referral
  const isOpenToYou = petition !== null && (await openTo(house, viewer, [petition])).has(petition)
  answer.etag(version)
  return ok(referralView(read, isOpenToYou, house))
}

async function answerMaterial(
  house: ReferralHouse,
  { viewer, params }: Call<typeof wire.readReferralMaterial> | Call<typeof wire.ownReferralMaterial>,
): Promise<Result<OutgoingFile, ReferralRefusal>> {
  const read = await readReferral(house, streamOf(params.referral), viewer)
  if (!read) return err(noSuch)
  const { application, outcome } = read.referral
  const materials = [...(application?.materials ?? []), ...(outcome?.materials ?? [])]
  const material = materials.find(({ ref }) => ref === params.ref)
  const opened = material && (await house.files.open(material.file))
  if (!material || !opened) return err({ kind: 'material-not-there' })
  const name = read.texts.get(material.name.ref) ?? material.ref
  return ok({ stream: opened.stream, name, type: material.mediaType, lengthBytes: opened.bytes })
}

async function answerExplaining(house: ReferralHouse, call: Call<typeof wire.explainReferral>) {
  const { body, viewer } = call
  return doneOf(await explainReferral(house, { body, viewer, ...idempotencyOf('referral', viewer, call.idempotency) }))
}

function doneOf(done: Result<Referred, ReferringRefusal | EngineRefusal>): Result<Done, ReferralRefusal | WireRefusal> {
  if (!done.ok) return err(done.error as ReferralRefusal | WireRefusal)
  const { stream, version, referral } = done.value
  return ok({ referral: idOf(stream), version, stage: referral.stage })
}

async function carryOut(
  house: ReferralHouse,
  type: ReferralCommanding['type'],
  call: CommandCall<{ readonly referral: string }, Staff | Petitioner>,
) {
  const done = await commandReferral(house, {
    ...{ stream: streamOf(call.params.referral), type },
    ...askedBy('referral', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}

async function answerOwn(house: ReferralHouse, { viewer }: Call<typeof wire.ownReferrals>) {
  const rows = await referralsOf(house, viewer, viewer.petition)
  const read = await Promise.all(rows.map(({ stream }) => readReferral(house, stream, viewer)))
  return ok({ items: read.flatMap((one) => (one === null ? [] : [referralView(one, true, house)])) })
}

/** HTTP for a centre's window: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { askedBy, idempotencyOf } from '../../identity/asking.ts'
import { readKey } from '../../kernel/petitioner-key.ts'
import { err, ok } from '../../kernel/result.ts'
import { basisInWords } from '../../law/basis.ts'
import { openTo } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { intakeTerms } from '../../wording/intake-terms.ts'
import { notSuableInWords, plainProcedures, windowInWords } from '../../wording/plain/procedures.ts'
import { countReferrals, heldReferral } from '../referrals/queries.ts'
import { referralView } from '../referrals/view.ts'
import { leadOn, takeIn } from './commanding.ts'
import * as wire from './contract.ts'
import { centreWork } from './day.ts'
import { decide } from './decide.ts'
import type { IntakeHouse } from './house.ts'
import type { IntakeRefusal } from './intake.ts'
import { mediationOffered, waysBeside } from './offering.ts'
import { countIntakes, heldIntake, listIntakes, readIntake, type Staff, visitOf } from './queries.ts'
import { idOf, streamOf } from './room.ts'
import { petitionOf } from './tables.ts'
import * as view from './view.ts'
import { explainIntake, statusOfIntakeRefusal } from './wording.ts'

const noSuch = { kind: 'no-such-intake' } as const
const refused = (refusal: IntakeRefusal | EngineRefusal) => err(refusal as IntakeRefusal | WireRefusal)

export function intakeRoutes(house: IntakeHouse): AnyRoom {
  return room<IntakeRefusal>({
    name: 'intake',
    title: { zh: '一窗受理', en: 'The window of a centre' },
    statusOf: statusOfIntakeRefusal,
    explain: (refusal) => explainIntake(refusal as IntakeRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.centreDay, (call) => answerDay(house, call)),
      route(wire.listIntakes, (call) => answerList(house, call)),
      route(wire.readIntake, (call) => answerRead(house, call)),
      route(wire.takeIn, (call) => answerTaking(house, call)),
      route(wire.leadOn, (call) => answerLeading(house, call)),
      route(wire.visitOf, (call) => answerOf(house, call)),
      route(wire.offerFor, (call) => answerOffer(house, call)),
      route(wire.heldIntake, (call) => answerHeld(house, call)),
    ],
  })
}

async function answerDay(house: IntakeHouse, { viewer }: Call<typeof wire.centreDay>) {
  const [{ waiting, ledToday }, referrals, work] = await Promise.all([
    countIntakes(house, viewer),
    countReferrals(house, viewer),
    centreWork(house, viewer),
  ])
  return ok({
    ...{
      today: house.today(),
      centre: view.organRef(house, viewer.organ),
      waiting,
      ledToday,
      referrals: { ...referrals },
      ...work,
    },
    takes: { refusal: view.refusalView(refusalToTake(house, viewer), house) },
  })
}

const something = { ref: 'probe', commitment: 'probe' }

/** Tried on the decider with what is most likely to be accepted. */
function refusalToTake(house: IntakeHouse, viewer: Staff): IntakeRefusal | null {
  const taken = {
    ...({
      centre: viewer.organ,
      reference: '',
      way: 'window',
      name: something,
      phone: null,
      about: something,
    } as const),
    ...{ place: '00', category: 'other', concerned: 1 },
  }
  const actor = staffActorOf(viewer)
  const decision = decide(null, { type: 'TakeIn', on: house.today(), actor, taken }, { organs: house.directory })
  return decision.ok ? null : decision.error
}

async function answerList(house: IntakeHouse, { viewer, query }: Call<typeof wire.listIntakes>) {
  const after = query.cursor ? { day: query.cursor[0], stream: query.cursor[1] } : null
  const { items, next } = await listIntakes(house, viewer, { stage: query.stage, after, limit: query.limit })
  return ok({
    items: items.map(view.rowView),
    next: next && wire.intakeCursor.write([next.day as never, next.stream]),
  })
}

async function answerRead(house: IntakeHouse, { viewer, params, answer }: Call<typeof wire.readIntake>) {
  const read = await readIntake(house, streamOf(params.intake), viewer)
  if (!read) return err(noSuch)
  const petition = petitionOf(read.intake)
  const opened = petition === null ? new Set<string>() : await openTo(house, viewer, [petition])
  answer.etag(read.intake.version)
  return ok(view.intakeView(read, { showsPetition: petition !== null && opened.has(petition) }, house))
}

async function answerTaking(house: IntakeHouse, { body, viewer, idempotency }: Call<typeof wire.takeIn>) {
  const taken = await takeIn(house, { body, viewer, ...idempotencyOf('intake', viewer, idempotency) })
  if (!taken.ok) return refused(taken.error)
  const { stream, key, intake } = taken.value
  return ok({ intake: idOf(stream), key, takenOn: intake.takenOn })
}

async function answerLeading(house: IntakeHouse, call: Call<typeof wire.leadOn>) {
  const led = await leadOn(house, { stream: streamOf(call.params.intake), ...askedBy('intake', call) })
  if (!led.ok) return refused(led.error)
  const { stream, version, intake } = led.value
  call.answer.etag(version)
  return ok({ intake: idOf(stream), version, stage: intake.stage })
}

async function answerOffer(house: IntakeHouse, { viewer, query }: Call<typeof wire.offerFor>) {
  const { category, between } = query
  const { otherProcedures } = view.lawAt(house, viewer.organ)
  return ok({
    kinds: mediationOffered(category, between).map(({ kind, why, basis }) => ({
      ...{ kind, ...intakeTerms.offeredKind[kind], why: intakeTerms.offeredWhy[why], basis: basisInWords(basis) },
    })),
    ways: waysBeside(otherProcedures, category, between).flatMap((procedure) => {
      const row = otherProcedures[procedure]
      const { name, says } = plainProcedures[procedure]
      return row === undefined ? [] : [{ procedure, name, says, limits: windowInWords(name, row) }]
    }),
    notSuable: notSuableInWords,
  })
}

async function answerHeld(house: IntakeHouse, { body }: Call<typeof wire.heldIntake>) {
  const key = readKey(body.key)
  const read = key.is === 'key' ? await heldIntake(house, body.reference, key.key) : null
  if (read === null) return err(noSuch)
  const streams = read.intake.leads.flatMap(({ referral }) => referral ?? [])
  const followed = await Promise.all(streams.map((stream) => heldReferral(house, stream, read.stream)))
  const referrals = new Map(
    followed.flatMap((one) => (one === null ? [] : [[one.stream, referralView(one, false, house)] as const])),
  )
  return ok(view.heldView(read, referrals, house))
}

async function answerOf(house: IntakeHouse, { viewer, query }: Call<typeof wire.visitOf>) {
  return ok({ intake: await visitOf(house, viewer, query.began) })
}

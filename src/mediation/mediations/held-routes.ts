/** HTTP for what a party does with their own key, and a petitioner with that of the petition. */
import type { Idempotency } from '../../engine/room.ts'
import { readKey } from '../../kernel/petitioner-key.ts'
import { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { actionsOf } from '../../petition/actions.ts'
import { commandPetition } from '../../petition/commanding.ts'
import { readPetition } from '../../petition/reading.ts'
import type { Call, WireRefusal } from '../../platform/http/call.ts'
import { askForMediation } from './begin.ts'
import { commandAsParty, type MediatingRefusal, type PartyCommanding } from './commanding.ts'
import { freeFrom, takeAnswers } from './following.ts'
import type * as wire from './held-contract.ts'
import { heldView } from './held-view.ts'
import type { MediationHouse } from './house.ts'
import type { MediationRefusal } from './mediation.ts'
import * as queries from './queries.ts'
import { assurancesToPetitioner } from './remedies.ts'
import { streamOf } from './room.ts'
import { organRef } from './view.ts'

type Does = Call<typeof wire.actAsParty>['body']['does']
type Petitioner = Extract<Viewer, { kind: 'petitioner' }>
const nothing = { kind: 'no-such-mediation' } as const
const anyone = { kind: 'anyone' } as const

const mostCentres = 100

/** Nearest first: those of the place itself, then of what lies around it, then of what lies in it. */
export async function answerCentres({ directory }: MediationHouse, { query }: Call<typeof wire.listCentres>) {
  const place = query.region ?? ''
  const centres = [...directory.all()]
    .filter(({ kind, state }) => kind === 'mediationCentre' && state === 'active')
    .filter(({ region }) => region === '00' || region.startsWith(place) || place.startsWith(region))
    .sort((a, b) => distance(a.region, place) - distance(b.region, place) || (a.id < b.id ? -1 : 1))
    .slice(0, mostCentres)
  return ok({
    items: centres.map(({ id, region }) => ({ ...organRef(directory, id), region })),
    assurances: [...assurancesToPetitioner],
  })
}

/** What lies around a place is nearer than what lies in it, because whoever lives there can go to it. */
const distance = (region: string, place: string): number =>
  region === place ? 0 : place.startsWith(region) ? place.length - region.length : 20 + region.length - place.length

export async function answerAsking(
  house: MediationHouse,
  { body, idempotency: given }: Call<typeof wire.askForMediation>,
) {
  const { organ, kind, name, phone, other, what } = body
  const parties = [
    { role: 'applicant', name, phone } as const,
    { role: 'respondent', name: other.name, phone: other.phone } as const,
  ]
  const opening = { subject: { kind: 'walkIn' } as const, kind, organ, parties, what }
  const idempotency = { scope: 'mediation-request', key: given.key, requestDigest: given.digest }
  const opened = await askForMediation(house, anyone, opening, idempotency)
  if (!opened.ok) return err(opened.error as MediationRefusal | WireRefusal)
  const [own] = opened.value.keys
  if (!own) throw new Error('whoever asks has a key')
  return ok({ mediation: opened.value.id, reference: own.reference, key: own.key })
}

async function heldBy(house: MediationHouse, { reference, key }: { reference: string; key: string }) {
  const read = readKey(key)
  return read.is === 'key' ? queries.heldMediation(house, reference, read.key) : null
}

export async function answerLookUp(house: MediationHouse, { body }: Call<typeof wire.lookUpMediation>) {
  const held = await heldBy(house, body)
  return held === null ? err(nothing) : ok(heldView(await queries.readHeld(house, held), false, house))
}

export async function answerAct(house: MediationHouse, { body, idempotency: given }: Call<typeof wire.actAsParty>) {
  const held = await heldBy(house, body)
  if (held === null) return err(nothing)
  const scope = `mediation-act:${body.reference}`
  const idempotency = given && { scope, key: given.key, requestDigest: given.digest }
  const done = await carryOut(house, { held, does: body.does, viewer: anyone, idempotency })
  if (!done.ok) return err(done.error as MediationRefusal | WireRefusal)
  const again = await heldBy(house, body)
  return again === null ? err(nothing) : ok(heldView(await queries.readHeld(house, again), false, house))
}

interface Acting {
  readonly held: queries.HeldParty
  readonly does: Does
  readonly viewer: PartyCommanding['viewer']
  readonly idempotency: Idempotency | null
}

const carryOut = (house: MediationHouse, { held, does, viewer, idempotency }: Acting) =>
  commandAsParty(house, { held, viewer, ...commandOf(does, held.party), ...(idempotency ? { idempotency } : {}) })

function commandOf(does: Does, party: string): Pick<PartyCommanding, 'type' | 'body'> {
  switch (does.act) {
    case 'answer':
      return { type: 'AnswerAsParty', body: { party, to: does.to, ref: does.ref, agrees: does.agrees, signed: null } }
    case 'leave':
      return { type: 'AnswerAsParty', body: { party, to: 'mediation', ref: null, agrees: false, signed: null } }
    case 'openness':
      return { type: 'AskForOpenness', body: { party, open: does.open, signed: null } }
    case 'choose':
      return {
        type: 'NameMediator',
        body: { party, account: null, roster: does.roster, name: does.name, signed: null },
      }
    case 'performance':
      return {
        type: 'SayPerformance',
        body: { party, promise: does.promise, performance: does.performance, signed: null },
      }
    case 'confirmation':
      return { type: 'AskForConfirmation', body: { party, signed: null } }
  }
}

// ———— with the number and key of a petition

export async function answerOwn(house: MediationHouse, { viewer }: Call<typeof wire.listOwnMediations>) {
  const [held, maySettle] = await Promise.all([queries.ownMediations(house, viewer), settles(house, viewer)])
  const read = await Promise.all(held.map((one) => queries.readHeld(house, one)))
  return ok({ items: read.map((one) => heldView(one, maySettle, house)) })
}

/** Tried on the petition itself, which alone knows. */
async function settles(house: MediationHouse, viewer: Petitioner): Promise<boolean> {
  const read = await readPetition(house, viewer.petition, viewer)
  if (read === null) return false
  const actor = { kind: 'petitioner', person: viewer.person } as const
  return actionsOf(read.petition, actor, read.today, read.world).some(
    ({ type, refusal }) => type === 'Settle' && refusal === null,
  )
}

/** What lies sealed in the petition was read there with narrower limits than these. */
function proseOf(text: string): Prose | null {
  const read = Prose.read(text, { max: 4000, min: 1, part: 'identity' })
  return read.ok ? read.value : null
}

/** Whoever asks is the petitioner by their key; what they are called the petition has already. */
export async function answerAskingOwn(house: MediationHouse, call: Call<typeof wire.askFromPetition>) {
  const { body, viewer, idempotency: given } = call
  const { organ, kind, other, what } = body
  const read = await readPetition(house, viewer.petition, viewer)
  const own = read?.petition.people.find(({ ref }) => ref === viewer.person)
  const said = own && proseOf((own.name && read?.texts.get(own.name.ref)) ?? '信访人')
  if (!said) return err({ kind: 'petition-not-found', petition: viewer.petition } as const)
  const parties = [
    { role: 'applicant', name: said, phone: null, petitioner: viewer.person } as const,
    { role: 'respondent', name: other.name, phone: other.phone } as const,
  ]
  const opening = { subject: { kind: 'petition', number: viewer.petition } as const, kind, organ, parties, what }
  const scope = `mediation-request:${viewer.petition}:${viewer.person}`
  const idempotency = { scope, key: given.key, requestDigest: given.digest }
  const opened = await askForMediation(house, viewer, opening, idempotency)
  if (!opened.ok) return err(opened.error as MediationRefusal | WireRefusal)
  return ok({ mediation: opened.value.id })
}

export async function answerActOwn(house: MediationHouse, call: Call<typeof wire.actAsPetitioner>) {
  const { params, body, viewer, idempotency: given } = call
  const stream = streamOf(params.mediation)
  const held = await queries.ownMediation(house, stream, viewer)
  if (held === null) return err(nothing)
  const scope = `mediation-act:${viewer.petition}:${viewer.person}`
  const idempotency = given && { scope, key: given.key, requestDigest: given.digest }
  const done = await actOwn(house, { held, does: body.does, viewer, idempotency })
  if (!done.ok) return err(done.error as MediationRefusal | WireRefusal)
  const [again, maySettle] = await Promise.all([queries.ownMediation(house, stream, viewer), settles(house, viewer)])
  return again === null ? err(nothing) : ok(heldView(await queries.readHeld(house, again), maySettle, house))
}

const isOverThere = (refusal: string): boolean => refusal === 'wrong-stage' || refusal === 'no-mediation-open'

/** A yes to a proposal that stands in the petition is said there, and taken over at once. */
async function actOwn(
  house: MediationHouse,
  acting: Acting & { readonly viewer: Petitioner },
): Promise<Result<unknown, MediatingRefusal>> {
  const { held, does, viewer } = acting
  const { subject } = held.mediation
  const isThere = subject.kind === 'petition' && subject.ref !== null
  const isYes = does.act === 'answer' && does.to === 'mediation' && does.agrees
  if (!isThere || !isYes || subject.ref === null) return carryOut(house, acting)
  const answered = await commandPetition(house, {
    ...{ number: viewer.petition, type: 'AnswerMediation', viewer },
    body: { party: 'petitioner', consents: true, signed: null },
  })
  if (!answered.ok) {
    if (!isOverThere(answered.error.kind)) return err({ kind: 'not-asked', to: 'mediation' })
    // the proposal is over there, or the petition has gone on to another stage: then it is said here
    await freeFrom(house, viewer.petition, subject.ref)
    return carryOut(house, acting)
  }
  await takeAnswers(house, viewer.petition, { ref: subject.ref, agrees: true, person: viewer.person })
  return ok(null)
}

/** Every command to a mediation: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { lookAtEntry } from '../mediators/looking.ts'
import { decide } from './decide.ts'
import type { MediationHouse } from './house.ts'
import { lookAtMediator } from './looking.ts'
import type {
  Mediation,
  MediationActor,
  MediationCommand,
  MediationCommandType,
  MediationFact,
  MediationRefusal,
  MediationState,
  MediationWorld,
} from './mediation.ts'
import { hasKey } from './opening.ts'
import type { PartyBeginning } from './opening-words.ts'
import { keyRows, type PartyKey, partyKey } from './party-keys.ts'
import { type HeldParty, knownMediation, mediationOfHouse, type Staff } from './queries.ts'
import { mediationRoom } from './room.ts'
import { scopeOfMediation, scopeOfParty } from './scope.ts'
import { worldOf } from './world.ts'

export type MediatingRefusal = MediationRefusal | EngineRefusal

export interface Mediated {
  readonly stream: string
  readonly version: number
  readonly mediation: Mediation
}

/** Mediations that were opened in one month are sealed, and can be erased, together. */
export const retentionClass = 'mediation'

type LaterCommand = Exclude<MediationCommandType, 'OpenMediation'>

export interface MediationCommanding {
  readonly stream: string
  readonly type: LaterCommand
  readonly body: object
  readonly viewer: Staff | { readonly kind: 'system'; readonly task: string }
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A mediation that the viewer may not know of does not exist for them. */
export async function commandMediation(
  house: MediationHouse,
  { stream, type, body, viewer, expectedVersion, idempotency }: MediationCommanding,
): Promise<Result<Mediated, MediatingRefusal>> {
  const known = await before(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-mediation' })
  const { mediation, actor } = known
  const looked = await lookedFor(house, type, body, mediation)
  if (!looked.ok) return looked
  return carryOut(house, {
    ...{ stream, type, ...looked.value, viewer, actor, sealedOn: mediation.openedOn, isParty: false },
    ...{ world: worldOf(mediation, house), expected: expectedVersion ?? 'any', idempotency },
  })
}

async function before(house: MediationHouse, stream: string, viewer: MediationCommanding['viewer']) {
  if (viewer.kind === 'staff') {
    const known = await knownMediation(house, stream, viewer)
    return known && { mediation: known.mediation, actor: known.actor as MediationActor }
  }
  const mediation = await mediationOfHouse(house, stream)
  return mediation && { mediation, actor: { kind: 'house', task: viewer.task } as MediationActor }
}

/**
 * Of whoever is to mediate the house says itself where they work and whether the matter is about them; of whoever stands on the roster the name
 * and the account too, so that nobody is called by another's.
 */
async function lookedFor(
  house: MediationHouse,
  type: LaterCommand,
  body: object,
  mediation: Mediation,
): Promise<Result<{ readonly body: object; readonly beside: object }, MediatingRefusal>> {
  if (type !== 'NameMediator') return ok({ body, beside: {} })
  const { account: typed = null, roster } = body as { readonly account?: string | null; readonly roster: string | null }
  const entry = roster === null ? null : await lookAtEntry(house, roster)
  if (roster !== null && entry === null) return err({ kind: 'no-such-mediator', mediator: roster })
  const account = entry?.account ?? typed
  const looked = await lookAtMediator(house, account, mediation)
  if (account !== null && looked.organs.length === 0) return err({ kind: 'no-such-mediator', mediator: account })
  const organs = [...looked.organs, ...(entry?.organs ?? [])]
  return ok({
    body: entry ? { ...body, name: nameOn(entry.name) } : body,
    beside: { account, looked: { ...looked, organs } },
  })
}

/** As the roster has it: a name that was read once fits again. */
function nameOn(name: string): Prose {
  const read = Prose.read(name, { max: 200, min: 1, singleLine: true, part: 'identity' })
  if (!read.ok) throw new Error('a name of the roster that cannot be read')
  return read.value
}

export interface PartyCommanding {
  readonly held: HeldParty
  readonly type: LaterCommand
  readonly body: object
  /** Whoever holds the key of the petition, or anybody with a number and key of their own. */
  readonly viewer: Extract<Viewer, { kind: 'anyone' | 'petitioner' }>
  readonly idempotency?: Idempotency
}

/** What a party does themselves, having shown the key. */
export async function commandAsParty(
  house: MediationHouse,
  { held, type, body, viewer, idempotency }: PartyCommanding,
): Promise<Result<Mediated, MediatingRefusal>> {
  const { stream, mediation, party } = held
  const looked = await lookedFor(house, type, body, mediation)
  if (!looked.ok) return looked
  return carryOut(house, {
    ...{ stream, type, ...looked.value, viewer, actor: { kind: 'party', party }, sealedOn: mediation.openedOn },
    ...{ world: worldOf(mediation, house), expected: 'any', idempotency, isParty: true },
  })
}

/** Adds a party, with a number and key of their own where they have neither a petition nor an office. */
export async function addParty(
  house: MediationHouse,
  {
    stream,
    body,
    viewer,
    expectedVersion,
    idempotency,
  }: Omit<MediationCommanding, 'type' | 'viewer'> & { viewer: Staff },
): Promise<Result<Mediated & { readonly party: string; readonly key: PartyKey | null }, MediatingRefusal>> {
  const known = await knownMediation(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-mediation' })
  const { mediation, actor } = known
  const party = `p${mediation.parties.length + 1}`
  const { party: added } = body as { readonly party: Pick<PartyBeginning, 'organ' | 'petitioner'> }
  const key = hasKey(added) ? partyKey(house, stream, party) : null
  const done = await carryOut(house, {
    ...{ stream, type: 'AddParty', body, beside: {}, viewer, actor, sealedOn: mediation.openedOn, isParty: false },
    // the key is that of the next place: whoever comes between is told to look again
    ...{ world: worldOf(mediation, house), expected: expectedVersion ?? mediation.version, idempotency },
    keys: key === null ? [] : [key],
  })
  if (!done.ok) return done
  const at = done.value.mediation.parties.at(-1)?.ref ?? party
  return ok({ ...done.value, party: at, key: key === null ? null : partyKey(house, stream, at) })
}

export interface Carried {
  readonly stream: string
  readonly type: MediationCommandType
  readonly body: object
  /** What the house itself puts into the command; there is no prose in it. */
  readonly beside: object
  readonly actor: MediationActor
  readonly viewer: Viewer
  readonly sealedOn: Day
  readonly world: MediationWorld
  readonly expected: 'new' | number | 'any'
  readonly idempotency?: Idempotency | undefined
  /** Whether it is theirs who acts, by a key. */
  readonly isParty: boolean
  /** Of new parties. */
  readonly keys?: readonly PartyKey[]
}

export async function carryOut(house: MediationHouse, carried: Carried): Promise<Result<Mediated, MediatingRefusal>> {
  const { stream, type, body, beside, actor, viewer, sealedOn, world, expected, idempotency, isParty, keys } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...placed(type, sealed, beside), type, on: house.today(), actor } as unknown as MediationCommand
  const executed = await execute<MediationState, MediationFact, MediationRefusal>(poolsFor(house, viewer), {
    room: mediationRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    scope: (isParty ? scopeOfParty : scopeOfMediation)(viewer, house.today()),
    ...(keys && keys.length > 0 ? { beside: keyRows(stream, keys) } : {}),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-mediation' })
    : ok({ stream: executed.value.stream, version, mediation: state })
}

/** What the house found out about the matter stands in the beginning itself. */
const placed = (type: MediationCommandType, sealed: object, beside: object): object => {
  if (type !== 'OpenMediation') return { ...sealed, ...beside }
  const { beginning, ...rest } = beside as { readonly beginning: object }
  return { beginning: { ...(sealed as { beginning: object }).beginning, ...beginning }, ...rest }
}

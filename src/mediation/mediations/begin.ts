/**
 * How a mediation begins: at a desk, for a petition, for a dispute or for somebody who walks in; or by a party who asks for it. Of a petition
 * that its handler has in hand it begins from a proposal in the petition, made here where there is none yet.
 */
import { randomBytes } from 'node:crypto'
import type { Idempotency } from '../../engine/room.ts'
import { answeringActorOf } from '../../identity/actor.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { MediationKind } from '../../law/mediation.ts'
import { commandPetition } from '../../petition/commanding.ts'
import type { Petition } from '../../petition/petition.ts'
import { carryOut, type Mediated, type MediatingRefusal } from './commanding.ts'
import type { LookedSubject, MediationHouse } from './house.ts'
import { lookInto, type SubjectNamed } from './looking.ts'
import type { MediationSubject, PartyRole } from './opening-words.ts'
import { keysOf, type PartyKey } from './party-keys.ts'
import { isInMediation, type Staff } from './queries.ts'
import { streamOf } from './room.ts'
import { worldAt } from './world.ts'

export interface PartyTyped {
  readonly role: PartyRole
  readonly name: Prose
  readonly phone: Prose | null
  /** An organ of the house. */
  readonly organ?: OrganId | null
  /** Their reference in the petition: they act with its key. */
  readonly petitioner?: string | null
}

export interface Opening {
  readonly subject: SubjectNamed
  readonly kind: MediationKind
  /** The centre, committee or organ that is to hold it. */
  readonly organ: OrganId
  readonly parties: readonly PartyTyped[]
  readonly what: Prose
}

export interface Opened extends Mediated {
  /** As it stands in an address. */
  readonly id: string
  /** Shown once; of everybody who has neither a petition nor an office. */
  readonly keys: readonly Omit<PartyKey, 'digest'>[]
}

type Asker = Extract<Viewer, { kind: 'anyone' | 'petitioner' }>
const idBytes = 16

/** Opens a mediation. Where another organ than the viewer’s is to hold it, that one still takes it up. */
export function openMediation(
  house: MediationHouse,
  viewer: Staff,
  opening: Opening,
  idempotency?: Idempotency,
): Promise<Result<Opened, MediatingRefusal>> {
  return begin(house, viewer, opening, idempotency)
}

/** The same for a party who asks for it: the first party is whoever asks, and is willing by that. */
export function askForMediation(
  house: MediationHouse,
  viewer: Asker,
  opening: Opening,
  idempotency?: Idempotency,
): Promise<Result<Opened, MediatingRefusal>> {
  return begin(house, viewer, opening, idempotency)
}

async function begin(
  house: MediationHouse,
  viewer: Staff | Asker,
  opening: Opening,
  idempotency: Idempotency | undefined,
): Promise<Result<Opened, MediatingRefusal>> {
  const looked = await lookInto(house, opening.subject, viewer)
  if (!looked.ok) return looked
  const stranger = strangerAmong(opening, looked.value.petition)
  if (stranger !== undefined) return err({ kind: 'no-such-party', party: stranger })
  const { subject, isInMediation } = await subjectOf(house, viewer, opening, looked.value)
  return write(house, { viewer, opening, looked: looked.value, subject, isInMediation, idempotency })
}

/** Only petitioners of the petition act with its key. */
function strangerAmong({ parties }: Opening, petition: Petition | null): string | undefined {
  const known = petition?.people.map(({ ref }) => ref) ?? []
  return parties.flatMap(({ petitioner }) => petitioner ?? []).find((ref) => !known.includes(ref))
}

/**
 * 一事一调: a petition is in one mediation at a time. Where its handler brings it the petition says so too, because there its petitioner answers;
 * a petition that is at another stage knows nothing of it and loses nothing by that.
 */
async function subjectOf(
  house: MediationHouse,
  viewer: Staff | Asker,
  { subject, organ, what }: Opening,
  { petition }: LookedSubject,
): Promise<{ readonly subject: MediationSubject; readonly isInMediation: boolean }> {
  if (subject.kind !== 'petition' || petition === null)
    return { subject: subject as MediationSubject, isInMediation: false }
  const { number } = subject
  const of = (ref: string | null, isInMediation = false) =>
    ({ subject: { kind: 'petition', number, ref }, isInMediation }) as const
  // the same request sent again finds its own before anybody is refused
  if (await isInMediation(house, number)) return of(null, true)
  if (viewer.kind !== 'staff' || viewer.organ !== petition.holder || petition.class === 'accusation') return of(null)
  const proposed = petition.mediations.find(({ endedOn }) => endedOn === null)
  if (proposed) return of(proposed.ref)
  const mediator = Prose.read(house.directory.nameOf(organ).zh, { max: 4000, min: 1 })
  if (!mediator.ok) throw new Error('an organ without a name')
  const body = { mediator: mediator.value, about: what }
  const made = await commandPetition(house, { number, type: 'ProposeMediation', body, viewer })
  return of(made.ok ? (made.value.petition.mediations.at(-1)?.ref ?? null) : null)
}

interface Writing {
  readonly viewer: Staff | Asker
  readonly opening: Opening
  readonly looked: LookedSubject
  readonly subject: MediationSubject
  readonly isInMediation: boolean
  readonly idempotency: Idempotency | undefined
}

async function write(
  house: MediationHouse,
  { viewer, opening, looked, subject, isInMediation, idempotency }: Writing,
): Promise<Result<Opened, MediatingRefusal>> {
  const { kind, organ, what } = opening
  const stream = streamOf(randomBytes(idBytes).toString('base64url'))
  const parties = opening.parties.map(({ organ = null, petitioner = null, ...party }) => ({
    ...party,
    organ,
    petitioner,
  }))
  const { petition, shownTo, keptFrom, officials, recused } = looked
  const isStaff = viewer.kind === 'staff'
  const opener = isStaff && viewer.organ !== organ ? viewer.organ : null
  const beginning = { subject, kind, organ, opener, shownTo, keptFrom, officials, recused }
  const done = await carryOut(house, {
    ...{ stream, type: 'OpenMediation', body: { beginning: { parties, what } }, viewer },
    beside: { beginning, isAsked: !isStaff, isInMediation, petitionClass: petition?.class ?? null },
    actor: isStaff ? await answeringActorOf(house, viewer) : { kind: 'house', task: 'portal' },
    ...{ sealedOn: house.today(), world: worldAt(organ, house), expected: 'new', idempotency, isParty: !isStaff },
    keys: keysOf(house, stream, parties),
  })
  if (!done.ok) return done
  const { stream: kept, mediation } = done.value
  // whoever asks is shown their own alone
  const shown = keysOf(house, kept, mediation.parties).filter(({ party }) => isStaff || party === 'p1')
  return ok({ ...done.value, id: kept.slice(kept.indexOf(':') + 1), keys: shown.map(({ digest: _, ...key }) => key) })
}

/** Puts a petition or a topic under supervision; where somebody supervises it already, whoever asks joins them. */
import { randomBytes } from 'node:crypto'
import { fold, readHistory } from '../engine/history.ts'
import type { Idempotency } from '../engine/room.ts'
import { organsLedBy } from '../identity/account-tables.ts'
import { actorOf } from '../identity/actor.ts'
import { settingsOf } from '../identity/scope.ts'
import { err, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { partsOf } from '../petition/parts.ts'
import type { Fact, State } from '../petition/petition.ts'
import { petitionRoom } from '../petition/room.ts'
import { beginningOf, beginningOfTopic } from './beginning.ts'
import { above, besideOrder, carryOut, commandMatter, type Done, type MatterRefusal } from './commanding.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type { SupervisionHouse } from './house.ts'
import { streamOfMatter, streamOfSubject, supervisionRoom } from './room.ts'
import { petitionsInTopic, type TopicAsked } from './shared-plan.ts'
import type { Addressee, MatterBeginning, MatterState, Of, SupervisionFact, SupervisionRefusal } from './supervision.ts'
import { worldFor } from './world.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>
export type SubjectAsked =
  | { readonly kind: 'petition'; readonly number: string }
  | ({ readonly kind: 'topic' } & TopicAsked)

export interface Beginning {
  readonly subject: SubjectAsked
  /** The order, as it came over the wire. */
  readonly body: object & { readonly addressees: readonly Addressee[] }
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

export async function beginSupervision(
  house: SupervisionHouse,
  { subject, body, viewer, idempotency }: Beginning,
): Promise<Result<Done, MatterRefusal>> {
  const beginning = await beginningFor(house, subject, viewer)
  if (beginning === null) return err({ kind: 'no-such-matter' })
  const { subject: about } = beginning
  const stream =
    about.kind === 'topic' ? streamOfMatter(`topic-${randomBytes(16).toString('base64url')}`) : streamOfSubject(about)
  const beside = { ...(await besideOrder(house, body, beginning)), beginning, findings: [] }
  const answersTo = await above(house, viewer, beginning.officials.length > 0)
  const shared = { stream, type: 'OpenOrder', body, viewer, ...(idempotency ? { idempotency } : {}) } as const
  const made = await carryOut(house, { ...shared, beside, begun: beginning, answersTo, isNew: true })
  if (made.ok || made.error.kind !== 'stream-exists') return made
  const refusal = await join(house, stream, { ...body, ...beside } as unknown as Of<'OpenOrder'>, viewer, answersTo)
  return refusal ? err(refusal) : commandMatter(house, { ...shared, body: { ...body, findings: [] } })
}

/** Only where the order would be accepted: nobody gets to see a matter by trying. */
async function join(
  house: SupervisionHouse,
  stream: string,
  command: Of<'OpenOrder'>,
  viewer: Staff,
  answersTo: readonly string[],
): Promise<SupervisionRefusal | null> {
  const { facts } = await readHistory<SupervisionFact>(house.work, stream)
  const state = fold<MatterState, SupervisionFact>(
    supervisionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  if (state === null || state.supervisors.includes(viewer.organ)) return null
  const on = house.today()
  const joined = evolve(state, { type: 'SupervisorAdmitted', on, organ: viewer.organ })
  const world = worldFor(house, state.supervisors[0])
  const tried = decide(joined, { ...command, type: 'OpenOrder', on, actor: actorOf(viewer, answersTo) }, world)
  if (!tried.ok) return tried.error
  const admitted = await commandMatter(house, {
    ...{ stream, type: 'AdmitSupervisor', body: { organ: viewer.organ } },
    viewer: { kind: 'system', task: 'shared-plan' },
  })
  return admitted.ok ? null : (admitted.error as SupervisionRefusal)
}

async function beginningFor(
  house: SupervisionHouse,
  subject: SubjectAsked,
  viewer: Staff,
): Promise<MatterBeginning | null> {
  if (subject.kind === 'petition') return beginningOfPetition(house, subject.number, viewer)
  const { category, place, from, until } = subject
  const region = house.directory.find(viewer.organ)?.region ?? ''
  const petitions = await petitionsInTopic(house, subject, region)
  const topic = { kind: 'topic', category, place, from, until, petitions } as Parameters<typeof beginningOfTopic>[0]
  return beginningOfTopic(topic, viewer.organ, region)
}

/** A petition that the viewer does not see cannot be put under supervision by guessing its number. */
async function beginningOfPetition(
  house: SupervisionHouse,
  number: string,
  viewer: Staff,
): Promise<MatterBeginning | null> {
  const { facts } = await readHistory<Fact>(house.app, number, settingsOf(viewer, house.today()))
  const petition = fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  if (petition === null) return null
  const { officials } = partsOf(petition)
  const led = officials.length === 0 ? [] : await organsLedBy(house.work, officials, house.today())
  return beginningOf({ number, petition, led, supervisor: viewer.organ })
}

/** Every command to a proposal: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { answeringActorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { ProposalKind } from '../../law/proposals.ts'
import { decide } from './decide.ts'
import type { ProposalHouse } from './house.ts'
import { lookInto, type Written } from './linking.ts'
import type {
  Proposal,
  ProposalActor,
  ProposalCommand,
  ProposalCommandType,
  ProposalFact,
  ProposalRefusal,
  ProposalState,
  ProposalWorld,
} from './proposal.ts'
import { knownProposal, proposalOfHouse, type Staff } from './queries.ts'
import { proposalRoom, streamOf } from './room.ts'
import { scopeOfProposal } from './scope.ts'
import { worldAt, worldOf } from './world.ts'

export type ProposingRefusal = ProposalRefusal | EngineRefusal

/** A proposal as it was typed. */
export interface TypedText extends Written {
  readonly title: Prose
  readonly findings: Prose
  readonly points: readonly Prose[]
}

export interface Proposed {
  readonly stream: string
  readonly version: number
  readonly proposal: Proposal
}

const retentionClass = 'proposal'
const idBytes = 16

export interface Drafting {
  readonly kind: ProposalKind
  readonly text: TypedText
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

/** Begins a proposal: a stream of its own under a name that is drawn. */
export async function draftProposal(
  house: ProposalHouse,
  { kind, text, viewer, idempotency }: Drafting,
): Promise<Result<Proposed, ProposingRefusal>> {
  const looked = await lookInto(house, text, viewer)
  if (!looked.ok) return looked
  const stream = streamOf(randomBytes(idBytes).toString('base64url'))
  const beside = { kind, looked: looked.value }
  return carryOut(house, {
    ...{ stream, type: 'DraftProposal', body: { text }, beside, actor: await answeringActorOf(house, viewer), viewer },
    ...{ sealedOn: house.today(), world: worldAt(viewer.organ, house), expected: 'new', idempotency },
  })
}

export interface ProposalCommanding {
  readonly stream: string
  readonly type: Exclude<ProposalCommandType, 'DraftProposal'>
  readonly body: object
  readonly viewer: Staff | { readonly kind: 'system'; readonly task: string }
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A proposal that the viewer may not know of does not exist for them. */
export async function commandProposal(
  house: ProposalHouse,
  { stream, type, body, viewer, expectedVersion, idempotency }: ProposalCommanding,
): Promise<Result<Proposed, ProposingRefusal>> {
  const known = await before(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-proposal' })
  const { proposal, actor } = known
  const isEdit = type === 'EditProposal' && viewer.kind === 'staff'
  const looked = isEdit ? await lookInto(house, (body as { readonly text: Written }).text, viewer) : null
  if (looked && !looked.ok) return looked
  return carryOut(house, {
    ...{ stream, type, body, viewer, actor, sealedOn: proposal.draftedOn, world: worldOf(proposal, house) },
    ...{ beside: looked ? { looked: looked.value } : {}, expected: expectedVersion ?? 'any', idempotency },
  })
}

async function before(house: ProposalHouse, stream: string, viewer: ProposalCommanding['viewer']) {
  if (viewer.kind === 'staff') {
    const known = await knownProposal(house, stream, viewer)
    return known && { proposal: known.proposal, actor: known.actor as ProposalActor }
  }
  const proposal = await proposalOfHouse(house, stream)
  return proposal && { proposal, actor: { kind: 'house', task: viewer.task } as ProposalActor }
}

interface Carried {
  readonly stream: string
  readonly type: ProposalCommandType
  readonly body: object
  /** What the house itself puts into the command; there is no prose in it. */
  readonly beside: object
  readonly actor: ProposalActor
  readonly viewer: ProposalCommanding['viewer']
  readonly sealedOn: Day
  readonly world: ProposalWorld
  readonly expected: 'new' | number | 'any'
  readonly idempotency: Idempotency | undefined
}

async function carryOut(house: ProposalHouse, carried: Carried): Promise<Result<Proposed, ProposingRefusal>> {
  const { stream, type, body, beside, actor, viewer, sealedOn, world, expected, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, ...beside, type, on: house.today(), actor } as unknown as ProposalCommand
  const executed = await execute<ProposalState, ProposalFact, ProposalRefusal>(poolsFor(house, viewer), {
    room: proposalRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    scope: scopeOfProposal(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-proposal' })
    : ok({ stream: executed.value.stream, version, proposal: state })
}

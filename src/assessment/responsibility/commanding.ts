/** Writes down who answers for what, and that it has ended: names are sealed here, the decider decides. */
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { actorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor, settingsOf } from '../../identity/scope.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { looksOver } from './area.ts'
import { decide } from './decide.ts'
import type { ResponsibilityHouse } from './house.ts'
import { standingOf } from './queries.ts'
import {
  type OrganResponsibility,
  type ResponsibilityCommand,
  type ResponsibilityCommandType,
  type ResponsibilityFact,
  type ResponsibilityRefusal,
  type ResponsibilityState,
  responsibilityStream,
} from './responsibility.ts'
import { responsibilityRoom } from './room.ts'

type By = Extract<Viewer, { kind: 'staff' | 'system' }>

export interface CommandingResponsibility {
  readonly organ: OrganId
  readonly type: ResponsibilityCommandType
  /** With the prose that is in it. */
  readonly body: object
  readonly viewer: By
  readonly idempotency?: Idempotency
}

/** Names of holders live as long as the organ's own history, one organ's together. */
const retentionClass = 'responsibility'

export async function commandResponsibility(
  house: ResponsibilityHouse,
  { organ, type, body, viewer, idempotency }: CommandingResponsibility,
): Promise<Result<OrganResponsibility, ResponsibilityRefusal | EngineRefusal>> {
  const { directory } = house
  if (!directory.find(organ)) return err({ kind: 'no-such-responsibility' })
  if (viewer.kind === 'staff' && !looksOver(viewer.organ, organ, directory))
    return err({ kind: 'no-such-responsibility' })
  const on = house.today()
  const stream = responsibilityStream(organ)
  const { command: sealed, rows } = sealProse(await house.keys.of(stream, cohortOf(on, retentionClass)), body)
  const command = { ...sealed, type, organ, on, actor: actorOf(viewer) } as ResponsibilityCommand
  const world = { organs: directory, open: await openAmong(house, command) }
  const settings = () => settingsOf(viewer, on)
  const executed = await execute<ResponsibilityState, ResponsibilityFact, ResponsibilityRefusal>(
    poolsFor(house, viewer),
    {
      room: responsibilityRoom,
      stream,
      expectedVersion: 'any',
      by: recorderOf(viewer),
      recordedAt: house.now(),
      decide: (state) => decide(state, command, world),
      sealed: rows,
      scope: { reading: settings, writing: settings },
      ...(idempotency ? { idempotency } : {}),
    },
  )
  return executed.ok ? ok(executed.value.state as OrganResponsibility) : executed
}

async function openAmong(house: ResponsibilityHouse, command: ResponsibilityCommand): Promise<ReadonlySet<string>> {
  if (command.type !== 'RecordResponsibility' || !('account' in command.holder)) return new Set()
  const { account } = command.holder
  const standing = await standingOf(house.app, [account], house.today())
  return new Set(standing.get(account)?.isOpen ? [account] : [])
}

/** Reading an exemplary case for a petition, and saying whether it helped: by whoever handles it, in their own name. */
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency, Room, RowSet } from '../../engine/room.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { readAs } from '../../identity/scope.ts'
import { err, type Result } from '../../kernel/result.ts'
import { rowsOf } from '../../petition/queries.ts'
import { scopeOfExemplary } from './commanding.ts'
import type { ExemplaryHouse } from './house.ts'
import { readPublished, type Staff } from './queries.ts'
import { idOf, streamOf } from './room.ts'
import { decideUse, evolveUse, type UseCommand, type UseFact, type UseRefusal, type UseState } from './use.ts'

/** How the engine keeps uses: a stream for each petition and case. */
export const exemplaryUseRoom: Room<UseState, UseFact> = {
  name: 'exemplaryUse',
  initial: null,
  evolve: evolveUse,
  rows: rowsOfUse,
  tables: { exemplary_use: { key: [] } },
}

function rowsOfUse(state: UseState): RowSet {
  if (state === null) return {}
  const { version, petition, exemplary, organ, openedOn, helped } = state
  return { exemplary_use: [{ version, petition, exemplary, organ, opened_on: openedOn, helped }] }
}

const streamOfUse = (petition: string, exemplary: string): string =>
  `${exemplaryUseRoom.name}:${petition}.${idOf(exemplary)}`

export type UsingRefusal =
  | UseRefusal
  | EngineRefusal
  | { readonly kind: 'no-such-exemplary' }
  | { readonly kind: 'no-such-source' }

export interface Using {
  readonly petition: string
  readonly exemplary: string
  /** Left out where it is only opened. */
  readonly helped?: boolean | undefined
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

export async function recordUse(
  house: ExemplaryHouse,
  using: Using,
): Promise<Result<{ readonly version: number }, UsingRefusal>> {
  const { petition, viewer, helped, idempotency } = using
  const exemplary = streamOf(using.exemplary)
  const [rows, read] = await Promise.all([rowsOf(house, viewer, [petition]), readPublished(house, viewer, exemplary)])
  const asked = rows.get(petition)
  // nothing is offered beside an accusation, and nothing is said of one
  if (asked === undefined || asked.class === 'accusation') return err({ kind: 'no-such-source' })
  if (read === null) return err({ kind: 'no-such-exemplary' })
  const by = { on: house.today(), organ: viewer.organ }
  const command: UseCommand =
    helped === undefined
      ? { ...by, type: 'OpenExemplary', petition, exemplary: using.exemplary }
      : { ...by, type: 'SayHelped', helped }
  return execute<UseState, UseFact, UseRefusal>(house, {
    room: exemplaryUseRoom,
    stream: streamOfUse(petition, exemplary),
    expectedVersion: 'any',
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decideUse(state, command),
    scope: scopeOfExemplary(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
}

/** What was read for a petition, for whoever sees that petition: the case, and whether it helped. */
export async function usesOf(
  house: ExemplaryHouse,
  viewer: Staff,
  petition: string,
): Promise<ReadonlyMap<string, boolean | null>> {
  const rows = await readAs<{ exemplary: string; helped: boolean | null }>(house, viewer, {
    name: 'exemplary uses',
    text: 'select exemplary, helped from exemplary_use where petition = $1',
    values: [petition],
  })
  return new Map(rows.map(({ exemplary, helped }) => [exemplary, helped]))
}

/**
 * 这件事来自哪起纠纷: which dispute a petition comes from. The house offers those of the same kind in which somebody has the same telephone, or the
 * same name in the same county; whoever handles the petition says whether it is one of them. Nobody without a part in a dispute learns by what
 * name to ask for it: what is offered to them is called by a name that holds for this petition alone.
 */
import { createHash } from 'node:crypto'
import type { Idempotency } from '../../engine/room.ts'
import { readAs } from '../../identity/scope.ts'
import { err, type Result } from '../../kernel/result.ts'
import { type Commanded, commandDispute, type DisputingRefusal } from './commanding.ts'
import type { DisputeHouse } from './house.ts'
import { type DisputeRow, knownDispute, lineColumns, pageOf, type Staff } from './queries.ts'
import { streamOf } from './room.ts'
import { handles } from './sight.ts'

export interface Origin {
  /** What it is called when somebody says that it is this one. */
  readonly origin: string
  readonly row: DisputeRow
}

const offeredAtMost = 20

/** As it is called for one petition. */
const nameFor = (petition: string, stream: string): string =>
  createHash('sha256')
    .update(JSON.stringify(['dispute origin', petition, stream]))
    .digest()
    .subarray(0, 16)
    .toString('base64url')

/** The petition is the viewer’s to see, no accusation, and not joined yet; the dispute lies in their area or is theirs. */
const from = `petition m join dispute_line l on l.outcome <> 'petition'
  left join dispute_party p on p.stream_id = l.stream_id and p.organ = $2
  where m.stream_id = $1 and m.class <> 'accusation'`

/** Disputes of the same kind with one of the same people: the lookup of the same matter, for one petition. */
export async function originsOf(house: DisputeHouse, viewer: Staff, petition: string): Promise<readonly Origin[]> {
  const rows = (await readAs(house, viewer, {
    name: 'dispute origins',
    text: `select ${lineColumns}, p.shelf, l.recorded_on::text as day from ${from}
        and split_part(l.category, '.', 1) = split_part(m.category, '.', 1)
        and l.stream_id in (select b.stream_id from blind_index own join blind_index b on b.kind = own.kind and b.digest = own.digest
          where own.stream_id = $1 and starts_with(b.stream_id, 'dispute:'))
      order by l.recorded_on desc, l.stream_id desc limit $3`,
    values: [petition, viewer.organ, offeredAtMost],
  })) as unknown as readonly Omit<DisputeRow, 'title'>[]
  return offered(house, viewer, petition, rows)
}

/** The one that whoever petitions names by its number. */
export async function originNamed(
  house: DisputeHouse,
  viewer: Staff,
  petition: string,
  dispute: string,
): Promise<readonly Origin[]> {
  const rows = (await readAs(house, viewer, {
    name: 'dispute origin named',
    text: `select ${lineColumns}, p.shelf, l.recorded_on::text as day from ${from} and l.stream_id = $3`,
    values: [petition, viewer.organ, streamOf(dispute)],
  })) as unknown as readonly Omit<DisputeRow, 'title'>[]
  return offered(house, viewer, petition, rows)
}

async function offered(
  house: DisputeHouse,
  viewer: Staff,
  petition: string,
  rows: readonly Omit<DisputeRow, 'title'>[],
): Promise<readonly Origin[]> {
  const { items } = await pageOf(house, viewer, rows, offeredAtMost)
  return items.map((row) => ({ origin: nameFor(petition, row.stream), row }))
}

export interface Joining {
  readonly viewer: Staff
  readonly petition: string
  readonly origin: string
  /** Where it was named and not offered. */
  readonly dispute: string | null
  readonly idempotency?: Idempotency
}

/** Says that it is this one: in one’s own name with a part in the dispute, else by the house, which writes down who said so. */
export async function joinOrigin(
  house: DisputeHouse,
  { viewer, petition, origin, dispute, idempotency }: Joining,
): Promise<Result<Commanded, DisputingRefusal>> {
  if (!handles(viewer)) return err({ kind: 'no-such-dispute' })
  const there =
    dispute === null ? await originsOf(house, viewer, petition) : await originNamed(house, viewer, petition, dispute)
  const stream = there.find((each) => each.origin === origin)?.row.stream
  if (stream === undefined) return err({ kind: 'no-such-dispute' })
  const command = { stream, type: 'LinkPetition', body: { petition }, ...(idempotency ? { idempotency } : {}) } as const
  if ((await knownDispute(house, stream, viewer)) !== null) return commandDispute(house, { ...command, viewer })
  return commandDispute(house, {
    ...{ ...command, viewer: { kind: 'system', task: 'dispute' }, said: viewer.account },
  })
}

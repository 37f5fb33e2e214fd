import type { ClientBase } from 'pg'
import type { Walked } from './walk.ts'

/** A sealed piece that is not where the facts say. Its ref says nothing about what it held. */
export interface SealError {
  /** `sealed-missing`: a fact refers to it, and nobody erased it. `sealed-left`: it was erased, says a fact, and is there. */
  readonly kind: 'sealed-missing' | 'sealed-left'
  readonly stream: string
  readonly ref: string
}

/** What happened to the content of a stream: nothing, an erasure that is still being carried out, or one that is done. */
export type ContentState = 'kept' | 'going' | 'erased'

/** The refs of the pieces that a fact commits to, however deep they lie in it. */
export function* refsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  if ('ref' in value && 'commitment' in value && typeof value.ref === 'string') yield value.ref
  for (const inner of Object.values(value)) yield* refsIn(inner)
}

/** Holds what the facts refer to against what is there. While an erasure is under way, either may be. */
export async function sealErrorsOf(client: ClientBase, walked: readonly Walked[]): Promise<readonly SealError[]> {
  const { rows } = await client.query<{ stream: string; ref: string }>({
    name: 'engine compare sealed',
    text: 'select stream_id as stream, ref from sealed where stream_id = any($1) order by 1, 2',
    values: [walked.map(({ stream }) => stream)],
  })
  const there = Map.groupBy(rows, ({ stream }) => stream)
  return walked.flatMap(({ stream, content, refs, erased }) => {
    const kept = new Set(there.get(stream)?.map(({ ref }) => ref))
    const gone = new Set(erased)
    if (content === 'erased') return [...kept].map((ref): SealError => ({ kind: 'sealed-left', stream, ref }))
    if (content !== 'kept') return []
    return [
      ...erased.filter((ref) => kept.has(ref)).map((ref): SealError => ({ kind: 'sealed-left', stream, ref })),
      ...[...refs]
        .filter((ref) => !kept.has(ref) && !gone.has(ref))
        .map((ref): SealError => ({ kind: 'sealed-missing', stream, ref })),
    ]
  })
}

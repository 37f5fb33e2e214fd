/** Whether a witness co-signs, by the rules of C2SP tlog-witness and in their order; pure. */
import { sameBytes } from '../../proof/bytes.ts'
import { emptyRoot, isConsistent, type Tree } from '../../proof/merkle.ts'
import { isSignedBy, type NoteKey } from '../../proof/note.ts'
import type { RefusalKind } from '../../wording/witnessing.ts'
import type { AddCheckpoint } from './request.ts'

export type Decision =
  | { readonly kind: 'co-sign' }
  | {
      readonly kind: 'refuse'
      readonly status: 400 | 403 | 404 | 409 | 422
      readonly words: string
      /** Of a 409: what was co-signed last. */
      readonly size?: number
      /** What the log has shown of itself, if it was validly signed and does not fit what was co-signed: it is kept. */
      readonly evidence?: RefusalKind
    }

const refuse = (status: 400 | 403 | 404 | 422, words: string, evidence?: RefusalKind): Decision => ({
  ...{ kind: 'refuse', status, words },
  ...(evidence === undefined ? {} : { evidence }),
})

/** `keys` are those of the checkpoint's origin, null where it is not known; `last` is what was co-signed last. */
export function decideOn(request: AddCheckpoint, keys: readonly NoteKey[] | null, last: Tree | null): Decision {
  const { old, proof, checkpoint } = request
  if (keys === null) return refuse(404, 'this log is not known here')
  if (!isSignedBy(checkpoint.note, keys)) return refuse(403, 'not signed by a key of this log that is known here')
  if (old > checkpoint.size) return refuse(400, 'the old size is larger than that of the checkpoint')
  const isOther = last?.size === checkpoint.size && !sameBytes(last.root, checkpoint.root)
  // whatever old size was named with it: two trees of one size are two histories
  const evidence = isOther ? { evidence: 'split-view' as const } : {}
  const size = last?.size ?? 0
  if (old !== size) return { kind: 'refuse', status: 409, words: `${size}\n`, size, ...evidence }
  if (checkpoint.size === 0 && !sameBytes(checkpoint.root, emptyRoot()))
    return refuse(422, 'an empty tree has another root', 'empty-root')
  if (isOther) return refuse(422, 'another root was co-signed for this size', 'split-view')
  if (!isConsistent(last ?? { size: 0, root: emptyRoot() }, checkpoint, proof))
    // anybody can put a wrong proof beside a good checkpoint: this alone accuses nobody
    return refuse(422, 'the proof does not lead from the old size to this checkpoint', 'unproven')
  return { kind: 'co-sign' }
}

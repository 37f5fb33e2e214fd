import type { Actor as Recorder } from '../engine/envelope.ts'
import type { Viewer } from '../kernel/viewer.ts'

/** Who is recorded as having done it: ids only. Whom the house does not know was at the portal. */
export function recorderOf(viewer: Viewer): Recorder {
  switch (viewer.kind) {
    case 'staff':
      return { kind: 'staff', account: viewer.account, organ: viewer.organ }
    case 'petitioner':
      return { kind: 'petitioner', person: viewer.person }
    case 'system':
      return { kind: 'system', task: viewer.task }
    case 'anyone':
      return { kind: 'system', task: 'portal' }
  }
}

import type { Actor as Recorder } from '../../engine/envelope.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { BulletinActor } from './bulletin.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

export const actorOf = (
  viewer: Staff,
  answersTo: readonly string[] = [],
): Extract<BulletinActor, { kind: 'staff' }> => ({
  ...{ kind: 'staff', account: viewer.account, organ: viewer.organ, posts: viewer.posts, answersTo },
})

export const recorderOf = ({ account, organ }: Staff): Recorder => ({ kind: 'staff', account, organ })

import type { Settings } from '../engine/history.ts'
import type { Viewer } from '../kernel/viewer.ts'

/** Whoever looks, as row security reads it. Nobody in particular sees no report. */
export function scopeOf(viewer: Viewer): Settings {
  switch (viewer.kind) {
    case 'staff':
      return { 'xinqiao.organ': viewer.organ, 'xinqiao.account': viewer.account }
    case 'petitioner':
      return { 'xinqiao.petition': viewer.petition, 'xinqiao.person': viewer.person }
    default:
      return {}
  }
}

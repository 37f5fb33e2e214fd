import type { Scope } from '../../engine/room.ts'
import { settingsOf } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'

/** A command reads as its viewer may, and writes to that stream and no other. */
export const scopeOfRelief = (viewer: Viewer, today: Day): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: (stream) => ({ ...settingsOf(viewer, today), 'xinqiao.relief': stream }),
})

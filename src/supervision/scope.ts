import type { Scope } from '../engine/room.ts'
import { settingsOf } from '../identity/scope.ts'
import type { Day } from '../kernel/day.ts'
import type { Viewer } from '../kernel/viewer.ts'

/** A matter is read and written in the name of an organ that has a part in it. */
export const scopeOfMatter = (viewer: Viewer, today: Day): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: () => settingsOf(viewer, today),
})

import type { Scope } from '../engine/room.ts'
import { settingsOf } from '../identity/scope.ts'
import type { Day } from '../kernel/day.ts'
import type { Viewer } from '../kernel/viewer.ts'

/** A report is read and written in the name of its hearer or of its petitioner, whose petition it is not part of. */
export const scopeOfReport = (viewer: Viewer, today: Day): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: () => settingsOf(viewer, today),
})

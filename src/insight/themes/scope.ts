import type { Scope } from '../../engine/room.ts'
import { settingsOf } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'

/** A command reads the theme as its viewer may, and writes to that theme and no other, also the rows of its other parties. */
export const scopeOfTheme = (viewer: Viewer, today: Day): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: (stream) => ({ ...settingsOf(viewer, today), 'xinqiao.theme': stream }),
})

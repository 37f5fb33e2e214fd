import type { Scope } from '../../engine/room.ts'
import { settingsOf } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'

/** A command reads the course or the enrolment as its viewer may, and writes to that one and no other, also the rows of other organs. */
export const scopeOfTraining = (viewer: Viewer, today: Day): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: (stream) => ({ ...settingsOf(viewer, today), 'xinqiao.training': stream }),
})

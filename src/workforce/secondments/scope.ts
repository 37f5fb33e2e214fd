import type { Scope } from '../../engine/room.ts'
import { settingsOf } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'

/** A command reads the secondment as its viewer may, and writes to that one and no other, also the row of the other organ. */
export const scopeOfSecondment = (viewer: Viewer, today: Day): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: (stream) => ({ ...settingsOf(viewer, today), 'xinqiao.secondment': stream }),
})

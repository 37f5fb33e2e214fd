import type { Scope, Settings } from '../../engine/room.ts'
import { settingsOf } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'

/** The one intake that is meant, for row security. */
export const naming = (stream: string): Settings => ({ 'xinqiao.intake': stream })

/** A command reads as its viewer may, and writes to the one stream and no other. */
export const scopeOfIntake = (viewer: Viewer, today: Day): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: (stream) => ({ ...settingsOf(viewer, today), ...naming(stream) }),
})

/** Whoever takes in sees what is being made, or was made by the same request. */
export const scopeOfTaking = (viewer: Viewer, today: Day): Scope => ({
  reading: (stream) => ({ ...settingsOf(viewer, today), ...naming(stream) }),
  writing: (stream) => ({ ...settingsOf(viewer, today), ...naming(stream) }),
})

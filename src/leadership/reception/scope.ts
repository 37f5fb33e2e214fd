import type { Scope, Settings } from '../../engine/room.ts'
import { settingsOf } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'

/** The one reception day or booking that is meant, for row security. */
export const naming = (stream: string): Settings => ({ 'xinqiao.reception': stream })

/** A command reads as its viewer may, and writes to the one stream and no other. */
export const scopeOfReception = (viewer: Viewer, today: Day): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: (stream) => ({ ...settingsOf(viewer, today), ...naming(stream) }),
})

/** Whoever books has shown that the booking is theirs, or is only making it. */
export const scopeOfHolder = (viewer: Viewer, today: Day): Scope => ({
  reading: (stream) => ({ ...settingsOf(viewer, today), ...naming(stream) }),
  writing: (stream) => ({ ...settingsOf(viewer, today), ...naming(stream) }),
})

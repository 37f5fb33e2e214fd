import type { Scope, Settings } from '../../engine/room.ts'
import { settingsOf } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'

/** The one referral that is meant, for row security. */
export const naming = (stream: string): Settings => ({ 'xinqiao.referral': stream })

/** A command reads the referral as its viewer may, and writes to that referral and no other, also the rows of its other parties. */
export const scopeOfReferral = (viewer: Viewer, today: Day): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: (stream) => ({ ...settingsOf(viewer, today), ...naming(stream) }),
})

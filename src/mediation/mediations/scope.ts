import type { Scope, Settings } from '../../engine/room.ts'
import { settingsOf } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'

/** The one mediation that is meant, for row security. */
export const naming = (stream: string): Settings => ({ 'xinqiao.mediation': stream })
/** The number that a party was given, by which their mediation is found. */
export const byReference = (reference: string): Settings => ({ 'xinqiao.mediation_reference': reference })

/** A command reads as its viewer may, and writes to the one mediation and no other, also the rows of its other parties. */
export const scopeOfMediation = (viewer: Viewer, today: Day): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: (stream) => ({ ...settingsOf(viewer, today), ...naming(stream) }),
})

/** Whoever is a party has shown that it is theirs, or is only making it. */
export const scopeOfParty = (viewer: Viewer, today: Day): Scope => ({
  reading: (stream) => ({ ...settingsOf(viewer, today), ...naming(stream) }),
  writing: (stream) => ({ ...settingsOf(viewer, today), ...naming(stream) }),
})

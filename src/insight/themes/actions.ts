/** What can be done with a theme now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide } from './decide.ts'
import type { Measured } from './measuring.ts'
import type { StaffActor, Theme, ThemeCommandBody, ThemeRefusal, ThemeWorld } from './theme.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const themeActions = ['step', 'extend', 'hand-over', 'close', 'reopen'] as const
export type ThemeActionName = (typeof themeActions)[number]

export interface ThemeAction {
  readonly action: ThemeActionName
  readonly type: ThemeCommandBody['type']
  readonly refusal: ThemeRefusal | null
}

export interface Trying {
  readonly actor: StaffActor
  readonly on: Day
  readonly openTasks: number
  readonly measured: Measured
}

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: ThemeActionName, theme: Theme, { on, openTasks, measured }: Trying): ThemeCommandBody {
  switch (action) {
    case 'step':
      return { type: 'AddThemeStep', organ: theme.owner.organ, what: something, due: addDays(on, 1) }
    case 'extend':
      return { type: 'ExtendTheme', until: addDays(theme.due > on ? theme.due : on, 1), reason: something }
    case 'hand-over':
      return { type: 'HandThemeOver', owner: theme.owner, reason: something, knows: { officer: true } }
    case 'close':
      return { type: 'CloseTheme', result: 'unsolved', report: something, measured, openTasks }
    case 'reopen':
      return { type: 'ReopenTheme', reason: something, measured }
  }
}

export const actionsOf = (theme: Theme, trying: Trying, world: ThemeWorld): readonly ThemeAction[] =>
  themeActions.map((action) => {
    const body = favourable(action, theme, trying)
    const decision = decide(theme, { ...body, on: trying.on, actor: trying.actor }, world)
    return { action, type: body.type, refusal: decision.ok ? null : decision.error }
  })

/**
 * The words of a pilot (试点): a measure that is tried in one place for a time, compared with before and with places without it, and then spread,
 * as tasks, or dropped, with the reason. A stream of its own; it counts matters and knows none of them, nor anybody (docs/adr/0064).
 */
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { Effect } from './effect.ts'

/** 试点中 · 已推广 · 不再推行 */
export const pilotStages = ['running', 'spread', 'dropped'] as const
export type PilotStage = (typeof pilotStages)[number]

export interface PilotBeginning {
  readonly name: Sealed
  /** What is tried. */
  readonly what: Sealed
  /** Of the first level; null for matters of every kind. */
  readonly category: string | null
  readonly place: string
  readonly from: Day
  readonly until: Day
}

export interface PilotStep {
  /** Names the task that comes of it. */
  readonly key: string
  readonly organ: OrganId
  readonly what: Sealed
  readonly due: Day
}

export interface PilotActor {
  readonly kind: 'staff'
  readonly account: string
  readonly organ: OrganId
  readonly posts: readonly string[]
}

export type PilotCommandBody =
  | { readonly type: 'BeginPilot'; readonly beginning: PilotBeginning }
  /** 推广: what other organs do, each a task. */
  | {
      readonly type: 'SpreadPilot'
      readonly reason: Sealed
      readonly steps: readonly Omit<PilotStep, 'key'>[]
      readonly effect: Effect
    }
  | { readonly type: 'DropPilot'; readonly reason: Sealed; readonly effect: Effect }
export type PilotCommandType = PilotCommandBody['type']
export type PilotCommand = PilotCommandBody & { readonly on: Day; readonly actor: PilotActor }
export type Of<T extends PilotCommandType> = Extract<PilotCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: PilotActor
}

export type PilotFact = { readonly on: Day; readonly account: string } & (
  | ({ readonly type: 'PilotBegun'; readonly organ: OrganId } & PilotBeginning)
  | {
      readonly type: 'PilotSpread'
      readonly reason: Sealed
      readonly steps: readonly PilotStep[]
      readonly effect: Effect
    }
  | { readonly type: 'PilotDropped'; readonly reason: Sealed; readonly effect: Effect }
)
export type PilotFactType = PilotFact['type']

export interface Pilot extends PilotBeginning {
  readonly version: number
  readonly stage: PilotStage
  readonly organ: OrganId
  readonly begunOn: Day
  readonly steps: readonly PilotStep[]
  readonly ended: {
    readonly on: Day
    readonly account: string
    readonly reason: Sealed
    readonly effect: Effect
  } | null
}
export type PilotState = Pilot | null

export interface PilotWorld {
  readonly organs: AllOrgans
}

export type PilotRefusal =
  | { readonly kind: 'no-such-pilot' }
  | { readonly kind: 'pilot-begun-already' }
  | { readonly kind: 'pilot-is-anothers'; readonly basis: Basis }
  | { readonly kind: 'place-outside-area'; readonly place: string; readonly basis: Basis }
  | { readonly kind: 'nothing-elsewhere'; readonly basis: Basis }
  | { readonly kind: 'pilot-begun-before'; readonly today: Day; readonly basis: Basis }
  | { readonly kind: 'pilot-too-long'; readonly atMost: Day; readonly basis: Basis }
  | { readonly kind: 'day-not-later'; readonly from: Day; readonly until: Day }
  | { readonly kind: 'pilot-still-running'; readonly until: Day }
  | { readonly kind: 'pilot-ended-already'; readonly stage: PilotStage }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
export type PilotRefusalKind = PilotRefusal['kind']

/**
 * The words of a governed theme (主题治理, 每月一题): what many petitions are about is given one remedy, one organ that answers for it, a day, and
 * steps that are tasks; whether it fell is measured against its own past, and it opens again when it rises. A stream of its own; it counts
 * petitions and knows none of them, nor anybody (docs/adr/0063).
 */
import type { Calendars } from '../../kernel/calendars.ts'
import type { MovedDay } from '../../kernel/clock-keeping.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { ThemeTimes } from '../../law/themes.ts'
import type { Measured } from './measuring.ts'

/** 治理中 · 已办结 */
export const themeStages = ['governed', 'closed'] as const
export type ThemeStage = (typeof themeStages)[number]

/** 已解决 · 有所缓解 · 未解决 */
export const themeResults = ['solved', 'eased', 'unsolved'] as const
export type ThemeResult = (typeof themeResults)[number]

/** What is counted of: a topic, or a category, and of both only what comes from the place. */
export interface ThemeAbout {
  readonly topic: number | null
  readonly category: string | null
  readonly place: string
}

/** 牵头单位 and the person in it who answers for it, where one was named. */
export interface ThemeOwner {
  readonly organ: OrganId
  readonly officer: string | null
}

export interface ThemeBeginning {
  readonly about: ThemeAbout
  readonly name: Sealed
  readonly remedy: Sealed
  readonly owner: ThemeOwner
  readonly due: Day
}

export interface ThemeStep {
  /** Names the task that comes of it. */
  readonly key: string
  readonly on: Day
  readonly organ: OrganId
  readonly what: Sealed
  readonly due: Day
}

export type ThemeActor =
  | { readonly kind: 'staff'; readonly account: string; readonly organ: OrganId; readonly posts: readonly string[] }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<ThemeActor, { kind: 'staff' }>

export type ThemeCommandBody =
  /**
   * `knows`: whether whoever is named as officer works in the organ, the topic is one that the reader may see, and their bureau governs it
   * already.
   */
  | {
      readonly type: 'GovernTheme'
      readonly beginning: ThemeBeginning
      readonly knows: { readonly officer: boolean; readonly topic: boolean; readonly isGoverned: boolean }
    }
  | { readonly type: 'AddThemeStep'; readonly organ: OrganId; readonly what: Sealed; readonly due: Day }
  | {
      readonly type: 'HandThemeOver'
      readonly owner: ThemeOwner
      readonly reason: Sealed
      readonly knows: { readonly officer: boolean }
    }
  | { readonly type: 'ExtendTheme'; readonly until: Day; readonly reason: Sealed }
  /** 办结: with what the house measured on that day. */
  | {
      readonly type: 'CloseTheme'
      readonly result: ThemeResult
      readonly report: Sealed
      readonly measured: Measured
      readonly openTasks: number
    }
  /** By whoever governs it, with a reason; by the house where it rose again. */
  | { readonly type: 'ReopenTheme'; readonly reason: Sealed | null; readonly measured: Measured }
  /** An organ was reformed away: whoever carries it on has its part. */
  | { readonly type: 'PassThemeOn' }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountTheme' }

export type ThemeCommandType = ThemeCommandBody['type']
export type ThemeCommand = ThemeCommandBody & { readonly on: Day; readonly actor: ThemeActor }
export type Of<T extends ThemeCommandType> = Extract<ThemeCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: ThemeActor
}

export type ThemeFactBody = { readonly on: Day } & (
  | ({
      readonly type: 'ThemeGoverned'
      readonly pack: string
      readonly governor: OrganId
      readonly account: string
    } & ThemeBeginning)
  | {
      readonly type: 'ThemeStepAdded'
      readonly account: string
      readonly key: string
      readonly organ: OrganId
      readonly what: Sealed
      readonly due: Day
    }
  | { readonly type: 'ThemeHandedOver'; readonly account: string; readonly owner: ThemeOwner; readonly reason: Sealed }
  | { readonly type: 'ThemeExtended'; readonly account: string; readonly until: Day; readonly reason: Sealed }
  | {
      readonly type: 'ThemeClosed'
      readonly account: string
      readonly result: ThemeResult
      readonly report: Sealed
      readonly measured: Measured
    }
  /** `account`: null where the house opened it. */
  | {
      readonly type: 'ThemeReopened'
      readonly account: string | null
      readonly reason: Sealed | null
      readonly measured: Measured
    }
  | { readonly type: 'ThemePassedOn'; readonly from: OrganId; readonly to: OrganId }
  | { readonly type: 'ThemeFellOverdue'; readonly clock: string }
  | { readonly type: 'ThemeClocksRecounted'; readonly moved: readonly MovedDay[] }
)
export type ThemeFactType = ThemeFactBody['type']
export type ThemeFact = ThemeFactBody & { readonly clocks?: readonly ClockChange[] }
export type ThemeFactOf<T extends ThemeFactType> = Extract<ThemeFact, { type: T }>

export interface Theme extends ThemeBeginning {
  readonly version: number
  readonly pack: string
  readonly governor: OrganId
  readonly stage: ThemeStage
  readonly governedOn: Day
  /** Since when it is governed now: later than at first where it was opened again. */
  readonly since: Day
  readonly steps: readonly ThemeStep[]
  readonly closed: {
    readonly on: Day
    readonly account: string
    readonly result: ThemeResult
    readonly report: Sealed
    readonly measured: Measured
  } | null
  readonly reopened: readonly {
    readonly on: Day
    readonly isByHouse: boolean
    readonly reason: Sealed | null
    readonly measured: Measured
  }[]
  readonly clocks: readonly RunningClock[]
}
export type ThemeState = Theme | null

export interface ThemeWorld {
  readonly pack: string
  readonly times: ThemeTimes
  readonly calendars: Calendars
  readonly organs: AllOrgans
}

export type ThemeRefusal =
  | { readonly kind: 'no-such-theme' }
  | { readonly kind: 'theme-governed-already' }
  | { readonly kind: 'theme-is-anothers'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-theme-stage'
      readonly stage: ThemeStage
      readonly command: ThemeCommandType
      readonly needs: readonly ThemeStage[]
    }
  | { readonly kind: 'needs-topic-or-category' }
  | { readonly kind: 'no-such-topic' }
  | { readonly kind: 'topic-is-governed' }
  | { readonly kind: 'place-outside-area'; readonly place: string; readonly basis: Basis }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'official-not-there'; readonly organ: OrganId }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'theme-too-long'; readonly atMost: Day; readonly basis: Basis }
  | { readonly kind: 'not-an-extension'; readonly due: Day }
  | { readonly kind: 'too-many-already'; readonly atMost: number }
  | { readonly kind: 'theme-still-open'; readonly count: number }
  | { readonly kind: 'theme-has-not-fallen'; readonly basis: Basis }
  | { readonly kind: 'clock-still-running'; readonly clock: string }
export type ThemeRefusalKind = ThemeRefusal['kind']

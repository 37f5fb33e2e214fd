/**
 * The words of a task (落实事项): what a leader instructed, promised to somebody or settled in a village, what the plan of an owned case asks
 * and what a conference decided, as one thing that an organ does by a day and that whoever gave it closes. A stream of its own, so that all
 * of these are followed in one way (docs/adr/0036). Where it comes from is known to it; the petition knows nothing of it.
 */
import type { Calendars } from '../kernel/calendars.ts'
import type { MovedDay } from '../kernel/clock-keeping.ts'
import type { Day } from '../kernel/day.ts'
import type { AllOrgans } from '../kernel/keeping-out.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../kernel/running-clock.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { Basis } from '../law/basis.ts'
import type { Material } from '../petition/intake/words.ts'

/** 批示 · 接访承诺 · 下访约定 · 包案措施 · 联席会议议定事项 · 专项工作小组任务 · 协办任务 · 人民建议落实 · 调解协议履行 · 防止矛盾激化 · 帮扶救助 · 主题治理 */
export const taskOrigins = [
  'instruction',
  'promise',
  'agreement',
  'ownershipStep',
  'decision',
  'groupTask',
  'assistance',
  'suggestion',
  'mediation',
  'escalation',
  'relief',
  'theme',
  'pilot',
] as const
export type TaskOriginKind = (typeof taskOrigins)[number]

/** Where it comes from: the stream of the other room, and what there gave it. Together they are given once. */
export interface TaskOrigin {
  readonly kind: TaskOriginKind
  readonly stream: string
  readonly key: string
}

/** 办理中 · 已报告 · 已办结 · 已撤销 */
export const taskStages = ['given', 'reported', 'closed', 'withdrawn'] as const
export type TaskStage = (typeof taskStages)[number]

/** What whoever did it says of it: 已完成 · 部分完成 · 无法完成. */
export const taskResults = ['done', 'partly', 'cannot'] as const
export type TaskResult = (typeof taskResults)[number]

/** What must be known to give one. */
export interface TaskBeginning {
  readonly origin: TaskOrigin
  /** The organ that gives it, and the person in it who closes it; null where any head or leader of it may. */
  readonly giver: OrganId
  readonly givenBy: string | null
  /** Organs that follow it without a hand in it: the bureau that proposed a letter to a leader, say. */
  readonly shownTo: readonly OrganId[]
  /** Who does it, and the person in it who answers for it where one was named. */
  readonly organ: OrganId
  readonly officer: string | null
  readonly what: Sealed
  readonly due: Day
  /** Petitions that it is about. */
  readonly petitions: readonly string[]
  /** Organs and accounts that must not learn of it, by the petitions that it is about. */
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
}

/** From whom it is kept, by the petitions as they are at a moment. */
export type TaskKeeping = Pick<TaskBeginning, 'keptFrom' | 'officials'>

export type TaskActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      readonly answersTo?: readonly string[]
      /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
      readonly standsFor?: readonly string[]
    }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<TaskActor, { kind: 'staff' }>

export type TaskCommandBody =
  /** By the house, for another room. `isBarred`: whoever gives it or is to answer for it is named in the matter, or answers to somebody who is. */
  | { readonly type: 'GiveTask'; readonly beginning: TaskBeginning; readonly isBarred: boolean }
  | {
      readonly type: 'ReportOnTask'
      readonly result: TaskResult
      readonly report: Sealed
      readonly materials: readonly Omit<Material, 'ref'>[]
    }
  | { readonly type: 'ReturnTask'; readonly reason: Sealed; readonly until: Day }
  | { readonly type: 'ExtendTask'; readonly until: Day; readonly reason: Sealed }
  | { readonly type: 'RemindOfTask'; readonly note: Sealed | null }
  /** 销号: by whoever gave it, after a report. */
  | { readonly type: 'CloseTask'; readonly note: Sealed | null }
  | { readonly type: 'WithdrawTask'; readonly reason: Sealed }
  /** Posts change: another person who leads the giving organ closes it from now on. What the house knows of them stands beside. */
  | {
      readonly type: 'HandTaskOver'
      readonly to: string
      readonly reason: Sealed
      readonly leads: boolean
      readonly isBarred: boolean
    }
  /** The organ was reformed away: whoever carries it on owes what it owed. */
  | { readonly type: 'PassTaskOn' }
  /** A petition came to name somebody since. */
  | ({ readonly type: 'KeepTask' } & TaskKeeping)
  /** A petition that it is about was erased, and what is written here goes with it. */
  | { readonly type: 'EraseTask' }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountTask' }

export type TaskCommandType = TaskCommandBody['type']
export type TaskCommand = TaskCommandBody & { readonly on: Day; readonly actor: TaskActor }
export type Of<T extends TaskCommandType> = Extract<TaskCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: TaskActor
}

export type TaskFactBody = { readonly on: Day } & (
  | ({ readonly type: 'TaskGiven'; readonly pack: string } & TaskBeginning)
  | {
      readonly type: 'TaskReported'
      readonly ref: string
      readonly account: string
      readonly result: TaskResult
      readonly report: Sealed
      readonly materials: readonly Material[]
    }
  | { readonly type: 'TaskReturned'; readonly account: string; readonly reason: Sealed; readonly until: Day }
  | { readonly type: 'TaskExtended'; readonly account: string; readonly until: Day; readonly reason: Sealed }
  | { readonly type: 'TaskReminded'; readonly account: string; readonly note: Sealed | null }
  | { readonly type: 'TaskClosed'; readonly account: string; readonly note: Sealed | null }
  /** `account` is null where the house took it back: what it came of did not hold any more. */
  | { readonly type: 'TaskWithdrawn'; readonly account: string | null; readonly reason: Sealed }
  | { readonly type: 'TaskHandedOver'; readonly account: string; readonly to: string; readonly reason: Sealed }
  | { readonly type: 'TaskPassedOn'; readonly from: OrganId; readonly to: OrganId }
  | ({ readonly type: 'TaskKept' } & TaskKeeping)
  | { readonly type: 'TaskErased' }
  | { readonly type: 'TaskFellOverdue'; readonly clock: string }
  | { readonly type: 'TaskClocksRecounted'; readonly moved: readonly MovedDay[] }
)

export type TaskFactType = TaskFactBody['type']
export type TaskFact = TaskFactBody & { readonly clocks?: readonly ClockChange[] }
export type TaskFactOf<T extends TaskFactType> = Extract<TaskFact, { type: T }>

export interface TaskReport {
  readonly ref: string
  readonly on: Day
  readonly account: string
  readonly result: TaskResult
  readonly report: Sealed
  readonly materials: readonly Material[]
}

export interface Task extends TaskBeginning {
  readonly version: number
  readonly pack: string
  readonly stage: TaskStage
  /** Who closes it: whoever gave it or took it over; null where any head or leader of the giving organ may. */
  readonly closer: string | null
  /** The day until which it runs now; `due` is the day that was first given. */
  readonly until: Day
  readonly givenOn: Day
  readonly endedOn: Day | null
  readonly reports: readonly TaskReport[]
  readonly returns: readonly { readonly on: Day; readonly reason: Sealed; readonly until: Day }[]
  readonly extensions: readonly { readonly on: Day; readonly until: Day; readonly reason: Sealed }[]
  readonly reminders: readonly { readonly on: Day; readonly note: Sealed | null }[]
  /** What was said when it was closed or withdrawn. */
  readonly note: Sealed | null
  readonly erasedOn: Day | null
  readonly clocks: readonly RunningClock[]
}
export type TaskState = Task | null

export interface TaskWorld {
  readonly pack: string
  readonly calendars: Calendars
  readonly organs: AllOrgans
  /** Whether whoever closes it still has a post in the giving organ; where not, any head or leader of it may. */
  readonly closerIsThere: boolean
}

export type TaskRefusal =
  | { readonly kind: 'no-such-task' }
  | { readonly kind: 'task-given-already' }
  | {
      readonly kind: 'wrong-task-stage'
      readonly stage: TaskStage
      readonly command: TaskCommandType
      readonly needs: readonly TaskStage[]
    }
  | { readonly kind: 'task-is-anothers'; readonly whose: 'giver' | 'doer'; readonly basis: Basis }
  | { readonly kind: 'own-report'; readonly basis: Basis }
  | { readonly kind: 'giver-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'doer-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'person-is-kept-out'; readonly basis: Basis }
  | { readonly kind: 'leads-nothing-there'; readonly organ: OrganId }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'about-no-petition'; readonly petition: string }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'not-an-extension'; readonly until: Day }
  | { readonly kind: 'not-reported-yet'; readonly basis: Basis }
  | { readonly kind: 'task-erased'; readonly on: Day }
  | { readonly kind: 'material-not-there' }
  | { readonly kind: 'clock-still-running'; readonly clock: string }
export type TaskRefusalKind = TaskRefusal['kind']

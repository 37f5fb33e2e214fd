/**
 * The words of help in hardship (帮扶救助, art. 37 (2)): a petitioner who lives in hardship is told of social relief (社会救助) or judicial relief
 * (司法救助), says by their own word whether they wish it, is helped to apply, and the organ that gives it is given a task. A stream of its
 * own: the petition and its clocks know nothing of it, and nothing here can be made to depend on giving a petition up (docs/adr/0051).
 */
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { Material } from '../../petition/intake/words.ts'

/** 社会救助 · 国家司法救助 */
export const reliefKinds = ['social', 'judicial'] as const
export type ReliefKind = (typeof reliefKinds)[number]

/** 书面告知 · 口头告知 */
export const reliefTellings = ['paper', 'byWord'] as const
export type ReliefTelling = (typeof reliefTellings)[number]

/** 已告知 · 本人愿意 · 本人不需要 · 已帮助申请 · 已交有关单位 · 已有结果 */
export const reliefStages = ['told', 'wished', 'declined', 'helped', 'handed', 'ended'] as const
export type ReliefStage = (typeof reliefStages)[number]

/** 凭查询码 · 签名笔录 */
export const reliefWords = ['key', 'signedRecord'] as const
export type ReliefWord = (typeof reliefWords)[number]

/** 给予救助 · 部分给予 · 不符合条件 · 其他 */
export const reliefOutcomes = ['granted', 'partly', 'rejected', 'other'] as const
export type ReliefOutcome = (typeof reliefOutcomes)[number]

/** 本人所述 · 出示的文书 · 救助单位告知 */
export const reliefSources = ['ownWord', 'paperShown', 'organ'] as const
export type ReliefSource = (typeof reliefSources)[number]

/** From whom the petition is kept; it only ever grows. */
export interface ReliefKeeping {
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
  /** Accounts that have withdrawn from the petition, or had to. */
  readonly recused: readonly string[]
  /** Organs that the petition complains of: they see it only if they told of it. */
  readonly about: readonly OrganId[]
}

export interface ReliefBeginning extends ReliefKeeping {
  readonly petition: string
  /** The petitioner who was told, as the petition names them. */
  readonly person: string
  readonly guide: OrganId
}

export type ReliefActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      readonly answersTo?: readonly string[]
      /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
    }
  | { readonly kind: 'petitioner'; readonly petition: string; readonly person: string }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<ReliefActor, { kind: 'staff' }>

export type ReliefCommandBody =
  | {
      readonly type: 'ExplainRelief'
      readonly beginning: ReliefBeginning
      readonly kind: ReliefKind
      readonly telling: ReliefTelling
      /** Who gives it, what is asked for, and where to apply, as it was told. */
      readonly explanation: Sealed
    }
  /** Yes or no, and the other again later: with the key, or on a record that the petitioner signed. */
  | {
      readonly type: 'AnswerRelief'
      readonly wishes: boolean
      readonly note: Sealed | null
      readonly materials: readonly Omit<Material, 'ref'>[]
    }
  | { readonly type: 'RecordReliefHelp'; readonly helpedOn: Day; readonly what: Sealed }
  | { readonly type: 'HandReliefOn'; readonly organ: OrganId; readonly what: Sealed; readonly due: Day }
  | {
      readonly type: 'RecordReliefOutcome'
      readonly receivedOn: Day
      readonly outcome: ReliefOutcome
      readonly text: Sealed
      readonly source: ReliefSource
    }
  | { readonly type: 'PassReliefOn' }
  | ({ readonly type: 'KeepRelief' } & ReliefKeeping)
  | { readonly type: 'EraseRelief' }

export type ReliefCommandType = ReliefCommandBody['type']
export type ReliefCommand = ReliefCommandBody & { readonly on: Day; readonly actor: ReliefActor }
export type Of<T extends ReliefCommandType> = Extract<ReliefCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: ReliefActor
}

export type ReliefFact = { readonly on: Day } & (
  | ({
      readonly type: 'ReliefExplained'
      readonly pack: string
      readonly account: string
      readonly kind: ReliefKind
      readonly telling: ReliefTelling
      readonly explanation: Sealed
    } & ReliefBeginning)
  | {
      readonly type: 'ReliefAnswered'
      readonly wishes: boolean
      readonly word: ReliefWord
      readonly note: Sealed | null
      readonly materials: readonly Material[]
    }
  | { readonly type: 'ReliefHelped'; readonly helpedOn: Day; readonly what: Sealed }
  /** `key` names the task that comes of it. */
  | {
      readonly type: 'ReliefHandedOn'
      readonly key: string
      readonly organ: OrganId
      readonly what: Sealed
      readonly due: Day
    }
  | {
      readonly type: 'ReliefOutcomeRecorded'
      readonly receivedOn: Day
      readonly outcome: ReliefOutcome
      readonly text: Sealed
      readonly source: ReliefSource
    }
  | { readonly type: 'ReliefPassedOn'; readonly from: OrganId; readonly to: OrganId }
  | ({ readonly type: 'ReliefKept' } & ReliefKeeping)
  | { readonly type: 'ReliefErased' }
)
export type ReliefFactType = ReliefFact['type']
export type ReliefFactOf<T extends ReliefFactType> = Extract<ReliefFact, { type: T }>

export interface Relief extends ReliefBeginning {
  readonly version: number
  readonly pack: string
  readonly account: string
  readonly kind: ReliefKind
  readonly telling: ReliefTelling
  readonly explanation: Sealed
  readonly stage: ReliefStage
  readonly toldOn: Day
  readonly answers: readonly {
    readonly on: Day
    readonly wishes: boolean
    readonly word: ReliefWord
    readonly note: Sealed | null
    readonly materials: readonly Material[]
  }[]
  readonly help: readonly { readonly on: Day; readonly what: Sealed }[]
  readonly handed: readonly {
    readonly on: Day
    readonly key: string
    readonly organ: OrganId
    readonly what: Sealed
    readonly due: Day
  }[]
  readonly outcome: {
    readonly on: Day
    readonly outcome: ReliefOutcome
    readonly text: Sealed
    readonly source: ReliefSource
  } | null
  readonly erasedOn: Day | null
}
export type ReliefState = Relief | null

export interface ReliefWorld {
  readonly pack: string
  readonly organs: AllOrgans
}

export type ReliefRefusal =
  | { readonly kind: 'no-such-relief' }
  | { readonly kind: 'relief-told-already' }
  | { readonly kind: 'relief-not-yours'; readonly basis: Basis }
  | { readonly kind: 'needs-signed-record'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-relief-stage'
      readonly stage: ReliefStage
      readonly command: ReliefCommandType
      readonly needs: readonly ReliefStage[]
    }
  | { readonly kind: 'answered-already' }
  | { readonly kind: 'history-full'; readonly atMost: number }
  | { readonly kind: 'relief-at-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'no-such-petitioner' }
  | { readonly kind: 'day-not-come'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'day-too-early'; readonly day: Day; readonly not: Day }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'material-not-there' }
  | { readonly kind: 'relief-erased'; readonly on: Day }
export type ReliefRefusalKind = ReliefRefusal['kind']

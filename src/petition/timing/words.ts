import type { MovedDay } from '../../kernel/clock-keeping.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Told } from '../handling/words.ts'

export type TimingCommand =
  | { readonly type: 'TakeExtensionBack'; readonly reason: Sealed; readonly told: Told }
  | { readonly type: 'CorrectReceivedDay'; readonly receivedOn: Day; readonly reason: Sealed }
  | {
      readonly type: 'CorrectServedDay'
      readonly document: string
      readonly person: string
      readonly servedOn: Day
      readonly reason: Sealed
    }
  | { readonly type: 'RecountClocks' }

export type TimingFact =
  /** 撤销延期: the last extension no longer holds, and the day before it does. */
  | {
      readonly type: 'ExtensionTakenBack'
      readonly on: Day
      readonly organ: OrganId
      readonly due: Day
      readonly document: string
      /** The account of the head who decided it. */
      readonly decidedBy: string
      readonly reason: Sealed
      readonly told: Told
    }
  | {
      readonly type: 'ReceivedDayCorrected'
      readonly on: Day
      readonly organ: OrganId
      readonly from: Day
      readonly to: Day
      readonly decidedBy: string
      readonly reason: Sealed
      readonly moved: readonly MovedDay[]
    }
  | {
      readonly type: 'ServedDayCorrected'
      readonly on: Day
      readonly organ: OrganId
      readonly document: string
      readonly person: string
      readonly from: Day
      readonly to: Day
      readonly decidedBy: string
      readonly reason: Sealed
      /** The stage to which a closed petition returns, because a right that was taken to be gone is not. */
      readonly reopens: 'served' | 'reviewed' | null
      readonly moved: readonly MovedDay[]
    }
  /** Counted again with another holiday notice: every clock of the petition whose day moved. */
  | { readonly type: 'ClocksRecounted'; readonly on: Day; readonly moved: readonly MovedDay[] }

/** A day that a notice moved, as it is kept for the report of what moved. */
export interface Recount extends MovedDay {
  readonly on: Day
  readonly calendar: string
}

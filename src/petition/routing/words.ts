import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'

/** 转送 forwards; 交办 also demands a report back by a designated day (art. 22). */
export type HandOff = 'transferred' | 'assigned'

export type RoutingCommand =
  | { readonly type: 'Transfer'; readonly to: OrganId; readonly note: Sealed | null }
  | { readonly type: 'Assign'; readonly to: OrganId; readonly reportBy: Day; readonly note: Sealed | null }
  | { readonly type: 'ObjectToTransfer'; readonly reasons: Sealed; readonly suggests: OrganId | null }
  | { readonly type: 'AgreeToReturn'; readonly note: Sealed | null }
  | { readonly type: 'InsistOnTransfer'; readonly reasons: Sealed }
  | { readonly type: 'ReferDispute'; readonly to: OrganId; readonly note: Sealed | null }
  | { readonly type: 'DecideDispute'; readonly competent: OrganId; readonly reasons: Sealed }
  | { readonly type: 'ReportBack'; readonly report: Sealed; readonly result: Sealed }
  | { readonly type: 'PassDutiesOn'; readonly from: OrganId; readonly to: OrganId }
  | { readonly type: 'LeaveSimplifiedTrack'; readonly reason: Sealed }

export type RoutingFact =
  | {
      readonly type: 'PetitionTransferred'
      readonly on: Day
      readonly from: OrganId
      readonly to: OrganId
      readonly note: Sealed | null
    }
  | {
      readonly type: 'PetitionAssigned'
      readonly on: Day
      readonly from: OrganId
      readonly to: OrganId
      readonly reportBy: Day
      readonly note: Sealed | null
    }
  | {
      readonly type: 'TransferObjected'
      readonly on: Day
      readonly organ: OrganId
      readonly reasons: Sealed
      readonly suggests: OrganId | null
    }
  | {
      readonly type: 'TransferReturned'
      readonly on: Day
      readonly from: OrganId
      readonly to: OrganId
      readonly note: Sealed | null
    }
  | { readonly type: 'TransferUpheld'; readonly on: Day; readonly organ: OrganId; readonly reasons: Sealed }
  | {
      readonly type: 'DisputeReferred'
      readonly on: Day
      readonly by: OrganId
      readonly to: OrganId
      readonly arbiter: 'commonSuperior' | 'conference'
      readonly note: Sealed | null
    }
  | {
      readonly type: 'DisputeDecided'
      readonly on: Day
      readonly arbiter: OrganId
      readonly competent: OrganId
      readonly reasons: Sealed
    }
  | {
      readonly type: 'ReportedBack'
      readonly on: Day
      readonly organ: OrganId
      readonly report: Sealed
      readonly result: Sealed
    }
  | { readonly type: 'DutiesPassedOn'; readonly on: Day; readonly from: OrganId; readonly to: OrganId }
  | { readonly type: 'SimplifiedTrackLeft'; readonly on: Day; readonly organ: OrganId; readonly reason: Sealed }

/** The coded values of reception days (领导接访) in words. A code without both languages does not compile. */
import type { ReceivingStanding, ReceptionFrequency, ReceptionPeriod } from '../law/reception.ts'
import type {
  BookingCommandType,
  BookingFactType,
  BookingNeed,
  BookingStage,
  BookingWay,
  Confirmation,
  TalkResult,
  TellingWay,
} from '../leadership/reception/booking.ts'
import type { ReceptionCommandType, ReceptionFactType, ReceptionStage } from '../leadership/reception/reception.ts'
import type { Bilingual } from './bilingual.ts'

export const receptionTerms = {
  receptionStage: {
    planned: { zh: '已安排，未公布', en: 'Planned, not yet public' },
    published: { zh: '已公布，预约中', en: 'Public, requests are gathered' },
    drawn: { zh: '已抽签', en: 'Seats drawn' },
    held: { zh: '已接访', en: 'Held' },
    cancelled: { zh: '已取消', en: 'Called off' },
  } satisfies Record<ReceptionStage, Bilingual>,

  receptionCommand: {
    PlanReception: { zh: '安排接访日', en: 'Plan a reception day' },
    ChangeReception: { zh: '变更时间、地点、名额', en: 'Change time, place or seats' },
    PublishReception: { zh: '公布', en: 'Make it public' },
    SubstituteLeader: { zh: '更换接访领导', en: 'Let another leader receive' },
    CancelReception: { zh: '取消', en: 'Call it off' },
    AllotSeats: { zh: '抽签', en: 'Draw the seats' },
    JoinQueue: { zh: '排入候补', en: 'Join the waiting list' },
    LeaveQueue: { zh: '退出排队', en: 'Leave the order' },
    ConcludeReception: { zh: '接访结束', en: 'Say that it was held' },
  } satisfies Record<ReceptionCommandType, Bilingual>,

  receptionFact: {
    ReceptionPlanned: { zh: '安排接访日', en: 'Planned' },
    ReceptionChanged: { zh: '变更安排', en: 'Changed' },
    ReceptionPublished: { zh: '公布', en: 'Made public' },
    LeaderSubstituted: { zh: '更换接访领导', en: 'Another leader receives' },
    ReceptionCancelled: { zh: '取消', en: 'Called off' },
    SeatsAllotted: { zh: '抽签', en: 'Seats drawn' },
    QueueJoined: { zh: '排入候补', en: 'Somebody joined the waiting list' },
    QueueLeft: { zh: '有人退出，名额顺延', en: 'Somebody left the order' },
    ReceptionConcluded: { zh: '接访结束', en: 'Held' },
  } satisfies Record<ReceptionFactType, Bilingual>,

  bookingStage: {
    requested: { zh: '已预约', en: 'Asked for' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
    absent: { zh: '未到', en: 'Did not come' },
    arrived: { zh: '已签到', en: 'Has come' },
    talking: { zh: '谈话中', en: 'Being received' },
    recorded: { zh: '已记录', en: 'Talk recorded' },
    concluded: { zh: '已接待', en: 'Received' },
  } satisfies Record<BookingStage, Bilingual>,

  bookingCommand: {
    RequestSeat: { zh: '预约', en: 'Ask for a seat' },
    CancelBooking: { zh: '取消预约', en: 'Cancel the booking' },
    InformHolder: { zh: '记录已告知', en: 'Record that they were told' },
    FollowTable: { zh: '随接访安排调整', en: 'Follow a change of the day' },
    CheckIn: { zh: '签到', en: 'Check in' },
    RecordAbsence: { zh: '记录未到', en: 'Record that nobody came' },
    StartTalk: { zh: '开始谈话', en: 'Begin the talk' },
    RecordTalk: { zh: '谈话记录', en: 'Record the talk' },
    AddTableNote: { zh: '本单位意见', en: 'Note of your organ' },
    ConcludeTalk: { zh: '处理结果', en: 'What comes of it' },
    FollowPetition: { zh: '随信访事项调整知悉范围', en: 'Follow the petition in who may know of it' },
    EraseBooking: { zh: '随信访事项销毁', en: 'Erase with its petition' },
  } satisfies Record<BookingCommandType, Bilingual>,

  bookingFact: {
    SeatRequested: { zh: '预约', en: 'Asked for a seat' },
    BookingCancelled: { zh: '取消预约', en: 'Booking cancelled' },
    HolderInformed: { zh: '已告知本人', en: 'Person told' },
    TableFollowed: { zh: '随接访安排调整', en: 'Followed a change of the day' },
    HolderArrived: { zh: '签到', en: 'Checked in' },
    AbsenceRecorded: { zh: '未到', en: 'Did not come' },
    TalkStarted: { zh: '开始谈话', en: 'Talk begun' },
    TalkRecorded: { zh: '记录并宣读确认', en: 'Recorded, read back and confirmed' },
    TableNoteAdded: { zh: '单位意见', en: 'Note of an organ' },
    TalkConcluded: { zh: '明确处理结果', en: 'Result stated' },
    BookingKept: { zh: '调整知悉范围', en: 'Kept from those whom it is about' },
    BookingErased: { zh: '随信访事项依法销毁', en: 'Erased with its petition' },
  } satisfies Record<BookingFactType, Bilingual>,

  bookingWay: {
    portal: { zh: '网上', en: 'On line' },
    window: { zh: '窗口', en: 'At the window' },
    phone: { zh: '电话', en: 'By telephone' },
  } satisfies Record<BookingWay, Bilingual>,

  bookingNeed: {
    frail: { zh: '年老体弱、残疾、患病、孕产', en: 'Old, disabled, ill, or with child' },
    urgent: { zh: '事情紧急', en: 'It cannot wait' },
  } satisfies Record<BookingNeed, Bilingual>,

  tellingWay: {
    phone: { zh: '电话', en: 'By telephone' },
    inPerson: { zh: '当面', en: 'In person' },
    letter: { zh: '信函', en: 'By letter' },
  } satisfies Record<TellingWay, Bilingual>,

  confirmation: {
    signature: { zh: '签名', en: 'Signed' },
    fingerprint: { zh: '按指印', en: 'By fingerprint' },
    voiceConfirmed: { zh: '口头确认', en: 'Confirmed aloud' },
  } satisfies Record<Confirmation, Bilingual>,

  talkResult: {
    registered: { zh: '登记为信访事项', en: 'Registered as a petition' },
    attached: { zh: '并入已有信访事项', en: 'Attached to an existing petition' },
    explained: { zh: '当场说明', en: 'Explained on the spot' },
  } satisfies Record<TalkResult['kind'], Bilingual>,

  receivingStanding: {
    main: { zh: '主要负责同志', en: 'Head of party or government' },
    other: { zh: '其他负责同志', en: 'Other leader' },
    any: { zh: '负责同志', en: 'Any leader' },
  } satisfies Record<ReceivingStanding, Bilingual>,

  receptionPeriod: {
    year: { zh: '每年一次', en: 'once a year' },
    quarter: { zh: '每季度一次', en: 'once a quarter' },
    month: { zh: '每月一次', en: 'once a month' },
    week: { zh: '每周一次', en: 'once a week' },
    workingDay: { zh: '每个工作日有人接访', en: 'somebody on each working day' },
    anyTime: { zh: '随时接待', en: 'whenever somebody comes' },
  } satisfies Record<ReceptionPeriod, Bilingual>,

  receptionFrequency: {
    provinceLeader: { zh: '省级负责同志', en: 'leaders of a province' },
    prefectureLeader: { zh: '市（州）级负责同志', en: 'leaders of a prefecture' },
    countyMain: { zh: '县（市、区）主要负责同志', en: 'the heads of a county' },
    countyOther: { zh: '县（市、区）其他负责同志', en: 'other leaders of a county' },
    countyEachDay: { zh: '县（市、区）每个工作日', en: 'a county on each working day' },
    townshipLeader: { zh: '乡镇（街道）负责同志', en: 'leaders of a township' },
  } satisfies Record<ReceptionFrequency, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type ReceptionTermGroup = keyof typeof receptionTerms

/** A code in words; one that nobody knows says itself. */
export function receptionTermOf(group: ReceptionTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = receptionTerms[group]
  return words[code] ?? { zh: code, en: code }
}

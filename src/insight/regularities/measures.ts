/** What can have been done in a matter, and by which facts of other rooms it is known. */

import type { ItemFactOf } from '../../coordination/conference/conference.ts'
import type { EngagementFact } from '../../coordination/helpers/engagement.ts'
import type { AnyFact } from '../../engine/envelope.ts'
import type { OwnershipFactOf } from '../../leadership/ownership/ownership.ts'
import type { VisitFactOf } from '../../leadership/visits/visit.ts'
import type { MediationFactOf } from '../../mediation/mediations/mediation.ts'
import type { ReliefFactOf } from '../../mediation/relief/relief.ts'
import type { SupervisionFactOf } from '../../supervision/supervision.ts'

/** 调解 · 简易办理 · 听证 · 协助 · 领导包案 · 下访见面 · 联席会议研究 · 帮扶救助 · 社会力量协助 · 督办 */
export const measures = [
  ...(['mediated', 'simplified', 'heard', 'assisted'] as const),
  ...(['owned', 'visited', 'conference', 'relief', 'helped', 'ordered'] as const),
] as const
export type Measure = (typeof measures)[number]

interface Teller {
  readonly measure: Measure
  readonly room: string
  /** The petitions in which it was done, by the fact itself and the first of its stream. */
  petitions(fact: AnyFact, first: AnyFact): readonly string[]
}

type Fact<F> = F & AnyFact
type HelperInvited = Extract<EngagementFact, { readonly type: 'HelperInvited' }>

export const tellers: Readonly<Record<string, Teller>> = {
  OwnerAssigned: {
    ...{ measure: 'owned', room: 'ownership' },
    petitions: (_, first) => [(first as Fact<OwnershipFactOf<'OwnershipProposed'>>).petition],
  },
  EntryRecorded: {
    ...{ measure: 'visited', room: 'visit' },
    petitions: (fact) => {
      const { kind, petition } = fact as Fact<VisitFactOf<'EntryRecorded'>>
      return kind === 'met' && petition !== null ? [petition] : []
    },
  },
  ItemDecided: {
    ...{ measure: 'conference', room: 'item' },
    petitions: (_, first) => (first as Fact<ItemFactOf<'ItemBrought'>>).petitions,
  },
  ReliefHelped: {
    ...{ measure: 'relief', room: 'relief' },
    petitions: (_, first) => [(first as Fact<ReliefFactOf<'ReliefExplained'>>).petition],
  },
  HelpRecorded: {
    ...{ measure: 'helped', room: 'engagement' },
    petitions: (_, first) => {
      const { subject } = first as Fact<HelperInvited>
      return subject.kind === 'petition' ? [subject.petition] : []
    },
  },
  OrderOpened: {
    ...{ measure: 'ordered', room: 'supervision' },
    petitions: (_, first) => {
      const { subject } = first as Fact<SupervisionFactOf<'SupervisionBegun'>>
      return subject.kind === 'petition' ? [subject.petition] : []
    },
  },
  // when everybody agreed to it, however it went: what came of it must not choose what is counted
  MediationStarted: {
    ...{ measure: 'mediated', room: 'mediation' },
    petitions: (_, first) => {
      const { subject } = first as Fact<MediationFactOf<'MediationOpened'>>
      return subject.kind === 'petition' ? [subject.number] : []
    },
  },
}

export interface Told {
  readonly measure: Measure
  readonly petitions: readonly string[]
}

/** What a fact tells of which petitions; the first fact of its stream says what that is about. */
export function toldBy(stream: string, fact: AnyFact, first: AnyFact): Told | null {
  const teller = tellers[fact.type]
  if (teller === undefined || !stream.startsWith(`${teller.room}:`)) return null
  return { measure: teller.measure, petitions: teller.petitions(fact, first) }
}

/** What can have been done in a matter, and by which facts of other rooms it is known. */
import type { AnyFact } from '../../engine/envelope.ts'

/** 调解 · 简易办理 · 听证 · 协助 · 领导包案 · 下访见面 · 联席会议研究 · 帮扶救助 · 社会力量协助 · 督办 */
export const measures = [
  ...(['mediated', 'simplified', 'heard', 'assisted'] as const),
  ...(['owned', 'visited', 'conference', 'relief', 'helped', 'ordered'] as const),
] as const
export type Measure = (typeof measures)[number]

interface Teller {
  readonly measure: Measure
  readonly room: string
  /** The petitions in which it was done, by the facts of its stream until this one. */
  petitions(fact: AnyFact, first: AnyFact): readonly string[]
}

interface Naming {
  readonly petition?: unknown
  readonly petitions?: unknown
  readonly kind?: unknown
  readonly subject?: { readonly kind?: unknown; readonly petition?: unknown; readonly number?: unknown }
}
const named = (fact: AnyFact): Naming => fact as unknown as Naming
const text = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : [])
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.flatMap(text) : [])
const ofFirst = (_: AnyFact, first: AnyFact) => text(named(first).petition)
const ofSubject = ({ subject }: Naming) =>
  subject?.kind === 'petition' ? text(subject.petition ?? subject.number) : []

export const tellers: Readonly<Record<string, Teller>> = {
  OwnerAssigned: { measure: 'owned', room: 'ownership', petitions: ofFirst },
  EntryRecorded: {
    measure: 'visited',
    room: 'visit',
    petitions: (fact) => (named(fact).kind === 'met' ? text(named(fact).petition) : []),
  },
  ItemDecided: { measure: 'conference', room: 'item', petitions: (_, first) => texts(named(first).petitions) },
  ReliefHelped: { measure: 'relief', room: 'relief', petitions: ofFirst },
  HelpRecorded: { measure: 'helped', room: 'engagement', petitions: (_, first) => ofSubject(named(first)) },
  OrderOpened: { measure: 'ordered', room: 'supervision', petitions: (_, first) => ofSubject(named(first)) },
  MediationClosed: { measure: 'mediated', room: 'mediation', petitions: (fact) => ofSubject(named(fact)) },
}

/** What a fact tells of which petitions; the first fact of its stream says what that is about. */
export function toldBy(
  stream: string,
  fact: AnyFact,
  first: AnyFact,
): { measure: Measure; petitions: readonly string[] } | null {
  const teller = tellers[fact.type]
  if (teller === undefined || !stream.startsWith(`${teller.room}:`)) return null
  return { measure: teller.measure, petitions: teller.petitions(fact, first) }
}

/**
 * What is counted: one line for each matter, made of its facts alone, so that counting again gives the same. It says where, of what kind, when
 * and by which way a matter came, and whether the same came before; never whose it is (docs/adr/0047).
 */
import type { AnyFact } from '../../engine/envelope.ts'
import type { Day } from '../../kernel/day.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, FactType, Petition, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { WarningSource } from './warning.ts'

export interface Line {
  readonly place: string
  readonly category: string
  /** On which it came in. What is taken over from other systems came in when it did there. */
  readonly day: Day
  readonly source: WarningSource
  /** The same matter as one of an earlier day. */
  readonly again: boolean
}

export interface LineSource {
  readonly name: 'petition' | 'dispute'
  /** Facts after which a line can be another. All else costs nothing. */
  readonly follows: readonly string[]
  owns(stream: string): boolean
  line(facts: readonly AnyFact[], stream: string): Line | null
}

const petitionFacts: readonly FactType[] = [
  ...(['PetitionRegistered', 'PetitionCorrected', 'PetitionsLinked', 'PetitionsUnlinked'] as const),
  ...(['ComplainedNamed', 'ReceivedDayCorrected'] as const),
]

/** The days of two petitions, which the first six digits of their numbers are. */
const isEarlier = (one: string, other: string): boolean => one.slice(0, 6) < other.slice(0, 6)

/** Nothing that accuses anybody is counted, not even as one of many: whoever it is about would see a count grow (art. 30 (3)). */
const isKeptOut = (petition: Petition): boolean =>
  petition.class === 'accusation' ||
  petition.about.some(({ as }) => as === 'accused') ||
  partsOf(petition).accused.length > 0

function petitionLine(facts: readonly AnyFact[], stream: string): Line | null {
  let petition: State = null
  for (const fact of facts) petition = petitionRoom.evolve(petition, fact as Fact)
  if (petition === null || isKeptOut(petition)) return null
  const { place, category, receivedOn, channel, firstTime, links } = petition
  return {
    ...{ place, category, day: receivedOn, source: channel },
    again: !firstTime || links.some(({ to }) => isEarlier(to, stream)),
  }
}

export const petitionLines: LineSource = {
  name: 'petition',
  follows: petitionFacts,
  owns: (stream) => petitionRoom.owns?.(stream) ?? false,
  line: petitionLine,
}

export const isSameLine = (a: Line | null, b: Line | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.place === b.place &&
    a.category === b.category &&
    a.day === b.day &&
    a.source === b.source &&
    a.again === b.again)

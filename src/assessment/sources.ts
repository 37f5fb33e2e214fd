/** From whose facts lines are made: one entry for each room that is measured. */
import type { AnyFact } from '../engine/envelope.ts'
import type { Organs } from '../kernel/organ.ts'
import { type MeasureName, sourceOf } from '../law/assessment.ts'
import type { Fact } from '../petition/petition.ts'
import { petitionRoom } from '../petition/room.ts'
import type { ProposalFact } from '../supervision/proposals/proposal.ts'
import { proposalRoom } from '../supervision/proposals/room.ts'
import { supervisionRoom } from '../supervision/room.ts'
import type { SupervisionFact } from '../supervision/supervision.ts'
import type { Line } from './line.ts'
import { mattersOfOrders, orderLines } from './order-lines.ts'
import { mattersToAssessment, petitionLines } from './petition-lines.ts'
import { mattersOfProposals, proposalLines } from './proposal-lines.ts'

export type SourceName = NonNullable<(typeof sourceOf)[MeasureName]>

export interface LineSource {
  readonly name: SourceName
  owns(stream: string): boolean
  /** Whether a fact can change a line at all; what cannot costs nothing. */
  matters(fact: AnyFact): boolean
  /** Every line of a stream, from all its facts. */
  lines(facts: readonly AnyFact[], organs: Organs): readonly Line[]
}

export const sources: readonly LineSource[] = [
  {
    name: 'petition',
    owns: (stream) => petitionRoom.owns?.(stream) ?? false,
    matters: (fact) => mattersToAssessment(fact as Fact),
    lines: (facts, organs) => petitionLines(facts as readonly Fact[], organs),
  },
  {
    name: 'supervision',
    owns: (stream) => stream.startsWith(`${supervisionRoom.name}:`),
    matters: (fact) => mattersOfOrders(fact as SupervisionFact),
    lines: (facts) => orderLines(facts as readonly SupervisionFact[]),
  },
  {
    name: 'proposal',
    owns: (stream) => stream.startsWith(`${proposalRoom.name}:`),
    matters: (fact) => mattersOfProposals(fact as ProposalFact),
    lines: (facts) => proposalLines(facts as readonly ProposalFact[]),
  },
]

export const sourceOfStream = (stream: string): LineSource | undefined => sources.find((each) => each.owns(stream))

/** What no room of the house knows is said to be so, and never computed. */
export const isMeasured = (measure: MeasureName): boolean => sources.some(({ name }) => name === sourceOf[measure])

/** From whose facts lines are made: one entry for each room that is counted. */
import { disputeLines } from './dispute-line.ts'
import { type LineSource, petitionLines } from './line.ts'

export const lineSources: readonly LineSource[] = [petitionLines, disputeLines]

export const sourceOf = (stream: string): LineSource | undefined => lineSources.find((source) => source.owns(stream))

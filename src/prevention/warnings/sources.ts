/** From whose facts lines are made: one entry for each room that is counted. */
import { type LineSource, petitionLines } from './line.ts'

export const lineSources: readonly LineSource[] = [petitionLines]

export const sourceOf = (stream: string): LineSource | undefined => lineSources.find((source) => source.owns(stream))

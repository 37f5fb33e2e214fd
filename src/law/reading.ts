/**
 * The shape of what a pack says of readings (领导阅批): what a leader can instruct with one tap. Practice and no law: every row is the
 * house's own (docs/adr/0037), and a place that writes otherwise takes a row out or lays another over it.
 */
import type { Span } from '../kernel/span.ts'
import type { Basis } from './basis.ts'

/** 一键批示: `{organ}` stands for whoever does it and `{day}` for the day by which the result is reported. */
export interface InstructionTemplate {
  readonly zh: string
  readonly en: string
  /** How far away the day is that is offered first; the leader names it. */
  readonly span: Extract<Span, { readonly unit: 'days' | 'workingDays' }>
  readonly basis: Basis
}

/** A template that leaves out whom or by when is none. */
export const namesWhomAndWhen = (text: string): boolean => text.includes('{organ}') && text.includes('{day}')

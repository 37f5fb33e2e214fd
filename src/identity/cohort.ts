import type { Brand } from '../kernel/brand.ts'
import type { Day } from '../kernel/day.ts'

/**
 * The cases that one key seals and that can be erased together: a month of registration and a class of case, so that
 * all of them leave their retention at the same time. `2026-11.claim`
 */
export type Cohort = Brand<string, 'Cohort'>

const shape = /^\d{4}-(?:0[1-9]|1[0-2])\.[a-z][a-z-]{0,31}$/

/** Reads a cohort. The narrow shape also makes it safe as part of a file's name. */
export const parseCohort = (text: string): Cohort | null => (shape.test(text) ? (text as Cohort) : null)

/** The cohort of a case that was registered on a day. The class is the pack's own word: `claim`, `house-visit`. Throws on any other shape. */
export function cohortOf(registeredOn: Day, retentionClass: string): Cohort {
  const cohort = parseCohort(`${registeredOn.slice(0, 7)}.${retentionClass}`)
  if (cohort === null) throw new Error(`not a retention class: ${retentionClass}`)
  return cohort
}

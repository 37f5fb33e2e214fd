/** Something to change before going on, at the field that it concerns. */
export interface Problem {
  readonly field: string
  readonly message: string
}

export const problemAt = (problems: readonly Problem[], field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.message

/** As people count: by character, not by unit of memory. */
export function lengthOf(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

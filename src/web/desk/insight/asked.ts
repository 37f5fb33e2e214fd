/** What is looked at, as it stands in the address of the page: what somebody sees can be sent to a colleague. */
export const dimensions = [
  ...(['category', 'place', 'complained', 'channel', 'class', 'outcome', 'stage', 'again', 'circle'] as const),
] as const
export type Dimension = (typeof dimensions)[number]

export const asDimension = (text: string | null, usual: Dimension): Dimension =>
  dimensions.find((each) => each === text) ?? usual

export const comparisons = ['previous', 'lastYear'] as const
export const rates = ['again', 'supported'] as const
export const scopes = ['place', 'own'] as const

/** What the house is asked; how the page shows it is for the page alone. */
const ofHouse = ['scope', 'period', 'against', ...dimensions] as const

export const queryOf = (search: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries(ofHouse.flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? '']] : [])))

/** The address of the same page with something else; null takes it away. */
export function withSearch(search: URLSearchParams, changes: Readonly<Record<string, string | null>>): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return next
}

/** The petitions behind a cell. */
export const casesHref = (search: URLSearchParams, changes: Readonly<Record<string, string>>): string =>
  `/insight/cases?${withSearch(new URLSearchParams(queryOf(search)), changes)}`

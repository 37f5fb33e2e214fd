/** What is asked of the register, as it stands in the address of the page: a filtered list can be sent to a colleague. */
export interface Filters {
  readonly q?: string
  readonly stage?: readonly string[]
  readonly class?: readonly string[]
  readonly channel?: readonly string[]
  readonly category?: string
  readonly place?: string
  readonly holder?: string
  readonly registrar?: string
  readonly from?: string
  readonly to?: string
  readonly urgent?: 'true'
  readonly sort: Sort
}

export const sorts = ['-registeredOn', 'registeredOn'] as const
export type Sort = (typeof sorts)[number]
const several = ['stage', 'class', 'channel'] as const
const single = ['q', 'category', 'place', 'holder', 'registrar', 'from', 'to'] as const

export function filtersFrom(search: URLSearchParams): Filters {
  const found: Record<string, unknown> = { sort: sorts.find((sort) => sort === search.get('sort')) ?? '-registeredOn' }
  for (const name of several) {
    const values = search.get(name)?.split(',').filter(Boolean) ?? []
    if (values.length > 0) found[name] = values
  }
  for (const name of single) {
    const value = search.get(name)
    if (value) found[name] = value
  }
  if (search.get('urgent') === 'true') found.urgent = 'true'
  return found as unknown as Filters
}

/** For the address of the page and for the API alike. The usual order is not written down. */
export function searchFrom({ sort, ...filters }: Filters): Record<string, string> {
  const search: Record<string, string> = sort === '-registeredOn' ? {} : { sort }
  for (const [name, value] of Object.entries(filters)) {
    const text = typeof value === 'string' ? value : value.join(',')
    if (text) search[name] = text
  }
  return search
}

export const countFilters = ({ sort: _, ...filters }: Filters): number =>
  Object.values(filters).filter((value) => value !== undefined && value.length > 0).length

export interface SavedFilter {
  readonly name: string
  readonly search: string
}

const place = 'xinqiao.desk.register.saved'

export function readSaved(): readonly SavedFilter[] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(saved) ? saved.filter(isSaved) : []
  } catch {
    return []
  }
}

const isSaved = (value: unknown): value is SavedFilter =>
  typeof value === 'object' && value !== null && 'name' in value && 'search' in value

export function writeSaved(saved: readonly SavedFilter[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(saved))
  } catch {
    // A browser that keeps nothing loses the saved filter; the address of the page still holds it.
  }
}

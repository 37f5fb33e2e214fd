/**
 * A table that everybody may read, without the figures by which single matters could be found: those are withheld, and so many others beside
 * them that no sum gives them back (docs/adr/0062). Pure.
 *
 * With its sums a table is one in which every row and every column adds up to nought, the sums taken as negative. What is withheld is then a
 * set of unknowns, each in one row and one column. One of them is found out exactly where it lies on no circle of unknowns: where cutting it
 * out parts its row from its column, everything on one side adds up without it. On a circle each can be one more or one less than it is, by
 * turns, as long as none of them is nought; so noughts are never used to hide another.
 */

/** Fewer are not told: who knows one of them would know the rest. */
export const fewestTold = 5

const isSmall = (n: number): boolean => n > 0 && n < fewestTold

export interface OpenTable {
  /** Null for what is withheld. */
  readonly cells: readonly (readonly (number | null)[])[]
  /** Of each row. */
  readonly sums: readonly (number | null)[]
  readonly columnSums: readonly number[]
  readonly sum: number
}

/** Null where nothing can be told: a column or the whole holds too few, or what must be hidden cannot be. */
export function withheld(counts: readonly (readonly number[])[]): OpenTable | null {
  const width = counts[0]?.length ?? 0
  const columnSums = Array.from({ length: width }, (_, at) => counts.reduce((sum, row) => sum + (row[at] ?? 0), 0))
  const sum = columnSums.reduce((total, each) => total + each, 0)
  if (sum < fewestTold || columnSums.some(isSmall)) return null
  const rows = counts.map((row) => [...row, row.reduce((total, each) => total + each, 0)])
  const hidden = hide(rows)
  if (hidden === null) return null
  const shown = rows.map((row, at) => row.map((n, column) => (hidden.has(keyOf(at, column)) ? null : n)))
  return {
    cells: shown.map((row) => row.slice(0, width)),
    sums: shown.map((row) => row[width] ?? null),
    ...{ columnSums, sum },
  }
}

const keyOf = (row: number, column: number): string => `${row},${column}`
type Spot = readonly [row: number, column: number]

/** Rows with their sums at the end. The sums of columns are told in any case: they are the same in every table. */
function hide(rows: readonly (readonly number[])[]): ReadonlySet<string> | null {
  const hidden = new Map<string, Spot>()
  const put = (spot: Spot) => hidden.set(keyOf(...spot), spot)
  for (const [row, cells] of rows.entries())
    for (const [column, n] of cells.entries()) if (isSmall(n)) put([row, column])
  for (;;) {
    const exposed = [...hidden.values()].find((spot) => isAlone(spot, [...hidden.values()]))
    if (exposed === undefined) return new Set(hidden.keys())
    const others = cheapestCircle(exposed, rows, hidden)
    if (others === null) return null
    for (const spot of others) put(spot)
  }
}

/** Whether its row and its column hang together by nothing else that is withheld. */
function isAlone([row, column]: Spot, hidden: readonly Spot[]): boolean {
  const rest = hidden.filter(([r, c]) => r !== row || c !== column)
  const [rows, columns] = [new Set([row]), new Set<number>()]
  for (let grew = true; grew; ) {
    grew = false
    for (const [r, c] of rest)
      if (rows.has(r) !== columns.has(c)) {
        rows.add(r)
        columns.add(c)
        grew = true
      }
  }
  return !columns.has(column)
}

/** The three others of the rectangle that costs least to withhold. */
function cheapestCircle(
  [row, column]: Spot,
  rows: readonly (readonly number[])[],
  hidden: ReadonlyMap<string, Spot>,
): readonly Spot[] | null {
  let [best, least]: [readonly Spot[] | null, number] = [null, Number.POSITIVE_INFINITY]
  for (const [otherRow, cells] of rows.entries()) {
    if (otherRow === row) continue
    for (const otherColumn of cells.keys()) {
      if (otherColumn === column) continue
      const spots: readonly Spot[] = [
        [row, otherColumn],
        [otherRow, otherColumn],
        [otherRow, column],
      ]
      const counts = spots.map(([r, c]) => rows[r]?.[c] ?? 0)
      if (counts.includes(0)) continue
      const cost = spots.reduce((sum, spot, at) => sum + (hidden.has(keyOf(...spot)) ? 0 : (counts[at] ?? 0)), 0)
      if (cost < least) [best, least] = [spots, cost]
    }
  }
  return best
}

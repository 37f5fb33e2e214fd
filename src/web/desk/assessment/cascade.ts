/** Letters in the order of a tree: each that carries another on stands below it. One whose upper letter is not in the list stands at the top. */
interface Linked {
  readonly letter: string
  readonly carriesOn: string | null
}

export interface Nested<Row> {
  readonly row: Row
  readonly depth: number
}

export function cascade<Row extends Linked>(rows: readonly Row[]): readonly Nested<Row>[] {
  const known = new Set(rows.map(({ letter }) => letter))
  const below = Map.groupBy(rows, ({ carriesOn }) => (carriesOn !== null && known.has(carriesOn) ? carriesOn : null))
  const nested: Nested<Row>[] = []
  const seen = new Set<string>()
  const walk = (under: string | null, depth: number): void => {
    for (const row of below.get(under) ?? []) {
      if (seen.has(row.letter)) continue
      seen.add(row.letter)
      nested.push({ row, depth })
      walk(row.letter, depth + 1)
    }
  }
  walk(null, 0)
  // whatever a circle would hide is shown all the same
  return [...nested, ...rows.filter(({ letter }) => !seen.has(letter)).map((row) => ({ row, depth: 0 }))]
}

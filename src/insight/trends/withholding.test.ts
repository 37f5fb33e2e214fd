/** What is withheld of a table that everybody may read is not found out from the rest (docs/adr/0062): by trying. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewestTold, type OpenTable, withheld } from './withholding.ts'

/** Every way in which what is withheld can be filled in so that all sums come out, one row after the other. */
function* fillings({ cells, sums, columnSums }: OpenTable, at = 0, left = columnSums): Generator<readonly number[][]> {
  const [row, sum] = [cells[at], sums[at] ?? null]
  if (row === undefined) {
    if (left.every((each) => each === 0)) yield []
    return
  }
  for (const filled of rowsOf(row, sum, left)) {
    const rest = left.map((each, column) => each - (filled[column] ?? 0))
    for (const more of fillings({ cells, sums, columnSums } as OpenTable, at + 1, rest)) yield [filled, ...more]
  }
}

function* rowsOf(row: readonly (number | null)[], sum: number | null, left: readonly number[]): Generator<number[]> {
  const [first, ...others] = row
  if (first === undefined) {
    if (sum === null || sum === 0) yield []
    return
  }
  const most = Math.min(left[0] ?? 0, sum ?? Number.POSITIVE_INFINITY)
  for (const n of first === null ? Array.from({ length: most + 1 }, (_, each) => each) : [first]) {
    if (n > most) continue
    for (const rest of rowsOf(others, sum === null ? null : sum - n, left.slice(1))) yield [n, ...rest]
  }
}

/** What an attacker may still believe of each cell; no more is tried than it takes to leave every one of them in doubt. */
function believed(table: OpenTable): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>()
  for (const filling of fillings(table)) {
    for (const [row, cells] of filling.entries())
      for (const [column, n] of cells.entries()) {
        const key = `${row},${column}`
        found.set(key, (found.get(key) ?? new Set()).add(n))
      }
    if (isInDoubt(table, found)) break
  }
  return found
}

const isInDoubt = ({ cells }: OpenTable, found: ReadonlyMap<string, ReadonlySet<number>>): boolean =>
  cells.every((row, at) => row.every((n, column) => n !== null || (found.get(`${at},${column}`)?.size ?? 0) > 1))

const tables = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat(8), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )

describe('A table for everybody', () => {
  it('tells no small figure, and none is found out from its sums', () => {
    let told = 0
    fc.assert(
      fc.property(tables, (counts) => {
        const table = withheld(counts)
        if (table === null) return
        told += 1
        expect(table.cells.flat().filter((n) => n !== null && n > 0 && n < fewestTold)).toEqual([])
        expect(table.sums.filter((n) => n !== null && n > 0 && n < fewestTold)).toEqual([])
        const beliefs = believed(table)
        for (const [row, cells] of table.cells.entries())
          for (const [column, n] of cells.entries()) {
            const belief = beliefs.get(`${row},${column}`) ?? new Set()
            if (n === null) expect(belief.size, JSON.stringify(counts)).toBeGreaterThan(1)
          }
      }),
      { seed: 62, numRuns: 300 },
    )
    expect(told).toBeGreaterThan(50)
  })

  it('withholds the small one and three others, and not its total minus the rest', () => {
    const table = withheld([
      [2, 30, 40],
      [50, 60, 70],
      [9, 20, 30],
    ])
    expect(table?.cells).toEqual([
      [null, null, 40],
      [50, 60, 70],
      [null, null, 30],
    ])
    expect(table?.sums).toEqual([72, 180, 59])
  })

  it('is told whole where nothing in it is small', () => {
    expect(
      withheld([
        [5, 0],
        [7, 9],
      ])?.cells,
    ).toEqual([
      [5, 0],
      [7, 9],
    ])
  })

  it('is not told at all where a column holds too few', () => {
    expect(
      withheld([
        [1, 30],
        [2, 40],
      ]),
    ).toBeNull()
  })
})

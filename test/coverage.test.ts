import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coverageReference, covered, pagesThereAre, rowsByArticle, suitesByArticle } from './coverage.ts'

const path = new URL('../docs/reference/coverage.md', import.meta.url)
const rows = rowsByArticle()
const suites = await suitesByArticle()

describe('docs/reference/coverage.md', () => {
  it('is what the pack, the suites and the pages say', async () => {
    const reference = await coverageReference()
    if (process.env.UPDATE_REFERENCE) writeFileSync(path, reference)
    expect(readFileSync(path, 'utf8')).toBe(reference)
  })

  it('goes through articles 9, 11–25 and 27–46', () => {
    const asked = [9, ...span(11, 25), ...span(27, 46)]
    expect(Object.keys(covered).map(Number)).toEqual(asked)
  })

  it('leaves out no article that a row cites, within those', () => {
    const cited = [...rows.keys()].filter((article) => article !== 26 && article > 13 && article < 47)
    expect(cited.filter((article) => !(article in covered))).toEqual([])
  })

  it('names only pages that there are', () => {
    const there = pagesThereAre()
    expect(there.size).toBeGreaterThan(20)
    const named = Object.values(covered).flatMap(({ pages }) => pages)
    expect(named.filter((page) => !there.has(page))).toEqual([])
  })

  it.each(Object.entries(covered))(
    'article %s has rows, tests and pages, or says what is missing',
    (key, { pages, open }) => {
      const article = Number(key)
      // art. 17 is the shape of a registration, and no row
      const parts = [
        (rows.get(article) ?? []).length + Number(article === 17),
        (suites.get(article) ?? []).length,
        pages.length,
      ]
      if (open === undefined) expect(Math.min(...parts)).toBeGreaterThan(0)
      else expect(open.length).toBeGreaterThan(10)
    },
  )
})

const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

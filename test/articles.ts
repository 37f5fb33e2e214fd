import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Article, collectArticles } from '../src/petition/spec.ts'

const root = new URL('../src/', import.meta.url).pathname
/** The spec of the petition room, from inside it and from the rooms above that have rows of their own in the pack. */
const usesArticles = /import \{[^}]*\barticle\b[^}]*\} from '\.{1,2}\/(?:\.\.\/)*(?:petition\/)?spec\.ts'/

let collections = 0

/** Every suite of the pack that is titled by an article, without running it. */
export async function articlesOfPack(): Promise<readonly Article[]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(root, name))
    .filter((file) => usesArticles.test(readFileSync(file, 'utf8')))
    .sort()
  return collectArticles(async () => {
    // One after the other: in which order they come must not depend on which of them is read fastest. Under an address of their own: as tests
    // they may have been read in this process already, and would not be again.
    collections += 1
    for (const file of files) await import(/* @vite-ignore */ `${file}?collected=${collections}`)
  })
}

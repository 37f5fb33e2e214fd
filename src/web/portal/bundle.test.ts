/** What reaches a telephone, built as it is shipped: how heavy, how old it may be, and that the strict policy lets it run. */
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'

let files: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[] = []

beforeAll(async () => {
  const configFile = new URL('./vite.config.ts', import.meta.url).pathname
  const built = await build({ configFile, mode: 'production', logLevel: 'silent', build: { write: false } })
  files = (built as Rolldown.RolldownOutput).output
})

const chunks = () => files.filter((file) => file.type === 'chunk')
const text = (name: RegExp) => {
  const file = files.find(({ fileName }) => name.test(fileName))
  if (!file) throw new Error(`nothing built is called ${name}`)
  return file.type === 'chunk' ? file.code : String(file.source)
}
/** Where in the bundle something stands: short, because nobody reads a bundle in a test report. */
const finds = (pattern: RegExp, of = (code: string) => code) =>
  chunks().flatMap(({ code, fileName }) => {
    const found = pattern.exec(of(code))
    return found ? [`${fileName}: ${found[0]}`] : []
  })
const weight = (code: string) => gzipSync(code, { level: 9 }).length

/** A chunk and all that it loads at once. */
function loadedBy(...names: readonly string[]): readonly Rolldown.OutputChunk[] {
  const byName = new Map(chunks().map((chunk) => [chunk.fileName, chunk]))
  const seen = new Set<string>()
  const load = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    for (const next of byName.get(name)?.imports ?? []) load(next)
  }
  for (const name of names) load(name)
  return chunks().filter(({ fileName }) => seen.has(fileName))
}

/** Words of one language, fetched beside the page that says them. */
const isWords = (name: string): boolean => /[/-](?:zh|en)-/.test(name)

/** The entry, all that it loads at once, and one language. */
const firstLoad = (): readonly Rolldown.OutputChunk[] =>
  loadedBy(
    ...chunks()
      .filter(({ isEntry, fileName }) => isEntry || /\/zh-/.test(fileName))
      .map(({ fileName }) => fileName),
  )

describe('on a slow line', () => {
  it('loads no more than 40 KB of script at first', () => {
    expect(firstLoad().length).toBeGreaterThan(1)
    expect(firstLoad().reduce((sum, { code }) => sum + weight(code), 0)).toBeLessThan(40_000)
  })
  it('loads no more than 80 KB of script for whatever page is opened', () => {
    const pages = chunks().filter(({ isDynamicEntry, fileName }) => isDynamicEntry && !isWords(fileName))
    expect(pages.length).toBeGreaterThan(8)
    const first = firstLoad()
    const heavy = pages
      .map((page) => {
        const all = new Set([...first, ...loadedBy(page.fileName)])
        return [page.name, [...all].reduce((sum, { code }) => sum + weight(code), 0)] as const
      })
      .filter(([, bytes]) => bytes > 80_000)
    expect(heavy).toEqual([])
  })
  it('has no more than 145 KB of script in one language in all, which nobody loads at once', () => {
    const all = chunks().filter(({ fileName }) => !/[/-]en-/.test(fileName))
    expect(all.reduce((sum, { code }) => sum + weight(code), 0)).toBeLessThan(145_000)
  })
})

describe('on an old telephone (Chrome 64, Safari 12)', () => {
  const tooNew: readonly (readonly [string, RegExp])[] = [
    ['optional chaining', /[\w)\]]\?\.[a-z_$([]/i],
    ['nullish coalescing', /[^?]\?\?[^?]/],
    ['private fields', /[.{;]#[a-z]/i],
    ['catch without a name', /catch\{/],
    ['structuredClone', /\bstructuredClone\(/],
    ['randomUUID', /\.randomUUID\(/],
    ['Object.groupBy', /Object\.groupBy\(/],
    ['copies of arrays', /\.(toSorted|toReversed|toSpliced|with)\(/],
    ['flat', /\.flat\(/],
    ['findLastIndex', /\.findLastIndex\(/],
    ['matchAll', /\.matchAll\(/],
    ['isWellFormed', /\.isWellFormed\(/],
    ['replaceChildren', /\.replaceChildren\(/],
    ['late promises', /Promise\.(allSettled|any|withResolvers|try)\(/],
    ['abort controllers', /\bAbort(Controller|Signal)\b/],
    ['look-behind', /\(\?<[=!]/],
  ]
  // words that people read are no code
  const bare = (code: string) => code.replace(/`[^`]*`|"[^"]*"|'[^']*'/g, '""')
  it.each(tooNew)('needs no %s', (_, pattern) => expect(finds(pattern, bare)).toEqual([]))
})

describe('under the strict policy', () => {
  it('has neither script nor style in the page itself', () => {
    const page = text(/index\.html$/)
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
  })
  it('never makes code of text', () => expect(finds(/\beval\(|new Function\(/)).toEqual([]))
  // names of namespaces, and a sentence of the router for its own programmers, are no addresses that are called
  it('asks nothing of anybody else', () =>
    expect(finds(/https?:\/\/(?!www\.w3\.org\/|github\.com\/preactjs\/)/)).toEqual([]))
  it('says nothing of the machine that built it', () => expect(finds(/\/(work|home|root|Users|src)\//)).toEqual([]))
  it('tells people without scripts where to go instead', () => {
    expect(text(/index\.html$/)).toMatch(/<noscript>[\s\S]*走访[\s\S]*打电话[\s\S]*写信[\s\S]*<\/noscript>/)
  })
})

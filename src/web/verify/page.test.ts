/** The page that checks, built as it is shipped: one file, how heavy, how old the telephone may be, and that nothing else gets in. */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'

let page = ''
let names: readonly string[] = []

beforeAll(async () => {
  const configFile = new URL('./vite.config.ts', import.meta.url).pathname
  const built = await build({ configFile, mode: 'production', logLevel: 'silent', build: { write: false } })
  const files = (built as Rolldown.RolldownOutput).output
  names = files.map(({ fileName }) => fileName)
  page = files.flatMap((file) => (file.type === 'asset' ? [String(file.source)] : [])).join('')
})

const inside = (element: string): string => new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page)?.[1] ?? ''
const policy = (): string => /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? ''
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('The page that checks', () => {
  it('is one file', () => expect(names).toEqual(['verify.html']))
  it('weighs no more than 60 KB', () => expect(gzipSync(page, { level: 9 }).length).toBeLessThan(60_000))
  it('lets in its own script and style, by what they are, and no other', () => {
    expect(policy()).toContain(`script-src ${hashOf(inside('script'))};`)
    expect(policy()).toContain(`style-src ${hashOf(inside('style'))};`)
    expect(policy()).toMatch(/^default-src 'none';/)
    expect(page.match(/<(?:script|style|link|img|iframe)\b[^>]*>/g)).toEqual([
      '<link rel="icon" href="data:," />',
      '<style>',
      '<script>',
    ])
  })
  it('never makes code of text, keeps nothing, and has one way out: to whom somebody names', () => {
    const found = (pattern: RegExp) => inside('script').match(pattern) ?? []
    expect(found(/\beval\(|new Function\(|document\.write/g)).toEqual([])
    expect(found(/XMLHttpRequest|WebSocket|sendBeacon|EventSource|Storage\b|indexedDB|document\.cookie/g)).toEqual([])
    expect(found(/\bfetch\(/g)).toHaveLength(1)
  })
  it('says nothing of the machine that built it', () =>
    expect(page.match(/\/(work|home|root|Users|src)\//g)).toBeNull())
  it('tells those whose browser is too old where to go', () => {
    expect(/<div id="app">[\s\S]*浏览器太旧[\s\S]*browser is too old[\s\S]*<\/div>/.test(page)).toBe(true)
  })
})

describe('on a telephone of 2018 (Chrome 67) or with iOS 14', () => {
  const tooNew: readonly (readonly [string, RegExp])[] = [
    ['optional chaining', /[\w)\]]\?\.[a-z_$([]/i],
    ['nullish coalescing', /[^?]\?\?[^?]/],
    ['private fields', /[.{;]#[a-z]/i],
    ['class fields', /static\{/],
    ['64 bits at once', /getBigUint64|setBigUint64/],
    ['structuredClone', /\bstructuredClone\(/],
    ['copies of arrays', /\.(toSorted|toReversed|toSpliced|with)\(/],
    ['findLastIndex', /\.findLastIndex\(/],
    ['matchAll', /\.matchAll\(/],
    ['isWellFormed', /\.isWellFormed\(/],
    ['late promises', /Promise\.(allSettled|any|withResolvers|try)\(/],
    ['abort signals', /\bAbortSignal\b/],
    ['look-behind', /\(\?<[=!]/],
  ]
  const bare = (code: string) => code.replace(/`[^`]*`|"[^"]*"|'[^']*'/g, '""')
  it.each(tooNew)('needs no %s', (_, pattern) => expect(pattern.exec(bare(inside('script')))?.[0] ?? null).toBeNull())
})

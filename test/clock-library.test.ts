/** `xinqiao/clock` as somebody gets it: packed, unpacked elsewhere, and imported with nothing else installed. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const elsewhere = mkdtempSync(join(tmpdir(), 'xinqiao-clock-'))
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }))

/** What an installation makes of the package, without its dependencies: the library needs none. */
const installed = join(elsewhere, 'node_modules', 'xinqiao')
mkdirSync(installed, { recursive: true })
execFileSync(process.execPath, [join(root, 'scripts', 'build-clock.mjs'), join(installed, 'dist', 'clock')])
const packs = readdirSync(join(root, 'src/law/packs')).map((name) => join('src/law/packs', name))
for (const name of ['package.json', 'conformance/clock-vectors.json', ...packs]) {
  mkdirSync(join(installed, name, '..'), { recursive: true })
  writeFileSync(join(installed, name), readFileSync(join(root, name)))
}

function said(script: string): string {
  const path = join(elsewhere, 'example.mjs')
  writeFileSync(path, script)
  return execFileSync(process.execPath, [path], { encoding: 'utf8', cwd: elsewhere }).trim()
}

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:js|d\.ts)$/.test(name))

describe('xinqiao/clock', () => {
  it('counts as the example in its documentation says', () => {
    const page = readFileSync(join(root, 'docs/reference/clock-library.md'), 'utf8')
    const [, example = ''] = /```js\n(.*?)```/s.exec(page) ?? []
    const [, answer = ''] = /It prints\n\n```\n(.*?)```/s.exec(page) ?? []
    expect(example).toContain("from 'xinqiao/clock'")
    expect(said(example)).toBe(answer.trim())
  })

  it('comes with types, and imports nothing but itself', () => {
    const folder = join(installed, 'dist', 'clock')
    const files = filesUnder(folder)
    expect(files).toContain('law/clock-library.d.ts')
    for (const name of files) {
      const text = readFileSync(join(folder, name), 'utf8')
      const imports = [...text.matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)].map(([, of = '']) => of)
      expect(imports.filter((of) => !of.startsWith('.') || of.endsWith('.ts'))).toEqual(
        name.endsWith('.d.ts') ? imports.filter((of) => of.endsWith('.ts')) : [],
      )
    }
  })

  it('passes every vector of the conformance file, as it lies in the package', () => {
    const script = `
      import { builtInCalendars, cn2022, countByRule, countSpan, day } from 'xinqiao/clock'
      import file from 'xinqiao/conformance/clock-vectors.json' with { type: 'json' }
      const wrong = file.vectors.filter(({ rule, span, binds, from, lastDay }) => {
        const calendar = builtInCalendars.in(null, binds)
        const counted = countSpan(span, binds, day(from), calendar)
        const byRule = rule ? countByRule(cn2022, rule, day(from)) : counted
        return !counted.ok || counted.value.lastDay !== lastDay || !byRule.ok || byRule.value.lastDay !== lastDay
      })
      console.log(JSON.stringify({ vectors: file.vectors.length, wrong, calendar: builtInCalendars.in(null, 'organ').version === file.calendar && cn2022.id === file.pack }))`
    expect(JSON.parse(said(script))).toEqual({ vectors: 84, wrong: [], calendar: true })
  })

  it('counts by the packs of places, as they lie in the package', () => {
    const script = `
      import { cn2022, countByRule, day, laidOver } from 'xinqiao/clock'
      import zhejiang from 'xinqiao/packs/cn-zhejiang.json' with { type: 'json' }
      import iso from 'xinqiao/packs/iso-10002.json' with { type: 'json' }
      const days = [zhejiang, iso].map((file) => {
        const pack = laidOver(cn2022, file)
        const { lastDay, basisInWords } = countByRule(pack.value, 'handle', day('2026-03-02')).value
        return [lastDay, basisInWords.en]
      })
      const { ok, error } = laidOver(cn2022, { ...zhejiang, rows: { clocks: { route: { span: 'soon' } } } })
      console.log(JSON.stringify({ days, ok, at: error[0].at }))`
    expect(JSON.parse(said(script))).toEqual({
      days: [
        ['2026-04-01', 'Zhejiang Regulations on Petitions (2016), art. 23, para. 1'],
        ['2026-04-01', 'ISO 10002:2018, clause 7.8; days by house decision (ADR 0022)'],
      ],
      ok: false,
      at: 'clocks.route.span',
    })
  })

  it('says plainly what it cannot know', () => {
    const script = `
      import { cn2022, countByRule, day } from 'xinqiao/clock'
      console.log(JSON.stringify(countByRule(cn2022, 'objectToTransfer', day('2026-12-30'))))`
    expect(JSON.parse(said(script))).toEqual({
      ok: false,
      error: { kind: 'year-not-loaded', year: 2027, calendar: 'cn-state-council-2017-2026' },
    })
  })

  it('is in what npm packs', () => {
    const npm = readFileSync(join(root, '.npmignore'), 'utf8')
    expect(npm).toContain('!dist/clock/')
    const { scripts, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(scripts.prepack).toBe('node scripts/build-clock.mjs')
    expect(exports['./clock'].default).toBe('./dist/clock/law/clock-library.js')
  })
})

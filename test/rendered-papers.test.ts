/** Every form as LibreOffice opens it: one page after the other as PDF, with everything on it that it must say. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxOf } from '../src/documents/docx.ts'
import { forms, type PaperKind, paperKinds } from '../src/documents/forms/forms.ts'
import type { Language, Page } from '../src/documents/page.ts'
import type { PartName } from '../src/documents/parts.ts'
import { sampleContent, sampleFrame, sampleParts } from '../src/documents/testing/samples.ts'
import { setPage } from '../src/documents/typesetting.ts'

const run = promisify(execFile)
const places = (process.env.PATH ?? '').split(':')
const find = (name: string) => places.map((place) => join(place, name)).find((path) => existsSync(path))
const soffice = process.env.SOFFICE ?? find('soffice')
const isEquipped = soffice !== undefined && find('pdftotext') !== undefined && find('pdfinfo') !== undefined

const folder = mkdtempSync(join(tmpdir(), 'xinqiao-papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function pageOf(kind: PaperKind, language: Language, isIssued = true): Page {
  const { numberClass } = forms[kind]
  const number = numberClass && isIssued ? `青川县自然资源局信${numberClass}〔2026〕7号` : null
  const set = setPage(kind, sampleContent, { ...sampleFrame, number, isIssued }, language)
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  return set.value
}

const nameOf = (kind: PaperKind, language: Language): string => `${kind}.${language}`
const papers = paperKinds.flatMap((kind) => [[kind, 'zh'] as const, [kind, 'en'] as const])
/** Where a line ends is for the page to say. */
const bare = (text: string): string => text.replaceAll(/\s+/g, '')

const textOf = (kind: PaperKind, language: Language): Promise<string> => textIn(`${nameOf(kind, language)}.pdf`)

async function textIn(file: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', join(folder, file), '-'])
  return bare(stdout)
}

describe.skipIf(!isEquipped)('Papers in LibreOffice', () => {
  beforeAll(async () => {
    mkdirSync(join(folder, 'profile'))
    for (const [kind, language] of papers)
      writeFileSync(join(folder, `${nameOf(kind, language)}.docx`), await docxOf(pageOf(kind, language)))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const draft = join(folder, `${nameOf('supervisionLetter', 'zh')}.draft.docx`)
    writeFileSync(draft, await docxOf(pageOf('supervisionLetter', 'zh', false)))
    const files = [...papers.map(([kind, language]) => join(folder, `${nameOf(kind, language)}.docx`)), draft]
    // one start for all of them: starting is what takes long
    await run(soffice as string, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files])
  }, 120_000)

  it.each(papers)('%s (%s) is an A4 page with everything that it must say', async (kind, language) => {
    const page = pageOf(kind, language)
    const said = await textOf(kind, language)
    const required = forms[kind].required.flatMap(({ part }) => {
      const value = sampleParts[part as PartName]?.[language] ?? ''
      return value.split('\n').map((line) => line.replace(/。$/, ''))
    })
    const expected = [page.title, page.organ, page.day, page.number, ...required].filter((text) => text !== null)
    for (const text of expected) expect(said).toContain(bare(text))
    const { stdout } = await run('pdfinfo', [join(folder, `${nameOf(kind, language)}.pdf`)])
    expect(stdout).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/)
    expect(Number(stdout.match(/Pages:\s+(\d+)/)?.[1])).toBeLessThanOrEqual(4)
  })

  it('a letter bears no number on its first page, and others do', async () => {
    expect(await textOf('transferLetter', 'zh')).not.toContain('—1—')
    expect(await textOf('handlingOpinion', 'zh')).toContain('—1—')
    expect(await textOf('handlingOpinion', 'zh')).toContain('—2—')
  })

  it('what is not issued yet says that it is a draft, and a reading copy what it is', async () => {
    expect(await textIn('supervisionLetter.zh.draft.pdf')).toContain('草稿')
    expect(await textOf('supervisionLetter', 'zh')).not.toContain('草稿')
    expect(await textOf('handlingOpinion', 'zh')).not.toContain('草稿')
    expect(await textOf('handlingOpinion', 'en')).toContain(bare('The Chinese text is the official one'))
  })
})

describe('The Word document', () => {
  it('names the faces that offices have, and the page of GB/T 9704-2012', async () => {
    const parts = unzipSync(await docxOf(pageOf('handlingOpinion', 'zh')))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    for (const face of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312']) {
      expect(xml).toContain(`w:eastAsia="${face}"`)
    }
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(xml).toContain('〔2026〕7号')
  })
})

import { describe, expect, it } from 'vitest'
import { issuing } from '../../issuing.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import type { Content } from '../content.ts'
import type { Block, ListName } from '../form.ts'
import { type PartName, partNames } from '../parts.ts'
import { sampleContent, sampleFrame } from '../testing/samples.ts'
import { setPage } from '../typesetting.ts'
import { forms, paperKinds } from './forms.ts'

const every = paperKinds.map((kind) => [kind, forms[kind]] as const)

/** Everything of a form that is wording, with the parts that it refers to. */
function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.is === 'paragraph' || block.is === 'heading' || block.is === 'lines')
      return [block.text.zh, block.text.en]
    if (block.is === 'each') return [block.heading.zh, block.heading.en, ...textsOf(block.blocks)]
    return []
  })
}
/** Parts that are set by themselves, lists among them. */
function partsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    const own = [block.when, block.unless].filter((part) => part !== undefined)
    if (block.is === 'prose') return [...own, block.part]
    if (block.is === 'table') return [...own, ...block.rows]
    if (block.is === 'grid') return [...own, block.of, ...block.columns]
    if (block.is === 'each') return [...own, block.of, ...partsIn(block.blocks)]
    return block.is === 'lines' ? [...own, block.of] : own
  })
}
const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, part]) => part ?? '')

function without(part: PartName | ListName): Content {
  const { [part as PartName]: _, ...parts } = sampleContent.parts
  const { [part as ListName]: __, ...lists } = sampleContent.lists
  return { parts, lists, sections: part === 'sections' ? [] : (sampleContent.sections ?? []) }
}

describe.each(every)('%s', (kind, form) => {
  const texts = [...Object.values(form.title), ...Object.values(form.to ?? {}), ...textsOf(form.blocks)]

  it('refers to parts that there are, the same in both languages', () => {
    expect(texts.flatMap(placeholders).filter((part) => !(part in partNames))).toEqual([])
    const [zh, en] = ['zh', 'en'].map((language) => {
      const set = setPage(kind, sampleContent, sampleFrame, language as 'zh')
      return set.ok ? [set.value.pieces.length, set.value.pieces.map(({ is }) => is)] : set.error
    })
    expect(zh).toEqual(en)
  })

  it('is set in both languages, with its number and everything that it must say', () => {
    for (const language of ['zh', 'en'] as const) {
      const set = setPage(kind, sampleContent, sampleFrame, language)
      expect(set).toMatchObject({ ok: true, value: { number: sampleFrame.number, organ: sampleFrame.organ[language] } })
      const said = JSON.stringify(set)
      expect(said).not.toMatch(/[{]\w+[}]|undefined/)
    }
  })

  it.each(form.required)('is refused by name without $part', ({ part, basis }) => {
    const set = setPage(kind, without(part), sampleFrame, 'zh')
    expect(set).toEqual({ ok: false, error: { kind: 'paper-part-missing', paper: kind, part, basis } })
  })

  it('is refused where what it must say is blank or sealed', () => {
    const [first] = form.required.filter(({ part }) => part in sampleContent.parts && !(part in sampleContent.lists))
    if (!first) return
    const saying = (said: object) => ({
      ...sampleContent,
      parts: { ...sampleContent.parts, [first.part]: said },
    })
    expect(setPage(kind, saying({ zh: ' ', en: '' }), sampleFrame, 'zh')).toMatchObject({
      error: { kind: 'paper-part-missing', part: first.part },
    })
    expect(setPage(kind, saying({ unreadable: 'sealed' }), sampleFrame, 'zh')).toEqual({
      ok: false,
      error: { kind: 'paper-part-unreadable', paper: kind, part: first.part, why: 'sealed' },
    })
  })

  it('rests on something, and comes from facts that there are', () => {
    expect(form.required.every(({ basis }) => basis !== undefined)).toBe(true)
    const facts = form.from?.split(', ') ?? []
    const known = issuing.flatMap(({ issuingFacts }) => issuingFacts)
    expect(facts.filter((fact) => !known.includes(fact))).toEqual([])
  })
})

describe('The forms together', () => {
  it('refer to every part that has a name', () => {
    const referred = every.flatMap(([, form]) => {
      const texts = [...Object.values(form.title), ...Object.values(form.to ?? {}), ...textsOf(form.blocks)]
      return [...texts.flatMap(placeholders), ...partsIn(form.blocks), ...form.required.map(({ part }) => part)]
    })
    // a document of what goes up names whoever approved it, and copies are noted under the signature
    const said = new Set<string>([...referred, 'approver', 'copyTo'])
    expect(Object.keys(partNames).filter((part) => !said.has(part))).toEqual([])
  })

  it('number each kind apart', () => {
    const classes = every.flatMap(([, { numberClass }]) => (numberClass === null ? [] : [numberClass]))
    expect(new Set(classes).size).toBe(classes.length)
  })

  it('leave nothing out that a page asks of them: what was not issued is a draft and bears no number', () => {
    const frame = { ...sampleFrame, number: null }
    const issued = setPage('handlingOpinion', sampleContent, frame, 'zh')
    expect(issued).toMatchObject({ value: { isNumberPending: true, isDraft: false } })
    const draft = setPage('supervisionLetter', sampleContent, { ...frame, isIssued: false }, 'zh')
    expect(draft).toMatchObject({ value: { isNumberPending: false, isDraft: true } })
  })

  it('number headings and claims as officials do', () => {
    const set = setPage('handlingOpinion', sampleContent, sampleFrame, 'zh')
    const headings = set.ok ? set.value.pieces.flatMap((piece) => (piece.is === 'heading' ? [piece.text] : [])) : []
    expect(headings).toEqual([
      '一、信访请求',
      '二、事实和理由',
      '三、处理意见',
      '（一）关于“重新丈量承包地，更正土地承包经营权证上的面积”',
      '（二）关于“补发2019年以来少发的种粮补贴”',
      '四、法律法规依据',
      '五、救济途径和期限',
    ])
  })

  const calledHere: Readonly<Record<string, string>> = { to: 'direction' }

  it.each(Object.keys(cn2022.documents))('set %s with what the pack requires of it', (kind) => {
    const { parts } = cn2022.documents[kind as keyof typeof cn2022.documents]
    const names = parts.map(({ part }) => calledHere[part] ?? part)
    const papers = every.filter(([, { document }]) => document === kind)
    expect(papers.length).toBeGreaterThan(0)
    for (const [, { required }] of papers)
      expect(required.map(({ part }) => part as string)).toEqual(expect.arrayContaining(names))
  })
})

import { describe, expect, it } from 'vitest'
import { charactersALine, linePitch, linesAPage, markSize, sheet, signatureField, widthOf } from './measures.ts'

const mm = (twips: number): number => (twips / 1440) * 25.4

describe('GB/T 9704-2012', () => {
  it('5.1–5.2: leaves 37 mm above, 28 mm to the left, and 156 mm × 225 mm for the text', () => {
    expect(
      [sheet.width, sheet.height, sheet.top, sheet.left, sheet.textWidth].map((length) => Math.round(mm(length))),
    ).toEqual([210, 297, 37, 28, 156])
    expect(mm(sheet.height - sheet.top - sheet.bottom)).toBeCloseTo(225, 1)
    expect(mm(sheet.width - sheet.left - sheet.right)).toBeCloseTo(156, 1)
  })

  it('5.2.2: sets 22 lines of 28 characters', () => {
    expect(linePitch * linesAPage).toBeLessThanOrEqual(sheet.height - sheet.top - sheet.bottom)
    expect((linePitch + 2) * linesAPage).toBeGreaterThan(sheet.height - sheet.top - sheet.bottom)
  })

  it('7.2.4: keeps the name of the organ on one line', () => {
    for (const name of ['青川县信访局', '云州彝族回族自治州住房和城乡建设局（住房保障中心）'])
      expect(markSize(name) * widthOf(name)).toBeLessThanOrEqual(Math.max(sheet.textWidth / 20, 20 * widthOf(name)))
  })

  it('7.3.5.1: sets the day four characters from the right, and the organ centred on it', () => {
    const day = '2026年4月20日'
    const short = signatureField('信访局', day)
    const middle = (charactersALine - short.left + short.right) / 2
    expect(middle - widthOf(day) / 2).toBe(4)
    const long = signatureField('云州彝族回族自治州住房和城乡建设局', day)
    expect(charactersALine - long.left - long.right).toBeGreaterThanOrEqual(
      widthOf('云州彝族回族自治州住房和城乡建设局'),
    )
    expect(Math.min(long.left, long.right, short.left, short.right)).toBeGreaterThanOrEqual(0)
  })
})

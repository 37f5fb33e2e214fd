import { describe, expect, it } from 'vitest'
import { article, decided } from '../law/basis.ts'
import { readLaws, shippedPacks } from '../petition/pack-reading.ts'
import { basisOfPaper, under } from './citation.ts'
import type { PaperKind } from './forms/forms.ts'

const laws = await readLaws([shippedPacks])
const lawOf = (id: string) => {
  const law = laws.all.find((each) => each.id === id)
  if (!law) throw new Error(`no pack ${id}`)
  return law
}
const citedUnder = (id: string, kind: PaperKind): string => under(basisOfPaper(kind, lawOf(id))).zh

describe('What a paper cites', () => {
  it('is the article with its paragraph and item, as an official text writes it', () => {
    expect(under(article(22, 1, 3))).toEqual({
      zh: '根据《信访工作条例》第二十二条第一款第三项',
      en: 'Under article 22, paragraph 1, item 3 of the Regulations on Petition Work (2022)',
    })
    expect(under(decided('0011')).zh).toBe('按照有关规定')
  })

  it.each([
    ['cn-2022', 'extensionNotice', '根据《信访工作条例》第三十四条'],
    ['cn-2022', 'refusalAfterReexamination', '根据《信访工作条例》第三十六条第三款'],
    ['cn-2022', 'transferLetter', '根据《信访工作条例》第二十二条第一款'],
    ['cn-2022', 'settlementAgreement', '根据《信访工作条例》第三十三条'],
  ] as const)('under %s of %s is %s', (id, kind, cited) => expect(citedUnder(id, kind)).toBe(cited))

  it('is the law that the petition began under, and never one that came later', () => {
    expect(citedUnder('cn-2005', 'extensionNotice')).toContain('《信访条例》')
    for (const kind of ['transferLetter', 'extensionNotice', 'refusalAfterReexamination'] as const) {
      expect(citedUnder('cn-2005', kind)).not.toContain('信访工作条例')
      expect(citedUnder('iso-10002', kind)).not.toContain('条例')
    }
  })
})

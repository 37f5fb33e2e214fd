import { describe, expect, it } from 'vitest'
import { article, articleWithoutDays, basisInWords, decided, rule } from './basis.ts'

describe('A basis in words', () => {
  it.each([
    [article(34), '《信访工作条例》第34条', 'Regulations on Petition Work (2022), art. 34'],
    [article(23, 3), '《信访工作条例》第23条第3款', 'Regulations on Petition Work (2022), art. 23, para. 3'],
    [
      article(31, 1, 6),
      '《信访工作条例》第31条第1款第6项',
      'Regulations on Petition Work (2022), art. 31, para. 1, item 6',
    ],
    [
      articleWithoutDays(25, '0005'),
      '《信访工作条例》第25条，天数由本系统约定（ADR 0005）',
      'Regulations on Petition Work (2022), art. 25; days by house decision (ADR 0005)',
    ],
    [rule('MSSS', 95), '《民事诉讼法》（类推）第95条', 'Civil Procedure Law (by analogy), art. 95'],
    [rule('JW20'), '《纪检监察机关处理检举控告工作规则》', 'Rules on Handling Accusations by Discipline Organs (2020)'],
    [decided('0007'), '本系统约定（ADR 0007）', 'house decision (ADR 0007)'],
  ])('%o', (basis, zh, en) => {
    expect(basisInWords(basis)).toEqual({ zh, en })
  })
})

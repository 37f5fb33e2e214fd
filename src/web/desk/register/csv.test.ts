import { describe, expect, it } from 'vitest'
import { toCsv } from './csv.ts'

describe('the export of the register', () => {
  it('begins with the mark that tells Excel it is UTF-8, and ends lines as spreadsheets do', () => {
    expect(toCsv([['编号', '标题']])).toBe('\ufeff编号,标题\r\n')
  })

  it('quotes what holds a comma, a quotation mark or a line break', () => {
    expect(toCsv([['渠道,垮塌', '说"没钱"', '一\n二']])).toBe('\ufeff"渠道,垮塌","说""没钱""","一\n二"\r\n')
  })

  it('never lets a title run as a formula', () => {
    expect(toCsv([['=HYPERLINK("http://x")', '+1', '-1', '@a']])).toBe(
      '\ufeff"\'=HYPERLINK(""http://x"")",\'+1,\'-1,\'@a\r\n',
    )
  })
})

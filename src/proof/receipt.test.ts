import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64 } from './bytes.ts'
import { parseReceipt, type Receipt, receiptText } from './receipt.ts'

const registration: Receipt = {
  origin: 'xinfang.example.gov.cn/log',
  petition: '202611260000017',
  version: 1,
  at: '2026-11-26T06:08:54.123Z',
  of: 'registration',
  claims: 2,
  document: null,
  clock: { rule: 'notify', lastDay: '2026-12-17' },
  basis: 'cn-2022 22',
  entry: new Uint8Array(32).fill(5),
}
const opinion: Receipt = {
  ...registration,
  version: 9,
  of: 'document',
  claims: null,
  document: 'handlingOpinion',
  clock: null,
}
const text = receiptText(registration)

describe('Receipts', () => {
  it.each([
    ['of a registration', registration],
    ['of a document', opinion],
    ['of a document with a time limit', { ...opinion, clock: { rule: 'requestReview', lastDay: '2028-02-29' } }],
  ])('%s are read as they were written', (_, receipt) => {
    expect(parseReceipt(receiptText(receipt))).toEqual(receipt)
  })

  it.each([
    ['nothing', ''],
    ['another first line', text.replace('receipt 1', 'receipt 2')],
    ['an end without a newline', text.slice(0, -1)],
    ['a line more', `${text}more\n`],
    ['lines in another order', text.replace(/(origin .*\n)(petition .*\n)/, '$2$1')],
    ['lines that end as on Windows', text.replaceAll('\n', '\r\n')],
    ['a number of fourteen digits', text.replace('202611260000017', '20261126000017')],
    ['digits of another script', text.replace('202611260000017', '٢٠٢٦١١٢٦٠٠٠٠٠١٧')],
    ['the fact before the first', text.replace('version 1', 'version 0')],
    ['a nought before the version', text.replace('version 1', 'version 01')],
    ['a nought before the claims', text.replace('claims 2', 'claims 02')],
    ['a day that no calendar has', text.replace('2026-11-26T', '2026-02-30T')],
    ['an hour that no clock has', text.replace('T06:', 'T25:')],
    ['a last day that no calendar has', text.replace('2026-12-17', '2026-13-17')],
    ['an entry of 31 bytes', text.replace(base64(registration.entry), base64(registration.entry.subarray(1)))],
    ['an entry with bits left over', text.replace('BQU=', 'BQV=')],
    ['claims of a document', text.replace('claims 2', 'claims 2\ndocument handlingOpinion')],
  ])('are none with %s', (_, said) => {
    expect(said).not.toBe(text)
    expect(parseReceipt(said)).toBeNull()
  })

  it('say one thing in one way only', () => {
    const parts = text.split(/(?<=\n)|(?<= )/)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts, '0', ' ', '\n', 'x'), { maxLength: 30 }), (some) => {
        const said = some.join('')
        const receipt = parseReceipt(said)
        if (receipt) expect(receiptText(receipt)).toBe(said)
      }),
    )
  })
})

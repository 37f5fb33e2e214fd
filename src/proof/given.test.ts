import { describe, expect, it } from 'vitest'
import { keysIn, recognise } from './given.ts'
import { vkeyOf } from './note.ts'
import { checkpointAt, keysOf, register, sampleOffice, signerOf } from './testing/sample-log.ts'

const office = sampleOffice()
const evidence = register(office)
const { receipt } = evidence
const file = JSON.stringify(evidence)
const encoded = Buffer.from(receipt).toString('base64url')
const address = `https://xinfang.example.org/verify.html#r=${encoded}`
const vkeys = keysOf(office).map(vkeyOf)

describe('what somebody holds out is recognised', () => {
  it('as evidence', () => expect(recognise(file)).toEqual({ kind: 'evidence', evidence }))
  it.each([
    ['as it was given', receipt],
    ['with the line ends of Windows', receipt.replaceAll('\n', '\r\n')],
    [
      'with a mark before it, blanks after its lines and lines around it',
      `\ufeff\n\n${receipt.replaceAll('\n', ' \n')}\n\n`,
    ],
    ['without its last line end', receipt.trimEnd()],
    ['as the address in its square', address],
  ])('as a receipt %s', (_, text) => {
    expect(recognise(text)).toEqual({
      kind: 'evidence',
      evidence: { xinqiao: 'evidence 1', receipt, opening: null, proof: null },
    })
  })
  it('as a state of the register', () =>
    expect(recognise(checkpointAt(office))).toMatchObject({ kind: 'checkpoint', checkpoint: { size: 1 } }))
  it.each([
    ['a list', vkeys.join('\n')],
    ['what the office answers', JSON.stringify({ keys: { log: vkeys.slice(0, 1), receipts: vkeys.slice(1) } })],
    ['a poster', `登记簿的公钥：\n  ${vkeys[0]}\n回执的公钥：\n  ${vkeys[1]}\n请与报纸核对`],
  ])('as keys: %s', (_, text) => expect(recognise(text)).toEqual({ kind: 'keys', keys: keysOf(office) }))
})

describe('what cannot be read is named', () => {
  it.each([
    ['empty', ''],
    ['empty', ' \r\n\ufeff'],
    ['too-large', '{'.repeat(5_000_001)],
    ['not-ours', '<html></html>'],
    ['not-ours', '{"keys": []}'],
    ['not-ours', 'https://xinfang.example.org/follow#261123482719031'],
    ['damaged', file.replace('evidence 1', 'evidence 2')],
    ['damaged', file.replace('claims 1', 'claims one')],
    ['damaged', receipt.replace('version 1\n', '')],
    ['damaged', receipt.replace('basis', 'reason')],
    ['damaged', receipt.replace('claims 1', 'claims 01')],
    ['cut-off', `https://xinfang.example.org/verify.html#r=${encoded.slice(0, 90)}`],
    ['cut-off', 'https://xinfang.example.org/verify.html#r=A'],
  ])('%s', (why, text) => expect(recognise(text)).toEqual({ kind: 'unreadable', why }))

  it('cut off wherever it is cut', () => {
    for (let length = 40; length < file.length; length += 7) {
      expect(recognise(file.slice(0, length))).toEqual({ kind: 'unreadable', why: 'cut-off' })
    }
    const whole = receipt.trimEnd()
    for (let length = 20; length < whole.length; length += 1) {
      expect(recognise(whole.slice(0, length))).toEqual({ kind: 'unreadable', why: 'cut-off' })
    }
  })
})

describe('keys in a text', () => {
  it('count once, and only when name, id and key belong together', () => {
    const [vkey = ''] = vkeys
    expect(keysIn(`${vkey} ${vkey}`)).toHaveLength(1)
    expect(keysIn(vkey.replace('xinfang', 'xinfeng'))).toEqual([])
    expect(keysIn(vkey.slice(0, -1))).toEqual([])
  })
  it('may be those of witnesses', () => {
    const { key } = signerOf('witness.example.net', 4)
    expect(keysIn(`见证：${vkeyOf(key)}`)).toEqual([])
    expect(keysIn(`见证： ${vkeyOf(key)}`)).toEqual([key])
  })
})

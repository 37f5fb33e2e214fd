import { describe, expect, it } from 'vitest'
import { readLetter } from './letter-reader.ts'

const letter = `尊敬的县信访局领导：

关于双溪镇落水村灌溉渠垮塌三年无人修复的反映。

我叫周桂兰，身份证号990122196805120023，家住双溪镇落水村三组12号，电话１３９００００１２３４。
2023年7月暴雨后，村东灌溉渠垮塌约60米，我们多次找镇里，均答复没有资金。

我的诉求：
1、尽快修复垮塌的渠道；
2、补偿2024年、2025年两季绝收的损失；
（三）书面答复为什么三年没有处理。

周桂兰
2026年11月20日`

describe('reading a pasted letter', () => {
  const read = readLetter(letter)

  it('passes the salutation and takes the first line that says something as the title', () => {
    expect(read.title).toBe('关于双溪镇落水村灌溉渠垮塌三年无人修复的反映')
  })

  it('leaves out whom it is addressed to, who is not whom it is about', () => {
    const toBureau = readLetter('青坪县信访局：\n县水利局不修渠。\n此致\n青坪县信访局\n周桂兰')
    expect(toBureau.body).toBe('县水利局不修渠。\n此致\n周桂兰')
  })

  it('takes the numbered lines under the heading that asks, however they are numbered', () => {
    expect(read.claims).toEqual([
      '尽快修复垮塌的渠道',
      '补偿2024年、2025年两季绝收的损失',
      '书面答复为什么三年没有处理。',
    ])
  })

  it('finds who writes and how to reach them, full-width digits included', () => {
    expect(read).toMatchObject({
      name: '周桂兰',
      phone: '13900001234',
      idNumber: '990122196805120023',
      address: '双溪镇落水村三组12号',
    })
  })

  it('keeps the whole letter as it was written', () => {
    expect(read.text).toBe(letter)
  })

  it('takes sentences that ask when nothing is numbered', () => {
    const plain = readLetter('工地夜间施工扰民\n每天凌晨两点还在打桩。请求有关部门责令夜间停工。谢谢。')
    expect(plain.claims).toEqual(['请求有关部门责令夜间停工。'])
  })

  it('does not take the digits of an identity number for a telephone', () => {
    expect(readLetter('证件号990122196805120023').phone).toBeNull()
  })

  it('proposes an accusation only where the beginning accuses', () => {
    expect(readLetter('举报村会计侵占补贴').class).toBe('accusation')
    expect(readLetter('反映路灯不亮').class).toBeNull()
  })

  it('gives an empty reading for nothing', () => {
    expect(readLetter('  \n ')).toMatchObject({ title: '', claims: [], name: null, phone: null })
  })
})

import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskIdentifiers } from './identifiers.ts'
import { mask } from './masking.ts'

// Every number and name is made up; 110105 1949-12-31 002 X is the printed example of GB 11643 itself.
describe('numbers', () => {
  it.each([
    ['身份证11010519491231002X', '身份证1*****************'],
    ['身份证 110105 19491231 002x。', '身份证 1*****************。'],
    ['１１０１０５１９４９１２３１００２Ｘ', '1*****************'],
    ['110105-19491231-002X', '1*****************'],
    ['老证110105491231002', '老证1**************'],
    ['抄错一位的110105194912310021', '抄错一位的1*****************'],
    ['电话19900000001', '电话1**********'],
    ['+86 199 0000 0001', '8************'],
    ['１９９－００００－０００１', '1**********'],
    ['19900000001、19900000002', '1**********、1**********'],
    ['19900000001 19900000002', '1********** 1**********'],
    ['座机010-62340000', '座机0**********'],
    ['(0731)82340000找我', '0***********找我'],
    ['座机:62340000', '座机:6*******'],
    ['卡号6222 0200 0000 0000 123', '卡号6******************'],
    ['工资卡6222020000000000123没有到账', '工资卡6******************没有到账'],
    ['护照E12345678丢失', '护照E********丢失'],
    ['车牌川A·D1234学', '车牌川A******学'.replace('学', '*')],
    ['新能源车粤BD12345', '新能源车粤B******'],
    ['加QQ：12345678', '加QQ：1*******'],
    ['微信号 qing_ping2026', '微信号 q************'],
    ['写信到zhang.san@mail.example.cn', '写信到z***@***'],
    ['ａｂｃ＠ｍａｉｌ．ｅｘａｍｐｌｅ', 'a***@***'],
  ])('%s → %s', (written, masked) => expect(mask(written)).toBe(masked))

  it.each([
    '地铁5号线晚上太吵',
    '2026年5月12号停水一周',
    '2026-05-12 14:30:25打过电话',
    '欠薪12800元，共36人',
    '登记编号261123482719034',
    '国发〔2022〕12号文件',
    '拨打12345没有人接',
    '3栋和5栋之间的路灯',
    '门牌编号有误',
    'A3地块容积率2.5',
  ])('stays: %s', (written) => expect(mask(written)).toBe(written))
})

describe('where somebody lives', () => {
  it.each([
    ['青坪镇桂花街12号门前积水', '青坪镇桂花街*号门前积水'],
    ['桂花街十二号', '桂花街*号'],
    ['青坪小区5栋2单元301室漏水', '青坪小区*栋*单元*室漏水'],
    ['青坪小区5-2-301漏水', '青坪小区*漏水'],
    ['三组18号的院墙', '三组*号的院墙'],
    ['城北路８８号', '城北路*号'],
  ])('%s → %s', (written, masked) => expect(mask(written)).toBe(masked))
})

describe('names', () => {
  it.each([
    [['欧阳测试'], '欧阳测试和欧阳 测试', '欧阳某某和欧阳某某'],
    [['张三'], '张三的宅基地', '张某的宅基地'],
    [['张三'], '张 三、张·三', '张某、张某'],
    [['𠮷野𪚥'], '反映𠮷野𪚥打人', '反映𠮷某某打人'],
    [['买买提·艾力'], '买买提艾力的摊位', '买某的摊位'],
    [['John Smith'], 'letter of john smith', 'letter of J***'],
    [['张三（村主任）'], '村主任张三不公', '村主任张某不公'],
    [['村主任李四、会计王五'], '李四和王五分了钱', '李某和王某分了钱'],
    [['李四、王五'], '李四和王五分了钱', '李某和王某分了钱'],
    [['某'], '某处的路灯', '某处的路灯'],
  ] as const)('that the case knows: %j in %s', (names, written, masked) => expect(mask(written, names)).toBe(masked))

  it.each([
    ['我叫陈秀英，住在青坪县', '我叫陈某某，住在青坪县'],
    ['我是欧阳小明，求助', '我是欧阳某某，求助'],
    ['村民赵铁柱一家被打', '村民赵某某一家被打'],
    ['举报村主任李建国贪污', '举报村主任李某某贪污'],
    ['王秀兰老人的低保', '王某某老人的低保'],
  ])('that can be told from the text: %s', (written, masked) => expect(mask(written)).toBe(masked))

  it.each([
    '承包地面积少算',
    '路灯坏了',
    '高峰期公交车太少',
    '请问何时能通车',
    '白云路断头路',
    '安全通道被占',
    '东方红路口积水',
    '欠薪',
    '灌溉渠道堵塞',
    '幼儿园收费太高',
    '金山桥街道康乃馨医院收费纠纷',
  ])('are not seen where there are none: %s', (written) => expect(mask(written)).toBe(written))
})

describe('masking', () => {
  it('never leaves a whole number of a person, wherever it stands', () => {
    const text = fc.constantFrom('电话', '，', '张三', ' ', '号', '（', '。', 'abc ', '找')
    const secret = fc.constantFrom('19900000001', '11010519491231002X', '6222020000000000123', '010-62340000')
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 6 }),
        secret,
        fc.array(text, { maxLength: 6 }),
        (before, number, after) => {
          expect(mask([...before, number, ...after].join(''))).not.toContain(number.slice(-6))
        },
      ),
    )
  })

  it('is the same whoever does it, never throws, and leaves what it masked as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }),
        (text, names) => {
          expect(mask(text, names)).toBe(mask(text, names))
          expect(maskIdentifiers(maskIdentifiers(text))).toBe(maskIdentifiers(text))
        },
      ),
    )
  })

  it('does not take long over what was made to take long', () => {
    const slow = [
      '1-'.repeat(20_000),
      `${'a.'.repeat(20_000)}@`,
      '电话 '.repeat(10_000),
      '村'.repeat(50_000),
      '1 '.repeat(25_000),
    ]
    for (const text of slow) {
      const start = performance.now()
      mask(text, ['张三'])
      expect(performance.now() - start, text.slice(0, 10)).toBeLessThan(3_000)
    }
  }, 30_000)
})

const messages = new URL('../../../shared/data/petitions/messages.jsonl', import.meta.url)
/** Real titles are read, never kept: how many are touched shows whether masking hides what a list is for. */
it.skipIf(!existsSync(messages))('touches few of the real titles, in whose source names were masked before', () => {
  const titles = readFileSync(messages, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String((JSON.parse(line) as { title: string }).title))
  const touched = titles.filter((title) => mask(title) !== title).length
  expect(titles.length).toBeGreaterThan(3000)
  expect(touched / titles.length).toBeLessThan(0.02)
})

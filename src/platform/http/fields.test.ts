import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Prose } from '../../kernel/prose.ts'
import { cursorOf } from './cursor.ts'
import { day, flag, many, organId, pageSize, petitionNumber, prose, ref, whole } from './fields.ts'
import { sentencesOf } from './sentences.ts'

/** What a schema makes of a value, or the sentences with which it refuses. */
function read(schema: z.ZodType, raw: unknown) {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data instanceof Prose ? { prose: parsed.data.text } : parsed.data
  return sentencesOf('body', parsed.error.issues).map(({ path, zh, en }) =>
    path === '' ? { zh, en } : { path, zh, en },
  )
}

describe('fields', () => {
  it('read what people write into what the house trusts', () => {
    expect(read(prose({ max: 5 }), '  王 ')).toEqual({ prose: '王' })
    expect(read(day(), '2026-02-28')).toBe('2026-02-28')
    expect(read(organId(), 'county-7.bureau')).toBe('county-7.bureau')
    expect(read(petitionNumber(), '2611-2348 2719－039')).toBe('261123482719039')
    expect(read(ref(), 'd1')).toBe('d1')
    expect(read(whole({ min: 1, max: 9 }), '7')).toBe(7)
    expect(read(flag(), 'false')).toBe(false)
    expect(read(many(z.enum(['a', 'b'])), 'a')).toEqual(['a'])
    expect(read(many(z.enum(['a', 'b'])), ['a', 'b'])).toEqual(['a', 'b'])
    expect(read(pageSize(), undefined)).toBe(20)
  })

  it.each([
    [prose({ max: 2 }), '三个字', '不得超过 2 个字', 'has more than 2 characters'],
    [prose({ max: 9, min: 2 }), '一', '至少 2 个字', 'needs at least 2 characters'],
    [prose({ max: 9 }), ' ', '不能为空', 'must not be empty'],
    [prose({ max: 9, singleLine: true }), 'a\nb', '只能写一行', 'must be a single line'],
    [prose({ max: 9 }), 'a\u0007', '含有不可见的控制字符，请删除后重试', 'holds control characters; remove them'],
    [prose({ max: 9 }), 7, '应为文字', 'should be text'],
    [prose({ max: 9 }), undefined, '必填', 'is missing'],
    [day(), '2026-02-30', '应为真实存在的日期，如 2026-11-23', 'should be a day that exists, such as 2026-11-23'],
    [organId(), '../etc', '不是机关单位的编号', 'is not the id of an organ'],
    [ref(), 'a b', '不是有效的编号', 'is not a valid reference'],
    [
      petitionNumber(),
      '2611-2348-2719-034',
      '登记编号应为 15 位数字，请核对是否抄错',
      'a registration number has 15 digits; check it for a slip',
    ],
    [whole({ min: 1, max: 9 }), '10', '应不超过 9', 'should be at most 9'],
    [whole({ min: 1, max: 9 }), '0x5', '应为数字', 'should be a number'],
    [flag(), 'yes', '应为“是”或“否”（true/false）', 'should be true or false'],
    [z.enum(['a', 'b']), 'c', '应为下列之一：a、b', 'should be one of: a, b'],
    [z.array(z.int()).max(1), [1, 2], '最多 1 项', 'has more than 1 items'],
    [z.strictObject({}), { x: 1 }, '多出了不认识的项："x"', 'has unknown members: "x"'],
  ])('say in both languages what does not fit: %#', (schema, raw, zh, en) => {
    expect(read(schema, raw)).toEqual([{ zh, en }])
  })

  it('point at the nearest alternative and at the place in it', () => {
    const schema = z.object({
      cover: z.union([z.object({ type: z.literal('paper') }), z.object({ type: z.literal('cloth'), ply: z.int() })]),
    })
    expect(read(schema, { cover: { type: 'cloth', ply: 'x' } })).toEqual([
      { path: 'cover.ply', zh: '应为数字', en: 'should be a number' },
    ])
  })

  it('never say more than a screen of sentences, and never repeat a value', () => {
    const schema = z.array(z.object({ name: z.int() }))
    const said = read(
      schema,
      Array.from({ length: 500 }, () => ({ name: '王小明' })),
    )
    expect(said).toHaveLength(20)
    expect(JSON.stringify(said)).not.toContain('王小明')
  })
})

describe('a ref', () => {
  it.each(['claim:1', 'AbC_-9', '-drawnOfBase64urlSigns', '_drawnOfBase64urlSigns', '261126123456789'])(
    'takes whatever the house draws: %s',
    (drawn) => expect(read(ref(), drawn)).toBe(drawn),
  )
  it.each(['', '.', '..', './a', 'a b', 'a/b', ':a', 'x'.repeat(101)])('refuses what it never draws: %s', (typed) => {
    expect(ref().safeParse(typed).success).toBe(false)
  })
})

describe('a cursor', () => {
  const place = cursorOf(z.tuple([day(), ref()]))

  it('comes back as it went out', () => {
    const at = [day().parse('2026-11-23'), 'b1'] as [ReturnType<ReturnType<typeof day>['parse']>, string]
    expect(place.write(at)).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(read(place.field, place.write(at))).toEqual(at)
  })
  it.each([
    '',
    'x',
    '!!!',
    'x'.repeat(501),
    btoa('["2026-02-30","b1"]'),
    btoa('{"a":1}'),
    btoa('\xff\xfe'),
    btoa('['),
    btoa('["2026-02-03","\\u0000"]'),
  ])('that was made up is refused: %#', (written) => {
    expect(read(place.field, written)).toEqual([
      { zh: '翻页位置无效，请从第一页重新查看', en: 'the place in the list is not valid; start from the first page' },
    ])
  })
})

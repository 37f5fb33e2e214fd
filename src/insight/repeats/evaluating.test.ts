import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluating.ts'
import { readMessages } from './messages.ts'

const body = (place: string, end: string): string =>
  `我们是${place}的居民，楼下新开的几家餐馆没有专用烟道，油烟从早到晚往上窜，衣服没法晾晒，窗户不敢打开，多次向社区反映没有结果，请有关部门尽快来看一看，给一个说法。${end}`
const messages = [
  { id: '1', title: '青坪县翠湖小区油烟', text: body('翠湖小区', '谢谢领导。') },
  { id: '2', title: '青坪县翠湖小区油烟扰民', text: body('翠湖小区', '谢谢。') },
  { id: '3', title: '石门县金桂小区油烟', text: body('金桂小区', '谢谢领导。') },
  { id: '4', title: '工资', text: '在工地干了半年，工资一分没有发，包工头电话不接，年关将近，请帮我们要回血汗钱。' },
]

describe('How well repeats are found', () => {
  it('is measured against every pair', () => {
    const evaluated = evaluate(messages)
    expect(evaluated).toMatchObject({
      messages: 4,
      recall: 1,
      precision: 1,
      pairs: 3,
      differentPlaces: 2,
      keptApart: 1,
      keptTogether: 1,
    })
    expect(evaluated.sameMatter).toEqual({ recall: 1, precision: 1 })
  })

  it('says so of nothing', () => {
    expect(evaluate([])).toMatchObject({ messages: 0, pairs: 0, recall: 1, precision: 1 })
  })

  const real = fileURLToPath(new URL('../../../../shared/data/petitions/messages.jsonl', import.meta.url))
  it.skipIf(!existsSync(real))(
    'holds over messages that people wrote (skipped where there are none)',
    { timeout: 60_000 },
    async () => {
      const evaluated = evaluate((await readMessages(real)).messages)
      expect(evaluated.recall).toBeGreaterThanOrEqual(0.995)
      expect(evaluated.precision).toBeGreaterThanOrEqual(0.995)
      expect(evaluated.keptApart).toBeGreaterThanOrEqual(0.9)
      expect(evaluated.keptTogether).toBeGreaterThanOrEqual(0.93)
    },
  )
})

describe('A file of messages', () => {
  it('is read line by line, and what is no message is counted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'messages-'))
    const path = join(folder, 'messages.jsonl')
    const content =
      '\ufeff{"id":7,"title":"题","text":"文"}\r\n\n{broken\n[1]\n{"title":"无文"}\nnull\n{"content":"别名"}\n'
    try {
      writeFileSync(path, content)
      expect(await readMessages(path)).toEqual({
        messages: [
          { id: '7', title: '题', text: '文' },
          { id: '7', title: '', text: '别名' },
        ],
        unread: 4,
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
    await expect(readMessages(path)).rejects.toThrow('ENOENT')
  })
})

/** Figures of answers: shares with their intervals, and what the checks find in answers that others wrote down. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { readAnswers } from './answer-file.ts'
import { evaluateAnswers } from './evaluating.ts'
import { shareOf } from './shares.ts'

describe('A share', () => {
  it.each([
    [0, 0, null, null, null],
    [0, 10, 0, 0, 0.2775],
    [5, 10, 0.5, 0.2366, 0.7634],
    [10, 10, 1, 0.7225, 1],
    [50, 100, 0.5, 0.4038, 0.5962],
  ])('of %i of %i lies between', (n, of, share, low, high) =>
    expect(shareOf(n, of)).toEqual({ n, of, share, low, high }),
  )
})

const line = (id: string, title: string, reply: string, more: object = {}) =>
  JSON.stringify({ id, title, text: `${title}。`, reply, ...more })

const folder = mkdtempSync(join(tmpdir(), 'answers-'))
afterAll(() => rmSync(folder, { recursive: true }))
function readFrom(content: string) {
  const path = join(folder, 'answers.jsonl')
  writeFileSync(path, content)
  return readAnswers(path)
}

describe('A file of answers', () => {
  it('is read line by line, and what is none is counted', async () => {
    const file = [line('1', '路灯不亮', '已修复'), '{', '', '{"text":"没有答复"}', '[1]'].join('\n')
    expect(await readFrom(file)).toMatchObject({ answers: [{ id: '1', days: null }], unread: 3 })
  })

  it('says what was found in which, and nothing of what is written', async () => {
    const told = '路灯已于3月2日修复。'
    const file = [
      line('a', '村口路灯不亮', '您好！您反映的问题已收悉，感谢您的关心和支持。', {
        time: '2026-01-01',
        reply_time: '2026-03-03',
      }),
      line('b', '村口路灯不亮', `${told}青坪县住建局，2026年3月2日，电话0990-1234567`, {
        time: '2026-03-01',
        reply_time: '2026-03-02',
      }),
    ].join('\n')
    const evaluated = evaluateAnswers((await readFrom(file)).answers)
    const idsOf = Object.fromEntries(evaluated.checks.map(({ check, ids }) => [check, ids]))
    expect(idsOf).toMatchObject({ late: ['a'], emptyAnswer: ['a'], unsigned: ['a'], noBasis: ['a', 'b'], sameText: [] })
    expect(JSON.stringify(evaluated)).not.toContain('路灯')
  })

  it('finds the same text that three others got who had written something else', async () => {
    const same = '您所咨询的事项请携带身份证原件到政务服务中心二楼窗口按流程提出申请并等待通知。'
    const titles = ['村口路灯不亮', '自来水水压太低', '河道垃圾没有清运', '学校门口没有斑马线', '楼道堆放杂物']
    const file = titles.map((title, at) =>
      line(String(at), title, at < 4 ? same : '楼道杂物三月二日已经全部清理干净。'),
    )
    const { checks } = evaluateAnswers((await readFrom(file.join('\n'))).answers)
    expect(checks.find(({ check }) => check === 'sameText')?.ids).toEqual(['0', '1', '2', '3'])
  })
})

const real = fileURLToPath(new URL('../../../../shared/data/petitions/messages-with-replies.jsonl', import.meta.url))

describe.skipIf(!existsSync(real))('Real answers (../shared/data is not there where this is skipped)', () => {
  it('are found to say nothing, or only that they were passed on, where whoever reads them sees it too', async () => {
    const { answers, unread } = await readAnswers(real)
    expect([answers.length, unread]).toEqual([1397, 0])
    const { checks } = evaluateAnswers(answers)
    const idsOf = (of: string) => checks.find(({ check }) => check === of)?.ids ?? []
    expect(idsOf('emptyAnswer')).toEqual(expect.arrayContaining(['12189', '12458']))
    expect(idsOf('handedOnOnly')).toEqual(expect.arrayContaining(['121649', '128831']))
    // one that cites a law with its article, and two that say something of their own
    expect(idsOf('noBasis')).not.toContain('6324')
    for (const id of ['20441', '8530']) expect([...idsOf('emptyAnswer'), ...idsOf('handedOnOnly')]).not.toContain(id)
  }, 120_000)
})

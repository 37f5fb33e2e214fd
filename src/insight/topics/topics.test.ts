import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { madeAlone, madeLater, madeMessages } from './examples.ts'
import { Gathering, Seen } from './gathering.ts'
import { hear, maskedOf } from './hearing.ts'
import { heatOf } from './heat.ts'
import { TopicsOfFile } from './hot.ts'
import type { MessageOfFile } from './message-file.ts'

const kindOf = (id: string | number): string => String(id).replace(/-\d+$/, '')
const kindsIn = (ids: readonly (string | number)[]): readonly string[] => [...new Set(ids.map(kindOf))]

function told(...nights: readonly (readonly MessageOfFile[])[]) {
  const topics = new TopicsOfFile()
  for (const night of nights) topics.takeIn(night)
  return topics.hottest()
}

describe('What people write about is gathered by what and where', () => {
  it('the same about another place is another topic, and another matter at the same place too', () => {
    const topics = told(madeMessages)
    expect(topics).toHaveLength(5)
    for (const { ids } of topics) expect(kindsIn(ids)).toHaveLength(1)
    expect(topics[0]).toMatchObject({ people: 12, messages: 12, from: '2026-03-02', to: '2026-03-24' })
  })

  it('the same topics come of one night and of many', () => {
    const inOrder = madeMessages.toSorted((a, b) => (a.on < b.on ? -1 : 1))
    const nights = Array.from({ length: 8 }, (_, at) => inOrder.slice(at * 4, at * 4 + 4))
    const partition = (topics: ReturnType<typeof told>) => topics.map(({ ids }) => ids.toSorted().join(' ')).toSorted()
    expect(partition(told(...nights))).toEqual(partition(told(madeMessages)))
  })

  it('a topic keeps its number and what it is about while it grows', () => {
    const [before] = told(madeMessages)
    const [after] = told(madeMessages, madeLater)
    expect(after?.id).toBe(before?.id)
    expect(after?.place).toBe(before?.place)
    const words = before?.words.map(({ word }) => word) ?? []
    expect(after?.words.filter(({ word }) => words.includes(word)).length).toBeGreaterThanOrEqual(2)
    expect(after?.messages).toBe(18)
  })

  it('says where, who is concerned and what holds it together', () => {
    const [smoke] = told(madeMessages)
    expect(smoke?.place).toContain('青坪')
    expect(smoke?.name).toMatch(/青坪.*油烟/)
    expect(smoke?.words.map(({ word }) => word)).toContain('油烟')
  })

  it('a message that is erased is gone from its topic', () => {
    const seen = new Seen()
    const gathering = new Gathering<string>(seen)
    const messages = madeMessages.map((written) => ({
      id: String(written.id),
      on: written.on,
      heard: hear(maskedOf(written), () => {}),
    }))
    for (const message of messages) seen.count(message)
    gathering.takeIn(messages)
    const id = gathering.topicOf(messages[0]?.id as string)
    expect(gathering.forget(messages[0]?.id as string)).toBe(id)
    expect(gathering.topicOf(messages[0]?.id as string)).toBeNull()
    expect(gathering.topics().find((topic) => topic.id === id)?.members.size).toBe(11)
    expect(gathering.forget('unknown')).toBeNull()
  })
})

describe('Heat counts people, and knows none', () => {
  it('forty letters of one person are no topic', () => {
    expect(told(madeMessages, madeAlone).some(({ ids }) => kindsIn(ids)[0]?.includes('梧桐苑'))).toBe(false)
  })

  it('an unknown sender is somebody else each time', () => {
    const [first] = told(madeMessages.map((message) => ({ ...message, user: null })))
    expect(first?.people).toBe(12)
  })

  const until = day('2026-06-30')
  const messages = (days: readonly string[], likes = 0) =>
    days.map((on) => ({ on: day(on), newPeople: 1, likes })) as unknown as Parameters<typeof heatOf>[0]

  it('more people are hotter, at once is hotter than over a year, growing hotter than fading', () => {
    const three = heatOf(messages(['2026-01-05', '2026-01-06', '2026-01-07']), until)
    const four = heatOf(messages(['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08']), until)
    const spread = heatOf(messages(['2025-09-05', '2026-01-06', '2026-05-07']), until)
    const now = heatOf(messages(['2026-06-25', '2026-06-26', '2026-06-27']), until)
    expect(four.score).toBeGreaterThan(three.score)
    expect(spread.score).toBeLessThan(three.score)
    expect(now.score).toBeGreaterThan(three.score)
    expect(now).toMatchObject({ recent: 3, before: 0 })
  })

  it('a thousand taps on a thumb do not outweigh fifty people', () => {
    const liked = heatOf(messages(['2026-01-05', '2026-01-06', '2026-01-07'], 400), until)
    const crowd = heatOf(messages(Array.from({ length: 50 }, () => '2026-01-05')), until)
    expect(crowd.score).toBeGreaterThan(liked.score)
  })
})

describe('Nothing that names anybody is kept', () => {
  it('no sign is known by its letters that masking took out', () => {
    const known: string[] = []
    hear(
      maskedOf({
        title: '青坪小区业主王建国投诉电梯故障',
        text: '我叫王建国，电话13912345678，住3栋2单元501室，电梯坏了。',
      }),
      (_, letters) => void known.push(letters),
    )
    expect(known).toContain('电梯')
    expect(known.join(' ')).not.toMatch(/建国|1391|501/)
  })
})

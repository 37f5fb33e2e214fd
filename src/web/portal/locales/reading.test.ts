import { describe, expect, it } from 'vitest'
import { cn2022 } from '../../../law/cn-2022/cn-2022.ts'
import { readingEn } from './reading-en.ts'
import { readingZh } from './reading-zh.ts'

const { retention, clocks } = cn2022
const years = Object.values(retention).map((rule) => rule.years)

describe('what the page on privacy says of how long something is kept', () => {
  it.each([
    ['in Chinese', readingZh, (count: number) => `${count}年`, `${clocks.objectToErasure.span.count}日`],
    ['in English', readingEn, (count: number) => `${count}`, `${clocks.objectToErasure.span.count} days`],
  ])('is what the pack says, %s', (_, { privacy }, inWords, offered) => {
    const said = JSON.stringify(privacy.sections)
    for (const count of years) expect(said).toContain(inWords(count))
    expect(said).toContain(offered)
  })
})

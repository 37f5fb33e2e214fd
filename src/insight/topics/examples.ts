/** Made-up messages of a made-up city, for tests: many people on one matter, the same matter elsewhere, other matters at the same place. */
import { addDays, type Day, day } from '../../kernel/day.ts'
import type { MessageOfFile } from './message-file.ts'

const begin = day('2026-03-02')

function about(place: string, kind: keyof typeof matters, count: number, from = 0): readonly MessageOfFile[] {
  const { titles, texts } = matters[kind]
  return Array.from({ length: count }, (_, at) => ({
    id: `${place}-${kind}-${at + from}`,
    user: `${place}${kind}${at + from}`,
    title: (titles[(at + from) % titles.length] as string).replaceAll('@', place),
    text: (texts[(at + from) % texts.length] as string).replaceAll('@', place),
    on: addDays(begin, (at + from) * 2) as Day,
    likes: 0,
  }))
}

const matters = {
  smoke: {
    titles: [
      '@楼下烧烤店油烟扰民',
      '@底商烧烤油烟直排，住户苦不堪言',
      '投诉@烧烤店夜间油烟扰民',
      '@烧烤摊油烟何时有人管',
    ],
    texts: [
      '@一楼开了三家烧烤店，没有专用烟道，油烟直排到楼上，窗户不敢开，晚上烧烤到凌晨两点，老人咳嗽不止。',
      '我住@，底商烧烤店油烟从排水管窜进厨房，多次找物业和城管，烧烤店照旧营业，没有装油烟净化器。',
      '@烧烤店每天下午五点开始冒烟，油烟直排，满屋都是烧烤味，请查处没有烟道的烧烤店。',
    ],
  },
  lift: {
    titles: ['@电梯频繁故障', '@电梯又停运，高层住户爬楼', '@电梯困人无人维修'],
    texts: [
      '@电梯一个月坏了六次，上周电梯困人四十分钟，维保单位迟迟不来，高层住户只能爬楼梯。',
      '@电梯停运十天，维修基金申请不下来，住户出行困难，请督促更换电梯主板。',
    ],
  },
  bus: {
    titles: ['建议12路公交车延长到@', '12路公交末班车太早，@出行不便', '希望12路公交延伸至@'],
    texts: [
      '@离最近的公交站两公里，希望12路公交车延长线路，末班车推迟到晚上九点。',
      '12路公交车末班车六点半，@下班回家没有公交车，建议增加班次。',
    ],
  },
} as const

/** A dozen about smoke at one estate, five at another, and other matters of both. */
export const madeMessages: readonly MessageOfFile[] = [
  ...about('云江市青坪小区', 'smoke', 12),
  ...about('云江市望江花园', 'smoke', 5),
  ...about('云江市青坪小区', 'lift', 5),
  ...about('云江市望江花园', 'lift', 4),
  ...about('云江市石桥村', 'bus', 6),
]

/** What comes later of the first of them. */
export const madeLater: readonly MessageOfFile[] = about('云江市青坪小区', 'smoke', 6, 12)

/** One person who writes every day of the same. */
export const madeAlone: readonly MessageOfFile[] = about('云江市梧桐苑', 'lift', 40).map((message) => ({
  ...message,
  user: 'one',
}))

import { decided } from '../basis.ts'
import type { Rewards } from '../rewards.ts'

/** 表扬 · 荣誉证书 · 奖金 · 奖品 */
export const rewards = {
  praise: { zh: '通报表扬', en: 'Public praise', basis: decided('0043') },
  certificate: { zh: '荣誉证书', en: 'Certificate', basis: decided('0043') },
  bonus: { zh: '奖金', en: 'Money', basis: decided('0043') },
  prize: { zh: '奖品', en: 'Prize', basis: decided('0043') },
} as const satisfies Rewards

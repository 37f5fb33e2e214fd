/** Kinds and states of orders of supervision in words: apart from the rest, for the portal, which carries little. */
import type { OrderKind } from '../law/supervision.ts'
import type { OrderState } from '../supervision/supervision.ts'
import type { Bilingual } from './bilingual.ts'

export const orderTerms = {
  orderKind: {
    urging: { zh: '督促办理', en: 'Urging' },
    followUp: { zh: '跟踪督办', en: 'Follow-up' },
    onSite: { zh: '实地督查', en: 'On-site inspection' },
    joint: { zh: '联合督办', en: 'Joint order' },
    special: { zh: '专项督查', en: 'Special inspection' },
    interview: { zh: '约谈', en: 'Interview' },
    rectification: { zh: '责令限期整改', en: 'Rectification by a day' },
    listed: { zh: '挂牌督办', en: 'Listed supervision' },
  } satisfies Record<OrderKind, Bilingual>,

  orderState: {
    open: { zh: '办理中', en: 'Being acted on' },
    reported: { zh: '已反馈，待核实', en: 'Reported on, to be verified' },
    verified: { zh: '已核实', en: 'Verified' },
    closed: { zh: '已销号', en: 'Closed' },
    escalated: { zh: '已升级', en: 'Raised to a stricter one' },
  } satisfies Record<OrderState, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

/** A term by a code that comes from the wire; the code itself when nobody here knows it. */
export function orderTermOf(group: keyof typeof orderTerms, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = orderTerms[group]
  return words[code] ?? { zh: code, en: code }
}

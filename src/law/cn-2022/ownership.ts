/**
 * Cases that a leader owns, under the Regulations: art. 18 (2) asks leaders to own the prominent problems that people feel strongly about, and
 * says no more. No source with authority was found for 四定 and 五包 or for any number: docs/adr/0040.
 */
import { workingDays } from '../../kernel/span.ts'
import { decided } from '../basis.ts'
import type { OwnershipGround, OwnershipGroundRule, OwnershipLaw } from '../ownership.ts'

const ours = decided('0040')

const grounds = {
  /** Days since it was registered, while it is open: longer than handling takes with its extension (art. 34). */
  longOpen: { atLeast: 120, basis: ours },
  /** It went to review and on, or was redone and reviewed again. */
  reviewed: { atLeast: 2, basis: ours },
  /** Further petitions that a clerk linked as the same matter. */
  sameMatterAgain: { atLeast: 2, basis: ours },
  /** Counties whose organs have a part in it, neither of which lies in the other. */
  severalRegions: { atLeast: 2, basis: ours },
  /** 群体: the people behind it. */
  group: { atLeast: 5, basis: ours },
} as const satisfies Record<OwnershipGround, OwnershipGroundRule>

export const ownership = {
  grounds,
  fixed: {
    leader: { zh: '定领导', en: 'the leader is named', fixes: 'owner', basis: ours },
    person: { zh: '定专人', en: 'whoever handles it is named', fixes: 'handler', basis: ours },
    plan: { zh: '定方案', en: 'the plan is written', fixes: 'plan', basis: ours },
    limit: { zh: '定时限', en: 'the day is set', fixes: 'due', basis: ours },
  },
  duties: {
    know: { zh: '包掌握情况', en: 'to know the matter at first hand', basis: ours },
    resolve: { zh: '包协调化解', en: 'to bring those together who can solve it', basis: ours },
    explain: { zh: '包政策解释', en: 'to explain the law and the policy face to face', basis: ours },
    help: { zh: '包帮扶救助', en: 'to see that help the law offers is offered', basis: ours },
    follow: { zh: '包落实反馈', en: 'to see what was promised done, and to tell the petitioner', basis: ours },
  },
  clocks: {
    decideOwnership: { span: workingDays(10), basis: ours },
  },
  terms: { askAtLeast: 3, relapseMonths: 12, basis: ours },
} as const satisfies OwnershipLaw

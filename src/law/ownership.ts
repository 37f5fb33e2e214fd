/**
 * The shape of what a pack says of cases that a leader owns (领导包案, art. 18 (2)): what the facts of a petition alone propose, what is fixed
 * before anybody begins (四定), and what an owner takes on (五包). The Regulations name none of this; wordings differ from place to place, so
 * they are rows with words of their own (docs/adr/0040). Data; the rules that read it are in the room of ownerships.
 */
import type { Span } from '../kernel/span.ts'
import type { Basis, Named } from './basis.ts'

/**
 * 长期未决 · 经过复查复核 · 同一事项重复 · 跨地区 · 群体: facts of the petition, and never who petitions or how often somebody does
 * (docs/adr/0031).
 */
export const ownershipGrounds = ['longOpen', 'reviewed', 'sameMatterAgain', 'severalRegions', 'group'] as const
export type OwnershipGround = (typeof ownershipGrounds)[number]

export interface OwnershipGroundRule {
  /** Days open, reviews, further petitions on the same matter, regions, people behind it. No law gives the number. */
  readonly atLeast: number
  readonly basis: Basis
}

/** What the house can see to be fixed, whatever a place calls it. */
export const fixables = ['owner', 'handler', 'plan', 'due'] as const
export type Fixable = (typeof fixables)[number]

/** 定领导、定专人、定方案、定时限, or as a place has it. */
export interface FixedRow extends Named {
  readonly fixes: Fixable
  readonly basis: Basis
}

/** 包什么: what the owner takes on, in the words of the place. */
export interface OwnerDuty extends Named {
  readonly basis: Basis
}

export interface OwnershipTerms {
  /** On so many days somebody must have asked for the petitioner's own view before a case is closed without it. */
  readonly askAtLeast: number
  /** The same matter within so many months after the end opens the case again. */
  readonly relapseMonths: number
  readonly basis: Basis
}

export interface OwnershipLaw {
  readonly grounds: Readonly<Partial<Record<OwnershipGround, OwnershipGroundRule>>>
  readonly fixed: Readonly<Record<string, FixedRow>>
  readonly duties: Readonly<Record<string, OwnerDuty>>
  readonly clocks: {
    /** Until somebody decides whether what was proposed is owned, and by whom. */
    readonly decideOwnership: { readonly span: Span; readonly basis: Basis }
  }
  readonly terms: OwnershipTerms
}

/** 稳控、截访、息访 and their like, in the words in which they are given out. */
const watchingZh =
  /稳控|管控(?=到位|措施|责任|对象|人员|信访|上访)|包保稳|盯[防控人]|看管|看守(?!所)|监视|监控(?!录像|视频|画面|资料|设备|中心)|截访|劝[返回]|拦[截访]|接返|遣返|跟踪(?=信访|上访|本人|行踪|其)|行踪|息[诉访]|罢[诉访]|停访|(?:不|不得|不能|不要|不许|不再|不准|停止|放弃|阻止|防止|禁止)(?:再|去|进行|其)?(?:信访|上访|走访|来访|进京|赴省)|重点人/u
const watchingEn =
  /\b(?:watch(?:ing|es|ed)?|monitor(?:ing|s|ed)?|surveil\w*|shadow(?:ing|s|ed)?|guard(?:ing|s|ed)?|intercept\w*|detain\w*|stability control|keep\w* (?:\w+ ){0,4}from petitioning|stop\w* (?:\w+ ){0,3}petitioning|(?:no|not) (?:\w+ ){0,2}petition(?:ing)? (?:again|any ?more))\b/i

/**
 * Whether words name watching somebody or keeping them from petitioning. Neither a pack nor a plan may have that for a duty: nothing in this
 * house watches a petitioner, and to petition again is a right (art. 18 (4), docs/adr/0040). It knows phrases and not what people mean.
 */
export const namesWatching = (words: string): boolean =>
  watchingZh.test(words.normalize('NFKC')) || watchingEn.test(words.normalize('NFKC'))

import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { explain, type IdentityRefusal, statusOf } from './wording.ts'

const id = (text: string) => text as OrganId
const nameOf = (organ: OrganId) => ({ zh: `${organ}局`, en: `the ${organ} office` })

/** One of each kind that has more to say than its kind. */
const told: readonly IdentityRefusal[] = [
  { kind: 'organ-ended', state: 'merged' },
  { kind: 'unknown-organ', organ: id('甲') },
  { kind: 'organ-not-active', organ: id('甲'), successors: [] },
  { kind: 'organ-not-active', organ: id('甲'), successors: [id('乙'), id('丙')] },
  { kind: 'superior-too-low', superior: id('甲'), level: 'village' },
  { kind: 'outside-the-superior-region', superior: id('甲'), region: '990101' },
  { kind: 'has-subordinates', organs: ['1', '2', '3', '4', '5', '6', '7'].map(id) },
  { kind: 'has-subordinates', organs: [id('甲')] },
  { kind: 'earlier-than-last-act', lastActOn: day('2026-11-23') },
  { kind: 'only-its-own-administrator', organ: id('甲') },
  { kind: 'administrator-first', organ: id('甲') },
  { kind: 'day-gone-by', day: day('2026-11-23') },
  { kind: 'delegate-away', from: day('2026-11-23'), until: day('2026-11-30') },
  { kind: 'delegate-away', from: day('2026-11-23'), until: null },
  { kind: 'locked-out', seconds: 1 },
  { kind: 'locked-out', seconds: 61 },
  { kind: 'sign-on-claims-missing', claims: ['岗位', '单位'] },
]
const plain = Object.keys(statusOf)
  .filter((kind) => !told.some((refusal) => refusal.kind === kind))
  .map((kind) => ({ kind }) as IdentityRefusal)

describe('every refusal', () => {
  it.each([...told, ...plain])('is said in both languages, whole and without gaps: %j', (refusal) => {
    const { zh, en } = explain(refusal, nameOf)
    expect(zh).toMatch(/^[“\p{Script=Han}].*。$/u)
    expect(en).toMatch(/^[A-Z“].*\.$/u)
    for (const text of [zh, en]) expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/)
    expect(zh).not.toMatch(/[.,;] |[a-z]{5}/)
  })

  it('names what it is about', () => {
    const said = (refusal: IdentityRefusal) => explain(refusal, nameOf)
    expect(said(told[3] as IdentityRefusal).zh).toContain('“乙局”、“丙局”')
    expect(said(told[3] as IdentityRefusal).en).toContain('“the 乙 office” and “the 丙 office”')
    expect(said(told[6] as IdentityRefusal).zh).toContain('等7个单位')
    expect(said({ kind: 'locked-out', seconds: 61 }).zh).toContain('2分钟')
    expect(said({ kind: 'locked-out', seconds: 30 }).en).toContain('30 seconds')
  })
})

import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { article, decided } from '../law/basis.ts'
import { reportTermOf, reportTerms } from '../wording/report-terms.ts'
import type { ReportRefusal, ReportRefusalKind } from './protection.ts'
import { explainReport } from './wording.ts'

const nameOf = (organ: OrganId) => ({ zh: `${organ}局`, en: `the ${organ} office` })

/** One of each kind, so that a new one without an example here does not compile. */
const examples: { readonly [K in ReportRefusalKind]: Extract<ReportRefusal, { kind: K }> } = {
  'no-such-report': { kind: 'no-such-report' },
  'report-made-already': { kind: 'report-made-already' },
  'report-not-yours': { kind: 'report-not-yours', basis: article(18, 4) },
  'wrong-report-stage': {
    ...{ kind: 'wrong-report-stage', stage: 'answered', command: 'ReceiveReport', needs: ['reported', 'received'] },
  },
  'organ-without-part': { kind: 'organ-without-part', organ: '甲' as OrganId },
  'nobody-above': { kind: 'nobody-above', basis: decided('0016') },
  'report-passed-on-already': { kind: 'report-passed-on-already' },
  'measures-without-finding': { kind: 'measures-without-finding', finding: 'notFound' },
  'too-many-reports-today': { kind: 'too-many-reports-today', atMost: 5 },
  'right-to-contest-lapsed': { kind: 'right-to-contest-lapsed', lastDay: day('2026-04-13') },
  'answer-not-overdue': { kind: 'answer-not-overdue', lastDay: day('2026-03-17') },
  'clock-still-running': { kind: 'clock-still-running', clock: 'receiveReport#1' },
}

describe('Every refusal of a report', () => {
  it.each(Object.values(examples))('$kind is said in both languages, whole and without gaps', (refusal) => {
    const { zh, en } = explainReport(refusal, nameOf)
    expect(zh).toMatch(/^[“\p{Script=Han}].*。$/u)
    expect(en).toMatch(/^[A-Z“].*\.$/u)
    for (const text of [zh, en]) expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/)
    if ('basis' in refusal) expect(zh).toContain('依据：')
  })

  it('names what it is about', () => {
    const said = (kind: ReportRefusalKind) => explainReport(examples[kind], nameOf)
    expect(said('organ-without-part').zh).toContain('“甲局”')
    expect(said('wrong-report-stage').zh).toContain('“已反映，待签收”、“已签收，调查中”')
    expect(said('right-to-contest-lapsed').en).toContain('13 April 2026')
  })
})

const all = Object.entries(reportTerms).flatMap(([group, words]) =>
  Object.entries(words).map(([code, { zh, en }]) => ({ name: `${group}.${code}`, zh, en })),
)

describe('Every term of a report in both languages', () => {
  it.each(all)('$name', ({ zh, en }) => {
    expect(zh).toMatch(/^[\p{Script=Han}，]+$/u)
    expect(en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u)
  })

  it('says nothing twice within a group, so that two codes are never shown alike', () => {
    for (const [group, words] of Object.entries(reportTerms)) {
      for (const language of ['zh', 'en'] as const) {
        const said = Object.values(words).map((term) => term[language])
        expect(new Set(said).size, `${group} ${language}`).toBe(said.length)
      }
    }
  })

  it('shows a code that nobody knows rather than hiding it', () => {
    expect(reportTermOf('finding', 'mislaid')).toEqual({ zh: 'mislaid', en: 'mislaid' })
  })
})

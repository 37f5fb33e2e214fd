import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { article, decided } from '../law/basis.ts'
import { supervisionTermOf, supervisionTerms } from '../wording/supervision-terms.ts'
import { evidenceInWords } from './finding-view.ts'
import type { SupervisionRefusal, SupervisionRefusalKind } from './supervision.ts'
import { explainSupervision } from './wording.ts'

const nameOf = (organ: OrganId) => ({ zh: `${organ}局`, en: `the ${organ} office` })
const organ = '甲' as OrganId
const basis = article(39, 3)

/** One of each kind, so that a new one without an example here does not compile. */
const examples: { readonly [K in SupervisionRefusalKind]: Extract<SupervisionRefusal, { kind: K }> } = {
  'no-such-matter': { kind: 'no-such-matter' },
  'supervision-not-yours': { kind: 'supervision-not-yours', basis: decided('0030') },
  'no-such-finding': { kind: 'no-such-finding', finding: 'f1' },
  'finding-decided-already': { kind: 'finding-decided-already', finding: 'f1', state: 'confirmed' },
  'finding-not-confirmed': { kind: 'finding-not-confirmed', finding: 'f1' },
  'no-such-order': { kind: 'no-such-order', order: 'o1' },
  'wrong-order-state': {
    ...{ kind: 'wrong-order-state', state: 'open', command: 'VerifyOrder', needs: ['reported', 'verified'] },
  },
  'not-an-opener': { kind: 'not-an-opener', order: 'listed', openers: ['conference'], basis },
  'inspected-already': { kind: 'inspected-already', organ, by: organ, order: 'urging', basis },
  'nothing-to-supervise': { kind: 'nothing-to-supervise' },
  'wrong-subject': { kind: 'wrong-subject', order: 'special', needs: ['topic'], basis },
  'addressee-out-of-reach': { kind: 'addressee-out-of-reach', organ },
  'no-addressee': { kind: 'no-addressee' },
  'needs-several-organs': { kind: 'needs-several-organs', order: 'joint' },
  'addressee-is-supervisor': { kind: 'addressee-is-supervisor', organ },
  'addressee-is-kept-out': { kind: 'addressee-is-kept-out', organ, basis },
  'leader-not-of-organ': { kind: 'leader-not-of-organ', organ },
  'due-not-ahead': { kind: 'due-not-ahead', day: day('2026-03-01'), today: day('2026-03-02') },
  'due-not-later': { kind: 'due-not-later', due: day('2026-03-02') },
  'no-criteria': { kind: 'no-criteria', order: 'listed', basis },
  'criteria-not-met': { kind: 'criteria-not-met', missing: ['k1'], basis },
  'unknown-criterion': { kind: 'unknown-criterion', criterion: 'k9' },
  'not-inspected-yet': { kind: 'not-inspected-yet', way: 'interview', basis },
  'not-executed-yet': { kind: 'not-executed-yet', basis },
  'inspection-not-held-yet': {
    ...{ kind: 'inspection-not-held-yet', day: day('2026-03-03'), today: day('2026-03-02') },
  },
  'nobody-to-ask': { kind: 'nobody-to-ask' },
  'material-not-there': { kind: 'material-not-there' },
  'asked-already': { kind: 'asked-already' },
  'nobody-asked': { kind: 'nobody-asked' },
  'asker-is-concerned': { kind: 'asker-is-concerned', organ },
  'petitioner-not-heard': { kind: 'petitioner-not-heard', order: 'o1' },
  'own-report': { kind: 'own-report', organ },
  'not-stricter': { kind: 'not-stricter', order: 'urging' },
  'not-a-referee': { kind: 'not-a-referee', organ, basis },
  'nothing-was-referred': { kind: 'nothing-was-referred' },
  'needs-the-head-of-supervision': { kind: 'needs-the-head-of-supervision', command: 'ExtendOrder' },
  'matter-erased': { kind: 'matter-erased', on: day('2056-11-24') },
  'clock-still-running': { kind: 'clock-still-running', clock: 'verifyReport#1' },
}

describe('Every refusal of supervision', () => {
  it.each(Object.values(examples))('$kind is said in both languages, whole and without gaps', (refusal) => {
    const { zh, en } = explainSupervision(refusal, nameOf)
    expect(zh).toMatch(/^[“\p{Script=Han}].*。$/u)
    expect(en).toMatch(/^[A-Z“\d].*\.$/u)
    for (const text of [zh, en]) expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/)
    if ('basis' in refusal) expect(zh).toContain('依据：')
  })

  it('names what it is about', () => {
    const said = (kind: SupervisionRefusalKind) => explainSupervision(examples[kind], nameOf)
    expect(said('inspected-already').zh).toContain('“甲局”')
    expect(said('not-an-opener').zh).toContain('信访工作联席会议')
    expect(said('not-an-opener').en).toContain('art. 39, para. 3')
    expect(said('wrong-order-state').en).toContain('“Being acted on”')
    const unknown = { kind: 'not-an-opener', order: 'listed', openers: [], basis: decided('0030') } as const
    expect(explainSupervision(unknown, nameOf).en).toContain('knows no “Listed supervision”')
  })
})

const all = Object.entries(supervisionTerms).flatMap(([group, words]) =>
  Object.entries(words).map(([code, { zh, en }]) => ({ name: `${group}.${code}`, zh, en })),
)

describe('Every term of supervision in both languages', () => {
  it.each(all)('$name', ({ zh, en }) => {
    expect(zh).toMatch(/^[\p{Script=Han}、，]+$/u)
    expect(en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u)
  })

  it('says nothing twice within a group, so that two codes are never shown alike', () => {
    for (const [group, words] of Object.entries(supervisionTerms)) {
      for (const language of ['zh', 'en'] as const) {
        const said = Object.values(words).map((term) => term[language])
        expect(new Set(said).size, `${group} ${language}`).toBe(said.length)
      }
    }
  })

  it('shows a code that nobody knows rather than hiding it', () => {
    expect(supervisionTermOf('orderKind', 'mislaid')).toEqual({ zh: 'mislaid', en: 'mislaid' })
  })
})

describe('What bears a finding out', () => {
  it('is said with its day and the limit that was missed', () => {
    const late = {
      fact: 'DutyFellOverdue',
      version: 7,
      on: day('2026-03-02'),
      clock: 'handle#1',
      lastDay: day('2026-03-01'),
    }
    const { zh, en } = evidenceInWords(late)
    expect(zh).toMatch(/^2026年3月2日：\p{Script=Han}+；“\p{Script=Han}+”的期限至2026年3月1日$/u)
    expect(en).toContain('was due by 1 March 2026')
    expect(evidenceInWords({ fact: 'TransferReturned', version: 4, on: day('2026-03-02') }).en).toMatch(
      /^2 March 2026: [A-Z]/,
    )
    expect(evidenceInWords({ fact: 'SomethingNew', version: 4, on: day('2026-03-02') }).zh).toContain('SomethingNew')
  })
})

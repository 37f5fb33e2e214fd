import { describe, expect, it } from 'vitest'
import { type Basis, basisInWords } from '../law/basis.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import { findingRules, orderKinds } from '../law/supervision.ts'

const at = (basis: Basis | null): string =>
  basis === null
    ? '–'
    : 'instrument' in basis
      ? [basis.article, basis.paragraph, basis.item].filter((part) => part !== undefined).join('.') +
        (basis.adr ? ` ADR ${basis.adr}` : '')
      : `ADR ${basis.adr}`

/** Written out by hand from the Regulations: a row that is changed, or goes, turns this red. */
const findings: Readonly<Record<(typeof findingRules)[number], string>> = {
  notRoutedInTime: 'procedureNotFollowed 40.1 43',
  notNotifiedInTime: 'procedureNotFollowed 40.1 44.1.3',
  notAnsweredInTime: 'shirking 40.1 45.1.1',
  issuedNotServed: 'procedureNotFollowed 40.1 45.1.4',
  resultNotReported: 'procedureNotFollowed 40.1 45.1.4',
  handedOnTooOften: 'shirking 40.1 ADR 0031 45.1.1 ≥ 3',
  returnedTooOften: 'shirking 40.1 ADR 0031 45.1.1 ≥ 2',
  disputeUndecided: 'shirking 40.1 45.1.1',
  claimsUnanswered: 'shirking 40.1 45.1.1',
  emptyAnswer: 'shirking 40.1 ADR 0031 45.1.1 ≥ 6',
  boilerplateAnswer: 'shirking 40.1 ADR 0031 45.1.1 ≥ 3',
  completionContested: 'falseResult 40.1 45.1.4',
  evidenceMissing: 'falseResult 40.1 45.1.4',
  urgentReportedLate: 'procedureNotFollowed 40.1 46.1.4',
  opinionNotCarriedOut: 'opinionNotCarriedOut 40.1 45.1.4',
  proposalUnanswered: 'other 40.4 45.1.3',
  sameMatterAgain: 'other 40.1 ADR 0031 – ≥ 2',
  seenBySupervisor: 'other 40.1 –',
}

const everybody = 'bureau commissioner inspectionOffice conference'
const orders: Readonly<Record<(typeof orderKinds)[number], string>> = {
  urging: `1 40.1 ${everybody} | petition proposal`,
  followUp: `2 14.1.3 ${everybody} | petition | untilExecuted`,
  onSite: `3 38.2 ${everybody} | petition topic proposal | onSite`,
  joint: `4 38.2 ${everybody} | petition topic proposal | severalOrgans`,
  special: '5 38.1 inspectionOffice | topic',
  interview: '6 39.3 conference | petition topic proposal | interview',
  rectification: '7 39.3 conference | petition topic proposal | needsCriteria',
  listed: '8 39.3 conference | petition topic proposal | needsCriteria isPublic',
}

describe('信访工作条例 art. 40 (1), 42–46: what is found, and which error it is', () => {
  it.each(findingRules)('%s', (rule) => {
    const row = cn2022.supervision.findings[rule]
    const number = 'atLeast' in row ? ` ≥ ${row.atLeast}` : ''
    expect(`${row.trigger} ${at(row.basis)} ${at(row.liability)}${number}`).toBe(findings[rule])
  })

  it('is a circumstance that the law names', () => {
    const named = Object.keys(cn2022.supervisionTriggers)
    for (const rule of findingRules) expect(named).toContain(cn2022.supervision.findings[rule].trigger)
  })

  it('says that a number is the house’s, and not that days are', () => {
    const { zh, en } = basisInWords(cn2022.supervision.findings.handedOnTooOften.basis)
    expect([zh, en]).toEqual([
      '《信访工作条例》第40条第1款，次数由本系统约定（ADR 0031）',
      'Regulations on Petition Work (2022), art. 40, para. 1; number by house decision (ADR 0031)',
    ])
  })
})

describe('信访工作条例 art. 14 (1) item 3, 16 (1), 38, 39 (3), 40 (1): which orders there are', () => {
  it.each(orderKinds)('%s', (kind) => {
    const row = cn2022.supervision.orders[kind]
    const flags = (['untilExecuted', 'severalOrgans', 'needsCriteria', 'isPublic'] as const).filter((name) => row[name])
    const needs = [...(row.inspection ? [row.inspection] : []), ...flags].join(' ')
    const said = `${row.strictness} ${at(row.basis)} ${row.openers.join(' ')} | ${row.over.join(' ')}`
    expect(needs === '' ? said : `${said} | ${needs}`).toBe(orders[kind])
  })
})

describe('The days of supervision (docs/adr/0030)', () => {
  it('are five working days to decide, the day of the order, and ten working days to verify', () => {
    const days = Object.entries(cn2022.supervision.clocks).map(([name, { span, basis }]) => [name, span, at(basis)])
    expect(days).toEqual([
      ['decideFinding', { unit: 'workingDays', count: 5 }, '40.1 ADR 0030'],
      ['reportOnOrder', { unit: 'designated' }, '40.1'],
      ['verifyReport', { unit: 'workingDays', count: 10 }, 'ADR 0030'],
    ])
  })
})

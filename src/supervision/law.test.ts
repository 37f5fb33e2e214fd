/** Every row of supervision as the Regulations have it; test/law-mutants.ts changes each and sees that this turns red. */
import { type Basis, basisInWords } from '../law/basis.ts'
import { type FindingRule, findingRules, type OrderKind, orderKinds } from '../law/supervision.ts'
import { article, type Cases } from '../petition/spec.ts'

const at = (basis: Basis | null): string =>
  basis === null
    ? '–'
    : 'instrument' in basis
      ? [basis.article, basis.paragraph, basis.item].filter((part) => part !== undefined).join('.') +
        (basis.adr ? ` ADR ${basis.adr}` : '')
      : `ADR ${basis.adr}`

/** Written out by hand from the Regulations: a row that is changed, or goes, turns this red. */
const findings: Readonly<Record<FindingRule, string>> = {
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
const orders: Readonly<Record<OrderKind, string>> = {
  urging: `1 40.1 ${everybody} | petition proposal`,
  followUp: `2 14.1.3 ${everybody} | petition | untilExecuted`,
  onSite: `3 38.2 ${everybody} | petition topic proposal | onSite`,
  joint: `4 38.2 ${everybody} | petition topic proposal | severalOrgans`,
  special: '5 38.1 inspectionOffice | topic',
  interview: '6 39.3 conference | petition topic proposal | interview',
  rectification: '7 39.3 conference | petition topic proposal | needsCriteria',
  listed: '8 39.3 conference | petition topic proposal | needsCriteria isPublic',
}

const forEach = <Name extends string>(names: readonly Name[], caseOf: (name: Name) => Cases[string]): Cases =>
  Object.fromEntries(names.map((name) => [name, caseOf(name)]))

article(
  '信访工作条例 art. 40 (1), 42–46: what is found, and which error it is',
  findingRules.map((rule) => `supervision.findings.${rule}` as const),
  {
    ...forEach(findingRules, (rule) => ({ same, world }) => {
      const row = world.law.supervision.findings[rule]
      const number = row?.atLeast === undefined ? '' : ` ≥ ${row.atLeast}`
      same(row && `${row.trigger} ${at(row.basis)} ${at(row.liability)}${number}`, findings[rule])
    }),
    'is a circumstance that the law names': ({ same, world: { law } }) => {
      const named = Object.keys(law.supervisionTriggers)
      const strange = findingRules.filter((rule) => !named.includes(law.supervision.findings[rule]?.trigger ?? ''))
      same(strange, [])
    },
    'says that a number is the house’s, and not that days are': ({ same, world }) => {
      const row = world.law.supervision.findings.handedOnTooOften
      same(row && basisInWords(row.basis), {
        zh: '《信访工作条例》第40条第1款，次数由本系统约定（ADR 0031）',
        en: 'Regulations on Petition Work (2022), art. 40, para. 1; number by house decision (ADR 0031)',
      })
    },
  },
)

article(
  '信访工作条例 art. 14 (1) item 3, 16 (1), 38, 39 (3), 40 (1): which orders there are',
  orderKinds.map((kind) => `supervision.orders.${kind}` as const),
  forEach(orderKinds, (kind) => ({ same, world }) => {
    const row = world.law.supervision.orders[kind]
    if (row === null) return same(row, orders[kind])
    const flags = (['untilExecuted', 'severalOrgans', 'needsCriteria', 'isPublic'] as const).filter((name) => row[name])
    const needs = [...(row.inspection ? [row.inspection] : []), ...flags].join(' ')
    const said = `${row.strictness} ${at(row.basis)} ${row.openers.join(' ')} | ${row.over.join(' ')}`
    same(needs === '' ? said : `${said} | ${needs}`, orders[kind])
  }),
)

article(
  'The days of supervision (docs/adr/0030)',
  ['supervision.clocks.decideFinding', 'supervision.clocks.reportOnOrder', 'supervision.clocks.verifyReport'],
  {
    'are five working days to decide, the day of the order, and ten working days to verify': ({ same, world }) => {
      const clocks = Object.entries(world.law.supervision.clocks)
      const days = clocks.map(([name, { span, basis }]) => [name, span, at(basis)])
      same(days, [
        ['decideFinding', { unit: 'workingDays', count: 5 }, '40.1 ADR 0030'],
        ['reportOnOrder', { unit: 'designated' }, '40.1'],
        ['verifyReport', { unit: 'workingDays', count: 10 }, 'ADR 0030'],
      ])
    },
  },
)

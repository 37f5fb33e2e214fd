/** Every rule that finds by itself, by its row of the law: on what it rests, with which number, and that without the row it finds nothing. */
import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { basisInWords } from '../../law/basis.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import type { FindingLaw, FindingRule } from '../../law/supervision.ts'
import {
  accepted,
  assigned,
  executed,
  heard,
  id,
  issued,
  objected,
  rated,
  registered,
  reportedBack,
  returned,
  sealed,
  served,
  staff,
  supportedOpinion,
  transferred,
  urgentMarked,
  wayTo,
} from '../../petition/examples.ts'
import type { Command, Of } from '../../petition/petition.ts'
import type { JudgedAnswer, Looked } from './finding.ts'
import { findingsIn, looks } from './findings.ts'
import { everyRule, lookedAt, overdue } from './testing/lived.ts'

interface Example {
  readonly basis: string
  readonly liability: string | null
  readonly atLeast?: number
  readonly commands: readonly Command[]
  readonly answer?: Partial<JudgedAnswer>
  /** What no petition of this house can come to by itself, since a decision refuses it. */
  readonly as?: (looked: Looked) => Looked
}

const [art40, counted] = [
  'Regulations on Petition Work (2022), art. 40, para. 1',
  'Regulations on Petition Work (2022), art. 40, para. 1; number by house decision (ADR 0031)',
]
const error = (place: string): string => `Regulations on Petition Work (2022), art. ${place}`
const shirking = error('45, para. 1, item 1')
const wrongly = error('45, para. 1, item 4')

const backFrom = (organ: string, from: number): readonly Command[] => [
  transferred({ to: id(organ), on: day(`2026-03-0${from}`) }),
  objected({ on: day(`2026-03-0${from}`), actor: staff(organ) }),
  returned({ on: day(`2026-03-0${from}`) }),
]
const promised = [...wayTo.accepted, heard(), supportedOpinion(), served()]
const material: Of<'AddMaterial'> = {
  ...{ type: 'AddMaterial', on: day('2026-06-19'), actor: staff('county-housing') },
  ...{ note: sealed('what was looked at'), materials: [] },
}
const linked = (to: string): Of<'Link'> => ({
  ...{ type: 'Link', on: day('2026-05-10'), actor: staff('county-housing') },
  ...{ to, as: 'member', reason: sealed('same matter') },
})

const examples: Readonly<Partial<Record<FindingRule, Example>>> = {
  notRoutedInTime: {
    ...{ basis: art40, liability: error('43') },
    commands: [registered(), overdue('route#1', '2026-03-18')],
  },
  notNotifiedInTime: {
    ...{ basis: art40, liability: error('44, para. 1, item 3') },
    commands: [...wayTo.routed, overdue('notify#1', '2026-03-21')],
  },
  notAnsweredInTime: {
    ...{ basis: art40, liability: shirking },
    commands: [...wayTo.accepted, overdue('handle#1', '2026-05-10')],
  },
  issuedNotServed: {
    ...{ basis: art40, liability: wrongly },
    commands: [...wayTo.accepted, heard(), issued(), overdue('handle#1', '2026-05-10')],
  },
  resultNotReported: {
    ...{ basis: art40, liability: wrongly },
    commands: [registered(), assigned(), accepted(), overdue('reportBack#1', '2026-05-01')],
  },
  handedOnTooOften: {
    ...{ basis: counted, liability: shirking, atLeast: 3 },
    commands: [
      registered(),
      ...['county-water', 'county-resources', 'county-housing'].flatMap((of, at) => backFrom(of, 3 + at)),
    ],
  },
  returnedTooOften: {
    ...{ basis: counted, liability: shirking, atLeast: 2 },
    commands: [registered(), ...backFrom('county-water', 3), ...backFrom('county-resources', 4)],
  },
  disputeUndecided: {
    ...{ basis: art40, liability: shirking },
    commands: [...wayTo.disputed, overdue('decideDispute#1', '2026-03-20')],
  },
  claimsUnanswered: {
    ...{ basis: art40, liability: shirking, commands: wayTo.answered },
    as: (looked) => {
      const claims = [...looked.petition.claims, { ref: 'c2', text: sealed('claim-2') }]
      return { ...looked, petition: { ...looked.petition, claims } }
    },
  },
  emptyAnswer: {
    ...{ basis: counted, liability: shirking, atLeast: 6 },
    ...{ commands: wayTo.answered, answer: { signs: 5 } },
  },
  boilerplateAnswer: {
    ...{ basis: counted, liability: shirking, atLeast: 3 },
    ...{ commands: wayTo.answered, answer: { equals: 3 } },
  },
  completionContested: {
    ...{ basis: art40, liability: wrongly },
    commands: [...promised, material, executed(), rated({ on: day('2026-06-21'), solved: 'dissatisfied' })],
  },
  evidenceMissing: {
    ...{ basis: art40, liability: wrongly, commands: [registered(), assigned(), accepted(), reportedBack()] },
  },
  urgentReportedLate: {
    ...{ basis: art40, liability: error('46, para. 1, item 4') },
    commands: [registered(), urgentMarked(), overdue('reportUrgent#1', '2026-03-05')],
  },
  opinionNotCarriedOut: {
    ...{ basis: art40, liability: wrongly, commands: [...promised, overdue('execute#1', '2026-07-01')] },
  },
  sameMatterAgain: {
    ...{ basis: counted, liability: null, atLeast: 2 },
    commands: [...wayTo.served, linked('260501123456780'), linked('260502123456780')],
  },
}

function found({ commands, answer, as = (looked) => looked }: Example, rules: Looked['rules']): readonly FindingRule[] {
  const answers = answer ? [{ document: 'd2', signs: 60, equals: 0, lacks: [], checked: [], ...answer }] : []
  return findingsIn(as(lookedAt(commands, { answers, rules }))).map(({ rule }) => rule)
}

const rowOf = (rule: FindingRule): FindingLaw => cn2022.supervision.findings[rule]
const tableWith = (rule: FindingRule, row: FindingLaw | null): Looked['rules'] => ({ ...everyRule, [rule]: row })

describe('Every rule that finds by itself', () => {
  it('has an example here', () => {
    expect(Object.keys(examples).sort()).toEqual(Object.keys(looks).sort())
  })

  const all = Object.entries(examples) as readonly (readonly [FindingRule, Example])[]

  it.each(all)('%s rests on its article, and is an error under its own', (rule, { basis, liability, atLeast }) => {
    const row = rowOf(rule)
    expect(basisInWords(row.basis).en).toBe(basis)
    expect(row.liability && basisInWords(row.liability).en).toBe(liability)
    expect(row.atLeast).toBe(atLeast)
  })

  it.each(all)('%s finds its example, and nothing where the law has no such row', (rule, example) => {
    expect(found(example, everyRule)).toContain(rule)
    expect(found(example, tableWith(rule, null))).not.toContain(rule)
  })

  it.each(all.filter(([, { atLeast }]) => atLeast !== undefined))(
    '%s takes its number from the row',
    (rule, example) => {
      const row = rowOf(rule)
      // an empty answer has fewer signs than the number, everything else is as many or more
      const stricter = rule === 'emptyAnswer' ? (row.atLeast ?? 0) - 1 : (row.atLeast ?? 0) + 1
      expect(found(example, tableWith(rule, { ...row, atLeast: stricter }))).not.toContain(rule)
    },
  )
})

/** A pack laid out to be read: every row with its words, what it rests on, and whether the national law says it otherwise. */
import type { z } from 'zod'
import type { Span } from '../kernel/span.ts'
import { type AssessmentTimeName, indicatorNames } from '../law/assessment.ts'
import { type Basis, basisInWords, type Named } from '../law/basis.ts'
import { conferenceMeasures, itemKinds, meetingKinds, seatKinds } from '../law/conference.ts'
import type { PackHeader } from '../law/law.ts'
import { packName } from '../law/laws.ts'
import { findingRules, orderKinds } from '../law/supervision.ts'
import { formulaInWords } from '../wording/assessment-formula.ts'
import { assessmentTerms } from '../wording/assessment-terms.ts'
import { conferenceTerms } from '../wording/conference-terms.ts'
import { owedInWords } from '../wording/report-periods.ts'
import { supervisionTerms } from '../wording/supervision-terms.ts'
import { type TermGroup, termOf } from '../wording/terms.ts'
import type { readPack } from './law-contract.ts'
import type { PetitionLaw } from './petition.ts'

export type PackView = z.input<(typeof readPack)['response']>

export const headerView = (pack: PackHeader) => ({
  pack: packName(pack),
  id: pack.id,
  version: pack.version,
  name: pack.name,
  note: pack.note,
  regions: [...pack.regions],
  inForceFrom: pack.inForceFrom,
  inForceUntil: pack.inForceUntil,
})

const nothing: Named = { zh: '', en: '' }
const spanView = (span: Span) => ({ unit: span.unit, count: span.unit === 'designated' ? null : span.count })

/** The same row, whatever order its fields stand in. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}

interface Row {
  readonly basis: Basis
}

export function packView(law: PetitionLaw, national: PetitionLaw): PackView {
  /** Rows of a table by name; `more` adds what the table has beside. */
  function rows<R extends Row, M extends object>(
    table: Readonly<Record<string, R | undefined>>,
    below: Readonly<Record<string, unknown>>,
    kind: TermGroup,
    more: (row: R) => M,
  ) {
    return Object.entries(table).flatMap(([name, row]) =>
      row === undefined
        ? []
        : [
            {
              name,
              words: termOf(kind, name),
              basis: basisInWords(row.basis),
              differs: !isSame(row, below[name]),
              ...more(row),
            },
          ],
    )
  }
  const plain = () => ({})
  return {
    ...headerView(law),
    clocks: rows(law.clocks, national.clocks, 'clockRule', (clock) => ({
      binds: clock.binds,
      after: clock.after,
      span: spanView(clock.span),
      extendableBy: clock.extendableBy?.count ?? null,
      isSuspendable: clock.suspendable ?? false,
      countsFromReceipt: clock.countsFrom === 'receipt',
    })),
    permissions: permissionsOf(law, national),
    principles: rows(law.principles, national.principles, 'principle', plain),
    classes: rows(law.classes, national.classes, 'class', plain),
    routes: rows(law.routes, national.routes, 'route', ({ leads }) => ({ leads })),
    declineGrounds: rows(law.declineGrounds, national.declineGrounds, 'declineGround', (ground) => ({
      onlyDirect: ground.onlyDirect,
      onlyVisits: ground.onlyVisits ?? false,
      needs: ground.needs,
    })),
    outcomes: rows(law.outcomes, national.outcomes, 'outcome', plain),
    documents: rows(law.documents, national.documents, 'documentKind', ({ served, parts }) => ({
      isServed: served,
      parts: parts.map(({ part, basis }) => ({
        part,
        words: termOf('documentPart', part),
        basis: basisInWords(basis),
      })),
    })),
    serviceWays: rows(law.serviceWays, national.serviceWays, 'serviceWay', (way) => ({
      proof: [...way.proof],
      isOnlySimplified: way.onlySimplified,
      runsDays: way.runsDays,
    })),
    supervisionTriggers: rows(law.supervisionTriggers, national.supervisionTriggers, 'supervisionTrigger', plain),
    ...supervisionOf(law.supervision, national.supervision),
    retention: rows(law.retention, national.retention, 'retention', ({ years }) => ({ years })),
    representatives: {
      atMost: law.representatives.atMost,
      tiers: [...(law.representatives.tiers ?? [])],
      basis: basisInWords(law.representatives.basis),
      differs: !isSame(law.representatives, national.representatives),
    },
    proposals: rows(law.proposals, national.proposals, 'proposalKind', ({ to, against }) => ({
      to: [...to],
      against: [...against],
    })),
    proposalAnswer: {
      span: law.proposalAnswer.span && spanView(law.proposalAnswer.span),
      reasonsWithin: law.proposalAnswer.reasonsWithin ? spanView(law.proposalAnswer.reasonsWithin) : null,
      basis: basisInWords(law.proposalAnswer.basis),
      differs: !isSame(law.proposalAnswer, national.proposalAnswer),
    },
    indicators: indicatorsOf(law, national),
    assessmentTimes: Object.entries(law.assessmentTimes).map(([name, row]) => ({
      name,
      words: assessmentTerms.assessmentTime[name as AssessmentTimeName],
      basis: basisInWords(row.basis),
      differs: !isSame(row, national.assessmentTimes[name as AssessmentTimeName]),
      span: spanView(row.span),
    })),
    workloadWeights: rows(law.workloadWeights, national.workloadWeights, 'workloadWeight', ({ weight }) => ({
      weight,
    })),
    secondmentTimes: rows(law.secondmentTimes, national.secondmentTimes, 'clockRule', (row) => ({
      span: spanView(row.span),
    })),
    trainings: rows(law.trainings, national.trainings, 'training', ({ span, requiredOf }) => ({
      ...{ span: spanView(span), requiredOf: [...requiredOf] },
    })),
    trainingTimes: rows(law.trainingTimes, national.trainingTimes, 'clockRule', (row) => ({
      span: spanView(row.span),
    })),
    themeTimes: rows(law.themeTimes, national.themeTimes, 'clockRule', (row) => ({ span: spanView(row.span) })),
    warningTimes: rows(law.warningTimes, national.warningTimes, 'clockRule', (row) => ({ span: spanView(row.span) })),
    instructionTemplates: Object.entries(law.instructionTemplates).map(([name, row]) => ({
      ...{ name, words: { zh: row.zh, en: row.en }, basis: basisInWords(row.basis), span: spanView(row.span) },
      differs: !isSame(row, national.instructionTemplates[name]),
    })),
    conferences: conferencesOf(law.conference, national.conference),
    rewards: Object.entries(law.rewards).map(([name, row]) => ({
      ...{ name, words: { zh: row.zh, en: row.en }, basis: basisInWords(row.basis) },
      differs: !isSame(row, national.rewards[name]),
    })),
    situationReports: Object.entries(law.situationReports).map(([name, row]) => ({
      ...{ name, words: owedInWords(row), basis: basisInWords(row.basis), span: spanView(row.span) },
      differs: !isSame(row, national.situationReports[name]),
    })),
    urgentReports: {
      bureau: [...law.urgentReports.bureau],
      organ: [...law.urgentReports.organ],
      basis: basisInWords(law.urgentReports.basis),
    },
  }
}

/** What a law does not know is left out. */
function supervisionOf(
  { findings, orders, clocks }: PetitionLaw['supervision'],
  national: PetitionLaw['supervision'],
): Pick<PackView, 'findings' | 'orders' | 'supervisionClocks'> {
  const row = (name: string, words: Named, { basis }: Row, is: unknown, below: unknown) => ({
    ...{ name, words, basis: basisInWords(basis), differs: !isSame(is, below) },
  })
  const { findingRule, orderKind, openerKind, supervisionClock } = supervisionTerms
  return {
    findings: findingRules.flatMap((name) => {
      const found = findings[name]
      if (found === null) return []
      const liability = found.liability && basisInWords(found.liability)
      return [
        {
          ...row(name, findingRule[name], found, found, national.findings[name]),
          liability,
          atLeast: found.atLeast ?? null,
        },
      ]
    }),
    orders: orderKinds.flatMap((name) => {
      const order = orders[name]
      if (order === null) return []
      const openers = order.openers.map((opener) => openerKind[opener])
      return [{ ...row(name, orderKind[name], order, order, national.orders[name]), openers }]
    }),
    supervisionClocks: Object.entries(clocks).map(([name, clock]) => ({
      ...row(
        name,
        supervisionClock[name as keyof typeof clocks],
        clock,
        clock,
        national.clocks[name as keyof typeof clocks],
      ),
      span: spanView(clock.span),
    })),
  }
}

/** A measure that a law does not know is left out. */
function conferencesOf(law: PetitionLaw['conference'], national: PetitionLaw['conference']): PackView['conferences'] {
  const row = (name: string, words: Named, is: Row, below: unknown) => ({
    ...{
      name,
      words,
      basis: basisInWords(is.basis),
      differs: !isSame(is, below),
      everyMonths: null,
      atLeastDays: null,
    },
  })
  const { meetingKind, itemKind, seatKind, conferenceMeasure, conferenceCommand } = conferenceTerms
  const { meetings, items, seats, measures, circulation } = law
  return [
    ...meetingKinds.map((kind) => ({
      ...row(`meetings.${kind}`, meetingKind[kind], meetings[kind], national.meetings[kind]),
      everyMonths: meetings[kind].everyMonths,
    })),
    ...itemKinds.map((kind) => row(`items.${kind}`, itemKind[kind], items[kind], national.items[kind])),
    ...seatKinds.map((kind) => row(`seats.${kind}`, seatKind[kind], seats[kind], national.seats[kind])),
    ...conferenceMeasures.flatMap((measure) => {
      const own = measures[measure]
      return own ? [row(`measures.${measure}`, conferenceMeasure[measure], own, national.measures[measure])] : []
    }),
    {
      ...row('circulation', conferenceCommand.CirculateItem, circulation, national.circulation),
      atLeastDays: circulation.atLeastDays,
    },
  ]
}

function permissionsOf(law: PetitionLaw, national: PetitionLaw): PackView['permissions'] {
  return Object.entries(law.permissions).map(([name, permission]) => ({
    name,
    words: termOf('command', name),
    basis: permission ? basisInWords(permission.basis) : nothing,
    differs: !isSame(permission, national.permissions[name as keyof typeof national.permissions]),
    by: [...(permission?.by ?? [])],
    at: [...(permission?.at ?? [])],
    needsHead: permission?.post === 'head',
    isUnknown: permission === null,
  }))
}

function indicatorsOf(law: PetitionLaw, national: PetitionLaw): PackView['indicators'] {
  return indicatorNames.flatMap((name) => {
    const row = law.indicators[name]
    if (!row) return []
    return [
      {
        name,
        words: assessmentTerms.indicator[name],
        basis: basisInWords(row.basis),
        differs: !isSame(row, national.indicators[name]),
        formula: formulaInWords(row),
        population: assessmentTerms.population[row.measure],
        better: row.better,
        assesses: row.assesses,
        origin: assessmentTerms.formulaOrigin[row.formula],
      },
    ]
  })
}

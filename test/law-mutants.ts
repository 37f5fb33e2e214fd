/**
 * The pack with one thing changed, row by row: a span, an article, whom it binds, what starts and stops it, who may act when. A
 * change that no suite notices means that nothing holds the pack to the law there.
 */
import { assessedKinds, type MeasureName, outcomesOf } from '../src/law/assessment.ts'
import { cn2022 } from '../src/law/cn-2022/cn-2022.ts'
import { itemKinds, meetingHolders } from '../src/law/conference.ts'
import { mediatingKinds } from '../src/law/mediation.ts'
import { receivingStandings, receptionLevels, receptionPeriods } from '../src/law/reception.ts'
import { reportingLevels, reportSpans } from '../src/law/situation.ts'
import { openerKinds, subjectKinds } from '../src/law/supervision.ts'
import { visitPeriods } from '../src/law/visits.ts'
import type { PetitionLaw } from '../src/petition/petition.ts'
import type { Row } from '../src/petition/spec.ts'

export interface Mutant {
  readonly row: Row
  readonly change: string
  readonly law: PetitionLaw
}

/** The pack as plain data that may be changed. */
// biome-ignore lint/suspicious/noExplicitAny: a mutant is wrong on purpose, and its types would only say so
type Loose = any

type Change = readonly [name: string, apply: (row: Loose, pack: Loose) => void]

function mutant(row: Row, find: (pack: Loose) => Loose, [change, apply]: Change): Mutant {
  const pack: Loose = structuredClone(cn2022)
  apply(find(pack), pack)
  return { row, change, law: pack as PetitionLaw }
}

/** Every mutant of every row; the rows with none are there too, with an empty list. */
export function mutantsByRow(): ReadonlyMap<Row, readonly Mutant[]> {
  const rows = new Map<Row, readonly Mutant[]>()
  for (const [table, changes] of Object.entries(tables)) {
    // `supervision.orders` lies in `supervision`
    const tableIn = (pack: Loose) => table.split('.').reduce((within, part) => within[part], pack)
    for (const name of Object.keys(tableIn(cn2022))) {
      const row = `${table}.${name}` as Row
      const find = (pack: Loose) => tableIn(pack)[name]
      rows.set(
        row,
        changes(find(cn2022), name).map((change) => mutant(row, find, change)),
      )
    }
  }
  for (const [row, find, changes] of others()) {
    rows.set(
      row,
      changes.map((change) => mutant(row, find, change)),
    )
  }
  return rows
}

const otherBasis: Change = [
  'another article',
  (row) => Object.assign(row, { basis: { instrument: 'R22', article: 99 } }),
]
const flip = (field: string): Change => [`${field} turned over`, (row) => Object.assign(row, { [field]: !row[field] })]
const without = (field: string, list: readonly string[] = []): readonly Change[] =>
  list.map(
    (item): Change => [
      `${field} without ${item}`,
      (row) => Object.assign(row, { [field]: row[field].filter((at: string) => at !== item) }),
    ],
  )
const withMore = (field: string, list: readonly string[], all: readonly string[]): readonly Change[] =>
  all
    .filter((item) => !list.includes(item))
    .map((item): Change => [`${field} with ${item}`, (row) => Object.assign(row, { [field]: [...row[field], item] })])

const localStep = { by: ['reviewer'], at: ['underReview'], basis: { instrument: 'R22', article: 35 } }
const stages = [...cn2022.permissions.Link.at]

const tables: Readonly<Record<string, (row: Loose, name: string) => readonly Change[]>> = {
  clocks: (row) => [
    otherBasis,
    ...spans(row),
    ['the other side bound', (at) => Object.assign(at, { binds: at.binds === 'organ' ? 'petitioner' : 'organ' })],
    ['another end', (at) => Object.assign(at, { after: at.after === 'overdue' ? 'lapsed' : 'overdue' })],
    ['another bearer', (at) => Object.assign(at, { bearer: at.bearer === 'holder' ? 'person' : 'holder' })],
    flip('outlivesEnd'),
    ...(row.suspendable ? [flip('suspendable')] : []),
    ...(row.extendableBy ? extensions : []),
    ...without('startsOn', row.startsOn),
    ...without('stopsOn', row.stopsOn),
    ...without('when', row.when),
    ...without('stopsWhen', row.stopsWhen),
  ],
  permissions: (row, name) =>
    row === null
      ? [['a step of this law', (_, pack) => Object.assign(pack.permissions, { [name]: localStep })]]
      : name === 'Register'
        ? [otherBasis, ...without('by', row.by)]
        : [
            otherBasis,
            ...without('by', row.by),
            ...withMore('by', row.by, ['petitioner', 'house', 'anyOrgan', 'holder', 'registrar', 'sender']),
            ...without('at', row.at),
            ...withMore('at', row.at, stages),
            ['the post', (at) => Object.assign(at, { post: at.post === 'head' ? undefined : 'head' })],
          ],
  principles: () => [otherBasis],
  supervisionTriggers: (_, name) => [
    otherBasis,
    ['gone', (__, pack) => Reflect.deleteProperty(pack.supervisionTriggers, name)],
  ],
  proposals: (row) => [
    otherBasis,
    ...without('to', row.to),
    ...withMore('to', row.to, ['organConcerned', 'ownParty', 'ownGovernment', 'inAuthority']),
    ...without('against', row.against),
    ...withMore('against', row.against, ['organs', 'people']),
  ],
  'supervision.findings': (row, name) => [
    otherBasis,
    gone('supervision.findings', name),
    another('trigger', row.trigger === 'other' ? 'shirking' : 'other'),
    another('liability', row.liability ? null : { instrument: 'R22', article: 99 }),
    ...(row.liability ? [another('liability', { instrument: 'R22', article: 99 })] : []),
    ...(row.atLeast ? [another('atLeast', row.atLeast - 1)] : []),
    another('atLeast', (row.atLeast ?? 0) + 1),
  ],
  'supervision.orders': (row, name) => [
    otherBasis,
    gone('supervision.orders', name),
    ...without('openers', row.openers),
    ...withMore('openers', row.openers, openerKinds),
    another('strictness', row.strictness + 1),
    another('strictness', row.strictness - 1),
    ...without('over', row.over),
    ...withMore('over', row.over, subjectKinds),
    another('inspection', row.inspection === 'onSite' ? 'interview' : 'onSite'),
    ...(row.inspection ? [another('inspection', null)] : []),
    ...(['needsCriteria', 'severalOrgans', 'untilExecuted', 'isPublic'] as const).map(flip),
  ],
  'supervision.clocks': (row) => [otherBasis, ...spans(row)],
  indicators: (row) => [
    otherBasis,
    another('measure', row.measure === 'routing' ? 'notice' : 'routing'),
    ...without('numerator', row.numerator),
    ...withMore('numerator', row.numerator, outcomesOf[row.measure as MeasureName]),
    ...without('denominator', row.denominator),
    ...withMore('denominator', row.denominator, outcomesOf[row.measure as MeasureName]),
    another('better', row.better === 'higher' ? 'lower' : 'higher'),
    ...assessedKinds.filter((kind) => kind !== row.assesses).map((kind) => another('assesses', kind)),
    another('formula', row.formula === 'ours' ? 'published' : 'ours'),
  ],
  assessmentTimes: (row) => [otherBasis, ...spans(row)],
  warningTimes: (row) => [otherBasis, ...spans(row)],
  themeTimes: (row) => [otherBasis, ...spans(row)],
  secondmentTimes: (row) => [otherBasis, ...spans(row)],
  trainings: (row) => [otherBasis, ...spans(row), ...without('requiredOf', row.requiredOf)],
  trainingTimes: (row) => [otherBasis, ...spans(row)],
  workloadWeights: (row) => [otherBasis, another('weight', row.weight + 1), another('weight', row.weight + 2)],
  'ownership.grounds': (row, name) => [
    otherBasis,
    takenOut('ownership.grounds', name),
    another('atLeast', row.atLeast + 1),
    another('atLeast', row.atLeast - 1),
  ],
  'ownership.fixed': (row, name) => [
    otherBasis,
    takenOut('ownership.fixed', name),
    another('zh', '定稳控措施'),
    another('en', 'another'),
    another('fixes', row.fixes === 'owner' ? 'plan' : 'owner'),
  ],
  'ownership.duties': (_, name) => [
    otherBasis,
    takenOut('ownership.duties', name),
    another('zh', '包稳控'),
    another('en', 'another'),
  ],
  'ownership.clocks': (row) => [otherBasis, ...spans(row)],
  'conference.meetings': (row) => [
    otherBasis,
    ...without('heldBy', row.heldBy),
    ...withMore('heldBy', row.heldBy, meetingHolders),
    another('everyMonths', row.everyMonths === null ? 1 : row.everyMonths + 1),
    ...(row.everyMonths === null ? [] : [another('everyMonths', row.everyMonths - 1), another('everyMonths', null)]),
  ],
  'conference.items': () => [otherBasis],
  'conference.seats': () => [otherBasis],
  'conference.measures': (_, name) => [otherBasis, takenOut('conference.measures', name)],
  'disputes.grades': (row, name) => [
    otherBasis,
    takenOut('disputes.grades', name),
    another('zh', '另一等级'),
    another('en', 'another'),
    another('colour', 'orange'),
    another('rank', row.rank + 3),
    another('danger', row.danger === null ? 'none' : null),
    another('peopleAtLeast', (row.peopleAtLeast ?? 0) + 1),
    another('daysAtLeast', (row.daysAtLeast ?? 0) + 1),
    another('spread', row.spread === 'wider' ? null : 'wider'),
    another('settleWithin', { unit: 'days', count: row.settleWithin.count + 1 }),
    another('followUpAfter', { unit: 'workingDays', count: row.followUpAfter.count }),
  ],
  'disputes.firstLevels': (row, name) => [
    otherBasis,
    takenOut('disputes.firstLevels', name),
    another('level', row.level === 'province' ? null : 'province'),
    another('categories', [...row.categories, 'rural']),
  ],
  instructionTemplates: (row, name) => [
    otherBasis,
    ...spans(row),
    gone('instructionTemplates', name),
    another('zh', '请{organ}于{day}前予以支持。'),
  ],
  rewards: (_, name) => [otherBasis, gone('rewards', name), another('zh', '记功'), another('en', 'another')],
  situationReports: (row, name) => [
    otherBasis,
    ...spans(row),
    gone('situationReports', name),
    ...reportingLevels.filter((level) => level !== row.level).map((level) => another('level', level)),
    ...reportSpans.filter((every) => every !== row.every).map((every) => another('every', every)),
  ],
  visits: (row, name) => [
    otherBasis,
    gone('visits', name),
    another('times', row.times + 1),
    ...visitPeriods.filter((per) => per !== row.per).map((per) => another('per', per)),
  ],
  'mediation.kinds': (row, name) => [
    otherBasis,
    takenOut('mediation.kinds', name),
    ...without('heldBy', row.heldBy),
    ...withMore('heldBy', row.heldBy, mediatingKinds),
    flip('isConfirmable'),
  ],
  'mediation.clocks': (row) => [otherBasis, ...spans(row)],
  'mediation.agreement': () => [otherBasis],
  screenings: (row, name) => [otherBasis, gone('screenings', name), another('reportBy', row.reportBy + 1)],
  'receptions.frequencies': (row, name) => [
    otherBasis,
    gone('receptions.frequencies', name),
    ...receptionLevels.filter((level) => level !== row.level).map((level) => another('level', level)),
    ...receivingStandings.filter((who) => who !== row.who).map((who) => another('who', who)),
    ...receptionPeriods.filter((every) => every !== row.every).map((every) => another('every', every)),
  ],
  retention: () => [
    otherBasis,
    ['a year longer', (at) => Object.assign(at, { years: at.years + 1 })],
    ['a year shorter', (at) => Object.assign(at, { years: at.years - 1 })],
  ],
  classes: () => [otherBasis],
  routes: () => [
    otherBasis,
    ['another item', (at) => Object.assign(at, { number: at.number + 1 })],
    [
      'another way',
      (at) => Object.assign(at, { leads: at.leads === 'statutoryProcedure' ? 'opinion' : 'statutoryProcedure' }),
    ],
  ],
  declineGrounds: (row) => [
    otherBasis,
    flip('onlyDirect'),
    ...(row.onlyVisits ? [flip('onlyVisits')] : []),
    ...(row.notByBureaus ? [flip('notByBureaus')] : []),
    [
      'another need',
      (at) => Object.assign(at, { needs: at.needs === 'earlierPetition' ? 'competentOrgan' : 'earlierPetition' }),
    ],
  ],
  outcomes: () => [otherBasis, flip('executed')],
  documents: (row) => [
    otherBasis,
    flip('served'),
    ['a part more', (at) => at.parts.push({ part: 'seal', basis: { adr: '0011' } })],
    ...row.parts.flatMap(({ part }: { part: string }, index: number): Change[] => [
      [`without ${part}`, (at) => at.parts.splice(index, 1)],
      [`another article for ${part}`, (at) => Object.assign(at.parts[index], { basis: { adr: '9999' } })],
    ]),
  ],
  serviceWays: (row) => [
    otherBasis,
    ...without('proof', row.proof),
    ...withMore('proof', row.proof, ['photo', 'signature']),
    flip('onlySimplified'),
    ['a day longer', (at) => Object.assign(at, { runsDays: at.runsDays + 1 })],
    ['a day shorter', (at) => Object.assign(at, { runsDays: at.runsDays - 1 })],
  ],
  rights: (row) => [
    otherBasis,
    ['the other kind', (at) => Object.assign(at, { kind: at.kind === 'may' ? 'owed' : 'may' })],
    flip('besides'),
    ...(row.command ? [another('command', 'Close')] : []),
    ...(row.clock ? [another('clock', 'handle')] : []),
    ...without('at', row.at),
    ...withMore('at', row.at ?? [], row.at ? stages : []),
    ...without('classes', row.classes),
  ],
  otherProcedures: (row) => [
    otherBasis,
    ...without('routes', row.routes),
    ...withMore('routes', row.routes, Object.keys(cn2022.routes)),
    ...without('categories', row.categories),
    another('categories', ['other']),
    another('read', row.read === 'whole' ? 'cited' : 'whole'),
    another('after', row.after ? undefined : 'settlementAgreement'),
    another('mayInterrupt', row.mayInterrupt ? undefined : { adr: '9999' }),
    ...(row.first ? firsts(row.first) : [another('first', { cases: [], basis: { adr: '9999' } })]),
    ...row.limits.flatMap(limitChanges),
  ],
}

const another = (field: string, value: unknown): Change => [
  `another ${field}`,
  (at) => Object.assign(at, { [field]: value }),
]

/** A row that is taken out of its table. */
const takenOut = (table: string, name: string): Change => [
  'taken out',
  (_, pack) =>
    Reflect.deleteProperty(
      table.split('.').reduce((within, part) => within[part], pack),
      name,
    ),
]

/** A row that a law need not have. */
const gone = (table: string, name: string): Change => [
  'gone',
  (_, pack) =>
    Object.assign(
      table.split('.').reduce((within, part) => within[part], pack),
      { [name]: null },
    ),
]

const firsts = ({ cases }: Loose): readonly Change[] => [
  ['another article for what comes first', (at) => Object.assign(at.first, { basis: { adr: '9999' } })],
  ...cases.map(
    (one: string): Change => [
      `first without ${one}`,
      (at) => Object.assign(at.first, { cases: at.first.cases.filter((other: string) => other !== one) }),
    ],
  ),
]

function limitChanges({ what, span }: Loose, index: number): readonly Change[] {
  const unit = span.unit === 'days' ? 'workingDays' : 'days'
  const change = (name: string, more: Loose): Change => [
    `${what}: ${name}`,
    (at) => Object.assign(at.limits[index], more),
  ]
  return [
    change('one more', { span: { ...span, count: span.count + 1 } }),
    change('one less', { span: { ...span, count: span.count - 1 } }),
    change(`in ${unit}`, { span: { ...span, unit } }),
    change('another start', { from: 'somethingElse' }),
    change('another article', { basis: { instrument: 'R22', article: 99 } }),
    [`${what}: gone`, (at) => at.limits.splice(index, 1)],
  ]
}

const extensions: readonly Change[] = [
  [
    'a longer extension',
    (at) => Object.assign(at, { extendableBy: { unit: 'days', count: at.extendableBy.count + 1 } }),
  ],
  [
    'a shorter extension',
    (at) => Object.assign(at, { extendableBy: { unit: 'days', count: at.extendableBy.count - 1 } }),
  ],
  ['no extension', (at) => Object.assign(at, { extendableBy: undefined })],
]

function spans({ span }: Loose): readonly Change[] {
  if (span.unit === 'designated')
    return [['a span of its own', (at) => Object.assign(at, { span: { unit: 'days', count: 1 } })]]
  const other = span.unit === 'days' ? 'workingDays' : 'days'
  return [
    ['a day more', (at) => Object.assign(at, { span: { unit: span.unit, count: span.count + 1 } })],
    ['a day less', (at) => Object.assign(at, { span: { unit: span.unit, count: span.count - 1 } })],
    [`in ${other}`, (at) => Object.assign(at, { span: { unit: other, count: span.count } })],
  ]
}

function others(): readonly (readonly [Row, (pack: Loose) => Loose, readonly Change[]])[] {
  const drop = (list: string, item: string): Change => [
    `without it`,
    (at) => Object.assign(at, { [list]: at[list].filter((one: string) => one !== item) }),
  ]
  return [
    [
      'representatives',
      (pack) => pack.representatives,
      [
        otherBasis,
        ['one more', (at) => Object.assign(at, { atMost: at.atMost + 1 })],
        ['one less', (at) => Object.assign(at, { atMost: at.atMost - 1 })],
      ],
    ],
    [
      'receptions.day',
      (pack) => pack.receptions.day,
      [
        otherBasis,
        ...spans(cn2022.receptions.day),
        another('closesAt', '17:00'),
        ...(['slotMinutes', 'mostSeats', 'keptOfTen'] as const).map((field) =>
          another(field, cn2022.receptions.day[field] + 1),
        ),
      ],
    ],
    [
      'proposalAnswer',
      (pack) => pack.proposalAnswer,
      [otherBasis, ['a time', (at) => Object.assign(at, { span: { unit: 'days', count: 30 } })]],
    ],
    [
      'ownership.terms',
      (pack) => pack.ownership.terms,
      [
        otherBasis,
        another('askAtLeast', 2),
        another('askAtLeast', 4),
        another('relapseMonths', 11),
        another('relapseMonths', 13),
      ],
    ],
    [
      'conference.circulation',
      (pack) => pack.conference.circulation,
      [
        otherBasis,
        ...without('kinds', cn2022.conference.circulation.kinds),
        ...withMore('kinds', cn2022.conference.circulation.kinds, itemKinds),
        another('atLeastDays', 1),
        another('atLeastDays', 3),
      ],
    ],
    [
      'disputes.terms',
      (pack) => pack.disputes.terms,
      [
        otherBasis,
        ...(['returnsAtMost', 'extensionsAtMost', 'shareFrom'] as const).map((field) =>
          another(field, cn2022.disputes.terms[field] + 1),
        ),
      ],
    ],
    [
      'notSuable',
      (pack) => pack.notSuable,
      [otherBasis, ...cn2022.notSuable.acts.map((act): Change => [`without ${act}`, drop('acts', act)[1]])],
    ],
    ...cn2022.simplified.excluded.map(
      (bar) => [`simplified.${bar}`, (pack: Loose) => pack.simplified, [otherBasis, drop('excluded', bar)]] as const,
    ),
    ...(['bureau', 'organ'] as const).flatMap((by) =>
      cn2022.urgentReports[by].map(
        (to) => [`urgentReports.${by}.${to}`, (pack: Loose) => pack.urgentReports, [otherBasis, drop(by, to)]] as const,
      ),
    ),
  ]
}

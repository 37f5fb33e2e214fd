/** Packs that a house reads from files: those that it ships, and those that an office adds to its data folder. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { parseDay } from '../kernel/day.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { posts } from '../kernel/viewer.ts'
import { wallTime, wallTimeShape } from '../kernel/wall-time.ts'
import { assessedKinds, assessmentTimeNames, formulaOrigins, indicatorNames } from '../law/assessment.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import { categoryTree, findCategory } from '../law/codes/categories.ts'
import { parseRegionCode, wholeCountry } from '../law/codes/regions.ts'
import { conferenceMeasures, itemKinds, meetingHolders, meetingKinds, seatKinds } from '../law/conference.ts'
import { dangers, disputeLevels, gradeColours, localRules, spreads } from '../law/disputes.ts'
import { firstCases, limitNames, limitStarts, supervisionTriggers } from '../law/law.ts'
import { lawsOf, packName } from '../law/laws.ts'
import { agreementParts, mediatingKinds, mediationClocks, mediationKinds } from '../law/mediation.ts'
import { fixables, ownershipGrounds } from '../law/ownership.ts'
import { laidOver, type PackFault, type PackFile } from '../law/pack-file.ts'
import { heldToAccount, proposalKinds, proposalRecipients } from '../law/proposals.ts'
import { namesWhomAndWhen } from '../law/reading.ts'
import { receivingStandings, receptionFrequencies, receptionLevels, receptionPeriods } from '../law/reception.ts'
import { screeningRhythms } from '../law/screening.ts'
import { secondmentTimeNames } from '../law/secondments.ts'
import { reportingLevels, reportSpans } from '../law/situation.ts'
import { findingRules, openerKinds, orderKinds, subjectKinds } from '../law/supervision.ts'
import { themeTimeNames } from '../law/themes.ts'
import { trainingKinds, trainingTimeNames } from '../law/trainings.ts'
import { visitLevels, visitPeriods } from '../law/visits.ts'
import { warningTimeNames } from '../law/warnings.ts'
import { conditionNames, factNames, localClockNames, stageNames } from '../law/words.ts'
import { heaviest, workloadWeightNames } from '../law/workload.ts'
import { looseningOf } from './pack-safeguards.ts'
import type { PetitionLaw, PetitionLaws } from './petition.ts'
import { law as national } from './world.ts'

/** Packs that do not hold together. The house does not start on them: it would handle petitions by a law that nobody wrote. */
export class PacksRefused extends Error {
  override readonly name = 'PacksRefused'
}

export const shippedPacks = fileURLToPath(new URL('../law/packs', import.meta.url))

const mostBytes = 1_000_000
const isDay = (text: string): boolean => parseDay(text) !== null
const day = z.string().refine(isDay, 'is not a day such as 2022-05-01')
const named = z.strictObject({ zh: z.string().min(1).max(2000), en: z.string().min(1).max(2000) })
const isRegion = (code: string): boolean => code === wholeCountry || parseRegionCode(code) === code
const rows = z.record(z.string().max(60), z.record(z.string().max(60), z.unknown()))

const fileShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'is not a name such as cn-zhejiang'),
  version: z.string().regex(/^[1-9]\d{0,4}$/, 'is not a number such as 1'),
  name: named,
  note: named.nullable().default(null),
  over: z.string().regex(/^[a-z][a-z0-9-]*@\d+$/, 'is not a pack and version such as cn-2022@1'),
  whole: z.boolean().default(false),
  regions: z.array(z.string().refine(isRegion, 'is not a region code')).max(100),
  inForceFrom: day,
  inForceUntil: day.nullable().default(null),
  instruments: z
    .record(
      z.string().regex(/^[A-Z][A-Z0-9]{1,20}$/),
      named.extend({ by: z.enum(['article', 'clause']).default('article'), inForceFrom: day }),
    )
    .default({}),
  alsoCites: z.array(z.string().max(21)).default([]),
  rows,
})

/** Of the first or the second level. */
const isCategory = (id: string): boolean =>
  findCategory(id) !== undefined || categoryTree.some((each) => each.id === id)

const basis = z.looseObject({})
const counted = z.strictObject({ unit: z.enum(['days', 'workingDays']), count: z.int().min(1) })
const span = z.union([counted, z.strictObject({ unit: z.literal('designated') })])
const parts = [
  ...(['registrar', 'holder', 'sender', 'arbiter', 'reviewer', 'reexaminer', 'executor', 'superior'] as const),
  ...(['approver', 'recusalDecider', 'assistant'] as const),
]
const oneOf = <T extends string>(names: readonly T[]) => z.enum(names as readonly [T, ...T[]])
const namesOf = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[]
const each = <T extends z.ZodType>(names: readonly string[], row: T) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, row])))

const template = z.string().max(200).refine(namesWhomAndWhen, 'says to whom and by when: {organ} and {day} stand in it')

const ownSpan = z.strictObject({ unit: z.enum(['days', 'workingDays', 'months', 'years']), count: z.int().min(1) })

const rowName = z.string().regex(/^[a-z][a-zA-Z]{0,29}$/, 'is not a name such as leader')
const shortWords = z.string().min(1).max(200)

const designating: readonly string[] = ['PetitionAssigned', 'OpinionIssued', 'HandlingReopened']
const naming: readonly string[] = ['DocumentServed', 'CopyOffered']

const clock = z
  .strictObject({
    binds: z.enum(['organ', 'petitioner']),
    after: z.enum(['overdue', 'lapsed']),
    span,
    bearer: oneOf([...parts, 'person', 'urgencyMarker']),
    startsOn: z.array(oneOf(factNames)).min(1),
    stopsOn: z.array(oneOf(factNames)).min(1),
    when: z.array(oneOf(conditionNames)).optional(),
    stopsWhen: z.array(oneOf(conditionNames)).optional(),
    extendableBy: z.strictObject({ unit: z.literal('days'), count: z.int().min(1) }).optional(),
    suspendable: z.boolean().optional(),
    countsFrom: z.literal('receipt').optional(),
    outlivesEnd: z.boolean().optional(),
    basis,
  })
  .refine(
    ({ span: { unit }, startsOn }) => unit !== 'designated' || startsOn.every((fact) => designating.includes(fact)),
    `has no span of its own: it starts only on ${designating.join(', ')}, which name a day`,
  )
  .refine(
    ({ bearer, startsOn }) => bearer !== 'person' || startsOn.every((fact) => naming.includes(fact)),
    `is somebody’s own: it starts only on ${naming.join(', ')}, which name a person`,
  )

/** What every law of this house has: the same rows as the national one, but for clocks, which may be fewer. */
const lawShape = z.looseObject({
  clocks: z.partialRecord(oneOf([...namesOf(cn2022.clocks), ...localClockNames]), clock),
  permissions: each(
    namesOf(cn2022.permissions),
    z
      .strictObject({
        by: z.array(oneOf([...parts, 'petitioner', 'anyOrgan', 'house'])).min(1),
        post: z.literal('head').optional(),
        at: z.array(oneOf(stageNames)),
        basis,
      })
      .nullable(),
  ),
  principles: each(namesOf(cn2022.principles), z.strictObject({ basis })),
  retention: each(namesOf(cn2022.retention), z.strictObject({ years: z.int().min(1).max(1000), basis })),
  classes: each(namesOf(cn2022.classes), z.strictObject({ basis })),
  routes: each(
    namesOf(cn2022.routes),
    z.strictObject({
      number: z.int().min(1).max(6),
      leads: z.enum(['statutoryProcedure', 'ownDuty', 'opinion']),
      basis,
    }),
  ),
  declineGrounds: each(
    namesOf(cn2022.declineGrounds),
    z.strictObject({
      onlyDirect: z.boolean(),
      onlyVisits: z.boolean().optional(),
      notByBureaus: z.boolean().optional(),
      needs: z.enum(['matterElsewhere', 'earlierPetition', 'competentOrgan', 'lowerOrgan']),
      basis,
    }),
  ),
  outcomes: each(namesOf(cn2022.outcomes), z.strictObject({ executed: z.boolean(), basis })),
  documents: each(
    namesOf(cn2022.documents),
    z.strictObject({
      served: z.boolean(),
      parts: z.array(z.strictObject({ part: z.string().max(40), basis })),
      basis,
    }),
  ),
  serviceWays: each(
    namesOf(cn2022.serviceWays),
    z.strictObject({
      proof: z.array(z.enum(['signature', 'witness', 'photo', 'postalReceipt', 'consent', 'record', 'publication'])),
      onlySimplified: z.boolean(),
      runsDays: z.int().min(0),
      basis,
    }),
  ),
  rights: z.partialRecord(
    oneOf(namesOf(cn2022.rights)),
    z.strictObject({
      kind: z.enum(['may', 'owed']),
      command: oneOf(namesOf(cn2022.permissions)).optional(),
      clock: oneOf(namesOf(cn2022.clocks)).optional(),
      at: z.array(oneOf(stageNames)).optional(),
      classes: z.array(oneOf(namesOf(cn2022.classes))).optional(),
      besides: z.literal(true).optional(),
      basis,
    }),
  ),
  otherProcedures: z.partialRecord(
    oneOf(namesOf(cn2022.otherProcedures)),
    z.strictObject({
      routes: z.array(oneOf(namesOf(cn2022.routes))),
      categories: z.array(
        z.string().refine((id) => findCategory(id) !== undefined, 'is no code of the classification'),
      ),
      after: oneOf(namesOf(cn2022.documents)).optional(),
      limits: z
        .array(z.strictObject({ what: oneOf(limitNames), span: ownSpan, from: oneOf(limitStarts), basis }))
        .min(1),
      first: z.strictObject({ cases: z.array(oneOf(firstCases)).min(1), basis }).optional(),
      mayInterrupt: basis.optional(),
      read: z.enum(['whole', 'cited']),
      basis,
    }),
  ),
  notSuable: z.strictObject({ acts: z.array(oneOf(cn2022.notSuable.acts)), basis }).nullable(),
  representatives: z.strictObject({
    atMost: z.int().min(1),
    tiers: z.array(z.strictObject({ upTo: z.int().min(1), atMost: z.int().min(1) })).optional(),
    basis,
  }),
  supervisionTriggers: z.partialRecord(oneOf(supervisionTriggers), z.strictObject({ basis })),
  proposalAnswer: z.strictObject({ span: counted.nullable(), reasonsWithin: counted.optional(), basis }),
  supervision: z.strictObject({
    findings: each(
      findingRules,
      z
        .strictObject({
          trigger: oneOf(supervisionTriggers),
          basis,
          liability: basis.nullable(),
          atLeast: z.int().min(1).max(1000).optional(),
        })
        .nullable(),
    ),
    orders: each(
      orderKinds,
      z
        .strictObject({
          openers: z.array(oneOf(openerKinds)).min(1),
          strictness: z.int().min(1).max(100),
          needsCriteria: z.boolean(),
          severalOrgans: z.boolean(),
          over: z.array(oneOf(subjectKinds)).min(1),
          inspection: z.enum(['interview', 'onSite']).nullable(),
          untilExecuted: z.boolean(),
          isPublic: z.boolean(),
          basis,
        })
        .nullable(),
    ),
    clocks: z.strictObject({
      decideFinding: z.strictObject({ span: counted, basis }),
      reportOnOrder: z.strictObject({ span: z.strictObject({ unit: z.literal('designated') }), basis }),
      verifyReport: z.strictObject({ span: counted, basis }),
    }),
  }),
  /** What it is called is the place's; what it may not ask of anybody is looked at by the safeguards. */
  ownership: z.strictObject({
    grounds: z.partialRecord(oneOf(ownershipGrounds), z.strictObject({ atLeast: z.int().min(1).max(10_000), basis })),
    fixed: z.record(rowName, z.strictObject({ zh: shortWords, en: shortWords, fixes: oneOf(fixables), basis })),
    duties: z.record(rowName, z.strictObject({ zh: shortWords, en: shortWords, basis })),
    clocks: z.strictObject({ decideOwnership: z.strictObject({ span: counted, basis }) }),
    terms: z.strictObject({
      askAtLeast: z.int().min(1).max(10),
      relapseMonths: z.int().min(1).max(120),
      basis,
    }),
  }),
  /** That every dispute has a grade, and that no grade is of anybody, is looked at by the safeguards. */
  disputes: z.strictObject({
    grades: z.record(
      rowName,
      z.strictObject({
        ...{ zh: shortWords, en: shortWords, colour: oneOf(gradeColours), rank: z.int().min(1).max(9) },
        danger: oneOf(dangers).nullable(),
        peopleAtLeast: z.int().min(1).max(1_000_000).nullable(),
        daysAtLeast: z.int().min(1).max(36_500).nullable(),
        spread: oneOf(spreads).nullable(),
        ...{ settleWithin: counted, followUpAfter: counted, basis },
      }),
    ),
    firstLevels: z.partialRecord(
      oneOf(localRules),
      z.strictObject({
        level: oneOf(disputeLevels).nullable(),
        categories: z.array(z.string().refine(isCategory, 'is no kind of matter')).max(200),
        basis,
      }),
    ),
    terms: z.strictObject({
      ...{ returnsAtMost: z.int().min(0).max(5), extensionsAtMost: z.int().min(0).max(5) },
      ...{ shareFrom: z.int().min(2).max(1000), basis },
    }),
  }),
  /** What they are made of is looked at by the safeguards, which say in words what is wrong. */
  indicators: z.partialRecord(
    oneOf(indicatorNames),
    z.strictObject({
      measure: z.string().max(40),
      numerator: z.array(z.string().max(40)).max(20),
      denominator: z.array(z.string().max(40)).max(20),
      better: z.enum(['higher', 'lower']),
      assesses: oneOf(assessedKinds),
      per: z.string().max(40),
      formula: oneOf(formulaOrigins),
      basis,
    }),
  ),
  visits: z.partialRecord(
    oneOf(visitLevels),
    z.strictObject({ times: z.int().min(1).max(60), per: oneOf(visitPeriods), basis }),
  ),
  rewards: z.record(rowName, z.strictObject({ zh: shortWords, en: shortWords, basis })),
  situationReports: z.record(
    rowName,
    z.strictObject({
      level: oneOf(reportingLevels),
      every: oneOf(reportSpans),
      span: z.strictObject({ unit: z.literal('days'), count: z.int().min(1).max(366) }),
      basis,
    }),
  ),
  mediation: z.strictObject({
    kinds: z.partialRecord(
      oneOf(mediationKinds),
      z.strictObject({ heldBy: z.array(oneOf(mediatingKinds)).min(1), isConfirmable: z.boolean(), basis }),
    ),
    clocks: each(mediationClocks, z.strictObject({ span: counted, basis })),
    agreement: each(agreementParts, z.strictObject({ basis })),
  }),
  screenings: z.partialRecord(oneOf(screeningRhythms), z.strictObject({ reportBy: z.int().min(1).max(92), basis })),
  assessmentTimes: each(assessmentTimeNames, z.strictObject({ span: counted, basis })),
  themeTimes: each(themeTimeNames, z.strictObject({ span: counted, basis })),
  trainings: each(
    trainingKinds,
    z.strictObject({ requiredOf: z.array(oneOf(posts)).max(posts.length), span: counted, basis }),
  ),
  trainingTimes: each(trainingTimeNames, z.strictObject({ span: counted, basis })),
  secondmentTimes: each(secondmentTimeNames, z.strictObject({ span: counted, basis })),
  workloadWeights: each(workloadWeightNames, z.strictObject({ weight: z.int().min(1).max(heaviest), basis })),
  warningTimes: each(warningTimeNames, z.strictObject({ span: counted, basis })),
  proposals: z.partialRecord(
    oneOf(proposalKinds),
    z.strictObject({
      to: z.array(oneOf(proposalRecipients)).min(1),
      against: z.array(oneOf(heldToAccount)),
      basis,
    }),
  ),
  instructionTemplates: z.record(
    z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'is not a name such as lookInto'),
    z.strictObject({ zh: template, en: template, span: counted, basis }),
  ),
  /** Strict, so that nothing can be asked before somebody may book. */
  receptions: z.strictObject({
    frequencies: each(
      receptionFrequencies,
      z
        .strictObject({
          level: oneOf(receptionLevels),
          who: oneOf(receivingStandings),
          every: oneOf(receptionPeriods),
          weekday: z.int().min(1).max(7).optional(),
          basis,
        })
        .nullable(),
    ),
    day: z.strictObject({
      span: counted,
      closesAt: z.string().regex(wallTimeShape, 'is not a time such as 17:00').transform(wallTime),
      slotMinutes: z.int().min(5).max(240),
      mostSeats: z.int().min(1).max(200),
      keptOfTen: z.int().min(0).max(9),
      basis,
    }),
  }),
  conference: z.strictObject({
    meetings: each(
      meetingKinds,
      z.strictObject({
        heldBy: z.array(oneOf(meetingHolders)).min(1),
        everyMonths: z.int().min(1).max(60).nullable(),
        basis,
      }),
    ),
    items: each(itemKinds, z.strictObject({ basis })),
    seats: each(seatKinds, z.strictObject({ basis })),
    measures: z.partialRecord(oneOf(conferenceMeasures), z.strictObject({ basis })),
    circulation: z.strictObject({
      kinds: z.array(oneOf(itemKinds)),
      atLeastDays: z.int().min(1).max(30),
      basis,
    }),
  }),
  simplified: z.strictObject({ excluded: z.array(oneOf(cn2022.simplified.excluded)), basis }),
  urgentReports: z.strictObject({
    bureau: z.array(oneOf(cn2022.urgentReports.bureau)),
    organ: z.array(oneOf(cn2022.urgentReports.bureau)),
    basis,
  }),
})

const faultsOf = (error: z.ZodError): readonly PackFault[] =>
  error.issues.map(({ path, message }) => ({ at: path.map(String).join('.'), en: message, zh: message }))

/** The shape of a file, from its text. What it lies over is looked for later. */
export function readPackFile(text: string): Result<PackFile, readonly PackFault[]> {
  // it would be left out in silence
  if (text.includes('__proto__')) return err([{ at: '', en: 'has a key __proto__', zh: '含有键 __proto__' }])
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err([{ at: '', en: 'is not JSON', zh: '不是 JSON' }])
  }
  const parsed = fileShape.safeParse(json)
  return parsed.success ? ok(parsed.data as PackFile) : err(faultsOf(parsed.error))
}

/** The law that a file makes, laid over those that are there. */
export function lawFrom(file: PackFile, there: readonly PetitionLaw[]): Result<PetitionLaw, readonly PackFault[]> {
  const below = there.find((pack) => packName(pack) === file.over)
  if (!below) return err([{ at: 'over', en: `there is no pack ${file.over}`, zh: `没有法规包 ${file.over}` }])
  const laid = laidOver(below, file)
  if (!laid.ok) return laid
  const parsed = lawShape.safeParse(laid.value)
  if (!parsed.success) return err(faultsOf(parsed.error))
  const law = parsed.data as unknown as PetitionLaw
  const loosening = looseningOf(law, national)
  return loosening.length > 0 ? err(loosening) : ok(law)
}

/** Every pack of these folders over the national one, each after the one that it lies over. `chosen`: for all new matters. */
export async function readLaws(folders: readonly string[], chosen: string | null = null): Promise<PetitionLaws> {
  const written = (await Promise.all(folders.map(filesIn))).flat()
  const laws: PetitionLaw[] = [national]
  let waiting = written
  while (waiting.length > 0) {
    const ready = waiting.filter(({ file }) => laws.some((pack) => packName(pack) === file.over))
    // what nothing carries is said with the reason that it has none
    const next = ready.length > 0 ? ready : waiting
    for (const { path, file } of next) laws.push(orRefused(path, lawFrom(file, laws)))
    waiting = waiting.filter((each) => !next.includes(each))
  }
  try {
    return lawsOf(laws, chosen)
  } catch (fault) {
    throw new PacksRefused(fault instanceof Error ? fault.message : String(fault))
  }
}

/** As a backup writes it down. */
const isPackName = (name: string): boolean => /^[a-z0-9][a-z0-9@.-]{0,80}\.json$/.test(name)

async function filesIn(folder: string): Promise<{ readonly path: string; readonly file: PackFile }[]> {
  const names = await readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return []
    throw fault
  })
  const packs = names.filter((name) => name.endsWith('.json'))
  const strange = packs.find((name) => !isPackName(name))
  if (strange !== undefined)
    throw new PacksRefused(`${strange}: the file of a pack has a name such as cn-hebei.json, in small letters`)
  const paths = packs.map((name) => join(folder, name))
  return Promise.all(
    paths.map(async (path) => {
      const read = await readPackAt(path).catch((fault: Error) => {
        throw new PacksRefused(`${basename(path)} cannot be read: ${fault.message}`)
      })
      return { path, file: orRefused(path, read) }
    }),
  )
}

export async function readPackAt(path: string): Promise<Result<PackFile, readonly PackFault[]>> {
  const { size } = await stat(path)
  if (size > mostBytes) return err([{ at: '', en: 'is larger than a pack can be', zh: '文件过大，不会是法规包' }])
  return readPackFile(await readFile(path, 'utf8'))
}

function orRefused<T>(path: string, read: Result<T, readonly PackFault[]>): T {
  if (read.ok) return read.value
  throw new PacksRefused([`${basename(path)}:`, ...read.error.map(({ at, en }) => `  ${at}: ${en}`)].join('\n'))
}

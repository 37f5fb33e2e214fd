/** Every command to a letter: parsed prose is sealed, figures are drawn up, the decider decides, within what the viewer may see. */
import { createHash } from 'node:crypto'
import { execute } from '../engine/execute.ts'
import { fold, readHistory } from '../engine/history.ts'
import type { EngineRefusal, Idempotency, Row, RowSet, Scope } from '../engine/room.ts'
import { actorOf, type Working } from '../identity/actor.ts'
import { cohortOf } from '../identity/cohort.ts'
import { sealProse } from '../identity/prose-sealing.ts'
import { recorderOf } from '../identity/recorder.ts'
import { poolsFor, settingsOf } from '../identity/scope.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { IndicatorLaw, IndicatorName } from '../law/assessment.ts'
import type {
  Letter,
  LetterCommand,
  LetterCommandType,
  LetterFact,
  LetterRefusal,
  LetterState,
  Redrawn,
  Ruling,
} from './assessment.ts'
import { type AssessedCase, caseKey } from './cases.ts'
import { decide } from './decide.ts'
import { drawFigures, issuedCases, redrawFigure } from './drawing.ts'
import type { AssessmentHouse } from './house.ts'
import { figureNow } from './objecting.ts'
import { parsePeriod } from './periods.ts'
import { letterRoom } from './room.ts'
import { editionOf } from './tables.ts'
import { letterWorldOf } from './world.ts'

export type LetteringRefusal = LetterRefusal | EngineRefusal

export interface Lettered {
  readonly stream: string
  readonly version: number
  readonly letter: Letter
}

type Staff = Extract<Viewer, { kind: 'staff' }>

export const streamOf = (letter: string): string => `${letterRoom.name}:${letter}`
export const idOf = (stream: string): string => stream.slice(letterRoom.name.length + 1)

/** One for each year and pair: whoever drafts a second finds the first. */
export const streamOfPair = (upper: OrganId, lower: OrganId, year: number): string =>
  streamOf(createHash('sha256').update(`${upper}\n${lower}\n${year}`).digest('base64url').slice(0, 22))

interface Drafting {
  readonly body: {
    readonly year: number
    readonly lower: OrganId
    readonly carriesOn: string | null
    readonly [more: string]: unknown
  }
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

export async function draftLetter(
  house: AssessmentHouse,
  { body, viewer, idempotency }: Drafting,
): Promise<Result<Lettered, LetteringRefusal>> {
  const stream = streamOfPair(viewer.organ, body.lower, body.year)
  const carriesOn = body.carriesOn === null ? null : streamOf(body.carriesOn)
  const carried = carriesOn === null ? null : await stateOf(house, carriesOn, viewer)
  const beside = {
    carriesOn,
    carried: carried && {
      lower: carried.lower,
      year: carried.year,
      isInForce: carried.stage === 'inForce' || carried.stage === 'revising',
    },
  }
  return carryOut(house, {
    stream,
    type: 'DraftLetter',
    body,
    beside,
    viewer,
    state: null,
    expected: 'any',
    idempotency,
  })
}

export interface LetterCommanding {
  readonly stream: string
  readonly type: Exclude<LetterCommandType, 'DraftLetter'>
  readonly body: object
  readonly viewer: Working
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A letter that the viewer has no part in does not exist for them. */
export async function commandLetter(
  house: AssessmentHouse,
  { stream, type, body, viewer, expectedVersion, idempotency }: LetterCommanding,
): Promise<Result<Lettered, LetteringRefusal>> {
  const state = await stateOf(house, stream, viewer)
  if (state === null) return err({ kind: 'no-such-letter' })
  const prepared = await prepare(house, stream, state, type, body)
  // what was drawn up belongs to the letter as it was read
  const expected = expectedVersion ?? (prepared.cases ? state.version : 'any')
  return carryOut(house, { stream, type, body, viewer, state, expected, idempotency, ...prepared })
}

export async function stateOf(house: AssessmentHouse, stream: string, viewer: Viewer): Promise<LetterState> {
  const { facts } = await readHistory<LetterFact>(
    poolsFor(house, viewer).app,
    stream,
    settingsOf(viewer, house.today()),
  )
  return fold(
    letterRoom,
    null,
    facts.map(({ fact }) => fact),
  )
}

interface Prepared {
  /** What the house itself puts into the command; there is no prose in it. */
  readonly beside: object
  /** Cases of the figures that follow, written with the fact that names their digest. */
  readonly cases?: readonly Row[]
}

/** Figures are drawn up before anything is decided, since nothing pure can read them. */
async function prepare(
  house: AssessmentHouse,
  stream: string,
  letter: Letter,
  type: LetterCommandType,
  body: object,
): Promise<Prepared> {
  switch (type) {
    case 'IssueAssessment':
      return prepareIssue(house, letter, (body as { period: string }).period)
    case 'ObjectToFigure':
      return prepareObjection(house, stream, letter, body as ObjectionBody)
    case 'DecideObjection':
      return prepareDecision(house, stream, letter, body as DecisionBody)
    default:
      return { beside: {} }
  }
}

async function prepareIssue(house: AssessmentHouse, letter: Letter, name: string): Promise<Prepared> {
  const nothing = { position: { xid: '0', seq: '0' }, figures: [], waiting: 0 }
  const period = parsePeriod(name)
  if (period === null || period.until >= house.today()) return { beside: { drawn: nothing } }
  const { indicators } = letterWorldOf(house, letter.upper, house.today())
  const { drawn, cases } = await drawFigures(house, letter, period, indicators)
  const issue = `a${letter.issues.length + 1}`
  return { beside: { drawn }, cases: [...cases].flatMap(([indicator, of]) => caseRows(issue, indicator, 1, of)) }
}

interface ObjectionBody {
  readonly issue: string
  readonly indicator: IndicatorName
  readonly cases: readonly { readonly stream: string; readonly item: string }[]
}

async function prepareObjection(
  house: AssessmentHouse,
  stream: string,
  letter: Letter,
  { issue, indicator, cases }: ObjectionBody,
): Promise<Prepared> {
  const edition = editionOf(letter, issue, indicator)
  const there = new Set((await issuedCases(house.work, stream, { issue, indicator, edition })).map(caseKey))
  return { beside: { strangers: cases.filter((each) => !there.has(caseKey(each))) } }
}

interface DecisionBody {
  readonly objection: string
  readonly rulings: readonly Ruling[]
}

/** Where there is nothing to decide on, the decider says so, and needs no figure for it. */
const noFigure: Redrawn = {
  figure: { indicator: 'answeredInTime', numerator: 0, denominator: 0, digest: '' },
  strangers: [],
}

async function prepareDecision(
  house: AssessmentHouse,
  stream: string,
  letter: Letter,
  { objection: ref, rulings }: DecisionBody,
): Promise<Prepared> {
  const objection = letter.objections.find((each) => each.ref === ref)
  const issue = objection && letter.issues.find((each) => each.ref === objection.issue)
  const law = issue && objection && lawOfIssue(house, issue.pack, objection.indicator)
  if (!objection || !issue || !law) return { beside: { redrawn: noFigure } }
  const { redrawn, cases } = await redrawFigure(house, { stream, letter, issue, objection, rulings, law })
  const isSame = figureNow(issue, objection.indicator)?.digest === redrawn.figure.digest
  const edition = issue.editions.length + 1
  return {
    beside: { redrawn },
    cases: isSame ? [] : caseRows(issue.ref, objection.indicator, edition, cases),
  }
}

/** The formulas that the figures were issued by, whatever the law has become since. */
export const lawOfIssue = (
  { laws }: Pick<AssessmentHouse, 'laws'>,
  pack: string,
  indicator: IndicatorName,
): IndicatorLaw | undefined => laws.named(pack)?.indicators[indicator]

const caseRows = (issue: string, indicator: string, edition: number, cases: readonly AssessedCase[]): readonly Row[] =>
  cases.map(({ stream, item, organ, day, outcome, version, ruling }) => ({
    ...{ issue, indicator, edition, case_stream: stream, item, organ, day, outcome, version, ruling },
  }))

interface Carried extends Prepared {
  readonly stream: string
  readonly type: LetterCommandType
  readonly body: object
  readonly viewer: Working
  readonly state: LetterState
  readonly expected: 'any' | number
  readonly idempotency?: Idempotency | undefined
}

/** Letters drafted in one month are sealed together. */
const retentionClass = 'assessment'

async function carryOut(house: AssessmentHouse, carried: Carried): Promise<Result<Lettered, LetteringRefusal>> {
  const { stream, type, body, beside, cases = [], viewer, state, expected, idempotency } = carried
  const on = house.today()
  const key = await house.keys.of(stream, cohortOf(state?.draftedOn ?? on, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, ...beside, type, on, actor: actorOf(viewer) } as LetterCommand
  const upper = state?.upper ?? (viewer.kind === 'staff' ? viewer.organ : ('' as OrganId))
  const world = letterWorldOf(house, upper, on)
  const besides: RowSet = cases.length === 0 ? {} : { assessment_case: cases }
  const executed = await execute<LetterState, LetterFact, LetterRefusal>(poolsFor(house, viewer), {
    room: letterRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (letter) => decide(letter, command, world),
    sealed: rows,
    beside: besides,
    ...(idempotency ? { idempotency } : {}),
    response: ({ version }) => ({ version }),
    ...(viewer.kind === 'system' ? {} : { scope: scopeOfLetter(viewer, on) }),
  })
  if (!executed.ok) return executed
  const { version, state: letter } = executed.value
  return letter === null ? err({ kind: 'no-such-letter' }) : ok({ stream: executed.value.stream, version, letter })
}

/** A letter is read and written in the name of one of its sides. */
const scopeOfLetter = (viewer: Viewer, today: ReturnType<AssessmentHouse['today']>): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: () => settingsOf(viewer, today),
})

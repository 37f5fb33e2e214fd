/** Every command to a bulletin: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { createHash, randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency, Scope } from '../../engine/room.ts'
import { organsLedBy } from '../../identity/account-tables.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { answeredTo, poolsFor, settingsOf } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { periodWith } from '../../law/report-periods.ts'
import type {
  Bulletin,
  BulletinCommand,
  BulletinCommandType,
  BulletinFact,
  BulletinKind,
  BulletinRefusal,
  BulletinState,
  CircularTone,
  DraftBlock,
  PersonnelMatter,
  ReportPeriod,
} from './bulletin.ts'
import { decide } from './decide.ts'
import type { BulletinHouse } from './house.ts'
import { countBlocks, missingIn } from './previewing.ts'
import {
  correctedOf,
  petitionsIn,
  type ReadBulletin,
  readBulletin,
  readCases,
  reportsOn,
  type Staff,
  streamOf,
} from './queries.ts'
import { bulletinRoom } from './room.ts'

export type BulletinCommandingRefusal = BulletinRefusal | EngineRefusal

export interface Done {
  readonly stream: string
  readonly version: number
  readonly bulletin: Bulletin
}
type Answer = Promise<Result<Done, BulletinCommandingRefusal>>

/** What somebody writes; the prose in it is sealed here. */
export interface WrittenContent {
  readonly title: Prose
  readonly blocks: readonly DraftBlock<Prose>[]
  readonly recipients: readonly OrganId[]
}
export interface WrittenDraft extends WrittenContent {
  readonly kind: BulletinKind
  readonly tone: CircularTone | null
  readonly year: number | null
  /** Of a situation report, by its first day. */
  readonly period: Pick<ReportPeriod, 'span' | 'from'> | null
  readonly corrects: string | null
  readonly personnel: {
    readonly department: OrganId
    readonly isMajor: boolean
    readonly concerned: readonly {
      readonly name: Prose
      readonly organ: OrganId | null
      readonly account: string | null
    }[]
  } | null
}

export interface Drafting {
  readonly body: WrittenDraft
  readonly viewer: Staff
  readonly idempotency?: Idempotency | undefined
}

/** Begins one: a stream of its own. */
export async function draftBulletin(house: BulletinHouse, { body, viewer, idempotency }: Drafting): Answer {
  const { kind, tone, year, corrects, personnel } = body
  const period = body.period && periodFrom(body.period)
  const about = kind === 'annualReport' ? year : kind === 'situationReport' ? period : null
  const reports = about === null ? null : await reportsOn(house, viewer, about)
  const stream = reports && about !== null ? streamOfReport(house, viewer.organ, about, reports.made) : drawn()
  const content = contentIn(body, { kind, year, period })
  const corrected = corrects === null ? null : await correctedOf(house, streamOf(corrects), viewer)
  if (corrects !== null && corrected === null) return err({ kind: 'nothing-to-correct' })
  const done = await carryOut(house, {
    ...{ stream, viewer, expected: 'new', idempotency },
    type: 'DraftBulletin',
    body: { kind, tone, year, period, content, personnel: await keptFromThem(house, personnel) },
    beside: {
      read: await readCases(house, petitionsIn(content.blocks as never), viewer),
      corrects: corrected,
      standing: reports?.standing?.stream ?? null,
    },
    answersTo: personnel ? await answeredTo(house, viewer) : [],
  })
  // somebody else began the same report at the same moment
  if (!done.ok && done.error.kind === 'stream-exists') return err({ kind: 'bulletin-drafted-already' })
  return done
}

/** What begins on another day than the first of its span is no period, and the decision says so. */
const periodFrom = ({ span, from }: Pick<ReportPeriod, 'span' | 'from'>): ReportPeriod => ({
  ...periodWith(span, from),
  from,
})

const drawn = (): string => streamOf(randomBytes(16).toString('base64url'))

/** One report a bureau and year, or period: of two that are begun at once the second finds the stream taken. */
function streamOfReport(house: BulletinHouse, organ: OrganId, about: number | ReportPeriod, made: number): string {
  const on = typeof about === 'number' ? about : `${about.span} ${about.from}`
  const { digest } = house.petitionerKey(`bulletin\n${organ}\n${on}\n${made}`)
  return streamOf(createHash('sha256').update(digest).digest('base64url').slice(0, 22))
}

/** The figures of a report are those of its year or period, whatever was asked for. */
function contentIn<Content extends WrittenContent>(
  { title, blocks, recipients }: Content,
  report: Pick<Bulletin, 'kind' | 'year' | 'period'>,
): WrittenContent {
  const whole = daysOf(report)
  if (whole === null) return { title, blocks, recipients }
  return { title, recipients, blocks: blocks.map((block) => (block.is === 'figures' ? { ...block, ...whole } : block)) }
}

function daysOf({ kind, year, period }: Pick<Bulletin, 'kind' | 'year' | 'period'>) {
  if (kind === 'situationReport' && period !== null) return { from: period.from, until: period.until }
  if (kind !== 'annualReport' || year === null) return null
  return { from: `${year}-01-01` as Day, until: `${year}-12-31` as Day }
}

/**
 * From whom a notice about cadres is kept: accounts that are theirs or bear their names, and organs that they lead. Where nobody here bears the
 * name, the house cannot tell whom they lead, and keeps it from the whole of their organ.
 */
async function keptFromThem(house: BulletinHouse, personnel: WrittenDraft['personnel']) {
  if (personnel === null) return null
  const officials: string[] = []
  const unknown: OrganId[] = []
  for (const { account, organ, name } of personnel.concerned) {
    const found = account === null ? await house.accountsNamed(name.text, organ) : [account]
    officials.push(...found)
    if (found.length === 0 && organ !== null) unknown.push(organ)
  }
  const led = officials.length === 0 ? [] : await organsLedBy(house.app, officials, house.today())
  const keptFrom = [...new Set([...led, ...unknown])]
  return { ...personnel, keptFrom, officials: [...new Set(officials)] } satisfies Omit<PersonnelMatter, 'concerned'>
}

export interface Commanding {
  readonly stream: string
  readonly type: Exclude<BulletinCommandType, 'DraftBulletin'>
  readonly body: object
  readonly viewer: Staff
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency | undefined
}

/** Carries out one command. A bulletin that the viewer may not see does not exist for them. */
export async function commandBulletin(house: BulletinHouse, commanding: Commanding): Answer {
  const { stream, type, viewer, expectedVersion, idempotency } = commanding
  const read = await readBulletin(house, stream, viewer)
  if (read === null) return err({ kind: 'no-such-bulletin' })
  const whose = { stream, type, viewer, idempotency, answersTo: read.answersTo }
  // whom it went to sees one fact of the stream and writes another at its end: the house does that for them
  if (read.bulletin === null) {
    return carryOut(house, { ...whose, body: commanding.body, beside: {}, expected: 'any', isByHouse: true })
  }
  const { body, beside } = await besideOf(house, commanding, read, read.bulletin)
  // what is frozen was counted for the version that was read
  const expected = type === 'IssueBulletin' ? (expectedVersion ?? read.version) : (expectedVersion ?? 'any')
  return carryOut(house, { ...whose, body, beside, expected })
}

/** What the house itself puts into a command; there is no prose in it that is not sealed. */
async function besideOf(
  house: BulletinHouse,
  { type, body, viewer }: Commanding,
  read: ReadBulletin,
  bulletin: Bulletin,
): Promise<{ readonly body: object; readonly beside: object }> {
  if (type === 'EditBulletin') {
    const content = contentIn(body as WrittenContent, bulletin)
    return {
      body: { content },
      beside: { read: await readCases(house, petitionsIn(content.blocks as never), viewer) },
    }
  }
  if (type === 'IssueBulletin') {
    const [counted, cases] = await Promise.all([
      countBlocks(house, bulletin, viewer),
      readCases(house, petitionsIn(bulletin.content.blocks), viewer),
    ])
    const missing = await missingIn(house, { read, bulletin, counted, cases, viewer })
    return { body, beside: { counted, read: cases, missing } }
  }
  return { body, beside: {} }
}

interface Carried {
  readonly stream: string
  readonly type: BulletinCommandType
  readonly body: object
  readonly beside: object
  readonly viewer: Staff
  readonly answersTo: readonly string[]
  readonly expected: 'new' | 'any' | number
  readonly idempotency: Idempotency | undefined
  readonly isByHouse?: true
}

/** Bulletins begun in one month are sealed, and can be erased, together. */
const retentionClass = 'bulletin'

const scopeOf = (viewer: Viewer, today: Day): Scope => ({
  reading: () => settingsOf(viewer, today),
  writing: () => settingsOf(viewer, today),
})

async function carryOut(house: BulletinHouse, carried: Carried): Answer {
  const { stream, type, body, beside, viewer, answersTo, expected, idempotency, isByHouse } = carried
  const key = await house.keys.of(stream, cohortOf(house.today(), retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = {
    ...sealed,
    ...beside,
    type,
    on: house.today(),
    actor: staffActorOf(viewer, answersTo),
  } as BulletinCommand
  const doer: Viewer = isByHouse ? { kind: 'system', task: 'bulletin' } : viewer
  const executed = await execute<BulletinState, BulletinFact, BulletinRefusal>(poolsFor(house, doer), {
    room: bulletinRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, { organs: house.directory }),
    sealed: rows,
    scope: scopeOf(doer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-bulletin' })
    : ok({ stream: executed.value.stream, version, bulletin: state })
}

/** From what was read of a bulletin to what a page is given. Allow-lists are in `contract.ts`. */
import { staffActorOf } from '../../identity/actor.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { findCategory } from '../../law/codes/categories.ts'
import { periodWith } from '../../law/report-periods.ts'
import type { Directory } from '../../petition/house.ts'
import { bulletinTerms } from '../../wording/bulletin-terms.ts'
import { periodInWords } from '../../wording/report-periods.ts'
import { termOf } from '../../wording/terms.ts'
import { actionsOf } from './actions.ts'
import type { Bulletin, BulletinRefusal, Counted, FrozenBlock, ReportPeriod } from './bulletin.ts'
import { formOf } from './content.ts'
import type { BulletinBlockView, BulletinRowView, BulletinView, CountedView, TrendsView } from './contract.ts'
import { recipientsOf, refusalToInstruct } from './decide.ts'
import { codeInWords } from './figure-codes.ts'
import type { BulletinHouse } from './house.ts'
import { asIssued, countBlocks } from './previewing.ts'
import {
  type BulletinRow,
  correctionOf,
  idOf,
  numberOf,
  petitionsIn,
  type ReadBulletin,
  readCases,
  type ShownCase,
  type Staff,
} from './queries.ts'
import { fewest, type Trends } from './trend.ts'
import { explainBulletin } from './wording.ts'

const unreadable = '〔不能读取 / cannot be read〕'

const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
export const refusalView = (refusal: BulletinRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainBulletin(refusal, (id) => directory.nameOf(id)) }

/** For the office that writes it. */
export async function viewForOffice(
  house: BulletinHouse,
  read: ReadBulletin,
  bulletin: Bulletin,
  viewer: Staff,
): Promise<BulletinView> {
  const { directory } = house
  const { issued, content, personnel, stage } = bulletin
  const isLive = issued === null && stage !== 'withdrawn'
  const [counted, cases, names, corrected] = await Promise.all([
    isLive ? countBlocks(house, bulletin, viewer) : [],
    isLive ? readCases(house, petitionsIn(content.blocks), viewer) : [],
    house.staffNames(accountsOf(bulletin)),
    correctionOf(house, read.stream, viewer),
  ])
  const shown = issued ?? asIssued(house, { read, bulletin, counted, cases, viewer })
  const recipients = recipientsOf(bulletin, { organs: directory })
  const nameOf = (account: string) => names.get(account) ?? account
  const world = { organs: directory }
  const said = (piece: Sealed) => read.texts.get(piece.ref) ?? unreadable
  return {
    ...(await shared(house, read, shown, viewer)),
    ...{ version: bulletin.version, stage, isOurs: true },
    blocks: shown.blocks.map((block) => blockView(block, { read, directory, cases, isLive })),
    recipients: shown.recipients.map((organ) => ({
      organ: organRef(directory, organ),
      receivedOn: bulletin.receipts.find((receipt) => receipt.organ === organ)?.on ?? null,
    })),
    recipientsMissing: isLive && !recipients.ok ? refusalView(recipients.error, directory) : null,
    concerned: (personnel?.concerned ?? []).map(({ name, organ, account }) => ({
      ...{ name: said(name), account },
      organ: organ && organRef(directory, organ),
    })),
    department: personnel ? organRef(directory, personnel.department) : null,
    correctedBy: corrected && idOf(corrected),
    authors: bulletin.authors.map(nameOf),
    returns: bulletin.returns.map(({ on, account, reasons }) => ({ on, by: nameOf(account), reasons: said(reasons) })),
    withdrawn: bulletin.withdrawn && {
      on: bulletin.withdrawn.on,
      by: nameOf(bulletin.withdrawn.account),
      reasons: said(bulletin.withdrawn.reasons),
    },
    draftedOn: bulletin.draftedOn,
    approver: issued ? nameOf(issued.account) : null,
    actions: actionsOf(bulletin, cases, staffActorOf(viewer, read.answersTo), house.today(), world).map(
      ({ action, type, refusal }) => ({
        ...{ action, ...bulletinTerms.bulletinCommand[type] },
        allowed: refusal === null,
        refusal: refusalView(refusal, directory),
      }),
    ),
  }
}

/** For whom it went to: what was issued, and what they can do about it. */
export async function viewForRecipient(house: BulletinHouse, read: ReadBulletin, viewer: Staff): Promise<BulletinView> {
  const { directory } = house
  const issued = read.issued as NonNullable<ReadBulletin['issued']>
  const corrected = await correctionOf(house, read.stream, viewer)
  const received: BulletinRefusal | null = read.receivedOn === null ? null : { kind: 'received-already' }
  return {
    ...(await shared(house, read, issued, viewer)),
    ...{ version: read.version, stage: 'issued', isOurs: false },
    blocks: issued.blocks.map((block) => blockView(block, { read, directory, cases: [], isLive: false })),
    // who else received it is theirs to say
    recipients: issued.recipients.map((organ) => ({
      organ: organRef(directory, organ),
      receivedOn: organ === viewer.organ ? read.receivedOn : null,
    })),
    recipientsMissing: null,
    concerned: issued.concerned.map(({ name, organ }) => ({
      ...{ name: read.texts.get(name.ref) ?? unreadable, account: null },
      organ: organ && organRef(directory, organ),
    })),
    department: null,
    correctedBy: corrected && idOf(corrected),
    ...{ authors: [], returns: [], withdrawn: null, draftedOn: null, approver: null },
    actions: [
      {
        ...{ action: 'receive', ...bulletinTerms.bulletinCommand.ReceiveBulletin },
        allowed: received === null,
        refusal: refusalView(received, directory),
      },
      ...instructing(issued, viewer, directory),
    ],
  }
}

/** Nothing of what others instructed is looked at: whoever it went to reads one fact of it. */
function instructing({ kind }: NonNullable<ReadBulletin['issued']>, viewer: Staff, directory: Directory) {
  if (kind !== 'situationReport') return []
  const refusal = refusalToInstruct(kind, viewer)
  const words = bulletinTerms.bulletinCommand.InstructOnBulletin
  return [
    {
      ...{ action: 'instruct' as const, ...words },
      allowed: refusal === null,
      refusal: refusalView(refusal, directory),
    },
  ]
}

type Shown = Pick<Bulletin, 'kind' | 'tone' | 'year' | 'organ' | 'corrects'> & {
  readonly period?: ReportPeriod | null
  readonly title: Sealed
  readonly isMajor: boolean
}

async function shared(house: BulletinHouse, read: ReadBulletin, shown: Shown, viewer: Staff) {
  const { kind, tone, year, period = null, organ, corrects, isMajor, title } = shown
  const { issued, stream } = read
  const [number, correctedNumber] = await Promise.all([
    issued ? numberOf(house, stream, viewer) : null,
    corrects === null ? null : numberOf(house, corrects, viewer),
  ])
  return {
    ...{ bulletin: idOf(stream), stream, kind, tone, year, isMajor, number },
    period: period && periodView(period),
    organ: organRef(house.directory, organ),
    title: read.texts.get(title.ref) ?? unreadable,
    corrects: corrects === null ? null : { bulletin: idOf(corrects), number: correctedNumber },
    issuedOn: issued?.on ?? null,
    paper: issued ? `${issued.version}-${formOf[kind]}` : null,
  }
}

const accountsOf = ({ authors, returns, withdrawn, issued }: Bulletin): readonly string[] => [
  ...new Set([
    ...authors,
    ...returns.map(({ account }) => account),
    ...(withdrawn ? [withdrawn.account] : []),
    ...(issued ? [issued.account] : []),
  ]),
]

export const periodView = (period: ReportPeriod) => ({ ...period, ...inTwo(periodInWords(period)) })

interface Showing {
  readonly read: ReadBulletin
  readonly directory: Directory
  readonly cases: readonly ShownCase[]
  readonly isLive: boolean
}

function blockView(block: FrozenBlock, { read, directory, cases, isLive }: Showing): BulletinBlockView {
  const said = (piece: Sealed) => read.texts.get(piece.ref) ?? unreadable
  switch (block.is) {
    case 'text':
      return { is: 'text', part: block.part, heading: block.heading && said(block.heading), text: said(block.text) }
    case 'figures': {
      const { figures, from, until, countedOn, counted } = block
      const views = counted.map((each) => countedView(each, directory))
      return { is: 'figures', figures: [...figures], from, until, countedOn: isLive ? null : countedOn, counted: views }
    }
    case 'cases':
      return {
        is: 'cases',
        cases: block.cases.map(({ petition, category, stage }) => ({
          petition,
          category: findCategory(category) ?? { zh: category, en: category },
          stage: termOf('stage', stage),
          title: cases.find((each) => each.petition === petition)?.title ?? null,
        })),
      }
  }
}

const countedView = ({ figure, rows, trends }: Counted, directory: Directory): CountedView => ({
  ...{ figure, ...bulletinTerms.figure[figure], method: bulletinTerms.method[figure] },
  rows:
    rows?.map(({ code, count, of = null }) => ({
      ...{ code, count, of },
      ...inTwo(codeInWords(figure, code, (id) => directory.nameOf(id))),
    })) ?? null,
  trends: trends ? trendsView(figure, trends, directory) : null,
})

function trendsView(figure: Counted['figure'], trends: Trends, directory: Directory): TrendsView {
  const { before, yearAgo, comparisons, lines } = trends
  const daysOf = ({ from, until, isCovered }: Trends['before']) => ({ from, until, isCovered })
  return {
    ...{ before: daysOf(before), yearAgo: daysOf(yearAgo), comparisons, fewest },
    lines: lines.map((line) => ({
      ...line,
      ...inTwo(codeInWords(figure, line.code, (id) => directory.nameOf(id))),
    })),
  }
}
const inTwo = ({ zh, en }: { readonly zh: string; readonly en: string }) => ({ zh, en })

export const rowView = (row: BulletinRow, directory: Directory): BulletinRowView => {
  const { stream, kind, tone, year, span, periodFrom, organ, stage, title, changedOn, issuedOn, number } = row
  return {
    ...{ bulletin: idOf(stream), kind, year, stage, changedOn, issuedOn, number },
    tone: tone as BulletinRowView['tone'],
    period: span && periodFrom ? periodView(periodWith(span, periodFrom)) : null,
    organ: organRef(directory, organ),
    title: title ?? unreadable,
    ...{ isCorrection: row.isCorrection, recipients: row.recipients, received: row.received },
  }
}

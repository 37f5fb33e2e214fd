/** What the paper of a bulletin says: its blocks in order, figures with how they were counted, cases without a word of what was written. */
import type { Content, Parts, Said, Section } from '../../documents/content.ts'
import type { PaperKind } from '../../documents/forms/forms.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { article } from '../../law/basis.ts'
import { findCategory } from '../../law/codes/categories.ts'
import { type Bilingual, listed, say } from '../../wording/bilingual.ts'
import { bulletinTerms } from '../../wording/bulletin-terms.ts'
import { dayInWords } from '../../wording/days.ts'
import { periodInWords } from '../../wording/report-periods.ts'
import { termOf } from '../../wording/terms.ts'
import type {
  BulletinKind,
  ChosenCase,
  CircularTone,
  Counted,
  FigureName,
  FrozenBlock,
  Issued,
  ReportPart,
  ReportPeriod,
} from './bulletin.ts'
import { isTrend } from './bulletin.ts'
import { codeInWords } from './figure-codes.ts'
import { methodOf, trendTable } from './trend-content.ts'

/** Which form each kind is set in. */
export const formOf = {
  circular: 'circular',
  annualReport: 'annualReport',
  situationReport: 'situationReport',
  personnelNotice: 'personnelNotice',
} as const satisfies Record<BulletinKind, PaperKind>

/** What a paper is made of beside what is in the fact. */
export interface Setting {
  readonly texts: ReadonlyMap<string, string>
  nameOf(organ: OrganId): Bilingual
  /** Who approved it, by name; null while nobody has. */
  readonly approver: string | null
  /** The number of the bulletin that it corrects. */
  readonly corrects: string | null
  readonly on: string
}

const same = (text: string): Bilingual => say(text, text)

/** A piece of it, or that it cannot be read: drafts and issued papers are erased with their month and class alone. */
function said({ texts }: Setting, piece: Sealed): Said {
  const text = texts.get(piece.ref)
  return text === undefined ? { unreadable: 'keyMissing' } : same(text)
}

export function contentOf(issued: Issued, setting: Setting): Content {
  return issued.kind === 'annualReport' ? reportContent(issued, setting) : circularContent(issued, setting)
}

const basisOfTone: Readonly<Record<CircularTone, ReturnType<typeof article>>> = {
  results: article(39, 1),
  praise: article(39, 2),
  criticism: article(39, 3),
}
const paragraphs = ['一', '二', '三'] as const

function underOf(tone: CircularTone | null): Bilingual {
  const { paragraph = 1 } = basisOfTone[tone ?? 'results'] as { readonly paragraph?: number }
  return say(
    `根据《信访工作条例》第三十九条第${paragraphs[paragraph - 1] ?? '一'}款`,
    `Under article 39, paragraph ${paragraph}, of the Regulations on Petition Work`,
  )
}

function common(issued: Issued, setting: Setting): Parts {
  return {
    to: issued.recipients.length === 0 ? undefined : listed(issued.recipients.map((organ) => setting.nameOf(organ))),
    title: said(setting, issued.title),
    approver: setting.approver === null ? undefined : same(setting.approver),
    on: dayInWords(setting.on),
    correction: issued.corrects === null ? undefined : correctionOf(setting.corrects),
  }
}

const correctionOf = (number: string | null): Bilingual =>
  number === null
    ? say('本文更正此前印发的文件。', 'This corrects what was issued before.')
    : say(`本文更正《${number}》文件，原文以本文为准。`, `This corrects ${number}, in whose place it stands.`)

function circularContent(issued: Issued, setting: Setting): Content {
  const concerned = issued.concerned.map(({ name, organ }) => ({
    person: said(setting, name),
    organ: organ === null ? say('单位未写明', 'office not said') : setting.nameOf(organ),
  }))
  return {
    parts: {
      ...common(issued, setting),
      under: underOf(issued.tone),
      major: issued.isMajor ? same('是') : undefined,
      ...(issued.period ? situationParts(issued, issued.period, setting) : {}),
    },
    lists: { concerned },
    sections: [...issued.blocks.map((block) => sectionOf(block, issued.kind, setting)), ...methodOf(issued.blocks)],
  }
}

/** What a situation report is not without: a comparison, and what somebody says of the reasons. */
function situationParts(issued: Issued, period: ReportPeriod, setting: Setting): Parts {
  const compares = issued.blocks.some((block) => block.is === 'figures' && block.figures.some(isTrend))
  return {
    period: periodInWords(period),
    trends: compares ? same('是') : undefined,
    causes: writtenTo('causes', issued, setting),
  }
}

/** A text that says which part it is needs no other heading. */
const headingOf = ({ heading, part }: Extract<FrozenBlock, { is: 'text' }>, setting: Setting): Said | null =>
  heading ? said(setting, heading) : part === 'causes' || part === 'outcome' ? bulletinTerms.reportPart[part] : null

function sectionOf(block: FrozenBlock, kind: BulletinKind, setting: Setting): Section {
  switch (block.is) {
    case 'text':
      return {
        heading: headingOf(block, setting),
        text: said(setting, block.text),
        tables: [],
      }
    case 'figures':
      return {
        heading: null,
        text: null,
        tables: block.counted.map((counted) =>
          counted.trends
            ? trendTable(counted.figure, counted.trends, block, setting)
            : tableOf(counted, block, kind, setting),
        ),
      }
    case 'cases':
      return { heading: null, text: null, tables: [casesTable(block.cases)] }
  }
}

/** Figures of petitions in which accusations would be counted. */
const ofPetitions: readonly FigureName[] = ['byClass', 'byStage', 'byChannel', 'byCategory', 'timeliness']
const withoutAccusations = say('不含检举控告。', 'Accusations are left out. ')

export type Period = Pick<Extract<FrozenBlock, { is: 'figures' }>, 'from' | 'until' | 'countedOn'>

function tableOf(
  { figure, rows }: Counted,
  { from, until, countedOn }: Period,
  kind: BulletinKind,
  setting: Setting,
): Section['tables'][number] {
  const name = bulletinTerms.figure[figure]
  const [first, last, day] = [dayInWords(from), dayInWords(until), dayInWords(countedOn)]
  const method = bulletinTerms.method[figure]
  const caption = say(`${name.zh}（${first.zh}至${last.zh}）`, `${name.en}, ${first.en} to ${last.en}`)
  const left = kind === 'circular' && ofPetitions.includes(figure) ? withoutAccusations : say('', '')
  const head = [say('项目', 'Item'), say('数量', 'Count')]
  const note =
    rows === null
      ? say('本系统没有该项数据来源，未统计。', 'This house has no source for it; it was not counted.')
      : say(
          `统计口径：${method.zh}${left.zh}统计日期：${day.zh}。`,
          `How it was counted: ${method.en} ${left.en}Counted on ${day.en}.`,
        )
  const cells = (rows ?? []).map(({ code, count, of }) => [
    codeInWords(figure, code, setting.nameOf),
    same(of === undefined ? String(count) : `${count}/${of}`),
  ])
  return { caption, head, rows: cells, note }
}

function casesTable(cases: readonly ChosenCase[]): Section['tables'][number] {
  return {
    caption: say('有关信访事项', 'Petitions concerned'),
    head: [say('编号', 'Number'), say('内容分类', 'Category'), say('办理阶段', 'Stage')],
    rows: cases.map(({ petition, category, stage }) => [
      same(petition.replace(/^(\d{4})(\d{4})(\d{4})(\d{3})$/, '$1-$2-$3-$4')),
      findCategory(category) ?? same(category),
      termOf('stage', stage),
    ]),
    note: null,
  }
}

/** The four parts of art. 41 from the figures of its blocks, and from what was written to each. */
function reportContent(issued: Issued, setting: Setting): Content {
  const counted = issued.blocks.flatMap((block) => (block.is === 'figures' ? block.counted : []))
  const rowsOf = (figure: FigureName) => counted.find((each) => each.figure === figure)?.rows ?? null
  const of = (figure: FigureName, code: string) => rowsOf(figure)?.find((row) => row.code === code)?.count
  const total = of('timeliness', 'registered')
  const list = (figure: FigureName, part: 'channel' | 'class' | 'category' | 'complained'): readonly Parts[] =>
    shownOf(figure, rowsOf(figure), total)
      .slice(0, longest)
      .map(({ code, count }) => ({
        [part]: code === nothing ? say('无', 'none') : codeInWords(figure, code, setting.nameOf),
        count: same(String(count)),
        share: shareOf(count, total ?? 0),
      }))
  return {
    parts: {
      ...common(issued, setting),
      year: same(String(issued.year ?? '')),
      on: dayInWords(issued.blocks.find((block) => block.is === 'figures')?.countedOn ?? setting.on),
      total: maybe(total),
      overdueCount: maybe(of('timeliness', 'overdue')),
      transferredCount: maybe(of('sent', 'transferred')),
      assignedCount: maybe(of('sent', 'assigned')),
      supervision: together(
        sumOf('supervision', rowsOf('supervision'), setting),
        writtenTo('supervision', issued, setting),
      ),
      proposals: together(sumOf('proposals', rowsOf('proposals'), setting), writtenTo('proposals', issued, setting)),
      other: writtenTo('other', issued, setting),
    },
    lists: {
      channels: list('byChannel', 'channel'),
      classes: list('byClass', 'class'),
      fields: list('byCategory', 'category'),
      complained: list('complained', 'complained'),
    },
  }
}

const longest = 10
const nothing = ''

/** A year in which nothing was registered has a table too, which says so. */
const shownOf = (figure: FigureName, rows: Counted['rows'], total: number | undefined): NonNullable<Counted['rows']> =>
  total === 0 && rows?.length === 0 && figure !== 'complained' ? [{ code: nothing, count: 0 }] : (rows ?? [])
const maybe = (count: number | undefined): Bilingual | undefined =>
  count === undefined ? undefined : same(String(count))
const shareOf = (count: number, total: number): Bilingual =>
  same(total === 0 ? '0%' : `${((100 * count) / total).toFixed(1)}%`)

/** 发出3件；正在督办1件… Nothing where nobody counted. */
function sumOf(figure: FigureName, rows: Counted['rows'], { nameOf }: Setting): Bilingual | undefined {
  if (rows === null) return undefined
  const each = rows.map(({ code, count }) => {
    const { zh, en } = codeInWords(figure, code, nameOf)
    return say(`${zh}${count}件`, `${en}: ${count}`)
  })
  if (each.length === 0) return say('全年没有发出。', 'None in the year.')
  return say(`${each.map(({ zh }) => zh).join('；')}。`, `${each.map(({ en }) => en).join('; ')}.`)
}

function writtenTo(part: ReportPart, { blocks }: Issued, setting: Setting): Said | undefined {
  const pieces = blocks.flatMap((block) =>
    block.is === 'text' && block.part === part ? [said(setting, block.text)] : [],
  )
  return pieces.reduce<Said | undefined>((before, piece) => together(before, piece), undefined)
}

function together(one: Said | undefined, other: Said | undefined): Said | undefined {
  if (one === undefined || other === undefined) return one ?? other
  if ('unreadable' in one) return one
  if ('unreadable' in other) return other
  return say(`${one.zh}\n${other.zh}`, `${one.en}\n${other.en}`)
}

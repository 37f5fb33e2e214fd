/** A draft as it would be issued now: its figures counted, and its paper set. */
import type { Content } from '../../documents/content.ts'
import type { Language, Page } from '../../documents/page.ts'
import { type SettingRefusal, setPage } from '../../documents/typesetting.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Result } from '../../kernel/result.ts'
import type { Basis } from '../../law/basis.ts'
import { dayInWords } from '../../wording/days.ts'
import type { Bulletin, Counted, DraftBlock, Issued, ReadCase } from './bulletin.ts'
import { contentOf, formOf } from './content.ts'
import { countFigures } from './counting.ts'
import { frozen, recipientsOf } from './decide.ts'
import type { BulletinHouse } from './house.ts'
import { numberOf, type ReadBulletin, type Staff } from './queries.ts'

/** Each figures block of a draft in order, counted now, for the area of the office that issues it. */
export async function countBlocks(
  house: BulletinHouse,
  { kind, content, organ }: Bulletin,
  viewer: Staff,
): Promise<readonly (readonly Counted[])[]> {
  const blocks = content.blocks.filter(
    (block): block is Extract<DraftBlock, { is: 'figures' }> => block.is === 'figures',
  )
  return Promise.all(
    blocks.map(({ figures, from, until }) =>
      countFigures(house, figures, { viewer, organ, from, until, withAccusations: countsAccusations(kind) }),
    ),
  )
}

/** What goes to many counts none; and a situation report goes to whoever decides there, who may be accused (art. 30 (3)). */
export const countsAccusations = (kind: Bulletin['kind']): boolean => kind !== 'circular' && kind !== 'situationReport'

export interface Previewing {
  readonly read: ReadBulletin
  readonly bulletin: Bulletin
  readonly counted: readonly (readonly Counted[])[]
  readonly cases: readonly ReadCase[]
  readonly viewer: Staff
}

/** What it would be if it were issued now by whoever asks. */
export function asIssued(house: BulletinHouse, { bulletin, counted, cases, viewer }: Previewing): Issued {
  const { kind, tone, year, period, organ, personnel, corrects, content } = bulletin
  const recipients = recipientsOf(bulletin, { organs: house.directory })
  return {
    ...{ kind, tone, year, period, organ, corrects, title: content.title, account: viewer.account },
    recipients: recipients.ok ? recipients.value : [],
    concerned: personnel?.concerned ?? [],
    isMajor: personnel?.isMajor ?? false,
    blocks: frozen(content.blocks, counted, cases, house.today()),
  }
}

async function contentAsIssued(house: BulletinHouse, previewing: Previewing): Promise<Content> {
  const { read, viewer } = previewing
  const issued = asIssued(house, previewing)
  const names = await house.staffNames([viewer.account])
  return contentOf(issued, {
    texts: read.texts,
    nameOf: (organ: OrganId) => house.directory.nameOf(organ),
    approver: names.get(viewer.account) ?? null,
    corrects: issued.corrects === null ? null : await numberOf(house, issued.corrects, viewer),
    on: house.today(),
  })
}

/** The draft as a page, without a number. */
export async function previewOf(
  house: BulletinHouse,
  previewing: Previewing,
  language: Language,
): Promise<Result<Page, SettingRefusal>> {
  const { kind, organ } = previewing.bulletin
  const frame = {
    organ: house.directory.nameOf(organ),
    day: dayInWords(house.today()),
    number: null,
    isIssued: false,
  }
  return setPage(formOf[kind], await contentAsIssued(house, previewing), frame, language)
}

/** What the paper would lack, in either language; null where it could be set. */
export async function missingIn(
  house: BulletinHouse,
  previewing: Previewing,
): Promise<{ readonly part: string; readonly basis: Basis } | null> {
  for (const language of ['zh', 'en'] as const) {
    const page = await previewOf(house, previewing, language)
    if (page.ok) continue
    const { error } = page
    return { part: error.part, basis: error.kind === 'paper-part-missing' ? error.basis : { adr: '0035' } }
  }
  return null
}

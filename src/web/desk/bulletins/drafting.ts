/** A draft as it is being written, before it is saved. */
import type { BlockView, BulletinView, Kind, Part } from './bulletins.ts'

export type DraftBlock =
  | {
      readonly is: 'text'
      readonly key: number
      readonly part: Part | null
      readonly heading: string
      readonly text: string
    }
  | {
      readonly is: 'figures'
      readonly key: number
      readonly figures: readonly string[]
      readonly from: string
      readonly until: string
    }
  | { readonly is: 'cases'; readonly key: number; readonly petitions: readonly string[] }

export interface Draft {
  readonly title: string
  readonly blocks: readonly DraftBlock[]
  readonly recipients: readonly string[]
}

let drawn = 0
/** By which a block is known while it moves. */
export const nextKey = (): number => {
  drawn += 1
  return drawn
}

export const draftOf = ({ title, blocks, recipients }: BulletinView): Draft => ({
  title,
  blocks: blocks.map(blockOf),
  recipients: recipients.map(({ organ }) => organ.id),
})

function blockOf(block: BlockView): DraftBlock {
  const key = nextKey()
  switch (block.is) {
    case 'text':
      return { is: 'text', key, part: block.part, heading: block.heading ?? '', text: block.text }
    case 'figures':
      return { is: 'figures', key, figures: block.figures, from: block.from, until: block.until }
    case 'cases':
      return { is: 'cases', key, petitions: block.cases.map(({ petition }) => petition) }
  }
}

/** As it is sent: what was left empty is left out. */
export function bodyOf({ title, blocks, recipients }: Draft, kind: Kind) {
  return {
    title,
    blocks: blocks.flatMap(sentBlock),
    recipients: kind === 'circular' ? recipients : [],
  }
}

function sentBlock(block: DraftBlock): readonly object[] {
  switch (block.is) {
    case 'text': {
      const { part, heading, text } = block
      return text.trim() === '' ? [] : [{ is: 'text', part, heading: heading.trim() || null, text }]
    }
    case 'figures':
      return block.figures.length === 0
        ? []
        : [{ is: 'figures', figures: block.figures, from: block.from, until: block.until }]
    case 'cases':
      return block.petitions.length === 0 ? [] : [{ is: 'cases', petitions: block.petitions }]
  }
}

export interface Begun {
  readonly kind: Kind
  readonly year: number | null
  /** First and last day, of a situation report. */
  readonly period: readonly [string, string] | null
  readonly title: string
}

/** What a new one begins with. */
export function beginningOf({ kind, year, period, title }: Begun, today: string): Draft {
  const [from, until] =
    period ?? (year === null ? [`${today.slice(0, 4)}-01-01`, today] : [`${year}-01-01`, `${year}-12-31`])
  const figures = (...names: readonly string[]): DraftBlock => ({
    is: 'figures',
    key: nextKey(),
    figures: names,
    from,
    until,
  })
  const text = (part: Part | null = null): DraftBlock => ({
    ...{ is: 'text', key: nextKey(), part, heading: '', text: '' },
  })
  const blocks: Readonly<Record<Kind, () => readonly DraftBlock[]>> = {
    circular: () => [text(), figures('timeliness', 'byClass')],
    annualReport: () => [
      figures('timeliness', 'byChannel', 'byClass', 'byCategory', 'complained', 'sent', 'supervision', 'proposals'),
      text('supervision'),
      text('proposals'),
      text('other'),
    ],
    // each comparison with its reasons beside it, which nobody but a person can know
    situationReport: () => [
      ...[figures('categoryTrend'), text('causes'), figures('placeTrend'), text('causes')],
      ...[figures('complainedTrend'), text('causes'), figures('channelTrend', 'repeatTrend'), text('causes')],
      ...[figures('supervision', 'proposals', 'decisions'), text('outcome')],
    ],
    personnelNotice: () => [text()],
  }
  return { title, blocks: blocks[kind](), recipients: [] }
}

export const moved = <Item>(items: readonly Item[], at: number, by: 1 | -1): readonly Item[] => {
  const to = at + by
  if (to < 0 || to >= items.length) return items
  const copy = [...items]
  const [item] = copy.splice(at, 1)
  if (item !== undefined) copy.splice(to, 0, item)
  return copy
}

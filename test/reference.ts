import { basisInWords } from '../src/law/basis.ts'
import { cn2022 } from '../src/law/cn-2022/cn-2022.ts'
import { packName } from '../src/law/laws.ts'
import { type AnyClockRule as Rule, rulesOfPack } from '../src/law/packs.ts'
import { packView } from '../src/petition/law-view.ts'
import type { PetitionLaw } from '../src/petition/petition.ts'
import { spanInWords } from '../src/wording/days.ts'
import { termOf } from '../src/wording/terms.ts'

const heading = `# Clocks of ${cn2022.id}, version ${cn2022.version}

Generated from \`src/law/cn-2022/clocks.ts\` and \`protection.ts\`: do not edit. \`UPDATE_REFERENCE=1 npm test\` writes it anew, and a test compares.
How days are counted is in [ADR 0003](../adr/0003-how-days-are-counted.md). The end of a petition stops every clock that does not
outlive it.

| rule | 中文 | span | binds | starts | stops | basis |
| --- | --- | --- | --- | --- | --- | --- |
`

/** docs/reference/clocks.md as the pack has it. */
export function clocksReference(): string {
  return (
    heading +
    Object.entries(rulesOfPack(cn2022))
      .map(([name, rule]) => line(name, rule))
      .join('')
  )
}

function line(name: string, rule: Rule): string {
  const cells = [
    `\`${name}\``,
    termOf('clockRule', name).zh,
    spanOf(rule),
    `${rule.binds === 'organ' ? 'organ' : 'petitioner'} (${rule.bearer}), then ${rule.after}${rule.outlivesEnd ? '; outlives the end' : ''}`,
    happenings(rule.startsOn, rule.when),
    happenings(rule.stopsOn, rule.stopsWhen),
    basisInWords(rule.basis).en,
  ]
  return `| ${cells.join(' | ')} |\n`
}

function spanOf({ span, extendableBy, suspendable }: Rule): string {
  const length = span.unit === 'designated' ? 'as designated' : spanInWords(span.count, span.unit).en
  const more = extendableBy ? `, extendable by ${spanInWords(extendableBy.count, extendableBy.unit).en} in all` : ''
  return `${length}${more}${suspendable ? ', without the days of hearings' : ''}`
}

const happenings = (facts: readonly string[], conditions: readonly string[] = []): string =>
  [facts.join(', '), ...(conditions.length > 0 ? [`when ${conditions.join(', ')}`] : [])].join('; ')

/** docs/reference/packs.md: what each pack beside the national one says otherwise. */
export function packsReference(laws: readonly PetitionLaw[]): string {
  const others = laws.filter((law) => packName(law) !== packName(cn2022))
  return packsHeading + others.map(sectionOf).join('\n')
}

const packsHeading = `# Packs of law

Generated from \`src/law/packs/\`: do not edit. \`UPDATE_REFERENCE=1 npm test\` writes it anew, and a test compares. Only what differs from \`cn-2022\`, whose clocks are in
[clocks.md](clocks.md); of a law of its own only clocks, representatives and the answer to proposals. How one is added: [add a pack of law](../how-to/add-a-law-pack.md).

`

function sectionOf(law: PetitionLaw): string {
  const view = packView(law, cn2022)
  const isLocal = law.regions.length > 0 && !law.regions.includes('00')
  const tables = isLocal
    ? Object.entries(view)
    : Object.entries(view).filter(([table]) => ['clocks', 'representatives', 'proposalAnswer'].includes(table))
  const rows = tables.flatMap(([table, value]) => {
    const all = Array.isArray(value) ? value : [value]
    return all.flatMap((row) =>
      typeof row === 'object' && row !== null && 'differs' in row && row.differs ? [differenceOf(table, row)] : [],
    )
  })
  const when = `${law.inForceFrom}${law.inForceUntil ? ` until the day before ${law.inForceUntil}` : ''}`
  const where = law.regions.length === 0 ? 'only where an office chooses it' : `region ${law.regions.join(', ')}`
  return [
    `## \`${packName(law)}\` · ${law.name.zh}\n`,
    `${law.name.en}; ${where}; from ${when}.${law.note ? ` ${law.note.en}` : ''}\n`,
    '| row | says | rests on |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

interface Differing {
  readonly name?: string
  readonly basis: { readonly en: string }
  readonly span?: { readonly unit: string; readonly count: number | null } | null
  readonly extendableBy?: number | null
  readonly countsFromReceipt?: boolean
  readonly isUnknown?: boolean
  readonly parts?: readonly { readonly part: string; readonly basis: { readonly en: string } }[]
  readonly atMost?: number
  readonly tiers?: readonly { readonly upTo: number; readonly atMost: number }[]
}

function differenceOf(table: string, row: Differing): string {
  const says = [
    ...(row.span && row.span.unit !== 'designated'
      ? [spanInWords(row.span.count ?? 0, row.span.unit as 'days').en]
      : []),
    ...(row.span?.unit === 'designated' ? ['as designated'] : []),
    ...(row.countsFromReceipt ? ['from the day of receipt'] : []),
    ...(row.extendableBy ? [`extendable by ${row.extendableBy} days in all`] : []),
    ...(row.isUnknown ? ['there is no such step'] : []),
    ...(row.tiers ?? []).map(({ upTo, atMost }) => `${atMost} for ${upTo} people or fewer`),
    ...(row.atMost ? [`at most ${row.atMost}`] : []),
    ...(row.parts ?? []).map(({ part, basis }) => `${part} (${basis.en})`),
  ]
  const name = row.name === undefined ? table : `${table}.${row.name}`
  return `| \`${name}\` | ${says.join(', ') || '–'} | ${row.basis.en || '–'} |`
}

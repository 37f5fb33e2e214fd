import { basisInWords } from '../src/law/basis.ts'
import { cn2022 } from '../src/law/cn-2022/cn-2022.ts'
import type { OtherProcedure, RightRule } from '../src/law/law.ts'
import { packName } from '../src/law/laws.ts'
import { type AnyClockRule as Rule, rulesOfPack } from '../src/law/packs.ts'
import { packView } from '../src/petition/law-view.ts'
import type { PetitionLaw } from '../src/petition/petition.ts'
import { spanInWords } from '../src/wording/days.ts'
import { inPlainWords, plainName } from '../src/wording/plain/plain.ts'
import { ownSpanInWords, plainFirst, startInWords } from '../src/wording/plain/procedures.ts'
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

const rightsHeading = `# Rights and other procedures of ${cn2022.id}, version ${cn2022.version}

Generated from \`src/law/cn-2022/rights.ts\` and \`other-procedures.ts\`: do not edit. \`UPDATE_REFERENCE=1 npm test\` writes it anew, and a test
compares. Local regulations give more (an agent, a remedy notice in the reply, privacy); they are not in the national pack.

## What the law gives whoever petitions

*may*: done by the petitioner, whenever the decision allows its command. *owed*: due whether or not anybody asks. A right with a clock lasts until that
clock's last day.

| right | 中文 | kind | command | clock | stages | classes | basis |
| --- | --- | --- | --- | --- | --- | --- | --- |
`

const proceduresHeading = `
## Procedures beside petitioning, with limits of their own

A petition neither stops nor replaces any of these. The house does not count them out: it does not know the day they start. *Read*: whether the
whole statute was read for this table, or only the articles cited; texts as of April 2025 ([sources](sources.md)). Check with whoever decides there.

| procedure | 中文 | by route | in categories | limit | from | basis | read |
| --- | --- | --- | --- | --- | --- | --- | --- |
`

/** docs/reference/rights.md as the pack has it. */
export function rightsReference(): string {
  const rights = Object.entries(cn2022.rights) as [string, RightRule<string, string>][]
  const procedures = Object.entries(cn2022.otherProcedures) as [string, OtherProcedure][]
  return [
    rightsHeading,
    ...rights.map(([name, row]) => rightLine(name, row)),
    proceduresHeading,
    ...procedures.flatMap(([name, row]) => procedureLines(name, row)),
    '\n## What comes before a court\n\n| procedure | cases | basis |\n| --- | --- | --- |\n',
    ...procedures.flatMap(([name, { first }]) =>
      first
        ? `| \`${name}\` | ${first.cases.map((one) => plainFirst[one].en).join('; ')} | ${basisInWords(first.basis).en} |\n`
        : [],
    ),
    '\n## What is no act to sue over\n\n',
    `${cn2022.notSuable.acts.join(', ')}, and the like: ${basisInWords(cn2022.notSuable.basis).en}. The administrative decision itself may be.\n`,
    '\n## In plain words\n\n',
    ...rights.map(([name]) => `* **${plainName('right', name).en}** ${inPlainWords('right', name)?.en}\n`),
  ].join('')
}

const listOf = (values: readonly string[] | undefined, unsaid: string, none: string): string =>
  values === undefined ? unsaid : values.length === 0 ? none : values.join(', ')

function rightLine(name: string, { kind, command, clock, at, classes, basis }: RightRule<string, string>): string {
  const stages = command === undefined ? listOf(at, 'all', 'before registration') : 'where the command is allowed'
  const cells = [`\`${name}\``, plainName('right', name).zh, kind, command ?? '', clock ?? '', stages]
  return `| ${[...cells, listOf(classes, 'all', 'none'), basisInWords(basis).en].join(' | ')} |\n`
}

function procedureLines(name: string, { routes, categories, after, limits, read }: OtherProcedure): readonly string[] {
  const where = after === undefined ? listOf(categories, 'all', 'all') : `once there is a ${after}`
  return limits.map(({ what, span, from, basis }, at) => {
    const cells =
      at === 0 ? [`\`${name}\``, plainName('procedure', name).zh, routes.join(', '), where] : ['', '', '', '']
    const limit = [`${what}: ${ownSpanInWords(span).en}`, startInWords(from).en, basisInWords(basis).en, read]
    return `| ${[...cells, ...limit].join(' | ')} |\n`
  })
}

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

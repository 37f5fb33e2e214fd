import { basisInWords } from '../src/law/basis.ts'
import { cn2022 } from '../src/law/cn-2022/cn-2022.ts'
import { type AnyClockRule as Rule, rulesOfPack } from '../src/law/packs.ts'
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

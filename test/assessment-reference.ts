import { isMeasured } from '../src/assessment/sources.ts'
import { indicatorNames, outcomesOf, sourceOf } from '../src/law/assessment.ts'
import { basisInWords } from '../src/law/basis.ts'
import { cn2022 } from '../src/law/cn-2022/cn-2022.ts'
import { formulaInWords } from '../src/wording/assessment-formula.ts'
import { assessmentTerms } from '../src/wording/assessment-terms.ts'
import { spanInWords } from '../src/wording/days.ts'

const heading = `# What is assessed, by ${cn2022.id}, version ${cn2022.version}

Generated from \`src/law/cn-2022/assessment.ts\` and the wording: do not edit. \`UPDATE_REFERENCE=1 npm test\` writes it anew, and a test compares. Why these,
and where the formulas come from: [ADR 0033](../adr/0033-target-assessment.md).

## Indicators

| indicator | 中文 | share | of | better | assesses | formula | measured | basis |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
`

/** docs/reference/assessment.md as the pack has it. */
export const assessmentReference = (): string =>
  heading + indicatorNames.map(indicatorLine).join('') + outcomes() + times() + reading

function indicatorLine(name: (typeof indicatorNames)[number]): string {
  const law = cn2022.indicators[name]
  const cells = [
    ...[`\`${name}\``, assessmentTerms.indicator[name].zh, formulaInWords(law).en],
    ...[assessmentTerms.population[law.measure].en, law.better, assessmentTerms.assessed[law.assesses].en],
    assessmentTerms.formulaOrigin[law.formula].en,
    isMeasured(law.measure) ? `from facts (${sourceOf[law.measure]})` : 'not yet',
    basisInWords(law.basis).en,
  ]
  return `| ${cells.join(' | ')} |\n`
}

const outcomes = (): string => `
## What may become of each thing

| measure | 中文 | outcomes |
| --- | --- | --- |
${Object.entries(outcomesOf)
  .map(([measure, all]) => {
    const words = all.map((outcome) => `\`${outcome}\` ${assessmentTerms.outcome[outcome].en}`)
    return `| \`${measure}\` | ${assessmentTerms.measure[measure as keyof typeof outcomesOf].zh} | ${words.join(' · ')} |\n`
  })
  .join('')}`

const times = (): string => `
## Objecting to a figure

| | time | basis |
| --- | --- | --- |
${Object.entries(cn2022.assessmentTimes)
  .map(([name, { span, basis }]) => {
    const words = assessmentTerms.assessmentTime[name as keyof typeof cn2022.assessmentTimes].en
    return `| ${words} | ${spanInWords(span.count, span.unit).en} | ${basisInWords(basis).en} |\n`
  })
  .join('')}`

const reading = `
## On the wire

* \`GET /api/assessment/scorecard?organ=…|area=…&period=2026-10|2026-Q4|2026\`: your own organ and the month that runs unless said.
  \`GET /api/assessment/cases\` with \`indicator\` opens what a figure is made of; \`hidden\` says, on the
  first page, how many of them are not yours to open; neither a page nor its cursor names one that is kept from you. Accusations, orders that are kept from
  somebody and proposals to hold to account are in no figure, where whoever they are about would find them by a count that grew.
  \`GET /api/assessment/export?format=csv|xlsx\` is the same as a table.
* \`POST /api/assessment/letters\` drafts a letter of responsibility; \`…/sign\`, \`…/revise\`, \`…/issue\`, \`…/object\`, \`…/decide\` and \`…/object-above\` go on with it.
* \`GET /api/assessment/circulated?period=…\`: where organs like yours stand, as far as it was circulated.
`

/** docs/reference/responsibility.md: the roles, what the map shows, and which error each duty would become, from the tables and the wording. */
import { gapKinds } from '../src/assessment/responsibility/gaps.ts'
import { basisInWords } from '../src/law/basis.ts'
import { becomes, type ErrorState, errorStates } from '../src/law/cn-2022/liability.ts'
import { gapInWords, responsibilityTerms } from '../src/wording/responsibility.ts'
import { supervisionTermOf, supervisionTerms } from '../src/wording/supervision-terms.ts'
import { termOf } from '../src/wording/terms.ts'

const heading = `# Responsibility

Generated from \`src/law/cn-2022/liability.ts\`, \`src/assessment/responsibility/\` and the wording: do not edit. \`UPDATE_REFERENCE=1 npm test\` writes it anew, and a test compares. Why it is so:
[ADR 0034](../adr/0034-responsibility.md). At the desk: 责任 / Responsibility; over HTTP: \`GET /api/responsibility\`, \`GET /api/responsibility/{organ}\`, \`POST /api/responsibility/{organ}\`,
\`POST /api/responsibility/{organ}/{ref}/end\`, \`GET /api/warnings\`, \`GET /api/warnings/cases\`.

## Roles

The head or an administrator of the organ, or of the one above it, writes them down. The Regulations have the principle (art. 5 (3)); the four names are usage.

| role | 中文 | English |
| --- | --- | --- |
`

export function responsibilityReference(): string {
  const roles = Object.entries(responsibilityTerms.responsibilityRole)
  return [
    heading,
    ...roles.map(([role, { zh, en }]) => `| \`${role}\` | ${zh} | ${en} |\n`),
    '\n## What the map shows\n\n| gap or conflict | 中文 | what is said |\n| --- | --- | --- |\n',
    ...gapKinds.map((kind) => {
      const gap = { kind, organ: 'o' as never, refs: [], other: 'other' as never, petition: null, until: null }
      const said = gapInWords({ ...gap, until: '2026-12-31' as never }, () => ({ zh: '某机关', en: 'some organ' }))
      return `| \`${kind}\` | ${responsibilityTerms.gap[kind].zh} | ${said.en} |\n`
    }),
    '\n## Which error a duty becomes\n\nOnce its last day has passed. Only where the Regulations of 2022 bind the organ on that day.\n\n',
    '| duty | 中文 | error | basis |\n| --- | --- | --- | --- |\n',
    ...Object.entries(becomes).map(([rule, state]) => dutyLine(rule, state)),
  ].join('')
}

function dutyLine(rule: string, state: ErrorState | null): string {
  const isOfSupervision = Object.hasOwn(supervisionTerms.supervisionClock, rule)
  const duty = (isOfSupervision ? supervisionTermOf('supervisionClock', rule) : termOf('clockRule', rule)).zh
  if (state === null) return `| \`${rule}\` | ${duty} | none is named | |\n`
  return `| \`${rule}\` | ${duty} | ${responsibilityTerms.errorState[state].en} | ${basisInWords(errorStates[state].basis).en} |\n`
}

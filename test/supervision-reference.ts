/** docs/reference/supervision.md: who may open which order, what must be so before it is closed, and its life, from the pack and the wording. */
import { basisInWords } from '../src/law/basis.ts'
import { cn2022 } from '../src/law/cn-2022/cn-2022.ts'
import { type OrderKind, type OrderLaw, orderKinds } from '../src/law/supervision.ts'
import { spanInWords } from '../src/wording/days.ts'
import { supervisionTerms } from '../src/wording/supervision-terms.ts'

const { orders, clocks } = cn2022.supervision
const { orderKind, openerKind, subjectKind, inspectionWay } = supervisionTerms

const heading = `# Supervision (督办、督查), under ${cn2022.id}, version ${cn2022.version}

Generated from \`src/law/cn-2022/supervision.ts\` and the wording by \`test/supervision-reference.ts\`: do not edit. \`UPDATE_REFERENCE=1 npm test\` writes
it anew, and a test compares. Why it is so: [ADR 0030](../adr/0030-supervision.md). What is found by itself: [findings.md](findings.md).

## Who may open which order

In the order of strictness: an order can only be raised to one further down, or to the same kind by another organ.

| kind | | over | who may open it | before it may be closed | rests on |
| --- | --- | --- | --- | --- | --- |
`

function line(kind: OrderKind): string {
  const row: OrderLaw = orders[kind]
  const needs = [
    ...(row.severalOrgans ? ['two organs or more'] : []),
    ...(row.needsCriteria ? ['criteria, all met'] : []),
    ...(row.inspection ? [`an inspection on record: ${inspectionWay[row.inspection].en.toLowerCase()}`] : []),
    ...(row.untilExecuted ? ['what is owed was done'] : []),
    ...(row.isPublic ? ['stands on the public board'] : []),
  ]
  const cells = [
    `\`${kind}\` ${orderKind[kind].zh}`,
    orderKind[kind].en,
    row.over.map((subject) => subjectKind[subject].en.toLowerCase()).join(', '),
    row.openers.map((opener) => openerKind[opener].en).join('; '),
    needs.join('; ') || '–',
    basisInWords(row.basis).en,
  ]
  return `| ${cells.join(' | ')} |\n`
}

const openers = `
As what somebody opens an order follows from the kind of their organ and their post there:

| as | organ | post |
| --- | --- | --- |
| \`bureau\` ${openerKind.bureau.zh} | petition bureau | head, supervisor |
| \`commissioner\` ${openerKind.commissioner.zh} | petition bureau, party, government | commissioner |
| \`inspectionOffice\` ${openerKind.inspectionOffice.zh} | party, government | supervisor |
| \`conference\` ${openerKind.conference.zh} | joint conference, and its working groups below it | head, supervisor |

## The life of an order

| command | | by whom | when the order is |
| --- | --- | --- | --- |
`

const life = [
  ['OpenOrder', 'whoever supervises the matter and may open that kind', '–'],
  ['RecordInspection', 'whoever opened it', 'open, reported, verified'],
  ['ReportOnOrder', 'clerk, head or leader of an addressee; with the last of them it is reported', 'open, reported'],
  ['AskPetitioner', 'whoever opened it, through an organ that is not concerned', 'open, reported, verified'],
  ['RecordPetitionersWord', 'the organ that asks', 'open, reported, verified'],
  ['VerifyOrder', 'whoever opened it, never an addressee', 'reported, verified'],
  ['ReturnReport', 'whoever opened it; it is asked and verified afresh then', 'reported, verified'],
  ['ExtendOrder', 'the head or a commissioner of a bureau that opened it, else whoever supervises there', 'open'],
  ['CloseOrder', 'whoever opened it', 'verified'],
  ['RaiseOrder', 'whoever supervises the matter and may open the stricter kind', 'open, reported, verified'],
] as const

const days = `
## Days

| | | span | rests on |
| --- | --- | --- | --- |
`

export const supervisionReference = (): string =>
  [
    heading,
    ...[...orderKinds].toSorted((a, b) => orders[a].strictness - orders[b].strictness).map(line),
    openers,
    ...life.map(([type, by, at]) => {
      const { zh, en } = supervisionTerms.supervisionCommand[type]
      return `| \`${type}\` ${zh} | ${en} | ${by} | ${at} |\n`
    }),
    days,
    ...Object.entries(clocks).map(([name, { span, basis }]) => {
      const { zh, en } = supervisionTerms.supervisionClock[name as keyof typeof clocks]
      const length = span.unit === 'designated' ? 'as the order says' : spanInWords(span.count, span.unit).en
      return `| \`${name}\` ${zh} | ${en} | ${length} | ${basisInWords(basis).en} |\n`
    }),
  ].join('')

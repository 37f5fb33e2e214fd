import { basisInWords } from '../src/law/basis.ts'
import { cn2022 } from '../src/law/cn-2022/cn-2022.ts'
import { type FindingLaw, type FindingRule, findingRules } from '../src/law/supervision.ts'
import { supervisionTerms } from '../src/wording/supervision-terms.ts'
import { termOf } from '../src/wording/terms.ts'

const heading = `# What the house finds by itself (督办线索), under ${cn2022.id}, version ${cn2022.version}

Generated from \`src/law/cn-2022/supervision.ts\`, the wording and the table below it in \`test/findings-reference.ts\`: do not edit. \`UPDATE_REFERENCE=1 npm test\` writes
it anew, and a test compares. Why these rules and these numbers: [ADR 0031](../adr/0031-what-is-found.md). Other packs cite their own articles, and may know fewer rules ([packs](packs.md)). A person decides on
each finding; nothing is found by who petitions or how often.

| rule | 中文 | in English | found when | whose failing | put right when | number | trigger | basis | error under |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
`

interface InWords {
  readonly when: string
  readonly organ: string
  readonly mended: string
}

const owed = 'whoever owed it that day'
const answered = 'whoever issued the answer'
const done = 'it is done'
const answeredAnew = 'another answer takes its place'

/** How each rule works, said once more in words; that there is a rule for each is tested. */
const inWords: Readonly<Record<FindingRule, InWords>> = {
  notRoutedInTime: {
    when: 'clock route, routeAgain or forwardSimplified fell overdue, or registered after the whole span since receipt',
    organ: owed,
    mended: done,
  },
  notNotifiedInTime: {
    when: 'clock notify, notifyDirect, acceptSimplified, acceptReview or acceptReexamination fell overdue, or registered after the whole span since receipt',
    organ: owed,
    mended: done,
  },
  notAnsweredInTime: {
    when: 'clock handle, redo, performDuty, replyToSuggestion, answerSimplified, review or reexamine fell overdue, and no answer was issued by its last day',
    organ: owed,
    mended: done,
  },
  issuedNotServed: {
    when: 'one of these fell overdue, while the answer was issued by its last day and not served to all',
    organ: owed,
    mended: 'it is served to all',
  },
  resultNotReported: { when: 'clock reportBack fell overdue', organ: owed, mended: done },
  handedOnTooOften: {
    when: 'so many different organs that were given it gave it away, by a return or downwards',
    organ: 'the last of them, and each further one',
    mended: 'somebody accepts it, or it ends',
  },
  returnedTooOften: {
    when: 'returned so many times',
    organ: 'whoever returned it then',
    mended: 'somebody accepts it, or it ends',
  },
  disputeUndecided: { when: 'clock answerObjection or decideDispute fell overdue', organ: owed, mended: done },
  claimsUnanswered: { when: 'an opinion has no answer to one of the claims', organ: answered, mended: answeredAnew },
  emptyAnswer: {
    when: 'fewer signs than this are left of an answer without set phrases, or it says only that the matter was passed on',
    organ: answered,
    mended: answeredAnew,
  },
  boilerplateAnswer: {
    when: 'the organ gave the same answer to so many other petitions, which asked for something else, within twelve months',
    organ: answered,
    mended: answeredAnew,
  },
  completionContested: {
    when: 'recorded as carried out, or closed on a promise, and then the organ was rated “not solved”; or a review was asked for after it was recorded as carried out',
    organ: 'whoever said that it is done',
    mended: 'it is carried out and said so again',
  },
  evidenceMissing: {
    when: 'reported back, or recorded as carried out, with no evidence or material of the organ in the file',
    organ: 'whoever said so',
    mended: 'evidence is there',
  },
  urgentReportedLate: { when: 'clock reportUrgent fell overdue', organ: 'whoever marked it urgent', mended: done },
  opinionNotCarriedOut: { when: 'clock execute fell overdue', organ: owed, mended: done },
  proposalUnanswered: {
    when: 'a proposal was not answered by its day; found where proposals are kept',
    organ: 'whoever it was made to',
    mended: 'it is answered',
  },
  sameMatterAgain: {
    when: 'so many petitions, registered after its answer was served, were linked to it as the same matter',
    organ: answered,
    mended: 'links are taken back until fewer are left',
  },
  seenBySupervisor: { when: 'by hand: what a supervisor saw', organ: 'whom the supervisor names', mended: '–' },
}

const line = (rule: FindingRule): string => {
  const row: FindingLaw | null = cn2022.supervision.findings[rule]
  if (row === null) return ''
  const { zh, en } = supervisionTerms.findingRule[rule]
  const { when, organ, mended } = inWords[rule]
  const cells = [
    ...[`\`${rule}\``, zh, en, when, organ, mended],
    ...[row.atLeast === undefined ? '–' : String(row.atLeast), termOf('supervisionTrigger', row.trigger).zh],
    ...[basisInWords(row.basis).en, row.liability === null ? '–' : basisInWords(row.liability).en],
  ]
  return `| ${cells.join(' | ')} |\n`
}

const foot = `
Of accusations only \`notRoutedInTime\`, \`handedOnTooOften\`, \`returnedTooOften\`, \`disputeUndecided\` and \`urgentReportedLate\` are looked for (art. 30 (1)). In a matter that has ended nothing
is found that had been put right before, and a year after the end only what is still owed.

The reader is called \`supervision-finding\`; \`lag.supervision-finding\` at \`/healthz\` says how many facts are still before it. \`xinqiao fsck\` holds the prints of answers against the answers that there are.
`

/** docs/reference/findings.md as the pack has it. */
export const findingsReference = (): string => heading + findingRules.map(line).join('') + foot
